"""Fields, values, ids and heads of the wrong sort: one finding each, on the offending token, and everything else is read."""

from __future__ import annotations

from itertools import combinations

import pytest

from dinkit.model.records import Effort
from reading_support import dutch, read, told
from support import brief, loaded

AROUND = "doelen: {d: D}\nstakeholders: {p: P}\ninspanningen:\n"

# name, fields of effort w, findings as `line:column slug token`
FIELDS = [
    ("the name a mapping", "naam: {x: y}", ["4:13 text {x: y}"]),
    ("the name a list", "naam: [x]", ["4:13 text [x]"]),
    ("a description that is a list", "naam: W, omschrijving: [x]", ["4:30 text [x]"]),
    ("other names as a mapping", "naam: W, andere_namen: {a: b}", ["4:30 text {a: b}"]),
    ("other names in a list in a list", "naam: W, andere_namen: [[a], b]", ["4:31 text [a]"]),
    ("an empty item", "naam: W, trefwoorden: [a, null]", ["4:33 empty-item null"]),
    ("an announced count that is a number", "naam: W, aangekondigd: 3", ["4:30 mapping 3"]),
    ("an announced count that is no number", "naam: W, aangekondigd: {onderdelen: zes}", ["4:43 whole zes"]),
    ("an announced count of what does not exist", "naam: W, aangekondigd: {onderdeln: 6}", ["4:31 near-key onderdeln"]),
    ("a date as a list", "naam: W, beeindigd: [2019]", ["4:27 date [2019]"]),
    ("a date as a mapping", "naam: W, beeindigd: {jaar: 2019}", ["4:27 date {jaar: 2019}"]),
    ("a number as a list", "naam: W, nummer: [1]", ["4:24 text [1]"]),
    ("a provenance that does not exist", "naam: W, herkomst: bedacht", ["4:26 value-of bedacht"]),
    ("a provenance with a typing error", "naam: W, herkomst: vermled", ["4:26 near-value vermled"]),
    ("a provenance as a list", "naam: W, herkomst: [vermeld]", ["4:26 near-value [vermeld]"]),
    ("a place as a mapping", "naam: W, bron: {contract: 1}", ["4:22 text {contract: 1}"]),
    ("a type of another kind", "naam: W, soort: convenant", ["4:23 value-of convenant"]),
    ("a status of another kind", "naam: W, status: groen", ["4:24 value-of groen"]),
    ("a planning as a list", "naam: W, planning: [2019, 2020]", ["4:26 wordy-period [2019, 2020]"]),
    ("a planning with an unknown key", "naam: W, planning: {begin: 2019}", ["4:27 near-key begin"]),
    ("a planning with a list in it", "naam: W, planning: {start: [2019]}", ["4:34 date [2019]"]),
    ("a planning in words", "naam: W, planning: vroeger", ["4:26 period vroeger"]),
    ("money as a list in a list", "naam: W, geld: [[1]]", ["4:23 mapping [1]"]),
    ("money with a mapping as amount", "naam: W, geld: {bedrag: {a: b}}", ["4:31 number {a: b}"]),
    ("money with two faults", "naam: W, geld: {sort: uitgave, per: week}", ["4:23 near-key sort", "4:43 value-of week"]),
    ("sub-efforts as a list", "naam: W, onderdelen: [a]", ["4:28 no-collection ["]),
    ("sub-efforts as a text", "naam: W, onderdelen: a", ["4:28 no-collection a"]),
    ("a weight in words", "naam: W, draagt_bij_aan: {d: zwaar}", ["4:36 weight zwaar"]),
    ("a weight as a list", "naam: W, draagt_bij_aan: {d: [x]}", ["4:36 weight [x]"]),
    ("a link as a list in a list", "naam: W, draagt_bij_aan: [[d]]", ["4:33 no-link [d]"]),
    ("an empty link", "naam: W, draagt_bij_aan: ''", ["4:32 no-link ''"]),
    ("an empty item among links", "naam: W, draagt_bij_aan: [d, null]", ["4:36 no-link null"]),
    ("a role that does not exist", "naam: W, stakeholders: {p: baas}", ["4:34 value-of baas"]),
    ("a detail with a typing error", "naam: W, draagt_bij_aan: {d: {gewigt: +}}", ["4:37 near-key gewigt"]),
    ("a key with a typing error", "naam: W, omschrijvng: x", ["4:16 near-key omschrijvng"]),
    ("an English key with a typing error", "naam: W, descripton: x", ["4:16 near-key descripton"]),
    ("a key of another kind", "naam: W, missie: x", ["4:16 stray-key missie"]),
    ("a key of nothing", "naam: W, kleur: rood", ["4:16 unknown-key kleur"]),
    ("goals inside an effort", "naam: W, subdoelen: {x: X}", ["4:16 stray-key subdoelen"]),
    ("a collection inside an effort", "naam: W, doelen: {x: X}", ["4:16 stray-collection doelen"]),
    ("a nested collection with a typing error", "naam: W, onderdeeln: {x: X}", ["4:16 near-key onderdeeln"]),
    ("no name", "omschrijving: x", ["4:3 missing w"]),
    ("an empty name", "naam: ''", ["4:7 empty-name naam"]),
    ("a name of white space", "naam: '  '", ["4:7 empty-name naam"]),
    ("a name left empty", "naam: ", ["4:7 empty-name naam"]),
    (
        "several at once",
        "naam: W, soort: raar, kleur: rood, beeindigd: 2019-13, geld: 2.200, stakeholders: {p: baas}",
        ["4:23 value-of raar", "4:29 unknown-key kleur", "4:53 date 2019-13", "4:68 ambiguous-number 2.200", "4:93 value-of baas"],
    ),
]
VALUES = [
    ("2.200", ["4:20 ambiguous-number 2.200"]),
    ("1,22", ["4:20 dutch-number 1,22"]),
    ("'1,22'", ["4:20 dutch-number '1,22'"]),
    ("1e3", ["4:20 number 1e3"]),
    ("nan", ["4:20 number nan"]),
    (".inf", ["4:20 number .inf"]),
    ("-Inf", ["4:20 number -Inf"]),
    ("1_000", ["4:20 number 1_000"]),
    ("0x10", ["4:20 number 0x10"]),
    ("1.2.3", ["4:20 number 1.2.3"]),
    ("1.234.567", ["4:20 dutch-number 1.234.567"]),
    ("1 000", ["4:20 number 1 000"]),
    ("10-20", ["4:20 number 10-20"]),
    ("'10 tot 20 banen'", ["4:20 number '10 tot 20 banen'"]),
    ("'70 % + pm'", ["4:20 number '70 % + pm'"]),
    ("2.200 dossiers", ["4:20 dutch-number 2.200 dossiers"]),
    ("1,22 %", ["4:20 dutch-number 1,22 %"]),
    ("'1,2,3 %'", ["4:20 number '1,2,3 %'"]),
    ("9999999999999999999999999999999999999999", ["4:20 number 9999999999999999999999999999999999999999"]),
    ("'9999999999999999999999999999999999999999 %'", ["4:20 number '9999999999999999999999999999999999999999 %'"]),
    (
        "'1                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    x'",
        [
            "4:20 number '1                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    x'"
        ],
    ),
    ("{waarde: 1,22%}", ["4:31 comma-value 22%"]),
    ("{waarde: 1,22, eenheid: x}", ["4:31 comma-value 22"]),
    ("[1,22%]", ["4:22 comma-list ,"]),
    ("[1, 22%]", []),
    ("''", ["4:20 number ''"]),
    ("{waarde: [1]}", ["4:29 number [1]"]),
    ("{waarde: 12 #x}", ["4:32 hash-bracket #"]),
    ("[{waarde: 2.200}, {waarde: 1e3}]", ["4:30 ambiguous-number 2.200", "4:47 number 1e3"]),
]
IDS = [
    ("Id_With", ["3:3 id Id_With"], ["z"]),
    ("Doel A", ["3:3 id Doel A"], ["z"]),
    ("1a", ["3:3 id 1a"], ["z"]),
    ("-a", ["3:3 id -a"], ["z"]),
    ("é", ["3:3 id é"], ["z"]),
    ("a.b", ["3:3 id a.b"], ["z"]),
    ("a/b", ["3:3 id a/b"], ["z"]),
    ("'<b>'", ["3:3 id '<b>'"], ["z"]),
    ("''", ["3:3 id ''"], ["z"]),
    ("~", ["3:3 id ~"], ["z"]),
    (
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ["3:3 long-id aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"],
        ["z"],
    ),
    ("onbekend", ["3:3 reserved-id onbekend"], ["z", "onbekend"]),
    ("unknown", ["3:3 reserved-id unknown"], ["z", "unknown"]),
    ("naam", ["3:3 reserved-id naam"], ["z", "naam"]),
    ("goals", ["3:3 reserved-id goals"], ["z", "goals"]),
    ("geen", ["3:3 none-and-some geen"], ["z"]),
]
HEADS = [
    ("a key with a typing error", "dolen: {a: A}", ["1:1 near-key dolen"]),
    ("an English one", "gaols: {a: A}", ["1:1 near-key gaols"]),
    ("a key of nothing", "kleur: rood", ["1:1 unknown-key kleur"]),
    ("a key of an element", "naam: X", ["1:1 not-at-top naam"]),
    ("a format to come", "formaat: 2", ["1:10 value-of 2"]),
    ("a language that is none", "taal: fr", ["1:7 value-of fr"]),
    ("a profile with a typing error", "profiel: klasiek", ["1:10 near-value klasiek"]),
    ("a reference date in words", "peildatum: gisteren", ["1:12 date gisteren"]),
    ("a model that is no id", "model: Almelo 2019", ["1:8 id Almelo 2019"]),
    ("a model as a list", "model: [a]", ["1:8 id [a]"]),
    ("parts as a mapping", "delen: {a: b}", ["1:8 text {a: b}"]),
    ("labels of what is no kind", "labels: {kleur: rood}", ["1:9 labels {kleur: rood}"]),
    ("labels as a list", "labels: [a]", ["1:9 labels [a]"]),
    ("rules as a list", "regels: [tip]", ["1:9 mapping [tip]"]),
    ("defaults as a text", "standaard: vermeld", ["1:12 mapping vermeld"]),
    ("defaults with a stray key", "standaard: {bron: x}", ["1:13 one-of-keys bron"]),
    ("the programme as a text", "programma: X", ["1:12 no-programme X"]),
    ("the programme as a list", "programma: [X]", ["1:12 no-programme ["]),
    ("a programme with a wrong id", "programma: {id: A B, naam: X}", ["1:17 id A B"]),
    ("a programme without a name", "programma: {id: p}", ["1:13 missing id"]),
    ("a mission without its text", "programma: {naam: P, missie: [{bron: c 1}]}", ["1:31 missing {bron: c 1}"]),
    ("a collection as a list", "doelen: [a, b]", ["1:9 no-collection ["]),
    ("a collection as a text", "doelen: geen", ["1:9 no-collection geen"]),
    ("none and some", "doelen: {geen: niets gevonden, a: A}", ["1:10 none-and-some geen"]),
    ("none with a wrong reason", "doelen: {geen: [x], bron: {a: b}}", ["1:16 text [x]", "1:27 text {a: b}"]),
    ("none behind its source", "doelen: {bron: [x], geen: niets gevonden}", []),
    ("a source without none", "doelen: {bron: Meer bronnen, a: A}", ["1:10 reserved-id bron"]),
    ("none without a reason", "doelen: {geen: }", ["1:10 empty-field geen"]),
    ("parts left empty", "delen:", []),
]


