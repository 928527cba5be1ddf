"""Registers by being there: every module in a folder is a member, named after its file."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import cache
from os import listdir
from os.path import isdir
from types import ModuleType

from dinkit.nearby import nearest_word


class UnknownMemberError(LookupError):
    """Somebody asked a catalogue for a name that it does not have."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name = name
        self.known = known
        self.nearest = nearest_word(name, known)
        guess = f"; did you mean '{self.nearest}'?" if self.nearest else ""
        super().__init__(f"unknown name '{name}'{guess} Known: {', '.join(known)}")


@cache
def names(package: str) -> tuple[str, ...]:
    """Return the names of all members of a package, sorted, without importing them."""
    folders = importlib.import_module(package).__path__
    return tuple(sorted({name for folder in folders for name in _modules(folder) if not name.startswith("_")}))


def member(package: str, name: str) -> ModuleType:
    """Import and return one member; a dash in the name stands for an underscore in the file.

    Raises:
        UnknownMemberError: no file of that name stands in the folder.
    """
    known = names(package)
    wanted = name.replace("-", "_")
    if wanted not in known:
        raise UnknownMemberError(name, tuple(one.replace("_", "-") for one in known))
    return importlib.import_module(f"{package}.{wanted}")


def members(package: str) -> tuple[ModuleType, ...]:
    """Import and return all members in the order of their names."""
    return tuple(importlib.import_module(f"{package}.{name}") for name in names(package))


def _modules(folder: str) -> Iterator[str]:
    """Yield the modules of a folder; where it is none, as in a zip file, the library looks, which takes much longer to import."""
    if isdir(folder):  # noqa: PTH112 - a path object would be made for each start of the program
        yield from (file.rpartition(".")[0] for file in listdir(folder) if file.endswith((".py", ".pyc")))  # noqa: PTH208
    else:
        from pkgutil import iter_modules  # noqa: PLC0415

        yield from (found.name for found in iter_modules([folder]))
