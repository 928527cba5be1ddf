"""The key whose colon is missing behind a fault in the syntax, where the lines around it tell which one it is."""

from __future__ import annotations

import re

from dinkit.model.kinds import COLLECTIONS, NESTED
from dinkit.model.relations import RELATION_BY_KEY
from dinkit.model.vocabulary import ENGLISH_KEY
from dinkit.pattern import pattern
from dinkit.reading.changing import line_start
from dinkit.reading.problem import Problem

_ELEMENTS = (COLLECTIONS.keys() | NESTED.keys()) - RELATION_BY_KEY.keys()
"""Keys behind which nothing but elements can stand."""
_HOLDING = COLLECTIONS.keys() | NESTED.keys() | RELATION_BY_KEY.keys() | {"programme", "planning", "money", "baseline", "aspects"}
"""Keys below which other keys stand; below any other key of dinkit a text may begin."""
_CONTENT = pattern(r"^( *)([^\s#][^\r\n]*)", re.MULTILINE)
_BARE = pattern(r"[^\W_][^:\[\]{}]*")
_ALONE = pattern(r"([^\s:\"'\[\]{}]+):")
_PAIR = pattern(r"([a-z_]+): +([^\W_][^:\[\]{}]*)")
_BRACES = pattern(r" *([^\s:,#\"'\[\]{}]+) *\{[^:{}\r\n]*:(?= )")
_INNER_BRACES = pattern(r"[{,]\s*([\w-]+)\s*\Z")


def colonless(slug: str, start: int, stuck: int, text: str) -> Problem | None:
    """Return the problem of a key without its colon, above lines that belong to it or before braces; None where that is not the fault.

    Args:
        slug: what the parser's complaint stands for.
        start: where that is shown.
        stuck: where the parser got stuck.
        text: the text of the file.
    """
    return _before_braces(slug, start, stuck, text) or (_above(stuck, text) if slug in ("colon", "indent") else None)


def _before_braces(slug: str, start: int, stuck: int, text: str) -> Problem | None:
    """Return the problem of a key with braces behind it and no colon between them."""
    found = _BRACES.match(text, line_start(text, stuck), stuck)
    if found is None and slug == "open-bracket" and text[start] == text[stuck] == "{" and _is_closed(start, text):
        found = _INNER_BRACES.search(text, start, stuck)
    return Problem("no-colon", *found.span(1)) if found else None


def _is_closed(start: int, text: str) -> bool:
    """Say whether as many braces are closed as opened in a line from an offset on, so that none of them is one too many."""
    line = re.split(r"[\r\n]", text[start:], maxsplit=1)[0]
    return line.count("{") == line.count("}")


def _above(stuck: int, text: str) -> Problem | None:
    """Return the problem of a text in the line above, where a key was expected: the parser took it for the value of the key before it."""
    own = line_start(text, stuck)
    above = list(_CONTENT.finditer(text, 0, own))[-2:]
    indent = len(text[own:]) - len(text[own:].lstrip(" "))
    if not above or indent < len(above[-1][1]):
        return None
    at, depth, written = above[-1].start(2), len(above[-1][1]), _without_comment(above[-1][2])
    if _BARE.fullmatch(written) and (len(above) < 2 or _holds(above[0], depth)):
        return Problem("no-colon", at, at + len(written))
    pair = _PAIR.fullmatch(written) if indent > depth else None
    known = pair is not None and ENGLISH_KEY.get(pair[1]) in _ELEMENTS
    return Problem("no-colon", at + pair.start(2), at + pair.end(2)) if pair and known else None


def _holds(line: re.Match[str], depth: int) -> bool:
    """Say whether a line that is indented less than this has nothing but a key below which other keys stand: an id, or one of dinkit's."""
    key = _ALONE.fullmatch(_without_comment(line[2]))
    return key is not None and len(line[1]) < depth and ENGLISH_KEY.get(key[1], "") in ("", *_HOLDING)


def _without_comment(line: str) -> str:
    return re.split(r"\s#", line, maxsplit=1)[0].rstrip()
