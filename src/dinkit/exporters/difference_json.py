"""Comparisons for machines; docs/json.md describes the shape. Both languages are in it, so it does not depend on one."""

from __future__ import annotations

from typing import Any

from dinkit.comparing.comparison import Comparison, Side
from dinkit.comparing.difference import ElementChange, element_of
from dinkit.comparing.links import RelationChange, relation_of
from dinkit.comparing.values import FieldChange
from dinkit.consequences.codes import CODES
from dinkit.consequences.summing import summed
from dinkit.exporter import Exporter
from dinkit.exporters._plain import to_json
from dinkit.exporters.network_json import element_data, relation_data, value_data
from dinkit.network import Network, Relation
from dinkit.report import Report

FORMAT = 1
"""Goes up when a key goes away or changes its meaning; new keys may come without notice."""


def export(report: Report) -> str:
    """Return the comparisons of a report as JSON."""
    return to_json(
        {
            "format": FORMAT,
            "content": "difference",
            "model": report.comparisons[0].now.network.head.model if len(report.comparisons) == 1 else None,
            "comparisons": [_comparison(one) for one in report.comparisons],
        }
    )


def _comparison(one: Comparison) -> dict[str, Any]:
    found = one.difference
    earlier, later = found.found.earlier, found.found.later
    return {
        "model": one.model,
        "then": _side(one.then),
        "now": _side(one.now),
        "editions": found.editions,
        "story": one.story._asdict(),
        "consequences": [
            {"code": told.code, "tone": CODES[told.code].tone, "text": told.text._asdict(), "element": told.element} for told in one.consequences
        ],
        "summary": [
            {"code": sum_.code, "tone": CODES[sum_.code].tone, "text": sum_.text._asdict(), "count": len(sum_.consequences)}
            for sum_ in summed(one.consequences)
        ],
        "elements": [_element(earlier, later, change) for change in found.elements],
        "relations": [_relation(change) for change in found.relations],
        "head": [_field(change) for change in found.head],
    }


def _side(side: Side) -> dict[str, Any]:
    network = side.network
    whole = network.complete and not network.flaws and not network.damaged
    return {"name": side.name._asdict(), "exists": side.exists, "model": network.head.model, "edition": network.head.edition, "complete": whole}


def _element(earlier: Network, later: Network, change: ElementChange) -> dict[str, Any]:
    return {
        "state": change.state,
        "element": change.element,
        "kind": element_of(change).kind,
        "codes": list(change.codes),
        "how": change.how,
        "before": list(change.before),
        "after": list(change.after),
        "fields": [_field(field) for field in change.fields],
        "parents_then": list(change.parents_then),
        "parents": list(change.parents),
        "goals_then": list(change.goals_then),
        "goals": list(change.goals),
        "sure": change.sure,
        "old": element_data(earlier, change.old) if change.old is not None else None,
        "new": element_data(later, change.new) if change.new is not None else None,
    }


def _relation(change: RelationChange) -> dict[str, Any]:
    return {
        "state": change.state,
        "type": relation_of(change).type,
        "fields": [_field(field) for field in change.fields],
        "because": change.because,
        "sure": change.sure,
        "old": _end(change.old),
        "new": _end(change.new),
    }


def _end(relation: Relation | None) -> dict[str, Any] | None:
    return relation_data(relation) if relation is not None else None


def _field(change: FieldChange) -> dict[str, Any]:
    return {"field": change.field, "old": value_data(change.old), "new": value_data(change.new)}


EXPORTER: Exporter[Report] = Exporter("difference", "json", ".json", export)
