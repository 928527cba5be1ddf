"""Orphans: by hand, on the real programme, and against a definition by enumerating paths."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given, settings

from analysis_models import cases, text_of
from dinkit.analyses.orphans import ANALYSIS
from dinkit.analysis import Fact, Options
from dinkit.reading.load import load
from dinkit.source import Folder
from support import network_of
from test_analysis_coverage import paths

ROOT = Path(__file__).parent.parent

MODEL = """
doelen: {raak: Raak, leeg: Leeg, bewust: {naam: Bewust, bewust_geen_inspanning: later}}
inspanningen:
  goed: {naam: Goed, draagt_bij_aan: {raak: {herkomst: afgeleid}}, stakeholders: betrokkene, steunt_op: pact, onderdelen: {deel: Deel}}
  via-deel: {naam: Via deel, onderdelen: {bijdrage: {naam: Bijdrage, draagt_bij_aan: raak}, zus: Zus}}
  dubbel: {naam: Dubbel, zelfde_als: goed}
  los: {naam: Los, onderdelen: {los-deel: Los deel}, geld: [{bedrag: 5, betaler: bank}]}
stakeholders:
  betrokkene: {naam: Betrokkene, onderdeel_van: koepel}
  koepel: Koepel
  bank: Bank
  meter: Meter
  niemand: {naam: Niemand, onderdeel_van: betrokkene}
