"""Findings as JUnit XML, for CI systems that show tests: a suite per file, a case per finding, one passed case for a file without any.

Errors are failures, and with --strict warnings too: the report gives a verdict of its own, and it is that of the exit code. What does not
fail is a skipped case: no system takes a build for broken because of it, and all show its text.
A case is named after its code and element rather than its line, so that a system that compares two runs sees what is new.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from dinkit.exporter import Exporter
from dinkit.exporters._cells import say
from dinkit.exporters._findings import HINT, fails, of_models, place
from dinkit.exporters._plain import plain
from dinkit.finding import Finding, Text
from dinkit.report import Report

_NOT_IN_XML = re.compile("[\ufffe\uffff]")
"""What `plain` leaves and XML 1.0 does not allow."""


def export(report: Report) -> str:
    """Return the findings as a suite per file, in the order of the files' names."""
    paths = {file.path for file in report.files} | {finding.location.file for finding in report.findings}
    found: dict[str, list[Finding]] = {path: [] for path in sorted(paths)}
    for finding in report.findings:
        found[finding.location.file].append(finding)
    head = f'<testsuites name="dinkit validate"{_numbers(report.findings, _cases(found), report)}>'
    suites = [line for path, findings in found.items() for line in _suite(path, findings, report)]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]) + "\n"


def _cases(found: dict[str, list[Finding]]) -> int:
    return sum(len(findings) or 1 for findings in found.values())


def _numbers(findings: Sequence[Finding], cases: int, report: Report) -> str:
    failures = sum(fails(finding, strict=report.strict) for finding in findings)
    return f' tests="{cases}" failures="{failures}" errors="0" skipped="{len(findings) - failures}"'


def _suite(path: str, findings: list[Finding], report: Report) -> Iterator[str]:
    yield f'  <testsuite name="{_xml(path)}"{_numbers(findings, len(findings) or 1, report)}>'
    accepted = sum(one.finding.location.file == path for one in report.suppressed)
    if accepted:
        yield f'    <properties><property name="suppressed" value="{accepted}"/></properties>'
    if not findings:
        yield f'    <testcase classname="{_xml(path)}" name="{say(Text("geen bevindingen", "no findings"), report.language)}"/>'
    times: Counter[str] = Counter()
    for finding in findings:
        name = f"{finding.code} {finding.slug}" + (f": {finding.element}" if finding.element else "") + of_models(finding, report)
        times[name] += 1
        yield from _case(finding, name if times[name] == 1 else f"{name} ({times[name]})", report)
    yield "  </testsuite>"


def _case(finding: Finding, name: str, report: Report) -> Iterator[str]:
    path, text = _xml(finding.location.file), _xml(_text(finding, report.language))
    said = f'type="{finding.severity.value}" message="{_xml(f"{finding.code}: {say(finding.message, report.language)}")}"'
    yield f'    <testcase classname="{path}" name="{_xml(name)}" file="{path}" line="{finding.location.span.line}">'
    if fails(finding, strict=report.strict):
        yield f"      <failure {said}>{text}</failure>"
    else:
        yield f"      <skipped {said}/>"
        yield f"      <system-out>{text}</system-out>"
    yield "    </testcase>"


def _text(finding: Finding, language: str) -> str:
    hint = f" ({say(HINT, language)}: {say(finding.hint, language)})" if finding.hint else ""
    return f"{place(finding.location)}: {say(finding.message, language)}{hint}"


def _xml(text: str) -> str:
    legal = _NOT_IN_XML.sub(lambda match: f"<U+{ord(match[0]):04X}>", plain(text))
    return escape(legal, quote=False).replace('"', "&quot;")


EXPORTER: Exporter[Report] = Exporter("findings", "junit", ".xml", export)
