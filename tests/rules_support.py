"""What the tests of the rules share: run one rule over a text and write its findings in one line each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dinkit import catalogue
from dinkit.checking.run import RULES
from dinkit.finding import Finding, Severity
from dinkit.rule import Rule
from support import brief, findings_of


class Case(NamedTuple):
    """One model, and the findings of one code that it gives; none means that the rule is silent."""

    code: str
    name: str
    text: str
    findings: tuple[str, ...] = ()
    parts: Mapping[str, str] = {}
    """Further files of the model, by name without ".yaml"."""


def identify(case: Case) -> str:
    """The name of a case in the report of pytest."""
    return f"{case.code} {case.name}"


def check_case(case: Case) -> None:
    """Compare what a model gives with what its case says."""
    assert found(case.code, case.text, **case.parts) == list(case.findings)


def rules() -> dict[str, Rule]:
    """Every rule of the catalogue by its slug."""
    names = [name.replace("_", "-") for name in catalogue.names(RULES)]
    return {name: module.RULE for name, module in zip(names, catalogue.members(RULES), strict=True)}


def found(code: str, text: str, **parts: str) -> list[str]:
    """The findings of one code as `line:column code element: Dutch message`."""
    return [f"{brief(finding)}: {finding.message.nl}" for finding in findings_of(text, **parts) if finding.code == code]


def one(code: str, text: str, **parts: str) -> Finding:
    """The only finding of one code."""
    (finding,) = [finding for finding in findings_of(text, **parts) if finding.code == code]
    return finding


def errors(text: str, **parts: str) -> list[str]:
    """All errors, of reading and of every rule: what must be exactly one where one thing is wrong."""
    return [f"{brief(finding)}: {finding.message.nl}" for finding in findings_of(text, **parts) if finding.severity is Severity.ERROR]


def codes(text: str, **parts: str) -> list[str]:
    """The codes of all findings, sorted."""
    return sorted(finding.code for finding in findings_of(text, **parts))
