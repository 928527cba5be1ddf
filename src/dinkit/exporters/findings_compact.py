"""Findings with one line each, for editors that jump to the place and for people who filter; English severities, whatever the language."""

from __future__ import annotations

from dinkit.exporter import Exporter
from dinkit.exporters._cells import say
from dinkit.exporters._findings import of_models, place
from dinkit.exporters._plain import plain
from dinkit.finding import Finding
from dinkit.report import Report


def export(report: Report) -> str:
    """Return a line per finding and nothing else: without findings, nothing at all."""
    return "".join(f"{line(finding, report)}\n" for finding in report.findings)


def line(finding: Finding, report: Report) -> str:
    """Return one finding as file:line:column: severity code: message, and its models where they must be said."""
    told = plain(say(finding.message, report.language)) + of_models(finding, report)
    return f"{place(finding.location)}: {finding.severity.value} {finding.code}: {told}"


EXPORTER: Exporter[Report] = Exporter("findings", "compact", ".txt", export)
