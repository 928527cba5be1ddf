"""How often an indicator is measured, as people write it; which measurements are missing by that, and whether the latest is stale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from dinkit.model.dates import ImpreciseDate
from dinkit.pattern import pattern


class Frequency(NamedTuple):
    """Once in so many months; part of a month for what is measured every week or day."""

    months: Fraction


_WEEK, _DAY = Fraction(12 * 7 * 4, 1461), Fraction(12 * 4, 1461)
_UNITS: dict[str, Fraction] = {
    **dict.fromkeys(("jaar", "jaren", "year", "years", "annum"), Fraction(12)),
    **dict.fromkeys(("halfjaar", "halfjaren", "semester"), Fraction(6)),
    **dict.fromkeys(("kwartaal", "kwartalen", "quarter", "quarters"), Fraction(3)),
    **dict.fromkeys(("maand", "maanden", "month", "months"), Fraction(1)),
    **dict.fromkeys(("week", "weken", "weeks"), _WEEK),
    **dict.fromkeys(("dag", "dagen", "day", "days"), _DAY),
}
_ADVERBS: dict[str, Fraction] = {
    **dict.fromkeys(("jaarlijks", "jaarlijkse", "yearly", "annual", "annually"), Fraction(12)),
    **dict.fromkeys(("halfjaarlijks", "halfjaarlijkse", "half-yearly"), Fraction(6)),
    **dict.fromkeys(("tweejaarlijks", "tweejaarlijkse", "biennial", "biennially"), Fraction(24)),
    **dict.fromkeys(("driejaarlijks", "driejaarlijkse"), Fraction(36)),
    **dict.fromkeys(("vierjaarlijks", "vierjaarlijkse"), Fraction(48)),
    **dict.fromkeys(("driemaandelijks", "driemaandelijkse", "quarterly"), Fraction(3)),
    **dict.fromkeys(("tweemaandelijks", "tweemaandelijkse"), Fraction(2)),
    **dict.fromkeys(("maandelijks", "maandelijkse", "monthly"), Fraction(1)),
    **dict.fromkeys(("wekelijks", "wekelijkse", "weekly"), _WEEK),
    **dict.fromkeys(("dagelijks", "dagelijkse", "daily"), _DAY),
}
_NUMBERS = {
    **dict.fromkeys(("een", "één", "eens", "eenmaal", "one", "once"), 1),
    **dict.fromkeys(("twee", "tweemaal", "two", "twice"), 2),
    **dict.fromkeys(("drie", "driemaal", "three"), 3),
    **dict.fromkeys(("vier", "viermaal", "four"), 4),
    **dict.fromkeys(("vijf", "five"), 5),
    **dict.fromkeys(("zes", "six"), 6),
}
_NUMBER = rf"(?:[0-9]{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_EVERY = pattern(
    rf"\b(?:(?P<times>{_NUMBER})\s*(?:keer|maal|x|times)?\s+)?(?:per|elke?|ieder|iedere|every|each|om de|a)\s+(?P<count>{_NUMBER}\s+)?(?P<half>half[ -])?(?P<unit>{'|'.join(_UNITS)})\b"
)
_LATE = Fraction(3, 2)


def parse_frequency(text: str | None) -> Frequency | None:
    """Return how often that is, or None where the words do not say.

    >>> [str(parse_frequency(words).months) for words in ("jaarlijks", "per kwartaal", "2x per jaar", "om de twee jaar", "elk half jaar")]
    ['12', '3', '6', '24', '6']
    """
    words = (text or "").lower()
    match = _EVERY.search(words)
    if match is None:
        found = next((_ADVERBS[word] for word in re.findall(r"[a-zé-]+", words) if word in _ADVERBS), None)
        return Frequency(found) if found is not None else None
    times, count = _count(match["times"]), _count(match["count"])
    if not times or not count:
        return None
    half = 2 if match["half"] else 1
    return Frequency(_UNITS[match["unit"]] * count / times / half)


def is_stale(frequency: Frequency, latest: date, at: date) -> bool:
    """Say whether a measurement that ended on `latest` is older than one and a half times the frequency."""
    return (at - latest).days > frequency.months * _LATE * Fraction(1461, 48)


def missing(frequency: Frequency, dates: Iterable[ImpreciseDate], at: date | None) -> tuple[str, ...]:
    """Return the years, half-years, quarters or months without a measurement, neighbours joined ("2019..2021").

    Looked at is what lies between the first measurement and `at`, or the latest one without it; a measurement is one of the period in
    which it ends. Other frequencies have no such periods.
    """
    size = int(frequency.months)
    if frequency.months not in (1, 3, 6, 12):
        return ()
    had = {_period(one.last, size) for one in dates}
    if not had:
        return ()
    end = _period(at, size) - (0 if _is_end(at, size) else 1) if at is not None else max(had)
    return tuple(_runs([period for period in range(min(had), end + 1) if period not in had], size))


def _count(words: str | None) -> int:
    if words is None:
        return 1
    plain = words.strip()
    return int(plain) if plain.isdigit() else _NUMBERS[plain]


def _period(day: date, size: int) -> int:
    return (day.year * 12 + day.month - 1) // size


def _is_end(day: date, size: int) -> bool:
    """Say whether a period of so many months ends on the day."""
    return _period(date.fromordinal(day.toordinal() + 1), size) != _period(day, size)


def _runs(periods: list[int], size: int) -> Iterator[str]:
    start = 0
    for at, period in enumerate(periods):
        if at + 1 == len(periods) or periods[at + 1] != period + 1:
            first = periods[start]
            yield _name(first, size) if first == period else f"{_name(first, size)}..{_name(period, size)}"
            start = at + 1


def _name(period: int, size: int) -> str:
    year, part = divmod(period, 12 // size)
    return {12: f"{year}", 6: f"{year}-H{part + 1}", 3: f"{year}-Q{part + 1}", 1: f"{year}-{part + 1:02}"}[size]
