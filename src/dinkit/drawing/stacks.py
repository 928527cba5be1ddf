"""Efforts below the goals: in stacks beside each other, where one row of all efforts would be far wider than the page.

Beside every stack is a lane in which the lines of its efforts run up, each on a track of its own, so that none passes a box.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from dinkit.drawing.boxes import Sized
from dinkit.drawing.dot import chains_of
from dinkit.drawing.families import Order
from dinkit.drawing.layout import Place, Point
from dinkit.drawing.view import View

Stacks = tuple[tuple[str, ...], ...]
"""From left to right, and from top to bottom: ids of efforts, and bands as in the chains of an order."""

TO_TRACKS = 14.0
"""From a stack to the first track: room for the signs where lines begin."""
TRACK = 5.0
FROM_TRACKS = 7.0
BETWEEN = 8.0
"""Between two boxes of a stack."""
MOST_STACKS = 12


def may_stack(view: View) -> bool:
    """Say whether the efforts can stand in stacks: below the goals, nothing under them, all lines to the goals right above."""
    keys = [column.key for column in view.columns]
    column_of = {node.id: node.column for node in view.nodes}
    lines = {(column_of[edge.source], column_of[edge.target]) for edge in view.edges}
    rank = {key: at for at, key in enumerate(keys)}
    return view.direction == "TB" and len(keys) > 1 and keys[0] == "effort" and all(rank[one] + 1 == rank[other] for one, other in lines)


def stacks_of(view: View, boxes: Sized, order: Order, count: int) -> Stacks:
    """Deal the efforts over at most `count` stacks, or one per band; a band begins a stack, and the highest is as low as can be."""
    groups = list(_groups(view, order))
    heights = {key: height + BETWEEN for key, height in _heights(view, boxes).items()}
    sums = sorted({sum(heights[one] for one in group[a:b]) for group in groups for a in range(len(group)) for b in range(a + 1, len(group) + 1)})
    for limit in sums:
        dealt = [tuple(_filled(group, heights, limit)) for group in groups]
        if sum(map(len, dealt)) <= max(count, len(groups)) and all(_high(stack, heights) <= limit for one in dealt for stack in one):
            return tuple(stack for one in dealt for stack in _evened(one, heights, sums))
    return tuple(groups)


def size_of(view: View, boxes: Sized, stacks: Stacks) -> tuple[float, float]:
    """Return width and height of the stacks with their lanes."""
    heights = _heights(view, boxes)
    highest = max(sum(heights[one] + BETWEEN for one in stack) - BETWEEN for stack in stacks)
    return sum(boxes.sheet.widths["effort"] + lane(view, stack) for stack in stacks), highest


def lane(view: View, stack: tuple[str, ...]) -> float:
    """Return the width of the lane beside a stack."""
    return TO_TRACKS + TRACK * sum(edge.source in stack for edge in view.edges) + FROM_TRACKS


def stacked(view: View, stacks: Stacks, places: Mapping[str, Place], names: Mapping[str, str], left: float, right: float) -> dict[str, Place]:
    """Return the places of efforts and bands by name in the DOT, over a width that is wide enough."""
    top = max(places[names[one]].top for stack in stacks for one in stack)
    width = places[names[stacks[0][0]]].width
    lanes = [lane(view, stack) for stack in stacks]
    spare = max(right - left - sum(lanes) - width * len(stacks), 0.0) / len(stacks)
    made: dict[str, Place] = {}
    for start, stack in zip(accumulate((width + one + spare for one in lanes), initial=left), stacks, strict=False):
        y = top
        for one in stack:
            place = places[names[one]]
            made[names[one]] = place._replace(x=start + width / 2, y=y - place.height / 2)
            y -= place.height + BETWEEN
    return made


def tracks_of(view: View, stacks: Stacks, places: Mapping[str, Place], upper: Mapping[int, Point]) -> dict[int, float]:
    """Return per line where its track runs; lines from lower boxes run further out, so that they cross no beginning of another.

    `upper` holds per line where it ends at its goal.
    """
    tracks: dict[int, float] = {}
    for stack in stacks:
        lines = [(stack.index(edge.source), upper[at], at) for at, edge in enumerate(view.edges) if edge.source in stack]
        for index, (_, _, at) in enumerate(sorted(lines)):
            tracks[at] = places[view.edges[at].source].right + TO_TRACKS + index * TRACK
    return tracks


def _groups(view: View, order: Order) -> Iterator[tuple[str, ...]]:
    """Yield the efforts of every band with the band in front, or all efforts where there is none."""
    group: list[str] = []
    for key in chains_of(view, order)["effort"][1:]:
        if key.startswith("band ") and group:
            yield tuple(group)
            group = []
        group.append(key)
    yield tuple(group)


def _heights(view: View, boxes: Sized) -> dict[str, float]:
    efforts = {node.id: boxes.boxes[node.id].height for node in view.nodes if node.column == "effort"}
    return efforts | {f"band {key}": heading.height for key, heading in boxes.bands.items()}


def _evened(dealt: Stacks, heights: Mapping[str, float], limits: list[float]) -> Stacks:
    """Return the stacks of one band about equally high, in the same number."""
    group = [one for stack in dealt for one in stack]
    every = (tuple(_filled(group, heights, limit)) for limit in limits)
    return next((one for one in every if len(one) == len(dealt)), dealt)


def _high(stack: Iterable[str], heights: Mapping[str, float]) -> float:
    return sum(heights[one] for one in stack)


def _filled(group: Iterable[str], heights: Mapping[str, float], limit: float) -> Iterator[tuple[str, ...]]:
    stack: list[str] = []
    for one in group:
        if stack and _high(stack, heights) + heights[one] > limit:
            yield tuple(stack)
            stack = []
        stack.append(one)
    yield tuple(stack)
