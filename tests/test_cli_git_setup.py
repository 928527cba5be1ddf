"""dinkit git-setup on real repositories: what it writes, where, and that it can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from dinkit.merging.driver import driver_settings
from git_support import committed, git, made
from merging_git import MODEL, SETTINGS, model, parted, quiet, set_up, tried
from test_cli import run

LINES = """\
# >>> dinkit git-setup
/dinkit.baseline.yaml merge=dinkit
/dinkit.review.yaml merge=dinkit
/dinkit.yaml merge=dinkit
/models/**/*.yaml merge=dinkit
/exports/** merge=dinkit-exports
# <<< dinkit git-setup
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A set-up project in a repository with a space and accents in its path."""
    quiet(tmp_path, monkeypatch)
    return set_up(tmp_path / "Gemeente Édé's 100%")


def test_it_writes_lines_and_settings_and_says_what_to_do(tmp_path):
    folder = made(tmp_path)
    committed(folder, {"dinkit.yaml": SETTINGS, "models/din.yaml": MODEL})
    done = run("git-setup", cwd=folder, DINKIT_LANG="nl")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == (
        "git voegt deze bestanden nu samen met dinkit. Leg .gitattributes vast in git; wie in een andere kopie werkt, draait daar ook een keer "
        "'dinkit git-setup'."
    )
    assert (folder / ".gitattributes").read_text() == LINES
    assert git(folder, "config", "--local", "merge.dinkit.name") == "dinkit: per element en veld"
    assert git(folder, "check-attr", "merge", "models/x/y.yaml", "exports/a/b.svg", "los.yaml").splitlines() == [
        "models/x/y.yaml: merge: dinkit",
        "exports/a/b.svg: merge: dinkit-exports",
        "los.yaml: merge: unspecified",
    ]


def test_in_english_the_settings_and_what_git_tells_are_english(tmp_path):
    folder = made(tmp_path)
    committed(folder, {"dinkit.yaml": SETTINGS, "models/din.yaml": MODEL, "exports/din.md": "oud\n"})
    assert run("git-setup", "--lang", "en", cwd=folder, DINKIT_LANG="nl").returncode == 0
    committed(folder)
    assert git(folder, "config", "--local", "merge.dinkit.name") == "dinkit: by element and field"
    parted(
        folder,
        {"models/din.yaml": MODEL.replace("a: A", "a: X"), "exports/din.md": "onze\n"},
        {"models/din.yaml": MODEL.replace("a: A", "a: Y"), "exports/din.md": "hun\n"},
    )
    said = tried(folder, "merge", "--no-edit", "jan").stderr  # git itself runs with DINKIT_LANG=nl
    assert "models/din.yaml:4: conflict: 'a', field 'naam': changed differently on both sides: 'X' (" in said
    assert "dinkit: exports/din.md: our version stays; run dinkit build afterwards\n" in said


def test_twice_changes_nothing_and_taking_it_back_leaves_no_trace(tmp_path):
    folder = made(tmp_path)
    for before in (b"", b"*.md text\n", b"*.md text", b"*.md text\r\n"):
        attributes = folder / ".gitattributes"
        attributes.write_bytes(before)
        if not before:
            attributes.unlink()
        committed(folder, {"dinkit.yaml": SETTINGS, "models/din.yaml": MODEL})
        settings = (folder / ".git/config").read_bytes()
        run("git-setup", cwd=folder)
        once = attributes.read_bytes(), (folder / ".git/config").read_bytes()
        run("git-setup", cwd=folder)
        assert (attributes.read_bytes(), (folder / ".git/config").read_bytes()) == once
        assert run("git-setup", "--remove", cwd=folder).returncode == 0
        assert (attributes.read_bytes() if attributes.exists() else b"") == before
        assert (folder / ".git/config").read_bytes() == settings
        assert run("git-setup", "--remove", cwd=folder).returncode == 0


def test_a_linked_work_tree_uses_the_same_settings(project, tmp_path):
    parted(project, {"models/din.yaml": MODEL.replace("a: A\n", "a: A\n  x: X\n")}, {"models/din.yaml": MODEL.replace("a: A\n", "a: A\n  y: Y\n")})
    git(project, "worktree", "add", "--quiet", str(tmp_path / "los"), "-b", "los", "main")
    assert tried(tmp_path / "los", "merge", "--no-edit", "jan").returncode == 0
    assert model(tmp_path / "los") == MODEL.replace("a: A\n", "a: A\n  x: X\n  y: Y\n")
    assert run("git-setup", cwd=tmp_path / "los").returncode == 0


def test_a_submodule_is_set_up_by_itself(project, tmp_path):
    outer = made(tmp_path / "buiten")
    git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(project), "plan")
    committed(outer)
    before = (outer / ".git/config").read_text()
    assert run("git-setup", cwd=outer / "plan").returncode == 0
    assert (outer / ".git/config").read_text() == before
    assert git(outer / "plan", "config", "--local", "merge.dinkit.name")


def test_a_project_below_the_top_of_a_repository_is_set_up_there(tmp_path):
    folder = made(tmp_path)
    committed(folder, {"plan/dinkit.yaml": SETTINGS, "plan/models/din.yaml": MODEL})
    assert run("git-setup", cwd=folder / "plan").returncode == 0
    committed(folder)
    parted(
        folder,
        {"plan/models/din.yaml": MODEL.replace("a: A\n  b: B", "a: A\n  b: X")},
        {"plan/models/din.yaml": MODEL.replace("a: A\n  b: B", "a: Y\n  b: B")},
    )
    assert tried(folder, "merge", "--no-edit", "jan").returncode == 0
    assert (folder / "plan/models/din.yaml").read_text() == MODEL.replace("a: A\n  b: B", "a: Y\n  b: X")


def test_it_refuses_where_there_is_no_repository_or_no_project(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "dinkit.yaml").write_text(SETTINGS)
    done = run("git-setup", cwd=tmp_path, DINKIT_LANG="nl")
    assert (done.returncode, done.stderr) == (2, "dinkit: deze map staat niet in git\n")
    (tmp_path / "dinkit.yaml").unlink()
    folder = made(tmp_path / "leeg")
    done = run("git-setup", cwd=folder, DINKIT_LANG="nl")
    assert done.returncode == 2
    assert "dinkit init" in done.stderr
    assert not (folder / ".gitattributes").exists()


@pytest.mark.parametrize("folder", ["mijn modellen", "a[b]*?", 'zei "hij"', "#hier", "!daar", "één"])
def test_any_folder_is_named_so_that_git_finds_it(tmp_path, folder):
    top = made(tmp_path)
    committed(top, {"dinkit.yaml": f"modellen: ['{folder}/din.yaml']\n", f"{folder}/din.yaml": MODEL, "andere/din.yaml": MODEL})
    assert run("git-setup", cwd=top).returncode == 0
    for path, driver in ((f"{folder}/din.yaml", "dinkit"), ("andere/din.yaml", "unspecified")):
        assert git(top, "check-attr", "-z", "merge", path).split("\0")[2] == driver


def test_settings_that_another_project_in_the_repository_needs_stay(tmp_path):
    top = made(tmp_path)
    for name in ("een", "twee"):
        committed(top, {f"{name}/dinkit.yaml": SETTINGS, f"{name}/models/din.yaml": MODEL})
        assert run("git-setup", cwd=top / name).returncode == 0
    done = run("git-setup", "--remove", cwd=top / "een", DINKIT_LANG="nl")
    assert done.stdout.startswith("de regels in .gitattributes zijn weg; de instellingen van git blijven, want ze worden nog gebruikt in ")
    assert git(top, "config", "--local", "merge.dinkit.name")
    assert run("git-setup", "--remove", cwd=top / "twee").returncode == 0
    assert tried(top, "config", "--local", "merge.dinkit.name").returncode == 1


def test_a_place_that_cannot_be_written_is_refused_without_a_trace(tmp_path):
    top = made(tmp_path)
    committed(top, {"dinkit.yaml": SETTINGS, "models/din.yaml": MODEL})
    (top / ".gitattributes").mkdir()
    for words in ((), ("--remove",)):
        done = run("git-setup", *words, cwd=top)
        assert "Traceback" not in done.stderr
    assert run("git-setup", cwd=top).returncode == 2
    assert tried(top, "config", "--local", "merge.dinkit.name").returncode == 1


def test_the_python_is_named_so_that_git_and_the_shell_read_it_whole(tmp_path):
    python = tmp_path / "it's 100% $HOME" / "python"
    python.parent.mkdir()
    python.write_text('#!/bin/sh\necho "$@" > "$(dirname "$0")/gezegd"\n')
    python.chmod(0o755)
    top = made(tmp_path / "plan")
    committed(top, {"m.yaml": MODEL, ".gitattributes": "m.yaml merge=dinkit\n"})
    for section, settings in driver_settings(str(python), "nl").items():
        for name, value in settings.items():
            git(top, "config", f"{section}.{name}", value)
    parted(top, {"m.yaml": MODEL.replace("a: A", "a: X")}, {"m.yaml": MODEL.replace("a: A", "a: Y")})
    assert tried(top, "merge", "--no-edit", "jan").returncode == 0  # that python said nothing is left to solve
    said = (python.parent / "gezegd").read_text()
    assert said.startswith("-P -m dinkit merge --path m.yaml --lang nl --marker-size 7 -L ")
