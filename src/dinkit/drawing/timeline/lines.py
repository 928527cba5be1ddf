"""The lines of a timeline before they are placed: headings of groups and rows, broken over the width of their column.

Widths of columns are whole numbers, because the engine's tables know no others.
"""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.metrics import width_of, wrapped
from dinkit.drawing.timeline.axis import GUTTER
from dinkit.drawing.timeline.rows import Row
from dinkit.drawing.timeline.view import Group, Timeline
from dinkit.drawing.words import say as say_of_pictures

LANE = 15.0
"""Height of a lane of flags, of the reference date and of the years."""
BETWEEN_GROUPS = 7.0
BETWEEN_EFFORTS = 2.5
"""Air over an effort that has parts, or that follows on parts."""
UNDER_GROUP = 3.0
INDENT = 10
NUMBER_ROOM = 40.0
"""Most that a number takes; what is longer is cut off."""
"""How much further each deeper part stands."""
BESIDE = 8
"""Air between two columns."""
_WIDE = 900
_SHARE, _MOST_SHARE, _SHARE_OF_WIDE = 0.42, 0.5, 0.29
"""Most that names may take of the width: as a rule, with few years, and on a wide page."""
_NARROW_YEAR = 38
"""Width of a year that is worth as much as names that are not cut off."""
_LEAST_NAMES = 150
_LEAST_NAME = 40
_DEEPEST = 6
"""Parts of parts that stand further and further to the right; what is deeper stands below them."""
_LEAST_AXIS = 330
_LEAST_YEAR = 46
"""Width of a year that is worth more than the words of the source."""
_MOST_WORDING = 190


class Columns(NamedTuple):
    """The columns of a pane, as whole numbers from the left side of the paper."""

    left: int
    right: int
    number: int
    part_number: int
    label: int
    """Width of numbers and names together."""
    wording: int
    """Width of the column with the words of the source; 0 where there is no room for it."""


class Line(NamedTuple):
    """One line of the picture: the heading of a group, or a row."""

    group: Group
    row: Row | None
    names: tuple[str, ...]
    aside: str
    above: float
    """Air over it."""
    height: float
    """Its own height with the air over it, and under a heading also that."""
    top: float = 0.0
    """Where it stands, once it is placed; then `height` is that of the line alone."""
    again: bool = False
    """Whether it is a heading that stands over earlier rows already."""


def columns_of(view: Timeline, left: int, right: int) -> Columns:
    """Give the names what they need, up to a share of the width, and the axis the rest; the words of the source come last."""
    rows = [row for group in view.groups for row in group.rows]
    number = max(
        _number_width([row.number for row in rows if not row.depth], style.WORK), _number_width([group.number for group in view.groups], style.BAND)
    )
    part_number = _number_width([row.number or "•" for row in rows if row.depth], style.ROW)
    columns = Columns(left, right, number, part_number, 0, 0)
    needed = [name_left(columns, row.depth) + _name_width(row, view.language) for row in rows]
    needed += [14 + number + width_of(group.name, style.BAND) for group in view.groups]
    most = _most_label(view, right - left)
    label = min(max([int(one) + 4 for one in needed], default=0), most)
    deepest = max((name_left(columns, row.depth) for row in rows), default=0) + _LEAST_NAME
    columns = columns._replace(label=max(label, min(_LEAST_NAMES, most), deepest))
    return columns._replace(wording=_wording_width(view, rows, right - left - columns.label))


def name_left(columns: Columns, depth: int) -> int:
    """Return how far the name of a row stands from the left side of its pane."""
    return columns.number + (columns.part_number + (min(depth, _DEEPEST) - 1) * INDENT if depth else 0)


def heading_room(columns: Columns) -> int:
    """Return how wide the name of a group may be: up to where the years begin."""
    return columns.label - columns.number - 7 + BESIDE + int(GUTTER)


