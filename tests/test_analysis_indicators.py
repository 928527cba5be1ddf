"""Indicators: progress, status and series by hand, every reason why something cannot be said, and laws on random indicators."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit.analyses import _indicator_words as words
from dinkit.analyses._aims import Aim, all_aims
from dinkit.analyses._frequency import is_stale, missing, parse_frequency
from dinkit.analyses._indicator_tables import upkeep
from dinkit.analyses._line import Moment, stance
from dinkit.analyses._quantities import spoken, two_digits
from dinkit.analyses._series import MARKS, Series, all_series
from dinkit.analyses.indicators import ANALYSIS
from dinkit.analysis import Fact, Options
from dinkit.model.dates import ImpreciseDate, parse_date
from dinkit.model.records import Indicator
from dinkit.network import Network
from dinkit.reading.load import load
from dinkit.source import Folder, Memory
from strategies import broken, documents, render, styles
from support import loaded, network_of

ROOT = Path(__file__).parent.parent
ALL = Options()


def fact_of(text: str) -> Fact:
    return ANALYSIS.run(network_of(text), ALL)


def series_of(text: str, **parts: str) -> tuple[Series, ...]:
    return all_series(network_of(text, **parts))


def aims_of(text: str) -> tuple[Aim, ...]:
    network = network_of(text)
    return all_aims(network, all_series(network))


def aim_of(text: str) -> Aim:
    (found,) = aims_of(text)
    return found


def one(fields: str, measured: str = "", head: str = "") -> str:
    """A model with one indicator "i" that measures a goal; `measured` are fields of measurements m1, m2, ..."""
    lines = "".join(f"  m{at}: {{van: i, {fields_of}}}\n" for at, fields_of in enumerate(filter(None, measured.split(" | ")), 1))
    return f"{head}\ndoelen: {{d: D}}\nindicatoren:\n  i: {{naam: I, meet: d, {fields}}}\n" + (f"metingen:\n{lines}" if lines else "")


BASE = "eenheid: x, nulmeting: {waarde: 2800, datum: 2018}, streefwaarden: {waarde: 2200, datum: 2022}"


def test_progress_by_hand() -> None:
    aim = aim_of(one(BASE, "waarde: 2500, datum: 2020"))
    assert (aim.progress, aim.why_no_progress, aim.to_go, aim.reached) == (Decimal("0.5"), "", Decimal(-300), False)
    assert aim.stance == ("on_plan", "", Decimal(2500), Decimal(1))
    behind = aim_of(one(BASE, "waarde: 2600, datum: 2020")).stance
    assert (behind.state, two_digits(behind.tempo or Decimal(0))) == ("behind", Decimal("0.67"))
    assert aim_of(one(BASE, "waarde: 2499, datum: 2020")).stance.state == "ahead"
    assert aim_of(one(BASE, "waarde: 2900, datum: 2020")).progress == Decimal(-1) / 6


@pytest.mark.parametrize(
    ("fields", "measured", "progress"),
    [
        ("eenheid: x, nulmeting: {waarde: 1150, datum: 2019}, streefwaarden: {waarde: -15, eenheid: '%', ten_opzichte_van: begin 2019, datum: 2023}", "waarde: 1000, datum: 2022",
         Decimal(-150) / Decimal("-172.5")),
        ("eenheid: x, nulmeting: {waarde: 100, datum: 2016}, streefwaarden: {waarde: 40, ten_opzichte_van: nulmeting}", "waarde: 110, datum: 2017", Decimal("0.25")),
        ("eenheid: x, streefwaarden: {waarde: 4000, ten_opzichte_van: banen, basisjaar: 2016}", "waarde: 38000, datum: 2016 | waarde: 39000, datum: 2018", Decimal("0.25")),
        ("eenheid: x, nulmeting: {waarde: 39000, datum: 2017}, streefwaarden: {waarde: 4000, ten_opzichte_van: 2016}", "waarde: 38000, datum: 2016 | waarde: 40000, datum: 2018",
         Decimal(1) / 3),
        ("eenheid: '%', nulmeting: {waarde: 5, datum: 2016}, streefwaarden: {waarde: 2, eenheid: procentpunt, ten_opzichte_van: 2016}", "waarde: 6, datum: 2018", Decimal("0.5")),
        ("eenheid: x, streefwaarden: {waarde: 40, ten_opzichte_van: 2016}", "waarde: {waarde: 10, ten_opzichte_van: 2016}, datum: 2018", Decimal("0.25")),
        ("eenheid: x, richting: gelijk, nulmeting: {waarde: 10, datum: 2016}, streefwaarden: 20", "waarde: 15, datum: 2018", Decimal("0.5")),
        ("nulmeting: {waarde: 10, eenheid: fte, datum: 2016}, streefwaarden: '20 fte'", "waarde: '15 fte', datum: 2018", Decimal("0.5")),
    ],
)  # fmt: skip
def test_targets_of_every_sort(fields: str, measured: str, progress: Decimal | None) -> None:
    assert (
        aim_of(
            one(fields, measured.replace("'waarde: {waarde: 10, ten_opzichte_van: 2016}'", "waarde: {waarde: 10, ten_opzichte_van: 2016}"))
        ).progress
        == progress
    )


def test_a_target_may_start_from_another_indicator() -> None:
    text = one(
        "eenheid: x, nulmeting: {waarde: 50, datum: 2016}, streefwaarden: {waarde: 10, ten_opzichte_van: regio, basisjaar: 2016}",
        "waarde: 80, datum: 2018",
    )
    text = text.replace("metingen:\n", "  regio: {naam: Regio, eenheid: x}\nmetingen:\n  r: {van: regio, waarde: 100, datum: 2016}\n")
    (aim,) = aims_of(text)
    assert (aim.wanted, aim.progress) == (Decimal(110), Decimal("0.5"))


WHY = {
    "no_target": ("eenheid: x, nulmeting: 1", "waarde: 2, datum: 2019"),
    "target_unknown": ("eenheid: x, nulmeting: 1, streefwaarden: onbekend", "waarde: 2, datum: 2019"),
    "target_pm": ("eenheid: x, nulmeting: 1, streefwaarden: pm", "waarde: 2, datum: 2019"),
    "target_in_words": ("eenheid: x, nulmeting: 1, streefwaarden: meer", "waarde: 2, datum: 2019"),
    "target_off_scale": ("schaal: [laag, hoog], streefwaarden: meer", "waarde: laag, datum: 2019"),
    "target_unit": ("eenheid: x, nulmeting: 1, streefwaarden: '3 y'", "waarde: 2, datum: 2019"),
    "target_other_base": (
        "eenheid: x, nulmeting: {waarde: 1, ten_opzichte_van: 2015}, streefwaarden: {waarde: 3, ten_opzichte_van: 2016}",
        "waarde: 2, datum: 2019",
    ),
    "percent_of_percent": ("eenheid: '%', nulmeting: 10, streefwaarden: {waarde: '-15%', ten_opzichte_van: nulmeting}", "waarde: 9, datum: 2019"),
    "no_base": ("eenheid: x, nulmeting: {waarde: 1, datum: 2019}, streefwaarden: {waarde: 3, ten_opzichte_van: 2016}", "waarde: 2, datum: 2019"),
    "no_direction": ("eenheid: x, richting: onbekend, nulmeting: 1, streefwaarden: 3", "waarde: 2, datum: 2019"),
    "wrong_direction": ("eenheid: x, richting: lager, nulmeting: 1, streefwaarden: 3", "waarde: 2, datum: 2019"),
    "no_baseline": ("eenheid: x, streefwaarden: 3", "waarde: 2, datum: 2019"),
    "baseline_unknown": ("eenheid: x, nulmeting: onbekend, streefwaarden: 3", "waarde: 2, datum: 2019"),
    "baseline_pm": ("eenheid: x, nulmeting: pm, streefwaarden: 3", "waarde: 2, datum: 2019"),
    "baseline_unit": ("eenheid: x, nulmeting: '1 y', streefwaarden: 3", "waarde: 2, datum: 2019"),
    "baseline_group": ("eenheid: x, nulmeting: {waarde: 1, groep: jong}, streefwaarden: 3", "waarde: 2, datum: 2019"),
    "baseline_unusable": ("eenheid: x, nulmeting: veel, streefwaarden: 3", "waarde: 2, datum: 2019"),
    "no_measurement": ("eenheid: x, nulmeting: 1, streefwaarden: 3", ""),
    "only_later": ("eenheid: x, nulmeting: 1, streefwaarden: 3", "waarde: 2, datum: 2023"),
    "other_measure": ("eenheid: x, nulmeting: 1, streefwaarden: 3", "waarde: '2 y', datum: 2019"),
    "measurement_undated": ("eenheid: x, nulmeting: 1, streefwaarden: 3", "waarde: 2, datum: onbekend"),
    "nothing_since": ("eenheid: x, nulmeting: {waarde: 1, datum: 2019}, streefwaarden: 3", "waarde: 2, datum: 2019-05"),
    "contradiction": ("eenheid: x, nulmeting: 1, streefwaarden: 3", "waarde: 2, datum: 2019 | waarde: 4, datum: 2019"),
    "target_is_baseline": ("eenheid: x, nulmeting: 3, streefwaarden: {waarde: 3, kwalificatie: minstens}", "waarde: 2, datum: 2019"),
    "steps": ("schaal: [laag, hoog], nulmeting: laag, streefwaarden: hoog", "waarde: laag, datum: 2019"),
}


def test_a_change_in_another_unit_is_no_target() -> None:
    aim = aim_of(
        one("eenheid: x, nulmeting: {waarde: 1, datum: 2016}, streefwaarden: {waarde: '3 y', ten_opzichte_van: 2016}", "waarde: 2, datum: 2019")
    )
    assert aim.why_no_progress == "target_unit"


@pytest.mark.parametrize("code", WHY)
def test_why_progress_cannot_be_computed(code: str) -> None:
    aim = aim_of(one(*WHY[code], head="peildatum: 2022-12-31"))
    assert (aim.progress, aim.why_no_progress) == (None, code)
    assert aim.stance.why
    assert aim.stance.state == ""


WHY_NOT_TOLD = {
    "baseline_undated": BASE.replace("datum: 2018", "datum: onbekend"),
    "target_undated": BASE.replace("datum: 2022", "datum: onbekend"),
    "target_before_baseline": BASE.replace("datum: 2022", "datum: 2017"),
    "dates_imprecise": BASE.replace("datum: 2022", "datum: 2022-06").replace("datum: 2018", "datum: 2018-01"),
}


@pytest.mark.parametrize("code", WHY_NOT_TOLD)
def test_why_the_status_cannot_be_told(code: str) -> None:
    aim = aim_of(one(WHY_NOT_TOLD[code], "waarde: 2500, datum: 2020"))
    assert aim.progress == Decimal("0.5")
    assert (aim.stance.state, aim.stance.why) == ("", code)


def test_every_code_has_words_and_an_example() -> None:
    assert set(WHY) | set(WHY_NOT_TOLD) == set(words.WHY)
    assert set(words.MARK_WORDS) == set(MARKS)
    texts = [text for table in (words.WHY, words.UPKEEP, words.STATES, words.MARK_WORDS) for text in table.values()]
    assert all(text.nl and text.en and text.nl != text.en for text in texts)


def test_a_sentence_is_right_in_both_languages() -> None:
    assert f"niet te berekenen omdat {words.WHY['no_baseline'].nl}" == "niet te berekenen omdat er geen nulmeting is"
    assert f"cannot be computed because {words.WHY['no_baseline'].en}" == "cannot be computed because there is no baseline"


@pytest.mark.parametrize(
    ("direction", "qualifier", "value", "reached"),
    [
        ("hoger", None, 7, True),
        ("hoger", None, 6, False),
        ("hoger", "meer_dan", 7, False),
        ("lager", None, 7, True),
        ("lager", None, 8, False),
        ("gelijk", None, 7, True),
        ("gelijk", None, 8, False),
        (None, "minstens", 8, True),
        (None, "hoogstens", 8, False),
        (None, None, 8, True),
        ("onbekend", None, 8, None),
    ],
)
def test_reached(direction: str | None, qualifier: str | None, value: int, reached: bool | None) -> None:
    start = 9 if direction == "lager" else 5
    fields = f"eenheid: x, nulmeting: {start}, streefwaarden: {{waarde: 7{f', kwalificatie: {qualifier}' if qualifier else ''}}}"
    aim = aim_of(one(fields + (f", richting: {direction}" if direction else ""), f"waarde: {value}, datum: 2019"))
    assert aim.reached is reached


@pytest.mark.parametrize(
    ("direction", "value", "told", "reached"),
    [
        ("lager", "zeer krap", "nog 2 stappen te gaan", False),
        ("lager", "krap", "nog één stap te gaan", False),
        ("lager", "gemiddeld", "bereikt", True),
        ("lager", "ruim", "bereikt", True),
        ("hoger", "ruim", "nog één stap te gaan", False),
        (None, "ruim", "nog één stap te gaan", False),
    ],
)
def test_steps_are_counted_and_never_a_share(direction: str | None, value: str, told: str, reached: bool) -> None:
    way = f"richting: {direction}, " if direction else ""
    text = one(f"{way}schaal: [ruim, gemiddeld, krap, zeer krap], nulmeting: zeer krap, streefwaarden: gemiddeld", f"waarde: {value}, datum: 2019")
    aim, row = aim_of(text), fact_of(text).tables[1].rows[0]
    assert (aim.progress, aim.reached, row[9], row[12]) == (None, reached, None, reached)
    assert row[2] == ("gemiddeld (stap 2 van 4)", "gemiddeld (step 2 of 4)")
    assert row[11] is not None
    assert row[11][0] == told  # type: ignore[index]


def test_steps_may_be_numbers() -> None:
    assert aim_of(one("schaal: ['1', '2', '3'], streefwaarden: 3", "waarde: 1, datum: 2019")).steps_to_go == 2


MARKED = """
peildatum: 2020-12-31
doelen: {d: D}
inspanningen: {werk: {naam: Werk, draagt_bij_aan: d}}
indicatoren:
  i: {naam: I, eenheid: mensen, nulmeting: {waarde: 5, datum: 2015}, streefwaarden: {waarde: 10, datum: 2022}, meet: d}