indicatoren: {maat: {naam: Maat, meet: raak, meetverantwoordelijke: meter}, wees: Wees}
risicos: {gevaar: {naam: Gevaar, bedreigt: raak, bron: nota blz. 3}, spook: Spook}
bronnen: {nota: Nota, stapel: {naam: Stapel, bron: stapel blz. 1}}
afspraken: {pact: Pact, papier: Papier}
aannames: {gok: Gok}
"""


ALL = Options()


def fact_of(text: str, options: Options = ALL) -> Fact:
    return ANALYSIS.run(network_of(text), options)


def ids(fact: Fact, table: str) -> list[object]:
    return [row[0] for one in fact.tables if one.key == table for row in one.rows]


def test_what_stands_alone() -> None:
    fact = fact_of(MODEL)
    assert ids(fact, "efforts") == ["los", "los-deel", "zus"]
    assert [row[2] for row in fact.tables[1].rows] == ["", "los", "via-deel"]
    assert ids(fact, "goals") == ["bewust", "leeg"]
    assert list(fact.tables[3].rows) == [("niemand", "Niemand", False), ("koepel", "Koepel", True)]
    assert [row[::3] for row in fact.tables[4].rows] == [
        ("wees", "measures_nothing"),
        ("spook", "threatens_nothing"),
        ("stapel", "not_cited"),
        ("papier", "nothing_rests_on_it"),
        ("gok", "nothing_rests_on_it"),
    ]


def test_the_first_sentence_answers() -> None:
    fact = fact_of(MODEL)
    assert fact.answer.nl == (
        "1 van de 3 inspanningen en 2 van de 4 onderdelen bereiken geen doel ('Los', 'Los deel' en 'Zus'); "
        "2 van de 3 doelen hebben geen inspanning, 1 daarvan bewust; 1 van de 5 stakeholders heeft geen rol; "
        "niet gebruikt: 1 indicator, 1 risico, 1 bron, 1 afspraak, 1 aanname."
    )
    assert fact.notes[1].nl == "Niet meegeteld: 1 zonder eigen rol waar wel andere stakeholders onderdeel van zijn."


def test_nothing_loose() -> None:
    fact = fact_of("doelen: {d: D}\ninspanningen: {i: {naam: I, draagt_bij_aan: d}}")
    assert fact.answer.en == "No loose efforts; no goals without effort; no stakeholders without a role."
    assert all(not table.rows for table in fact.tables[1:])


def test_an_empty_network() -> None:
    assert fact_of("model: leeg").answer.nl == "Geen losse inspanningen; geen doelen zonder inspanning; geen stakeholders zonder rol."


def test_only_stated_contributions_lead_anywhere() -> None:
    fact = fact_of(MODEL, Options(evidence="stated"))
    assert ids(fact, "efforts") == ["goed", "los", "via-deel", "deel", "los-deel", "bijdrage", "zus"]
    assert fact.answer.nl.startswith("Alleen vermelde bijdragen geteld: 3 van de 3 inspanningen en 4 van de 4 onderdelen ")
    assert fact.options == Options(evidence="stated")


def test_a_circle_of_efforts_does_no_harm() -> None:
    text = "inspanningen: {a: {naam: A, onderdelen: {b: B}, hoort_ook_bij: b}}"
    assert ids(fact_of(text), "efforts") == ["a", "b"]


def test_almelo_has_no_loose_effort_and_no_goal_without_one() -> None:
    fact = ANALYSIS.run(load("models/din.yaml", Folder(ROOT)).network, Options())
    assert fact.answer.nl.startswith("Geen losse inspanningen; geen doelen zonder inspanning; ")
    summary = {row[0]: row[1:] for row in fact.tables[0].rows}
    assert (summary["effort"], summary["goal"]) == ((0, 15), (0, 14))


@settings(max_examples=100, deadline=None)
@given(cases())
def test_loose_work_is_what_no_path_leads_from(case: Any) -> None:
    fact = fact_of(text_of(case))
    # The links along which one piece of work has what another has: up or down, but never up and then down.
    up = [(one, parent) for one, parent in case.efforts.items() if parent] + list(case.second)
    reaches = {effort for effort in case.efforts if any(True for _ in paths(case, effort, None))}
    first = dict(case.same)

    def group(effort: str) -> set[str]:
        return {one for one in case.efforts if first.get(one, one) == first.get(effort, effort)}

    def line(effort: str, links: list[tuple[str, str]]) -> set[str]:
        mine = group(effort)
        return mine.union(*(line(other, links) for one, other in links if one in mine)) if mine else mine

    down = [(other, one) for one, other in up]
    loose = {first.get(one, one) for one in case.efforts if not (line(one, up) | line(one, down)) & reaches}
    assert set(ids(fact, "efforts")) == loose


@settings(max_examples=60, deadline=None)
@given(cases())
def test_the_order_in_the_file_changes_nothing(case: Any) -> None:
    assert fact_of(text_of(case)) == fact_of(text_of(case, backwards=True))


def test_the_order_of_the_register_changes_nothing() -> None:
    lines = MODEL.strip().splitlines()
    start = lines.index("stakeholders:")
    turned = lines[: start + 1] + lines[start + 5 : start : -1] + lines[start + 6 :]
    assert turned != lines
    assert fact_of(MODEL) == fact_of("\n".join(turned))


def test_a_source_without_goals_leaves_no_effort_loose() -> None:
    network = network_of("doelen: {geen: de begroting kent thema's}\ninspanningen: {loket: Loket}\n")
    assert (
        ANALYSIS.run(network, Options()).answer.nl == "De bron heeft geen doelen, dus geen inspanning bereikt er een; geen stakeholders zonder rol."
    )


def test_a_party_of_another_document_is_not_missing_a_role_here() -> None:
    register = "stakeholders: {hier: {naam: Hier, bron: nota § 1}, daar: {naam: Daar, bron: [verslag § 1, verslag § 2]}, nergens: Nergens}\n"
    network = network_of(f"bronnen: {{nota: Nota, verslag: Verslag}}\ndoelen: {{banen: {{naam: Banen, bron: nota § 2}}}}\n{register}")
    fact = ANALYSIS.run(network, Options())
    assert [row[0] for row in fact.tables[3].rows] == ["hier", "nergens"]
    assert "2 van de 2 stakeholders hebben geen rol" in fact.answer.nl
    assert "1 uit het gedeelde register" in fact.notes[-1].nl
