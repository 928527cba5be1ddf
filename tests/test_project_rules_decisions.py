"""What is decided about the findings of project rules, what is told of the rules themselves, and how every format tells it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dinkit import catalogue
from dinkit.checking.run import Decisions, Judged, judge, rule_codes
from dinkit.network import TextFile
from dinkit.reading.load import load
from dinkit.reading.settings import load_baseline, load_reviews, load_settings
from dinkit.report import Report
from dinkit.source import Memory
from support import loaded


def judged(model: str, settings: str = "", baseline: str = "") -> Judged:
    files = Memory({"din.yaml": model} | ({"dinkit.yaml": settings} if settings else {}) | ({"dinkit.baseline.yaml": baseline} if baseline else {}))
    return judge(load("din.yaml", files), Decisions(load_settings(files), load_baseline(files), load_reviews(files)))


def told(judgement: Judged) -> list[str]:
    own = [one for one in judgement.findings if one.code.startswith(("DIN9", "DIN04"))]
    return [f"{one.code} {one.severity} {one.element or '-'} {one.location.file}:{one.location.span.line}" for one in own]


RULE = "projectregels:\n  DIN901: {voor: inspanningen, eis: {geld: gegeven}}\n"
SMALL = "doelen: {d: D}\ninspanningen:\n  a: {naam: A, draagt_bij_aan: d}\n  b: {naam: B, draagt_bij_aan: d}\n"
BOTH = ["DIN901 warning a din.yaml:3", "DIN901 warning b din.yaml:4"]


def test_rules_of_the_project_and_of_the_model_hold_alike() -> None:
    assert told(judged(SMALL, RULE)) == BOTH
    assert [one.removesuffix(":5").removesuffix(":6") for one in told(judged(RULE + SMALL))] == [one[:-2] for one in BOTH]


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("regels: {DIN901: fout}\n", ["DIN901 error a", "DIN901 error b"]),
        ("regels: {DIN901: uit}\n", []),
        ("regels: {DIN901: {per_element: {a: tip}}}\n", ["DIN901 tip a", "DIN901 warning b"]),
        ("regels: {DIN901: {per_soort: {inspanningen: tip}}}\n", ["DIN901 tip a", "DIN901 tip b"]),
        ("regels: {DIN902: tip}\n", ["DIN040 error -", "DIN901 warning a", "DIN901 warning b"]),
    ],
)
def test_severities_are_set_as_for_any_rule(decision: str, expected: list[str]) -> None:
    assert sorted(one.rpartition(" ")[0] for one in told(judged(decision + SMALL, RULE))) == expected
    assert sorted(one.rpartition(" ")[0] for one in told(judged(SMALL, RULE + decision))) == expected


def test_the_settings_may_weigh_a_rule_that_only_one_of_the_models_has() -> None:
    decision = "modellen: [din.yaml, ander.yaml]\nregels: {DIN901: fout, DIN699: tip}\n"
    assert told(judged(RULE + SMALL, decision)) == ["DIN901 error a din.yaml:5", "DIN901 error b din.yaml:6", "DIN040 error - dinkit.yaml:2"]
    assert told(judged(SMALL, decision)) == ["DIN040 error - dinkit.yaml:2"]


def test_a_rule_that_is_off_can_be_switched_on_for_one_model_or_element() -> None:
    off = RULE.replace("gegeven}}", "gegeven}, ernst: uit}")
    assert told(judged(SMALL, off)) == []
    assert told(judged(f"regels: {{DIN901: tip}}\n{SMALL}", off)) == ["DIN901 tip a din.yaml:4", "DIN901 tip b din.yaml:5"]
    assert told(judged(f"regels: {{DIN901: {{per_element: {{b: fout}}}}}}\n{SMALL}", off)) == ["DIN901 error b din.yaml:5"]


def test_a_finding_is_accepted_and_an_acceptance_of_nothing_is_told() -> None:
    accepting = SMALL.replace("{naam: A,", "{naam: A, aanvaard: {DIN901: volgt},")
    result = judged(accepting, RULE)
    assert told(result) == BOTH[1:]
    assert [(one.finding.code, one.finding.element, one.reason) for one in result.suppressed] == [("DIN901", "a", "volgt")]
    assert told(judged(accepting.replace("naam: A,", "naam: A, geld: 3,"), RULE)) == ["DIN042 warning a din.yaml:3", BOTH[1]]
    assert told(judged(accepting)) == ["DIN040 error a din.yaml:3"]


def test_the_baseline_holds_findings_of_a_rule_of_the_project() -> None:
    baseline = "bevindingen:\n  - {model: din.yaml, regel: DIN901, element: a}\n"
    result = judged(SMALL, RULE, baseline)
    assert told(result) == BOTH[1:]
    assert [one.by for one in result.suppressed if one.finding.code == "DIN901"] == ["baseline"]
    assert told(judged(SMALL.replace("naam: A,", "naam: A, geld: 3,"), RULE, baseline)) == [BOTH[1], "DIN044 warning - dinkit.baseline.yaml:2"]


def test_decisions_about_a_rule_with_a_fault_are_left_alone() -> None:
    accepting = f"regels: {{DIN901: tip}}\n{SMALL.replace('{naam: A,', '{naam: A, aanvaard: {DIN901: volgt},')}"
    baseline = "bevindingen:\n  - {model: din.yaml, regel: DIN901, element: b}\n"
    assert told(judged(accepting, RULE.replace("geld", "gelt"), baseline)) == []
    assert told(judged(accepting, "projectregels:\n  DIN901: {voor: inspanningen\n", baseline)) == []


def test_the_codes_of_a_project_are_known_beside_all_others() -> None:
    assert rule_codes(["DIN901"]) == rule_codes() | {"DIN901"}


def test_what_is_wrong_with_the_rules_is_told_where_they_stand() -> None:
    settings = """\
