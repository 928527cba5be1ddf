"""Centrality: by hand, against networkx where that is right, and against a count of all shortest paths."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from typing import Any

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit.analyses._two_mode import ranks, two_mode
from dinkit.analyses.centrality import ANALYSIS, involvement
from dinkit.analysis import Fact, Options
from support import network_of

REFERENCE = """
stakeholders: {s1: S1, s2: S2, s3: S3}
inspanningen:
  i1: {naam: I1, stakeholders: s1}
  i2: {naam: I2, stakeholders: [s1, s2]}
  i3: {naam: I3, stakeholders: [s2, s3]}
"""


ALL = Options()


def fact_of(text: str, options: Options = ALL) -> Fact:
    return ANALYSIS.run(network_of(text), options)


def table(fact: Fact, key: str = "all") -> dict[object, dict[str, object]]:
    found = next(one for one in fact.tables if one.key == key)
    keys = [column.key for column in found.columns]
    return {row[0]: dict(zip(keys, row, strict=True)) for row in found.rows}


def test_the_reference_example() -> None:
    found = table(fact_of(REFERENCE))
    assert {name: (row["degree"], row["betweenness"], row["harmonic"]) for name, row in found.items()} == {
        "s1": (pytest.approx(2 / 3), 4 / 8, pytest.approx(37 / 48)),
        "s2": (pytest.approx(2 / 3), 6 / 8, pytest.approx(5 / 6)),
        "s3": (pytest.approx(1 / 3), 0, pytest.approx(137 / 240)),
    }
    assert [round(float(str(found[name]["harmonic"])), 3) for name in ("s1", "s2", "s3")] == [0.771, 0.833, 0.571]
    assert {name: (row["degree_rank"], row["betweenness_rank"], row["harmonic_rank"]) for name, row in found.items()} == {
        "s1": (1, 2, 2),
        "s2": (1, 1, 1),
        "s3": (3, 3, 3),
    }


def test_the_first_sentence_answers() -> None:
    assert fact_of(REFERENCE).answer.nl.startswith("Het meest betrokken zijn 'S1' en 'S2' (2 van de 3 inspanningen). ")
    assert fact_of("stakeholders: {a: A}").answer.nl == "Geen enkele stakeholder is bij een inspanning betrokken."
    assert fact_of("model: leeg").answer.en == "No stakeholder is involved in any effort."


def test_whatever_is_not_connected_counts_in_the_norm() -> None:
    found = table(fact_of(REFERENCE + "  i4: I4\n"))
    assert found["s1"]["degree"] == 2 / 4


def test_an_isolated_pair_does_not_win() -> None:
    lines = [("s1", "i1"), ("s2", "i2"), ("s2", "i3"), ("s3", "i2"), ("s3", "i3")]
    pair, other, same = two_mode(["s1", "s2", "s3"], ["i1", "i2", "i3"], lines)
    assert pair.harmonic == pytest.approx(1 / 4)
    assert other.harmonic == same.harmonic == pytest.approx(2.5 / 4)
    assert (pair.component, other.component) == (2, 1)


@pytest.mark.parametrize(
    ("stakeholders", "efforts", "lines", "expected"),
    [
        ([], [], [], []),
        (["a"], [], [], [(None, None, None)]),
        (["a", "b"], [], [], [(None, None, None)] * 2),
        ([], ["i"], [], []),
        (["a"], ["i"], [], [(0, None, 0)]),
        (["a"], ["i"], [("a", "i")], [(1, None, 1)]),
        (["a"], ["i", "j", "k"], [("a", "i"), ("a", "j"), ("a", "k")], [(1, 1, 1)]),
        (["a", "b"], ["i"], [("a", "i"), ("b", "i")], [(1, None, 1)] * 2),
    ],
)  # fmt: skip
def test_small_and_empty_networks(stakeholders: Any, efforts: Any, lines: Any, expected: Any) -> None:
    found = [(score.degree, score.betweenness, score.harmonic) for score in two_mode(stakeholders, efforts, lines)]
    assert found == expected


def test_no_answer_has_no_rank() -> None:
    row = table(fact_of("stakeholders: {a: A}\ninspanningen: {i: {naam: I, stakeholders: a}}"))["a"]
    assert (row["betweenness"], row["betweenness_rank"], row["degree_rank"]) == (None, None, 1)


def test_ties_stay_ties() -> None:
    assert ranks([0.571, 0.8, 0.571, 0.571, None, 0.1]) == [2, 1, 2, 2, None, 5]


def test_an_effort_has_the_lines_of_its_parts_and_membership_is_no_line() -> None:
    text = """
