"""How bad a breach of a rule is here: what the model says, else the settings of the project, else the rule itself.

Within one of the two the nearest counts: the element, else its kind, else the rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dinkit.checking.notices import noticed
from dinkit.finding import Finding, Location, Severity, Text, span_between
from dinkit.model.document import RuleSetting
from dinkit.model.kinds import KIND_BY_NAME
from dinkit.model.node import mark_at
from dinkit.nearby import nearest_word
from dinkit.network import Network
from dinkit.reading.settings import Beside, Settings, place_of

OFF = "off"
OWN = "DIN9"
"""How the codes of a project's own rules begin; those of one model are unknown in another."""


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
    layers = [network.head.rules, *([settings.record.rules] if settings else []), own or {}]
    if not any(layers):
        return findings
    return [found for finding in findings for found in _weighed(finding, network, layers)]


def _weighed(finding: Finding, network: Network, layers: Sequence[Mapping[str, RuleSetting]]) -> Iterator[Finding]:
    severity = next((said for layer in layers if (said := _said(layer.get(finding.code), finding, network))), None)
    if severity != OFF:
        yield finding._replace(severity=Severity(severity)) if severity else finding


def _said(setting: RuleSetting | None, finding: Finding, network: Network) -> str | None:
    if setting is None:
        return None
    element = network.elements.get(finding.element or "")
    by_kind = setting.per_kind.get(KIND_BY_NAME[element.kind].collection) if element else None
    return setting.per_element.get(finding.element or "") or by_kind or setting.severity


def misplaced(network: Network, settings: Beside[Settings] | None, codes: frozenset[str]) -> Iterator[Finding]:
    """Yield what is wrong with the severities themselves: a rule that does not exist, in the model an element that does not exist.

    An element that the settings name may be one of another model, and so may a rule with a code of a project's own.
    """
    for code, setting in network.head.rules.items():
        if code not in codes:
            yield unknown_rule(code, _in_head(network, code), codes)
        for element in setting.per_element:
            if element not in network.elements and network.complete:
                near = nearest_word(element, network.elements)
                yield noticed("unknown-element", _in_head(network, code, "per_element", element), (element, guess(near)))
    if settings is None:
        return
    several = len(settings.record.models) > 1
    for code in settings.record.rules:
        if code not in codes and not (several and code.startswith(OWN)):
            yield unknown_rule(code, place_of(settings, "rules", code), codes)


def unknown_rule(code: str, location: Location, codes: frozenset[str], element: str | None = None) -> Finding:
    """Return the finding on a code that is none of a rule."""
    if code.startswith("DIN0"):
        return noticed("reading-code", location, (code,), element)
    alike = sorted(one for one in codes if one.startswith(OWN) == code.startswith(OWN))
    return noticed("unknown-rule", location, (code, guess(nearest_word(code, alike))), element)


def guess(near: str | None) -> Text:
    """Return the end of a sentence that proposes the nearest name, if there is one."""
    return Text(f"; bedoelt u '{near}'?", f"; did you mean '{near}'?") if near else Text("", "")


def _in_head(network: Network, *path: str) -> Location:
    """Return where a setting stands in the model file; the first line where it stands nowhere."""
    origin = network.head_origin
    mark = mark_at(origin.node, "rules", *path) if origin else None
    return network.mark_location(0, mark) if mark is not None else Location(network.files[0].path, span_between("", 0, 0))
