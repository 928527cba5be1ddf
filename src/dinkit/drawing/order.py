"""The order of the boxes in each column, and how it stays the same when the network changes.

The first order is read from a plain layout and then gathered, so that the parts of a goal and the efforts of a band stand
together. Every later order starts from the previous one: what was there keeps its place among the rest, and what is new finds the
place among its own family where its lines cross the fewest others (dot alone swaps 3-9 % of the pairs when one effort is added).
"""

from __future__ import annotations

from collections.abc import Mapping

from dinkit.drawing.nodes import Node
from dinkit.drawing.view import View

Order = Mapping[str, tuple[str, ...]]
"""Column key -> ids from top to bottom (or from left to right)."""


LAST = 9.0
"""Rank of what belongs to no goal that is shown."""


def first_order(view: View, places: Mapping[str, float]) -> dict[str, tuple[str, ...]]:
    """Return the order of a plain layout, gathered into families.

    Args:
        view: what is drawn.
        places: per box where the plain layout has it, growing in reading direction.
    """
    by_place = {column: tuple(sorted(ids, key=lambda one: places.get(one, 0.0))) for column, ids in _canonical(view).items()}
    nodes = {node.id: node for node in view.nodes}
    bands = {band.id: band.goal or band.id for band in view.bands}
    rank = {one: (at + 0.5) / len(ids) for ids in by_place.values() for at, one in enumerate(ids)}

    def key(element: str) -> tuple[float, ...]:
        path = _path(element, nodes, bands)
        return tuple(rank.get(one, LAST) for one in reversed([element, *path]))

    return {column: tuple(sorted(ids, key=key)) for column, ids in by_place.items()}


def next_order(view: View, previous: Order) -> dict[str, tuple[str, ...]]:
    """Return the order that follows from a previous one; elements that are gone are left out."""
    columns = _canonical(view)
    order = {column: [one for one in previous.get(column, ()) if one in ids] for column, ids in columns.items()}
    for column, ids in columns.items():
        for at, element in enumerate(ids):
            if element not in order[column]:
                order[column].insert(_best_place(element, ids[:at], order, column, view), element)
    nodes = {node.id: node for node in view.nodes}
    bands = {band.id: band.goal or band.id for band in view.bands}
    return {column: _gathered(ids, nodes, bands) for column, ids in order.items()}


def _canonical(view: View) -> dict[str, tuple[str, ...]]:
    """Return the columns in the order of the view: by family, then by number."""
    columns: dict[str, list[Node]] = {column.key: [] for column in view.columns}
    for node in view.nodes:
        columns[node.column].append(node)
    return {key: tuple(node.id for node in sorted(nodes, key=_family)) for key, nodes in columns.items()}


def _family(node: Node) -> int:
    return 999 if node.family is None else node.family


def _path(element: str, nodes: Mapping[str, Node], bands: Mapping[str, str]) -> list[str]:
    """Return the boxes that an element must stand with, nearest first."""
    path: list[str] = []
    parent = nodes[element].parent
    while parent is not None:
        parent = bands.get(parent, parent)
        if (parent not in nodes and parent not in bands) or parent in path or parent == element:
            break
        path.append(parent)
        parent = nodes[parent].parent if parent in nodes else None
    return path


def _gathered(ids: list[str], nodes: Mapping[str, Node], bands: Mapping[str, str]) -> tuple[str, ...]:
    """Bring families together where they were not, each where its first member stood."""
    first: dict[tuple[str, ...], int] = {}
    paths = {one: tuple(reversed([one, *_path(one, nodes, bands)])) for one in ids}
    for at, one in enumerate(ids):
        for depth in range(1, len(paths[one]) + 1):
            first.setdefault(paths[one][:depth], at)
    return tuple(sorted(ids, key=lambda one: [first[paths[one][:depth]] for depth in range(1, len(paths[one]) + 1)]))


def _best_place(element: str, before: tuple[str, ...], order: Mapping[str, list[str]], column: str, view: View) -> int:
    """Return the index where a new element crosses the fewest lines; among equals, right behind its usual predecessor."""
    present = order[column]
    nodes = {node.id: node for node in view.nodes}
    family = [at for at, one in enumerate(present) if nodes[one].parent == nodes[element].parent]
    places = range(family[0], family[-1] + 2) if family else range(len(present) + 1)
    usual = max((present.index(one) + 1 for one in before if one in present), default=0)
    place_of = {one: (other, float(at)) for other, ids in order.items() for at, one in enumerate(ids)}
    lines = [(edge.source, edge.target) for edge in view.edges]
    own = [line for line in lines if element in line]

    def crossings(place: int) -> int:
        here = {**place_of, element: (column, place - 0.5)}
        return sum(_cross(here, mine, other) for mine in own for other in lines if element not in other)

    return min(places, key=lambda place: (crossings(place), abs(place - usual), place))


def _cross(place_of: Mapping[str, tuple[str, float]], one: tuple[str, str], other: tuple[str, str]) -> bool:
    ends = [place_of.get(end) for end in (*one, *other)]
    if any(end is None for end in ends):
        return False
    (first, a), (second, b), (third, c), (fourth, d) = (end for end in ends if end is not None)
    return first == third and second == fourth and (a - c) * (b - d) < 0
