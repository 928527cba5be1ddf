"""Everything on the page that is no text, from back to front: panels, grid, reference date, bars, symbols, samples."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dinkit.drawing import style
from dinkit.drawing.metrics import width_of
from dinkit.drawing.style import hue_of
from dinkit.drawing.timeline.axis import QUARTER_LINES_FROM, place, quarter_starts, year_width
from dinkit.drawing.timeline.bars import bar_shapes
from dinkit.drawing.timeline.legend import TITLE, row_height, sample_shapes
from dinkit.drawing.timeline.lines import LANE, Line
from dinkit.drawing.timeline.marks import flag_shapes, mark_shapes, placed_marks
from dinkit.drawing.timeline.panes import Pane, lanes_top, rule_of, words_in
from dinkit.drawing.timeline.shapes import Shape, box, line
from dinkit.drawing.timeline.sheet import Sheet
from dinkit.drawing.timeline.view import Timeline

PANEL = 4.0
"""How far the panel of a group sticks out."""


def backdrop(view: Timeline, sheet: Sheet) -> list[Shape]:
    """Return the shapes of a page, what lies at the back first."""
    shapes = [shape for pane in sheet.panes for shape in _pane(view, pane)]
    return [*shapes, *_legend(sheet)]


def middle_of(one: Line) -> float:
    """Return the height on which a line of the picture has its middle."""
    return one.top - one.height / 2


def _pane(view: Timeline, pane: Pane) -> Iterator[Shape]:
    if not pane.lines:
        return
    yield from _panels(pane)
    yield from _separators(pane)
    yield from _grid(view, pane)
    yield from _reference(view, pane)
    yield from _masks(view, pane)
    for one in pane.lines:
        yield from _row(one, pane)
    for banner in pane.banners:
        yield from flag_shapes(banner.flag.kind, banner.x, lanes_top(view, pane) - (banner.lane + 0.5) * LANE)


def _panels(pane: Pane) -> Iterator[Shape]:
    left, right = pane.columns.left - PANEL, pane.columns.right + PANEL
    groups: dict[str, list[Line]] = {}
    for one in pane.lines:
        groups.setdefault(one.group.id, []).append(one)
    for lines in groups.values():
        bottom = lines[-1].top - lines[-1].height
        yield box(left, bottom - 1.0, right, lines[0].top + 1.0, fill=hue_of(lines[0].group.family).wash)


def _separators(pane: Pane) -> Iterator[Shape]:
    for before, one in pairwise(pane.lines):
        if one.row and not one.row.depth and before.row:
            y = one.top + one.above / 2
            yield line((pane.columns.left, y), (pane.columns.right, y), pen=style.GRID, width=0.7)


def _grid(view: Timeline, pane: Pane) -> Iterator[Shape]:
    """Yield the lines of quarters and years, and the rule below their names."""
    rule = rule_of(view, pane)
    if view.window is not None:
        narrow = year_width(pane.axis, view.window) < QUARTER_LINES_FROM
        starts = [quarter_starts(year) for year in range(view.window.first, view.window.last + 1)]
        for day in () if narrow else [day for year in starts for day in year[1:]]:
            x = place(pane.axis, day)
            yield line((x, pane.bottom), (x, rule), pen=style.GRID, width=0.45)
        for day in [*(year[0] for year in starts), pane.axis.end]:
            x = place(pane.axis, day)
            yield line((x, pane.bottom), (x, rule), pen=style.RULE, width=0.7)
    yield line((pane.columns.left, rule), (pane.columns.right, rule), pen=style.INK, width=1.6)


def _masks(view: Timeline, pane: Pane) -> Iterator[Shape]:
    """Yield what keeps the grid away from words."""
    for one in pane.lines:
        text, x = words_in(view, pane, one.row) if one.row else ("", 0.0)
        if text:
            y = middle_of(one)
            yield box(x - 2.0, y - one.height / 2, x + width_of(text, style.ASIDE) + 2.0, y + one.height / 2, fill=hue_of(one.group.family).wash)
    for banner in pane.banners:
        y = lanes_top(view, pane) - (banner.lane + 0.5) * LANE
        yield box(banner.name_left - 1.0, y - 5.2, banner.name_left + banner.name_width, y + 5.2, fill=style.PAPER)


def _reference(view: Timeline, pane: Pane) -> Iterator[Shape]:
    """Yield the line of the reference date: at the end of that day, or from the first to the last day that it may be."""
    if view.reference is None:
        return
    first, last = view.reference.first.toordinal(), view.reference.last.toordinal() + 1
    for x in (place(pane.axis, day) for day in ([last] if last - first == 1 else [first, last])):
        if pane.axis.left - 0.01 <= x <= pane.axis.right + 0.01:
            yield line((x, pane.bottom - 2), (x, rule_of(view, pane)), pen=style.INK, width=1.4, dash="dashed")


def _row(one: Line, pane: Pane) -> Iterator[Shape]:
    if one.row is None:
        return
    y, hue = middle_of(one), hue_of(one.group.family)
    for bar in one.row.bars:
        yield from bar_shapes(bar, pane.axis, y, pane.bar, hue)
    if one.row.says:
        x = pane.axis.left + 3
        yield line((x, y), (x + 9, y), pen=style.RULE, width=1.0)
    yield from mark_shapes(placed_marks(one.row.marks, pane.axis), pane.axis, y, pane.bar)


def _legend(sheet: Sheet) -> Iterator[Shape]:
    """Yield the rule over the legend and the samples in it."""
    legend, y = sheet.legend, sheet.legend_top - TITLE
    if not legend.height:
        return
    yield line((sheet.left, y + 5.0), (sheet.right, y + 5.0), pen=style.RULE, width=0.8)
    for row in legend.rows:
        for at, entry in enumerate(row):
            yield from sample_shapes(entry.key, sheet.left + at * legend.column, y - style.LEGEND.size * style.LINE / 2 - 2.0)
        y -= row_height(row)
