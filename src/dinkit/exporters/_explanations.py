"""What a code means, as Markdown for formats that carry the manual with the findings, and as text for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from typing import NamedTuple

from dinkit.checking.explaining import explained
from dinkit.checking.explanation import Explanation, Line, Sort
from dinkit.exporters._cells import say
from dinkit.exporters._findings import WORDS
from dinkit.exporters._plain import plain
from dinkit.exporters.markdown import escaped
from dinkit.finding import Finding, Severity, Text
from dinkit.model.project_rules import ProjectRule

_SORTS = Text("Wat er mis kan zijn:", "What can be wrong:")
_HINT = Text("hint", "hint")
_WHY = Text("waarom", "why")
_OFF = Text("uit", "off")
_BLANK = re.compile(r"\{[0-9]+\}")
_BRACE = re.compile(r"\{\{|\}\}")
_FENCE = "```"
_WIDTH = 80
"""Columns that any terminal has; the lines of a manual are longer."""


class RuleHelp(NamedTuple):
    """What is said of one code beside its findings."""

    code: str
    name: str
    brief: str
    severity: Severity
    markdown: str


def rule_help(findings: Iterable[Finding], language: str, own: Mapping[str, ProjectRule]) -> list[RuleHelp]:
    """Return what to say of each code that occurs in the findings, sorted by code; one that nobody explains is described by its slug.

    Args:
        findings: what was found.
        language: "nl" or "en".
        own: the rules of the project, by code.
    """
    first: dict[str, Finding] = {}
    for finding in findings:
        first.setdefault(finding.code, finding)
    return [_help(first[code], explained(code, own), language) for code in sorted(first)]


def as_markdown(one: Explanation, language: str) -> str:
    """Return an explanation as Markdown, without its heading."""
    blocks = [say(one.manual, language)] if one.manual else []
    if one.lines:
        blocks.append("\n\n".join(f"**{say(line.title, language)}**: {escaped(say(line.words, language))}" for line in one.lines) + "\n")
    if one.sorts:
        blocks.append(f"{say(_SORTS, language)}\n\n{''.join(_item(sort, language) for sort in one.sorts)}")
    return "\n".join(blocks)


def as_text(one: Explanation, language: str) -> str:
    """Return an explanation for a terminal, with its code, name and severity on the first line."""
    severity = say(WORDS[one.severity][0] if one.severity else _OFF, language)
    blocks = [f"{one.code} {one.name} ({severity})" if len(one.sorts) < 2 or one.manual else f"{one.code} ({severity})"]
    blocks += [_readable(say(one.manual, language))] if one.manual else []
    blocks += [_line(line, language) for line in one.lines]
    if one.sorts:
        blocks += [say(_SORTS, language), *(_told(sort, language) for sort in one.sorts)]
    return "\n\n".join(blocks) + "\n"


def _help(finding: Finding, one: Explanation | None, language: str) -> RuleHelp:
    if one is None:
        words = finding.slug.replace("-", " ")
        return RuleHelp(finding.code, finding.slug, words, finding.severity, escaped(words))
    brief = _filled(say(one.brief, language)) if one.brief else ", ".join(sort.name for sort in one.sorts)
    severity = one.severity or Severity.WARNING
    return RuleHelp(one.code, one.name, plain(brief), severity, as_markdown(one, language))


def _item(sort: Sort, language: str) -> str:
    return f"- `{sort.name}`: {escaped(_filled(say(sort.message, language)))}\n"


def _told(sort: Sort, language: str) -> str:
    """Return one sort of fault with its hint and the reason why it is told."""
    lines = [f"  {sort.name}", f"    {_filled(say(sort.message, language))}"]
    for title, words in ((_HINT, sort.hint), (_WHY, sort.why)):
        filled = _filled(say(words, language)) if words else ""
        if filled.strip("… "):
            lines.append(f"    {say(title, language)}: {filled}")
    return "\n".join(lines)


def _line(line: Line, language: str) -> str:
    return f"{say(line.title, language)}: {plain(say(line.words, language))}"


def _filled(text: str) -> str:
    """Return the text of a message with an ellipsis for what the file says there."""
    return _BRACE.sub(lambda found: found[0][0], _BLANK.sub("…", text))


def _readable(manual: str) -> str:
    """Return the Markdown of a manual as plain text: no signs for bold, examples indented, the title left out (it says what is wrong)."""
    return "\n".join(_lines(manual)).strip("\n")


def _lines(manual: str) -> Iterator[str]:
    inside, paragraph = False, list[str]()
    for line in (*manual.splitlines(), ""):
        if inside or line.startswith(_FENCE) or not line:
            yield from wrap(" ".join(paragraph), _WIDTH, break_long_words=False, break_on_hyphens=False)
            paragraph = []
        if line.startswith(_FENCE):
            inside = not inside
        elif inside:
            yield f"    {line}".rstrip()
        elif line:
            paragraph.append(line.removeprefix("# ").replace("**", ""))
        else:
            yield ""
