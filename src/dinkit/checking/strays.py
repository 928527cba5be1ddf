"""Files beside the parts of a project that hold elements, and that no model reads: most likely somebody forgot to name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from posixpath import dirname, join, normpath

from dinkit.checking.notices import noticed
from dinkit.finding import Finding, Location, span_between
from dinkit.network import Network, TextFile
from dinkit.reading.outline import Outline, outline_of
from dinkit.reading.text import decode
from dinkit.source import Folder, UnreadableError
from dinkit.tuples import NamedTuple

_SUFFIXES = (".yaml", ".yml")


class Stray(NamedTuple):
    """A file that no model reads, and what is said of it."""

    finding: Finding
    file: TextFile


def strays(folder: Folder, networks: Sequence[Network]) -> list[Stray]:
    """Return the files that hold elements, stand beside a part of a model, and are named by nothing.

    Args:
        folder: the project.
        networks: all models that it names.
    """
    read = {file.path for network in networks for edition in network.editions() for file in edition.files}
    models = {dirname(network.files[0].path) for network in networks}
    parts = {dirname(file.path) for network in networks for file in network.files[1:]}
    if not any(_unread(folder, parts, read)):  # as nearly always: then no other file has to be opened
        return []
    beside = {path: outline_of(data) for path in _unread(folder, sorted(models | parts), read) if (data := _read(folder, path)) is not None}
    named = {normpath(join(dirname(path), part)) for path, outline in beside.items() for part in outline.parts}
    return [_stray(folder, path, outline) for path, outline in beside.items() if outline.content and dirname(path) in parts and path not in named]


def _unread(folder: Folder, inside: Iterable[str], read: set[str]) -> Iterator[str]:
    for one in inside:
        yield from (path for name in folder.names(one) if name.lower().endswith(_SUFFIXES) and (path := join(one, name)) not in read)


def _read(folder: Folder, path: str) -> bytes | None:
    try:
        return folder.read(path)
    except UnreadableError:
        return None


def _stray(folder: Folder, path: str, outline: Outline) -> Stray:
    text = decode(folder.read(path))[0]
    where = Location(path, span_between(text, *(outline.content or (0, 0))))
    return Stray(noticed("stray-part", where, (path.rpartition("/")[2],)), TextFile(path, text))
