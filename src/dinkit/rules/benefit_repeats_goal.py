"""A benefit says the same as the goal it serves, with a number.

Why:
    "10% minder uitval" is not what helps to reach "Minder uitval": it is how far that goal is to be reached, and so its indicator with a target.
    A benefit is the lever: what changes for whom, so that the goal comes nearer.

Good:
    profiel: uitgebreid
    doelen: {uitval: Minder uitval op school}
    baten:
      lessen: {naam: Meer lessen die aansluiten, draagt_bij_aan: uitval}

Bad:
    profiel: uitgebreid
    doelen: {uitval: Minder uitval op school}
    baten:
      uitval-tien: {naam: 10% minder uitval, draagt_bij_aan: uitval}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 8.1 (a benefit is not the number of the goal).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Benefit
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._language import Language, language_of, words_of
from dinkit.rules._words import quoted_name

_NUMBER = re.compile(r"(?<!\w)[0-9]")


def check(network: Network) -> Iterator[Fault]:
    """Yield a tip per benefit whose name is that of a goal it serves and a number."""
    language = language_of(network.head.language)
    for benefit in network.of(Benefit):
        if _NUMBER.search(benefit.name) is None:
            continue
        words = _telling(benefit.name, language)
        goals = [relation.target for relation in network.outgoing(benefit.id, "contributes_to")]
        same = [goal for goal in goals if network.elements[goal].kind == "goal" and words <= _telling(network.elements[goal].name, language)]
        if words and same:
            yield _fault(network, benefit.id, min(same))


def _telling(name: str, language: Language) -> set[str]:
    return set(words_of(name)) - language.filling


def _fault(network: Network, benefit: str, goal: str) -> Fault:
    kinds = both(network, "benefit"), both(network, "goal")
    name, other = quoted_name(network, benefit), quoted_name(network, goal)
    return Fault(
        Text(f"{kinds[0].nl} {name} is {kinds[1].nl} {other} met een getal", f"{kinds[0].en} {name} is {kinds[1].en} {other} with a number"),
        network.location(benefit, "name"),
        benefit,
        Text(
            "maak er een indicator met een streefwaarde van, en noem hier wat er voor wie verandert",
            "make it an indicator with a target, and name here what changes for whom",
        ),
        (network.location(goal, "name", why=Text("het doel", "the goal")),),
    )


RULE = Rule("DIN206", Severity.TIP, check)
