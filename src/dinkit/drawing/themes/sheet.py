"""A sheet of paper for the efforts by theme: how wide its columns are, what stands in them, and how large the letters become.

All lengths are points of the layout; `scale` says how many points on paper each is.
"""

from __future__ import annotations

from collections.abc import Callable
from math import log
from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.masthead import Masthead, masthead_of
from dinkit.drawing.themes.columns import Run, Sized, run_height
from dinkit.drawing.themes.foot import Foot, foot_of
from dinkit.drawing.themes.sizes import SLACK
from dinkit.drawing.themes.view import Themes

BETWEEN_COLUMNS = 10
UNDER_HEAD = 14.0
OVER_FOOT = 14.0
LEAST_HEAD = 470
"""Width of the title where the columns are narrower."""
OUTSIDE = 5
"""How far the labels of the title stick out, so that its letters begin above the left side of the columns."""

Sizer = Callable[[int, int], Sized]
"""Breaks the group at an index over a width."""


class Form(NamedTuple):
    """What a sheet begins with: the paper, which way it lies, the distance between two rows, and the number of columns."""

    paper: str
    landscape: bool
    between: float
    columns: int
    """Over which the groups were dealt."""


class Sheet(NamedTuple):
    """A way to lay out the picture; y grows upward from the lower side of the paper."""

    form: Form
    scale: float
    widths: tuple[int, ...]
    """Per run the width of a column."""
    groups: tuple[Sized, ...]
    runs: tuple[Run, ...]
    masthead: Masthead
    foot: Foot
    width: int
    """From the left side of the first column to the right side of the last, or of the title."""
    height: float
    """Of the highest run."""


def composed(view: Themes, sizer: Sizer, runs: tuple[Run, ...], widths: tuple[int, ...], form: Form) -> Sheet:
    """Return the sheet with runs of these widths, its letters as large as the paper allows."""
    groups = _level(tuple(sizer(at, width) for run, width in zip(runs, widths, strict=True) for at in run.groups), runs)
    width = max(across(runs, widths), LEAST_HEAD)
    sheet = Sheet(form, 1.0, widths, groups, runs, masthead_of(view.head, width + 2 * OUTSIDE - SLACK), foot_of(view, width), width, 0.0)
    sheet = sheet._replace(height=max(run_heights(sheet, form.between), default=0.0))
    right, top = page_size(sheet)
    return sheet._replace(scale=min(right / (width + 2 * style.MARGIN), top / needed(sheet), style.LARGEST_SCALE))


def name_of(form: Form) -> str:
    """Return the name by which a picture remembers the form of its sheet."""
    return f"{'lying' if form.landscape else 'standing'} {form.columns}"


def page_size(sheet: Sheet) -> tuple[float, float]:
    """Return width and height of the paper, in points of the layout."""
    short, long = (side / sheet.scale for side in style.PAGES[sheet.form.paper])
    return (long, short) if sheet.form.landscape else (short, long)


def across(runs: tuple[Run, ...], widths: tuple[int, ...]) -> int:
    """Return how wide all columns are together."""
    count = sum(run.width for run in runs)
    return sum(run.width * width for run, width in zip(runs, widths, strict=True)) + BETWEEN_COLUMNS * max(count - 1, 0)


def run_heights(sheet: Sheet, between: float) -> list[float]:
    """Return how high every run is with its rows at a distance."""
    return [run_height(sheet.groups[run.groups[0] : run.groups[-1] + 1], run, between) for run in sheet.runs]


def needed(sheet: Sheet) -> float:
    """Return the height of all that stands on a sheet, with its margins."""
    under = OVER_FOOT + sheet.foot.height if sheet.foot.height else 0.0
    return sheet.masthead.height + UNDER_HEAD + sheet.height + under + 2 * style.MARGIN


def misfit(sheet: Sheet) -> float:
    """Return how far the shape of what is drawn is from that of the paper."""
    right, top = page_size(sheet)
    return abs(log((sheet.width + 2 * style.MARGIN) / needed(sheet)) - log(right / top))


def _level(groups: tuple[Sized, ...], runs: tuple[Run, ...]) -> tuple[Sized, ...]:
    """Return the groups with all heads at the top of the page equally high, so that what stands below them begins at one line."""
    first = {run.groups[0] for run in runs}
    tallest = max((groups[at].head.height for at in first), default=0.0)
    return tuple(group._replace(head=group.head._replace(height=tallest)) if at in first else group for at, group in enumerate(groups))
