"""The years of the axis: from the first to the last date, without what lies so far away that nothing else could be read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from dinkit.drawing.timeline.plans import Bar

MOST_YEARS = 20
"""Years on an axis; from there on, those farthest from the middle date are cut off."""


class Window(NamedTuple):
    """The years of an axis, both included."""

    first: int
    last: int

    def holds(self, first: date | None, last: date | None) -> bool:
        """Say whether any day of a stretch lies on the axis."""
        return (first is None or first.year <= self.last) and (last is None or last.year >= self.first)


def window_of(days: Iterable[date]) -> Window | None:
    """Return the years from the first to the last of some days, or None where there are none.

    >>> window_of([date(2019, 1, 1), date(2021, 6, 30)]), window_of([date(1922, 12, 31), date(2019, 1, 1), date(2022, 1, 1)])
    (Window(first=2019, last=2021), Window(first=2019, last=2022))
    """
    years = sorted(day.year for day in days)
    if not years:
        return None
    middle = years[len(years) // 2]
    while years[-1] - years[0] >= MOST_YEARS:
        drop = years[0] if middle - years[0] >= years[-1] - middle else years[-1]
        years = [year for year in years if year != drop]
    return Window(years[0], years[-1])


def days_of(bars: Iterable[Bar]) -> list[date]:
    """Return the days that bars name."""
    return [day for bar in bars for one in bar.stretches for day in (one.first, one.last) if day is not None]


def is_outside(bars: tuple[Bar, ...], window: Window) -> bool:
    """Say whether there are bars, of which nothing lies on the axis."""
    return bool(bars) and not any(window.holds(one.first, one.last) for bar in bars for one in bar.stretches)
