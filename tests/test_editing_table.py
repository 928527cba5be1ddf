"""CSV files of measurements: every dialect gives the same rows, numbers are never guessed, all faults come in one run."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinkit.editing.measurements import Batch, understood
from dinkit.editing.notation import EitherNumberError, NoDateError, NoNumberError, Style, read_date, read_number, style_of
from dinkit.editing.table import CsvTable, read_csv
from support import network_of

MODEL = """
doelen: {minder: Minder dossiers}
indicatoren:
  indicator-dossiers: {naam: Aantal dossiers, eenheid: dossiers, meet: minder}
  inzet: {naam: Inzet, eenheid: "%"}
  spanning: {naam: Spanning, schaal: [ruim, gemiddeld, krap]}
  kaal: {naam: Kaal}
  per-uur: {naam: Per uur, eenheid: onbekend, nulmeting: "5 uur", streefwaarden: {waarde: "10%", ten_opzichte_van: nulmeting}}
metingen:
  dossiers-2018: {van: indicator-dossiers, waarde: 2800, datum: 2018}
  open-2016: {van: indicator-dossiers, waarde: onbekend, datum: 2016}
  zonder-datum: {van: indicator-dossiers, waarde: 5}
  verschil-2018: {van: inzet, waarde: {waarde: 5, ten_opzichte_van: 2017}, datum: 2018}
  huishoudens-2017: {van: indicator-dossiers, waarde: "2.850 huishoudens", datum: 2017}
