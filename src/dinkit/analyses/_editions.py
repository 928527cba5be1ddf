"""Editions side by side: the definitions of the `editions` analysis, computed; what it says of them stands there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dinkit.analyses._alone import with_role
from dinkit.analyses._order import in_tree_order, outer
from dinkit.comparing.changes import Change, changes_of
from dinkit.comparing.matching import Edition, Match, ancestors, last_named
from dinkit.model.kinds import KINDS
from dinkit.model.records import Effort, Goal, Indicator, Stakeholder
from dinkit.network import Network

TOLD: tuple[str, ...] = ("effort", "sub_effort", "goal", "indicator")
"""What is told element by element; other kinds are only counted."""

SORTS: tuple[str, ...] = (*TOLD, *(kind.name for kind in KINDS if kind.name not in TOLD))

MOVED = frozenset(("other_parent", "other_main_goal"))


class Told(NamedTuple):
    """What happened to one element, with what it is now, or was when it is gone."""

    sort: str
    """One of SORTS."""
    name: str
    number: str
    name_then: str
    """Its earlier names, when those differ; of several predecessors all of them."""
    number_then: str
    change: Change


class Count(NamedTuple):
    """How many elements of one sort there were and are, and what happened to them."""

    sort: str
    then: int
    now: int
    kept: int
    renamed: int
    renumbered: int
    moved: int
    merged: int
    split: int
    succeeding: int
    new: int
    returned: int
    succeeded: int
    """Of then: those that go on under another id only."""
    gone: int


class Line(NamedTuple):
    """One element through all editions: what it was called in each, the oldest first."""

    sort: str
    element: str
    names: tuple[str, ...]


def sort_of(network: Network, element: str) -> str:
    """Return of what sort an element is: its kind, where efforts that are part of another one are a sort of their own."""
    kind = network.elements[element].kind
    return "sub_effort" if kind == "effort" and outer(network, element) is not None else kind


def told(found: Match, returned: Iterable[str] = ()) -> tuple[Told, ...]:
    """Return what happened to every element, sort by sort in the order of the printed tree, what is gone after what is there."""
    changes = {(change.state == "gone", change.element): change for change in changes_of(found, returned)}
    rows = [
        _told(found, network, changes[gone, name])
        for network, gone in ((found.later, False), (found.earlier, True))
        for name in in_order(network)
        if (gone, name) in changes
    ]
    return tuple(sorted(rows, key=lambda row: SORTS.index(row.sort)))


def in_order(network: Network) -> Iterator[str]:
    """Yield the ids of a network: goals, efforts and indicators as in the printed tree, everything else by id."""
    for kind in (Effort, Goal, Indicator):
        yield from (element.id for element in in_tree_order(network, kind))
    yield from sorted(name for name, element in network.elements.items() if element.kind not in TOLD)


def count(found: Match, rows: Iterable[Told]) -> tuple[Count, ...]:
    """Return the numbers per sort, for the sorts that there are; each change is counted where the element stands now.

    Of parties only those with a role are counted: editions share their register.
    """
    listed = list(rows)
    then = [sort_of(found.earlier, name) for name in found.earlier.elements]
    away = [sort_of(found.earlier, old) for old, heirs in found.after.items() if not _is_kept(found, old, heirs)]
    counts: list[Count] = []
    for sort in SORTS:
        if sort == "stakeholder":
            counts += _parties(found, listed)
            continue
        here = [row.change for row in listed if row.sort == sort]
        states = [change.state for change in here]
        if states or sort in then:
            counts.append(
                Count(
                    sort,
                    then.count(sort),
                    len(here) - states.count("gone"),
                    states.count("kept"),
                    _with(here, "renamed"),
                    _with(here, "renumbered"),
                    sum(not MOVED.isdisjoint(change.changes) for change in here),
                    _with(here, "merged"),
                    _with(here, "split"),
                    states.count("succeeding"),
                    states.count("new"),
                    states.count("returned"),
                    away.count(sort),
                    states.count("gone"),
                )
            )
    return tuple(counts)


def _parties(found: Match, rows: Iterable[Told]) -> Iterator[Count]:
    """Yield the numbers of the parties with a role, if there are any; new is who had none before, gone is who has none any more."""
    then, now = (with_role(one) & {party.id for party in one.of(Stakeholder)} for one in (found.earlier, found.later))
    kept = then & now
    succeeding = {party for party in now - kept if then.intersection(found.before.get(party, ()))}
    succeeded = {party for party in then - kept if now.intersection(found.after.get(party, ()))}
    here = [row.change for row in rows if row.change.element in now and row.change.state != "gone"]
    moved = sum("other_parent" in change.changes for change in here)
    if then or now:
        yield Count(
            "stakeholder",
            len(then),
            len(now),
            len(kept),
            _with(here, "renamed"),
            _with(here, "renumbered"),
            moved,
            _with(here, "merged"),
            _with(here, "split"),
            len(succeeding),
            len(now - kept - succeeding),
            0,
            len(succeeded),
            len(then - kept - succeeded),
        )


def fates(found: Match) -> dict[str, Counter[str]]:
    """Return per sort what became of its elements of then: "kept", "crossed", "merged", "split", "other_kind", "other_id" or "gone"."""
    counted: dict[str, Counter[str]] = {}
    for name in found.earlier.elements:
        sort = sort_of(found.earlier, name)
        counted.setdefault(sort, Counter())[_fate(found, name, sort)] += 1
    return counted


def _fate(found: Match, old: str, sort: str) -> str:
    heirs = found.after.get(old, ())
    if not heirs:
        return "gone"
    if _is_kept(found, old, heirs):
        return "kept" if sort_of(found.later, old) == sort else "crossed"
    if any(len(found.before[heir]) > 1 for heir in heirs):
        return "merged"
    if len(heirs) > 1:
        return "split"
    return "other_id" if found.earlier.elements[old].kind == found.later.elements[heirs[0]].kind else "other_kind"


def lines(editions: Sequence[Edition]) -> tuple[Line, ...]:
    """Return every effort, goal and indicator with what it was called in each edition; what is no longer named comes last."""
    kept: dict[int, set[str]] = {}
    for number, name in last_named(editions):
        kept.setdefault(number, set()).add(name)
    found = [
        _line(editions, number, name)
        for number, names in sorted(kept.items())
        for name in in_order(editions[number].network)
        if name in names and sort_of(editions[number].network, name) in TOLD
    ]
    return tuple(sorted(found, key=lambda line: SORTS.index(line.sort)))


def _told(found: Match, network: Network, change: Change) -> Told:
    element = network.elements[change.element]
    old = [found.earlier.elements[one] for one in change.before] if change.state != "gone" else []
    if element.id in change.before:
        old = [one for one in old if one.id == element.id]
    names, numbers = " + ".join(one.name for one in old), " + ".join(one.number for one in old if one.number)
    number = element.number or ""
    return Told(
        sort_of(network, element.id),
        element.name,
        number,
        names if names != element.name else "",
        numbers if numbers != number else "",
        change,
    )


def _is_kept(found: Match, old: str, heirs: Iterable[str]) -> bool:
    return old in heirs and found.earlier.elements[old].kind == found.later.elements[old].kind


def _with(changes: Iterable[Change], code: str) -> int:
    return sum(code in change.changes for change in changes)


def _line(editions: Sequence[Edition], number: int, element: str) -> Line:
    found = ancestors(editions, number, element)
    names = [" + ".join(_label(editions[at].network, one) for one in found.get(at, ())) for at in range(len(editions) - 1, -1, -1)]
    return Line(sort_of(editions[number].network, element), element, tuple(names))


def _label(network: Network, element: str) -> str:
    found = network.elements[element]
    return f"{found.number} {found.name}" if found.number else found.name or element
