"""Laws that hold for all rules over any model, and second opinions on the two rules that search."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit.model.contract import Record, fields_of
from dinkit.model.records import RECORDS
from dinkit.model.values import Evidence
from dinkit.model.vocabulary import spell_key, spell_value
from dinkit.rules._evidence import _FIELDS
from dinkit.rules._nearest import nearest
from rules_support import found, one
from support import findings_of, loaded

GOALS = [f"g{number}" for number in range(6)]
EFFORTS = [f"e{number}" for number in range(6)]
PARTIES = ["p0", "p1", "p2"]
STRAY = "nergens"
Model = dict[str, Any]


def optional(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


EVIDENCE: dict[str, st.SearchStrategy[Any]] = {
    "provenance": st.sampled_from(["stated", "derived", "added", "unknown"]),
    "reason": st.just("zo gezegd"),
    "source": st.sampled_from(["contract § 1", "contrct § 2", "unknown"]),
    "verbatim": st.sampled_from(["van 2018 tot 1922", "€ 250,-"]),
}
DATE = st.sampled_from(["2018", "2019-05", "2019-H2", "2020-winter", "unknown"])
PLANNING = st.one_of(
    st.sampled_from(["2018", "2020", "2019..2018", "2020..", "unknown", "yearly"]),
    optional(start=DATE, end=DATE, recurrence=st.sampled_from(["yearly", "unknown"]), **EVIDENCE),
)
WEIGHT = st.sampled_from(["0.6", "0.7", "0.8", "+", "+++", "3", "60%"])
MONEY = st.lists(optional(amount=st.sampled_from(["200", "unknown"]), payer=st.sampled_from([*PARTIES, "g0", STRAY]), **EVIDENCE), max_size=2)
VALUE = st.one_of(st.sampled_from(["5", "5", "7", "pm"]), optional(value=st.just("5"), unit=st.just("x"), **EVIDENCE))


def links(names: list[str]) -> st.SearchStrategy[Any]:
    detail = st.one_of(st.none(), WEIGHT, optional(weight=WEIGHT, **{key: EVIDENCE[key] for key in ("provenance", "reason", "source")}))
    name = st.sampled_from([*names, STRAY])
    return st.one_of(name, st.lists(name, max_size=3), st.dictionaries(name, detail, max_size=3))


ROLES = st.dictionaries(st.sampled_from([*PARTIES, STRAY]), st.sampled_from(["lead", "partner", "unknown"]), max_size=2)
COUNTS = st.dictionaries(st.sampled_from(["subgoals", "sub_efforts", "efforts"]), st.integers(0, 3), max_size=2)
GOAL = optional(contributes_to=links(GOALS), announced=COUNTS, deliberately_no_effort=st.just("later"), **EVIDENCE)
EFFORT = optional(
    contributes_to=st.one_of(links([*GOALS, "p0"]), st.fixed_dictionaries({"g0": st.sampled_from(["0.6", "0.7", "60%"])})),
    requires=links(EFFORTS),
    same_as=links(EFFORTS),
    also_part_of=links(EFFORTS),
    stakeholders=ROLES,
    planning=PLANNING,
    money=MONEY,
    announced=COUNTS,
    **EVIDENCE,
)
PARTY = optional(also_known_as=st.lists(st.sampled_from(["Werkplein", "werkplein", "P0"]), max_size=2), part_of=links(PARTIES), **EVIDENCE)
INDICATOR = optional(
    unit=st.just("x"),
    direction=st.sampled_from(["higher", "lower", "equal"]),
    baseline=st.sampled_from(["5", "7", "unknown"]),
    targets=st.lists(VALUE, max_size=2),
    measures=links(GOALS),
    **EVIDENCE,
)


@st.composite
def trees(draw: st.DrawFn, names: list[str], element: st.SearchStrategy[Model], key: str) -> Model:
    """Some of the names as a forest: each element below an earlier one or at the top."""
    top: Model = {}
    made: list[Model] = []
    for name in draw(st.lists(st.sampled_from(names), unique=True)):
        new = {"name": name.upper(), **draw(element)}
        place = draw(st.integers(-2, len(made) - 1))
        (made[place].setdefault(key, {}) if place >= 0 else top)[name] = new
        made.append(new)
    return top


@st.composite
def models(draw: st.DrawFn) -> Model:
    """A model in English, with every fault that a rule looks for somewhere near."""
    model: Model = {"language": "nl", "profile": draw(st.sampled_from(["classic", "extended"])), "sources": {"contract": "Contract"}}
    model |= draw(optional(weight_scale=st.sampled_from(["labels", "share", "points"])))
    model["goals"] = draw(trees(GOALS, GOAL, "subgoals"))
    model["efforts"] = draw(trees(EFFORTS, EFFORT, "sub_efforts"))
    model["stakeholders"] = {name: {"name": name.upper(), **draw(PARTY)} for name in PARTIES}
    model["indicators"] = {"i0": {"name": "I0", **draw(INDICATOR)}}
    return model


def shuffled(model: Model, random: Random) -> Model:
    """The model with the elements of every collection in another order; the fields keep theirs."""
    collections = {"goals", "efforts", "stakeholders", "subgoals", "sub_efforts"}

    def mixed(value: Any, key: str) -> Any:
        if not isinstance(value, dict):
            return value
        items = [(name, mixed(held, name)) for name, held in value.items()]
        if key in collections and all(isinstance(held, dict) and "name" in held for _, held in items):
            random.shuffle(items)
        return dict(items)

    return dict(mixed(model, ""))


def dutch(value: Any, key: str = "") -> Any:
    """The model with Dutch keys and values."""
    if isinstance(value, dict):
        return {spell_key(name, "nl"): dutch(held, "role" if key == "stakeholders" else name) for name, held in value.items()}
    if isinstance(value, list):
        return [dutch(item, key) for item in value]
    return {"yearly": "jaarlijks", "2020-winter": "2020-winter"}.get(value) or spell_value(key, value, "nl") if isinstance(value, str) else value


def said(model: Model) -> list[tuple[object, ...]]:
    """All findings of a model without their places."""
    findings = findings_of(json.dumps(model, indent=1, ensure_ascii=False))
    return sorted((one.code, one.element or "", one.severity, one.message, one.hint or ("", ""), len(one.related)) for one in findings)


@settings(max_examples=100, deadline=None)
@given(models(), st.randoms(use_true_random=False))
def test_the_order_of_elements_changes_no_finding(model: Model, random: Random) -> None:
    assert said(shuffled(model, random)) == said(model)


@settings(max_examples=100, deadline=None)
@given(models())
def test_dutch_and_english_spellings_give_the_same_findings(model: Model) -> None:
    assert said(dutch(model)) == said(model)


@settings(max_examples=100, deadline=None)
@given(models())
def test_every_finding_lies_inside_its_file(model: Model) -> None:
    text = json.dumps(model, indent=1, ensure_ascii=False)
    lines = text.split("\n")
    for finding in findings_of(text):
        for span in (finding.location.span, *(place.span for place in finding.related)):
            assert 0 <= span.start <= span.end <= len(text)
            assert len("\n".join(lines[: span.line - 1])) + (span.line > 1) + span.column - 1 == span.start
            assert span.end > span.start


def test_the_models_of_these_laws_show_nearly_every_rule() -> None:
    """The laws above would hold for silence too."""
    seen: set[str] = set()

    @settings(max_examples=300, deadline=None, database=None, derandomize=True)
    @given(models())
    def collect(model: Model) -> None:
        seen.update(finding.code for finding in findings_of(json.dumps(model)))

    collect()
    assert seen >= {
        f"DIN{number}" for number in (102, 103, 104, 105, 106, 107, 112, 302, 303, 401, 408, 409, 501, 503, 601, 603, 801, 802, 803, 804, 805)
    }


WORDS = ["meer-banen", "minder-files", "betere-scholen", "schone-lucht", "open-stadhuis"]
LETTERS = "abcdefghijklmnopqrstuvwxyz-"


@st.composite
def misspelled(draw: st.DrawFn) -> tuple[str, str]:
    """A word and the same word with one typing error."""
    word = draw(st.sampled_from(WORDS))
    at = draw(st.integers(1, len(word) - 2))
    letter = draw(st.sampled_from(LETTERS))
    wrong = draw(
        st.sampled_from(
            [
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            ]
        )
    )
    return word, wrong


@settings(max_examples=200, deadline=None)
@given(misspelled().filter(lambda pair: pair[0] != pair[1]))
def test_one_typing_error_is_one_finding_with_the_right_suggestion(pair: tuple[str, str]) -> None:
    word, wrong = pair
    goals = "".join(f"  {one}: Doel\n" for one in WORDS)
    efforts = "".join(f"  effort-{number}: {{naam: I, draagt_bij_aan: {one}}}\n" for number, one in enumerate(WORDS))
    text = f"doelen:\n{goals}inspanningen:\n{efforts}"
    broken = text.replace(f"draagt_bij_aan: {word}", f"draagt_bij_aan: {wrong}")
    finding = one("DIN102", broken)
    assert finding.hint is not None
    assert finding.hint.nl == f"bedoelt u '{word}'?"
    assert {found.code for found in findings_of(broken)} - {found.code for found in findings_of(text)} == {"DIN102"}


def distance(one: str, other: str) -> int:
    """The number of letters to add, drop, change or swap: the textbook's table, for a second opinion."""
    table = {(-1, -1): 0} | {(row, -1): row + 1 for row in range(len(one))} | {(-1, column): column + 1 for column in range(len(other))}
    for row, left in enumerate(one):
        for column, right in enumerate(other):
            best = min(table[row - 1, column] + 1, table[row, column - 1] + 1, table[row - 1, column - 1] + (left != right))
            if row and column and left == other[column - 1] and right == one[row - 1]:
                best = min(best, table[row - 2, column - 2] + 1)
            table[row, column] = best
    return table[len(one) - 1, len(other) - 1]


