"""When work was meant to run: the planning of a piece of work, its own or that of what it is part of, and which years it covers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dinkit.analyses._order import outer
from dinkit.analyses._works import Works
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Agreement, Effort, Programme
from dinkit.model.values import OPEN, Planning
from dinkit.network import Network
from dinkit.tuples import NamedTuple

RECURRING = ("yearly", "continuous")


class Plan(NamedTuple):
    """The planning of a piece of work, and where it stands."""

    planning: Planning | None
    at: str
    """The effort at which it stands; empty where there is none."""
    inherited: bool
    """Whether that is an effort that the work is part of."""


NO_PLAN = Plan(None, "", inherited=False)


def known(given: object) -> ImpreciseDate | None:
    """Return a date, or None where it is unknown, open or absent."""
    return given if isinstance(given, ImpreciseDate) else None


def year_of(given: object) -> int | None:
    """Return the year under which a date is written: "2019-W01" and "2019-winter" are 2019, wherever their first day lies."""
    found = known(given)
    return int(found.text[:4]) if found else None


def says_something(planning: Planning | None) -> bool:
    """Say whether a planning gives a date or a recurrence, and is not only unknown."""
    return planning is not None and bool(known(planning.start) or known(planning.end) or planning.recurrence in RECURRING or planning.end == OPEN)


def plan_of(network: Network, works: Works, work: str) -> Plan:
    """Return the planning of a piece of work: its own (of work that is listed twice the first that says something), else that of the nearest
    effort that it is part of and that has one.

    A planning that is stated to be unknown is not replaced by that of the effort above.
    """  # noqa: D205 - the first sentence needs two lines
    return next(plans_of(network, works, work), NO_PLAN)


def plans_of(network: Network, works: Works, work: str) -> Iterator[Plan]:
    """Yield what could be the plan of a piece of work, the one that counts first."""
    seen: set[str] = set()
    at: str | None = work
    while at is not None and at not in seen:
        seen.add(at)
        own = [(listing, planning) for listing in works.listings[at] if (planning := _planning(network, listing)) is not None]
        for listing, planning in sorted(own, key=lambda pair: not says_something(pair[1])):
            yield Plan(planning, listing, inherited=at != work)
        parent = outer(network, at)
        at = works.original[parent] if parent is not None else None


def _planning(network: Network, element: str) -> Planning | None:
    found = network.elements[element]
    return found.planning if isinstance(found, (Effort, Programme, Agreement)) else None


def coverage(planning: Planning | None, year: int | None) -> str:
    """Say whether a planning covers a year.

    Args:
        planning: when work runs; None where nothing is said.
        year: the year; None for any year at all.

    Returns:
        "planned": it runs in that year for certain; "perhaps": dates are too imprecise to tell, or only a begin or an end is given; "continuous":
        it recurs or goes on without an end; "unknown": nothing is said; "no": it runs in other years.
    """
    if planning is None or not says_something(planning):
        return "unknown"
    if year is None:
        return "continuous" if planning.recurrence in RECURRING else "planned"
    start, end = known(planning.start), known(planning.end)
    first, last = date(year, 1, 1), date(year, 12, 31)
    if (start and start.first > last) or (end and end.last < first):
        return "no"
    if planning.recurrence in RECURRING:
        return "continuous"
    ends_by, begins_from = end is not None and end.last <= last, start is not None and start.first >= first
    begun = ends_by or (start is not None and start.last <= last)
    lasting = begins_from or planning.end == OPEN or (end is not None and end.first >= first)
    if planning.end == OPEN and not start:
        return "continuous"
    return "planned" if begun and lasting else "perhaps"


def years_of(planning: Planning | None) -> range:
    """Return the years between the dates that a planning gives, both included; empty where it gives none."""
    given = [found for found in (known(planning.start), known(planning.end)) if found] if planning else []
    years = [year for found in given for year in (found.first.year, found.last.year)]
    return range(min(years), max(years) + 1) if years else range(0)


def period_text(planning: Planning | None) -> str:
    """Return the dates of a planning as files write a period: "2019-04..2020-04", "2019..", "..2019-05"; empty where it gives none."""
    if planning is None:
        return ""
    start, end = known(planning.start), known(planning.end)
    if start and end and start.text == end.text:
        return start.text
    return f"{start.text if start else ''}..{end.text if end else ''}" if start or end else ""
