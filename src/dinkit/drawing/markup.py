"""The texts of a box as an HTML-like label of Graphviz. `_text` is the one place where text of users is escaped."""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.boxes import COLUMN_GAP, GAP, UNDER_NAME, Box, Heading, Item, is_beside, lines_in, mark_room, number_room, row_number
from dinkit.drawing.metrics import shown, width_of
from dinkit.drawing.nodes import Node
from dinkit.drawing.view import LegendEntry

TABLE = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'


def box_label(box: Box) -> str:
    """Return the label of a box: name, sub-efforts, targets and states below each other."""
    hue = style.hue_of(box.node.family)
    ink = style.PAPER if box.node.kind == "main" else style.INK
    rows = [_space(style.ABOVE, box), _name(box, ink, hue)]
    rows += [_space(UNDER_NAME, box), _items(box, hue)] if box.items else []
    rows += [_space(2.0, box), *_targets(box, ink, hue)] if box.targets else []
    for key, lines in box.states:
        rows += [_space(2.0, box), _state(lines, key, box)]
    inner = "".join(f"<TR>{row}</TR>" for row in (*rows, _space(style.ABOVE, box)))
    return f"{TABLE}>{inner}</TABLE>"


def is_alarmed(node: Node) -> bool:
    """Say whether a box has a state that calls for attention."""
    return any(state.key in ("uncovered", "loose", "damaged") for state in node.states)


def fill_of(node: Node) -> str:
    """Return the colour of the inside of a box."""
    hue = style.hue_of(node.family)
    fills = {"main": hue.deep, "sub": hue.mid, "operational": hue.light, "benefit": hue.light, "capability": hue.light}
    return fills.get(node.kind, style.PAPER)


def heading_label(heading: Heading) -> str:
    """Return the label of a column heading: words over a rule, with the question that the column answers."""
    width = f'ALIGN="LEFT" BALIGN="LEFT" WIDTH="{heading.width:.0f}"'
    words = text_lines(heading.lines, style.HEADING, style.INK)
    question = _text(heading.note[0] if heading.note else " ", style.QUESTION, style.SOFT_INK)
    space = f'<TD FIXEDSIZE="TRUE" WIDTH="{heading.width:.0f}" HEIGHT="3"></TD>'
    rule = f'<TD FIXEDSIZE="TRUE" WIDTH="{heading.width:.0f}" HEIGHT="2" BGCOLOR="{style.INK}"></TD>'
    return f"{TABLE}><TR><TD {width}>{words}</TD></TR><TR><TD {width}>{question}</TD></TR><TR>{space}</TR><TR>{rule}</TR></TABLE>"


def band_label(heading: Heading) -> str:
    """Return the label of the heading over a band of efforts."""
    number_width = heading.number_width
    number = (
        f'<TD ALIGN="LEFT" VALIGN="TOP" WIDTH="{number_width:.0f}">{_text(heading.number, style.BAND, style.PAPER)}</TD>' if heading.number else ""
    )
    room = heading.width - 2 * style.PADDING - number_width
    note = text_lines(heading.note, style.BAND_NOTE, style.PAPER)
    if is_beside(heading.lines, heading.note, room):
        left = width_of(heading.lines[0], style.BAND) + GAP
        words = f'<TR><TD ALIGN="LEFT" WIDTH="{left:.0f}">{text_lines(heading.lines, style.BAND, style.PAPER)}</TD>'
        words += f'<TD ALIGN="RIGHT" WIDTH="{room - left:.0f}">{note}</TD></TR>'
    else:
        words = f'<TR><TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="{room:.0f}">{text_lines(heading.lines, style.BAND, style.PAPER)}</TD></TR>'
        words += f'<TR><TD ALIGN="LEFT" BALIGN="LEFT">{note}</TD></TR>'
    edge = f'<TR><TD HEIGHT="{style.ABOVE:.0f}" COLSPAN="2"></TD></TR>'
    return f'{TABLE}>{edge}<TR>{number}<TD ALIGN="LEFT">{TABLE}>{words}</TABLE></TD></TR>{edge}</TABLE>'


def lines_label(lines: list[tuple[str, style.Type, str]], width: float, *, align: str = "LEFT") -> str:
    """Return a label of lines below each other, each with its own type and colour."""
    rows = "".join(f'<TR><TD ALIGN="{align}" WIDTH="{width:.0f}">{_text(text, kind, ink)}</TD></TR>' for text, kind, ink in lines)
    return f'{TABLE} WIDTH="{width:.0f}">{rows}</TABLE>'


class Cell(NamedTuple):
    """A place in a row of cells, and the lines of text in it."""

    width: int
    lines: tuple[str, ...] = ()
    kind: style.Type = style.ROW
    ink: str = style.INK
    align: str = "LEFT"