@pytest.mark.parametrize(("fields", "expected"), [case[1:] for case in FIELDS], ids=[case[0] for case in FIELDS])
def test_a_field_of_the_wrong_sort(fields, expected):
    result = read(f"{AROUND}  w: {{{fields}}}\n")
    assert told(result) == expected
    assert [found.element for found in result.findings] == ["w"] * len(expected)
    assert "w" in result.network.damaged
    assert isinstance(result.network.elements["w"], Effort)
    assert set(result.network.elements) - {"x"} == {"d", "p", "w"}


@pytest.mark.parametrize("start", range(0, len(FIELDS) - 1, 5))
def test_faults_do_not_hide_each_other(start):
    for one, two in combinations(FIELDS[start : start + 8], 2):
        result = read(f"{AROUND}  w: {{{one[1]}}}\n  v: {{{two[1].replace('x: X', 'y: Y')}}}\n")
        moved = [finding.replace("missing w", "missing v").replace("4:", "5:", 1) for finding in two[2]]
        assert told(result) == [*one[2], *moved]
        astray = {name for name, given in (("x", one[1]), ("y", two[1])) if "doelen: {x" in given}
        assert result.network.damaged == {"v", "w"} | astray


@pytest.mark.parametrize(("value", "expected"), VALUES)
def test_a_value_is_never_guessed(value, expected):
    result = read(f"indicatoren:\n  i:\n    naam: I\n    streefwaarden: {value}\n")
    assert told(result) == expected
    assert "i" in result.network.elements


