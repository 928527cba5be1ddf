"""The series of an indicator: what was measured in every edition, point by point, and which points are not the same measure.

Baseline and targets are those of the latest edition that gives them; a field that an edition leaves out says nothing, `unknown` does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar

from dinkit.analyses._quantities import OPEN, step_of
from dinkit.comparing.matching import Edition, ancestors, editions_of
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Indicator, Measurement, Result
from dinkit.model.units import is_other_unit, plain_unit
from dinkit.model.values import Quantity, unit_of
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network
from dinkit.pattern import pattern
from dinkit.tuples import NamedTuple

MARKS = ("no_value", "off_scale", "unit", "group", "counting", "relative", "merged", "expected", "planned", "later")
"""Why a point does not count; the first that holds says most. The last one depends on the reference date."""

_YEAR = pattern(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_T = TypeVar("_T", bound=Hashable)


class Point(NamedTuple):
    """One measured value: of a measurement, of a result of the indicator, or its baseline."""

    element: str
    kind: str
    """"baseline", "measurement" or "result"."""
    value: Quantity
    date: ImpreciseDate | None
    sources: tuple[str, ...]
    edition: str
    """The earliest edition that has it."""
    counting: tuple[str, str] | None = None
    """How a result was counted, and since when or over how long."""
    standing: str | None = None
    merged: bool = False
    marks: tuple[str, ...] = ()
    """Why it is not the same measure as the series, or is none at all; empty when it counts."""


class Aimed(NamedTuple):
    """A target, and the earliest edition that gives it."""

    value: Quantity
    edition: str


class Series(NamedTuple):
    """An indicator with all that was measured of it, oldest first, and without date last."""

    indicator: Indicator
    unit: str | None
    """The unit as its latest edition spells it, or the one that most of its values have."""
    against: str | None
    """What the measured values are compared with, where they are themselves differences."""
    baseline: Point | None
    targets: tuple[Aimed, ...]
    points: tuple[Point, ...]
    """The baseline, when it has a value, among them."""
    at: date | None
    """The last day of the reference date."""


@lru_cache(maxsize=1)
def all_series(network: Network) -> tuple[Series, ...]:
    """Return the series of every indicator of this edition, in the order of the files."""
    editions = editions_of(network)
    return tuple(_series(editions, indicator, reference_day(network)) for indicator in network.of(Indicator))


def own_unit(network: Network, indicator: Indicator) -> str | None:
    """Return the unit of an indicator as this edition alone has it: as given, else the one that most of its values have."""
    if plain_unit(indicator.unit):
        return indicator.unit
    return _series((Edition(network, None, {}),), indicator, None).unit


def reference_day(network: Network) -> date | None:
    """Return the last day of the reference date, or None where the model has none."""
    given = network.head.reference_date
    return given.last if isinstance(given, ImpreciseDate) else None


def relative_key(quantity: Quantity) -> str | None:
    """Return what a value is compared with, in one spelling: the year where it names one, else its words."""
    if quantity.relative_to is None and not isinstance(quantity.base_year, int):
        return None
    return base_year(quantity) or " ".join((quantity.relative_to or "").lower().split())


def base_year(quantity: Quantity) -> str | None:
    """Return the year that a value is compared with: as given, else the only one in its words."""
    if isinstance(quantity.base_year, int):
        return str(quantity.base_year)
    years = set(_YEAR.findall(quantity.relative_to or ""))
    return years.pop() if len(years) == 1 else None


def group_key(quantity: Quantity) -> str | None:
    """Return the subgroup of a value in one spelling."""
    return " ".join((quantity.group or "").lower().split()) or None


def is_open(quantity: Quantity) -> bool:
    """Say whether a value is still to be settled, or left open by the source."""
    return quantity.value == UNKNOWN or quantity.value in OPEN


def _series(editions: Sequence[Edition], indicator: Indicator, at: date | None) -> Series:
    held = list(_held(editions, indicator.id))
    baseline = next((_baseline(one, one.baseline, held) for _, one in held if one.baseline is not None), None)
    targets = next((_targets(one, held) for _, one in held if one.targets), ())
    points = list(_once(_measured(editions, indicator.id)))
    if baseline is not None and not is_open(baseline.value):
        points.append(baseline)
    points.sort(key=lambda point: (point.date is None, point.date[:2] if point.date else (), point.kind, point.element))
    measure = _measure(indicator, baseline, targets, points)
    marked = tuple(point._replace(marks=tuple(_marks(measure, point, at))) for point in points)
    return Series(indicator, measure.unit, measure.against, baseline, targets, marked, at)


class _Measure(NamedTuple):
    """What the points of a series have in common."""

    scale: tuple[str, ...]
    unit: str | None
    groups: frozenset[str | None]
    counting: tuple[str, str] | None
    against: str | None


def _measure(indicator: Indicator, baseline: Point | None, targets: Sequence[Aimed], points: Sequence[Point]) -> _Measure:
    """Return what the series is: as indicator, baseline and targets say, else as most of its points have it."""
    start = [baseline.value] if baseline is not None and not is_open(baseline.value) else []
    declared = [*start, *(target.value for target in targets)]
    measured = [point.value for point in points]
    groups = {group_key(value) for value in declared} or set(_commonest([(group_key(value),) for value in measured]) or ())
    keys = [relative_key(value) for value in start or measured]
    return _Measure(
        indicator.scale,
        _unit(indicator, [*declared, *measured]),
        frozenset(groups),
        _commonest(point.counting for point in points),
        None if None in keys else _commonest(keys),
    )


def _unit(indicator: Indicator, values: Sequence[Quantity]) -> str | None:
    """Return the unit of an indicator, else the one that most of its own values have; a change in percent is none of those."""
    if plain_unit(indicator.unit):
        return indicator.unit
    units = [unit_of(value) for value in values if relative_key(value) is None]
    common = _commonest(map(plain_unit, units))
    return next((unit for unit in units if common and plain_unit(unit) == common), None)


def _held(editions: Sequence[Edition], indicator: str) -> Iterator[tuple[str, Indicator]]:
    """Yield the indicator in each edition that has it, latest first, with the name of the edition."""
    for number, names in ancestors(editions, 0, indicator).items():
        for name in names:
            found = editions[number].network.elements.get(name)
            if isinstance(found, Indicator):
                yield _edition_name(editions[number].network), found


def _edition_name(network: Network) -> str:
    return network.head.edition or network.head.model or ""


def _baseline(indicator: Indicator, value: Quantity, held: Sequence[tuple[str, Indicator]]) -> Point:
    first = [name for name, one in held if one.baseline == value][-1]
    return Point(indicator.id, "baseline", value, _dated(value.date), value.source or indicator.source, first)


def _targets(indicator: Indicator, held: Sequence[tuple[str, Indicator]]) -> tuple[Aimed, ...]:
    return tuple(Aimed(target, [name for name, one in held if target in one.targets][-1]) for target in indicator.targets)


def _once(points: Iterable[Point]) -> Iterable[Point]:
    """Return each point as its latest edition has it, with the name of the edition that had it first."""
    found: dict[str, Point] = {}
    for point in points:
        known = found.get(point.element)
        found[point.element] = known._replace(edition=point.edition) if known else point
    return found.values()


def _measured(editions: Sequence[Edition], indicator: str) -> Iterator[Point]:
    """Yield the measurements and results of an indicator, latest edition first."""
    for number, names in ancestors(editions, 0, indicator).items():
        network = editions[number].network
        for name in names:
            for relation in network.incoming(name, "of"):
                found = network.elements[relation.source]
                if isinstance(found, Measurement | Result) and found.value is not None:
                    yield _point(network, found, found.value, merged=len(names) > 1 and name != indicator)


def _point(network: Network, found: Measurement | Result, value: Quantity, *, merged: bool) -> Point:
    when = _dated(found.date) or _dated(value.date)
    counting = _counting(found, when) if isinstance(found, Result) else None
    standing = found.standing if isinstance(found, Result) else None
    return Point(found.id, found.kind, value, when, value.source or found.source, _edition_name(network), counting, standing, merged)


def _dated(given: ImpreciseDate | str | None) -> ImpreciseDate | None:
    return given if isinstance(given, ImpreciseDate) else None


def _counting(found: Result, when: ImpreciseDate | None) -> tuple[str, str] | None:
    """Return how a result was counted: a cumulative count also by its start, a count of a period by the length of that."""
    if found.counting in (None, UNKNOWN):
        return None
    if found.counting == "cumulative":
        return found.counting, found.since.text if isinstance(found.since, ImpreciseDate) else ""
    months = round(((when.last - when.first).days + 1) / 30) if when and found.counting == "in_period" else ""
    return str(found.counting), str(months)


def _commonest(items: Iterable[_T | None]) -> _T | None:
    """Return what occurs most, of several the first; None where there is nothing."""
    counted = Counter(item for item in items if item is not None)
    return counted.most_common(1)[0][0] if counted else None


def _marks(measure: _Measure, point: Point, at: date | None) -> Iterator[str]:
    """Yield why a point does not count."""
    scale, value = measure.scale, point.value.value
    if is_open(point.value) or (not scale and isinstance(value, str)):
        yield "no_value"
    elif scale and step_of(point.value, scale) is None:
        yield "off_scale"
    if not scale and is_other_unit(unit_of(point.value), measure.unit, change=relative_key(point.value) is not None):
        yield "unit"
    if group_key(point.value) not in measure.groups:
        yield "group"
    if point.counting is not None and point.counting != measure.counting:
        yield "counting"
    if relative_key(point.value) != measure.against:
        yield "relative"
    if point.merged:
        yield "merged"
    if point.standing in ("expected", "planned"):
        yield str(point.standing)
    if at is not None and point.date is not None and point.date.last > at:
        yield "later"
