"""How lines run: smooth curves between neighbouring columns, bows inside a column, the engine's own course for the rest.

Between neighbouring columns there is nothing but lines, so a curve that starts and ends level passes through no box. The ends of
lines are spread over the side of a box in the order of their other ends, which keeps them apart and uncrossed at the box.
"""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.layout import Layout, Place, Point
from dinkit.drawing.lines import Edge
from dinkit.drawing.stacks import Stacks, tracks_of
from dinkit.drawing.view import View

BOW = 26.0
TURN = 8.0
"""How far a line needs to turn upward beside a stack."""


class Course(NamedTuple):
    """One line: its index in the view, and its path as Graphviz reads it."""

    edge: int
    path: str


def courses_of(view: View, layout: Layout, names: dict[str, str], stacks: Stacks = ()) -> list[Course]:
    """Return the path of every line that was laid out."""
    rank = {column.key: at for at, column in enumerate(view.columns)}
    column_of = {node.id: rank[node.column] for node in view.nodes}
    places = {node.id: layout.places[names[node.id]] for node in view.nodes}
    near = [at for at, edge in enumerate(view.edges) if abs(column_of[edge.source] - column_of[edge.target]) == 1]
    far = [at for at, edge in enumerate(view.edges) if abs(column_of[edge.source] - column_of[edge.target]) > 1 and f"e{at + 1}" in layout.lines]
    ends = _spread(view, near, {at: layout.lines[f"e{at + 1}"] for at in far}, places, stacked=bool(stacks))
    tracks = tracks_of(view, stacks, places, {at: ends[at, view.edges[at].target] for at in near})
    courses: list[Course] = []
    for at, edge in enumerate(view.edges):
        apart = abs(column_of[edge.source] - column_of[edge.target])
        if at in tracks:
            top = max(layout.places[names[stack[0]]].top for stack in stacks)
            courses.append(Course(at, _on_track(edge, ends[at, edge.source], ends[at, edge.target], tracks[at], top)))
        elif apart == 1:
            courses.append(Course(at, _path(edge, ends[at, edge.source], ends[at, edge.target], view.direction)))
        elif apart == 0:
            courses.append(Course(at, _bow(edge, places[edge.source], places[edge.target], view.direction)))
        elif f"e{at + 1}" in layout.lines:
            courses.append(Course(at, _moved_ends(layout.lines[f"e{at + 1}"], edge, places, ends[at, edge.source], ends[at, edge.target])))
    return courses


def _spread(view: View, near: list[int], far: dict[int, str], places: dict[str, Place], *, stacked: bool) -> dict[tuple[int, str], Point]:
    """Give every end of a line its point on the side of its box."""
    upright = view.direction == "TB"
    sides: dict[tuple[str, bool], list[tuple[float, float, int]]] = {}
    for at in (*near, *far):
        edge = view.edges[at]
        for here, there in ((edge.source, edge.target), (edge.target, edge.source)):
            beyond = _along(places[here], upright=upright) < _along(places[there], upright=upright)
            heading = _heading(far[at], places[here], places[there]) if at in far else places[there]
            sides.setdefault((here, beyond), []).append((_across(heading, upright=upright), -places[there].y if upright else 0.0, at))
    ends: dict[tuple[int, str], Point] = {}
    for (element, beyond), others in sides.items():
        place = places[element]
        beside = stacked and view.edges[others[0][2]].source == element and view.edges[others[0][2]].type != "part_of"
        length = place.width if upright and not beside else place.height
        tree = len({view.edges[at].type for *_, at in others}) == 1 and view.edges[others[0][2]].type == "part_of"
        plain = all(view.edges[at].type == "involved_in" for *_, at in others)
        most = 0.0 if tree else style.ENDS_APART_PLAIN if plain else style.ENDS_APART
        step = min(most, (length - 2 * style.ENDS_FROM_CORNER) / max(len(others) - 1, 1))
        for index, (*_, at) in enumerate(sorted(others)):
            offset = (index - (len(others) - 1) / 2) * max(step, 0.0)
            if beside:
                ends[at, element] = (place.right, place.y - offset)
            elif upright:
                ends[at, element] = (place.x + offset, place.top if beyond else place.bottom)
            else:
                ends[at, element] = (place.right if beyond else place.left, place.y + offset)
    return ends


def _heading(path: str, here: Place, there: Place) -> Place:
    """Return a place at the height that a long line has a column further, which may be far from where it ends."""
    points = [tuple(map(float, part.split(","))) for part in path.split() if part.count(",") == 1]
    x, y = min((points[3 % len(points)], points[-4 % len(points)]), key=lambda one: _far((one[0], one[1]), here))
    return there._replace(x=x, y=y)


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


def _on_track(edge: Edge, start: Point, end: Point, track: float, top: float) -> str:
    """Return a course that leaves a stack sideways, runs up beside it and then bends to its goal."""
    tip, foot = arrow_room(edge)
    begin, stop = (start[0] + foot, start[1]), (end[0], end[1] - tip)
    turn = min(TURN, max(top - start[1], 1.0))
    corner, above = (track, start[1] + turn), (track, top)
    rise = above[1] - corner[1]
    bend = (stop[1] - above[1]) * 0.5
    curve = [begin, ((begin[0] + track) / 2, start[1]), (track, start[1]), corner]
    curve += [(track, corner[1] + rise / 3), (track, corner[1] + rise * 2 / 3), above]
    curve += [(track, above[1] + bend), (stop[0], stop[1] - bend), stop]
    return path_text(curve, start if foot else None, end if tip else None)


def _moved_ends(path: str, edge: Edge, places: dict[str, Place], start: Point, end: Point) -> str:
    """Return the engine's course with its ends moved along the sides of the boxes to where they stand apart from others."""
    parts = [part.split(",") for part in path.split()]
    tips = [part for part in parts if len(part) == 3]
    curve = [(float(x), float(y)) for x, y in (part for part in parts if len(part) == 2)]
    tail = next(((float(x), float(y)) for key, x, y in tips if key == "s"), None)
    head = next(((float(x), float(y)) for key, x, y in tips if key == "e"), None)
    source, target = places[edge.source], places[edge.target]
    if _far(curve[0], source) > _far(curve[-1], source):
        return path
    dx, dy = _offset(source, start)
    ex, ey = _offset(target, end)
    curve[:2] = [(x + dx, y + dy) for x, y in curve[:2]]
    curve[-2:] = [(x + ex, y + ey) for x, y in curve[-2:]]
    return path_text(curve, (tail[0] + dx, tail[1] + dy) if tail else None, (head[0] + ex, head[1] + ey) if head else None)


def _offset(place: Place, end: Point) -> Point:
    """Return how far an end stands from the middle of the side that it is on."""
    return (0.0, end[1] - place.y) if end[0] in (place.left, place.right) else (end[0] - place.x, 0.0)


def _far(point: Point, place: Place) -> float:
    return abs(point[0] - place.x) + abs(point[1] - place.y)


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
