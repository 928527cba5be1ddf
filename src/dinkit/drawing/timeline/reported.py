"""What was reported on an effort, in this edition and in those before it, with what the planning analysis makes of it.

Whether something was late or early is for that analysis to say (definition and limits stand there); a picture only shows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dinkit.analysis import Fact
from dinkit.comparing.matching import ancestors, editions_of
from dinkit.model.dates import ImpreciseDate, parse_date
from dinkit.model.records import Effort, Result
from dinkit.model.values import Planning
from dinkit.network import Network

_TABLE = "timings"
_MOMENTS = ("start", "completion")

Past = tuple[tuple[Network, tuple[str, ...]], ...]
"""The editions that have an effort, latest first, and what it is called there."""


class Mark(NamedTuple):
    """A moment on the row of an effort.

    `kind` is "start", "completion" or "ended"; `standing` is "realised" or "expected"; `shift` is "late", "early" or empty.
    """

    kind: str
    standing: str
    date: ImpreciseDate
    shift: str
    planned: ImpreciseDate | None
    text: str
    title: str = ""
    """The moment as a sentence."""


class Shift(NamedTuple):
    """That a result was "late" or "early", against the date that was planned for it."""

    kind: str
    planned: ImpreciseDate


Shifts = Mapping[tuple[str, str], Shift]
"""Type of the moment and id of the result -> what was said of it."""


def shifts_of(planning: Fact | None) -> Shifts:
    """Return which results were late or early, from the answer of the planning analysis; none without one."""
    tables = [table for table in planning.tables if table.key == _TABLE] if planning else []
    found: dict[tuple[str, str], Shift] = {}
    for table in tables:
        for cells in table.rows:
            row = dict(zip((column.key for column in table.columns), cells, strict=True))
            planned = _date(row["planned_end" if row["compared"] == "end" else "planned_start"])
            if row["verdict"] in ("late", "early") and planned and isinstance(row["results"], tuple):
                kind = "start" if row["compared"] == "start" else "completion"
                found |= {(kind, result): Shift(str(row["verdict"]), planned) for result in row["results"]}
    return found


def pasts_of(network: Network) -> Mapping[str, Past]:
    """Return for every effort what it was in each edition."""
    editions = editions_of(network)
    return {effort.id: tuple((editions[at].network, ids) for at, ids in ancestors(editions, 0, effort.id).items()) for effort in network.of(Effort)}


def earlier_planning(past: Past) -> Planning | None:
    """Return the planning with dates that the latest of the earlier editions gives an effort itself."""
    return next((one for network, ids in past[1:] for one in _plannings(network, ids)), None)


def marks_of(past: Past, shifts: Shifts) -> tuple[Mark, ...]:
    """Return the reported moments of an effort; what is only expected counts in the latest edition alone, where it is still news."""
    marks: list[Mark] = []
    for at, (network, ids) in enumerate(past):
        for result, date in _moments(network, ids, ("realised",) if at else ("realised", "expected", "planned")):
            standing = "realised" if result.standing == "realised" else "expected"
            shift = shifts.get((str(result.type), result.id)) if standing == "realised" else None
            mark = Mark(str(result.type), standing, date, "", None, result.name or result.description or "")
            marks.append(mark._replace(shift=shift.kind, planned=shift.planned) if shift else mark)
    network, ids = past[0]
    ended = network.elements[ids[0]].ended
    marks += [Mark("ended", "realised", ended, "", None, "")] if isinstance(ended, ImpreciseDate) else []
    return tuple(sorted(dict.fromkeys(marks), key=lambda one: (one.date.first, one.date.last, one.kind, one.text)))


def plannings_behind(past: Past, marks: tuple[Mark, ...]) -> tuple[Planning, ...]:
    """Return the earlier plannings from which marks have shifted, unless this edition has the same dates."""
    moments = {mark.planned for mark in marks if mark.planned}
    now = {(one.start, one.end) for one in _plannings(*past[0])}
    earlier = [one for network, ids in reversed(past[1:]) for one in _plannings(network, ids) if {one.start, one.end} & moments]
    return tuple(earlier[:1]) if earlier and (earlier[0].start, earlier[0].end) not in now else ()


def _date(cell: object) -> ImpreciseDate | None:
    try:
        return parse_date(str(cell))
    except ValueError:
        return None


def _moments(network: Network, ids: tuple[str, ...], standings: tuple[str, ...]) -> Iterator[tuple[Result, ImpreciseDate]]:
    """Yield the results that are a moment, with their dates."""
    for relation in (one for name in ids for one in network.incoming(name, "of")):
        found = network.elements[relation.source]
        if not isinstance(found, Result) or not isinstance(found.date, ImpreciseDate):
            continue
        if found.type in _MOMENTS and found.standing in standings:
            yield found, found.date


def _plannings(network: Network, ids: tuple[str, ...]) -> list[Planning]:
    """Return the plannings that give a date, of what an effort is called in an edition."""
    efforts = [network.elements[name] for name in ids]
    plannings = [one.planning for one in efforts if isinstance(one, Effort) and one.planning is not None]
    return [one for one in plannings if isinstance(one.start, ImpreciseDate) or isinstance(one.end, ImpreciseDate)]
