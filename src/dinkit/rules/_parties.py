"""The stakeholders that fields name by id, without a relation: who pays and who measures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dinkit.model.records import Agreement, Effort, Indicator, Programme, Resource
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network

_PAYING = (Programme, Effort, Resource, Agreement)


class Named(NamedTuple):
    """One id of a stakeholder in a field: the element and the path of the field."""

    element: str
    path: tuple[str | int, ...]
    id: str


def parties_named(network: Network) -> Iterator[Named]:
    """Yield every payer of an amount and every measurer of an indicator."""
    for element in network.elements.values():
        if isinstance(element, _PAYING):
            for index, money in enumerate(element.money):
                if money.payer is not None and money.payer != UNKNOWN:
                    yield Named(element.id, ("money", index, "payer"), money.payer)
    for indicator in network.of(Indicator):
        if indicator.measured_by is not None and indicator.measured_by != UNKNOWN:
            yield Named(indicator.id, ("measured_by",), indicator.measured_by)
