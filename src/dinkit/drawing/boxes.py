"""The boxes at their size: lines broken for the sheet they stand on, and how high they become.

The engine sets the final height; what is computed here serves to choose a sheet and to spread columns over it.
"""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.bands import Band
from dinkit.drawing.metrics import width_of, wrapped
from dinkit.drawing.nodes import ROW_MARK, STATE_MARK, Node, Row
from dinkit.drawing.view import Column, View

GAP = 5.0
"""Between the number, the name and the sign for steering."""
LONGEST_NUMBER = 40.0
"""Room for the number of a sub-effort."""
COLUMN_GAP = 10.0
"""Between two columns of sub-efforts."""
UNDER_NAME = 2.0
"""Between the name and the sub-efforts."""
WIDEST_NUMBER = 26.0
"""Room for the number of a box, up to which all boxes of a kind give it the same room, so that their names begin at one line."""
LEAST_ROOM = 12.0
"""Least room for a number in a box with sub-efforts."""


class Item(NamedTuple):
    """One sub-effort with its lines."""

    row: Row
    lines: tuple[str, ...]
    mark: str
    """Behind the last line, such as "» II a"."""


class Box(NamedTuple):
    """One box of the sheet: what is printed on it, line by line."""

    node: Node
    width: float
    height: float
    number: str
    number_width: float
    name: tuple[str, ...]
    targets: tuple[tuple[str, ...], ...]
    aside: str
    """The count of sub-efforts, at the end of the name where it costs no line there."""
    states: tuple[tuple[str, tuple[str, ...]], ...]
    """Key and lines."""
    items: tuple[tuple[Item, ...], ...]
    """Per column of rows."""
    item_width: float
    least_height: float
    """For the lines that arrive."""


class Heading(NamedTuple):
    """A heading of a column, or of a band within it."""

    id: str
    column: str
    width: float
    height: float
    lines: tuple[str, ...]
    note: tuple[str, ...]
    number: str
    number_width: float


class Sized(NamedTuple):
    """All boxes of a view on one sheet."""

    sheet: style.Sheet
    boxes: dict[str, Box]
    headings: dict[str, Heading]
    """By column key."""
    bands: dict[str, Heading]
    """By band id."""
    stacks: tuple[tuple[str, ...], ...] = ()
    """Efforts below the goals in stacks beside each other; empty where they stand in one row or column."""


def sized(view: View, sheet: style.Sheet) -> Sized:
    """Break all texts for a sheet."""
    numbers: dict[str, float] = {}
    for node in view.nodes:
        numbers[node.kind] = max(numbers.get(node.kind, 0.0), _number_width(node, sheet))
    boxes = {node.id: _with_room_for_lines(box_of(node, sheet, numbers[node.kind]), view) for node in view.nodes}
    headings = {column.key: _heading(column, sheet) for column in view.columns}
    return Sized(sheet, boxes, headings, {band.id: _band(band, sheet, numbers.get("effort", 0.0)) for band in view.bands})


def box_of(node: Node, sheet: style.Sheet, widest: float) -> Box:
    """Break the texts of one box; `widest` is the room for the widest number among the boxes of its kind."""
    width = sheet.widths[node.kind]
    inner = width - 2 * style.PADDING
    kind = style.NAMES[node.kind]
    number = _number(node, sheet)
    number_width = widest if widest <= WIDEST_NUMBER else _number_width(node, sheet)
    room = inner - number_width - (style.CHIP_SIZE + GAP if node.steering_mark else 0.0)
    name = wrapped(node.name, kind, room, style.LINES_OF_NAME) or ("",)
    targets = tuple(wrapped(target, style.TARGET, inner - 10, 3) for target in node.targets)
    aside = next((state.text for state in node.states if state.key == "parts"), "")
    if aside:
        beside = wrapped(node.name, kind, room - width_of(aside, style.ROW) - 2 * GAP, style.LINES_OF_NAME)
        aside = aside if len(beside) <= len(name) and room > 3 * width_of(aside, style.ROW) else ""
        name = beside if aside else name
    told = [state for state in node.states if not (aside and state.key == "parts")]
    states = tuple((state.key, wrapped(f"{STATE_MARK.get(state.key, '')} {state.text}".strip(), style.STATE, inner - 8, 2)) for state in told)
    columns = sheet.row_columns if len(node.rows) > 1 else 1
    item_width = (inner - (columns - 1) * COLUMN_GAP) / columns
    items = _columns([_item(row, item_width, number_width) for row in node.rows], columns)
    items = tuple(_with_room_for_marks(column, item_width, number_width) for column in items)
    box = Box(node, width, 0.0, number, number_width, name, targets, aside, states, items, item_width, 0.0)
    return box._replace(height=_height(box))


def _with_room_for_lines(box: Box, view: View) -> Box:
    """Make a box high enough for all lines at one side of it, so that their arrows and signs stay apart."""
    arriving = sum(edge.target == box.node.id and edge.type in ("contributes_to", "hinders") for edge in view.edges)
    leaving = sum(edge.source == box.node.id and edge.type in ("contributes_to", "hinders") for edge in view.edges)
    needs = [(arriving, style.ENDS_APART), (leaving, style.SIGNS_APART)] if view.direction != "TB" else [(leaving, style.SIGNS_APART)]
    least = max((2 * style.ENDS_FROM_CORNER + apart * min(count - 1, style.MOST_ENDS) for count, apart in needs if count > 1), default=0.0)
    return box._replace(height=max(box.height, least), least_height=least)


