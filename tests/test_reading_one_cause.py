"""One mistake is one finding, on the mistake: a word beside the key that it stands for, a colon that is missing, a name at the margin."""

from __future__ import annotations

import pytest

from dinkit.model.records import Goal
from reading_support import read, told
from support import findings_of, loaded

MODEL = """\
peildatum: 2027-03-01
doelen:
  minder-leegstand:
    naam: Minder leegstand
    streefdatum: 2028
  veilig:
    naam: Minder overlast
    streefdatum: 2028
inspanningen:
  loket:
    naam: Loket
    draagt_bij_aan: minder-leegstand
    stakeholders: {wethouder: eigenaar}
  cameras:
    naam: Cameras
    draagt_bij_aan: veilig
    stakeholders: {politie: trekker}
stakeholders:
  wethouder:
    naam: Wethouder
  politie:
    naam: Politie
indicatoren:
  meldingen:
    naam: Meldingen
    meet: [veilig, minder-leegstand]
    streefwaarden: [{waarde: 10, datum: 2028}]
"""


def changed(old: str, new: str) -> str:
    """The model with one of its lines written otherwise."""
    assert old in MODEL
    return MODEL.replace(old, new, 1)


def new(text: str) -> list[str]:
    """The findings of reading and of the rules that the model itself has not, with hint and fix, each as one line."""
    known = {(one.code, one.message.nl) for one in findings_of(MODEL)}
    found = [one for one in findings_of(text) if (one.code, one.message.nl) not in known]
    return [
        f"{one.location.span.line}:{one.location.span.column} {one.code} {one.slug} {one.hint.nl if one.hint else '-'}{' (fix)' if one.fix else ''}"
        for one in found
    ]


NEAR = [
    ("    stakeholders: {wethouder: eigenaar}\n", "    partners: [politie]\n", "stakeholders"),
    ("    stakeholders: {wethouder: eigenaar}\n", "    partijen: {politie: trekker}\n", "stakeholders"),
    ("    stakeholders: {wethouder: eigenaar}\n", "    stakeholdrs: [politie]\n", "stakeholders"),
    ("    naam: Minder leegstand\n", "    titel: Leegstand\n", "naam"),
    ("    streefdatum: 2028\n", "    deadline: 2027\n", "streefdatum"),
    ("    streefdatum: 2028\n", "    streef-datum: 2027\n", "streefdatum"),
    ("    streefwaarden: [{waarde: 10, datum: 2028}]\n", "    target: 5\n", "streefwaarden"),
    ("    draagt_bij_aan: veilig\n", "    doelen: [minder-leegstand]\n", "draagt_bij_aan"),
]


@pytest.mark.parametrize(("right", "near", "key"), NEAR, ids=[near.strip() for _, near, _ in NEAR])
def test_beside_the_key_itself_a_near_word_is_one_finding_without_a_fix_whatever_the_order(right: str, near: str, key: str) -> None:
    line = MODEL[: MODEL.index(right)].count("\n") + 1
    told_first = f"{line}:5 DIN010 near-key bedoelt u '{key}'?"
    told_last = f"{line + 1}:5 DIN010 near-key bedoelt u '{key}'?"
    before, after = changed(right, near + right), changed(right, right + near)
    assert (new(before), new(after)) == ([told_first], [told_last])
    for text in (before, after):
        network = loaded(text).network
        assert network.elements == loaded(MODEL).network.elements
        assert [one._replace(mark=None) for one in network.relations] == [one._replace(mark=None) for one in loaded(MODEL).network.relations]


@pytest.mark.parametrize(("right", "near", "key"), NEAR, ids=[near.strip() for _, near, _ in NEAR])
def test_without_the_key_itself_a_near_word_has_a_fix(right: str, near: str, key: str) -> None:
    (found,) = read(changed(right, near)).findings
    assert found.fix is not None
    assert [edit.text for edit in found.fix.edits] == [key]


