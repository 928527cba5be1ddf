"""An effort reaches no goal.

Why:
    Work that helps no goal is a loose effort: a link is missing, or the work does not belong to the programme. An effort counts as
    linked when it contributes to something itself, or its effort, one of its parts or the same work elsewhere does. A loose effort is
    one finding together with its parts. A benefit or capability that leads nowhere is a finding of its own.

Good:
    doelen:
      meer-banen: Meer banen
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: meer-banen}

Bad:
    doelen:
      meer-banen: {naam: Meer banen, bewust_geen_inspanning: komt volgend jaar}
    inspanningen:
      loket: Loket openen

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 11.1 (loose efforts).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Crowd, Severity, Text
from dinkit.model.records import Goal
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._gaps import topmost_without
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per loose effort, or one when the model has no goal at all."""
    if not network.complete or "goal" in network.without:
        return
    crowd = _no_goals(network) if next(network.of(Goal), None) is None else None
    if crowd is not None and network.flaws:
        return
    linked = {relation.source for relation in network.related("contributes_to")}
    effort, goal = both(network, "effort"), both(network, "goal")
    for found in topmost_without(network, linked, "contributes_to").certain:
        name = quoted_name(network, found)
        yield Fault(
            Text(f"{effort.nl} {name} draagt aan geen enkel {goal.nl} bij", f"{effort.en} {name} contributes to no {goal.en}"),
            network.location(found),
            found,
            Text(
                f"zeg met 'draagt_bij_aan' welk {goal.nl} dit helpt, of haal de {effort.nl} weg",
                f"say with 'contributes_to' which {goal.en} this helps, or remove the {effort.en}",
            ),
            crowd=crowd,
        )


def _no_goals(network: Network) -> Crowd:
    """Return what is said in place of a list of loose efforts where there is no goal at all."""
    goal = both(network, "goal", plural=True)
    return Crowd(
        Text(
            f"dit model heeft geen {goal.nl}, dus geen enkele {both(network, 'effort').nl} draagt bij",
            f"this model has no {goal.en}, so no {both(network, 'effort').en} contributes",
        ),
        Text(
            "voeg 'doelen' toe; noemt de bron er geen, schrijf dan 'doelen: {geen: <reden>}'",
            "add 'goals'; if the source names none, write 'goals: {none: <reason>}'",
        ),
        total=0,
        least=1,
    )


RULE = Rule("DIN106", Severity.WARNING, check)
