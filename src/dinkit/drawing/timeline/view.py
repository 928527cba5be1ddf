"""The timeline as resolved values, never syntax: which rows stand where, when each runs, what was reported.

A view does not depend on the page. The years of its axis are part of it, because what lies far outside them is cut off and said.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from dinkit.analysis import Fact
from dinkit.drawing.bands import SURER, families_of
from dinkit.drawing.masthead import Head
from dinkit.drawing.selection import Options, selection_of, tree_key
from dinkit.drawing.timeline.flags import Flag, flags_of
from dinkit.drawing.timeline.reported import pasts_of, shifts_of
from dinkit.drawing.timeline.rows import Background, Row, below, rows_of
from dinkit.drawing.timeline.window import Window, days_of, is_outside, window_of
from dinkit.drawing.timeline.words import say
from dinkit.drawing.view import subtitle_of, title_of
from dinkit.drawing.words import say as say_of_pictures
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Theme
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network, programme_of

_ALL = 10**9
_MOST_TOLD = 3
"""Dates outside the axis that the legend names."""


class Group(NamedTuple):
    """The efforts of one main goal, or of one theme where there are no goals."""

    id: str
    number: str
    name: str
    """Empty for efforts that need no heading, because there are no others."""
    family: int | None
    """Which main goal it is, counted from 0; sets the hue."""
    rows: tuple[Row, ...]


class Timeline(NamedTuple):
    """Everything a timeline shows."""

    head: Head
    heading: str
    """What the model calls its efforts."""
    groups: tuple[Group, ...]
    flags: tuple[Flag, ...]
    window: Window | None
    """None where nothing has a date."""
    reference: ImpreciseDate | None
    hidden: tuple[str, ...]
    """What is not shown, in words."""
    summary: str
    language: str


def timeline_of(network: Network, options: Options, *, planning: Fact | None, errors: int) -> Timeline:
    """Resolve a network into what a timeline of it shows.

    Args:
        network: the model.
        options: what to show; of these the focus, the goal and the language count.
        planning: the answer of the planning analysis; without one nothing is called late or early.
        errors: how many errors the model has.

    Raises:
        KeyError: the focus or goal of the options is no element.
    """
    language = options.language
    selection = selection_of(network, options._replace(with_stakeholders=False), _ALL)
    background = Background(pasts_of(network), shifts_of(planning), language)
    groups = _groups(network, {effort: rows_of(network, effort, background) for effort in selection.efforts}, language)
    rows = [row for group in groups for row in group.rows]
    flags = flags_of(network, options, {row.id for row in rows} | set(selection.goals))
    reference = network.head.reference_date if isinstance(network.head.reference_date, ImpreciseDate) and rows else None
    dated = _dated(rows, flags, reference, language)
    window = window_of(day for _, days in dated for day in days)
    return Timeline(
        head=_head(network, options, rows=bool(rows), dated=window is not None, errors=errors),
        heading=_capital(network.name_of("effort", language, plural=True)),
        groups=tuple(_on_axis(group, window, language) for group in groups),
        flags=tuple(flag for flag in flags if window and window.holds(flag.date.first, flag.date.last)),
        window=window,
        reference=reference if reference and window and window.holds(reference.first, reference.last) else None,
        hidden=_outside([(name, day.year) for name, days in dated for day in days], window, language),
        summary=_summary(rows, window, language),
        language=language,
    )


def without_parts(view: Timeline) -> Timeline:
    """Return the timeline with parts as a count on their effort, and that said as hidden."""
    count = sum(row.depth > 0 for group in view.groups for row in group.rows)
    if not count:
        return view
    groups = tuple(group._replace(rows=_tops(group.rows)) for group in view.groups)
    return view._replace(groups=groups, hidden=(say_of_pictures("hidden-parts", view.language, count=count), *view.hidden))


def without_efforts(view: Timeline, room: int) -> Timeline:
    """Return the timeline with the rows of at most `room` efforts: those with a date first, then the first as printed."""
    tops = [row for group in view.groups for row in group.rows if not row.depth]
    ranked = sorted(range(len(tops)), key=lambda at: (not days_of(tops[at].bars) and not tops[at].marks, at))
    kept = {tops[at].id for at in ranked[:room]}
    groups = [group._replace(rows=tuple(row for row in group.rows if row.id in kept)) for group in view.groups]
    hidden = say("hidden-efforts", view.language, count=len(tops) - len(kept))
    return view._replace(groups=tuple(group for group in groups if group.rows), hidden=(hidden, *view.hidden))


def text_equivalent(view: Timeline) -> tuple[str, ...]:
    """Return the timeline in words: title, programme, then every flag and every row as a sentence."""
    head = [text for text in (view.head.title, view.head.subtitle, view.head.draft, view.head.mission, view.summary, view.head.empty) if text]
    lines = [flag.title for flag in view.flags]
    for group in view.groups:
        lines += [f"{group.number} {group.name}".strip()] if group.name else []
        lines += [row.title for row in group.rows]
    return (*head, *view.hidden, *lines)


def _head(network: Network, options: Options, *, rows: bool, dated: bool, errors: int) -> Head:
    programme, language = programme_of(network), options.language
    empty = "" if dated else say("undated" if rows else "empty", language)
    return Head(
        title=title_of(network, programme, options),
        subtitle=subtitle_of(network, programme, say("timeline", language), language),
        mission=next((one.text for one in programme.mission), "") if programme else "",
        draft=say_of_pictures("draft", language, count=errors) if errors else "",
        empty=empty,
        language=language,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _groups(network: Network, rows: dict[str, tuple[Row, ...]], language: str) -> tuple[Group, ...]:
    """Put the efforts under their main goals in printed order; those without one under a theme, else at the end."""
    families = families_of(network)
    roots = {family: goal for goal, family in reversed(families.items()) if network.parent(goal) is None}
    held: dict[tuple[int, str], list[Row]] = {}
    for effort, own in rows.items():
        family = _family(network, effort, families)
        place = (family, roots.get(family, "")) if family is not None else (_ALL, _theme(network, effort))
        held.setdefault(place, []).extend(own)
    last = sorted({theme for family, theme in held if family == _ALL and theme}, key=tree_key(network))
    order = sorted(held, key=lambda place: (place[0], (last.index(place[1]) if place[1] else len(last)) if place[0] == _ALL else 0))
    return tuple(_group(network, place, tuple(held[place]), language, alone=len(order) == 1) for place in order)


def _group(network: Network, place: tuple[int, str], rows: tuple[Row, ...], language: str, *, alone: bool) -> Group:
    family, element = place
    if element:
        found = network.elements[element]
        return Group(element, found.number or "", found.name, None if family == _ALL else family, rows)
    return Group("", "", "" if alone else say("rest", language), None, rows)


def _family(network: Network, effort: str, families: dict[str, int]) -> int | None:
    """Return the main goal of an effort: the first that it contributes to itself, as the surest link says, else one that it reaches."""
    links = [link for link in network.outgoing(effort, "contributes_to") if link.target in families]
    for provenance in SURER:
        direct = [one.target for one in links if network.level(one.target) == "main" and (one.provenance or UNKNOWN) == provenance]
        if direct:
            return min(families[one] for one in direct)
    for start in ([effort], [effort, *below(network, effort)]):
        reached = [one for one in network.reach(start, network.served_by) if one in families]
        if reached:
            return min(families[one] for one in reached)
    return None


def _theme(network: Network, effort: str) -> str:
    """Return the theme of an effort: of several the one with most efforts."""
    themes = [one.target for one in network.outgoing(effort, "touches") if isinstance(network.elements[one.target], Theme)]
    key = tree_key(network)
    return min(themes, key=lambda one: (-len(network.incoming(one, "touches")), key(one)), default="")


def _dated(rows: list[Row], flags: tuple[Flag, ...], reference: ImpreciseDate | None, language: str) -> list[tuple[str, list[date]]]:
    """Return the days that want a place on the axis, with the name of what they belong to."""
    found = [(row.name, days_of(row.bars) + [day for mark in row.marks for day in mark.date[:2]]) for row in rows]
    found += [(flag.name, [*flag.date[:2]]) for flag in flags]
    return found + ([(say("legend-reference", language), [*reference[:2]])] if reference else [])


def _on_axis(group: Group, window: Window | None, language: str) -> Group:
    """Let the rows of which nothing lies on the axis say so."""
    return group._replace(rows=tuple(_told_outside(row, language) if window and is_outside(row.bars, window) else row for row in group.rows))


def _told_outside(row: Row, language: str) -> Row:
    years = sorted({day.year for day in days_of(row.bars)})
    return row._replace(bars=(), says=say("outside", language, date="–".join(str(year) for year in dict.fromkeys((years[0], years[-1])))))


def _outside(dated: list[tuple[str, int]], window: Window | None, language: str) -> tuple[str, ...]:
    """Say which dates lie outside the axis."""
    if window is None:
        return ()
    cut = list(dict.fromkeys(f"{year} ({name})" for name, year in dated if not window.first <= year <= window.last))
    if not cut:
        return ()
    told = ", ".join(cut[:_MOST_TOLD]) + (f" + {len(cut) - _MOST_TOLD}" if len(cut) > _MOST_TOLD else "")
    return (say("hidden-years", language, dates=told),)


def _summary(rows: list[Row], window: Window | None, language: str) -> str:
    efforts = sum(not row.depth for row in rows)
    if not efforts:
        return ""
    what = say("effort-count", language, count=efforts)
    if len(rows) > efforts:
        what = say("and", language, one=what, other=say_of_pictures("parts", language, count=len(rows) - efforts))
    when = say("over-year" if window.first == window.last else "over-years", language, first=window.first, last=window.last) if window else ""
    return say("summary", language, what=what, when=when)


def _tops(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows of efforts, each with the number of its parts."""
    tops: list[Row] = []
    for row in rows:
        if row.depth:
            tops[-1] = tops[-1]._replace(parts=tops[-1].parts + 1)
        else:
            tops.append(row)
    return tuple(tops)
