"""A goal has no effort beneath it.

Why:
    A goal that nothing works on is a blank spot on the map: either an effort is missing or a link to it. Counted are efforts
    that reach the goal along contributions, through the goals, benefits and capabilities below it. A goal that is left alone on
    purpose says so itself (`deliberately_no_effort`) and is silent, and so is one that has ended. An empty goal is one finding together
    with the goals below it.

Good:
    doelen:
      meer-banen: Meer banen
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: meer-banen}

Bad:
    doelen:
      meer-banen: Meer banen
      minder-files: Minder files
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: meer-banen}

Source:
    Gemeente Vechtstromen, programmabegroting 2020 (blank spots).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Crowd, Severity, Text
from dinkit.model.records import Benefit, Capability, Effort, Goal
from dinkit.network import Network, working_efforts
from dinkit.rule import Fault, Rule, both
from dinkit.rules._gaps import all_is_read
from dinkit.rules._nearest import loses_links, unknown_links
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per goal that no effort reaches, the topmost of each empty branch; or one when there are no efforts."""
    if not all_is_read(network) or "effort" in network.without or loses_links(network, "contributes_to"):
        return
    crowd = _no_efforts(network) if next(network.of(Effort), None) is None else None
    empty = _empty(network) if crowd is None else _asking(network)
    below: dict[str, list[str]] = {}
    for relation in network.related("part_of"):
        if relation.source in empty:
            below.setdefault(relation.target, []).append(relation.source)
    for found in empty:
        parent = network.parent(found)
        if parent is None or parent not in empty:
            yield _fault(network, found, len(network.reach([found], lambda one: below.get(one, ()))))._replace(crowd=crowd)


def _empty(network: Network) -> dict[str, None]:
    """Return the goals that nothing reaches and that nobody left alone on purpose, in the order of the files."""
    deliberate = [goal.id for goal in network.of(Goal) if goal.deliberately_no_effort or goal.ended is not None]
    begun = [*_carriers(network), *deliberate, *network.damaged, *_meant(network)]
    reached = {*begun, *network.reach(begun, network.served_by), *network.reach(deliberate, network.children)}
    return {goal.id: None for goal in network.of(Goal) if goal.id not in reached}


def _carriers(network: Network) -> list[str]:
    """Return what brings a goal cover; where benefits and capabilities are asked for, an empty one is a finding of its own."""
    kinds = (Benefit, Capability) if network.head.profile == "extended" else ()
    return [*working_efforts(network), *(element.id for kind in kinds for element in network.of(kind))]


def _meant(network: Network) -> list[str]:
    """Return the goals that a mistyped link probably means: the link is reported, not its absence."""
    return [one for flaw, meant in unknown_links(network) if flaw.key == "contributes_to" for one in meant]


def _fault(network: Network, found: str, below: int) -> Fault:
    effort, goal, goals = both(network, "effort"), both(network, "goal"), both(network, "goal", plural=True)
    name = quoted_name(network, found)
    also = Text("", "")
    if below:
        also = Text(
            f", ook niet via {f'de {below} {goals.nl}' if below > 1 else f'het {goal.nl}'} eronder",
            f", nor by the {f'{below} {goals.en}' if below > 1 else goal.en} below it",
        )
    return Fault(
        Text(f"{goal.nl} {name} heeft geen {effort.nl}{also.nl}", f"{goal.en} {name} has no {effort.en}{also.en}"),
        network.location(found),
        found,
        Text(
            f"laat een {effort.nl} eraan bijdragen, of zeg met 'bewust_geen_inspanning' waarom niet",
            f"let an {effort.en} contribute to it, or say with 'deliberately_no_effort' why not",
        ),
    )


def _asking(network: Network) -> dict[str, None]:
    """Return the goals of a model without efforts that ask for one; none where a link may be the start of an effort."""
    return {} if network.flaws else {goal.id: None for goal in network.of(Goal) if not goal.deliberately_no_effort and goal.ended is None}


def _no_efforts(network: Network) -> Crowd:
    """Return what is said in place of a finding per goal where there are no efforts at all."""
    effort = both(network, "effort", plural=True)
    return Crowd(
        Text(
            f"dit model heeft geen {effort.nl}, dus geen enkel {both(network, 'goal').nl} is gedekt",
            f"this model has no {effort.en}, so no {both(network, 'goal').en} is covered",
        ),
        Text(
            "voeg 'inspanningen' toe; noemt de bron er geen, schrijf dan 'inspanningen: {geen: <reden>}'",
            "add 'efforts'; if the source names none, write 'efforts: {none: <reason>}'",
        ),
        total=0,
        least=1,
    )


RULE = Rule("DIN107", Severity.WARNING, check)
