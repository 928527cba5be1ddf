"""Findings as JUnit XML, for CI systems that show tests: a suite per file, a case per finding, one passed case for a file without any.

Errors are failures. Warnings and tips are skipped cases: no system takes a build for broken because of them, and all show their text.
A case is named after its code and element rather than its line, so that a system that compares two runs sees what is new.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import escape

from dinkit.exporter import Exporter
from dinkit.exporters._cells import say
from dinkit.exporters._findings import HINT, place
from dinkit.exporters._plain import plain
from dinkit.finding import Finding, Severity, Text
from dinkit.report import Report

_NOT_IN_XML = re.compile("[\ufffe\uffff]")
"""What `plain` leaves and XML 1.0 does not allow."""


def export(report: Report) -> str:
    """Return the findings as a suite per file, in the order of the files' names."""
    paths = {file.path for file in report.files} | {finding.location.file for finding in report.findings}
    found: dict[str, list[Finding]] = {path: [] for path in sorted(paths)}
    for finding in report.findings:
        found[finding.location.file].append(finding)
    head = f'<testsuites name="dinkit validate"{_numbers(list(report.findings), _cases(found))}>'
    suites = [line for path, findings in found.items() for line in _suite(path, findings, report)]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]) + "\n"


def _cases(found: dict[str, list[Finding]]) -> int:
    return sum(len(findings) or 1 for findings in found.values())


def _numbers(findings: list[Finding], cases: int) -> str:
    failures = sum(finding.severity is Severity.ERROR for finding in findings)
    return f' tests="{cases}" failures="{failures}" errors="0" skipped="{len(findings) - failures}"'


def _suite(path: str, findings: list[Finding], report: Report) -> Iterator[str]:
    yield f'  <testsuite name="{_xml(path)}"{_numbers(findings, len(findings) or 1)}>'
    accepted = sum(one.finding.location.file == path for one in report.suppressed)
    if accepted:
        yield f'    <properties><property name="suppressed" value="{accepted}"/></properties>'
    if not findings:
        yield f'    <testcase classname="{_xml(path)}" name="{say(Text("geen bevindingen", "no findings"), report.language)}"/>'
    times: Counter[str] = Counter()
    for finding in findings:
        name = f"{finding.code} {finding.slug}" + (f": {finding.element}" if finding.element else "")
        times[name] += 1
        yield from _case(finding, name if times[name] == 1 else f"{name} ({times[name]})", report.language)
    yield "  </testsuite>"


def _case(finding: Finding, name: str, language: str) -> Iterator[str]:
    path, message = _xml(finding.location.file), _xml(f"{finding.code}: {say(finding.message, language)}")
    yield f'    <testcase classname="{path}" name="{_xml(name)}" file="{path}" line="{finding.location.span.line}">'
    if finding.severity is Severity.ERROR:
        yield f'      <failure type="{finding.severity.value}" message="{message}">{_xml(_text(finding, language))}</failure>'
    else:
        yield f'      <skipped type="{finding.severity.value}" message="{message}"/>'
        yield f"      <system-out>{_xml(_text(finding, language))}</system-out>"
    yield "    </testcase>"


def _text(finding: Finding, language: str) -> str:
    hint = f" ({say(HINT, language)}: {say(finding.hint, language)})" if finding.hint else ""
    return f"{place(finding.location)}: {say(finding.message, language)}{hint}"


def _xml(text: str) -> str:
    legal = _NOT_IN_XML.sub(lambda match: f"<U+{ord(match[0]):04X}>", plain(text))
    return escape(legal, quote=False).replace('"', "&quot;")


EXPORTER: Exporter[Report] = Exporter("findings", "junit", ".xml", export)