@settings(max_examples=300, deadline=None)
@given(st.text("ab-", min_size=1, max_size=5), st.lists(st.text("ab-", min_size=1, max_size=5), unique=True, max_size=8))
def test_the_nearest_ids_are_those_one_error_away(word: str, known: list[str]) -> None:
    close = sorted(name for name in known if distance(word, name) <= 1)
    if word in known:
        assert nearest([word], known)[word] == (word,)
    elif close:
        assert nearest([word], known)[word] == tuple(close[:3])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] != pair[1]), unique=True, max_size=14))
def test_rings_are_found_and_mending_each_leaves_none(pairs: list[tuple[int, int]]) -> None:
    graph: networkx.DiGraph[int] = networkx.DiGraph(pairs)
    lines = "".join(f"  i{n}: {{naam: I{n}, vereist: [{', '.join(f'i{b}' for a, b in pairs if a == n)}]}}\n" for n in range(7))
    text = f"inspanningen:\n{lines}"
    findings = [finding for finding in findings_of(text) if finding.code == "DIN104"]
    assert bool(findings) != networkx.is_directed_acyclic_graph(graph)
    for finding in findings:
        span = finding.location.span
        graph.remove_edge(int((finding.element or "")[1:]), int(text[span.start + 1 : span.end]))
    assert networkx.is_directed_acyclic_graph(graph)


