"""The sheets of a picture of a change with lines: how wide its boxes may be, and how large letters each way promises to give."""

from __future__ import annotations

from collections.abc import Sequence

from dinkit.drawing import style
from dinkit.drawing.change.boxes import boxes_of
from dinkit.drawing.change.view import Changed
from dinkit.drawing.families import Order
from dinkit.drawing.view import Column

_GOALS = {"main": 165.0, "sub": 150.0, "operational": 185.0, "benefit": 170.0, "capability": 170.0}
_NARROW = {"main": 128.0, "sub": 120.0, "operational": 152.0, "benefit": 130.0, "capability": 130.0}
_SLIM = {"main": 112.0, "sub": 104.0, "operational": 132.0, "benefit": 116.0, "capability": 116.0}
_THIN = {"main": 100.0, "sub": 96.0, "operational": 100.0, "benefit": 96.0, "capability": 96.0}


def _sheets(*rows: tuple[str, dict[str, float], float, int, bool, float, float]) -> tuple[style.Sheet, ...]:
    """Return sheets by name, widths of goals, width of efforts, columns of sub-efforts, whether the paper lies down, gap and distance in a column."""
    return tuple(
        style.Sheet(name, {**goals, "effort": effort}, columns, landscape=landscape, gap=(gap, 130.0), beside=beside)
        for name, goals, effort, columns, landscape, gap, beside in rows
    )


SHEETS: tuple[style.Sheet, ...] = _sheets(
    ("one", _GOALS, 270.0, 1, True, 60.0, 12.0),
    ("two", _GOALS, 460.0, 2, True, 48.0, 7.0),
    ("three", _NARROW, 590.0, 3, True, 44.0, 10.0),
    ("four", _SLIM, 660.0, 4, True, 38.0, 9.0),
    ("upright", _SLIM, 315.0, 2, False, 38.0, 9.0),
    ("five", _NARROW, 900.0, 5, True, 44.0, 9.0),
    ("wide upright", _NARROW, 560.0, 4, False, 44.0, 9.0),
)
"""The widest goals first."""
MANY_COLUMNS: tuple[style.Sheet, ...] = _sheets(
    ("slim", _SLIM, 270.0, 1, True, 38.0, 9.0),
    ("slim two", _SLIM, 350.0, 2, True, 38.0, 9.0),
    ("thin", _THIN, 190.0, 1, True, 34.0, 9.0),
    ("thin two", _THIN, 450.0, 2, True, 34.0, 9.0),
    ("thin upright", _THIN, 190.0, 1, False, 34.0, 9.0),
)
"""Where the columns of a change are too many for the widths of SHEETS."""
HEAD_ROOM = 100.0
FOOT_ROOM = 60.0
"""About what title and legend take, for choosing a sheet; the page itself measures them."""
WORTH_A_TRY = 0.9
ROOMY = 1.05
"""Scale from which wider boxes do more for a reader than larger letters."""


def sheets_for(columns: Sequence[Column], paper: str) -> tuple[style.Sheet, ...]:
    """Return the sheets that columns may be drawn on, the best first; narrow ones only where the others are too wide."""
    return SHEETS if _one_fits(SHEETS, columns, paper) else SHEETS + MANY_COLUMNS


def is_too_wide(columns: Sequence[Column], paper: str) -> bool:
    """Say whether columns do not fit beside each other on a paper, however little stands in them."""
    return not _one_fits(SHEETS + MANY_COLUMNS, columns, paper)


def worth_a_try(changed: Changed, order: Order, detail: str, paper: str) -> list[style.Sheet]:
    """Return the two sheets that promise the largest letters, as far as these may be readable; of those that promise enough the best."""
    sheets = sheets_for(changed.view.columns, paper)
    promises = {sheet.name: promise(changed, order, sheet, detail, paper) for sheet in sheets}
    found = [sheet for sheet in sheets if promises[sheet.name] >= WORTH_A_TRY]
    return sorted(found, key=lambda sheet: -min(promises[sheet.name], ROOMY))[:2]


def promise(changed: Changed, order: Order, sheet: style.Sheet, detail: str, paper: str) -> float:
    """Return about how large a scale a sheet allows, from the sizes of its boxes alone."""
    boxes = boxes_of(changed, sheet, detail, "change")
    columns = changed.view.columns
    heights = [sum(boxes[one].height + sheet.beside for one in order.get(column.key, ())) for column in columns]
    extra = 34.0 * len(changed.view.bands)
    height = max((tall + (extra if column.key == "effort" else 0.0) for tall, column in zip(heights, columns, strict=True)), default=0.0)
    _, down = _paper(sheet, paper)
    return min(_across(sheet, columns, paper), down / (height + 2 * style.MARGIN + HEAD_ROOM + FOOT_ROOM), style.LARGEST_SCALE)


def _one_fits(sheets: Sequence[style.Sheet], columns: Sequence[Column], paper: str) -> bool:
    return any(_across(sheet, columns, paper) >= style.LEGIBLE for sheet in sheets)


def _across(sheet: style.Sheet, columns: Sequence[Column], paper: str) -> float:
    """Return how large a scale the width of a paper allows."""
    width = sum(sheet.widths[column.kind] for column in columns) + sheet.gap[0] * max(len(columns) - 1, 0)
    across, _ = _paper(sheet, paper)
    return across / (width + 2 * style.MARGIN + 10)


def _paper(sheet: style.Sheet, paper: str) -> tuple[float, float]:
    """Return width and height of a paper as it lies."""
    short, long = style.PAGES[paper]
    return (long, short) if sheet.landscape else (short, long)
