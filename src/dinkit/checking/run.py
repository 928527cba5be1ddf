"""All rules over one network, all findings at once, in the order of their places; then what was decided about them."""

from __future__ import annotations

from typing import NamedTuple

from dinkit import catalogue
from dinkit.checking.acceptances import accepted
from dinkit.checking.baseline import known
from dinkit.checking.review import to_review
from dinkit.checking.severities import misplaced, weighed
from dinkit.finding import Finding, Suppressed, sort_key
from dinkit.network import Network
from dinkit.reading.load import Loaded
from dinkit.reading.settings import Baseline, Beside, Reviews, Settings
from dinkit.rule import findings_of

RULES = "dinkit.rules"


class Decisions(NamedTuple):
    """What a project decided beside its models; what it has no file for is None."""

    settings: Beside[Settings] | None = None
    baseline: Beside[Baseline] | None = None
    reviews: Beside[Reviews] | None = None


class Judged(NamedTuple):
    """What stands, and what was found but is accepted or was there already."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()


def check(loaded: Loaded, decisions: Decisions | None = None) -> tuple[Finding, ...]:
    """Return the findings of reading a model together with those of every rule that stand."""
    return judge(loaded, decisions or Decisions()).findings


def judge(loaded: Loaded, decisions: Decisions) -> Judged:
    """Run every rule, weigh what it finds, and set apart what is accepted or was there already.

    Faults of reading are neither weighed nor accepted: what could not be read is missing from every answer.
    """
    network = loaded.network
    found = [*_found(network), *to_review(network, decisions.reviews)]
    stands = weighed(found, network, decisions.settings)
    codes = rule_codes() if _decided(network, decisions) else frozenset[str]()
    stands, by_model = accepted(stands, network, codes)
    stands, before = known(stands, model_name(network), decisions.baseline)
    about = [*loaded.findings, *misplaced(network, decisions.settings, codes)] if codes else list(loaded.findings)
    return Judged(tuple(sorted(about + stands, key=sort_key)), tuple(sorted(by_model + before, key=lambda one: sort_key(one.finding))))


def model_name(network: Network) -> str:
    """Return what a baseline knows a model by: its id, else the path of its file."""
    return network.head.model or network.files[0].path


def rule_codes() -> frozenset[str]:
    """Return the codes of all rules, with that of contributions to be reviewed again."""
    return frozenset(module.RULE.code for module in catalogue.members(RULES)) | {"DIN045"}


def _found(network: Network) -> list[Finding]:
    return [
        finding
        for name, module in zip(catalogue.names(RULES), catalogue.members(RULES), strict=True)
        for finding in findings_of(module.RULE, name.replace("_", "-"), network)
    ]


def _decided(network: Network, decisions: Decisions) -> bool:
    """Say whether anything was decided about a rule by its code."""
    weighing = network.head.rules or (decisions.settings and decisions.settings.record.rules)
    return bool(weighing) or any(element.accepted for element in network.elements.values())
