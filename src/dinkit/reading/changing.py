"""Changes of a text that say exactly as much as it said: a word for a word, quotes around a text, a pair or an item that goes."""

from __future__ import annotations

import re

from dinkit.finding import Text
from dinkit.pattern import pattern
from dinkit.reading.problem import Change, Repair

_INDENT = pattern(r"[ ]*\Z")
_DASH = pattern(r"[ ]*-[ ]+\Z")
_REST = pattern(r"[ \t]*(\r\n|\n|\r|\Z)")
_COMMENT = pattern(r"(?:^|\s)#")
_OPENING, _CLOSING = "[{", "]}"


def replaced(text: str, start: int, end: int, word: str, by: str) -> Repair | None:
    """Return the repair that puts one word in place of another, in the quotes that it has; None where the token is not just that word."""
    token = text[start:end]
    quote = token[0] if token in (f"'{word}'", f'"{word}"') else ""
    if token != f"{quote}{word}{quote}" or (quote and (quote in by or "\\" in by)):
        return None
    return written(start, end, f"{quote}{by}{quote}", by)


def written(start: int, end: int, new: str, shown: str | None = None) -> Repair:
    """Return the repair that writes something else for a token."""
    word = shown or new
    return Repair(Text(f"maak er {_in_quotes(word)} van", f"make it {_in_quotes(word)}"), (Change(start, end, new),))


def removed(text: str, start: int, end: int, *, dashed: bool = False) -> Repair | None:
    """Return the repair that takes out a pair or an item, with its line or its comma; None where a comment would go with it.

    Args:
        text: the file.
        start: where the key of the pair, or the item, begins.
        end: where its value ends.
        dashed: it is an item, which may stand behind a dash.
    """
    change = _between_commas(text, start, end) or _whole_lines(text, start, end, _DASH if dashed else _INDENT)
    return Repair(Text("haal dit weg", "remove this"), (change,)) if change and not _COMMENT.search(text[change.start : change.end]) else None


def line_start(text: str, at: int) -> int:
    """Return where the line of an offset begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _in_quotes(word: str) -> str:
    return word if word[:1] in "'\"" else f"'{word}'"


def _whole_lines(text: str, start: int, end: int, before: re.Pattern[str]) -> Change | None:
    """Return the lines of something that shares them with nothing but what may stand before it."""
    begin = line_start(text, start)
    rest = _REST.match(text, end)
    return Change(begin, rest.end(), "") if rest and before.fullmatch(text, begin, start) else None


def _between_commas(text: str, start: int, end: int) -> Change | None:
    """Return an item between brackets with the comma that is too many without it; the only one there stays."""
    before, after = len(text[:start].rstrip()), end + len(text[end:]) - len(text[end:].lstrip())
    left, right = text[before - 1 : before], text[after : after + 1]
    if left == "," and right and right in f",{_CLOSING}":
        return Change(before - 1, end, "")
    if left and left in _OPENING and right == ",":
        behind = after + 1 + len(text[after + 1 :]) - len(text[after + 1 :].lstrip(" "))
        return Change(start, behind, "")
    return None
