"""What is wrong with the rules of a project themselves: those that never find anything, that nobody can follow, that are double or contradict.

Each of these is proved from the file format alone (`contradictions`), never guessed:
- a rule never finds anything: in no network whatever is there an element that it reports, since it selects nothing or since everything that it
  selects meets it;
- nobody can follow a rule: every element that it selects is reported;
- two rules find the same: whatever the one reports the other reports too, and the other way round;
- two rules contradict each other: one selects all that the other selects, and whatever both select is reported by at least one of them, though
  either rule by itself is not known to be impossible to follow there.
The last three hold for every network that was read whole and of which no collection is said to be empty (`geen:`). What is not found may still
be so; of fields with fixed words, all is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from dinkit.checking.project_rules.contradictions import impossible, meets, misses
from dinkit.checking.project_rules.literals import Formula
from dinkit.model.project_rules import Case, ProjectRule


class Idle(NamedTuple):
    """A part of a rule that is for nothing.

    `why` is "nothing" (it selects nothing), "always" (all that it selects meets it) or "never" (nothing that it selects can meet it).
    """

    rule: ProjectRule
    case: Case
    why: str


class Pair(NamedTuple):
    """Two rules of which nothing that both select can meet both, or that find the same."""

    first: ProjectRule
    second: ProjectRule
    case: Case
    """The narrower of the two selections; of rules that find the same that of the second."""


def idle(rules: Iterable[ProjectRule]) -> Iterator[Idle]:
    """Yield every part of every rule that is for nothing, with why."""
    for rule in rules:
        for case in rule.cases if rule.whole else ():
            why = _why(case)
            if why is not None:
                yield Idle(rule, case, why)


def conflicts(rules: Iterable[ProjectRule]) -> Iterator[Pair]:
    """Yield every pair of rules that contradict each other; a rule that is for nothing by itself contradicts no other."""
    for (first, own), (second, others) in combinations(_working(rules), 2):
        found = next((case for one in own for other in others if (case := _conflict(one, other)) is not None), None)
        if found is not None:
            yield Pair(first, second, found)


def twins(rules: Iterable[ProjectRule]) -> Iterator[Pair]:
    """Yield every pair of rules that find the same; those that are for nothing by themselves are left out."""
    for (first, own), (second, others) in combinations(_working(rules), 2):
        if len(own) == len(first.cases) and len(others) == len(second.cases) and _within(own, others) and _within(others, own):
            yield Pair(first, second, others[0])


def _working(rules: Iterable[ProjectRule]) -> list[tuple[ProjectRule, list[Case]]]:
    """Return the rules that are in use, each with its cases that are not for nothing."""
    return [(rule, [case for case in rule.cases if _why(case) is None]) for rule in rules if rule.whole and rule.severity != "off"]


def _why(case: Case) -> str | None:
    chosen = meets(case.selection, case.kind)
    if impossible(case.kind, chosen):
        return "nothing"
    lacks = impossible(case.kind, chosen, misses(case.demand, case.kind))
    has = case.forbidden is None or impossible(case.kind, chosen, meets(case.forbidden, case.kind))
    if lacks and has:
        return "always"
    return "never" if impossible(case.kind, chosen, *_follows_rule(case, case.kind)) else None


def _conflict(one: Case, other: Case) -> Case | None:
    """Return the narrower of two cases that contradict each other."""
    if None not in (one.kind, other.kind) and one.kind != other.kind:
        return None
    kind = one.kind or other.kind
    chosen = [meets(case.selection, kind) for case in (one, other)]
    if impossible(kind, *chosen):
        return None
    kept = [_follows_rule(case, kind) for case in (one, other)]
    if not impossible(kind, *chosen, *kept[0], *kept[1]) or any(impossible(kind, *chosen, *alone) for alone in kept):
        return None
    return _narrower(one, other, kind)


def _narrower(one: Case, other: Case, kind: str | None) -> Case | None:
    """Return the case that selects nothing but what the other selects too."""
    for narrow, wide in ((one, other), (other, one)):
        fits = wide.kind in (None, narrow.kind)
        if fits and impossible(kind, meets(narrow.selection, kind), misses(wide.selection, kind, weak=True)):
            return narrow
    return None


def _within(cases: list[Case], others: list[Case]) -> bool:
    """Say whether some of the other cases report whatever these report."""
    return all(any(_reports_all(other, case) for other in others) for case in cases)


def _reports_all(wide: Case, narrow: Case) -> bool:
    """Say whether nothing that the narrow case reports is passed over by the wide one: not selected, or as it demands."""
    kind = narrow.kind
    if wide.kind != kind:
        return False
    if wide._replace(word=narrow.word) == narrow:
        return True
    reported = [misses(narrow.demand, kind), *([] if narrow.forbidden is None else [meets(narrow.forbidden, kind)])]
    passed_over = [[misses(wide.selection, kind, weak=True)], _follows_rule(wide, kind)]
    chosen = meets(narrow.selection, kind)
    return all(impossible(kind, chosen, one, *other) for one in reported for other in passed_over)


def _follows_rule(case: Case, kind: str | None) -> list[Formula]:
    """Return what is known of an element that a case selects and does not report."""
    demanded = meets(case.demand, kind, weak=True)
    return [demanded] if case.forbidden is None else [demanded, misses(case.forbidden, kind, weak=True)]
