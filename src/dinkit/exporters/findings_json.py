"""Findings for machines; docs/json.md describes the shape. Both languages are in it, so it does not depend on one."""

from __future__ import annotations

from typing import Any

from dinkit.exporter import Exporter
from dinkit.exporters._findings import apart
from dinkit.exporters._plain import to_json
from dinkit.finding import Finding, Fix, Location, Severity, Suppressed, Text
from dinkit.report import Report

FORMAT = 1
"""Goes up when a key goes away or changes its meaning; new keys may come without notice."""


def export(report: Report) -> str:
    """Return the findings of a report as JSON, in their given order."""
    severities = [finding.severity for finding in report.findings]
    return to_json(
        {
            "format": FORMAT,
            "content": "findings",
            "model": report.network.head.model if report.network else None,
            "files": sorted({file.path for file in report.files}),
            "counts": {severity.value: severities.count(severity) for severity in Severity},
            "findings": [_finding(finding) | _models(finding, report) for finding in report.findings],
            "suppressed": [_suppressed(one, report) for one in report.suppressed],
        }
    )


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "slug": finding.slug,
        "severity": finding.severity.value,
        "message": finding.message._asdict(),
        "hint": _text(finding.hint),
        "element": finding.element,
        "location": _location(finding.location),
        "related": [_location(place) | {"why": _text(place.why)} for place in finding.related],
        "fix": _fix(finding.fix),
    }


def _models(one: Finding | Suppressed, report: Report) -> dict[str, Any]:
    """Return the models of a finding, where they must be said."""
    models = apart(one, report)
    return {"models": list(models)} if models else {}


def _suppressed(one: Suppressed, report: Report) -> dict[str, Any]:
    return {"finding": _finding(one.finding) | _models(one, report), "by": one.by, "reason": one.reason, "owner": one.owner}


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    return {"title": fix.title._asdict(), "edits": [edit._asdict() for edit in fix.edits]} if fix else None


def _location(location: Location) -> dict[str, Any]:
    return {"file": location.file, **location.span._asdict()}


def _text(text: Text | None) -> dict[str, str] | None:
    return text._asdict() if text else None


EXPORTER: Exporter[Report] = Exporter("findings", "json", ".json", export)
