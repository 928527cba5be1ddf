"""Numbers, amounts and dates: the grammar of files, against a second opinion where there is one."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit.finding import Text
from dinkit.model.dates import parse_date, parse_period
from dinkit.model.numbers import BESIDE_MONEY, AmbiguousNumberError, Amount, DutchNumberError, parse_amount, parse_number
from dinkit.model.values import Quoted, Weight, read_euros, read_step, read_value, read_weight, read_whole
from dinkit.reading.proposals import number

law = settings(derandomize=True, deadline=None, database=None, max_examples=200)


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("2200", "2200", None, None),
        ("-3", "-3", None, None),
        ("+4000", "4000", None, None),
        ("1.22", "1.22", None, None),
        ("0.500", "0.5", None, None),
        ("1,22%", "1.22", "%", None),
        ("1,22 %", "1.22", "%", None),
        ("2.200 dossiers", "2200", "dossiers", None),
        ("2.200,50 euro", "2200.5", "euro", None),
        ("1.234.567 inwoners", "1234567", "inwoners", None),
        ("€ 4,8 mln", "4800000", "€", None),
        ("€ 200.000,-", "200000", "€", None),
        ("€1.500.000", "1500000", "€", None),
        ("circa € 120.000", "120000", "€", "about"),
        ("Circa 1,5%", "1.5", "%", "about"),
        ("meer dan 50 deelnemers", "50", "deelnemers", "more_than"),
        ("5 per 1.000 inwoners", "5", "per 1.000 inwoners", None),
        ("12 m2", "12", "m2", None),
        ("12m²", "12", "m²", None),
        ("EUR 1.000.000,50", "1000000.5", "€", None),
        ("circa eur 12", "12", "€", "about"),
        ("1,5 mln EUR", "1500000", "€", None),
        ("200.000,-", "200000", "€", None),
        ("€ 4,8 mln per jaar (excl. btw)", "4800000", "€", None),
        ("€ 1,234 mln", "1234000", "€", None),
        ("€ 0,125", "0.125", "€", None),
    ],
)
def test_amounts_that_are_certain(text, value, unit, qualifier):
    assert parse_amount(text) == Amount(Decimal(value), unit, qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "x",
        "1e3",
        "1E5",
        "0x10",
        "1_000",
        "1.2.3",
        "1,2,3 %",
        "10-20",
        "10..20",
        "10 tot 20 banen",
        "70 % + pm",
        "nan",
        "1 000",
        "٣",
        "½",
        "--1",
        "ongeveer 5",
        "9" * 19,
        "9" * 40 + " %",
        "1" + " " * 10000 + "x",
        "x" * 10000 + "1",
        "€ 2 ton",
        "€ 2M",
        "€ 1.5M",
        "€ 2 mio",
        "€ 2 mljn",
        "€ 2 miljoem",
        "€ 2 mil",
        "€ 200k",
        "€ 12,5K per jaar",
        "€ 500 mille",
        "€ 2 Mln",
        "€ 5 per jaartal",
        "€ 5 %",
        "€ 1.2.3",
        "1.2.3 %",
        "€ 12.34,50",
    ],
)
def test_what_is_no_amount_is_refused_at_once(text):
    with pytest.raises(ValueError, match=r"(?s).*"):
        parse_amount(text)


def test_a_point_before_three_digits_has_two_readings():
    with pytest.raises(AmbiguousNumberError) as caught:
        parse_number("2.200")
    assert (caught.value.dutch, caught.value.english) == ("2200", "2.2")
    with pytest.raises(DutchNumberError) as dutch:
        parse_number("1.234,5")
    assert dutch.value.plain == "1234.5"


@pytest.mark.parametrize(
    ("text", "dutch", "english"),
    [
        ("€ 200,000", "200", "200000"),
        ("EUR 1,500", "1.5", "1500"),
        ("12,345 euro", "12.3450", "12345"),
        ("1,234", "1.2340", "1234"),
        ("2.234", "2234", "2.2340"),
    ],
)
def test_three_digits_behind_a_comma_or_point_have_two_readings_and_both_can_be_written(text, dutch, english):
    with pytest.raises(AmbiguousNumberError) as caught:
        parse_amount(text)
    assert (caught.value.dutch, caught.value.english) == (dutch, english)
    assert parse_number(dutch) != parse_number(english)


SCALES = {"duizend": 10**3, "miljoen": 10**6, "mln": 10**6, "mln.": 10**6, "miljard": 10**9, "mrd": 10**9}
behind = st.lists(st.sampled_from([*SCALES, *BESIDE_MONEY]) | st.text(alphabet="abdeikKlmMnort.%€(), ", max_size=6), max_size=4).map(" ".join)


@law
@given(st.sampled_from(["€ ", "EUR ", "circa € "]), st.sampled_from(["2", "1,5", "200.000", "1.5"]), behind)
def test_no_letter_behind_an_amount_is_ignored(front, number, behind):
    try:
        amount = parse_amount(front + number + behind)
    except ValueError:
        return
    first = next((word for word in sorted(SCALES, key=len, reverse=True) if behind.strip().startswith(word)), "")
    rest = behind.strip().removeprefix(first).lower()
    for known in sorted(BESIDE_MONEY, key=len, reverse=True):
        rest = rest.replace(known, " ")
    assert not any(one.isalnum() or one in "%€" for one in rest)
    assert amount.value == parse_amount(front + number).value * SCALES.get(first, 1)


@law
@given(st.sampled_from(sorted(SCALES)), st.lists(st.sampled_from(BESIDE_MONEY), max_size=3))
def test_what_is_known_may_stand_behind_an_amount(scale, words):
    assert parse_amount(" ".join(("€ 2", scale, *words))) == Amount(Decimal(2 * SCALES[scale]), "€", None)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("€ 2 ton", '"€ 200.000"'),
        ("circa € 2,5 ton per jaar", '"circa € 250.000 per jaar"'),
        ("€ 1.5M", '"€ 1.5 mln"'),
        ("€ 2 mio", '"€ 2 mln"'),
        ("€ 2 mljn.", '"€ 2 mln"'),
        ("€ 2 miljoem", '"€ 2 miljoen"'),
        ("€ 2 Mln", '"€ 2 mln"'),
        ("€ 200k", '"€ 200 duizend"'),
        ("€ 500 mille", '"€ 500 duizend"'),
        ("€ 2 mld", '"€ 2 mrd"'),
    ],
)
def test_a_short_word_behind_an_amount_is_written_in_full_where_that_is_certain(text, written):
    assert number(text) == Text(written, written)


@pytest.mark.parametrize("text", ["€ 2 mil", "€ 2 mln ton", "€ 2 duizend k", "€ 0,000001 ton", "€ 2 dollar", "€ 2,-k", "€ 1,234 ton"])
def test_what_stands_behind_an_amount_is_named_where_it_is_not(text):
    assert number(text).nl.startswith(f"het bedrag voluit: achter een bedrag kent dinkit '{text.split(' ')[-1].split('-')[-1]}' niet")


@law
@given(st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False))
def test_dutch_notation_reads_back(number):
    written = f"{number:,.2f}".replace(",", "_").replace(".", ",").replace("_", ".")
    assert parse_amount(f"{written} %").value == number


@law
@given(st.integers(-(10**9), 10**9))
def test_plain_whole_numbers_read_back(number):
    assert parse_number(str(number)) == number


@law
@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_a_value_error(text):
    for read in (parse_amount, parse_number, read_value, read_euros, read_weight, read_whole, read_step, parse_date, parse_period):
        with contextlib.suppress(ValueError):
            read(text)


def test_quotes_make_dutch_notation_certain():
    assert read_value(Quoted("2.200 dossiers")) == Amount(Decimal(2200), "dossiers", None)
    with pytest.raises(DutchNumberError):
        read_value("2.200 dossiers")
    with pytest.raises(DutchNumberError):
        read_value("1,22 %")


def test_values_that_are_words():
    assert [read_value(word) for word in ("pm", "gemiddeld", "zeer krap")] == ["pm", "gemiddeld", "zeer krap"]
    for word in ("nan", "NaN", ".nan", "inf", "-inf", "Infinity"):
        with pytest.raises(ValueError, match="value"):
            read_value(word)


def test_weights_are_signs_numbers_or_percentages():
    assert read_weight("++") == Weight("labels", Decimal(2), "++")
    assert read_weight("30%") == Weight("number", Decimal("0.3"), "30%")
    for wrong in ("++++", "-1", "zwaar", "3 euro", ""):
        with pytest.raises(ValueError, match=r"weight|value"):
            read_weight(wrong)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-02", date(2019, 2, 1), date(2019, 2, 28)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-05-14", date(2019, 5, 14), date(2019, 5, 14)),
        ("2019-H2", date(2019, 7, 1), date(2019, 12, 31)),
        ("2019-Q3", date(2019, 7, 1), date(2019, 9, 30)),
        ("2019-W01", date(2018, 12, 31), date(2019, 1, 6)),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        ("2019-voorjaar", date(2019, 3, 1), date(2019, 5, 31)),
        ("2020-winter", date(2019, 12, 1), date(2020, 2, 29)),
    ],
)
def test_imprecise_dates(text, first, last):
    assert parse_date(text) == (first, last, text)


@pytest.mark.parametrize(
    "text",
    [
        "2019-13",
        "2019-00",
        "2019-02-30",
        "2019-02-00",
        "1922?",
        "0999",
        "20190",
        "2019-5",
        "2019-05-14T10:00",
        "14-05-2019",
        "2019-H3",
        "2019-Q0",
        "2019-W00",
        "2019-W53",
        "2019-W54",
        "2019-kerst",
        "voorjaar 2019",
        "2019 ",
        " 2019",
        "2019\n",
        "٢٠١٩",
        "",
        "2019..2020",
        "2019-5-1",
    ],
)
def test_dates_that_no_calendar_has(text):
    with pytest.raises(ValueError, match=r"(?s).*"):
        parse_date(text)


@law
@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_a_day_lies_in_its_week_month_quarter_half_and_year(day):
    year, week, _ = day.isocalendar()
    quarter, half = (day.month + 2) // 3, (day.month + 5) // 6
    spellings = [f"{day.year}", f"{day.year}-{day.month:02}", f"{day.year}-Q{quarter}", f"{day.year}-H{half}", day.isoformat()]
    spellings += [f"{year}-W{week:02}"] if 1000 <= year <= 2999 else []
    for text in spellings:
        assert parse_date(text).first <= day <= parse_date(text).last
    assert parse_date(day.isoformat()).first + timedelta(0) == day


def test_periods_may_be_open():
    assert parse_period("2019") == (parse_date("2019"), parse_date("2019"))
    assert parse_period("..2019").start is None
    assert parse_period("2019..").end is None
    assert parse_period("2019..heden").end is None
    assert parse_period("2019 .. 2020-05").end == parse_date("2020-05")
    for wrong in ("..", "2019...2020", "2019-2020", "2019..2020..2021", "van 2019"):
        with pytest.raises(ValueError, match=r"(?s).*"):
            parse_period(wrong)
