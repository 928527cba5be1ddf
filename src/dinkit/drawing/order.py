"""The order of the boxes in each column, and how it stays the same when the network changes.

The first order begins with a plain layout and with the numbers; families are brought together and lines untangled, and where crossings
are equal the numbers count. Every later order starts from the previous one: what was there keeps its place among the rest, and what is
new finds the place in its own family where its lines cross the fewest others (dot alone swaps 3-9 % of the pairs when one effort is
added, and now and then turns the whole drawing over).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dinkit.drawing.crossings import Lines, costs, lines_of, untangled
from dinkit.drawing.families import Order, Path, gathered, paths_of
from dinkit.drawing.nodes import Node
from dinkit.drawing.numbering import numbered
from dinkit.drawing.view import View

MOST_ROUNDS = 5
"""What is new may be linked to what else is new, so that each of them looks again after all have found a place."""


def first_order(view: View, places: Mapping[str, float]) -> Order:
    """Return an order with few crossings, and where those leave a choice that of the numbers.

    Args:
        view: what is drawn.
        places: per box where a plain layout has it, growing in reading direction.
    """
    rank: dict[str, float] = {}
    for ids in _canonical(view).values():
        by_place = sorted(ids, key=lambda one: places.get(one, 0.0))
        rank |= {one: (at + 0.5) / len(ids) for at, one in enumerate(by_place)}
    wanted = _by_number(view)
    return numbered(view, untangled(view, rank, wanted), wanted)


def next_order(view: View, previous: Order) -> Order:
    """Return the order that follows from a previous one.

    What stands in both keeps its order, but for what had to move to another family; what is gone leaves no trace.
    """
    paths, lines = paths_of(view), lines_of(view)
    columns = _canonical(view)
    order = {column: gathered([one for one in dict.fromkeys(previous.get(column, ())) if one in ids], paths) for column, ids in columns.items()}
    new = [(column, one) for column, ids in columns.items() for one in ids if one not in order[column]]
    for column, one in new:
        order = _placed(one, column, order, columns[column], paths, lines)
    for _ in range(MOST_ROUNDS):
        before = order
        for column, one in new:
            order = _placed(one, column, order, columns[column], paths, lines)
        if order == before:
            break
    return order


def is_of_another(view: View, previous: Order) -> bool:
    """Say whether a previous order has nothing to say about a view, because they have no box in common."""
    return not {one for ids in previous.values() for one in ids}.intersection(node.id for node in view.nodes)


def _canonical(view: View) -> dict[str, tuple[str, ...]]:
    """Return the columns in the order of the view: by family, then by number."""
    columns: dict[str, list[Node]] = {column.key: [] for column in view.columns}
    for node in view.nodes:
        columns[node.column].append(node)
    return {key: tuple(node.id for node in sorted(nodes, key=_hue)) for key, nodes in columns.items()}


def _by_number(view: View) -> dict[str, int]:
    """Return where boxes should stand: by main goal, what is left over at the end, and there by number, goals before what serves them."""
    left_over = {one for band in view.bands if not band.goal for one in band.efforts}
    column = {column.key: at for at, column in enumerate(view.columns)}
    nodes = sorted(view.nodes, key=lambda node: (node.id in left_over, _hue(node), -column[node.column]))
    return {node.id: at for at, node in enumerate(nodes)}


def _hue(node: Node) -> int:
    return 999 if node.family is None else node.family


def _placed(one: str, column: str, order: Order, usual: tuple[str, ...], paths: Mapping[str, Path], lines: Lines) -> dict[str, tuple[str, ...]]:
    """Put a box where it crosses the fewest lines without parting a family; among equals, right behind its usual predecessor."""
    rest = tuple(other for other in order[column] if other != one)
    at = {box: place for ids in (*(ids for key, ids in order.items() if key != column), rest) for place, box in enumerate(ids)}
    cost = costs((one,), [(other,) for other in rest], lines, at)
    before = usual[: usual.index(one)]
    wanted = max((rest.index(other) + 1 for other in before if other in rest), default=0)
    best = min(_open_places(one, rest, paths), key=lambda place: (cost[place], abs(place - wanted), place))
    return {**order, column: (*rest[:best], one, *rest[best:])}


def _open_places(one: str, rest: tuple[str, ...], paths: Mapping[str, Path]) -> Iterator[int]:
    """Yield the places at which a box stands in its own family and parts no other, where all families stand together already."""
    shared = [0, *(_common(paths[one], paths[other]) for other in rest), 0]
    nearest = max(shared)
    for place in range(len(rest) + 1):
        above, below = shared[place : place + 2]
        parted = _common(paths[rest[place - 1]], paths[rest[place]]) if 0 < place < len(rest) else 0
        if max(above, below) == nearest and parted <= above:
            yield place


def _common(one: Path, other: Path) -> int:
    """Return how many families two boxes have in common."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
