"""What the fields of an element pass: yes, no, or (None) that this cannot be told.

It cannot be told of a date that only overlaps with what is asked, of sizes in different units, of the reference date of a model that has none,
and of what could not be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from dinkit.model.contract import Record
from dinkit.model.dates import OPEN_END, ImpreciseDate
from dinkit.model.numbers import Amount
from dinkit.model.project_rules import Among, AttributeTest, Between, Inside, Moment, Presence
from dinkit.model.shapes import MAIN_FIELDS
from dinkit.model.values import OPEN, Weight
from dinkit.model.vocabulary import UNKNOWN

Test = Among | Between | Inside
Answer = bool | None


class Size(NamedTuple):
    """What a value measures: between two bounds, on a scale; only sizes on one scale compare."""

    low: Any
    high: Any
    scale: str | None


def all_pass(answers: Iterable[Answer]) -> Answer:
    """Return whether all hold: no as soon as one does not."""
    found = list(answers)
    return False if False in found else None if None in found else True


def any_passes(answers: Iterable[Answer]) -> Answer:
    """Return whether one holds: yes as soon as one does."""
    found = list(answers)
    return True if True in found else None if None in found else False


def opposite(answer: Answer) -> Answer:
    """Return the answer to the opposite question."""
    return None if answer is None else not answer


def passes(value: Any, test: Test) -> Answer:
    """Return whether the value of a field passes a test."""
    if isinstance(test, Among):
        found = any_passes(_equals(value, one) for one in test.values)
        return opposite(found) if test.negated else found
    return _within(value, test) if isinstance(test, Between) else _inside(value, test.tests)


def passes_in_doubt(value: Any, test: Test) -> Answer:
    """Return whether a field passes a test although something of its element could not be read.

    A single value that is there is as it was written; anything else may have had more in it.
    """
    if not isinstance(value, (tuple, Record, Mapping)) and presence(value) is not Presence.ABSENT:
        return passes(value, test)
    given = isinstance(test, Among) and not test.negated and Presence.GIVEN in test.values
    return True if given and presence(value) is Presence.GIVEN else None


def dated(test: Test, reference: ImpreciseDate | None) -> Test:
    """Return a test with the reference date of a model filled in where it asks for that; without one it stays open."""
    if reference is None:
        return test
    if isinstance(test, Inside):
        return Inside(tuple(one._replace(test=dated(one.test, reference)) for one in test.tests))
    if isinstance(test, Between):
        return Between(*(reference if isinstance(one, Moment) else one for one in test))
    return test._replace(values=tuple(reference if isinstance(one, Moment) else one for one in test.values))


def presence(value: Any) -> Presence:
    """Return whether a field says something, says that this is unknown, or is not there."""
    if value is None or value in ("", ()) or (isinstance(value, Mapping) and not value):
        return Presence.ABSENT
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return _best(map(presence, value), Presence.UNKNOWN)
    if isinstance(value, Mapping):
        return _best(map(presence, value.values()), Presence.UNKNOWN)
    if isinstance(value, Record) and type(value) in MAIN_FIELDS:
        return _best((presence(getattr(value, name)) for name in MAIN_FIELDS[type(value)]), Presence.UNKNOWN)
    return Presence.UNKNOWN if value == UNKNOWN else Presence.GIVEN


def size_of(value: Any) -> Size | None:
    """Return what a value measures, or None where it has no size."""
    if isinstance(value, ImpreciseDate):
        return Size(value.first, value.last, "date")
    if value == OPEN and isinstance(value, str):
        return Size(OPEN_END, OPEN_END, "date")
    if isinstance(value, Amount):
        return Size(value.value, value.value, value.unit)
    if isinstance(value, Weight):
        return Size(value.value, value.value, value.scale)
    return Size(Decimal(value), Decimal(value), None) if isinstance(value, int) and not isinstance(value, bool) else None


def _best(found: Iterable[Presence], least: Presence) -> Presence:
    return Presence.GIVEN if Presence.GIVEN in found else least


def _equals(value: Any, wanted: Any) -> Answer:
    if isinstance(wanted, Presence):
        return presence(value) is wanted
    if isinstance(wanted, Moment):
        return None if size_of(value) else False
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return any_passes(_equals(one, wanted) for one in value)
    here, there = size_of(value), size_of(wanted)
    if here is None or there is None:
        return value is not None and bool(value == wanted)
    if not _comparable(here, there):
        return None if isinstance(here.low, Decimal) and isinstance(there.low, Decimal) else False
    if there.low <= here.low and here.high <= there.high:
        return True
    return False if here.high < there.low or there.high < here.low else None


def _within(value: Any, test: Between) -> Answer:
    here = size_of(value)
    if here is None:
        return False
    answers: list[Answer] = []
    for bound in (one for one in (test.least, test.most) if one is not None):
        there = size_of(bound)
        if there is None or not _comparable(here, there):
            answers.append(None)
        elif bound is test.least:
            answers.append(True if here.low >= there.low else False if here.high < there.low else None)
        else:
            answers.append(True if here.high <= there.high else False if here.low > there.high else None)
    return all_pass(answers)


def _comparable(one: Size, other: Size) -> bool:
    """Say whether two sizes are on one scale; a number without a unit is on any."""
    if isinstance(one.low, date) or isinstance(other.low, date):
        return isinstance(one.low, date) and isinstance(other.low, date)
    return one.scale == other.scale or one.scale is None or other.scale is None


def _inside(value: Any, tests: tuple[AttributeTest, ...]) -> Answer:
    """Return whether a record passes tests on its fields; of several records one must pass them all. No record is one without fields."""
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return any_passes(_inside(one, tests) for one in value)
    if isinstance(value, Mapping):
        return all_pass(passes(value.get(one.name), one.test) for one in tests)
    return all_pass(passes(getattr(value, one.name, None), one.test) for one in tests)
