"""How bad a breach of a rule is here: what the model says, else the settings of the project, else the rule itself.

Within one of the two the nearest counts: the element, else its kind, else the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dinkit.checking.meant import OWN, is_of_reading, rule_meant
from dinkit.checking.notices import noticed
from dinkit.checking.sharing import is_member, is_only
from dinkit.finding import Finding, Location, Severity, Text, span_between
from dinkit.model.document import RuleSetting
from dinkit.model.kinds import KIND_BY_NAME
from dinkit.model.node import mark_at
from dinkit.model.records import Programme
from dinkit.nearby import nearest_word
from dinkit.network import Network
from dinkit.reading.settings import Beside, Settings, place_of

OFF = "off"


def weighed(
    findings: list[Finding], network: Network, settings: Beside[Settings] | None, own: Mapping[str, RuleSetting] | None = None
) -> list[Finding]:
    """Return the findings of rules as bad as they are here; those that are switched off are left out.

    Args:
        findings: what the rules found.
        network: the model.
        settings: those of the project.
        own: how bad a breach is by the rules themselves, where a finding cannot say that.
    """
    layers = [*_decided(network, settings), own or {}]
    if not any(layers):
        return findings
    return [found for finding in findings for found in _weighed(finding, network, layers)]


def is_off(code: str, element: str, network: Network, settings: Beside[Settings] | None) -> bool:
    """Say whether a rule is switched off for an element: by the model, by the settings, or, of a project's own rule, by the rule itself."""
    said = _said(code, element, network, _decided(network, settings))
    if said is not None:
        return said == OFF
    own = (settings.record.project_rules if settings else {}) | network.head.project_rules
    return code in own and own[code].severity == OFF


def _decided(network: Network, settings: Beside[Settings] | None) -> list[Mapping[str, RuleSetting]]:
    return [network.head.rules, *([settings.record.rules] if settings else [])]


def _weighed(finding: Finding, network: Network, layers: Sequence[Mapping[str, RuleSetting]]) -> Iterator[Finding]:
    severity = _said(finding.code, finding.element or "", network, layers)
    if severity != OFF:
        yield finding._replace(severity=Severity(severity)) if severity else finding


def _said(code: str, name: str, network: Network, layers: Sequence[Mapping[str, RuleSetting]]) -> str | None:
    """Return what the first layer that says anything says of a rule for an element."""
    return next((said for layer in layers if code in layer and (said := _nearest(layer[code], name, network))), None)


def _nearest(setting: RuleSetting, name: str, network: Network) -> str | None:
    element = network.elements.get(name)
    by_kind = setting.per_kind.get(KIND_BY_NAME[element.kind].collection) if element else None
    return setting.per_element.get(name) or by_kind or setting.severity


def misplaced(network: Network, settings: Beside[Settings] | None, codes: frozenset[str]) -> Iterator[Finding]:
    """Yield what is wrong with the severities themselves: a rule or an element that does not exist.

    What the settings say may be about another model of the project: see `elsewhere`.
    """
    for code, setting in network.head.rules.items():
        if code not in codes:
            yield unknown_rule(code, _in_head(network, code), codes)
        for element in _unknown(setting, network):
            yield _no_element(element, _in_head(network, code, "per_element", element), network)
    if settings is None:
        return
    several = len(settings.record.models) > 1
    for code in settings.record.rules:
        if code not in codes and not (several and code.startswith(OWN)):
            yield unknown_rule(code, place_of(settings, "rules", code), codes)
    if is_only(network, settings):
        yield from _elements(network, settings)


def crowded(findings: Iterable[Finding], network: Network, settings: Beside[Settings] | None) -> Iterator[Finding]:
    """Yield the severities at the programme of what many elements have, each by itself: there it is only told once for all of them."""
    sorts: dict[str, list[str]] = {}
    for finding in findings:
        if finding.crowd is not None and finding.element is not None:
            sorts.setdefault(finding.code, []).append(finding.element)
    for code, having in sorts.items():
        own = [(one, _in_head(network, code, "per_element", one)) for one in _weighed_alone(network.head.rules, code)]
        if settings is not None:
            own += [(one, place_of(settings, "rules", code, "per_element", one)) for one in _weighed_alone(settings.record.rules, code)]
        for one, where in own:
            if one not in having and isinstance(network.elements.get(one), Programme):
                yield noticed("crowd-severity", where, (code, str(len(having)), one, min(having)))


def _weighed_alone(rules: Mapping[str, RuleSetting], code: str) -> Iterable[str]:
    return rules[code].per_element if code in rules else ()


def elsewhere(network: Network, settings: Beside[Settings] | None, codes: frozenset[str]) -> Iterator[Finding]:
    """Yield what the settings say of rules and elements that this model does not have, and another model of the project may have."""
    if settings is None or is_only(network, settings) or not is_member(network, settings):
        return
    for code in settings.record.rules:
        if code not in codes and code.startswith(OWN):
            yield unknown_rule(code, place_of(settings, "rules", code), codes)
    yield from _elements(network, settings)


def _elements(network: Network, settings: Beside[Settings]) -> Iterator[Finding]:
    """Yield the elements that the settings name and this model does not have."""
    for code, setting in settings.record.rules.items():
        for element in _unknown(setting, network):
            yield _no_element(element, place_of(settings, "rules", code, "per_element", element), network)


def _unknown(setting: RuleSetting, network: Network) -> list[str]:
    return [element for element in setting.per_element if element not in network.elements] if network.complete else []


def _no_element(element: str, location: Location, network: Network) -> Finding:
    return noticed("unknown-element", location, (element, guess(nearest_word(element, network.elements))))


def unknown_rule(code: str, location: Location, codes: frozenset[str], element: str | None = None) -> Finding:
    """Return the finding on a code that is none of a rule."""
    if is_of_reading(code, codes):
        return noticed("reading-code", location, (code,), element)
    return noticed("unknown-rule", location, (code, guess(rule_meant(code, codes))), element)


def guess(near: str | None) -> Text:
    """Return the end of a sentence that proposes the nearest name, if there is one."""
    return Text(f"; bedoelt u '{near}'?", f"; did you mean '{near}'?") if near else Text("", "")


def _in_head(network: Network, *path: str) -> Location:
    """Return where a setting stands in the model file; the first line where it stands nowhere."""
    origin = network.head_origin
    mark = mark_at(origin.node, "rules", *path) if origin else None
    return network.mark_location(0, mark) if mark is not None else Location(network.files[0].path, span_between("", 0, 0))
