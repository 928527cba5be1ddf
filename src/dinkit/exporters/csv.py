"""Facts for a spreadsheet: comma-separated (RFC 4180), one rectangle for all tables, with their key in the first column.

A cell that does not exist in a table is empty, and so is one without an answer. Texts that a spreadsheet would take for a
formula get a quote before them; numbers never do, and have a decimal point.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal

from dinkit.analysis import Cell, Fact
from dinkit.exporter import Exporter
from dinkit.exporters._cells import precise, say
from dinkit.exporters._plain import plain
from dinkit.finding import Text
from dinkit.report import Report

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def export(report: Report) -> str:
    """Return the facts of a report as CSV, with stable keys as headings."""
    keys = list(dict.fromkeys(column.key for fact in report.facts for table in fact.tables for column in table.columns))
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(["analysis", "table", *keys])
    for fact in report.facts:
        writer.writerows(_rows(fact, keys, report.language))
    return text.getvalue()


def _rows(fact: Fact, keys: list[str], language: str) -> Iterator[list[str | int | float]]:
    for table in fact.tables:
        at = {column.key: place for place, column in enumerate(table.columns)}
        for row in table.rows:
            yield [fact.analysis, table.key, *(_cell(row[at[key]], language) if key in at else "" for key in keys)]


def _cell(cell: Cell, language: str) -> str | int | float:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Text):
        return _cell(say(cell, language), language)
    if isinstance(cell, (int, float, Decimal)):
        exact = precise(cell)
        return exact if isinstance(exact, (int, float)) else ""
    text = " ".join(cell) if isinstance(cell, tuple) else cell or ""
    return ("'" if text.startswith(_FORMULA) else "") + plain(text)


EXPORTER: Exporter[Report] = Exporter("fact", "csv", ".csv", export)
