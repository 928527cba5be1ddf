"""The groups of the picture: a theme at the top with its own efforts and a box for each theme below it."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing.arrangement import kept
from dinkit.drawing.families import Order
from dinkit.drawing.selection import Options, ancestors, involved, top_effort
from dinkit.drawing.themes.entries import Entry, entry_of
from dinkit.drawing.themes.grouping import NO_THEME, Spot, order_key, place_key, spots_of, tree_key
from dinkit.drawing.themes.nearby import Shown, everything, shown_of
from dinkit.drawing.themes.words import say
from dinkit.model.records import Stakeholder
from dinkit.network import Network

Spots = dict[str, list[Spot]]
"""Theme -> what stands there, in order."""

GROUPS = "/groups"
"""Under which the order of the groups is kept, beside that of what stands at each theme; no element can have it as its id."""


class Box(NamedTuple):
    """One theme with its efforts; without a name it holds what stands right below the heading of its group."""

    id: str
    number: str
    name: str
    within: str
    """The theme that it is a part of, where that is not the group itself."""
    entries: tuple[Entry, ...]
    more: int
    """Efforts of this theme that are not shown here."""
    is_focus: bool


class Group(NamedTuple):
    """A theme at the top with all below it, or the efforts that touch no theme."""

    id: str
    number: str
    name: str
    note: str
    family: int | None
    """Sets the hue."""
    boxes: tuple[Box, ...]
    is_focus: bool


def groups_of(network: Network, options: Options, previous: Order) -> tuple[Group, ...]:
    """Return the groups in the order that they had, else that of the document; what touches no theme stands at the end.

    Raises:
        KeyError: the focus of the options is no element.
    """
    shown = shown_of(network, options)
    every = _placed(network, everything(network), previous)
    placed = _placed(network, shown, previous) if options.focus is not None else every
    tops = kept(_tops(network, every), previous.get(GROUPS, ()))
    parties = _parties(network, shown, options)
    made = [_group(network, top, family, placed, every, options, parties) for family, top in enumerate(tops)]
    if placed.get(NO_THEME):
        made.append(_rest(network, placed[NO_THEME], options, parties, alone=not tops))
    return tuple(group for group in made if group.boxes)


def order_of(groups: tuple[Group, ...]) -> Order:
    """Return the order of the groups, and that of what stands at each theme."""
    entries = {box.id: tuple(entry.id for entry in box.entries) for group in groups for box in group.boxes if box.entries}
    return {GROUPS: tuple(group.id for group in groups), **entries}


def left_out(box: Box, language: str) -> str:
    """Return the words at the end of a box: how many efforts it does not show, or that there are none."""
    if box.more:
        return say("more", language, count=box.more)
    return "" if box.entries else say("none", language)


def _placed(network: Network, shown: Shown, previous: Order) -> Spots:
    """Put every effort at its places; those that stand in full come first. What the document does not put in order stays as it was."""
    spots: Spots = {theme: [] for theme in shown.themes}
    for effort in shown.efforts:
        for spot in spots_of(network, effort, shown.themes):
            spots.setdefault(spot.theme, []).append(spot)
    return {theme: _in_order(network, found, previous.get(theme, ())) for theme, found in spots.items()}


def _in_order(network: Network, spots: list[Spot], previous: tuple[str, ...]) -> list[Spot]:
    key, place = order_key(network), place_key(network)
    usual = sorted(spots, key=lambda spot: (spot.home is not None, key(spot.element)))
    rank = {element: at for at, element in enumerate(kept([spot.element for spot in usual], previous))}
    return sorted(usual, key=lambda spot: (spot.home is not None, place(spot.element), rank[spot.element]))


def _tops(network: Network, every: Spots) -> list[str]:
    """Return the themes at the top: those with efforts, those where efforts only stand again, and then those without."""
    rank: dict[str, int] = {}
    for theme, spots in every.items():
        top = top_effort(network, theme) if theme else NO_THEME
        own = min((1 if spot.home is not None else 0 for spot in spots), default=2)
        rank[top] = min(rank.get(top, 2), own)
    key = order_key(network)
    return sorted(rank.keys() - {NO_THEME}, key=lambda top: (rank[top], key(top)))


def _group(network: Network, top: str, family: int, placed: Spots, every: Spots, options: Options, parties: frozenset[str]) -> Group:
    themes = sorted((theme for theme in placed if theme and top_effort(network, theme) == top), key=tree_key(network))
    boxes = [_box(network, theme, top, placed[theme], every[theme], options, parties) for theme in themes]
    if len(boxes) > 1:
        boxes = [box for box in boxes if box.name or box.entries or box.more]
    found = network.elements[top]
    note = _note([spot for theme in themes for spot in placed[theme]], options.language)
    return Group(top, found.number or "", found.name, note, family, tuple(boxes), options.focus == top)


def _box(network: Network, theme: str, top: str, spots: list[Spot], every: list[Spot], options: Options, parties: frozenset[str]) -> Box:
    found = network.elements[theme]
    parent = next(iter(ancestors(network, theme)), top)
    entries = tuple(entry_of(network, spot, options, parties) for spot in spots)
    more = len({spot.element for spot in every} - {spot.element for spot in spots})
    if theme == top:
        return Box(theme, "", "", "", entries, more, is_focus=False)
    within = "" if parent == top else network.elements[parent].name
    return Box(theme, found.number or "", found.name, within, entries, more, options.focus == theme)


def _rest(network: Network, spots: list[Spot], options: Options, parties: frozenset[str], *, alone: bool) -> Group:
    """Return the efforts that touch no theme; where there are no themes at all, they are simply the efforts."""
    language = options.language
    efforts = network.name_of("effort", language, plural=True)
    name = efforts[:1].upper() + efforts[1:] if alone else say("no-theme", language, theme=network.name_of("theme", language))
    entries = tuple(entry_of(network, spot, options, parties) for spot in spots)
    box = Box(NO_THEME, "", "", "", entries, 0, is_focus=False)
    return Group(NO_THEME, "", name, _note(spots, language), None, (box,), is_focus=False)


def _note(spots: list[Spot], language: str) -> str:
    """Count the efforts of a group, and apart from them those that stand in full elsewhere."""
    full, again = sum(spot.home is None for spot in spots), len({spot.element for spot in spots if spot.home is not None})
    said = [say("count", language, count=full)] if full else []
    said += [say("again", language, count=again)] if again else []
    return " ".join(said)


def _parties(network: Network, shown: Shown, options: Options) -> frozenset[str]:
    """Return the parties that are named: all of them, those near the stakeholder in focus, or none."""
    everybody = frozenset(party for effort in shown.efforts for party in involved(network, effort))
    if options.with_stakeholders:
        return everybody
    if options.focus is None or not isinstance(network.elements[options.focus], Stakeholder):
        return frozenset()
    return everybody & {options.focus} if options.depth == 1 else everybody