@pytest.mark.parametrize(("given", "expected", "kept"), IDS)
def test_an_id_of_the_wrong_sort(given, expected, kept):
    result = read(f"inspanningen:\n  z: Z\n  {given}: X\n")
    assert told(result) == expected
    assert list(result.network.elements) == kept


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in HEADS], ids=[case[0] for case in HEADS])
def test_a_head_of_the_wrong_sort(text, expected):
    result = read(f"{text}\ninspanningen: {{w: {{naam: W, status: raar}}}}\n")
    assert told(result) == [*expected, "2:37 value-of raar"]
    assert "w" in result.network.elements


def test_an_id_of_two_elements_is_a_flaw_and_damages_both():
    network = read("delen: [deel.yaml]\ndoelen: {a: A, b: B, a: C}\n", deel="inspanningen: {b: {naam: W, onderdelen: {v: V}}}\n").network
    assert [(flaw.what, flaw.given, flaw.file, flaw.mark.start_mark.index) for flaw in network.flaws if flaw.what == "double-id"] == [
        ("double-id", "a", 0, 40),
        ("double-id", "b", 1, 15),
    ]
    assert network.damaged >= {"a", "b"}
    assert [network.elements[name].name for name in ("a", "b", "v")] == ["A", "B", "V"]


def test_text_stays_text():
    fields = "naam: no, omschrijving: yes, nummer: 1.10, trefwoorden: [on, off, true, 007, 2019-01-01, 0x10]"
    effort = read(f"inspanningen:\n  w: {{{fields}}}\n").network.elements["w"]
    assert (effort.name, effort.description, effort.number) == ("no", "yes", "1.10")
    assert effort.tags == ("on", "off", "true", "007", "2019-01-01", "0x10")