def cells_label(cells: list[Cell]) -> str:
    """Return a label of cells beside each other."""
    inner = "".join(
        f'<TD ALIGN="{cell.align}" BALIGN="{cell.align}" WIDTH="{cell.width}">{text_lines(cell.lines, cell.kind, cell.ink)}</TD>'
        for cell in cells
        if cell.width > 0
    )
    return f"{TABLE}><TR>{inner}</TR></TABLE>"


def legend_label(title: str, lines: list[str], *, width: float, sample: float, entry: LegendEntry | None = None) -> str:
    """Return the label of one entry of the legend, with its sign in front, or of the title over all of them."""
    if title:
        rule = f'<TD FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="4" BORDER="1" SIDES="B" COLOR="{style.RULE}"></TD>'
        words = f'<TR><TD ALIGN="LEFT" WIDTH="{width:.0f}">{_text(title, style.LEGEND._replace(bold=True), style.INK)}</TD></TR>'
        return f"{TABLE}>{words}<TR>{rule}</TR></TABLE>"
    sign = f'<TD VALIGN="TOP" WIDTH="{sample:.0f}">{_sign(entry)}</TD>' if sample else ""
    kind = style.LEGEND if sample else style.LEGEND._replace(italic=True)
    words = f'<TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="{width - sample:.0f}">{text_lines(tuple(lines), kind, style.INK)}</TD>'
    return f"{TABLE}><TR>{sign}{words}</TR></TABLE>"


def _sign(entry: LegendEntry | None) -> str:
    if entry is not None and entry.key == "focus":
        size = f'WIDTH="{style.CHIP_SIZE + 6:.0f}" HEIGHT="{style.CHIP_SIZE - 3:.0f}"'
        return f'<TABLE BORDER="3" COLOR="{style.FOCUS}" STYLE="ROUNDED" CELLBORDER="0" CELLSPACING="0" FIXEDSIZE="TRUE" {size}><TR><TD></TD></TR></TABLE>'
    if entry is None or not entry.mark:
        return ""
    if entry.key == "steering":
        return chip(entry.mark, ink=style.SOFT_INK, fill=style.PANEL, border=style.RULE)
    alarm = entry.key in ("uncovered", "loose", "damaged")
    return _text(entry.mark, style.STATE, style.ALARM if alarm else style.INK)


def chip(mark: str, *, ink: str, fill: str, border: str) -> str:
    """Return a cell with one sign in a small frame."""
    size, inside = f"{style.CHIP_SIZE:.0f}", f"{style.CHIP_SIZE - 2:.0f}"
    return (
        f'<TABLE BORDER="1" COLOR="{border}" STYLE="ROUNDED" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" BGCOLOR="{fill}" FIXEDSIZE="TRUE" '
        f'WIDTH="{size}" HEIGHT="{size}"><TR><TD FIXEDSIZE="TRUE" WIDTH="{inside}" HEIGHT="{inside}">{_text(mark, style.CHIP, ink)}</TD></TR></TABLE>'
    )


def _space(height: float, box: Box) -> str:
    """Return an empty cell as wide as the inside of the box."""
    return f'<TD FIXEDSIZE="TRUE" WIDTH="{box.width - 2 * style.PADDING:.0f}" HEIGHT="{height:.0f}"></TD>'


def _name(box: Box, ink: str, hue: style.Hue) -> str:
    kind = style.NAMES[box.node.kind]
    number_ink = style.PAPER if box.node.kind == "main" else hue.deep
    cells = ""
    if box.number:
        cells += f'<TD ALIGN="LEFT" VALIGN="TOP" WIDTH="{box.number_width:.0f}">{_text(box.number, kind, number_ink)}</TD>'
    inner = box.width - 2 * style.PADDING
    room = inner - box.number_width - (style.CHIP_SIZE + GAP if box.node.steering_mark else 0)
    aside = width_of(box.aside, style.ROW) + GAP if box.aside else 0.0
    cells += f'<TD ALIGN="LEFT" BALIGN="LEFT" VALIGN="TOP" WIDTH="{room - aside:.0f}">{text_lines(box.name, kind, ink)}</TD>'
    if box.aside:
        cells += f'<TD ALIGN="RIGHT" WIDTH="{aside:.0f}">{_text(box.aside, style.ROW, style.SOFT_INK)}</TD>'
    if box.node.steering_mark:
        sign = chip(box.node.steering_mark, ink=style.SOFT_INK, fill=style.PANEL, border=style.RULE)
        below = len(box.name) * kind.size * style.LINE - style.CHIP_SIZE
        filler = f'<TR><TD HEIGHT="{below:.0f}"></TD></TR>' if below >= 1 else ""
        cells += f'<TD WIDTH="{GAP:.0f}"></TD><TD VALIGN="TOP">{TABLE}><TR><TD>{sign}</TD></TR>{filler}</TABLE></TD>'
    return f'<TD ALIGN="LEFT">{TABLE}><TR>{cells}</TR></TABLE></TD>'


