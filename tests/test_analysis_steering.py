"""Steering: exact tables on a small model and the real programme, and the law that what is known and what is not are all."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis_models import cases, text_of
from dinkit.analyses.steering import ANALYSIS
from dinkit.analysis import Fact, Options
from dinkit.finding import Text
from dinkit.reading.load import load
from dinkit.source import Folder
from support import loaded, network_of

ROOT = Path(__file__).parent.parent

MODEL = """
stakeholders: {baas: Baas, chef: Chef, maat: Maat, vriend: Vriend}
middelen:
  uren: {naam: Uren, soort: mensen, waarde: "120 uur"}
  meer-uren: {naam: Meer uren, soort: mensen, waarde: {waarde: 40, eenheid: uren}}
  kraan: {naam: Kraan, soort: overig, waarde: "1 stuk"}
inspanningen:
  bouw:
    naam: Bouw
    nummer: 1
    sturing: regie
    spoor: lijn
    stakeholders: {baas: trekker, maat: partner, vriend: partner}
    gebruikt: uren
    onderdelen:
      muur: {naam: Muur, nummer: 1, sturing: afstemming, gebruikt: [meer-uren, kraan]}
      dak: {naam: Dak, nummer: 2, spoor: onbekend, stakeholders: {chef: eigenaar}}
  groen: {naam: Groen, nummer: 2, sturing: onbekend, stakeholders: [maat], gebruikt: uren}
  weg: {naam: Weg, status: gestopt, sturing: regie}
"""


def fact_of(text: str) -> Fact:
    return ANALYSIS.run(network_of(text), Options())


def rows(fact: Fact, key: str) -> list[tuple[Any, ...]]:
    table = next(one for one in fact.tables if one.key == key)
    return [tuple(cell.nl if isinstance(cell, Text) else cell for cell in row) for row in table.rows]


def test_each_effort_with_what_it_has_from_above() -> None:
    # id, name, part of, steering, track, owner, from above, means, hours
    assert rows(fact_of(MODEL), "efforts") == [
        ("bouw", "Bouw", "", "directing", "line", ("baas",), "", ("kraan", "meer-uren", "uren"), Decimal(160)),
        ("muur", "Muur", "bouw", "aligning", "line", ("baas",), "spoor en eigenaar", ("kraan", "meer-uren"), Decimal(40)),
        ("dak", "Dak", "bouw", "directing", "unknown", ("chef",), "sturing", (), ""),
        ("groen", "Groen", "", "unknown", "absent", (), "", ("uren",), Decimal(120)),
    ]


def test_how_often_unknown_and_not_filled_in_apart() -> None:
    found = {row[:2]: row[2:] for row in rows(fact_of(MODEL), "counts")}
    assert {key: count for key, count in found.items() if any(count)} == {
        ("steering", "directing"): (1, 1),
        ("steering", "aligning"): (0, 1),
        ("steering", "unknown"): (1, 0),
        ("track", "line"): (1, 1),
        ("track", "unknown"): (0, 1),
        ("track", "absent"): (1, 0),
        ("owner", "named"): (1, 2),
        ("owner", "not_named"): (1, 0),
    }
    assert len(found) == 13, "every value of the format has a row"


def test_the_matrix_of_efforts_and_roles_as_rows() -> None:
    assert [(row[0], *row[3:]) for row in rows(fact_of(MODEL), "roles")] == [
        ("bouw", "lead", ("baas",)),
        ("bouw", "partner", ("maat", "vriend")),
        ("dak", "owner", ("chef",)),
        ("groen", "not_stated", ("maat",)),
    ]


def test_the_answer_of_a_colleague() -> None:
    fact = fact_of(MODEL)
    assert fact.answer.nl == (
        "Van 1 van de 2 inspanningen is bekend hoe het programma erop stuurt (1 regie); van 1 van de 2 inspanningen is bekend in welk spoor het werk "
        "gebeurt (1 lijn); van 1 van de 2 inspanningen is bekend wie eigenaar of trekker is; van 2 van de 2 inspanningen is bekend welke uren of andere "
        "middelen het vraagt (samen 160 uur)."
    )
    assert fact.notes[0].nl == "Niet meegeteld omdat het gestopt is: 1."
    assert fact_of("model: leeg").answer.nl == "Er zijn geen inspanningen in het model."
    assert fact_of("inspanningen: {i: {naam: I, sturing: regie}}").answer.nl == (
        "Van 1 van 1 inspanning is bekend hoe het programma erop stuurt (1 regie); van geen enkele inspanning is bekend in welk spoor het werk gebeurt, "
        "wie eigenaar of trekker is of welke uren of andere middelen het vraagt."
    )


def test_of_work_that_is_listed_twice_the_listing_that_says_it_counts() -> None:
    text = "inspanningen: {a: {naam: A, sturing: onbekend}, b: {naam: B, zelfde_als: a, sturing: regie}}"
    assert [row[3] for row in rows(fact_of(text), "efforts")] == ["directing"]


def test_almelo_leaves_steering_open_for_all_fifteen() -> None:
    fact = ANALYSIS.run(load("models/din.yaml", Folder(ROOT)).network, Options())
    assert fact.answer.nl == (
        "Van geen van de 15 inspanningen is bekend hoe het programma erop stuurt, in welk spoor het werk gebeurt, wie eigenaar of trekker is "
        "of welke uren of andere middelen het vraagt."
    )
    found = {row[:2]: row[2:] for row in rows(fact, "counts") if any(row[2:])}
    assert found == {
        ("steering", "unknown"): (15, 35),
        ("track", "unknown"): (15, 35),
        ("owner", "named"): (0, 1),
        ("owner", "not_named"): (15, 34),
    }
    assert [row[0] for row in rows(fact, "efforts") if row[5]] == ["inrichten-ondernemersloket"]


@settings(max_examples=120, deadline=None)
@given(
    cases(),
    st.dictionaries(
        st.sampled_from([f"e{number}" for number in range(6)]),
        st.fixed_dictionaries(
            {}, optional={"steering": st.sampled_from(["directing", "aligning", "unknown"]), "track": st.sampled_from(["line", "unknown"])}
        ),
    ),
)
def test_what_counts_is_the_nearest_that_says_something(case: Any, given_: Any) -> None:
    case = case._replace(second=(), same=(), stopped=frozenset())
    data = json.loads(text_of(case))

    def filled(tree: dict[str, Any]) -> dict[str, Any]:
        return {
            name: fields | given_.get(name, {}) | ({"sub_efforts": filled(fields["sub_efforts"])} if "sub_efforts" in fields else {})
            for name, fields in tree.items()
        }

    if data.get("efforts"):
        data["efforts"] = filled(data["efforts"])
    fact = ANALYSIS.run(loaded(json.dumps(data)).network, Options())

    def nearest(effort: str, field: str) -> str:
        own = given_.get(effort, {}).get(field)
        above = case.efforts[effort]
        return own or (nearest(above, field) if above else "absent")

    found = rows(fact, "efforts")
    assert {row[0]: row[3:5] for row in found} == {one: (nearest(one, "steering"), nearest(one, "track")) for one in case.efforts}
    outermost = sum(parent is None for parent in case.efforts.values())
    for field in ("steering", "track", "owner"):
        counts = [row[2:] for row in rows(fact, "counts") if row[0] == field]
        assert [sum(column) for column in zip(*counts, strict=True)] == [outermost, len(case.efforts) - outermost]
