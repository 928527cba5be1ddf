"""What was reported as it stands on the reference date: the definitions of the `progress` analysis, computed; what it says stands there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dinkit.analyses._cover import Cover, covers
from dinkit.analyses._order import in_tree_order
from dinkit.analyses._phrases import told
from dinkit.analyses._works import Works, closure, units, works_of
from dinkit.analysis import Options
from dinkit.model.dates import ImpreciseDate, date_key
from dinkit.model.records import Effort, Element, Goal, Progress
from dinkit.model.values import Aspect
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network

ASPECTS = ("performance", "planning", "quality", "finance", "risks", "stakeholders", "developments")
"""The seven aspects of a report, in the order of Almelo's programme contract."""

NOT_REPORTED = "not_reported"
INCOMPLETE = "incomplete"
EXCEPTIONS = ("red", "orange")
STATUSES = ("red", "orange", NOT_REPORTED, UNKNOWN, "green", "grey")
"""What an aspect can stand at, worst first; nothing reported is never better than something that is not known."""
STATES = ("red", "orange", NOT_REPORTED, INCOMPLETE, UNKNOWN, "green", "grey")
"""What an effort as a whole can stand at, worst first."""

_COLOURS = ("green", "orange", "red")
"""The statuses that can get better or worse; grey (not begun, or not applicable) and unknown lie on no scale."""


class Said(NamedTuple):
    """What one report says of one aspect."""

    aspect: Aspect
    date: ImpreciseDate | None
    author: str | None
    report: str


class Moment(NamedTuple):
    """All that was reported on one element on one date: reports of the same date count as one."""

    date: ImpreciseDate | None
    authors: tuple[str, ...]
    aspects: Mapping[str, Said]


class Standing(NamedTuple):
    """Where one aspect of an element stands now, and where it stood when it was last reported before."""

    status: str
    said: Said | None
    """None where the report that counts does not have this aspect."""
    before: Said | None
    direction: str
    """"better", "worse", "same", "changed" (to or from grey or unknown), "new", "dropped" (no longer reported) or "never"."""


class Overall(NamedTuple):
    """Where an effort with its parts stands: per aspect, and as a whole (one of STATES)."""

    aspects: Mapping[str, str]
    state: str


class Reported(NamedTuple):
    """What counts on the reference date."""

    moments: Mapping[str, tuple[Moment, ...]]
    """Element (of efforts the piece of work) -> its moments, latest first."""
    later: tuple[str, ...]
    """Reports that are, or may be, of after the reference date."""
    undated: tuple[str, ...]


class Progressed(NamedTuple):
    """Everything that the analysis and the publications tell of progress."""

    network: Network
    works: Works
    reported: Reported
    efforts: tuple[Effort, ...]
    """Every piece of work that has not stopped, sub-efforts too, as in the printed tree."""
    units: tuple[str, ...]
    """What is counted: the outermost efforts, each with its parts as one."""
    others: tuple[Element, ...]
    """What else was reported on: goals as in the printed tree, then anything by kind and id."""
    overall: Mapping[str, Overall]
    """Per piece of work where it stands with its parts."""
    covers: tuple[Cover, ...]
    """Per goal (benefit, capability) the efforts that reach it."""


def progress_of(network: Network) -> Progressed:
    """Return what was reported and where that leaves every effort."""
    works = works_of(network)
    found = _reported(network, works)
    counted = units(works, "effort")
    listed = [effort for effort in in_tree_order(network, Effort) if effort.id in works.listings]
    goals = [goal for goal in in_tree_order(network, Goal) if goal.id in found.moments]
    rest = sorted((network.elements[one] for one in found.moments), key=lambda one: (one.kind, one.id))
    return Progressed(
        network,
        works,
        found,
        tuple(effort for effort in listed if effort.id not in works.stopped),
        tuple(effort.id for effort in listed if effort.id in counted),
        (*goals, *(one for one in rest if not isinstance(one, Goal | Effort))),
        {work: _overall(works, found, _parts(works, work, own), work) for unit, own in counted.items() for work in dict.fromkeys((unit, *own))},
        covers(network, Options()),
    )


def said_of(found: Reported, element: str) -> Mapping[str, Said]:
    """Return what the report that counts says of an element, by aspect."""
    moments = found.moments.get(element)
    return moments[0].aspects if moments else {}


def standing(moments: tuple[Moment, ...], aspect: str) -> Standing:
    """Return where an aspect stands by the latest of these moments, and which way it went."""
    now = moments[0].aspects.get(aspect) if moments else None
    before = next((one.aspects[aspect] for one in moments[1:] if aspect in one.aspects), None)
    return Standing(now.aspect.status if now else NOT_REPORTED, now, before, _direction(now, before))


def lacking(aspect: Aspect) -> tuple[str, ...]:
    """Return which of cause, effect and response an orange or red aspect does not tell."""
    if aspect.status not in EXCEPTIONS:
        return ()
    return tuple(key for key in ("cause", "effect", "response") if not told(getattr(aspect, key)))


