"""What columns mean, told once in a report: many of its tables have the same columns."""

from __future__ import annotations

from dinkit.analysis import Column, Table
from dinkit.finding import Text

Told = set[tuple[Text, Text]]
"""Titles and meanings that a reader has seen."""


def unexplained(table: Table, told: Told) -> tuple[Column, ...]:
    """Return the columns of a table that were not explained before, and remember them; an empty table shows none."""
    fresh = tuple(column for column in table.columns if (column.title, column.meaning) not in told) if table.rows else ()
    told.update((column.title, column.meaning) for column in fresh)
    return fresh
