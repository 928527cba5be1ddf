"""The whole network for machines; docs/json.md describes the shape.

Every element with what its file says of it, and every relation; keys and enumerated values in English whatever the files speak. The
order does not depend on that of the files: elements by kind and id, relations by type and ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from dinkit.exporter import Exporter
from dinkit.exporters._plain import to_json
from dinkit.model.contract import Record
from dinkit.model.dates import ImpreciseDate, Period
from dinkit.model.document import Head
from dinkit.model.kinds import KINDS
from dinkit.model.numbers import Amount
from dinkit.model.records import Element, Goal
from dinkit.model.values import Weight
from dinkit.network import Network, Predecessor, Relation
from dinkit.report import Report

FORMAT = 1
"""Goes up when a key goes away or changes its meaning; new keys may come without notice."""

_HEAD = ("model", "language", "profile", "edition", "previous_edition", "reference_date", "weight_scale", "labels")


def export(report: Report) -> str:
    """Return the network of a report as JSON.

    Raises:
        ValueError: the report has no network.
    """
    network = report.network
    if network is None:
        raise ValueError("a report without a network cannot be exported as one")
    return to_json(
        {
            "format": FORMAT,
            "content": "network",
            **_head(network.head),
            "complete": network.complete and not network.flaws and not network.damaged,
            "without": {kind: value_data(said) for kind, said in sorted(network.without.items())},
            "elements": [element_data(network, element) for element in _ordered(network)],
            "relations": [relation_data(relation) for relation in sorted(network.relations, key=_key)],
            "predecessors": [_predecessor(one) for one in sorted(network.predecessors, key=lambda one: one[:3])],
        }
    )


def _predecessor(one: Predecessor) -> dict[str, str]:
    return {"element": one.element, "model": one.model, "predecessor": one.predecessor}


def _head(head: Head) -> dict[str, Any]:
    return {key: value_data(getattr(head, key)) for key in _HEAD}


def _ordered(network: Network) -> list[Element]:
    place = {kind.name: at for at, kind in enumerate(KINDS)}
    return sorted(network.elements.values(), key=lambda element: (place[element.kind], element.id))


def element_data(network: Network, element: Element) -> dict[str, Any]:
    """Return an element of a network with what its file says of it."""
    level = {"level": network.level(element.id)} if isinstance(element, Goal) else {}
    fields = {key: value for key, value in sorted(element.__dict__.items()) if key not in ("id", "name")}
    return {"id": element.id, "kind": element.kind, "name": element.name, **{key: value_data(value) for key, value in fields.items()}, **level}


def relation_data(relation: Relation) -> dict[str, Any]:
    """Return a relation with what stands beside it."""
    known = relation._asdict()
    kept = {key: known[key] for key in ("type", "source", "target")}
    details = ("weight", "role", "provenance", "substantiation", "places", "reason", "note", "verbatim")
    return kept | {key: value_data(known[key]) for key in details if known[key] not in (None, ())}


def _key(relation: Relation) -> tuple[str, ...]:
    return (relation.type, relation.source, relation.target, relation.role or "", relation.provenance or "", relation.reason or "")


def value_data(value: Any) -> Any:
    """Return a value of the model as plain data; dates and periods as the file writes them."""
    if isinstance(value, Record):
        return {key: value_data(inner) for key, inner in sorted(value.__dict__.items())}
    if isinstance(value, ImpreciseDate):
        return value.text
    if isinstance(value, Period):
        return f"{value.start.text if value.start else ''}..{value.end.text if value.end else ''}"
    if isinstance(value, (Amount, Weight)):
        return {key: value_data(inner) for key, inner in value._asdict().items() if inner is not None}
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Mapping):
        return {key: value_data(inner) for key, inner in sorted(value.items())}
    if isinstance(value, tuple):
        return [value_data(inner) for inner in value]
    return value


EXPORTER: Exporter[Report] = Exporter("network", "json", ".json", export)
