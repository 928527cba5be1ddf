"""Something is derived or added without a reason.

Why:
    What the source does not say itself must be open to contradiction: a reader should see why we conclude it. One line in `reden` is
    enough. Only what is marked on the spot is asked for a reason, not what a whole file has by default.

Good:
    doelen:
      meer-banen: {naam: Meer banen, herkomst: afgeleid, reden: De titel van het plan zegt het.}
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: meer-banen}

Bad:
    doelen:
      meer-banen: {naam: Meer banen, herkomst: afgeleid}
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: meer-banen}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 11.1 (say which links are assumptions).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.relations import RELATION_BY_NAME
from dinkit.model.vocabulary import VALUES
from dinkit.network import Network, Relation
from dinkit.rule import Fault, Rule
from dinkit.rules._evidence import values_of
from dinkit.rules._gaps import doubtful, is_damaged_in
from dinkit.rules._places import is_nested, link_details, place
from dinkit.rules._words import quoted_name

_OURS = ("derived", "added")


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per element, value or link that is ours and gives no reason."""
    doubted = doubtful(network, "reason")
    for element in network.elements.values():
        if element.id in doubted:
            continue
        if element.provenance in _OURS and not element.reason and "provenance" in network.origins[element.id].node.marks:
            yield _fault(network, quoted_name(network, element.id), element.provenance, element.id, ("provenance",))
    for held in values_of(network):
        if held.record.provenance in _OURS and not held.record.reason and not is_damaged_in(network, held.element.id, *held.path):
            name = quoted_name(network, held.element.id)
            yield _fault(network, name, held.record.provenance, held.element.id, (*held.path, "provenance"))
    for relation in network.relations:
        if relation.provenance in _OURS and not relation.reason:
            yield from _of_link(network, relation, relation.provenance)


def _of_link(network: Network, relation: Relation, provenance: str) -> Iterator[Fault]:
    table = RELATION_BY_NAME[relation.type]
    owner, other = (relation.source, relation.target) if table.written_at == "source" else (relation.target, relation.source)
    details = None if is_nested(network, relation) else link_details(network, relation, owner, table.key, other)
    if details is not None and "provenance" in details.marks and not is_damaged_in(network, owner, table.key, other):
        name = f"{quoted_name(network, relation.source)} → {quoted_name(network, relation.target)}"
        yield _fault(network, name, provenance, owner, (table.key, other, "provenance"))


def _fault(network: Network, name: str, provenance: str, element: str, path: tuple[str | int, ...]) -> Fault:
    return Fault(
        Text(f"{name} is {VALUES['provenance'][provenance]}, maar de reden ontbreekt", f"{name} is {provenance}, but the reason is missing"),
        place(network, element, *path),
        element,
        Text("zeg in één regel waarom, met 'reden'", "say why in one line, with 'reason'"),
    )


RULE = Rule("DIN804", Severity.WARNING, check)
