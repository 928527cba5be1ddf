"""dinkit fix as its users call it: what they see, what is written, and that nothing else ever is."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from dinkit.cli import rewriting
from dinkit.cli.commands import fix
from dinkit.cli.output import FailedError, write_file
from dinkit.finding import Text
from test_cli import run

MODEL = """\
# Klein model
model: klein
delen: [delen.yaml]
doelen:
  minder-dossiers:   # de kern
    naam: Minder dossiers
inspanningen:
  loket: {naam: Loket openen, draagt_bij_aan: minder-dosiers}   # tikfout
"""
PART = "besluiten:\r\n  b:\r\n    naam: B\r\n    datum: 31-12-2019\r\n    herkomst: 'vermled'\r\n    door: raad\r\n"
MENDED = MODEL.replace("minder-dosiers", "minder-dossiers")
MENDED_PART = PART.replace("31-12-2019", "2019-12-31").replace("vermled", "vermeld")
SEEN = """\
delen.yaml:4:12: DIN015 '31-12-2019' is geen datum zoals dinkit die leest: maak er '2019-12-31' van
    - datum: 31-12-2019
    + datum: 2019-12-31
delen.yaml:5:15: DIN013 'vermled' kan niet bij 'herkomst'; mogelijk: vermeld, afgeleid, aangevuld, onbekend: maak er 'vermeld' van
    - herkomst: 'vermled'
    + herkomst: 'vermeld'
din.yaml:8:47: DIN102 er is geen doel, baat of vermogen met de id 'minder-dosiers': maak er 'minder-dossiers' van
    - loket: {naam: Loket openen, draagt_bij_aan: minder-dosiers}   # tikfout
    + loket: {naam: Loket openen, draagt_bij_aan: minder-dossiers}   # tikfout
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "dinkit.yaml").write_text("modellen: [din.yaml]\n")
    (tmp_path / "din.yaml").write_text(MODEL)
    (tmp_path / "delen.yaml").write_bytes(b"\xef\xbb\xbf" + PART.encode())
    return tmp_path


def written(project: Path) -> tuple[str, bytes]:
    return (project / "din.yaml").read_text(), (project / "delen.yaml").read_bytes()


UNTOUCHED = (MODEL, b"\xef\xbb\xbf" + PART.encode())
FIXED = (MENDED, b"\xef\xbb\xbf" + MENDED_PART.encode())


def test_what_is_certain_is_shown_and_written(project: Path) -> None:
    done = run("fix", cwd=project)
    assert done.stdout.startswith(SEEN + "3 bevindingen hersteld in 2 bestanden; er blijven ")
    assert done.returncode == 0
    assert written(project) == FIXED
    assert not list(project.rglob("*.part"))


def test_a_second_time_there_is_nothing_to_fix(project: Path) -> None:
    run("fix", cwd=project)
    done = run("fix", cwd=project)
    assert done.stdout.startswith("er is niets te herstellen; er blijven ")
    assert done.returncode == 0
    assert written(project) == FIXED


def test_a_dry_run_writes_nothing(project: Path) -> None:
    done = run("fix", "--dry-run", cwd=project)
    assert (done.stdout, done.returncode) == (SEEN + "3 bevindingen te herstellen in 2 bestanden; er is niets geschreven\n", 1)
    assert written(project) == UNTOUCHED


def test_only_the_codes_asked_for(project: Path) -> None:
    done = run("fix", "--code", "din102", "--code", "DIN006", cwd=project)
    assert done.stdout.startswith("\n".join(SEEN.splitlines()[6:]) + "\n1 bevinding hersteld in 1 bestand; er blijven ")
    assert done.returncode == 1
    assert written(project) == (MENDED, UNTOUCHED[1])


def test_codes_may_have_commas_between_them(project: Path) -> None:
    apart = run("fix", "--dry-run", "--code", "DIN102", "--code", "DIN015", cwd=project).stdout
    assert apart.endswith("2 bevindingen te herstellen in 2 bestanden; er is niets geschreven\n")
    assert run("fix", "--dry-run", "--code", "DIN102, din015", cwd=project).stdout == apart


@pytest.mark.parametrize(
    ("codes", "nl", "en"),
    [
        ("DIN103", "; DIN103 is hier niet gevonden", "; DIN103 is not found here"),
        ("DIN902", "; DIN902 is 1 keer gevonden, zonder zeker herstel", "; DIN902 is found once, without a certain fix"),
        (
            "project-rule-902,DIN901",
            "; DIN901 is 2 keer gevonden, steeds zonder zeker herstel; DIN902 is 1 keer gevonden, zonder zeker herstel",
            "; DIN901 is found 2 times, each without a certain fix; DIN902 is found once, without a certain fix",
        ),
    ],
)
def test_why_nothing_is_fixed_of_a_code_is_told(project: Path, codes: str, nl: str, en: str) -> None:
    (project / "dinkit.yaml").write_text(
        "modellen: [din.yaml]\nprojectregels:\n  DIN901: {voor: inspanningen, eis: {geld: gegeven}}\n"
        "  DIN902: {voor: doelen, eis: {omschrijving: gegeven}}\n"
    )
    more = "inspanningen:\n  krant: {naam: Krant maken, draagt_bij_aan: minder-dossiers}\n"
    (project / "din.yaml").write_text(MODEL.replace("inspanningen:\n", more))
    dutch, english = run("fix", "--code", codes, cwd=project), run("fix", "--code", codes, "--lang", "en", cwd=project)
    assert dutch.stdout.startswith(f"er is niets te herstellen{nl}; er blijven ")
    assert english.stdout.startswith(f"there is nothing to fix{en}; ")
    assert (dutch.returncode, written_part(project)) == (1, UNTOUCHED[1])


