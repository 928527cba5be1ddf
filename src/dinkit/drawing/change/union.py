"""Two networks as one: everything that is, and everything that was and is gone, each in its own place.

What is the same element in both has its later id, so that nothing stands in it twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dinkit.comparing.difference import Difference
from dinkit.comparing.links import relation_of
from dinkit.drawing.selection import DRAWN
from dinkit.model.contract import new_record
from dinkit.model.records import Element, Stakeholder
from dinkit.naming import all_named
from dinkit.network import Network, Relation

BOXES = tuple(kind for kind in DRAWN if kind is not Stakeholder)
"""What has a box, or a row in one, in a picture of a change."""

_CITED = frozenset(("source", "verbatim", "note", "reason"))
"""Each edition cites its own document: that is no news of a line."""

Key = tuple[str, str, str]
"""Type, source and target of a relation, by the ids of the union."""


class Union(NamedTuple):
    """Two networks as one."""

    network: Network
    earlier: Network
    later: Network
    then: dict[str, str]
    """Id in the union -> id in the earlier network, for what was there."""
    gone: frozenset[str]
    """What is not there any more, or has no box any more."""
    lines: dict[Key, str]
    """What happened to each relation: "same", "added", "removed" or "changed"."""
    left: tuple[Relation, ...]
    """The places in a tree that elements left; they are no relations of the union, in which everything stands in one place."""


def union_of(found: Difference) -> Union:
    """Return the two networks of a difference as one."""
    earlier, later = found.found.earlier, found.found.later
    then = {found.same.get(old, old): old for old in earlier.elements}
    ghosts = dict(_ghosts(earlier, later, then))
    elements = {**later.elements, **ghosts}
    was = {(one.type, one.source, one.target): one for one in (_renamed(one, found) for one in earlier.relations)}
    now = {(one.type, one.source, one.target): one for one in later.relations}
    lines = {key: "same" if key in was else "added" for key in now} | {key: "removed" for key in was if key not in now}
    for change in found.relations:
        relation = relation_of(change)
        key = (relation.type, relation.source, relation.target)
        told = any(not (found.editions and field.field in _CITED) for field in change.fields)
        if change.state == "changed" and told and key in lines:
            lines[key] = "changed"
    missing = [one for key, one in was.items() if key not in now]
    left = tuple(one for one in missing if one.type == "part_of" and one.source not in ghosts)
    kept = [one for one in missing if one not in left and one.source in elements and one.target in elements]
    network = Network(
        head=later.head if later.elements or not earlier.elements else earlier.head,
        elements=elements,
        relations=(*later.relations, *kept),
        origins={**{found.same.get(old, old): origin for old, origin in earlier.origins.items()}, **later.origins},
        files=later.files,
    )
    return Union(all_named(network), all_named(earlier), all_named(later), then, frozenset(ghosts), lines, left)


def _ghosts(earlier: Network, later: Network, then: dict[str, str]) -> Iterator[tuple[str, Element]]:
    """Yield what is gone, and what was a box and is something else now."""
    for name, old in then.items():
        element = earlier.elements[old]
        if name not in later.elements:
            yield name, element
        elif isinstance(element, BOXES) and not isinstance(later.elements[name], BOXES):
            yield name, element if name == old else new_record(type(element), {**element.__dict__, "id": name})


def _renamed(relation: Relation, found: Difference) -> Relation:
    """Return an earlier relation by the ids of the union."""
    return relation._replace(source=found.same.get(relation.source, relation.source), target=found.same.get(relation.target, relation.target))
