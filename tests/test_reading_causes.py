"""One cause is one finding: behind an anchor that nothing repeats, and around a line that is indented too little; mended, nothing is lost."""

from __future__ import annotations

import pytest

from dinkit.reading.load import load
from dinkit.source import Memory
from reading_support import read, told
from support import findings_of, loaded

D = "doelen:\n  d: D\ninspanningen:\n"
W = D + "  w:\n    naam: W\n    draagt_bij_aan: d\n"
ABOUT_LACKS = {"DIN107", "DIN201", "DIN401", "DIN408", "DIN409"}
"""Rules on what these small models leave out on purpose, and on the wording of their names."""


def faults(text: str) -> list[str]:
    """Every finding, of reading and of the rules, as place, code, slug and Dutch message."""
    found = [one for one in findings_of(text) if one.code not in ABOUT_LACKS]
    return [f"{one.location.span.line}:{one.location.span.column} {one.code} {one.slug} {one.message.nl}" for one in found]


# what stands at an anchor that nothing repeats, its findings, and those once the anchor is gone
ANCHORS = [
    ("status: &s gepand", ["7:13 lone-anchor &s"], ["7:13 near-value gepand"]),
    ("status: &s gepland", ["7:13 lone-anchor &s"], []),
    ("sturing: &s [a]", ["7:14 lone-anchor &s"], ["7:14 value-of [a]"]),
    ("planning: &s 2019-13", ["7:15 lone-anchor &s"], ["7:15 period 2019-13"]),
    ("planning: {start: &s 2019-13}", ["7:23 lone-anchor &s"], ["7:23 date 2019-13"]),
    ("geld: &s 12x", ["7:11 lone-anchor &s"], ["7:11 euros 12x"]),
    ("geld: [{bedrag: &s 12x}]", ["7:21 lone-anchor &s"], ["7:21 euros 12x"]),
    # another token, another cause
    ("statuss: &s gepland", ["7:5 near-key statuss", "7:14 lone-anchor &s"], ["7:5 near-key statuss"]),
    ("geld: &s {bedrag: 12x}", ["7:11 lone-anchor &s", "7:23 euros 12x"], ["7:20 euros 12x"]),
    ("onderdelen: &s [x]", ["7:17 lone-anchor &s", "7:17 no-collection &s ["], ["7:17 no-collection ["]),
]


@pytest.mark.parametrize(("line", "before", "after"), ANCHORS, ids=[line for line, _, _ in ANCHORS])
def test_a_value_behind_a_lone_anchor_is_not_judged_until_the_anchor_is_gone(line: str, before: list[str], after: list[str]) -> None:
    assert told(read(f"{W}    {line}\n")) == before
    assert told(read(f"{W}    {line.replace('&s ', '')}\n")) == after


@pytest.mark.parametrize(("line", "code"), [("vereist: &s x", "DIN102"), ("bron: &s nota", "DIN112")])
def test_rules_wait_for_the_anchor_too(line: str, code: str) -> None:
    assert [one.split()[1] for one in faults(f"{W}    {line}\n")] == ["DIN008"]
    assert [one.split()[1] for one in faults(f"{W}    {line.replace('&s ', '')}\n")] == [code]


# name, text, and its one finding
OUTDENTS = [
    (
        "a link, and a field as deep as the others",
        W.replace("    draagt", "  draagt") + "    status: gepland\n",
        "6:3 DIN004 shallow-line 'draagt_bij_aan' springt te weinig in: het staat even ver naar links als de id's",
    ),
    (
        "with a comment between",
        W.replace("    draagt", "  draagt") + "    # meer\n    status: gepland\n",
        "6:3 DIN004 shallow-line 'draagt_bij_aan' springt te weinig in: het staat even ver naar links als de id's",
    ),
    (
        "with an empty line between",
        W.replace("    draagt", "  draagt") + "\n    status: gepland\n",
        "6:3 DIN004 shallow-line 'draagt_bij_aan' springt te weinig in: het staat even ver naar links als de id's",
    ),
    (
        "stakeholders with lines of their own",
        W + "  stakeholders:\n      g: eigenaar\n    status: gepland\nstakeholders: {g: G}\n",
        "7:3 DIN004 shallow-line 'stakeholders' springt te weinig in: het staat even ver naar links als de id's",
    ),
    (
        "goals below a goal",
        "doelen:\n  d:\n    naam: D\n  subdoelen:\n      e: E\n    streefdatum: 2020\n",
        "4:3 DIN004 shallow-line 'subdoelen' springt te weinig in: het staat even ver naar links als de id's",
    ),
    (
        "a field at the start of the line",
        W + "status: gepland\n    planning: 2019\n",
        "7:1 DIN004 top-line 'status' hoort bij een element, niet bovenaan in een bestand",
    ),
    (
        "an element at the start of the line",
        D + "w:\n    naam: W\n    draagt_bij_aan: d\n  v: V\n",
        "4:1 DIN004 outdented-line 'w' springt te weinig in: het hoort onder 'inspanningen'",
    ),
    (
        "a short element at the start of the line",
        D + "  w: W\nv: V\n  u: U\n",
        "5:1 DIN004 loose-line 'v' is hier geen sleutel, en de regel eronder springt verder in",
    ),
    (
        "a contribution",
        "doelen: {d: D, e: E}\ninspanningen:\n  w:\n    naam: W\n    draagt_bij_aan:\n    d: +\n      e: ++\n",
        "6:5 DIN004 outdented-line 'd' springt te weinig in: het hoort onder 'draagt_bij_aan'",
    ),
    (
        "a part",
        W + "    onderdelen:\n    s: S\n      t: T\n",
        "8:5 DIN004 outdented-line 's' springt te weinig in: het hoort onder 'onderdelen'",
    ),
    (
        "a field of an amount",
        W + "    geld:\n    bedrag: 12\n      soort: uitgave\n",
        "8:5 DIN004 outdented-line 'bedrag' springt te weinig in: het hoort onder 'geld'",
    ),
    (
        "a field of a planning",
        W + "    planning:\n    start: 2019\n      eind: 2020\n",
        "8:5 DIN004 outdented-line 'start' springt te weinig in: het hoort onder 'planning'",
    ),
]


