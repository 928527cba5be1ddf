"""The rows of a timeline: every effort and its parts, with bars, reported moments and the words of the source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dinkit.drawing.selection import number_key
from dinkit.drawing.timeline.plans import Bar, bar_of, inherited_from, over_parts, state_of
from dinkit.drawing.timeline.reported import Mark, Past, Shifts, earlier_planning, marks_of, plannings_behind
from dinkit.drawing.timeline.words import on, planning_words, say
from dinkit.drawing.words import plain
from dinkit.model.records import Effort
from dinkit.model.values import Planning
from dinkit.network import Network


class Row(NamedTuple):
    """One effort or part of one."""

    id: str
    number: str
    name: str
    depth: int
    """0 for an effort, 1 for its parts and so on."""
    bars: tuple[Bar, ...]
    """What is drawn first lies at the back; none where `says` tells why."""
    says: str
    marks: tuple[Mark, ...]
    wording: str
    """The planning as the source has it."""
    parts: int
    """How many parts of an effort have no row of their own."""
    title: str
    """The row as a sentence."""


class Background(NamedTuple):
    """What rows are made from, besides the network itself."""

    pasts: Mapping[str, Past]
    shifts: Shifts
    language: str


def rows_of(network: Network, effort: str, background: Background) -> tuple[Row, ...]:
    """Return the rows of an effort: itself, then its parts in the order of their printed numbers, deeper ones under their own."""
    rows: list[Row] = []
    seen: set[str] = set()

    def add(one: str, depth: int, above: tuple[Planning, ...]) -> None:
        seen.add(one)
        rows.append(_row(network, one, depth, above, background))
        own = _planning(network, one)
        for child in sorted(network.children(one), key=lambda part: (number_key(network.elements[part].number), part)):
            if child not in seen and isinstance(network.elements[child], Effort):
                add(child, depth + 1, (own, *above) if own else above)

    add(effort, 0, ())
    return tuple(rows)


def below(network: Network, effort: str) -> list[str]:
    """Return the parts of an effort and theirs."""
    return [one for one in network.reach([effort], network.children) if isinstance(network.elements[one], Effort)]


class _Source(NamedTuple):
    """Where the bar of a row comes from."""

    says: str
    bar: Bar | None
    planning: Planning | None


def _row(network: Network, effort: str, depth: int, above: tuple[Planning, ...], background: Background) -> Row:
    element, past, language = network.elements[effort], background.pasts[effort], background.language
    source = _source(network, effort, above, past)
    marks = tuple(mark._replace(title=_mark_words(mark, language)) for mark in marks_of(past, background.shifts))
    own = _planning(network, effort)
    return Row(
        id=effort,
        number=element.number or "",
        name=element.name,
        depth=depth,
        bars=(*_behind(past, marks, source.bar), *([source.bar] if source.bar else [])),
        says="" if source.bar else say(state_of(own), language),
        marks=marks,
        wording=own.verbatim or "" if own else "",
        parts=0,
        title=_title(network, effort, depth, source, marks, language),
    )


def _behind(past: Past, marks: tuple[Mark, ...], front: Bar | None) -> list[Bar]:
    """Return the bars of earlier plannings that marks are held against, as far as they say anything, unless one stands in front already."""
    bars = [bar for one in plannings_behind(past, marks) if (bar := bar_of(one)) and (front is None or front.form != "earlier")]
    return [Bar("earlier", tuple(one for one in bar.stretches if one.kind != "unknown")) for bar in bars]


def _source(network: Network, effort: str, above: tuple[Planning, ...], past: Past) -> _Source:
    """Find the planning of a row: its own, else that of an earlier edition, else of the effort above, else what its parts say."""
    own = _planning(network, effort)
    if own is not None:
        return _Source("says-planning", bar_of(own), own)
    earlier = earlier_planning(past)
    if (bar := bar_of(earlier)) is not None:
        return _Source("says-earlier", Bar("earlier", bar.stretches), earlier)
    inherited = next((one for one in above if bar_of(one)), None)
    if (bar := bar_of(inherited)) is not None:
        return _Source("says-inherited", inherited_from(bar), inherited)
    parts = [bar for one in below(network, effort) if (bar := bar_of(_planning(network, one)))]
    return _Source("says-parts", over_parts(parts), None)


def _planning(network: Network, effort: str) -> Planning | None:
    found = network.elements[effort]
    return found.planning if isinstance(found, Effort) else None


def _title(network: Network, effort: str, depth: int, source: _Source, marks: tuple[Mark, ...], language: str) -> str:
    """Say a row in one sentence."""
    element = network.elements[effort]
    kind = say("part", language) if depth else network.name_of("effort", language)
    numbered = " ".join(part for part in (kind, element.number) if part)
    parts = [f"{numbered[:1].upper()}{plain(numbered[1:])}: {plain(element.name)}"]
    if source.planning is not None:
        is_own = source.says != "says-inherited"
        parts.append(say(source.says, language, planning=planning_words(source.planning, language, with_reason=is_own)))
    else:
        parts.append(say("says-parts" if source.bar else "none", language))
    return "; ".join([*parts, *(mark.title for mark in marks)])


def _mark_words(mark: Mark, language: str) -> str:
    expected = "-expected" if mark.standing == "expected" else ""
    said = say(f"says-{mark.kind}{expected}", language, date=on(mark.date, language))
    said += f", {say(f'says-{mark.shift}', language, planned=on(mark.planned, language))}" if mark.shift and mark.planned else ""
    return f"{said}: {plain(mark.text)}" if mark.text else said
