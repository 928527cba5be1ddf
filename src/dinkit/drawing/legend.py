"""The legend: what occurs in the picture and nothing else, in a corner, with real samples of the lines."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.courses import arrow_room, path_text
from dinkit.drawing.dot import Graph, edge_looks
from dinkit.drawing.lines import Edge
from dinkit.drawing.markup import legend_label
from dinkit.drawing.metrics import wrapped
from dinkit.drawing.view import LegendEntry, View
from dinkit.drawing.words import say

SAMPLE = 30.0
"""Width of the sample in front of the words."""
BETWEEN = 14.0
MANY_ENTRIES = 12
"""From so many entries on, two narrow columns are better than a long one."""
WIDE_COLUMN = 185.0
"""A column of the legend where there are more than two."""
LINE_HEIGHT = style.LEGEND.size * style.LINE + 5.0


class Row(NamedTuple):
    """One entry with its lines; without an entry it is a remark on what is not shown."""

    entry: LegendEntry | None
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return (len(self.lines) - 1) * style.LEGEND.size * style.LINE + LINE_HEIGHT


class Legend(NamedTuple):
    """A legend of a width, in columns."""

    title: str
    width: float
    height: float
    columns: tuple[tuple[Row, ...], ...]

    def draw(self, graph: Graph, left: float, top: float) -> None:
        """Add the legend to a page, its upper left corner at the given place."""
        if self.columns:
            _draw(self, graph, left, top)


def legend_of(view: View, width: float) -> Legend:
    """Break the words of the legend over one, two or more columns, whichever the width allows."""
    entries = len(view.legend) + len(view.hidden)
    most = max(min(int(width / WIDE_COLUMN), (entries + 1) // 2), 2)
    count = most if width >= (300.0 if entries < MANY_ENTRIES else 260.0) and len(view.legend) > 3 else 1
    column = (width - (count - 1) * BETWEEN) / count
    rows = [Row(entry, wrapped(entry.text, style.LEGEND, column - SAMPLE, 4)) for entry in view.legend]
    rows += [Row(None, wrapped(text, style.LEGEND, column, 3)) for text in view.hidden]
    if not rows:
        return Legend("", width, 0.0, ())
    columns = _dealt(rows, count)
    tallest = max(sum(row.height for row in one) for one in columns)
    return Legend(say("legend", view.language), width, tallest + 22.0, columns)


def _dealt(rows: list[Row], count: int) -> tuple[tuple[Row, ...], ...]:
    if count == 1:
        return (tuple(rows),)
    part = sum(row.height for row in rows) / count
    columns: list[list[Row]] = [[] for _ in range(count)]
    taken = 0.0
    for row in rows:
        columns[min(int((taken + row.height / 2) / part), count - 1)].append(row)
        taken += row.height
    return tuple(tuple(column) for column in columns if column)


def _draw(legend: Legend, graph: Graph, left: float, top: float) -> None:
    column = (legend.width - (len(legend.columns) - 1) * BETWEEN) / len(legend.columns)
    label = legend_label(legend.title, [], width=legend.width, sample=0.0)
    graph.node("l0", f"<{label}>", id="l0", pos=f"{left + legend.width / 2:.2f},{top - 9:.2f}")
    number = 0
    for at, rows in enumerate(legend.columns):
        x, y = left + at * (column + BETWEEN), top - 22.0
        for row in rows:
            number += 1
            sample = SAMPLE if row.entry else 0.0
            mark = row.entry
            label = legend_label("", list(row.lines), width=column, sample=sample, entry=mark)
            graph.node(f"l{number}", f"<{label}>", id=f"l{number}", pos=f"{x + column / 2:.2f},{y - row.height / 2:.2f}")
            if row.entry:
                _sample(graph, row.entry, x, y - LINE_HEIGHT / 2, f"s{number}")
            y -= row.height


def _sample(graph: Graph, entry: LegendEntry, x: float, y: float, name: str) -> None:
    """Draw a sample of a line as it looks in the picture."""
    edge = _sample_edge(entry)
    if edge is None:
        return
    tip, foot = arrow_room(edge)
    start, end = (x + 1, y), (x + SAMPLE - 8, y)
    span = end[0] - tip - start[0] - foot
    curve = [(start[0] + foot + span * part / 3, y) for part in range(4)]
    looks = edge_looks(edge) | ({"penwidth": "9"} if entry.key.startswith("band") else {})
    graph.edge("c1", "c2", id=name, pos=path_text(curve, start if foot else None, end if tip else None), **looks)


def _sample_edge(entry: LegendEntry) -> Edge | None:
    plain = Edge("", "", "contributes_to", "stated", "", "", 0, None, "")
    group, _, what = entry.key.partition("-")
    if group == "band":
        return plain._replace(type="part_of")
    if group == "tail":
        return plain._replace(substantiation=what)
    if entry.key == "weights":
        return plain._replace(thickness=2)
    if group != "line":
        return None
    kinds = {"tree": "part_of", "part": "part_of", "hinders": "hinders", "involved": "involved_in"}
    return plain._replace(type=kinds[what]) if what in kinds else plain._replace(provenance=what)
