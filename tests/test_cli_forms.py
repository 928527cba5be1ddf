"""The form of what a command writes: the one behind --format, else by the name behind -o; and what help says of a call without a model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import pytest

from dinkit import catalogue
from dinkit.cli import COMMANDS, _code
from dinkit.cli.forms import ENDS
from test_cli import GOOD, run

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command in this process, in a folder with a model; return its exit code, output and errors."""
    (tmp_path / "dinkit.yaml").write_text("modellen: [din.yaml]\n")
    (tmp_path / "din.yaml").write_text(GOOD)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DINKIT_LANG", "nl")

    def called(*words: str) -> tuple[int, str, str]:
        code = _code(list(words))
        said = capsys.readouterr()
        return code, said.out, said.err

    return called


@pytest.mark.parametrize(
    ("words", "name", "start"),
    [
        ("report voortgang", "v.md", "# Voortgang"),
        ("report voortgang", "v.HTML", "<!doctype html>"),
        ("report voortgang", "v.htm", "<!doctype html>"),
        ("report voortgang", "uit/v", "# Voortgang"),
        ("analyse coverage", "c.txt", "1 van 1 doel heeft"),
        ("analyse coverage", "c.json", '{\n  "format": 1,'),
        ("analyse coverage", "c.csv", "analysis,table,id,"),
        ("analyse coverage", "c.md", "# Dekking"),
        ("analyse coverage", "c", "1 van 1 doel heeft"),
        ("sources", "s.csv", "analysis,table,id,"),
        ("portfolio", "p.json", '{\n  "format": 1,'),
        ("rules", "r.csv", "analysis,table,code,"),
        ("rules", "r.json", '{\n  "format": 1,'),
    ],
)
def test_a_fact_or_report_is_written_in_the_form_of_its_name(call: Call, words: str, name: str, start: str) -> None:
    assert call(*words.split(), "-o", name) == (0, f"{name}\n", "")
    assert Path(name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("b.txt", "geen fouten"),
        ("b.md", "## dinkit"),
        ("b.json", '{\n  "format": 1,'),
        ("b.sarif", '{\n  "$schema"'),
        ("b.sarif.json", '{\n  "$schema"'),
        ("b.xml", "<?xml"),
        ("b", "geen fouten"),
    ],
)
def test_findings_are_written_in_the_form_of_their_name_and_say_nothing_in_ci(call: Call, name: str, start: str) -> None:
    assert call("validate", "-o", name) == (0, "", "")
    assert Path(name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("report voortgang -o v.docx", "'v.docx' moet eindigen op .md, .html of .htm; met --format mag elke naam"),
        ("report voortgang -o v.pdf --lang en", "'v.pdf' must end in .md, .html or .htm; with --format any name will do"),
        ("analyse coverage -o c.xlsx", "'c.xlsx' moet eindigen op .txt, .md, .csv of .json; met --format mag elke naam"),
        ("sources -o s.html", "'s.html' moet eindigen op .txt, .md, .csv of .json; met --format mag elke naam"),
        ("portfolio -o p.yaml", "'p.yaml' moet eindigen op .txt, .md, .csv of .json; met --format mag elke naam"),
        ("rules -o dinkit.yaml", "'dinkit.yaml' moet eindigen op .txt, .md, .csv of .json; met --format mag elke naam"),
        ("validate -o r.html", "'r.html' moet eindigen op .txt, .md, .sarif, .sarif.json, .json of .xml; met --format mag elke naam"),
        ("analyse coverage --format json --format csv", "--format: noem er een, niet meer (json, csv)"),
    ],
)
def test_a_name_that_no_form_has_is_refused(call: Call, words: str, said: str) -> None:
    assert call(*words.split()) == (2, "", f"dinkit: {said}\n")
    assert sorted(path.name for path in Path().iterdir()) == ["din.yaml", "dinkit.yaml"]


@pytest.mark.parametrize("words", ["report voortgang --format html", "analyse coverage --format csv", "validate --format gitlab"])
def test_a_form_that_was_asked_for_goes_under_any_name(call: Call, words: str) -> None:
    code, shown, _ = call(*words.split())
    assert (code, call(*words.split(), "-o", "x.docx")[0], call("validate", "-o", "x.json")[0]) == (0, 0, 0)
    assert Path("x.docx").read_bytes().decode() == shown


def test_the_ends_of_names_are_those_of_the_exporters() -> None:
    made = [module.EXPORTER for module in catalogue.members("dinkit.exporters") if module.EXPORTER.takes in ("fact", "findings", "publication")]
    other = {(".htm", "html"), (".sarif.json", "sarif")}
    asked = {(".txt", "compact"), (".txt", "github"), (".json", "gitlab")}
    assert {(one.suffix, one.form) for one in made} == set(ENDS) - other | asked


def test_which_model_is_answered_about_is_told_where_nobody_named_it(call: Call) -> None:
    Path("ander.yaml").write_text("model: ander\n")
    assert call("analyse", "coverage")[2] == ""
    Path("dinkit.yaml").write_text("modellen: [din.yaml, ander.yaml]\n")
    Path("din.yaml").write_text(GOOD.replace("model: klein\n", "model: klein\neditie: plan 2019\n"))
    for words in (("analyse", "coverage", "--format", "json"), ("sources",)):
        assert call(*words)[2] == "over din.yaml (Klein · plan 2019), het eerste van 2 modellen in dinkit.yaml\n"
        assert call(*words, "din.yaml")[2] == ""
    Path("dinkit.yaml").write_text("modellen: [ander.yaml, din.yaml]\n")
    assert call("analyse", "coverage", "--lang", "en")[2] == "on ander.yaml, the first of 2 models in dinkit.yaml\n"


FIRST = ["analyse", "append", "render", "report", "sources"]
ALL = ["baseline", "build", "fix", "portfolio", "review", "rules", "validate"]


def test_help_says_what_counts_without_a_model() -> None:
    commands: dict[str, click.Command] = {name: catalogue.member(COMMANDS, name).COMMAND for name in catalogue.names(COMMANDS)}
    texts = {name: command.get_help(click.Context(command)) for name, command in commands.items()}
    assert [name for name, text in texts.items() if "Zonder MODEL: het eerste model van dinkit.yaml." in text] == FIRST
    assert [name for name, text in texts.items() if "Zonder MODEL: alle modellen van dinkit.yaml." in text] == ALL


def test_help_says_it_in_english_too(tmp_path: Path) -> None:
    assert "\n\n  Without MODEL: the first model of dinkit.yaml.\n\n" in run("sources", "--help", "--lang", "en", cwd=tmp_path).stdout
