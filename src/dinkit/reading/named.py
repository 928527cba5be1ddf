"""The files that a file names: its parts and its previous edition. Where they are, and which one was meant by a path with a slip in it."""

from __future__ import annotations

from collections.abc import Collection

from dinkit.model.node import Stretch
from dinkit.network import TextFile
from dinkit.reading.changing import replaced
from dinkit.reading.problem import Repair
from dinkit.reading.spelling import clearly_meant
from dinkit.source import Files, Listing, UnreadableError
from dinkit.tuples import NamedTuple

_SUFFIXES = (".yaml", ".yml")


class Named(NamedTuple):
    """A part or an edition as a file names it, and where."""

    name: str
    place: Stretch
    file: TextFile


def path_of(named: Named, files: Files) -> str:
    """Return the path from the root of what a file names relative to itself.

    Raises:
        UnreadableError: there can be no such file in this project.
    """
    if "\\" in named.name:
        raise UnreadableError(named.name, "slash")
    if named.name.startswith("/") or named.name[1:2] == ":":
        raise UnreadableError(named.name, "outside")
    folder = named.file.path.rpartition("/")[0]
    return files.resolve(f"{folder}/{named.name}" if folder else named.name)


def meant_file(named: Named, files: Files, taken: Collection[str]) -> Named | None:
    """Return the file that a name which leads nowhere stands for: with a turned slash, or the one of the folder that is one typing error away.

    Args:
        named: what the file says.
        files: where the files are.
        taken: the paths that are named or read already; what is named elsewhere is not what is meant here.
    """
    turned = named._replace(name=named.name.replace("\\", "/"))
    if turned != named and _is_there(turned, files):
        return turned
    folder, slash, name = turned.name.rpartition("/")
    try:
        place = path_of(turned, files).rpartition("/")[0]
    except UnreadableError:
        return None
    listed = files.names(place) if isinstance(files, Listing) else []
    free = [one for one in listed if one.endswith(_SUFFIXES) and (f"{place}/{one}" if place else one) not in taken]
    meant = clearly_meant(name, free)
    near = named._replace(name=f"{folder}{slash}{meant}") if meant else None
    return near if near and _is_there(near, files) else None


def renaming(named: Named, meant: Named) -> Repair | None:
    """Return the repair that names the file that was meant."""
    return replaced(named.file.text, *named.place, named.name, meant.name)


def _is_there(named: Named, files: Files) -> bool:
    try:
        files.read(path_of(named, files))
    except UnreadableError:
        return False
    return True
