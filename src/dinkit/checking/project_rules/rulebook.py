"""The rules that hold for one model: those of the project with those of the model itself; what they find, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dinkit.checking.notices import noticed
from dinkit.checking.own import OwnRules
from dinkit.checking.project_rules.findings import project_findings
from dinkit.checking.project_rules.soundness import Conflict, Idle, conflicts, idle
from dinkit.checking.project_rules.wording import selected
from dinkit.finding import Finding, Location, Text, span_between
from dinkit.model.contract import new_record
from dinkit.model.document import RuleSetting
from dinkit.model.project_rules import ProjectRule
from dinkit.network import Network
from dinkit.reading.settings import Beside, Settings

_OTHER = Text("de andere regel", "the other rule")
_IDLE = {"nothing": "idle-rule", "always": "met-rule", "never": "hopeless-rule"}


class Placed(NamedTuple):
    """A rule and where its code stands."""

    rule: ProjectRule
    location: Location


def rules_of(network: Network, settings: Beside[Settings] | None) -> dict[str, Placed]:
    """Return the rules that hold for a model, by code; of two with one code that of the model."""
    return _of_settings(settings) | _of_model(network)


def own_rules(network: Network, settings: Beside[Settings] | None) -> OwnRules:
    """Run the rules of a project and of a model over the model, and check the rules themselves."""
    placed = rules_of(network, settings)
    rules = [placed[code].rule for code in sorted(placed)]
    return OwnRules(
        tuple(project_findings(network, rules)),
        (*_doubled(network, settings), *_unsound(rules, placed)),
        frozenset(placed),
        frozenset(rule.code for rule in rules if not rule.whole),
        {rule.code: new_record(RuleSetting, {"severity": "off"}) for rule in rules if rule.severity == "off"},
    )


def _of_settings(settings: Beside[Settings] | None) -> dict[str, Placed]:
    if settings is None:
        return {}
    return {code: _placed(rule, settings.path, settings.text) for code, rule in settings.record.project_rules.items()}


def _of_model(network: Network) -> dict[str, Placed]:
    return {code: _placed(rule, *network.files[0]) for code, rule in network.head.project_rules.items()}


def _placed(rule: ProjectRule, path: str, text: str) -> Placed:
    return Placed(rule, Location(path, span_between(text, rule.start, rule.end)))


def _doubled(network: Network, settings: Beside[Settings] | None) -> Iterator[Finding]:
    """Yield a finding per code of the model that the project gave already."""
    project = _of_settings(settings)
    for code, one in _of_model(network).items():
        if code in project:
            other = project[code].location
            found = noticed("double-rule", one.location, (code, other.file))
            yield found._replace(related=(other._replace(why=_OTHER),))


def _unsound(rules: list[ProjectRule], placed: dict[str, Placed]) -> Iterator[Finding]:
    yield from (_about_idle(one, placed) for one in idle(rules))
    by_rule: dict[str, list[Conflict]] = {}
    for one in conflicts(rules):
        by_rule.setdefault(one.second.code, []).append(one)
    yield from (_about_conflicts(found, placed) for found in by_rule.values())


def _about_idle(one: Idle, placed: dict[str, Placed]) -> Finding:
    return noticed(_IDLE[one.why], placed[one.rule.code].location, (one.rule.code, selected(one.case)))


def _about_conflicts(found: list[Conflict], placed: dict[str, Placed]) -> Finding:
    """Return the finding on a rule that contradicts one or more before it: it tells of the first, and shows where the others stand."""
    one = found[0]
    told = noticed("contradicting-rules", placed[one.second.code].location, (one.second.code, one.first.code, selected(one.case)))
    return told._replace(related=tuple(placed[other.first.code].location._replace(why=_OTHER) for other in found))
