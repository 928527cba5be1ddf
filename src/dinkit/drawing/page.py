"""The page: title, headings, panels behind bands, legend and the laid-out boxes, as DOT in which every place is given.

Nothing here decides where a box stands; that is the order and the engine. The engine draws this DOT as it is ("nop2"), at the
size of a sheet of paper.
"""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.boxes import Sized
from dinkit.drawing.courses import courses_of
from dinkit.drawing.dot import Graph, band_looks, box_looks, edge_looks, names_of
from dinkit.drawing.layout import Layout, Place, Point
from dinkit.drawing.legend import Legend, legend_of
from dinkit.drawing.markup import band_label, box_label, heading_label
from dinkit.drawing.masthead import Head, draw_masthead, masthead_of
from dinkit.drawing.placing import HEAD_GAP, placed
from dinkit.drawing.view import View

PANEL = 5.0
"""How far the panel of a band sticks out."""


class Page(NamedTuple):
    """A page ready to be rendered."""

    dot: str
    name: str
    landscape: bool
    scale: float
    """Points on paper per point of the layout."""


class Frame(NamedTuple):
    """A rectangle of the layout, y growing upward."""

    left: float
    bottom: float
    right: float
    top: float


def page_of(view: View, boxes: Sized, layout: Layout, *, paper: str, landscape: bool) -> Page:
    """Compose the page of a layout."""
    names = names_of(view)
    places = placed(view, layout, names, beside=boxes.sheet.beside, reserve=0.0, stacks=boxes.stacks)
    content = _frame([*places.values()]) if places else Frame(0, 0, 400, 60)
    legend = legend_of(view, _legend_width(view, places, names, content))
    under = _lines_under(view, layout)
    if _with_legend(view, content, places, names, legend, under).bottom < content.bottom:
        places = placed(view, layout, names, beside=boxes.sheet.beside, reserve=legend.height + 2 * HEAD_GAP, stacks=boxes.stacks)
    content = _with_legend(view, content, places, names, legend, under)
    width = content.right - content.left
    head = masthead_of(Head(view.title, view.subtitle, view.mission, view.draft, view.empty, view.language), width)
    whole = _page_frame(content, head.height, paper=paper, landscape=landscape)
    scale = style.PAGES[paper][1 if landscape else 0] / (whole.right - whole.left)
    graph = _graph(view, whole, scale, places, names)
    draw_masthead(graph, head, left=content.left, top=content.top + HEAD_GAP + head.height, width=width)
    _draw_boxes(graph, view, boxes, places, names)
    for course in courses_of(view, layout._replace(places=places), names, boxes.stacks):
        edge = view.edges[course.edge]
        graph.edge(names[edge.source], names[edge.target], id=f"e{course.edge + 1}", pos=course.path, **edge_looks(edge))
    legend.draw(graph, *_legend_corner(view, content, legend))
    return Page(str(graph.source), paper, landscape, scale)


def _frame(places: list[Place]) -> Frame:
    return Frame(
        min(place.left for place in places) - PANEL,
        min(place.bottom for place in places) - PANEL,
        max(place.right for place in places) + PANEL,
        max(place.top for place in places),
    )


def _page_frame(content: Frame, head: float, *, paper: str, landscape: bool) -> Frame:
    """Return the rectangle of the paper around content and title, in the units of the layout."""
    short, long = style.PAGES[paper]
    paper_width, paper_height = (long, short) if landscape else (short, long)
    width = content.right - content.left + 2 * style.MARGIN
    height = content.top - content.bottom + head + HEAD_GAP + 2 * style.MARGIN
    scale = min(paper_width / width, paper_height / height, style.LARGEST_SCALE)
    spare_x = paper_width / scale - width
    spare_y = paper_height / scale - height
    return Frame(
        content.left - style.MARGIN - spare_x / 2,
        content.bottom - style.MARGIN - spare_y * 0.6,
        content.right + style.MARGIN + spare_x / 2,
        content.top + head + HEAD_GAP + style.MARGIN + spare_y * 0.4,
    )


def _graph(view: View, whole: Frame, scale: float, places: dict[str, Place], names: dict[str, str]) -> Graph:
    """Return the graph with the paper as its exact bounds and the panels of the bands behind everything."""
    graph = Graph("din")
    width, height = (whole.right - whole.left) * scale / 72, (whole.top - whole.bottom) * scale / 72
    looks = {"size": f"{width:.4f},{height:.4f}!", "pad": "0", "margin": "0", "bgcolor": style.PAPER, "outputorder": "edgesfirst"}
    background = _panels(view, places, names)
    graph.attr("graph", **looks, **({"_background": background} if background else {}))
    graph.attr("node", shape="plain", fontname=style.FAMILY)
    graph.attr("edge", fontname=style.FAMILY)
    for name, x, y in (("c1", whole.left, whole.bottom), ("c2", whole.right, whole.top)):
        graph.node(name, "", shape="point", style="invis", width="0.001", height="0.001", pos=f"{x:.2f},{y:.2f}")
    return graph


