"""What can go wrong while a file is read, as data; `messages` makes findings of it."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.finding import Text


class Problem(NamedTuple):
    """One fault: its slug, where it stands, and the words that its message needs."""

    slug: str
    start: int
    end: int
    words: tuple[str | Text, ...] = ()
    element: str | None = None


def shown(word: str) -> str:
    """Shorten what a user wrote and leave out what cannot be seen, so that a message stays a message."""
    plain = " ".join(word.split())
    visible = plain if plain.isprintable() else "".join(one if one.isprintable() else "\ufffd" for one in plain)
    return visible if len(visible) <= 60 else visible[:57] + "..."
