"""Fixes as data: what a finding carries that mends it, where the repair is certain; and that it carries none where it is not."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from dinkit.checking.run import check
from dinkit.editing.fixes import edits_of, is_touched, written_after
from dinkit.editing.splice import fingerprint, splice
from dinkit.finding import Edit, Finding, Text
from dinkit.fixing import fix
from dinkit.reading.changing import written
from dinkit.reading.load import load
from dinkit.reading.problem import Change, Repair
from dinkit.reading.spelling import clearly_meant
from dinkit.source import Memory

BASE = """\
doelen:
  meer-banen: Meer banen
  minder-files: Minder files
stakeholders:
  gemeente: Gemeente
bronnen:
  contract: Contract
indicatoren:
  banen:
    naam: Banen
    schaal: [laag, midden, hoog]
    meet: meer-banen
inspanningen:
  loket:
    naam: Loket openen
"""


@dataclass(frozen=True)
class Case:
    """Lines behind the base model, the code of the fault, and those lines as they are mended; None where nothing may be done."""

    name: str
    text: str
    code: str
    mended: str | None


def effort(name: str, text: str, code: str, mended: str | None) -> Case:
    """A fault in a field of the effort."""
    return Case(name, f"    {text}\n", code, None if mended is None else f"    {mended}\n" if mended else "")


CASES = [
    effort("one letter too many in an id", "draagt_bij_aan: meer-bannen", "DIN102", "draagt_bij_aan: meer-banen"),
    effort("the same in quotes", "draagt_bij_aan: 'meer-bannen'", "DIN102", "draagt_bij_aan: 'meer-banen'"),
    effort("an id with capitals", "draagt_bij_aan: Meer_Banen", "DIN102", "draagt_bij_aan: meer-banen"),
    effort("an id that is linked already", "draagt_bij_aan: [meer-bannen, meer-banen]", "DIN102", None),
    effort("an id of something that is not there", "draagt_bij_aan: schonere-lucht", "DIN102", None),
    effort("several ids of which one is unknown", "draagt_bij_aan: meer-banen, minder-filles", "DIN102", None),
    effort("a payer", "geld: [{bedrag: 3, betaler: gemente}]", "DIN102", "geld: [{bedrag: 3, betaler: gemeente}]"),
    effort("a source", "bron: [contrct § 3, contract § 4, contrct § 5]", "DIN112", "bron: [contract § 3, contract § 4, contract § 5]"),
    effort("a source in quotes", 'bron: "contrct § 3"', "DIN112", 'bron: "contract § 3"'),
    effort("a source that is not there", "bron: perspectiefnota § 3", "DIN112", None),
    effort("a key", "plannin: 2019", "DIN010", "planning: 2019"),
    effort("a key with a capital", "Omschrijving: Een loket", "DIN010", "omschrijving: Een loket"),
    effort("a key of a link", "draagt_bij_an: meer-banen", "DIN010", "draagt_bij_aan: meer-banen"),
    effort("a key in quotes", '"plannin": 2019', "DIN010", '"planning": 2019'),
    effort("a key that is there already", "nummer: 1\n    numer: 2", "DIN010", None),
    effort("a key that is none", "kleur: groen", "DIN010", None),
    effort("a word of a list", "herkomst: vermled", "DIN013", "herkomst: vermeld"),
    effort("a word between two of a list", "status: gst", "DIN013", None),
    effort("a colour", "sturing: regi", "DIN013", "sturing: regie"),
    effort("an amount without its sign", "geld: 2,5 miljoen", "DIN014", 'geld: "€ 2,5 miljoen"'),
    effort("an amount between braces", "geld: {bedrag: € 4,8 mln, soort: uitgave}", "DIN010", 'geld: {bedrag: "€ 4,8 mln", soort: uitgave}'),
    effort("a number with two readings", "geld: 2.200", "DIN014", None),
    effort("thousands in English or thousandths in Dutch", "geld: 1,234", "DIN014", None),
    effort("a link twice", "draagt_bij_aan: [meer-banen, meer-banen]", "DIN105", "draagt_bij_aan: [meer-banen]"),
    effort("a link twice, in lines", "draagt_bij_aan:\n      - meer-banen\n      - meer-banen", "DIN105", "draagt_bij_aan:\n      - meer-banen"),
    effort("a link twice, with a remark", "draagt_bij_aan:\n      - meer-banen\n      - meer-banen  # ja", "DIN105", None),
    effort("a key twice", "nummer: 3\n    nummer: 3", "DIN006", "nummer: 3"),
    effort("a key twice with a remark", "nummer: 3\n    nummer: 3  # zie contract", "DIN006", None),
    effort("a key twice that says something else", "nummer: 3\n    nummer: 4", "DIN006", None),
    effort("a key in both languages", "nummer: 3\n    number: 3", "DIN006", "nummer: 3"),
    effort("its own id", "id: loket", "DIN006", ""),
    effort("an id besides its own", "id: balie", "DIN006", None),
    effort("no space behind a colon", "geld: {bedrag:3, soort: uitgave}", "DIN010", "geld: {bedrag: 3, soort: uitgave}"),
    effort("a fixed space", "omschrijving:\xa0Een loket", "DIN004", "omschrijving: Een loket"),
    effort("a number behind a hash", "omschrijving: actie #3 uitvoeren", "DIN025", 'omschrijving: "actie #3 uitvoeren"'),
    effort("a remark behind a hash", "omschrijving: actie #nog doen", "DIN025", None),
    effort("a colon in a text", "omschrijving: Actie: een loket", "DIN004", 'omschrijving: "Actie: een loket"'),
    effort("a party with its role in the line of its key", "stakeholders: gemeente: trekker", "DIN004", "stakeholders: {gemeente: trekker}"),
    effort("the same with a remark", "stakeholders: gemeente: trekker  # wie?", "DIN004", "stakeholders: {gemeente: trekker}  # wie?"),
    effort("two goals with their weights", "draagt_bij_aan: meer-banen: 3, minder-files: ++", "DIN004", "draagt_bij_aan: {meer-banen: 3, minder-files: ++}"),
    effort("an id that is not there yet", "draagt_bij_aan: veilig: 3", "DIN004", "draagt_bij_aan: {veilig: 3}"),
    effort("a part with its name", "onderdelen: balie: Balie openen", "DIN004", "onderdelen: {balie: Balie openen}"),
    effort("a party that is no id", "stakeholders: gemeente Almelo: trekker", "DIN004", None),
    effort("a role where its party should be", "stakeholders: trekker: gemeente", "DIN004", None),
    effort("a goal with fields", "draagt_bij_aan: meer-banen: {gewicht: 3}", "DIN004", None),
    effort("a party with another below it", "stakeholders: gemeente: trekker\n      wijkraad: partner", "DIN004", None),
    Case("a party in a line between braces", "  b: {naam: B, stakeholders: gemeente: trekker}\n", "DIN004", "  b: {naam: B, stakeholders: {gemeente: trekker}}\n"),
    Case("the same before a key", "  b: {naam: B, stakeholders: gemeente: trekker, nummer: 2}\n", "DIN004", "  b: {naam: B, stakeholders: {gemeente: trekker}, nummer: 2}\n"),
    Case("two parties between braces", "  b: {naam: B, stakeholders: gemeente: trekker, wijkraad: partner}\n", "DIN004", None),
    effort("a second key in a line", "omschrijving: Een loket nummer: 3", "DIN004", None),
    effort("an apostrophe in front", "omschrijving: 's-Hertogenbosch groen", "DIN004", 'omschrijving: "\'s-Hertogenbosch groen"'),
    effort("text behind a quote", 'omschrijving: "Groen" voor de stad', "DIN004", "omschrijving: '\"Groen\" voor de stad'"),
    effort("text between two quotes", 'omschrijving: "Groen" en "rood"', "DIN004", None),
    effort("a sign in front", "omschrijving: @home", "DIN004", 'omschrijving: "@home"'),
    effort("a question mark", "planning: ?", "DIN004", "planning: onbekend"),
    effort("ids in one text", "draagt_bij_aan: meer-banen en minder-files", "DIN011", "draagt_bij_aan: [meer-banen, minder-files]"),
    effort("ids in one text on a line of their own", "draagt_bij_aan:\n      meer-banen, minder-files", "DIN011", "draagt_bij_aan:\n      [meer-banen, minder-files]"),
    effort("ids in one key", "draagt_bij_aan:\n      meer-banen, minder-files: 3", "DIN011", None),
    effort("a line indented too far", "  planning: 2019", "DIN004", "planning: 2019"),
    Case("a line indented too little", "  planning: 2019\n", "DIN010", "    planning: 2019\n"),
    effort("an empty item", "opmerking:\n      - Een\n      -", "DIN011", "opmerking:\n      - Een"),
    effort("the only acceptance", "aanvaard: {DIN803: het is zo}", "DIN042", ""),
    effort("two marks that turn the reading", "omschrijving: a\u200eb\u200ec", "DIN024", "omschrijving: abc"),
    effort("a control character", "omschrijving: a\x07b", "DIN004", "omschrijving: ab"),
    effort("a letter of another code page", "omschrijving: caf\x82", "DIN004", None),
    Case("a name cut by a comma", "  balie: {naam: Balie, loket en meer, nummer: 3}\n", "DIN010", '  balie: {naam: "Balie, loket en meer", nummer: 3}\n'),
    Case("a key stuck to its value", "  balie: {naam:Balie, nummer: 3}\n", "DIN010", "  balie: {naam: Balie, nummer: 3}\n"),
    Case("the same in a line", "  balie:\n    naam:Balie\n", "DIN026", "  balie:\n    naam: Balie\n"),
    Case("the same above another", "  balie:\n    naam:Balie\n    nummer: 3\n", "DIN004", "  balie:\n    naam: Balie\n    nummer: 3\n"),
    Case("a hash between braces", "  balie: {naam: actie #3 nu, nummer: 2}\n", "DIN004", '  balie: {naam: "actie #3 nu", nummer: 2}\n'),
    Case("a colon between braces", "  balie: {naam: actie: nu, nummer: 2}\n", "DIN004", '  balie: {naam: "actie: nu", nummer: 2}\n'),
    Case("a collection", "belsuiten:\n  b: {naam: B, datum: 2019}\n", "DIN010", "besluiten:\n  b: {naam: B, datum: 2019}\n"),
    Case("a collection that is there already", "doeln:\n  b: B\n", "DIN010", None),
    Case("a date with the day first", "besluiten:\n  b: {naam: B, datum: 31-12-2019}\n", "DIN015", "besluiten:\n  b: {naam: B, datum: 2019-12-31}\n"),
    Case("a date in words", "besluiten:\n  b: {naam: B, datum: najaar 2019}\n", "DIN015", "besluiten:\n  b: {naam: B, datum: 2019-najaar}\n"),
    Case("a date in words with two meanings", "besluiten:\n  b: {naam: B, datum: begin 2019}\n", "DIN015", None),
    Case("a date that is none", "besluiten:\n  b: {naam: B, datum: 31-13-2019}\n", "DIN015", None),
    Case("a value off the scale", "metingen:\n  m: {van: banen, waarde: middn}\n", "DIN310", "metingen:\n  m: {van: banen, waarde: midden}\n"),
    Case("a percentage", "metingen:\n  m:\n    van: banen\n    waarde: 1,22%\n", "DIN014", 'metingen:\n  m:\n    van: banen\n    waarde: "1,22%"\n'),
    Case("a percentage in braces", "metingen:\n  m: {van: banen, waarde: 1,22%}\n", "DIN010", 'metingen:\n  m: {van: banen, waarde: "1,22%"}\n'),
    Case("a number with words", "metingen:\n  m:\n    van: banen\n    waarde: ca. 20 banen\n", "DIN014", 'metingen:\n  m:\n    van: banen\n    waarde: "circa 20 banen"\n'),
    Case("a unit that is a sign", "metingen:\n  m:\n    van: banen\n    waarde: {waarde: 3, eenheid: %}\n", "DIN004", 'metingen:\n  m:\n    van: banen\n    waarde: {waarde: 3, eenheid: "%"}\n'),
]  # fmt: skip


def finding(text: str, code: str) -> Finding:
    """The first finding of one code, one with a fix before others."""
    found = [one for one in check(load("din.yaml", Memory({"din.yaml": text}))) if one.code == code]
    return min(found, key=lambda one: one.fix is None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_certain_is_mended_and_nothing_else(case: Case) -> None:
    text = BASE + case.text
    found = finding(text, case.code)
    if case.mended is None:
        assert found.fix is None
        return
    assert found.fix is not None
    data = text.encode()
    assert splice(data, found.fix.edits, loaded=fingerprint(data)).decode() == BASE + case.mended


def test_one_of_two_acceptances_goes_without_its_key() -> None:
    text = BASE + "    aanvaard:\n      DIN803: het is zo\n      DIN512: het is zo\n"
    found = [one for one in check(load("din.yaml", Memory({"din.yaml": text}))) if one.code == "DIN042"]
    assert [one.fix is not None and text[one.fix.edits[0].start : one.fix.edits[0].end] for one in found] == [
        "      DIN803: het is zo\n",
        "      DIN512: het is zo\n",
    ]


@pytest.mark.parametrize(("given", "known", "meant"), [
    ("meer-bannen", ["meer-banen"], "meer-banen"),
    ("mer-banen", ["meer-banen", "meer-baten"], "meer-banen"),
    ("meer-bazen", ["meer-banen", "meer-baten"], None),
    ("doel-3", ["doel-1"], None),
    ("doel3", ["doel-3"], "doel-3"),
    ("kt", ["ka"], None),
    ("Gemeente Almelo", ["gemeente-almelo"], "gemeente-almelo"),
    ("naam", ["naam", "naar"], "naam"),
])  # fmt: skip
def test_a_word_is_clear_when_there_is_one(given: str, known: list[str], meant: str | None) -> None:
    assert clearly_meant(given, known) == meant


def test_a_date_between_slashes_in_an_english_file_may_begin_with_the_month() -> None:
    english = "decisions:\n  b: {name: B, date: 04/05/2019}\ngoals:\n  a: {name: A, number: 3}\n"
    assert finding(english, "DIN015").fix is None
    assert finding(english.replace("/", "-"), "DIN015").fix is not None


PARTS = {
    "din.yaml": "model: m\ndelen:\n  - din\\doelen.yaml\n  - din/belsuiten.yaml\n  - din/partijen.yaml\n  - din/partijen.yaml\n",
    "din/doelen.yaml": "doelen: {a: A}\n",
    "din/besluiten.yaml": "besluiten: {b: {naam: B, datum: 2019}}\n",
    "din/partijen.yaml": "stakeholders: {c: C}\n",
}


def test_parts_are_read_as_they_were_meant_and_named_right() -> None:
    loaded = load("din.yaml", Memory(PARTS))
    assert list(loaded.network.elements) == ["a", "b", "c"]
    assert loaded.network.complete
    assert [one.slug for one in loaded.findings] == ["part-slash", "part-near", "part-cycle"]
    data = PARTS["din.yaml"].encode()
    mended = splice(data, edits_of(loaded.findings)["din.yaml"], loaded=fingerprint(data)).decode()
    assert mended == "model: m\ndelen:\n  - din/doelen.yaml\n  - din/besluiten.yaml\n  - din/partijen.yaml\n"


def test_a_part_is_not_taken_for_one_that_is_named_as_well() -> None:
    files = {"din.yaml": "delen: [doelen.yaml, doeln.yaml]\n", "doelen.yaml": "doelen: {a: A}\n"}
    (found,) = load("din.yaml", Memory(files)).findings
    assert (found.slug, found.fix) == ("part-missing", None)


def test_an_id_that_may_stand_in_what_was_not_read_is_no_fault() -> None:
    files = {
        "din.yaml": "delen: [a.yaml]\ndoelen: {banen: Banen}\ninspanningen:\n  x: {naam: X, draagt_bij_aan: [rust, banenn]}\n",
        "a.yaml": "doelen:\n  b: 'open\n  rust: Rust\n",
    }
    assert [one.message.nl for one in check(load("din.yaml", Memory(files))) if one.code == "DIN102"] == [
        "er is geen doel, baat of vermogen met de id 'banenn'"
    ]


def fixed(text: str) -> tuple[list[str], str]:
    """What `dinkit fix` fixes in a model, by code, and what the model says then."""
    done = fix(["din.yaml"], Memory({"din.yaml": text}))
    return [one.finding.code for one in done.fixed], done.changed["din.yaml"][1].decode() if done.changed else text


def test_a_fix_that_may_not_be_made_holds_up_no_other_in_its_line() -> None:
    text = "doelen: {meer-banen: Banen}\ninspanningen: {e: {naam: F, draagt_bij_aan: [meer-bannen], herkomst: vermelt, waarde:1}}\n"
    assert fixed(text) == (["DIN102", "DIN013"], text.replace("bannen", "banen").replace("vermelt", "vermeld"))


def test_what_a_fix_brings_to_light_is_fixed_in_turn() -> None:
    text = "inspanningen:\n  e: {naam: F, plannig: mei 2019}\n"
    assert fixed(text) == (["DIN010", "DIN015"], "inspanningen:\n  e: {naam: F, planning: 2019-05}\n")


@pytest.mark.parametrize(("fields", "code"), [
    ("{naam: I, streefwaarde: 14.000, eenheid: x}", "DIN014"),
    ('{naam: I, "streefwaarde": "20 in 2028"}', "DIN014"),
    ("{naam: I, streefwaarde: [3, {waarde: 3, kleur: rood}]}", "DIN010"),
    ("\n    naam: I\n    streefwaarde: 14.000", "DIN014"),
])  # fmt: skip
def test_a_key_is_mended_though_its_value_is_wrong_and_that_is_told_next(fields: str, code: str) -> None:
    text = f"indicatoren:\n  i: {fields}\n"
    after = text.replace("streefwaarde", "streefwaarden")
    assert fixed(text) == (["DIN010"], after)
    assert finding(after, code).fix is None


def test_a_space_behind_a_colon_is_written_though_the_value_is_wrong() -> None:
    text = "indicatoren:\n  i: {naam: I, streefwaarden: [{waarde:14.000, datum: 2028}]}\n"
    assert fixed(text) == (["DIN010"], text.replace("waarde:14", "waarde: 14"))


def test_an_error_outside_the_value_of_a_mended_key_disproves_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A repair that makes its key a second one of what stands beside it."""
    text = "doelen:\n  a: {naam: A, numer: 1, nummer: 2}\n"
    monkeypatch.setattr("dinkit.reading.keys._meant", lambda given, place, keys, context: written(place.key.start, place.key.end, "nummer"))
    assert finding(text, "DIN010").fix is not None
    assert fixed(text) == ([], text)


