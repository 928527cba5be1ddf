"""Places deeper inside an element than one field, and the place of the programme."""

from __future__ import annotations

from typing import Any

from dinkit.finding import Location, Text
from dinkit.model.node import Mapping, Sequence
from dinkit.network import Network, Origin, Relation, programme_of


def place(network: Network, element: str, *path: str | int, why: Text | None = None) -> Location:
    """Return the place of a value inside an element, such as "planning", "end"; as far down as the file goes.

    A short form (`planning: 2019..2022`) has no deeper places, so its own place stands for them.
    """
    origin = network.origins[element]
    mark, held = origin.key, origin.node
    for step in path:
        found = _step(held, step)
        if found is None:
            break
        mark, held = found
    if isinstance(held, (Mapping, Sequence)) and mark is not origin.key:
        mark = _key_of(origin, path) or mark
    return network.mark_location(origin.file, mark, why)


def _step(held: Any, step: str | int) -> tuple[Any, Any] | None:
    if isinstance(held, Mapping) and isinstance(step, str) and step in held.marks:
        links = held.links or {}
        return held.marks[step][1], held.get(step, links.get(step))
    if isinstance(held, Sequence) and isinstance(step, int) and step < len(held.marks):
        return held.marks[step], held[step]
    return None


def _key_of(origin: Origin, path: tuple[str | int, ...]) -> Any:
    """Return the mark of the key of a field that holds more than a scalar: a caret under its first line says enough."""
    first = path[0]
    return origin.node.marks[first][0] if isinstance(first, str) and first in origin.node.marks else None


def link_details(network: Network, relation: Relation, owner: str, key: str, other: str) -> Mapping | None:
    """Return the fields that stand beside a link in the file, or None where it has none."""
    held = (network.origins[owner].node.links or {}).get(key)
    given = held.get(other) if isinstance(held, Mapping) else None
    return given if isinstance(given, Mapping) and relation.file == network.origins[owner].file else None


def own_programme(network: Network) -> str | None:
    """Return the id of the programme that the model describes, not of a related one."""
    found = programme_of(network)
    return found.id if found is not None else None


def is_nested(network: Network, relation: Relation) -> bool:
    """Say whether a relation follows from nesting in the file, and not from a key."""
    return relation.type == "part_of" and relation.mark is network.origins[relation.source].key
