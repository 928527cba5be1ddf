"""The network: which programme a model is about, and relations by type."""

from __future__ import annotations

import pytest

from dinkit.network import programme_of
from support import network_of


def test_relations_of_types_come_type_by_type_in_the_order_of_the_files() -> None:
    found = network_of("doelen: {g: G, h: H}\ninspanningen: {a: {naam: A, draagt_bij_aan: [h, g], onderdelen: {b: {naam: B, draagt_bij_aan: g}}}}\n")
    assert [(one.source, one.target) for one in found.related("contributes_to")] == [("a", "h"), ("a", "g"), ("b", "g")]
    assert [one.type for one in found.related("part_of", "contributes_to")] == ["part_of", *["contributes_to"] * 3]
    assert found.related("hinders") == []


@pytest.mark.parametrize(
    ("text", "programme"),
    [
        ("programmas: {ander: {naam: Ander}}\nprogramma: {id: eigen, naam: Eigen}\n", "eigen"),
        ("programmas: {ander: {naam: Ander}}\nprogramma: {naam: Eigen}\n", "programma"),
        ("programmas: {ander: {naam: Ander}}\n", None),
        ("programma: {naam: Eigen}\n", "programma"),
    ],
)
def test_a_related_programme_is_not_the_one_that_the_model_is_about(text: str, programme: str | None) -> None:
    found = programme_of(network_of(text))
    assert (found.id if found else None) == programme
