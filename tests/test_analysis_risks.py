"""Risks: exact tables on a small model, the real programme, and a second opinion on what is exposed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis_models import cases, text_of
from dinkit.analyses.risks import ANALYSIS
from dinkit.analysis import Fact, Options
from dinkit.reading.load import load
from dinkit.source import Folder
from support import loaded, network_of

ROOT = Path(__file__).parent.parent

MODEL = """
programma: {id: geheel, naam: Geheel}
doelen:
  top: {naam: Top, nummer: I, subdoelen: {links: {naam: Links, nummer: 1}, rechts: {naam: Rechts, nummer: 2}}}
  veilig: {naam: Veilig, nummer: II}
inspanningen:
  bouw: {naam: Bouw, onderdelen: {fundering: {naam: Fundering, draagt_bij_aan: links}}}
  gestopt: {naam: Gestopt, status: gestopt, draagt_bij_aan: veilig}
stakeholders: {baas: Baas, hulp: Hulp}
risicos:
  r1: {naam: Drassig, soort: inspanning, bedreigt: bouw, oorzaak: Water, gevolg: Verzakking, maatregel: Pompen, trend: stijgend, kans: 4, impact: 5, stakeholders: {baas: eigenaar, hulp: betrokken}}
  r2: {naam: Tegenslag, soort: inspanning, bedreigt: [rechts, gestopt], maatregel: onbekend}
  r3: {naam: Bezuiniging, bedreigt: geheel, stakeholders: {hulp: trekker}}
  r4: {naam: Spook, soort: doel}
