"""Districts: exact tables on a small model and the real programme, and a second opinion on what touches what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis_models import cases, text_of
from dinkit.analyses.districts import ANALYSIS
from dinkit.analysis import Fact, Options
from dinkit.reading.load import load
from dinkit.source import Folder
from support import loaded, network_of

ROOT = Path(__file__).parent.parent

MODEL = """
programma: {id: ons, naam: Ons programma, raakt: [noord, zuid]}
programmas: {haven: {naam: HAVENKWARTIER}}
doelen: {d: {naam: D, raakt: zuid}}
inspanningen:
  bouw: {naam: Bouw, nummer: 2, raakt: noord, onderdelen: {muur: {naam: Muur}, dak: {naam: Dak, raakt: zuid}}}
  groen: {naam: Groen, nummer: 1, onderdelen: {bomen: {naam: Bomen, raakt: noord}, gras: Gras}}
  dubbel: {naam: Dubbel, zelfde_als: bouw, raakt: oost}
  weg: {naam: Weg, status: gestopt, raakt: west}
  buurt: {naam: Buurt, spoor: wijk, onderdelen: {straat: {naam: Straat, spoor: wijk}}}
  plein: {naam: Plein, spoor: wijk, onderdelen: {bank: {naam: Bank, raakt: noord}}}
wijken:
  zuid: {naam: Zuid, nummer: 2}
  noord: {naam: Noord, nummer: 1, gebieden: [Bos, Havenkwartier]}
  oost: {naam: Oost, nummer: 3}
  west: {naam: West, nummer: 10}
"""


def fact_of(text: str) -> Fact:
    return ANALYSIS.run(network_of(text), Options())


def rows(fact: Fact, key: str) -> list[tuple[Any, ...]]:
    return list(next(table for table in fact.tables if table.key == key).rows)


def test_what_touches_each_district() -> None:
    # id, name, number, areas, efforts, other
    assert rows(fact_of(MODEL), "districts") == [
        ("noord", "Noord", "1", "Bos, Havenkwartier", 3, 1),
        ("zuid", "Zuid", "2", "", 1, 2),
        ("oost", "Oost", "3", "", 1, 0),
        ("west", "West", "10", "", 0, 0),
    ]


def test_directly_through_the_effort_or_through_a_part() -> None:
    assert [(row[0], row[2], *row[4:]) for row in rows(fact_of(MODEL), "touching")] == [
        ("noord", "groen", "effort", "part", "bomen"),
        ("noord", "bomen", "effort", "direct", ""),
        ("noord", "bouw", "effort", "direct", ""),
        ("noord", "dak", "effort", "effort", "bouw"),
        ("noord", "muur", "effort", "effort", "bouw"),
        ("noord", "plein", "effort", "part", "bank"),
        ("noord", "bank", "effort", "direct", ""),
        ("noord", "ons", "programme", "direct", ""),
        ("zuid", "bouw", "effort", "part", "dak"),
        ("zuid", "dak", "effort", "direct", ""),
        ("zuid", "ons", "programme", "direct", ""),
        ("zuid", "d", "goal", "direct", ""),
        ("oost", "bouw", "effort", "direct", ""),
        ("oost", "dak", "effort", "effort", "bouw"),
        ("oost", "muur", "effort", "effort", "bouw"),
    ]


def test_a_name_that_is_district_and_programme_and_work_without_a_place() -> None:
    fact = fact_of(MODEL)
    assert rows(fact, "names") == [("Havenkwartier", "noord", "haven")]
    assert rows(fact, "placeless") == [("buurt", "Buurt")]


def test_the_answer_of_a_colleague() -> None:
    assert fact_of(MODEL).answer.nl == (
        "Bij 3 van de 4 wijken staat welke inspanning er loopt. In het algemeen geraakt door 'Ons programma' en 'D'. Niets raakt 'West'. "
        "'Havenkwartier' is wijk en ook programma. In het wijkspoor maar zonder wijk: 'Buurt'."
    )
    two = "wijken: {a: A, b: B}\ninspanningen: {i: {naam: I, raakt: [a, b]}}"
    assert fact_of(two).answer.nl == "Bij alle 2 wijken staat welke inspanning er loopt. 'I' raakt elke wijk."
    assert fact_of("wijken: {a: A}").answer.nl == "Bij 0 van 1 wijk staat welke inspanning er loopt. Niets raakt 'A'."
    assert fact_of("wijken: {geen: niet per wijk.}").answer.nl == "Er zijn geen wijken in het model: niet per wijk."


def test_almelo_ties_no_effort_to_a_district() -> None:
    fact = ANALYSIS.run(load("models/din.yaml", Folder(ROOT)).network, Options())
    assert fact.answer.nl == (
        "Bij geen van de 6 wijken staat welke inspanning er loopt. In het algemeen geraakt door 'Economie en Participatie'. "
        "'Nieuwstraatkwartier' is wijk en ook programma."
    )
    assert [row[4:] for row in rows(fact, "districts")] == [(0, 1)] * 6
    assert sum(len(row[3].split(", ")) for row in rows(fact, "districts")) == 14, "six districts with fourteen names (contract § 8)"
    assert rows(fact, "names") == [("Nieuwstraatkwartier", "wijk-nieuwstraatkwartier-ossenkoppelerhoek", "programma-nieuwstraatkwartier")]


@settings(max_examples=150, deadline=None)
@given(cases(), st.dictionaries(st.sampled_from([f"e{number}" for number in range(5)]), st.sampled_from(["w0", "w1"]), max_size=4))
def test_what_touches_agrees_with_a_second_opinion(case: Any, touched: Any) -> None:
    case = case._replace(second=(), same=())
    known = {effort: district for effort, district in touched.items() if effort in case.efforts}
    data = json.loads(text_of(case))

    def marked(tree: dict[str, Any]) -> dict[str, Any]:
        return {
            name: fields
            | ({"touches": known[name]} if name in known else {})
            | ({"sub_efforts": marked(fields["sub_efforts"])} if "sub_efforts" in fields else {})
            for name, fields in tree.items()
        }

    data |= {"efforts": marked(data.get("efforts", {}))} if data.get("efforts") else {}
    fact = ANALYSIS.run(loaded(json.dumps(data | {"districts": {"w0": "W0", "w1": "W1"}})).network, Options())

    def above(effort: str) -> list[str]:
        parent = case.efforts[effort]
        return [parent, *above(parent)] if parent else []

    stopped = {effort for effort in case.efforts if {effort, *above(effort)} & case.stopped}
    expected = set()
    for effort, district in known.items():
        if effort not in stopped:
            related = {effort, *above(effort), *(one for one in case.efforts if effort in above(one))} - stopped
            expected |= {(district, one, known.get(one) == district) for one in related}
    assert {(row[0], row[2], row[5] == "direct") for row in rows(fact, "touching")} == expected
    counts = {row[0]: row[4] for row in rows(fact, "districts")}
    assert counts == {district: len({([one, *above(one)])[-1] for place, one, _ in expected if place == district}) for district in ("w0", "w1")}