@pytest.mark.parametrize(("given", "written"), [
    ("1.000.000,50", '"€ 1.000.000,50"'),
    ("€ 1.000.000,50", '"€ 1.000.000,50"'),
    ("EUR 200.000,50", '"EUR 200.000,50"'),
    ("200.000,-", '"200.000,-"'),
    ("€ 2 ton", '"€ 200.000"'),
    ("“€ 200.000,50”", '"€ 200.000,50"'),
])  # fmt: skip
def test_an_amount_between_braces_is_written_right_in_one_go(given: str, written: str) -> None:
    text = "inspanningen:\n  e: {naam: F, geld: [{bedrag: %s, soort: uitgave}]}\n"
    codes, after = fixed(text % given)
    assert (len(codes), after) == (1, text % written)
    assert fixed(after) == ([], after)


def test_ids_in_one_text_between_brackets_become_items() -> None:
    text = "doelen: {a: A, b: B, c: C}\ninspanningen:\n  e: {naam: F, draagt_bij_aan: [a; b, c]}\n"
    assert fixed(text) == (["DIN011"], text.replace("a; b", "a, b"))
    assert finding(text.replace("[a; b, c]", "[c,\n    a; b]"), "DIN011").fix is None


def test_a_value_that_is_read_at_last_may_turn_out_to_be_off_its_scale() -> None:
    text = BASE + "metingen:\n  m:\n    van: banen\n    waarde: ca. 20 banen\n"
    assert fixed(text)[1] == text.replace("ca. 20 banen", '"circa 20 banen"')


