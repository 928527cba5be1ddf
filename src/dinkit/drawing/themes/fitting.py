"""Finds the sheet on which the letters are largest.

Every way to deal the groups over columns of one width is tried, with calm distances where they leave letters that can be read. Only where
even small distances do not quite, columns of different widths are tried too: those that are too high get room from the lowest. What is left
over at the sides goes to the columns, and below them between the rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import inf
from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.arrangement import KEPT
from dinkit.drawing.themes.columns import Run, Sized, dealt, evened, run_height
from dinkit.drawing.themes.sheet import Form, Sheet, Sizer, across, composed, misfit, name_of, needed, page_size, run_heights
from dinkit.drawing.themes.sizes import cards_of, head_of
from dinkit.drawing.themes.view import Themes

LEAST_WIDTH, MOST_WIDTH, STEP = 160, 340, 10
"""Of a column."""
MOST_COLUMNS = 10
UPRIGHT = 0.87
"""What larger letters are worth on upright paper, where columns are narrower and names break more often."""
TRANSFER = 6
"""Width that one run gives to another at a time."""
MOST_TRANSFERS = 100
MOST_BALANCED = 16
"""Sheets that are tried with columns of different widths, the best first."""
EASY, DENSE = 4.0, 1.5
"""Distance between two rows: what is calm, and what can still be read."""
MOST_BETWEEN, AIR_STEP = 9.0, 0.25
"""Distance between two rows where there is room to spare."""
ALMOST = 0.85
"""The least scale from which columns of different widths can help so far."""


class _Held(NamedTuple):
    """A run of columns of a width."""

    run: Run
    width: int
    height: float


def sheet_of(view: Themes, paper: str, previous: str = "") -> Sheet:
    """Return the sheet with the largest letters; of equal ones that with the fewest groups split, and then that which fills the paper best.

    The form of the previous picture is kept for as long as it can be read and no other makes the letters much larger.
    """

    @cache
    def sizer(at: int, width: int) -> Sized:
        return Sized(head_of(view.groups[at], width), cards_of(view, view.groups[at], width))

    tried = list(_even(view, sizer, paper, DENSE))
    found = _fitted(view, sizer, tried)
    same = [one for one in tried if name_of(one.form) == previous]
    held = _fitted(view, sizer, same, previous) if same else found
    return _aired(_widened(view, sizer, held if held.scale >= max(style.LEGIBLE, KEPT * found.scale) else found))


def _fitted(view: Themes, sizer: Sizer, tried: list[Sheet], name: str = "") -> Sheet:
    """Return the sheet with the largest letters of those tried, and of those that can be made from them; all of a form of this name, if any."""
    best = _best(tried)
    if best.scale >= style.LEGIBLE:
        calm = [one for one in _even(view, sizer, best.form.paper, EASY) if name in ("", name_of(one.form))]
        return next((one for one in [_best(calm)] if one.scale >= style.LEGIBLE), best) if calm else best
    if best.scale >= ALMOST:
        near = sorted((one for one in tried if one.scale >= ALMOST), key=lambda sheet: -sheet.scale)[:MOST_BALANCED]
        return _best([best, *(_balanced(view, sizer, one) for one in near)])
    return best


def _best(tried: list[Sheet]) -> Sheet:
    def key(sheet: Sheet) -> tuple[float, ...]:
        worth = 1.0 if sheet.form.landscape else UPRIGHT
        split = sum(run.width - 1 for run in sheet.runs)
        return round(min(sheet.scale, style.LEGIBLE), 3), round(sheet.scale * worth, 2), -split, -misfit(sheet)

    return max(tried, key=key)


def _even(view: Themes, sizer: Sizer, paper: str, between: float) -> Iterator[Sheet]:
    """Yield the sheets with columns of one width."""
    for width in range(LEAST_WIDTH, MOST_WIDTH + 1, STEP):
        groups = [sizer(at, width) for at in range(len(view.groups))]
        for count in range(1, MOST_COLUMNS + 1):
            runs = tuple(dealt(groups, count, between))
            if count == 1 or sum(run.width for run in runs) == count:
                for landscape in (True, False):
                    yield composed(view, sizer, runs, (width,) * len(runs), Form(paper, landscape, between, count))


def _balanced(view: Themes, sizer: Sizer, sheet: Sheet) -> Sheet:
    """Move width from the lowest runs to the highest for as long as that makes the highest lower, and then take what can be missed."""
    between = sheet.form.between
    held = [_Held(run, width, height) for run, width, height in zip(sheet.runs, sheet.widths, run_heights(sheet, between), strict=True)]
    for _ in range(MOST_TRANSFERS):
        to = max(range(len(held)), key=lambda at: held[at].height)
        gainer, giver = _changed(sizer, held[to], 1, between), _giver(sizer, held, held[to].height, between)
        if giver is None or gainer.width > MOST_WIDTH:
            break
        held[to], held[giver[0]] = gainer, giver[1]
    return _narrowed(view, sizer, held, sheet.form)


def _narrowed(view: Themes, sizer: Sizer, held: list[_Held], form: Form) -> Sheet:
    """Take width from the lowest run for as long as that makes the letters larger."""

    def made() -> Sheet:
        return composed(view, sizer, tuple(one.run for one in held), tuple(one.width for one in held), form)

    best = made()
    for _ in range(MOST_TRANSFERS):
        giver = _giver(sizer, held, inf, form.between)
        if giver is None:
            break
        held[giver[0]] = giver[1]
        narrower = made()
        if narrower.scale <= best.scale:
            break
        best = narrower
    return best


def _giver(sizer: Sizer, held: list[_Held], highest: float, between: float) -> tuple[int, _Held] | None:
    """Return the run that stays the lowest when it gives width away, if it stays lower than the highest."""
    givers = [(at, _changed(sizer, one, -1, between)) for at, one in enumerate(held)]
    fit = [(at, one) for at, one in givers if one.width >= LEAST_WIDTH and one.height < highest]
    return min(fit, key=lambda found: found[1].height, default=None)


def _changed(sizer: Sizer, held: _Held, sign: int, between: float) -> _Held:
    """Return a run that is wider or narrower by one transfer."""
    width = held.width + sign * (TRANSFER // held.run.width or 1)
    groups = [sizer(at, width) for at in held.run.groups]
    run = evened(groups[0], held.run, between)
    return _Held(run, width, run_height(groups, run, between))


def _widened(view: Themes, sizer: Sizer, sheet: Sheet) -> Sheet:
    """Give the room that is left over at the sides to the columns, to all of them the same."""
    spare = page_size(sheet)[0] - 2 * style.MARGIN - across(sheet.runs, sheet.widths)
    more = int(spare / max(sum(run.width for run in sheet.runs), 1))
    widths = tuple(max(min(width + more, MOST_WIDTH), width) for width in sheet.widths)
    runs = tuple(evened(sizer(run.groups[0], width), run, sheet.form.between) for run, width in zip(sheet.runs, widths, strict=True))
    wider = composed(view, sizer, runs, widths, sheet.form)
    return wider._replace(scale=sheet.scale) if wider.scale >= sheet.scale else sheet


def _aired(sheet: Sheet) -> Sheet:
    """Put the height that is left over between the rows, everywhere the same."""
    room = sheet.height + page_size(sheet)[1] - needed(sheet)
    for step in range(int((MOST_BETWEEN - sheet.form.between) / AIR_STEP), 0, -1):
        between = sheet.form.between + step * AIR_STEP
        height = max(run_heights(sheet, between), default=0.0)
        if height <= room:
            return sheet._replace(form=sheet.form._replace(between=between), height=height)
    return sheet
