"""What the report on accountability is made of, gathered once: results, expectations and plans of a year, each at the effort where it is told.

The definitions are those of the analyses `results`, `planning` and `editions`; here is only decided where each thing stands, so that nothing
is left out and nothing is told twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from dinkit.analyses._expectations import Expectation, expectations_of
from dinkit.analyses._histories import Form, History, editions_of, histories
from dinkit.analyses._planning import Timing, timings_of
from dinkit.analyses._plans import known
from dinkit.analyses._results import Account, Reported, accounts_of, reported_of
from dinkit.analyses._works import Works, works_of
from dinkit.analysis import Options
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Result
from dinkit.network import Network
from dinkit.publications._accountability_groups import Group, groups_of

NOWHERE = ""
"""Where something stands that belongs to no effort."""

_HOPED = ("expected", "planned")


class Awaited(NamedTuple):
    """An expectation, and the work of now that it is about."""

    expectation: Expectation
    work: str
    """NOWHERE for what is of no effort, or of one that is no longer named."""


class Accounted(NamedTuple):
    """Everything that the report tells."""

    network: Network
    """As seen at the end of the year, or on its reference date where that is earlier."""
    year: int | None
    asked: bool
    """Whether the year was asked for; otherwise it is that of the reference date."""
    works: Works
    groups: tuple[Group, ...]
    results: tuple[Reported, ...]
    """Of the year, apart from what is only expected or planned; for all years everything, also without a date."""
    others: tuple[Reported, ...]
    """The same of other years and without a year, as far as no earlier edition reports it."""
    accounts: Mapping[str, Account]
    """Piece of work -> what was planned and reported; without what stopped or ended before the year."""
    timings: tuple[Timing, ...]
    awaited: Mapping[str, tuple[Awaited, ...]]
    """Effort -> what was expected of it; NOWHERE for what is of no effort. Without what an earlier report could answer already."""
    lost: tuple[Awaited, ...]
    """What was expected of work that is no longer named."""


def accounted(network: Network, options: Options) -> Accounted:
    """Gather everything for the year that was asked for, else that of the reference date, else for all years."""
    reference = known(network.head.reference_date)
    year = options.year if options.year is not None else reference.last.year if reference else None
    seen = seen_in(network, year)
    works = works_of(seen)
    told = [one for one in reported_of(seen) if one.result.standing not in _HOPED]
    here = [one for one in told if year in (None, one.year)]
    before = {} if seen.previous is None else {result.id: result.standing for result in seen.previous.of(Result)}
    others = [one for one in told if one not in here and before.get(one.result.id, "") != one.result.standing]
    placed, lost = _placed(seen, works)
    return Accounted(
        seen,
        year,
        options.year is not None,
        works,
        groups_of(seen, works),
        tuple(here),
        tuple(others),
        {account.work: account for account in accounts_of(seen, year)},
        timings_of(seen),
        placed,
        lost,
    )


def seen_in(network: Network, year: int | None) -> Network:
    """Return a network as seen at the end of a year; a reference date in or before that year stays what it is."""
    if year is None:
        return network
    end, reference = date(year, 12, 31), known(network.head.reference_date)
    return network if reference is not None and reference.last <= end else network.at(ImpreciseDate(end, end, end.isoformat()))


def home_of(seen: Accounted, one: Reported) -> str:
    """Return the outermost effort at which a result is told; NOWHERE where it is of none."""
    return seen.works.home[seen.works.original[one.efforts[0]]] if one.efforts else NOWHERE


def work_of(seen: Accounted, one: Reported) -> str:
    """Return the piece of work at which a result is told; NOWHERE where it is of none."""
    return seen.works.original[one.efforts[0]] if one.efforts else NOWHERE


def at_home(seen: Accounted, some: Iterable[Reported], home: str) -> tuple[Reported, ...]:
    """Return the results that are told at an effort."""
    return tuple(one for one in some if home_of(seen, one) == home)


def works_within(seen: Accounted, home: str, order: Iterable[str]) -> tuple[str, ...]:
    """Return an effort and all its parts as pieces of work, in the given order of efforts, the effort itself first."""
    inside = [work for work in order if work != home and seen.works.home.get(work) == home]
    return (home, *inside)


def edition(seen: Accounted, number: int) -> Network:
    """Return this edition (0) or an earlier one."""
    return tuple(seen.network.editions())[number]


def last_told(seen: Accounted) -> date | None:
    """Return the day until which the previous edition could report; None where there is none or it does not say."""
    reference = known(seen.network.previous.head.reference_date) if seen.network.previous else None
    return reference.last if reference else None


def _placed(network: Network, works: Works) -> tuple[Mapping[str, tuple[Awaited, ...]], tuple[Awaited, ...]]:
    """Return the expectations at the effort of now that they belong to, and those of work that is gone."""
    editions = editions_of(network)
    where: dict[Form, History] = {}
    for known_work in histories(editions):
        for listing in known_work.forms:
            where.setdefault(listing, known_work)
    placed: dict[str, list[Awaited]] = {}
    lost: list[Awaited] = []
    for one in expectations_of(network):
        form = Form(one.edition, one.reported.efforts[0]) if one.reported.efforts else None
        history = where.get(form) if form is not None else None
        if _answered(editions.networks, one):
            continue
        if history is not None and history.edition > 0:
            lost.append(Awaited(one, NOWHERE))
        else:
            work = history.work if history else NOWHERE
            placed.setdefault(works.home.get(work, NOWHERE), []).append(Awaited(one, work))
    return {home: tuple(found) for home, found in placed.items()}, tuple(lost)


def _answered(networks: tuple[Network, ...], one: Expectation) -> bool:
    """Say whether an earlier edition had the answer already, so that its report told it."""
    if one.edition == 0 or one.by is None or one.became == "moved":
        return False
    found = (network.elements.get(one.by.id) for network in networks[1:])
    return any(isinstance(result, Result) and result.standing == "realised" for result in found)
