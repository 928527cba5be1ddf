"""Results: by hand, on the real editions, and against the definitions written out."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from account_support import at, by, editions, fact_of, records, shipped, well_formed
from analysis_models import Case, cases, text_of
from dinkit.analyses import results
from dinkit.analyses._expectations import expectations_of
from dinkit.analyses._results import accounts_of, not_reported, realised, reported_of
from dinkit.reading.load import load
from dinkit.source import Memory
from strategies import broken, random_yaml
from support import loaded, network_of

MODEL = """
stakeholders: {gemeente: Gemeente}
indicatoren: {bezoek: {naam: Bezoekers, eenheid: bezoekers, meet: loket}}
doelen: {banen: Meer banen}
inspanningen:
  loket:
    naam: Loket
    nummer: 1
    planning: 2019..2020
    voorwaarden:
      - {tekst: Open op werkdagen, letterlijk: maandag tot en met vrijdag, bron: nota § 3}
      - hoogstens 20 uur per week
  beurs:
    naam: Beurs
    nummer: 2
    planning: {letterlijk: elk jaar, herhaling: jaarlijks}
    onderdelen:
      kraam: Kraam
      krant: {naam: Krant, planning: 2021}
      folder: {naam: Folder, zelfde_als: kraam}
  fonds: {naam: Fonds, nummer: 3, onderdelen: {lening: Lening, gift: {naam: Gift, planning: 2019-H2}}}
  oud: {naam: Oud, nummer: 4, planning: 2019, status: gestopt}
  weg: {naam: Weg, nummer: 5, planning: 2018.., beeindigd: 2018-12}
resultaten:
  opening: {naam: Loket geopend, van: loket, datum: 2019-11-15, soort: afronding, stand: gerealiseerd, bron: [verslag § 1, verslag § 2]}
  bezoekers:
    naam: Bezoekers geteld
    van: bezoek
    waarde: {waarde: "circa 1.250 bezoekers", groep: ondernemers}
    datum: 2020
    sinds: 2019
    soort: prestatie
    stand: gerealiseerd
    telling: cumulatief
  verspreid: {naam: Folders verspreid, van: folder, datum: 2019-winter, stand: gerealiseerd}
  besluit: {naam: Besluit, van: [banen, fonds], datum: 2019, stand: gerealiseerd}
  misschien: {naam: Misschien, van: krant, datum: 2019, stand: onbekend}
  ooit: {naam: Ooit, van: krant, datum: onbekend, stand: gerealiseerd}
