"""A source is cited that is not in the register.

Why:
    Every claim says which document it rests on: `bron: <source id> <place>`. An id that is not among the sources points at
    nothing, and a reader cannot look the claim up. Each missing source is one finding, however often it is cited.

Good:
    bronnen:
      contract: Programmacontract 2019
    doelen:
      meer-banen: {naam: Meer banen, bron: contract § 3}
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: meer-banen, bron: contract § 4}

Bad:
    bronnen:
      contract: Programmacontract 2019
    doelen:
      meer-banen: {naam: Meer banen, bron: contract § 3}
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: meer-banen, bron: nota § 4}

Source:
    Drimmelen, annual report 2022 (a column that names the source of each figure).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dinkit.finding import Location, Severity, Text
from dinkit.model.records import Source
from dinkit.model.relations import RELATION_BY_NAME
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network, Relation
from dinkit.rule import Fault, Rule
from dinkit.rules._evidence import values_of
from dinkit.rules._nearest import guess, nearest
from dinkit.rules._places import place

Path = tuple[str | int, ...]


class Citation(NamedTuple):
    """One citation of a source that is not registered: its id, the element, and where in it."""

    source: str
    element: str
    path: Path


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per source id that is cited and not registered, at the first citation of the first element by id."""
    if not network.complete:
        return
    registered = {source.id for source in network.of(Source)} | {UNKNOWN}
    registered |= {flaw.given for flaw in network.flaws if flaw.what == "bad-id"}
    found: dict[str, list[Citation]] = {}
    for citation in _unregistered(network, registered):
        found.setdefault(citation.source, []).append(citation)
    meant = nearest(found, registered - {UNKNOWN}) if found else {}
    for source, citations in sorted(found.items()):
        yield _fault(network, citations, guess(meant[source]) or _add(source))


def _unregistered(network: Network, registered: set[str]) -> Iterator[Citation]:
    """Yield the citations of unknown sources in elements, values and links; a wording that is known is not split again."""
    good: set[str] = set()
    for element in network.elements.values():
        if element.source:
            for index in _bad(element.source, registered, good):
                yield Citation(_source(element.source[index]), element.id, ("source", index))
    for held in values_of(network):
        if held.record.source:
            for index in _bad(held.record.source, registered, good):
                yield Citation(_source(held.record.source[index]), held.element.id, (*held.path, "source", index))
    for relation in network.relations:
        if relation.places:
            for index in _bad(relation.places, registered, good):
                owner, path = _link(relation)
                yield Citation(_source(relation.places[index]), owner, (*path, index))


def _bad(places: tuple[str, ...], registered: set[str], good: set[str]) -> list[int]:
    """Return the indices of the places that name no registered source."""
    bad = []
    for index, text in enumerate(places):
        if text not in good:
            if _source(text) in registered:
                good.add(text)
            else:
                bad.append(index)
    return bad


def _source(text: str) -> str:
    return text.strip().partition(" ")[0]


def _link(relation: Relation) -> tuple[str, Path]:
    table = RELATION_BY_NAME[relation.type]
    owner, other = (relation.source, relation.target) if table.written_at == "source" else (relation.target, relation.source)
    return owner, (table.key, other, "source")


def _fault(network: Network, citations: list[Citation], hint: Text) -> Fault:
    first = min(citations, key=lambda one: one.element)
    often = Text("", "") if len(citations) == 1 else Text(f" ({len(citations)} keer genoemd)", f" (cited {len(citations)} times)")
    where: Location = place(network, first.element, *first.path)
    return Fault(
        Text(f"bron '{first.source}' staat niet in het register{often.nl}", f"source '{first.source}' is not in the register{often.en}"),
        where,
        first.element,
        hint,
    )


def _add(source: str) -> Text:
    return Text(
        f"begin met de id van een bron, of voeg '{source}' toe onder 'bronnen'", f"begin with the id of a source, or add '{source}' below 'sources'"
    )


RULE = Rule("DIN112", Severity.ERROR, check)
