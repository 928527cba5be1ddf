"""What was reported of which work: results with the efforts that they are about, and per piece of work what was planned and what came of it.

The definitions are those of the `results` analysis; the tables stand there.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from dinkit.analyses._order import in_tree_order
from dinkit.analyses._plans import Plan, coverage, known, plan_of, year_of
from dinkit.analyses._works import Links, Works, closure, works_of
from dinkit.model.records import Effort, Goal, Result
from dinkit.network import Network


class Reported(NamedTuple):
    """One result, and what it is about."""

    result: Result
    of: tuple[str, ...]
    """What it is written on: efforts and goals as in the printed tree, then everything else by id."""
    efforts: tuple[str, ...]
    """The efforts that it counts for: those in `of`, then those that are measured by an indicator in `of`."""
    year: int | None


class Account(NamedTuple):
    """One piece of work in one year, or in all years: what was planned, and which realised results there are."""

    work: str
    plan: Plan
    planned: str
    """Whether the plan covers the year, see `_plans.coverage`."""
    state: str
    """"own": it has a realised result of its own; "parts": only its parts have; "above": only an effort that it is part of has one of its
    own; "none": nothing of the kind."""
    own: tuple[Reported, ...]
    parts: tuple[Reported, ...]
    above: tuple[Reported, ...]


def reported_of(network: Network) -> tuple[Reported, ...]:
    """Return every result once, in the order of the work that it is about, then by date and by id."""
    place = _places(network)
    found = [_reported(network, result, place) for result in network.of(Result)]
    return tuple(sorted(found, key=lambda one: (_place_of(one, place), known_first(one.result), one.result.id)))


def known_first(result: Result) -> date:
    """Return the first day on which a result may fall, to sort by; what has no date comes last."""
    found = known(result.date)
    return found.first if found else date.max


def realised(reported: Iterable[Reported], year: int | None) -> tuple[Reported, ...]:
    """Return the realised results, of one year or of any."""
    return tuple(one for one in reported if one.result.standing == "realised" and year in (None, one.year))


def accounts_of(network: Network, year: int | None) -> tuple[Account, ...]:
    """Return every piece of work with its plan and its realised results, in the order of the printed tree.

    Work that has stopped, or that ended for certain before the year, is left out.

    Args:
        network: what is analysed.
        year: the year, or None for all years.
    """
    works = works_of(network)
    by_work: dict[str, list[Reported]] = {}
    for one in realised(reported_of(network), year):
        for work in dict.fromkeys(works.original[effort] for effort in one.efforts):
            by_work.setdefault(work, []).append(one)
    counted = [effort.id for effort in in_tree_order(network, Effort) if effort.id in works.listings and effort.id not in works.stopped]
    return tuple(_account(network, works, work, by_work, year) for work in counted if not _ended(network, works, work, year))


def not_reported(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Return the work that was planned, or may have been, and of which nothing was reported: not of itself, its parts or what it is part of."""
    return tuple(one for one in accounts if one.planned != "no" and one.state == "none")


def _places(network: Network) -> dict[str, int]:
    ordered = [*in_tree_order(network, Effort), *in_tree_order(network, Goal)]
    return {element.id: number for number, element in enumerate(ordered)}


def _reported(network: Network, result: Result, place: dict[str, int]) -> Reported:
    def order(element: str) -> tuple[int, str]:
        return place.get(element, len(place)), element

    of = sorted({relation.target for relation in network.outgoing(result.id, "of")}, key=order)
    efforts = [one for one in of if network.elements[one].kind == "effort"]
    measured = {relation.target for one in of for relation in network.outgoing(one, "measures") if network.elements[relation.target].kind == "effort"}
    return Reported(result, tuple(of), (*efforts, *sorted(measured - set(efforts), key=order)), year_of(result.date))


def _place_of(one: Reported, place: dict[str, int]) -> tuple[int, str]:
    first = (*one.efforts, *one.of, "")[0]
    return place.get(first, len(place)), first


def _account(network: Network, works: Works, work: str, by_work: dict[str, list[Reported]], year: int | None) -> Account:
    def of(some: Links) -> tuple[Reported, ...]:
        return tuple(dict.fromkeys(one for other in closure(work, some) for one in by_work.get(other, ())))

    own, parts, above = tuple(by_work.get(work, ())), of(works.below), of(works.above)
    plan = plan_of(network, works, work)
    state = "own" if own else "parts" if parts else "above" if above else "none"
    return Account(work, plan, coverage(plan.planning, year), state, own, parts, above)


def _ended(network: Network, works: Works, work: str, year: int | None) -> bool:
    ends = [known(network.elements[listing].ended) for listing in works.listings[work]]
    return year is not None and any(end is not None and end.last.year < year for end in ends)
