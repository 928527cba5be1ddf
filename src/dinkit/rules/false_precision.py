"""A weight is more precise than anybody can know.

Why:
    How much an effort brings about is a judgement. "0.333" or "12.5%" suggests that it was measured, and a ranking that rests on the third digit is no
    ranking. Two digits are enough; signs (+, ++, +++) often are too. All such weights are one tip.

Good:
    weegschaal: aandeel
    doelen: {banen: Meer banen}
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: {banen: 0.6}}
      beurs: {naam: Beurs houden, draagt_bij_aan: {banen: 0.4}}

Bad:
    weegschaal: aandeel
    doelen: {banen: Meer banen}
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: {banen: 0.625}}
      beurs: {naam: Beurs houden, draagt_bij_aan: {banen: 0.37}}

Source:
    Prevaas & Van Loon, on the DIN (false precision of calculated weights).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dinkit.finding import Severity, Text
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._places import place
from dinkit.rules._weights import weighed

DIGITS = 2
"""Significant digits that a judgement has at most."""
_MOST_SHOWN = 8


def check(network: Network) -> Iterator[Fault]:
    """Yield one tip for all weights with more digits."""
    precise = [relation for relation in weighed(network) if relation.weight is not None and _digits(relation.weight.value) > DIGITS]
    if not precise:
        return
    precise.sort(key=lambda relation: (relation.source, relation.target, relation.type))
    first, given = precise[0], precise[0].weight.text if precise[0].weight else ""
    more = Text(f" (en nog {len(precise) - 1})", f" (and {len(precise) - 1} more)") if len(precise) > 1 else Text("", "")
    yield Fault(
        Text(f"gewicht '{given}'{more.nl} is preciezer dan iemand kan weten", f"weight '{given}'{more.en} is more precise than anybody can know"),
        place(network, first.source, first.type, first.target, "weight"),
        first.source,
        Text("rond af op hoogstens twee cijfers, of gebruik tekens (+, ++, +++)", "round to two digits at most, or use signs (+, ++, +++)"),
        tuple(network.mark_location(one.file, one.mark, Text("ook hier", "here too")) for one in precise[1:_MOST_SHOWN]),
    )


def _digits(number: Decimal) -> int:
    """Return how many significant digits a number has; 100 has one, 0.50 too."""
    return len("".join(map(str, number.as_tuple().digits)).strip("0"))


RULE = Rule("DIN604", Severity.TIP, check)
