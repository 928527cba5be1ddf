"""The page of a change as DOT in which every place is given: the same places for what was, what is and what differs."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.boxes import Sized
from dinkit.drawing.change.boxes import FRAME, Box
from dinkit.drawing.change.foot import Foot, draw_foot
from dinkit.drawing.change.looks import box_attributes, line_attributes, look_of
from dinkit.drawing.change.markup import box_label, sign_label
from dinkit.drawing.change.view import Changed
from dinkit.drawing.courses import Course
from dinkit.drawing.dot import Graph, band_looks
from dinkit.drawing.layout import Place, Point
from dinkit.drawing.markup import band_label, heading_label
from dinkit.drawing.masthead import Masthead, draw_masthead
from dinkit.drawing.page import Page

HEAD_GAP = 14.0
AROUND = 5.0
SIGNS_APART = 15.0
BUNDLE = 3
"""So many lines that differ at one end of a box make a bundle: their signs stand at the other ends, where the lines are apart."""
CLEAR = 9.0
"""Between the middle of a sign and a box."""
_ALONG = (0.5, 0.36, 0.64, 0.25, 0.75, 0.16, 0.84)
"""Where on a line its sign may stand, the best place first."""
_AT_SOURCE = (0.25, 0.2, 0.3, 0.36, *_ALONG)
_AT_TARGET = (0.7, 0.75, 0.64, 0.6, *_ALONG)


class Frame(NamedTuple):
    """A rectangle of the layout, y growing upward."""

    left: float
    bottom: float
    right: float
    top: float


class Laid(NamedTuple):
    """What stands where, for all states of a picture."""

    sized: Sized
    names: dict[str, str]
    places: dict[str, Place]
    """By name in the DOT."""
    courses: tuple[Course, ...]
    content: Frame
    paper: str
    landscape: bool


def frame_of(places: dict[str, Place]) -> Frame:
    """Return the rectangle around all places; something to stand on where there is none."""
    if not places:
        return Frame(0.0, 0.0, 480.0, 40.0)
    held = places.values()
    left, right = min(one.left for one in held) - AROUND, max(one.right for one in held) + AROUND
    return Frame(left, min(one.bottom for one in held) - AROUND, max(right, left + 480.0), max(one.top for one in held) + AROUND)


def page_of(laid: Laid, changed: Changed, boxes: dict[str, Box], head: Masthead, foot: Foot, *, face: str) -> Page:
    """Compose the page of one state."""
    whole, scale = _paper(laid, head, foot)
    graph = _graph(whole, scale)
    content = laid.content
    draw_masthead(graph, head, left=content.left, top=content.top + HEAD_GAP + head.height, width=content.right - content.left)
    _draw_boxes(graph, laid, changed, boxes)
    _draw_lines(graph, laid, changed, face)
    draw_foot(graph, foot, left=content.left + AROUND, top=content.bottom)
    return Page(str(graph.source), laid.paper, laid.landscape, scale)


def _paper(laid: Laid, head: Masthead, foot: Foot) -> tuple[Frame, float]:
    """Return the rectangle of the paper in the units of the layout, and the points on paper per unit.

    A small change is no wider and no taller than it needs: it is mostly read on a screen, beside the change itself.
    """
    short, long = style.PAGES[laid.paper]
    paper_width, paper_height = (long, short) if laid.landscape else (short, long)
    content = laid.content
    width = content.right - content.left + 2 * style.MARGIN
    height = content.top - content.bottom + head.height + HEAD_GAP + foot.height + 2 * style.MARGIN
    scale = min(paper_width / width, paper_height / height, style.LARGEST_SCALE)
    frame = Frame(
        content.left - style.MARGIN,
        content.bottom - foot.height - style.MARGIN,
        content.right + style.MARGIN,
        content.top + head.height + HEAD_GAP + style.MARGIN,
    )
    return frame, scale


def _graph(whole: Frame, scale: float) -> Graph:
    graph = Graph("change")
    width, height = (whole.right - whole.left) * scale / 72, (whole.top - whole.bottom) * scale / 72
    graph.attr("graph", size=f"{width:.4f},{height:.4f}!", pad="0", margin="0", bgcolor=style.PAPER, outputorder="edgesfirst")
    graph.attr("node", shape="plain", fontname=style.FAMILY)
    graph.attr("edge", fontname=style.FAMILY)
    for name, x, y in (("c1", whole.left, whole.bottom), ("c2", whole.right, whole.top)):
        graph.node(name, "", shape="point", style="invis", width="0.001", height="0.001", pos=f"{x:.2f},{y:.2f}")
    return graph


def _draw_boxes(graph: Graph, laid: Laid, changed: Changed, boxes: dict[str, Box]) -> None:
    for column in changed.view.columns:
        name = laid.names[f"heading {column.key}"]
        graph.node(name, f"<{heading_label(laid.sized.headings[column.key])}>", id=name, pos=_pos(laid.places[name]))
    for band in changed.view.bands:
        name = laid.names[f"band {band.id}"]
        heading = laid.sized.bands[band.id]
        if name in laid.places and any(one in boxes for one in band.efforts):
            looks = band_looks(heading, band._replace(family=None)) | {"height": f"{laid.places[name].height / 72:.4f}"}
            graph.node(name, f"<{band_label(heading)}>", id=name, pos=_pos(laid.places[name]), **looks)
    for node in changed.view.nodes:
        name = laid.names[node.id]
        if node.id in boxes:
            place = laid.places[name]
            frame = FRAME if boxes[node.id].state == "changed" else 0.0  # the engine adds the second frame outside
            size = {"width": f"{(place.width - frame) / 72:.4f}", "height": f"{(place.height - frame) / 72:.4f}"}
            looks = box_attributes(boxes[node.id].state) | size
            graph.node(name, f"<{box_label(boxes[node.id])}>", id=name, pos=_pos(place), **looks)


def _draw_lines(graph: Graph, laid: Laid, changed: Changed, face: str) -> None:
    """Draw the lines of a state, and on those that differ a sign, clear of each other."""
    differing = [edge for edge, state in zip(changed.view.edges, changed.lines, strict=True) if state != "same"]
    ends = Counter(end for edge in differing for end in ((edge.source, "from"), (edge.target, "to")))
    signs: list[tuple[Course, str, tuple[float, ...]]] = []
    for course in sorted(laid.courses, key=lambda one: changed.lines[one.edge] != "same"):
        edge, state = changed.view.edges[course.edge], changed.lines[course.edge]
        if (face, state) in (("old", "added"), ("new", "removed")):
            continue
        shown = state if face == "change" or state == "same" else "differs"
        name = f"e{course.edge + 1}"
        graph.edge(laid.names[edge.source], laid.names[edge.target], id=name, pos=course.path, **line_attributes(shown, edge.type))
        if look_of(shown).sign:
            goes, comes = ends[edge.source, "from"], ends[edge.target, "to"]
            signs.append((course, shown, _ALONG if max(goes, comes) < BUNDLE else _AT_TARGET if goes > comes else _AT_SOURCE))
    _draw_signs(graph, signs, [laid.places[laid.names[node.id]] for node in changed.view.nodes])


def _draw_signs(graph: Graph, signs: list[tuple[Course, str, tuple[float, ...]]], boxes: list[Place]) -> None:
    """Draw the signs on lines, those on the shortest first: they have the least choice of place."""
    taken: list[Point] = []
    for course, shown, along in sorted(signs, key=lambda one: _length(one[0].path)):
        x, y = _free(course.path, along, taken, boxes)
        taken.append((x, y))
        name = f"me{course.edge + 1}"
        graph.node(name, f"<{sign_label(look_of(shown).sign, shown)}>", id=name, pos=f"{x:.2f},{y:.2f}")


def _length(path: str) -> float:
    """Return about how long a line is: how far its ends are apart."""
    points = _points(path)
    return abs(points[-1][0] - points[0][0]) + abs(points[-1][1] - points[0][1])


def _points(path: str) -> list[Point]:
    parts = [part.split(",") for part in path.split()]
    return [(float(part[0]), float(part[1])) for part in parts if len(part) == 2]


def _free(path: str, along: tuple[float, ...], taken: list[Point], boxes: list[Place]) -> Point:
    """Return the first place on a line that is far enough from other signs and clear of boxes, else from other signs, else the first."""
    points = _points(path)
    pieces = [points[at : at + 4] for at in range(0, len(points) - 3, 3)]
    spots = [_on(pieces, share) for share in along]
    apart = [spot for spot in spots if all(max(abs(spot[0] - x), abs(spot[1] - y)) >= SIGNS_APART for x, y in taken)]
    return next((spot for spot in apart if not any(_touches(spot, box) for box in boxes)), next(iter(apart), spots[0]))


def _touches(spot: Point, box: Place) -> bool:
    return box.left - CLEAR < spot[0] < box.right + CLEAR and box.bottom - CLEAR < spot[1] < box.top + CLEAR


def _on(pieces: list[list[Point]], share: float) -> Point:
    """Return the point at a share of the way along Bézier curves, each of which counts as equally long."""
    at = min(int(share * len(pieces)), len(pieces) - 1)
    t = share * len(pieces) - at
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    x, y = (sum(weight * point[axis] for weight, point in zip(weights, pieces[at], strict=True)) for axis in (0, 1))
    return x, y


def _pos(place: Place) -> str:
    return f"{place.x:.2f},{place.y:.2f}"
