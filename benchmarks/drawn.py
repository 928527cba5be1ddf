"""What is really drawn: where boxes stand and how lines run, read back from the engine, and what of it moved or crosses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from math import dist
from statistics import mean
from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.dot import names_of
from dinkit.drawing.families import Order
from dinkit.drawing.layout import Layout, Place, read_layout
from dinkit.drawing.picture import Picture
from dinkit.drawing.render import run_engine
from dinkit.drawing.view import View

Point = tuple[float, float]
STEPS = 24
"""Points in which each piece of a line is read."""


class Line(NamedTuple):
    """A line between two columns, from the one on the left: ranks of the columns, boxes, and its course."""

    start: int
    end: int
    left: str
    right: str
    course: tuple[Point, ...]


class Drawn(NamedTuple):
    """A drawing: order, places and lines; y grows upward."""

    order: Order
    places: Mapping[str, Point]
    """Middles of the boxes, in parts of the diagonal of the paper; empty for a drawing that was not put on paper."""
    sides: tuple[tuple[float, float], ...]
    """Left and right side of each column."""
    lines: tuple[Line, ...]


def drawn_layout(view: View, layout: Layout) -> Drawn:
    """Read a layout of the engine, with the names of `names_of`."""
    names = names_of(view)
    boxes = {node.id: layout.places[names[node.id]] for node in view.nodes}
    columns = [[node.id for node in view.nodes if node.column == column.key] for column in view.columns]
    order = {column.key: tuple(sorted(held, key=lambda one: -boxes[one].y)) for column, held in zip(view.columns, columns, strict=True)}
    sides = tuple((min(boxes[one].left for one in held), max(boxes[one].right for one in held)) for held in columns)
    rank = {one: at for at, held in enumerate(columns) for one in held}
    return Drawn(order, {}, sides, tuple(_lines(view, layout, rank, boxes)))


def drawn_picture(picture: Picture) -> Drawn:
    """Read a picture as the engine draws it on paper."""
    view = picture.view
    if not isinstance(view, View):
        raise TypeError(picture)
    layout = read_layout(run_engine(picture.page.dot, layout="nop2", format_name="json0", timeout=120))
    corner, diagonal = layout.places["c1"], dist((0, 0), style.PAGES[picture.page.name])
    scale = picture.page.scale / diagonal
    names = names_of(view)
    found = drawn_layout(view, layout)
    places = {one.id: _moved(layout.places[names[one.id]], corner, scale) for one in view.nodes}
    return found._replace(places=places)


def crossings_drawn(drawn: Drawn) -> int:
    """Count where lines cross: wherever two of them lie in opposite order at the two sides of a gap or of a column, as they are drawn.

    Lines that share a box at one of these sides do not cross there. This is the second opinion: it knows nothing of orders.
    """
    found = 0
    for at, (left, right) in enumerate(drawn.sides):
        found += _crossings([line for line in drawn.lines if line.start < at < line.end], left, right)
    for at, ((_, right), (left, _)) in enumerate(pairwise(drawn.sides)):
        found += _crossings([line for line in drawn.lines if line.start <= at < line.end], right, left)
    return found


def between_same_columns(drawn: Drawn) -> Drawn:
    """Return a drawing with the lines only that pass no column."""
    return drawn._replace(lines=tuple(line for line in drawn.lines if line.end == line.start + 1))


class Swaps(NamedTuple):
    """How many pairs of boxes of a column changed order, of how many, and whether some column was turned over."""

    swapped: int
    pairs: int
    flipped: bool


def swaps(before: Order, after: Order) -> Swaps:
    """Compare two orders on the boxes that both have in one column; a column is turned over when most of its pairs are swapped."""
    counts = []
    for column, ids in before.items():
        place = {one: at for at, one in enumerate(after.get(column, ()))}
        kept = [place[one] for one in ids if one in place]
        counts.append((sum(one > other for one, other in combinations(kept, 2)), len(kept) * (len(kept) - 1) // 2))
    return Swaps(sum(one for one, _ in counts), sum(all_ for _, all_ in counts), any(2 * one > all_ for one, all_ in counts))


class Moves(NamedTuple):
    """How far boxes moved on paper, in per cent of its diagonal."""

    average: float
    most: float


def moves(before: Drawn, after: Drawn) -> Moves:
    """Compare the places of the boxes that both drawings have."""
    found = [100 * dist(place, after.places[one]) for one, place in before.places.items() if one in after.places]
    return Moves(mean(found), max(found))


def _moved(place: Place, corner: Place, scale: float) -> Point:
    return (place.x - corner.x) * scale, (place.y - corner.y) * scale


def _lines(view: View, layout: Layout, rank: Mapping[str, int], boxes: Mapping[str, Place]) -> Iterator[Line]:
    for at, edge in enumerate(view.edges, 1):
        if rank[edge.source] != rank[edge.target]:
            course = _course(layout.lines[f"e{at}"])
            left, right = sorted((edge.source, edge.target), key=lambda one: rank[one])
            near, far = (boxes[left].right, boxes[left].y), (boxes[right].left, boxes[right].y)
            ordered = course if dist(course[0], near) <= dist(course[-1], near) else course[::-1]
            # What lies between the course and the box is the head or the tail of the arrow.
            yield Line(rank[left], rank[right], left, right, ((near[0], ordered[0][1]), *ordered, (far[0], ordered[-1][1])))


def _course(text: str) -> tuple[Point, ...]:
    """Read a course as Graphviz writes it, as points along its curves."""
    parts = [part.split(",") for part in text.split()]
    curve = [(float(part[0]), float(part[1])) for part in parts if len(part) == 2]
    made = [curve[0]]
    for at in range(0, len(curve) - 3, 3):
        made += [_between(curve[at : at + 4], step / STEPS) for step in range(1, STEPS + 1)]
    return tuple(made)


def _between(curve: list[Point], share: float) -> Point:
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    x, y = (sum(weight * point[axis] for weight, point in zip(weights, curve, strict=True)) for axis in (0, 1))
    return x, y


def _height(course: tuple[Point, ...], x: float) -> float:
    """Return how high a line is at a place; before its beginning as high as there, and likewise behind its end."""
    for (left, low), (right, high) in pairwise(course):
        if right >= x > left:
            return low + (high - low) * (x - left) / (right - left)
    return course[0][1] if x <= course[0][0] else course[-1][1]


def _crossings(lines: list[Line], left: float, right: float) -> int:
    heights = [(_height(line.course, left), _height(line.course, right), line) for line in lines]
    found = 0
    for (near, far, one), (other_near, other_far, other) in combinations(heights, 2):
        if (near - other_near) * (far - other_far) < 0 and one.left != other.left and one.right != other.right:
            found += 1
    return found
