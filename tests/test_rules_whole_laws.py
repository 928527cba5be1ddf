"""Laws of the whole catalogue over models that have something of everything: results, decisions, dates, benefits, weights."""

from __future__ import annotations

import json
import re
from collections import Counter
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit.model.vocabulary import spell_key, spell_value
from support import findings_of

Model = dict[str, Any]
NAMES = (
    "Meer banen",
    "Meer banen",
    "Meer  banen",
    "Betere zorg",
    "Banenplan opstellen",
    "Het loket",
    "Loket openen",
    "10% meer banen",
    "Een stad " + "x" * 90,
)
GOALS, BENEFITS, ABLE, EFFORTS, PARTIES = (
    [f"{letter}{number}" for number in range(count)] for letter, count in (("g", 9), ("b", 6), ("v", 2), ("e", 9), ("p", 3))
)
DATE = st.sampled_from(["2018", "2019-05", "2020-H2", "2021", "1922", "unknown"])
PLANNING = st.sampled_from(["2018", "2019", "2019..2021", "2020..", "2023", "2023", "unknown"])
WEIGHT = st.sampled_from(["0.5", "0.25", "0.333", "+", "20%", None])
ROLE = st.sampled_from(["owner", "owner", "partner", "programme_manager", "decider", "target_group"])
NAME = st.sampled_from(NAMES)


