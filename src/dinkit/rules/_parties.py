"""The stakeholders that fields name by id, without a relation: who pays and who measures."""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.model.names import plain_name
from dinkit.model.records import Agreement, Decision, Effort, Indicator, Programme, Progress, Resource, Stakeholder
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network
from dinkit.tuples import NamedTuple

_PAYING = (Programme, Effort, Resource, Agreement)


class Named(NamedTuple):
    """One id of a stakeholder in a field: the element and the path of the field."""

    element: str
    path: tuple[str | int, ...]
    id: str


def deciders(network: Network) -> set[str]:
    """Return the stakeholders that took a decision or reported on progress, by an id or a name in `by` or `author`, which are free texts."""
    given = [*(one.by for one in network.of(Decision)), *(one.author for one in network.of(Progress))]
    written = {plain_name(text) for text in given if text is not None}
    if not written:
        return set()
    return {one.id for one in network.of(Stakeholder) if not written.isdisjoint(plain_name(name) for name in (one.id, one.name, *one.also_known_as))}


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
