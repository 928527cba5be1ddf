"""The rules that hold for one model: those of the project with those of the model itself; what they find, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dinkit.checking.notices import noticed
from dinkit.checking.own import OwnRules
from dinkit.checking.project_rules.evaluation import Evaluation
from dinkit.checking.project_rules.findings import project_findings
from dinkit.checking.project_rules.resting import resting
from dinkit.checking.project_rules.soundness import Idle, Pair, conflicts, idle, twins
from dinkit.checking.project_rules.wording import listed, selected
from dinkit.checking.sharing import RESTING
from dinkit.finding import Finding, Location, Text, span_between
from dinkit.model.contract import new_record
from dinkit.model.document import RuleSetting
from dinkit.model.project_rules import ProjectRule
from dinkit.network import Network
from dinkit.reading.settings import Beside, Settings

_OTHER = Text("de andere regel", "the other rule")
_NOT_HERE = Text("in dit model niets", "nothing in this model")
_NOWHERE = Text("in geen enkel model van dit project iets", "nothing in any model of this project")
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
    evaluation = Evaluation(network)
    for_nothing = list(idle(rules))
    proved = {one.rule.code for one in for_nothing}
    unused = [rule for rule in resting(evaluation, rules) if rule.code not in proved]
    of_model = [rule for rule in unused if rule.code in network.head.project_rules]
    return OwnRules(
        (*project_findings(evaluation, rules), *(_about_resting(one, placed, settings) for one in unused if one not in of_model)),
        (
            *_doubled(network, settings),
            *(_about_idle(one, placed) for one in for_nothing),
            *_about_pairs("twin-rule", twins(rules), placed),
            *_about_pairs("contradicting-rules", conflicts(rules), placed),
            *(_about_resting(one, placed) for one in of_model),
        ),
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


def _about_idle(one: Idle, placed: dict[str, Placed]) -> Finding:
    return noticed(_IDLE[one.why], placed[one.rule.code].location, (one.rule.code, selected(one.case)))


def _about_pairs(slug: str, pairs: Iterable[Pair], placed: dict[str, Placed]) -> Iterator[Finding]:
    """Yield what is wrong with pairs of rules, once per later rule: it tells of the first before it, and shows where the others stand."""
    by_rule: dict[str, list[Pair]] = {}
    for pair in pairs:
        by_rule.setdefault(pair.second.code, []).append(pair)
    for found in by_rule.values():
        one = found[0]
        told = noticed(slug, placed[one.second.code].location, (one.second.code, one.first.code, selected(one.case)))
        yield told._replace(related=tuple(placed[other.first.code].location._replace(why=_OTHER) for other in found))


def _about_resting(rule: ProjectRule, placed: dict[str, Placed], settings: Beside[Settings] | None = None) -> Finding:
    """Return the tip on a rule that looks at nothing, in one model or (with the settings of a project that names several) in all of them."""
    where = _NOWHERE if settings is not None and len(settings.record.models) > 1 else _NOT_HERE
    chosen = [selected(case) for case in rule.cases]
    nothing = Text(listed([one.nl for one in chosen], "of"), listed([one.en for one in chosen], "or"))
    return noticed(RESTING, placed[rule.code].location, (rule.code, where, nothing))
