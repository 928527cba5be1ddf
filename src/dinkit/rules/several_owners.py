"""More than one party owns the same thing.

Why:
    Who is accountable with somebody else can always point at them. One owner decides; others may lead, commission, carry out or advise, and have
    a role for that. Looked at are efforts, benefits and capabilities, and only the role of owner.

Good:
    inspanningen:
      loket: {naam: Loket openen, stakeholders: {hoofd-a: eigenaar, hoofd-b: partner}}
    stakeholders: {hoofd-a: Hoofd A, hoofd-b: Hoofd B}

Bad:
    inspanningen:
      loket: {naam: Loket openen, stakeholders: {hoofd-a: eigenaar, hoofd-b: eigenaar}}
    stakeholders: {hoofd-a: Hoofd A, hoofd-b: Hoofd B}

Source:
    RACI as it is commonly used: exactly one who is accountable.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.network import Network, Relation
from dinkit.rule import Fault, Rule, both
from dinkit.rules._words import listed, quoted_name

_OWNED = ("effort", "benefit", "capability")


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per element with several owners, at the second of them by id."""
    owners: dict[str, dict[str, Relation]] = {}
    for relation in network.related("involved_in"):
        if relation.role == "owner" and network.elements[relation.target].kind in _OWNED:
            owners.setdefault(relation.target, {}).setdefault(relation.source, relation)
    for owned, found in owners.items():
        if len(found) > 1:
            yield _fault(network, owned, [found[party] for party in sorted(found)])


def _fault(network: Network, owned: str, relations: list[Relation]) -> Fault:
    kind, name = both(network, network.elements[owned].kind), quoted_name(network, owned)
    parties = [quoted_name(network, relation.source) for relation in relations]
    first, second = relations[:2]
    return Fault(
        Text(
            f"{kind.nl} {name} heeft {len(parties)} eigenaars: {listed(parties, 'en')}",
            f"{kind.en} {name} has {len(parties)} owners: {listed(parties, 'and')}",
        ),
        network.mark_location(second.file, second.mark),
        owned,
        Text(
            "kies één eigenaar, en geef de anderen de rol die ze hebben (trekker, partner ...)",
            "choose one owner, and give the others the role they have (lead, partner ...)",
        ),
        (network.mark_location(first.file, first.mark, Text("een andere eigenaar", "another owner")),),
    )


RULE = Rule("DIN403", Severity.ERROR, check)
