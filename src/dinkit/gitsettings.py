"""What dinkit asks of git beside reading revisions: the settings of a repository, and git's own merge of texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from dinkit.revision import GitError, run_git

_MOST_CONFLICTS = 127
"""As its exit code git tells how many conflicts a text merge has, up to this many; more than this is a failure."""

_WITH_BASE = (b"diff3", b"zdiff3")
"""Values of merge.conflictStyle."""


class TextMerge(NamedTuple):
    """A merge of lines: the text, and whether conflicts are marked in it."""

    data: bytes
    has_conflicts: bool


def merge_texts(base: Path, ours: Path, theirs: Path, *, labels: Sequence[str], size: int, with_base: bool) -> TextMerge:
    """Merge three files line by line, as git does without a driver. No repository is needed, and nothing is written.

    Args:
        base: the version that both sides began with.
        ours: our version.
        theirs: the other version.
        labels: what stands behind the conflict markers: of ours, of the base, of theirs.
        size: the number of signs of a marker.
        with_base: show in each conflict what stood there before as well.

    Raises:
        GitError: git is missing, or cannot merge such files.
    """
    names = [part for label in labels for part in ("-L", label)]
    style = ["--diff3"] if with_base else []
    paths = [str(path.resolve()) for path in (ours, base, theirs)]
    done = run_git(ours.resolve().parent, "merge-file", "-p", f"--marker-size={size}", *style, *names, *paths)
    if not 0 <= done.returncode <= _MOST_CONFLICTS:
        raise GitError("failed", said=done.stderr.decode("utf-8", "replace").strip())
    return TextMerge(done.stdout, done.returncode > 0)


def shows_base(folder: Path) -> bool:
    """Say whether git shows in a conflict what stood there before, as whoever works in this folder set it; where there is no git it does not."""
    try:
        done = run_git(folder, "config", "--get", "merge.conflictStyle")
    except GitError:
        return False
    return done.stdout.strip() in _WITH_BASE


def settings_of(folder: Path, section: str) -> dict[str, str]:
    """Return the settings that a repository itself has in a section, by their name without it.

    Raises:
        GitError: git is missing or refuses.
    """
    pattern = "^" + section.replace(".", r"\.") + r"\.[a-z]+$"
    done = run_git(folder, "config", "--local", "--null", "--get-regexp", pattern)
    if done.returncode > 1:
        raise GitError("failed", said=done.stderr.decode("utf-8", "replace").strip())
    pairs = [line.partition("\n") for line in done.stdout.decode("utf-8", "surrogateescape").split("\0") if line]
    return {name.removeprefix(f"{section}."): value for name, _, value in pairs}


def change_settings(folder: Path, section: str, settings: Mapping[str, str | None]) -> None:
    """Write settings of a section into a repository; those without a value are taken out, and an empty section with them.

    Raises:
        GitError: git cannot write them.
    """
    there = settings_of(folder, section)
    for name, value in settings.items():
        if value is not None and there.get(name) != value:
            _asked(folder, "config", "--local", "--replace-all", f"{section}.{name}", value)
        elif value is None and name in there:
            _asked(folder, "config", "--local", "--unset-all", f"{section}.{name}")


def attribute_files(folder: Path) -> list[Path]:
    """Return every .gitattributes of the work tree that a folder is in, those that git ignores aside.

    Raises:
        GitError: git is missing or refuses.
    """
    top = Path(_asked(folder, "rev-parse", "--show-toplevel").removesuffix("\n"))
    listed = _asked(top, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    return [top / name for name in dict.fromkeys(listed) if name.rpartition("/")[2] == ".gitattributes" and (top / name).is_file()]


def _asked(folder: Path, *arguments: str) -> str:
    done = run_git(folder, *arguments)
    if done.returncode:
        raise GitError("failed", said=done.stderr.decode("utf-8", "replace").strip())
    return done.stdout.decode("utf-8", "surrogateescape")
