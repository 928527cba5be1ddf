"""The texts of the picture by theme as labels of the engine; every line is escaped where all texts of pictures are."""

from __future__ import annotations

from dinkit.drawing import style
from dinkit.drawing.markup import TABLE, chip, text_lines
from dinkit.drawing.style import Hue, Type
from dinkit.drawing.themes import sizes
from dinkit.drawing.themes.entries import Fact
from dinkit.drawing.themes.sizes import AROUND, Card, Head, Row, Said

SQUARE = 4


def head_label(head: Head) -> str:
    """Return the label of the name of a group: white on its colour, with the count below it."""
    room = head.width - 2 * sizes.INSET - head.front
    rows = _line(head.front, head.number, sizes.GROUP, style.PAPER, _cell(room, head.names, sizes.GROUP, style.PAPER))
    rows += _line(head.front, "", sizes.COUNT, style.PAPER, _cell(room, head.note, sizes.COUNT, style.PAPER)) if head.note else ""
    below = int(head.height - sizes.natural_height(head))
    return _table(rows + (f'<TR><TD HEIGHT="{below}"></TD></TR>' if below > 0 else ""))


def title_label(card: Card, hue: Hue, *, goes_on: bool) -> str:
    """Return the label of the name of a theme at the top of its card."""
    room = card.width - 2 * sizes.INSET - card.front
    names = card.again if goes_on else card.names
    rows = _line(card.front, "", sizes.WITHIN, hue.deep, _cell(room, card.within, sizes.WITHIN, style.SOFT_INK)) if card.within else ""
    rows += _line(card.front, card.number, sizes.BOX, hue.deep, _cell(room, names, sizes.BOX, hue.deep))
    return _table(_space(card.width - 2 * sizes.INSET) + rows + _space(card.width - 2 * sizes.INSET))


def row_label(row: Row, hue: Hue) -> str:
    """Return the label of an effort: its name, what there is to know of it, and its parts."""
    room = row.width - row.front
    rows = _name(row, hue) + "".join(_line(row.front, "", sizes.NAME, hue.deep, _said(one, room, hue)) for one in row.said)
    return _table(_space(row.width) + rows + _space(row.width))


def end_label(card: Card) -> str:
    """Return the label at the end of a card: how many efforts are not shown, or that there are none."""
    return _table(f"<TR>{_cell(card.width - 2 * sizes.INSET, (card.end,), sizes.NOTE, style.SOFT_INK)}</TR>")


def _name(row: Row, hue: Hue) -> str:
    entry = row.entry
    kind = sizes.AGAIN_NAME if entry.is_again else sizes.NAME
    room = row.width - row.front - sizes.chip_room(entry) - sizes.aside_room(row.aside)
    height = sizes.lines_height(len(row.names), kind)
    cells = _front_cell(row.front, row.sign, kind, hue.deep) if row.sign else _square(row.front, hue.deep, height)
    cells += _cell(room, row.names, kind, style.SOFT_INK if entry.is_again else style.INK)
    if row.aside:
        cells += f'<TD ALIGN="RIGHT" VALIGN="TOP" WIDTH="{sizes.aside_room(row.aside)}">{text_lines((row.aside,), style.CHIP, style.SOFT_INK)}</TD>'
    if entry.steering_mark:
        cells += _chip(entry.steering_mark, height)
    return f'<TR><TD ALIGN="LEFT">{TABLE}><TR>{cells}</TR></TABLE></TD></TR>'


def _chip(mark: str, height: float) -> str:
    """Return the sign of steering beside the first line of a name that is as high as this."""
    below = int(height - style.CHIP_SIZE)
    filler = f'<TR><TD HEIGHT="{below}"></TD></TR>' if below > 0 else ""
    sign = chip(mark, ink=style.SOFT_INK, fill=style.PANEL, border=style.RULE)
    return f'<TD WIDTH="{sizes.CHIP_GAP}"></TD><TD VALIGN="TOP">{TABLE}><TR><TD>{sign}</TD></TR>{filler}</TABLE></TD>'


def _square(front: int, ink: str, height: float) -> str:
    """Return the cell in front of an effort without a number: a square beside its first line, for the dot stands for a target."""
    side, beside = f'FIXEDSIZE="TRUE" WIDTH="{SQUARE}" HEIGHT="{SQUARE}"', f'<TD WIDTH="{front - SQUARE}"></TD>'
    rows = f"<TR><TD {side}></TD>{beside}</TR>" + f'<TR><TD {side} BGCOLOR="{ink}"></TD>{beside}</TR>'
    rows += f'<TR><TD HEIGHT="{int(height) - 2 * SQUARE}"></TD>{beside}</TR>'
    return f'<TD ALIGN="LEFT" VALIGN="TOP" WIDTH="{front}">{_table(rows)}</TD>'


def _said(said: Said, width: int, hue: Hue) -> str:
    """Return the cell of a fact or a part, with its sign in front and its note below it."""
    room = width - said.front
    if isinstance(said.what, Fact):
        return f'<TD ALIGN="LEFT">{_table(_line(said.front, said.sign, style.CHIP, hue.deep, _fact(said.what, said.lines, room)))}</TD>'
    kind = sizes.PART._replace(bold=said.what.is_focus)
    rows = _line(said.front, said.sign, sizes.PART, style.SOFT_INK, _cell(room, said.lines, kind, style.INK))
    rows += _line(said.front, "", sizes.NOTE, style.SOFT_INK, _cell(room, said.note, sizes.NOTE, style.SOFT_INK)) if said.note else ""
    return f'<TD ALIGN="LEFT">{_table(rows)}</TD>'


def _fact(fact: Fact, lines: tuple[str, ...], width: int) -> str:
    ink = {"alarm": style.ALARM, "target": style.INK}.get(fact.key, style.SOFT_INK)
    return _cell(width, lines, sizes.FACTS[fact.key], ink, fill=style.ALARM_FILL if fact.key == "alarm" else "")


def _line(front: int, sign: str, kind: Type, ink: str, cells: str) -> str:
    return f'<TR><TD ALIGN="LEFT">{TABLE}><TR>{_front_cell(front, sign, kind, ink)}{cells}</TR></TABLE></TD></TR>'


def _front_cell(front: int, sign: str, kind: Type, ink: str) -> str:
    return f'<TD ALIGN="LEFT" VALIGN="TOP" WIDTH="{front}">{text_lines((sign,), kind, ink) if sign else ""}</TD>' if front else ""


def _cell(width: int, lines: tuple[str, ...], kind: Type, ink: str, fill: str = "") -> str:
    colour = f' BGCOLOR="{fill}"' if fill else ""
    return f'<TD ALIGN="LEFT" BALIGN="LEFT" VALIGN="TOP" WIDTH="{width}"{colour}>{text_lines(lines, kind, ink)}</TD>'


def _space(width: int) -> str:
    return f'<TR><TD FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{AROUND:.0f}"></TD></TR>'


def _table(rows: str) -> str:
    return f"{TABLE}>{rows}</TABLE>"
