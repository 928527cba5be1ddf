"""Texts that lack their quotes: where such a text begins and ends, when that is certain, and the repair that puts it in quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml import ScalarEvent

from dinkit.finding import Text
from dinkit.model.numbers import quoted
from dinkit.model.vocabulary import ENGLISH_KEY
from dinkit.pattern import pattern
from dinkit.reading.changing import line_start, written
from dinkit.reading.parsing import events_of
from dinkit.reading.problem import Change, Problem, Repair
from dinkit.tuples import NamedTuple

_LINE = pattern(r"[^\r\n]*")
_PAIR = pattern(r"(?P<indent> *)(?:- +)*(?P<key>[a-z0-9_-]+): +")
_ITEM = pattern(r"(?P<indent> *)- +")
_PAIR_INSIDE = pattern(r"[{,] *[a-z0-9_-]+: +(?=[^{,]*\Z)")
_NO_TEXT = "'\"[{|>&*!#"
"""With what begins that which is no text without quotes."""
_IN_BRACES = pattern(r"[{,] *[a-z0-9_-]+: +\Z|[\[,] *\Z")
_COMMENT = pattern(r"\s+#")
_NEXT = pattern(r"(?:\r\n|\n|\r)(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*(?P<indent> *)(?P<text>[^\r\n]*)")
_CURLY = "“”„‘’‚"
_CURLY_TEXT = pattern(r"(?:[“”„][^“”„\"\\\r\n]+[“”]|[‘’‚][^‘’‚\"\\\r\n]+[‘’])(?=[ \t]*(?:[\r\n,\]}]|\Z)|[ \t]+#|:[ \r\n])")
"""A text between quotes as a word processor makes them, up to what ends a value or key."""
_TITLE = Text("zet tussen aanhalingstekens", "put it in quotes")


class Scalar(NamedTuple):
    """One text of a file, as the parser reads it: where it stands with its quotes, and what it says."""

    start: int
    end: int
    value: str


def scalars_of(text: str) -> Iterator[Scalar]:
    """Yield the texts of a file in order, keys as well, as far as its syntax holds."""
    for event in events_of(text):
        kind = event.__class__
        if kind is ScalarEvent:
            yield Scalar(event.start_mark.index, event.end_mark.index, event.value)


def in_quotes(text: str, start: int) -> Repair | None:
    """Return the repair that puts the text that begins at an offset in quotes, up to the end of its line, or inside braces up to a comma.

    None where the text may end elsewhere: it goes on in the next line, or what stands before it is no key.
    """
    begin = line_start(text, start)
    line = _text_of(text, begin)
    before = line[: start - begin]
    pair = _PAIR.fullmatch(before) or _ITEM.fullmatch(before)
    if pair is None:
        return _inside(start, line[start - begin :]) if _IN_BRACES.search(before) else None
    if _goes_on(text, begin + len(line), len(pair["indent"])):
        return None
    return _quoted(start, _COMMENT.split(line[start - begin :], maxsplit=1)[0].rstrip())


def quoting(change: Change | None) -> Repair | None:
    """Return the repair that writes a text, which stands there without them, in quotes."""
    return Repair(_TITLE, (change,)) if change else None


def second_colon(text: str, colon: int) -> Repair | None:
    """Return the repair of a text with a colon in it, behind a key in the same line; None where the colon may end a key of its own."""
    begin = line_start(text, colon)
    before = text[begin:colon]
    pair = next(iter(_PAIR_INSIDE.finditer(before)), None) if re.search(r"[{\[]", before) else _PAIR.match(before)
    if pair is None or pair.end() == len(before) or before[pair.end()] in _NO_TEXT:
        return None
    word = re.split(r"[\s,{]", before)[-1]
    return None if word.lower() in ENGLISH_KEY else in_quotes(text, begin + pair.end())


def cut_in_brackets(text: str, sign: int) -> Repair | None:
    """Return the repair of a text between brackets that a '#' with a number behind it cut off, so that the bracket stayed open."""
    begin = line_start(text, sign)
    before, behind = text[begin:sign], _text_of(text, sign)
    start = re.search(r"[\[{,] *(?:[a-z0-9_-]+: +)?([^\[{,]*)\Z", before)
    ends = re.search(r"[,\]}]", behind)
    if start is None or ends is None or not behind[1:2].isdigit() or start[1][:1] in _NO_TEXT:
        return None
    return _quoted(begin + start.start(1), start[1] + behind[: ends.start()].rstrip())


def cut_by_hash(text: str, sign: int) -> Repair | None:
    """Return the repair of a text that a '#' with a number behind it cut off: "actie #3"; any other '#' may begin a comment."""
    begin = line_start(text, sign)
    line = _text_of(text, begin)
    pair = _PAIR.match(line) or _ITEM.match(line)
    numbered = text[sign + 1 : sign + 2].isdigit()
    if not numbered or pair is None or begin + pair.end() >= sign or line[pair.end()] in _NO_TEXT:
        return None
    if _goes_on(text, begin + len(line), len(pair["indent"])):
        return None
    behind = _COMMENT.search(line, sign + 1 - begin)
    return _quoted(begin + pair.end(), line[pair.end() : behind.start() if behind else len(line)].rstrip())


def _inside(start: int, rest: str) -> Repair | None:
    """Put a text between brackets in quotes: up to what ends it, which must stand in the same line."""
    ends = re.search(r"[,\]}]", rest)
    if ends is None or _COMMENT.search(rest[: ends.start()]):
        return None
    return _quoted(start, rest[: ends.start()].rstrip())


def _quoted(start: int, value: str) -> Repair | None:
    """Put a text, which stands at an offset as it is, in quotes; one with both sorts of quotes may mean more than that."""
    return None if not value or ('"' in value and "'" in value) else quoting(Change(start, start + len(value), quoted(value)))


def _goes_on(text: str, end: int, indent: int) -> bool:
    """Say whether the text of a line goes on in the next line that has any: one that is indented deeper."""
    following = _NEXT.match(text, end)
    return bool(following and following["text"] and len(following["indent"]) > indent)


def _text_of(text: str, begin: int) -> str:
    found = _LINE.match(text, begin)
    return found[0] if found else ""


def curly_quoted(text: str) -> list[Problem]:
    """Return the problem of each value and key that stands between curly quotes; one that merely has them in it is right."""
    if text.isascii() or not any(_may_begin(text, at) for sign in _CURLY for at in _places_of(text, sign)):
        return []
    found: list[Problem] = []
    for scalar in scalars_of(text):
        match = _CURLY_TEXT.match(text, scalar.start) if text[scalar.start : scalar.start + 1] in _CURLY else None
        if match and scalar.end <= match.end():
            straight = f'"{match[0][1:-1]}"'
            found.append(Problem("curly-quotes", *match.span(), (straight,), repair=written(*match.span(), straight)))
    return found


def _places_of(text: str, sign: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def _may_begin(text: str, at: int) -> bool:
    """Say whether a value or key between curly quotes may begin at an offset, by what stands around it: asking the parser takes much longer."""
    return text[max(at - _FAR, 0) : at].rstrip(" \t")[-1:] in ("", *"\r\n:,[{-?") and _CURLY_TEXT.match(text, at) is not None


_FAR = 80
"""More white space than this before a text is looked through by the parser only."""


def straightened(text: str, curly: list[Problem]) -> str:
    """Return a text with the ordinary quotes in place of the curly ones of these problems: every offset stays what it was."""
    pieces, at = [], 0
    for one in curly:
        pieces += [text[at : one.start], '"', text[one.start + 1 : one.end - 1], '"']
        at = one.end
    return "".join((*pieces, text[at:]))
