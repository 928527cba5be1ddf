"""Two elements have the same id.

Why:
    An id is how everything else refers to an element, in this edition and in later ones, so it stands for one element over all
    kinds and all files of a model. The first one counts; the second is left out until it has an id of its own.

Good:
    doelen:
      meer-banen: Meer banen
    inspanningen:
      banenplan: {naam: Banenplan opstellen, draagt_bij_aan: meer-banen}

Bad:
    doelen:
      meer-banen: Meer banen
    inspanningen:
      meer-banen: Banenplan opstellen

Source:
    VPNG on portfolio management in Amersfoort: names that mean two things make a portfolio unreadable.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per element whose id is taken; the related place is the first that has it."""
    for flaw in network.flaws:
        if flaw.what != "double-id" or flaw.other is None:
            continue
        kind, name = both(network, network.elements[flaw.element].kind), quoted_name(network, flaw.element)
        yield Fault(
            Text(f"de id '{flaw.given}' is al van {kind.nl} {name}", f"the id '{flaw.given}' belongs to {kind.en} {name} already"),
            network.mark_location(flaw.file, flaw.mark),
            flaw.element,
            Text("geef dit element een eigen id; tot dan telt het niet mee", "give this element an id of its own; until then it does not count"),
            (network.mark_location(*flaw.other, why=Text("hier staat de eerste", "the first stands here")),),
        )


RULE = Rule("DIN101", Severity.ERROR, check)
