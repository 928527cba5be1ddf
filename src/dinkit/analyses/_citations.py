"""Which places of which documents a network cites, and where it says nothing: the definitions of the `sources` analysis, computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from dinkit.analyses._alone import only_elsewhere, with_role
from dinkit.model.records import Element, Source
from dinkit.model.relations import RELATION_BY_NAME
from dinkit.model.values import Evidence
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network, Relation

WAYS: tuple[str, ...] = ("element", "value", "link")
"""What cites: an element for itself, a value or statement inside it, or a link that is written at it."""


class Citation(NamedTuple):
    """One place of one source that an element rests on."""

    source: str
    place: str
    """Where in the source; empty when only the source is named."""
    element: str
    way: str
    """One of WAYS."""


class Found(NamedTuple):
    """Everything that is counted."""

    elements: list[Element]
    citations: list[Citation]
    citing: dict[str, set[str]]
    """Source -> the elements that rest on it, the source on which most rest first; with the sources that nothing cites."""
    resting: set[str]
    uncited: list[Source]


def found_in(network: Network) -> Found:
    """Return what a network cites."""
    elements = counted(network)
    cited = list(citations(network, elements))
    citing: dict[str, set[str]] = {source.id: set() for source in network.of(Source)}
    for one in cited:
        citing.setdefault(one.source, set()).add(one.element)
    known = cited_sources(network)
    return Found(
        elements,
        cited,
        dict(sorted(citing.items(), key=lambda item: (-len(item[1]), item[0]))),
        {one.element for one in cited},
        sorted((source for source in network.of(Source) if source.id not in known), key=lambda source: source.id),
    )


def counted(network: Network) -> list[Element]:
    """Return the elements that can rest on a source, by id: all but the sources themselves, and parties that are here only by a shared register."""
    strange = {party.id for party in only_elsewhere(network, with_role(network))}
    return [element for name, element in sorted(network.elements.items()) if element.kind != "source" and name not in strange]


def citations(network: Network, elements: Iterable[Element]) -> Iterator[Citation]:
    """Yield every citation of these elements, of their values and of the links that are written at them."""
    among = {element.id: element for element in elements}
    for element in among.values():
        for record in (element, *values_in(element)):
            way = "element" if record is element else "value"
            yield from (Citation(*one, element.id, way) for one in _places(record.source))
    for relation in links(network):
        owner = _owner(relation)
        if owner in among:
            yield from (Citation(*one, owner, "link") for one in _places(relation.places))


def links(network: Network) -> Iterator[Relation]:
    """Yield the relations that somebody wrote down as such; that an element is nested in another one is none."""
    for relation in network.relations:
        if relation.type != "part_of" or relation.mark is not network.origins[relation.source].key:
            yield relation


def cited_sources(network: Network) -> set[str]:
    """Return the ids of all sources that something cites, also that there is nothing of a kind."""
    said = {one[0] for stated in network.without.values() for one in _places(stated.source)}
    all_others = [element for element in network.elements.values() if element.kind != "source"]
    return said | {one.source for one in citations(network, all_others)}


def values_in(element: Element) -> Iterator[Evidence]:
    """Yield the values, amounts, plannings and statements inside an element: all that says where it comes from by itself."""
    for value in element.__dict__.values():
        yield from _values(value)


def provenance_of(record: Evidence, element: Element) -> str:
    """Return where a value comes from: as it says itself, else as its element; what says nothing is unknown."""
    return record.provenance or element.provenance or UNKNOWN


def _values(value: Any) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, (tuple, Mapping)):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _values(item)


def _places(texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the source and the place that each text names; "unknown" names none."""
    for text in texts:
        source, _, place = text.strip().partition(" ")
        if source and source != UNKNOWN:
            yield source, place.strip()


def _owner(relation: Relation) -> str:
    return relation.source if RELATION_BY_NAME[relation.type].written_at == "source" else relation.target
