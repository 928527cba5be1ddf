"""Findings that an element accepts, each with its reason; an acceptance that is not needed (any more) or is past is a finding itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dinkit.checking.meant import OWN, rule_meant
from dinkit.checking.notices import noticed
from dinkit.checking.severities import elsewhere, is_off, unknown_rule
from dinkit.checking.sharing import apart, is_shared, is_whole_project
from dinkit.checking.unused import unused_acceptance
from dinkit.finding import Finding, Location, Suppressed, Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.node import Mapping, Stretch, key_stretch, mark_at, value_stretch
from dinkit.model.values import Acceptance
from dinkit.network import ANYWHERE, Network, Origin
from dinkit.pattern import pattern
from dinkit.reading.settings import Beside, Settings
from dinkit.tuples import NamedTuple

_CODE = pattern("DIN[0-9]{3}")
_NO_DATE = "no-reference-date"
_TOO = Text("deze ook niet", "nor does this one")
_MOST_SHOWN = 8


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
    """What only all models of the project together can tell: acceptances in shared parts, confirmations, and ids and rules in the settings, that this model has no need of."""


def accepted(
    findings: list[Finding],
    network: Network,
    codes: frozenset[str],
    settings: Beside[Settings] | None = None,
    unused: frozenset[str] = frozenset(),
) -> Accepted:
    """Part the findings into those that stand and those that an element accepts.

    What an acceptance with a fault was meant for is in neither: the fault is told, and that is one cause.

    Args:
        findings: what was found.
        network: the model.
        codes: those of all rules.
        settings: those of the project; when it names several models, another one may need what stands in a part.
        unused: those of rules that were not used, since they have a fault: nobody knows what they would find.
    """
    findings, unneeded = apart(findings, network, settings)
    unneeded += elsewhere(network, settings, codes)
    said = list(_given(network))
    faulty = frozenset((*_faulty(network), *_misspelt(said, network, codes)))
    given = {place: one for place, one in said if place not in faulty}
    if not given and not faulty:
        return Accepted(findings, [], unneeded)
    holding = {place: one for place, one in given.items() if not _past(one, network)}
    let = [Suppressed(finding, "model", one.reason, one.by) for finding in findings if (one := holding.get(_place(finding))) and not _endless(one)]
    kept = [finding for finding in findings if _place(finding) not in holding and _place(finding) not in faulty]
    found = {_place(finding) for finding in findings}
    about: list[Finding] = []
    off = {place for place in given if place not in found and is_off(place.code, place.element, network, settings)}
    clear = {place: one for place, one in given.items() if place.code not in unused and place not in off}
    for place, finding in _about(clear, findings, network, codes, settings):
        is_open = finding.code == "DIN042" or place.code.startswith(OWN)
        shared = is_open and is_shared(network.origins[place.element].file, settings)
        (unneeded if shared else about).append(finding)
    undated = list(_undated(given, found, network))
    if undated:  # one cause: this is what the rule on a missing reference date says, where somebody counts on it
        kept = [finding for finding in kept if finding.slug != _NO_DATE]
    return Accepted(kept + about + undated, let, unneeded)


def _given(network: Network) -> Iterator[tuple[_Place, Acceptance]]:
    return ((_Place(name, code), one) for name, element in network.elements.items() if element.accepted for code, one in element.accepted.items())


def _faulty(network: Network) -> Iterator[_Place]:
    """Yield what acceptances with a fault were meant for."""
    for name in network.damaged & network.origins.keys():
        origin = network.origins[name]
        if "accepted" in origin.node.marks:
            lost = [loss for loss in network.losses[name] if isinstance(loss, int) and loss != ANYWHERE]
            yield from (_Place(name, code) for code, stretch in _stretches(origin, network) if any(stretch.start <= at < stretch.end for at in lost))


def _misspelt(said: list[tuple[_Place, Acceptance]], network: Network, codes: frozenset[str]) -> Iterator[_Place]:
    """Yield what acceptances with a code that is none were meant for, where that is certain."""
    for (name, code), _ in said:
        meant = None if code in codes else rule_meant(code, codes)
        if meant is not None and meant not in network.elements[name].accepted:
            yield _Place(name, meant)


def _stretches(origin: Origin, network: Network) -> Iterator[tuple[str, Stretch]]:
    """Yield the codes that an element names in what it accepts, however that is written, each with where its acceptance stands."""
    held: Any = origin.node.get("accepted")
    if isinstance(held, Mapping):
        yield from ((code, Stretch(key_stretch(held, code).start, value_stretch(held, code).end)) for code in held.marks)
        return
    whole = value_stretch(origin.node, "accepted")
    yield from ((code, whole) for code in _CODE.findall(network.files[origin.file].text[slice(*whole)]))


def _place(finding: Finding) -> _Place:
    return _Place(finding.element or "", finding.code)


def _endless(one: Acceptance) -> bool:
    """Say whether the last day of an acceptance is none, such as `unknown`: it would never end."""
    return isinstance(one.valid_until, str)


def _past(one: Acceptance, network: Network) -> bool:
    today = network.head.reference_date
    return isinstance(one.valid_until, ImpreciseDate) and isinstance(today, ImpreciseDate) and one.valid_until.last < today.first


def _about(
    given: dict[_Place, Acceptance], findings: list[Finding], network: Network, codes: frozenset[str], settings: Beside[Settings] | None
) -> Iterator[tuple[_Place, Finding]]:
    found = {_place(finding) for finding in findings}
    for place, one in given.items():
        where = _location(network, place)
        if place.code not in codes:
            yield place, unknown_rule(place.code, where, codes, place.element)
        elif place not in found:
            if place.element not in network.damaged and network.complete:
                alone = network.origins[place.element].file == 0 or is_whole_project([network.files[0].path], settings)
                yield place, unused_acceptance(*place, where, findings, network, removable=alone)
        elif _endless(one):
            yield place, noticed("endless-acceptance", _location(network, place, "valid_until"), (place.code,), place.element)
        elif _past(one, network):
            words = [date.text for date in (one.valid_until, network.head.reference_date) if isinstance(date, ImpreciseDate)]
            yield place, noticed("expired-acceptance", where, (place.code, *words), place.element)


def _undated(given: dict[_Place, Acceptance], found: set[_Place], network: Network) -> Iterator[Finding]:
    """Yield one finding on all acceptances that have a last day, where there is no day to look from: they never end."""
    today = network.head.reference_date
    if isinstance(today, ImpreciseDate) or not network.complete or (today is None and network.head_gives("reference_date")):
        return
    dated = [(place, one.valid_until.text) for place, one in given.items() if place in found and isinstance(one.valid_until, ImpreciseDate)]
    if dated:
        (first, until), *others = dated
        also = tuple(_location(network, place, "valid_until")._replace(why=_TOO) for place, _ in others[:_MOST_SHOWN])
        told = noticed("undated-acceptance", _location(network, first, "valid_until"), (first.code, until), first.element)
        yield told._replace(related=also)


def _location(network: Network, place: _Place, *inside: str) -> Location:
    origin = network.origins[place.element]
    return network.mark_location(origin.file, mark_at(origin.node, "accepted", place.code, *inside))
