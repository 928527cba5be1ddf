"""The contract of a fact: what an analysis is and the shape of its answer.

An analysis is one file in analyses/, named after its file; its docstring is the English manual (definition, limits, reference,
example) and <name>.nl.md beside it the Dutch one. It holds one `ANALYSIS`. An answer is sentences and tables: how
it is printed is the business of the exporters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from dinkit.finding import Text
from dinkit.network import Network
from dinkit.tuples import NamedTuple

EVIDENCE: tuple[str, ...] = ("stated", "derived", "added")
"""Values of `Options.evidence`, strongest first; each lets the stronger ones through too."""

LEVELS: tuple[str, ...] = ("effort", "sub_effort")
"""Values of `Options.level`."""

Cell = str | int | float | Decimal | bool | Text | None | tuple[str, ...]
"""A decimal is an exact number (an amount, a measured value), a float one that was computed, a `Text` words in both languages, a tuple of ids a
list in one cell; an empty text or tuple means nothing; None means that there is no answer (n/a)."""


class Column(NamedTuple):
    """One column: a stable key for machines, a title and a meaning for people."""

    key: str
    title: Text
    meaning: Text
    words: Mapping[str, Text] | None = None
    """What to show people for each coded value, in a column that has codes."""


class Table(NamedTuple):
    """Rows of cells under columns, in the order in which they should be read."""

    key: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Options(NamedTuple):
    """What a caller may choose; an analysis uses those that it names."""

    evidence: str | None = None
    """Count only links of at least this provenance: one of EVIDENCE, or None for all."""
    level: str = "effort"
    """The unit of counting: "effort" with its sub-efforts united, or "sub_effort"."""
    year: int | None = None
    """Only what happened in, or was planned for, this year; None for all years."""


class Fact(NamedTuple):
    """The answer of an analysis: the answer itself in the first sentence, then what it rests on."""

    analysis: str
    answer: Text
    tables: tuple[Table, ...]
    notes: tuple[Text, ...] = ()
    options: Options = Options()
    title: Text | None = None
    """Only for an answer that is none of the catalogue's: those have the title of their analysis."""
    version: int = 1
    """Version of the shape of this answer; goes up when a table or column goes away or changes its meaning."""


class Analysis(NamedTuple):
    """An analysis of the catalogue."""

    title: Text
    run: Callable[[Network, Options], Fact]
    uses: tuple[str, ...] = ()
    """The names of the options that it uses; a caller may refuse the others."""


def checked(options: Options) -> Options:
    """Return the options, or raise ValueError where one has a value that does not exist."""
    if options.evidence is not None and options.evidence not in EVIDENCE:
        raise ValueError(f"evidence must be one of {', '.join(EVIDENCE)}: {options.evidence!r}")
    if options.level not in LEVELS:
        raise ValueError(f"level must be one of {', '.join(LEVELS)}: {options.level!r}")
    return options
