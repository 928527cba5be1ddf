"""Stakeholders: exact tables on a small model and the real programme, and centrality as the second opinion on who is involved in what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis_models import Case, cases, text_of
from dinkit.analyses.centrality import involvement
from dinkit.analyses.stakeholders import ANALYSIS
from dinkit.analysis import EVIDENCE, LEVELS, Fact, Options
from dinkit.finding import Text
from dinkit.reading.load import load
from dinkit.source import Folder
from support import loaded, network_of

ROOT = Path(__file__).parent.parent
ALL = Options()

MODEL = """
programma: {id: p, naam: P, organisatie: Stad}
doelen: {een: {naam: Een, nummer: I}, twee: {naam: Twee, nummer: II}}
stakeholders:
  stad: {naam: Stad, soort: overheid}
  bank: {naam: Bank, soort: organisatie, onderdeel_van: koepel}
  koepel: {naam: Koepel, soort: samenwerkingsverband, onderdeel_van: niemand}
  school: {naam: School}
  niemand: Niemand
inspanningen:
  bouw:
    naam: Bouw
    nummer: 1
    draagt_bij_aan: {een: {herkomst: vermeld}}
    stakeholders: {stad: trekker, bank: partner}
    onderdelen:
      muur: {naam: Muur, nummer: 1, stakeholders: {bank: financier, stad: trekker}}
      dak: {naam: Dak, nummer: 2, stakeholders: [koepel]}
  groen: {naam: Groen, nummer: 2, draagt_bij_aan: {twee: {herkomst: vermeld}}, stakeholders: {bank: onbekend}}
  leren: {naam: Leren, nummer: 3, draagt_bij_aan: {een: {herkomst: vermeld}, twee: {herkomst: afgeleid}}, onderdelen: {les: {naam: Les, stakeholders: school}, toets: Toets}}
  leeg: {naam: Leeg, nummer: 4, onderdelen: {ook-leeg: Ook leeg}}
  weg: {naam: Weg, status: gestopt, stakeholders: school}
