"""Text that nothing obeys: what a terminal would act on, or a reader could not see, is written out."""

from __future__ import annotations

import unicodedata
from typing import Any

from dinkit.pattern import pattern

_HARMFUL = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_JOINER = "\u200d"
_EMOJI = "[\u2194\u2195\u2600-\u27bf\u2b1b\U0001f000-\U0001faff]"
_BETWEEN_EMOJI = pattern(f"{_JOINER}(?={_EMOJI})(?:(?<={_EMOJI}{_JOINER})|(?<={_EMOJI}\ufe0f{_JOINER}))")
"""A joiner behind an emoji, with the mark that makes it coloured if it has one, and before another one."""
_JSON_HIDDEN = pattern("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def plain(text: str) -> str:
    r"""Return the text on one line with every control, hidden or direction character written out.

    >>> plain("red \x1b[31m, \u202e right to left")
    'red <U+001B>[31m, <U+202E> right to left'

    A joiner between two emoji stays: it makes one picture of them, and hides and turns nothing.

    >>> plain("\U0001f469\u200d\U0001f467 a\u200db") == "\U0001f469\u200d\U0001f467 a<U+200D>b"
    True
    """
    if text.isprintable():
        return text
    joined = {match.start() for match in _BETWEEN_EMOJI.finditer(text)} if _JOINER in text else ()
    return "".join(character if at in joined else shown(character) for at, character in enumerate(text))


def shown(character: str) -> str:
    """Return how one character is shown: as itself, as a space where it is white space, or as its code point."""
    if character in "\t\n\r":
        return " "
    return f"<U+{ord(character):04X}>" if unicodedata.category(character) in _HARMFUL else character


def width(text: str) -> int:
    """Return how many columns a terminal needs for a plain text: wide characters take two, combining ones none.

    >>> width("née"), width("数")
    (3, 2)
    """
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me") or character == _JOINER:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def shortened(text: str, most: int) -> str:
    """Return a plain text cut to at most so many columns, the cut shown by an ellipsis."""
    if width(text) <= most:
        return text
    kept, used = [], 0
    for character in text:
        used += _width(character)
        if used >= most:
            break
        kept.append(character)
    return "".join(kept) + "…"


def to_json(data: Any) -> str:
    """Return data as JSON, readable and the same every time; hidden characters are escaped."""
    import json  # noqa: PLC0415 - text for people needs none of it, and start-up counts

    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return _JSON_HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
