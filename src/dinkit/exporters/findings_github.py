"""Findings as workflow commands of GitHub Actions, which puts them beside the changed lines.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest without a word. So where there are more, the tenth
says how many, and all that has no annotation stands in the log of the step, folded.
Source: GitHub's "Workflow commands" and the limits in actions/toolkit, docs/problem-matchers.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.exporter import Exporter
from dinkit.exporters._cells import say
from dinkit.exporters._findings import HINT, counted, of_models, summary
from dinkit.exporters._plain import plain, shortened
from dinkit.exporters.findings_compact import line
from dinkit.finding import Finding, Severity, Text
from dinkit.report import Report

PER_STEP = 10
"""So many annotations of one severity GitHub shows of a step."""
LONGEST = 2_000
"""So many columns of a message are kept; an annotation holds 64 KB."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.TIP: "notice"}


def export(report: Report) -> str:
    """Return the annotations, what did not fit among them, and a summary."""
    lines: list[str] = []
    rest: list[Finding] = []
    for severity in _COMMANDS:
        found = [finding for finding in report.findings if finding.severity is severity]
        shown = found if len(found) <= PER_STEP else found[: PER_STEP - 1]
        lines += [_annotation(finding, report) for finding in shown]
        if len(shown) < len(found):
            lines.append(_more(len(found) - len(shown), severity, report.language))
        rest += found[len(shown) :]
    return "".join(f"{one}\n" for one in (*lines, *_folded(rest, report), f"dinkit: {summary(report)}"))


def _annotation(finding: Finding, report: Report) -> str:
    span, language = finding.location.span, report.language
    properties = {"file": plain(finding.location.file), "line": str(span.line), "endLine": str(span.end_line)}
    if span.line == span.end_line:  # GitHub takes no columns of a stretch over several lines
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    properties["title"] = f"{finding.code} {plain(finding.slug)}"
    message = shortened(plain(say(finding.message, language)), LONGEST) + of_models(finding, report)
    if finding.hint is not None:
        message += f"\n{say(HINT, language)}: {shortened(plain(say(finding.hint, language)), LONGEST)}"
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {given}::{_data(message)}"


def _more(count: int, severity: Severity, language: str) -> str:
    number = counted(count, severity, language)
    message = Text(f"en nog {number}; ze staan in het log van deze stap", f"and {number} more; they stand in the log of this step")
    return f"::{_COMMANDS[severity]} title=dinkit::{_data(say(message, language))}"


def _folded(findings: list[Finding], report: Report) -> Iterator[str]:
    """Yield the findings without an annotation as plain lines that the runner does not take for commands, wherever those begin."""
    if findings:
        yield f"::group::{_data(say(Text('de overige bevindingen', 'the other findings'), report.language))}"
        for finding in findings:
            yield "- " + line(finding, report).replace("##[", "## [")
        yield "::endgroup::"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


EXPORTER: Exporter[Report] = Exporter("findings", "github", ".txt", export)
