"""Where lines cross, read from the order of the boxes alone, and an order of families with few crossings.

Two lines between the same two columns cross when their ends stand in opposite order. Lines over more than two columns are held against
each other alone, and lines within a column against none: their course is the engine's.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from dinkit.drawing.families import Order, Path, families_of, paths_of
from dinkit.drawing.view import View

Lines: TypeAlias = Mapping[str, tuple[tuple[tuple[str, str], str], ...]]
"""Box -> for each of its lines the two columns, its own first, and the box at the other end."""

MOST_ROUNDS = 12
"""A round that moves something always takes crossings away; few networks need more than four."""


class Forest(NamedTuple):
    """The families of a view in order."""

    members: Mapping[Path, tuple[Path, ...]]
    """Family -> the families right within it; that of all is ()."""
    boxes: Mapping[Path, frozenset[str]]
    """Family -> all boxes in it."""


def lines_of(view: View) -> Lines:
    """Return the lines between columns, from both ends."""
    column = {node.id: node.column for node in view.nodes}
    found: dict[str, list[tuple[tuple[str, str], str]]] = {one: [] for one in column}
    for edge in view.edges:
        if column[edge.source] != column[edge.target]:
            found[edge.source].append(((column[edge.source], column[edge.target]), edge.target))
            found[edge.target].append(((column[edge.target], column[edge.source]), edge.source))
    return {one: tuple(ends) for one, ends in found.items()}


def crossings(order: Order, lines: Lines) -> int:
    """Count the crossings of an order.

    Method: a crossing is an inversion of the far ends, read in the order of the near ends (Barth, Jünger and Mutzel, 2002).
    """
    at = {one: place for ids in order.values() for place, one in enumerate(ids)}
    far: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for one, ends in lines.items():
        for gap, end in ends:
            if gap[0] < gap[1]:
                far.setdefault(gap, []).append((at[one], at[end]))
    return sum(inversions([end for _, end in sorted(pairs)]) for pairs in far.values())


def inversions(values: Sequence[int]) -> int:
    """Count the pairs of which the second is the smaller."""
    found, seen = 0, list[int]()
    for value in values:
        found += len(seen) - bisect_right(seen, value)
        insort(seen, value)
    return found


def costs(one: Collection[str], others: Sequence[Collection[str]], lines: Lines, at: Mapping[str, int]) -> list[int]:
    """Return for each place of one family among others, from first to last, how many crossings more it has than the first place.

    Args:
        one: the boxes of the family that is moved.
        others: the boxes of the families that stay, in order.
        lines: as from `lines_of`.
        at: where boxes stand in their columns; of a box that is not there no line counts.
    """
    return list(accumulate((_excess(other, one, lines, at) for other in others), initial=0))


def untangled(view: View, *ranks: Mapping[str, float]) -> tuple[Forest, ...]:
    """Return orders of all columns with few crossings in which every family stands together, and a tree in one order in all of its columns.

    Method: from each order given, and from the first once more after moving families to the mean of what they are linked to (barycentres:
    Sugiyama, Tagawa and Toda, 1981), each family is moved to the best place among its siblings for as long as that takes crossings away
    (sifting: Matuszewski, Schönfeld and Molitor, 1999). Which of them is the best differs per network.

    Args:
        view: what is drawn.
        ranks: per order and box where it stands to begin with.
    """
    lines = lines_of(view)
    given = [_forest(paths_of(view), rank) for rank in ranks]
    return tuple(sifted(start, view, lines) for start in (*given, _centred(given[0], view, lines)))


def sifted(forest: Forest, view: View, lines: Lines) -> Forest:
    """Move families to better places among their siblings until none gains by it, the widest first."""

    def count(forest: Forest) -> int:
        return crossings(order_of(forest, view), lines)

    for _ in range(MOST_ROUNDS):
        before = forest
        for family in sorted(forest.members, key=len) if count(forest) else ():
            forest = _siblings_sifted(forest, family, lines, count)
        if forest == before:
            break
    return forest


def order_of(forest: Forest, view: View) -> Order:
    """Return the columns of a forest."""
    column = {node.id: node.column for node in view.nodes}
    columns: dict[str, list[str]] = {one.key: [] for one in view.columns}
    for one in _walk(forest):
        if one in column:
            columns[column[one]].append(one)
    return {key: tuple(ids) for key, ids in columns.items()}


def places_in(forest: Forest) -> dict[str, int]:
    """Return where boxes stand in one row of everything, so that those of a column stand in its order."""
    return {one: at for at, one in enumerate(_walk(forest))}


def _forest(paths: Mapping[str, Path], rank: Mapping[str, float]) -> Forest:
    """Return the families, each where its own box stands, or else the middle of its boxes."""
    members: dict[Path, dict[Path, None]] = {(): {}}
    boxes: dict[Path, set[str]] = {}
    for box, path in paths.items():
        for family in families_of(path):
            members.setdefault(family[:-1], {})[family] = None
            boxes.setdefault(family, set()).add(box)

    def place(family: Path) -> float:
        return rank[family[-1]] if family[-1] in rank else _mean([rank[one] for one in boxes[family]])

    held = {family: frozenset(found) for family, found in boxes.items()}
    return Forest({family: tuple(sorted(found, key=place)) for family, found in members.items()}, held)


def _walk(forest: Forest, family: Path = ()) -> Iterator[str]:
    """Yield every family from top to bottom, what it holds behind itself."""
    for one in forest.members.get(family, ()):
        yield one[-1]
        yield from _walk(forest, one)


def _centred(forest: Forest, view: View, lines: Lines) -> Forest:
    """Sort siblings by the mean place of what they are linked to, again and again, since each sorting moves the places."""
    for _ in range(MOST_ROUNDS):
        order = order_of(forest, view)
        place = {one: (at + 0.5) / len(ids) for ids in order.values() for at, one in enumerate(ids)}
        centre = {
            family: _mean([place[end] for one in sorted(boxes) for _, end in lines[one]] or [place[one] for one in sorted(boxes)])
            for family, boxes in forest.boxes.items()
        }
        forest = forest._replace(members={family: tuple(sorted(held, key=centre.__getitem__)) for family, held in forest.members.items()})
    return forest


def _siblings_sifted(forest: Forest, family: Path, lines: Lines, count: Callable[[Forest], int]) -> Forest:
    least, at = -1, places_in(forest)
    for one in forest.members[family]:
        held = forest.members[family]
        rest = [other for other in held if other != one]
        found = costs(forest.boxes[one], [forest.boxes[other] for other in rest], lines, at)
        best = min(range(len(found)), key=lambda place: (found[place], abs(place - held.index(one))))
        if found[best] < found[held.index(one)]:
            moved = forest._replace(members={**forest.members, family: (*rest[:best], one, *rest[best:])})
            least = count(forest) if least < 0 else least
            # Lines between two families that both stand elsewhere than when they were counted make the costs a guess.
            if (now := count(moved)) < least:
                forest, least, at = moved, now, places_in(moved)
    return forest


def _excess(above: Collection[str], below: Collection[str], lines: Lines, at: Mapping[str, int]) -> int:
    """Return how many crossings more there are with these boxes above and below than the other way round.

    Lines that turn round at both ends are left out: they cross neither way or both ways.
    """
    facing: dict[tuple[str, str], list[str]] = {}
    for box in below:
        for gap, end in lines[box]:
            if end in at:
                facing.setdefault(gap, []).append(end)
    excess = 0
    for box in above:
        for gap, end in lines[box]:
            for other in facing.get(gap, ()) if end in at else ():
                if not ((end in above and other in below) or (end in below and other in above)):
                    excess += (at[end] > at[other]) - (at[end] < at[other])
    return excess


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
