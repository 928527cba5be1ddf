"""Shapes on a page, and how the engine's drawing language writes them. No text: that stands in labels, where it is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

Point = tuple[float, float]


class Shape(NamedTuple):
    """One stroke of the pen: "P" a filled polygon, "p" an outline, "L" a line, "E" a filled ellipse."""

    op: str
    points: tuple[Point, ...]
    """Of an ellipse the middle and its two radii."""
    pen: str
    fill: str = ""
    width: float = 1.0
    dash: str = "solid"


def box(left: float, bottom: float, right: float, top: float, *, fill: str) -> Shape:
    """Return a filled rectangle without an outline of its own."""
    return Shape("P", ((left, bottom), (right, bottom), (right, top), (left, top)), fill, fill, width=0.1)


def frame(left: float, bottom: float, right: float, top: float, *, pen: str, width: float = 0.8, dash: str = "solid") -> Shape:
    """Return the outline of a rectangle."""
    return Shape("p", ((left, bottom), (right, bottom), (right, top), (left, top)), pen, width=width, dash=dash)


def line(*points: Point, pen: str, width: float = 1.0, dash: str = "solid") -> Shape:
    """Return a line through points."""
    return Shape("L", points, pen, width=width, dash=dash)


def polygon(*points: Point, fill: str, pen: str | None = None, width: float = 0.8) -> Shape:
    """Return a filled polygon with an outline."""
    return Shape("P", points, pen or fill, fill, width=width)


def disc(x: float, y: float, radius: float, *, fill: str, pen: str, width: float = 1.0) -> Shape:
    """Return a filled circle with an outline."""
    return Shape("E", ((x, y), (radius, radius)), pen, fill, width=width)


_APART, _HATCH = 4.0, 0.7
"""Between two slanting lines, and how wide they are."""


def hatching(left: float, bottom: float, right: float, top: float, *, pen: str, rising: bool) -> list[Shape]:
    """Return slanting lines that fill a rectangle, rising or falling to the right, cut off at its sides."""
    height = top - bottom
    count = int((right - left + height) / _APART) + 1
    lines: list[Shape] = []
    for at in range(count):
        start = left - height + (at + 0.5) * _APART
        low, high = max(start, left), min(start + height, right)
        if high - low > 0.3:
            ends = [(x, bottom + (x - start) if rising else top - (x - start)) for x in (low, high)]
            lines.append(line(*ends, pen=pen, width=_HATCH))
    return lines


def background(shapes: Iterable[Shape]) -> list[str]:
    """Return shapes in the engine's drawing language, stroke by stroke; a pen, fill or line is named again only where it changes."""
    parts: list[str] = []
    pen = fill = look = ""
    for shape in shapes:
        if shape.pen != pen:
            pen = shape.pen
            parts.append(f"c {len(pen)} -{pen}")
        if shape.fill and shape.fill != fill:
            fill = shape.fill
            parts.append(f"C {len(fill)} -{fill}")
        if f"{shape.width:g} {shape.dash}" != look:
            look = f"{shape.width:g} {shape.dash}"
            wide = f"setlinewidth({shape.width:g})"
            parts.append(f"S {len(wide)} -{wide} S {len(shape.dash)} -{shape.dash}")
        places = " ".join(f"{x:.1f} {y:.1f}" for x, y in shape.points)
        parts.append(f"E {places}" if shape.op == "E" else f"{shape.op} {len(shape.points)} {places}")
    return parts
