"""The words of a programme manager for what a key of dinkit says: each is one finding that says what to write."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dinkit.model.vocabulary import ENGLISH_KEY, VALUES
from dinkit.reading.near_words import _SAME, _VALUES
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
]
INSTEAD = [
    ("doelen", "deadline:", "schrijf 'streefdatum: 2028'"),
    ("doelen", "einde: 2027", "schrijf 'streefdatum: 2027'"),
    ("doelen", "planning: 2027..2029", "schrijf 'streefdatum: 2029'"),
    ("doelen", "begin: 2027", "een doel of baat heeft alleen een eind: 'streefdatum'"),
    ("doelen", "budget: 100", "geld staat bij een inspanning of een middel: 'geld: 100'"),
    ("doelen", "eigenaar: gemeente", "schrijf 'stakeholders: {gemeente: eigenaar}'"),
    ("doelen", "verantwoordelijke: Jan", "schrijf 'stakeholders: {gemeente: eigenaar}'"),
    ("doelen", "wethouder: jansen", "schrijf 'stakeholders: {jansen: bestuurlijk_opdrachtgever}'"),
    ("doelen", "categorie: sociaal", "schrijf 'trefwoorden: sociaal'"),
    ("doelen", "thema: Wonen", "schrijf 'raakt: thema-id'"),
    ("doelen", "toelichting: kort", "schrijf 'omschrijving: kort'"),
    ("doelen", "kpi: x", "zet dit bovenaan in een bestand onder 'indicatoren:', met 'meet:' en de id van dit element"),
    ("doelen", "status: gepland", "zet dit bovenaan in een bestand onder 'voortgang:', met 'van:' en de id van dit element"),
    ("inspanningen", "deadline: 2027", "schrijf 'planning: ..2027'"),
    ("inspanningen", "streefdatum: 2027", "schrijf 'planning: ..2027'"),
    ("inspanningen", "looptijd: 2026..2027", "schrijf 'planning: 2026..2027'"),
    ("inspanningen", "jaar: 2027", "schrijf 'planning: 2027'"),
    ("inspanningen", "kosten: € 20.000", "schrijf 'geld: \"€ 20.000\"'"),
    ("inspanningen", "projectleider: team-x", "schrijf 'stakeholders: {team-x: trekker}'"),
    ("inspanningen", "categorie: project", "schrijf 'soort: project'"),
    ("inspanningen", "fase: lopend", "schrijf 'status: lopend'"),
    ("inspanningen", "fase: uitvoering", "schrijf 'status: ...'"),
    ("inspanningen", "risico: x", "zet dit bovenaan in een bestand onder 'risicos:', met 'bedreigt:' en de id van dit element"),
    ("stakeholders", "categorie: organisatie", "schrijf 'soort: organisatie'"),
    ("stakeholders", "organisatie: gemeente", "schrijf 'onderdeel_van: gemeente'"),
    ("stakeholders", "rol: eigenaar", "een rol staat bij het element waar iemand bij betrokken is: 'stakeholders: {gemeente: trekker}'"),
    ("indicatoren", "eigenaar: p", "wie meet, is 'meetverantwoordelijke: p'"),
    ("indicatoren", "deadline: 2027", "een datum hoort bij een streefwaarde: 'streefwaarden: [{waarde: 12, datum: 2027}]'"),
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


def test_the_hints_speak_the_language_of_the_file() -> None:
    (found,) = read("goals:\n  x: {name: X, description: y, planning: 2027}\n").findings
    assert found.hint is not None
    assert found.hint.en == "write 'target_date: 2027'"
    (found,) = read("efforts:\n  x: {name: X, description: y, responsible: team-x}\n").findings
    assert found.hint is not None
    assert found.hint.en == "write 'stakeholders: {team-x: owner}'"


def test_no_word_is_a_field_of_another_kind_itself() -> None:
    words = {word for listed in _SAME.values() for word in listed.split()}
    assert words & ENGLISH_KEY.keys() == {"doelen", "goals", "operationele_doelen", "operational_goals"}


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
