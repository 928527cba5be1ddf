"""Laws of all analyses of registers, and of the rules on them: nothing raises, every code has its word, the order of the files changes nothing."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit import catalogue
from dinkit.analyses._progress import ASPECTS
from dinkit.analysis import Analysis, Options
from dinkit.exporters import markdown
from dinkit.publications import progress as clients
from dinkit.publications import progress_council as council
from dinkit.report import Report
from dinkit.rule import findings_of
from dinkit.rules import contradictory_reports, exception_without_cause, term_differs_from_planning
from strategies import broken
from support import loaded

ANALYSES = ("agreements", "decisions", "districts", "progress", "risks", "stakeholders", "steering")
RULES = (contradictory_reports, exception_without_cause, term_differs_from_planning)
IDS = ("e0", "e1", "e2", "e3", "g0", "g1", "a0", "a1", "d0", "w0", "w1", "r0", "s0", "s1", "m0", "p0", "nowhere")
DATES = st.sampled_from(["2019", "2019-05", "2019-H2", "2020-06-30", "unknown", "soon"])
PLANNINGS = st.sampled_from(["2018", "2019..2020", "2020..", "..2019", "yearly", "unknown", "soon"])
LINKS = st.lists(st.sampled_from(IDS), max_size=3)
PARTIES = st.dictionaries(st.sampled_from(["s0", "s1", "nowhere"]), st.sampled_from(["lead", "partner", "unknown", "decider", "king"]), max_size=2)
TEXT = st.sampled_from(["Tekst", "unknown", " ", "=1+1", "a | b"])


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"name": st.sampled_from(["Naam", "W0", "w0"])}, optional=fields)


ASPECT = st.fixed_dictionaries(
    {"status": st.sampled_from(["green", "orange", "red", "grey", "unknown", "purple"])},
    optional=dict.fromkeys(("cause", "effect", "response", "explanation"), TEXT),
)
EFFORT = some(
    planning=PLANNINGS, stakeholders=PARTIES, touches=LINKS, rests_on=LINKS, uses=LINKS, contributes_to=LINKS, same_as=LINKS, also_part_of=LINKS, part_of=LINKS,
    steering=st.sampled_from(["directing", "unknown", "wild"]), track=st.sampled_from(["line", "district", "unknown"]), status=st.sampled_from(["stopped", "running"]),
)  # fmt: skip
KINDS = {
    "efforts": (("e0", "e1", "e2", "e3"), EFFORT),
    "goals": (("g0", "g1"), some(contributes_to=LINKS, touches=LINKS)),
    "agreements": (("a0", "a1"), some(planning=PLANNINGS, stakeholders=PARTIES, type=st.sampled_from(["law", "covenant", "deal"]), ended=DATES)),
    "decisions": (("d0",), some(date=DATES, by=TEXT, of=LINKS, stakeholders=PARTIES, ended=DATES)),
    "districts": (("w0", "w1"), some(areas=st.lists(st.sampled_from(["Naam", "Bos"]), max_size=2), touches=LINKS, part_of=LINKS)),
    "risks": (("r0",), some(threatens=LINKS, response=TEXT, trend=st.sampled_from(["rising", "wild"]), likelihood=st.sampled_from(["3", "9", "unknown"]), stakeholders=PARTIES)),
    "stakeholders": (("s0", "s1"), some(part_of=LINKS, type=st.sampled_from(["group", "team", "wild"]))),
    "resources": (("m0",), some(value=st.sampled_from(["12 uur", "3 stuks", "unknown", "pm"]))),
    "programmes": (("p0",), some(touches=LINKS)),
    "progress": (("v0", "v1", "v2"), st.fixed_dictionaries({}, optional={"of": LINKS, "date": DATES, "author": TEXT, "aspects": st.dictionaries(st.sampled_from(ASPECTS), ASPECT, max_size=4)})),
}  # fmt: skip


@st.composite
def registers(draw: st.DrawFn) -> dict[str, Any]:
    """Models with something of everything, and with every link and value sometimes wrong."""
    model: dict[str, Any] = draw(st.fixed_dictionaries({}, optional={"reference_date": st.sampled_from(["2019", "2020-01-01", "soon"])}))
    for collection, (names, element) in KINDS.items():
        chosen = draw(st.lists(st.sampled_from(names), unique=True))
        if chosen:
            model[collection] = {name: draw(element) for name in chosen}
    return model


def shuffled(model: dict[str, Any], seed: int) -> dict[str, Any]:
    """The same model with its collections, and the elements of each, in another order."""
    random = Random(seed)

    def mixed(held: dict[str, Any]) -> dict[str, Any]:
        items = list(held.items())
        random.shuffle(items)
        return dict(items)

    return mixed({key: mixed(value) if key in KINDS else value for key, value in model.items()})


def analysis(name: str) -> Analysis:
    found: Analysis = catalogue.member("dinkit.analyses", name).ANALYSIS
    return found


def check_tables(name: str, text: str) -> None:
    """Run an analysis and hold that its tables are rectangles, its codes have words, and its text is whole in both languages."""
    network = loaded(text).network
    fact = analysis(name).run(network, Options())
    assert fact.answer.nl.strip().endswith(".")
    assert fact.answer.en.strip().endswith(".")
    for table in fact.tables:
        assert all(len(row) == len(table.columns) for row in table.rows)
        for at, column in enumerate(table.columns):
            assert column.words is None or {row[at] for row in table.rows} <= set(column.words)
    assert markdown.EXPORTER.export(Report(network, (fact,)))


@pytest.mark.parametrize("name", ANALYSES)
@settings(max_examples=40, deadline=None)
@given(model=registers())
def test_an_analysis_copes_with_anything_in_its_registers(name: str, model: Any) -> None:
    check_tables(name, json.dumps(model))


@pytest.mark.parametrize("name", ANALYSES)
@settings(max_examples=15, deadline=None)
@given(text=broken())
def test_an_analysis_copes_with_a_broken_file(name: str, text: str) -> None:
    check_tables(name, text)


@pytest.mark.parametrize("name", ANALYSES)
@settings(max_examples=30, deadline=None)
@given(model=registers(), seed=st.integers(0, 999))
def test_the_order_of_the_files_changes_no_fact(name: str, model: Any, seed: int) -> None:
    one, other = (analysis(name).run(loaded(json.dumps(found)).network, Options()) for found in (model, shuffled(model, seed)))
    assert one == other


@pytest.mark.parametrize("publication", [clients, council], ids=["clients", "council"])
@settings(max_examples=30, deadline=None)
@given(model=registers())
def test_the_reports_on_progress_cope_with_anything(publication: Any, model: Any) -> None:
    network = loaded(json.dumps(model)).network
    found = publication.PUBLICATION.run(network, Options())
    assert found.summary
    assert publication.PUBLICATION.applies(network) is any(element.kind == "progress" for element in network.elements.values())


@settings(max_examples=100, deadline=None)
@given(model=registers(), seed=st.integers(0, 999))
def test_the_rules_find_the_same_in_any_order(model: Any, seed: int) -> None:
    def found(data: dict[str, Any]) -> set[tuple[str, str | None]]:
        network = loaded(json.dumps(data)).network
        return {(one.code, one.element) for module in RULES for one in findings_of(module.RULE, "x", network) if one.code != "DIN508"}

    assert found(model) == found(shuffled(model, seed))


@settings(max_examples=100, deadline=None)
@given(model=registers())
def test_contradictions_are_there_in_any_order(model: Any) -> None:
    def count(data: dict[str, Any]) -> bool:
        return any(True for _ in contradictory_reports.check(loaded(json.dumps(data)).network))

    assert count(model) == count(shuffled(model, 7))
