"""A benefit serves no goal.

Why:
    A benefit shows that a goal comes nearer. One that serves none is not what the programme is for, or its goal is missing. An
    unwanted effect may hinder a goal instead.

Good:
    profiel: uitgebreid
    doelen:
      meer-banen: Meer banen
    baten:
      meer-starters: {naam: Meer starters, draagt_bij_aan: meer-banen}

Bad:
    profiel: uitgebreid
    doelen:
      meer-banen: Meer banen
    baten:
      meer-starters: Meer starters

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 8.5 (first question on a benefit).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Benefit, Goal
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._gaps import doubtful
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per benefit that contributes to nothing and hinders nothing."""
    if not network.complete or next(network.of(Goal), None) is None:
        return
    unsure = doubtful(network, "contributes_to", "hinders")
    benefit, goal = both(network, "benefit"), both(network, "goal")
    for found in network.of(Benefit):
        if found.id in unsure or network.outgoing(found.id, "contributes_to", "hinders"):
            continue
        name = quoted_name(network, found.id)
        yield Fault(
            Text(f"{benefit.nl} {name} dient geen enkel {goal.nl}", f"{benefit.en} {name} serves no {goal.en}"),
            network.location(found.id),
            found.id,
            Text(
                f"zeg met 'draagt_bij_aan' welk {goal.nl} dichterbij komt, of met 'remt' welk verder weg raakt",
                f"say with 'contributes_to' which {goal.en} comes nearer, or with 'hinders' which one does not",
            ),
        )


RULE = Rule("DIN108", Severity.WARNING, check)
