"""What a reader of a file does not see: marks that turn the direction of reading, and text that became a comment."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from yaml import ScalarEvent, StreamEndEvent, YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out

from dinkit.reading.events import end_of
from dinkit.reading.problem import Problem
from dinkit.reading.syntax import one_per_line

_MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_HIDDEN = re.compile(f"[{_MARKS}]")
"""Marks that turn the direction of reading: a name that has one can look like another."""
_HASH = re.compile(r" #(?=[^\s#!])")
"""A comment that begins without a space, such as "actie #3": perhaps it was meant to be text."""


def unseen(text: str) -> list[Problem]:
    """Return the problems in a text that can only be found beside its content."""
    # Looking for each mark by itself is many times faster than the expression, and nearly every text has none.
    hidden = not text.isascii() and any(mark in text for mark in _MARKS)
    return (one_per_line("hidden-direction", _HIDDEN, text) if hidden else []) + _comments(text)


def _comments(text: str) -> list[Problem]:
    """Return the comments that cut off a text without quotes."""
    signs = {_end_before(text, match.start()): match.end() - 1 for match in _HASH.finditer(text)}
    if not signs:
        return []
    cut = [end for end in _plain_ends(text) if end in signs]
    return [Problem("hash-comment", signs[end], signs[end] + len(text[signs[end] :].splitlines()[0].rstrip())) for end in cut]


def _plain_ends(text: str) -> list[int]:
    """Return where each text without quotes ends, as far as the syntax holds."""
    get: Callable[[], Any] = CParser(text).get_event
    ends: list[int] = []
    try:
        while (event := get()).__class__ is not StreamEndEvent:
            if event.__class__ is ScalarEvent and event.style == "":
                ends.append(end_of(event))
    except YAMLError:
        pass
    return ends


def _end_before(text: str, at: int) -> int:
    """Return where the text before a run of spaces ends."""
    while at and text[at - 1] == " ":
        at -= 1
    return at
