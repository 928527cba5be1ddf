"""Nearly everything contributes to nearly everything.

Why:
    A line says that this work matters more for that goal than other work does. When more than half of all possible lines between two kinds are
    drawn, they say nothing any more: keep the ones that matter most. Asked is only where at least 4 elements of a kind contribute to at
    least 4 of another; the parts of an effort count as one effort.

Good:
    doelen: {a: Minder uitval, b: Meer banen, c: Schonere lucht, d: Meer woningen}
    inspanningen:
      e: {naam: Huisbezoek, draagt_bij_aan: [a, b]}
      f: {naam: Banenbeurs, draagt_bij_aan: [b]}
      g: {naam: Walstroom aanleggen, draagt_bij_aan: [c]}
      h: {naam: Grond aankopen, draagt_bij_aan: [d]}

Bad:
    doelen: {a: Minder uitval, b: Meer banen, c: Schonere lucht, d: Meer woningen}
    inspanningen:
      e: {naam: Huisbezoek, draagt_bij_aan: [a, b, c]}
      f: {naam: Banenbeurs, draagt_bij_aan: [a, b, d]}
      g: {naam: Walstroom aanleggen, draagt_bij_aan: [b, c]}
      h: {naam: Grond aankopen, draagt_bij_aan: [d]}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 11.1 (draw the main contributions only); the share of a half is our own.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._extent import of_many
from dinkit.rules._gaps import ids_are_sound

LEAST = 4
"""Fewer elements than this at one side, and a full net is easily seen."""

Pairs = dict[tuple[str, str], set[tuple[str, str]]]
"""Kinds -> which elements of the one contribute to which of the other."""


def check(network: Network) -> Iterator[Fault]:
    """Yield a tip per two kinds between which more than half of all lines is drawn; none where a line or one of its ends may be lost."""
    if not ids_are_sound(network) or network.flaws:
        return
    for (source, target), pairs in _pairs(network).items():
        sources, targets = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
        possible = len(sources) * len(targets)
        if min(len(sources), len(targets)) >= LEAST and 2 * len(pairs) > possible:
            yield _fault(network, (source, target), sorted(sources), len(pairs), possible)


def _pairs(network: Network) -> Pairs:
    pairs: Pairs = {}
    for relation in network.related("contributes_to"):
        kinds = network.elements[relation.source].kind, network.elements[relation.target].kind
        if kinds[0] != kinds[1]:
            pairs.setdefault(kinds, set()).add((_outermost(network, relation.source), relation.target))
    return pairs


def _outermost(network: Network, element: str) -> str:
    """Return what an element is a part of in the end; parts that go round are a fault of their own."""
    seen = {element}
    while (above := network.parent(element)) is not None and above not in seen:
        seen.add(above)
        element = above
    return element


def _fault(network: Network, kinds: tuple[str, str], sources: list[str], drawn: int, possible: int) -> Fault:
    one, other = (both(network, kind, plural=True) for kind in kinds)
    return of_many(
        network,
        sources,
        Text(
            f"tussen {one.nl} en {other.nl} zijn {drawn} van de {possible} mogelijke bijdragen getekend",
            f"between {one.en} and {other.en} {drawn} of {possible} possible contributions are drawn",
        ),
        Text(
            "houd per element de bijdragen over die er het meest toe doen: als alles bijdraagt aan alles, zegt een lijn niets",
            "keep the contributions that matter most for each: where everything contributes to everything, a line says nothing",
        ),
    )


RULE = Rule("DIN117", Severity.TIP, check)