def worst(found: Iterable[str], order: tuple[str, ...]) -> str | None:
    """Return the worst of some statuses or states; None where there are none. Colours are never averaged."""
    return min(found, key=order.index, default=None)


def own_state(found: Reported, element: str) -> str:
    """Return where an element stands as a whole by its own report only."""
    said = said_of(found, element)
    return _state({said[one].aspect.status if one in said else NOT_REPORTED for one in ASPECTS}, heard=bool(said))


def silent(seen: Progressed) -> dict[str, tuple[str, ...]]:
    """Return per effort the aspects that neither it nor anything above or below it reports; only the outermost of those efforts."""
    quiet = {effort.id: _quiet(seen, effort.id) for effort in seen.efforts}
    found = {}
    for work, aspects in quiet.items():
        above = {aspect for whole in seen.works.above.get(work, ()) for aspect in quiet.get(whole, ())}
        if left := tuple(aspect for aspect in aspects if aspect not in above):
            found[work] = left
    return found


def _quiet(seen: Progressed, work: str) -> tuple[str, ...]:
    related = (work, *closure(work, seen.works.above), *closure(work, seen.works.below))
    said = {aspect for one in related for aspect in said_of(seen.reported, one)}
    return tuple(aspect for aspect in ASPECTS if aspect not in said)


def _parts(works: Works, work: str, own: list[str]) -> list[str]:
    return [one for one in (work, *closure(work, works.below)) if one in own]


def _reported(network: Network, works: Works) -> Reported:
    limit = network.head.reference_date
    of: dict[str, list[Progress]] = {}
    later, undated = [], []
    for report in sorted(network.of(Progress), key=lambda one: one.id):
        if isinstance(report.date, ImpreciseDate) and isinstance(limit, ImpreciseDate) and report.date.last > limit.last:
            later.append(report.id)
            continue
        if not isinstance(report.date, ImpreciseDate):
            undated.append(report.id)
        for about in sorted({works.original.get(one.target, one.target) for one in network.outgoing(report.id, "of")}):
            of.setdefault(about, []).append(report)
    return Reported({about: _moments(found) for about, found in of.items()}, tuple(later), tuple(undated))


def _moments(reports: list[Progress]) -> tuple[Moment, ...]:
    by_date: dict[tuple[int, int], list[Progress]] = {}
    for report in reports:
        by_date.setdefault(date_key(report.date), []).append(report)
    return tuple(_moment(by_date[key]) for key in sorted(by_date, reverse=True))


def _moment(reports: list[Progress]) -> Moment:
    """Unite reports of one date; where two of them speak of one aspect the worst counts, and of equals the smallest id."""
    first = reports[0].date
    date = first if isinstance(first, ImpreciseDate) else None
    said: dict[str, Said] = {}
    for report in reports:
        for name, aspect in report.aspects.items():
            if name not in said or STATUSES.index(aspect.status) < STATUSES.index(said[name].aspect.status):
                said[name] = Said(aspect, date, told(report.author) or None, report.id)
    return Moment(date, tuple(dict.fromkeys(author for report in reports if (author := told(report.author)))), said)


def _direction(now: Said | None, before: Said | None) -> str:
    if now is None:
        return "dropped" if before else "never"
    if before is None:
        return "new"
    new, old = now.aspect.status, before.aspect.status
    if new == old:
        return "same"
    if new not in _COLOURS or old not in _COLOURS:
        return "changed"
    return "better" if _COLOURS.index(new) < _COLOURS.index(old) else "worse"


def _overall(works: Works, found: Reported, own: list[str], unit: str) -> Overall:
    aspects = {aspect: _united(works, found, own, unit, aspect) for aspect in ASPECTS}
    heard = any(said_of(found, work) for work in own)
    return Overall(aspects, _state(set(aspects.values()), heard=heard))


def _united(works: Works, found: Reported, own: list[str], unit: str, aspect: str) -> str:
    given = {work: said[aspect].aspect.status for work in own if aspect in (said := said_of(found, work))}
    heaviest = worst(given.values(), STATUSES) or NOT_REPORTED
    outermost = {unit} if unit in own else set(own)
    return heaviest if heaviest in EXCEPTIONS or outermost <= _whole(works, own, set(given)) else NOT_REPORTED


def _whole(works: Works, own: list[str], given: set[str]) -> set[str]:
    """Return the work that reports itself, or all of whose parts do; a circle of parts does not lift itself."""
    parts = {work: [part for part in works.below.get(work, ()) if part in own] for work in own}
    whole = set(given)
    while fresh := {work for work in own if work not in whole and parts[work] and whole.issuperset(parts[work])}:
        whole |= fresh
    return whole


def _state(seen: set[str], *, heard: bool) -> str:
    for one in EXCEPTIONS:
        if one in seen:
            return one
    if NOT_REPORTED in seen:
        return INCOMPLETE if heard else NOT_REPORTED
    return worst(seen, STATUSES) or NOT_REPORTED
