"""Findings for a terminal: each with its place, its source line and a caret under the token, and a summary at the end."""

from __future__ import annotations

from dinkit.exporter import Exporter
from dinkit.exporters._cells import say
from dinkit.exporters._findings import FIX, HINT, WORDS, counted, of_models, place, summary
from dinkit.exporters._plain import plain, shown, width
from dinkit.finding import Finding, Location, Severity, Text
from dinkit.report import Report
from dinkit.tuples import NamedTuple

_WINDOW = 100
"""A longer source line is shown as a window of about this many characters around the token."""
_BEFORE = 30
"""How many characters such a window shows before the token."""

_MANY = 20
"""Among more findings than this an error is easily missed."""
_MOST_AGAIN = 10
"""So many errors are told once more at the end."""

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.TIP: "36"}
"""The colours of a terminal; the word of the severity is there with the colour or without it."""


def export(report: Report) -> str:
    """Return the findings of a report as text."""
    lines_of = {file.path: file.text for file in report.files}
    blocks = [_finding(finding, lines_of, report) for finding in report.findings]
    return "\n".join([*blocks, *_again(report), summary(report)]) + "\n"


def _again(report: Report) -> list[str]:
    """Return the errors in a line each, where they would be lost among many other findings."""
    errors = [finding for finding in report.findings if finding.severity is Severity.ERROR]
    if not errors or len(errors) == len(report.findings) or len(report.findings) <= _MANY:
        return []
    lines = [say(Text("de fouten nog eens:", "the errors once more:"), report.language)]
    lines += [f"    {place(one.location)}: {one.code} {_message(one, report)}" for one in errors[:_MOST_AGAIN]]
    more = len(errors) - _MOST_AGAIN
    if more > 0:
        number = counted(more, Severity.ERROR, report.language)
        lines.append("    " + say(Text(f"... en nog {number}", f"... and {number} more"), report.language))
    return [*lines, ""]


def _finding(finding: Finding, texts: dict[str, str], report: Report) -> str:
    colour, language = _COLOURS[finding.severity], report.language
    severity = _coloured(say(WORDS[finding.severity][0], language), colour, report)
    lines = [f"{place(finding.location)}: {severity} {finding.code} {_message(finding, report)}"]
    lines += _excerpt(finding.location, texts, colour, report)
    if finding.hint is not None:
        lines.append(f"    {say(HINT, language)}: {plain(say(finding.hint, language))}")
    if finding.fix is not None:
        lines.append(f"    {say(FIX, language)}")
    for related in finding.related:
        why = f": {plain(say(related.why, language))}" if related.why else ""
        lines.append(f"    {say(Text('zie ook', 'see also'), language)} {place(related)}{why}")
    return "\n".join(lines) + "\n"


def _message(finding: Finding, report: Report) -> str:
    return plain(say(finding.message, report.language)) + of_models(finding, report)


def _coloured(text: str, colour: str, report: Report) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if report.colour else text


def _excerpt(location: Location, texts: dict[str, str], colour: str, report: Report) -> list[str]:
    """Return the source line and the carets below it; nothing where the text is not at hand."""
    text, span = texts.get(location.file), location.span
    if text is None:
        return []
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)].removesuffix("\r")
    seen = _window(line, span.start - start, span.end - start if span.end_line == span.line else len(line))
    number = str(span.line)
    carets = _coloured("^" * max(width(seen.token), 1), colour, report)
    return [
        f"    {number} | {seen.before}{seen.token}{seen.after}".rstrip(),
        f"    {' ' * len(number)} | {' ' * width(seen.before)}{carets}",
    ]


class _Window(NamedTuple):
    """The part of a source line that is shown, every character made visible."""

    before: str
    token: str
    after: str


def _window(line: str, start: int, end: int) -> _Window:
    """Return the token with what stands around it; what falls outside the window shows as an ellipsis."""
    start = min(start, len(line))
    end = min(max(end, start), len(line))
    if len(line) <= _WINDOW:
        return _Window(_visible(line[:start]), _visible(line[start:end]), _visible(line[end:]))
    first = max(0, min(start - _BEFORE, len(line) - _WINDOW))
    last = first + _WINDOW
    return _Window(
        ("…" if first else "") + _visible(line[first:start]),
        _visible(line[start : min(end, last)]) + ("…" if end > last else ""),
        _visible(line[end:last]) + ("…" if end <= last < len(line) else ""),
    )


def _visible(text: str) -> str:
    return text if text.isprintable() else "".join("    " if character == "\t" else shown(character) for character in text)


EXPORTER: Exporter[Report] = Exporter("findings", "text", ".txt", export)
