"""The only place with a colour, a font or a size. All lengths are points at a scale of one; no text is smaller than SMALLEST.

Colours repeat what number, shape, label, line style or symbol says; they never carry a meaning alone. The hues of the main goals
are dark variants of the colour-blind-safe set of Okabe and Ito (Color Universal Design, 2008).
"""

from __future__ import annotations

from typing import NamedTuple

FAMILY = "Roboto"
FALLBACK = f"{FAMILY}, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"

SMALLEST = 9.0
LINE = 1.2
"""Height of a line of text in the engine, per point of its size."""

PAPER = "#ffffff"
INK = "#1d2733"
SOFT_INK = "#4d5a68"
RULE = "#7a8794"
PANEL = "#f4f6f8"
GRID = "#ccd4dc"
"""Lines that only guide the eye along something that also has a label."""
CLEAR = "#ffffff01"
"""Fills what cannot be seen but must be found by a pointer."""
ALARM = "#a31621"
ALARM_FILL = "#fdecec"
FOCUS = "#1d2733"


class Hue(NamedTuple):
    """One main goal's colours: `deep` under white text and in lines, `mid` and `light` and `wash` under dark text."""

    deep: str
    mid: str
    light: str
    wash: str


HUES: tuple[Hue, ...] = (
    Hue("#0b5a8f", "#cfe3f1", "#e8f2f9", "#f3f8fc"),
    Hue("#9c4a00", "#f6dcc3", "#fcefe2", "#fef8f2"),
    Hue("#00694c", "#c9e8dd", "#e5f5ef", "#f2faf7"),
    Hue("#7b3a78", "#ecd7eb", "#f6ebf5", "#fbf6fb"),
    Hue("#6b5a00", "#efe6b8", "#f8f3db", "#fcfaef"),
    Hue("#3c4f9e", "#d9dff4", "#ecf0fa", "#f6f7fd"),
)
NO_HUE = Hue("#56636f", "#dfe4e8", "#eff2f4", "#f8f9fa")


class Line(NamedTuple):
    """How one kind of line is drawn; style and arrow differ for every meaning, not only the colour."""

    style: str
    arrow: str


PROVENANCE_LINE: dict[str, Line] = {
    "stated": Line("solid", "normal"),
    "derived": Line("dotted", "normal"),
    "added": Line("dashed", "normal"),
    "unknown": Line("solid", "vee"),
}
SUBSTANTIATION_TAIL: dict[str, str] = {"proven": "dot", "experience": "odot", "assumption": "odiamond"}
HINDERS_ARROW = "tee"
LINE_WIDTHS: tuple[float, ...] = (1.5, 2.4, 3.4)
"""Width by weight: without one or light, medium, heavy."""
ARROW_SIZE = 0.55
ENDS_APART = 8.0
"""Most distance between the ends of two lines at one side of a box: an arrow and some air."""
SIGNS_APART = 5.5
"""Least distance between the beginnings of two lines, where their signs stand."""
ENDS_APART_PLAIN = 3.0
"""The same for lines without an arrow."""
ENDS_FROM_CORNER = 6.0
MOST_ENDS = 16
"""Lines for which a box is made higher; more than these stand closer together."""


class Type(NamedTuple):
    """A kind of text: its size and weight."""

    size: float
    bold: bool = False
    italic: bool = False


def face_of(kind: Type) -> str:
    """Return the name of the font for a kind of text.

    The engine sets text in which it has to switch to bold or italic itself on another baseline, and its lines closer together.
    """
    return FAMILY + (" Bold" if kind.bold else "") + (" Italic" if kind.italic else "")


TITLE = Type(26, bold=True)
SUBTITLE = Type(11)
DRAFT = Type(13, bold=True)
HEADING = Type(13.5, bold=True)
QUESTION = Type(10, italic=True)
BAND = Type(11, bold=True)
BAND_NOTE = Type(9)
NAMES: dict[str, Type] = {
    "main": Type(14, bold=True),
    "sub": Type(11.5, bold=True),
    "operational": Type(11, bold=True),
    "benefit": Type(11, bold=True),
    "capability": Type(11, bold=True),
    "effort": Type(10.5, bold=True),
    "stakeholder": Type(10),
}
TARGET = Type(10)
STATE = Type(9.5, bold=True)
THEME = Type(13, bold=True)
ENTRY = Type(10, bold=True)
"""An effort as a row below its theme; its parts have ROW."""
ROW = Type(9)
LEGEND = Type(9)
CHIP = Type(9, bold=True)
WORK = Type(9.5, bold=True)
"""An effort on a row of its own; its parts have ROW."""
ASIDE = Type(9, italic=True)
YEAR = Type(10.5, bold=True)
QUARTER = Type(9)

