"""Project rules as they are read: in two languages alike, and every fault in one on its own token."""

from __future__ import annotations

from pathlib import Path

import pytest

from dinkit.model.project_rules import DIRECTIONS, KIND_WORDS, RULE_ENGLISH, ProjectRule
from dinkit.model.records import RECORDS
from dinkit.model.shapes import shapes_of
from dinkit.model.vocabulary import ENGLISH_KEY
from dinkit.reading.settings import load_settings
from dinkit.source import Memory
from support import loaded

PAGE = (Path(__file__).parent.parent / "docs" / "project-rules.md").read_text(encoding="utf-8")


def rules_in(text: str) -> dict[str, ProjectRule]:
    """The rules of a model file that has no fault."""
    result = loaded(text)
    assert [one.message.nl for one in result.findings] == []
    return dict(result.network.head.project_rules)


def faults(rule: str) -> list[str]:
    """The faults of one rule on a line of its own: column, slug and hint in Dutch."""
    result = loaded(f"projectregels:\n  DIN901: {rule}\n")
    assert all(one.location.span.line == 2 for one in result.findings)
    return [f"{one.location.span.column} {one.slug} {one.hint.nl if one.hint else ''}".rstrip() for one in result.findings]


def test_dutch_and_english_read_the_same() -> None:
    dutch = """\
projectregels:
  DIN901:
    voor: {inspanningen: {status: [lopend, gepland], planning: {eind: {minstens: 2027}}}, onderdelen: }
    eis:
      een_van: [{geld: gegeven}, {sturing: {niet: onbekend}}]
      stakeholders: {rol: eigenaar, minstens: 2, hoogstens: 3}
      helpt: {operationele_doelen: , stappen: onbeperkt}
      is_nodig_voor: ontbreekt
    verbied: {vereist: [inspanningen, vermogens]}
    ernst: fout
    melding: {nl: zo niet, en: not so}
    reden: daarom
"""
    english = """\
project_rules:
  DIN901:
    for: {efforts: {status: [running, planned], planning: {end: {at_least: 2027}}}, sub_efforts: }
    demand:
      any_of: [{money: given}, {steering: {not: unknown}}]
      stakeholders: {role: owner, at_least: 2, at_most: 3}
      helps: {operational_goals: , steps: unlimited}
      is_required_by: absent
    forbid: {requires: [efforts, capabilities]}
    severity: error
    message: {nl: zo niet, en: not so}
    reason: daarom
"""
    one, other = rules_in(dutch)["DIN901"], rules_in(english)["DIN901"]
    assert one == other
    assert one.whole
    assert [case.word for case in one.cases] == ["efforts", "sub_efforts"]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("{voor: doelen, eis: {naam: gegeven}}", []),
        ("{voor: inspaningen, eis: {geld: gegeven}}", ["18 rule-kind bedoelt u 'inspanningen'?"]),
        ("{voor: {inspaningen: {geld: gegeven}}, eis: {naam: gegeven}}", ["19 rule-kind bedoelt u 'inspanningen'?"]),
        ("{voor: inspanningen, eis: {gelt: gegeven}}", ["38 rule-field bedoelt u 'geld'?"]),
        ("{voor: inspanningen, eis: {stakeholders: eigenaar}}", ["52 rule-kind schrijf 'stakeholders: {rol: eigenaar}'"]),
        ("{voor: doelen, eis: {meet: gegeven}}", ["32 rule-link bedoelt u 'wordt_gemeten_met'?"]),
        ("{voor: inspanningen, eis: {subdoelen: gegeven}}", ["38 rule-link bedoelt u 'onderdeel_van'?"]),
        (
            "{voor: doelen, eis: {krijgt_bijdrage_van: indicatoren}}",
            ["32 rule-ends 'docs/format-reference.nl.md' noemt per verband wat het verbindt"],
        ),
        ("{voor: doelen, eis: {krijgt_bijdrage_van: {geld: gegeven}}}", ["54 rule-end bijvoorbeeld 'inspanningen: {geld: ...}'"]),
        ("{voor: doelen, eis: {krijgt_bijdrage_van: {stapen: 2}}}", ["54 rule-word bedoelt u 'stappen'?"]),
        ("{voor: doelen, eis: {niveau: hoog}}", ["40 value-of"]),
        ("{voor: inspanningen, eis: {status: lopent}}", ["46 near-value bedoelt u 'lopend'?"]),
        (
            "{voor: doelen, eis: {streefdatum: {minstens: ooit}}}",
            ["56 date schrijf 2019, 2019-05, 2019-05-14, 2019-H2, 2019-Q3, 2019-najaar of onbekend"],
        ),
        ("{voor: inspanningen, eis: {naam: {minstens: 3}}}", ["45 rule-bound"]),
        (
            "{voor: inspanningen, eis: {geld: {minstens: 3}}}",
            [
                (
                    "45 rule-word mogelijk: herkomst, bron, letterlijk, reden, opmerking, bedrag, soort, betaler, geldstroom, aard, periode, per, "
                    "kwalificatie, omschrijving"
                )
            ],
        ),
        ("{voor: inspanningen, eis: {geld: {bedrag: {minstens: gegeven}}}}", ["54 rule-bound"]),
        (
            "{voor: inspanningen, eis: {status: {minder: 3}}}",
            ["38 rule-flat schrijf een waarde of een lijst van waarden; bij een soort element een voorwaarde"],
        ),
        ("{voor: inspanningen, eis: {geld: 300}}", ["44 rule-presence voor wat erin staat: 'geld: {veld: waarde}'"]),
        ("{voor: inspanningen, eis: {geld: gegevn}}", ["44 rule-slip bedoelt u 'gegeven'?"]),
        ("{voor: inspanningen, eis: {geld: [onbekent, ontbreekt]}}", ["45 rule-slip bedoelt u 'onbekend'?"]),
        ("{voor: inspanningen, eis: {planning: {niet: Gegevn}}}", ["55 rule-slip bedoelt u 'gegeven'?"]),
        ("{for: efforts, demand: {money: givn}}", ["42 rule-slip bedoelt u 'given'?"]),
        ("{voor: doelen, eis: {streefdatum: ontbrekt}}", ["45 rule-slip bedoelt u 'ontbreekt'?"]),
        ("{voor: inspanningen, eis: {draagt_bij_aan: gegevn}}", ["54 rule-kind bedoelt u 'gegeven'?"]),
        ("{voor: inspanningen, eis: {geld: {bedrach: gegeven}}}", ["45 rule-word bedoelt u 'bedrag'?"]),
        ("{voor: inspanningen, eis: {geld: }}", ["38 rule-empty schrijf een waarde, 'gegeven' of 'ontbreekt'"]),
        ("{voor: inspanningen, eis: {geld: []}}", ["38 rule-empty schrijf een waarde, 'gegeven' of 'ontbreekt'"]),
        ("{voor: inspanningen, eis: {stakeholders: onbekend}}", ["52 rule-presence voor wat erin staat: 'stakeholders: {veld: waarde}'"]),
        ("{voor: inspanningen, eis: {stakeholders: {minstens: veel}}}", ["63 whole"]),
        ("{voor: inspanningen, eis: {stakeholders: {minstens: 3, hoogstens: 2}}}", ["38 rule-count"]),
        ("{voor: inspanningen, eis: {vereist: {stappen: 0}}}", ["57 rule-steps schrijf 1, 2, 3 ... of 'onbeperkt'"]),
        ("{voor: inspanningen, eis: {een_van: {geld: gegeven}}}", ["38 rule-any-of bijvoorbeeld [{geld: gegeven}, {sturing: regie}]"]),
        ("{voor: inspanningen, eis: geld}", ["32 rule-condition bijvoorbeeld {geld: gegeven}"]),
        ("{voor: inspanningen, eis: {}}", ["32 rule-condition bijvoorbeeld {geld: gegeven}"]),
        ("{voor: inspanningen, eis: {geld: gegeven}, ernst: erg}", ["61 severity schrijf fout, waarschuwing, tip of uit"]),
        ("{voor: inspanningen, eis: {geld: gegeven}, melding: [a]}", ["63 text"]),
        ("{voor: inspanningen, eis: {geld: gegeven}, reden: }", ["54 text"]),
        ("{voor: inspanningen, eis: {geld: gegeven}, melding: {nl: }}", ["64 text"]),
        ("{voor: inspanningen, eis: {geld: gegeven}, ernst: }", ["54 no-severity schrijf fout, waarschuwing, tip of uit"]),
        ("{voor: inspanningen, eis: {draagt_bij_aan: {reden: }}}", ["55 rule-empty schrijf een waarde, 'gegeven' of 'ontbreekt'"]),
        ("{voor: inspanningen, eis: {geld: gegeven}, meldin: a}", ["54 rule-word bedoelt u 'melding'?"]),
        ("{voor: inspanningen, eis: {geld: gegeven}, demand: {geld: gegeven}}", ["54 same-key voeg de twee samen of haal er een weg"]),
        ("{eis: {naam: gegeven}}", ["3 missing voeg 'voor: ...' toe"]),
        ("{voor: doelen}", ["3 missing voeg 'eis: ...' toe"]),
        ("{voor: doelen, verbied: {naam: gegeven}}", []),
        ("doelen", ["3 rule-fields schrijf eronder 'voor: ...' en 'eis: ...'"]),
        ("{voor: , eis: {naam: gegeven}}", ["12 rule-no-kind bijvoorbeeld 'inspanningen' of 'operationele_doelen'"]),
        ("{voor: [], eis: {naam: gegeven}}", ["12 rule-no-kind bijvoorbeeld 'inspanningen' of 'operationele_doelen'"]),
        ("{voor: {}, eis: {naam: gegeven}}", ["12 rule-no-kind bijvoorbeeld 'inspanningen' of 'operationele_doelen'"]),
        ("{voor: doelen, eis: }", ["26 rule-condition bijvoorbeeld {geld: gegeven}"]),
        ("{voor: doelen, eis: {niet: gegeven}}", ["32 rule-condition bijvoorbeeld {geld: gegeven}"]),
        ("{voor: inspanningen, eis: {eigenaar: gegeven}}", ["38 rule-field schrijf 'stakeholders: {rol: eigenaar}'"]),
        ("{voor: inspanningen, eis: {eind: {minstens: 2026}}}", ["38 rule-field schrijf 'planning: {eind: ...}'"]),
        ("{voor: inspanningen, eis: {doelen: gegeven}}", ["38 rule-field schrijf 'draagt_bij_aan: doelen'"]),
        ("{voor: inspanningen, eis: {wijken: gegeven}}", ["38 rule-field schrijf 'raakt: wijken'"]),
        ("{voor: inspanningen, eis: {stakeholders: {eigenaar: gegeven}}}", ["53 rule-word schrijf 'rol: eigenaar'"]),
        ("{voor: doelen, eis: {omschrijving: Ontbreekt}}", ["46 rule-slip bedoelt u 'ontbreekt'?"]),
        (
            "{voor: doelen, eis: {streefdatum: [{minstens: 2019}, {hoogstens: 2018}]}}",
            ["32 rule-options voor alternatieven: 'een_van: [{streefdatum: ...}, {streefdatum: ...}]'"],
        ),
        (
            "{voor: doelen, eis: {wordt_geholpen_door: [inspanningen, {minstens: 2}]}}",
            ["32 rule-mixed voor alternatieven: 'een_van: [{wordt_geholpen_door: ...}, {wordt_geholpen_door: ...}]'"],
        ),
        ("{voor: doelen, eis: {'omschrijvin': gegeven}}", ["32 rule-field bedoelt u 'omschrijving'?"]),
        ("{voor: doelen, eis: {wordt_geholpen_door: {stappen: [1]}}}", ["63 rule-steps schrijf 1, 2, 3 ... of 'onbeperkt'"]),
        (
            "{voor: inspanningen, eis: {planning: {start: gegeven, minstens: 2019}}}",
            ["65 rule-word mogelijk: herkomst, bron, letterlijk, reden, opmerking, start, eind, herhaling"],
        ),
        ("{voor: doelen, eisen: {naam: gegeven}}", ["26 rule-word bedoelt u 'eis'?"]),
        ("{voor: doelen, eis: {omschrijving: gegeven}, melding: {}}", ["56 text"]),
        ("{voor: doelen, eis: {omschrijving: gegeven}, melding: '{nam} x'}", ["66 rule-blank '{naam}' wordt de naam van het element"]),
        (
            "{voor: inspanningen, eis: {een_van: [*x, {geld: gegeven}]}}",
            ["48 no-anchor hoort het sterretje bij de tekst, zet die dan tussen aanhalingstekens"],
        ),
        ("{voor: inspanningen, eis: {status: [*x]}}", ["47 no-anchor hoort het sterretje bij de tekst, zet die dan tussen aanhalingstekens"]),
        ("{voor: doelen, eis: {niveau: *x}}", ["40 no-anchor hoort het sterretje bij de tekst, zet die dan tussen aanhalingstekens"]),
    ],
)
def test_a_fault_is_told_on_its_token_with_a_hint(rule: str, expected: list[str]) -> None:
    assert faults(rule) == expected


