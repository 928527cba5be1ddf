"""The same work stands in the source twice.

Why:
    Work that is listed twice (`zelfde_als`) counts once, but the source may plan or staff it differently in the two places. Somebody has
    to choose. The message names both and, where they differ, the planning.

Good:
    inspanningen:
      taaleis: Taaleis toepassen

Bad:
    inspanningen:
      taaleis: Taaleis toepassen
      taaleis-dubbel: {naam: Taaleis bij tegenprestatie, zelfde_als: taaleis}

Source:
    Own practice with municipal programmes (one piece of work under two headings).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Effort
from dinkit.network import Network, Relation
from dinkit.rule import Fault, Rule
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per pair that is the same work; where both say so, at the first of the two by id."""
    pairs: dict[frozenset[str], Relation] = {}
    for relation in network.related("same_as"):
        pair = frozenset((relation.source, relation.target))
        pairs[pair] = min(pairs.get(pair, relation), relation, key=lambda one: one.source)
    for relation in pairs.values():
        yield _fault(network, relation)


def _fault(network: Network, relation: Relation) -> Fault:
    source, target = quoted_name(network, relation.source), quoted_name(network, relation.target)
    differing = Text(", met een andere planning", ", with another planning") if _plans_differ(network, relation) else Text("", "")
    return Fault(
        Text(
            f"de bron noemt hetzelfde werk twee keer{differing.nl}: {source} en {target}",
            f"the source lists the same work twice{differing.en}: {source} and {target}",
        ),
        network.mark_location(relation.file, relation.mark),
        relation.source,
        Text(
            "het telt één keer; spreek af onder welke naam en planning het doorgaat", "it counts once; agree under which name and planning it goes on"
        ),
        (network.location(relation.target, why=Text("hetzelfde werk", "the same work")),),
    )


def _plans_differ(network: Network, relation: Relation) -> bool:
    one, other = network.elements[relation.source], network.elements[relation.target]
    if not isinstance(one, Effort) or not isinstance(other, Effort) or one.planning is None or other.planning is None:
        return False
    return (one.planning.start, one.planning.end, one.planning.recurrence) != (other.planning.start, other.planning.end, other.planning.recurrence)


RULE = Rule("DIN803", Severity.WARNING, check)
