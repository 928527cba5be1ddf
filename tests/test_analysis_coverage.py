"""Coverage: by hand, on the real programme, and against a definition by enumerating paths."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis_models import Case, cases, text_of
from dinkit.analyses._cover import covers
from dinkit.analyses.coverage import ANALYSIS
from dinkit.analysis import EVIDENCE, LEVELS, Fact, Options
from dinkit.reading.load import load
from dinkit.source import Folder
from support import loaded, network_of

ROOT = Path(__file__).parent.parent

TREE = """
doelen:
  top:
    naam: Top
    subdoelen:
      links: Links
      rechts: {naam: Rechts, bewust_geen_inspanning: volgt later}
  los: Los
inspanningen:
  groot:
    naam: Groot
    sturing: regie
    draagt_bij_aan: {top: {herkomst: vermeld}}
    onderdelen:
      een: {naam: Een, draagt_bij_aan: {links: {herkomst: afgeleid}}}
      twee: {naam: Twee, sturing: afstemming}
  klein: {naam: Klein, draagt_bij_aan: links}
"""

# Shares and roles left out: only what contributes to what counts here.
MINI = """
profiel: uitgebreid
doelen: {d1: D1, d2: D2}
baten: {b1: {naam: B1, draagt_bij_aan: d1}, b2: {naam: B2, draagt_bij_aan: [d1, d2]}, b3: {naam: B3, draagt_bij_aan: d2}}
vermogens: {v1: {naam: V1, draagt_bij_aan: [b1, b2]}, v2: {naam: V2, draagt_bij_aan: [b2, b3]}}
inspanningen:
  i1: {naam: I1, draagt_bij_aan: v1}
  i2: {naam: I2, draagt_bij_aan: v1}
  i3: {naam: I3, draagt_bij_aan: v2}
  i4: I4
"""


ALL = Options()


def fact_of(text: str, options: Options = ALL) -> Fact:
    return ANALYSIS.run(network_of(text), options)


def rows(fact: Fact, table: str) -> dict[str, tuple[object, ...]]:
    found = next(one for one in fact.tables if one.key == table)
    return {str(row[0]): row[1:] for row in found.rows}


def almelo(options: Options) -> Fact:
    return ANALYSIS.run(load("models/din.yaml", Folder(ROOT)).network, options)


def test_each_goal_of_a_small_tree() -> None:
    found = rows(fact_of(TREE), "goals")
    # level, state, efforts, direct, inherited, leaves with direct, leaves, single, reason
    assert found["top"][1:] == ("main", "partial", 2, 1, 1, 1, 2, "", "")
    assert found["links"][1:] == ("sub", "full", 2, 2, 0, 1, 1, "", "")
    assert found["rechts"][1:] == ("sub", "deliberate", 0, 0, 0, 0, 1, "", "volgt later")
    assert found["los"][1:] == ("main", "none", 0, 0, 0, 0, 1, "", "")


def test_the_first_sentence_answers() -> None:
    assert fact_of(TREE).answer.nl == (
        "1 van de 4 doelen heeft geen inspanning: 'Los'. Van de 2 doelen met een inspanning rust dat bij 1 op geen enkel verband dat een bron vermeldt. Bewust zonder inspanning: 'Rechts'. "
        "Een rechtstreekse inspanning hebben: hoofddoelen 1 van 2, subdoelen 1 van 2."
    )
    assert fact_of("doelen: {a: A, b: B}\ninspanningen: {i: {naam: I, draagt_bij_aan: [a, b]}}").answer.nl.startswith(
        "Alle 2 doelen hebben een inspanning. "
    )
    assert fact_of("doelen: {a: A}").answer.en.startswith("1 of 1 goal has no effort: 'A'.")
    assert fact_of("doelen: {geen: staat er niet}").answer.nl == "Er zijn geen doelen: staat er niet."
    assert fact_of("inspanningen: {i: I}").answer.en == "There are no goals."


def test_evidence_and_steering_are_split_per_goal() -> None:
    fact = fact_of(TREE)
    assert rows(fact, "evidence")["top"][1:] == (1, 0, 0, 1)
    assert rows(fact, "evidence")["links"][1:] == (0, 1, 0, 1)
    assert rows(fact, "steering")["links"][1:] == (1, 0, 1)


def test_sub_efforts_have_the_links_and_the_steering_of_their_effort() -> None:
    fact = fact_of(TREE, Options(level="sub_effort"))
    assert rows(fact, "goals")["top"][3:6] == (3, 2, 1)
    assert rows(fact, "goals")["links"][3] == 2
    assert rows(fact, "steering")["top"][1:] == (1, 1, 1)


def test_nothing_flows_down() -> None:
    text = "doelen: {top: {naam: Top, subdoelen: {sub: Sub}}}\ninspanningen: {i: {naam: I, draagt_bij_aan: top}}"
    assert [row[3] for row in fact_of(text).tables[0].rows] == ["partial", "none"]


def test_work_that_is_listed_twice_counts_with_its_first_listing() -> None:
    text = """
