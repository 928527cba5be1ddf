"""A sheet of paper for a timeline: one pane of rows or two beside each other, and whether all of it fits.

All lengths are points of the layout; `scale` says how many points on paper each is.
"""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.masthead import Masthead, masthead_of
from dinkit.drawing.timeline.legend import Legend, legend_of
from dinkit.drawing.timeline.lines import LANE, Columns, columns_of, lines_of, split
from dinkit.drawing.timeline.panes import Pane, has_years_again, lowered, pane_of, room_above, stacked
from dinkit.drawing.timeline.view import Timeline
from dinkit.drawing.timeline.words import say

UNDER_HEAD = 14.0
OVER_LEGEND = 12.0
BETWEEN_PANES = 24
LEAST_PAD = 1.2
"""Air in a row, in which a line of text already has some of its own."""
MOST_PAD = 10.0
LOWERED = 0.3
"""How much of the height that rows leave over stands above a short picture."""
EASY_PAD = 4.0
"""Air in a row from which larger letters are better than more air."""


class Form(NamedTuple):
    """A way to lay out a page: which way it lies, in how many panes, and lines that the name of a row may take."""

    landscape: bool
    panes: int
    most_lines: int


class Sheet(NamedTuple):
    """A timeline laid out on a sheet; y grows upward from the lower side of the paper."""

    paper: str
    landscape: bool
    scale: float
    width: float
    height: float
    masthead: Masthead
    top: float
    """Upper side of the head."""
    panes: tuple[Pane, ...]
    legend: Legend
    legend_top: float
    spare: float
    """Height that was left over for each row of the fullest pane; below zero it does not fit."""

    @property
    def left(self) -> int:
        return round(style.MARGIN)

    @property
    def right(self) -> int:
        return int(self.width - style.MARGIN)


def sheet_of(view: Timeline, paper: str, form: Form, *, scale: float) -> Sheet:
    """Lay a timeline out on a sheet, as airy as its height allows.

    Args:
        view: the timeline.
        paper: the name of the paper.
        form: how the page is laid out.
        scale: points on paper per point of the layout.
    """
    short, long = (side / scale for side in style.PAGES[paper])
    width, height = (long, short) if form.landscape else (short, long)
    left, right = round(style.MARGIN), int(width - style.MARGIN)
    masthead = masthead_of(view.head, right - left)
    top = height - style.MARGIN - masthead.height - UNDER_HEAD
    columns = _columns(view, left, right, form.panes)
    over = room_above(view, pane_of(view, columns[0], [], top, first=True)) - room_above(view, pane_of(view, columns[0], [], top, first=False))
    parts = split(lines_of(view, columns[0], form.most_lines, LEAST_PAD), form.panes, over)
    panes = [pane_of(view, column, part, top, first=at == 0) for at, (column, part) in enumerate(zip(columns, parts, strict=False))]
    legend = legend_of(view, right - left, _hidden_flags(view, panes))
    under = style.MARGIN + (legend.height + OVER_LEGEND if legend.height else 0.0) + (LANE if has_years_again(view) else 0.0)
    spare = min((_spare(view, pane, under) for pane in panes), default=0.0)
    panes = [stacked(view, pane, min(max(spare, 0.0), MOST_PAD - LEAST_PAD)) for pane in panes]
    bottom = min((pane.bottom for pane in panes), default=top) - (LANE if has_years_again(view) else 0.0)
    lower = max(bottom - OVER_LEGEND - legend.height - style.MARGIN, 0.0) * LOWERED
    panes = [lowered(pane, lower) for pane in panes]
    return Sheet(
        paper,
        form.landscape,
        scale,
        width,
        height,
        masthead,
        height - style.MARGIN - lower,
        tuple(panes),
        legend,
        bottom - OVER_LEGEND - lower,
        spare,
    )


def _columns(view: Timeline, left: int, right: int, panes: int) -> list[Columns]:
    """Divide the width over the panes."""
    width = (right - left - (panes - 1) * BETWEEN_PANES) // panes
    first = columns_of(view, left, left + width)
    return [first._replace(left=left + at * (width + BETWEEN_PANES), right=left + at * (width + BETWEEN_PANES) + width) for at in range(panes)]


def _hidden_flags(view: Timeline, panes: list[Pane]) -> tuple[str, ...]:
    hidden = len(view.flags) - sum(len(pane.banners) for pane in panes)
    return (say("hidden-flags", view.language, count=hidden),) if hidden else ()


def _spare(view: Timeline, pane: Pane, under: float) -> float:
    """Return how much height is left over for each row of a pane."""
    rows = sum(one.row is not None for one in pane.lines)
    left_over = pane.top - room_above(view, pane) - sum(one.height for one in pane.lines) - under
    return left_over / max(rows, 1)