def test_a_text_in_quotes_that_is_read_as_something_else_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """A repair that puts half a text in quotes makes its finding go, but not what it promised."""
    text = "doelen:\n  a:\n    naam: A\n    omschrijving: actie #3 nu\n"
    start, end = text.index("#"), text.index("#") + len("#3 nu")
    half = Repair(Text("half", "half"), (Change(start, end, '"#3 nu"'),))
    monkeypatch.setattr("dinkit.reading.messages.repair_of", lambda problem, text: half)
    assert finding(text, "DIN025").fix is not None
    assert fixed(text) == ([], text)


def test_no_fix_of_a_run_changes_what_an_earlier_one_wrote(monkeypatch: pytest.MonkeyPatch) -> None:
    """A repair that writes another mark that turns the reading, which would be repaired in turn."""
    other = {"\u200e": "\u200f", "\u200f": "\u200e"}
    monkeypatch.setattr("dinkit.reading.messages.repair_of", lambda problem, text: written(problem.start, problem.end, other[text[problem.start]]))
    text = "doelen:\n  a:\n    naam: A\n    omschrijving: b\u200ec\n"
    assert fixed(text) == (["DIN024"], text.replace("\u200e", "\u200f"))


def test_what_a_fix_wrote_is_left_alone_by_the_next() -> None:
    before, after = "a: {b: 1.000, c: x}\n", 'a: {b: "€ 1.000", c: x}\n'
    edit = Edit("m", before.index("1.000"), before.index(","), '"€ 1.000"')
    new = written_after([edit], before, [])
    assert [after[one.start : one.end] for one in new] == ['"€ ', '"']
    assert is_touched(Edit("m", after.index('"'), after.index(","), "'x'"), new)
    assert not is_touched(Edit("m", after.index("x"), after.index("x") + 1, "y"), new)
    moved = written_after([Edit("m", 0, 1, "long")], after, new)
    assert [("long" + after[1:])[one.start : one.end] for one in moved] == ["long", '"€ ', '"']


