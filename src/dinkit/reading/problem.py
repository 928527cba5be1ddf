"""What can go wrong while a file is read, as data; `translate` makes findings of it."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """One fault: its slug, where it stands, and the words that its message needs."""

    slug: str
    start: int
    end: int
    words: tuple[str, ...] = ()
    element: str | None = None
