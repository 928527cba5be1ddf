"""Weights are numbers, and the model does not say of what.

Why:
    A weight of 3 may be three points, and 0.4 may be a part of the whole or less than half a point. Signs and percentages say it themselves; for bare numbers
    dinkit guesses from all of them together, and one new weight may turn that guess over. `weegschaal` settles it. Weights that do not fit each
    other are an error already (DIN603).

Good:
    weegschaal: punten
    doelen: {banen: Meer banen}
    inspanningen: {loket: {naam: Loket openen, draagt_bij_aan: {banen: 3}}}

Bad:
    doelen: {banen: Meer banen}
    inspanningen: {loket: {naam: Loket openen, draagt_bij_aan: {banen: 3}}}

Source:
    Prevaas & Van Loon, on the DIN (thickness, points or percentages).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.vocabulary import VALUES
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._places import place
from dinkit.rules._weights import fits, scale_of, weighed


def check(network: Network) -> Iterator[Fault]:
    """Yield one tip for the bare numbers of a model without a scale."""
    if network.head.weight_scale is not None or network.head_gives("weight_scale"):
        return
    scale = scale_of(network)
    weights = weighed(network) if scale is not None else []
    if scale is None or not all(one.weight is not None and fits(one.weight, scale) for one in weights):
        return
    bare = [one for one in weights if one.weight is not None and one.weight.scale != "labels" and "%" not in one.weight.text]
    if bare:
        first = min(bare, key=lambda one: (one.source, one.target, one.type))
        given = first.weight.text if first.weight else ""
        yield Fault(
            Text(
                f"gewicht '{given}': dit model zegt niet op welke weegschaal; het wordt gelezen als '{VALUES['weight_scale'][scale]}'",
                f"weight '{given}': this model does not say on which scale; it is read as '{scale}'",
            ),
            place(network, first.source, first.type, first.target, "weight"),
            first.source,
            Text(
                "zet 'weegschaal: aandeel' of 'weegschaal: punten' bovenaan het modelbestand",
                "put 'weight_scale: share' or 'weight_scale: points' at the top of the model file",
            ),
        )


RULE = Rule("DIN605", Severity.TIP, check)