ANY = "mogelijk: minstens, hoogstens, niet"
EDGE = "dat de waarde zelf meetelt"


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("streefdatum: {voor: 2029}", f"46 rule-word {ANY}; het dichtst bij komt 'hoogstens', {EDGE}"),
        ("streefdatum: {'>': 2028}", f"46 rule-word {ANY}; het dichtst bij komt 'minstens', {EDGE}"),
        ("streefdatum: {hoogstens: 2029, vanaf: 2028}", "63 rule-word bedoelt u 'minstens'?"),
        ("streefdatum: {is: 2029}", f"46 rule-word {ANY}"),
        ("streefdatum: {minstns: 2029}", "46 rule-word bedoelt u 'minstens'?"),
        ("streefdatum: {}", "32 rule-empty schrijf een waarde, 'gegeven' of 'ontbreekt'"),
        ("niveau: {niet: hoofddoel, voor: 2029}", "58 rule-word mogelijk: niet"),
        ("streefdatum: '>= 2028'", "45 rule-word schrijf 'streefdatum: {minstens: 2028}'"),
        ("streefdatum: uiterlijk 2028-H2", "45 rule-word schrijf 'streefdatum: {hoogstens: 2028-H2}'"),
        ("streefdatum: '<= peildatum'", "45 rule-word schrijf 'streefdatum: {hoogstens: peildatum}'"),
        ("streefdatum: '> 2028'", f"45 rule-word schrijf 'streefdatum: {{minstens: ...}}', {EDGE}"),
        ("streefdatum: voor 2028", f"45 rule-word schrijf 'streefdatum: {{hoogstens: ...}}', {EDGE}"),
        ("streefdatum: '>= 31-12-2028'", "45 rule-word schrijf 'streefdatum: {minstens: ...}'"),
        ("streefdatum: {minstens: '>= 2028'}", "56 rule-word schrijf 'minstens: 2028'"),
        ("streefdatum: {niet: '>= 2028'}", "52 rule-word mogelijk: minstens, hoogstens"),
        ("wordt_geholpen_door: '>= 2'", "53 rule-kind schrijf 'wordt_geholpen_door: {minstens: 2}'"),
        ("wordt_geholpen_door: {maximaal: 2}", "54 rule-word bedoelt u 'hoogstens'?"),
        ("krijgt_bijdrage_van: {inspanningen: {planning: {eind: {meer_dan: 2028}}}}", f"87 rule-word {ANY}; het dichtst bij komt 'minstens', {EDGE}"),
        ("krijgt_bijdrage_van: {inspanningen: {geld: {bedrag: 'max. € 4,8 mln'}}}", "84 rule-word schrijf 'bedrag: {hoogstens: \"€ 4,8 mln\"}'"),
        ("krijgt_bijdrage_van: {inspanningen: {geld: {bedrag: minstens 100}}}", "84 rule-word schrijf 'bedrag: {minstens: 100}'"),
        ("wordt_gemeten_met: {indicatoren: {nulmeting: {waarde: '> 3 km'}}}", f"86 rule-word schrijf 'waarde: {{minstens: ...}}', {EDGE}"),
        ("krijgt_bijdrage_van: {gewicht: '>= 2'}", "63 rule-word schrijf 'gewicht: {minstens: 2}'"),
    ],
)
def test_a_comparison_is_told_with_the_bound_that_says_it(test: str, expected: str) -> None:
    assert faults(f"{{voor: doelen, eis: {{{test}}}}}") == [expected]


