"""How work flows to goals: along contributions, and from each goal to the goals above it; never down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from dinkit.analyses._works import Links, Works, walk
from dinkit.analysis import EVIDENCE
from dinkit.network import Network

PROVENANCES: tuple[str, ...] = (*EVIDENCE, "unknown")
"""Strongest first. A link that does not say where it comes from is unknown, never stated."""

Carriers = Mapping[str, set[str]]
"""Element -> the units that reach it."""


def served(network: Network, evidence: str | None) -> Links:
    """Return what each element helps directly: contributions of at least this evidence, and what a goal is part of."""
    enough = PROVENANCES if evidence is None else PROVENANCES[: PROVENANCES.index(evidence) + 1]
    links: Links = {}
    for relation in network.relations:
        contributes = relation.type == "contributes_to" and (relation.provenance or "unknown") in enough
        nested = relation.type == "part_of" and network.elements[relation.source].kind == "goal"
        if contributes or nested:
            links.setdefault(relation.source, []).append(relation.target)
    return links


def starts(works: Works, units: Links, links: Links) -> Links:
    """Return per unit what its own links lead to."""
    return {unit: [target for work in own for listing in works.listings[work] for target in links.get(listing, ())] for unit, own in units.items()}


def carriers(begin: Links, links: Links) -> Carriers:
    """Return per element the units that reach it."""
    return _carried(begin, cache(lambda element: walk([element], lambda one: links.get(one, ()))))


def direct_carriers(begin: Links, links: Links, kinds: Mapping[str, str]) -> Carriers:
    """Return per element the units that reach it along a path on which no other element of its own kind stands.

    Args:
        begin: what the links of each unit lead to.
        links: what each element helps.
        kinds: the kind of each element.
    """
    found: dict[str, set[str]] = {}
    for kind in sorted(set(kinds.values())):

        @cache
        def up(element: str, kind: str = kind) -> list[str]:
            return walk([element], lambda one: () if kinds[one] == kind else links.get(one, ()))

        found |= {element: units for element, units in _carried(begin, up).items() if kinds[element] == kind}
    return found


def _carried(begin: Links, up: Callable[[str], list[str]]) -> Carriers:
    found: dict[str, set[str]] = {}
    for unit, targets in begin.items():
        for target in targets:
            for element in up(target):
                found.setdefault(element, set()).add(unit)
    return found


def leaves_below(network: Network, links: Links, kind: str) -> dict[str, list[str]]:
    """Return, for each element of a kind, the elements of that kind from which it is reached and that have none below them.

    An element with nothing below it is its own leaf, and so is one that only has a circle below it.
    """
    names = sorted(name for name, element in network.elements.items() if element.kind == kind)
    below: dict[str, list[str]] = {name: [] for name in names}
    for name in names:
        for reached in walk([name], lambda one: links.get(one, ()))[1:]:
            if reached in below:
                below[reached].append(name)
    return {name: [one for one in below[name] if not below[one]] or [name] for name in names}