doelen: {d: D}
inspanningen:
  a: {naam: A, onderdelen: {werk: {naam: Werk, draagt_bij_aan: d}}}
  b: {naam: B, onderdelen: {opnieuw: {naam: Opnieuw, zelfde_als: werk, draagt_bij_aan: d}}}
"""
    assert rows(fact_of(text), "goals")["d"][3:9] == (1, 1, 0, 1, 1, "a")
    assert rows(fact_of(text, Options(level="sub_effort")), "goals")["d"][3:9] == (1, 1, 0, 1, 1, "werk")


def test_a_second_parent_does_not_make_a_second_effort() -> None:
    text = """
doelen: {d: D, e: E}
inspanningen:
  a: {naam: A, onderdelen: {werk: {naam: Werk, hoort_ook_bij: b, draagt_bij_aan: e}}}
  b: {naam: B, draagt_bij_aan: d}
"""
    found = rows(fact_of(text), "goals")
    assert (found["d"][8], found["e"][8]) == ("b", "a")
    assert rows(fact_of(text, Options(level="sub_effort")), "goals")["d"][8] == "werk"


def test_stopped_work_carries_nothing_and_a_note_says_so() -> None:
    text = """
doelen: {d: D}
inspanningen: {a: {naam: A, status: gestopt, onderdelen: {deel: {naam: Deel, draagt_bij_aan: d}}}}
"""
    fact = fact_of(text)
    assert rows(fact, "goals")["d"][2] == "none"
    assert fact.notes[-1].nl == "Niet meegeteld omdat het gestopt is: 2."


def test_the_chain_of_the_extended_profile_is_direct() -> None:
    fact = fact_of(MINI)
    found = rows(fact, "goals")
    assert [found[name][2:4] for name in ("d1", "d2", "b1", "b2", "b3", "v1", "v2")] == [
        ("full", 3), ("full", 3), ("full", 2), ("full", 3), ("full", 1), ("full", 2), ("full", 1),
    ]  # fmt: skip
    assert found["d1"][4:6] == (3, 0)
    assert (found["b3"][8], found["v2"][8]) == ("i3", "i3")
    assert rows(fact, "levels") == {"main": (2, 2, 2, 0, 0, 0, 0), "benefit": (3, 3, 3, 0, 0, 0, 1), "capability": (2, 2, 2, 0, 0, 0, 1)}


def test_almelo_counting_only_what_the_documents_state() -> None:
    found = rows(almelo(Options(evidence="stated")), "levels")
    # number, direct, full, partial, none, deliberate, single
    assert found == {"main": (2, 2, 0, 2, 0, 0, 0), "sub": (5, 0, 0, 0, 5, 0, 0), "operational": (7, 0, 0, 0, 7, 0, 0)}


def test_almelo_says_so_in_its_first_sentence() -> None:
    answer = almelo(Options(evidence="stated")).answer
    assert answer.nl.startswith("Alleen vermelde bijdragen geteld: 12 van de 14 doelen hebben geen inspanning: ")
    assert answer.nl.endswith("hebben: hoofddoelen 2 van 2, subdoelen 0 van 5, operationele doelen 0 van 7.")


def test_rows_stand_as_in_the_printed_tree() -> None:
    text = "doelen: {z: {naam: Z, nummer: IX}, y: {naam: Y, nummer: V, subdoelen: {c: {naam: C, nummer: 10}, d: {naam: D, nummer: 2}, a: A}}}"
    assert list(rows(fact_of(text), "goals")) == ["y", "d", "c", "a", "z"]


def test_a_circle_of_goals_is_counted_without_a_crash() -> None:
    text = "doelen: {a: {naam: A, draagt_bij_aan: b}, b: {naam: B, draagt_bij_aan: a}}\ninspanningen: {i: {naam: I, draagt_bij_aan: a}}"
    fact = ANALYSIS.run(loaded(text).network, Options())
    assert [row[4] for row in fact.tables[0].rows] == [1, 1]


@pytest.mark.parametrize("options", [Options(evidence="proven"), Options(level="goal")])
def test_an_option_that_does_not_exist_is_refused(options: Any) -> None:
    with pytest.raises(ValueError, match="must be one of"):
        fact_of(TREE, options)


@settings(max_examples=150, deadline=None)
@given(cases(), st.sampled_from([None, *EVIDENCE]), st.sampled_from(LEVELS))
def test_cover_agrees_with_enumerating_paths(case: Any, evidence: Any, level: Any) -> None:
    options = Options(evidence, level)
    found = {cover.element.id: cover for cover in covers(network_of(text_of(case)), options)}
    carriers, direct = enumerated(case, options)
    assert {goal: set(cover.carriers) for goal, cover in found.items()} == carriers
    assert {goal: set(cover.direct) for goal, cover in found.items()} == direct
    leaves = {goal: enumerated_leaves(case, evidence, goal) for goal in case.goals}
    assert {goal: (cover.leaves_direct, cover.leaves) for goal, cover in found.items()} == {
        goal: (sum(bool(direct[leaf]) for leaf in below), len(below)) for goal, below in leaves.items()
    }
    for goal, cover in found.items():
        complete = all(direct[leaf] for leaf in leaves[goal])
        assert cover.state == ("none" if not carriers[goal] else "full" if complete else "partial")


@settings(max_examples=80, deadline=None)
@given(cases(), st.sampled_from(LEVELS))
def test_what_is_stated_is_what_remains_with_that_evidence(case: Any, level: Any) -> None:
    network = network_of(text_of(case))
    for cover in covers(network, Options(None, level)):
        assert sum(cover.evidence) == sum(cover.steered) == len(cover.carriers)
        for strength, evidence in enumerate(EVIDENCE, 1):
            kept = next(one for one in covers(network, Options(evidence, level)) if one.element.id == cover.element.id)
            assert sum(cover.evidence[:strength]) == len(kept.carriers) == sum(kept.evidence)


@settings(max_examples=80, deadline=None)
@given(cases(), st.sampled_from(LEVELS))
def test_the_order_in_the_file_changes_nothing(case: Any, level: Any) -> None:
    options = Options(level=level)
    assert fact_of(text_of(case), options) == fact_of(text_of(case, backwards=True), options)


def paths(case: Case, start: str, evidence: str | None) -> Iterator[list[str]]:
    """Every path from an element along its contributions and, for goals, to what they are part of."""
    enough = {None: {"stated", "derived", "added", "unknown"}, "stated": {"stated"}, "derived": {"stated", "derived"}}
    enough["added"] = {"stated", "derived", "added"}
    steps = [target for source, target, how in case.contributions if source == start and (how or "unknown") in enough[evidence]]
    steps += [parent for goal, parent in case.goals.items() if goal == start and parent is not None]
    for step in steps:
        yield [step]
        yield from ([step, *rest] for rest in paths(case, step, evidence))


def enumerated(case: Case, options: Options) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Who carries each goal, and who directly, by looking at every path of every effort."""
    carriers: dict[str, set[str]] = {goal: set() for goal in case.goals}
    direct: dict[str, set[str]] = {goal: set() for goal in case.goals}
    for unit, efforts in counted(case, options.level):
        for effort in efforts:
            for path in paths(case, effort, options.evidence):
                carriers[path[-1]].add(unit)
                if len(path) == 1:
                    direct[path[-1]].add(unit)
    return carriers, direct


