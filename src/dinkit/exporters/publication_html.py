"""Reports for people as one HTML page: complete without scripts, asking for nothing from elsewhere, fit for paper and for a screen reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dinkit.analysis import Cell, Column, Table
from dinkit.exporter import Exporter
from dinkit.exporters._cells import cell_text, is_number, say
from dinkit.exporters._explained import Told, unexplained
from dinkit.exporters._pages import template
from dinkit.exporters._plain import plain
from dinkit.finding import Text
from dinkit.report import Report

_WORDS = {
    "contents": Text("Inhoud", "Contents"),
    "columns": Text("Wat de kolommen betekenen", "What the columns mean"),
    "notes": Text("Hoe dit is opgesteld", "How this was made"),
    "nothing": Text("Geen.", "None."),
}
_LEADING = 2
"""How many columns at the front say what a row is about: what they repeat stands once, beside all its rows."""
_TALLEST = 6
"""Over how many rows such a cell stands at most: a longer one would not fit on what is left of a page, and be out of sight."""
_KEPT_TOGETHER = re.compile(r"([§€]) ")
_NOT_IN_A_CLASS = re.compile(r"[^a-z0-9]+")


class _Shown(NamedTuple):
    """One cell of the page."""

    text: str
    style: str
    """Its classes: the column, and where the column has colours the colour."""
    rows: int
    """Over how many rows it stands."""


def export(report: Report) -> str:
    """Return the publication of a report as an HTML page.

    Raises:
        ValueError: the report has no publication.
    """
    if report.publication is None:
        raise ValueError("a report without a publication cannot be exported as one")
    language = report.language
    explained: Told = set()

    def told(text: Text) -> str:
        return _typeset(say(text, language))

    return template("_publication.html").render(
        publication=report.publication,
        language=language,
        say=told,
        rows=lambda table: tuple(_rows(table, language)),
        table_style=lambda table: _class("t", table.key),
        styles=_styles,
        unexplained=lambda table: unexplained(table, explained),
        words=_WORDS,
    )


def _typeset(text: str) -> str:
    """Return a text on one line, in which a sign and its number stay together."""
    return _KEPT_TOGETHER.sub("\\1\u00a0", plain(text))


def _to_right(table: Table, at: int) -> bool:
    return any(is_number(row[at]) for row in table.rows)


def _class(kind: str, key: str) -> str:
    """Return the class of a table ("t") or a column ("c"), after its key."""
    return f"{kind}-{_NOT_IN_A_CLASS.sub('-', key.lower())}"


def _styles(table: Table, at: int) -> str:
    """Return the classes of a column: its key, whether it leads, and whether it stands to the right."""
    names = (_class("c", table.columns[at].key), "lead" if at == 0 else "", "number" if _to_right(table, at) else "")
    return " ".join(name for name in names if name)


def _rows(table: Table, language: str) -> Iterator[tuple[bool, list[_Shown]]]:
    """Yield each row with whether it begins a group; of what the leading columns repeat only the first, with how many rows it is for."""
    texts = [[_typeset(cell_text(cell, column, language)) for cell, column in zip(row, table.columns, strict=True)] for row in table.rows]
    styles = [_styles(table, at) for at in range(len(table.columns))]
    repeated = _repeated(texts)
    for number, (row, shown) in enumerate(zip(table.rows, texts, strict=True)):
        cells = [
            _Shown(text, f"{styles[at]}{_colour(row[at], table.columns[at])}", _height(repeated, number, at))
            for at, text in enumerate(shown)
            if at >= repeated[number]
        ]
        yield repeated[number] == 0, cells


def _repeated(texts: list[list[str]]) -> list[int]:
    """Return per row how many leading cells say what those of the row above say, and so stand there."""
    counts: list[int] = []
    for number, row in enumerate(texts):
        above = texts[number - 1][:_LEADING] if number else []
        same = next((at for at, text in enumerate(above) if not text or text != row[at]), len(above))
        counts.append(0 if same and not any(count == 0 for count in counts[-_TALLEST + 1 :]) else same)
    return counts


def _height(repeated: list[int], number: int, at: int) -> int:
    """Return over how many rows a cell stands."""
    below = (row for row in range(number + 1, len(repeated)) if repeated[row] <= at)
    return next(below, len(repeated)) - number if at < _LEADING else 1


def _colour(cell: Cell, column: Column) -> str:
    return f" is-{cell}" if column.words is not None and "red" in column.words and cell in column.words else ""


EXPORTER: Exporter[Report] = Exporter("publication", "html", ".html", export)
