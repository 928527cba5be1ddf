"""The words of a programme manager for what a key of dinkit says: each is one finding that says what to write."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from dinkit.model.vocabulary import ENGLISH_KEY, VALUES
from dinkit.reading.near_words import _SAME, _VALUES
from dinkit.reading.settings import load_settings
from dinkit.source import Memory
from reading_support import read
from support import findings_of, loaded

# collection, what an element has, and the hint
MEANT = [
    ("doelen", "titel: x", "bedoelt u 'naam'?"),
    ("doelen", "beschrijving: x", "bedoelt u 'omschrijving'?"),
    ("doelen", "deadline: 2027", "bedoelt u 'streefdatum'?"),
    ("baten", "einddatum: 2027", "bedoelt u 'streefdatum'?"),
    ("doelen", "notities: x", "bedoelt u 'opmerking'?"),
    ("doelen", "bronvermelding: x", "bedoelt u 'bron'?"),
    ("doelen", "afkorting: x", "bedoelt u 'andere_namen'?"),
    ("inspanningen", "afhankelijk_van: v", "bedoelt u 'vereist'?"),
    ("inspanningen", "deelnemers: p", "bedoelt u 'stakeholders'?"),
    ("inspanningen", "randvoorwaarden: [x]", "bedoelt u 'voorwaarden'?"),
    ("stakeholders", "invloed: 3", "bedoelt u 'macht'?"),
    ("indicatoren", "nulwaarde: 3", "bedoelt u 'nulmeting'?"),
    ("indicatoren", "streefcijfer: 3", "bedoelt u 'streefwaarden'?"),
    ("indicatoren", "frequentie: jaarlijks", "bedoelt u 'meetfrequentie'?"),
    ("indicatoren", "meetmethode: x", "bedoelt u 'meetwijze'?"),
    ("metingen", "meetdatum: 2020", "bedoelt u 'datum'?"),
    ("metingen", "aantal: 3", "bedoelt u 'waarde'?"),
    ("metingen", "indicator: i", "bedoelt u 'van'?"),
    ("risicos", "waarschijnlijkheid: 3", "bedoelt u 'kans'?"),
    ("risicos", "beheersmaatregel: x", "bedoelt u 'maatregel'?"),
    ("risicos", "doel: d", "bedoelt u 'bedreigt'?"),
    ("besluiten", "besluitdatum: 2027", "bedoelt u 'datum'?"),
    ("aannames", "deadline: 2027", "bedoelt u 'toetsdatum'?"),
    ("voortgang", "opsteller: x", "bedoelt u 'auteur'?"),
    ("bronnen", "url: x", "bedoelt u 'bestand'?"),
    ("inspanningen", "subdoel: d", "bedoelt u 'draagt_bij_aan'?"),
    ("baten", "subdoel: d", "bedoelt u 'draagt_bij_aan'?"),
    ("doelen", "hoofddoel: d", "bedoelt u 'draagt_bij_aan'?"),
]
INSTEAD = [
    ("doelen", "deadline:", "schrijf 'streefdatum: <datum>'"),
    ("doelen", "einde: 2027", "schrijf 'streefdatum: 2027'"),
    ("doelen", "planning: 2027..2029", "schrijf 'streefdatum: 2029'"),
    ("doelen", "begin: 2027", "een doel of baat heeft alleen een eind: 'streefdatum'"),
    ("doelen", "budget: 100", "geld staat bij een inspanning of een middel: 'geld: 100'"),
    ("doelen", "eigenaar: gemeente", "schrijf 'stakeholders: {gemeente: eigenaar}'"),
    ("doelen", "verantwoordelijke: Jan", "schrijf 'stakeholders: {<stakeholder-id>: eigenaar}'"),
    ("doelen", "wethouder: jansen", "schrijf 'stakeholders: {jansen: bestuurlijk_opdrachtgever}'"),
    ("doelen", "categorie: sociaal", "schrijf 'trefwoorden: sociaal'"),
    ("doelen", "thema: Wonen", "schrijf 'raakt: <thema-id>'"),
    ("doelen", "toelichting: kort", "schrijf 'omschrijving: kort'"),
    ("doelen", "toelichting: 'Let op: nu'", "schrijf 'omschrijving: \"Let op: nu\"'"),
    ("doelen", "kpi: x", "zet dit bovenaan in een bestand onder 'indicatoren:', met 'meet:' en de id van dit element"),
    *(
        ("doelen", field, f"zet dit bovenaan in een bestand onder '{top}:', met '{back}:' en de id van dit element")
        for field, top, back in (
            ("indicatoren: [overlast]", "indicatoren", "meet"),
            ("inspanningen: [loket]", "inspanningen", "draagt_bij_aan"),
            ("inspanning: loket", "inspanningen", "draagt_bij_aan"),
            ("risicos: [x]", "risicos", "bedreigt"),
            ("mijlpalen: x", "mijlpalen", "van"),
            ("resultaten: [x]", "resultaten", "van"),
            ("metingen: [x]", "metingen", "van"),
        )
    ),
    *(
        (
            "doelen",
            f"{word}: {given}",
            f"een subdoel staat met zijn naam onder dit doel: 'subdoelen: {{{written}}}'; staat het al elders, verplaats het dan",
        )
        for word, given, written in (
            ("subdoel", "d", "d: <naam>"),
            ("sub_doel", "[d, e]", "<id>: <naam>"),
            ("deeldoel", "Minder overlast", "minder-overlast: Minder overlast"),
            ("doelen", "[d]", "<id>: <naam>"),
            ("subgoal", "d", "d: <naam>"),
        )
    ),
    ("doelen", "status: gepland", "zet dit bovenaan in een bestand onder 'voortgang:', met 'van:' en de id van dit element"),
    ("inspanningen", "deadline: 2027", "schrijf 'planning: ..2027'"),
    ("inspanningen", "streefdatum: 2027", "schrijf 'planning: ..2027'"),
    ("inspanningen", "looptijd: 2026..2027", "schrijf 'planning: 2026..2027'"),
    ("inspanningen", "jaar: 2027", "schrijf 'planning: 2027'"),
    ("inspanningen", "looptijd: 2025-2028", "schrijf 'planning: 2025..2028'"),
    ("inspanningen", "looptijd: eind 2028", "schrijf 'planning: 2028-Q4' of 'planning: 2028-12'"),
    ("inspanningen", "looptijd: twee jaar", "schrijf 'planning: <periode>'"),
    ("inspanningen", "looptijd: onbekend", "schrijf 'planning: onbekend'"),
    ("inspanningen", "start: 1-1-2026", "schrijf 'planning: 2026-01-01..'"),
    ("inspanningen", "start: begin 2026", "schrijf 'planning: <datum>..'"),
    ("inspanningen", "kosten: € 20.000", "schrijf 'geld: \"€ 20.000\"'"),
    ("inspanningen", "kosten: 120.000", "schrijf 'geld: \"€ 120.000\"'"),
    ("inspanningen", "kosten: 120.000 per jaar", "schrijf 'geld: \"€ 120.000 per jaar\"'"),
    ("inspanningen", "kosten: circa 120.000", "schrijf 'geld: \"circa € 120.000\"'"),
    ("inspanningen", "kosten: 120,000", "schrijf 'geld: 120' of 'geld: 120000'"),
    ("inspanningen", "kosten: 2 ton", "schrijf 'geld: \"€ 200.000\"'"),
    ("inspanningen", "kosten: 3 banen", "schrijf 'geld: <bedrag>'"),
    ("inspanningen", "kosten: onbekend", "schrijf 'geld: onbekend'"),
    ("inspanningen", "projectleider: team-x", "schrijf 'stakeholders: {team-x: trekker}'"),
    ("inspanningen", "categorie: project", "schrijf 'soort: project'"),
    ("inspanningen", "fase: lopend", "schrijf 'status: lopend'"),
    ("inspanningen", "fase: uitvoering", "schrijf 'status: ...'"),
    ("inspanningen", "risico: x", "zet dit bovenaan in een bestand onder 'risicos:', met 'bedreigt:' en de id van dit element"),
    ("stakeholders", "categorie: organisatie", "schrijf 'soort: organisatie'"),
    ("stakeholders", "organisatie: gemeente", "schrijf 'onderdeel_van: gemeente'"),
    ("stakeholders", "rol: eigenaar", "een rol staat bij het element waar iemand bij betrokken is: 'stakeholders: {<stakeholder-id>: eigenaar}'"),
    ("stakeholders", "functie: x", "een rol staat bij het element waar iemand bij betrokken is: 'stakeholders: {<stakeholder-id>: <rol>}'"),
    ("indicatoren", "eigenaar: p", "wie meet, is 'meetverantwoordelijke: p'"),
    ("indicatoren", "deadline: 2027", "een datum hoort bij een streefwaarde: 'streefwaarden: [{waarde: <waarde>, datum: 2027}]'"),
    ("risicos", "ernst: 3", "schrijf 'impact: 3'"),
    ("afspraken", "datum: 2020", "schrijf 'planning: 2020'"),
    ("mijlpalen", "deadline: 2027", "schrijf 'datum: 2027'"),
    ("besluiten", "wanneer: 2027", "schrijf 'datum: 2027'"),
    ("resultaten", "periode: 2020", "schrijf 'datum: 2020'"),
    ("bronnen", "auteur: gemeente", "schrijf 'organisatie: gemeente'"),
    ("voortgang", "status: groen", "schrijf 'aspecten: {planning: groen}'"),
    ("voortgang", "door: p", "schrijf 'auteur: p'"),
    ("vermogens", "niveau: 3", "schrijf 'huidig_niveau: 3'"),
    ("themas", "eigenaar: p", "wie betrokken is, staat bij een doel of inspanning: 'stakeholders: {p: eigenaar}'"),
]


def hints(text: str) -> list[tuple[str, str]]:
    """The slug and the Dutch hint of every finding of reading."""
    return [(one.slug, one.hint.nl if one.hint else "") for one in read(text).findings]


@pytest.mark.parametrize(("collection", "field", "hint"), MEANT)
def test_a_word_that_says_the_same_as_a_key_is_told_and_read_as_that_key(collection: str, field: str, hint: str) -> None:
    text = f"{collection}:\n  x:\n    naam: X\n    {field}\n"
    if field.startswith("titel"):
        text = text.replace("    naam: X\n", "")
    assert hints(text) == [("near-key", hint)]
    word, _, value = field.partition(": ")
    meant = hint.split("'")[1]
    right = text.replace(field, f"{meant}: {value}")
    assert loaded(text).network.elements["x"] == loaded(right).network.elements["x"]
    assert word not in ENGLISH_KEY


@pytest.mark.parametrize(("collection", "field", "hint"), INSTEAD)
def test_a_word_for_what_is_written_in_another_way_has_a_hint(collection: str, field: str, hint: str) -> None:
    assert hints(f"{collection}:\n  x:\n    naam: X\n    {field}\n") == [("near-word", hint)]


@pytest.mark.parametrize(
    ("collection", "field", "hint"), [one for one in INSTEAD if one[2].startswith("schrijf") and not re.search(r"<|\.\.\.", one[2])]
)
def test_what_a_hint_writes_can_be_pasted(collection: str, field: str, hint: str) -> None:
    for written in re.findall("'(.*?)'(?: of |$)", hint):
        assert hints(f"{collection}:\n  x:\n    naam: X\n    {written}\n") == [], field


def test_a_hint_has_no_half_of_an_amount_that_its_comma_cut() -> None:
    assert hints("inspanningen:\n  x: {naam: X, kosten: 1,5 miljoen}\n") == [
        ("near-word", "schrijf 'geld: <bedrag>'"),
        ("comma-value", "schrijf 1500000"),
    ]


# fields of an indicator, and the hints
DATED = [
    ("streefwaarden: {2027: 120}", ["schrijf {waarde: 120, datum: 2027}"]),
    ("streefwaarden: {2027: 120, 2028: 55%}", ['schrijf [{waarde: 120, datum: 2027}, {waarde: "55%", datum: 2028}]'] * 2),
    ("streefwaarden:\n      2027: 1.200\n      2028: hoog", ["schrijf [{waarde: <waarde>, datum: 2027}, {waarde: hoog, datum: 2028}]"] * 2),
    ("streefwaarden:\n      - 2027: 1.200\n", ["schrijf {waarde: 1200, datum: 2027} of {waarde: 1.2, datum: 2027}"]),
    ("streefwaarden: {2027: {waarde: 3}}", ["schrijf {waarde: <waarde>, datum: 2027}"]),
    ("nulmeting: {2024: 100, 2025-Q2: 110}", ["schrijf {waarde: 100, datum: 2024}", "schrijf {waarde: 110, datum: 2025-Q2}"]),
    ("streefwaarden: [{jaar: 2027, waarde: 3}]", ["bedoelt u 'datum'?"]),
    ("nulmeting: {year: 2027, aantal: 3}", ["bedoelt u 'datum'?", "bedoelt u 'waarde'?"]),
    ("streefwaarden: 55% in 2028", ['schrijf {waarde: "55%", datum: 2028}']),
    ("streefwaarden: [ca. 120 banen in 2028, 3 in 2029]", ['schrijf {waarde: "circa 120 banen", datum: 2028}', "schrijf {waarde: 3, datum: 2029}"]),
    ("streefwaarden: 1.200 in 2028", ["schrijf {waarde: 1200, datum: 2028} of {waarde: 1.2, datum: 2028}"]),
    ("streefwaarden: [{waarde: 55% in 2028}]", ["schrijf 'waarde: \"55%\"' en daarnaast 'datum: 2028'"]),
    ("nulmeting: 1990 in 2028 in 2029", ['schrijf 2200, 1.22, "1,22%" of onbekend']),
    ("nulmeting: 20 tot 30 in 2028", ['schrijf 2200, 1.22, "1,22%" of onbekend']),
]


@pytest.mark.parametrize(("field", "told"), DATED, ids=[field for field, _ in DATED])
def test_a_value_with_its_year_is_told_how_it_is_written(field: str, told: list[str]) -> None:
    assert [hint for _, hint in hints(f"indicatoren:\n  i:\n    naam: I\n    eenheid: x\n    {field}\n")] == told


@pytest.mark.parametrize(("field", "told"), [one for one in DATED if one[1][0].startswith("schrijf {") or one[1][0].startswith("schrijf [")])
def test_a_value_with_its_year_can_be_pasted(field: str, told: list[str]) -> None:
    key = field.partition(":")[0]
    for hint in told:
        for written in hint.removeprefix("schrijf ").replace("<waarde>", "1").split(" of "):
            assert hints(f"indicatoren:\n  i:\n    naam: I\n    eenheid: x\n    {key}: {written}\n") == []


def test_the_year_of_a_measurement_and_an_amount_stands_elsewhere() -> None:
    assert hints("metingen:\n  m: {van: i, waarde: 12 in 2026}\n") == [("wordy-number", "schrijf 'waarde: 12' en daarnaast 'datum: 2026'")]
    assert hints("efforts:\n  x: {name: X, description: y, money: 12 in 2026}\n") == [("wordy-number", "schrijf {amount: 12, period: 2026}")]
    (found,) = read("indicators:\n  i: {name: I, description: y, targets: 12 by 2026}\n").findings
    assert found.hint is not None
    assert (found.hint.en, found.fix) == ("write {value: 12, date: 2026}", None)


def test_the_hints_speak_the_language_of_the_file() -> None:
    (found,) = read("goals:\n  x: {name: X, description: y, planning: 2027}\n").findings
    assert found.hint is not None
    assert found.hint.en == "write 'target_date: 2027'"
    (found,) = read("efforts:\n  x: {name: X, description: y, responsible: team-x}\n").findings
    assert found.hint is not None
    assert found.hint.en == "write 'stakeholders: {team-x: owner}'"


def test_no_word_is_a_field_of_another_kind_itself() -> None:
    words = {word for listed in _SAME.values() for word in listed.split()}
    assert words & ENGLISH_KEY.keys() == {"bronnen", "doelen", "goals", "operationele_doelen", "operational_goals", "sources"}


def test_a_programme_has_a_planning_and_a_date_of_its_own() -> None:
    assert hints("programma: {naam: P, deadline: 2027}\ndoelen: {a: A}\n") == [("near-word", "schrijf 'planning: ..2027'")]


def test_a_step_says_which_there_are() -> None:
    (found,) = read("stakeholders:\n  x: {naam: X, macht: hoog}\n").findings
    assert (found.slug, found.message.nl) == ("step", "'hoog' is geen stap van 1 tot en met 5")
    assert found.hint is not None
    assert found.hint.nl == "schrijf 1 (het minst), 2, 3, 4, 5 (het meest) of onbekend"


# what stands behind `geld:`, and what is told of it
RATES = [
    ('"€ 25 per inwoner"', "4:11 € 25 per inwoner", "schrijf 'bedrag: 25' en daarnaast 'per: inwoner'"),
    ("€ 25 per inwoner", "4:11 € 25 per inwoner", "schrijf 'bedrag: 25' en daarnaast 'per: inwoner'"),
    ("25 euro per inwoner", "4:11 25 euro per inwoner", "schrijf 'bedrag: 25' en daarnaast 'per: inwoner'"),
    (
        '{bedrag: "€ 7,50 per inwoner per jaar", soort: uitgave}',
        "4:20 € 7,50 per inwoner per jaar",
        "schrijf 'bedrag: 7.5' en daarnaast 'per: inwoner'",
    ),
    ('["circa € 2,5 mln", "circa € 25 per inwoner"]', "4:31 circa € 25 per inwoner", "schrijf 'bedrag: \"circa € 25\"' en daarnaast 'per: inwoner'"),
]


@pytest.mark.parametrize(("money", "place", "hint"), RATES, ids=[money for money, _, _ in RATES])
def test_a_rate_per_inhabitant_is_no_amount(money: str, place: str, hint: str) -> None:
    (found,) = read(f"inspanningen:\n  x:\n    naam: X\n    geld: {money}\n").findings
    span = found.location.span
    where, _, given = place.partition(" ")
    assert (f"{span.line}:{span.column}", found.slug, found.code) == (where, "rate", "DIN014")
    assert found.message.nl == f"'{given}' is een tarief per inwoner, en zo leest dinkit het niet"
    assert found.hint is not None
    assert found.hint.nl == hint


def test_a_rate_is_read_as_its_hint_says_it() -> None:
    (effort,) = loaded("inspanningen:\n  x: {naam: X, geld: {bedrag: 25, per: inwoner}}\n").network.elements.values()
    (money,) = effort.money  # type: ignore[attr-defined]
    assert (money.amount.value, money.per) == (Decimal(25), "inhabitant")


def test_a_rate_that_is_measured_has_its_unit_beside_it() -> None:
    text = 'indicatoren:\n  i: {naam: I, eenheid: "€ per inwoner", nulmeting: {waarde: "€ 25 per inwoner", datum: 2019}}\n'
    assert hints(text) == [("rate", "schrijf 'waarde: 25' en daarnaast 'eenheid: \"€ per inwoner\"'")]
    assert not [one for one in findings_of(text.replace('"€ 25 per inwoner"', "25")) if one.code == "DIN014"]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("gestart", "lopend"),
        ("in uitvoering", "lopend"),
        ("Bezig", "lopend"),
        ("klaar", "gereed"),
        ("afgerond", "gereed"),
        ("gepauzeerd", "aangehouden"),
        ("beëindigd", "gestopt"),
        ("gepland?", "gepland"),
    ],
)
def test_a_status_in_another_word_gets_the_one_that_says_the_same(said: str, meant: str) -> None:
    model = f"doelen: {{d: D}}\ninspanningen: {{w: {{naam: W, draagt_bij_aan: d, status: {said}}}}}\n"
    (found,) = [one for one in findings_of(model) if one.code == "DIN013"]
    assert found.hint is not None
    assert (found.hint.nl, found.fix is None or said == "gepland?") == (f"bedoelt u '{meant}'?", True)


def test_every_word_for_a_value_is_none_of_the_values_itself() -> None:
    for key, values in _VALUES.items():
        words = [word for some in values.values() for word in some.split()]
        assert set(values) <= set(VALUES[key])
        assert len(words) == len(set(words)), "one word, one value"
        assert not set(words) & {*VALUES[key], *VALUES[key].values()}


@pytest.mark.parametrize("field", ["subdoel: d", "doelen: [d]", "subgoal: d"])
def test_a_goal_below_another_is_never_what_that_contributes_to(field: str) -> None:
    loading = read(f"doelen:\n  d: D\n  x: {{naam: X, {field}}}\n")
    assert [one.fix for one in loading.findings] == [None]
    assert loading.network.relations == ()


def test_a_word_for_an_element_of_its_own_is_told_only_where_it_can_point() -> None:
    assert hints("stakeholders:\n  x: {naam: X, indicatoren: [i]}\n") == [("stray-key", "")]
    assert hints("doelen:\n  x: {naam: X, middelen: [i]}\n") == [("stray-key", "")]


def test_the_sources_of_an_element_are_read_as_its_source() -> None:
    loading = read("inspanningen:\n  x: {naam: X, bronnen: [b § 1, c]}\nbronnen: {b: B, c: C}\n")
    assert [(one.slug, one.hint.nl if one.hint else "", one.fix is not None) for one in loading.findings] == [("near-key", "bedoelt u 'bron'?", True)]
    assert loading.network.elements["x"].source == ("b § 1", "c")


# fields of an effort, and the hints
TIMED = [
    ("geld: {bedrag: 1000, jaar: 2026}", ["bedoelt u 'periode'?"]),
    ("planning: {van: 2026, tot: 2028}", ["bedoelt u 'start'?", "bedoelt u 'eind'?"]),
    ("planning: {startdatum: 2026, Einddatum: 2028}", ["bedoelt u 'start'?", "bedoelt u 'eind'?"]),
    ("planning: continu", ["schrijf doorlopend of jaarlijks"]),
    ("planning: Structureel", ["schrijf doorlopend of jaarlijks"]),
    ("planning: elk jaar", ["schrijf jaarlijks"]),
    ("planning: [2026, 2027]", ["schrijf 2026..2027"]),
    ("planning: [2026-05, 2027-Q3]", ["schrijf 2026-05..2027-Q3"]),
    ("planning: [2026, 2027, 2028]", ["schrijf 2026..2028"]),
    ("planning:\n      - 2026\n      - 2027", ["schrijf 2026..2027"]),
    ("planning: [2026]", ["schrijf 2026"]),
]


@pytest.mark.parametrize(("field", "told"), TIMED, ids=[field for field, _ in TIMED])
def test_a_time_in_other_words_is_told_how_it_is_written_and_not_mended(field: str, told: list[str]) -> None:
    loading = read(f"inspanningen:\n  x:\n    naam: X\n    {field}\n")
    assert [(one.hint.nl if one.hint else "", one.fix) for one in loading.findings] == [(hint, None) for hint in told]
    for hint in told:
        for written in re.findall(r"^schrijf (.*)", hint):
            for one in written.split(" of "):
                assert hints(f"inspanningen:\n  x:\n    naam: X\n    planning: {one}\n") == []


@pytest.mark.parametrize("listed", ["[2027, 2026]", "[2026, 2028, 2031]", "[onbekend, 2026]", "[loket, 2026]", "[]", "[2026..2027, 2028]"])
def test_a_list_of_which_no_period_is_certain_has_no_proposal(listed: str) -> None:
    assert hints(f"inspanningen:\n  x: {{naam: X, planning: {listed}}}\n") == [("mapping", "")]


# what stands behind `geld:`, and the hint
AMOUNTS = [
    ("2 ton", 'schrijf "€ 200.000"'),
    ("2 ton per jaar", 'schrijf "€ 200.000 per jaar"'),
    ("circa 50k", 'schrijf "circa € 50 duizend"'),
    *(
        (
            word,
            "schrijf het in cijfers, of met het euroteken ervoor tussen aanhalingstekens; zegt de bron het niet, schrijf dan onbekend",
        )
        for word in ("pm", "PM", "nog niet bekend", "3 banen")
    ),
]


@pytest.mark.parametrize(("given", "hint"), AMOUNTS, ids=[given for given, _ in AMOUNTS])
def test_an_amount_in_words_is_worked_out_or_gets_no_example_that_could_be_taken_for_it(given: str, hint: str) -> None:
    text = "inspanningen:\n  x:\n    naam: X\n    geld: {}\n"
    (found,) = read(text.format(given)).findings
    assert found.hint is not None
    assert (found.hint.nl, found.fix is not None) == (hint, hint.startswith('schrijf "'))
    assert hints(text.format(hint.rpartition("schrijf ")[2].removeprefix("dan "))) == []


def test_a_key_of_the_settings_is_told_in_the_language_of_the_file() -> None:
    (found,) = load_settings(Memory({"dinkit.yaml": "regel: {DIN107: uit}\n"})).findings
    assert (found.hint.nl if found.hint else "", found.fix is not None) == ("bedoelt u 'regels'?", True)
    (found,) = load_settings(Memory({"dinkit.yaml": "modellen: [din.yaml]\nregel: {DIN107: uit}\n"})).findings
    assert (found.hint.nl if found.hint else "", found.fix is not None) == ("bedoelt u 'regels'?", True)


@pytest.mark.parametrize(("word", "meant"), [("geld", "financien"), ("tijd", "planning"), ("kwalitiet", "kwaliteit")])
@pytest.mark.parametrize("held", ["rood", "{status: rood}"])
def test_a_word_for_an_aspect_is_told_once(word: str, meant: str, held: str) -> None:
    text = f"inspanningen: {{loket: Loket openen}}\nvoortgang:\n  v: {{van: loket, datum: 2027, aspecten: {{{word}: {held}}}}}\n"
    assert [(one.message.nl, one.hint.nl if one.hint else "") for one in loaded(text).findings] == [
        (f"de sleutel '{word}' bestaat hier niet", f"bedoelt u '{meant}'?")
    ]
