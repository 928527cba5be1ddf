"""Agreements: exact tables on a small model, the real programme, and laws on comparing a term with a planning."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit.analyses._terms import Term, compare, state_at, term_of, term_text
from dinkit.analyses.agreements import ANALYSIS
from dinkit.analysis import Fact, Options
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate, parse_date
from dinkit.model.records import Agreement
from dinkit.reading.load import load
from dinkit.source import Folder
from support import loaded, network_of

ROOT = Path(__file__).parent.parent

MODEL = """
peildatum: 2021
stakeholders: {stad: Stad, dorp: Dorp}
inspanningen:
  lang: {naam: Lang, planning: 2019..2022, steunt_op: kort-pact}
  vroeg: {naam: Vroeg, planning: 2018, steunt_op: pact}
  groot: {naam: Groot, planning: 2019..2020, onderdelen: {deel: {naam: Deel, steunt_op: pact}}}
  samen: {naam: Samen, steunt_op: wet, onderdelen: {a: {naam: A, planning: 2019}, b: {naam: B, planning: 2021}}}
  eeuwig: {naam: Eeuwig, planning: doorlopend, steunt_op: kort-pact}
  vaag: {naam: Vaag, steunt_op: pact}
  klaar: {naam: Klaar, status: gestopt, planning: 2019..2030, steunt_op: kort-pact}
afspraken:
  kort-pact: {naam: Kort pact, soort: convenant, planning: 2019..2020, stakeholders: [stad, dorp]}
  pact: {naam: Pact, soort: overeenkomst, planning: 2019..2024}
  wet: {naam: Wet, soort: wet, planning: 2015..}
  voorbij: {naam: Voorbij, beeindigd: 2020-06}
  straks: {naam: Straks, planning: 2030..2031}
besluiten:
  oud: {naam: Oud besluit, beeindigd: 2019}
