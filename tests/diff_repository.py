"""The repository that tests of dinkit diff look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from git_support import committed, git, made

MODEL = "model: m\ndelen: [../din/werk.yaml]\ndoelen: {g: Doel, h: Hoog}\n"
WORK = "inspanningen:\n  e: {naam: Loket openen, draagt_bij_aan: g, planning: 2019}\n  f: {naam: Krant maken, draagt_bij_aan: h, planning: 2019}\n"
SETTINGS = "modellen: [models/m.yaml, models/n.yaml]\n"
OTHER = "model: n\ndoelen: {z: Zorg}\n"


@pytest.fixture(name="top")
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with three commits on main, a branch and a tag; the project is a folder in it, with a space and an accent in its path."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("DINKIT_LANG", "nl")
    folder = made(tmp_path / "de één")
    committed(
        folder, {"plan/dinkit.yaml": SETTINGS, "plan/models/m.yaml": MODEL, "plan/models/n.yaml": OTHER, "plan/din/werk.yaml": WORK, "los.txt": "x"}
    )
    git(folder, "tag", "v1")
    committed(folder, {"plan/din/werk.yaml": WORK.replace("Loket openen", "Loket sluiten")})
    git(folder, "checkout", "--quiet", "-b", "zij")
    committed(folder, {"plan/din/werk.yaml": WORK.replace("Loket openen", "Loket sluiten").replace("Krant", "Blad")})
    git(folder, "checkout", "--quiet", "main")
    committed(folder, {"plan/din/werk.yaml": WORK.replace("Loket openen", "Loket slopen")})
    monkeypatch.chdir(folder / "plan")
    return folder


M, N = "models/m.yaml", "models/n.yaml"