PADDING = 7.0
"""Left and right inside a box."""
ABOVE = 4.0
"""Above and below inside a box."""
CHIP_SIZE = 14.0
MARGIN = 24.0
LINES_OF_NAME = 5


class Sheet(NamedTuple):
    """One way to lay out a page: how wide boxes are, and in how many columns sub-efforts stand in their box."""

    name: str
    """By which a picture remembers it."""
    widths: dict[str, float]
    row_columns: int
    landscape: bool
    gap: tuple[float, float]
    """Least and most distance between two columns."""
    beside: float
    """Distance between two boxes in a column."""
    heading: float = 0.0
    """Width of the headings at the left of a picture with the goals at the top; 0 for as wide as their column."""


_WIDE = {"main": 165.0, "sub": 145.0, "operational": 185.0, "benefit": 170.0, "capability": 170.0, "effort": 452.0, "stakeholder": 135.0}
_NARROW = {"main": 128.0, "sub": 116.0, "operational": 152.0, "benefit": 130.0, "capability": 130.0, "effort": 250.0, "stakeholder": 115.0}
_PLAIN = {**_WIDE, "effort": 250.0}
_SLIM = {"main": 112.0, "sub": 104.0, "operational": 136.0, "benefit": 118.0, "capability": 118.0, "effort": 196.0, "stakeholder": 98.0}
_UPRIGHT = {"main": 200.0, "sub": 145.0, "operational": 132.0, "benefit": 120.0, "capability": 120.0, "effort": 192.0, "stakeholder": 92.0}

SHEETS: dict[str, tuple[Sheet, ...]] = {
    "across": (
        Sheet("plain", _PLAIN, 1, landscape=True, gap=(60.0, 170.0), beside=9.0),
        Sheet("wide", _WIDE, 2, landscape=True, gap=(52.0, 130.0), beside=5.5),
        Sheet("narrow", _NARROW, 1, landscape=False, gap=(43.0, 90.0), beside=4.3),
    ),
    "across, many columns": (
        Sheet("narrow across", _NARROW, 1, landscape=True, gap=(43.0, 130.0), beside=5.5),
        Sheet("slim across", _SLIM, 1, landscape=True, gap=(38.0, 110.0), beside=5.5),
    ),
    "upright": (
        Sheet("upright across", _UPRIGHT, 1, landscape=True, gap=(40.0, 110.0), beside=8.0, heading=108.0),
        Sheet("upright", _UPRIGHT, 1, landscape=False, gap=(40.0, 110.0), beside=8.0, heading=108.0),
    ),
}

_MILLIMETRE = 72 / 25.4
PAGES: dict[str, tuple[float, float]] = {
    name: (short * _MILLIMETRE, long * _MILLIMETRE)
    for name, short, long in (("A0", 841, 1189), ("A1", 594, 841), ("A2", 420, 594), ("A3", 297, 420), ("A4", 210, 297), ("A5", 148, 210))
}
DEFAULT_PAGE = "A3"
MOST_BESIDE = 2.6
"""How many times its least distance two boxes of a column may stand apart, to fill the page."""
LEGIBLE = (SMALLEST + 0.02) / SMALLEST
"""The least scale at which no letter is too small on paper, with some play for how the engine rounds the page."""
LARGEST_SCALE = 1.7
"""A tiny model is not blown up beyond this; it stands in the middle of its page instead."""
NODES_PER_PAGE: dict[str, int] = {"A0": 400, "A1": 200, "A2": 100, "A3": 48, "A4": 48, "A5": 48}
PNG_DPI: dict[str, int] = {"A0": 150, "A1": 150, "A2": 150, "A3": 180, "A4": 220, "A5": 220}


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, relative luminance).

    >>> round(contrast("#000000", "#ffffff"), 1)
    21.0
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def hue_of(index: int | None) -> Hue:
    """Return the colours of the main goal with this index, or the neutral ones."""
    return NO_HUE if index is None else HUES[index % len(HUES)]