def _panels(view: View, places: dict[str, Place], names: dict[str, str]) -> str:
    """Return, in the engine's drawing language, a light panel behind each band."""
    drawn = []
    for band in view.bands:
        members = [places[names[key]] for key in (f"band {band.id}", *band.efforts) if names.get(key) in places]
        if members:
            frame = _frame(members)
            hue = style.hue_of(band.family)
            corners = f"{frame.left:.2f} {frame.bottom:.2f} {frame.right:.2f} {frame.bottom:.2f} {frame.right:.2f} {frame.top + PANEL:.2f} "
            corners += f"{frame.left:.2f} {frame.top + PANEL:.2f}"
            drawn.append(f"c 7 -{hue.wash} C 7 -{hue.wash} P 4 {corners}")
    return " ".join(drawn)


def _draw_boxes(graph: Graph, view: View, boxes: Sized, places: dict[str, Place], names: dict[str, str]) -> None:
    for column in view.columns:
        name = names[f"heading {column.key}"]
        graph.node(name, f"<{heading_label(boxes.headings[column.key])}>", id=name, pos=_pos_of(places[name]))
    for band in view.bands:
        name = names[f"band {band.id}"]
        if name in places:
            looks = band_looks(boxes.bands[band.id], band) | {"height": f"{places[name].height / 72:.4f}"}
            graph.node(name, f"<{band_label(boxes.bands[band.id])}>", id=name, pos=_pos_of(places[name]), **looks)
    for node in view.nodes:
        name = names[node.id]
        looks = box_looks(boxes.boxes[node.id]) | {"height": f"{places[name].height / 72:.4f}"}
        graph.node(name, f"<{box_label(boxes.boxes[node.id])}>", id=name, pos=_pos_of(places[name]), **looks)


def _pos(x: float, y: float) -> str:
    return f"{x:.2f},{y:.2f}"


def _pos_of(place: Place) -> str:
    return _pos(place.x, place.y)


def _legend_columns(view: View) -> list[str]:
    """Return the columns over or under which the legend stands: those of the main goals and their neighbours."""
    return [column.key for column in view.columns[-2:]]


def _legend_width(view: View, places: dict[str, Place], names: dict[str, str], content: Frame) -> float:
    if view.direction == "TB" or not view.nodes:
        return min(content.right - content.left - 2 * PANEL, 760.0)
    held = [places[names[f"heading {key}"]] for key in _legend_columns(view)]
    return max(place.right for place in held) - min(place.left for place in held)


def _with_legend(view: View, content: Frame, places: dict[str, Place], names: dict[str, str], legend: Legend, lines: list[list[Point]]) -> Frame:
    """Lengthen the content where the legend would touch a box or a line."""
    if not legend.height:
        return content
    under = [places[names[node.id]] for node in view.nodes if view.direction == "TB" or node.column in _legend_columns(view)]
    left, _ = _legend_corner(view, content, legend)
    right = left + legend.width + HEAD_GAP
    over = [hull for hull in lines if min(x for x, _ in hull) <= right and max(x for x, _ in hull) >= left - HEAD_GAP]
    lows = [place.bottom for place in under] + [min(y for _, y in hull) for hull in over]
    lowest = min(lows, default=content.bottom)
    return content._replace(bottom=min(content.bottom, lowest - legend.height - 2 * HEAD_GAP))


def _lines_under(view: View, layout: Layout) -> list[list[Point]]:
    """Return points that enclose the lines of the engine's own course piece by piece; they may run below all boxes."""
    rank = {column.key: at for at, column in enumerate(view.columns)}
    rank_of = {node.id: rank[node.column] for node in view.nodes}
    far = [at for at, edge in enumerate(view.edges, 1) if abs(rank_of[edge.source] - rank_of[edge.target]) > 1]
    hulls: list[list[Point]] = []
    for at in far:
        parts = [part.split(",") for part in layout.lines.get(f"e{at}", "").split()]
        points = [(float(part[0]), float(part[1])) for part in parts if len(part) == 2]
        hulls += [points[start : start + 4] for start in range(0, len(points) - 1, 3)]
    return hulls


def _legend_corner(view: View, content: Frame, legend: Legend) -> tuple[float, float]:
    """Return left and top of the legend: the lower corner on the side of the main goals."""
    left = content.left + PANEL if view.direction == "RL" else content.right - PANEL - legend.width
    return left, content.bottom + legend.height
