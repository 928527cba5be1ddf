"""Which elements a picture shows, in an order that does not depend on the order of the file.

Elements stand by their printed number, then by id: the order of a file is how it happens to be written, the number is what the
document says. Roman numbers count as numbers. A tree is followed, so that "II a" comes after "I e".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from dinkit.drawing.style import DEFAULT_PAGE, NODES_PER_PAGE
from dinkit.model.kinds import GOAL_LEVELS
from dinkit.model.records import Benefit, Capability, Effort, Goal, Stakeholder
from dinkit.network import Network

ROOM_FOR_STAKEHOLDERS = 12
"""Parties shown beside the whole network; beside one goal or one element there is room for all that matter."""

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_NUMBER = re.compile(r"[IVXLC]+\Z")

DRAWN = (Goal, Benefit, Capability, Effort, Stakeholder)
"""What has a box of its own in a picture."""

Key = tuple[tuple[int, int, str], ...]


class Options(NamedTuple):
    """What to show and how: an element with its neighbourhood, one goal with all that serves it, or everything."""

    focus: str | None = None
    depth: int = 1
    goal: str | None = None
    direction: str = "LR"
    """"LR" (goals right), "RL" (goals left) or "TB" (goals at the top)."""
    with_stakeholders: bool = False
    size: str | None = None
    language: str = "nl"
    detail: str = "auto"
    """Sub-efforts as "rows", as a "count", or as rows while they can be read ("auto")."""


class Selection(NamedTuple):
    """The ids shown per kind, sorted, and how many of each kind the same picture would show with more room."""

    goals: tuple[str, ...]
    middle: tuple[str, ...]
    """Benefits and capabilities."""
    efforts: tuple[str, ...]
    stakeholders: tuple[str, ...]
    left_out: dict[str, int]


def number_key(number: str | None) -> tuple[int, int, str]:
    """Sort printed numbers as people do: 2 before 10, IV before V, none at the end.

    >>> sorted(["10", "2", "IX", "V", "b"], key=number_key)
    ['2', '10', 'V', 'IX', 'b']
    """
    if not number:
        return (3, 0, "")
    digits = re.match(r"[0-9]{1,9}", number)
    if digits:
        return (0, int(digits[0]), number)
    if _ROMAN_NUMBER.match(number):
        values = [_ROMAN[one] for one in number]
        return (1, sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)), number)
    return (2, 0, number)


def tree_key(network: Network) -> Callable[[str], Key]:
    """Return a sort key: the numbers on the path from the top of its tree, then the id."""

    def key(element: str) -> Key:
        path = [*reversed(ancestors(network, element)), element]
        return tuple(part for one in path for part in (number_key(network.elements[one].number), (4, 0, one)))

    return key


def ancestors(network: Network, element: str) -> list[str]:
    """Return what an element is part of, nearest first; a cycle ends where it began."""
    return network.reach([element], lambda one: [parent for parent in [network.parent(one)] if parent])


def top_effort(network: Network, effort: str) -> str:
    """Return the effort that a sub-effort is part of at the top, or itself."""
    above = ancestors(network, effort)
    return above[-1] if above and network.parent(above[-1]) is None else min([effort, *above]) if above else effort


def selection_of(network: Network, options: Options, room: int | None = None) -> Selection:
    """Choose what to show; `room` is the number of boxes of a picture of everything, if not the usual one.

    Raises:
        KeyError: the focus or the goal is no element of the network.
    """
    key = tree_key(network)
    goals = sorted((goal.id for goal in network.of(Goal)), key=key)
    middle = sorted((one.id for kind in (Benefit, Capability) for one in network.of(kind)), key=key)
    efforts = sorted({top_effort(network, effort.id) for effort in network.of(Effort)}, key=key)
    whole = Selection(tuple(goals), tuple(middle), tuple(efforts), (), {})
    if options.goal is not None:
        whole = _only(whole, _serving(network, options.goal))
    if options.focus is not None:
        whole = _only(whole, _around(network, options.focus, options.depth))
    if options.goal is None and options.focus is None:
        whole = _within(network, whole, room or NODES_PER_PAGE[options.size or DEFAULT_PAGE])
    wanted = options.with_stakeholders or (options.focus is not None and isinstance(network.elements[options.focus], Stakeholder))
    return _with_stakeholders(network, whole, options) if wanted else whole


def links_of(network: Network, element: str) -> list[str]:
    """Return what an element and its parts contribute to, hinder or are part of."""
    parts = [element, *network.reach([element], network.children)] if isinstance(network.elements[element], Effort) else [element]
    return [relation.target for part in parts for relation in network.outgoing(part, "contributes_to", "hinders", "part_of")]


def _only(whole: Selection, shown: set[str]) -> Selection:
    return whole._replace(
        goals=tuple(one for one in whole.goals if one in shown),
        middle=tuple(one for one in whole.middle if one in shown),
        efforts=tuple(one for one in whole.efforts if one in shown),
    )


def _serving(network: Network, goal: str) -> set[str]:
    """Return a goal, what it is part of, what is below it, and all that reaches any of these."""
    if goal not in network.elements:
        raise KeyError(goal)
    below = [goal, *network.reach([goal], lambda one: [found.source for found in network.incoming(one, "contributes_to", "hinders", "part_of")])]
    shown = {top_effort(network, one) if isinstance(network.elements[one], Effort) else one for one in below}
    return shown | set(ancestors(network, goal))


def _around(network: Network, focus: str, depth: int) -> set[str]:
    """Return an element and what stands at most `depth` lines from it."""
    if focus not in network.elements:
        raise KeyError(focus)
    centres = {focus} if isinstance(network.elements[focus], DRAWN) else _related(network, focus)
    shown = edge = {top_effort(network, one) if isinstance(network.elements[one], Effort) else one for one in centres}
    for _ in range(depth):
        edge = {neighbour for one in edge for neighbour in _neighbours(network, one)} - shown
        shown = shown | edge
    return shown


def _related(network: Network, element: str) -> set[str]:
    """Return the elements with a box that stand in any relation with one that has none, such as the goals that an indicator measures."""
    found = {relation.target for relation in network.outgoing(element)} | {relation.source for relation in network.incoming(element)}
    return {one for one in found if isinstance(network.elements[one], DRAWN)}


def _neighbours(network: Network, element: str) -> Iterable[str]:
    if isinstance(network.elements[element], Stakeholder):
        reached = [relation.target for relation in network.outgoing(element, "involved_in")]
    else:
        reached = links_of(network, element)
        reached += [relation.source for relation in network.incoming(element, "contributes_to", "hinders", "part_of")]
    return [top_effort(network, one) if isinstance(network.elements[one], Effort) else one for one in reached]


def _within(network: Network, whole: Selection, room: int) -> Selection:
    """Keep to the number of boxes that one can read: goals from the top down, then the efforts with most links."""
    if len(whole.goals) + len(whole.middle) + len(whole.efforts) <= room:
        return whole
    by_level = sorted(whole.goals, key=lambda goal: GOAL_LEVELS.index(network.level(goal)))
    goals = set(by_level[: room * 2 // 3])
    middle = whole.middle[: (room - len(goals)) // 2]
    by_links = sorted(whole.efforts, key=lambda effort: -len(set(links_of(network, effort)) & goals))
    efforts = set(by_links[: room - len(goals) - len(middle)])
    kept = _only(whole, goals | set(middle) | efforts)
    left_out = {
        "goal": len(whole.goals) - len(kept.goals),
        "benefit": _count(network, whole.middle, Benefit) - _count(network, kept.middle, Benefit),
        "capability": _count(network, whole.middle, Capability) - _count(network, kept.middle, Capability),
        "effort": len(whole.efforts) - len(kept.efforts),
    }
    return kept._replace(left_out={kind: count for kind, count in left_out.items() if count})


def _count(network: Network, ids: Iterable[str], kind: type) -> int:
    return sum(isinstance(network.elements[one], kind) for one in ids)


def involved(network: Network, element: str) -> set[str]:
    """Return the parties of an element, and for an effort those of its parts."""
    parts = [element, *network.reach([element], network.children)] if isinstance(network.elements[element], Effort) else [element]
    return {relation.source for part in parts for relation in network.incoming(part, "involved_in")}


def _with_stakeholders(network: Network, whole: Selection, options: Options) -> Selection:
    """Add the parties that are involved in most of what is shown."""
    per_party: dict[str, int] = {}
    for element in (*whole.goals, *whole.middle, *whole.efforts):
        for party in involved(network, element):
            per_party[party] = per_party.get(party, 0) + 1
    if options.depth == 1 and not options.with_stakeholders:
        # Those who work together with a stakeholder stand two lines from it.
        per_party = {party: count for party, count in per_party.items() if party == options.focus}
    whole_network = options.goal is None and options.focus is None
    room = ROOM_FOR_STAKEHOLDERS if whole_network else 2 * ROOM_FOR_STAKEHOLDERS
    ranked = sorted(per_party, key=lambda party: (party != options.focus, -per_party[party], party))
    left_out = {"stakeholder": len(ranked) - room} if len(ranked) > room else {}
    return whole._replace(stakeholders=tuple(sorted(ranked[:room])), left_out={**whole.left_out, **left_out})
