"""The page of the picture by theme as DOT in which every place is given: panels and cards, and every text in a label of its own.

Nothing of a user stands anywhere but in a label, and nothing depends on where the engine would put it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.dot import Graph
from dinkit.drawing.finish import Told
from dinkit.drawing.masthead import draw_masthead
from dinkit.drawing.page import Page
from dinkit.drawing.style import Hue, hue_of
from dinkit.drawing.themes.columns import AROUND_CARDS, BETWEEN_CARDS, BETWEEN_GROUPS, IN_CARD, Column, Piece, Sized, piece_height
from dinkit.drawing.themes.foot import draw_foot
from dinkit.drawing.themes.groups import Group
from dinkit.drawing.themes.markup import end_label, head_label, row_label, title_label
from dinkit.drawing.themes.sheet import BETWEEN_COLUMNS, OUTSIDE, UNDER_HEAD, Sheet, needed, page_size
from dinkit.drawing.themes.sizes import INSET, PANEL, end_height, head_of, title_height
from dinkit.drawing.themes.view import Themes, named, text_equivalent

FRAME = 4.0
"""How far the frame around the effort in focus sticks out."""
_FOCUS = {"shape": "box", "style": "rounded", "color": style.FOCUS, "penwidth": "2.5"}


class Item(NamedTuple):
    """Something on the page: a text, or a frame behind texts; `kind` is the letter with which its name in the DOT begins."""

    kind: str
    left: float
    top: float
    width: float
    height: float
    markup: str
    title: str
    looks: dict[str, str]


def page_of(view: Themes, sheet: Sheet) -> Page:
    """Compose the page of a sheet."""
    graph = _graph(sheet)
    left, top = _corner(sheet)
    draw_masthead(graph, sheet.masthead, left=left - OUTSIDE, top=top, width=sheet.width + 2 * OUTSIDE)
    for name, item in items_of(view, sheet):
        looks = {"width": f"{item.width / 72:.4f}", "height": f"{item.height / 72:.4f}", "margin": "0"} if item.looks else {}
        pos = f"{item.left + item.width / 2:.2f},{item.top - item.height / 2:.2f}"
        graph.node(name, f"<{item.markup}>" if item.markup else "", id=name, pos=pos, **looks, **item.looks)
    draw_foot(graph, sheet.foot, left, top - needed(sheet) + 2 * style.MARGIN + sheet.foot.height)
    return Page(str(graph.source), sheet.form.paper, sheet.form.landscape, sheet.scale)


def told_of(view: Themes, sheet: Sheet) -> Told:
    """Put the picture in words: a sentence for every theme and every effort."""
    titles = {name: item.title for name, item in items_of(view, sheet) if item.title}
    return Told(view.head.title, view.language, titles, text_equivalent(view))


def items_of(view: Themes, sheet: Sheet) -> Iterator[tuple[str, Item]]:
    """Yield everything with its name: p1 (a panel), h1 (a group), k1 (a card), b1 (a theme), n1 (an effort), x1 (the end of a card)."""
    counts: dict[str, int] = {}
    for item in _items(view, sheet):
        counts[item.kind] = counts.get(item.kind, 0) + 1
        yield f"{item.kind}{counts[item.kind]}", item


def _graph(sheet: Sheet) -> Graph:
    """Return the graph with the paper as its exact bounds."""
    graph = Graph("themes")
    width, height = page_size(sheet)
    looks = {"size": f"{width * sheet.scale / 72:.4f},{height * sheet.scale / 72:.4f}!", "pad": "0", "margin": "0", "bgcolor": style.PAPER}
    graph.attr("graph", **looks)
    graph.attr("node", shape="plain", fontname=style.FAMILY)
    for name, x, y in (("c1", 0.0, 0.0), ("c2", width, height)):
        graph.node(name, "", shape="point", style="invis", width="0.001", height="0.001", pos=f"{x:.2f},{y:.2f}")
    return graph


def _corner(sheet: Sheet) -> tuple[float, float]:
    """Return left and top of what is drawn: in the middle of the page, and of what is free above and below more below."""
    width, height = page_size(sheet)
    return (width - sheet.width) / 2, height - style.MARGIN - (height - needed(sheet)) * 0.4


def _items(view: Themes, sheet: Sheet) -> Iterator[Item]:
    """Yield everything from left to right, what is behind before what stands on it."""
    left, top = _corner(sheet)
    top -= sheet.masthead.height + UNDER_HEAD
    floor = top - sheet.height
    for run, column in zip(sheet.runs, sheet.widths, strict=True):
        y = top
        for at, columns in zip(run.groups, run.columns, strict=True):
            is_last = at == run.groups[-1]
            items = list(_group(view.groups[at], sheet, at, columns, column, left, y))
            bottom = floor if is_last else min(item.top - item.height for item in items) - AROUND_CARDS
            yield from _panel(view.groups[at], items, left, y, bottom)
            y = bottom - BETWEEN_GROUPS
        left += run.width * (column + BETWEEN_COLUMNS)


def _panel(group: Group, items: list[Item], left: float, top: float, bottom: float) -> Iterator[Item]:
    hue = hue_of(group.family)
    looks = {"shape": "box", "style": "filled", "color": hue.light, "fillcolor": hue.light, "penwidth": "1"}
    yield Item("p", left, top, items[0].width, top - bottom, "", "", looks)
    yield from items


def _group(group: Group, sheet: Sheet, at: int, columns: tuple[Column, ...], column_width: int, left: float, top: float) -> Iterator[Item]:
    """Yield the name of a group over all its columns, and its cards."""
    hue, sized = hue_of(group.family), sheet.groups[at]
    width = len(columns) * column_width + (len(columns) - 1) * BETWEEN_COLUMNS
    head = head_of(group, width)._replace(height=sized.head.height)
    frame = {"color": style.FOCUS, "penwidth": "2.5"} if group.is_focus else {"color": hue.deep, "penwidth": "1"}
    looks = {"shape": "box", "style": "filled", "fillcolor": hue.deep, **frame}
    yield Item("h", left, top, head.width, head.height, head_label(head), named(group.number, group.name, group.note), looks)
    for column in columns:
        y = top - head.height - AROUND_CARDS
        for piece in column:
            card = sized.cards[piece.card]
            size = piece_height(card, piece, sheet.form.between)
            yield from _card(sheet, sized, piece, hue, left + PANEL, y)
            y -= size + BETWEEN_CARDS
        left += column_width + BETWEEN_COLUMNS


def _card(sheet: Sheet, sized: Sized, piece: Piece, hue: Hue, left: float, top: float) -> Iterator[Item]:
    """Yield a card with what stands on it."""
    card = sized.cards[piece.card]
    framed = {"color": style.FOCUS, "penwidth": "2.5"} if card.box.is_focus else {"color": hue.deep, "penwidth": "0.8"}
    looks = {"shape": "box", "style": "rounded,filled", "fillcolor": style.PAPER, **framed}
    height = piece_height(card, piece, sheet.form.between)
    yield Item("k", left, top, card.width, height, "", "", looks)
    y, width = top - IN_CARD, card.width - 2 * INSET
    left += INSET
    if card.names:
        size = title_height(card, goes_on=piece.start > 0)
        title = named(card.box.number, card.box.name, "".join(card.within))
        yield Item("b", left, y, width, size, title_label(card, hue, goes_on=piece.start > 0), title, {})
        y -= size
    for row in card.rows[piece.start : piece.stop]:
        if row.entry.is_focus:
            yield Item("f", left - FRAME, y + FRAME / 2, width + 2 * FRAME, row.height + FRAME, "", "", _FOCUS)
        yield Item("n", left, y, width, row.height, row_label(row, hue), row.entry.title, {})
        y -= row.height + sheet.form.between
    if card.end and piece.stop == len(card.rows):
        yield Item("x", left, top - height + IN_CARD + end_height(card), width, end_height(card), end_label(card), card.end, {})