"""


def fact_of(text: str, options: Options = ALL) -> Fact:
    return ANALYSIS.run(network_of(text), options)


def rows(fact: Fact, key: str) -> list[tuple[Any, ...]]:
    table = next(one for one in fact.tables if one.key == key)
    return [tuple(cell.nl if isinstance(cell, Text) else cell for cell in row) for row in table.rows]


def test_in_how_many_with_ties_as_ties() -> None:
    # id, name, kind, own or group, efforts, rank, main goals, roles
    assert rows(fact_of(MODEL), "stakeholders") == [
        ("bank", "Bank", "organisation", False, 2, 1, ("een", "twee"), "partner, financier en onbekend"),
        ("koepel", "Koepel", "partnership", False, 1, 2, ("een",), "rol niet genoemd"),
        ("school", "School", "unknown", False, 1, 2, ("een", "twee"), "rol niet genoemd"),
        ("stad", "Stad", "government", True, 1, 2, ("een",), "trekker"),
    ]


def test_who_in_what_and_in_which_role() -> None:
    assert [(row[0], row[2], *row[4:]) for row in rows(fact_of(MODEL), "involvement")] == [
        ("bank", "bouw", "financier", "part", ("muur",)),
        ("bank", "bouw", "partner", "stated", ("bouw",)),
        ("bank", "groen", "unknown", "stated", ("groen",)),
        ("koepel", "bouw", "not_stated", "part", ("dak",)),
        ("school", "leren", "not_stated", "part", ("les",)),
        ("stad", "bouw", "lead", "stated", ("bouw", "muur")),
    ]


def test_a_sub_effort_inherits_what_its_effort_has() -> None:
    fact = fact_of(MODEL, Options(level="sub_effort"))
    assert [(row[0], row[2], *row[4:]) for row in rows(fact, "involvement") if row[2] in ("muur", "dak")] == [
        ("bank", "muur", "financier", "stated", ("muur",)),
        ("bank", "muur", "partner", "inherited", ("bouw",)),
        ("bank", "dak", "partner", "inherited", ("bouw",)),
        ("stad", "muur", "lead", "stated", ("bouw", "muur")),
        ("stad", "dak", "lead", "inherited", ("bouw",)),
        ("koepel", "dak", "not_stated", "stated", ("dak",)),
    ]


def test_who_works_for_both_main_goals() -> None:
    fact = fact_of(MODEL)
    # id, name, own or group, main goals, efforts per goal, in one effort
    assert rows(fact, "bridging") == [
        ("bank", "Bank", False, ("een", "twee"), "1, 1", False),
        ("school", "School", False, ("een", "twee"), "1, 1", True),
    ]
    assert [row[0] for row in rows(fact_of(MODEL, Options(evidence="stated")), "bridging")] == ["bank"]


def test_membership_is_shown_apart_and_counts_for_nothing() -> None:
    # body, called, member, called, efforts of the member, of the body, of both
    assert rows(fact_of(MODEL), "membership") == [
        ("koepel", "Koepel", "bank", "Bank", 2, 1, 1),
        ("niemand", "Niemand", "koepel", "Koepel", 1, 0, 0),
    ]


def test_work_in_which_nobody_is_involved() -> None:
    assert rows(fact_of(MODEL), "without") == [("toets", "Toets", "leren"), ("leeg", "Leeg", "")]


def test_the_answer_of_a_colleague() -> None:
    fact = fact_of(MODEL)
    assert fact.answer.nl == (
        "In de meeste inspanningen zit 'Bank' (2 van de 4 inspanningen). "
        "2 van de 4 betrokken stakeholders werken voor beide hoofddoelen (1 als alleen vermelde bijdragen tellen): 'Bank' en 'School'. "
        "Niemand is betrokken bij 'Toets' en 'Leeg'."
    )
    assert [note.nl for note in fact.notes[1:]] == [
        "Bij geen inspanning betrokken, en daarom zonder regel: 1.",
        "Niet meegeteld omdat het gestopt is: 1.",
    ]
    tied = "inspanningen: {i: {naam: I, stakeholders: [a, b]}}\nstakeholders: {a: A, b: B}"
    assert fact_of(tied).answer.nl == "In de meeste inspanningen zitten 'A' en 'B' (elk 1 van 1 inspanning)."
    assert fact_of("model: leeg").answer.nl == "Geen enkele stakeholder is bij een inspanning betrokken."
    with pytest.raises(ValueError, match="must be one of"):
        fact_of(MODEL, Options(level="goal"))


def test_almelo() -> None:
    network = load("models/din.yaml", Folder(ROOT)).network
    fact = ANALYSIS.run(network, ALL)
    assert fact.answer.nl == (
        "In de meeste inspanningen zit 'Gemeente Almelo' (13 van de 15 inspanningen); de eigen organisatie en algemene groepen niet meegerekend: "
        "'Werkplein Twente' (6 van de 15 inspanningen). 22 van de 65 betrokken stakeholders werken voor beide hoofddoelen "
        "(9 als alleen vermelde bijdragen tellen): 'Gemeente Almelo', 'Werkplein Twente', 'Bedrijfsleven' en nog 19."
    )
    assert [(row[0], row[4], row[5]) for row in rows(fact, "stakeholders")[:9]] == [
        ("gemeente-almelo", 13, 1),
        ("werkplein-twente", 6, 2),
        ("bedrijfsleven", 4, 3),
        ("roc-van-twente", 4, 3),
        ("provincie-overijssel", 3, 5),
        ("regio-twente", 3, 5),
        ("reintegratiebedrijven", 3, 5),
        ("sociale-recherche", 3, 5),
        ("bewindvoerders", 2, 9),
    ]
    assert rows(fact, "without") == []
    members = {(row[0], row[2]) for row in rows(fact, "membership")}
    assert {("port-of-twente", "havenbedrijf-twente"), ("woningcorporaties", "beter-wonen"), ("woningcorporaties", "sint-joseph")} <= members
    assert len(rows(ANALYSIS.run(network, Options(evidence="stated")), "bridging")) == 9


# Laws

ROLES = st.dictionaries(
    st.tuples(st.sampled_from([f"e{number}" for number in range(6)]), st.sampled_from(["s0", "s1", "s2"])),
    st.sampled_from([None, "lead", "partner", "unknown"]),
    max_size=8,
)


def told(case: Case, roles: dict[tuple[str, str], str | None]) -> str:
    data = json.loads(text_of(case))

    def filled(tree: dict[str, Any]) -> dict[str, Any]:
        return {
            name: fields
            | (
                {"stakeholders": {party: {"role": role} if role else {} for (effort, party), role in roles.items() if effort == name}}
                if any(effort == name for effort, _ in roles)
                else {}
            )
            | ({"sub_efforts": filled(fields["sub_efforts"])} if "sub_efforts" in fields else {})
            for name, fields in tree.items()
        }

    if data.get("efforts"):
        data["efforts"] = filled(data["efforts"])
    return json.dumps(data | {"stakeholders": {f"s{number}": f"S{number}" for number in range(3)}})


@settings(max_examples=150, deadline=None)
@given(cases(), ROLES, st.sampled_from(LEVELS), st.sampled_from([None, *EVIDENCE]))
def test_who_is_involved_agrees_with_centrality(case: Any, roles: Any, level: Any, evidence: Any) -> None:
    network = loaded(told(case, roles)).network
    fact = ANALYSIS.run(network, Options(evidence, level))
    efforts, lines = involvement(network, level)
    assert sorted({(row[0], row[2]) for row in rows(fact, "involvement")}) == lines
    counts = {row[0]: row[4] for row in rows(fact, "stakeholders")}
    assert counts == {party: sum(one == party for one, _ in lines) for party in {one for one, _ in lines}}
    for row in rows(fact, "stakeholders"):
        assert row[5] == 1 + sum(count > row[4] for count in counts.values())
        assert row[4] <= len(efforts)


@settings(max_examples=100, deadline=None)
@given(cases(), ROLES)
def test_nobody_is_involved_in_what_is_listed_as_bare_and_everywhere_else_somebody(case: Any, roles: Any) -> None:
    case = case._replace(second=(), same=(), stopped=frozenset())
    fact = ANALYSIS.run(loaded(told(case, roles)).network, ALL)
    taken = {effort for effort, _ in roles if effort in case.efforts}

    def above(effort: str) -> list[str]:
        parent = case.efforts[effort]
        return [parent, *above(parent)] if parent else []

    def lonely(effort: str) -> bool:
        family = {effort, *above(effort), *(one for one in case.efforts if effort in above(one))}
        return not family & taken

    assert {row[0] for row in rows(fact, "without")} == {one for one in case.efforts if lonely(one) and not any(map(lonely, above(one)))}


@settings(max_examples=60, deadline=None)
@given(cases(), ROLES)
def test_stated_is_never_more_than_all(case: Any, roles: Any) -> None:
    network = loaded(told(case, roles)).network
    everything, stated = (ANALYSIS.run(network, Options(evidence)) for evidence in (None, "stated"))
    assert {row[0] for row in rows(stated, "bridging")} <= {row[0] for row in rows(everything, "bridging")}
    assert rows(stated, "involvement") == rows(everything, "involvement")
