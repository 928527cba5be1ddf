"""Sources: by hand, on the real programmes, and against a count over the exported network."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from dinkit.analyses._citations import counted
from dinkit.analyses.sources import ANALYSIS
from dinkit.analysis import Fact, Options, Table
from dinkit.exporters.network_json import EXPORTER
from dinkit.network import Network
from dinkit.reading.load import load
from dinkit.report import Report
from dinkit.source import Folder, Memory
from strategies import broken
from support import network_of

ROOT = Path(__file__).parent.parent

MODEL = """
bronnen:
  contract: {naam: Contract, bron: nota § 9}
  nota: {naam: Nota, herkomst: vermeld}
  kast: Kastanje
  begroting: Begroting
doelen:
  banen: {naam: Meer banen, bron: [contract § 3, nota], herkomst: vermeld}
  leeg: {naam: Leeg, bron: onbekend, herkomst: aangevuld}
inspanningen:
  loket:
    naam: Loket
    herkomst: afgeleid
    reden: daarom
    geld: [{bedrag: 5, bron: contract § 10}, {bedrag: 6, bron: [contract § 10, nota blz. 2], herkomst: vermeld}]
    draagt_bij_aan: {banen: {bron: contract § 3, herkomst: vermeld}, leeg: }
    onderdelen: {deel: Deel}
stakeholders: {geen: Er zijn er geen, bron: begroting blz. 1}
indicatoren:
  maat: {naam: Maat, streefwaarden: [{waarde: 3, bron: zoek § 1}], meet: banen}