def counted(case: Case, level: str) -> Iterator[tuple[str, list[str]]]:
    """Each unit with the efforts whose own links it has (a unit may come in several lots)."""
    first = dict(case.same)

    def twins(effort: str) -> list[str]:
        mine = first.get(effort, effort)
        return [one for one in case.efforts if first.get(one, one) == mine]

    def wholes(effort: str) -> set[str]:
        found = {parent for one in twins(effort) for parent in [case.efforts[one]] if parent}
        return found | {other for one in twins(effort) for source, other in case.second if source == one}

    def stopped(effort: str) -> bool:
        above = wholes(effort)
        return any(one in case.stopped for one in twins(effort)) or (bool(above) and all(stopped(one) for one in above))

    def ancestry(effort: str) -> set[str]:
        return {*twins(effort), *(one for whole in wholes(effort) for one in ancestry(whole))}

    def outermost(effort: str) -> str:
        mine = first.get(effort, effort)
        parent = case.efforts[mine]
        return mine if parent is None else outermost(parent)

    for effort in case.efforts:
        if stopped(effort):
            continue
        if level == "effort":
            yield outermost(effort), [effort]
        elif all(stopped(part) for part in case.efforts if effort in wholes(part)):
            yield first.get(effort, effort), sorted(ancestry(effort))


def enumerated_leaves(case: Case, evidence: str | None, goal: str) -> list[str]:
    below = {one: {path[-1] for path in paths(case, one, evidence)} for one in case.goals}
    leaves = [one for one in case.goals if not any(one in reached for reached in below.values())]
    return [leaf for leaf in leaves if leaf == goal or goal in below[leaf]]