def lines_of(view: Timeline, columns: Columns, most_lines: int, pad: float) -> list[Line]:
    """Return the lines with their least heights.

    Args:
        view: the timeline.
        columns: how wide they are.
        most_lines: lines that the name of a row may take.
        pad: air in every row.
    """
    made: list[Line] = []
    for group in view.groups:
        if group.id or group.name:
            names = wrapped(group.name, style.BAND, heading_room(columns) - 4, 2) or (" ",)
            above = BETWEEN_GROUPS if made else 0.0
            made.append(Line(group, None, names, "", above, len(names) * style.BAND.size * style.LINE + 5.0 + above + UNDER_GROUP))
        for at, row in enumerate(group.rows):
            before, after = group.rows[at - 1] if at else None, group.rows[at + 1] if at + 1 < len(group.rows) else None
            starts = not row.depth and before is not None and (before.depth or (after is not None and after.depth))
            made.append(_line(group, row, columns, most_lines, view.language, BETWEEN_EFFORTS if starts else 0.0, pad))
    return made


def split(lines: list[Line], panes: int, over: float) -> list[list[Line]]:
    """Divide the lines over panes before an effort or a group, as evenly as can be; a divided group has its heading over both parts.

    Args:
        lines: all of them.
        panes: one or two.
        over: how much less height the first pane has than the second.
    """
    if panes == 1:
        return [lines]
    places = [at for at, one in enumerate(lines) if at and (one.row is None or not one.row.depth) and lines[at - 1].row is not None]
    if not places:
        return [lines, []]
    halves = [(lines[:at], _continued(lines, at)) for at in places]
    first, second = min(halves, key=lambda half: max(_height(half[0]) + over, _height(half[1])))
    return [first, second]


def _height(lines: list[Line]) -> float:
    return sum(one.height for one in lines)


def _continued(lines: list[Line], at: int) -> list[Line]:
    """Return the lines from one on, below the heading of their group."""
    rest = [lines[at]._replace(height=lines[at].height - lines[at].above, above=0.0), *lines[at + 1 :]]
    heading = next((one for one in lines[:at] if one.row is None and one.group.id == lines[at].group.id), None)
    if heading is None or lines[at].row is None:
        return rest
    return [heading._replace(height=heading.height - heading.above, above=0.0, again=True), *rest]


def _most_label(view: Timeline, width: int) -> int:
    """Return how wide names may be: a share of the width, more where the axis has few years."""
    if width >= _WIDE:
        return int(width * _SHARE_OF_WIDE)
    years = view.window.last - view.window.first + 1 if view.window else 1
    axis = years * _NARROW_YEAR + BESIDE + 2 * int(GUTTER)
    return int(min(max(width * _SHARE, width - axis), width * _MOST_SHARE))


def _number_width(numbers: list[str], kind: style.Type) -> int:
    widths = [width_of(one, kind) for one in numbers if one]
    return int(min(max(widths, default=0.0), NUMBER_ROOM)) + 7 if widths else 0


def _name_width(row: Row, language: str) -> float:
    kind = style.ROW if row.depth else style.WORK
    return width_of(row.name, kind) + (width_of(_aside(row, language), style.ASIDE) + 6 if row.parts else 0)


def _aside(row: Row, language: str) -> str:
    """Return what stands behind the name of an effort whose parts have no rows."""
    return say_of_pictures("parts", language, count=row.parts) if row.parts else ""


def _wording_width(view: Timeline, rows: list[Row], room: int) -> int:
    needed = int(max((width_of(f"“{row.wording}”", style.ASIDE) for row in rows if row.wording), default=-6)) + 6
    wanted = min(needed, _MOST_WORDING)
    years = view.window.last - view.window.first + 1 if view.window else 0
    least = max(_LEAST_AXIS, years * _LEAST_YEAR) + 2 * BESIDE + 2 * int(GUTTER)
    return wanted if wanted and room - wanted >= least else 0


def _line(group: Group, row: Row, columns: Columns, most_lines: int, language: str, above: float, pad: float) -> Line:
    kind = style.ROW if row.depth else style.WORK
    aside = _aside(row, language)
    room = columns.label - name_left(columns, row.depth) - (width_of(aside, style.ASIDE) + 6 if aside else 0)
    names = wrapped(row.name, kind, room - 3, most_lines) or (" ",)
    return Line(group, row, names, aside, above, len(names) * kind.size * style.LINE + pad + above)
