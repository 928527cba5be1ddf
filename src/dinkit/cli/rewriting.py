"""Writes what was spliced into the files of models: all of them or none, and only while they are what was loaded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from dinkit.cli.output import FailedError, write_file
from dinkit.cli.places import Shown
from dinkit.editing.splice import ChangedError, fingerprint, splice
from dinkit.finding import Text
from dinkit.source import Folder, UnreadableError


class Change(NamedTuple):
    """One file of a model: its path from the project root, its bytes as loaded, and as they will be."""

    path: str
    before: bytes
    after: bytes


def rewrite(root: Path, changes: Sequence[Change], shown: Shown | None = None) -> None:
    """Write the files, each whole; when one of them cannot be written, those before it get back what they had.

    Args:
        root: the root of the project.
        changes: the files.
        shown: how a path is shown in a message; None where it is shown as it is.

    Raises:
        FailedError: one cannot be written, or is not any more what was loaded.
    """
    files, written = Folder(root), []
    for change in changes:
        if not (root / change.path).stat().st_mode & 0o200:
            path = shown(change.path) if shown else change.path
            raise FailedError(Text(f"'{path}' is alleen-lezen; er is niets geschreven", f"'{path}' is read-only; nothing was written"))
    try:
        for change in changes:
            splice(files.read(change.path), (), loaded=fingerprint(change.before))
            write_file(root / change.path, change.after)
            written.append(change)
    except BaseException as error:  # also when somebody stops dinkit: no half set of files stays behind
        for change in written:
            write_file(root / change.path, change.before)
        if isinstance(error, ChangedError | UnreadableError):
            path = changes[len(written)].path
            raise changed(shown(path) if shown else path) from error
        raise


def changed(path: str) -> FailedError:
    """Return the failure of a file that somebody else wrote meanwhile."""
    return FailedError(
        Text(
            f"'{path}' is intussen veranderd; er is niets geschreven, probeer het opnieuw",
            f"'{path}' has changed meanwhile; nothing was written, try again",
        )
    )