"""
NETWORK = network_of(MODEL)
NOTHING = Style(dutch=False, english=False, assume_dutch=False)


def batch_of(text: str | bytes) -> Batch:
    return understood(NETWORK, read_csv(text.encode() if isinstance(text, str) else text))


def complaints(text: str | bytes) -> list[str]:
    return [f"{one.row} {one.column}: {one.message.nl}" for one in batch_of(text).complaints]


def rows(table: CsvTable) -> list[tuple[int, dict[str, str]]]:
    assert table.complaints == ()
    return [(row.number, dict(row.cells)) for row in table.rows]


HEADS = {
    "nl": ("indicator", "datum", "waarde", "eenheid", "groep", "bron", "opmerking", "letterlijk"),
    "en": ("indicator", "date", "value", "unit", "group", "source", "note", "verbatim"),
}
NAMES = HEADS["en"]
cells = st.text(st.sampled_from("abé ;,\t\"'0123.%-\n€"), max_size=8)


@given(
    st.lists(st.lists(cells, min_size=8, max_size=8).filter(lambda row: any(cell.strip() for cell in row)), max_size=4),
    st.sampled_from(";,\t"),
    st.sampled_from(["nl", "en"]),
    st.sampled_from([str.lower, str.upper, str.title]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_every_dialect_gives_the_same_rows(
    given_rows: list[list[str]], delimiter: str, language: str, case: object, encoding: str, ending: str, named: bool, quoting: int
) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator=ending, quoting=quoting)  # type: ignore[arg-type]
    writer.writerow([case(head) for head in HEADS[language]])  # type: ignore[operator]
    writer.writerows(given_rows)
    first = f"sep={delimiter}{ending}" if named else ""
    read = rows(read_csv((first + text.getvalue()).encode(encoding)))
    assert [cells for _, cells in read] == [{name: cell.strip() for name, cell in zip(NAMES, row, strict=True)} for row in given_rows]
    assert [number for number, _ in read] == list(range(2 + named, 2 + named + len(given_rows)))


def test_empty_rows_are_passed_over_and_counted() -> None:
    table = read_csv(b"\nindicator;datum;waarde;;\n\ninzet;2019;1;;\n;;;;\ninzet;2020;2;;\n")
    assert [row.number for row in table.rows] == [4, 6]
    assert table.complaints == ()


def test_how_it_was_read_is_told() -> None:
    assert [note.nl for note in read_csv("indicator;datum;waarde;bron\nkaal;2019;1;café".encode("cp1252")).notes] == [
        "gelezen als Windows-tekst (cp1252): kijk of letters met accenten kloppen"
    ]
    assert [note.en for note in read_csv("indicator;datum;waarde\nkaal;2019;1".encode("utf-16")).notes] == ["read as UTF-16"]


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"", ["0 : het bestand is leeg"]),
        (b"\n;;\n", ["0 : het bestand is leeg"]),
        (b"PK\x03\x04rest", ["0 : dit is een werkmap van Excel; sla het blad op als CSV"]),
        (b"indicator\0", ["0 : dit is geen leesbare tekst; sla het op als 'CSV UTF-8'"]),
        (b"indicator;\x81", ["0 : dit is geen leesbare tekst; sla het op als 'CSV UTF-8'"]),
        ("i".encode("utf-16")[:-1], ["0 : dit is geen leesbare tekst; sla het op als 'CSV UTF-8'"]),
        (b"datum;waarde\n2019;1\n", ["1 : de kolom 'indicator' ontbreekt"]),
        (b"indicator;waarde\ninzet;1\n", ["1 : de kolom 'datum' ontbreekt"]),
        (b"indicator;datum\ninzet;2019\n", ["1 : de kolom 'waarde' ontbreekt"]),
        (b"a;b\n1;2\n", [
            "1 a: deze kolom is niet bekend (bekend zijn: indicator, datum, waarde, eenheid, groep, bron, opmerking, letterlijk)",
            "1 b: deze kolom is niet bekend (bekend zijn: indicator, datum, waarde, eenheid, groep, bron, opmerking, letterlijk)",
            "1 : de kolom 'indicator' ontbreekt", "1 : de kolom 'datum' ontbreekt", "1 : de kolom 'waarde' ontbreekt",
        ]),
        (b"indicator;datum;waarde;Value;groeep\ninzet;2019;1;2;\n", [
            "1 Value: deze kolom staat er al, als 'waarde'",
            "1 groeep: deze kolom is niet bekend; bedoelt u 'groep'? (bekend zijn: indicator, datum, waarde, eenheid, groep, bron, opmerking, letterlijk)",
        ]),
        (b"indicator;datum;waarde;\ninzet;2019;1;x\n", ["1 : kolom 4 heeft geen naam"]),
        (b"indicator,datum,waarde\ninzet,2019,1,5\ninzet,2020\n", [
            "2 : deze rij heeft 4 cellen en de kop 3; staat er een komma in een getal of tekst, zet die cel dan tussen aanhalingstekens",
            "3 : deze rij heeft 2 cellen en de kop 3",
        ]),
        (b'indicator;datum;waarde\ninzet;2019;"1\ninzet;2020;2\n', [
            '2 : de aanhalingstekens in deze rij kloppen niet; binnen aanhalingstekens staat een " dubbel'
        ]),
        (b'indicator;datum;waarde\ninzet;2019;"1"x\ninzet;2020;x\n', [
            '2 : de aanhalingstekens in deze rij kloppen niet; binnen aanhalingstekens staat een " dubbel',
            "3 waarde: hier is geen waarde ('x'): vul haar in of haal de rij weg",
        ]),
    ],
)  # fmt: skip
def test_a_broken_file_says_what_and_where(data: bytes, wanted: list[str]) -> None:
    assert complaints(data) == wanted


@pytest.mark.parametrize(
    ("cell", "value", "unit", "qualifier"),
    [
        ("2200", "2200", None, None),
        ("-3", "-3", None, None),
        ("1.234,5", "1234.5", None, None),
        ("1234,5", "1234.5", None, None),
        ("1,234.5", "1234.5", None, None),
        ("1234.5", "1234.5", None, None),
        ("0.125", "0.125", None, None),
        ("1.234.567", "1234567", None, None),
        ("6 841 800", "6841800", None, None),
        ("6\u00a0841\u202f800,25", "6841800.25", None, None),
        ("\u221217,3%", "-17.3", "%", None),
        ("1,22%", "1.22", "%", None),
        ("1.234.567 dossiers", "1234567", "dossiers", None),
        ("circa 50", "50", None, "about"),
        ("ruim 1.234,5 banen", "1234.5", "banen", "over"),
        ("€ 4,8 mln", "4800000.0", "€", None),
        ("39,0", "39.0", None, None),
    ],
)
def test_numbers_as_people_write_them(cell: str, value: str, unit: str | None, qualifier: str | None) -> None:
    amount = read_number(cell, NOTHING)
    assert (amount.value, amount.unit, amount.qualifier) == (Decimal(value), unit, qualifier)


@pytest.mark.parametrize(
    "cell", ["", "abc", "1e3", "0x10", "nan", "inf", "1_000", "1,2,3", "1.2.3", "10-20", "12.34.567", "1" * 30, "ca. vijf", "2019-05-01"]
)
def test_what_is_no_number(cell: str) -> None:
    with pytest.raises(NoNumberError):
        read_number(cell, NOTHING)


@pytest.mark.parametrize(
    ("column", "delimiter", "dutch", "english"),
    [
        (["1.234", "5,5"], ",", True, False),
        (["1.234", "1.234.567"], ",", True, False),
        (["1,234", "5.5"], ",", False, True),
        (["1,234", "1,234,567"], ";", False, True),
        (["1.234", "5", "abc"], ",", False, False),
        (["1,5", "1.5"], ";", True, True),
    ],
)
def test_the_file_shows_its_notation(column: list[str], delimiter: str, dutch: bool, english: bool) -> None:
    style = style_of(column, delimiter)
    assert (style.dutch, style.english, style.assume_dutch) == (dutch, english, delimiter != ",")


@pytest.mark.parametrize(
    ("style", "point", "comma"),
    [
        (Style(True, False, False), "1234", "1.234"),
        (Style(False, True, True), "1.234", "1234"),
        (Style(False, False, True), "1234", "1.234"),
        (Style(False, False, False), None, None),
        (Style(True, True, True), None, None),
    ],
)
def test_a_group_of_three_is_read_by_the_rest_of_the_file(style: Style, point: str | None, comma: str | None) -> None:
    for cell, wanted in (("1.234", point), ("1,234", comma)):
        if wanted is None:
            with pytest.raises(EitherNumberError) as either:
                read_number(cell, style)
            assert {str(either.value.dutch), str(either.value.english)} == {"1234", "1.234"}
        else:
            assert read_number(cell, style).value == Decimal(wanted)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2), st.booleans())
def test_a_number_in_either_notation_is_the_same(number: Decimal, dutch: bool) -> None:
    shown = f"{number:,f}"
    cell = shown.translate(str.maketrans(",.", ".,")) if dutch else shown
    assert read_number(cell, NOTHING).value == number


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("2019", "2019"),
        ("2019-12-31", "2019-12-31"),
        ("31-12-2019", "2019-12-31"),
        ("31/12/2019", "2019-12-31"),
        ("1.2.2019", "2019-02-01"),
        ("31-12-2019 0:00", "2019-12-31"),
        ("2019-12-31T00:00:00", "2019-12-31"),
        ("2019-Q3", "2019-Q3"),
        ("2019-q3", "2019-Q3"),
        ("2019-h1", "2019-H1"),
        ("2019-Najaar", "2019-najaar"),
        ("2019-W12", "2019-W12"),
        ("2019JJ00", "2019"),
        ("2019KW03", "2019-Q3"),
        ("2019HJ02", "2019-H2"),
        ("2019mm07 ", "2019-07"),
    ],
)
def test_dates_as_people_write_them(cell: str, wanted: str) -> None:
    assert read_date(cell).text == wanted


@pytest.mark.parametrize(
    ("cell", "in_grammar"),
    [("", False), ("vorig jaar", False), ("43830", False), ("31-12-19", False), ("12/31/2019", True), ("31-02-2019", True), ("2019-02-30", True),
     ("2019-13", True), ("2019KW05", True), ("2019MM13", True), ("2019-Q5", True), ("0000", False), ("2019*", False)],
)  # fmt: skip
def test_what_is_no_date(cell: str, in_grammar: bool) -> None:
    with pytest.raises(NoDateError) as error:
        read_date(cell)
    assert error.value.in_grammar is in_grammar


HEAD = "indicator;datum;waarde;eenheid;groep\n"


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ("dossier;2019;1;;", "2 indicator: er is geen indicator 'dossier'; bedoelt u 'indicator-dossiers'?"),
        ("Aantal Dossiers;2019;1;;", "2 indicator: er is geen indicator 'Aantal Dossiers'; bedoelt u 'indicator-dossiers'?"),
        ("xyz;2019;1;;", "2 indicator: er is geen indicator 'xyz'"),
        ("minder;2019;1;;", "2 indicator: 'minder' is geen indicator maar een element van soort 'doel'"),
        (";2019;1;;", "2 indicator: hier ontbreekt de id van een indicator"),
        ("inzet;;1;;", "2 datum: hier ontbreekt de datum"),
        ("inzet;30-2-2019;1;;", "2 datum: '30-2-2019' staat niet in de kalender"),
        ("inzet;begin 2019;1;;", "2 datum: 'begin 2019' is geen datum; schrijf 2019, 31-12-2019, 2019-12-31, 2019-Q3 of 2019KW03"),
        ("inzet;2019;;;", "2 waarde: hier is geen waarde: vul haar in of haal de rij weg"),
        ("inzet;2019;.;;", "2 waarde: hier is geen waarde ('.'): vul haar in of haal de rij weg"),
        ("inzet;2019;veel;;", "2 waarde: 'veel' is geen getal"),
        ("inzet;2019;5;banen;", "2 eenheid: 'banen' is niet de eenheid van 'inzet': die is '%'; dinkit rekent niets om"),
        ("inzet;2019;5 banen;;", "2 waarde: 'banen' is niet de eenheid van 'inzet': die is '%'; dinkit rekent niets om"),
        ("inzet;2019;5%;banen;", "2 waarde: de waarde is in '%', de kolom zegt 'banen'"),
        ("spanning;2019;krapp;;", "2 waarde: 'krapp' is geen stap van de schaal (ruim, gemiddeld, krap); bedoelt u 'krap'?"),
        ("spanning;2019;3;;", "2 waarde: '3' is geen stap van de schaal (ruim, gemiddeld, krap)"),
        ("spanning;2019;;;", "2 waarde: hier is geen waarde: vul haar in of haal de rij weg"),
        ("indicator-dossiers;2016;2900;;", "2 waarde: 'indicator-dossiers' heeft voor 2016 al 'onbekend' ('open-2016'), hier staat 2900"),
        ("per-uur;2016;5;dag;", "2 eenheid: 'dag' is niet de eenheid van 'per-uur': die is 'uur'; dinkit rekent niets om"),
        ("indicator-dossiers;2018;2900;;", "2 waarde: 'indicator-dossiers' heeft voor 2018 al 2800 ('dossiers-2018'), hier staat 2900"),
    ],
)
def test_a_row_that_cannot_be_added_says_why(row: str, wanted: str) -> None:
    batch = batch_of(HEAD + row + "\n")
    assert complaints(HEAD + row + "\n") == [wanted]
    assert batch.additions == ()
    assert all(one.message.nl != one.message.en for one in batch.complaints)


def test_all_faults_are_told_in_one_run() -> None:
    text = HEAD + "xyz;30-2-2019;abc;;\ninzet;2019;5;banen;\ninzet;2020;1;;\ninzet;2020;2;;x;y\n"
    assert [one.split(":")[0] for one in complaints(text)] == ["2 indicator", "2 datum", "3 eenheid", "5 "]


def test_nothing_that_tells_is_asked_for() -> None:
    assert complaints("indicator,datum,waarde\nkaal,2019,1.234\n") == [
        "2 waarde: '1.234' kan 1234 of 1,234 zijn, en niets in het bestand zegt welke van de twee; schrijf 1234 of 1.2340"
    ]
    for way in ("1234", "1.2340"):
        assert [str(one.value) for one in batch_of(f"indicator,datum,waarde\nkaal,2019,{way}\n").additions] == [way]


def test_what_was_assumed_is_told() -> None:
    batch = batch_of("indicator;datum;waarde\nkaal;2019;1.234\nkaal;2020;2.345\n")
    assert [str(one.value) for one in batch.additions] == ["1234", "2345"]
    assert [note.nl for note in batch.notes] == ["'1.234' is gelezen als 1234 (en zo nog 1): klopt dat?"]
    assert batch_of("indicator;datum;waarde\nkaal;2019;1.234\nkaal;2020;2,3\n").notes == ()


def test_the_same_value_is_skipped_and_another_one_refused() -> None:
    batch = batch_of(
        HEAD + "indicator-dossiers;1-1-2018;5;;\nindicator-dossiers;2018;2800;;\ninzet;2019;1;;a\ninzet;2019;2;;b\ninzet;2019JJ00;1;;A \n"
    )
    assert [(one.row, one.message.nl) for one in batch.skipped] == [
        (3, "staat er al ('dossiers-2018') en wordt overgeslagen"),
        (6, "staat er al (rij 4) en wordt overgeslagen"),
    ]
    assert [one.id for one in batch.additions] == ["dossiers-2018-01-01", "inzet-2019-a", "inzet-2019-b"]
    assert complaints(HEAD + "inzet;2019;1;;\ninzet;2019;2;;\n") == ["3 waarde: 'inzet' heeft voor 2019 al 1 (rij 2), hier staat 2"]


def test_a_value_in_another_unit_contradicts_nothing() -> None:
    assert [one.id for one in batch_of(HEAD + "indicator-dossiers;2017;2790;;\n").additions] == ["dossiers-2017"]


def test_a_difference_is_not_the_value_itself() -> None:
    assert [one.id for one in batch_of(HEAD + "inzet;2018;5;;\n").additions] == ["inzet-2018"]


def test_ids_are_new_and_short_enough() -> None:
    batch = batch_of(HEAD + f"indicator-dossiers;2018;5;;{'x' * 90}\nindicator-dossiers;2018;6;;{'x' * 91}\ninzet;2019;1;;Één\n")
    ids = [one.id for one in batch.additions]
    assert [len(name) for name in ids] == [80, 80, 14]
    assert ids[1].endswith("xx-2")
    assert ids[2] == "inzet-2019-een"


def test_ids_begin_as_those_of_the_model_do() -> None:
    model = (
        "indicatoren: {inzet: Inzet}\nmetingen: {meting-a: {van: inzet, waarde: 1, datum: 2018}, meting-b: {van: inzet, waarde: 1, datum: 2017}}\n"
    )
    batch = understood(network_of(model), read_csv(b"indicator;datum;waarde\ninzet;2019;1\n"))
    assert [one.id for one in batch.additions] == ["meting-inzet-2019"]


def test_units_are_spelled_as_the_indicator_spells_them() -> None:
    units = {
        one.indicator: one.unit
        for one in batch_of(HEAD + "inzet;2019;5 procent;;\nindicator-dossiers;2019;5;Dossiers;\nkaal;2019;5;mensen;\n").additions
    }
    assert units == {"inzet": "%", "indicator-dossiers": "dossiers", "kaal": "mensen"}
