"""Nowhere is anything said of an effect that somebody does not want.

Why:
    Every change has somebody who pays for it with noise, work or income. A network of 5 benefits or more without a single unwanted effect, and
    without a line that hinders, has most likely not asked them. Draw those effects too, and let those who feel them say what they are.

Good:
    doelen: {a: Meer banen}
    baten:
      b: {naam: Meer starters, draagt_bij_aan: a}
      c: {naam: Meer stageplaatsen, draagt_bij_aan: a}
      d: {naam: Minder leegstand, draagt_bij_aan: a}
      e: {naam: Meer omzet, draagt_bij_aan: a}
      f: {naam: Meer vrachtverkeer, soort: ongewenst, remt: a}

Bad:
    doelen: {a: Meer banen}
    baten:
      b: {naam: Meer starters, draagt_bij_aan: a}
      c: {naam: Meer stageplaatsen, draagt_bij_aan: a}
      d: {naam: Minder leegstand, draagt_bij_aan: a}
      e: {naam: Meer omzet, draagt_bij_aan: a}
      f: {naam: Meer bezoekers, draagt_bij_aan: a}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 8.1 and § 8.5 (unwanted effects); the number of 5 is our own.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Benefit
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._extent import of_many
from dinkit.rules._gaps import ids_are_sound

LEAST = 5
"""With fewer benefits nothing can be said yet."""


def check(network: Network) -> Iterator[Fault]:
    """Yield one tip for a network with many benefits and no unwanted effect."""
    benefits = list(network.of(Benefit))
    if len(benefits) < LEAST or not ids_are_sound(network) or any(one.type == "unwanted" or one.id in network.damaged for one in benefits):
        return
    if network.related("hinders"):
        return
    words = both(network, "benefit", plural=True)
    yield of_many(
        network,
        [one.id for one in benefits],
        Text(
            f"{len(benefits)} {words.nl} en geen enkel ongewenst effect",
            f"{len(benefits)} {words.en} and not a single unwanted effect",
        ),
        Text(
            "vraag wie er last van krijgt, en voeg dat toe met 'soort: ongewenst' of met 'remt'",
            "ask who will be worse off, and add that with 'type: unwanted' or with 'hinders'",
        ),
    )


RULE = Rule("DIN119", Severity.TIP, check)
