"""Symbols on a row and flags above the rows: shapes that differ, so that none needs its colour."""

from __future__ import annotations

from dinkit.drawing import style
from dinkit.drawing.timeline.axis import Axis, extent, middle, place
from dinkit.drawing.timeline.reported import Mark
from dinkit.drawing.timeline.shapes import Shape, disc, line, polygon

SIZE = 4.4
"""Half the width of a symbol."""
APART = 10.5
"""Least distance between the middles of two symbols on a row."""
POLE = 10.0
BANNER = 8.0
_HALO = 2.2
"""Width of the white line around a symbol, which keeps it apart from the bar below it."""
_PRECISE = 8.0
"""A stretch of days that is not wider than this is not drawn: the symbol covers it."""


def placed_marks(marks: tuple[Mark, ...], axis: Axis) -> list[tuple[Mark, float]]:
    """Return where the symbols of a row stand: in the middle of their days, moved aside where they would cover each other."""
    found = [(mark, middle(axis, mark.date.first, mark.date.last)) for mark in marks if extent(axis, mark.date.first, mark.date.last)]
    found.sort(key=lambda one: (one[1], one[0].kind != "start"))
    placed: list[tuple[Mark, float]] = []
    for mark, x in found:
        placed.append((mark, max(x, placed[-1][1] + APART) if placed else x))
    beyond = placed[-1][1] - axis.right if placed else 0.0
    return [(mark, x - max(beyond, 0.0)) for mark, x in placed]


def mark_shapes(placed: list[tuple[Mark, float]], axis: Axis, y: float, high: float) -> list[Shape]:
    """Return the shapes of the symbols on a row: their days under the bar, how far from what was planned over it, and the symbols on top."""
    days = [shape for mark, _ in placed for shape in _days(mark, axis, y - high / 2 - 1.3)]
    shifts = [shape for mark, x in placed for shape in _shift(mark, x, axis, y + high / 2 + 1.4)]
    return [*days, *shifts, *(shape for mark, x in placed for shape in symbol(mark.kind, mark.standing, x, y))]


def reach_of_mark(mark: Mark, x: float, axis: Axis) -> list[tuple[float, float]]:
    """Return from where to where a symbol stands on the page, with its days and its arrow."""
    where = extent(axis, mark.date.first, mark.date.last)
    planned = _planned(mark, axis)
    reach = [(x - SIZE, x + SIZE)] + ([(where.left, where.right)] if where else [])
    return [*reach, (min(planned, x), max(planned, x))] if planned is not None else reach


def symbol(kind: str, standing: str, x: float, y: float) -> list[Shape]:
    """Return a symbol: a triangle for a start, a diamond for a completion, a cross for an end; hollow when it is only expected."""
    if kind == "ended":
        arms = [((x - 3, y - 3), (x + 3, y + 3)), ((x - 3, y + 3), (x + 3, y - 3))]
        return [line(*arm, pen=style.PAPER, width=4.0) for arm in arms] + [line(*arm, pen=style.INK, width=1.8) for arm in arms]
    if kind == "start":
        points = [(x - SIZE + 0.8, y - SIZE), (x - SIZE + 0.8, y + SIZE), (x + SIZE + 0.4, y)]
    else:
        points = [(x - SIZE - 0.4, y), (x, y + SIZE + 0.4), (x + SIZE + 0.4, y), (x, y - SIZE - 0.4)]
    fill = style.INK if standing == "realised" else style.PAPER
    outline = Shape("p", tuple(points), style.PAPER, width=_HALO + 1.2)
    return [outline, polygon(*points, fill=fill, pen=style.INK, width=1.1)]


def shift_shapes(kind: str, start: float, end: float, y: float) -> list[Shape]:
    """Return the arrow from what was planned to what happened: to the right when late, to the left when early."""
    pen, way = style.ALARM if kind == "late" else style.INK, 1 if end > start else -1
    shaft = [line((start, y), (end - way * 3, y), pen=colour, width=width) for colour, width in ((style.PAPER, 3.4), (pen, 1.2))]
    head = polygon((end, y), (end - way * 4.4, y + 2.2), (end - way * 4.4, y - 2.2), fill=pen)
    return [*shaft, line((start, y - 2), (start, y + 2), pen=pen, width=1.2), head]


def flag_shapes(kind: str, x: float, y: float) -> list[Shape]:
    """Return a flag at a height: a pennant for a milestone, a round seal for a decision."""
    low, high = y - POLE / 2, y + POLE / 2
    pole = line((x, low), (x, high), pen=style.INK, width=1.2)
    if kind == "milestone":
        return [pole, polygon((x, high), (x + BANNER, high - 2.8), (x, high - 5.6), fill=style.INK)]
    return [pole, disc(x, high - 2.6, 2.9, fill=style.PAPER, pen=style.INK, width=1.4)]


def _days(mark: Mark, axis: Axis, y: float) -> list[Shape]:
    where = extent(axis, mark.date.first, mark.date.last)
    if where is None or where.right - where.left <= _PRECISE:
        return []
    left, right = max(where.left, axis.left), min(where.right, axis.right)
    lines = [((left, y), (right, y)), ((left, y - 1.0), (left, y + 2.6)), ((right, y - 1.0), (right, y + 2.6))]
    return [line(*points, pen=style.INK, width=0.9) for points in lines]


def _shift(mark: Mark, x: float, axis: Axis, y: float) -> list[Shape]:
    planned = _planned(mark, axis)
    return shift_shapes(mark.shift, planned, x, y) if planned is not None else []


def _planned(mark: Mark, axis: Axis) -> float | None:
    """Return where the planned moment of a shifted mark stands: the side of it that was passed, kept on the axis."""
    if not mark.shift or mark.planned is None:
        return None
    day = mark.planned.last.toordinal() + 1 if mark.shift == "late" else mark.planned.first.toordinal()
    return min(max(place(axis, day), axis.left), axis.right)
