"""Where work deviates from its plan in time, as sentences for the report on accountability; the verdicts are those of the `planning` analysis."""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.analyses._editions_words import edition_name
from dinkit.analyses._planning import Replanned, Timing, replanned_of
from dinkit.analyses._plans import known, year_of
from dinkit.analyses._results import realised, reported_of
from dinkit.finding import Text
from dinkit.model.records import Result
from dinkit.publications import _accountability_words as say
from dinkit.publications._accountability import Accounted, edition, last_told

Deviations = dict[str, list[Text]]
"""Effort -> what deviates there, a sentence each."""

_PASSED = ("not_completed", "unreported", "silent")


def deviations(seen: Accounted) -> Deviations:
    """Return what came early or late, what was planned otherwise before, and what should be over but was not reported."""
    found: Deviations = {}
    for timing in seen.timings:
        text = _told(seen, timing) if timing.history.edition == 0 else None
        if text is not None:
            found.setdefault(seen.works.home[timing.history.work], []).append(text)
    for one in replanned_of(seen.network):
        text = _replanned(seen, one) if one.history.edition == 0 and one.later[0] == 0 else None
        if text is not None:
            found.setdefault(seen.works.home[one.history.work], []).append(text)
    return found


def told_timings(seen: Accounted, verdict: str) -> tuple[Timing, ...]:
    """Return the work of this edition with a verdict, as far as that is news since the previous edition."""
    return tuple(one for one in seen.timings if one.history.edition == 0 and one.verdict == verdict and _is_news(seen, one))


def _told(seen: Accounted, timing: Timing) -> Text | None:
    name, plan = _name(seen, timing.history.work), say.planning_words(timing.plan.planning)
    if timing.verdict in ("early", "late") and _is_news(seen, timing):
        head = {"early": Text("Eerder dan gepland", "Earlier than planned"), "late": Text("Later dan gepland", "Later than planned")}[timing.verdict]
        reported = [say.same(f"'{result.name}'") for result in _compared(timing)]
        dates = [say.when_words(result.date) for result in _compared(timing)]
        nl = ", ".join(f"{one.nl} ({when.nl})" for one, when in zip(reported, dates, strict=True))
        en = ", ".join(f"{one.en} ({when.en})" for one, when in zip(reported, dates, strict=True))
        return Text(f"{head.nl}: {name.nl}. Gepland: {plan.nl}. Gemeld: {nl}.", f"{head.en}: {name.en}. Planned: {plan.en}. Reported: {en}.")
    if timing.verdict not in _PASSED or _goes_on(seen, timing):
        return None
    ends = timing.plan.planning is not None and known(timing.plan.planning.end) is not None
    over = (
        Text("De geplande tijd is om", "The planned time is over") if ends else Text("Het geplande begin is voorbij", "The planned begin has passed")
    )
    missing = (
        Text("Dat het af is, is niet gemeld", "That it is completed was not reported")
        if timing.verdict == "not_completed"
        else Text("Er is nooit iets over gemeld", "Nothing was ever reported of it")
    )
    return Text(f"{over.nl}: {name.nl}. Gepland: {plan.nl}. {missing.nl}.", f"{over.en}: {name.en}. Planned: {plan.en}. {missing.en}.")


def _is_news(seen: Accounted, timing: Timing) -> bool:
    """Say whether a deviation is of after the previous edition; without one that has a date, of the year itself."""
    since = last_told(seen)
    dates = [date for result in _compared(timing) if (date := known(result.date)) is not None]
    if since is not None:
        return any(date.last > since for date in dates)
    return seen.year is None or any(year_of(date) == seen.year for date in dates)


def _compared(timing: Timing) -> tuple[Result, ...]:
    return timing.starts if timing.compared == "start" else timing.completions


def _goes_on(seen: Accounted, timing: Timing) -> bool:
    """Say whether something realised was reported of the work itself in or after its planned end: then it was not forgotten."""
    end = known(timing.plan.planning.end) if timing.plan.planning else None
    own = [one for one in realised(reported_of(seen.network), None) if timing.history.work in {seen.works.original[effort] for effort in one.efforts}]
    return end is not None and any(date.last >= end.first for one in own if (date := known(one.result.date)) is not None)


def _replanned(seen: Accounted, one: Replanned) -> Text | None:
    """Return that an end was planned before, and another one now; an end that was open says nothing of a shift."""
    (number, then), (_, now) = one.earlier, one.later
    ends = [known(plan.planning.end) if plan.planning else None for plan in (then, now)]
    if None in ends or ends[0] == ends[1]:
        return None
    name, before, after = _name(seen, one.history.work), say.planning_words(then.planning), say.planning_words(now.planning)
    at = edition_name(edition(seen, number))
    return Text(
        f"Anders gepland dan eerder: {name.nl}. In '{at}': {before.nl}. Nu: {after.nl}.",
        f"Planned otherwise than before: {name.en}. In '{at}': {before.en}. Now: {after.en}.",
    )


def _name(seen: Accounted, work: str) -> Text:
    return say.same(f"'{seen.network.elements[work].name}'")


def gone_silently(seen: Accounted) -> Iterator[Timing]:
    """Yield the work of earlier editions that is no longer named, although its planned time passed and nothing was ever reported."""
    return (one for one in seen.timings if one.history.edition > 0 and one.verdict == "silent")