@pytest.mark.parametrize("kind", RECORDS)
def test_evidence_is_looked_for_in_every_field_that_has_it(kind: str) -> None:
    def holds(annotation: Any) -> bool:
        if isinstance(annotation, type) and issubclass(annotation, Record):
            return issubclass(annotation, Evidence)
        return any(holds(argument) for argument in getattr(annotation, "__args__", ()))

    assert set(_FIELDS.get(RECORDS[kind], ())) == {name for name, field in fields_of(RECORDS[kind]).items() if holds(field.annotation)}


BROKEN = """\
doelen:
  meer-banen: Meer banen
  meer-rust: Meer rust
inspanningen:
  loket: {naam: Loket openen, draagt_bij_aan: meer-banen, planning: 2019..202x, stakeholders: {gemeente: trekker}}
  beurs: {naam: Beurs, draagt_bij_aan: [meer-rust], planning: 2019, vereist: [loket], stakeholders: {gemeente: trekker}}
stakeholders:
  gemeente: Gemeente
"""


def test_what_could_not_be_read_is_no_gap() -> None:
    """The planning of the one effort is a fault of reading, and nothing else follows from it."""
    assert [finding.code for finding in loaded(BROKEN).findings] == ["DIN015"]
    assert [finding.code for finding in findings_of(BROKEN)] == ["DIN015"]


def test_nothing_is_missing_from_a_file_that_breaks_off() -> None:
    assert {finding.code for finding in findings_of("doelen:\n  a: A\n  b: B\ninspanningen:\n  i: {naam: I\n  j: [")} == {"DIN004"}
    assert found("DIN107", "doelen:\n  a: A\n  b: B\ninspanningen:\n  i: {naam: I, draagt_bij_aan: a}\n") != []


UNREAD = """\
doelen:
  a: A
  b: B
inspanningen:
  i: {naam: I, draagt_bij_aan: a, planning: 2019, stakeholders: {p: trekker}}
  j: [dit, is, geen, inspanning]
stakeholders:
  p: P
"""


def test_an_element_that_could_not_be_read_lacks_nothing() -> None:
    assert [finding.code for finding in findings_of(UNREAD)] == ["DIN011"]
