"""Findings as GitLab's Code Quality report, which shows in a merge request what it adds and what it solves.

The format has no place for what was accepted, so that is left out. Source: GitLab's documentation, "Code Quality report format".
"""

from __future__ import annotations

from typing import Any

from dinkit.exporter import Exporter
from dinkit.exporters._cells import say
from dinkit.exporters._findings import Marked, marked, of_models
from dinkit.exporters._plain import plain, to_json
from dinkit.finding import Severity
from dinkit.report import Report

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.TIP: "info"}


def export(report: Report) -> str:
    """Return the findings as JSON; their fingerprints do not move with lines."""
    return to_json([_issue(one, report) for one in marked(report) if one.accepted is None])


def _issue(one: Marked, report: Report) -> dict[str, Any]:
    finding = one.finding
    return {
        "description": plain(say(finding.message, report.language)) + of_models(finding, report),
        "check_name": finding.code,
        "fingerprint": one.mark,
        "severity": SEVERITIES[finding.severity],
        "location": {"path": finding.location.file, "lines": {"begin": finding.location.span.line, "end": finding.location.span.end_line}},
    }


EXPORTER: Exporter[Report] = Exporter("findings", "gitlab", ".json", export)
