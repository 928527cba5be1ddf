"""A stakeholder with much power is involved in nothing.

Why:
    Who can stop the programme and is not spoken to, may well do so. A power of 4 or 5 asks for a role in something: an effort, a goal, a decision;
    who took a decision (`door`) has one. Membership of a larger body is no involvement. Parties of which nobody gave the power are not asked;
    `dinkit analyse orphans` lists everybody without a role.

Good:
    inspanningen: {loket: {naam: Loket openen, stakeholders: {wethouder: opdrachtgever}}}
    stakeholders: {wethouder: {naam: Wethouder, macht: 5}}

Bad:
    inspanningen: {loket: Loket openen}
    stakeholders: {wethouder: {naam: Wethouder, macht: 5}}

Source:
    Mendelow's grid of power and interest, as in Dutch practice (allesoversport.nl on stakeholder analysis).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Stakeholder
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._gaps import doubtful, ids_are_sound
from dinkit.rules._parties import deciders, parties_named
from dinkit.rules._words import quoted_name

POWERFUL = 4
_ROLES = ("involved_in", "finances")


def check(network: Network) -> Iterator[Fault]:
    """Yield a tip per powerful party without a role."""
    powerful = [one for one in network.of(Stakeholder) if isinstance(one.power, int) and one.power >= POWERFUL]
    if not powerful or not ids_are_sound(network) or any(flaw.key == "stakeholders" for flaw in network.flaws):
        return
    doubted = doubtful(network, "by", "author", "id", "name", "also_known_as")
    if any(network.elements[one].kind in ("decision", "progress") for one in doubted if one in network.elements):
        return
    named = {*(one.id for one in parties_named(network)), *deciders(network), *doubted}
    for found in powerful:
        if found.id not in named and not network.outgoing(found.id, *_ROLES):
            kind, name = both(network, "stakeholder"), quoted_name(network, found.id)
            yield Fault(
                Text(
                    f"{kind.nl} {name} heeft veel macht ({found.power}) en is nergens bij betrokken",
                    f"{kind.en} {name} has much power ({found.power}) and is involved in nothing",
                ),
                network.location(found.id, "power"),
                found.id,
                Text(
                    "zeg waar deze partij over gaat of aan meedoet, of verbeter de macht",
                    "say what this party decides on or takes part in, or correct its power",
                ),
            )


RULE = Rule("DIN406", Severity.TIP, check)