def _items(box: Box, hue: style.Hue) -> str:
    """Return the sub-efforts in their columns, each column a table of its own, the shorter one filled up."""
    tallest = max(lines_in(column) for column in box.items)
    cells = [
        f'<TD ALIGN="LEFT" VALIGN="TOP" WIDTH="{box.item_width:.0f}">{TABLE}>'
        + "".join(_item(item, column, box, hue) for item in column)
        + f'<TR><TD HEIGHT="{(tallest - lines_in(column)) * style.ROW.size * style.LINE:.0f}"></TD></TR></TABLE></TD>'
        for column in box.items
        if column
    ]
    between = f'<TD WIDTH="{COLUMN_GAP:.0f}"></TD>'
    return f'<TD ALIGN="LEFT">{TABLE}><TR>{between.join(cells)}</TR></TABLE></TD>'


def _item(item: Item, column: tuple[Item, ...], box: Box, hue: style.Hue) -> str:
    width = box.item_width
    front = number_room(item.row, box.number_width)
    behind = max(mark_room(one) for one in column) if item.mark else 0.0
    kind = style.ROW._replace(bold=item.row.is_focus)
    mark = f'<TD ALIGN="RIGHT" VALIGN="BOTTOM" WIDTH="{behind:.0f}">{_text(item.mark, style.CHIP, hue.deep)}</TD>' if item.mark else ""
    number = _text(row_number(item.row) or "•", style.ROW, style.SOFT_INK)
    return (
        f'<TR><TD ALIGN="LEFT">{TABLE}><TR><TD ALIGN="LEFT" VALIGN="TOP" WIDTH="{front:.0f}">{number}</TD>'
        f'<TD ALIGN="LEFT" BALIGN="LEFT" VALIGN="TOP" WIDTH="{width - front - behind:.0f}">{text_lines(item.lines, kind, style.INK)}</TD>{mark}</TR></TABLE></TD></TR>'
    )


def _targets(box: Box, ink: str, hue: style.Hue) -> list[str]:
    """Return the targets below a rule, each with a dot in front."""
    inner = box.width - 2 * style.PADDING
    colour = style.PAPER if box.node.kind == "main" else hue.deep
    rule = f'<TD FIXEDSIZE="TRUE" WIDTH="{inner:.0f}" HEIGHT="4" BORDER="1" SIDES="T" COLOR="{colour}"></TD>'
    rows = "".join(
        f'<TR><TD ALIGN="LEFT" VALIGN="TOP" WIDTH="10">{_text("•", style.TARGET._replace(bold=True), colour)}</TD>'
        f'<TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="{inner - 10:.0f}">{text_lines(lines, style.TARGET, ink)}</TD></TR>'
        for lines in box.targets
    )
    return [rule, f'<TD ALIGN="LEFT">{TABLE}>{rows}</TABLE></TD>']


def _state(lines: tuple[str, ...], key: str, box: Box) -> str:
    plain = key not in ("uncovered", "loose", "damaged")
    own_ink = style.PAPER if box.node.kind == "main" else style.SOFT_INK
    ink = own_ink if plain else style.ALARM
    fill = "" if plain else f' BGCOLOR="{style.ALARM_FILL}"'
    width = f"{box.width - 2 * style.PADDING:.0f}"
    return f'<TD ALIGN="LEFT"><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2"{fill}><TR><TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="{width}">{text_lines(lines, style.STATE, ink)}</TD></TR></TABLE></TD>'


def text_lines(lines: tuple[str, ...], kind: style.Type, ink: str) -> str:
    """Return lines of text for a cell, escaped."""
    return '<BR ALIGN="LEFT"/>'.join(_text(line, kind, ink) for line in lines)


def _text(text: str, kind: style.Type, ink: str) -> str:
    r"""Return one line of text, escaped: no sign of a user becomes markup.

    The engine puts names in the place of `\N` and the like, even in HTML-like labels and after it has read the entities; it does
    so per run of text, so every backslash ends its run.
    """
    seen = shown(text)
    kept = text.replace(text.strip(), seen) if text.strip() else " "
    return "".join(_run(run, kind, ink) for run in re.split(r"(?<=\\)", kept) if run)


def _run(text: str, kind: style.Type, ink: str) -> str:
    face = f' FACE="{style.face_of(kind)}"' if kind.bold or kind.italic else ""
    return f'<FONT POINT-SIZE="{kind.size:g}" COLOR="{ink}"{face}>{escape(text, quote=True)}</FONT>'
