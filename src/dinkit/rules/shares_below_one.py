"""The shares that go to an element add up to less than the whole.

Why:
    That is no fault: the rest is influence from outside the programme, and it may be the most honest line of the picture. But it should be meant. All such
    elements are one tip. Asked are elements of which every contribution has a share; more than the whole is an error (DIN601).

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
      loket: {naam: Loket openen, draagt_bij_aan: {banen: 0.5}}
      beurs: {naam: Beurs houden, draagt_bij_aan: {banen: 0.2}}

Source:
    Rijksoverheid, guide to policy evaluations (effects have causes outside policy).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dinkit.finding import Severity, Text
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._weights import fits, scale_of
from dinkit.rules._words import quoted_name

_TOLERANCE = Decimal("0.01")
"""Three shares of 0.33 are meant to be the whole."""


def check(network: Network) -> Iterator[Fault]:
    """Yield one tip for all elements that get less than the whole."""
    if scale_of(network) != "share" or any(flaw.key == "contributes_to" for flaw in network.flaws):
        return
    if network.head.weight_scale is None and network.head_gives("weight_scale"):
        return
    totals: dict[str, Decimal | None] = {}
    for relation in network.related("contributes_to"):
        before, weight = totals.get(relation.target, Decimal(0)), relation.weight
        known = before is not None and weight is not None and fits(weight, "share")
        totals[relation.target] = before + weight.value if known and before is not None and weight is not None else None
    below = {target: total for target, total in totals.items() if total is not None and total < 1 - _TOLERANCE}
    if below:
        yield _fault(network, below)


def _fault(network: Network, below: dict[str, Decimal]) -> Fault:
    first = min(below)
    name, rest = quoted_name(network, first), 1 - below[first]
    more = Text(f", en zo bij nog {len(below) - 1}", f", and so for {len(below) - 1} more") if len(below) > 1 else Text("", "")
    return Fault(
        Text(
            f"de aandelen in {name} zijn samen {_dutch(below[first])}; de overige {_dutch(rest)} is invloed van buiten{more.nl}",
            f"the shares in {name} are {below[first]} together; the other {rest} is influence from outside{more.en}",
        ),
        network.location(first),
        first,
        Text(
            "is dat zo bedoeld, aanvaard deze tip dan; maak de aandelen anders groter",
            "accept this tip if that is meant; else make the shares larger",
        ),
        tuple(network.location(one, why=Text("hier ook", "here too")) for one in sorted(below)[1:9]),
    )


def _dutch(number: Decimal) -> str:
    return str(number).replace(".", ",")


RULE = Rule("DIN602", Severity.TIP, check)
