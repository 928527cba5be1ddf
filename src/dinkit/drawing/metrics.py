"""How wide text is in the font of the pictures, and where its lines break. The engine measures with the same font files."""

from __future__ import annotations

import unicodedata
from functools import cache
from math import ceil
from pathlib import Path

from dinkit.drawing.style import FAMILY, Type

ELLIPSIS = "…"
MISSING = 1.25
DOTS = 96 / 72
"""Dots of a screen per point."""
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


def font_files() -> dict[str, Path]:
    """Return the font files of the pictures by style: Regular, Bold, Italic, BoldItalic."""
    import font_roboto  # noqa: PLC0415 - lists a folder, which only a drawing needs

    folder = Path(font_roboto.font_directory)
    return {style: folder / f"{FAMILY}-{style}.ttf" for style in ("Regular", "Bold", "Italic", "BoldItalic")}


def style_of(kind: Type) -> str:
    """Return the font style of a kind of text."""
    return ("Bold" if kind.bold else "") + ("Italic" if kind.italic else "") or "Regular"


@cache
def _widths(style: str) -> tuple[int, dict[int, int]]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow to import

    with TTFont(font_files()[style], lazy=True) as font:
        advance = font["hmtx"].metrics
        return font["head"].unitsPerEm, {code: advance[glyph][0] for code, glyph in font.getBestCmap().items()}


@cache
def font_version() -> str:
    """Return the version that the font file gives itself."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow to import

    with TTFont(font_files()["Regular"], lazy=True) as font:
        return f"{FAMILY} {font['name'].getDebugName(5)}"


def width_of(text: str, kind: Type) -> float:
    """Return the width of a line of text in points, without kerning (which only makes it narrower).

    A character that the font lacks counts as MISSING em: the box that the engine draws for it.
    """
    units, widths = _widths(style_of(kind))
    return sum(widths.get(ord(character), units * MISSING) for character in text) * kind.size / units


@cache
def line_height(kind: Type) -> float:
    """Return how high a line of text is where the engine lays it out: whole dots of a screen above and below its base line."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow to import

    with TTFont(font_files()[style_of(kind)], lazy=True) as font:
        dots = kind.size * DOTS / font["head"].unitsPerEm
        return float(ceil(dots * font["hhea"].ascent) + ceil(-dots * font["hhea"].descent)) / DOTS


def shown(text: str) -> str:
    """Return text as one line of what can be seen: no control characters, direction marks or double spaces."""
    return " ".join("".join(" " if unicodedata.category(one) in _UNSEEN or one.isspace() else one for one in text).split())


def wrapped(text: str, kind: Type, width: float, most: int = 99) -> tuple[str, ...]:
    """Break text into at most `most` lines of `width` points; what does not fit ends in an ellipsis.

    >>> wrapped("een twee", Type(10), 30.0)
    ('een', 'twee')
    """
    lines: list[str] = []
    rest = shown(text)
    while rest and len(lines) < most:
        line = _first_line(rest, kind, width)
        rest = rest[len(line) :].lstrip()
        lines.append(line.rstrip())
    if rest:
        lines[-1] = _with_ellipsis(lines[-1], kind, width)
    return tuple(lines)


def _first_line(text: str, kind: Type, width: float) -> str:
    fits = _fitting(text, kind, width)
    if len(fits) == len(text) or text[len(fits)] == " ":
        return fits
    space = fits.rfind(" ")
    hyphen = fits.rfind("-") + 1
    cut = max(space, hyphen)
    return fits[:cut] if cut > 0 else fits


def _fitting(text: str, kind: Type, width: float) -> str:
    """Return the longest beginning of a text that fits, at least one character."""
    units, widths = _widths(style_of(kind))
    room = width * units / kind.size
    for at, character in enumerate(text):
        room -= widths.get(ord(character), units * MISSING)
        if room < 0:
            return text[: max(at, 1)]
    return text


def _with_ellipsis(line: str, kind: Type, width: float) -> str:
    while line and width_of(line + ELLIPSIS, kind) > width:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS
