"""The page of a timeline as DOT in which every place is given: shapes in the background, all text in labels of their own.

Nothing of a user stands anywhere but in a label, and nothing depends on where the engine would put it.
"""

from __future__ import annotations

from datetime import date

from dinkit.drawing import style
from dinkit.drawing.dot import Graph
from dinkit.drawing.finish import Told
from dinkit.drawing.markup import Cell, cells_label
from dinkit.drawing.masthead import draw_masthead
from dinkit.drawing.metrics import width_of, wrapped
from dinkit.drawing.page import Page
from dinkit.drawing.style import Type, hue_of
from dinkit.drawing.timeline.axis import GUTTER, QUARTERS_FROM, labelled, middle, place, quarter_starts, year_width
from dinkit.drawing.timeline.backdrop import PANEL, backdrop, middle_of
from dinkit.drawing.timeline.legend import SAMPLE, TITLE, row_height
from dinkit.drawing.timeline.lines import LANE, NUMBER_ROOM, Line, heading_room, name_left
from dinkit.drawing.timeline.marks import SIZE, placed_marks
from dinkit.drawing.timeline.panes import QUARTER_LANE, Pane, has_years_again, lanes_top, rule_of, words_in
from dinkit.drawing.timeline.rows import Row
from dinkit.drawing.timeline.shapes import background
from dinkit.drawing.timeline.sheet import Sheet
from dinkit.drawing.timeline.view import Timeline, text_equivalent
from dinkit.drawing.timeline.words import say
from dinkit.drawing.words import say as say_of_pictures

_CLEAR = {"shape": "box", "style": "filled", "fillcolor": style.CLEAR, "color": style.CLEAR, "penwidth": "0", "margin": "0"}
_BACKDROP = "all shapes"
_LONGEST = 8000


def page_of(view: Timeline, sheet: Sheet) -> Page:
    """Compose the page of a sheet."""
    graph = _graph(sheet)
    draw_masthead(graph, sheet.masthead, left=sheet.left - PANEL - 1, top=sheet.top, width=sheet.right - sheet.left + 2 * PANEL + 2)
    number = 0
    for at, pane in enumerate(sheet.panes, 1):
        if pane.lines:
            _draw_header(graph, view, pane, at)
            _draw_reference(graph, view, pane, at)
            _draw_banners(graph, view, pane)
        for place_of, one in enumerate(pane.lines):
            number += 1
            if one.row is None:
                _draw_heading(graph, view, pane, one, f"r{number}", years=place_of > 0 or bool(pane.banners))
            else:
                _draw_row(graph, view, pane, one, one.row, f"r{number}")
    _draw_legend(graph, sheet)
    source = str(graph.source).replace(f'"{_BACKDROP}"', _in_pieces(background(backdrop(view, sheet))), 1)
    return Page(source, sheet.paper, sheet.landscape, sheet.scale)


def told_of(view: Timeline, sheet: Sheet) -> Told:
    """Put the timeline in words: a sentence for every row, symbol and flag."""
    titles = {f"f{at}": banner.flag.title for pane in sheet.panes for at, banner in enumerate(pane.banners, 1)}
    lines = [(pane, one) for pane in sheet.panes for one in pane.lines]
    for at, (pane, one) in enumerate(lines, 1):
        titles[f"r{at}"] = one.row.title if one.row else f"{one.group.number} {one.group.name}".strip()
        marks = placed_marks(one.row.marks, pane.axis) if one.row else []
        titles |= {f"r{at}m{number}": mark.title for number, (mark, _) in enumerate(marks, 1)}
    if view.reference is not None:
        label = say_of_pictures("reference-date", view.language, date=view.reference.text)
        titles |= {f"d{at}": label for at in range(1, len(sheet.panes) + 1)}
    return Told(view.head.title, view.language, titles, text_equivalent(view))


def _graph(sheet: Sheet) -> Graph:
    """Return the graph with the paper as its exact bounds, and a word in the place of its shapes."""
    graph = Graph("timeline")
    width, height = sheet.width * sheet.scale / 72, sheet.height * sheet.scale / 72
    looks = {"size": f"{width:.4f},{height:.4f}!", "pad": "0", "margin": "0", "bgcolor": style.PAPER, "_background": _BACKDROP}
    graph.attr("graph", **looks)
    graph.attr("node", shape="plain", fontname=style.FAMILY)
    for name, x, y in (("c1", 0.0, 0.0), ("c2", sheet.width, sheet.height)):
        graph.node(name, "", shape="point", style="invis", width="0.001", height="0.001", pos=f"{x:.2f},{y:.2f}")
    return graph


