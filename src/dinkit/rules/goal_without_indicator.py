"""Nothing measures a goal or benefit.

Why:
    Without an indicator nobody can say whether it comes nearer. A goal counts as measured when an indicator measures it, or a goal or benefit
    beneath it; an empty branch is one finding, at its top. An indicator of an effort counts work and not its effect. What has ended and what
    is not wanted need none, and a sketch without any indicator is left alone.

Good:
    doelen:
      banen: Meer banen
      lucht: Schonere lucht
    indicatoren:
      aantal: {naam: Aantal banen, eenheid: banen, nulmeting: 40000, streefwaarden: 44000, meet: banen}
      fijnstof: {naam: Fijnstof, eenheid: µg/m³, nulmeting: 15, streefwaarden: 10, meet: lucht}

Bad:
    doelen:
      banen: Meer banen
      lucht: Schonere lucht
    indicatoren:
      aantal: {naam: Aantal banen, eenheid: banen, nulmeting: 40000, streefwaarden: 44000, meet: banen}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 8.5 (third question on a benefit); Vide on SMART goals (a goal that strives has indicators at least).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Crowd, Severity, Text
from dinkit.model.records import Benefit, Goal
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._extent import FEW, in_crowd
from dinkit.rules._measuring import unmeasured
from dinkit.rules._words import quoted_name

_ADD = Text(
    "voeg een indicator toe met 'meet: <id>', of laat een indicator die er is ook dit meten",
    "add an indicator with 'measures: <id>', or let one that is there measure this too",
)


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per branch of goals and benefits that nothing measures, or one when there are several and most goals are in them."""
    empty = dict.fromkeys(unmeasured(network))
    tops = [one for one in empty if not any(above in empty for above in network.served_by(one))]
    total = sum(type(one) in (Goal, Benefit) for one in network.elements.values()) if len(tops) > FEW else 0
    if 2 * len(empty) > total > 0:
        goals = both(network, "goal", plural=True)
        message = Text(
            f"{len(empty)} van de {total} {goals.nl} worden door geen indicator gemeten",
            f"{len(empty)} of {total} {goals.en} are measured by no indicator",
        )
        yield from in_crowd((_fault(network, top) for top in tops), Crowd(message, _ADD, len(tops)))
    else:
        yield from (_fault(network, top) for top in tops)


def _fault(network: Network, found: str) -> Fault:
    kind, indicator, name = both(network, network.elements[found].kind), both(network, "indicator"), quoted_name(network, found)
    return Fault(
        Text(f"{kind.nl} {name} wordt door geen {indicator.nl} gemeten", f"no {indicator.en} measures {kind.en} {name}"),
        network.location(found),
        found,
        _hint(network, found),
    )


def _hint(network: Network, found: str) -> Text:
    """Return what to do; where only the work for it is measured, that is said."""
    beneath = network.reach([found], lambda one: [relation.source for relation in network.incoming(one, "contributes_to", "part_of")])
    counting = [one for one in beneath if network.elements[one].kind == "effort" and network.incoming(one, "measures")]
    if not counting:
        return _ADD
    effort, name = both(network, "effort"), quoted_name(network, min(counting))
    return Text(
        f"er is wel een indicator bij {effort.nl} {name}, maar die telt werk; voeg er een toe die het effect meet",
        f"there is an indicator of {effort.en} {name}, but that counts work; add one that measures the effect",
    )


RULE = Rule("DIN301", Severity.WARNING, check)
