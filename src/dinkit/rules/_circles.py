"""Where links may go round: what is left when everything is peeled off that nothing leads back to."""

from __future__ import annotations

from dinkit.network import Relation

Links = dict[str, dict[str, Relation]]
"""Source -> target -> the relation between them."""


def core(relations: list[Relation]) -> Links:
    """Return the links between elements that are in a ring or between two rings: the others are peeled off."""
    waiting: dict[str, int] = {}
    following: dict[str, list[str]] = {}
    for relation in relations:
        following.setdefault(relation.source, []).append(relation.target)
        waiting[relation.target] = waiting.get(relation.target, 0) + 1
    free = [name for name in following if name not in waiting]
    for name in free:
        for other in following.get(name, ()):
            waiting[other] -= 1
            if not waiting[other]:
                free.append(other)
    gone = set(free)
    links: Links = {}
    for relation in relations:
        if relation.source not in gone and relation.target not in gone:
            links.setdefault(relation.source, {}).setdefault(relation.target, relation)
    return links
