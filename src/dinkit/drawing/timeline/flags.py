"""Milestones and decisions with a date, as small flags in rows of their own."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from dinkit.drawing.selection import Options
from dinkit.drawing.timeline.words import on, say
from dinkit.drawing.words import plain
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Decision, Element, Milestone
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network


class Flag(NamedTuple):
    """A moment that belongs to no single row; `kind` is "milestone" or "decision"."""

    id: str
    kind: str
    date: ImpreciseDate
    name: str
    title: str


def flags_of(network: Network, options: Options, shown: Collection[str]) -> tuple[Flag, ...]:
    """Return the flags in the order of their dates; of a picture of a part only those of what it shows.

    Args:
        network: the model.
        options: what to show.
        shown: ids of the efforts and goals in the picture.
    """
    part = options.goal is not None or options.focus is not None
    moments: list[tuple[str, Element, ImpreciseDate | str | None]] = [("milestone", one, one.date) for one in network.of(Milestone)]
    moments += [("decision", one, one.date) for one in network.of(Decision)]
    found = [
        Flag(one.id, kind, date, one.name, _title(kind, one, date, options.language))
        for kind, one, date in moments
        if isinstance(date, ImpreciseDate) and (not part or _touches(network, one.id, shown))
    ]
    return tuple(sorted(found, key=lambda flag: (flag.date.first, flag.date.last, flag.id)))


def _touches(network: Network, element: str, shown: Collection[str]) -> bool:
    return any(one.target in shown for one in network.outgoing(element)) or any(one.source in shown for one in network.incoming(element))


def _title(kind: str, element: Element, date: ImpreciseDate, language: str) -> str:
    word = say(f"legend-{kind}", language)
    decider = f" ({plain(element.by)})" if isinstance(element, Decision) and element.by and element.by != UNKNOWN else ""
    return f"{word[:1].upper()}{word[1:]} {on(date, language)}: {plain(element.name)}{decider}"
