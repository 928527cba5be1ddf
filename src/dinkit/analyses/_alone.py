"""What stands alone: the definitions of the `orphans` analysis, computed; what it says of them stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from dinkit.analyses import _flow as flow
from dinkit.analyses._cover import covers
from dinkit.analyses._order import in_tree_order, outer
from dinkit.analyses._works import Works, closure, walk, works_of
from dinkit.analysis import Options, checked
from dinkit.model.contract import Record
from dinkit.model.records import Effort, Element, Goal, Indicator, Source, Stakeholder
from dinkit.network import Network


class Orphans(NamedTuple):
    """Everything that stands alone, and of how many."""

    efforts: list[Effort]
    effort_total: int
    parts: list[Effort]
    part_total: int
    goals: list[Goal]
    goal_total: int
    stakeholders: list[Stakeholder]
    bodies: list[Stakeholder]
    stakeholder_total: int
    elsewhere: list[Stakeholder]
    """Parties of a shared register that only rest on documents of which this model has nothing else."""
    unused: list[Element]


def orphans_of(network: Network, options: Options) -> Orphans:
    """Return what stands alone.

    Raises:
        ValueError: an option has a value that does not exist.
    """
    checked(options)
    works = works_of(network)
    loose = _loose(network, works, options)
    listed = [effort for effort in in_tree_order(network, Effort) if effort.id in works.listings]
    outermost = [effort for effort in listed if outer(network, effort.id) is None]
    parts = [effort for effort in listed if outer(network, effort.id) is not None]
    goals = [cover for cover in covers(network, options) if isinstance(cover.element, Goal)]
    roles = with_role(network)
    elsewhere = only_elsewhere(network, roles)
    without = [one for one in _by_id(network.of(Stakeholder)) if one.id not in roles and one not in elsewhere]
    return Orphans(
        [effort for effort in outermost if effort.id in loose],
        len(outermost),
        [effort for effort in parts if effort.id in loose],
        len(parts),
        [cover.element for cover in goals if not cover.carriers and isinstance(cover.element, Goal)],
        len(goals),
        [one for one in without if not network.children(one.id)],
        [one for one in without if network.children(one.id)],
        sum(1 for _ in network.of(Stakeholder)) - len(elsewhere),
        elsewhere,
        _unused(network),
    )


def _by_id(elements: Iterable[Any]) -> list[Any]:
    return sorted(elements, key=lambda element: str(element.id))


def _loose(network: Network, works: Works, options: Options) -> set[str]:
    """Return the pieces of work that reach no goal: not by their own links, their parts' or those of what they are part of."""
    links = flow.served(network, options.evidence)
    targets = flow.starts(works, {work: [work] for work in works.listings}, links)
    arrives = {
        work: any(network.elements[one].kind == "goal" for one in walk(begin, lambda one: links.get(one, ()))) for work, begin in targets.items()
    }
    return {work for work in works.listings if not any(arrives[one] for one in (work, *closure(work, works.above), *closure(work, works.below)))}


def with_role(network: Network) -> set[str]:
    """Return the parties that are involved in something, finance or pay something, or measure an indicator."""
    roles = {relation.source for relation in network.relations if relation.type in ("involved_in", "finances")}
    roles |= {indicator.measured_by for indicator in network.of(Indicator) if indicator.measured_by}
    return roles | {payer for element in network.elements.values() for payer in _values(element, "payer")}


def only_elsewhere(network: Network, roles: set[str]) -> list[Stakeholder]:
    """Return the parties without a role that come from documents on which no other element of this model rests, by id."""
    mine = [place for element in network.elements.values() if not isinstance(element, (Stakeholder, Source)) for place in _values(element, "source")]
    documents = {_document(place) for place in mine}
    return [one for one in _by_id(network.of(Stakeholder)) if one.id not in roles and one.source and documents.isdisjoint(map(_document, one.source))]


def _document(place: str) -> str:
    return next(iter(place.split()), "")


def _values(record: Any, field: str) -> Iterator[str]:
    """Yield every text under a field of this name, in a record and in all records that it holds."""
    if isinstance(record, Record):
        given = record.__dict__.get(field, ())
        yield from (given,) if isinstance(given, str) else (text for text in given or () if isinstance(text, str))
        for value in record.__dict__.values():
            yield from _values(value, field)
    elif isinstance(record, (tuple, Mapping)):
        for value in record.values() if isinstance(record, Mapping) else record:
            yield from _values(value, field)


def _unused(network: Network) -> list[Element]:
    """Return what nothing uses, by kind and then by id."""
    used = {relation.source for relation in network.relations if relation.type in ("measures", "threatens")}
    used |= {relation.target for relation in network.relations if relation.type == "rests_on"}
    used |= _cited(network)
    return [element for kind in UNUSED for element in _by_id(network.elements.values()) if element.kind == kind and element.id not in used]


UNUSED = {
    "indicator": "measures_nothing",
    "risk": "threatens_nothing",
    "source": "not_cited",
    "agreement": "nothing_rests_on_it",
    "assumption": "nothing_rests_on_it",
}
"""Kind -> why one of it is unused."""


def _cited(network: Network) -> set[str]:
    """Return the ids of the sources that an element other than the source itself, or a link, cites."""
    places = [(element.id, place) for element in network.elements.values() for place in _values(element, "source")]
    places += [("", place) for relation in network.relations for place in relation.places]
    places += [("", place) for said in network.without.values() for place in said.source]
    cited = {(by, place.split(None, 1)[0]) for by, place in places if place.strip()}
    sources = {source.id for source in network.of(Source)}
    return {source for by, source in cited if source in sources and source != by}
