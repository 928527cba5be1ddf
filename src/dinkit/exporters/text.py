"""Facts for a terminal: the answer in the first sentence, then aligned tables with what each column means."""

from __future__ import annotations

from collections.abc import Sequence

from dinkit.analysis import Fact, Table
from dinkit.exporter import Exporter
from dinkit.exporters._cells import cell_text, is_number, say
from dinkit.exporters._plain import plain, shortened, width
from dinkit.finding import Text
from dinkit.report import Report

_WIDEST = 60
"""A longer cell is cut here; the other formats have it whole."""
_WIDEST_LAST = 100
"""The last column has nothing behind it that would have to make room."""

_NOTHING = Text("(geen)", "(none)")


def export(report: Report) -> str:
    """Return the facts of a report as text."""
    return "\n".join(_fact(fact, report.language) for fact in report.facts)


def _fact(fact: Fact, language: str) -> str:
    blocks = [plain(say(fact.answer, language)), *(_table(table, language) for table in fact.tables)]
    if fact.notes:
        blocks.append("\n".join(plain(say(note, language)) for note in fact.notes))
    return "\n\n".join(blocks) + "\n"


def _table(table: Table, language: str) -> str:
    title = say(table.title, language)
    if not table.rows:
        return f"{title}: {say(_NOTHING, language)}"
    widest = [_WIDEST] * (len(table.columns) - 1) + [_WIDEST_LAST]
    columns = [[shortened(plain(cell_text(row[at], column, language)), widest[at]) for row in table.rows] for at, column in enumerate(table.columns)]
    heads = [plain(say(column.title, language)) for column in table.columns]
    right = [any(is_number(row[at]) for row in table.rows) for at in range(len(heads))]
    sizes = [max(width(text) for text in (head, *cells)) for head, cells in zip(heads, columns, strict=True)]
    lines = [heads, ["-" * size for size in sizes], *zip(*columns, strict=True)]
    aligned = [_line(line, sizes, right) for line in lines]
    meanings = [f"  {head}: {plain(say(column.meaning, language))}" for head, column in zip(heads, table.columns, strict=True)]
    return "\n".join([title, *aligned, "", *dict.fromkeys(meanings)])


def _line(cells: Sequence[str], sizes: Sequence[int], right: Sequence[bool]) -> str:
    padded = [
        " " * (size - width(cell)) + cell if to_right else cell + " " * (size - width(cell))
        for cell, size, to_right in zip(cells, sizes, right, strict=True)
    ]
    return "  ".join(padded).rstrip()


EXPORTER: Exporter[Report] = Exporter("fact", "text", ".txt", export)
