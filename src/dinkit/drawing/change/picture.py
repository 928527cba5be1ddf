"""The face of drawing a change: two networks and what is told of them in, a picture in three states out.

The order in every column is that of the picture of the earlier network; what is new finds its place between. The three states (what was,
what is, what differs) stand on pages of one layout, so that nothing moves from one to the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dinkit.comparing.comparison import Comparison
from dinkit.comparing.difference import difference
from dinkit.drawing import style
from dinkit.drawing.arrangement import Arrangement
from dinkit.drawing.boxes import Box as PlainBox
from dinkit.drawing.boxes import Sized, sized
from dinkit.drawing.change.boxes import Box, boxes_of
from dinkit.drawing.change.facts import DETAILS, FACES
from dinkit.drawing.change.foot import entries_of, foot_of
from dinkit.drawing.change.grid import FORMS, grid_of, without_lines
from dinkit.drawing.change.page import Laid, frame_of, page_of
from dinkit.drawing.change.sentences import Sentences, is_lost, sentences_of
from dinkit.drawing.change.sheets import is_too_wide, promise, sheets_for, worth_a_try
from dinkit.drawing.change.told import Told
from dinkit.drawing.change.union import Union, union_of
from dinkit.drawing.change.view import Changed, changed_of
from dinkit.drawing.change.words import say
from dinkit.drawing.courses import courses_of
from dinkit.drawing.dot import dot_of, names_of
from dinkit.drawing.families import Order
from dinkit.drawing.finish import Told as Titles
from dinkit.drawing.layout import read_layout, read_order
from dinkit.drawing.masthead import Head, masthead_of
from dinkit.drawing.order import first_order, is_of_another, next_order
from dinkit.drawing.page import Page
from dinkit.drawing.picture import Picture, fingerprint_of, is_legible, smallest_letter
from dinkit.drawing.placing import placed
from dinkit.drawing.render import run_engine
from dinkit.drawing.selection import Options
from dinkit.drawing.view import View, view_of
from dinkit.drawing.words import points

ONE_COLUMN = 4
"""Boxes without a line between them that may stand below each other; of more some stand beside each other."""
MANY_BOXES = 20
"""Boxes from which goals that only show where a goal stands may be left out."""
_WITH_LINES = ("full", "brief", "short", "named")
HOPELESS = 0.5
"""Letters of so small a share of what can be read do not become readable in another form."""
HARDLY = 0.9
"""Letters that are so much smaller are worth more detail, where no detail can be read at full size."""


class ChangePicture(NamedTuple):
    """A picture of a change in its three states."""

    old: Picture
    new: Picture
    change: Picture
    changed: Changed
    detail: str
    """One of `facts.DETAILS`."""


def draw_change(
    comparison: Comparison,
    told: Mapping[str, Told],
    *,
    settings: int = 0,
    whole: bool = False,
    size: str | None = None,
    language: str = "nl",
    previous: Arrangement | None = None,
    timeout: float = 60,
) -> ChangePicture:
    """Draw what changed between the two sides of a comparison.

    Args:
        comparison: the two networks and their difference.
        told: per element what is to be told of it.
        settings: how many things changed in what the model says of itself.
        whole: draw everything; else what changed and what stands right beside it.
        size: the paper; else A3.
        language: "nl" or "en".
        previous: the arrangement of a picture that everything is to stand as in; else that of the earlier network is found anew.
        timeout: seconds that one run of the engine may take.

    Raises:
        DrawingTookTooLongError: the engine was stopped at the time limit.
        DrawingError: the engine failed.
    """
    # Where one side could not be read at all nothing is known of any change: the other side is drawn as it is.
    lost = is_lost(comparison.then) or is_lost(comparison.now)
    one = comparison.now.network if is_lost(comparison.then) else comparison.then.network
    union, whole = (union_of(difference(one, one)), True) if lost else (union_of(comparison.difference), whole)
    changed = changed_of(union, told, whole=whole, language=language)
    everything = changed if whole else changed_of(union, {}, whole=True, language=language)
    order = _whole_order(union, everything.view, previous, timeout)
    paper = size or style.DEFAULT_PAGE
    fits = not whole and len(changed.view.nodes) < MANY_BOXES and not is_too_wide(changed.view.columns, paper)
    smaller = [] if fits else [changed_of(union, told, whole=whole, language=language, above=False, parts=False)]
    bare, *drafts = [
        _Draft(one, next_order(one.view, order), sentences_of(comparison, one, told, settings=settings, whole=whole))
        for one in (without_lines(changed), changed, *smaller)
    ]
    too_wide = is_too_wide(drafts[-1].changed.view.columns, paper)
    lines = (say("too-wide" if too_wide else "too-much", language, page=paper), *bare.said.notes) if changed.lines else bare.said.notes
    grid = None if whole else bare._replace(said=bare.said._replace(notes=lines))
    drafts = drafts if changed.lines or whole or len(changed.view.nodes) <= ONE_COLUMN else []
    made = _best(drafts, grid, paper, timeout)
    pictures = {face: _picture(made, face, timeout) for face in FACES}
    return ChangePicture(**pictures, changed=made.draft.changed, detail=made.detail)


class _Draft(NamedTuple):
    """What may be drawn, in which order, with which words around it."""

    changed: Changed
    order: Order
    said: Sentences


class _Made(NamedTuple):
    """A draft laid out at a level of detail."""

    draft: _Draft
    laid: Laid
    sheet: style.Sheet
    detail: str


def _whole_order(union: Union, view: View, previous: Arrangement | None, timeout: float) -> Order:
    """Return the order of everything: that of the picture of the earlier network, in which what is new finds a place."""
    if previous is not None and not is_of_another(view, previous.order):
        return next_order(view, previous.order)
    if not any(node.id in union.then for node in view.nodes):
        return _plain_order(view, timeout)
    old = view_of(union.earlier, Options(language=view.language), uncovered=frozenset(), loose=frozenset(), errors=0)
    now = {then: name for name, then in union.then.items()}
    order = _plain_order(old, timeout) if old.nodes else {}
    return next_order(view, {column: tuple(now[one] for one in ids) for column, ids in order.items()})


def _plain_order(view: View, timeout: float) -> Order:
    if not view.nodes:
        return {}
    plain = dot_of(view, sized(view, style.SHEETS["across"][0]), None, gap=60.0)
    return first_order(view, read_order(run_engine(plain, layout="dot", format_name="json0", timeout=timeout), view, names_of(view)))


def _best(drafts: list[_Draft], grid: _Draft | None, paper: str, timeout: float) -> _Made:
    """Lay out with as much as can be read: with lines, else without; where nothing can be read, with as much as hardly costs."""
    made: list[tuple[float, _Made]] = []
    for detail in _WITH_LINES if drafts and worth_a_try(drafts[-1].changed, drafts[-1].order, _WITH_LINES[-1], paper) else ():
        for draft in drafts:
            for sheet in worth_a_try(draft.changed, draft.order, detail, paper):
                one = _laid_out(draft, sheet, detail, paper, timeout)
                page = _page(one, "change")
                made.append((page.scale, one))
                if is_legible(page):
                    return one
    if grid is not None:
        for scale, one in _grids(grid, paper):
            made.append((scale, one))
            # A name in letters that are hardly too small says more than a number in letters that are not.
            if scale >= (HARDLY if one.detail == "marks" else style.LEGIBLE):
                return one
    if made:
        best = max(scale for scale, _ in made)
        return next(one for scale, one in made if scale >= HARDLY * best)
    sheets = {sheet.name: sheet for sheet in sheets_for(drafts[0].changed.view.columns, paper)}
    promises = {
        (detail, at, name): promise(draft.changed, draft.order, sheet, detail, paper)
        for detail in _WITH_LINES
        for at, draft in enumerate(drafts)
        for name, sheet in sheets.items()
    }
    detail, at, name = next(key for key, scale in promises.items() if scale >= HARDLY * max(promises.values()))
    return _laid_out(drafts[at], sheets[name], detail, paper, timeout)


def _grids(draft: _Draft, paper: str) -> Iterator[tuple[float, _Made]]:
    """Yield the change without lines, per level of detail the number of columns with the largest letters."""
    for detail in DETAILS:
        made: list[tuple[float, _Made]] = []
        for form in FORMS:
            laid, sheet, _ = grid_of(draft.changed, draft.order, form=form, detail=detail, paper=paper)
            one = _Made(draft, laid, sheet, detail)
            made.append((_page(one, "change").scale, one))
            if made[0][0] < HOPELESS:
                break
        yield max(made, key=lambda one: one[0])


def _laid_out(draft: _Draft, sheet: style.Sheet, detail: str, paper: str, timeout: float) -> _Made:
    """Let the engine place the boxes at their size in the state that has everything."""
    changed, order = draft.changed, draft.order
    view, names = changed.view, names_of(changed.view)
    boxes = boxes_of(changed, sheet, detail, "change")
    plain = _plain_boxes(view, boxes, sheet)
    if not view.nodes:
        laid = Laid(plain, names, {}, (), frame_of({}), paper, landscape=sheet.landscape)
        return _Made(draft, laid, sheet, detail)
    dot = dot_of(view, plain, order, gap=sheet.gap[0])
    layout = read_layout(run_engine(dot, layout="dot", format_name="json0", timeout=timeout))
    places = placed(view, layout, names, beside=sheet.beside, reserve=0.0)
    courses = tuple(courses_of(view, layout._replace(places=places), names))
    laid = Laid(plain, names, places, courses, frame_of(places), paper, landscape=sheet.landscape)
    return _Made(draft, laid, sheet, detail)


def _plain_boxes(view: View, boxes: Mapping[str, Box], sheet: style.Sheet) -> Sized:
    """Return boxes of the right size with next to nothing in them, for the layout."""
    plain = sized(view._replace(nodes=tuple(node._replace(rows=(), name="") for node in view.nodes)), sheet)
    empty: dict[str, PlainBox] = {}
    for name, one in plain.boxes.items():
        bare = one.node._replace(name="", number="", targets=(), states=(), steering="", steering_mark="")
        height = max(boxes[name].height, one.least_height)  # the latter so that the ends of its lines stand apart
        empty[name] = one._replace(
            node=bare, height=height, least_height=height, number="", number_width=0.0, name=("",), targets=(), states=(), aside=""
        )  # fmt: skip
    return plain._replace(boxes=empty)


def _page(made: _Made, face: str) -> Page:
    """Compose the page of one state; the foot is as high in all of them."""
    changed, said = made.draft.changed, made.draft.said
    language, width = changed.view.language, made.laid.content.right - made.laid.content.left
    boxes = boxes_of(changed, made.sheet, made.detail, face)
    entries = entries_of(boxes.values(), changed, removed=said.removed) if face == "change" else ()
    less = () if made.detail == "full" or not changed.told else (say(f"less-{made.detail}", language),)
    foot = foot_of(entries, (*less, *said.notes), width)
    head = masthead_of(Head(said.title, said.subtitles[face], "", said.draft, said.empty, language), width)
    if face != "change":
        whole = entries_of(boxes_of(changed, made.sheet, made.detail, "change").values(), changed, removed=said.removed)
        foot = foot._replace(height=foot_of(whole, (*less, *said.notes), width).height)
        tallest = masthead_of(Head(said.title, said.subtitles["change"], "", said.draft, said.empty, language), width)
        head = head._replace(height=tallest.height)
    return page_of(made.laid, changed, boxes, head, foot, face=face)


def _picture(made: _Made, face: str, timeout: float) -> Picture:
    page = _page(made, face)
    changed, order, said = made.draft
    language = changed.view.language
    titles = Titles(said.title, language, said.titles, (said.subtitles[face], *said.text(face)))
    notes = () if is_legible(page) else (_small(page, language),)
    return Picture(page.dot, Arrangement(order), fingerprint_of(page.dot), titles, page, changed.view, notes, timeout)


def _small(page: Page, language: str) -> str:
    return say("small-type", language, page=page.name, size=points(smallest_letter(page), language))
