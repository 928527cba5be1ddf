"""The name of a goal or benefit is work.

Why:
    "Banenplan opstellen" is done on the day that the plan is there, whether it helps or not. What it is for is the goal, the plan an effort that
    contributes to it. Only verbs that are said of nothing but work count, and not where the name compares as well. Word lists are not a
    language: if it is a goal after all, accept this tip.

Good:
    doelen: {banen: Meer banen}

Bad:
    doelen: {banen: Banenplan opstellen}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 8.5 (ask once more what it is for).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Benefit, Goal
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._language import act_in, has_direction, language_of
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a tip per goal or benefit with a verb of work in its name."""
    language = language_of(network.head.language)
    effort = both(network, "effort")
    for aim in (*network.of(Goal), *network.of(Benefit)):
        act = act_in(aim.name, language)
        if act is None or has_direction(aim.name, language):
            continue
        kind, name = both(network, aim.kind), quoted_name(network, aim.id)
        yield Fault(
            Text(f"{kind.nl} {name} is werk ('{act}')", f"{kind.en} {name} is work ('{act}')"),
            network.location(aim.id, "name"),
            aim.id,
            Text(
                f"noem wat het moet opleveren, en maak van dit werk een {effort.nl} die daaraan bijdraagt",
                f"name what it has to bring, and let this work contribute to that (kind: {effort.en})",
            ),
        )


RULE = Rule("DIN202", Severity.TIP, check)