"""


def test_every_result_is_one_row_with_what_the_source_says() -> None:
    found = by(fact_of(results, network_of(MODEL)), "results", "result")
    assert list(found) == ["opening", "bezoekers", "verspreid", "misschien", "besluit"]
    assert found["opening"] == {
        "element": "loket", "element_name": "Loket", "kind": "effort", "result": "opening", "name": "Loket geopend", "type": "completion", "value": "",
        "unit": "", "qualifier": "", "group": "", "date": "2019-11-15", "standing": "realised", "counting": "", "since": "", "also": (),
        "source": ("verslag § 1", "verslag § 2"),
    }  # fmt: skip
    bezoekers = found["bezoekers"]
    assert [bezoekers[key] for key in ("element", "value", "unit", "qualifier", "group", "date", "counting", "since", "also")] == [
        "loket", Decimal(1250), "bezoekers", "about", "ondernemers", "2020", "cumulative", "2019", ("bezoek",),
    ]  # fmt: skip
    assert [found["besluit"][key] for key in ("element", "kind", "also")] == ["fonds", "effort", ("banen",)]


def test_a_winter_counts_in_the_year_it_is_written_under() -> None:
    assert [row["result"] for row in records(fact_of(results, network_of(MODEL), 2019), "results")] == [
        "opening",
        "verspreid",
        "misschien",
        "besluit",
    ]
    assert [row["result"] for row in records(fact_of(results, network_of(MODEL), 2018), "results")] == []


def test_what_has_no_year_stands_apart() -> None:
    assert [row["result"] for row in records(fact_of(results, network_of(MODEL), 2019), "undated")] == ["ooit"]


def test_planned_but_not_reported_in_one_year() -> None:
    fact = fact_of(results, network_of(MODEL), 2019)
    found = by(fact, "not_reported")
    assert {name: (row["planned"], row["inherited_from"]) for name, row in found.items()} == {}
    assert {name: (row["reported"], row["own"], row["parts"]) for name, row in by(fact, "efforts").items()} == {
        "loket": ("own", 1, 0),
        "beurs": ("parts", 0, 1),
        "krant": ("none", 0, 0),
        "kraam": ("own", 1, 0),
        "fonds": ("own", 1, 0),
        "gift": ("above", 0, 0),
        "lening": ("above", 0, 0),
    }
    assert by(fact, "efforts")["krant"]["planned"] == "no"


def test_a_sub_effort_follows_its_effort_and_not_its_sibling() -> None:
    fact = fact_of(results, network_of(MODEL), 2020)
    found = by(fact, "not_reported")
    assert {name: (row["planned"], row["period"], row["wording"], row["inherited_from"]) for name, row in found.items()} == {
        "beurs": ("continuous", "", "elk jaar", ""),
        "kraam": ("continuous", "", "elk jaar", "beurs"),
        "fonds": ("unknown", "", "", ""),
        "lening": ("unknown", "", "", ""),
    }


def test_an_undated_result_is_shown_beside_what_is_missing() -> None:
    assert by(fact_of(results, network_of(MODEL), 2021), "not_reported")["krant"]["undated"] == ("ooit",)


def test_without_a_year_any_realised_result_will_do() -> None:
    fact = fact_of(results, network_of(MODEL))
    assert list(by(fact, "not_reported")) == ["weg"]
    assert [tuple(row.values()) for row in records(fact, "years")] == [(2019, 3, 0, 0, 1, 3), (2020, 1, 0, 0, 0, 1)]


def test_conditions_are_no_results() -> None:
    rows = records(fact_of(results, network_of(MODEL)), "conditions")
    assert [(row["element"], row["text"], row["wording"], row["source"]) for row in rows] == [
        ("loket", "Open op werkdagen", "maandag tot en met vrijdag", ("nota § 3",)),
        ("loket", "hoogstens 20 uur per week", "", ()),
    ]


def test_the_first_sentence_answers() -> None:
    network = network_of(MODEL)
    assert fact_of(results, network, 2020).answer.nl == (
        "Over 2020 is 1 resultaat gemeld, van 1 van de 3 inspanningen en 0 van de 4 onderdelen. "
        "Van 2 inspanningen en 2 onderdelen is niets gerealiseerds gemeld: 2 doorlopend, 2 zonder planning."
    )
    assert fact_of(results, network, 1999).answer.en.startswith("In 1999 no realised result was reported.")
    assert fact_of(results, network_of("model: leeg")).answer.nl == "In totaal is geen gerealiseerd resultaat gemeld."


FIRST = """
inspanningen: {loket: {naam: Loket, onderdelen: {balie: Balie}}, krant: Krant, beurs: Beurs}
afspraken: {convenant: {naam: Convenant, soort: convenant}}
resultaten:
  gestart: {naam: Begonnen, van: loket, datum: 2019, soort: start, stand: gerealiseerd}
  open: {naam: Loket open, van: loket, datum: 2020-04, soort: afronding, stand: gepland}
  druk: {naam: Krant gedrukt, van: krant, datum: 2020, soort: prestatie, stand: verwacht, waarde: "500 kranten"}
  afspraak: {naam: Convenant getekend, van: [beurs, convenant], datum: 2020, soort: afronding, stand: verwacht}
  groei: {naam: Meer lezers, van: krant, datum: onbekend, soort: effect, stand: verwacht}
  bouw: {naam: Bouw begint, van: balie, datum: 2020, soort: start, stand: gepland}
  later: {naam: Later, van: krant, datum: 2030, stand: gepland}
"""
SECOND = """
peildatum: 2022-12-31
inspanningen: {dienst: {naam: Dienst, opvolger_van: [e1/loket], onderdelen: {balie: Balie}}, krant: Krant, beurs: Beurs}
resultaten:
  open: {naam: Loket open, van: dienst, datum: 2019-11-15, soort: afronding, stand: gerealiseerd}
  gedrukt: {naam: Gedrukt, van: krant, datum: 2021, soort: prestatie, stand: gerealiseerd, waarde: "300 kranten"}
  bezocht: {naam: Bezocht, van: beurs, datum: 2022, soort: prestatie, stand: gerealiseerd}
  bouw-weer: {naam: Bouw begint echt, van: balie, datum: 2023, soort: start, stand: gepland}