@pytest.mark.parametrize(("text", "finding"), [case[1:] for case in OUTDENTS], ids=[case[0] for case in OUTDENTS])
def test_a_line_indented_too_little_and_what_the_parser_makes_of_the_lines_below_it_are_one(text: str, finding: str) -> None:
    assert faults(text) == [f"{finding}; de rest van het bestand is niet gelezen"]


# name, text, its findings: no fault in the syntax
BESIDE = [
    (
        "an amount beside its key",
        W + "    geld:\n    bedrag: 12\n    soort: uitgave\n    periode: 2019\n",
        ["8:5 DIN010 outdented 'bedrag' springt te weinig in: het hoort onder 'geld'"],
    ),
    (
        "a planning beside its key",
        W + "    planning:\n    start: 2019\n    eind: 2020\n",
        ["8:5 DIN010 outdented 'start' springt te weinig in: het hoort onder 'planning'"],
    ),
    (
        "a word for money below an empty planning",
        W + "    planning:\n    budget: 12\n",
        ["8:5 DIN010 near-word de sleutel 'budget' bestaat hier niet"],
    ),
    (
        "goals below a goal",
        "doelen:\n  d:\n    naam: D\n  subdoelen:\n    e: E\ninspanningen: {w: {naam: W, draagt_bij_aan: e}}\n",
        ["4:3 DIN010 shallow-key 'subdoelen' springt te weinig in: het hoort bij 'd', maar staat even ver naar links als de id's"],
    ),
    (
        "stakeholders with their roles",
        W + "  stakeholders:\n    g: eigenaar\nstakeholders: {g: G}\n",
        ["7:3 DIN010 shallow-key 'stakeholders' springt te weinig in: het hoort bij 'w', maar staat even ver naar links als de id's"],
    ),
    (
        "the register of stakeholders, indented too far",
        W + "  stakeholders:\n    g: {naam: G}\n",
        ["7:3 DIN101 reserved-id 'stakeholders' kan geen id zijn: het is een woord van dinkit zelf"],
    ),
    (
        "a collection with nothing below it",
        "doelen:\n  d: D\n  inspanningen:\n  w: W\n",
        ["3:3 DIN101 reserved-id 'inspanningen' kan geen id zijn: het is een woord van dinkit zelf"],
    ),
]


@pytest.mark.parametrize(("text", "findings"), [case[1:] for case in BESIDE], ids=[case[0] for case in BESIDE])
def test_what_stands_beside_the_key_that_it_belongs_under_is_told_once(text: str, findings: list[str]) -> None:
    assert faults(text) == findings


def test_two_causes_stay_two() -> None:
    text = W + '  planning:\n    start: 2019\n  v:\n    naam: V\n    status: "open\n'
    assert [one.split(" ")[:3] for one in faults(text)] == [["7:3", "DIN010", "shallow-key"], ["11:13", "DIN004", "open-quote"]]
    assert [one.split(" ")[2] for one in faults(W + "    sturingg: regie\n      status: gepland\n")] == ["near-key", "short-name"]


def test_what_belongs_to_a_line_that_is_indented_too_little_is_read() -> None:
    goals = loaded("doelen:\n  d:\n    naam: D\n  subdoelen:\n    e: E\n").network
    assert [(one.type, one.source, one.target) for one in goals.relations] == [("part_of", "e", "d")]
    effort = loaded(W + "  stakeholders:\n    g: eigenaar\nstakeholders: {g: G}\n").network
    assert [(one.type, one.source, one.target, one.role) for one in effort.relations][1:] == [("involved_in", "g", "w", "owner")]


def test_a_value_that_took_in_the_next_line_is_read_as_its_own_line() -> None:
    network = load("din.yaml", Memory({"din.yaml": W + "      status: gepland\n"})).network
    assert [(one.type, one.source, one.target) for one in network.relations] == [("contributes_to", "w", "d")]
    assert not network.complete
    named = load("din.yaml", Memory({"din.yaml": D + "  w:\n    naam: Wonen\n      status: gepland\n"})).network
    assert named.elements["w"].name == "Wonen"
