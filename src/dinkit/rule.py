"""The contract of an opinion: what a rule is, and the helpers that most rules need.

A rule is one file in rules/. Its name is the file's name, its docstring is the English manual (what, why, good, bad, source),
the Dutch manual stands beside it as <name>.nl.md, and it holds one `RULE`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dinkit.finding import Crowd, Finding, Fix, Location, Severity, Text
from dinkit.network import Network
from dinkit.tuples import NamedTuple


class Fault(NamedTuple):
    """What a rule found: everything of a finding but what the rule itself fixes (code, name, severity)."""

    message: Text
    location: Location
    element: str | None = None
    hint: Text | None = None
    related: tuple[Location, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    """Only where one fault of this rule weighs differently from the others."""
    crowd: Crowd | None = None
    """What may be told in place of this fault where most elements have it."""


class Rule(NamedTuple):
    """A rule of the catalogue: a stable code, how bad a breach is, and the check itself."""

    code: str
    severity: Severity
    check: Callable[[Network], Iterator[Fault]]


def findings_of(rule: Rule, slug: str, network: Network) -> Iterator[Finding]:
    """Run one rule over a network.

    Args:
        rule: the rule.
        slug: its name, with dashes.
        network: what is checked.
    """
    for fault in rule.check(network):
        yield Finding(
            rule.code,
            slug,
            fault.severity or rule.severity,
            fault.message,
            fault.location,
            fault.element,
            fault.hint,
            fault.related,
            fault.fix,
            fault.crowd,
        )


def both(network: Network, kind: str, *, plural: bool = False) -> Text:
    """Return what this model calls a kind, in both languages."""
    return Text(network.name_of(kind, "nl", plural=plural), network.name_of(kind, "en", plural=plural))
