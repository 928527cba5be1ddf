"""Who bears an unwanted effect is involved in nothing else.

Why:
    Who gets the noise, the costs or the work should be able to say what it is like and what would help. A party that stands at an unwanted effect, and
    at no effort, goal, decision or other benefit, is only somebody to whom things happen.

Good:
    profiel: uitgebreid
    doelen: {banen: Meer banen}
    baten: {herrie: {naam: Meer vrachtverkeer, soort: ongewenst, remt: banen, stakeholders: {buurt: doelgroep}}}
    inspanningen: {weg: {naam: Weg omleggen, draagt_bij_aan: banen, stakeholders: {buurt: adviseur}}}
    stakeholders: {buurt: Buurtbewoners}

Bad:
    profiel: uitgebreid
    doelen: {banen: Meer banen}
    baten: {herrie: {naam: Meer vrachtverkeer, soort: ongewenst, remt: banen, stakeholders: {buurt: doelgroep}}}
    stakeholders: {buurt: Buurtbewoners}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 8.5 (let those who feel an unwanted effect make it concrete).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Benefit
from dinkit.network import Network, Relation
from dinkit.rule import Fault, Rule, both
from dinkit.rules._gaps import ids_are_sound
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a tip per party that only stands at unwanted effects, at the first of these by id."""
    unwanted = {one.id for one in network.of(Benefit) if one.type == "unwanted"}
    if not unwanted or not ids_are_sound(network) or any(flaw.key == "stakeholders" for flaw in network.flaws):
        return
    bearing: dict[str, list[Relation]] = {}
    for effect in sorted(unwanted):
        for relation in network.incoming(effect, "involved_in"):
            bearing.setdefault(relation.source, []).append(relation)
    for party, relations in bearing.items():
        if all(relation.target in unwanted for relation in network.outgoing(party, "involved_in")):
            yield _fault(network, relations[0])


def _fault(network: Network, relation: Relation) -> Fault:
    kind, name, effect = both(network, "stakeholder"), quoted_name(network, relation.source), quoted_name(network, relation.target)
    return Fault(
        Text(
            f"{kind.nl} {name} heeft last van {effect} en is verder nergens bij betrokken",
            f"{kind.en} {name} bears {effect} and is involved in nothing else",
        ),
        network.mark_location(relation.file, relation.mark),
        relation.source,
        Text(
            "vraag wat zou helpen, en geef deze partij een rol bij een inspanning of een besluit",
            "ask what would help, and give this party a role in an effort or a decision",
        ),
    )


RULE = Rule("DIN407", Severity.TIP, check)
