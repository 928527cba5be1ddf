"""Registers by being there: every module in a folder is a member, named after its file."""

from __future__ import annotations

import importlib
import pkgutil
from difflib import get_close_matches
from types import ModuleType


class UnknownMemberError(LookupError):
    """Somebody asked a catalogue for a name that it does not have."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name = name
        self.known = known
        self.nearest = next(iter(get_close_matches(name, known, n=1)), None)
        guess = f"; did you mean '{self.nearest}'?" if self.nearest else ""
        super().__init__(f"unknown name '{name}'{guess} Known: {', '.join(known)}")


def names(package: str) -> tuple[str, ...]:
    """Return the names of all members of a package, sorted, without importing them."""
    folder = importlib.import_module(package).__path__
    return tuple(sorted(found.name for found in pkgutil.iter_modules(folder) if not found.name.startswith("_")))


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
