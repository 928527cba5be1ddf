"""The legend of a timeline: what occurs in it and nothing else, in columns below the rows, with real samples."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.metrics import wrapped
from dinkit.drawing.timeline.axis import GUTTER, Axis
from dinkit.drawing.timeline.bars import DOT, bar_shapes
from dinkit.drawing.timeline.marks import flag_shapes, mark_shapes, shift_shapes, symbol
from dinkit.drawing.timeline.plans import Bar, Stretch
from dinkit.drawing.timeline.reported import Mark
from dinkit.drawing.timeline.shapes import Shape, disc, line
from dinkit.drawing.timeline.view import Timeline
from dinkit.drawing.timeline.words import say
from dinkit.drawing.words import say as say_of_pictures
from dinkit.model.dates import ImpreciseDate

SAMPLE = 40
"""Width of a sample and the air behind it."""
COLUMN = 186
"""Least width of a column."""
TITLE = 20.0
_LINE = style.LEGEND.size * style.LINE
_AIR = 4.0
_KINDS = ("certain", "begin", "end", "either", "unknown", "open", "continuous", "yearly", "inherited", "parts", "earlier", "cut")
_MOMENTS = ("start", "completion", "expected", "ended", "days", "late", "early", "milestone", "decision", "reference")
_DAY = date(2001, 1, 1)
_LENGTH = 100
_BAR = 7.6
"""Days of a sample: as wide as its axis."""


class Entry(NamedTuple):
    """One meaning with its words, or a remark without a sample (no key)."""

    key: str
    lines: tuple[str, ...]


class Legend(NamedTuple):
    """A legend of a width: rows of entries, each in its column."""

    title: str
    width: int
    column: int
    rows: tuple[tuple[Entry, ...], ...]
    remarks: tuple[str, ...]

    @property
    def height(self) -> float:
        lines = sum(row_height(row) for row in self.rows) + len(self.remarks) * (_LINE + 1.0)
        return TITLE + lines if self.rows or self.remarks else 0.0


def legend_of(view: Timeline, width: int, more: tuple[str, ...] = ()) -> Legend:
    """Break the words of the legend over as many columns as the width has room for.

    Args:
        view: the timeline.
        width: of the legend.
        more: what else is not shown, in words.
    """
    count = max(width // COLUMN, 1)
    column = width // count
    found = _occurring(view)
    entries = [
        Entry(key, wrapped(say(f"legend-{key}", view.language), style.LEGEND, column - SAMPLE - 8, 2)) for key in (*_KINDS, *_MOMENTS) if key in found
    ]
    rows = tuple(tuple(entries[at : at + count]) for at in range(0, len(entries), count))
    remarks = tuple(part for text in (*view.hidden, *more) for part in wrapped(text, style.LEGEND, width - 4, 2))
    return Legend(say_of_pictures("legend", view.language), width, column, rows, remarks)


def row_height(row: tuple[Entry, ...]) -> float:
    """Return how high a row of entries is."""
    return max(len(entry.lines) for entry in row) * _LINE + _AIR


def sample_shapes(key: str, x: float, y: float) -> list[Shape]:
    """Return the sample of an entry, its left side and its middle at the given place."""
    axis = Axis(x + GUTTER + 1, x + SAMPLE - GUTTER - 9, _DAY.toordinal(), _DAY.toordinal() + _LENGTH)
    first, last, third = _DAY, _DAY + timedelta(_LENGTH - 1), _DAY + timedelta(_LENGTH // 3)
    bars = {
        "open": Bar("own", (Stretch("certain", first, None),)),
        "continuous": Bar("continuous", (Stretch("certain", None, None),)),
        "inherited": Bar("inherited", (Stretch("span", None, None),)),
        "parts": Bar("parts", (Stretch("span", first, last),)),
        "earlier": Bar("earlier", (Stretch("begin", first, third), Stretch("certain", third, last))),
        "cut": Bar("own", (Stretch("certain", _DAY - timedelta(900), last),)),
        "unknown": Bar("own", (Stretch("unknown", first, None),)),
    }
    if key not in (*bars, "certain", "begin", "end", "either"):
        return _moment_sample(key, x + SAMPLE / 2 - 4, y)
    wide = axis if key in ("open", "continuous", "inherited", "cut", "unknown") else axis._replace(left=x + 3, right=x + SAMPLE - 11)
    return bar_shapes(bars.get(key) or Bar("own", (Stretch(key, first, last),)), wide, y, _BAR, style.NO_HUE)


def _moment_sample(key: str, x: float, y: float) -> list[Shape]:
    match key:
        case "late" | "early":
            way = 1 if key == "late" else -1
            return [*shift_shapes(key, x - way * 13, x + way * 9, y + 4.0), *symbol("completion", "realised", x + way * 9, y - 1.5)]
        case "yearly":
            dots = [disc(x + at, y, DOT, fill=style.PAPER, pen=style.NO_HUE.deep, width=1.3) for at in (-7.0, 7.0)]
            return [line((x - 15, y), (x + 15, y), pen=style.NO_HUE.deep, width=0.8, dash="dotted"), *dots]
        case "milestone" | "decision":
            return flag_shapes(key, x, y)
        case "expected":
            return [*symbol("start", "expected", x - 7, y), *symbol("completion", "expected", x + 7, y)]
        case "days":
            axis = Axis(x - 13, x + 13, _DAY.toordinal(), _DAY.toordinal() + _LENGTH)
            days = ImpreciseDate(_DAY, _DAY + timedelta(_LENGTH - 1), "")
            return mark_shapes([(Mark("completion", "realised", days, "", None, ""), x)], axis, y, 5.0)
        case "reference":
            return [line((x, y + at), (x, y + at + 3.4), pen=style.INK, width=1.4) for at in (-6.0, -1.0, 4.0)]
    return symbol(key, "realised", x, y)


def _occurring(view: Timeline) -> set[str]:
    """Return the keys of what occurs."""
    rows = [row for group in view.groups for row in group.rows]
    keys = {key for row in rows for bar in row.bars for key in _of_bar(bar, view)}
    for row in rows:
        for mark in row.marks:
            keys |= {mark.kind if mark.standing == "realised" else "expected"} | ({mark.shift} - {""})
            keys |= {"days"} if mark.date.first < mark.date.last else set()
    keys |= {flag.kind for flag in view.flags}
    return keys | ({"reference"} if view.reference else set())


def _of_bar(bar: Bar, view: Timeline) -> Iterator[str]:
    if bar.form != "own":
        yield bar.form
    for one in bar.stretches:
        if bar.form in ("own", "continuous") and (bar.form == "own" or one.kind != "certain"):
            yield one.kind
        if bar.form == "own" and one.kind == "certain" and (one.first is None or one.last is None):
            yield "open"
        if view.window and ((one.first and one.first.year < view.window.first) or (one.last and one.last.year > view.window.last)):
            yield "cut"
