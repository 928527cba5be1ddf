"""A project on which git merges with dinkit: how it is made, changed on two branches, and merged."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from git_support import ENVIRONMENT, committed, git, made
from test_cli import run

MODEL = """\
model: m
taal: nl
doelen:
  a: A
  b: B
inspanningen:
  w:
    naam: W  # werk
    draagt_bij_aan: [a]
"""
SETTINGS = "modellen: [models/din.yaml]\n"


def tried(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git, whatever it answers; dinkit speaks Dutch in it."""
    environment = ENVIRONMENT | {"DINKIT_LANG": "nl"}
    return subprocess.run(["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


def quiet(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of this machine out, and let dinkit speak Dutch."""
    for name, value in {
        "GIT_CEILING_DIRECTORIES": str(folder),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "DINKIT_LANG": "nl",
    }.items():
        monkeypatch.setenv(name, value)


def set_up(folder: Path) -> Path:
    """Make a repository with a project in it, and let git merge it with dinkit."""
    made(folder)
    committed(folder, {"dinkit.yaml": SETTINGS, "models/din.yaml": MODEL, "exports/din.md": "oud\n"})
    assert run("git-setup", cwd=folder).returncode == 0
    committed(folder)
    return folder


def parted(folder: Path, ours: dict[str, str | bytes | None], theirs: dict[str, str | bytes | None]) -> None:
    """Let two branches change files: "jan" theirs, "main" (where we are) ours."""
    git(folder, "checkout", "--quiet", "-b", "jan")
    committed(folder, theirs, "jan")
    git(folder, "checkout", "--quiet", "main")
    committed(folder, ours, "main")


def model(folder: Path) -> str:
    return (folder / "models/din.yaml").read_text()
