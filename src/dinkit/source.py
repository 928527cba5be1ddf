"""Where bytes come from: a folder on disk, or memory (`revision` has those in git). Whoever reads a model asks here, by path relative to the root."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Protocol, runtime_checkable

LARGEST = 64 * 1024 * 1024
"""Files over this many bytes are refused before they are read: no model is a fraction as large."""

SETTINGS = "dinkit.yaml"


class UnreadableError(OSError):
    """A file cannot be had; `why` is "missing", "folder", "special", "too-large", "outside" or "refused".

    In a revision it may also be "submodule", "lfs" (git has only a reference to it) or "not-here" (this clone lacks its content).
    """

    def __init__(self, path: str, why: str) -> None:
        self.path, self.why = path, why
        super().__init__(f"{path}: {why}")


class Files(Protocol):
    """A place that has files. Paths use "/" and are relative to its root."""

    def read(self, path: str) -> bytes:
        """Return the bytes of a file, or raise UnreadableError."""

    def resolve(self, path: str) -> str:
        """Return the path with links and ".." resolved, or raise UnreadableError("outside")."""


@runtime_checkable
class Listing(Protocol):
    """A place that can also tell what it has."""

    def names(self, folder: str) -> list[str]:
        """Return the names of what stands in a folder, sorted; nothing for a folder that is not there."""


class Folder:
    """Files on disk, below a root that nothing may leave."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()

    def resolve(self, path: str) -> str:
        try:
            full = (self.root / path).resolve()
        except (OSError, RuntimeError, ValueError) as error:  # a circle of links, a name that no file can have
            raise UnreadableError(path, "refused") from error
        if not full.is_relative_to(self.root):
            raise UnreadableError(path, "outside")
        return full.relative_to(self.root).as_posix()

    def names(self, folder: str) -> list[str]:
        try:
            return sorted(found.name for found in (self.root / self.resolve(folder)).iterdir())
        except OSError:
            return []

    def read(self, path: str) -> bytes:
        full = self.root / self.resolve(path)
        try:
            why = _why_not(full)
            if why is None:
                return full.read_bytes()
        except (FileNotFoundError, NotADirectoryError) as error:
            raise UnreadableError(path, "missing") from error
        except OSError as error:
            raise UnreadableError(path, "refused") from error
        raise UnreadableError(path, why)


def _why_not(file: Path) -> str | None:
    """Say why a file should not be opened: a pipe or a device could keep us waiting for ever."""
    state = file.stat()
    if S_ISDIR(state.st_mode):
        return "folder"
    if not S_ISREG(state.st_mode):
        return "special"
    return "too-large" if state.st_size > LARGEST else None


class Memory:
    """Files in memory, for tests, examples and unsaved texts."""

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self.files = dict(files)

    def resolve(self, path: str) -> str:
        return straight(path)

    def read(self, path: str) -> bytes:
        if path not in self.files:
            raise UnreadableError(path, "missing")
        held = self.files[path]
        return held.encode() if isinstance(held, str) else held

    def names(self, folder: str) -> list[str]:
        return sorted(path.rpartition("/")[2] for path in self.files if path.rpartition("/")[0] == folder)


def straight(path: str, full: str | None = None) -> str:
    """Return a path without "." and "..".

    Args:
        path: the path from the root, as it is named where it leads outside.
        full: what it stands for, where that is another path.

    Raises:
        UnreadableError: it leaves the root.
    """
    parts: list[str] = []
    for part in (path if full is None else full).split("/"):
        if part == ".." and not parts:
            raise UnreadableError(path, "outside")
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


class Piped:
    """One text that came from elsewhere, such as standard input, at a path among the files of a folder."""

    def __init__(self, folder: Folder, path: str, data: bytes) -> None:
        self.folder = folder
        self.path = path
        self.data = data

    def resolve(self, path: str) -> str:
        return path if path == self.path else self.folder.resolve(path)

    def names(self, folder: str) -> list[str]:
        return self.folder.names(folder)

    def read(self, path: str) -> bytes:
        if path != self.path:
            return self.folder.read(path)
        if len(self.data) > LARGEST:
            raise UnreadableError(path, "too-large")
        return self.data


def project_root(file: Path) -> Path:
    """Return the project that a file belongs to: the nearest folder upward with dinkit.yaml, else with .git, else its own.

    Args:
        file: any path; it need not exist.
    """
    folder = file.resolve().parent
    for mark in (SETTINGS, ".git"):
        for candidate in (folder, *folder.parents):
            if (candidate / mark).exists():
                return candidate
    return folder