def _number(node: Node, sheet: style.Sheet) -> str:
    inner = sheet.widths[node.kind] - 2 * style.PADDING
    return next(iter(wrapped(node.number, style.NAMES[node.kind], inner / 3, 1)), "")


def _number_width(node: Node, sheet: style.Sheet) -> float:
    number = _number(node, sheet)
    own = width_of(number, style.NAMES[node.kind]) + GAP if number else 0.0
    return max(own, LEAST_ROOM) if number and node.rows else own


def number_room(row: Row, least: float) -> float:
    """Return the width in front of the name of a sub-effort; `least` is that in front of the name of its effort."""
    return max(LEAST_ROOM, least if least <= WIDEST_NUMBER else 0.0, width_of(row_number(row), style.ROW) + 4.0) + 8.0 * min(row.depth, 4)


def row_number(row: Row) -> str:
    """Return the number of a sub-effort as far as there is room for it."""
    return next(iter(wrapped(row.number, style.ROW, LONGEST_NUMBER, 1)), "")


def mark_room(item: Item) -> float:
    """Return the width behind the name of a sub-effort."""
    return width_of(item.mark, style.CHIP) + GAP if item.mark else 0.0


def _item(row: Row, width: float, front: float) -> Item:
    signs = " ".join(f"{ROW_MARK.get(one.key, '!')} {one.text}" for one in row.marks)
    mark = next(iter(wrapped(signs, style.CHIP, width / 2, 1)), "")
    item = Item(row, (), mark)
    return item._replace(lines=_lines(item, width - mark_room(item), front))


def _with_room_for_marks(column: tuple[Item, ...], width: float, front: float) -> tuple[Item, ...]:
    """Break the names anew that stand before a sign: the signs of a column are one under the other."""
    room = max((mark_room(item) for item in column), default=0.0)
    return tuple(item._replace(lines=_lines(item, width - room, front)) if item.mark else item for item in column)


def _lines(item: Item, width: float, front: float) -> tuple[str, ...]:
    kind = style.ROW._replace(bold=item.row.is_focus)
    return wrapped(item.row.name, kind, width - number_room(item.row, front), 3) or ("",)


def _columns(items: list[Item], columns: int) -> tuple[tuple[Item, ...], ...]:
    """Deal sub-efforts over columns, downward first, the columns about equally high."""
    if columns == 1 or not items:
        return (tuple(items),) if items else ()
    half = sum(len(item.lines) for item in items) / 2
    taken, at = 0, 0
    while at < len(items) and taken < half:
        taken += len(items[at].lines)
        at += 1
    return tuple(items[:at]), tuple(items[at:])


def _height(box: Box) -> float:
    kind = style.NAMES[box.node.kind]
    height = 2 * style.ABOVE + max(len(box.name) * kind.size * style.LINE, style.CHIP_SIZE if box.node.steering_mark else 0.0)
    height += sum(len(lines) for lines in box.targets) * style.TARGET.size * style.LINE + (6.0 if box.targets else 0.0)
    height += sum(len(lines) * style.STATE.size * style.LINE + 5.0 for _, lines in box.states)
    return height + max((lines_in(column) for column in box.items), default=0) * style.ROW.size * style.LINE + (UNDER_NAME if box.items else 0.0)


def lines_in(column: tuple[Item, ...]) -> int:
    """Return how many lines a column of sub-efforts has."""
    return sum(len(item.lines) for item in column)


def _heading(column: Column, sheet: style.Sheet) -> Heading:
    width = sheet.heading or sheet.widths[column.kind]
    lines = wrapped(column.heading, style.HEADING, width, 2)
    note = wrapped(column.question, style.QUESTION, width, 1)
    height = len(lines) * style.HEADING.size * style.LINE + style.QUESTION.size * style.LINE + 6.0
    return Heading(column.key, column.key, width, height, lines, note, "", 0.0)


def _band(band: Band, sheet: style.Sheet, front: float) -> Heading:
    """The note stands behind the name where there is room, else below it; the name begins where those of its efforts do."""
    width = sheet.widths["effort"]
    number = next(iter(wrapped(band.number, style.BAND, width / 4, 1)), "")
    front = max(width_of(number, style.BAND) + GAP, front if front <= WIDEST_NUMBER else 0.0) if number else 0.0
    room = width - 2 * style.PADDING - front
    lines = wrapped(band.name, style.BAND, room, 3) or ("",)
    note = wrapped(band.note, style.BAND_NOTE, room, 2)
    beside = is_beside(lines, note, room)
    height = len(lines) * style.BAND.size * style.LINE + (0.0 if beside else len(note) * style.BAND_NOTE.size * style.LINE) + 2 * style.ABOVE
    return Heading(band.id, "effort", width, height, lines, note, number, front)


def is_beside(lines: tuple[str, ...], note: tuple[str, ...], room: float) -> bool:
    """Say whether the note of a band fits behind its name."""
    return len(lines) == 1 and len(note) == 1 and width_of(lines[0], style.BAND) + width_of(note[0], style.BAND_NOTE) + 4 * GAP <= room
