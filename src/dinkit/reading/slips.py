"""The slip of the hand behind a fault in the syntax, where the lines around it tell which one it was."""

from __future__ import annotations

import re
from typing import Any

from yaml import MappingEndEvent, ScalarEvent, SequenceEndEvent

from dinkit.finding import Text
from dinkit.model.kinds import COLLECTIONS, NESTED
from dinkit.model.numbers import quoted
from dinkit.model.relations import RELATION_BY_KEY
from dinkit.model.vocabulary import ENGLISH_KEY, ENGLISH_VALUE, spell_key
from dinkit.reading.changing import line_start, written
from dinkit.reading.parsing import events_of
from dinkit.reading.problem import Change, Problem, Repair, shown
from dinkit.reading.quoting import in_quotes, second_colon
from dinkit.reading.spelling import language_of
from dinkit.tuples import NamedTuple

_APOSTROPHE = r"'(?:s|t|n|k|m|r)(?=[ -])"
_PAIR = r"( *)([^\s:#'\"\[\]{}][^:#'\"\[\]{}\r\n]*?): +(\S[^\r\n]*?)[ \t]*"
_ID_BEHIND_KEY = r"(^ *(?:- +)?|[{,] *)([a-z_]+): +([^\s:,#\"'\[\]{}][^:,#\"'\[\]{}]*)\Z"
_ID_AND_WORD = r"([a-z][a-z0-9-]*): +[\w+][\w+.%/ -]*"
_NEXT_KEY = r"\s*(?:[\]}]|,\s*([a-z_]+):)"
_OF_IDS = RELATION_BY_KEY.keys() | NESTED.keys() | COLLECTIONS.keys()
"""Keys behind which ids stand, and never a text."""
_QUOTED = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'"


class _Line(NamedTuple):
    start: int
    text: str


def looked_into(slug: str, start: int, stuck: int, text: str) -> Problem | None:
    """Return the problem behind a fault of the given slug that tells more, or None.

    Args:
        slug: what the parser's complaint stands for.
        start: where that is shown.
        stuck: where the parser got stuck.
        text: the text of the file.
    """
    swallowing = _swallowing(stuck, text)
    if swallowing is not None:
        return _apostrophe(swallowing, text) if re.compile(_APOSTROPHE).match(text, swallowing) else Problem("open-quote", swallowing, swallowing + 1)
    if slug == "question" or (text[start : start + 1] == "?" and slug == "syntax"):
        return Problem("question", start, start + 1) if text[start : start + 1] == "?" else None
    if slug == "open-quote" and re.compile(_APOSTROPHE).match(text, start):
        return _apostrophe(start, text)
    if slug in ("indent", "open-bracket"):
        return _behind_closed(stuck, text) or (_colon_in_braces(stuck, text) if slug == "open-bracket" else None)
    return _too_deep(start, text) if slug == "colon" else None


def pairs_in_line(colon: int, text: str) -> Problem | None:
    """Return the problem of ids with a colon in the very line of the key that they belong under; None behind any other key.

    Args:
        colon: where the colon stands that is one too many.
        text: the text of the file.
    """
    begin = line_start(text, colon)
    found = re.search(_ID_BEHIND_KEY, text[begin:colon])
    if found is None or ENGLISH_KEY.get(found[2]) not in _OF_IDS:
        return None
    start = begin + found.start(3)
    given = re.split(r"\s#", _value_from(start, colon - start, text), maxsplit=1)[0].rstrip()
    if _goes_deeper(start, text):
        told = Text(f"zet '{shown(given)}' op een eigen regel onder '{found[2]}:'", f"put '{shown(given)}' on a line of its own below '{found[2]}:'")
        return Problem("pairs-in-line", colon, colon + 1, (found[2], told))
    sure = _are_pairs(given) if found[1][:1] not in ("{", ",") else _is_pair(given) and _ends_pair(start + len(given), text)
    proposed = f"{found[2]}: {{{shown(given) if sure else '<id>: ...'}}}"
    repair = written(start, start + len(given), f"{{{given}}}") if sure else None
    return Problem("pairs-in-line", colon, colon + 1, (found[2], Text(f"schrijf '{proposed}'", f"write '{proposed}'")), repair=repair)


def _are_pairs(given: str) -> bool:
    return all(_is_pair(one.strip()) for one in given.split(","))


def _is_pair(given: str) -> bool:
    """Say whether a text is what looks like an id with a word behind it; a role is none, nor is a key."""
    found = re.fullmatch(_ID_AND_WORD, given)
    return found is not None and found[1] not in ENGLISH_KEY and found[1] not in ENGLISH_VALUE["role"]


def _ends_pair(end: int, text: str) -> bool:
    """Say whether a value between braces ends at an offset beyond doubt: nothing follows it, or another key of dinkit."""
    found = re.compile(_NEXT_KEY).match(text, end)
    return found is not None and (found[1] is None or found[1] in ENGLISH_KEY)


def _goes_deeper(start: int, text: str) -> bool:
    """Say whether the next line with content is indented further than the line of an offset."""
    line = _line_at(start, text)
    below = (one for one in text[line.start :].splitlines()[1:] if one.strip() and not one.lstrip().startswith("#"))
    return _indent(next(below, "")) > _indent(line.text)


def _apostrophe(start: int, text: str) -> Problem:
    whole = shown(_value_from(start, start, text))
    return Problem("apostrophe", start, start + 1, (Text(f'"{whole}"', f'"{whole}"') if '"' not in whole else Text('"..."', '"..."'),))


