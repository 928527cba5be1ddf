"""Rules of a project that look at nothing: told in a model for its own rules, and for those of the project when no model has anything for them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from dinkit.checking.project_rules.evaluation import Evaluation
from dinkit.checking.project_rules.resting import resting
from dinkit.checking.run import Decisions, judge
from dinkit.checking.sharing import Seen, files_of, needless
from dinkit.finding import Finding, Severity
from dinkit.reading.load import load
from dinkit.reading.settings import load_settings
from dinkit.source import Memory
from project_rules_brute import holds
from project_rules_support import COLLECTION, Made, makers
from support import loaded

FLAT = "doelen: {werk: Werk, banen: Banen}\ninspanningen: {loket: {naam: Loket, draagt_bij_aan: banen}}\n"
DEEP = "doelen: {a: {naam: A, subdoelen: {b: {naam: B, subdoelen: {c: C}}}}}\n"
ASKED = "{krijgt_bijdrage_van: {inspanningen: {geld: gegeven, stakeholders: {rol: eigenaar}}}}"
RULE = f"projectregels:\n  DIN901: {{voor: operationele_doelen, eis: {ASKED}}}\n"


def told(models: dict[str, str], settings: str = "", looked_at: tuple[str, ...] = ()) -> list[Finding]:
    """What is said of rules that look at nothing, in these models of a project and in all of them together."""
    files = Memory(models | ({"dinkit.yaml": settings} if settings else {}))
    decisions = Decisions(load_settings(files))
    found, seen = [], []
    for model in looked_at or models:
        read = load(model, files)
        judged = judge(read, decisions)
        found += judged.findings
        seen.append(Seen(judged.unneeded, files_of(read.network)))
    return [one for one in (*found, *needless(seen, decisions.settings)) if one.slug == "resting-rule"]


def places(found: list[Finding]) -> list[str]:
    return [f"{one.location.file}:{one.location.span.line} {one.message.nl}" for one in found]


def test_a_rule_for_operational_goals_looks_at_nothing_in_a_flat_model() -> None:
    (one,) = told({"din.yaml": FLAT + RULE})
    assert (one.code, one.severity, one.location.span.line, one.location.span.column, one.element) == ("DIN046", Severity.TIP, 4, 3, None)
    assert one.message.nl == "DIN901 bekijkt in dit model niets: er zijn geen operationele doelen"
    assert one.message.en == "DIN901 looks at nothing in this model: there are no operational goals"
    assert told({"din.yaml": DEEP + RULE}) == []


@pytest.mark.parametrize(
    ("rule", "nothing"),
    [
        ("{voor: baten, eis: {bron: gegeven}}", "baten"),
        ("{voor: [baten, vermogens, hoofddoelen], eis: {bron: gegeven}}", ""),
        ("{voor: [baten, vermogens], eis: {bron: gegeven}}", "baten of vermogens"),
        ("{voor: {inspanningen: {status: gestopt}}, eis: {bron: gegeven}}", ""),
        ("{voor: {inspanningen: {status: {niet: gestopt}}}, eis: {bron: gegeven}}", ""),
        ("{voor: {doelen: {krijgt_bijdrage_van: {minstens: 2}}}, verbied: {bron: gegeven}}", ""),
        ("{voor: {doelen: {krijgt_bijdrage_van: inspanningen}}, verbied: {bron: gegeven}}", ""),
        ("{voor: elementen, eis: {bron: gegeven}}", ""),
        ("{voor: baten, eis: {bron: gegeven}, ernst: uit}", ""),
        ("{voor: {doelen: {streefdatum: {minstens: peildatum}}}, verbied: {bron: gegeven}}", ""),
        ("{voor: {baten: {soort: gewenst}}, eis: {bron: gegeven}}", "baten (soort gewenst)"),
        ("{voor: {operationele_doelen: {streefdatum: gegeven}}, eis: {bron: gegeven}}", "operationele doelen (streefdatum gegeven)"),
    ],
)
def test_a_rule_looks_at_nothing_when_no_element_can_be_selected(rule: str, nothing: str) -> None:
    expected = [f"din.yaml:4 DIN901 bekijkt in dit model niets: er zijn geen {nothing}"] if nothing else []
    assert places(told({"din.yaml": f"{FLAT}projectregels:\n  DIN901: {rule}\n"})) == expected


@pytest.mark.parametrize(
    "model",
    [
        FLAT.replace("banen: Banen", "banen: {naam: Banen, streefdatum: ooit}"),
        FLAT.replace("bij_aan: banen", "bij_aan: baan"),
        FLAT.replace("banen: Banen", "banen: Banen, werk: Werken"),
        f"{FLAT}zomaar: {{iets: {{naam: Iets}}}}\n",
        f"{FLAT}delen: [weg.yaml]\n",
    ],
)
def test_nothing_is_said_where_reading_left_something_out(model: str) -> None:
    assert told({"din.yaml": model + RULE}) == []


def test_nothing_is_said_where_the_model_says_that_there_is_none() -> None:
    rule = "projectregels: {DIN901: {voor: baten, eis: {bron: gegeven}}, DIN902: {voor: [baten, vermogens], eis: {bron: gegeven}}}\n"
    none = f"{FLAT}baten: {{geen: niet beschreven}}\n"
    assert places(told({"din.yaml": none + rule})) == ["din.yaml:4 DIN902 bekijkt in dit model niets: er zijn geen baten of vermogens"]


def test_what_is_proved_for_every_model_is_not_said_again_of_this_one() -> None:
    rules = (
        "  DIN901: {voor: {doelen: {niveau: ontbreekt}}, eis: {bron: gegeven}}\n  DIN902: {voor: [baten, doelen], eis: {naam: {niet: ontbreekt}}}\n"
    )
    assert told({"din.yaml": f"{FLAT}projectregels:\n{rules}"}) == []


def test_a_rule_of_the_project_is_told_when_it_looks_at_nothing_in_any_model() -> None:
    named = f"modellen: [een.yaml, twee.yaml]\n{RULE}"
    nowhere = ["dinkit.yaml:3 DIN901 bekijkt in geen enkel model van dit project iets: er zijn geen operationele doelen"]
    assert places(told({"een.yaml": FLAT, "twee.yaml": FLAT}, named)) == nowhere
    assert told({"een.yaml": FLAT, "twee.yaml": DEEP}, named) == []
    assert told({"een.yaml": DEEP, "twee.yaml": FLAT}, named) == []
    assert told({"een.yaml": FLAT, "twee.yaml": FLAT}, named, looked_at=("een.yaml",)) == []
    assert told({"een.yaml": FLAT, "twee.yaml": FLAT.replace("bij_aan: banen", "bij_aan: baan")}, named) == []


def test_a_project_of_one_model_is_told_at_once_and_no_other_model_is_meant() -> None:
    here = ["dinkit.yaml:3 DIN901 bekijkt in dit model niets: er zijn geen operationele doelen"]
    assert places(told({"din.yaml": FLAT}, f"modellen: [din.yaml]\n{RULE}")) == here
    assert told({"ander.yaml": FLAT}, f"modellen: [din.yaml]\n{RULE}") == []
    assert told({"din.yaml": FLAT}, RULE) == []


def test_a_rule_of_a_model_is_told_whatever_other_models_have() -> None:
    found = told({"een.yaml": FLAT + RULE, "twee.yaml": DEEP}, "modellen: [een.yaml, twee.yaml]\n")
    assert places(found) == ["een.yaml:4 DIN901 bekijkt in dit model niets: er zijn geen operationele doelen"]


def test_a_rule_of_the_project_that_a_model_replaces_is_not_told() -> None:
    own = "projectregels: {DIN901: {voor: doelen, eis: {streefdatum: gegeven}}}\n"
    assert told({"een.yaml": FLAT + own, "twee.yaml": FLAT}, f"modellen: [een.yaml, twee.yaml]\n{RULE}") == []


@settings(max_examples=150, deadline=None)
@given(makers)
def test_a_rule_looks_at_nothing_when_a_slow_second_opinion_selects_nothing(made: Made) -> None:
    plain, rules = made.network(), [made.rule() for _ in range(4)]
    codes = {f"DIN{901 + at}": rule for at, rule in enumerate(rules)}
    expected = set()
    for code, rule in codes.items():
        ((collection, selection),) = rule["for"].items()
        of_kind = [name for name, kind in plain.kinds.items() if COLLECTION[kind] == collection]
        sort = {key: value for key, value in (selection or {}).items() if key in ("niveau", "level")}
        expected |= {code} if all(holds(plain, name, sort) is False for name in of_kind) else set()
    network = loaded(plain.text(codes)).network
    assert {rule.code for rule in resting(Evaluation(network), network.head.project_rules.values())} == expected