def test_other_fields_may_stand_between_a_near_word_and_its_key() -> None:
    text = changed("    naam: Minder leegstand\n", "    beschrijving: x\n    naam: Minder leegstand\n    omschrijving: y\n")
    assert new(text) == ["4:5 DIN010 near-key bedoelt u 'omschrijving'?"]
    goal = loaded(text).network.elements["minder-leegstand"]
    assert isinstance(goal, Goal)
    assert goal.description == "y"


def test_of_two_near_words_the_first_is_read_until_the_key_follows() -> None:
    two = changed("    stakeholders: {wethouder: eigenaar}\n", "    partners: {wethouder: eigenaar}\n    partijen: [politie]\n")
    assert new(two) == ["13:5 DIN010 near-key bedoelt u 'stakeholders'? (fix)", "14:5 DIN010 near-key bedoelt u 'stakeholders'?"]
    three = two.replace("    partijen: [politie]\n", "    partijen: [politie]\n    stakeholders: {wethouder: trekker}\n")
    assert new(three) == ["13:5 DIN010 near-key bedoelt u 'stakeholders'?", "14:5 DIN010 near-key bedoelt u 'stakeholders'?"]
    roles = [(one.source, one.target, one.role) for one in loaded(three).network.relations if one.type == "involved_in"]
    assert roles == [("wethouder", "loket", "lead"), ("politie", "cameras", "lead")]


@pytest.mark.parametrize("word", ["projecten", "onderdeelen"])
def test_elements_below_a_near_word_are_read_beside_those_below_the_key_itself(word: str) -> None:
    near, right = f"    {word}:\n      a: {{naam: Aanpak}}\n", "    onderdelen:\n      b: {naam: Borden}\n"
    last = "    stakeholders: {politie: trekker}\n"
    for text, line in ((changed(last, last + near + right), 18), (changed(last, last + right + near), 20)):
        assert new(text) == [f"{line}:5 DIN010 near-key bedoelt u 'onderdelen'?"]
        assert {(one.source, one.target) for one in loaded(text).network.relations if one.type == "part_of"} == {("a", "cameras"), ("b", "cameras")}


def test_a_real_key_given_twice_is_still_told_as_that() -> None:
    twice = changed("    streefdatum: 2028\n", "    streefdatum: 2028\n    streefdatum: 2027\n")
    assert told(read(twice)) == ["6:5 duplicate-key streefdatum"]
    assert told(read(twice.replace("streefdatum: 2027", "target_date: 2027"))) == ["6:5 same-key target_date"]
    assert told(read(changed("    naam: Loket\n", "    naam: Loket\n    id: loket\n"))) == ["12:5 own-id id"]


