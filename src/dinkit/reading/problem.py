"""What can go wrong while a file is read, as data; `messages` makes findings of it."""

from __future__ import annotations

from dinkit.finding import Edit, Fix, Text
from dinkit.tuples import NamedTuple


class Change(NamedTuple):
    """One replacement in the text of a file: the characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


class Repair(NamedTuple):
    """How a fault is mended, where that is certain: what is done, and the changes that belong together."""

    title: Text
    changes: tuple[Change, ...]


def fix_in(path: str, repair: Repair | None) -> Fix | None:
    """Return a repair as the fix of a finding in the file at `path`."""
    return Fix(repair.title, tuple(Edit(path, *change) for change in repair.changes)) if repair else None


class Problem(NamedTuple):
    """One fault: its slug, where it stands, and the words that its message needs."""

    slug: str
    start: int
    end: int
    words: tuple[str | Text, ...] = ()
    element: str | None = None
    repair: Repair | None = None
    """How to mend it, where only the reader of that place can tell; `repairs` knows what follows from the words."""


def shown(word: str) -> str:
    """Shorten what a user wrote and leave out what cannot be seen, so that a message stays a message."""
    plain = " ".join(word.split())
    visible = plain if plain.isprintable() else "".join(one if one.isprintable() else "\ufffd" for one in plain)
    return visible if len(visible) <= 60 else visible[:57] + "..."
