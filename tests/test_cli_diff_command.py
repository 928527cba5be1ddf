"""dinkit diff as a command: its forms, its merge gate, and the story that it tells of the shipped editions."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from diff_repository import WORK, M, N, repository
from dinkit.cli import program
from dinkit.cli.output import FailedError
from git_support import committed, git, write
from test_cli import run

__all__ = ["repository"]


def test_forms_files_and_exit_codes(top: Path) -> None:
    plan = top / "plan"
    write(top, {"plan/din/werk.yaml": WORK.replace("draagt_bij_aan: h", "draagt_bij_aan: g")})
    done = run("diff", cwd=plan)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\nLet op\n  * Hoofddoel 'Hoog' heeft geen inspanning meer; eerst droeg 'Krant maken' eraan bij.\n" in done.stdout
    assert done.stdout.endswith("\nGeen verschil: models/n.yaml\n")
    for form, start in (("json", "{\n"), ("md", "## dinkit diff\n"), ("html", "<!doctype html>")):
        assert run("diff", "--format", form, cwd=plan).stdout.startswith(start)
        done = run("diff", "-o", f"uit/verschil.{form}", "--lang", "en", cwd=plan)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert (plan / "uit" / f"verschil.{form}").read_text(encoding="utf-8").startswith(start)
    assert "Main goal 'Hoog' has no effort any more" in (plan / "uit" / "verschil.md").read_text(encoding="utf-8")
    data = json.loads((plan / "uit" / "verschil.json").read_text(encoding="utf-8"))
    assert [one["model"] for one in data["comparisons"]] == [M, N]
    refused = run("diff", "-o", "uit/verschil.csv", cwd=plan)
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert "moet eindigen op .txt, .md, .html, .htm of .json" in refused.stderr
    assert not (plan / "uit" / "verschil.csv").exists()
    for path in (M, "din/werk.yaml"):
        before = (plan / path).read_bytes()
        assert run("diff", "-o", path, cwd=plan).returncode == 2
        assert (plan / path).read_bytes() == before


@pytest.fixture
def gate(top: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Run the command in this process; return its exit code."""

    def code(*words: str) -> int:
        try:
            return int(program.main(["diff", *words], prog_name="dinkit", standalone_mode=False) or 0)
        except FailedError as error:
            return error.exit_code

    return code


def test_a_merge_gate(top: Path, gate: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    write(top, {"plan/din/werk.yaml": WORK.replace("Loket openen", "Loket slopen").replace("draagt_bij_aan: h", "draagt_bij_aan: g")})
    assert gate() == 0
    for names in ("lost-cover", "dekking-verloren", "new-error,lost-cover", " change ", "wijziging", "new-warning"):
        assert gate("--fail-on", names) == 1, names
    for names in ("new-error", "money,target-moved,gained-cover", ""):
        assert gate("--fail-on", names) == 0, names
    assert gate("--fail-on", "lost-cover", N) == 0
    capsys.readouterr()
    assert gate("--fail-on", "lost-covr") == 2
    write(top, {"plan/din/werk.yaml": WORK.replace("Loket openen", "Loket slopen")})
    assert gate("--fail-on", "change") == 0


def test_a_gate_that_cannot_be_judged_stays_shut(top: Path, gate: Callable[..., int]) -> None:
    write(top, {"plan/din/werk.yaml": "inspanningen: [\n"})
    assert gate("--fail-on", "lost-cover", M) == 1
    assert gate(M) == 0
    committed(top)
    write(top, {"plan/din/werk.yaml": WORK})
    assert gate("--fail-on", "lost-cover", M) == 0
    git(top, "reset", "--quiet", "--hard", "HEAD~1")
    (top / "plan" / M).unlink()
    assert gate("--fail-on", "lost-cover", M) == 1


def test_an_unknown_gate_names_the_nearest(top: Path) -> None:
    done = run("diff", "--fail-on", "lost-covr", cwd=top / "plan")
    assert done.returncode == 2
    assert "--fail-on kent 'lost-covr' niet. Bedoelt u 'lost-cover'? Mogelijk: wijziging, " in done.stderr


def test_the_shipped_editions_tell_their_story(tmp_path: Path) -> None:
    root = Path(__file__).parent.parent
    done = run("diff", "models/din.yaml", "models/almelo-2022.yaml", cwd=root)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "models/almelo-2022.yaml: models/din.yaml → models/almelo-2022.yaml"
    assert lines[1].startswith(
        "Van de 15 inspanningen in 'programmacontract, tevens 1e faseplan' zijn er 13 gebleven (5 hernoemd, 10 hernummerd), "
        "1 is opgegaan in een ander en 1 wordt niet meer genoemd ('Experiment tegen de armoedeval')."
    )
    assert lines[3] == "Let op"
    text = done.stdout
    for line in (
        "  * Operationeel doel 'Minder mensen terug naar de bijstand' heeft geen inspanning meer; eerst droegen 'Actieplan arbeidsmarkt uitvoeren' en 'Instroom in de bijstand voorkomen' eraan bij.",
        "  ~ 'Tegenprestatie naar vermogen' (inzet-tegenprestatie): samengevoegd, hernoemd, hernummerd",
        "  - 'Inzet naar vermogen en belastbaarheid' (inzet-naar-vermogen): opgegaan in een ander",
        "  - 'Experiment tegen de armoedeval' (experiment-armoedeval): niet meer genoemd",
        "  ~ 'Samenwerking op bedrijventerreinen (BIZ)' (bedrijveninvesteringszones): hernoemd, andere plaats",
        "      onderdeel van: 'Ondernemersdienstverlening verbeteren' → 'Bedrijventerreinen'",
        "  + 'Heracles Werkt' (heracles-werkt): nieuw",
    ):
        assert line in text.splitlines(), line


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_became_of_everything_in_the_shipped_editions(language: str) -> None:
    """Golden: the story, and of every effort, goal and indicator in a line what became of it. Checked by hand against the two documents."""
    root = Path(__file__).parent.parent
    lines = run("diff", "models/din.yaml", "models/almelo-2022.yaml", "--lang", language, cwd=root).stdout.splitlines()
    first = lines.index("Inspanningen" if language == "nl" else "Efforts")
    last = lines.index("Resultaten" if language == "nl" else "Results")
    made = "\n".join([*lines[:2], "", *(line for line in lines[first:last] if re.match(r"\S|  [+~-] |$", line))]) + "\n"
    golden = root / "tests" / "golden" / f"difference-almelo.{language}.txt"
    if os.environ.get("DINKIT_UPDATE_GOLDEN"):
        golden.write_text(made, encoding="utf-8", newline="\n")
    assert made == golden.read_text(encoding="utf-8")
