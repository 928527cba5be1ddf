"""How much of the efforts by theme is shown: everything while it can be read, else parts as a number, else fewer rows in every box."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.arrangement import Arrangement
from dinkit.drawing.finish import Told
from dinkit.drawing.page import Page
from dinkit.drawing.selection import Options
from dinkit.drawing.themes.fitting import sheet_of
from dinkit.drawing.themes.groups import order_of
from dinkit.drawing.themes.page import page_of, told_of
from dinkit.drawing.themes.sheet import Sheet, name_of
from dinkit.drawing.themes.view import Themes, at_most, themes_of, without_parts
from dinkit.drawing.themes.words import say
from dinkit.drawing.words import points
from dinkit.network import Network


class Drawn(NamedTuple):
    """A picture by theme: what it shows, the page, the words for who cannot see it and for who made it."""

    view: Themes
    page: Page
    told: Told
    arrangement: Arrangement
    notes: tuple[str, ...]


def drawn_by_theme(network: Network, options: Options, *, errors: int, previous: Arrangement | None = None) -> Drawn:
    """Draw the efforts of a network without goals by theme.

    Args:
        network: the model.
        options: what to show and on which page. The direction plays no part, because there is nothing to lead to.
        errors: how many errors the model has; any puts "draft" over the picture.
        previous: the arrangement of the picture that this one replaces; None to begin anew.

    Raises:
        KeyError: the focus is no element.
    """
    before = previous or Arrangement({})
    whole = themes_of(network, options, errors=errors, previous=before.order)
    view, sheet = _best(whole, options, before.sheet)
    arrangement = Arrangement(order_of(whole.groups), name_of(sheet.form))
    return Drawn(view, page_of(view, sheet), told_of(view, sheet), arrangement, _notes(view, sheet, options))


def _best(whole: Themes, options: Options, previous: str) -> tuple[Themes, Sheet]:
    """Choose the first form that can be read; on paper that was asked for nothing is left out but parts."""
    paper = options.size or style.DEFAULT_PAGE
    views = {"rows": [whole], "count": [without_parts(whole)], "auto": [whole, without_parts(whole)]}[options.detail]
    made: list[tuple[Themes, Sheet]] = []
    for view in dict.fromkeys(views):
        made.append((view, sheet_of(view, paper, previous)))
        if made[-1][1].scale >= style.LEGIBLE:
            return made[-1]
    fewer = _fewer(views[-1], paper) if options.size is None else None
    return fewer or max(made, key=lambda one: one[1].scale)


def _fewer(view: Themes, paper: str) -> tuple[Themes, Sheet] | None:
    """Leave out as few rows as make the rest fit; None where even one row in every box does not."""
    found = None
    low, high = 1, max((len(box.entries) for group in view.groups for box in group.boxes), default=0)
    while low < high:
        most = (low + high) // 2
        part = at_most(view, most)
        sheet = sheet_of(part, paper)
        if sheet.scale >= style.LEGIBLE:
            found, low = (part, sheet), most + 1
        else:
            high = most
    return found


def _notes(view: Themes, sheet: Sheet, options: Options) -> tuple[str, ...]:
    """Return what the maker should know: why there are no goals, what is not shown, and what was asked in vain."""
    notes = [text for text in (view.head.empty, *view.hidden) if text]
    notes += [say("no-direction", view.language)] if options.direction != Options().direction else []
    if sheet.scale < style.LEGIBLE:
        notes.append(say("small-type", view.language, page=sheet.form.paper, size=points(style.SMALLEST * sheet.scale, view.language)))
    return tuple(notes)
