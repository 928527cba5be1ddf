"""Where flags stand: in lanes above the rows, each with its name beside it, so that no two names touch."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.metrics import width_of, wrapped
from dinkit.drawing.timeline.axis import Axis, middle
from dinkit.drawing.timeline.flags import Flag
from dinkit.drawing.timeline.lines import Columns
from dinkit.drawing.timeline.view import Timeline
from dinkit.drawing.timeline.words import say

MOST_LANES = 5
NAME_ROOM = 260.0
BESIDE = 11.0
"""Distance between the pole of a flag and its name."""
_BEFORE = 6.0
_AIR = 10.0


class Banner(NamedTuple):
    """A flag in its lane (counted from the top); its name stands to the right of the pole, or to the left of it."""

    flag: Flag
    lane: int
    x: float
    name: str
    name_left: float
    name_width: int


def banners_of(view: Timeline, columns: Columns, axis: Axis) -> tuple[Banner, ...]:
    """Put the flags in the first lane where they fit; those for which no lane has room are left out.

    Names may stand over the column of the rows' names, beside the heading of the lanes.
    """
    low = min(columns.left + width_of(say("moments", view.language), style.WORK) + 14.0, axis.left)
    lanes: list[list[tuple[float, float]]] = []
    banners: list[Banner] = []
    for flag in view.flags:
        x = middle(axis, flag.date.first, flag.date.last)
        banner = _beside(flag, x, low, columns.right)
        left, right = min(x - 4, banner.name_left) - _AIR / 2, max(x + 8, banner.name_left + banner.name_width) + _AIR / 2
        lane = next((at for at, taken in enumerate(lanes) if all(right <= start or left >= end for start, end in taken)), len(lanes))
        if lane < MOST_LANES:
            lanes += [[]] if lane == len(lanes) else []
            lanes[lane].append((left, right))
            banners.append(banner._replace(lane=lane))
    return tuple(banners)


def lanes_in(banners: tuple[Banner, ...]) -> int:
    """Return how many lanes are in use."""
    return max((banner.lane for banner in banners), default=-1) + 1


def _beside(flag: Flag, x: float, low: float, high: float) -> Banner:
    """Put the name where there is room for it: to the right if it fits there, or where there is more room than to the left."""
    right, left = high - x - BESIDE, x - _BEFORE - low
    wanted = min(width_of(flag.name, style.LEGEND) + 4, NAME_ROOM)
    to_the_right = wanted <= right or right >= left
    name = "".join(wrapped(flag.name, style.LEGEND, min(max(right if to_the_right else left, 24.0) - 4, NAME_ROOM), 1))
    width = int(width_of(name, style.LEGEND)) + 3
    return Banner(flag, 0, x, name, x + BESIDE if to_the_right else x - _BEFORE - width, width)
