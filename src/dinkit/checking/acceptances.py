"""Findings that an element accepts, each with its reason; an acceptance that is not needed (any more) or is past is a finding itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dinkit.checking.notices import noticed
from dinkit.checking.severities import OWN, unknown_rule
from dinkit.checking.sharing import is_shared
from dinkit.finding import Finding, Fix, Location, Suppressed
from dinkit.model.dates import ImpreciseDate
from dinkit.model.node import Mapping, key_stretch, mark_at, trimmed, value_stretch
from dinkit.model.values import Acceptance
from dinkit.network import Network
from dinkit.reading.changing import removed
from dinkit.reading.problem import fix_in
from dinkit.reading.settings import Beside, Settings
from dinkit.tuples import NamedTuple


class _Place(NamedTuple):
    """One acceptance: the element that it stands on, and the code of the rule."""

    element: str
    code: str


class Accepted(NamedTuple):
    """What is left of findings after what elements accept."""

    findings: list[Finding]
    """What stands, with what is wrong with the acceptances themselves."""
    suppressed: list[Suppressed]
    unneeded: list[Finding]
    """Acceptances in shared parts that this model has no need of; another may have."""


def accepted(
    findings: list[Finding],
    network: Network,
    codes: frozenset[str],
    settings: Beside[Settings] | None = None,
    unused: frozenset[str] = frozenset(),
) -> Accepted:
    """Part the findings into those that stand and those that an element accepts.

    Args:
        findings: what was found.
        network: the model.
        codes: those of all rules.
        settings: those of the project; when it names several models, another one may need what stands in a part.
        unused: those of rules that were not used, since they have a fault: nobody knows what they would find.
    """
    given = {_Place(name, code): one for name, element in network.elements.items() for code, one in element.accepted.items()}
    if not given:
        return Accepted(findings, [], [])
    holding = {place: one for place, one in given.items() if not _past(one, network)}
    kept = [finding for finding in findings if _place(finding) not in holding]
    let = [Suppressed(finding, "model", one.reason, one.by) for finding in findings if (one := holding.get(_place(finding)))]
    found = {_place(finding) for finding in findings}
    about: list[Finding] = []
    unneeded: list[Finding] = []
    for place, finding in _about({place: one for place, one in given.items() if place.code not in unused}, found, network, codes):
        is_open = finding.slug == "unused-acceptance" or place.code.startswith(OWN)
        shared = is_open and is_shared(network.origins[place.element].file, settings)
        (unneeded if shared else about).append(finding)
    return Accepted(kept + about, let, unneeded)


def _place(finding: Finding) -> _Place:
    return _Place(finding.element or "", finding.code)


def _past(one: Acceptance, network: Network) -> bool:
    today = network.head.reference_date
    return isinstance(one.valid_until, ImpreciseDate) and isinstance(today, ImpreciseDate) and one.valid_until.last < today.first


def _about(given: dict[_Place, Acceptance], found: set[_Place], network: Network, codes: frozenset[str]) -> Iterator[tuple[_Place, Finding]]:
    for place, one in given.items():
        where = _location(network, place)
        if place.code not in codes:
            yield place, unknown_rule(place.code, where, codes, place.element)
        elif place not in found:
            if place.element not in network.damaged and network.complete:
                yield place, noticed("unused-acceptance", where, (place.code,), place.element, _without(network, place))
        elif _past(one, network):
            words = [date.text for date in (one.valid_until, network.head.reference_date) if isinstance(date, ImpreciseDate)]
            yield place, noticed("expired-acceptance", where, (place.code, *words), place.element)


def _without(network: Network, place: _Place) -> Fix | None:
    """Return the fix that takes out one acceptance, with its key where it is the only one."""
    origin = network.origins[place.element]
    held: Any = origin.node.get("accepted")
    if not isinstance(held, Mapping):
        return None
    holder, key = (held, place.code) if len(held.marks) > 1 else (origin.node, "accepted")
    path, text = network.files[origin.file]
    return fix_in(path, removed(text, key_stretch(holder, key).start, trimmed(text, value_stretch(holder, key)).end))


def _location(network: Network, place: _Place) -> Location:
    origin = network.origins[place.element]
    return network.mark_location(origin.file, mark_at(origin.node, "accepted", place.code))
