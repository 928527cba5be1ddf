"""The programme manager owns a benefit.

Why:
    A programme ends and its benefits have to stay, so they belong to somebody in the line who is still there afterwards. The programme manager
    sees to it that the work is done, and cannot collect what it brings. Which party is the programme manager follows from that role anywhere.

Good:
    profiel: uitgebreid
    programma: {id: p, naam: Werk, stakeholders: {manager: programmamanager}}
    doelen: {banen: Meer banen}
    baten:
      starters: {naam: Meer starters, draagt_bij_aan: banen, stakeholders: {hoofd: eigenaar}}
    stakeholders: {manager: Programmamanager, hoofd: Hoofd Economie}

Bad:
    profiel: uitgebreid
    programma: {id: p, naam: Werk, stakeholders: {manager: programmamanager}}
    doelen: {banen: Meer banen}
    baten:
      starters: {naam: Meer starters, draagt_bij_aan: banen, stakeholders: {manager: eigenaar}}
    stakeholders: {manager: Programmamanager, hoofd: Hoofd Economie}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 8.1 (the operation realises the benefits).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a tip per benefit of which the programme manager is the owner."""
    managers = {relation.source for relation in network.relations if relation.role == "programme_manager"}
    for relation in network.relations if managers else ():
        if relation.role == "owner" and relation.source in managers and network.elements[relation.target].kind == "benefit":
            kind, name, party = both(network, "benefit"), quoted_name(network, relation.target), quoted_name(network, relation.source)
            yield Fault(
                Text(
                    f"{kind.nl} {name} is van {party}, die het programma leidt en na afloop weg is",
                    f"{kind.en} {name} belongs to {party}, who leads the programme and is gone when it ends",
                ),
                network.mark_location(relation.file, relation.mark),
                relation.target,
                Text(
                    "maak iemand in de lijn eigenaar, die de baat ook later nog heeft",
                    "make somebody in the line the owner, who still has the benefit later",
                ),
            )


RULE = Rule("DIN404", Severity.TIP, check)
