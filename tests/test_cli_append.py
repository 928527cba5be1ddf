"""dinkit append as its users call it: what they see, what is written, and that nothing else ever is."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from dinkit.cli import rewriting
from dinkit.cli.commands import append
from dinkit.cli.output import FailedError, write_file
from dinkit.finding import Text
from test_cli import run

MODEL = """\
# Klein model
model: klein
doelen:
  minder: Minder dossiers
indicatoren:
  dossiers:   # de kern
    naam: Dossiers
    eenheid: dossiers
    meet: minder
  spanning: {naam: Spanning, schaal: [ruim, krap]}

metingen:
  # van de gemeente
  dossiers-2018: {van: dossiers, waarde: 2800, datum: 2018}

bronnen:
  verslag: Jaarverslag
"""
CSV = "Indicator;Datum;Waarde;Bron\ndossiers;31-12-2019;2.743;verslag blz. 3\nspanning;2019KW03;krap;\n"
ADDED = """\
  dossiers-2019-12-31: {van: dossiers, waarde: 2743, datum: 2019-12-31, bron: verslag blz. 3}
  spanning-2019-q3: {van: spanning, waarde: krap, datum: 2019-Q3}
"""
RESULT = MODEL.replace("datum: 2018}\n", f"datum: 2018}}\n{ADDED}")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "dinkit.yaml").write_text("modellen: [din.yaml]\n")
    (tmp_path / "din.yaml").write_bytes(MODEL.encode())
    (tmp_path / "metingen.csv").write_bytes(b"\xef\xbb\xbf" + CSV.replace("\n", "\r\n").encode())
    return tmp_path


def append_csv(project: Path, text: str | bytes, *arguments: str) -> subprocess.CompletedProcess[str]:
    (project / "metingen.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    return run("append", "measurements", "metingen.csv", *arguments, cwd=project)


def unchanged(project: Path) -> bool:
    return (project / "din.yaml").read_bytes() == MODEL.encode() and not list(project.rglob("*.part"))


PREVIEW = """\
metingen.csv: '2.743' is gelezen als 2743: klopt dat?
din.yaml:15:
+   dossiers-2019-12-31: {van: dossiers, waarde: 2743, datum: 2019-12-31, bron: verslag blz. 3}
+   spanning-2019-q3: {van: spanning, waarde: krap, datum: 2019-Q3}
"""


def test_the_preview_shows_what_is_added_and_where(project: Path) -> None:
    done = run("append", "measurements", "metingen.csv", "--dry-run", cwd=project)
    assert done.stdout == PREVIEW + "2 metingen zouden bij din.yaml komen; er is niets geschreven\n"
    assert (done.returncode, done.stderr) == (0, "")
    assert unchanged(project)


def test_they_are_written_and_nothing_else(project: Path) -> None:
    done = run("append", "measurements", "metingen.csv", cwd=project)
    assert done.stdout == PREVIEW + "2 metingen toegevoegd aan din.yaml\n"
    assert (done.returncode, done.stderr) == (0, "")
    assert (project / "din.yaml").read_text() == RESULT
    assert run("validate", cwd=project).returncode == 0


def test_a_second_time_there_is_nothing_to_add(project: Path) -> None:
    run("append", "metingen", "metingen.csv", cwd=project)
    done = run("append", "metingen", "metingen.csv", cwd=project)
    assert done.stdout == (
        "metingen.csv: '2.743' is gelezen als 2743: klopt dat?\n"
        "metingen.csv, rij 2: staat er al ('dossiers-2019-12-31') en wordt overgeslagen\n"
        "metingen.csv, rij 3: staat er al ('spanning-2019-q3') en wordt overgeslagen\n"
        "er is niets toe te voegen\n"
    )
    assert done.returncode == 0
    assert (project / "din.yaml").read_text() == RESULT


def test_english_on_request_and_by_the_model(project: Path) -> None:
    done = run("append", "measurements", "metingen.csv", "--dry-run", "--lang", "en", cwd=project)
    assert done.stdout.splitlines()[0] == "metingen.csv: '2.743' was read as 2743: is that right?"
    assert done.stdout.splitlines()[-1] == "2 measurements would be added to din.yaml; nothing was written"
    (project / "din.yaml").write_text(MODEL.replace("model: klein", "model: klein\ntaal: en"))
    assert run("append", "measurements", "metingen.csv", "--dry-run", cwd=project).stdout.splitlines()[-1].startswith("2 measurements would")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_endings_and_mark_stay(project: Path, mark: bytes, ending: str) -> None:
    (project / "din.yaml").write_bytes(mark + MODEL.replace("\n", ending).encode())
    assert run("append", "measurements", "metingen.csv", cwd=project).returncode == 0
    assert (project / "din.yaml").read_bytes() == mark + RESULT.replace("\n", ending).encode()


def test_all_that_is_wrong_is_told_in_one_run(project: Path) -> None:
    done = append_csv(
        project,
        "indicator;datum;waarde;eenheid;kleur\n"
        "dosier;2019;1;;\n"
        "dossiers;30-02-2019;abc;;\n"
        "dossiers;2019;5;huishoudens;\n"
        "dossiers;2018;2900;;\n"
        "dossiers;2020;1;;;;x\n"
        "spanning;2019;gemiddeld;;\n",
    )
    assert done.stdout == (
        "metingen.csv, rij 1, kolom 'kleur': deze kolom is niet bekend "
        "(bekend zijn: indicator, datum, waarde, eenheid, groep, bron, opmerking, letterlijk)\n"
        "metingen.csv, rij 2, kolom 'indicator': er is geen indicator 'dosier'; bedoelt u 'dossiers'?\n"
        "metingen.csv, rij 3, kolom 'datum': '30-02-2019' staat niet in de kalender\n"
        "metingen.csv, rij 3, kolom 'waarde': 'abc' is geen getal\n"
        "metingen.csv, rij 4, kolom 'eenheid': 'huishoudens' is niet de eenheid van 'dossiers': die is 'dossiers'; dinkit rekent niets om\n"
        "metingen.csv, rij 5, kolom 'waarde': 'dossiers' heeft voor 2018 al 2800 ('dossiers-2018'), hier staat 2900\n"
        "metingen.csv, rij 6: deze rij heeft 7 cellen en de kop 5\n"
        "metingen.csv, rij 7, kolom 'waarde': 'gemiddeld' is geen stap van de schaal (ruim, krap)\n"
        "er is niets geschreven\n"
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert unchanged(project)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "metingen.csv: het bestand is leeg"),
        (b"PK\x03\x04", "metingen.csv: dit is een werkmap van Excel; sla het blad op als CSV"),
        ("indicator;waarde\ndossiers;1\n", "metingen.csv, rij 1: de kolom 'datum' ontbreekt"),
        ("indicator;datum;datum;waarde\ndossiers;2019;2;3\n", "metingen.csv, rij 1, kolom 'datum': deze kolom staat er al, als 'datum'"),
        ("indicator;datum;waarde\ndossiers;2019\n", "metingen.csv, rij 2: deze rij heeft 2 cellen en de kop 3"),
        ("indicator;datum;waarde;bron\ndossiers;2019;5;cbs 84066\n",
         "metingen.csv, rij 2: bron 'cbs' staat niet in het register (DIN112; begin met de id van een bron, of voeg 'cbs' toe onder 'bronnen')"),
    ],
)  # fmt: skip
def test_one_fault_and_nothing_is_written(project: Path, text: str | bytes, told: str) -> None:
    done = append_csv(project, text)
    assert done.stdout == f"{told}\ner is niets geschreven\n"
    assert (done.returncode, done.stderr) == (1, "")
    assert unchanged(project)


def test_a_note_of_what_was_there_before_is_no_fault_of_the_rows(project: Path) -> None:
    (project / "din.yaml").write_text(MODEL.replace("meet: minder", "meet: mindr"))
    assert run("validate", cwd=project).returncode == 1
    assert run("append", "measurements", "metingen.csv", cwd=project).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("append", "measurements", "weg.csv"), "'weg.csv': het bestand bestaat niet"),
        (("append", "measurements", "."), "is een map"),
        (("append", "measurements", "metingen.csv", "weg.yaml"), "'weg.yaml' bestaat niet"),
        (("append", "measurements", "metingen.csv", "--to", "weg.yaml"), "--to: 'weg.yaml' is geen bestand van dit model; dat zijn: din.yaml"),
        (("append", "measurements", "metingen.csv", "--to", "../din.yaml"), "is geen bestand van dit model"),
        (("append", "doelen", "metingen.csv"), "kies uit measurements, metingen"),
        (("append", "measurements"), "ontbreekt"),
    ],
)
def test_a_wrong_call_says_why(project: Path, arguments: tuple[str, ...], message: str) -> None:
    done = run(*arguments, cwd=project)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert unchanged(project)


@pytest.mark.parametrize(
    ("model", "message", "code"),
    [
        (MODEL.replace("doelen:", "doelen: ["), "los eerst de fouten van 'dinkit validate' op", 1),
        (MODEL.split("metingen:", maxsplit=1)[0] + "metingen: {geen: niets gemeten}\n", "hier staat dat er geen metingen zijn", 2),
        (MODEL.split("metingen:", maxsplit=1)[0] + "bronnen:\n  verslag:\n    naam: V\n    omschrijving: |\n      zonder regeleinde", "kies met --to een ander bestand", 2),
    ],
)  # fmt: skip
def test_a_file_without_a_place_is_left_alone(project: Path, model: str, message: str, code: int) -> None:
    (project / "din.yaml").write_text(model)
    done = run("append", "measurements", "metingen.csv", cwd=project)
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr
    assert (project / "din.yaml").read_text() == model


def test_a_part_can_be_chosen(project: Path) -> None:
    (project / "din.yaml").write_text(MODEL.replace("model: klein", "model: klein\ndelen: [map/metingen.yaml]"))
    (project / "map").mkdir()
    (project / "map" / "metingen.yaml").write_text("metingen:\n")
    before = (project / "din.yaml").read_text()
    done = run("append", "measurements", "metingen.csv", "--to", "map/metingen.yaml", cwd=project)
    assert "din.yaml" not in done.stdout
    assert done.stdout.splitlines()[1:3] == ["map/metingen.yaml:2:", "+   dossiers-2019-12-31:"]
    assert (project / "din.yaml").read_text() == before
    assert run("append", "measurements", "metingen.csv", "--to", "metingen.yaml", cwd=project / "map").returncode == 2
    (project / "map" / "metingen.csv").write_text(CSV.replace("2019", "2020"))
    assert run("append", "measurements", "metingen.csv", "../din.yaml", "--to", "metingen.yaml", cwd=project / "map").returncode == 0


def test_a_part_of_an_earlier_edition_is_pointed_out(project: Path) -> None:
    (project / "din.yaml").write_text("model: oud\ndelen: [deel.yaml]\n")
    (project / "nieuw.yaml").write_text("model: nieuw\nvorige_editie: din.yaml\ndelen: [deel.yaml]\n")
    (project / "deel.yaml").write_text(MODEL.replace("model: klein\n", ""))
    done = run("append", "measurements", "metingen.csv", "nieuw.yaml", cwd=project)
    assert "let op: deel.yaml hoort ook bij de eerdere editie 'oud'" in done.stdout
    assert done.returncode == 0
    assert (project / "deel.yaml").read_text() == RESULT.replace("model: klein\n", "")


def test_a_file_that_may_not_be_written_is_not(project: Path) -> None:
    (project / "din.yaml").chmod(0o444)
    done = run("append", "measurements", "metingen.csv", cwd=project)
    assert done.returncode == 2
    assert "'din.yaml' is alleen-lezen; er is niets geschreven" in done.stderr
    assert unchanged(project)


TWO = {
    "din.yaml": "model: twee\ndelen: [a.yaml, b.yaml]\nbronnen: {verslag: Jaarverslag}\n",
    "a.yaml": "indicatoren: {dossiers: {naam: Dossiers, eenheid: dossiers}}\nmetingen:\n",
    "b.yaml": "indicatoren:\n  spanning: {naam: Spanning, schaal: [ruim, krap]}\nmetingen:\n",
}


@pytest.fixture
def two(project: Path) -> Path:
    for name, text in TWO.items():
        (project / name).write_text(text)
    return project


def test_each_goes_to_the_file_of_its_indicator(two: Path) -> None:
    assert run("append", "measurements", "metingen.csv", cwd=two).stdout.endswith("2 metingen toegevoegd aan a.yaml, b.yaml\n")
    assert (two / "a.yaml").read_text().startswith(TWO["a.yaml"] + "  dossiers-2019-12-31:\n")
    assert (two / "b.yaml").read_text().startswith(TWO["b.yaml"] + "  spanning-2019-q3:\n")


@pytest.mark.parametrize(("error", "seen"), [(FailedError(Text("vol", "full")), FailedError), (KeyboardInterrupt(), click.Abort)])
def test_when_the_second_file_fails_the_first_is_put_back(
    two: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, seen: type[BaseException]
) -> None:
    written: list[str] = []

    def failing(path: Path, data: bytes) -> None:
        written.append(path.name)
        if path.name == "b.yaml":
            raise error
        write_file(path, data)

    monkeypatch.setattr(rewriting, "write_file", failing)
    monkeypatch.chdir(two)
    with pytest.raises(seen):
        append.COMMAND.main(["measurements", "metingen.csv"], standalone_mode=False)
    assert written == ["a.yaml", "b.yaml", "a.yaml"]
    assert {name: (two / name).read_text() for name in TWO} == TWO


def test_a_file_that_changes_meanwhile_is_not_overwritten(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = append._preview

    def slow(*given: object) -> object:
        (project / "din.yaml").write_text(MODEL + "# van een ander\n")
        return preview(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(append, "_preview", slow)
    monkeypatch.chdir(project)
    with pytest.raises(FailedError, match="intussen veranderd"):
        append.COMMAND.main(["measurements", "metingen.csv"], standalone_mode=False)
    assert (project / "din.yaml").read_text() == MODEL + "# van een ander\n"


def test_texts_of_a_csv_can_do_nothing_to_a_terminal(project: Path) -> None:
    done = append_csv(project, "indicator;datum;waarde;opmerking\n\x1b[31mx;2019;1;\n")
    assert "<U+001B>[31mx" in done.stdout
    done = append_csv(project, "indicator;datum;waarde;opmerking\ndossiers;2020;1;\u202e{a: b} # c\n")
    assert "\u202e" not in done.stdout
    assert done.returncode == 0
    assert run("validate", cwd=project).returncode == 0


def test_a_large_file_is_soon_done(project: Path) -> None:
    rows = "".join(f"dossiers;{1900 + at // 12}-{at % 12 + 1:02};{at};\n" for at in range(1000))
    before = time.monotonic()
    done = append_csv(project, f"indicator;datum;waarde;bron\n{rows}")
    assert done.stdout.endswith("1000 metingen toegevoegd aan din.yaml\n"), done.stderr
    assert time.monotonic() - before < 20


def test_a_console_that_knows_few_letters_does_not_crash(project: Path) -> None:
    (project / "metingen.csv").write_text("indicator;datum;waarde;opmerking\ndossiers;2020;1;≥ 数据\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "dinkit", "append", "measurements", "metingen.csv"],
        cwd=project, env=os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "≥ 数据" in (project / "din.yaml").read_text(encoding="utf-8")
