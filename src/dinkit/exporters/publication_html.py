"""Reports for people as one HTML page: complete without scripts, asking for nothing from elsewhere, fit for paper and for a screen reader."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from dinkit.analysis import Cell, Column, Table
from dinkit.exporter import Exporter
from dinkit.exporters._cells import cell_text, is_number, say
from dinkit.exporters._plain import plain
from dinkit.finding import Text
from dinkit.report import Report

_WORDS = {
    "contents": Text("Inhoud", "Contents"),
    "columns": Text("Wat de kolommen betekenen", "What the columns mean"),
    "notes": Text("Hoe dit is opgesteld", "How this was made"),
    "nothing": Text("Geen.", "None."),
}


def export(report: Report) -> str:
    """Return the publication of a report as an HTML page.

    Raises:
        ValueError: the report has no publication.
    """
    if report.publication is None:
        raise ValueError("a report without a publication cannot be exported as one")
    language = report.language

    def told(text: Text) -> str:
        return plain(say(text, language))

    def cell(value: Cell, column: Column) -> str:
        return plain(cell_text(value, column, language))

    return _template().render(publication=report.publication, language=language, say=told, cell=cell, to_right=_to_right, words=_WORDS)


def _to_right(table: Table, at: int) -> bool:
    return any(is_number(row[at]) for row in table.rows)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("dinkit.exporters", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("_publication.html")


EXPORTER: Exporter[Report] = Exporter("publication", "html", ".html", export)
