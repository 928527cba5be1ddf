"""A change too large for lines: the boxes in which something changed below each other in columns, each under its heading, in their own order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.boxes import sized
from dinkit.drawing.change.boxes import Box, boxes_of
from dinkit.drawing.change.page import Laid, frame_of
from dinkit.drawing.change.view import Changed
from dinkit.drawing.dot import chains_of, names_of
from dinkit.drawing.families import Order
from dinkit.drawing.layout import Place

FORMS: tuple[tuple[int, bool], ...] = ((4, True), (4, False), (3, False), (2, False), (5, True), (6, True), (3, True), (2, True))
"""Numbers of columns, and whether the paper lies down."""
BETWEEN_COLUMNS = 9.0
BETWEEN_BOXES = 4.0
OVER_HEADING = 6.0
ROUNDING = 1.006
"""The page is a little smaller than the paper, so that its letters are not smaller than they should be."""
_KINDS = ("main", "sub", "operational", "benefit", "capability", "effort")


class Grid(NamedTuple):
    """One way to set out the boxes."""

    laid: Laid
    sheet: style.Sheet
    boxes: Mapping[str, Box]


def without_lines(changed: Changed) -> Changed:
    """Return a change with only the boxes in which something changed, and no line between them."""
    view = changed.view
    held = [
        node for node in view.nodes if node.id in changed.told or any(row in changed.told for row in changed.rows[node.id]) or changed.away[node.id]
    ]
    kept = {node.id for node in held}
    bands = [band._replace(efforts=tuple(one for one in band.efforts if one in kept)) for band in view.bands]
    columns = tuple(column for column in view.columns if any(node.column == column.key for node in held))
    smaller = view._replace(nodes=tuple(held), edges=(), bands=tuple(band for band in bands if band.efforts), columns=columns)
    return changed._replace(view=smaller, lines=(), happened=(), unseen=changed.unseen + len(view.nodes) - len(held))


def grid_of(changed: Changed, order: Order, *, form: tuple[int, bool], detail: str, paper: str) -> Grid:
    """Set out the boxes in a number of columns that share the width of the paper, all about equally high."""
    columns, landscape = form
    across = style.PAGES[paper][1 if landscape else 0] / ROUNDING
    width = (across - 2 * style.MARGIN - 10 - (columns - 1) * BETWEEN_COLUMNS) / columns
    sheet = style.Sheet(f"grid {columns}", dict.fromkeys(_KINDS, width), 1, landscape=landscape, gap=(0.0, 0.0), beside=BETWEEN_BOXES)
    boxes = boxes_of(changed, sheet, detail, "change")
    plain = sized(changed.view._replace(nodes=()), sheet)
    heights = {name: box.height for name, box in boxes.items()}
    heights |= {f"heading {key}": heading.height + OVER_HEADING for key, heading in plain.headings.items()}
    heights |= {f"band {key}": heading.height + 2.0 for key, heading in plain.bands.items()}
    chains = chains_of(changed.view, order)
    runs = _runs([key for column in changed.view.columns for key in chains[column.key]], set(boxes))
    names = names_of(changed.view)
    places: dict[str, Place] = {}
    for at, held in enumerate(_dealt(runs, heights, columns)):
        y = 0.0
        for key in (one for run in held for one in run):
            room = heights[key]
            own = room - (OVER_HEADING if key.startswith("heading ") else 0.0)
            places[names[key]] = Place(at * (width + BETWEEN_COLUMNS) + width / 2, y - room + own / 2, width, own)
            y -= room + BETWEEN_BOXES
    laid = Laid(plain, names, places, (), frame_of(places), paper, landscape=landscape)
    return Grid(laid, sheet, boxes)


def _runs(keys: list[str], boxes: set[str]) -> list[list[str]]:
    """Return what stays together: a box with the headings right before it."""
    runs: list[list[str]] = [[]]
    for key in keys:
        runs[-1].append(key)
        if key in boxes:
            runs.append([])
    return [run for run in runs if run]


def _dealt(runs: list[list[str]], heights: Mapping[str, float], columns: int) -> list[list[list[str]]]:
    """Deal runs over columns in their order, so that the highest column is as low as can be."""
    sizes = [sum(heights[key] + BETWEEN_BOXES for key in run) for run in runs]
    limits = sorted({sum(sizes[start:end]) for start in range(len(sizes)) for end in range(start + 1, len(sizes) + 1)})
    for limit in limits:
        made = _filled(runs, sizes, limit)
        if len(made) <= columns and all(sum(size for _, size in one) <= limit for one in made):
            return [[run for run, _ in one] for one in made]
    return [runs]


def _filled(runs: list[list[str]], sizes: list[float], limit: float) -> list[list[tuple[list[str], float]]]:
    made: list[list[tuple[list[str], float]]] = [[]]
    for run, size in zip(runs, sizes, strict=True):
        if made[-1] and sum(one for _, one in made[-1]) + size > limit:
            made.append([])
        made[-1].append((run, size))
    return made
