"""dinkit validate - --as FILE: what an editor has not saved yet, in the place of the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from test_cli_validate import PART, model, piped, places, project

__all__ = ["project"]

MENDED = PART.replace("nivo", "niveau")


def test_a_text_stands_in_for_a_part_in_every_model_that_has_it(project: Path) -> None:
    before = [path.read_bytes() for path in sorted(project.rglob("*.yaml"))]
    text = PART.replace("naam: D", "naam: D, draagt_bij_aan: dd")
    done = piped(text, "-", "--as", "din/deel.yaml", "--format", "compact", cwd=project)
    assert [line for line in places(done) if "DIN01" in line or "DIN10" in line] == [
        "din/deel.yaml:2:32 DIN102",
        "din/deel.yaml:2:36 DIN010",
    ]
    assert json.loads(piped(MENDED, "-", "--as", "din/deel.yaml", "--format", "json", cwd=project).stdout)["files"] == [
        "din/deel.yaml",
        "din/eigen.yaml",
        "models/a.yaml",
        "models/b.yaml",
    ]
    assert [path.read_bytes() for path in sorted(project.rglob("*.yaml"))] == before


def test_its_name_is_as_it_was_typed_from_here(project: Path) -> None:
    done = piped(PART, "-", "--as", "deel.yaml", "--format", "compact", cwd=project / "din")
    assert "deel.yaml:2:16 DIN010" in places(done)


def test_a_text_stands_in_for_a_model(project: Path) -> None:
    text = model("a", "../din/eigen.yaml").replace("model: a", "modell: a")
    assert "models/a.yaml:1:1 DIN010" in places(piped(text, "-", "--as", "models/a.yaml", "--format", "compact", cwd=project))


@pytest.mark.parametrize("file", ["nieuw.yaml", "los/nieuw.yaml"])
def test_a_file_that_is_not_there_yet_is_taken_for_a_model(project: Path, file: str) -> None:
    done = piped("doelen: {d: {nivo: hoofddoel}}\n", "-", "--as", file, "--format", "compact", cwd=project)
    assert f"{file}:1:14 DIN010" in places(done)


def test_a_file_of_no_model_is_taken_for_one(project: Path) -> None:
    (project / "los.yaml").write_text("doelen: {d: Doel}\n")
    assert "los.yaml:1:14 DIN010" in places(piped("doelen: {d: {nivo: hoofddoel}}\n", "-", "--as", "los.yaml", "--format", "compact", cwd=project))


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("--as", "din/deel.yaml"), "--as hoort bij '-' alleen: dinkit validate - --as BESTAND"),
        (("-", "models/a.yaml", "--as", "din/deel.yaml"), "--as hoort bij '-' alleen: dinkit validate - --as BESTAND"),
        (("-", "--root", "din", "--as", "din/deel.yaml"), "--as hoort bij '-' alleen: dinkit validate - --as BESTAND"),
        (("-", "--as", "dinkit.yaml"), "--as: 'dinkit.yaml' is geen model en geen deel van een model"),
    ],
)
def test_a_wrong_call_is_refused(project: Path, call: tuple[str, ...], said: str) -> None:
    done = piped(PART, *call, cwd=project)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"dinkit: {said}\n")
