"""What a code means, for formats that carry the manual with the findings: of a rule its manual, of anything else its messages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import ModuleType
from typing import NamedTuple

from dinkit import catalogue
from dinkit.checking.manual import dutch_manual, english_manual
from dinkit.checking.notices import NOTICES
from dinkit.checking.run import RULES
from dinkit.exporters._cells import say
from dinkit.exporters.markdown import escaped
from dinkit.finding import Finding, Severity, Text
from dinkit.reading.messages import MESSAGES
from dinkit.rule import Rule

_SORTS = Text("Wat er mis kan zijn:", "What can be wrong:")
_BLANK = re.compile(r"\{[0-9]+\}")


class RuleHelp(NamedTuple):
    """What is said of one code."""

    code: str
    name: str
    brief: str
    severity: Severity
    markdown: str


class _Sort(NamedTuple):
    """One of the things that a code is given for."""

    severity: Severity
    message: Text


def rule_help(findings: Iterable[Finding], language: str) -> list[RuleHelp]:
    """Return what to say of each code that occurs in the findings, sorted by code.

    A code that is none of ours (a rule that a project wrote itself) is described by its slug.
    """
    first: dict[str, Finding] = {}
    for finding in findings:
        first.setdefault(finding.code, finding)
    rules = {module.RULE.code: module for module in catalogue.members(RULES)}
    sorts = _sorts()
    return [_help(first[code], rules.get(code), sorts.get(code), language) for code in sorted(first)]


def _sorts() -> dict[str, dict[str, _Sort]]:
    """Return what else than rules gives a finding: reading, and decisions about rules; by code and slug."""
    found: dict[str, dict[str, _Sort]] = {}
    for slug, message in MESSAGES.items():
        found.setdefault(message.code, {})[slug] = _Sort(message.severity, Text(message.nl, message.en))
    for slug, notice in NOTICES.items():
        found.setdefault(notice.code, {})[slug] = _Sort(notice.severity, notice.message)
    return found


def _help(finding: Finding, module: ModuleType | None, sorts: dict[str, _Sort] | None, language: str) -> RuleHelp:
    if module is not None:
        return _of_rule(module, language)
    if sorts is not None:
        return _of_sorts(finding.code, sorts, language)
    words = finding.slug.replace("-", " ")
    return RuleHelp(finding.code, finding.slug, words, finding.severity, escaped(words))


def _of_rule(module: ModuleType, language: str) -> RuleHelp:
    rule: Rule = module.RULE
    slug = module.__name__.rpartition(".")[2].replace("_", "-")
    if language == "nl":
        manual = dutch_manual(module)
        brief = manual.split("**Wat**: ", 1)[1].split("\n\n", 1)[0].replace("\n", " ")
    else:
        manual = english_manual(module)
        brief = manual.split("\n", 1)[0]
    return RuleHelp(rule.code, slug, brief, rule.severity, manual)


def _of_sorts(code: str, sorts: dict[str, _Sort], language: str) -> RuleHelp:
    """Describe a code by all that it is given for, so that it reads the same whatever occurred."""
    severity = min((one.severity for one in sorts.values()), key=list(Severity).index)
    told = {slug: _BLANK.sub("…", say(one.message, language)) for slug, one in sorted(sorts.items())}
    lines = "".join(f"- `{slug}`: {escaped(text)}\n" for slug, text in told.items())
    brief = next(iter(told.values())) if len(told) == 1 else ", ".join(told)
    return RuleHelp(code, "/".join(told), brief, severity, f"{say(_SORTS, language)}\n\n{lines}")