def _behind_closed(stuck: int, text: str) -> Problem | None:
    """Return the problem of what stands behind a quote or bracket that closes already."""
    event = _last_event(text)
    if event is None:
        return None
    begun, ended = event.start_mark.index, event.end_mark.index
    if text[ended:stuck].strip(" \t") or not text[stuck : stuck + 1].strip():
        return None
    if event.__class__ is ScalarEvent and event.style in ("'", '"'):
        if re.compile(_APOSTROPHE).match(text, begun):
            return _apostrophe(begun, text)
        if text[stuck] not in ",:]}#":
            whole = _value_from(begun, stuck, text)
            repair = in_quotes(text, begun) if whole[:1] != whole[-1:] else None
            return Problem("after-quote", stuck, stuck + 1, (_other_quotes(whole),), repair=repair)
    closed = event.__class__ in (MappingEndEvent, SequenceEndEvent) and begun < ended
    return Problem("after-bracket", stuck, stuck + 1, (text[stuck],)) if closed and text[stuck] not in ",:#" else None


def _swallowing(stuck: int, text: str) -> int | None:
    """Return the quote that closes only behind lines that begin with a key, right before the place where the parser got stuck.

    Its own closing quote is missing then, and the opening one of a later text closed it.
    """
    event = _last_event(text)
    found = re.compile(r"[^\"'\r\n]*([\"'])").match(text, event.end_mark.index) if event is not None else None
    whole = event.__class__ is ScalarEvent and event.style in ("'", '"')
    begun = event.start_mark.index if whole else found.start(1) if found else None
    quoted_text = re.compile(_QUOTED).match(text, begun) if begun is not None else None
    if quoted_text is None or text[quoted_text.end() : stuck].strip() or quoted_text.end() > stuck:
        return None
    below = re.finditer(r"[\r\n] *(?:- +)?([a-z_]+):(?=[ \r\n])", quoted_text[0])
    return begun if any(key[1] in ENGLISH_KEY for key in below) else None


def _other_quotes(whole: str) -> Text:
    """Return a text that has quotes in it between quotes that it has not."""
    inner = whole[1:-1] if len(whole) > 1 and whole[0] == whole[-1] else whole
    written = quoted(shown(inner))
    return Text(f"andere aanhalingstekens: {written}", f"other quotes: {written}")


def _colon_in_braces(stuck: int, text: str) -> Problem | None:
    """Return the problem of a second colon in one pair between braces."""
    if text[stuck : stuck + 1] != ":":
        return None
    pair = re.split(r"[{,\r\n]", text[max(0, stuck - 1000) : stuck])[-1]
    return Problem("flow-colon", stuck, stuck + 1, repair=second_colon(text, stuck)) if ": " in pair else None


def _too_deep(colon: int, text: str) -> Problem | None:
    """Return the problem of a key below a line that has a value already, or whose own colon is missing."""
    own = _line_at(colon, text)
    indent = _indent(own.text)
    word = own.text[indent : colon - own.start]
    above = next((line for line in _lines_above(own.start, text) if line.text.strip() and not line.text.lstrip().startswith("#")), None)
    while above is not None and _indent(above.text) >= indent:
        spaceless = re.match(r" *([a-z_]+)(?::(?=\S)|[ \xa0])", above.text)
        if spaceless and spaceless[1] in ENGLISH_KEY and not re.search(r":(?: |$)", above.text):
            at = above.start + _indent(above.text)
            return Problem("no-colon", at, above.start + len(above.text.rstrip()))
        above = next((line for line in _lines_above(above.start, text) if line.text.strip()), None)
    pair = re.fullmatch(_PAIR, above.text) if above is not None else None
    if pair is None or word not in ENGLISH_KEY:
        return None
    start, end = own.start + indent, colon
    if pair[2] in ENGLISH_KEY:
        return Problem("indented-more", start, end, (word, pair[2]), repair=_less(own, indent - len(pair[1]), text))
    name = f"{spell_key('name', language_of(text))}: {shown(pair[3])}"
    return Problem("short-name", start, end, (pair[2], Text(name, name)))


def _less(line: _Line, many: int, text: str) -> Repair | None:
    """Return the repair that takes so many spaces from a line; None where the line below it goes along with it."""
    below = re.compile(r"[^\r\n]*\s*?(?:\r\n|\n|\r)(?:[ \t]*[\r\n]+)*( *)(?=[^\s#])").match(text, line.start)
    if (below and len(below[1]) >= _indent(line.text)) or line.text.rstrip().endswith(":"):
        return None
    return Repair(Text("laat de regel minder inspringen", "indent the line less"), (Change(line.start, line.start + many, ""),))


def _last_event(text: str) -> Any:
    """Return the last event before the fault in the syntax; None where there is no such fault."""
    last = None
    for event in events_of(text):
        last = event
    return last


def _line_from(start: int, text: str) -> str:
    found = re.compile(r"[^\r\n]*").match(text, start)
    return found[0].rstrip() if found else ""


def _value_from(start: int, behind: int, text: str) -> str:
    """Return a value up to the end of its line; inside braces only up to what ends it there, behind an offset."""
    line = _line_at(start, text)
    value = _line_from(start, text)
    if not re.search(r"[\[{]", line.text[: start - line.start]):
        return value
    ends = re.compile(r"[,\]}]").search(value, behind - start)
    return value[: ends.start()].rstrip() if ends else value


def _line_at(at: int, text: str) -> _Line:
    start = line_start(text, at)
    return _Line(start, _line_from(start, text))


def _lines_above(start: int, text: str) -> Any:
    """Yield the lines above one, nearest first."""
    while start > 0:
        end = start - 2 if text[start - 2 : start] == "\r\n" else start - 1
        begun = line_start(text, end)
        yield _Line(begun, text[begun:end])
        start = begun


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