"""


def fact_of(network: Network) -> Fact:
    return ANALYSIS.run(network, Options())


def table(fact: Fact, key: str) -> Table:
    return next(one for one in fact.tables if one.key == key)


def test_what_rests_on_which_source() -> None:
    assert table(fact_of(network_of(MODEL)), "sources").rows == (
        ("contract", "Contract", 2, 2 / 3, 2 / 5, 1, 2, 1, 2, True),
        ("nota", "Nota", 2, 2 / 3, 2 / 5, 1, 1, 0, 1, True),
        ("zoek", "", 1, 1 / 3, 1 / 5, 0, 1, 0, 1, False),
        ("begroting", "Begroting", 0, 0.0, 0.0, 0, 0, 0, 0, True),
        ("kast", "Kastanje", 0, 0.0, 0.0, 0, 0, 0, 0, True),
    )


def test_where_it_comes_from() -> None:
    assert table(fact_of(network_of(MODEL)), "provenance").rows == (
        ("elements", 5, 1, 1, 1, 2),
        ("values", 3, 1, 1, 0, 1),
        ("links", 3, 1, 0, 0, 2),
    )


def test_with_and_without_a_source() -> None:
    fact = fact_of(network_of(MODEL))
    assert table(fact, "kinds").rows == (("goal", 2, 1, 0, 1, 0), ("effort", 2, 0, 1, 1, 1), ("indicator", 1, 0, 1, 0, 1))
    assert table(fact, "gaps").rows == (
        ("goal", "leeg", "Leeg", False, "added"),
        ("effort", "deel", "Deel", False, "unknown"),
        ("indicator", "maat", "Maat", True, "unknown"),
    )


def test_places_and_what_stands_there() -> None:
    fact = fact_of(network_of(MODEL))
    assert table(fact, "places").rows == (
        ("contract", "§ 3", 2, ("banen", "loket")),
        ("contract", "§ 10", 1, ("loket",)),
        ("nota", "blz. 2", 1, ("loket",)),
        ("zoek", "§ 1", 1, ("maat",)),
    )
    assert table(fact, "places").title.nl == "Meest aangehaalde plaatsen (4 van 4)"
    assert table(fact, "resting").rows == (
        ("contract", "goal", 1, ("banen",)),
        ("contract", "effort", 1, ("loket",)),
        ("nota", "goal", 1, ("banen",)),
        ("nota", "effort", 1, ("loket",)),
        ("zoek", "indicator", 1, ("maat",)),
    )


def test_the_first_sentence_answers() -> None:
    fact = fact_of(network_of(MODEL))
    assert fact.answer.nl == (
        "Van de 5 elementen rusten er 3 op een bron: 40% op 'Contract', 40% op 'Nota', 20% op 'zoek'; 2 hebben er geen. "
        "Herkomst van de elementen: 1 vermeld, 1 afgeleid, 1 aangevuld, 2 onbekend. Niets haalt 'Kastanje' aan."
    )


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("model: leeg", "Er zijn geen elementen die op een bron kunnen rusten."),
        ("bronnen: {b: B}", "Er zijn geen elementen die op een bron kunnen rusten."),
        ("doelen: {d: D, e: E}", "Geen van de 2 elementen noemt een bron."),
        ("doelen: {d: D}\nbronnen: {b: B}", "Het enige element noemt geen bron. Niets haalt 'B' aan."),
        (
            "doelen: {d: {naam: D, bron: b}}\nbronnen: {b: B}",
            "Het enige element rust op een bron: 100% op 'B'. Herkomst van de elementen: 1 onbekend.",
        ),
    ],
)
def test_small_models(text: str, answer: str) -> None:
    assert fact_of(network_of(text)).answer.nl == answer


def test_what_is_not_all_is_never_all() -> None:
    many = "".join(f"  d{at}: {{naam: D, bron: b}}\n" for at in range(300))
    answer = fact_of(network_of(f"bronnen: {{b: B, c: C}}\ndoelen:\n{many}  e: {{naam: E, bron: c}}\n")).answer.nl
    assert answer.startswith("Alle 301 elementen rusten op een bron: 99% op 'B', 1% op 'C'.")


def test_more_than_four_sources_are_counted() -> None:
    sources = ", ".join(f"b{at}: Bron {at}" for at in range(7))
    goals = ", ".join(f"d{at}: {{naam: D, bron: b{at}}}" for at in range(7))
    answer = fact_of(network_of(f"bronnen: {{{sources}}}\ndoelen: {{{goals}}}")).answer.nl
    assert "14% op 'Bron 3' en nog 3 bronnen." in answer


def test_a_party_of_another_edition_in_the_same_register_is_not_counted() -> None:
    register = "bronnen: {b: B, ander: Ander}\nstakeholders: {hier: {naam: Hier, bron: b}, elders: {naam: Elders, bron: ander}, partij: {naam: Partij, bron: ander}}\n"
    fact = fact_of(network_of(register + "inspanningen: {i: {naam: I, bron: b, stakeholders: partij}}"))
    assert fact.answer.nl.startswith("Alle 3 elementen rusten op een bron: 67% op 'B', 33% op 'Ander'.")
    assert "aan." not in fact.answer.nl
    assert fact.notes[1].nl.startswith("Niet meegeteld: 1 stakeholder uit het gedeelde register")


@pytest.mark.parametrize("model", ["din", "almelo-2019", "almelo-2022", "hengelo-2018"])
def test_every_element_of_the_real_models_rests_on_a_source(model: str) -> None:
    fact = fact_of(load(f"models/{model}.yaml", Folder(ROOT)).network)
    assert table(fact, "gaps").rows == ()
    assert fact.answer.nl.startswith("Alle ")


def _sources_in(value: Any) -> Iterator[str]:
    """The sources under every "source" key anywhere in a part of the export."""
    if isinstance(value, dict):
        yield from (place.split(" ")[0] for place in value.get("source", ()))
        yield from (source for key, inner in value.items() if key != "source" for source in _sources_in(inner))
    elif isinstance(value, list):
        yield from (source for inner in value for source in _sources_in(inner))


def _counted_again(network: Network) -> dict[str, set[str]]:
    """Source -> elements, read from the exported network."""
    data = json.loads(EXPORTER.export(Report(network)))
    pairs = [(source, element["id"]) for element in data["elements"] if element["kind"] != "source" for source in _sources_in(element)]
    for relation in data["relations"]:
        owner = relation["target"] if relation["type"] == "involved_in" else relation["source"]
        pairs += [(place.split(" ")[0], owner) for place in relation.get("places", ())]
    found: dict[str, set[str]] = {}
    here = {element.id for element in counted(network)}
    for source, owner in pairs:
        if source not in ("unknown", "onbekend") and owner in here:
            found.setdefault(source, set()).add(owner)
    return found


@pytest.mark.parametrize("model", ["din", "almelo-2019", "almelo-2022", "hengelo-2018"])
def test_the_export_counts_the_same(model: str) -> None:
    network = load(f"models/{model}.yaml", Folder(ROOT)).network
    counted = {str(row[0]): row[2] for row in table(fact_of(network), "sources").rows if row[2]}
    assert counted == {source: len(elements) for source, elements in _counted_again(network).items()}


@settings(max_examples=80, deadline=None)
@given(broken())
def test_no_model_breaks_it_and_the_sums_are_right(text: str) -> None:
    network = load("din.yaml", Memory({"din.yaml": text})).network
    fact = fact_of(network)
    kinds = table(fact, "kinds").rows
    assert Counter({row[0]: row[1] for row in kinds}) == Counter(one.kind for one in counted(network))
    assert all(row[1] == row[2] + row[3] + row[4] for row in kinds)  # type: ignore[operator]
    assert all(row[1] == sum(row[2:]) for row in table(fact, "provenance").rows)  # type: ignore[arg-type]


def test_the_order_in_the_file_changes_nothing() -> None:
    lines = MODEL.split("doelen:")
    turned = "doelen:" + lines[1] + lines[0].strip("\n") + "\n"
    assert fact_of(network_of(turned)) == fact_of(network_of(MODEL))
