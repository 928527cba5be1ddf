"""What stands below the picture by theme: the signs that occur in it, and what else there is to say, each on its own line."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.dot import Graph
from dinkit.drawing.legend import BETWEEN, SAMPLE, Legend, Row
from dinkit.drawing.markup import lines_label
from dinkit.drawing.metrics import wrapped
from dinkit.drawing.themes.sizes import lines_height
from dinkit.drawing.themes.view import Themes
from dinkit.drawing.words import say

TITLE = 22.0
ENTRY_WIDTH = 160
REMARK = style.LEGEND._replace(italic=True)
MOST_LINES = 8
OVER_REMARKS = 2.0


class Foot(NamedTuple):
    """The legend with the remarks below it."""

    legend: Legend
    remarks: tuple[str, ...]
    width: int
    height: float


def foot_of(view: Themes, width: int) -> Foot:
    """Break the words over a width: the signs beside each other, the remarks below them."""
    remarks = tuple(line for text in view.hidden for line in wrapped(text, REMARK, width - 4, MOST_LINES))
    below = lines_height(len(remarks), REMARK) + (OVER_REMARKS if remarks else 0.0)
    if not view.legend:
        return Foot(Legend("", width, 0.0, ()), remarks, width, below)
    count = min(max(width // ENTRY_WIDTH, 1), len(view.legend))
    column = (min(width, count * ENTRY_WIDTH) - (count - 1) * BETWEEN) / count
    rows = [Row(entry, wrapped(entry.text, style.LEGEND, column - SAMPLE, 4)) for entry in view.legend]
    per = ceil(len(rows) / count)
    columns = tuple(tuple(rows[at : at + per]) for at in range(0, len(rows), per))
    tallest = max(sum(row.height for row in one) for one in columns)
    legend = Legend(say("legend", view.language), min(width, count * ENTRY_WIDTH), tallest + TITLE, columns)
    return Foot(legend, remarks, width, legend.height + below)


def draw_foot(graph: Graph, foot: Foot, left: float, top: float) -> None:
    """Add legend and remarks, their upper left corner at the given place."""
    foot.legend.draw(graph, left, top)
    if foot.remarks:
        width = foot.width - 2
        height = lines_height(len(foot.remarks), REMARK)
        label = lines_label([(line, REMARK, style.SOFT_INK) for line in foot.remarks], width)
        y = top - foot.height + height / 2
        graph.node("l", f"<{label}>", id="l", pos=f"{left + width / 2:.2f},{y:.2f}")
