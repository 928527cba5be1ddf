"""How bars look: what is certain is solid, what may be is hatched in a dashed frame, what nobody knows is an open dashed tube."""

from __future__ import annotations

from datetime import date

from dinkit.drawing import style
from dinkit.drawing.style import Hue
from dinkit.drawing.timeline.axis import GUTTER, Axis, Extent, extent, middle
from dinkit.drawing.timeline.plans import Bar, Stretch
from dinkit.drawing.timeline.shapes import Shape, box, disc, frame, hatching, line, polygon

THIN = 0.36
EARLIER = 0.55
"""Heights of a continuous bar and of one of an earlier edition, as a part of the height of others."""
TICK = 3.2
"""How far the end of a bracket goes down."""
DOT = 3.0
"""Radius of the circle that stands for once a year."""
LEAST = 1.6
"""Least width of what is certain, so that a single day can be seen."""
_SLIT = 1.6


def bar_shapes(bar: Bar, axis: Axis, y: float, high: float, hue: Hue) -> list[Shape]:
    """Return the shapes of a bar whose middle stands at `y`, where bars are so high."""
    found = [(one, where) for one in bar.stretches if (where := extent(axis, one.first, one.last))]
    match bar.form:
        case "yearly":
            return [shape for _, where in found for shape in _yearly(bar.stretches[0], where, axis, y, hue)]
        case "inherited":
            return [line((where.left, y), (where.right, y), pen=hue.deep, width=1.7, dash="dotted") for _, where in found]
        case "parts":
            return [shape for one, where in found for shape in _bracket(one, where, y, hue)]
        case "earlier":
            return [shape for one, where in found for shape in _earlier(one, where, y, high * EARLIER)]
    return [shape for one, where in found for shape in _stretch(one, where, y, high, hue, is_thin=bar.form == "continuous")]


def reach_of(bar: Bar, axis: Axis) -> list[tuple[float, float]]:
    """Return from where to where the stretches of a bar stand on the page."""
    return [(where.left, where.right) for one in bar.stretches if (where := extent(axis, one.first, one.last))]


def _stretch(one: Stretch, where: Extent, y: float, height: float, hue: Hue, *, is_thin: bool) -> list[Shape]:
    if one.kind == "certain":
        return _solid(where, y, height * THIN if is_thin else height, hue)
    low, high = y - height / 2 + 0.3, y + height / 2 - 0.3
    if one.kind == "unknown":
        return _tube(where, low, high, hue)
    left, right = where.left, max(where.right, where.left + LEAST)
    shapes = [box(left, low, right, high, fill=hue.light)]
    for kind, rising in (("begin", True), ("end", False)):
        if one.kind in (kind, "either"):
            shapes += hatching(left, low, right, high, pen=hue.deep, rising=rising)
    return [*shapes, frame(left, low, right, high, pen=hue.deep, width=0.7, dash="dashed"), *_cuts(where, y, height)]


def _solid(where: Extent, y: float, height: float, hue: Hue) -> list[Shape]:
    """Return a solid bar, with an arrow where it goes on without an end."""
    low, high = y - height / 2, y + height / 2
    left = where.left + (GUTTER - 3 if where.beyond_left == "open" else 0)
    right = where.right - (GUTTER - 3 if where.beyond_right == "open" else 0)
    if right - left < LEAST:
        left, right = (left + right - LEAST) / 2, (left + right + LEAST) / 2
    shapes = [box(left, low, right, high, fill=hue.deep)]
    wing = height / 2 + 1.4
    if where.beyond_left == "open":
        shapes.append(polygon((left, y - wing), (left, y + wing), (where.left - 1.5, y), fill=hue.deep))
    if where.beyond_right == "open":
        shapes.append(polygon((right, y - wing), (right, y + wing), (where.right + 1.5, y), fill=hue.deep))
    return [*shapes, *_cuts(where, y, height)]


def _tube(where: Extent, low: float, high: float, hue: Hue) -> list[Shape]:
    """Return two dashed lines; a known end of the stretch is closed, the other stays open."""
    shapes = [box(where.left, low, where.right, high, fill=style.PAPER)]
    shapes += [line((where.left, at), (where.right, at), pen=hue.deep, width=0.8, dash="dashed") for at in (low, high)]
    for x, beyond in ((where.left, where.beyond_left), (where.right, where.beyond_right)):
        if not beyond:
            shapes.append(line((x, low), (x, high), pen=hue.deep, width=1.4))
    return shapes


def _yearly(one: Stretch, where: Extent, axis: Axis, y: float, hue: Hue) -> list[Shape]:
    """Return a circle in the middle of every year that has a label of its own on the axis, on a thin line."""
    first, last = date.fromordinal(axis.first).year, date.fromordinal(axis.end - 1).year
    years = range(max(first, one.first.year if one.first else first), min(last, one.last.year if one.last else last) + 1)
    shapes = [line((where.left, y), (where.right, y), pen=hue.deep, width=0.8, dash="dotted")]
    middles = [middle(axis, date(year, 1, 1), date(year, 12, 31)) for year in years]
    return shapes + [disc(x, y, DOT, fill=style.PAPER, pen=hue.deep, width=1.3) for x in middles]


def _bracket(one: Stretch, where: Extent, y: float, hue: Hue) -> list[Shape]:
    """Return a line with its ends bent down, or dots where nobody knows."""
    top = y + TICK / 2
    if one.kind == "unknown":
        return [line((where.left, top), (where.right, top), pen=hue.deep, width=1.0, dash="dotted")]
    points = [(where.left, top), (where.right, top)]
    if not where.beyond_left:
        points.insert(0, (where.left, top - TICK - 1.5))
    if not where.beyond_right:
        points.append((where.right, top - TICK - 1.5))
    return [line(*points, pen=hue.deep, width=1.4)]


def _earlier(one: Stretch, where: Extent, y: float, height: float) -> list[Shape]:
    """Return the bar of an earlier edition: a grey frame, solid where that edition was certain."""
    low, high = y - height / 2, y + height / 2
    right = max(where.right, where.left + LEAST)
    if one.kind == "certain":
        return [box(where.left, low, right, high, fill=style.RULE)]
    return [frame(where.left, low, right, high, pen=style.SOFT_INK, width=0.7, dash="dotted" if one.kind == "unknown" else "solid")]


def _cuts(where: Extent, y: float, height: float) -> list[Shape]:
    """Return two slits in a bar that goes on beyond the years of the axis."""
    shapes: list[Shape] = []
    for x, beyond, way in ((where.left, where.beyond_left, 1), (where.right, where.beyond_right, -1)):
        for at in (3.0, 5.6) if beyond == "cut" else ():
            centre = x + way * at
            shapes.append(line((centre - 1.6, y - height / 2 - 1), (centre + 1.6, y + height / 2 + 1), pen=style.PAPER, width=_SLIT))
    return shapes