metingen:
  a: {van: i, waarde: 6, datum: 2016}
  b-unit: {van: i, waarde: '7 huishoudens', datum: 2016}
  c-group: {van: i, waarde: {waarde: 7, groep: jong}, datum: 2016}
  d-relative: {van: i, waarde: {waarde: 1, ten_opzichte_van: 2015}, datum: 2016}
  e-change: {van: i, waarde: {waarde: '20%', ten_opzichte_van: 2015}, datum: 2016}
  f-none: {van: i, waarde: onbekend, datum: 2017}
  g-words: {van: i, waarde: veel, datum: 2017}
  h-later: {van: i, waarde: 9, datum: 2021}
  z: {van: i, waarde: 7}
resultaten:
  r-count: {naam: R, van: [werk, i], waarde: 8, datum: 2018, telling: cumulatief, sinds: 2015, stand: gerealiseerd}
  r-count-2: {naam: R, van: i, waarde: 9, datum: 2019, telling: cumulatief, sinds: 2015}
  r-other: {naam: R, van: i, waarde: 4, datum: 2019, telling: in_periode}
  r-since: {naam: R, van: i, waarde: 4, datum: 2019, telling: cumulatief, sinds: 2017}
  r-expected: {naam: R, van: i, waarde: 9, datum: 2019, stand: verwacht}
  r-planned: {naam: R, van: i, waarde: 9, datum: 2019, stand: gepland}
  r-no-value: {naam: R, van: i, datum: 2019}