def test_a_comparison_is_told_in_english_too() -> None:
    found = loaded(
        "project_rules:\n  DIN901: {for: goals, demand: {target_date: {before: 2029}}}\n  DIN902: {for: goals, demand: {target_date: '> 2028'}}\n"
    ).findings
    assert [(one.message.en, one.hint.en if one.hint else "") for one in found] == [
        ("'before' cannot stand here", "possible: at_least, at_most, not; the nearest is 'at_most', which counts the value itself"),
        ("'> 2028' cannot stand here", "write 'target_date: {at_least: ...}', which counts the value itself"),
    ]


@pytest.mark.parametrize("test", ["waarde: na overleg", "waarde: '> hoog'", "waarde: circa 100", "waarde: 3 km", "waarde: {minstens: 3 km}"])
def test_what_a_value_can_say_is_no_comparison(test: str) -> None:
    assert faults(f"{{voor: indicatoren, eis: {{nulmeting: {{{test}}}}}}}") == []


@pytest.mark.parametrize(
    ("status", "expected"), [("loopt", "lopend"), ("In uitvoering", "lopend"), ("gestart", "lopend"), ("afgerond", "gereed"), ("lopnde", "lopend")]
)
def test_a_value_that_was_meant_is_told_as_in_a_model(status: str, expected: str) -> None:
    (in_rule,) = loaded(f"projectregels:\n  DIN901: {{voor: inspanningen, eis: {{status: {status}}}}}\n").findings
    in_model = next(one for one in loaded(f"inspanningen: {{a: {{naam: A, status: {status}}}}}\n").findings if one.code == "DIN013")
    assert in_rule.hint == in_model.hint
    assert in_rule.hint is not None
    assert in_rule.hint.nl == f"bedoelt u '{expected}'?"