projectregels:
  DIN901: {voor: {doelen: {niveau: ontbreekt}}, eis: {streefdatum: gegeven}}
  DIN902: {voor: [doelen, inspanningen], eis: {naam: [gegeven, onbekend]}}
  DIN903: {voor: inspanningen, eis: {status: lopend}, verbied: {status: lopend}}
  DIN904: {voor: inspanningen, eis: {geld: gegeven}}
  DIN905: {voor: {inspanningen: {status: gereed}}, verbied: {geld: gegeven}}
"""
    result = judged(f"projectregels:\n  DIN904: {{voor: inspanningen, eis: {{geld: gegeven}}}}\n{SMALL}", settings)
    assert [
        f"{one.location.file}:{one.location.span.line} {one.code} {one.severity} {one.message.nl}"
        for one in result.findings
        if one.code[:5] == "DIN04"
    ] == [
        "din.yaml:2 DIN048 error DIN904 is ook een regel van dinkit.yaml; hier geldt alleen deze",
        "dinkit.yaml:2 DIN046 warning DIN901 vindt nooit iets: er kunnen geen doelen (niveau ontbreekt) zijn",
        "dinkit.yaml:3 DIN046 warning DIN902 vindt nooit iets bij inspanningen: wat de regel vraagt, geldt daar altijd",
        "dinkit.yaml:3 DIN046 warning DIN902 vindt nooit iets bij doelen: wat de regel vraagt, geldt daar altijd",
        "dinkit.yaml:4 DIN047 warning DIN903 is niet te volgen: geen van de inspanningen kan eraan voldoen",
        "dinkit.yaml:6 DIN047 warning DIN905 spreekt DIN904 tegen: inspanningen (status gereed) kunnen niet aan allebei voldoen",
    ]
    (clash,) = [one for one in result.findings if one.slug == "contradicting-rules"]
    assert [(place.file, place.span.line, place.why and place.why.nl) for place in clash.related] == [("din.yaml", 2, "de andere regel")]


def test_a_rule_that_contradicts_several_is_told_once() -> None:
    rules = "".join(f"  DIN90{at}: {{voor: inspanningen, eis: {{status: {word}}}}}\n" for at, word in enumerate(("lopend", "gereed", "idee"), 1))
    found = [one for one in judged(SMALL, f"projectregels:\n{rules}").findings if one.slug == "contradicting-rules"]
    assert [(one.location.span.line, [place.span.line for place in one.related]) for one in found] == [(3, [2]), (4, [2, 3])]


def test_rules_that_find_the_same_are_told_at_the_later_one() -> None:
    settings = "projectregels:\n" + "".join(f"  DIN90{at}: {{voor: inspanningen, eis: {{status: lopend}}}}\n" for at in (1, 2, 3))
    own = "projectregels:\n  DIN904: {voor: inspanningen, verbied: {status: {niet: lopend}}}\n"
    found = [one for one in judged(own + SMALL, settings).findings if one.slug == "twin-rule"]
    assert [(one.code, one.severity, one.location.file, one.location.span.line, one.message.nl, one.message.en) for one in found] == [
        ("DIN048", "warning", "din.yaml", 2, "DIN904 vindt hetzelfde als DIN901", "DIN904 finds the same as DIN901"),
        ("DIN048", "warning", "dinkit.yaml", 3, "DIN902 vindt hetzelfde als DIN901", "DIN902 finds the same as DIN901"),
        ("DIN048", "warning", "dinkit.yaml", 4, "DIN903 vindt hetzelfde als DIN901", "DIN903 finds the same as DIN901"),
    ]
    assert [[(place.file, place.span.line) for place in one.related] for one in found] == [
        [("dinkit.yaml", 2), ("dinkit.yaml", 3), ("dinkit.yaml", 4)],
        [("dinkit.yaml", 2)],
        [("dinkit.yaml", 2), ("dinkit.yaml", 3)],
    ]


def formatted(name: str, report: Report) -> Any:
    return catalogue.member("dinkit.exporters", f"findings_{name}").EXPORTER.export(report)


def test_every_format_tells_them() -> None:
    result = judged(SMALL, RULE)
    network = loaded(RULE + SMALL).network
    report = Report(
        findings=result.findings, files=(TextFile("din.yaml", SMALL),), language="nl", project_rules=tuple(network.head.project_rules.values())
    )
    names = [name.removeprefix("findings_") for name in catalogue.names("dinkit.exporters") if name.startswith("findings_")]
    assert len(names) >= 8
    for name in names:
        assert formatted(name, report).count("DIN901") >= (1 if name == "sarif" else 2), name
    driver = json.loads(formatted("sarif", report))["runs"][0]["tool"]["driver"]
    (rule,) = [one for one in driver["rules"] if one["id"] == "DIN901"]
    assert rule["name"] == "project-rule-901"
    assert rule["shortDescription"]["text"] == "inspanningen: geld gegeven"
    assert rule["help"]["markdown"] == "**Kijkt naar**: inspanningen\n\n**Eis**: geld gegeven\n"
