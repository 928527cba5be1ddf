"""Every value that belongs to an indicator, with its place: baseline, targets, measurements and results."""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Location, Text
from dinkit.model.records import Indicator, Measurement, Result
from dinkit.model.values import Quantity
from dinkit.network import Network
from dinkit.rules._places import place
from dinkit.tuples import NamedTuple


class Valued(NamedTuple):
    """One value of an indicator: the element that has it, where in it, what it is, and the value."""

    element: str
    path: tuple[str | int, ...]
    what: Text
    value: Quantity


def values_of_indicator(network: Network, indicator: Indicator) -> Iterator[Valued]:
    """Yield the baseline, the targets, and what was measured; only what is in this edition."""
    if indicator.baseline is not None:
        yield Valued(indicator.id, ("baseline",), Text("de nulmeting", "the baseline"), indicator.baseline)
    for index, target in enumerate(indicator.targets):
        yield Valued(indicator.id, ("targets", index), Text("de streefwaarde", "the target"), target)
    for relation in network.incoming(indicator.id, "of"):
        found = network.elements[relation.source]
        if isinstance(found, Measurement | Result) and found.value is not None:
            what = Text("de meting", "the measurement") if isinstance(found, Measurement) else Text("het resultaat", "the result")
            yield Valued(found.id, ("value",), Text(f"{what.nl} '{found.id}'", f"{what.en} '{found.id}'"), found.value)


def place_of(network: Network, valued: Valued, key: str = "value") -> Location:
    """Return where a value stands, or one of its fields."""
    return place(network, valued.element, *valued.path, key)
