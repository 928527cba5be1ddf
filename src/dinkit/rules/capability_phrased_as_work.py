"""The name of a capability is work.

Why:
    A capability is what an organisation can do, for as long as it keeps it up; setting up a desk is done once. Name what it can do then, and make of
    the work an effort that builds it. Only verbs that are said of nothing but work count, and not behind "kunnen".

Good:
    profiel: uitgebreid
    vermogens: {loket: Alle vragen aan één loket kunnen beantwoorden}

Bad:
    profiel: uitgebreid
    vermogens: {loket: Eén loket inrichten}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 10.1 (what a capability is); a heuristic of practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Capability
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._language import act_in, language_of, words_of
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a tip per capability with a verb of work in its name."""
    language = language_of(network.head.language)
    for found in network.of(Capability):
        act = act_in(found.name, language)
        if act is None or not language.able.isdisjoint(words_of(found.name)):
            continue
        kind, effort, name = both(network, "capability"), both(network, "effort"), quoted_name(network, found.id)
        yield Fault(
            Text(f"{kind.nl} {name} is werk ('{act}')", f"{kind.en} {name} is work ('{act}')"),
            network.location(found.id, "name"),
            found.id,
            Text(
                f"noem wat de organisatie daarna kan, en maak van dit werk een {effort.nl} die daaraan bouwt",
                f"name what the organisation can do then, and let this work contribute to that (kind: {effort.en})",
            ),
        )


RULE = Rule("DIN205", Severity.TIP, check)