def _in_pieces(strokes: list[str]) -> str:
    """Return strokes as quoted strings joined by a plus sign: the engine reads no string of more than 16384 characters."""
    pieces = [""]
    for stroke in strokes:
        if len(pieces[-1]) + len(stroke) > _LONGEST:
            pieces.append("")
        pieces[-1] += f"{stroke} "
    return " + ".join(f'"{piece}"' for piece in pieces)


def _put(graph: Graph, name: str, cells: list[Cell], left: float, y: float) -> None:
    """Add text with its left side and its middle at a place."""
    width = sum(cell.width for cell in cells)
    graph.node(name, f"<{cells_label(cells)}>", id=name, pos=f"{left + width / 2:.2f},{y:.2f}")


def _put_centred(graph: Graph, name: str, text: str, kind: Type, ink: str, x: float, y: float) -> None:
    width = int(width_of(text, kind)) + 2
    _put(graph, name, [Cell(width, (text,), kind, ink, "CENTER")], x - width / 2, y)


def _draw_header(graph: Graph, view: Timeline, pane: Pane, number: int) -> None:
    """Add the names of the columns, the years and the quarters."""
    columns, rule = pane.columns, rule_of(view, pane)
    quarters = QUARTER_LANE if view.window and year_width(pane.axis, view.window) >= QUARTERS_FROM else 0.0
    heading = "".join(wrapped(view.heading, style.HEADING, columns.label, 1))
    _put(graph, f"h{number}", [Cell(columns.label, (heading,), style.HEADING)], columns.left, rule + LANE / 2 + 3)
    if columns.wording:
        cell = Cell(columns.wording, (say("wording", view.language),), style.QUESTION, style.SOFT_INK)
        _put(graph, f"w{number}", [cell], columns.right - columns.wording, rule + 9)
    _draw_years(graph, view, pane, f"y{number}y", rule + quarters + 1.0 + LANE / 2, style.INK)
    if has_years_again(view):
        _draw_years(graph, view, pane, f"z{number}y", pane.bottom - LANE / 2, style.INK)
    if quarters and view.window is not None:
        for year in range(view.window.first, view.window.last + 1):
            _draw_quarters(graph, pane, year, f"q{number}y{year}q", rule + 1.0 + QUARTER_LANE / 2)


def _draw_years(graph: Graph, view: Timeline, pane: Pane, name: str, y: float, ink: str) -> None:
    for year in labelled(pane.axis, view.window) if view.window else ():
        x = middle(pane.axis, date(year, 1, 1), date(year, 12, 31))
        _put_centred(graph, f"{name}{year}", str(year), style.YEAR, ink, x, y)


def _draw_quarters(graph: Graph, pane: Pane, year: int, name: str, y: float) -> None:
    starts = [*quarter_starts(year), quarter_starts(year + 1)[0]]
    for at in range(4):
        x = middle(pane.axis, date.fromordinal(starts[at]), date.fromordinal(starts[at + 1] - 1))
        _put_centred(graph, f"{name}{at + 1}", f"Q{at + 1}", style.QUARTER, style.SOFT_INK, x, y)


def _draw_reference(graph: Graph, view: Timeline, pane: Pane, number: int) -> None:
    """Add the label of the reference date, kept beside the axis."""
    if view.reference is None:
        return
    text = say_of_pictures("reference-date", view.language, date=view.reference.text)
    width = int(width_of(text, style.CHIP)) + 10
    first, last, _ = view.reference
    centre = place(pane.axis, last.toordinal() + 1) if first == last else middle(pane.axis, first, last)
    left = min(max(centre - width / 2, pane.axis.left - GUTTER), pane.axis.right + GUTTER - width)
    looks = {"shape": "box", "style": "rounded,filled", "color": style.INK, "fillcolor": style.INK, "margin": "0"}
    size = {"width": f"{width / 72:.4f}", "height": f"{(LANE - 2) / 72:.4f}"}
    label = cells_label([Cell(width, (text,), style.CHIP, style.PAPER, "CENTER")])
    name = f"d{number}"
    graph.node(name, f"<{label}>", id=name, pos=f"{left + width / 2:.2f},{rule_of(view, pane) - 1.0 - LANE / 2:.2f}", **looks, **size)


def _draw_banners(graph: Graph, view: Timeline, pane: Pane) -> None:
    """Add the names beside the flags."""
    top = lanes_top(view, pane)
    if pane.banners:
        _put(graph, "h0", [Cell(pane.columns.label, (say("moments", view.language),), style.WORK)], pane.columns.left, top - LANE / 2)
    for at, banner in enumerate(pane.banners, 1):
        _put(graph, f"f{at}", [Cell(banner.name_width, (banner.name,), style.LEGEND)], banner.name_left, top - (banner.lane + 0.5) * LANE)


