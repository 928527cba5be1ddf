"""The page of the twenty parts: every place that it names exists, and every command that it gives runs."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROWS = [line.split(" | ") for line in (ROOT / "docs" / "parts.md").read_text(encoding="utf-8").splitlines() if re.match(r"\| [0-9]+\.", line)]
COMMANDS = sorted({command for row in ROWS for command in re.findall("`(dinkit [^`]+)`", row[2])})


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what people edit, in which the commands may write."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("models", "din", "dinkit.yaml"):
        place = ROOT / name
        (shutil.copytree if place.is_dir() else shutil.copy)(place, folder / name)
    shutil.copytree(ROOT / "tests" / "models", folder / "tests" / "models")
    (folder / "metingen.csv").write_text("indicator;datum;waarde\nindicator-bijstandsdossiers;2021;2300\n", encoding="utf-8")
    return folder


def test_all_twenty_parts_are_there_in_order() -> None:
    assert [int(row[0].split(".")[0].strip("| ")) for row in ROWS] == list(range(1, 21))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].strip("| "))
def test_the_places_exist(row: list[str]) -> None:
    places = re.findall("`([a-z0-9/.-]+/[a-z0-9/.-]*)`", row[1])
    assert [place for place in places if not (ROOT / place).exists()] == []
    assert re.search("`dinkit ", row[2])


@pytest.mark.parametrize("command", [command for command in COMMANDS if command != "dinkit build"])
def test_the_commands_run(command: str, project: Path) -> None:
    done = subprocess.run([sys.executable, "-m", *shlex.split(command)], cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    words = shlex.split(command)
    written = project / words[words.index("-o") + 1] if "-o" in words else None
    assert written.stat().st_size if written else done.stdout