"""


def fact_of(text: str) -> Fact:
    return ANALYSIS.run(network_of(text), Options())


def rows(fact: Fact, key: str) -> list[tuple[Any, ...]]:
    return list(next(table for table in fact.tables if table.key == key).rows)


def test_what_is_exposed_directly_and_through_what_leads_there() -> None:
    # id, name, level, threatened directly by, through, by way of
    assert rows(fact_of(MODEL), "exposed") == [
        ("top", "Top", "main", (), ("r1", "r2"), ("bouw", "rechts")),
        ("links", "Links", "sub", (), ("r1",), ("bouw",)),
        ("rechts", "Rechts", "sub", ("r2",), (), ()),
    ]


def test_every_risk_with_what_is_known() -> None:
    # id, name, kind, threatens, trend, owner, involved, likelihood, impact
    fact = fact_of(MODEL)
    assert rows(fact, "risks") == [
        ("r1", "Drassig", "effort", ("bouw",), "rising", ("baas",), ("hulp",), 4, 5),
        ("r2", "Tegenslag", "effort", ("gestopt", "rechts"), "unknown", (), (), "", ""),
        ("r3", "Bezuiniging", "unknown", ("geheel",), "unknown", ("hulp",), (), "", ""),
        ("r4", "Spook", "goal", (), "unknown", (), (), "", ""),
    ]
    assert rows(fact, "explanations")[:2] == [("r1", "Water", "Verzakking", "Pompen"), ("r2", "", "", "")]


def test_the_unassigned_are_listed_with_what_they_have() -> None:
    # id, name, owner, response, target
    assert rows(fact_of(MODEL), "unassigned") == [
        ("r2", "Tegenslag", False, False, True),
        ("r3", "Bezuiniging", True, False, True),
        ("r4", "Spook", False, False, False),
    ]


def test_the_answer_of_a_colleague() -> None:
    assert fact_of(MODEL).answer.nl == (
        "3 van de 4 risico's zijn niet toegewezen: er ontbreekt 2 keer een eigenaar, 3 keer een maatregel en 1 keer wat het bedreigt. "
        "Rechtstreeks bedreigd: 'Rechts'; alleen via wat ernaartoe leidt: 'Top' en 'Links'; het programma als geheel: 1. "
        "Trend: 1 stijgend en 3 onbekend."
    )
    one = "doelen: {d: D}\nstakeholders: {s: S}\nrisicos: {r: {naam: R, bedreigt: d, maatregel: M, stakeholders: {s: eigenaar}}}"
    assert fact_of(one).answer.nl.startswith("Het enige risico heeft een eigenaar, ")
    assert fact_of("risicos: {geen: niemand keek.}").answer.nl == "Er zijn geen risico's in het model: niemand keek."
    assert fact_of("model: leeg").answer.en == "There are no risks in the model."


def test_a_kind_that_does_not_fit_what_is_threatened_is_told() -> None:
    fact = fact_of(
        "doelen: {d: D}\ninspanningen: {i: I}\nrisicos: {r: {naam: R, soort: doel, bedreigt: i}, s: {naam: S, soort: doel, bedreigt: [i, d]}}"
    )
    assert fact.notes[1].nl == "Soort en wat bedreigd wordt passen niet bij elkaar: 'R'."


def test_a_threat_to_work_that_is_listed_twice_exposes_the_goals_of_both() -> None:
    text = "doelen: {d: D}\ninspanningen: {a: {naam: A, draagt_bij_aan: d}, b: {naam: B, zelfde_als: a}}\nrisicos: {r: {naam: R, bedreigt: b}}"
    assert [row[0] for row in rows(fact_of(text), "exposed")] == ["d"]


def test_almelo_has_four_risks_that_nobody_has() -> None:
    fact = ANALYSIS.run(load("models/din.yaml", Folder(ROOT)).network, Options())
    assert fact.answer.nl == (
        "Geen van de 4 risico's is toegewezen: er ontbreekt 4 keer een eigenaar, 2 keer een maatregel en 4 keer wat het bedreigt. "
        "Geen enkel risico zegt wat het bedreigt; welke doelen risico lopen is dus niet te zeggen. Trend: 2 dalend en 2 onbekend."
    )
    assert rows(fact, "exposed") == []
    assert {row[0]: (row[3], row[4]) for row in rows(fact, "unassigned")} == {
        "risico-nieuwe-werkwijze": (False, False),
        "risico-politieke-veranderingen": (False, False),
        "risico-te-weinig-mensen-en-middelen": (True, False),
        "risico-verwachtingen-en-weerstand": (True, False),
    }


@settings(max_examples=150, deadline=None)
@given(cases(), st.lists(st.sampled_from([f"{letter}{number}" for letter in "eg" for number in range(4)]), unique=True, max_size=4))
def test_what_is_exposed_agrees_with_a_second_opinion(case: Any, threatened: Any) -> None:
    case = case._replace(second=(), same=())
    known = [one for one in threatened if one in case.goals or one in case.efforts]
    data = json.loads(text_of(case)) | {"risks": {f"r-{one}": {"name": one, "threatens": [one]} for one in known}}
    fact = ANALYSIS.run(loaded(json.dumps(data)).network, Options())

    def stopped(effort: str) -> bool:
        above = case.efforts[effort]
        return effort in case.stopped or (above is not None and stopped(above))

    def up(one: str) -> set[str]:
        """Everything that an element helps, by each step again."""
        if one in case.efforts and stopped(one):
            return set()
        above = case.goals.get(one) if one in case.goals else case.efforts[one]
        steps = [target for source, target, _ in case.contributions if source == one] + ([above] if above else [])
        return {*steps, *(reached for step in steps for reached in up(step))}

    def whole(one: str) -> list[str]:
        return [one, *(below for part, parent in case.efforts.items() if parent == one for below in whole(part))]

    expected: dict[str, tuple[set[str], set[str]]] = {}
    for one in known:
        if one in case.goals:
            expected.setdefault(one, (set(), set()))[0].add(f"r-{one}")
        for goal in {goal for part in whole(one) for goal in up(part) if goal in case.goals and goal != one}:
            expected.setdefault(goal, (set(), set()))[1].add(f"r-{one}")
    assert {row[0]: (set(row[3]), set(row[4])) for row in rows(fact, "exposed")} == expected


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), max_size=5))
def test_assigned_and_unassigned_are_all(given_: Any) -> None:
    risks = {
        f"r{number}": {"name": "R"}
        | ({"stakeholders": {"s": "owner"}} if owner else {})
        | ({"response": "M"} if response else {})
        | ({"threatens": "g"} if target else {})
        for number, (owner, response, target) in enumerate(given_)
    }
    data = {"goals": {"g": "G"}, "stakeholders": {"s": "S"}} | ({"risks": risks} if risks else {})
    fact = ANALYSIS.run(loaded(json.dumps(data)).network, Options())
    assert [row[2:] for row in rows(fact, "unassigned")] == [one for one in given_ if not all(one)]
    assert len(rows(fact, "risks")) == len(rows(fact, "explanations")) == len(given_)
