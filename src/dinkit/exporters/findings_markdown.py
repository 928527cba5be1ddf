"""Findings as a summary for a pull request: counts first, then errors, warnings and, folded, tips and what was accepted.

A comment on GitHub or GitLab holds 65,536 characters: what does not fit is counted, errors being the last to go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dinkit.exporter import Exporter
from dinkit.exporters._cells import say
from dinkit.exporters._findings import FIX, HINT, WORDS, accepted, address, counted, summary
from dinkit.exporters._plain import plain, shortened
from dinkit.exporters.markdown import escaped
from dinkit.finding import Finding, Location, Severity, Suppressed, Text
from dinkit.report import Report

LARGEST = 65_000
"""So many characters at most."""
_LONGEST = 300
"""So many columns of one text are shown."""

_UNFIT = re.compile(r"[\s()<>\\]")
"""What would end a link before its end."""
_MENTION = re.compile(r"@(?=[\w-])")
_HEADS = {
    "findings": Text("| plaats | code | bevinding |\n| --- | --- | --- |", "| place | code | finding |\n| --- | --- | --- |"),
    "accepted": Text(
        "| plaats | code | bevinding | reden | wie |\n| --- | --- | --- | --- | --- |",
        "| place | code | finding | reason | who |\n| --- | --- | --- | --- | --- |",
    ),
}
_KNOWN = Text("was er al (baseline)", "was there already (baseline)")
_ACCEPTED = (Text("aanvaarde bevinding", "accepted finding"), Text("aanvaarde bevindingen", "accepted findings"))


class _Section(NamedTuple):
    """A table that may be cut: what stands before its rows and behind them, and how to say how many were left out."""

    before: str
    rows: Iterator[str]
    after: str
    words: tuple[Text, Text]
    """What one row is about, and several."""


def export(report: Report) -> str:
    """Return the summary, as many rows as fit in it, and how many findings did not."""
    made = ["## dinkit", "", escaped(summary(report))]
    sections = list(_sections(report))
    # The last line of each section, should it be cut, has its room kept: no number has more digits than this one.
    frames = [f"\n\n{one.before}{_more(10**9, one, report.language)}{one.after}" for one in sections]
    room = LARGEST - len("\n".join(made)) - sum(map(len, frames)) - 1
    for section in sections:
        text, room = _filled(section, room, report.language)
        made += ["", text]
    return "\n".join(made) + "\n"


def _filled(section: _Section, room: int, language: str) -> tuple[str, int]:
    """Return a section with the rows that fit, and the room that is left."""
    kept: list[str] = []
    left = 0
    for row in section.rows:
        if left or len(row) + 1 > room:
            left, room = left + 1, 0
        else:
            kept.append(row)
            room -= len(row) + 1
    more = [_more(left, section, language)] if left else []
    return section.before + "".join(f"\n{row}" for row in kept) + "".join(more) + section.after, room


def _more(count: int, section: _Section, language: str) -> str:
    word = section.words[count != 1]
    return "\n\n" + say(Text(f"... en nog {count} {word.nl}.", f"... and {count} more {word.en}."), language)


def _sections(report: Report) -> Iterator[_Section]:
    for severity in Severity:
        found = [finding for finding in report.findings if finding.severity is severity]
        if found:
            title = counted(len(found), severity, report.language)
            before, after = _frame(title, "findings", report.language, folded=severity is Severity.TIP)
            yield _Section(before, (_row(one, report) for one in found), after, WORDS[severity])
    if report.suppressed:
        before, after = _frame(accepted(report), "accepted", report.language, folded=True)
        yield _Section(before, (_accepted_row(one, report) for one in report.suppressed), after, _ACCEPTED)


def _frame(title: str, head: str, language: str, *, folded: bool) -> tuple[str, str]:
    """Return what stands before the rows of a section, and behind them."""
    heads = say(_HEADS[head], language)
    return (f"<details><summary>{title}</summary>\n\n{heads}", "\n\n</details>") if folded else (f"### {title}\n\n{heads}", "")


def _row(finding: Finding, report: Report) -> str:
    message = _text(finding.message, report.language)
    if finding.hint is not None:
        message += f"<br>{say(HINT, report.language)}: {_text(finding.hint, report.language)}"
    if finding.fix is not None:
        message += f"<br>{escaped(say(FIX, report.language))}"
    return f"| {_link(finding.location, report.links)} | {_words(finding.code)} | {message} |"


def _accepted_row(one: Suppressed, report: Report) -> str:
    finding = one.finding
    message = _text(finding.message, report.language)
    reason = one.reason or (say(_KNOWN, report.language) if one.by == "baseline" else "")
    return f"| {_link(finding.location, report.links)} | {_words(finding.code)} | {message} | {_words(reason)} | {_words(one.owner or '')} |"


def _link(location: Location, links: str) -> str:
    shown = f"{_words(location.file)}:{location.span.line}"
    if location.file.startswith("<"):  # a text from standard input has no address
        return shown
    return f"[{shown}]({_UNFIT.sub('', links)}{address(location.file)}#L{location.span.line})"


def _text(text: Text, language: str) -> str:
    return _words(say(text, language))


def _words(text: str) -> str:
    """Return a text that Markdown shows as it is, and that calls nobody by name."""
    return _MENTION.sub("@<!-- -->", escaped(shortened(plain(text), _LONGEST)))


EXPORTER: Exporter[Report] = Exporter("findings", "markdown", ".md", export)
