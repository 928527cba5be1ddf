"""The command line as its three users call it: exit codes, messages, files written whole or not at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dinkit import catalogue

ROOT = Path(__file__).parent.parent

GOOD = """\
model: klein
programma: {id: klein-programma, naam: Klein}
doelen:
  meer-banen: Meer banen
inspanningen:
  loket: {naam: Loket openen, draagt_bij_aan: meer-banen, planning: 2019, stakeholders: {stad: eigenaar}}
stakeholders:
  stad: De stad
"""


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run dinkit as its users do: a process of its own."""
    env = {key: value for key, value in os.environ.items() if key not in ("LC_ALL", "LC_MESSAGES", "LANG", "DINKIT_LANG")} | environment
    return subprocess.run(
        [sys.executable, "-m", "dinkit", *arguments], cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "dinkit.yaml").write_text("modellen: [din.yaml]\n")
    (tmp_path / "din.yaml").write_text(GOOD)
    return tmp_path


def test_a_good_model_is_silent(project: Path) -> None:
    done = run("validate", cwd=project)
    assert (done.returncode, done.stdout, done.stderr) == (0, "geen fouten, waarschuwingen of tips in 1 bestand\n", "")


def test_a_fault_is_shown_with_its_line_and_exit_code_1(project: Path) -> None:
    (project / "din.yaml").write_text(GOOD.replace("draagt_bij_aan: meer-banen", "draagt_bij_aan: meer-bannen"))
    done = run("validate", "din.yaml", cwd=project)
    assert done.returncode == 1
    assert done.stdout.splitlines()[0].startswith("din.yaml:6:47: fout DIN102 ")
    assert done.stdout.splitlines()[2].endswith("^^^^^^^^^^^")
    assert "bedoelt u 'meer-banen'?" in done.stdout


def test_warnings_fail_only_when_strict(project: Path) -> None:
    (project / "din.yaml").write_text(GOOD.replace("  meer-banen: Meer banen\n", "  meer-banen: Meer banen\n  minder-files: Minder files\n"))
    assert run("validate", cwd=project).returncode == 0
    assert run("validate", "--strict", cwd=project).returncode == 1


def test_english_on_request(project: Path) -> None:
    (project / "din.yaml").write_text(GOOD.replace("draagt_bij_aan: meer-banen", "draagt_bij_aan: meer-bannen"))
    done = run("validate", "--lang", "en", cwd=project)
    assert "did you mean 'meer-banen'?" in done.stdout


def test_json_findings_have_a_format_version(project: Path) -> None:
    found = json.loads(run("validate", "--format", "json", cwd=project).stdout)
    assert found["format"] == 1
    assert found["findings"] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("validate", "nergens.yaml"), "'nergens.yaml' bestaat niet"),
        (("analyse", "coverage", "."), "'.' is een map"),
        (("valideer",), "Er is geen commando 'valideer'. Bedoelt u 'validate'?"),
        (("analyse", "dekking"), "er is geen analyse 'dekking'"),
        (("analyse", "centrality", "--evidence", "vermeld"), "kent --evidence niet"),
        (("render", "-o", "din.jpg"), "moet eindigen op .svg, .pdf, .png of .dot"),
        (("render", "-o", "din.svg", "--goal", "meer-bannen"), "bedoelt u 'meer-banen'?"),
        (("render", "-o", "din.svg", "--focus", "lokket"), "bedoelt u 'loket'?"),
        (("render", "-o", "din.yaml/din.svg"), "kan niet geschreven worden"),
        (("init",), "'din.yaml' bestaat al; er is niets geschreven"),
    ],
)
def test_a_wrong_call_says_why_and_exits_2(project: Path, arguments: tuple[str, ...], message: str) -> None:
    done = run(*arguments, cwd=project)
    assert done.returncode == 2, done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert (project / "din.yaml").read_text() == GOOD


def test_without_a_model_and_settings_the_way_on_is_told(tmp_path: Path) -> None:
    done = run("validate", cwd=tmp_path)
    assert done.returncode == 2
    assert "'dinkit init' maakt een begin" in done.stderr


