"""The parser's complaints -> problems in our words, on the token where somebody has to look; and what it takes for syntax without a complaint.

The parser names the place where it got stuck, which for a quote or bracket left open is the end of the file; there the place
where it began is shown instead.
"""

from __future__ import annotations

import re

from yaml import AliasEvent, YAMLError

from dinkit.pattern import pattern
from dinkit.reading.changing import line_start
from dinkit.reading.colonless import colonless
from dinkit.reading.parsing import events_of
from dinkit.reading.problem import Problem
from dinkit.reading.slips import looked_into
from dinkit.tuples import NamedTuple

UNPRINTABLE = pattern("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML does not allow."""

_ANCHOR = pattern(r"&(?<![^\s\[{,]&)\w")
"""It begins with the sign itself, which is found a hundred times faster than what stands before it."""
_CONFLICT = pattern(r"(?:\A|(?<=[\r\n]))(?:<{7}|={7}|>{7})(?=[ \r\n]|\Z)")


class _Complaint(NamedTuple):
    """A phrase of the parser, the slug it stands for, and whether to look where the construct began."""

    phrase: str
    slug: str
    at_begin: bool = False


_COMPLAINTS = (
    _Complaint("mapping values are not allowed", "colon"),
    _Complaint("found unexpected end of stream", "open-quote", at_begin=True),
    _Complaint("found unexpected document indicator", "open-quote", at_begin=True),
    _Complaint("did not find expected ',' or", "open-bracket", at_begin=True),
    _Complaint("could not find expected ':'", "no-colon", at_begin=True),
    _Complaint("escape character", "escape"),
    _Complaint("hexdecimal", "escape"),
    _Complaint("Unicode character escape", "escape"),
    _Complaint("cannot start any token", "sign"),
    _Complaint("alphabetic or numeric character", "sign", at_begin=True),
    _Complaint("expected comment or line break", "sign", at_begin=True),
    _Complaint("found undefined tag handle", "sign"),
    _Complaint("did not find expected node content", "sign"),
    _Complaint("did not find expected key", "indent"),
    _Complaint("did not find expected '-' indicator", "indent"),
    _Complaint("mapping keys are not allowed", "question"),
    _Complaint("block sequence entries are not allowed", "dash"),
    _Complaint("found a tab character", "tab"),
)
_CLOSING = {"[": "]", "{": "}"}


def one_per_line(slug: str, pattern: re.Pattern[str], text: str) -> list[Problem]:
    """Return a problem for the first match in each line that has one; a file full of them says so a line at a time."""
    lines: dict[int, Problem] = {}
    for match in pattern.finditer(text):
        lines.setdefault(line_start(text, match.start()), Problem(slug, *match.span(), (f"U+{ord(match[0]):04X}",)))
    return list(lines.values())


def lone_anchors(text: str) -> list[Problem]:
    """Return a problem per anchor that nothing repeats; the text is one without faults in its syntax."""
    if "&" not in text or _ANCHOR.search(text) is None:  # the sign alone is found many times faster
        return []
    waiting: dict[str, Problem] = {}
    found: list[Problem] = []
    for event in events_of(text):
        name = getattr(event, "anchor", None)
        known = waiting.pop(name, None) if name is not None else None
        if name is None or event.__class__ is AliasEvent:
            continue
        found += [known] if known else []
        start = text.index("&", event.start_mark.index)
        waiting[name] = Problem("lone-anchor", start, start + 1 + len(name), (name,))
    return sorted([*found, *waiting.values()], key=lambda one: one.start)


def syntax_problem(error: YAMLError, text: str) -> Problem:
    """Return the problem behind an error of the parser."""
    conflict = _CONFLICT.search(text)
    if conflict:
        return Problem("conflict", *conflict.span())
    phrase = str(getattr(error, "problem", None) or "")
    stuck = getattr(error, "problem_mark", None)
    begun = getattr(error, "context_mark", None) or stuck
    found = next((one for one in _COMPLAINTS if one.phrase in phrase), _Complaint("", "syntax"))
    at = begun if found.at_begin else stuck
    last = max(len(text) - 1, 0)
    start = min(at.index if at is not None else 0, last)
    end = min(stuck.index, last) if stuck is not None else start
    nearer = colonless(found.slug, start, end, text) or looked_into(found.slug, start, end, text)
    return nearer or _placed(found.slug, start, text)


def _placed(slug: str, start: int, text: str) -> Problem:
    character = text[start : start + 1]
    if slug == "sign" and not text[start:].strip() and (opening := _left_open(text)) is not None:
        return _open_bracket(opening, text)
    if slug == "open-bracket":
        return _open_bracket(start, text)
    if slug == "no-colon":
        word = re.compile(r"[^\r\n]*").match(text, start)
        return Problem(slug, start, start + len(word[0].rstrip()) if word else start)
    if character == "\t" or slug == "tab":
        place = max(text.find("\t", start), start)
        return Problem("tab", place, place + 1)
    return Problem(slug, start, min(start + 1, len(text)), (character,))


def _left_open(text: str) -> int | None:
    """Return the place of the last bracket that the rest of the text does not close: at the end of a file the parser forgets where it began."""
    closed = 0
    for place in range(len(text) - 1, -1, -1):
        if text[place] in "]}":
            closed += 1
        elif text[place] in "[{":
            if not closed:
                return place
            closed -= 1
    return None


def _open_bracket(start: int, text: str) -> Problem:
    """A comment may have eaten the closing bracket."""
    opening = text[start : start + 1]
    line = text[start : text.find("\n", start) if "\n" in text[start:] else len(text)]
    hash_at = line.find(" #")
    if hash_at > 0 and _CLOSING.get(opening, "]") in line[hash_at:]:
        return Problem("hash-bracket", start + hash_at + 1, start + hash_at + 2)
    return Problem("open-bracket", start, start + 1, (opening, _CLOSING.get(opening, "]")))
