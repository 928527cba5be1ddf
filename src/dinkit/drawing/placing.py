"""Where boxes stand on the page: the engine's places, with the shorter columns drawn out and every parent beside its parts."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate, pairwise

from dinkit.drawing.layout import Layout, Place
from dinkit.drawing.lines import Edge
from dinkit.drawing.stacks import Stacks, lane, stacked
from dinkit.drawing.view import View

HEADING_GAP = 16.0
"""Between the headings at the left of a picture with the goals at the top, and its boxes."""
HEAD_GAP = 12.0
"""Between title and headings, and between headings and boxes."""
DRAWN_OUT = 0.92
"""Share of the height of the longest column over which shorter columns are drawn out at most."""
MOST_DRAWN_OUT = 1.8
GAP_OF_TREE = 30.0
"""Wanted between two columns of one tree."""
GAP_OF_LINES = 40.0
GAP_PER_LINE = 2.5
MANY_LINES = 24
"""Wanted between two columns with other lines: some room, and more for every line up to these."""


def placed(view: View, layout: Layout, names: Mapping[str, str], *, beside: float, reserve: float, stacks: Stacks = ()) -> dict[str, Place]:
    """Return the places of boxes and headings by name in the DOT; `reserve` is kept free below the goals where that can be.

    Headings of columns stand in one line over all columns. Where a line of the engine's own course passes between the boxes of a
    column, and in a picture with the goals at the top (headings there stand at the left), the engine's places stay as they are.
    """
    places = {name: layout.places[name] for name in names.values() if name in layout.places}
    if not view.nodes:
        return places
    headings = [names[f"heading {column.key}"] for column in view.columns]
    if view.direction == "TB":
        return _upright(view, places, headings, names, beside=beside, stacks=stacks)
    boxes = {name: place for name, place in places.items() if name not in headings}
    if not _has_long_lines(view):
        boxes = _drawn_out(view, boxes, names, beside, reserve)
        shifts = _shifts(view, places, headings)
        column_of = {names[node.id]: node.column for node in view.nodes} | {names[f"band {band.id}"]: "effort" for band in view.bands}
        boxes = {name: place._replace(x=place.x + shifts[column_of[name]]) for name, place in boxes.items()}
        places |= {name: places[name]._replace(x=places[name].x + shifts[column.key]) for name, column in zip(headings, view.columns, strict=True)}
    top = max(place.top for place in boxes.values()) + HEAD_GAP
    return boxes | {name: places[name]._replace(y=top + places[name].height / 2) for name in headings}


def _has_long_lines(view: View) -> bool:
    rank = {column.key: at for at, column in enumerate(view.columns)}
    rank_of = {node.id: rank[node.column] for node in view.nodes}
    return any(abs(rank_of[edge.source] - rank_of[edge.target]) > 1 for edge in view.edges)


def _upright(
    view: View, places: dict[str, Place], headings: list[str], names: Mapping[str, str], *, beside: float, stacks: Stacks
) -> dict[str, Place]:
    """Return the places of a picture with the goals at the top: headings at the left, efforts in stacks, goals over their parts."""
    boxes = {name: place for name, place in places.items() if name not in headings}
    if stacks:
        goals = [[names[node.id] for node in view.nodes if node.column == column.key] for column in view.columns[1:]]
        rows = [sorted(row, key=lambda name: boxes[name].x) for row in goals]
        lanes = sum(boxes[names[stack[0]]].width + lane(view, stack) for stack in stacks)
        width = max(lanes, *(sum(boxes[name].width + beside for name in row) - beside for row in rows))
        for row in rows:
            _spread_out(view, boxes, names, row, beside, width)
        _shift_rows(view, boxes, [[names[one] for stack in stacks for one in stack], *rows])
        boxes |= stacked(view, stacks, boxes, names, 0.0, width)
    left = min(place.left for place in boxes.values()) - HEADING_GAP
    held = {column.key: [names[node.id] for node in view.nodes if node.column == column.key] for column in view.columns}
    held["effort"] = [*held.get("effort", ()), *(names[f"band {band.id}"] for band in view.bands)]
    tops = {key: max(boxes[name].top for name in names_held) for key, names_held in held.items() if names_held}
    return boxes | {
        name: places[name]._replace(x=left - places[name].width / 2, y=tops[column.key] - places[name].height / 2)
        for name, column in zip(headings, view.columns, strict=True)
    }


def _shift_rows(view: View, boxes: dict[str, Place], rows: list[list[str]]) -> None:
    """Deal the room between rows anew; the lowest row stays, and all boxes of a row hang from one line."""
    edges = [(max(boxes[name].top for name in row), min(boxes[name].bottom for name in row)) for row in rows]
    room = [above[1] - below[0] for below, above in pairwise(edges)]
    floor = edges[0][0]
    for row, (top, bottom), gap in zip(rows[1:], edges[1:], _dealt(view, room), strict=True):
        floor += gap
        boxes |= {name: boxes[name]._replace(y=floor + boxes[name].y - bottom) for name in row}
        floor += top - bottom


def _spread_out(view: View, boxes: dict[str, Place], names: Mapping[str, str], row: list[str], beside: float, width: float) -> None:
    """Set the goals of a row over the middle of their parts; those without parts evenly over the width."""
    step = width / len(row)
    wishes = [_over_parts(view, boxes, names, name) for name in row]
    aims = [-(step * (at + 0.5) if wish is None else wish) for at, wish in enumerate(wishes)]
    xs = _apart(aims, [boxes[name].width for name in row], beside, 0.0, -width)
    boxes |= {name: boxes[name]._replace(x=-x) for name, x in zip(row, xs, strict=True)}


def _over_parts(view: View, boxes: Mapping[str, Place], names: Mapping[str, str], name: str) -> float | None:
    parts = [boxes[names[edge.source]].x for edge in view.edges if edge.type == "part_of" and names[edge.target] == name]
    return (max(parts) + min(parts)) / 2 if parts else None


def _shifts(view: View, places: Mapping[str, Place], headings: list[str]) -> dict[str, float]:
    """Return how far each column moves sideways, so that the room between columns goes to where many lines cross it."""
    middles = [places[name] for name in headings]
    room = [abs(one.x - other.x) - (one.width + other.width) / 2 for one, other in pairwise(middles)]
    sign = 1 if view.direction == "LR" else -1
    moved, shifts = 0.0, {view.columns[0].key: 0.0}
    for column, had, wanted in zip(view.columns[1:], room, _dealt(view, room), strict=True):
        moved += wanted - had
        shifts[column.key] = sign * moved
    return shifts


def _dealt(view: View, room: list[float]) -> list[float]:
    """Return the room between columns dealt anew: first what the lines there ask for, then the rest evenly."""
    keys = [column.key for column in view.columns]
    lines = [[edge.type for edge in view.edges if {keys[at], keys[at + 1]} == _columns_of(edge, view)] for at in range(len(keys) - 1)]
    wishes = [GAP_OF_TREE if set(kinds) <= {"part_of"} else GAP_OF_LINES + GAP_PER_LINE * min(len(kinds), MANY_LINES) for kinds in lines]
    share = min(sum(room) / max(sum(wishes), 1.0), 1.0)
    spare = (sum(room) - share * sum(wishes)) / max(len(room), 1)
    return [share * wish + spare for wish in wishes]


def _columns_of(edge: Edge, view: View) -> set[str]:
    return {node.column for node in view.nodes if node.id in (edge.source, edge.target)}


def _drawn_out(view: View, boxes: dict[str, Place], names: Mapping[str, str], beside: float, reserve: float) -> dict[str, Place]:
    """Spread the columns beside the longest one, and set each goal level with the middle of its parts."""
    columns = [[names[node.id] for node in view.nodes if node.column == column.key] for column in view.columns]
    bands = {names[f"band {band.id}"]: [names[one] for one in band.efforts] for band in view.bands}
    efforts = {names[node.id] for node in view.nodes if node.column == "effort"}
    columns = [sorted([*held, *(bands if set(held) & efforts else ())], key=lambda name: -boxes[name].y) for held in columns]
    longest = max(range(len(columns)), key=lambda at: boxes[columns[at][0]].top - boxes[columns[at][-1]].bottom)
    top, bottom = max(place.top for place in boxes.values()), min(place.bottom for place in boxes.values())
    made = boxes | (_without_hole(columns[longest], boxes) if set(columns[longest]) & efforts else {})
    for at in (*range(longest + 1, len(columns)), *reversed(range(longest))):
        held = columns[at]
        floor = bottom + (reserve if at > longest else 0.0)
        wishes = {name: _level_with_parts(view, made, names, name) for name in held}
        if at == longest + 1 or set(wishes.values()) == {None}:
            wishes = _stretched(held, boxes, top, floor)
        wishes = _filled_in(held, wishes, boxes, beside)
        if set(held) & efforts:
            wishes = _even(held, boxes, top, floor)
        wishes |= {band: _over(band, members, wishes, boxes, beside) for band, members in bands.items() if band in wishes}
        ys = _apart([wishes[name] or 0.0 for name in held], [boxes[name].height for name in held], 2 * beside, top, floor)
        made |= {name: boxes[name]._replace(y=y) for name, y in zip(held, ys, strict=True)}
    return made


def _without_hole(held: list[str], boxes: Mapping[str, Place]) -> dict[str, Place]:
    """Return the places of a column with equal room between its boxes: what the engine has to spare it leaves in one place."""
    room = boxes[held[0]].top - boxes[held[-1]].bottom - sum(boxes[name].height for name in held)
    tops = accumulate((boxes[name].height + room / max(len(held) - 1, 1) for name in held[:-1]), initial=0.0)
    return {name: boxes[name]._replace(y=boxes[held[0]].top - down - boxes[name].height / 2) for name, down in zip(held, tops, strict=True)}


def _level_with_parts(view: View, made: Mapping[str, Place], names: Mapping[str, str], name: str) -> float | None:
    """Return the middle between the highest and the lowest part of a goal, or None for a goal without parts."""
    parts = [made[names[edge.source]].y for edge in view.edges if edge.type == "part_of" and names[edge.target] == name]
    return (max(parts) + min(parts)) / 2 if parts else None


def _filled_in(held: list[str], wishes: Mapping[str, float | None], boxes: Mapping[str, Place], beside: float) -> dict[str, float | None]:
    """Give a goal without parts a place between its neighbours, or right beside the nearest: no other goal leaves its own parts for it."""
    known = {at: wish for at, name in enumerate(held) if (wish := wishes[name]) is not None}

    def place(at: int) -> float | None:
        above, below = max((one for one in known if one < at), default=None), min((one for one in known if one > at), default=None)
        if above is None:
            return None if below is None else known[below] + _reach(held[at : below + 1], boxes, beside)
        if below is None:
            return known[above] - _reach(held[above : at + 1], boxes, beside)
        return known[above] + (known[below] - known[above]) * (at - above) / (below - above)

    return {name: known[at] if at in known else place(at) for at, name in enumerate(held)}


def _reach(names: list[str], boxes: Mapping[str, Place], beside: float) -> float:
    """Return the distance between the middles of the first and the last of boxes that stand as close as may be."""
    return sum((boxes[one].height + boxes[other].height) / 2 + 2 * beside for one, other in pairwise(names))


def _even(held: list[str], boxes: Mapping[str, Place], top: float, bottom: float) -> dict[str, float | None]:
    """Return places at equal distances, over as much of the height as the engine left between first and last."""
    first, last = min(boxes[held[0]].y, top - boxes[held[0]].height / 2), max(boxes[held[-1]].y, bottom + boxes[held[-1]].height / 2)
    step = (first - last) / max(len(held) - 1, 1)
    return {name: first - at * step for at, name in enumerate(held)}


def _over(band: str, members: list[str], wishes: Mapping[str, float | None], boxes: Mapping[str, Place], beside: float) -> float | None:
    """Return the place right over the first effort of a band."""
    first = max(members, key=lambda name: boxes[name].y)
    wish = wishes[first]
    return None if wish is None else wish + (boxes[first].height + boxes[band].height) / 2 + beside


def _stretched(held: list[str], boxes: Mapping[str, Place], top: float, bottom: float) -> dict[str, float | None]:
    """Return places drawn out over the height of the page, in the proportions of the engine."""
    first, last = boxes[held[0]], boxes[held[-1]]
    room = (top - bottom) * DRAWN_OUT - (first.height + last.height) / 2
    factor = min(max(room / max(first.y - last.y, 1.0), 1.0), MOST_DRAWN_OUT)
    middle = (first.y + last.y) / 2
    reach = (first.y - last.y) * factor / 2
    aim = min(max(middle, bottom + last.height / 2 + reach), top - first.height / 2 - reach) if factor > 1.0 else middle
    return {name: aim + (boxes[name].y - middle) * factor for name in held}


def _apart(wishes: list[float], heights: list[float], beside: float, top: float, bottom: float) -> list[float]:
    """Return the places nearest to the wishes, from top to bottom, that keep boxes apart (pool adjacent violators).

    Method: isotonic regression by pooling (Barlow and others, 1972), on the wishes less the room that the boxes above take.
    """
    room = sum(heights) + beside * (len(heights) - 1)
    beside = beside if room <= top - bottom else max((top - bottom - sum(heights)) / max(len(heights) - 1, 1), beside / 2)
    offsets = [0.0]
    for above, below in pairwise(heights):
        offsets.append(offsets[-1] + (above + below) / 2 + beside)
    pools: list[list[float]] = []
    for wish, offset in zip(wishes, offsets, strict=True):
        pools.append([wish + offset])
        while len(pools) > 1 and _mean(pools[-2]) < _mean(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    level = [_mean(pool) for pool in pools for _ in pool]
    ys = [y - offset for y, offset in zip(level, offsets, strict=True)]
    return _within(ys, offsets, top - heights[0] / 2, bottom + heights[-1] / 2) if ys else []


def _within(ys: list[float], offsets: list[float], highest: float, lowest: float) -> list[float]:
    """Push places up from the floor, and then down from the ceiling, no further than needed."""
    lifted = [max(y, lowest + offsets[-1] - offset) for y, offset in zip(ys, offsets, strict=True)]
    return [min(y, highest - offset) for y, offset in zip(lifted, offsets, strict=True)]


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)