stakeholders: {lid: {naam: Lid, onderdeel_van: koepel}, koepel: Koepel, ander: Ander}
inspanningen:
  a: {naam: A, stakeholders: ander, onderdelen: {een: {naam: Een, stakeholders: lid}, twee: Twee}}
"""
    network = network_of(text)
    assert involvement(network, "effort") == (["a"], [("ander", "a"), ("lid", "a")])
    assert involvement(network, "sub_effort") == (["een", "twee"], [("ander", "een"), ("ander", "twee"), ("lid", "een")])


def test_shared_work_joins_both_efforts_but_is_one_sub_effort() -> None:
    text = """
stakeholders: {s: S, t: T, u: U}
inspanningen:
  a: {naam: A, onderdelen: {werk: {naam: Werk, stakeholders: s}, ook: {naam: Ook, stakeholders: u, hoort_ook_bij: b}}}
  b: {naam: B, onderdelen: {weer: {naam: Weer, stakeholders: t, zelfde_als: werk}}}
"""
    network = network_of(text)
    everywhere = [(one, effort) for one in "stu" for effort in "ab"]
    assert involvement(network, "effort") == (["a", "b"], everywhere)
    assert involvement(network, "sub_effort") == (["ook", "werk"], [("s", "werk"), ("t", "werk"), ("u", "ook")])


def test_stopped_work_joins_nobody() -> None:
    text = "stakeholders: {s: S}\ninspanningen: {a: {naam: A, status: gestopt, stakeholders: s}, b: B}"
    assert involvement(network_of(text), "effort") == (["b"], [])
    part = "stakeholders: {s: S}\ninspanningen: {a: {naam: A, onderdelen: {b: {naam: B, status: gestopt, stakeholders: s}}}}"
    assert involvement(network_of(part), "effort") == (["a"], [])


def test_the_second_table_leaves_out_the_own_organisation_and_groups() -> None:
    text = """
