"""A capability serves no benefit and no goal.

Why:
    An organisation that learns to do something without a benefit in view has built for the shelf. Either the link is missing or the
    capability is not needed.

Good:
    profiel: uitgebreid
    doelen:
      meer-banen: Meer banen
    baten:
      meer-starters: {naam: Meer starters, draagt_bij_aan: meer-banen}
    vermogens:
      snel-vergunnen: {naam: Snel vergunnen, draagt_bij_aan: meer-starters}
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: snel-vergunnen}

Bad:
    profiel: uitgebreid
    vermogens:
      snel-vergunnen: Snel vergunnen
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: snel-vergunnen}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 10.1 (capabilities exist for benefits).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Capability
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._gaps import doubtful
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per capability that contributes to nothing."""
    if not network.complete:
        return
    unsure = doubtful(network, "contributes_to")
    capability, benefit, goal = both(network, "capability"), both(network, "benefit"), both(network, "goal")
    for found in network.of(Capability):
        if found.id in unsure or network.outgoing(found.id, "contributes_to"):
            continue
        name = quoted_name(network, found.id)
        yield Fault(
            Text(
                f"{capability.nl} {name} dient geen {benefit.nl} en geen {goal.nl}", f"{capability.en} {name} serves no {benefit.en} and no {goal.en}"
            ),
            network.location(found.id),
            found.id,
            Text(
                f"zeg met 'draagt_bij_aan' welke {benefit.nl} dit mogelijk maakt", f"say with 'contributes_to' which {benefit.en} this makes possible"
            ),
        )


RULE = Rule("DIN110", Severity.WARNING, check)
