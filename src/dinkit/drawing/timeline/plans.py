"""From a planning to a bar: what is certain, what may be, and what nobody knows.

An imprecise date is a stretch of days in which the day lies. So a planning from 2019 to 2022 begins somewhere in 2019, certainly runs from the
last day of 2019 to the first of 2022, and ends somewhere in 2022 (the four dates of a "fuzzy interval": earliest and latest start,
earliest and latest end; Aigner, Miksch, Thurnher and Biffl, PlanningLines, 2005).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from dinkit.model.dates import ImpreciseDate
from dinkit.model.values import OPEN, Planning

_DAY = timedelta(days=1)


class Stretch(NamedTuple):
    """A stretch of days of which one thing can be said; without a first or last day it reaches the border of the picture.

    `kind` is "certain", "begin" or "end" (it begins or ends somewhere in here), "either" (both may be), "unknown" (perhaps it runs here),
    "each" (once in every year) or "span" (no more than from where to where).
    """

    kind: str
    first: date | None
    last: date | None


class Bar(NamedTuple):
    """When something runs, as stretches that follow one another.

    `form` is "own", "continuous", "yearly", "inherited" (of the effort above), "parts" (of the parts below) or "earlier" (of an earlier edition).
    """

    form: str
    stretches: tuple[Stretch, ...]


def bar_of(planning: Planning | None) -> Bar | None:
    """Return the bar of a planning, or None where `state_of` says in a word why there is none."""
    if state_of(planning) or planning is None:
        return None
    if planning.recurrence == "yearly":
        return Bar("yearly", (Stretch("each", _first(planning.start), _last(planning.end)),))
    form = "continuous" if planning.recurrence == "continuous" else "own"
    return Bar(form, _stretches(planning) or (Stretch("certain", None, None),))


def state_of(planning: Planning | None) -> str:
    """Return why a planning has no bar: "none", "unknown", "contradictory" or "once"; empty where it has one."""
    if planning is None:
        return "none"
    start, end = _given(planning.start), _given(planning.end)
    if start and end and end.last < start.first:
        return "contradictory"
    if start or end or planning.recurrence in ("yearly", "continuous"):
        return ""
    return "once" if planning.recurrence == "once" else "unknown"


def inherited_from(bar: Bar) -> Bar:
    """Return from where to where something runs that follows the planning of another."""
    return Bar("inherited", (Stretch("span", bar.stretches[0].first, bar.stretches[-1].last),))


def over_parts(bars: Iterable[Bar]) -> Bar | None:
    """Return the first to the last day that bars name, with what may run before and after; None where there are no bars."""
    held = [bar.stretches for bar in bars]
    days = [day for stretches in held for one in stretches for day in (one.first, one.last) if day]
    if not days:
        return Bar("parts", (Stretch("unknown", None, None),)) if held else None
    before = (Stretch("unknown", None, min(days) - _DAY),) if any(one[0].first is None for one in held) else ()
    after = (Stretch("unknown", max(days) + _DAY, None),) if any(one[-1].last is None for one in held) else ()
    return Bar("parts", (*before, Stretch("span", min(days), max(days)), *after))


def _given(value: ImpreciseDate | str | None) -> ImpreciseDate | None:
    return value if isinstance(value, ImpreciseDate) else None


def _first(value: ImpreciseDate | str | None) -> date | None:
    return value.first if isinstance(value, ImpreciseDate) else None


def _last(value: ImpreciseDate | str | None) -> date | None:
    return value.last if isinstance(value, ImpreciseDate) else None


def _stretches(planning: Planning) -> tuple[Stretch, ...]:
    """Return what can be said of the days of a planning that does not contradict itself."""
    start, end = _given(planning.start), _given(planning.end)
    if start and end:
        return _between(start, end)
    beyond = "certain" if OPEN in (planning.start, planning.end) or planning.recurrence == "continuous" else "unknown"
    if start:
        return (*_stretch("begin", start.first, start.last - _DAY), Stretch(beyond, start.last, None))
    if end:
        return (Stretch(beyond, None, end.first), *_stretch("end", end.first + _DAY, end.last))
    return ()


def _between(start: ImpreciseDate, end: ImpreciseDate) -> tuple[Stretch, ...]:
    """Return the stretches between two dates; nothing begins after it has ended, so an overlap narrows both."""
    latest_start, earliest_end = min(start.last, end.last), max(end.first, start.first)
    low, high = sorted((latest_start, earliest_end))
    middle = Stretch("certain" if latest_start <= earliest_end else "either", low, high)
    return (*_stretch("begin", start.first, low - _DAY), middle, *_stretch("end", high + _DAY, end.last))


def _stretch(kind: str, first: date, last: date) -> tuple[Stretch, ...]:
    return (Stretch(kind, first, last),) if first <= last else ()
