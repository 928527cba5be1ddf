"""The shares that go to one element add up to more than the whole.

Why:
    On a scale of shares each weight is the part of a goal that an effort brings about; together they cannot be more than 1. What is
    left below 1 is influence from outside and no fault.

Good:
    weegschaal: aandeel
    doelen:
      meer-banen: Meer banen
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: {meer-banen: 0.6}}
      beurs: {naam: Banenbeurs houden, draagt_bij_aan: {meer-banen: 0.4}}

Bad:
    weegschaal: aandeel
    doelen:
      meer-banen: Meer banen
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: {meer-banen: 0.6}}
      beurs: {naam: Banenbeurs houden, draagt_bij_aan: {meer-banen: 0.5}}

Source:
    Bradley, map weighting, Gower Handbook of Project Management, p. 132-133.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dinkit.finding import Location, Severity, Text
from dinkit.network import Network, Relation
from dinkit.rule import Fault, Rule
from dinkit.rules._weights import fits, scale_of, weighed
from dinkit.rules._words import quoted_name

_TOLERANCE = Decimal("1e-9")
"""Shares such as 0.333333333 three times, or written with a rounded last digit, are no fault."""


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per element that gets more than the whole."""
    if scale_of(network) != "share":
        return
    incoming: dict[str, list[Relation]] = {}
    for relation in weighed(network):
        if relation.type == "contributes_to" and relation.weight is not None and fits(relation.weight, "share"):
            incoming.setdefault(relation.target, []).append(relation)
    for target, relations in incoming.items():
        total = sum((relation.weight.value for relation in relations if relation.weight), Decimal(0))
        if total > 1 + _TOLERANCE:
            yield _fault(network, target, total, relations)


def _fault(network: Network, target: str, total: Decimal, relations: list[Relation]) -> Fault:
    name = quoted_name(network, target)
    return Fault(
        Text(
            f"de aandelen in {name} zijn samen {_dutch(total)}, meer dan het geheel (1)",
            f"the shares in {name} are {total} together, more than the whole (1)",
        ),
        network.location(target),
        target,
        Text("maak aandelen kleiner, of kies een andere weegschaal", "make shares smaller, or choose another scale"),
        tuple(_place(network, relation) for relation in sorted(relations, key=lambda one: one.source)),
    )


def _place(network: Network, relation: Relation) -> Location:
    text = relation.weight.text if relation.weight else ""
    return network.mark_location(relation.file, relation.mark, Text(f"aandeel {text}", f"share {text}"))


def _dutch(number: Decimal) -> str:
    return str(number).replace(".", ",")


RULE = Rule("DIN601", Severity.ERROR, check)
