"""All rules over one network, all findings at once, in the order of their places; then what was decided about them."""

from __future__ import annotations

from collections.abc import Iterable

from dinkit import catalogue
from dinkit.checking.acceptances import accepted
from dinkit.checking.baseline import is_read_whole, known, strange
from dinkit.checking.crowds import alone, gathered
from dinkit.checking.meant import RULES
from dinkit.checking.own import OwnRules
from dinkit.checking.review import to_review
from dinkit.checking.severities import crowded, misplaced, weighed
from dinkit.finding import Finding, Suppressed, sort_key
from dinkit.network import Network
from dinkit.reading.load import Loaded
from dinkit.reading.settings import Baseline, Beside, Reviews, Settings
from dinkit.rule import findings_of
from dinkit.tuples import NamedTuple

_CODES = frozenset(f"DIN{number}" for number in range(901, 1000))
"""What a project may call its own rules: behind a fault in the settings, or in what was not read, any of them may stand."""


class Decisions(NamedTuple):
    """What a project decided beside its models; what it has no file for is None."""

    settings: Beside[Settings] | None = None
    baseline: Beside[Baseline] | None = None
    reviews: Beside[Reviews] | None = None


class Judged(NamedTuple):
    """What stands, and what was found but is accepted or was there already."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    each: tuple[Finding, ...] = ()
    """What stands, element by element: before one finding is told in place of many."""
    unneeded: tuple[Finding, ...] = ()
    """Acceptances in parts that this model has no need of; see `sharing.needless`."""


def check(loaded: Loaded, decisions: Decisions | None = None) -> tuple[Finding, ...]:
    """Return the findings of reading a model together with those of every rule that stand."""
    return judge(loaded, decisions or Decisions()).findings


def judge(loaded: Loaded, decisions: Decisions) -> Judged:
    """Run every rule, weigh what it finds, and set apart what is accepted or was there already.

    Faults of reading are neither weighed nor accepted: what could not be read is missing from every answer.
    """
    network = loaded.network
    own = _own_rules(network, decisions.settings)
    found = [*_without_anchored(_found(network), loaded.findings), *own.findings, *to_review(network, decisions.reviews)]
    stands = weighed(found, network, decisions.settings, own.weights)
    codes = rule_codes(own.codes) if _decided(network, decisions) else frozenset[str]()
    stands, by_model, unneeded = accepted(stands, network, codes, decisions.settings, own.unused)
    stands, before = known(
        stands, model_name(network), decisions.baseline, own.unused, accepted=[one.finding for one in by_model], whole=is_read_whole(network)
    )
    unneeded += strange(network, model_name(network), decisions.baseline, decisions.settings)
    about = [*loaded.findings, *own.about]
    if codes:
        about += [*misplaced(network, decisions.settings, codes), *crowded(stands, network, decisions.settings)]
    suppressed = sorted((one._replace(finding=alone(one.finding)) for one in by_model + before), key=lambda one: sort_key(one.finding))
    told = sorted(about + gathered(stands, network), key=sort_key)
    return Judged(tuple(told), tuple(suppressed), tuple(stands), tuple(unneeded))


def model_name(network: Network) -> str:
    """Return what a baseline knows a model by: its id, else the path of its file."""
    return network.head.model or network.files[0].path


def rule_codes(own: Iterable[str] = ()) -> frozenset[str]:
    """Return the codes of all rules, with those of a project's own and that of contributions to be reviewed again."""
    return frozenset(module.RULE.code for module in catalogue.members(RULES)) | {"DIN045", *own}


def _found(network: Network) -> list[Finding]:
    return [
        finding
        for name, module in zip(catalogue.names(RULES), catalogue.members(RULES), strict=True)
        for finding in findings_of(module.RULE, name.replace("_", "-"), network)
    ]


def _without_anchored(found: list[Finding], read: Iterable[Finding]) -> list[Finding]:
    """Leave out what rules find in a text of which a lone anchor took a word: what it says is known when that is mended."""
    anchors = {(one.location.file, one.location.span.start) for one in read if one.slug == "lone-anchor"}
    return [one for one in found if (one.location.file, one.location.span.start) not in anchors] if anchors else found


def _own_rules(network: Network, settings: Beside[Settings] | None) -> OwnRules:
    """Run the rules of the project and of the model itself, if there are any."""
    own = OwnRules()
    if network.head.project_rules or (settings is not None and settings.record.project_rules):
        from dinkit.checking.project_rules.rulebook import own_rules  # noqa: PLC0415 - most projects have none, and start-up counts

        own = own_rules(network, settings)
    if network.complete and not (settings is not None and settings.findings):
        return own
    hidden = _CODES - own.codes
    return own._replace(codes=own.codes | hidden, unused=own.unused | hidden)


def _decided(network: Network, decisions: Decisions) -> bool:
    """Say whether anything was decided about a rule by its code."""
    weighing = network.head.rules or (decisions.settings and decisions.settings.record.rules)
    return bool(weighing) or any(element.accepted for element in network.elements.values())