stakeholders: {stad: {naam: Stad, soort: eigen_organisatie}, bedrijven: {naam: Bedrijven, soort: groep}, school: {naam: School, soort: organisatie}}
inspanningen: {a: {naam: A, stakeholders: [stad, school]}, b: {naam: B, stakeholders: [stad, bedrijven]}}
"""
    fact = fact_of(text)
    assert {name: row["generic"] for name, row in table(fact).items()} == {"stad": True, "bedrijven": True, "school": False}
    assert list(table(fact, "specific")) == ["school"]
    assert fact.answer.nl.startswith(
        "Het meest betrokken is 'Stad' (2 van de 2 inspanningen); "
        "de eigen organisatie en algemene groepen niet meegerekend: 'School' (1 van de 2 inspanningen)."
    )


def test_davis_agrees_with_networkx_which_is_right_on_a_connected_network() -> None:
    graph = networkx.davis_southern_women_graph()
    women, events = graph.graph["top"], graph.graph["bottom"]
    found = two_mode(women, events, [(one, other) for one in women for other in graph[one]])
    degree = networkx.bipartite.degree_centrality(graph, women)
    between = networkx.bipartite.betweenness_centrality(graph, women)
    for score in found:
        assert score.degree == pytest.approx(degree[score.stakeholder])
        assert score.betweenness == pytest.approx(between[score.stakeholder])
    theresa = next(score for score in found if score.stakeholder == "Theresa Anderson")
    assert (theresa.efforts, round(theresa.betweenness or 0, 3)) == (8, 0.088)


@pytest.mark.parametrize(("n", "m"), [(1, 2), (1, 3), (2, 2), (2, 3), (3, 2), (3, 3), (2, 4), (4, 2)])
def test_the_largest_betweenness_and_harmonic_are_those_of_some_network(n: Any, m: Any) -> None:
    stakeholders, efforts = [f"s{i}" for i in range(n)], [f"i{i}" for i in range(m)]
    possible = list(product(stakeholders, efforts))
    between, harmonic = Fraction(0), Fraction(0)
    for chosen in product((False, True), repeat=len(possible)):
        lines = [line for line, kept in zip(possible, chosen, strict=True) if kept]
        if ("s0", "i0") in lines:
            counted = counted_paths(stakeholders, efforts, lines)["s0"]
            between, harmonic = max(between, counted[0]), max(harmonic, counted[1])
    assert two_mode(stakeholders, efforts, [("s0", "i0")])[0].harmonic == pytest.approx(float(1 / harmonic))
    star = [("s0", effort) for effort in efforts] + [(one, efforts[at % m]) for at, one in enumerate(stakeholders[1:])]
    assert counted_paths(stakeholders, efforts, star)["s0"] == (between, harmonic)
    assert two_mode(stakeholders, efforts, star)[0][3:5] == (1, 1)


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 5), st.integers(1, 5), st.data())
def test_scores_agree_with_counting_all_shortest_paths(n: Any, m: Any, data: Any) -> None:
    stakeholders, efforts = [f"s{i}" for i in range(n)], [f"i{i}" for i in range(m)]
    lines = data.draw(st.lists(st.sampled_from(list(product(stakeholders, efforts))), unique=True))
    counted = counted_paths(stakeholders, efforts, lines)
    s, t = divmod(n - 1, m)
    most = Fraction(m**2 * (s + 1) ** 2 + m * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3), 2)
    for score in two_mode(stakeholders, efforts, lines):
        between, harmonic = counted[score.stakeholder]
        degree = sum(score.stakeholder in line for line in lines)
        assert score.efforts == degree
        assert score.degree == pytest.approx(degree / m)
        assert score.betweenness == (pytest.approx(float(between / most)) if most else None)
        assert score.harmonic == pytest.approx(float(harmonic / (m + Fraction(n - 1, 2))))
        assert all(value is None or 0 <= value <= 1 for value in (score.degree, score.betweenness, score.harmonic))
        assert bool(score.component) == bool(degree)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(list(product("abc", "ijk"))), unique=True), st.randoms())
def test_the_order_in_the_file_changes_nothing(lines: Any, random: Any) -> None:
    def text(parties: list[str], efforts: list[str]) -> str:
        work = [f"  {one}: {{naam: {one}, stakeholders: [{', '.join(sorted(p for p, e in lines if e == one))}]}}" for one in efforts]
        return "\n".join(["stakeholders:", *(f"  {one}: {one}" for one in parties), "inspanningen:", *work])

    parties, efforts = list("abc"), list("ijk")
    before = fact_of(text(parties, efforts))
    random.shuffle(parties)
    random.shuffle(efforts)
    assert fact_of(text(parties, efforts)) == before


def counted_paths(stakeholders: list[str], efforts: list[str], lines: list[tuple[str, str]]) -> dict[str, tuple[Fraction, Fraction]]:
    """Betweenness and harmonic sum of every stakeholder, by writing out all shortest paths between all pairs."""
    nodes = [*stakeholders, *efforts]
    near = {one: [other for line in lines if one in line for other in line if other != one] for one in nodes}
    shortest = {(one, other): shortest_paths(near, one, other) for one, other in combinations(nodes, 2)}
    scores = {}
    for node in stakeholders:
        between = sum((Fraction(sum(node in path[1:-1] for path in paths), len(paths)) for paths in shortest.values() if paths), Fraction(0))
        distances = [len(paths[0]) - 1 for pair, paths in shortest.items() if node in pair and paths]
        scores[node] = between, sum((Fraction(1, distance) for distance in distances), Fraction(0))
    return scores


def shortest_paths(near: dict[str, list[str]], start: str, end: str) -> list[list[str]]:
    waves = [[start]]
    for _ in near:
        arrived = [path for path in waves if path[-1] == end]
        if arrived:
            return arrived
        waves = [[*path, step] for path in waves for step in near[path[-1]] if step not in path]
    return []
