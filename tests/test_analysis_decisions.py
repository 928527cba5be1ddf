"""Decisions: exact tables on a small model and the real programme, and the law that complete and incomplete are all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit.analyses.decisions import ANALYSIS
from dinkit.analysis import Fact, Options
from dinkit.finding import Text
from dinkit.reading.load import load
from dinkit.source import Folder
from support import loaded, network_of

ROOT = Path(__file__).parent.parent

MODEL = """
peildatum: 2020-06
stakeholders: {raad: Gemeenteraad, bank: Bank}
inspanningen: {loket: {naam: Loket, steunt_op: krediet}, krant: Krant}
besluiten:
  krediet: {naam: Krediet, datum: 2019-11-05, door: Gemeenteraad, van: loket}
  opening: {naam: Opening, datum: 2019-03, van: [loket, krant], stakeholders: {raad: beslisser, bank: adviseur}}
  straks: {naam: Straks, datum: 2021, door: College, van: loket}
  ergens: {naam: Ergens, datum: 2020, door: onbekend, van: krant}
  los: {naam: Los, datum: onbekend, door: Directie}
"""


def fact_of(text: str) -> Fact:
    return ANALYSIS.run(network_of(text), Options())


def rows(fact: Fact, key: str) -> list[tuple[Any, ...]]:
    table = next(one for one in fact.tables if one.key == key)
    return [tuple(cell.nl if isinstance(cell, Text) else cell for cell in row) for row in table.rows]


def test_every_decision_the_oldest_first() -> None:
    # id, name, date, by, about, on the reference date, carries
    assert rows(fact_of(MODEL), "decisions") == [
        ("opening", "Opening", "2019-03", "Gemeenteraad", ("krant", "loket"), "taken", ()),
        ("krediet", "Krediet", "2019-11-05", "Gemeenteraad", ("loket",), "taken", ("loket",)),
        ("ergens", "Ergens", "2020", "onbekend", ("krant",), "perhaps", ()),
        ("straks", "Straks", "2021", "College", ("loket",), "later", ()),
        ("los", "Los", "onbekend", "Directie", (), "unknown", ()),
    ]


def test_what_is_not_known_of_a_decision() -> None:
    # id, name, who, when, about what
    assert rows(fact_of(MODEL), "incomplete") == [("ergens", "Ergens", False, True, True), ("los", "Los", True, False, False)]


def test_the_answer_of_a_colleague() -> None:
    assert fact_of(MODEL).answer.nl == (
        "Van 3 van de 5 besluiten is bekend wie het nam, wanneer en waarover; er ontbreekt 1 keer wie, 1 keer wanneer en 1 keer waarover: 'Ergens' en 'Los'. "
        "Van na de peildatum: 'Straks'. Het laatst genomen: 'Krediet' (2019-11-05)."
    )
    assert fact_of("model: leeg").answer.nl == "Er zijn geen besluiten in het model."
    assert fact_of("besluiten: {a: A}").answer.nl.startswith("Van geen enkel besluit is bekend wie het nam, wanneer en waarover; ")


def test_which_was_last_is_only_said_when_the_dates_tell() -> None:
    vague = MODEL.replace("datum: 2019-03", "datum: 2019")
    assert "Het laatst genomen" not in fact_of(vague).answer.nl
    assert "Het laatst genomen" not in fact_of(MODEL.replace("peildatum: 2020-06\n", "")).answer.nl


def test_almelo_has_two_decisions_without_a_date() -> None:
    fact = ANALYSIS.run(load("models/din.yaml", Folder(ROOT)).network, Options())
    assert fact.answer.nl == (
        "Van 1 van de 3 besluiten is bekend wie het nam, wanneer en waarover; er ontbreekt 2 keer wanneer: "
        "'Programmabudget beschikbaar gesteld' en 'Ruim 70 miljoen euro voor damwanden Twentekanaal'."
    )
    assert [(row[0], row[2], row[3], row[4]) for row in rows(fact, "decisions")] == [
        ("besluit-verbreding-a1", "2019-03", "Ministerie van I&W", ("lobby-a1",)),
        ("besluit-budget-programma", "onbekend", "Gemeenteraad", ("economie-en-participatie",)),
        ("besluit-damwanden-twentekanaal", "onbekend", "Ministerie", ("kanaal-sluis-en-kades",)),
    ]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([None, "2019", "2019-05", "2020-H2", "unknown"]), st.sampled_from([None, "Raad", "unknown"]), st.booleans()),
        max_size=6,
    ),
    st.sampled_from([None, "2019", "2020"]),
)
def test_complete_and_incomplete_are_all(given_: Any, on: Any) -> None:
    decisions = {
        f"b{number}": {"name": "B"} | ({"date": date} if date else {}) | ({"by": by} if by else {}) | ({"of": "g"} if about else {})
        for number, (date, by, about) in enumerate(given_)
    }
    data = {"goals": {"g": "G"}} | ({"reference_date": on} if on else {}) | ({"decisions": decisions} if decisions else {})
    fact = ANALYSIS.run(loaded(json.dumps(data)).network, Options())
    known = {f"b{number}": (by == "Raad", date not in (None, "unknown"), about) for number, (date, by, about) in enumerate(given_)}
    assert {row[0]: row[2:] for row in rows(fact, "incomplete")} == {name: one for name, one in known.items() if not all(one)}
    assert sorted(row[0] for row in rows(fact, "decisions")) == sorted(known)
    assert all((row[5] == "unknown") == (not known[row[0]][1]) for row in rows(fact, "decisions"))
    dated = [known[row[0]][1] for row in rows(fact, "decisions")]
    assert dated == sorted(dated, reverse=True)
