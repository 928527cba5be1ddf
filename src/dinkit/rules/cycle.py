"""Links go round in a circle.

Why:
    When a goal helps a second goal that helps the first, nothing tells which of the two is the means and which the end: there is
    no order in which to draw or to calculate them. The same holds for parts, and for work that waits for itself. Contributions and
    parts are one question, what is required another. Each ring is one finding, at the link that closes it.

Good:
    inspanningen:
      loket: {naam: Loket openen, vereist: pand}
      pand: Pand huren

Bad:
    inspanningen:
      loket: {naam: Loket openen, vereist: pand}
      pand: {naam: Pand huren, vereist: loket}

Source:
    Amyot et al. 2010, Int. J. Intelligent Systems 25(8) (a goal model is evaluated in an order); Prevaas & Van Loon § 11.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.relations import RELATIONS
from dinkit.network import Network, Relation
from dinkit.rule import Fault, Rule
from dinkit.rules._circles import Links, core
from dinkit.rules._places import is_nested
from dinkit.rules._words import quoted_name

_MOST_SHOWN = 8
_QUESTIONS = (
    frozenset(relation.name for relation in RELATIONS if relation.acyclic and relation.in_goal_network),
    frozenset(relation.name for relation in RELATIONS if relation.acyclic and not relation.in_goal_network),
)


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per ring: as many as there are links whose removal leaves none."""
    for types in _QUESTIONS:
        links = core(network.related(*types))
        for ring in _rings(links):
            yield _fault(network, ring)


def _rings(links: Links) -> Iterator[list[Relation]]:
    """Walk the links depth first, by id, and yield a ring for each link back to where the walk came from."""
    done: set[str] = set()
    for start in sorted(links):
        if start in done:
            continue
        depth = {start: 0}
        trail: list[Relation] = []
        open_links = [iter(sorted(links[start].items()))]
        while open_links:
            target, relation = next(open_links[-1], (None, None))
            if target is None or relation is None:
                open_links.pop()
                done.add(trail.pop().target if trail else start)
                depth.popitem()
            elif target in depth:
                yield [*trail[depth[target] :], relation]
            elif target not in done and target in links:
                depth[target] = len(depth)
                trail.append(relation)
                open_links.append(iter(sorted(links[target].items())))


def _fault(network: Network, ring: list[Relation]) -> Fault:
    """Make the fault of one ring; a link that follows from nesting closes no ring, so the last written one does."""
    closing = next((relation for relation in reversed(ring) if not is_nested(network, relation)), ring[-1])
    at = ring.index(closing) + 1
    turned = ring[at:] + ring[:at]
    names = [quoted_name(network, relation.source) for relation in turned]
    shown = [*names[: _MOST_SHOWN - 1], "...", names[-1]] if len(names) > _MOST_SHOWN else names
    path = " → ".join([*shown, names[0]])
    return Fault(
        Text(f"deze verbanden lopen in een kring: {path}", f"these links go round in a circle: {path}"),
        network.mark_location(closing.file, closing.mark),
        closing.source,
        Text("haal één van deze verbanden weg; dit verband sluit de kring", "remove one of these links; this one closes the circle"),
        tuple(
            network.mark_location(one.file, one.mark, Text("in dezelfde kring", "in the same circle"))
            for one in turned[: min(_MOST_SHOWN, len(ring) - 1)]
        ),
    )


RULE = Rule("DIN104", Severity.ERROR, check)
