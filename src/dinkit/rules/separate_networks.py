"""The network falls apart into pieces that have nothing to do with each other.

Why:
    A programme is steered as a whole because its parts touch. Where groups of goals and efforts share no contribution, no part and no
    requirement, they may be programmes (or sub-programmes) of their own, or the link that makes them one is still missing. Pieces with a goal
    and at least 3 efforts count (parts not counted); loose efforts and empty goals are findings of their own.

Good:
    doelen: {a: Meer banen, b: Meer woningen}
    inspanningen:
      c: {naam: Banenbeurs, draagt_bij_aan: a}
      d: {naam: Loket openen, draagt_bij_aan: a}
      e: {naam: Werven, draagt_bij_aan: [a, b]}
      f: {naam: Grond aankopen, draagt_bij_aan: b}
      g: {naam: Bouwen, draagt_bij_aan: b}

Bad:
    doelen: {a: Meer banen, b: Meer woningen}
    inspanningen:
      c: {naam: Banenbeurs, draagt_bij_aan: a}
      d: {naam: Loket openen, draagt_bij_aan: a}
      e: {naam: Werven, draagt_bij_aan: a}
      f: {naam: Grond aankopen, draagt_bij_aan: b}
      g: {naam: Bouwen, draagt_bij_aan: b}
      h: {naam: Slopen, draagt_bij_aan: b}

Source:
    Prevaas & Van Loon, on the DIN (sub-programmes as a way out of spaghetti); the least size of a piece is our own.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Goal
from dinkit.model.relations import RELATIONS
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._extent import of_many
from dinkit.rules._words import listed
from dinkit.tuples import NamedTuple

LEAST = 3
"""Fewer efforts than this are no sub-programme."""
_MOST_SHOWN = 5
_JOINING = (*(relation.name for relation in RELATIONS if relation.in_goal_network), "hinders", "same_as", "requires")


class Piece(NamedTuple):
    """What hangs together: the goal that it is called by, and how many efforts it has."""

    goal: str
    efforts: int


def check(network: Network) -> Iterator[Fault]:
    """Yield one tip when there are two pieces or more."""
    if not network.complete or network.flaws:
        return
    pieces = sorted(_pieces(network)) if sum(network.parent(goal.id) is None for goal in network.of(Goal)) > 1 else []
    if len(pieces) > 1:
        yield _fault(network, pieces)


def _pieces(network: Network) -> Iterator[Piece]:
    """Yield what hangs together and is large enough."""
    joined: dict[str, list[str]] = {}
    parts: set[str] = set()
    for relation in network.related(*_JOINING):
        joined.setdefault(relation.source, []).append(relation.target)
        joined.setdefault(relation.target, []).append(relation.source)
        if relation.type == "part_of":
            parts.add(relation.source)
    seen: set[str] = set()
    for element in joined:
        if element not in seen:
            together = [element, *network.reach([element], joined.__getitem__)]
            seen.update(together)
            goals = [(one in parts, one) for one in together if network.elements[one].kind == "goal"]
            efforts = sum(network.elements[one].kind == "effort" and one not in parts for one in together)
            if goals and efforts >= LEAST:
                yield Piece(min(goals)[1], efforts)


def _fault(network: Network, pieces: list[Piece]) -> Fault:
    names = [f"'{network.elements[goal].name}' ({count})" for goal, count in pieces[:_MOST_SHOWN]]
    names += ["..."] if len(pieces) > _MOST_SHOWN else []
    efforts = both(network, "effort", plural=True)
    return of_many(
        network,
        [goal for goal, _ in pieces],
        Text(
            f"het netwerk valt uiteen in {len(pieces)} stukken die niets met elkaar te maken hebben ({efforts.nl}): {listed(names, 'en')}",
            f"the network falls apart into {len(pieces)} pieces that have nothing to do with each other ({efforts.en}): {listed(names, 'and')}",
        ),
        Text(
            "zijn dit deelprogramma's? Maak er dan eigen modellen van; anders ontbreekt het verband ertussen",
            "are these sub-programmes? Then make them models of their own; else the link between them is missing",
        ),
    )


RULE = Rule("DIN118", Severity.TIP, check)
