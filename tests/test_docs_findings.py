"""docs/findings.md against the program: its project is made, and each of its commands says what the page says."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = (Path(__file__).parent.parent / "docs" / "findings.md").read_text(encoding="utf-8")
FILES = re.findall(r"```yaml\n# (\S+)\n(.*?)```", PAGE, re.DOTALL)
CALLS = [
    call
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    for call in re.findall(r"^\$ dinkit (.*)\n((?:[^$].*\n)*)", block, re.MULTILINE)
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    for name, text in FILES:
        # The page numbers its lines with the one that names the file.
        (root / name).write_text(f"# {name}\n{text}", encoding="utf-8")
    return root


def dinkit(project: Path, words: str) -> str:
    command = [sys.executable, "-m", "dinkit", *shlex.split(words)]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8", check=False, env={"DINKIT_LANG": "nl"}).stdout


def test_the_page_has_a_project_and_calls() -> None:
    assert [name for name, _ in FILES] == ["din.yaml", "dinkit.yaml"]
    assert len(CALLS) == 5


def test_the_commands_say_what_the_page_says(project: Path) -> None:
    for words, said in CALLS:
        assert dinkit(project, words) == said, words


def test_after_a_change_of_the_goal_exactly_its_contributions_are_to_be_reviewed(project: Path) -> None:
    dinkit(project, "review confirm alles --door programmamanager --op 2026-06-30")
    model = project / "din.yaml"
    model.write_text(model.read_text(encoding="utf-8").replace("naam: Meer banen", "naam: Meer banen in de techniek"), encoding="utf-8")
    assert re.findall(r"DIN045: te herzien: '([^']+)'", dinkit(project, "validate --format compact")) == [
        "Een loket voor ondernemers openen",
        "Een krant voor starters maken",
    ]
