"""The straight line from a baseline to a target, and on which side of it a measurement lies.

A date is often only known as a year or a season. Dates of one precision are taken at the same place in their stretch (yearly figures
all at the end of their year, or all at its beginning), a target date of another precision at its end, since that is when it must be
reached. Where the answer would depend on such a choice, there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from dinkit.model.dates import ImpreciseDate


class Moment(NamedTuple):
    """A value at a date."""

    date: ImpreciseDate | None
    value: Decimal


class Stance(NamedTuple):
    """How a measurement lies to the line: "ahead", "on_plan" or "behind"; or why that cannot be told."""

    state: str = ""
    why: str = ""
    expected: Decimal | None = None
    """What the line asks for when every date is taken at the end of its stretch."""
    tempo: Decimal | None = None
    """The way gone as a part of the way that the line asks for."""


class _Dates(NamedTuple):
    start: ImpreciseDate
    measured: ImpreciseDate
    due: ImpreciseDate


def stance(start: Moment, measured: Moment, target: Moment, *, margin: Decimal) -> Stance:
    """Compare a measurement with the line; after the target date the line stays where it is.

    Args:
        start: the baseline.
        measured: the latest measurement.
        target: the target, of another value than the baseline.
        margin: how far a value may lie from the line and still be on it.
    """
    if start.date is None or measured.date is None or target.date is None:
        return Stance(why="baseline_undated" if start.date is None else "target_undated" if target.date is None else "measurement_undated")
    dates = _Dates(start.date, measured.date, target.date)
    if dates.due.last <= dates.start.last:
        return Stance(why="target_before_baseline")
    places = list(_places(dates))
    if None in places:
        return Stance(why="dates_imprecise")
    expected = [_on_line(start.value, target.value, place) for place in places if place is not None]
    up = target.value > start.value
    states = {_state(measured.value - one if up else one - measured.value, margin) for one in expected}
    last = expected[-1]
    tempo = (measured.value - start.value) / (last - start.value) if last != start.value else None
    return Stance(states.pop(), "", last, tempo) if len(states) == 1 else Stance("", "dates_imprecise", last, tempo)


def _state(lead: Decimal, margin: Decimal) -> str:
    if abs(lead) <= margin:
        return "on_plan"
    return "ahead" if lead > 0 else "behind"


def _on_line(start: Decimal, target: Decimal, place: Fraction) -> Decimal:
    return start + (target - start) * place.numerator / place.denominator


def _places(dates: _Dates) -> Iterator[Fraction | None]:
    """Yield how far along the line the measurement may lie, last for every date at its end; None where the order of dates is not sure."""
    kinds = list(dict.fromkeys((_length(dates.start), _length(dates.measured))))
    for ends in product((False, True), repeat=len(kinds)):
        at_end = dict(zip(kinds, ends, strict=True))
        start = _years(dates.start, at_end=at_end[_length(dates.start)])
        measured = _years(dates.measured, at_end=at_end[_length(dates.measured)])
        due = _years(dates.due, at_end=at_end.get(_length(dates.due), True))
        yield min(Fraction(1), (measured - start) / (due - start)) if start < due and start <= measured else None


def _length(given: ImpreciseDate) -> int:
    """Return the precision of a date: days that differ only by the calendar (a month of 28 or 31) count as the same."""
    days = (given.last - given.first).days + 1
    return days if days < 28 else 30 * round(days / 30)


def _years(given: ImpreciseDate, *, at_end: bool) -> Fraction:
    """Return the first moment of a date, or the last, in years, so that yearly figures lie a whole year apart."""
    day = given.last if at_end else given.first
    length = date(day.year, 12, 31).timetuple().tm_yday
    return day.year + Fraction(day.timetuple().tm_yday - (0 if at_end else 1), length)