"""


def became(text: str, *before: str, date: str | None = None) -> dict[str, tuple[Any, Any]]:
    network = editions(text, *before)
    fact = fact_of(results, at(network, date) if date else network)
    well_formed(fact)
    return {name: (row["became"], row["by"]) for name, row in by(fact, "expectations", "result").items()}


def test_what_became_of_expectations() -> None:
    assert became(SECOND, FIRST) == {
        "open": ("met", "open"),
        "bouw": ("moved", "bouw-weer"),
        "bouw-weer": ("open", ""),
        "druk": ("perhaps", "gedrukt"),
        "groei": ("unknown", ""),
        "later": ("open", ""),
        "afspraak": ("unkept", ""),
    }


def test_the_reference_date_decides() -> None:
    assert became(FIRST)["afspraak"] == ("unknown", "")
    assert became(FIRST, date="2020-06")["open"] == ("unkept", "")
    assert became(FIRST, date="2020-04-30")["open"] == ("open", "")
    # A result of after the reference date meets nothing yet.
    assert became(SECOND, FIRST, date="2020-12-31")["druk"] == ("open", "")
    assert became(SECOND, FIRST, date="2021-01-01")["druk"] == ("perhaps", "gedrukt")


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("{naam: X, van: krant, datum: 2019, soort: prestatie, stand: gerealiseerd}", "unkept"),  # too early for what can happen more than once
        ("{naam: X, van: krant, datum: 2021, soort: effect, stand: gerealiseerd}", "unkept"),  # of another type
        ("{naam: X, van: krant, datum: 2021, soort: prestatie, stand: gerealiseerd, waarde: 5 lezers}", "unkept"),  # of another unit
        ("{naam: X, van: beurs, datum: 2021, soort: prestatie, stand: gerealiseerd}", "unkept"),  # of something else
        ("{naam: X, van: krant, datum: 2021, soort: prestatie, stand: verwacht}", "unkept"),  # again only expected
        ("{naam: X, van: krant, datum: 2021, stand: gerealiseerd}", "perhaps"),
        ("{naam: X, van: beurs, datum: 2021, stand: gerealiseerd, opvolger_van: [e1/druk]}", "met"),
    ],
)
def test_what_counts_as_the_same(later: str, expected: str) -> None:
    text = f"peildatum: 2022-12-31\ninspanningen: {{krant: Krant, beurs: Beurs}}\nresultaten: {{nieuw: {later}}}\n"
    assert became(text, FIRST)["druk"][0] == expected


def test_what_is_completed_has_started_too() -> None:
    text = "peildatum: 2022-12-31\ninspanningen: {{balie: Balie}}\nresultaten: {{af: {{naam: Af, van: balie, datum: 2021, soort: {0}, stand: gerealiseerd}}}}\n"
    assert became(text.format("afronding"), FIRST)["bouw"] == ("perhaps", "af")
    assert became(text.format("prestatie"), FIRST)["bouw"] == ("unkept", "")


def test_a_completion_in_a_later_edition_may_be_early() -> None:
    text = "peildatum: 2022-12-31\ninspanningen: {beurs: Beurs}\nresultaten: {af: {naam: Af, van: beurs, datum: 2019, soort: afronding, stand: gerealiseerd}}\n"
    assert became(text, FIRST)["afspraak"] == ("perhaps", "af")
    assert became(
        FIRST.replace("resultaten:", "resultaten:\n  af: {naam: Af, van: beurs, datum: 2019, soort: afronding, stand: gerealiseerd}"), date="2022"
    )["afspraak"] == ("unkept", "")


def test_almelo_2019_reports_what_the_annual_report_says() -> None:
    fact = fact_of(results, shipped("almelo-2019"), 2019)
    well_formed(fact)
    rows = by(fact, "results", "result")
    bus = rows["resultaat-week-van-de-logistiek-bustocht-2019"]
    assert [bus[key] for key in ("element", "value", "unit", "group", "date", "standing")] == [
        "week-van-de-logistiek", Decimal(33), "inwoners", "van de 78 aangemelde inwoners", "2019-W11", "realised",
    ]  # fmt: skip
    assert bus["source"] == ("jaarverslag-2019 § I/5",)
    assert not any("18-27" in str(row["name"]) for row in rows.values())
    assert any("18-27" in str(row["text"]) for row in records(fact, "conditions"))
    missing = by(fact, "not_reported")
    assert missing["nieuwe-reintegratiemethodieken"]["planned"] == "planned"
    assert missing["dienstverlening-stadsbank"]["undated"] == ("resultaat-clienten-stadsbank",)


def test_the_expectations_of_2019_that_2022_does_not_keep() -> None:
    found = by(fact_of(results, shipped("almelo-2022")), "expectations", "result")
    for name in ("resultaat-convenant-bewindvoering", "resultaat-talking-traffic-2020"):
        assert (found[name]["became"], found[name]["date"], found[name]["edition"]) == ("unkept", "2020", "jaarverslag 2019")
    bylaw = found["resultaat-verordening-tegenprestatie-van-kracht"]
    assert bylaw["became"] in ("met", "perhaps")
    assert bylaw["by_date"] == "2020-09"
    assert {row["became"] for row in by(fact_of(results, shipped("almelo-2019")), "expectations", "result").values()} == {"open", "unknown"}


@st.composite
def reported_cases(draw: Any) -> tuple[Case, dict[str, dict[str, Any]]]:
    """A programme with results of random efforts, years and standings."""
    case = draw(cases())
    names = sorted(case.efforts)
    found: dict[str, dict[str, Any]] = {}
    for number in range(draw(st.integers(0, 6)) if names else 0):
        of = draw(st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True))
        standing = draw(st.sampled_from(["realised", "expected", "planned", "unknown"]))
        found[f"r{number}"] = {"name": f"R{number}", "of": of, "date": draw(st.sampled_from(["2019", "2020-05", "unknown"])), "standing": standing}
    return case, found


def text_with(case: Case, found: dict[str, dict[str, Any]], *, backwards: bool = False) -> str:
    data = json.loads(text_of(case, backwards=backwards))
    names = list(reversed(found)) if backwards else list(found)
    return json.dumps(data | {"results": {name: found[name] for name in names}} if found else data)


@settings(max_examples=150, deadline=None)
@given(reported_cases(), st.sampled_from([None, 2019, 2020]))
def test_accounts_agree_with_the_definition(made: tuple[Case, dict[str, dict[str, Any]]], year: int | None) -> None:
    case, found = made
    first = dict(case.same)

    def same(one: str) -> str:
        return first.get(one, one)

    up: dict[str, set[str]] = {same(one): set() for one in case.efforts}
    for one, parent in [*((one, parent) for one, parent in case.efforts.items() if parent), *case.second]:
        if same(one) != same(parent):
            up[same(one)].add(same(parent))

    def above(one: str) -> set[str]:
        return {other for parent in up[one] for other in (parent, *above(parent))}

    told = {
        same(effort)
        for one in found.values()
        if one["standing"] == "realised" and (year is None or one["date"][:4] == str(year))
        for effort in one["of"]
    }
    network = network_of(text_with(case, found))
    for account in accounts_of(network, year):
        parts = {one for one in up if account.work in above(one)}
        state = "own" if account.work in told else "parts" if parts & told else "above" if above(account.work) & told else "none"
        assert account.state == state
    assert {one.work for one in not_reported(accounts_of(network, year))} == {one.work for one in accounts_of(network, year) if one.state == "none"}


@settings(max_examples=80, deadline=None)
@given(reported_cases())
def test_every_result_stands_in_one_row_and_years_add_up(made: tuple[Case, dict[str, dict[str, Any]]]) -> None:
    case, found = made
    network = network_of(text_with(case, found))
    fact = fact_of(results, network)
    well_formed(fact)
    rows = [str(row["result"]) for key in ("results", "undated") for row in records(fact, key)]
    assert sorted(rows) == sorted(found)
    years = records(fact, "years")
    for standing in ("realised", "expected", "planned", "unknown"):
        assert sum(int(str(row[standing])) for row in years) == sum(row["standing"] == standing for row in records(fact, "results"))
    assert sum(int(str(row["realised"])) for row in years) == len([one for one in realised(reported_of(network), None) if one.year])


@settings(max_examples=60, deadline=None)
@given(reported_cases(), st.sampled_from([None, 2019]))
def test_the_order_in_the_file_changes_nothing(made: tuple[Case, dict[str, dict[str, Any]]], year: int | None) -> None:
    assert fact_of(results, network_of(text_with(*made)), year) == fact_of(results, network_of(text_with(*made, backwards=True)), year)


@settings(max_examples=60, deadline=None)
@given(reported_cases(), st.sampled_from(["2018", "2019-06", "2020", "2021"]))
def test_only_realised_results_of_the_same_work_meet_an_expectation(made: tuple[Case, dict[str, dict[str, Any]]], date: str) -> None:
    case, found = made
    first = dict(case.same)
    for one in expectations_of(at(network_of(text_with(case, found)), date)):
        if one.by is not None:
            assert found[one.by.id]["standing"] == "realised"
            assert {first.get(of, of) for of in found[one.by.id]["of"]} & {first.get(of, of) for of in found[one.reported.result.id]["of"]}
        if one.became == "unkept":
            assert found[one.reported.result.id]["date"] < date


@settings(max_examples=100, deadline=None)
@given(st.one_of(broken(), random_yaml), st.sampled_from([None, 2019]))
def test_no_model_is_too_broken(text: str, year: int | None) -> None:
    well_formed(fact_of(results, loaded(text).network, year))


def test_a_result_of_something_unknown_stands_last() -> None:
    text = "inspanningen: {a: A}\nresultaten: {los: {naam: Los, datum: 2019, stand: gerealiseerd}, van-a: {naam: Van a, van: a, datum: 2020, stand: gerealiseerd}}"
    rows = records(fact_of(results, load("din.yaml", Memory({"din.yaml": text})).network), "results")
    assert [(row["result"], row["element"], row["kind"]) for row in rows] == [("van-a", "a", "effort"), ("los", "", "")]
