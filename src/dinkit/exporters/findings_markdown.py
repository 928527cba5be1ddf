"""Findings as a summary for a pull request: counts first, then errors, warnings and, folded, tips and what was accepted.

What does not fit in a comment is counted, errors being the last to go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dinkit.exporter import Exporter
from dinkit.exporters._cells import say
from dinkit.exporters._comment import Section, fitted, folded, harmless
from dinkit.exporters._findings import FIX, HINT, WORDS, accepted, address, counted, of_models, summary
from dinkit.exporters.markdown import escaped
from dinkit.finding import Finding, Location, Severity, Suppressed, Text
from dinkit.report import Report

_UNFIT = re.compile(r"[\s()<>\\]")
"""What would end a link before its end."""
_HEADS = {
    "findings": Text("| plaats | code | bevinding |\n| --- | --- | --- |", "| place | code | finding |\n| --- | --- | --- |"),
    "accepted": Text(
        "| plaats | code | bevinding | reden | wie |\n| --- | --- | --- | --- | --- |",
        "| place | code | finding | reason | who |\n| --- | --- | --- | --- | --- |",
    ),
}
_KNOWN = Text("was er al (baseline)", "was there already (baseline)")
_ACCEPTED = (Text("aanvaarde bevinding", "accepted finding"), Text("aanvaarde bevindingen", "accepted findings"))


def export(report: Report) -> str:
    """Return the summary, as many rows as fit in it, and how many findings did not."""
    return fitted(f"## dinkit\n\n{escaped(summary(report))}", list(_sections(report)), report.language)


def _sections(report: Report) -> Iterator[Section]:
    heads = {name: say(text, report.language) for name, text in _HEADS.items()}
    for severity in Severity:
        found = [finding for finding in report.findings if finding.severity is severity]
        if found:
            title, rows = counted(len(found), severity, report.language), (_row(one, report) for one in found)
            if severity is Severity.TIP:
                yield _folded(title, rows, heads["findings"], WORDS[severity])
            else:
                yield Section(f"### {title}", rows, "", WORDS[severity], f"\n\n{heads['findings']}")
    if report.suppressed:
        yield _folded(accepted(report), (_accepted_row(one, report) for one in report.suppressed), heads["accepted"], _ACCEPTED)


def _folded(title: str, rows: Iterator[str], head: str, words: tuple[Text, Text]) -> Section:
    before, after = folded(title)
    return Section(before, rows, after, words, f"\n{head}")


def _row(finding: Finding, report: Report) -> str:
    message = _text(finding.message, report.language) + _models(finding, report)
    if finding.hint is not None:
        message += f"<br>{say(HINT, report.language)}: {_text(finding.hint, report.language)}"
    if finding.fix is not None:
        message += f"<br>{escaped(say(FIX, report.language))}"
    return f"| {_link(finding.location, report.links)} | {harmless(finding.code)} | {message} |"


def _accepted_row(one: Suppressed, report: Report) -> str:
    finding = one.finding
    message = _text(finding.message, report.language) + _models(one, report)
    reason = one.reason or (say(_KNOWN, report.language) if one.by == "baseline" else "")
    return f"| {_link(finding.location, report.links)} | {harmless(finding.code)} | {message} | {harmless(reason)} | {harmless(one.owner or '')} |"


def _models(one: Finding | Suppressed, report: Report) -> str:
    models = of_models(one, report)
    return harmless(models) if models else ""


def _link(location: Location, links: str) -> str:
    shown = f"{harmless(location.file)}:{location.span.line}"
    if location.file.startswith("<"):  # a text from standard input has no address
        return shown
    return f"[{shown}]({_UNFIT.sub('', links)}{address(location.file)}#L{location.span.line})"


def _text(text: Text, language: str) -> str:
    return harmless(say(text, language))


EXPORTER: Exporter[Report] = Exporter("findings", "markdown", ".md", export)