"""


def test_what_is_not_the_same_measure_is_marked_with_the_reason() -> None:
    (series,) = series_of(MARKED)
    assert {point.element: point.marks for point in series.points if point.marks} == {
        "b-unit": ("unit",),
        "c-group": ("group",),
        "d-relative": ("relative",),
        "e-change": ("relative",),
        "f-none": ("no_value",),
        "g-words": ("no_value",),
        "h-later": ("later",),
        "r-other": ("counting",),
        "r-since": ("counting",),
        "r-expected": ("expected",),
        "r-planned": ("planned",),
    }
    assert [point.element for point in series.points if not point.marks] == ["i", "a", "r-count", "r-count-2", "z"]
    assert [point.element for point in series.points][-1] == "z"


def test_the_series_shows_every_value_and_why_it_does_not_count() -> None:
    table = fact_of(MARKED).tables[3]
    at = {column.key: place for place, column in enumerate(table.columns)}
    rows = {row[at["point"]]: row for row in table.rows}
    assert rows["b-unit"][at["value"]] == ("7 huishoudens", "7 huishoudens")
    assert rows["b-unit"][at["not_same"]] == ("unit",)
    assert rows["e-change"][at["value"]] == ("+20% ten opzichte van 2015", "+20% against 2015")
    assert rows["r-count"][at["counting"]] == "cumulative"
    assert rows[""][at["kind"]] == "baseline"
    assert table.columns[at["not_same"]].words == words.MARK_WORDS
    assert len(rows) == 16


def test_without_declarations_most_values_say_what_the_measure_is() -> None:
    text = "indicatoren: {i: I}\nmetingen:\n  a: {van: i, waarde: '1 x', datum: 2016}\n  b: {van: i, waarde: '1 y', datum: 2015}\n  c: {van: i, waarde: {waarde: '1 X', groep: g}, datum: 2017}\n"
    (series,) = series_of(text)
    assert series.unit == "x"
    assert {point.element: point.marks for point in series.points} == {"a": (), "b": ("unit",), "c": ("group",)}


OLD = """
model: oud
editie: contract
doelen: {d: D}
indicatoren:
  i: {naam: I, eenheid: x, nulmeting: {waarde: 10, datum: 2016}, streefwaarden: {waarde: 20, datum: 2020}, meet: d}
  weg: {naam: Weg, eenheid: x}
  j1: {naam: J1, eenheid: x}
  j2: {naam: J2, eenheid: x}
