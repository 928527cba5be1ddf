"""From when until when: the term of an agreement beside the planning of work that rests on it."""

from __future__ import annotations

from collections.abc import Iterable

from dinkit.analyses._phrases import NOT_KNOWN
from dinkit.analyses._plans import RECURRING, known, plan_of, says_something
from dinkit.analyses._works import Works, closure
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Agreement
from dinkit.model.values import OPEN, Planning
from dinkit.network import Network
from dinkit.tuples import NamedTuple


class Term(NamedTuple):
    """A stretch of time; None is a date that is not given."""

    start: ImpreciseDate | None
    end: ImpreciseDate | None
    open: bool
    """Whether it goes on without an end: it says so, or it recurs."""


NO_TERM = Term(None, None, open=False)


class WorkTerm(NamedTuple):
    """When a piece of work runs, and how that is known."""

    term: Term
    origin: str
    """"own", "inherited" (of what it is part of), "parts" (of its parts together) or "none"."""
    at: tuple[str, ...]
    """The efforts whose planning it is."""


class Resting(NamedTuple):
    """A piece of work that rests on an agreement."""

    agreement: Agreement
    work: str
    effort: str
    """The listing of the work at which the link stands."""
    planned: WorkTerm
    start: str
    """"fits", "later" (the agreement begins after the work) or "unknown"."""
    end: str
    """"fits", "earlier" (the agreement ends before the work), "goes_on" (it ends after the work), "open" (the work has no end) or "unknown"."""


def term_of(planning: Planning | None) -> Term:
    """Return the stretch that a planning gives."""
    if planning is None:
        return NO_TERM
    end = known(planning.end)
    return Term(known(planning.start), end, open=end is None and (planning.end == OPEN or planning.recurrence in RECURRING))


def work_term(network: Network, works: Works, work: str) -> WorkTerm:
    """Return when work runs: as it says, as what it is part of says, else as its parts say together.

    Of parts the earliest begin and the latest end count; an end only when every part has one.
    """
    plan = plan_of(network, works, work)
    if says_something(plan.planning):
        return WorkTerm(term_of(plan.planning), "inherited" if plan.inherited else "own", (plan.at,))
    parts = [part for part in closure(work, works.below) if part not in works.stopped and not works.below.get(part)]
    plans = [(part, plan_of(network, works, part)) for part in parts]
    telling = [plan for _, plan in plans if says_something(plan.planning)]
    if not telling:
        return WorkTerm(NO_TERM, "none", ())
    return WorkTerm(
        _together([term_of(plan.planning) for plan in telling], whole=len(telling) == len(plans)), "parts", tuple(plan.at for plan in telling)
    )


def resting_on(network: Network, works: Works, agreement: Agreement) -> list[Resting]:
    """Return the work that rests on an agreement and has not stopped, each piece once, by id."""
    found = {}
    for relation in sorted(network.incoming(agreement.id, "rests_on"), key=lambda one: one.source):
        work = works.original.get(relation.source)
        if work is not None and work not in works.stopped and work not in found:
            planned = work_term(network, works, work)
            found[work] = Resting(agreement, work, relation.source, planned, *compare(term_of(agreement.planning), planned.term))
    return sorted(found.values(), key=lambda one: one.work)


def differs(one: Resting) -> bool:
    """Say whether an agreement does not fit the work that rests on it, for certain."""
    return one.start == "later" or one.end in ("earlier", "goes_on")


def term_text(term: Term) -> Text:
    """Return a stretch of time in words.

    >>> from dinkit.model.dates import parse_date
    >>> term_text(Term(parse_date("2019"), None, open=False)).nl
    'vanaf 2019, eind onbekend'
    """
    start, end = term.start.text if term.start else "", term.end.text if term.end else ""
    if start and end:
        return Text(start, start) if start == end else Text(f"{start} t/m {end}", f"{start} to {end}")
    if end:
        return Text(f"tot en met {end}", f"until {end}")
    if term.open:
        return Text(f"vanaf {start}", f"from {start}") if start else Text("doorlopend", "continuous")
    return Text(f"vanaf {start}, eind onbekend", f"from {start}, end unknown") if start else NOT_KNOWN


def state_at(term: Term, ended: ImpreciseDate | None, on: ImpreciseDate | None) -> str:
    """Say where an agreement stands on a date: "running", "ended", "not_begun", "unknown", or "no_date" where there is no such date.

    Args:
        term: its term.
        ended: when it ended by what a source says.
        on: the date. A term of whole years covers those years, so an agreement runs from the first day that its begin may mean until the last
            that its end may.
    """
    if on is None:
        return "no_date"
    ends = [date for date in (term.end, ended) if date is not None]
    if any(date.last < on.first for date in ends):
        return "ended"
    if term.start is not None and term.start.first > on.last:
        return "not_begun"
    return "running" if term.start is not None and (ends or term.open) else "unknown"


def carried(network: Network, works: Works, element: str) -> tuple[str, ...]:
    """Return what rests on an element, by id; work that has stopped does not any more."""
    found = (relation.source for relation in network.incoming(element, "rests_on"))
    return tuple(sorted(one for one in found if works.original.get(one) not in works.stopped))


def compare(agreement: Term, work: Term) -> tuple[str, str]:
    """Compare the begin and the end of an agreement with those of work; imprecise dates differ only when no reading of them fits."""
    return _start(agreement, work), _end(agreement, work)


def _start(agreement: Term, work: Term) -> str:
    if agreement.start is None or work.start is None:
        return "unknown"
    return "later" if agreement.start.first > work.start.last else "fits"


def _end(agreement: Term, work: Term) -> str:
    if agreement.open:
        return "fits"
    if agreement.end is None:
        return "unknown"
    if work.end is None:
        return "open" if work.open else "unknown"
    if agreement.end.last < work.end.first:
        return "earlier"
    return "goes_on" if agreement.end.first > work.end.last else "fits"


def _together(terms: Iterable[Term], *, whole: bool) -> Term:
    listed = list(terms)
    starts = [term.start for term in listed if term.start]
    ends = [term.end for term in listed if term.end]
    unending = any(term.open for term in listed)
    end = max(ends, key=lambda date: (date.last, date.first), default=None) if whole and len(ends) == len(listed) else None
    return Term(min(starts, key=lambda date: (date.first, date.last), default=None), end, open=unending)