def _draw_heading(graph: Graph, view: Timeline, pane: Pane, one: Line, name: str, *, years: bool) -> None:
    """Add the band over a group, with the years on it where they are far away."""
    hue, columns = hue_of(one.group.family), pane.columns
    width = columns.right - columns.left
    cells = [Cell(7), Cell(columns.number, wrapped(one.group.number, style.BAND, NUMBER_ROOM, 1), style.BAND, style.PAPER)]
    again = (say("again", view.language),) if one.again else ()
    room = heading_room(columns)
    cells += [Cell(room, one.names, style.BAND, style.PAPER), Cell(width - 7 - columns.number - room, again, style.ASIDE, style.PAPER)]
    looks = {"shape": "box", "style": "rounded,filled", "color": hue.deep, "fillcolor": hue.deep, "margin": "0"}
    size = {"width": f"{width / 72:.4f}", "height": f"{one.height / 72:.4f}"}
    graph.node(name, f"<{cells_label(cells)}>", id=name, pos=f"{columns.left + width / 2:.2f},{middle_of(one):.2f}", **looks, **size)
    if years:
        _draw_years(graph, view, pane, f"{name}y", middle_of(one), style.PAPER)


def _draw_row(graph: Graph, view: Timeline, pane: Pane, one: Line, row: Row, name: str) -> None:
    """Add a row as one label as wide as the pane, and its symbols over it for who points at them."""
    columns = pane.columns
    width = columns.right - columns.left
    cells = [*_name_cells(pane, one, row, hue_of(one.group.family).deep), *_chart_cells(view, pane, row)]
    size = {"width": f"{width / 72:.4f}", "height": f"{one.height / 72:.4f}"}
    graph.node(name, f"<{cells_label(cells)}>", id=name, pos=f"{columns.left + width / 2:.2f},{middle_of(one):.2f}", **_CLEAR, **size)
    side = f"{2 * SIZE / 72:.4f}"
    for number, (_, x) in enumerate(placed_marks(row.marks, pane.axis), 1):
        graph.node(f"{name}m{number}", "", id=f"{name}m{number}", pos=f"{x:.2f},{middle_of(one):.2f}", width=side, height=side, **_CLEAR)


def _name_cells(pane: Pane, one: Line, row: Row, deep: str) -> list[Cell]:
    """Return number, name and number of parts."""
    columns = pane.columns
    start = name_left(columns, row.depth)
    kind, ink = (style.ROW, style.SOFT_INK) if row.depth else (style.WORK, deep)
    number = "".join(wrapped(row.number, kind, NUMBER_ROOM, 1)) or ("•" if row.depth else "")
    indent = start - columns.part_number if row.depth else 0
    aside = int(width_of(one.aside, style.ASIDE)) + 6 if one.aside else 0
    return [
        Cell(indent),
        Cell(start - indent, (number, *("" for _ in one.names[1:])), kind, ink),
        Cell(columns.label - start - aside, one.names, kind, style.INK),
        Cell(aside, (one.aside,), style.ASIDE, style.SOFT_INK, "RIGHT"),
    ]


def _chart_cells(view: Timeline, pane: Pane, row: Row) -> list[Cell]:
    """Return what is said in words on the axis, and the words of the source."""
    columns = pane.columns
    from_label = columns.left + columns.label
    room = columns.right - from_label - columns.wording
    text, x = words_in(view, pane, row)
    before = int(x - from_label)
    cells = [Cell(before), Cell(room - before, (text,), style.ASIDE, style.SOFT_INK)] if text else [Cell(room)]
    if columns.wording:
        quoted = f"“{row.wording}”" if row.wording else ""
        cells.append(Cell(columns.wording, wrapped(quoted, style.ASIDE, columns.wording - 2, 1), style.ASIDE, style.SOFT_INK))
    return cells


def _draw_legend(graph: Graph, sheet: Sheet) -> None:
    """Add the words of the legend."""
    legend, left, top = sheet.legend, sheet.left, sheet.legend_top
    if not legend.height:
        return
    _put(graph, "l0", [Cell(legend.width, (legend.title,), style.CHIP)], left, top - 6)
    y, number = top - TITLE, 0
    for row in legend.rows:
        for at, entry in enumerate(row):
            number += 1
            high = len(entry.lines) * style.LEGEND.size * style.LINE
            _put(
                graph,
                f"l{number}",
                [Cell(legend.column - SAMPLE - 4, entry.lines, style.LEGEND)],
                left + at * legend.column + SAMPLE,
                y - high / 2 - 2,
            )
        y -= row_height(row)
    for at, text in enumerate(legend.remarks, 1):
        _put(graph, f"k{at}", [Cell(legend.width, (text,), style.LEGEND, style.SOFT_INK)], left, y - style.LEGEND.size * style.LINE / 2 - 2)
        y -= style.LEGEND.size * style.LINE + 1.0
