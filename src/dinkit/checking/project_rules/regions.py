"""What a field can still be when tests on it are known to have passed or failed; nothing at all means that the tests contradict each other.

A region never leaves out a value that the field can have, so what is found empty is empty; not everything that is empty is found.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import product
from typing import Any, NamedTuple

from dinkit.checking.project_rules.fields import Test, size_of
from dinkit.model.numbers import Amount
from dinkit.model.project_rules import Among, Between, Presence
from dinkit.model.records import read_id
from dinkit.model.shapes import Shape
from dinkit.model.values import read_date, read_euros, read_step, read_value
from dinkit.model.vocabulary import UNKNOWN

_ALL = frozenset(Presence)
_STEPS = frozenset(range(1, 6))


class Region(NamedTuple):
    """What a field can be: whether it is there; if it is given, its values (None: any) and the bounds of its size."""

    presences: frozenset[Presence] = _ALL
    values: frozenset[Any] | None = None
    without: frozenset[Any] = frozenset()
    low: Any = None
    """All of it lies here or further; so with `high`. A date takes up to a year."""
    above: Any = None
    """All of it lies past this; so with `below`."""
    high: Any = None
    below: Any = None
    end: Any = None
    """It ends here or further."""
    start: Any = None
    """It starts here or before."""
    or_text: bool = False
    """The bounds `above` and `below` are those of a number; a text, which has no size, may be there too."""


def is_crisp(test: Test) -> bool:
    """Say whether a test is always passed or failed on what was read.

    So it is with words, texts, numbers without a unit (which are on any scale), and whether something is there.
    """
    if isinstance(test, Among):
        return all(isinstance(one, (str, int, Presence)) or _is_plain(one) for one in test.values)
    if isinstance(test, Between):
        return all(isinstance(one, (int, type(None))) or _is_plain(one) for one in test)
    return all(is_crisp(one.test) for one in test.tests)


def _is_plain(value: Any) -> bool:
    return isinstance(value, Amount) and value.unit is None


def whole(shape: Shape, *, always: bool) -> Region:
    """Return all that a field can be; `always`: it is never absent. An id is always given."""
    if shape.read is read_id:
        return Region(frozenset((Presence.GIVEN,)))
    presences = _ALL - ({Presence.ABSENT} if always else set())
    if shape.sort == "word" and not shape.many:
        words = frozenset(shape.words) - {UNKNOWN}
        return Region(presences if UNKNOWN in shape.words else presences - {Presence.UNKNOWN}, words)
    return Region(presences, _STEPS if shape.read is read_step else None)


def left_by(shape: Shape, test: Test, *, holds: bool, weak: bool) -> Region:
    """Return what a field can be that surely passes (or surely fails) a test; weak: that does not surely fail (or pass) it."""
    region = (passed if holds else failed)(shape, test)
    if not weak or is_crisp(test) or shape.read is read_euros:
        return region
    if shape.read is not read_date:
        return Region(region.presences)
    return Region(region.presences, end=region.low or region.above, start=region.high or region.below)


def passed(shape: Shape, test: Test) -> Region:
    """Return what a field can be that surely passes a test."""
    if isinstance(test, Among):
        return _outside(shape, test.values) if test.negated else _among(shape, test.values)
    if isinstance(test, Between):
        least, most = size_of(test.least), size_of(test.most)
        return Region(frozenset((Presence.GIVEN,)), low=least.low if least else None, high=most.high if most else None)
    return Region(_ALL - {Presence.ABSENT}) if shape.many else Region()


def failed(shape: Shape, test: Test) -> Region:
    """Return what a field can be that surely fails a test."""
    if isinstance(test, Among):
        return _among(shape, test.values) if test.negated else _outside(shape, test.values)
    if isinstance(test, Between) and (test.least is None or test.most is None):
        least, most = size_of(test.least), size_of(test.most)
        return Region(below=least.low if least else None, above=most.high if most else None, or_text=shape.read is read_value)
    return Region()


def is_empty(regions: Iterable[Region]) -> bool:
    """Say whether nothing lies in all of these regions."""
    met = list(regions)
    presences = frozenset.intersection(*(one.presences for one in met))
    return not presences - {Presence.GIVEN} and (Presence.GIVEN not in presences or not _can_be_given(met))


def _among(shape: Shape, values: tuple[Any, ...]) -> Region:
    plain = [one for one in values if not isinstance(one, Presence)]
    presences = frozenset(one for one in values if isinstance(one, Presence)) | ({Presence.GIVEN} if plain else set())
    if Presence.GIVEN in values or shape.many or not plain:
        return Region(presences)
    if _exact(plain):
        return Region(presences, frozenset(plain))
    size = size_of(plain[0]) if len(plain) == 1 else None
    return Region(presences, low=size.low, high=size.high) if size else Region(presences)


def _outside(shape: Shape, values: tuple[Any, ...]) -> Region:
    plain = [one for one in values if not isinstance(one, Presence)]
    presences = _ALL - frozenset(one for one in values if isinstance(one, Presence))
    return Region(presences, without=frozenset(plain) if _exact(plain) and not shape.many else frozenset())


def _exact(values: list[Any]) -> bool:
    return all(isinstance(one, (str, int)) for one in values)


def _can_be_given(regions: list[Region]) -> bool:
    values = [one.values for one in regions if one.values is not None]
    without = frozenset[Any]().union(*(one.without for one in regions))
    if values:
        left = frozenset.intersection(*values) - without
        return any(_fits(size_of(one), regions) for one in left)
    sized = any(one.low is not None or one.high is not None for one in regions)
    strict = [one for one in regions if sized or not one.or_text]
    lows = [(one.low, False) for one in regions if one.low is not None] + [(one.above, True) for one in strict if one.above is not None]
    highs = [(one.high, False) for one in regions if one.high is not None] + [(one.below, True) for one in strict if one.below is not None]
    ends = [(one.end, False) for one in regions if one.end is not None]
    starts = [(one.start, False) for one in regions if one.start is not None]
    if not all(_one_date(start, end) for end, _ in ends for start, _ in starts):
        return False
    pairs = [*product(lows, highs), *product(ends, highs), *product(lows, starts)]
    return not any(low > high or (low == high and (past or before)) for (low, past), (high, before) in pairs)


def _one_date(start: date, end: date) -> bool:
    """Say whether one date can start on the one day or before, and end on the other or after it.

    All days of a year do; past the end of a year go only a winter and, within that, a week.
    """
    winter = start.month == 12 and end.month < 3 and end.year == start.year + 1
    return end <= start or end.year == start.year or winter


def _fits(size: Any, regions: list[Region]) -> bool:
    """Say whether a value lies within all bounds; one without a size is not held to any."""
    if size is None:
        return True
    return all(
        (one.low is None or size.low >= one.low)
        and (one.above is None or size.low > one.above)
        and (one.high is None or size.high <= one.high)
        and (one.below is None or size.high < one.below)
        for one in regions
    )
