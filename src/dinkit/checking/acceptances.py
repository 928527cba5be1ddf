"""Findings that an element accepts, each with its reason; an acceptance that is not needed (any more) or is past is a finding itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dinkit.checking.notices import noticed
from dinkit.checking.severities import unknown_rule
from dinkit.finding import Finding, Location, Suppressed
from dinkit.model.dates import ImpreciseDate
from dinkit.model.node import mark_at
from dinkit.model.values import Acceptance
from dinkit.network import Network


class _Place(NamedTuple):
    """One acceptance: the element that it stands on, and the code of the rule."""

    element: str
    code: str


def accepted(findings: list[Finding], network: Network, codes: frozenset[str]) -> tuple[list[Finding], list[Suppressed]]:
    """Part the findings into those that stand and those that an element accepts.

    Returns:
        What stands, with what is wrong with the acceptances themselves, and what was accepted.
    """
    given = {_Place(name, code): one for name, element in network.elements.items() for code, one in element.accepted.items()}
    if not given:
        return findings, []
    holding = {place: one for place, one in given.items() if not _past(one, network)}
    kept = [finding for finding in findings if _place(finding) not in holding]
    let = [Suppressed(finding, "model", one.reason, one.by) for finding in findings if (one := holding.get(_place(finding)))]
    found = {_place(finding) for finding in findings}
    return kept + list(_about(given, found, network, codes)), let


def _place(finding: Finding) -> _Place:
    return _Place(finding.element or "", finding.code)


def _past(one: Acceptance, network: Network) -> bool:
    today = network.head.reference_date
    return isinstance(one.valid_until, ImpreciseDate) and isinstance(today, ImpreciseDate) and one.valid_until.last < today.first


def _about(given: dict[_Place, Acceptance], found: set[_Place], network: Network, codes: frozenset[str]) -> Iterator[Finding]:
    for place, one in given.items():
        where = _location(network, place)
        if place.code not in codes:
            yield unknown_rule(place.code, where, codes, place.element)
        elif place not in found:
            if place.element not in network.damaged and network.complete:
                yield noticed("unused-acceptance", where, (place.code,), place.element)
        elif _past(one, network):
            words = [date.text for date in (one.valid_until, network.head.reference_date) if isinstance(date, ImpreciseDate)]
            yield noticed("expired-acceptance", where, (place.code, *words), place.element)


def _location(network: Network, place: _Place) -> Location:
    origin = network.origins[place.element]
    return network.mark_location(origin.file, mark_at(origin.node, "accepted", place.code))
