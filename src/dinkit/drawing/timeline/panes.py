"""A pane: an axis with the years over it, flags in their lanes, and rows below each other."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.metrics import width_of, wrapped
from dinkit.drawing.timeline.axis import GUTTER, QUARTERS_FROM, Axis, axis_of, year_width
from dinkit.drawing.timeline.banners import Banner, banners_of, lanes_in
from dinkit.drawing.timeline.bars import reach_of
from dinkit.drawing.timeline.lines import BESIDE, LANE, UNDER_GROUP, Columns, Line
from dinkit.drawing.timeline.marks import placed_marks, reach_of_mark
from dinkit.drawing.timeline.rows import Row
from dinkit.drawing.timeline.view import Timeline
from dinkit.drawing.timeline.words import say

QUARTER_LANE = 12.0
MOST_BAR = 10.0
AGAIN_FROM = 26
"""Rows from which the years stand below them too."""
_UNDER_RULE = 5.0
_UNDER_LANES = 4.0


class Pane(NamedTuple):
    """One axis with its rows."""

    columns: Columns
    axis: Axis
    top: float
    """Upper side of the names of the years."""
    banners: tuple[Banner, ...]
    lines: tuple[Line, ...]
    bottom: float
    bar: float = 7.0
    """Height of its bars."""


def pane_of(view: Timeline, columns: Columns, lines: list[Line], top: float, *, first: bool) -> Pane:
    """Return a pane whose lines are not placed yet; flags stand in the first one."""
    after = columns.wording + BESIDE if columns.wording else 0
    axis = axis_of(view.window, columns.left + columns.label + BESIDE + GUTTER, columns.right - after - GUTTER)
    return Pane(columns, axis, top, banners_of(view, columns, axis) if first else (), tuple(lines), top)


def stacked(view: Timeline, pane: Pane, pad: float) -> Pane:
    """Place the lines of a pane below each other, each row with so much more air."""
    top = pane.top - room_above(view, pane)
    placed: list[Line] = []
    for one in pane.lines:
        below = UNDER_GROUP if one.row is None else 0.0
        height = one.height - one.above - below + (pad if one.row is not None else 0.0)
        placed.append(one._replace(top=top - one.above, height=height))
        top -= one.above + height + below
    return pane._replace(lines=tuple(placed), bottom=top, bar=min(pane.bar + pad * 0.4, MOST_BAR))


def lowered(pane: Pane, by: float) -> Pane:
    """Move a pane down."""
    return pane._replace(top=pane.top - by, lines=tuple(one._replace(top=one.top - by) for one in pane.lines), bottom=pane.bottom - by)


def room_above(view: Timeline, pane: Pane) -> float:
    """Return the height of what stands over the rows."""
    lanes = lanes_in(pane.banners) * LANE + _UNDER_LANES if pane.banners else 0.0
    return _years_height(view, pane.axis) + _UNDER_RULE + (LANE if view.reference else 0.0) + lanes


def rule_of(view: Timeline, pane: Pane) -> float:
    """Return the height of the rule below the names of the years; under it stand the label of the reference date and the flags."""
    return pane.top - _years_height(view, pane.axis)


def lanes_top(view: Timeline, pane: Pane) -> float:
    """Return the upper side of the lanes of flags."""
    return rule_of(view, pane) - _UNDER_RULE + 1.0 - (LANE if view.reference else 0.0)


def _years_height(view: Timeline, axis: Axis) -> float:
    """Return the height of the names of years and quarters."""
    return LANE + 3.0 + (QUARTER_LANE if view.window and year_width(axis, view.window) >= QUARTERS_FROM else 0.0)


def has_years_again(view: Timeline) -> bool:
    """Say whether the years stand below the rows too, because there are many."""
    return view.window is not None and sum(len(group.rows) for group in view.groups) >= AGAIN_FROM


def words_in(view: Timeline, pane: Pane, row: Row) -> tuple[str, float]:
    """Return what a row says on the axis and where that begins: why it has no bar, else that something was late or early, where there is room."""
    low, high = pane.axis.left - GUTTER, pane.axis.right + GUTTER
    if row.says:
        x = pane.axis.left + 16.0
        return "".join(wrapped(row.says, style.ASIDE, high - x, 1)), x
    placed = placed_marks(row.marks, pane.axis)
    taken = [reach for bar in row.bars for reach in reach_of(bar, pane.axis)]
    taken += [reach for mark, x in placed for reach in reach_of_mark(mark, x, pane.axis)]
    for mark, x in placed:
        if mark.shift:
            text = say(mark.shift, view.language)
            width = width_of(text, style.ASIDE) + 2.0
            near = [end for reach in reach_of_mark(mark, x, pane.axis) for end in reach]
            sides = [(max(near), 1), (min(near), -1), (max(end for reach in taken for end in reach), 1)]
            lefts = [side + 5.0 if way > 0 else side - 5.0 - width for side, way in sides]
            free = [left for left in lefts if low <= left and left + width <= high and not _covers(taken, left - 3.0, left + width + 3.0)]
            return (text, free[0]) if free else ("", low)
    return "", low


def _covers(taken: list[tuple[float, float]], left: float, right: float) -> bool:
    return any(start < right and end > left for start, end in taken)