def test_a_field_left_empty_is_absent():
    result = read(
        "standaard: {herkomst: vermeld}\ninspanningen:\n  w:\n    naam: W\n    omschrijving:\n    trefwoorden: ~\n    planning: null\n    herkomst:\n    draagt_bij_aan:\n    onderdelen:\n"
    )
    effort = result.network.elements["w"]
    assert told(result) == []
    assert (effort.description, effort.tags, effort.planning, effort.provenance) == (None, (), None, "stated")


def test_a_comment_that_cuts_off_a_text_is_a_warning():
    text = "doelen:\n  a: Actie #3 van het plan\n  b: Actie # gewoon een opmerking\n  c: 'Actie #3'\n  d: {naam: D, omschrijving: >-\n    over #3\n    }\n"
    assert told(read(text.replace("{naam: D, omschrijving: >-\n    over #3\n    }", "\n    naam: D\n    omschrijving: >-\n      over #3"))) == [
        "2:12 hash-comment #3 van het plan"
    ]


def test_marks_that_turn_the_reading_direction_are_a_warning():
    result = read("doelen:\n  a: \u202eA\u202c\n  b: B\n  c: C\u200f\n")
    assert told(result) == ["2:6 hidden-direction \u202e", "4:7 hidden-direction \u200f"]
    assert {found.severity.value for found in result.findings} == {"warning"}


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("doelen: {a: {naam: A, omschrijvng: x}}", "bedoelt u 'omschrijving'?"),
        ("goals: {a: {name: A, descripton: x}}", "bedoelt u 'description'?"),
        ("goals: {a: {name: A, provenance: statd}}", "bedoelt u 'stated'?"),
        ("doelen: {a: {naam: A, herkomst: vermled}}", "bedoelt u 'vermeld'?"),
        ("goals: {a: {name: A, target_dat: 2019}}", "bedoelt u 'target_date'?"),
        ("doelen: {a: {naam: A, Streefdatum: 2019}}", "bedoelt u 'streefdatum'?"),
        ("doelen: {a: {naam: A, draagt bij aan: b}}", "bedoelt u 'draagt_bij_aan'?"),
    ],
)
def test_the_nearest_word_is_in_the_language_of_the_file(text, guess):
    assert [found.hint.nl for found in read(text).findings] == [guess]


