"""Findings with one line each, for editors that jump to the place and for people who filter; English severities, whatever the language."""

from __future__ import annotations

from dinkit.exporter import Exporter
from dinkit.exporters._cells import say
from dinkit.exporters._findings import place
from dinkit.exporters._plain import plain
from dinkit.finding import Finding
from dinkit.report import Report


def export(report: Report) -> str:
    """Return a line per finding and nothing else: without findings, nothing at all."""
    return "".join(f"{line(finding, report.language)}\n" for finding in report.findings)


def line(finding: Finding, language: str) -> str:
    """Return one finding as file:line:column: severity code: message."""
    return f"{place(finding.location)}: {finding.severity.value} {finding.code}: {plain(say(finding.message, language))}"


EXPORTER: Exporter[Report] = Exporter("findings", "compact", ".txt", export)