# name, the line as it was, as it is written, and the one finding: its place and its token
COLONLESS = [
    ("an id", "  loket:\n", "  loket\n", "10:3 no-colon loket"),
    ("an id behind another element", "  cameras:\n", "  cameras\n", "14:3 no-colon cameras"),
    ("an id with a space behind it", "  loket:\n", "  loket  \n", "10:3 no-colon loket"),
    ("an id of two words", "  loket:\n", "  het loket\n", "10:3 no-colon het loket"),
    ("an id with a comment", "  loket:\n", "  loket  # in de stad\n", "10:3 no-colon loket"),
    ("an id with a comment below it", "  loket:\n", "  loket\n    # in de stad\n", "10:3 no-colon loket"),
    ("an id with an empty line below it", "  loket:\n", "  loket\n\n", "10:3 no-colon loket"),
    ("an id in the line of its collection", "inspanningen:\n  loket:\n", "inspanningen: loket\n", "9:15 no-colon loket"),
    ("a part", "    draagt_bij_aan: veilig\n", "    onderdelen:\n      borden\n        naam: Borden\n", "17:7 no-colon borden"),
    ("a collection", "doelen:\n", "doelen\n", "2:1 no-colon doelen"),
    ("the first line", "peildatum: 2027-03-01\ndoelen:\n", "doelen\n", "1:1 no-colon doelen"),
    ("a party with fields", " {politie: trekker}\n", "\n      politie\n        rol: trekker\n", "18:7 no-colon politie"),
    ("a party with its role", " {politie: trekker}\n", "\n      politie trekker\n      wethouder: eigenaar\n", "18:7 no-colon politie trekker"),
    ("a field of a planning", "    naam: Cameras\n", "    naam: Cameras\n    planning:\n      start\n        2026: 1\n", "17:7 no-colon start"),
    ("a name", "    naam: Cameras\n", "    Cameras\n", "15:5 no-colon Cameras"),
    ("an id before braces", "  politie:\n    naam: Politie\n", "  politie {naam: Politie, soort: organisatie}\n", "21:3 no-colon politie"),
    ("an id close to braces", "  politie:\n    naam: Politie\n", "  politie{naam: Politie, soort: organisatie}\n", "21:3 no-colon politie"),
    ("an id in braces", "stakeholders:\n  wethouder:\n    naam: Wethouder\n", "stakeholders: {wethouder {naam: W}}\n", "18:16 no-colon wethouder"),
    ("a link before braces", "stakeholders: {politie: trekker}", "stakeholders {politie: trekker, wethouder: eigenaar}", "17:5 no-colon stakeholders"),
    ("a planning before braces", "    naam: Cameras\n", "    naam: Cameras\n    planning {start: 2026, eind: 2027}\n", "16:5 no-colon planning"),
    ("a collection before braces", "indicatoren:\n", "themas {a: {naam: A}, b: {naam: B}}\nindicatoren:\n", "23:1 no-colon themas"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "written", "finding"), [case[1:] for case in COLONLESS], ids=[case[0] for case in COLONLESS])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["", "windows"])
def test_a_colon_that_is_missing_is_told_where_it_is_missing_and_nothing_else(old: str, written: str, finding: str, end: str) -> None:
    text = changed(old, written).replace("\n", end)
    assert told(read(text)) == [finding]
    (found,) = new(text)
    assert found.split(" ")[1] == "DIN004"


# name, the line as it was, as it is written, and the one finding
STUCK = [
    ("a field of a planning", "    naam: Cameras\n", "    naam: Cameras\n    planning: start: 2026\n", "16:20 colon :"),
    ("a field of an amount", "    naam: Cameras\n", "    naam: Cameras\n    geld: bedrag: 2026\n", "16:17 colon :"),
    ("a date", "    streefdatum: 2028\n", "    streefdatum: eind: 2028\n", "5:22 colon :"),
    ("a status", "    naam: Cameras\n", "    naam: Cameras\n    status: nog: gepland\n", "16:16 colon :"),
    ("an element", "inspanningen:\n  loket:\n", "inspanningen: loket:\n", "9:20 pairs-in-line :"),
    (
        "between braces",
        "  politie:\n    naam: Politie\n",
        "  politie: {naam: Politie}\nmijlpalen: {m: {naam: M, datum: x: 2026}}\n",
        "22:34 flow-colon :",
    ),
    ("a collection below a date", "doelen:\n", "  doelen:\n", "2:3 indented-more doelen"),
    ("a collection below a language", "doelen:\n", "taal: nl\n  doelen:\n", "3:3 indented-more doelen"),
]


@pytest.mark.parametrize(("old", "written", "finding"), [case[1:] for case in STUCK], ids=[case[0] for case in STUCK])
def test_what_stands_before_a_colon_too_many_is_not_judged(old: str, written: str, finding: str) -> None:
    text = changed(old, written)
    assert told(read(text)) == [finding]
    assert len(new(text)) == 1


