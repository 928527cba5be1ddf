"""From a view and an order to DOT: a pure function. Own ids, everything sorted, and no text of a user outside a label.

A column is a rank=same group with invisible lines in column order, never a cluster: clusters lose the order. The heading of a
column is the first box of its chain, the heading of a band stands in the chain before its efforts.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TypeAlias

import graphviz

from dinkit.drawing import style
from dinkit.drawing.bands import Band
from dinkit.drawing.boxes import Box, Heading, Sized
from dinkit.drawing.families import Order
from dinkit.drawing.guides import guides_of
from dinkit.drawing.lines import Edge
from dinkit.drawing.markup import band_label, box_label, fill_of, heading_label, is_alarmed, lines_label
from dinkit.drawing.metrics import width_of, wrapped
from dinkit.drawing.view import View

_RANKDIR = {"LR": "LR", "RL": "RL", "TB": "BT"}


Graph: TypeAlias = graphviz.Digraph
"""The writer of DOT: it quotes every value, so that no text becomes syntax."""


def names_of(view: View) -> dict[str, str]:
    """Return the name in the DOT of every box, heading and band: n1, h1, b1 and so on, whatever users call them."""
    names = {node.id: f"n{at}" for at, node in enumerate(view.nodes, 1)}
    names |= {f"heading {column.key}": f"h{at}" for at, column in enumerate(view.columns, 1)}
    return names | {f"band {band.id}": f"b{at}" for at, band in enumerate(view.bands, 1)}


def dot_of(view: View, boxes: Sized, order: Order | None, *, gap: float) -> str:
    """Return the DOT of a view.

    Args:
        view: what is drawn.
        boxes: its boxes on their sheet.
        order: the order in each column; None gives the plain layout from which a first order is read.
        gap: the distance between two columns, in points.
    """
    names = names_of(view)
    graph = _graph(view, boxes, gap)
    for column in view.columns:
        graph.node(names[f"heading {column.key}"], _html(heading_label(boxes.headings[column.key])), id=names[f"heading {column.key}"])
    for band in view.bands if order is not None else ():
        graph.node(
            names[f"band {band.id}"], _html(band_label(boxes.bands[band.id])), id=names[f"band {band.id}"], **band_looks(boxes.bands[band.id], band)
        )
    for node in view.nodes:
        graph.node(names[node.id], _html(box_label(boxes.boxes[node.id])), id=names[node.id], **box_looks(boxes.boxes[node.id]))
    for column in view.columns:
        _rank(graph, view, column.key, order, names)
    headings = [names[f"heading {column.key}"] for column in view.columns]
    for left, right in pairwise(headings):
        graph.edge(left, right, style="invis", weight="0")
    for at, edge in enumerate(view.edges, 1):
        _edge(graph, view, edge, f"e{at}", names, order)
    for start, end in guides_of(view, chains_of(view, order)) if order is not None else ():
        graph.edge(names[start], names[end], style="invis", weight="0")
    return str(graph.source)


def chains_of(view: View, order: Order) -> dict[str, list[str]]:
    """Return the boxes and headings of each column in order: keys as in `names_of`."""
    band_of = {effort: band.id for band in view.bands for effort in band.efforts}
    chains: dict[str, list[str]] = {}
    for column in view.columns:
        chain = [f"heading {column.key}"]
        for element in order.get(column.key, ()):
            band = f"band {band_of[element]}" if element in band_of else ""
            if band and band not in chain:
                chain.append(band)
            chain.append(element)
        chains[column.key] = chain
    return chains


def edge_looks(edge: Edge) -> dict[str, str]:
    """Return the attributes that give a line its meaning: style, arrow, width and colour."""
    hue = style.hue_of(edge.family)
    if edge.type == "part_of":
        return {"color": hue.deep, "penwidth": f"{style.LINE_WIDTHS[1]:g}", "style": "solid", "dir": "none"}
    if edge.type == "involved_in":
        return {"color": style.RULE, "penwidth": "1", "style": "solid", "dir": "none"}
    line = style.PROVENANCE_LINE[edge.provenance]
    looks = {"color": hue.deep, "penwidth": f"{style.LINE_WIDTHS[edge.thickness]:g}", "style": line.style, "arrowhead": line.arrow}
    looks["arrowsize"] = f"{style.ARROW_SIZE:g}"
    if edge.type == "hinders":
        looks |= {"color": style.ALARM, "arrowhead": style.HINDERS_ARROW, "arrowsize": "0.9"}
    if edge.substantiation in style.SUBSTANTIATION_TAIL:
        looks |= {"dir": "both", "arrowtail": style.SUBSTANTIATION_TAIL[edge.substantiation]}
    return looks


def box_looks(box: Box) -> dict[str, str]:
    """Return the attributes of a box: its frame and fill by kind and state, and the one width of its kind."""
    node = box.node
    hue = style.hue_of(node.family)
    alarmed = is_alarmed(node)
    return {
        "shape": "box",
        "style": "rounded,filled,dashed" if alarmed and not node.is_focus else "rounded,filled",
        "color": style.FOCUS if node.is_focus else style.ALARM if alarmed else hue.deep,
        "penwidth": "3" if node.is_focus else "2" if alarmed else "1.2",
        "fillcolor": fill_of(node),
        "width": f"{box.width / 72:.4f}",
        "height": f"{box.least_height / 72:.4g}",
        "margin": "0",
    }


def band_looks(heading: Heading, band: Band) -> dict[str, str]:
    """Return the attributes of the heading over a band."""
    hue = style.hue_of(band.family)
    looks = {"shape": "box", "style": "rounded,filled", "color": hue.deep, "fillcolor": hue.deep, "width": f"{heading.width / 72:.4f}"}
    return looks | {"height": "0", "margin": "0"}


def _graph(view: View, boxes: Sized, gap: float) -> Graph:
    graph = Graph("din")
    width = 600.0
    title = wrapped(view.title, style.TITLE, width, 2) or (" ",)
    head = [(line, style.TITLE, style.INK) for line in title] + [(view.subtitle, style.SUBTITLE, style.SOFT_INK)]
    head += [(view.draft, style.DRAFT, style.ALARM)] if view.draft else []
    head += [(view.empty, style.SUBTITLE, style.INK)] if view.empty else []
    width = max(width_of(text, kind) for text, kind, _ in head) + 4
    graph.attr(
        "graph",
        rankdir=_RANKDIR[view.direction],
        ranksep=f"{gap / 72:.4f}",
        nodesep=f"{boxes.sheet.beside / 72:.4f}",
        splines="true",
        fontname=style.FAMILY,
        bgcolor=style.PAPER,
        pad="0.4",
        label=_html(lines_label(head, width)),
        labelloc="t",
        labeljust="l",
    )
    graph.attr("node", shape="plain", fontname=style.FAMILY)
    graph.attr("edge", fontname=style.FAMILY)
    return graph


def _html(markup: str) -> str:
    return f"<{markup}>"


def _rank(graph: Graph, view: View, column: str, order: Order | None, names: dict[str, str]) -> None:
    """Put a column on one rank; with an order, as a chain."""
    plain = [f"heading {column}", *(node.id for node in view.nodes if node.column == column)]
    chain = plain if order is None else chains_of(view, order)[column]
    with graph.subgraph() as rank:
        rank.attr(rank="same")
        for element in chain:
            rank.node(names[element])
        if order is not None:
            for above, below in pairwise(chain):
                rank.edge(names[above], names[below], style="invis")


def _edge(graph: Graph, view: View, edge: Edge, name: str, names: dict[str, str], order: Order | None) -> None:
    """Draw one line. One that runs against the columns is written the other way round, so that columns keep their place."""
    rank = {column.key: at for at, column in enumerate(view.columns)}
    column_of = {node.id: node.column for node in view.nodes}
    start, end = rank[column_of[edge.source]], rank[column_of[edge.target]]
    looks = edge_looks(edge) | {"id": name, "weight": "4" if edge.type == "part_of" else "1"}
    if start == end:
        if order is None:
            return
        column = order[column_of[edge.source]]
        backward = column.index(edge.source) > column.index(edge.target)
    else:
        backward = start > end
        looks |= _sides(view.direction)
    if backward:
        looks |= {"dir": {"none": "none", "both": "both"}.get(looks.get("dir", ""), "back")}
        looks |= {"arrowtail": looks.get("arrowhead", "normal"), "arrowhead": looks.get("arrowtail", "normal")}
        graph.edge(names[edge.target], names[edge.source], **looks)
    else:
        graph.edge(names[edge.source], names[edge.target], **looks)


def _sides(direction: str) -> dict[str, str]:
    """Let a line leave and arrive in the middle of the sides that face each other."""
    tail, head = {"LR": ("e", "w"), "RL": ("w", "e"), "TB": ("n", "s")}[direction]
    return {"tailport": tail, "headport": head}
