"""What a picture of a change is told of every element: whether it is new, gone or says something else, and everything that it says else, in words."""

from __future__ import annotations

from typing import NamedTuple

LINES: tuple[str, ...] = ("contributes_to", "hinders", "part_of")
"""The relations that may be drawn as a line between two boxes."""
STATES: tuple[str, ...] = ("added", "removed", "changed")


class Said(NamedTuple):
    """One thing that is said otherwise."""

    label: str
    """What it is about, such as the name of a field."""
    old: str = ""
    """What was said; empty where that was nothing."""
    new: str = ""
    """What is said; empty where that is nothing."""
    sort: str = "field"
    """"field"; "text" (long, or about the words themselves), which is the first to be left out; "place" (where it stands, or what it became)."""
    line: tuple[str, str, str] | None = None
    """The relation (type, source and target by the ids of the union) that it is about: a line of the picture may say it too."""


class Told(NamedTuple):
    """What happened to one element."""

    element: str
    """Its id now; where it is gone, its id then."""
    state: str
    """One of STATES."""
    what: str = ""
    """What else to know of it in a few words, such as that it was merged into another."""
    said: tuple[Said, ...] = ()
    words: tuple[str, ...] = ()
    """Everything in sentences, for who cannot see the picture."""
    sure: bool = True
    """False when something that could not be read may be the reason."""
