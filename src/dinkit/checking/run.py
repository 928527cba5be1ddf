"""All rules over one network, all findings at once, in the order of their places."""

from __future__ import annotations

from dinkit import catalogue
from dinkit.finding import Finding, sort_key
from dinkit.reading.load import Loaded
from dinkit.rule import findings_of

RULES = "dinkit.rules"


def check(loaded: Loaded) -> tuple[Finding, ...]:
    """Return the findings of reading a model together with those of every rule."""
    findings = list(loaded.findings)
    for name, module in zip(catalogue.names(RULES), catalogue.members(RULES), strict=True):
        findings += findings_of(module.RULE, name.replace("_", "-"), loaded.network)
    return tuple(sorted(findings, key=sort_key))
