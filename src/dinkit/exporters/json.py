"""Facts for machines; docs/json.md describes the shape. Both languages are in it, so it does not depend on one."""

from __future__ import annotations

from typing import Any

from dinkit.analysis import Column, Fact, Table
from dinkit.exporter import Exporter
from dinkit.exporters._cells import precise
from dinkit.exporters._plain import to_json
from dinkit.report import Report

FORMAT = 1
"""Goes up when a key goes away or changes its meaning; new keys may come without notice."""


def export(report: Report) -> str:
    """Return the facts of a report as JSON."""
    head = report.network.head if report.network else None
    return to_json(
        {
            "format": FORMAT,
            "content": "facts",
            "model": head.model if head else None,
            "facts": [_fact(fact) for fact in report.facts],
        }
    )


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "analysis": fact.analysis,
        "version": fact.version,
        "options": fact.options._asdict(),
        "answer": fact.answer._asdict(),
        "tables": [_table(table) for table in fact.tables],
        "notes": [note._asdict() for note in fact.notes],
    }


def _table(table: Table) -> dict[str, Any]:
    keys = [column.key for column in table.columns]
    return {
        "key": table.key,
        "title": table.title._asdict(),
        "columns": [_column(column) for column in table.columns],
        "rows": [dict(zip(keys, map(precise, row), strict=True)) for row in table.rows],
    }


def _column(column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {"key": column.key, "title": column.title._asdict(), "meaning": column.meaning._asdict()}
    if column.words is not None:
        described["words"] = {code: word._asdict() for code, word in column.words.items()}
    return described


EXPORTER: Exporter[Report] = Exporter("fact", "json", ".json", export)
