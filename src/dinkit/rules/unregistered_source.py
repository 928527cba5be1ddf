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

from dinkit.finding import Location, Severity, Text
from dinkit.model.records import Source
from dinkit.model.relations import RELATION_BY_NAME
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network, Relation
from dinkit.reading.unread import may_stand
from dinkit.rule import Fault, Rule
from dinkit.rules._evidence import values_of
from dinkit.rules._fixes import word_meant
from dinkit.rules._nearest import guess, nearest, refused
from dinkit.rules._places import place
from dinkit.tuples import NamedTuple

Path = tuple[str | int, ...]


class Citation(NamedTuple):
    """One citation of a source that is not registered: its id, the element, and where in it."""

    source: str
    element: str
    path: Path


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per source id that is cited and not registered, at the first citation of the first element by id."""
    registered = {source.id for source in network.of(Source)} | {UNKNOWN}
    if _cited(network) <= registered:
        return
    found: dict[str, list[Citation]] = {}
    for citation in _unregistered(network, registered):
        if citation.source in registered or may_stand(citation.source, network.unread):
            continue
        found.setdefault(citation.source, []).append(citation)
    meant = nearest(found, registered - {UNKNOWN}) if found else {}
    known_bad = refused(network, found)
    for source, citations in sorted(found.items()):
        if source not in known_bad:
            yield _fault(network, citations, meant[source])


def _cited(network: Network) -> set[str]:
    """Return the first word of every citation."""
    cited = {text.partition(" ")[0] for element in network.elements.values() for text in element.source}
    cited.update(text.partition(" ")[0] for held in values_of(network) for text in held.record.source)
    cited.update(text.partition(" ")[0] for relation in network.relations for text in relation.places)
    return cited


def _unregistered(network: Network, registered: set[str]) -> Iterator[Citation]:
    """Yield the citations of unknown sources in elements, values and links."""
    for element in network.elements.values():
        for index, text in enumerate(element.source):
            if text.partition(" ")[0] not in registered:
                yield Citation(_source(text), element.id, ("source", index))
    for held in values_of(network):
        for index, text in enumerate(held.record.source):
            if text.partition(" ")[0] not in registered:
                yield Citation(_source(text), held.element.id, (*held.path, "source", index))
    for relation in network.relations:
        for index, text in enumerate(relation.places):
            if text.partition(" ")[0] not in registered:
                owner, path = _link(relation)
                yield Citation(_source(text), owner, (*path, index))


def _source(text: str) -> str:
    return next(iter(text.split()), "")


def _link(relation: Relation) -> tuple[str, Path]:
    table = RELATION_BY_NAME[relation.type]
    owner, other = (relation.source, relation.target) if table.written_at == "source" else (relation.target, relation.source)
    return owner, (table.key, other, "source")


def _fault(network: Network, citations: list[Citation], meant: tuple[str, ...]) -> Fault:
    first = min(citations, key=lambda one: one.element)
    often = Text("", "") if len(citations) == 1 else Text(f" ({len(citations)} keer genoemd)", f" (cited {len(citations)} times)")
    where: Location = place(network, first.element, *first.path)
    return Fault(
        Text(f"bron '{first.source}' staat niet in het register{often.nl}", f"source '{first.source}' is not in the register{often.en}"),
        where,
        first.element,
        guess(meant) or _add(first.source),
        fix=word_meant([place(network, one.element, *one.path) for one in citations], network, first.source, meant),
    )


def _add(source: str) -> Text:
    return Text(
        f"begin met de id van een bron, of voeg '{source}' toe onder 'bronnen'", f"begin with the id of a source, or add '{source}' below 'sources'"
    )


RULE = Rule("DIN112", Severity.ERROR, check)