def links(names: list[str], beside: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.dictionaries(st.sampled_from(names), beside, max_size=3)


def element(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Model]:
    return st.fixed_dictionaries({"name": NAME}, optional={"ended": DATE, **fields})


def some(names: list[str], made: st.SearchStrategy[Model], least: int = 0) -> st.SearchStrategy[dict[str, Model]]:
    return st.lists(st.sampled_from(names), unique=True, min_size=least).flatmap(lambda chosen: st.fixed_dictionaries(dict.fromkeys(chosen, made)))


EFFORT = element(
    contributes_to=links([*GOALS, *BENEFITS, *ABLE], WEIGHT),
    stakeholders=links(PARTIES, ROLE),
    planning=PLANNING,
    status=st.sampled_from(["running", "planned", "done", "stopped"]),
    type=st.sampled_from(["project", "unknown"]),
    description=st.just("Wordt gedaan."),
    money=st.sampled_from(["100", "unknown"]),
    requires=st.sampled_from(["e0"]),
    sub_efforts=st.fixed_dictionaries({}, optional={"x0": st.fixed_dictionaries({"name": NAME, "planning": PLANNING})}),
)
PROGRAMME = st.fixed_dictionaries({"id": st.just("prog"), "name": st.just("Programma"), "stakeholders": links(PARTIES, ROLE)})
GOAL = element(target_date=DATE, subgoals=st.fixed_dictionaries({}, optional={"s0": element()}))
BENEFIT = element(
    contributes_to=links(GOALS, WEIGHT), type=st.sampled_from(["unwanted", "wanted"]), stakeholders=links(PARTIES, ROLE), target_date=DATE
)
MODEL = st.fixed_dictionaries(
    {
        "goals": some(GOALS, GOAL, least=4),
        "efforts": some(EFFORTS, EFFORT, least=3),
        "benefits": some(BENEFITS, BENEFIT, least=1),
        "stakeholders": some(PARTIES, element(power=st.sampled_from(["5", "2"])), least=3),
        "results": some(["r0", "r1"], element(of=st.sampled_from(EFFORTS), date=DATE, standing=st.sampled_from(["realised", "planned"])), least=1),
    },
    optional={
        "programme": PROGRAMME,
        "reference_date": st.sampled_from(["2019-12-31", "2022"]),
        "profile": st.just("extended"),
        "weight_scale": st.sampled_from(["share", "labels"]),
        "capabilities": some(ABLE, element(contributes_to=links(BENEFITS, WEIGHT), stakeholders=links(PARTIES, ROLE))),
        "sources": st.just({"doc": "Document"}),
        "indicators": some(
            ["i0", "i1"],
            element(measures=links([*GOALS, *BENEFITS, *EFFORTS], st.none()), direction=st.just("higher"), frequency=st.just("jaarlijks")),
        ),
        "measurements": some(["m0"], element(of=st.just("i0"), value=st.just("5"), date=DATE, source=st.just("doc p. 1"))),
        "decisions": some(["d0"], element(date=DATE, by=st.sampled_from(["Raad", "unknown"]), stakeholders=links(PARTIES, ROLE))),
    },
)
"""A model in English; links may point at what is not there."""


def whole(model: Model) -> Model:
    """The model with every part under an id of its own."""
    made: Model = json.loads(json.dumps(model))
    for collection, key in (("goals", "subgoals"), ("efforts", "sub_efforts")):
        for name, held in made[collection].items():
            if key in held:
                held[key] = {f"{name}-{part}": inner for part, inner in held[key].items()}
    return made


def written(model: Model) -> str:
    return json.dumps(whole(model), indent=1, ensure_ascii=False)


def said(text: str) -> Counter[tuple[object, ...]]:
    """All findings of a model without their places."""
    return Counter((one.code, one.element or "", one.severity, one.message, one.hint, len(one.related)) for one in findings_of(text))


def shuffled(value: Any, random: Random, key: str = "") -> Any:
    """The model with all collections, elements and parts in another order; of a programme and its fields nothing moves."""
    if not isinstance(value, dict):
        return value
    items = [(name, shuffled(held, random, name)) for name, held in value.items()]
    if key != "programme":
        random.shuffle(items)
    return dict(items)


@settings(max_examples=60, deadline=None)
@given(MODEL, st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_no_finding(model: Model, random: Random) -> None:
    assert said(json.dumps(shuffled(whole(model), random))) == said(written(model))


@settings(max_examples=60, deadline=None)
@given(MODEL)
def test_other_ids_in_the_same_order_change_no_finding(model: Model) -> None:
    text = written(model)
    renamed = re.sub(r'"([gbvepimrd][0-9](?:-[sx]0)?)"', r'"zz\1"', text)
    before, after = ([(one.code, one.severity, one.location.span.line) for one in findings_of(given_text)] for given_text in (text, renamed))
    assert after == before


@settings(max_examples=60, deadline=None)
@given(MODEL)
def test_dutch_and_english_spellings_give_the_same_findings(model: Model) -> None:
    made = whole(model)
    assert said(json.dumps(dutch(made))) == said(json.dumps(made))


def dutch(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {spell_key(name, "nl"): dutch(held, "role" if key == "stakeholders" else name) for name, held in value.items()}
    return spell_value(key, value, "nl") if isinstance(value, str) and key not in ("name", "description", "frequency") else value


@settings(max_examples=60, deadline=None)
@given(MODEL)
def test_a_rule_says_a_thing_once_and_says_what_to_do(model: Model) -> None:
    findings = findings_of(written(model))
    assert all(one.hint is not None and one.location.span.end > one.location.span.start for one in findings)
    again = Counter((one.code, one.location, one.message) for one in findings)
    assert [key for key, count in again.items() if count > 1] == []


def test_the_models_of_these_laws_show_nearly_every_new_rule() -> None:
    """The laws above would hold for silence too."""
    seen: set[str] = set()

    @settings(max_examples=400, deadline=None, database=None, derandomize=True)
    @given(MODEL)
    def collect(model: Model) -> None:
        seen.update(finding.code for finding in findings_of(written(model)))

    collect()
    one = {116, 119, 201, 202, 203, 204, 205, 206, 207, 209, 301, 305, 308, 402, 403, 404, 406, 407, 410}
    two = {502, 504, 506, 509, 510, 511, 512, 513, 602, 604, 605}
    assert {f"DIN{number}" for number in one | two} - seen == set()
