"""A contribution skips a level of the extended profile.

Why:
    The extended profile asks which capability an effort builds and which benefit that brings. A link from an effort straight to a
    benefit or goal, or from a capability straight to a goal, leaves that question open. It counts all the same, so this is a tip.

Good:
    profiel: uitgebreid
    doelen:
      meer-banen: Meer banen
    baten:
      meer-starters: {naam: Meer starters, draagt_bij_aan: meer-banen}
    vermogens:
      snel-vergunnen: {naam: Snel vergunnen, draagt_bij_aan: meer-starters}
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: snel-vergunnen}

Bad:
    profiel: uitgebreid
    doelen:
      meer-banen: Meer banen
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: meer-banen}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 11.1 (efforts build capabilities, not goals).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._words import all_of, quoted_name

_SKIPPED: dict[tuple[str, str], tuple[str, ...]] = {
    ("effort", "benefit"): ("capability",),
    ("effort", "goal"): ("capability", "benefit"),
    ("capability", "goal"): ("benefit",),
}


def check(network: Network) -> Iterator[Fault]:
    """Yield a tip per contribution that leaves out a level."""
    if network.head.profile != "extended":
        return
    for relation in network.related("contributes_to"):
        kinds = network.elements[relation.source].kind, network.elements[relation.target].kind
        if kinds not in _SKIPPED:
            continue
        missing, many = all_of([both(network, kind) for kind in _SKIPPED[kinds]]), len(_SKIPPED[kinds]) > 1
        source, target = quoted_name(network, relation.source), quoted_name(network, relation.target)
        yield Fault(
            Text(
                f"tussen {source} en {target} {'zijn' if many else 'is'} {missing.nl} overgeslagen",
                f"{missing.en} {'are' if many else 'is'} skipped between {source} and {target}",
            ),
            network.mark_location(relation.file, relation.mark),
            relation.source,
            Text("zeg welke schakel ertussen zit", "say which link of the chain stands between them"),
        )


RULE = Rule("DIN111", Severity.TIP, check)
