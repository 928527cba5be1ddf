"""Reports for people as Markdown (GitHub's tables). Text of users is escaped."""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.exporter import Exporter
from dinkit.exporters._cells import say
from dinkit.exporters._explained import Told, unexplained
from dinkit.exporters.markdown import escaped, table_lines
from dinkit.publication import Publication, Section
from dinkit.report import Report


def export(report: Report) -> str:
    """Return the publication of a report as Markdown.

    Raises:
        ValueError: the report has no publication.
    """
    if report.publication is None:
        raise ValueError("a report without a publication cannot be exported as one")
    return "\n\n".join(_blocks(report.publication, report.language)) + "\n"


def _blocks(publication: Publication, language: str) -> Iterator[str]:
    yield f"# {escaped(say(publication.title, language))}"
    yield f"*{escaped(say(publication.subtitle, language))}*"
    yield from (escaped(say(paragraph, language)) for paragraph in publication.summary)
    told: Told = set()
    for section in publication.sections:
        yield from _section(section, 2, language, told)
    if publication.notes:
        yield "---"
        yield "\n".join(f"- {escaped(say(note, language))}" for note in publication.notes)


def _section(section: Section, depth: int, language: str, told: Told) -> Iterator[str]:
    yield f"{'#' * depth} {escaped(say(section.title, language))}"
    yield from (escaped(say(paragraph, language)) for paragraph in section.paragraphs)
    for table in section.tables:
        yield f"**{escaped(say(table.title, language))}**"
        yield "\n".join(table_lines(table, language, explained=unexplained(table, told)))
    for below in section.sections:
        yield from _section(below, min(depth + 1, 6), language, told)


EXPORTER: Exporter[Report] = Exporter("publication", "md", ".md", export)