def test_the_messages_say_what_to_write():
    assert dutch("doelen:\n  a: {omschrijving: x}\n") == ["'a' heeft geen naam | voeg 'naam: ...' toe"]
    assert dutch("doelen:\n  a:\n    naam:\n") == ["'a' heeft geen naam | vul de naam in"]
    assert dutch("regels: [tip]\ndoelen: {a: A}\n") == ["'regels' moet velden hebben, zoals 'DIN409: tip'"]
    assert [one.message.en for one in read("goals:\n  a: {description: x}\n").findings] == ["'a' has no 'name'"]
    assert dutch("goals:\n  a: {description: x}\n") == ["'a' heeft geen name | voeg 'name: ...' toe"]
    assert dutch("inspanningen: {w: {naam: W, planning: 14-05-2019}}") == [
        "'14-05-2019' is geen datum zoals dinkit die leest | schrijf jaar, maand, dag: 2019-05-14"
    ]
    assert dutch("inspanningen: {w: {naam: W, aangekondigd: 3}}") == ["'aangekondigd' moet velden hebben, zoals 'onderdelen: 3'"]
    assert dutch("inspanningen: {w: {naam: W, soort: doel}}") == [
        "'doel' kan niet bij 'soort'; mogelijk: project, proces, routine, improvisatie, pilot, experiment, evenement, regeling, onbekend"
    ]
    assert dutch("indicatoren: {i: {naam: I, streefwaarden: 2.200}}") == [
        "'2.200' kan twee dingen zijn: 2200 of 2.2 | schrijf 2200 of 2.2, of het getal in Nederlandse notatie (2.200 is tweeduizend) met zijn eenheid tussen aanhalingstekens"
    ]
    assert dutch("doelen: {a: {naam: A, schaal: 3}}") == ["'schaal' kan niet bij een element van de soort 'doel'"]


def test_what_a_user_wrote_is_shown_short_and_printable():
    message = dutch('doelen: {a: {naam: A, herkomst: "\\e[31m' + "x" * 500 + '"}}')[0]
    assert len(message) < 200
    assert message.isprintable()


def test_a_list_of_links_with_roles_says_to_leave_the_dashes_out() -> None:
    text = "inspanningen:\n  a:\n    naam: A\n    stakeholders:\n      - b: trekker\n      - [b]\nstakeholders:\n  b: B\n"
    found = [(brief(one), one.slug) for one in loaded(text).findings]
    assert found == [("5:9 DIN011 a", "dashed-link"), ("6:9 DIN011 a", "no-link")]