@pytest.mark.parametrize(
    ("given", "guess"),
    [
        ("X1", ""),
        ("", ""),
        ("DIN999", ""),
        ("DIN1O2", "; bedoelt u 'DIN102'?"),
        ("unknown-idd", "; bedoelt u 'unknown-id'?"),
    ],
)
def test_a_code_that_is_none_is_a_wrong_call(project: Path, given: str, guess: str) -> None:
    done = run("fix", "--code", given, cwd=project)
    assert (done.stdout, done.stderr, done.returncode) == ("", f"dinkit: --code: er is geen code '{given}'{guess}\n", 2)


def test_a_code_goes_by_its_number_and_its_name(project: Path) -> None:
    told = [run("fix", "--dry-run", "--code", given, cwd=project).stdout for given in ("DIN102", "102", "unknown-id")]
    assert len(set(told)) == 1
    assert "DIN102" in told[0]


def test_errors_that_are_left_give_exit_code_1(project: Path) -> None:
    (project / "din.yaml").write_text(MODEL.replace("naam: Minder dossiers", "kleur: groen"))
    assert run("fix", cwd=project).returncode == 1


def test_validate_never_writes(project: Path) -> None:
    assert run("validate", cwd=project).stdout.count("kan vanzelf: dinkit fix") == 3
    assert written(project) == UNTOUCHED


def test_a_part_of_two_models_is_fixed_once(project: Path) -> None:
    (project / "tweede.yaml").write_text("model: tweede\ndelen: [delen.yaml]\n")
    (project / "dinkit.yaml").write_text("modellen: [din.yaml, tweede.yaml]\n")
    done = run("fix", cwd=project)
    assert done.stdout.startswith(SEEN + "3 bevindingen hersteld in 2 bestanden")
    assert written(project) == FIXED


def test_the_settings_of_a_project_are_fixed_too(project: Path) -> None:
    (project / "dinkit.yaml").write_text("modelen: [din.yaml]  # welk\n")
    done = run("fix", "din.yaml", cwd=project)
    assert "dinkit.yaml:1:1: DIN010" in done.stdout
    assert (project / "dinkit.yaml").read_text() == "modellen: [din.yaml]  # welk\n"


def test_one_fault_in_the_syntax_after_the_other(project: Path) -> None:
    text = "doelen:\n  a:\n    naam: Eerst: dit\n  b:\n    naam: @dan\n  c:\n    naam:Daarna\n    nummer: 3\n"
    (project / "din.yaml").write_text(text)
    done = run("fix", "din.yaml", cwd=project)
    assert [line.split(": ")[0] for line in done.stdout.splitlines() if ": DIN" in line] == ["din.yaml:3:16", "din.yaml:5:11", "din.yaml:7:5"]
    assert (project / "din.yaml").read_text() == text.replace("Eerst: dit", '"Eerst: dit"').replace("@dan", '"@dan"').replace("naam:D", "naam: D")


def test_paths_are_shown_from_here_and_in_english(project: Path) -> None:
    (project / "onder").mkdir()
    done = run("fix", "--dry-run", "--lang", "en", "../din.yaml", cwd=project / "onder")
    assert done.stdout.startswith("../delen.yaml:4:12: DIN015 '31-12-2019' is no date as dinkit reads it: make it '2019-12-31'\n")
    assert done.stdout.endswith("3 findings can be fixed in 2 files; nothing was written\n")


def test_a_file_in_another_encoding_is_left_alone(project: Path) -> None:
    data = MODEL.replace("Klein", "Kleîn").encode("cp1252")
    (project / "din.yaml").write_bytes(data)
    done = run("fix", cwd=project)
    assert "DIN102" not in done.stdout
    assert (project / "din.yaml").read_bytes() == data
    assert written_part(project) == FIXED[1]


def written_part(project: Path) -> bytes:
    return (project / "delen.yaml").read_bytes()


def test_a_model_on_standard_input_cannot_be_fixed(project: Path) -> None:
    done = run("fix", "-", cwd=project)
    assert (done.stdout, done.returncode) == ("", 2)
    assert "standaardinvoer" in done.stderr


@pytest.mark.parametrize(("error", "seen"), [(FailedError(Text("vol", "full")), FailedError), (KeyboardInterrupt(), click.Abort)])
def test_when_one_file_cannot_be_written_none_is(
    project: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, seen: type[BaseException]
) -> None:
    def failing(path: Path, data: bytes) -> None:
        if path.name == "delen.yaml" and data == FIXED[1]:
            raise error
        write_file(path, data)

    monkeypatch.setattr(rewriting, "write_file", failing)
    monkeypatch.chdir(project)
    with pytest.raises(seen):
        fix.COMMAND.main([], standalone_mode=False)
    assert written(project) == UNTOUCHED


def test_a_file_that_changes_meanwhile_is_not_overwritten(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = fix._preview

    def slow(*given: object) -> object:
        (project / "din.yaml").write_text(MODEL + "# van een ander\n")
        return preview(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(fix, "_preview", slow)
    monkeypatch.chdir(project)
    with pytest.raises(FailedError, match="intussen veranderd"):
        fix.COMMAND.main([], standalone_mode=False)
    assert written(project) == (MODEL + "# van een ander\n", UNTOUCHED[1])


def test_a_fix_that_would_break_something_is_not_made(project: Path) -> None:
    """The nearest id would close a circle: then the typing error is all that is told."""
    text = "inspanningen:\n  eerste: {naam: Een, vereist: [tweede]}\n  tweede: {naam: Twee, vereist: [eersste]}\n"
    (project / "din.yaml").write_text(text)
    done = run("fix", "din.yaml", cwd=project)
    assert (project / "din.yaml").read_text() == text
    assert done.stdout.startswith("er is niets te herstellen")
    assert done.returncode == 1
