"""Every record of a model that says where it comes from, with its path inside its element."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from dinkit.model.records import Element
from dinkit.model.values import Evidence
from dinkit.network import Network

_SINGLE = ("planning", "baseline", "value")
_SEVERAL = ("money", "targets", "mission", "vision", "ambition")
_HOLDERS = frozenset(("programme", "effort", "indicator", "measurement", "result", "resource", "agreement"))


class Held(NamedTuple):
    """A value that carries evidence: its element, where in it, and the record."""

    element: Element
    path: tuple[str | int, ...]
    record: Evidence


def values_of(network: Network) -> Iterator[Held]:
    """Yield the values, amounts, plannings and statements of all elements; not the elements themselves."""
    for element in network.elements.values():
        if element.kind in _HOLDERS:
            fields = element.__dict__
            for name in _SINGLE:
                record: Any = fields.get(name)
                if record is not None:
                    yield Held(element, (name,), record)
            for name in _SEVERAL:
                for index, item in enumerate(fields.get(name) or ()):
                    yield Held(element, (name, index), item)
