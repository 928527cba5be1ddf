"""The face of drawing: a network in, a picture out.

Always two passes: the first finds the order in each column (the previous one, else that of a plain layout), the second draws from
it. A picture is a function of the network, the options and the arrangement of the previous picture, never of the clock or the machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.arrangement import KEPT, Arrangement, dot_with
from dinkit.drawing.boxes import Box, Heading, Sized, sized
from dinkit.drawing.dot import dot_of, names_of
from dinkit.drawing.families import Order
from dinkit.drawing.finish import Told, finished_svg, told_of
from dinkit.drawing.layout import read_layout, read_order
from dinkit.drawing.metrics import font_version
from dinkit.drawing.order import first_order, is_of_another, next_order
from dinkit.drawing.page import Page, page_of
from dinkit.drawing.placing import HEADING_GAP
from dinkit.drawing.render import engine_version, run_engine
from dinkit.drawing.selection import Options
from dinkit.drawing.stacks import MOST_STACKS, may_stack, size_of, stacks_of
from dinkit.drawing.themes.choice import drawn_by_theme
from dinkit.drawing.themes.grouping import is_without_goals
from dinkit.drawing.themes.view import Themes
from dinkit.drawing.timeline.view import Timeline
from dinkit.drawing.view import View, view_of, without_rows
from dinkit.drawing.words import points, say
from dinkit.naming import all_named
from dinkit.network import Network

FORMATS: tuple[str, ...] = ("svg", "pdf", "png", "dot")


TITLE_ROOM = 90.0
LEGEND_ROOM = 70.0
"""About what title and legend take, for choosing a sheet; the page itself measures them."""


MANY_COLUMNS = 5
"""Columns from which narrower boxes are tried."""

SMALLER_ROOMS = (42, 36, 30)
"""Boxes of a picture of everything, when it leaves some out anyway and can still not be read."""


class Picture(NamedTuple):
    """A picture before it has a format."""

    dot: str
    """What is drawn, the same on every platform."""
    arrangement: Arrangement
    """The order in each column and the sheet; the next picture of this network starts from it."""
    fingerprint: str
    """Changes when the DOT, the engine or the font does."""
    told: Told
    """The picture in words."""
    page: Page
    view: View | Timeline | Themes
    """What is shown, as values."""
    notes: tuple[str, ...]
    """What the maker should know, in the language of the picture."""
    timeout: float


def draw(
    network: Network,
    options: Options,
    *,
    uncovered: frozenset[str],
    loose: frozenset[str],
    errors: int,
    previous: Arrangement | None = None,
    timeout: float = 60,
) -> Picture:
    """Draw a network; the efforts by theme where there are no goals.

    Args:
        network: the model.
        options: what to show and on which page.
        uncovered: ids of the goals that no effort reaches.
        loose: ids of the efforts that reach no goal; they are no news where the model says that its source has no goals.
        errors: how many errors the model has; any puts "draft" over the picture.
        previous: the arrangement of the picture that this one replaces; None to begin anew.
        timeout: seconds that one run of the engine may take.

    Raises:
        KeyError: the focus or the goal is no element.
        DrawingTookTooLongError: the engine was stopped at the time limit.
        DrawingError: the engine failed.
    """
    network = all_named(network)
    if options.goal is None and is_without_goals(network):
        found = drawn_by_theme(network, options, errors=errors, previous=previous)
        fingerprint = fingerprint_of(found.page.dot)
        return Picture(found.page.dot, found.arrangement, fingerprint, found.told, found.page, found.view, found.notes, timeout)
    loose = frozenset() if "goal" in network.without else loose
    whole = view_of(network, options, uncovered=uncovered, loose=loose, errors=errors)
    for room in _rooms(previous) if whole.left_out and not options.size else [None]:
        view = whole if room is None else view_of(network, options, uncovered=uncovered, loose=loose, errors=errors, room=room)
        order = _order(view, previous.order if previous else None, options, timeout)
        made = _best_page(view, order, options, timeout, previous.sheet if previous else "")
        if is_legible(made.page):
            break
    notes = notes_of(made.page, options)
    return Picture(made.dot, Arrangement(order, made.sheet), fingerprint_of(made.dot), told_of(made.view), made.page, made.view, notes, timeout)


def picture_bytes(picture: Picture, format_name: str) -> bytes:
    """Return a picture in a format.

    Args:
        picture: what `draw` gave.
        format_name: one of FORMATS.

    Raises:
        ValueError: there is no such format.
        DrawingError: the engine failed.
    """
    if format_name not in FORMATS:
        raise ValueError(format_name)
    if format_name == "dot":
        return dot_with(picture.dot, picture.arrangement, picture.fingerprint).encode()
    dot = picture.page.dot
    if format_name == "png":
        dot = dot.replace("{", f"{{\n\tgraph [dpi={style.PNG_DPI[picture.page.name]}]", 1)
    made = run_engine(dot, layout="nop2", format_name=format_name, timeout=picture.timeout)
    return finished_svg(made, picture.told, arrangement=picture.arrangement, fingerprint=picture.fingerprint) if format_name == "svg" else made


def fingerprint_of(dot: str) -> str:
    """Return the fingerprint of a picture: of its DOT, the engine and the font."""
    return hashlib.sha256("\0".join((dot, engine_version(), font_version())).encode()).hexdigest()


def _rooms(previous: Arrangement | None) -> list[int | None]:
    """Return for how many boxes there may be room, in the order in which they are tried; None for as many as usual.

    A picture that had to leave some out goes on to show as many as it did, until there is room for two steps more.
    """
    rooms: list[int | None] = [None, *SMALLER_ROOMS]
    shown = sum(len(ids) for column, ids in previous.order.items() if column != "stakeholder") if previous else 0
    at = rooms.index(shown) if shown in rooms else 0
    return [*rooms[: max(at - 1, 0)], *rooms[at:]]


def _order(view: View, previous: Order | None, options: Options, timeout: float) -> Order:
    if previous is not None and not is_of_another(view, previous):
        return next_order(view, previous)
    plain = dot_of(view, sized(view, _sheets(options)[0]), None, gap=60.0)
    places = read_order(run_engine(plain, layout="dot", format_name="json0", timeout=timeout), view, names_of(view))
    return first_order(view, places)


class _Made(NamedTuple):
    """A picture on one of the sheets."""

    dot: str
    page: Page
    view: View
    sheet: str


def _best_page(view: View, order: Order, options: Options, timeout: float, previous: str) -> _Made:
    """Lay out on the previous sheet, else on the one that promises the largest letters; without sub-efforts when that is the only way to read it."""
    paper = options.size or style.DEFAULT_PAGE
    views = {"rows": [view], "count": [without_rows(view)], "auto": [view, without_rows(view)]}[options.detail if options.goal is None else "rows"]
    made: list[_Made] = []
    for shown in dict.fromkeys(views):
        for boxes in _candidates(shown, options, order, paper, previous):
            dot, page = _laid_out(shown, boxes, order, paper, timeout)
            made.append(_Made(dot, page, shown, boxes.sheet.name))
            if is_legible(page):
                return made[-1]
    best = max(made, key=lambda one: one.page.scale)
    return max(
        (one for one in made if one.sheet == previous and one.page.scale >= KEPT * best.page.scale), key=lambda one: one.page.scale, default=best
    )


def smallest_letter(page: Page) -> float:
    """Return the size of the smallest letter on paper, in points."""
    return round(style.SMALLEST * page.scale, 2)


def is_legible(page: Page) -> bool:
    """Say whether no letter is too small on paper."""
    return page.scale >= style.LEGIBLE


def _sheets(options: Options) -> tuple[style.Sheet, ...]:
    return style.SHEETS["upright" if options.direction == "TB" else "across"]


def _candidates(view: View, options: Options, order: Order, paper: str, previous: str) -> list[Sized]:
    """Return the boxes on each sheet that is worth a try: first the previous sheet, then those that promise the largest letters.

    Which sheets these are does not depend on the previous one, so that drawing again changes nothing. Where a picture has many columns,
    the narrower boxes come last.
    """

    def promise(boxes: Sized) -> float:
        return _promise(view, boxes, order, paper)

    has_many = options.direction != "TB" and len(view.columns) >= MANY_COLUMNS
    usual = sorted((_with_stacks(view, sized(view, sheet), order, paper) for sheet in _sheets(options)), key=lambda boxes: -promise(boxes))
    narrower = sorted((sized(view, sheet) for sheet in style.SHEETS["across, many columns"] if has_many), key=lambda boxes: -promise(boxes))
    worth = KEPT * max(promise(boxes) for boxes in (*usual, *narrower))
    found = [boxes for at, boxes in enumerate(usual) if at < 2 or promise(boxes) >= worth]
    found += [boxes for at, boxes in enumerate(narrower) if at < 1 or promise(boxes) >= worth]
    return sorted(found, key=lambda boxes: boxes.sheet.name != previous or promise(boxes) < worth)


def _with_stacks(view: View, boxes: Sized, order: Order, paper: str) -> Sized:
    """Put the efforts in as many stacks as promises the largest letters, where they can stand in stacks."""
    if not may_stack(view):
        return boxes
    dealt = dict.fromkeys(stacks_of(view, boxes, order, count) for count in range(1, MOST_STACKS + 1))
    return max((boxes, *(boxes._replace(stacks=stacks) for stacks in dealt)), key=lambda one: _promise(view, one, order, paper))


def _promise(view: View, boxes: Sized, order: Order, paper: str) -> float:
    """Return about how large a scale a sheet allows, from the sizes of its boxes alone."""
    width, height = _extent(view, boxes, order, boxes.sheet.gap[0])
    across, down = _paper(boxes, paper)
    return min(across / width, down / height)


def _paper(boxes: Sized, paper: str) -> tuple[float, float]:
    short, long = style.PAGES[paper]
    return (long, short) if boxes.sheet.landscape else (short, long)


def _extent(view: View, boxes: Sized, order: Order, gap: float) -> tuple[float, float]:
    """Return about how wide and high a page of these boxes becomes, at a distance between columns."""
    upright = view.direction == "TB"
    columns = list(_column_sizes(view, boxes, order))
    along = sum(one for one, _ in columns) + gap * max(len(columns) - 1, 0)
    across = max((other for _, other in columns), default=0.0)
    width, height = (across + boxes.sheet.heading + HEADING_GAP, along + LEGEND_ROOM) if upright else (along, across)
    return width + 2 * style.MARGIN, height + 2 * style.MARGIN + TITLE_ROOM


def _column_sizes(view: View, boxes: Sized, order: Order) -> Iterator[tuple[float, float]]:
    """Yield per column its size in the direction of the goals and the length of its boxes in a row."""
    for column, heading in boxes.headings.items():
        held: list[Box | Heading] = [*(boxes.boxes[one] for one in order[column]), heading]
        held += [band for band in boxes.bands.values() if band.column == column]
        between = boxes.sheet.beside * (len(held) - 1)
        if boxes.stacks and column == "effort":
            width, height = size_of(view, boxes, boxes.stacks)
            yield height, width
        elif view.direction == "TB":
            held.remove(heading)
            yield max(one.height for one in held), sum(one.width for one in held) + between
        else:
            yield heading.width, sum(one.height for one in held) + between


def _laid_out(view: View, boxes: Sized, order: Order, paper: str, timeout: float) -> tuple[str, Page]:
    """Spread the columns over the page as far as that helps, and let the engine place the boxes."""
    upright = view.direction == "TB"
    across, down = _paper(boxes, paper)
    gaps = max(len(boxes.headings) - 1, 1)
    width, height = _extent(view, boxes, order, 0.0)
    spare = width * down / across - height if upright else height * across / down - width
    gap = min(max(spare / gaps, boxes.sheet.gap[0]), boxes.sheet.gap[1])
    width, height = _extent(view, boxes, order, gap)
    spare = 0.0 if upright else width * down / across - height
    most = max((len(ids) for ids in order.values()), default=1)
    beside = min(boxes.sheet.beside + 0.8 * max(spare, 0.0) / max(most, 1), boxes.sheet.beside * style.MOST_BESIDE)
    boxes = boxes._replace(sheet=boxes.sheet._replace(beside=beside))
    dot = dot_of(view, boxes, order, gap=gap)
    layout = read_layout(run_engine(dot, layout="dot", format_name="json0", timeout=timeout))
    return dot, page_of(view, boxes, layout, paper=paper, landscape=boxes.sheet.landscape)


def notes_of(page: Page, options: Options) -> tuple[str, ...]:
    """Return what the maker should know of a page: that its letters are small."""
    if is_legible(page):
        return ()
    return (say("small-type", options.language, page=page.name, size=points(smallest_letter(page), options.language)),)