metingen:
  i-2017: {van: i, waarde: 12, datum: 2017, bron: onbekend}
  i-2018: {van: i, waarde: 13, datum: 2018}
  weg-2018: {van: weg, waarde: 13, datum: 2018}
  j1-2018: {van: j1, waarde: 13, datum: 2018}
  j2-2018: {van: j2, waarde: 13, datum: 2018}
"""
NEW = """
model: nieuw
editie: verslag
peildatum: 2019-12-31
vorige_editie: oud.yaml
doelen: {d: D}
indicatoren:
  i: {naam: I, eenheid: x, meet: d}
  anders: {naam: Anders, eenheid: x, opvolger_van: [oud/weg]}
  j: {naam: J, eenheid: x, opvolger_van: [oud/j1, oud/j2]}
metingen:
  i-2018: {van: i, waarde: 14, datum: 2018}
  i-2019: {van: i, waarde: 15, datum: 2019}
"""


def test_the_series_goes_through_the_editions() -> None:
    i, other, merged = series_of(NEW, oud=OLD)
    assert [(point.element, str(point.value.value[0]), point.edition) for point in i.points] == [
        ("i", "10", "contract"),
        ("i-2017", "12", "contract"),
        ("i-2018", "14", "contract"),
        ("i-2019", "15", "verslag"),
    ]
    assert [target.edition for target in i.targets] == ["contract"]
    assert [(point.element, point.marks) for point in other.points] == [("weg-2018", ())]
    assert [(point.element, point.marks) for point in merged.points] == [("j1-2018", ("merged",)), ("j2-2018", ("merged",))]


def test_what_the_source_leaves_open_is_not_taken_from_an_earlier_edition() -> None:
    text = NEW.replace("i: {naam: I, eenheid: x, meet: d}", "i: {naam: I, eenheid: x, meet: d, nulmeting: onbekend, streefwaarden: onbekend}")
    network = network_of(text, oud=OLD)
    aims = all_aims(network, all_series(network))
    assert [aim.why_no_progress for aim in aims] == ["target_unknown"]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("jaarlijks", 12), ("Jaarlijks, in december", 12), ("per jaar", 12), ("elk jaar", 12), ("ieder jaar", 12), ("eens per jaar", 12), ("1x per jaar", 12),
        ("halfjaarlijks", 6), ("2x per jaar", 6), ("twee keer per jaar", 6), ("per half jaar", 6), ("elk halfjaar", 6), ("per kwartaal", 3), ("4 keer per jaar", 3),
        ("driemaandelijks", 3), ("maandelijks", 1), ("elke maand", 1), ("tweejaarlijks", 24), ("om de twee jaar", 24), ("eens per 4 jaar", 48), ("vierjaarlijks", 48),
        ("yearly", 12), ("once a year", 12), ("twice a year", 6), ("quarterly", 3), ("monthly", 1), ("every two years", 24), ("every 3 months", 3),
        ("wekelijks", Fraction(336, 1461)), ("per dag", Fraction(48, 1461)),
        ("onbekend", None), ("", None), (None, None), ("af en toe", None), ("bij de begroting", None), ("0x per jaar", None), ("nooit per saldo", None),
    ],
)  # fmt: skip
def test_how_often_as_people_write_it(text: str | None, months: int | Fraction | None) -> None:
    found = parse_frequency(text)
    assert (found.months if found else None) == months


@pytest.mark.parametrize(("text", "days"), [("jaarlijks", 548), ("per kwartaal", 137), ("maandelijks", 46), ("wekelijks", 11), ("dagelijks", 2)])
def test_stale_is_older_than_one_and_a_half_times(text: str, days: int) -> None:
    frequency, latest = parse_frequency(text), date(2019, 12, 31)
    assert frequency is not None
    assert [is_stale(frequency, latest, latest + timedelta(days=more)) for more in (0, days - 1, days)] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "dates", "at", "wanted"),
    [
        ("jaarlijks", ("2016", "2018-05", "2021-Q1"), "2022-12-31", ("2017", "2019..2020", "2022")),
        ("jaarlijks", ("2016", "2018"), "2019-12-30", ("2017",)),
        ("jaarlijks", ("2016", "2018"), None, ("2017",)),
        ("per kwartaal", ("2019-Q1", "2019-Q4"), "2019-12-31", ("2019-Q2..2019-Q3",)),
        ("halfjaarlijks", ("2019-H1",), "2020-01-01", ("2019-H2",)),
        ("maandelijks", ("2018-11",), "2019-01-31", ("2018-12..2019-01",)),
        ("om de twee jaar", ("2010",), "2019", ()),
        ("jaarlijks", (), "2019", ()),
    ],
)
def test_which_measurements_are_missing(text: str, dates: tuple[str, ...], at: str | None, wanted: tuple[str, ...]) -> None:
    frequency = parse_frequency(text)
    assert frequency is not None
    assert missing(frequency, map(parse_date, dates), parse_date(at).last if at else None) == wanted


@pytest.mark.parametrize(
    ("frequency", "measured", "head", "wanted"),
    [
        ("jaarlijks", "waarde: 1, datum: 2020", "peildatum: 2021-12-31", "fresh"),
        ("jaarlijks", "waarde: 1, datum: 2019", "peildatum: 2021-12-31", "stale"),
        ("jaarlijks", "waarde: 1, datum: 2019 | waarde: '1 y', datum: 2021", "peildatum: 2021-12-31", "stale"),
        ("jaarlijks", "waarde: 1, datum: 2019", "", "no_reference_date"),
        ("jaarlijks", "waarde: 1, datum: onbekend", "peildatum: 2021", "undated"),
        ("jaarlijks", "", "peildatum: 2021", "never"),
        ("onbekend", "waarde: 1, datum: 2019", "peildatum: 2021", "no_frequency"),
        ("soms", "waarde: 1, datum: 2019", "peildatum: 2021", "unclear_frequency"),
    ],
)
def test_how_the_measuring_is_kept_up(frequency: str, measured: str, head: str, wanted: str) -> None:
    (series,) = series_of(one(f"eenheid: x, meetfrequentie: {frequency}", measured, head))
    assert upkeep(series) == wanted


def test_the_reference_date_decides_what_is_the_latest() -> None:
    network = network_of(one(BASE, "waarde: 2700, datum: 2019 | waarde: 2500, datum: 2020"))
    for at, wanted in (("2019-12-31", "2700"), ("2020-12-31", "2500"), ("2020", "2500"), ("2020-06-30", "2700")):
        seen = network.at(parse_date(at))
        (aim,) = all_aims(seen, all_series(seen))
        assert aim.latest is not None
        assert str(aim.latest.value.value[0]) == wanted


def test_the_date_of_the_goal_stands_in_for_that_of_the_target() -> None:
    text = one(BASE.replace("{waarde: 2200, datum: 2022}", "2200"), "waarde: 2500, datum: 2020").replace(
        "{d: D}", "{d: {naam: D, streefdatum: 2022}}"
    )
    assert aim_of(text).stance.state == "on_plan"
    assert aim_of(one(BASE.replace("{waarde: 2200, datum: 2022}", "2200"), "waarde: 2500, datum: 2020")).stance.why == "target_undated"


def test_each_group_goes_its_own_way() -> None:
    fields = "eenheid: '%', nulmeting: {waarde: 50, groep: jong}, streefwaarden: [{waarde: 70, groep: Jong}, {waarde: pm, groep: oud}, {waarde: 80, groep: oud}]"
    measured = "waarde: {waarde: 60, groep: jong}, datum: 2019 | waarde: {waarde: 10, groep: oud}, datum: 2020"
    assert [(aim.progress, aim.why_no_progress) for aim in aims_of(one(fields, measured))] == [
        (Decimal("0.5"), ""),
        (None, "target_pm"),
        (None, "baseline_group"),
    ]


DATES = st.sampled_from([
    *(str(year) for year in range(2015, 2024)), "2017-Q1", "2018-H2", "2019-05", "2019-11", "2020-02-29", "2021-12-31", "2022-zomer", "2016-W10"
])  # fmt: skip


def kind(given_date: ImpreciseDate) -> str:
    """The precision of a date by its spelling, a second opinion to its length."""
    text = given_date.text
    if text[5:].isalpha() or "Q" in text:
        return "quarter"
    return "week" if "W" in text else "half" if "H" in text else ("year", "month", "day")[text.count("-")]


def states(start: Moment, now: Moment, target: Moment, margin: Decimal) -> set[str]:
    """Every status that comes out when the dates are placed in all allowed ways, by exact fractions of years."""
    assert start.date
    assert now.date
    assert target.date

    def place(given_date: ImpreciseDate, end: bool) -> Fraction:
        day = given_date.last + timedelta(days=1) if end else given_date.first
        return day.year + Fraction((day - date(day.year, 1, 1)).days, (date(day.year + 1, 1, 1) - date(day.year, 1, 1)).days)

    found = set()
    for number in range(4):
        ends = {kind(start.date): bool(number & 1)}
        ends.setdefault(kind(now.date), bool(number & 2))
        begin, measured = place(start.date, ends[kind(start.date)]), place(now.date, ends[kind(now.date)])
        due = place(target.date, ends.get(kind(target.date), True))
        if not begin < due or measured < begin:
            return {"dates_imprecise"}
        part = min(Fraction(1), (measured - begin) / (due - begin))
        line = Fraction(start.value) + (Fraction(target.value) - Fraction(start.value)) * part
        lead = (Fraction(now.value) - line) * (1 if target.value > start.value else -1)
        found.add("on_plan" if abs(lead) <= Fraction(margin) else "ahead" if lead > 0 else "behind")
    return found


@given(DATES, DATES, DATES, st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
@settings(max_examples=400)
def test_the_status_is_that_of_every_placing_of_the_dates(begin: str, now: str, due: str, start: int, value: int, target: int) -> None:
    if start == target or parse_date(due).last <= parse_date(begin).last:
        return
    moments = [Moment(parse_date(text), Decimal(number)) for text, number in ((begin, start), (now, value), (due, target))]
    found = stance(moments[0], moments[1], moments[2], margin=Decimal("0.5"))
    wanted = states(moments[0], moments[1], moments[2], Decimal("0.5"))
    assert (found.state or found.why) == (wanted.pop() if len(wanted) == 1 else "dates_imprecise")


@pytest.mark.parametrize(
    ("text", "wanted"), [("33.333", "33"), ("0.0567", "0.057"), ("123.4", "120"), ("-6.66", "-6.7"), ("0", "0"), ("99.6", "100"), ("50", "50")]
)
def test_two_significant_digits(text: str, wanted: str) -> None:
    assert str(two_digits(Decimal(text))) == wanted


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        ("1.22", "1,22", "1.22"),
        ("'1,22%'", "1,22%", "1.22%"),
        ("44000", "44.000", "44,000"),
        ("'€ 4,8 mln'", "€ 4.800.000", "€ 4,800,000"),
        (
            "{waarde: 4000, eenheid: banen, ten_opzichte_van: banen, basisjaar: 2016}",
            "+4000 banen ten opzichte van banen (2016)",
            "+4000 banen against banen (2016)",
        ),
        ("{waarde: '-15%', ten_opzichte_van: begin 2019, basisjaar: 2019}", "-15% ten opzichte van begin 2019", "-15% against begin 2019"),
        ("{waarde: 7, kwalificatie: meer_dan}", "meer dan 7", "more than 7"),
        ("'circa 50 mensen'", "circa 50 mensen", "about 50 mensen"),
        ("pm", "p.m.", "to be settled (p.m.)"),
        ("onbekend", "onbekend", "unknown"),
    ],
)
def test_values_in_words(value: str, nl: str, en: str) -> None:
    (indicator,) = network_of(f"indicatoren: {{i: {{naam: I, nulmeting: {value}}}}}").of(Indicator)
    assert indicator.baseline is not None
    assert spoken(indicator.baseline) == (nl, en)


def test_the_first_sentence_answers() -> None:
    text = """
