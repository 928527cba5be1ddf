"""The axis: where a day stands on the page, and the lines and labels of years and quarters."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from dinkit.drawing.timeline.window import Window

GUTTER = 9.0
"""Room left and right of the years, for what goes on beyond them."""
QUARTERS_FROM = 68.0
"""Width of a year from which its quarters are named."""
QUARTER_LINES_FROM = 26.0
"""Width of a year from which its quarters have lines."""
YEAR_ROOM = 27.0
"""Least width of a year that has its label."""


class Axis(NamedTuple):
    """Days on a line: from the first day to the day after the last."""

    left: float
    right: float
    first: int
    """Days are counted from the beginning of our calendar, so that no sum leaves it."""
    end: int


class Extent(NamedTuple):
    """Where a stretch of days stands on the page; at a side it may go on beyond the axis: "open" or "cut" (or empty)."""

    left: float
    right: float
    beyond_left: str
    beyond_right: str


def axis_of(window: Window | None, left: float, right: float) -> Axis:
    """Return the axis of some years; one without years where nothing has a date."""
    if window is None:
        return Axis(left, right, 0, 1)
    return Axis(left, right, date(window.first, 1, 1).toordinal(), date(window.last, 12, 31).toordinal() + 1)


def place(axis: Axis, day: int) -> float:
    """Return where a day begins, wherever that is."""
    return axis.left + (day - axis.first) / (axis.end - axis.first) * (axis.right - axis.left)


def extent(axis: Axis, first: date | None, last: date | None) -> Extent | None:
    """Return where a stretch stands, both days included; None where nothing of it lies on the axis."""
    start, end = first.toordinal() if first else None, last.toordinal() + 1 if last else None
    if (start is not None and start >= axis.end) or (end is not None and end <= axis.first):
        return None
    before, after = start is None or start < axis.first, end is None or end > axis.end
    return Extent(
        axis.left - GUTTER if before else place(axis, start or 0),
        axis.right + GUTTER if after else place(axis, end or 0),
        "" if not before else "open" if start is None else "cut",
        "" if not after else "open" if end is None else "cut",
    )


def middle(axis: Axis, first: date, last: date) -> float:
    """Return where the middle of a stretch of days stands, kept on the axis."""
    centre = place(axis, first.toordinal()) / 2 + place(axis, last.toordinal() + 1) / 2
    return min(max(centre, axis.left), axis.right)


def year_width(axis: Axis, window: Window) -> float:
    """Return how wide one year is."""
    return (axis.right - axis.left) / (window.last - window.first + 1)


def labelled(axis: Axis, window: Window) -> list[int]:
    """Return the years that have a label: all, or every second or fifth where they are narrow."""
    width = year_width(axis, window)
    step = next((step for step in (1, 2, 5, 10) if width * step >= YEAR_ROOM), 20)
    return [year for year in range(window.first, window.last + 1) if step == 1 or year % step == 0]


def quarter_starts(year: int) -> list[int]:
    """Return the first days of the quarters of a year."""
    return [date(year, month, 1).toordinal() for month in (1, 4, 7, 10)]
