"""Dates as documents give them: a season, a half-year, a year, an open end; and the grammar that files use.

A date is the stretch of days that it may fall in. Nothing is read by accident: what is not in the grammar is an error.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from dinkit.pattern import pattern
from dinkit.tuples import NamedTuple

OPEN_START = date(1, 1, 1)
OPEN_END = date(9999, 12, 31)


class ImpreciseDate(NamedTuple):
    """A date that is only known to lie between `first` and `last`, both included."""

    first: date
    last: date
    text: str


class Period(NamedTuple):
    """From `start` to `end`; either may be open (None)."""

    start: ImpreciseDate | None
    end: ImpreciseDate | None


# First and last month of each part of a year. The seasons are meteorological: summer is June to August, and winter
# is taken as December before to February, so that "winter 2019" ends in 2019.
_SEASONS = {
    "voorjaar": (3, 5),
    "lente": (3, 5),
    "spring": (3, 5),
    "zomer": (6, 8),
    "summer": (6, 8),
    "najaar": (9, 11),
    "herfst": (9, 11),
    "autumn": (9, 11),
}
_WINTER = ("winter",)
_DATE = pattern(
    r"(?P<year>[12][0-9]{3})(?:-(?:(?P<month>[01][0-9])(?:-(?P<day>[0-3][0-9]))?|H(?P<half>[12])|Q(?P<quarter>[1-4])|W(?P<week>[0-5][0-9])|(?P<season>[a-z]+)))?\Z"
)


@lru_cache(maxsize=4096)
def parse_date(text: str) -> ImpreciseDate:
    """Read one date: 2019, 2019-05, 2019-05-14, 2019-H2, 2019-Q3, 2019-W12, 2019-najaar.

    Raises:
        ValueError: the text is not in this grammar, or the calendar has no such day.

    >>> parse_date("2019-H2").first, parse_date("2019-H2").last
    (datetime.date(2019, 7, 1), datetime.date(2019, 12, 31))
    """
    match = _DATE.match(text)
    if match is None:
        raise ValueError(text)
    first, last = _days(match)
    return ImpreciseDate(first, last, text)


def date_key(date: ImpreciseDate | str | None) -> tuple[int, int]:
    """Return what a date sorts by: its last day, then its first; what has no date comes before all others."""
    if not isinstance(date, ImpreciseDate):
        return OPEN_START.toordinal(), 0
    return date.last.toordinal(), date.first.toordinal()


def _days(match: re.Match[str]) -> tuple[date, date]:
    year = int(match["year"])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        return monday, monday + timedelta(days=6)
    if match["season"] in _WINTER:
        return date(year - 1, 12, 1), _month_end(year, 2)
    first, last = _months(match)
    return date(year, first, 1), _month_end(year, last)


def _month_end(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def _months(match: re.Match[str]) -> tuple[int, int]:
    if match["month"]:
        return int(match["month"]), int(match["month"])
    if match["half"]:
        return (1, 6) if match["half"] == "1" else (7, 12)
    if match["quarter"]:
        last = int(match["quarter"]) * 3
        return last - 2, last
    if match["season"]:
        if match["season"] not in _SEASONS:
            raise ValueError(match["season"])
        return _SEASONS[match["season"]]
    return 1, 12


@lru_cache(maxsize=4096)
def parse_period(text: str) -> Period:
    """Read a date, or two dates with ".." between them of which one may be left out.

    "2015..heden" and "2015..now" are open at the end, like "2015..".

    Raises:
        ValueError: not in this grammar.

    >>> parse_period("2019..").end is None
    True
    """
    if ".." not in text:
        only = parse_date(text)
        return Period(only, only)
    start, end = (part.strip() for part in text.split("..", 1))
    if not start and not end:
        raise ValueError(text)
    return Period(parse_date(start) if start else None, parse_date(end) if end and end not in ("heden", "now") else None)
