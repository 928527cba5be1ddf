"""What a reader of a file does not see: marks that turn the direction of reading, spaces that are none, text that became something else."""

from __future__ import annotations

import re
from typing import Any

from yaml import ScalarEvent

from dinkit.model.vocabulary import ENGLISH_KEY
from dinkit.pattern import pattern
from dinkit.reading.changing import line_start
from dinkit.reading.events import NULLS, end_of
from dinkit.reading.messages import code_of
from dinkit.reading.nodes import ElementNode, Tree
from dinkit.reading.parsing import events_of
from dinkit.reading.problem import Problem
from dinkit.reading.syntax import one_per_line

_MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that turn the direction of reading: a name that has one can look like another."""
_HIDDEN = pattern(f"[{_MARKS}]")
MARKED = pattern("|".join(_MARKS).encode())
"""The same marks in the bytes of a file: many times faster to look for than among characters, and nearly every text has none."""
_HASH = pattern(r" #(?=[^\s#!])")
"""A comment that begins without a space, such as "actie #3": perhaps it was meant to be text."""
_WORD = pattern("([a-z_]+)(?::(?=\\S|\xa0)|[ \xa0])[ \xa0]*([^\r\n]*)")
_PROSE = frozenset(("van", "per", "door", "of", "by", "none", "uses", "meet", "raakt", "remt", "start", "end", "text", "value", "in"))
"""Keys that are common words as well: a name may well go on with them."""


def unseen(text: str, *, marked: bool) -> list[Problem]:
    """Return the problems in a text that can only be found beside its content; `marked` says whether it has marks that turn the direction of reading."""
    return (one_per_line("hidden-direction", _HIDDEN, text) if marked else []) + _comments(text)


def misread_names(tree: Tree, text: str) -> list[Problem]:
    """Return the names without quotes that took in a field whose colon is missing, or that go on in a next line."""
    if not tree.folded and not tree.problems:
        return []
    broken = any(code_of(problem) == "DIN004" for problem in tree.problems)
    marks = ((node, node.data.marks.get("name")) for node in (tree.elements[:-1] if broken else tree.elements))
    apart = [(node, mark[1]) for node, mark in marks if mark is not None and mark[0].start_mark.line != mark[1].end_mark.line]
    return [found for node, event in apart if (found := _misread(node, event, text)) is not None]


def _misread(node: ElementNode, event: Any, text: str) -> Problem | None:
    start, end = event.start_mark.index, event.end_mark.index
    if event.__class__ is not ScalarEvent or event.style or event.value in NULLS:
        return None
    found = re.finditer(r"(?<![^\r\n]) *([^ \r\n][^\r\n]*)", text[start:end])
    lines = [(start + line.start(1), line[1].rstrip(" ")) for line in found]
    begins_line = not text[line_start(text, start) : start].strip(" ")
    for at, line in lines if begins_line else lines[1:]:
        word = _WORD.match(line)
        if word and word[1] in ENGLISH_KEY and word[1] not in _PROSE:
            return Problem("missing-colon", at, at + len(word[1]), (word[1], f"{word[1]}: {word[2]}"), node.id)
    return Problem("long-name", lines[1][0], lines[1][0] + len(lines[1][1]), (), node.id) if len(lines) > 1 else None


def _comments(text: str) -> list[Problem]:
    """Return the comments that cut off a text without quotes."""
    if "#" not in text or " #" not in text:  # the sign alone is found many times faster, and many files have none
        return []
    signs = {_end_before(text, match.start()): match.end() - 1 for match in _HASH.finditer(text)}
    if not signs:
        return []
    cut = [end for end in _plain_ends(text) if end in signs]
    return [Problem("hash-comment", signs[end], signs[end] + len(text[signs[end] :].splitlines()[0].rstrip())) for end in cut]


def _plain_ends(text: str) -> list[int]:
    """Return where each text without quotes ends, as far as the syntax holds."""
    return [end_of(event) for event in events_of(text) if event.__class__ is ScalarEvent and event.style == ""]


def _end_before(text: str, at: int) -> int:
    """Return where the text before a run of spaces ends."""
    while at and text[at - 1] == " ":
        at -= 1
    return at