"""


def fact_of(text: str) -> Fact:
    return ANALYSIS.run(network_of(text), Options())


def rows(fact: Fact, key: str) -> list[tuple[Any, ...]]:
    table = next(one for one in fact.tables if one.key == key)
    return [tuple(cell.nl if isinstance(cell, Text) else cell for cell in row) for row in table.rows]


def test_term_beside_planning() -> None:
    # agreement, effort, term, planning, whose, at the begin, at the end
    assert [(row[0], row[2], *row[4:]) for row in rows(fact_of(MODEL), "resting")] == [
        ("kort-pact", "lang", "2019 t/m 2020", "2019 t/m 2022", "own", "fits", "earlier"),
        ("pact", "deel", "2019 t/m 2024", "2019 t/m 2020", "inherited", "fits", "goes_on"),
        ("pact", "vroeg", "2019 t/m 2024", "2018", "own", "later", "goes_on"),
        ("kort-pact", "eeuwig", "2019 t/m 2020", "doorlopend", "own", "unknown", "open"),
        ("pact", "vaag", "2019 t/m 2024", "onbekend", "none", "unknown", "unknown"),
        ("wet", "samen", "vanaf 2015", "2019 t/m 2021", "parts", "fits", "fits"),
    ]


def test_every_agreement_on_the_reference_date() -> None:
    # id, name, kind, parties, term, state, carries
    assert rows(fact_of(MODEL), "agreements") == [
        ("kort-pact", "Kort pact", "covenant", ("dorp", "stad"), "2019 t/m 2020", "ended", ("eeuwig", "lang")),
        ("pact", "Pact", "contract", (), "2019 t/m 2024", "running", ("deel", "vaag", "vroeg")),
        ("straks", "Straks", "unknown", (), "2030 t/m 2031", "not_begun", ()),
        ("voorbij", "Voorbij", "unknown", (), "onbekend", "ended", ()),
        ("wet", "Wet", "law", (), "vanaf 2015", "running", ("samen",)),
    ]


def test_what_ended_and_what_carries_nothing() -> None:
    fact = fact_of(MODEL)
    assert rows(fact, "ended") == [
        ("kort-pact", "Kort pact", "agreement", "2020", ("eeuwig", "lang")),
        ("voorbij", "Voorbij", "agreement", "2020-06", ()),
        ("oud", "Oud besluit", "decision", "2019", ()),
    ]
    assert [row[0] for row in rows(fact, "unused")] == ["straks", "voorbij"]


def test_the_answer_of_a_colleague() -> None:
    assert fact_of(MODEL).answer.nl == (
        "Op 3 van de 5 afspraken steunt iets. Looptijd en planning verschillen: 'Kort pact' eindigt eerder dan 'Lang', 'Pact' loopt langer door dan 'Deel', "
        "'Pact' begint later dan 'Vroeg' en nog 1. Bij 1 van de 6 keer dat werk op een afspraak steunt ontbreekt een einddatum, en is dus niet te zien of de "
        "afspraak lang genoeg loopt. Niets steunt op 'Straks' en 'Voorbij'. "
        "Afgelopen voor de peildatum: 'Kort pact', 'Voorbij' en 'Oud besluit'; er steunt nog iets op 'Kort pact'."
    )
    assert fact_of("afspraken: {geen: staat er niet}").answer.nl == "Er zijn geen afspraken in het model: staat er niet."


def test_without_a_reference_date_nothing_has_ended() -> None:
    fact = fact_of(MODEL.replace("peildatum: 2021\n", ""))
    assert {row[5] for row in rows(fact, "agreements")} == {"no_date"}
    assert rows(fact, "ended") == []


def test_almelo() -> None:
    fact = ANALYSIS.run(load("models/din.yaml", Folder(ROOT)).network, Options())
    assert fact.answer.nl.startswith(
        "Op 14 van de 19 afspraken steunt iets. Looptijd en planning verschillen: 'Prestatieovereenkomst 2019 t/m 2023' loopt langer door dan "
        "'Sociaal woningaanbod in balans'. Bij 13 van de 14 keer "
    )
    resting = rows(fact, "resting")
    assert (resting[0][2], *resting[0][4:]) == ("sociaal-woningaanbod", "2019 t/m 2023", "2019", "own", "fits", "goes_on")
    assert {row[8] for row in resting[1:]} == {"unknown"}
    assert [row[0] for row in rows(fact, "unused")] == [
        "coalitieakkoord",
        "uitvoeringskader-participatiewet",
        "uitvoeringsprogramma-participatiewet",
        "verordening-bedrijveninvesteringszone",
        "wijkplannen",
    ]


@pytest.mark.parametrize(
    ("planning", "nl"),
    [
        ("2019", "2019"),
        ("2019..2020", "2019 t/m 2020"),
        ("2019..", "vanaf 2019"),
        ("{start: 2019}", "vanaf 2019, eind onbekend"),
        ("..2020", "tot en met 2020"),
        ("jaarlijks", "doorlopend"),
        ("onbekend", "onbekend"),
    ],
)
def test_a_term_in_words(planning: str, nl: str) -> None:
    agreement = network_of(f"afspraken: {{a: {{naam: A, planning: {planning}}}}}").elements["a"]
    assert isinstance(agreement, Agreement)
    assert term_text(term_of(agreement.planning)).nl == nl


# Laws

DATES = st.sampled_from([None, *(parse_date(text) for text in ("2018", "2019", "2019-05", "2019-H2", "2020", "2020-12-31", "2022"))])
TERMS = st.builds(lambda start, end, unending: Term(start, end, open=unending and end is None), DATES, DATES, st.booleans())


@settings(max_examples=200, deadline=None)
@given(TERMS, TERMS)
def test_a_difference_holds_on_every_reading(agreement: Any, work: Any) -> None:
    start, end = compare(agreement, work)

    def days(date: ImpreciseDate) -> tuple[Any, Any]:
        return date.first, date.last

    if start == "later":
        assert all(mine > theirs for mine in days(agreement.start) for theirs in days(work.start))
    elif start == "fits":
        assert any(mine <= theirs for mine in days(agreement.start) for theirs in days(work.start))
    if end == "earlier":
        assert all(mine < theirs for mine in days(agreement.end) for theirs in days(work.end))
    if end == "goes_on":
        assert all(mine > theirs for mine in days(agreement.end) for theirs in days(work.end))
    if end == "unknown":
        assert agreement.end is None or work.end is None


@settings(max_examples=100, deadline=None)
@given(TERMS)
def test_a_term_fits_itself(term: Any) -> None:
    assert {*compare(term, term)} <= {"fits", "unknown", "open"}


@settings(max_examples=150, deadline=None)
@given(TERMS, DATES, DATES)
def test_states_exclude_each_other(term: Any, ended: Any, on: Any) -> None:
    state = state_at(term, ended, on)
    assert (state == "no_date") == (on is None)
    if state == "ended":
        assert any(date.last < on.first for date in (term.end, ended) if date)
    if state == "not_begun":
        assert term.start.first > on.last
    if state == "running":
        assert term.start.first <= on.last
        assert all(date.last >= on.first for date in (term.end, ended) if date)


PLANS = st.sampled_from([None, "2019", "2020", "2019..2020", "2019..", "unknown", "yearly"])


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(PLANS, st.sampled_from(["a0", "a1", None])), max_size=5), st.lists(PLANS, min_size=2, max_size=2))
def test_every_agreement_has_a_row_and_what_differs_comes_first(work: Any, terms: Any) -> None:
    def fields(plan: str | None) -> dict[str, Any]:
        return {"planning": plan} if plan else {}

    efforts = {f"e{number}": {"name": "E"} | fields(plan) | ({"rests_on": on} if on else {}) for number, (plan, on) in enumerate(work)}
    data = {"agreements": {f"a{number}": {"name": "A"} | fields(plan) for number, plan in enumerate(terms)}} | (
        {"efforts": efforts} if efforts else {}
    )
    fact = ANALYSIS.run(loaded(json.dumps(data)).network, Options())
    carried = {on for _, on in work if on}
    assert [row[0] for row in rows(fact, "unused")] == [one for one in ("a0", "a1") if one not in carried]
    assert len(rows(fact, "resting")) == sum(on is not None for _, on in work)
    unlike = [row[7] == "later" or row[8] in ("earlier", "goes_on") for row in rows(fact, "resting")]
    assert unlike == sorted(unlike, reverse=True)