def test_a_field_that_only_one_of_two_kinds_has_is_told_once() -> None:
    found = loaded("projectregels:\n  DIN901: {voor: [doelen, inspanningen, afspraken], eis: {geld: gegeven}}\n").findings
    assert [one.message.nl for one in found] == ["'geld' is geen veld of verband van doelen"]


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ("{DIN900: {voor: doelen, eis: {naam: gegeven}}}", ["DIN030 rule-code"]),
        ("{DIN107: {voor: doelen, eis: {naam: gegeven}}}", ["DIN030 rule-code"]),
        ("{geld: {voor: doelen, eis: {naam: gegeven}}}", ["DIN030 rule-code"]),
        ("[DIN901]", ["DIN030 rule-list"]),
        ("{DIN901: {voor: doelen, eis: {naam: gegeven}}, DIN901: {voor: doelen, eis: {naam: gegeven}}}", ["DIN006 duplicate-key"]),
        ("", []),
    ],
)
def test_the_codes_are_those_of_a_project(rules: str, expected: list[str]) -> None:
    text = f"projectregels: {rules}\n"
    assert [f"{one.code} {one.slug}" for one in loaded(text).findings] == expected
    assert [f"{one.code} {one.slug}" for one in load_settings(Memory({"dinkit.yaml": text})).findings] == expected


