"""Planned against reported, per piece of work and through the editions: the definitions of the `planning` analysis, computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from dinkit.analyses._histories import Editions, Form, History, editions_of, histories
from dinkit.analyses._plans import NO_PLAN, Plan, known, period_text, plan_of, says_something
from dinkit.analyses._results import Reported, known_first, realised, reported_of
from dinkit.analyses._works import closure
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Result
from dinkit.network import Network

VERDICTS = (
    "early", "on_time", "late", "cannot_tell", "not_due", "running", "continuous", "not_completed", "unreported", "silent", "dropped",
    "no_plan", "no_date",
)  # fmt: skip
"""What can be said of planned work; see the manual of `planning`."""


class Timing(NamedTuple):
    """One piece of work: the first planning that an edition gives it, what was reported of its start and completion, and what that says."""

    history: History
    plan: Plan
    plan_edition: int
    starts: tuple[Result, ...]
    """Realised starts in the first edition that reports any."""
    completions: tuple[Result, ...]
    """Realised completions in the first edition that reports any."""
    compared: str
    """What the verdict compares: "end", "start", "start_completion" (a planned start with a reported completion), or nothing."""
    verdict: str


class Replanned(NamedTuple):
    """Two editions that give the same work different dates."""

    history: History
    earlier: tuple[int, Plan]
    later: tuple[int, Plan]


_Told = dict[str, list[Reported]]
"""Per piece of work, what one edition reports as realised until the reference date."""


class _Judged(NamedTuple):
    """What a verdict looks at."""

    plan: Plan
    starts: tuple[Result, ...]
    completions: tuple[Result, ...]
    doubtful: bool
    """Whether every completion may be of something before this plan."""
    realised: tuple[Result, ...]
    """Everything realised of the work itself, in any edition."""
    ever: bool
    """Whether any edition reports anything realised of the work, of its parts, or at what it is part of."""
    gone: bool
    """Whether this network no longer names it."""
    alone: bool
    """Whether there is only one edition, so that nothing can be seen to go."""
    reference: ImpreciseDate | None


def timings_of(network: Network) -> tuple[Timing, ...]:
    """Return every piece of work of this and all earlier editions, what is still named first, as in the printed tree."""
    editions = editions_of(network)
    told = [_told(editions, number, known(network.head.reference_date)) for number in range(len(editions.networks))]
    return tuple(_timing(editions, told, history) for history in histories(editions))


def replanned_of(network: Network) -> tuple[Replanned, ...]:
    """Return where an edition gives work other dates of its own than the edition before it that gives any."""
    editions = editions_of(network)
    found = []
    for history in histories(editions):
        own = [(number, plan) for number, plan in _plans(editions, history) if not plan.inherited and says_something(plan.planning)]
        for earlier, later in pairwise(own):
            if earlier[0] != later[0] and _shape(earlier[1]) != _shape(later[1]):
                found.append(Replanned(history, earlier, later))
    return tuple(found)


def compare(reported: Iterable[object], planned: ImpreciseDate) -> str:
    """Compare reported dates with a planned one: they must all say the same, for certain.

    Returns:
        "early" or "late": every reported date lies wholly before or after the planned one; "on_time": every one lies within it; otherwise
        "cannot_tell".
    """
    found = {_compare(known(date), planned) for date in reported}
    return found.pop() if len(found) == 1 else "cannot_tell"


def _compare(reported: ImpreciseDate | None, planned: ImpreciseDate) -> str:
    if reported is None:
        return "cannot_tell"
    if reported.last < planned.first:
        return "early"
    if reported.first > planned.last:
        return "late"
    return "on_time" if planned.first <= reported.first and reported.last <= planned.last else "cannot_tell"


def _told(editions: Editions, number: int, reference: ImpreciseDate | None) -> _Told:
    works = editions.works[number]
    told: _Told = {}
    for one in realised(reported_of(editions.networks[number]), None):
        date = known(one.result.date)
        if reference is None or date is None or date.first <= reference.last:
            for work in dict.fromkeys(works.original[effort] for effort in one.efforts):
                told.setdefault(work, []).append(one)
    return told


def _timing(editions: Editions, told: list[_Told], history: History) -> Timing:
    number, plan = _first_plan(editions, history)
    own = [_own(editions, told, history, edition) for edition in range(len(editions.networks))]
    before = _before(plan, own[number])
    completions = _oldest([[result for result in found if result.id not in before] for found in own], "completion")
    judged = _Judged(
        plan,
        _oldest(own, "start"),
        completions or _oldest(own, "completion"),
        not completions,
        tuple(result for found in own for result in found),
        _anything(editions, told, history),
        history.edition > 0,
        len(editions.networks) == 1,
        known(editions.networks[0].head.reference_date),
    )
    compared, verdict = _verdict(judged)
    return Timing(history, plan, number, judged.starts, judged.completions, compared, verdict)


def _plans(editions: Editions, history: History) -> Iterator[tuple[int, Plan]]:
    """Yield the plan of every form of a piece of work, those of the oldest edition first."""
    for form in sorted(history.forms, key=lambda one: (-one.edition, one.element != history.work, one.element)):
        works = editions.works[form.edition]
        if works.original[form.element] == form.element:
            yield form.edition, plan_of(editions.networks[form.edition], works, form.element)


def _first_plan(editions: Editions, history: History) -> tuple[int, Plan]:
    plans = list(_plans(editions, history))
    telling = [one for one in plans if says_something(one[1].planning)]
    own = [one for one in telling if not one[1].inherited]
    return next(iter((*own, *telling, *plans)), (history.edition, NO_PLAN))


def _shape(plan: Plan) -> tuple[str, str | None]:
    return period_text(plan.planning), plan.planning.recurrence if plan.planning else None


def _own(editions: Editions, told: list[_Told], history: History, number: int) -> list[Result]:
    """Return what one edition reports of the work itself, by date."""
    works = dict.fromkeys(editions.works[number].original[form.element] for form in history.forms if form.edition == number)
    found = {one.result.id: one.result for work in works for one in told[number].get(work, ())}
    return sorted(found.values(), key=lambda one: (known_first(one), one.id))


def _before(plan: Plan, own: list[Result]) -> set[str]:
    """Return the completions that the edition with the plan itself puts before the planned begin: it plans the work all the same."""
    start = known(plan.planning.start) if plan.planning else None
    if start is None:
        return set()
    return {one.id for one in own if one.type == "completion" and (date := known(one.date)) is not None and date.last < start.first}


def _oldest(own: list[list[Result]], type_: str) -> tuple[Result, ...]:
    """Return the results of a type in the oldest edition that has any; what a later one adds may be of a later part of the work."""
    typed = [tuple(result for result in found if result.type == type_) for found in own]
    return next((found for found in reversed(typed) if found), ())


def _anything(editions: Editions, told: list[_Told], history: History) -> bool:
    def around(form: Form) -> list[str]:
        works = editions.works[form.edition]
        work = works.original[form.element]
        return [work, *closure(work, works.below), *closure(work, works.above)]

    return any(told[form.edition].get(one) for form in history.forms for one in around(form))


def _verdict(judged: _Judged) -> tuple[str, str]:
    """Return what was compared, and the verdict."""
    planning = judged.plan.planning
    if planning is None or not says_something(planning):
        return "", "dropped" if judged.gone else "no_plan"
    start, end = known(planning.start), known(planning.end)
    if end is not None and judged.completions:
        return "end", _ended(judged, end)
    if start is not None and end is None and not judged.plan.inherited:
        if judged.starts:
            return "start", _started(judged, start)
        if judged.completions:
            return "start_completion", "cannot_tell" if judged.doubtful else compare((one.date for one in judged.completions), start)
    return "", _without_report(judged, start, end)


def _ended(judged: _Judged, end: ImpreciseDate) -> str:
    """Compare completions with a planned end; an inherited end is a limit, and of several completions none need be the last."""
    verdict = compare((one.date for one in judged.completions), end)
    if judged.doubtful:
        return "cannot_tell"
    if judged.plan.inherited:
        dates = [known(one.date) for one in judged.completions]
        return "on_time" if all(date is not None and date.last <= end.last for date in dates) else verdict
    return "cannot_tell" if verdict == "early" and len(judged.completions) > 1 else verdict


def _started(judged: _Judged, start: ImpreciseDate) -> str:
    """Compare starts with a planned one; work of which something was realised by then did not certainly begin later."""
    verdict = compare((one.date for one in judged.starts), start)
    by_then = any(date.last <= start.last for one in judged.realised if (date := known(one.date)) is not None)
    return "cannot_tell" if verdict == "late" and by_then else verdict


def _without_report(judged: _Judged, start: ImpreciseDate | None, end: ImpreciseDate | None) -> str:
    """Return the verdict on work of which nothing was reported that could be compared with its plan."""
    due, reference = end or start, judged.reference
    if due is None:
        return "dropped" if judged.gone else "continuous"
    if reference is None:
        return "dropped" if judged.gone else "no_date"
    passed = due.last < reference.first
    if passed and not judged.ever and (judged.gone or judged.alone):
        return "silent"
    if judged.gone:
        return "dropped"
    if passed and not judged.ever:
        return "unreported"
    if passed and end is not None:
        return "not_completed"
    return "not_due" if start is not None and reference.last < start.first else "running"
