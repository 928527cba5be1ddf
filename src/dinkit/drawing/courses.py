"""How lines run: smooth curves between neighbouring columns, bows inside a column, the engine's own course for the rest.

Between neighbouring columns there is nothing but lines, so a curve that starts and ends level passes through no box. The ends of
lines are spread over the side of a box in the order of their other ends, which keeps them apart and uncrossed at the box.
"""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.layout import Layout, Place, Point
from dinkit.drawing.lines import Edge
from dinkit.drawing.view import View

SPREAD = 6.0
"""Most distance between the ends of two lines at one side of a box."""
BOW = 26.0


class Course(NamedTuple):
    """One line: its index in the view, and its path as Graphviz reads it."""

    edge: int
    path: str


def courses_of(view: View, layout: Layout, names: dict[str, str]) -> list[Course]:
    """Return the path of every line that was laid out."""
    rank = {column.key: at for at, column in enumerate(view.columns)}
    column_of = {node.id: rank[node.column] for node in view.nodes}
    places = {node.id: layout.places[names[node.id]] for node in view.nodes}
    near = [at for at, edge in enumerate(view.edges) if abs(column_of[edge.source] - column_of[edge.target]) == 1]
    ends = _spread(view, near, places)
    courses: list[Course] = []
    for at, edge in enumerate(view.edges):
        apart = abs(column_of[edge.source] - column_of[edge.target])
        if apart == 1:
            courses.append(Course(at, _path(edge, ends[at, edge.source], ends[at, edge.target], view.direction)))
        elif apart == 0:
            courses.append(Course(at, _bow(edge, places[edge.source], places[edge.target], view.direction)))
        elif f"e{at + 1}" in layout.lines:
            courses.append(Course(at, layout.lines[f"e{at + 1}"]))
    return courses


def _spread(view: View, near: list[int], places: dict[str, Place]) -> dict[tuple[int, str], Point]:
    """Give every end of a line its point on the side of its box."""
    upright = view.direction == "TB"
    sides: dict[tuple[str, bool], list[tuple[float, int]]] = {}
    for at in near:
        edge = view.edges[at]
        for here, there in ((edge.source, edge.target), (edge.target, edge.source)):
            far = _along(places[here], upright=upright) < _along(places[there], upright=upright)
            sides.setdefault((here, far), []).append((_across(places[there], upright=upright), at))
    ends: dict[tuple[int, str], Point] = {}
    for (element, far), others in sides.items():
        place = places[element]
        length = place.width if upright else place.height
        tree = len({view.edges[at].type for _, at in others}) == 1 and view.edges[others[0][1]].type == "part_of"
        step = 0.0 if tree else min(SPREAD, (length - 12.0) / max(len(others) - 1, 1))
        for index, (_, at) in enumerate(sorted(others)):
            offset = (index - (len(others) - 1) / 2) * max(step, 0.0)
            if upright:
                ends[at, element] = (place.x + offset, place.top if far else place.bottom)
            else:
                ends[at, element] = (place.right if far else place.left, place.y + offset)
    return ends


def _along(place: Place, *, upright: bool) -> float:
    return place.y if upright else place.x


def _across(place: Place, *, upright: bool) -> float:
    return place.x if upright else place.y


def _path(edge: Edge, start: Point, end: Point, direction: str) -> str:
    """Return a curve that leaves and arrives square to the sides, with room for arrow and tail."""
    x, y = (0, 1) if direction == "TB" else (1, 0)
    sign = 1 if (end[0] - start[0]) * x + (end[1] - start[1]) * y > 0 else -1
    tip, foot = arrow_room(edge)
    begin = (start[0] + sign * foot * x, start[1] + sign * foot * y)
    stop = (end[0] - sign * tip * x, end[1] - sign * tip * y)
    bend = ((stop[0] - begin[0]) * x + (stop[1] - begin[1]) * y) * 0.5
    curve = [begin, (begin[0] + bend * x, begin[1] + bend * y), (stop[0] - bend * x, stop[1] - bend * y), stop]
    return path_text(curve, start if foot else None, end if tip else None)


def _bow(edge: Edge, source: Place, target: Place, direction: str) -> str:
    """Return a bow outside the column, on the side of the goals."""
    tip, foot = arrow_room(edge)
    if direction == "TB":
        start, end, out = (source.x, source.top), (target.x, target.top), (0.0, BOW)
    else:
        side = 1 if direction == "LR" else -1
        start, end = ((place.right if side > 0 else place.left, place.y) for place in (source, target))
        out = (side * BOW, 0.0)
    unit = (out[0] / BOW, out[1] / BOW)
    begin = (start[0] + unit[0] * foot, start[1] + unit[1] * foot)
    stop = (end[0] + unit[0] * tip, end[1] + unit[1] * tip)
    curve = [begin, (begin[0] + out[0], begin[1] + out[1]), (stop[0] + out[0], stop[1] + out[1]), stop]
    return path_text(curve, start if foot else None, end if tip else None)


def arrow_room(edge: Edge) -> tuple[float, float]:
    """Return the length of the sign at the end and of the one at the start of a line."""
    if edge.type in ("part_of", "involved_in"):
        return 0.0, 0.0
    tip = 3.0 if edge.type == "hinders" else 10.0 * style.ARROW_SIZE
    foot = {"assumption": 12.0, "proven": 8.0, "experience": 8.0}.get(edge.substantiation, 0.0) * style.ARROW_SIZE
    return tip, foot


def path_text(curve: list[Point], start: Point | None, end: Point | None) -> str:
    """Write a curve as Graphviz reads it: the tips first, then the control points."""
    parts = [f"s,{start[0]:.2f},{start[1]:.2f}"] if start else []
    parts += [f"e,{end[0]:.2f},{end[1]:.2f}"] if end else []
    return " ".join([*parts, *(f"{x:.2f},{y:.2f}" for x, y in curve)])