peildatum: 2020-12-31
doelen: {d: D}
indicatoren:
  a: {naam: A, eenheid: x, nulmeting: {waarde: 0, datum: 2018}, streefwaarden: {waarde: 100, datum: 2022}, meet: d, meetfrequentie: per kwartaal}
  b: {naam: B, eenheid: x, nulmeting: {waarde: 0, datum: 2018}, streefwaarden: [{waarde: 100, datum: 2022}, {waarde: 200, datum: onbekend}], meet: d}
  c: {naam: C, schaal: [laag, hoog], streefwaarden: hoog, meet: d}
  e: {naam: E, eenheid: x, streefwaarden: pm, meet: d}
metingen:
  a-1: {van: a, waarde: 20, datum: 2020-03-31}
  b-1: {van: b, waarde: 80, datum: 2020}
  c-1: {van: c, waarde: laag, datum: 2020}
"""
    fact = fact_of(text)
    assert fact.answer.nl == (
        "Van 3 van de 5 streefwaarden is de voortgang te berekenen. Achter op de lijn: 'A' (20% van de weg). Voor op de lijn: 'B' (80% van de weg). "
        "Niet te vergelijken met een lijn: 'B' (40% van de weg). In stappen: 'C' (nog één stap te gaan). "
        "Niet te berekenen omdat de streefwaarde nog open staat (p.m.) (1). 1 van de 4 indicatoren heeft geen meting. Verouderd: 'A'."
    )
    assert fact.answer.en.startswith(
        "Progress can be computed for 3 of the 5 targets. Behind the line: 'A' (20% of the way). Ahead of the line: 'B' (80% of the way)."
    )


@pytest.mark.parametrize(
    ("text", "nl"),
    [
        ("model: leeg", "Er zijn geen indicatoren."),
        ("indicatoren: {geen: staat nergens}", "Er zijn geen indicatoren: staat nergens."),
        ("indicatoren: {i: I}", "Er zijn geen streefwaarden. De enige indicator heeft geen meting."),
        ("indicatoren: {i: {naam: I, streefwaarden: 3}, j: J}",
         "Van de enige streefwaarde is de voortgang niet te berekenen. Niet te berekenen omdat er geen nulmeting is (1). Geen van de 2 indicatoren heeft een meting."),
    ],
)  # fmt: skip
def test_little_to_say(text: str, nl: str) -> None:
    assert fact_of(text).answer.nl == nl


def test_machines_get_exact_numbers() -> None:
    fact = fact_of(one(BASE, "waarde: 2601, datum: 2020"))
    row = dict(zip((column.key for column in fact.tables[1].columns), fact.tables[1].rows[0], strict=True))
    assert (row["percent"], row["wanted"], row["to_go"]) == (Decimal(33), Decimal(2200), Decimal(-401))
    line = dict(zip((column.key for column in fact.tables[2].columns), fact.tables[2].rows[0], strict=True))
    assert (line["status"], line["expected"], line["tempo"]) == ("behind", Decimal(2500), Decimal("0.66"))


def check_laws(network: Network) -> None:
    """What holds of every answer."""
    fact = ANALYSIS.run(network, ALL)
    aims = all_aims(network, all_series(network))
    assert len(fact.tables[1].rows) == len(aims)
    assert len(fact.tables[0].rows) == sum(1 for _ in network.of(Indicator))
    for aim in aims:
        assert (aim.progress is None) == bool(aim.why_no_progress)
        assert bool(aim.stance.state) != bool(aim.stance.why)
        assert aim.progress is not None or not aim.stance.state
        if aim.progress is not None:
            assert aim.start is not None or aim.series.against is not None
            assert aim.latest is not None
            assert aim.latest.marks == ()
    for table in fact.tables:
        assert all(len(row) == len(table.columns) for row in table.rows)
    assert ANALYSIS.run(network, ALL) == fact


quantities = st.one_of(
    st.integers(-20, 20).map(str),
    st.sampled_from(["'5%'", "'3 x'", "'3 y'", "pm", "onbekend", "laag", "hoog"]),
    st.builds(
        lambda value, more: "{" + ", ".join([f"waarde: {value}", *(f"{key}: {text}" for key, text in more.items())]) + "}",
        st.sampled_from(["5", "-3", "'10%'", "laag", "pm"]),
        st.fixed_dictionaries({}, optional={
            "groep": st.sampled_from("ab"), "ten_opzichte_van": st.sampled_from(["2016", "nulmeting", "anderen", "j"]), "basisjaar": st.sampled_from(["2016", "2017"]),
            "datum": st.sampled_from(["2015", "2016", "2022", "onbekend"]), "kwalificatie": st.sampled_from(["circa", "minstens", "hoogstens"]),
        }),
    ),
)  # fmt: skip


@st.composite
def indicator_models(draw: st.DrawFn) -> str:
    """Models with two indicators that may have anything."""
    lines = [
        draw(st.sampled_from(["model: m", "peildatum: 2019", "peildatum: 2018-06-30"])),
        "doelen: {d: D}",
        "inspanningen: {e: E}",
        "indicatoren:",
    ]
    for name in "ij":
        fields = {"naam": name.upper(), "meet": "d"}
        optional = st.fixed_dictionaries({}, optional={
            "eenheid": st.sampled_from(["x", '"%"', "onbekend"]), "richting": st.sampled_from(["hoger", "lager", "gelijk", "onbekend"]),
            "schaal": st.just("[laag, hoog]"), "nulmeting": quantities, "meetfrequentie": st.sampled_from(["jaarlijks", "soms", "onbekend"]),
            "streefwaarden": st.lists(quantities, min_size=1, max_size=2).map(lambda values: f"[{', '.join(values)}]"),
        })  # fmt: skip
        fields |= draw(optional)
        lines.append(f"  {name}: {{{', '.join(f'{key}: {value}' for key, value in fields.items())}}}")
    moments = st.sampled_from(["2016", "2017", "2018-Q1", "2019", "2021", "onbekend"])
    for collection, extra in (("metingen", ""), ("resultaten", "naam: R, soort: prestatie, ")):
        lines.append(f"{collection}:")
        for at, (of, value, when) in enumerate(draw(st.lists(st.tuples(st.sampled_from("ij"), quantities, moments), max_size=4))):
            counting = draw(st.sampled_from(["", "telling: cumulatief, ", "telling: in_periode, stand: verwacht, "])) if extra else ""
            lines.append(f"  {collection[0]}{at}: {{{extra}{counting}van: {of}, waarde: {value}, datum: {when}}}")
    return "\n".join(lines) + "\n"


@given(indicator_models())
@settings(max_examples=300, deadline=None)
def test_laws_on_random_indicators(text: str) -> None:
    check_laws(loaded(text).network)


@given(st.one_of(broken(), st.builds(render, documents(), styles)))
@settings(max_examples=60, deadline=None)
def test_laws_on_any_network(text: str) -> None:
    check_laws(loaded(text).network)


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "models").glob("*.yaml")))
def test_laws_on_the_real_models(name: str) -> None:
    check_laws(load(f"models/{name}", Folder(ROOT)).network)


def test_the_programme_of_almelo_cannot_be_measured_yet() -> None:
    network = load("models/din.yaml", Folder(ROOT)).network
    aims = {
        (aim.series.indicator.id, str(spoken(aim.target, aim.series.unit).nl) if aim.target else ""): aim
        for aim in all_aims(network, all_series(network))
    }
    assert all(aim.progress is None for aim in aims.values())
    assert aims["indicator-bijstandsdossiers", "2200 dossiers"].why_no_progress == "baseline_unknown"
    assert aims["indicator-ontwikkeling-bijstand", "1,22%"].why_no_progress == "no_direction"
    assert aims["indicator-spanning-arbeidsmarkt", "gemiddeld"].why_no_progress == "steps"
    assert aims["indicator-maatschappelijke-inzet", "p.m."].why_no_progress == "target_pm"
    assert aims["indicator-banen", "+4000 banen ten opzichte van aantal banen in 2016"].why_no_progress == "no_base"
    assert aims["indicator-banen", "44.000 arbeidsplaatsen"].why_no_progress == "target_unit"


def test_a_memory_of_files_is_all_it_takes() -> None:
    fact = ANALYSIS.run(load("din.yaml", Memory({"din.yaml": json.dumps({"indicators": {"i": "I"}})})).network, ALL)
    cells: list[Any] = [cell for table in fact.tables for row in table.rows for cell in row]
    assert cells
