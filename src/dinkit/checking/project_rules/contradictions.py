"""Which conditions nothing can pass: what is needed to find rules that never fire, that nobody can follow, and that contradict each other.

A condition is taken apart into alternatives, each a list of tests that surely pass or surely fail. An alternative is impossible when the tests
on one field leave it nothing to be, when a relation must lead to more elements than it may (also where one test counts only some of those
that the other counts), or when what must stand at the other end is impossible itself. All is decided from the file format: no model is
looked at. What is called impossible is so in every network; not everything that is impossible is found: how one relation depends on another,
or a goal's level on its place in the tree, is not known here, and a condition with very many alternatives is given up.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import product
from math import prod
from typing import NamedTuple

from dinkit.checking.project_rules import regions
from dinkit.checking.project_rules.field_clashes import no_value
from dinkit.checking.project_rules.fields import Test
from dinkit.checking.project_rules.literals import LINK, Alternative, Formula, Literal, Path, shape_at
from dinkit.model.kinds import KINDS
from dinkit.model.project_rules import AnyOf, AttributeTest, Condition, End, Inside, Not, Part, RelationTest, joins

_MOST = 256
"""More alternatives than this are given up."""


def meets(condition: Condition, kind: str | None, *, weak: bool = False) -> Formula:
    """Return what is known of something that surely passes a condition; weak: that does not surely fail it."""
    return _all_of([_part(part, kind, (), holds=True, weak=weak) for part in condition])


def misses(condition: Condition, kind: str | None, *, weak: bool = False) -> Formula:
    """Return what is known of something that surely fails a condition; weak: that does not surely pass it."""
    return _one_of([_part(part, kind, (), holds=False, weak=weak) for part in condition])


def impossible(kind: str | None, *formulas: Formula) -> bool:
    """Say whether nothing of a kind can be as all formulas say."""
    known = [one for one in formulas if one is not None]
    if [] in known:
        return True
    if len(known) < len(formulas) or prod(map(len, known)) > _MOST:
        return False
    return all(_clash(kind, _joined(parts)) for parts in product(*known))


def _part(part: Part, kind: str | None, path: Path, *, holds: bool, weak: bool) -> Formula:
    if isinstance(part, Not):
        return (misses if holds else meets)(part.condition, kind, weak=weak)
    if isinstance(part, AnyOf):
        options = [(meets if holds else misses)(option, kind, weak=weak) for option in part.options]
        return _one_of(options) if holds else _all_of(options)
    if isinstance(part, RelationTest):
        return _bounds(part, holds=holds, weak=weak)
    here = (*path, part.name)
    if isinstance(part.test, Inside) and not shape_at(kind, here).many:
        inner = [_part(one, kind, here, holds=holds, weak=weak) for one in part.test.tests]
        return _all_of(inner) if holds else _one_of(inner)
    return [(Literal(here, part.test, holds, weak),)]


def _bounds(test: RelationTest, *, holds: bool, weak: bool) -> Formula:
    """Take a count that is out of bounds apart: too few, or too many."""
    if holds:
        return [(Literal((), test, holds=True, weak=weak),)]
    fewer = [(Literal((), test._replace(least=test.least, most=None), holds=False, weak=weak),)] if test.least else []
    more = [(Literal((), test._replace(least=0), holds=False, weak=weak),)] if test.most is not None else []
    return [*fewer, *more]


def _all_of(formulas: Iterable[Formula]) -> Formula:
    known = list(formulas)
    if any(one == [] for one in known):
        return []
    held = [one for one in known if one is not None]
    if len(held) < len(known) or prod(map(len, held)) > _MOST:
        return None
    return [_joined(parts) for parts in product(*held)]


def _joined(parts: Iterable[Alternative]) -> Alternative:
    return tuple(literal for part in parts for literal in part)


def _one_of(formulas: Iterable[Formula]) -> Formula:
    known = list(formulas)
    held = [alternative for one in known if one is not None for alternative in one]
    return None if None in known or len(held) > _MOST else held


def _clash(kind: str | None, literals: Alternative) -> bool:
    """Say whether what is known contradicts itself."""
    return _disagree(literals) or no_value(kind, literals) or _no_count(kind, literals)


def _disagree(literals: Alternative) -> bool:
    """Say whether one test has two outcomes of which at least one is sure."""
    outcomes: dict[tuple[Path, Test | RelationTest], set[tuple[bool, bool]]] = {}
    for one in literals:
        outcomes.setdefault((one.path, one.test), set()).add((one.holds, one.weak))
    return any(
        ((True, False) in found and (False, False) in found)
        or ((True, False) in found and (False, True) in found)
        or ((True, True) in found and (False, False) in found)
        for found in outcomes.values()
    )


class _Count(NamedTuple):
    """A relation that leads to at least, or at most, so many."""

    test: RelationTest
    least: int
    most: int | None


def _no_count(kind: str | None, literals: Alternative) -> bool:
    """Say whether some relation must lead to more than it may, or to what cannot be."""
    counts = [count for one in literals for count in _count(one)]
    if any((one.most is not None and one.most < 0) or (one.least > 0 and _nowhere(one.test)) for one in counts):
        return True
    return any(
        more.least > fewer.most and _counts_among(kind, more.test, fewer.test)
        for fewer in counts
        if fewer.most is not None
        for more in counts
        if more.least
    )


def _count(literal: Literal) -> list[_Count]:
    test = literal.test
    if not isinstance(test, RelationTest) or (literal.weak and not _is_crisp(test)):
        return []
    if literal.holds:
        return [_Count(test, test.least, test.most)]
    return [_Count(test, 0, test.least - 1)] if test.most is None else [_Count(test, test.most + 1, None)]


def _is_crisp(test: RelationTest) -> bool:
    """Say whether a count is always known on what was read."""
    return all(regions.is_crisp(one.test) for one in test.link) and all(_all_crisp(end.condition) for end in test.ends)


def _all_crisp(condition: Condition) -> bool:
    return all(_is_part_crisp(part) for part in condition)


def _is_part_crisp(part: Part) -> bool:
    if isinstance(part, AttributeTest):
        return regions.is_crisp(part.test)
    if isinstance(part, RelationTest):
        return _is_crisp(part)
    return _all_crisp(part.condition) if isinstance(part, Not) else all(map(_all_crisp, part.options))


@cache
def _nowhere(test: RelationTest) -> bool:
    """Say whether nothing can stand at the other end."""
    no_link = bool(test.link) and impossible(LINK, meets(test.link, LINK))
    return no_link or (bool(test.ends) and all(impossible(end.kind, meets(end.condition, end.kind)) for end in test.ends))


@cache
def _counts_among(kind: str | None, one: RelationTest, other: RelationTest) -> bool:
    """Say whether everything that the one test counts for an element of a kind, the other counts too."""
    narrower = set(one.direction.relations) <= set(other.direction.relations) and one.direction.incoming == other.direction.incoming
    nearer = other.steps is None or (one.steps is not None and one.steps <= other.steps)
    if not narrower or not nearer or not _follows(one.link, other.link, LINK):
        return False
    return not other.ends or all(any(_end_among(end, wider) for wider in other.ends) for end in _ends(kind, one))


def _ends(kind: str | None, test: RelationTest) -> list[End]:
    """Return what a test counts; where it counts elements of any kind one step away, those of the kinds that can stand there."""
    given = test.ends or (End("elements", None, ()),)
    if test.steps != 1:
        return list(given)
    there = [one.name for one in KINDS if joins(test.direction, kind, one.name)]
    return [end._replace(kind=one) for end in given for one in ([end.kind] if end.kind else there)]


def _end_among(end: End, wider: End) -> bool:
    return wider.kind in (None, end.kind) and _follows(end.condition, wider.condition, end.kind)


def _follows(given: Condition, wanted: Condition, kind: str | None) -> bool:
    """Say whether nothing passes the one condition and surely fails the other."""
    return impossible(kind, meets(given, kind), misses(wanted, kind))
