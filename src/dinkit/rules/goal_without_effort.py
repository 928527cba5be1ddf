"""A goal has no effort beneath it.

Why:
    A goal that nothing works on is a blank spot on the map: either an effort is missing or a link to it. Counted are efforts
    that reach the goal along contributions, through the goals, benefits and capabilities below it. A goal that is left alone on
    purpose says so itself (`deliberately_no_effort`) and is silent.

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
    Gemeente Vechtstromen, programmabegroting 2020 (witte vlekken); domain.md DIN-S07.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Effort, Goal
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per goal that no effort reaches."""
    reached = set(network.reach([effort.id for effort in network.of(Effort)], network.served_by))
    effort, goal = both(network, "effort"), both(network, "goal")
    for found in network.of(Goal):
        if found.id in reached or found.deliberately_no_effort or found.id in network.damaged:
            continue
        yield Fault(
            Text(f"{goal.nl} '{found.name}' heeft geen {effort.nl}", f"{goal.en} '{found.name}' has no {effort.en}"),
            network.location(found.id),
            found.id,
            Text(
                f"laat een {effort.nl} eraan bijdragen, of zeg met 'bewust_geen_inspanning' waarom niet",
                f"let an {effort.en} contribute to it, or say with 'deliberately_no_effort' why not",
            ),
        )


RULE = Rule("DIN107", Severity.WARNING, check)