def test_a_number_that_a_comma_cut_in_three_is_left_alone() -> None:
    text = "indicatoren:\n  i: {naam: I, streefwaarden: [{waarde: 1,22%,22%, datum: 2022}]}\n"
    assert fixed(text) == ([], text)


@pytest.mark.parametrize("word", ["naan", "nam", "naaam", "anam"])
def test_a_name_under_a_mistyped_key_is_read_and_told_once(word: str) -> None:
    files = Memory({"din.yaml": f"doelen:\n  meer-banen: {{{word}: Meer banen}}\n"})
    loaded = load("din.yaml", files)
    assert [(one.code, one.location.span.column) for one in loaded.findings] == [("DIN010", 16)]
    assert loaded.network.elements["meer-banen"].name == "Meer banen"


def test_a_part_that_two_models_read_otherwise_is_left_alone() -> None:
    """What would mend the link for one model breaks it for the other."""
    texts = {
        "een.yaml": "delen: [deel.yaml]\ndoelen: {meer-banen: Meer banen}\n",
        "twee.yaml": "delen: [deel.yaml]\ndoelen: {meer-bannen: Meer banen}\n",
        "deel.yaml": "inspanningen: {e: {naam: Beurs, draagt_bij_aan: meer-banen}}\n",
    }
    assert fix(["een.yaml", "twee.yaml"], Memory(texts)).changed == {}
    assert [one.finding.code for one in fix(["twee.yaml"], Memory(texts)).fixed] == ["DIN102"]
