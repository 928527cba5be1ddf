"""A link joins kinds that it may not join.

Why:
    Each relation means one thing between certain kinds: an effort contributes to a goal, a goal never to an effort. A link
    that does not fit is left out of the network, and every count would be wrong with it. The message says what does fit.

Good:
    doelen:
      meer-banen: Meer banen
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: meer-banen, stakeholders: [gemeente]}
    stakeholders:
      gemeente: Gemeente

Bad:
    doelen:
      meer-banen: Meer banen
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: [meer-banen, gemeente]}
    stakeholders:
      gemeente: Gemeente

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 11.1 (how goals, benefits, capabilities and efforts join).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.relations import RELATION_BY_KEY
from dinkit.network import Flaw, Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._nearest import fitting_kinds
from dinkit.rules._parties import Named, parties_named
from dinkit.rules._places import place
from dinkit.rules._words import key_text, kinds_text


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per link to an element of the wrong kind, and per key that its element may not have."""
    for flaw in network.flaws:
        if flaw.what == "wrong-kind" and flaw.target_kind is not None:
            yield _wrong_target(network, flaw, flaw.target_kind)
        elif flaw.what == "wrong-key":
            yield _wrong_owner(network, flaw)
    for named in parties_named(network):
        element = network.elements.get(named.id)
        if element is not None and element.kind != "stakeholder":
            yield _wrong_party(network, named, element.kind)


def _wrong_target(network: Network, flaw: Flaw, target_kind: str) -> Fault:
    key, kind = key_text(flaw.key), both(network, target_kind)
    fitting = kinds_text(network, fitting_kinds(network, flaw))
    only = Text("", "") if fitting.nl == "element" else Text(f", alleen naar een {fitting.nl}", f", only at: {fitting.en}")
    return Fault(
        Text(f"'{key.nl}' kan niet wijzen naar {kind.nl} '{flaw.given}'{only.nl}", f"'{key.en}' cannot point at {kind.en} '{flaw.given}'{only.en}"),
        network.mark_location(flaw.file, flaw.mark),
        flaw.element,
        Text("kies een ander element, of een ander verband", "choose another element, or another relation"),
        (network.location(flaw.given, why=Text(f"dit is een {kind.nl}", f"this is of kind {kind.en}")),),
    )


def _wrong_owner(network: Network, flaw: Flaw) -> Fault:
    relation = RELATION_BY_KEY[flaw.key]
    key, kind = key_text(flaw.key), both(network, network.elements[flaw.element].kind)
    fitting = kinds_text(network, relation.sources if relation.written_at == "source" else relation.targets)
    only = Text("", "") if fitting.nl == "element" else Text(f", alleen een {fitting.nl}", f", only: {fitting.en}")
    return Fault(
        Text(f"een {kind.nl} kan geen '{key.nl}' hebben{only.nl}", f"an element of kind {kind.en} cannot have '{key.en}'{only.en}"),
        network.mark_location(flaw.file, flaw.mark),
        flaw.element,
        Text("haal de sleutel weg, of schrijf het verband bij het andere element", "remove the key, or write the relation at the other element"),
    )


def _wrong_party(network: Network, named: Named, given_kind: str) -> Fault:
    kind, party = both(network, given_kind), both(network, "stakeholder")
    return Fault(
        Text(f"hier hoort een {party.nl}, maar '{named.id}' is een {kind.nl}", f"here belongs a {party.en}, but '{named.id}' is of kind {kind.en}"),
        place(network, named.element, *named.path),
        named.element,
        Text(f"noem de id van een {party.nl}", f"name the id of a {party.en}"),
        (network.location(named.id, why=Text(f"dit is een {kind.nl}", f"this is of kind {kind.en}")),),
    )


RULE = Rule("DIN103", Severity.ERROR, check)