def test_a_head_that_took_in_the_next_line_is_read_as_its_own_line() -> None:
    date = loaded(changed("doelen:\n", "  doelen:\n")).network.head.reference_date
    assert date == loaded(MODEL).network.head.reference_date


def test_a_wrong_value_above_a_fault_of_its_own_is_still_told() -> None:
    text = changed("    naam: Cameras\n", "    naam: Cameras\n    status: nog\n    nummer 3\n")
    assert told(read(text)) == ["16:13 value-of nog", "17:5 no-colon nummer 3"]
    text = changed("    naam: Cameras\n", "    naam: Cameras\n    status: nog\n      nummer: 3\n")
    assert told(read(text)) == ["16:13 value-of nog", "17:7 indented-more nummer"]


@pytest.mark.parametrize("text", ["    omschrijving:\n      Kort\n        let op: dit\n", "    bron:\n      Nota\n        let op: dit\n"])
def test_a_text_in_a_line_of_its_own_needs_no_colon(text: str) -> None:
    assert told(read(changed("    naam: Cameras\n", f"    naam: Cameras\n{text}"))) == ["18:15 colon :"]


# the line as it was, as it is written, and the finding with its hint
BRACES = [
    ("  politie:\n    naam: Politie\n", "  politie {naam: Politie}\n", "21:3 DIN010 near-key bedoelt u 'politie: {naam'? (fix)"),
    ("stakeholders: {politie: trekker}", "stakeholders {politie: trekker}", "17:5 DIN010 near-key bedoelt u 'stakeholders: {politie'? (fix)"),
    (
        "    naam: Cameras\n",
        "    naam: Cameras\n    planning {start: 2026}\n",
        "16:5 DIN010 near-key bedoelt u 'planning: {start'? (fix)",
    ),
]


@pytest.mark.parametrize(("old", "written", "finding"), BRACES, ids=[written.strip() for _, written, _ in BRACES])
def test_a_colon_missing_before_one_pair_in_braces_is_told_once_and_mended(old: str, written: str, finding: str) -> None:
    text = changed(old, written)
    assert new(text) == [finding]
    (found,) = read(text).findings
    assert found.fix is not None
    (edit,) = found.fix.edits
    assert new(text[: edit.start] + edit.text + text[edit.end :]) == []


def test_an_element_without_its_colon_before_braces_is_read_by_its_id_and_name() -> None:
    text = changed("  politie:\n    naam: Politie\n", "  politie {naam: Politie}\n")
    assert loaded(text).network.elements["politie"] == loaded(MODEL).network.elements["politie"]
    other = changed("  politie:\n    naam: Politie\n", "  politie {soort: organisatie}\n")
    assert new(other) == ["21:3 DIN010 near-key bedoelt u 'politie: {soort'? (fix)"]
    assert "politie" in loaded(other).network.elements


def test_a_link_without_its_colon_before_braces_is_read() -> None:
    text = changed("stakeholders: {politie: trekker}", "stakeholders {politie: trekker}")
    roles = [(one.source, one.target, one.role) for one in loaded(text).network.relations if one.type == "involved_in"]
    assert roles == [("wethouder", "loket", "owner"), ("politie", "cameras", "lead")]


# name, the line as it was, as it is written, and the one finding
MARGIN = [
    ("the first field", "    naam: Cameras\n", "naam: Cameras\n", "15:1 DIN004 top-line"),
    ("the first field of a goal", "    naam: Minder overlast\n", "naam: Minder overlast\n", "7:1 DIN004 top-line"),
    ("the only field", "    naam: Politie\n", "naam: Politie\n", "22:1 DIN010 not-at-top"),
    ("the last field", "    naam: Politie\n", "    soort: organisatie\nnaam: Politie\n", "23:1 DIN010 not-at-top"),
]


