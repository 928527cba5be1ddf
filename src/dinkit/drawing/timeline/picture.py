"""The face of the timeline: a network in, the same kind of picture out as of the whole network."""

from __future__ import annotations

from dinkit.analysis import Fact
from dinkit.drawing import style
from dinkit.drawing.arrangement import Arrangement
from dinkit.drawing.picture import Picture, fingerprint_of, notes_of
from dinkit.drawing.selection import Options
from dinkit.drawing.timeline.page import page_of, told_of
from dinkit.drawing.timeline.sheet import EASY_PAD, LEAST_PAD, Form, Sheet, sheet_of
from dinkit.drawing.timeline.view import Timeline, timeline_of, without_efforts, without_parts
from dinkit.naming import all_named
from dinkit.network import Network

TIGHT = 1.004
"""The scale of a page on which larger letters do not fit: what is legible, and a little more."""
FORMS = tuple(Form(*form) for form in ((True, 1, 2), (False, 1, 2), (True, 2, 2), (False, 1, 1), (True, 2, 1)))
"""Ways to lay out a page, best first: lying, standing, in two panes; names on two lines before names that are cut off."""
_LARGER = (style.LARGEST_SCALE, 1.5, 1.35, 1.2, 1.1)
_FEWEST = 10
_SMALLER = tuple(at / 20 for at in range(19, 5, -1))


def draw_timeline(network: Network, options: Options, *, planning: Fact | None, errors: int, timeout: float = 60) -> Picture:
    """Draw the efforts of a network as bars over the years.

    Args:
        network: the model; earlier editions behind it tell what was planned and reported before.
        options: what to show and on which page. The direction and the stakeholders play no part.
        planning: the answer of the planning analysis, which says what was late or early; None to leave that out.
        errors: how many errors the model has; any puts "draft" over the picture.
        timeout: seconds that the engine may take for one format.

    Raises:
        KeyError: the focus or the goal is no element.
    """
    whole = timeline_of(all_named(network), options, planning=planning, errors=errors)
    view, sheet = _best(whole, options)
    page = page_of(view, sheet)
    return Picture(page.dot, Arrangement({}), fingerprint_of(page.dot), told_of(view, sheet), page, view, notes_of(page, options), timeout)


def _best(whole: Timeline, options: Options) -> tuple[Timeline, Sheet]:
    """Choose the first form that is legible, everything shown before parts as a number, and that before fewer efforts or smaller letters."""
    detail = options.detail if options.goal is None else "rows"
    views = {"rows": [whole], "count": [without_parts(whole)], "auto": [whole, without_parts(whole)]}[detail]
    paper = options.size or style.DEFAULT_PAGE
    for view in dict.fromkeys(views):
        sheet = next((found for form in FORMS if (found := _fitting(view, paper, form))), None)
        if sheet is not None:
            return view, sheet
    fewer = _fewer(views[-1], paper) if options.size is None else None
    return fewer or (views[-1], _smallest(views[-1], paper))


def _fitting(view: Timeline, paper: str, form: Form) -> Sheet | None:
    """Return the sheet with the largest letters on which there is air, else the largest page, or None where it does not fit."""
    sheet = sheet_of(view, paper, form, scale=TIGHT)
    if sheet.spare < 0:
        return None
    larger = (sheet_of(view, paper, form, scale=scale) for scale in _LARGER)
    return next((found for found in larger if found.spare >= EASY_PAD - LEAST_PAD), sheet)


def _fewer(view: Timeline, paper: str) -> tuple[Timeline, Sheet] | None:
    """Leave out as few efforts as make the rest fit; None where even a few do not."""
    found = None
    low, high = _FEWEST, sum(not row.depth for group in view.groups for row in group.rows)
    while low < high:
        room = (low + high) // 2
        part = without_efforts(view, room)
        sheet = _fitting(part, paper, FORMS[-1])
        if sheet is not None:
            found, low = (part, sheet), room + 1
        else:
            high = room
    return found


def _smallest(view: Timeline, paper: str) -> Sheet:
    """Return the sheet with the largest letters on which everything stands."""
    sheets = [sheet_of(view, paper, form, scale=scale) for scale in _SMALLER for form in FORMS if form.most_lines == 1]
    return next((sheet for sheet in sheets if sheet.spare >= 0), sheets[-1])
