"""Whether tests on the fields of an element leave some field nothing to be: by the values it can have, and by what lies inside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dinkit.checking.project_rules import regions
from dinkit.checking.project_rules.literals import Alternative, Path, shape_at
from dinkit.checking.project_rules.regions import Region
from dinkit.model.contract import Record
from dinkit.model.project_rules import Inside, Presence, RelationTest
from dinkit.model.shapes import MAIN_FIELDS, Shape, shapes_of


def no_value(kind: str | None, literals: Alternative) -> bool:
    """Say whether nothing can be in some field that all these tests say of it."""
    found: dict[Path, list[Region]] = {}
    records: dict[Path, list[_Records]] = {}
    for one in literals:
        if isinstance(one.test, RelationTest):
            continue
        shape = shape_at(kind, one.path)
        region = regions.left_by(shape, one.test, holds=one.holds, weak=one.weak)
        if isinstance(one.test, Inside) and shape.record is not None:
            records.setdefault(one.path, []).append(_Records(shape.record, one.test, one.holds, one.weak))
            region = _with_record(shape.record, one.test) if one.holds else region
        found.setdefault(one.path, [_whole(shape)]).append(region)
    for path in sorted(found, key=len, reverse=True):
        if len(path) > 1:
            around = shape_at(kind, path[:-1])
            found.setdefault(path[:-1], [_whole(around)]).append(_around(around, path[-1], found[path]))
    return any(regions.is_empty(one) for one in found.values()) or any(_no_record(one) for one in records.values())


class _Records(NamedTuple):
    """What is known of the records in a field that holds several: one of them passes these tests, or none of them does."""

    record: type[Record]
    test: Inside
    holds: bool
    weak: bool


def _whole(shape: Shape) -> Region:
    return regions.whole(shape, always=shape.always)


def _with_record(record: type[Record], test: Inside) -> Region:
    """Return what a field can be of which a record passes the tests: there, and given where what makes it so is asked for."""
    asked = [regions.passed(shapes_of(record)[one.name], one.test) for one in test.tests if one.name in MAIN_FIELDS.get(record, ())]
    given = any(one.presences == {Presence.GIVEN} for one in asked)
    return Region(frozenset((Presence.GIVEN,)) if given else frozenset(Presence) - {Presence.ABSENT})


def _around(shape: Shape, name: str, inside: list[Region]) -> Region:
    """Return what a record can be of which one field is known: where that is there, so is the record."""
    presences = frozenset.intersection(*(one.presences for one in inside))
    if presences == {Presence.GIVEN} and shape.record is not None and name in MAIN_FIELDS.get(shape.record, ()):
        return Region(presences)
    return Region() if Presence.ABSENT in presences else Region(frozenset(Presence) - {Presence.ABSENT})


def _no_record(known: list[_Records]) -> bool:
    """Say whether some record must be there that cannot: by its own tests, or since it would pass what none of them may."""
    none_passes = [list(_inside(one)) for one in known if not one.holds]
    for one in known:
        if not one.holds:
            continue
        left: dict[str, list[Region]] = {}
        for name, region in _inside(one):
            left.setdefault(name, []).append(region)
        whole = {name: _whole(shape) for name, shape in shapes_of(one.record).items()}
        if any(regions.is_empty([whole[name], *met]) for name, met in left.items()):
            return True
        if any(all(regions.is_empty([whole[name], *left.get(name, []), region]) for name, region in failed) for failed in none_passes):
            return True
    return False


def _inside(known: _Records) -> Iterator[tuple[str, Region]]:
    """Yield what each test leaves its field to be, in a record that passes all of them, or by which a record fails them."""
    inner = shapes_of(known.record)
    for one in known.test.tests:
        yield one.name, regions.left_by(inner[one.name], one.test, holds=known.holds, weak=known.weak)