@pytest.mark.parametrize(("old", "written", "finding"), [case[1:] for case in MARGIN], ids=[case[0] for case in MARGIN])
def test_a_name_at_the_margin_is_one_finding_and_is_read(old: str, written: str, finding: str) -> None:
    text = changed(old, written)
    assert [" ".join(one.split(" ")[:3]) for one in new(text)] == [finding]
    name = old.strip().removeprefix("naam: ")
    assert name in [one.name for one in loaded(text).network.elements.values()]


def test_a_name_at_the_margin_is_that_of_no_element_that_has_one() -> None:
    text = MODEL + "naam: Nog een\n"
    assert [one.split(" ")[2] for one in new(text)] == ["not-at-top"]
    assert "Nog een" not in [one.name for one in loaded(text).network.elements.values()]


ASTRAY = [
    (  # efforts below the goal that they are for
        "    streefdatum: 2028\n  veilig",
        "    streefdatum: 2028\n    inspanningen:\n      pand: Pand huren\n  veilig",
        "6:5 DIN010 stray-pointing laat 'inspanningen' aan het begin van de regel beginnen, en zet bij elk element daaronder 'draagt_bij_aan: minder-leegstand'",
    ),
    (  # a measurement below its indicator
        "    meet: [veilig, minder-leegstand]\n",
        "    meet: [veilig, minder-leegstand]\n    metingen: {nu: {waarde: 12, datum: 2027}}\n",
        "27:5 DIN010 stray-pointing laat 'metingen' aan het begin van de regel beginnen, en zet bij elk element daaronder 'van: meldingen'",
    ),
    (  # a goal below an effort: it is the effort that points
        "    draagt_bij_aan: veilig\n",
        "    draagt_bij_aan: veilig\n    doelen: {schoon: Schone straten}\n",
        "17:5 DIN010 stray-collection laat 'doelen' aan het begin van de regel beginnen, en verwijs naar elkaar met id's",
    ),
    (  # parts of an effort under the word for all efforts
        "    draagt_bij_aan: veilig\n",
        "    draagt_bij_aan: veilig\n    inspanningen: {paal: Paal plaatsen}\n",
        "17:5 DIN010 near-key bedoelt u 'onderdelen'? (fix)",
    ),
    (  # ids with what is said of them are no parts
        "    draagt_bij_aan: veilig\n",
        "    draagt_bij_aan: veilig\n    inspanningen: {paal: 0.6}\n",
        "17:5 DIN010 stray-collection laat 'inspanningen' aan het begin van de regel beginnen, en verwijs naar elkaar met id's",
    ),
    (
        "    stakeholders: {politie: trekker}\n",
        "    stakeholders: politie: trekker\n",
        "17:26 DIN004 pairs-in-line schrijf 'stakeholders: {politie: trekker}' (fix)",
    ),
    (  # the name of a party, and not its id
        "    stakeholders: {politie: trekker}\n",
        "    stakeholders: de politie: trekker\n",
        "17:29 DIN004 pairs-in-line schrijf 'stakeholders: {<id>: ...}'",
    ),
    (
        "    draagt_bij_aan: veilig\n",
        "    draagt_bij_aan: veilig\n    inspanning: elders\n",
        "17:5 DIN010 unknown-key -",
    ),
    (
        "    draagt_bij_aan: veilig\n",
        "    draagt_bij_aan: veilig\n    geld: 200000 in 2028\n",
        "17:11 DIN014 wordy-number schrijf {bedrag: 200000, periode: 2028}",
    ),
]


@pytest.mark.parametrize(("old", "astray", "told"), ASTRAY)
def test_what_stands_in_a_wrong_place_or_line_is_told_once(old: str, astray: str, told: str) -> None:
    assert new(changed(old, astray)) == [told]


def test_a_value_under_its_year_in_a_measurement_is_told_with_both_keys() -> None:
    text = MODEL + "metingen:\n  nu: {van: meldingen, 2027-Q1: 12}\n"
    assert "29:24 DIN010 near-word schrijf 'waarde: 12, datum: 2027-Q1'" in new(text)
