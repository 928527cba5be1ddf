"""Findings as SARIF 2.1.0, which code scanners, editors and dashboards read.

Deterministic and free of this machine, as its appendix F asks: no times, no ids made up, paths below SRCROOT. A result carries a mark
that is not made of its line, so that a dashboard knows it again when lines move. What was accepted is told as a suppression.
Braces in texts stay single, unlike § 3.11.5 has it: no viewer we know takes the second one away again, and none takes a brace
that holds no number for a placeholder.
Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0 Plus Errata 01.
"""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import Any

from dinkit.exporter import Exporter
from dinkit.exporters._cells import say
from dinkit.exporters._explanations import RuleHelp, rule_help
from dinkit.exporters._findings import HINT, Marked, address, apart, marked, of_models
from dinkit.exporters._plain import plain, to_json
from dinkit.finding import Edit, Fix, Location, Severity, Span, Suppressed, Text, span_between
from dinkit.report import Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MARK = "dinkitFileCodeElement/v1"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.TIP: "note"}
_PLACEHOLDER = re.compile(r"\{(?=[0-9]+\})")
_ROOT = Text("De map waarin dinkit is aangeroepen.", "The folder that dinkit was called in.")
_RUN = Text("Controle van modellen met dinkit validate.", "Models checked by dinkit validate.")


def export(report: Report) -> str:
    """Return one run with the rules that found something, the files and the results in the order of their places."""
    results = marked(report)
    rules = rule_help((one.finding for one in results), report.language, {rule.code: rule for rule in report.project_rules})
    rule_at = {rule.code: index for index, rule in enumerate(rules)}
    paths = sorted({file.path for file in report.files} | {one.finding.location.file for one in results})
    files = {path: index for index, path in enumerate(paths)}
    driver = {
        "name": "dinkit",
        "version": version("dinkit"),
        "language": report.language,
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "language": report.language,
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "dinkit/validate/", "description": _message(say(_RUN, report.language))},
        "originalUriBaseIds": {"SRCROOT": {"description": _message(say(_ROOT, report.language))}},
        "invocations": [{"executionSuccessful": True}],
        "artifacts": [{"location": _artifact(path, {}), "sourceLanguage": "yaml", "roles": ["analysisTarget"]} for path in paths],
        "results": [_result(one, report, rule_at[one.finding.code], files) for one in results],
    }
    return to_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: RuleHelp) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": _message(rule.brief),
        "help": {"text": rule.markdown, "markdown": rule.markdown},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(one: Marked, report: Report, rule_index: int, files: dict[str, int]) -> dict[str, Any]:
    finding, language = one.finding, report.language
    models = apart(one.accepted or finding, report)
    hint = f"\n{say(HINT, language)}: {plain(say(finding.hint, language))}" if finding.hint else ""
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": _message(plain(say(finding.message, language)) + of_models(one.accepted or finding, report) + hint),
        "locations": [_location(finding.location, files) | _logical(finding.element)],
        "partialFingerprints": {MARK: one.mark},
        "suppressions": [_suppression(one.accepted)] if one.accepted else [],
        "properties": {"slug": finding.slug} | ({"models": [plain(model) for model in models]} if models else {}),
    }
    if finding.related:
        result["relatedLocations"] = [_related(place, number, files, language) for number, place in enumerate(dict.fromkeys(finding.related))]
    if finding.fix:
        result["fixes"] = [_fix(finding.fix, report, files)]
    return result


def _related(place: Location, number: int, files: dict[str, int], language: str) -> dict[str, Any]:
    why = {"message": _message(plain(say(place.why, language)))} if place.why else {}
    return {"id": number} | _location(place, files) | why


def _location(place: Location, files: dict[str, int]) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(place.file, files), "region": _region(place.span)}}


def _logical(element: str | None) -> dict[str, Any]:
    return {"logicalLocations": [{"name": plain(element), "fullyQualifiedName": plain(element), "kind": "element"}]} if element else {}


def _artifact(path: str, files: dict[str, int]) -> dict[str, Any]:
    place: dict[str, Any] = {"uri": address(path), "uriBaseId": "SRCROOT"}
    return place | {"index": files[path]} if path in files else place


def _region(span: Span) -> dict[str, int]:
    return {"startLine": span.line, "startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column}


def _fix(fix: Fix, report: Report, files: dict[str, int]) -> dict[str, Any]:
    texts = {file.path: file.text for file in report.files}
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        changes.setdefault(edit.file, []).append({"deletedRegion": _deleted(edit, texts.get(edit.file)), "insertedContent": {"text": edit.text}})
    return {
        "description": _message(plain(say(fix.title, report.language))),
        "artifactChanges": [{"artifactLocation": _artifact(path, files), "replacements": made} for path, made in changes.items()],
    }


def _deleted(edit: Edit, text: str | None) -> dict[str, int]:
    if text is None:  # then only the offsets are known
        return {"charOffset": edit.start, "charLength": edit.end - edit.start}
    return _region(span_between(text, edit.start, edit.end))


def _suppression(accepted: Suppressed) -> dict[str, Any]:
    """Say who accepted a finding: in the model itself, or in the baseline beside it."""
    kind = "inSource" if accepted.by == "model" else "external"
    reason = {"justification": plain(accepted.reason)} if accepted.reason else {}
    owner = {"properties": {"owner": accepted.owner}} if accepted.owner else {}
    return {"kind": kind} | reason | owner


def _message(text: str) -> dict[str, str]:
    """Return a plain text in which nothing is a placeholder or a link."""
    return {"text": _PLACEHOLDER.sub("{ ", text).replace("](", "] (")}


EXPORTER: Exporter[Report] = Exporter("findings", "sarif", ".sarif", export)
