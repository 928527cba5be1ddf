"""Every record of a model that says where it comes from, with its path inside its element."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from dinkit.model.records import Element
from dinkit.model.values import Evidence
from dinkit.network import Network
from dinkit.tuples import NamedTuple

_FIELDS: dict[str, tuple[str, ...]] = {
    "programme": ("planning", "money", "mission", "vision", "ambition"),
    "effort": ("planning", "money", "conditions"),
    "indicator": ("baseline", "targets"),
    "measurement": ("value",),
    "result": ("value",),
    "resource": ("value", "money"),
    "agreement": ("planning", "money", "conditions"),
}
"""Kind -> its fields that carry evidence of their own; a test compares it with the records."""


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
    for element in network.elements.values():
        for name in _FIELDS.get(element.kind, ()):
            found: Any = element.__dict__.get(name)
            if found.__class__ is tuple:
                for index, item in enumerate(found):
                    yield Held(element, (name, index), item)
            elif found is not None:
                yield Held(element, (name,), found)