def test_a_part_has_no_rules() -> None:
    found = loaded("delen: [deel.yaml]\n", deel="projectregels: {DIN901: {voor: doelen, eis: {naam: gegeven}}}\n")
    assert [one.slug for one in found.findings] == ["part-key"]
    assert found.network.head.project_rules == {}


def test_a_rule_with_a_fault_keeps_its_code_and_is_not_whole() -> None:
    rules = loaded(
        "projectregels:\n  DIN901: {voor: doelen, eis: {geld: gegeven}}\n  DIN902: {voor: doelen, eis: {naam: gegeven}}\n"
    ).network.head.project_rules
    assert {code: rule.whole for code, rule in rules.items()} == {"DIN901": False, "DIN902": True}


def test_a_typing_error_can_be_mended() -> None:
    text = "projectregels:\n  DIN901: {voor: inspanningen, eis: {gelt: gegeven, status: lopent}}\n"
    edits = [edit for one in loaded(text).findings if one.fix for edit in one.fix.edits]
    for edit in sorted(edits, key=lambda one: -one.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    assert loaded(text).findings == ()


def test_no_word_means_two_things_where_it_may_stand() -> None:
    assert not RULE_ENGLISH.keys() & ENGLISH_KEY.keys()
    for record in RECORDS.values():
        assert not shapes_of(record).keys() & (DIRECTIONS.keys() | {"any_of"})
    assert not RULE_ENGLISH.keys() & DIRECTIONS.keys()
    assert set(KIND_WORDS) <= ENGLISH_KEY.keys() | RULE_ENGLISH.keys()


@pytest.mark.parametrize("rule", ["{voor: [*x, doelen], eis: {bron: gegeven}}", "{voor: doelen, eis: {niveau: [*x, hoofddoel]}}"])
def test_a_rule_of_which_an_item_was_lost_is_not_used(rule: str) -> None:
    assert not loaded(f"projectregels:\n  DIN901: {rule}\n").network.head.project_rules["DIN901"].whole


@pytest.mark.parametrize("unit", ["{een_van: [%s]}", "{vereist: {inspanningen: %s}}", "{niet: %s}"])
def test_what_is_nested_too_deep_is_told_once(unit: str) -> None:
    condition = "{geld: gegeven}"
    for _ in range(500):
        condition = unit % condition
    assert [one.slug for one in loaded(f"projectregels:\n  DIN901: {{voor: inspanningen, eis: {condition}}}\n").findings] == ["too-deep"]
