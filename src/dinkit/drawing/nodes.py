"""The boxes of a picture as values: names, numbers, targets, states and the rows of sub-efforts."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing import words
from dinkit.drawing.bands import Band, families_of
from dinkit.drawing.selection import Options, Selection, ancestors, links_of, number_key, top_effort
from dinkit.drawing.words import say
from dinkit.model.kinds import GOAL_LEVELS
from dinkit.model.records import Effort, Element, Goal, Indicator
from dinkit.model.vocabulary import UNKNOWN, spell_value
from dinkit.network import Network

LEVELS = GOAL_LEVELS
STATE_MARK: dict[str, str] = {"uncovered": "!", "deliberate": "–", "loose": "!", "damaged": "×", "ended": "×", "parts": "", "hidden": "+"}
"""The sign beside the words of a state."""
ROW_MARK: dict[str, str] = {"link": "»", "same": "=", "also": "+"}


class State(NamedTuple):
    """Something to know of an element: a key for its looks, and the words."""

    key: str
    text: str


class Mark(NamedTuple):
    """A sign behind a row, with what it points to."""

    key: str
    text: str


class Row(NamedTuple):
    """One sub-effort inside the box of its effort."""

    id: str
    number: str
    name: str
    depth: int
    marks: tuple[Mark, ...]
    is_focus: bool


class Node(NamedTuple):
    """One box."""

    id: str
    kind: str
    """"main", "sub", "operational", "benefit", "capability", "effort" or "stakeholder"."""
    column: str
    """The key of its column."""
    family: int | None
    """Which main goal it belongs to, counted from 0; sets the hue."""
    parent: str | None
    """What it must stand with: the goal it is part of, or the band of an effort."""
    number: str
    name: str
    targets: tuple[str, ...]
    steering: str
    """In words; empty where the model says nothing."""
    steering_mark: str
    states: tuple[State, ...]
    rows: tuple[Row, ...]
    is_focus: bool
    title: str
    """The box as a sentence, for whoever cannot see it."""


def goal_depths(network: Network) -> dict[str, int]:
    """Return how far each goal stands from the main goals: its level, but always further than its parent."""
    depths: dict[str, int] = {}
    for goal in network.of(Goal):
        path = [*reversed(ancestors(network, goal.id)), goal.id]
        depth = -1
        for one in path:
            depth = max(GOAL_LEVELS.index(network.level(one)), depth + 1) if isinstance(network.elements[one], Goal) else depth
        depths[goal.id] = depth
    return depths


def nodes_of(
    network: Network, selection: Selection, options: Options, *, bands: tuple[Band, ...], uncovered: frozenset[str], loose: frozenset[str]
) -> tuple[Node, ...]:
    """Return the boxes, column by column."""
    depths = goal_depths(network)
    families = families_of(network)
    band_of = {effort: band for band in bands for effort in band.efforts}
    beyond = _beyond(network, selection)
    made: list[Node] = []
    for found in (*selection.stakeholders, *selection.efforts, *selection.middle, *selection.goals):
        element = network.elements[found]
        is_goal = isinstance(element, Goal)
        kind = GOAL_LEVELS[min(depths[found], 2)] if is_goal else element.kind
        band = band_of.get(found)
        states = _states(element, network, options.language, uncovered=uncovered, loose=loose)
        if beyond.get(found):
            states = (*states, State("hidden", say("hidden-here", options.language, count=beyond[found])))
        steering = element.steering if isinstance(element, Effort) else None
        node = Node(
            id=found,
            kind=kind,
            column=f"goal-{depths[found]}" if is_goal else element.kind,
            family=_family(network, found, families, band),
            parent=band.id if band else network.parent(found),
            number=element.number or "",
            name=element.name,
            targets=_targets(network, found, options.language),
            steering=spell_value("steering", steering, options.language) if steering else "",
            steering_mark=words.steering_letter(steering, options.language) if steering else "",
            states=states,
            rows=_rows(network, found, options, loose) if isinstance(element, Effort) else (),
            is_focus=found in (options.focus, options.goal),
            title="",
        )
        made.append(node._replace(title=_title(node, network, options.language)))
    return tuple(made)


def _family(network: Network, element: str, families: dict[str, int], band: Band | None) -> int | None:
    """Return the main goal of an element: of its tree, of its band, else the first that it contributes to itself."""
    if element in families:
        return families[element]
    if band is not None and band.family is not None:
        return band.family
    if not isinstance(network.elements[element], Effort):
        return None
    goals = [link.target for link in network.outgoing(element, "contributes_to") if link.target in families]
    return min((families[goal] for goal in [one for one in goals if network.level(one) == "main"] or goals), default=None)


def own_rows(node: Node) -> list[Row]:
    """Return the rows that are parts of the effort itself, without guests that stand elsewhere too."""
    return [row for row in node.rows if not any(mark.key == "also" for mark in row.marks)]


def _states(element: Element, network: Network, language: str, *, uncovered: frozenset[str], loose: frozenset[str]) -> tuple[State, ...]:
    keys: list[str] = []
    if isinstance(element, Goal) and element.deliberately_no_effort:
        keys.append("deliberate")
    elif element.id in uncovered:
        keys.append("uncovered")
    if element.id in loose:
        keys.append("loose")
    if element.id in network.damaged:
        keys.append("damaged")
    if element.ended is not None:
        keys.append("ended")
    status = element.status if isinstance(element, Effort) else None
    told = [State("status", spell_value("status", status, language))] if status and status != UNKNOWN else []
    return (*(State(key, say(key, language)) for key in keys), *told)


def _targets(network: Network, element: str, language: str) -> tuple[str, ...]:
    """Return the targets of all indicators that measure an element, by indicator and then as listed."""
    indicators = sorted({relation.source for relation in network.incoming(element, "measures")})
    found = [network.elements[one] for one in indicators]
    return tuple(words.target(value, language) for one in found if isinstance(one, Indicator) for value in one.targets)


def _rows(network: Network, effort: str, options: Options, loose: frozenset[str]) -> tuple[Row, ...]:
    """Return the sub-efforts of an effort as rows, deeper ones under their own parent."""
    rows: list[Row] = []
    seen = {effort}

    def add(parent: str, depth: int) -> None:
        for child in sorted(network.children(parent), key=lambda one: (number_key(network.elements[one].number), one)):
            if child not in seen:
                seen.add(child)
                rows.append(_row(network, child, depth, options, loose))
                add(child, depth + 1)

    add(effort, 0)
    guests = sorted({relation.source for relation in network.incoming(effort, "also_part_of")} - seen)
    for guest in guests:
        also = Mark("also", _place(network, guest))
        rows.append(_row(network, guest, 0, options, loose)._replace(number=ROW_MARK["also"], marks=(also,)))
    return tuple(rows)


def _row(network: Network, effort: str, depth: int, options: Options, loose: frozenset[str]) -> Row:
    element = network.elements[effort]
    marks = [Mark("link", _goal_place(network, relation.target)) for relation in network.outgoing(effort, "contributes_to", "hinders")]
    twins = {relation.target for relation in network.outgoing(effort, "same_as")} | {
        relation.source for relation in network.incoming(effort, "same_as")
    }
    marks += [Mark("same", _place(network, twin)) for twin in sorted(twins)]
    if effort in loose:
        marks.append(Mark("loose", say("row-loose", options.language)))
    return Row(effort, element.number or "", element.name, depth, tuple(sorted(marks)), effort == options.focus)


def _place(network: Network, effort: str) -> str:
    """Return the printed numbers that lead to a sub-effort, such as "2.4", or its name where one has none."""
    path = [*reversed(ancestors(network, effort)), effort]
    numbers = [network.elements[one].number for one in path]
    own = network.elements[effort].name
    place = ".".join(number for number in numbers if number) if all(numbers) else own
    goals = sorted(target for target in links_of(network, top_effort(network, effort)) if isinstance(network.elements[target], Goal))
    above = [one for one in goals if network.level(one) == "main" and network.elements[one].number]
    return f"{network.elements[above[0]].number} {place}" if above and place != own else place


def _goal_place(network: Network, goal: str) -> str:
    """Return the numbers that tell a goal apart: that of its tree and its own."""
    own = network.elements[goal].number
    above = ancestors(network, goal)
    top = network.elements[above[-1]].number if above else None
    return " ".join(part for part in (top, own) if part) or network.elements[goal].name


def _beyond(network: Network, selection: Selection) -> dict[str, int]:
    """Return per shown element how many efforts contribute to it that are not shown, where the page ran out of room."""
    if not selection.left_out.get("effort"):
        return {}
    counts: dict[str, set[str]] = {}
    for effort in network.of(Effort):
        top = top_effort(network, effort.id)
        for target in links_of(network, effort.id) if top not in selection.efforts else ():
            counts.setdefault(target, set()).add(top)
    return {element: len(efforts) for element, efforts in counts.items() if not isinstance(network.elements[element], Effort)}


def _title(node: Node, network: Network, language: str) -> str:
    """Say a box in one sentence."""
    kind = say(f"one-{node.kind}", language) if node.kind in GOAL_LEVELS else network.name_of(node.kind, language)
    numbered = f"{kind} {node.number}" if node.number else kind
    parts = [f"{numbered[:1].upper()}{numbered[1:]}: {words.plain(node.name)}"]
    parts += [f"{say('target', language)}: {target}" for target in node.targets]
    parts += [say("steering", language, steering=node.steering)] if node.steering else []
    parts += [state.text for state in node.states]
    own = own_rows(node)
    guests = [row for row in node.rows if row not in own]
    parts += [f"{words.say('parts', language, count=len(own))}: {_listed(own)}"] if own else []
    parts += [f"{say('legend-also', language)}: {_listed(guests)}"] if guests else []
    return "; ".join(parts)


def _listed(rows: list[Row]) -> str:
    return ", ".join(f"{row.number.strip(ROW_MARK['also'])} {words.plain(row.name)}".strip() for row in rows)
