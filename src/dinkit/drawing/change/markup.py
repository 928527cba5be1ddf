"""The texts of a box of a change as a label of the engine; every line is escaped where all texts of pictures are."""

from __future__ import annotations

from dinkit.drawing import style
from dinkit.drawing.change.boxes import ABOVE, BETWEEN_COLUMNS, BETWEEN_ITEMS, NUDGE, UNDER_NAME, Block, Box, Item, badge
from dinkit.drawing.change.boxes import BADGE as BADGE_ROOM
from dinkit.drawing.change.looks import LOOKS
from dinkit.drawing.change.runs import Run, markup
from dinkit.drawing.markup import TABLE, chip


def box_label(box: Box) -> str:
    """Return the label of a box: badge and name, what is said otherwise, sub-efforts, and what is not drawn."""
    inner = box.inner
    rows = [_space(ABOVE, inner), _head(box)]
    rows += [_space(UNDER_NAME, inner)] if box.facts or box.columns or box.tail else []
    rows += [_block(block) for block in box.facts]
    rows += [_items(box)] if box.columns else []
    rows += [_block(block) for block in box.tail]
    return f"{TABLE}>{''.join(f'<TR>{row}</TR>' for row in (*rows, _space(ABOVE, inner)))}</TABLE>"


def sign_label(sign: str, state: str) -> str:
    """Return the label of the sign on a line."""
    look = LOOKS[state]
    return chip(sign, ink=look.ink, fill=style.PAPER, border=look.ink)


def _space(height: float, width: float) -> str:
    return f'<TD FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="{height:.0f}"></TD>'


def _head(box: Box) -> str:
    sign = badge(box)
    name = markup(box.head.lines)
    if sign:
        name = f'{TABLE}><TR><TD HEIGHT="{NUDGE:.0f}"></TD></TR><TR><TD ALIGN="LEFT" BALIGN="LEFT">{name}</TD></TR></TABLE>'
    cells = f'<TD ALIGN="LEFT" BALIGN="LEFT" VALIGN="TOP" WIDTH="{box.head.width:.0f}">{name}</TD>'
    if sign:
        look = LOOKS[box.state]
        mark = chip(sign, ink=style.PAPER, fill=look.ink, border=look.ink)
        below = box.head.height + NUDGE - style.CHIP_SIZE - 2
        filler = f'<TR><TD HEIGHT="{below:.0f}"></TD></TR>' if below >= 1 else ""
        front = f'{TABLE}><TR><TD ALIGN="LEFT">{mark}</TD></TR>{filler}</TABLE>'
        cells = f'<TD ALIGN="LEFT" VALIGN="TOP" WIDTH="{BADGE_ROOM:.0f}">{front}</TD>{cells}'
    return f'<TD ALIGN="LEFT">{TABLE}><TR>{cells}</TR></TABLE></TD>'


def _block(block: Block) -> str:
    """Return lines with their sign in front."""
    cells = f'<TD ALIGN="LEFT" BALIGN="LEFT" VALIGN="TOP" WIDTH="{block.width:.0f}">{markup(block.lines)}</TD>'
    if block.front:
        inside = f'<TD WIDTH="{block.indent:.0f}"></TD>' if block.indent else ""
        sign = markup(((Run(block.sign or " ", style.CHIP, block.ink),),))
        cells = f'{inside}<TD ALIGN="LEFT" VALIGN="TOP" WIDTH="{block.front:.0f}">{sign}</TD>{cells}'
    return f'<TD ALIGN="LEFT">{TABLE}><TR>{cells}</TR></TABLE></TD>'


def _items(box: Box) -> str:
    cells = [
        f'<TD ALIGN="LEFT" VALIGN="TOP" WIDTH="{box.column_width:.0f}">{TABLE}>{"".join(_item(item) for item in column)}{_filler(column, box)}</TABLE></TD>'
        for column in box.columns
    ]
    between = f'<TD WIDTH="{BETWEEN_COLUMNS:.0f}"></TD>'
    free = box.inner - len(cells) * (box.column_width + BETWEEN_COLUMNS) + BETWEEN_COLUMNS
    rest = f'<TD WIDTH="{free:.0f}"></TD>' if free >= 1 else ""  # else the engine would spread the columns over the box
    return f'<TD ALIGN="LEFT">{TABLE}><TR>{between.join(cells)}{rest}</TR></TABLE></TD>'


def _item(item: Item) -> str:
    rows = "".join(f"<TR>{_block(block)}</TR>" for block in item.blocks)
    return f'{rows}<TR><TD HEIGHT="{BETWEEN_ITEMS:.0f}"></TD></TR>'


def _filler(column: tuple[Item, ...], box: Box) -> str:
    """Return what makes a column as high as the highest."""
    tallest = max(sum(item.height for item in one) for one in box.columns)
    missing = tallest - sum(item.height for item in column)
    return f'<TR><TD HEIGHT="{missing:.0f}"></TD></TR>' if missing >= 1 else ""
