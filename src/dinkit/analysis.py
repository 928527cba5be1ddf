"""The contract of a fact: what an analysis is and the shape of its answer.

An analysis is one file in analyses/, named after its file; its docstring is the English manual (definition, limits, reference,
example) and <name>.nl.md beside it the Dutch one. It holds one `ANALYSIS`. An answer is sentences and tables: how
it is printed is the business of the exporters.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dinkit.finding import Text
from dinkit.network import Network

Cell = str | int | float | bool | None | tuple[str, ...]
"""A tuple of ids is a list in one cell; None means that there is no answer (n/a)."""


class Column(NamedTuple):
    """One column: a stable key for machines, a title and a meaning for people."""

    key: str
    title: Text
    meaning: Text


class Table(NamedTuple):
    """Rows of cells under columns, in the order in which they should be read."""

    key: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Fact(NamedTuple):
    """The answer of an analysis: the answer itself in the first sentence, then what it rests on."""

    analysis: str
    answer: Text
    tables: tuple[Table, ...]
    notes: tuple[Text, ...] = ()


class Options(NamedTuple):
    """What a caller may choose; an analysis uses those that it names."""

    evidence: str | None = None
    """Count only links of at least this provenance: "stated", "derived" or None for all."""
    level: str = "effort"
    """The unit of counting: "effort" with its sub-efforts united, or "sub_effort"."""


class Analysis(NamedTuple):
    """An analysis of the catalogue."""

    title: Text
    run: Callable[[Network, Options], Fact]
    version: int = 1
    """Version of the shape of its answer; goes up when a column changes its meaning."""
