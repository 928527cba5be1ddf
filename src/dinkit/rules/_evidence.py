"""Every record of a model that says where it comes from, with its path inside its element."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from dinkit.model.records import Agreement, Effort, Element, Indicator, Measurement, Programme, Resource, Result
from dinkit.model.values import Evidence
from dinkit.network import Network
from dinkit.tuples import NamedTuple

_FIELDS: dict[type[Element], tuple[str, ...]] = {
    Programme: ("planning", "money", "mission", "vision", "ambition"),
    Effort: ("planning", "money", "conditions"),
    Indicator: ("baseline", "targets"),
    Measurement: ("value",),
    Result: ("value",),
    Resource: ("value", "money"),
    Agreement: ("planning", "money", "conditions"),
}
"""Record class -> its fields that carry evidence of their own; a test compares it with the records."""


class Held(NamedTuple):
    """A value that carries evidence: its element, where in it, and the record."""

    element: Element
    path: tuple[str | int, ...]
    record: Evidence


@lru_cache(maxsize=1)
def values_of(network: Network) -> tuple[Held, ...]:
    """Return the values, amounts, plannings and statements of all elements; not the elements themselves."""
    return tuple(_values_of(network))


def _values_of(network: Network) -> Iterator[Held]:
    for kind, names in _FIELDS.items():
        for element in network.of(kind):
            fields = element.__dict__
            for name in names:
                found: Any = fields.get(name)
                if found.__class__ is tuple:
                    yield from [Held(element, (name, index), item) for index, item in enumerate(found)]
                elif found is not None:
                    yield Held(element, (name,), found)
