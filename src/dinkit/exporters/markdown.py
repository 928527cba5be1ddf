"""Facts as Markdown (GitHub's tables), for documents that are kept beside the model. Text of users is escaped."""

from __future__ import annotations

import re
from collections.abc import Collection

from dinkit import catalogue
from dinkit.analysis import Column, Fact, Table
from dinkit.exporter import Exporter
from dinkit.exporters._cells import cell_text, is_number, say
from dinkit.exporters._plain import plain
from dinkit.finding import Text
from dinkit.report import Report

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~$&])")
_LINE_START = re.compile(r"^(\s*)(?:([-+#=])|([0-9]+)([.)]))")

_NOTHING = Text("Geen.", "None.")


def export(report: Report) -> str:
    """Return the facts of a report as Markdown."""
    return "\n".join(_fact(fact, report.language) for fact in report.facts)


def escaped(text: str) -> str:
    r"""Return a text that Markdown shows as it is.

    >>> print(escaped("<b> & *net* | 1_000"))
    \<b\> \& \*net\* \| 1\_000
    >>> print(escaped("1. eerst"))
    1\. eerst
    """
    made = within(text)
    return _LINE_START.sub(lambda match: f"{match[1]}\\{match[2]}" if match[2] else f"{match[1]}{match[3]}\\{match[4]}", made)


def within(text: str) -> str:
    """Return a text that Markdown shows as it is inside a line, as in a cell: nothing there begins a list or a heading."""
    return _SPECIAL.sub(r"\\\1", plain(text))


def _fact(fact: Fact, language: str) -> str:
    title = fact.title or catalogue.member("dinkit.analyses", fact.analysis).ANALYSIS.title
    blocks = [f"# {escaped(say(title, language))}", escaped(say(fact.answer, language))]
    blocks += [_table(table, language) for table in fact.tables]
    if fact.notes:
        blocks.append("\n".join(f"- {escaped(say(note, language))}" for note in fact.notes))
    return "\n\n".join(blocks) + "\n"


def _table(table: Table, language: str) -> str:
    return "\n".join([f"## {escaped(say(table.title, language))}", "", *table_lines(table, language)])


def table_lines(table: Table, language: str, *, explained: Collection[Column] | None = None) -> list[str]:
    """Return a table as lines of Markdown, with the meaning of its columns below it: of all, or of those to be explained."""
    if not table.rows:
        return [say(_NOTHING, language)]
    heads = [escaped(say(column.title, language)) for column in table.columns]
    rules = ["---:" if any(is_number(row[at]) for row in table.rows) else "---" for at in range(len(heads))]
    rows = [[within(cell_text(cell, column, language)) for cell, column in zip(row, table.columns, strict=True)] for row in table.rows]
    lines = [f"| {' | '.join(cells)} |" for cells in (heads, rules, *rows)]
    shown = table.columns if explained is None else explained
    meanings = dict.fromkeys(f"- **{escaped(say(column.title, language))}**: {escaped(say(column.meaning, language))}" for column in shown)
    return [*lines, "", *meanings] if meanings else lines


EXPORTER: Exporter[Report] = Exporter("fact", "md", ".md", export)
