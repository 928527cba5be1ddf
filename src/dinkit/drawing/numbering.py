"""Among orders with equally few crossings, the one in which the boxes stand by their numbers.

What hangs together by lines and families is an island. Islands stand one after the other, so that no line of one crosses a line of
another, and an island that is turned over crosses itself as often as before. None of this, nor what else happens here, adds a crossing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dinkit.drawing.crossings import Forest, Lines, costs, crossings, inversions, lines_of, order_of, places_in, sifted
from dinkit.drawing.families import Order, Path, paths_of
from dinkit.drawing.view import View


def numbered(view: View, forests: Sequence[Forest], wanted: Mapping[str, int]) -> Order:
    """Return an order with at most as many crossings as the best of some, and as far as that leaves a choice in the order wanted.

    Args:
        view: what is drawn.
        forests: the orders to choose from.
        wanted: per box where it should stand.
    """
    lines = lines_of(view)
    first = {family: min(wanted[one] for one in boxes) for family, boxes in forests[0].boxes.items()}
    islands = sorted(_islands(view), key=lambda island: min(first[family] for family in island))
    members: dict[Path, tuple[Path, ...]] = {(): ()}
    for island in islands:
        best = _best(view, [_only(forest, island) for forest in forests], lines, wanted)
        members |= {**best.members, (): (*members[()], *best.members[()])}
    settled = _by_neighbours(forests[0]._replace(members=members), first, lines)
    while (better := sifted(settled, view, lines)) != settled:
        settled = _by_neighbours(better, first, lines)
    return order_of(settled, view)


def _islands(view: View) -> list[set[Path]]:
    """Return the widest families in as many groups as there are without a line from one to another."""
    paths = paths_of(view)
    island = {path[:1]: {path[:1]} for path in paths.values()}
    for edge in view.edges:
        one, other = island[paths[edge.source][:1]], island[paths[edge.target][:1]]
        if one is not other:
            one |= other
            island |= dict.fromkeys(other, one)
    return [found for family, found in island.items() if family == min(found)]


def _only(forest: Forest, island: set[Path]) -> Forest:
    members = {family: held for family, held in forest.members.items() if family[:1] in island}
    return forest._replace(members={**members, (): tuple(family for family in forest.members[()] if family in island)})


def _best(view: View, forests: Sequence[Forest], lines: Lines, wanted: Mapping[str, int]) -> Forest:
    """Return the forest with the fewest crossings, and then the fewest pairs out of order, in main goals first; as it is or turned over."""

    def faults(forest: Forest) -> tuple[int, ...]:
        order = order_of(forest, view)
        here = {one: lines[one] for ids in order.values() for one in ids}
        return crossings(order, here), *(inversions([wanted[one] for one in order[column.key]]) for column in reversed(view.columns))

    turned = [forest._replace(members={family: held[::-1] for family, held in forest.members.items()}) for forest in forests]
    return min((*forests, *turned), key=faults)


def _by_neighbours(forest: Forest, first: Mapping[Path, int], lines: Lines) -> Forest:
    """Let families pass siblings that should stand behind them, until each that still could would add crossings by it."""
    members, at = dict(forest.members), places_in(forest)
    before: dict[Path, tuple[Path, ...]] = {}
    while before != members:
        before = dict(members)
        for family, held in before.items():
            members[family] = _passed(held, forest.boxes, first, lines, at)
    return forest._replace(members=members)


def _passed(
    held: tuple[Path, ...], boxes: Mapping[Path, frozenset[str]], first: Mapping[Path, int], lines: Lines, at: dict[str, int]
) -> tuple[Path, ...]:
    """Return siblings after each passed those before it as far as it may; `at` follows."""
    row: list[Path] = []
    for one in held:
        place = len(row)
        while place and first[one] < first[row[place - 1]] and costs(boxes[one], [boxes[row[place - 1]]], lines, at)[1] >= 0:
            place -= 1
            turned = (*sorted(boxes[one], key=at.__getitem__), *sorted(boxes[row[place]], key=at.__getitem__))
            at |= zip(turned, sorted(at[box] for box in turned), strict=True)
        row.insert(place, one)
    return tuple(row)