@pytest.mark.parametrize("language", ["nl", "en"])
def test_init_writes_a_model_that_validates_and_draws(tmp_path: Path, language: str) -> None:
    assert run("init", "--lang", language, cwd=tmp_path).returncode == 0
    assert len((tmp_path / "din.yaml").read_text().splitlines()) < 20
    done = run("validate", "--strict", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert run("render", "-o", "din.svg", cwd=tmp_path).returncode == 0
    assert (tmp_path / "din.svg").read_bytes().startswith(b"<?xml")


def test_every_analysis_and_form_answers(project: Path) -> None:
    for name in ("orphans", "coverage", "centrality"):
        for form in ("text", "json", "csv", "md"):
            done = run("analyse", name, "--format", form, cwd=project)
            assert done.returncode == 0, done.stderr
            assert done.stdout


def test_build_writes_everything_and_then_nothing_is_stale(project: Path) -> None:
    assert run("build", cwd=project).returncode == 0
    names = {path.name for path in (project / "exports").iterdir()}
    assert names == {
        "din.svg", "din.pdf", "din.png", "din.dot", "doel-meer-banen.svg", "doel-meer-banen.pdf", "doel-meer-banen.dot",
        "tijdlijn.svg", "tijdlijn.pdf", "tijdlijn.dot",
        *(f"{name}{end}" for name in catalogue.names("dinkit.analyses") for end in (".md", ".json")),
        "README.md", "findings.json", "din.json", "pictures.json",
    }  # fmt: skip
    assert run("build", "--check", cwd=project).returncode == 0
    (project / "exports" / "coverage.md").write_text("oud")
    (project / "exports" / "din.png").write_bytes(b"oud")
    done = run("build", "--check", cwd=project)
    assert done.returncode == 1
    assert done.stdout.splitlines()[:2] == ["verouderd: exports/coverage.md", "verouderd: exports/din.png"]
    assert (project / "exports" / "coverage.md").read_text() == "oud"


def test_a_model_with_errors_leaves_exports_alone(project: Path) -> None:
    (project / "exports").mkdir()
    (project / "exports" / "din.svg").write_text("wat er stond")
    (project / "din.yaml").write_text(GOOD.replace("draagt_bij_aan: meer-banen", "draagt_bij_aan: meer-bannen"))
    done = run("build", cwd=project)
    assert done.returncode == 1
    assert "exports/ blijft zoals het was" in done.stderr
    assert [path.name for path in (project / "exports").iterdir()] == ["din.svg"]
    assert (project / "exports" / "din.svg").read_text() == "wat er stond"


def test_a_fault_in_the_settings_is_a_finding(project: Path) -> None:
    (project / "dinkit.yaml").write_text("modellen: [din.yaml]\nmodelen: 3\n")
    done = run("validate", cwd=project)
    assert done.returncode == 1
    assert "dinkit.yaml:2:1: fout DIN010" in done.stdout


def test_a_console_that_knows_few_letters_does_not_crash(project: Path) -> None:
    (project / "din.yaml").write_text(GOOD.replace("Loket openen, draagt_bij_aan: meer-banen", "Loket ≥ → openen"), encoding="utf-8")
    done = run("validate", cwd=project, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    assert "Loket ? ? openen" in done.stdout


def test_a_closed_pipe_is_no_crash(project: Path) -> None:
    done = subprocess.run(f"'{sys.executable}' -m dinkit schema | head -c 10", shell=True, cwd=project, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_two_models_that_share_a_part_tell_its_findings_once(tmp_path: Path) -> None:
    (tmp_path / "dinkit.yaml").write_text("modellen: [a.yaml, b.yaml]\n")
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(f"model: {name}\ndelen: [deel.yaml]\n")
    (tmp_path / "deel.yaml").write_text("doelen:\n  d: {naam: D, nivo: hoofddoel}\n")
    done = run("validate", cwd=tmp_path)
    assert done.stdout.count("DIN010") == 1


def test_the_command_line_can_be_called_twice_in_one_process(project: Path) -> None:
    code = "from dinkit.cli import main\nfor _ in range(2):\n    try: main(['validate'])\n    except SystemExit as stop: print(stop.code)\n"
    done = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stdout.split("\n")[1::2] == ["0", "0"], done.stderr
