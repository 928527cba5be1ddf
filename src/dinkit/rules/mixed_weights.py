"""Weights stand on different scales.

Why:
    A plus, a share and a number of points cannot be added or compared. A model has one scale, which it declares
    (`weegschaal`) or which most weights are on. All weights that do not fit are one finding, at the first of them by id.

Good:
    weegschaal: tekens
    doelen:
      meer-banen: Meer banen
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: {meer-banen: ++}}

Bad:
    weegschaal: tekens
    doelen:
      meer-banen: Meer banen
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: {meer-banen: 0.4}}

Source:
    Prevaas & Van Loon, on the DIN (signs for strong and weak contributions; false precision).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.vocabulary import VALUES
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._places import place
from dinkit.rules._weights import fits, scale_of, weighed
from dinkit.rules._words import key_text

_MOST_SHOWN = 8


def check(network: Network) -> Iterator[Fault]:
    """Yield one fault when weights do not fit the scale of the model."""
    scale = scale_of(network)
    if scale is None:
        return
    stray = [relation for relation in weighed(network) if relation.weight is not None and not fits(relation.weight, scale)]
    if not stray:
        return
    stray.sort(key=lambda relation: (relation.source, relation.target))
    first, given = stray[0], stray[0].weight.text if stray[0].weight else ""
    more = Text(f" (en nog {len(stray) - 1})", f" (and {len(stray) - 1} more)") if len(stray) > 1 else Text("", "")
    name, key = Text(VALUES["weight_scale"][scale], scale), key_text("weight_scale")
    declared = network.head.weight_scale is not None
    why = Text("de weegschaal van dit model is", "the scale of this model is") if declared else Text("de meeste gewichten zijn", "most weights are")
    yield Fault(
        Text(f"gewicht '{given}' past niet{more.nl}: {why.nl} '{name.nl}'", f"weight '{given}' does not fit{more.en}: {why.en} '{name.en}'"),
        place(network, first.source, first.type, first.target, "weight"),
        first.source,
        Text(
            f"gebruik één weegschaal in het hele model, en noem die met '{key.nl}'", f"use one scale in the whole model, and name it with '{key.en}'"
        ),
        tuple(network.mark_location(one.file, one.mark) for one in stray[1:_MOST_SHOWN]),
    )


RULE = Rule("DIN603", Severity.ERROR, check)
