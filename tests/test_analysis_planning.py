"""Planning: dates against an enumeration of days, verdicts by hand and through editions, and the real programme."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from account_support import at, by, editions, fact_of, records, shipped, table, well_formed
from analysis_models import Case, cases
from dinkit.analyses import planning
from dinkit.analyses._planning import VERDICTS, compare, timings_of
from dinkit.analyses._plans import coverage, plan_of
from dinkit.analyses._works import works_of
from dinkit.model.dates import ImpreciseDate, parse_date
from dinkit.model.records import Effort
from dinkit.model.values import OPEN, Planning
from dinkit.network import Network
from strategies import broken, random_yaml
from support import loaded, network_of

TEXTS = (
    "2018",
    "2019",
    "2020",
    "2019-H1",
    "2019-H2",
    "2020-H1",
    "2019-Q3",
    "2019-winter",
    "2019-najaar",
    "2019-05",
    "2019-12",
    "2020-01",
    "2019-W01",
)
dates = st.sampled_from([*TEXTS, "2019-01-01", "2019-05-14", "2019-12-31", "2020-01-01"]).map(parse_date)


def days(given: ImpreciseDate) -> list[date]:
    return [given.first + timedelta(days=number) for number in range((given.last - given.first).days + 1)]


@settings(max_examples=300, deadline=None)
@given(st.lists(dates, min_size=1, max_size=3), dates)
def test_comparing_agrees_with_looking_at_every_day(reported: list[ImpreciseDate], planned: ImpreciseDate) -> None:
    wanted = days(planned)
    each = set()
    for one in reported:
        found = days(one)
        earlier, later = found[-1] < wanted[0], found[0] > wanted[-1]
        assert earlier == all(day < other for day in (found[0], found[-1]) for other in wanted)
        each.add("early" if earlier else "late" if later else "on_time" if set(found) <= set(wanted) else "cannot_tell")
    assert compare(reported, planned) == (each.pop() if len(each) == 1 else "cannot_tell")
    assert compare([*reported, None], planned) == "cannot_tell"


def planning_of(start: str | None, end: str | None, recurrence: str | None = None) -> Planning | None:
    fields = {key: value for key, value in (("start", start), ("eind", end), ("herhaling", recurrence)) if value}
    written = ", ".join(f"{key}: {value}" for key, value in fields.items())
    network = network_of(f"inspanningen: {{a: {{naam: A, planning: {{{written}}}}}}}" if fields else "inspanningen: {a: A}")
    return next(network.of(Effort)).planning


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([None, *TEXTS]), st.sampled_from([None, "open", *TEXTS]), st.sampled_from([2017, 2018, 2019, 2020, 2021]))
def test_coverage_agrees_with_every_way_to_read_the_dates(start: str | None, end: str | None, year: int) -> None:
    """Read every date as any of its days, an absent one as any day at all, and an open end as the last day of all."""
    assume(start or end not in (None, OPEN))
    turns = [date(year - 1, 12, 31), date(year, 1, 1), date(year, 12, 31), date(year + 1, 1, 1)]
    ever = [date(2008, 1, 1), *turns, date(2031, 12, 31)]
    given_days = [one for text in (start, end) if text and text != OPEN for one in (days(parse_date(text))[0], days(parse_date(text))[-1])]

    def readings(text: str | None) -> list[date]:
        """Return the days that can make a difference: the first and the last, those at the turn of the year, those of the other date."""
        if text == OPEN:
            return [ever[-1]]
        if text is None:
            return [*ever, *given_days]
        return [day for day in (*given_days, *turns) if parse_date(text).first <= day <= parse_date(text).last]

    runs = {begin.year <= year <= until.year for begin in readings(start) for until in readings(end) if begin <= until}
    assume(runs)
    assert coverage(planning_of(start, end), year) == ("perhaps" if len(runs) == 2 else "planned" if runs == {True} else "no")


@pytest.mark.parametrize(
    ("start", "end", "recurrence", "year", "expected"),
    [
        (None, None, None, 2019, "unknown"),
        ("onbekend", "onbekend", None, 2019, "unknown"),
        (None, None, "jaarlijks", 2019, "continuous"),
        ("2020", None, "doorlopend", 2019, "no"),
        ("2020", None, "doorlopend", 2025, "continuous"),
        (None, None, "eenmalig", 2019, "unknown"),
        ("2019", None, "eenmalig", 2019, "planned"),
        (None, "open", None, 2019, "continuous"),
        ("2019", "2020", None, None, "planned"),
        (None, None, "jaarlijks", None, "continuous"),
    ],
)
def test_recurrence_and_no_dates(start: str | None, end: str | None, recurrence: str | None, year: int | None, expected: str) -> None:
    assert coverage(planning_of(start, end, recurrence), year) == expected


def verdict(plan: str, results: str = "", *, date: str | None = "2022-12-31", before: str | None = None) -> tuple[str, str]:
    """The verdict on effort `a`, and what was compared."""
    network = editions(*(one for one in (f"{plan}\n{results}", before) if one is not None))
    fact = fact_of(planning, at(network, date) if date else network)
    well_formed(fact)
    row = by(fact, "timings")["a"]
    return str(row["verdict"]), str(row["compared"])


def effort(plan: str) -> str:
    return f"inspanningen: {{a: {{naam: A, planning: {plan}}}}}"


def done(*results: tuple[str, str]) -> str:
    rows = [f"  r{number}: {{naam: R, van: a, soort: {type_}, datum: {when}, stand: gerealiseerd}}" for number, (type_, when) in enumerate(results)]
    return "resultaten:\n" + "\n".join(rows)


@pytest.mark.parametrize(
    ("plan", "results", "expected"),
    [
        ("2019-04..2020-04", [("afronding", "2019-11-15")], ("early", "end")),
        ("2019-04..2020-04", [("afronding", "2020-04-10")], ("on_time", "end")),
        ("2019-04..2020-04", [("afronding", "2020")], ("cannot_tell", "end")),
        ("2019-04..2020-04", [("afronding", "2020-05")], ("late", "end")),
        ("2019-04..2020-04", [("afronding", "onbekend")], ("cannot_tell", "end")),
        ("2019", [("afronding", "2019")], ("on_time", "end")),
        ("2019..2020", [("afronding", "2019-03"), ("afronding", "2019-05")], ("cannot_tell", "end")),
        ("2019..2020", [("afronding", "2021"), ("afronding", "2022")], ("late", "end")),
        ("2019..2020", [("afronding", "2019"), ("afronding", "2021")], ("cannot_tell", "end")),
        ("{start: 2019-H2}", [("start", "2019-05")], ("early", "start")),
        ("{start: 2019-H2}", [("start", "2019-11")], ("on_time", "start")),
        ("{start: 2019-H2}", [("start", "2020-09")], ("late", "start")),
        ("{start: 2019-H2}", [("start", "2020-09"), ("prestatie", "2019-08")], ("cannot_tell", "start")),
        ("{start: 2019-H2}", [("start", "2020-09"), ("prestatie", "2020-08")], ("late", "start")),
        ("{start: 2019-H2}", [("start", "2019-11"), ("afronding", "2021")], ("on_time", "start")),
        ("{start: 2019-H2}", [("afronding", "2020-09")], ("late", "start_completion")),
        ("{start: 2019-H2}", [("afronding", "2019-H2")], ("on_time", "start_completion")),
        ("{start: 2019-H2}", [("prestatie", "2020")], ("running", "")),
        ("{start: 2019-H2}", [], ("silent", "")),
        ("{eind: 2019-05}", [("afronding", "2019-06")], ("late", "end")),
        ("2020", [("afronding", "2018")], ("cannot_tell", "end")),  # the source plans it for 2020 all the same
        ("2020", [("afronding", "2018"), ("afronding", "2020-05")], ("on_time", "end")),
        ("{start: 2020}", [("afronding", "2018")], ("cannot_tell", "start_completion")),
        ("2019", [("prestatie", "2019")], ("not_completed", "")),
        ("2019", [("start", "2019")], ("not_completed", "")),
        ("2019", [], ("silent", "")),
        ("2022", [], ("running", "")),
        ("2023", [], ("not_due", "")),
        ("2023", [("afronding", "2023-02")], ("not_due", "")),  # of after the reference date
        ("{herhaling: doorlopend}", [("prestatie", "2020")], ("continuous", "")),
        ("2020..", [], ("silent", "")),
        ("onbekend", [("afronding", "2020")], ("no_plan", "")),
    ],
)
def test_the_verdict_on_one_effort(plan: str, results: list[tuple[str, str]], expected: tuple[str, str]) -> None:
    assert verdict(effort(plan), done(*results) if results else "") == expected


def test_without_a_reference_date_only_reports_count() -> None:
    assert verdict(effort("2019"), date=None) == ("no_date", "")
    assert verdict(effort("{eind: 2019-05}"), done(("afronding", "2019-04")), date=None) == ("early", "end")
    fact = fact_of(planning, network_of(effort("2019")))
    assert fact.answer.nl == "Van 1 inspanning met een planning: 1 zonder peildatum niet te zeggen."
    assert fact.notes[0].nl.startswith("Er is geen peildatum")


def test_what_only_happened_after_the_reference_date_did_not_happen_yet() -> None:
    assert verdict(effort("2019"), done(("afronding", "2020-02")), date="2019-12-31") == ("running", "")


OTHER = "inspanningen: {b: B}"


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        # The plan stands in the first edition, the report in a later one.
        (f"{effort('2022')}\n{done(('afronding', '2020-09'))}", effort("{start: 2019-H2}"), "late"),
        (f"inspanningen: {{a: A}}\n{done(('afronding', '2019-11'))}", effort("2019-04..2020-04"), "early"),
        # A later report of a later part does not change what the first one said.
        (f"{effort('2022')}\n{done(('afronding', '2022'))}", f"{effort('2019-04..2020-04')}\n{done(('afronding', '2019-11'))}", "early"),
        # News may be of before the planned begin; what the edition with the plan itself reports may not.
        (f"inspanningen: {{a: A}}\n{done(('afronding', '2019-12'))}", effort("2020"), "early"),
        (
            f"inspanningen: {{a: A}}\n{done(('prestatie', '2018'), ('afronding', '2019-12'))}",
            f"{effort('2020')}\n{done(('afronding', '2018'))}",
            "early",
        ),
        # No longer named.
        (OTHER, effort("2019"), "silent"),
        (OTHER, effort("2019..2030"), "dropped"),
        (OTHER, f"{effort('2019')}\n{done(('prestatie', '2019'))}", "dropped"),
        (OTHER, f"{effort('2019-05')}\n{done(('afronding', '2019-06'))}", "late"),
        (OTHER, effort("{herhaling: doorlopend}"), "dropped"),
        # Still named: then it is not gone.
        ("inspanningen: {a: A}", effort("2019"), "unreported"),
        (f"inspanningen: {{a: A}}\n{done(('prestatie', '2020'))}", effort("2019"), "not_completed"),
        ("inspanningen: {a: {naam: A, planning: 2030}}", effort("{herhaling: doorlopend}"), "continuous"),
    ],
)
def test_the_verdict_through_editions(now: str, before: str, expected: str) -> None:
    assert verdict(now, before=before)[0] == expected


def test_what_is_merged_keeps_the_plan_that_its_part_had() -> None:
    before = "inspanningen: {groot: {naam: Groot, onderdelen: {klein: {naam: Klein, planning: {start: 2019-H2, letterlijk: tweede helft}}}}}"
    now = "inspanningen: {groot: {naam: Groot, opvolger_van: [e1/klein]}}\nresultaten: {r: {naam: R, van: groot, soort: afronding, datum: 2020-09, stand: gerealiseerd}}"
    rows = by(fact_of(planning, editions(now, before)), "timings")
    assert list(rows) == ["groot"]
    assert [rows["groot"][key] for key in ("planned_start", "wording", "plan_edition", "completed", "results", "verdict")] == [
        "2019-H2", "tweede helft", "editie 1", ("2020-09",), ("r",), "late",
    ]  # fmt: skip


def test_what_is_split_keeps_its_plan_in_both_parts() -> None:
    now = "inspanningen: {x: {naam: X, opvolger_van: [e1/a]}, y: {naam: Y, opvolger_van: [e1/a]}}"
    rows = by(fact_of(planning, at(editions(now, effort("2019")), "2022")), "timings")
    assert {name: (row["planned_end"], row["verdict"]) for name, row in rows.items()} == {"x": ("2019", "unreported"), "y": ("2019", "unreported")}


def test_inherited_planning_is_marked_and_is_a_limit_only() -> None:
    text = """
peildatum: 2021-12-31
inspanningen:
  groot:
    naam: Groot
    planning: 2019..2020
    onderdelen: {vroeg: Vroeg, laat: Laat, eigen: {naam: Eigen, planning: 2019}, zonder: {naam: Zonder, planning: onbekend}}
  open: {naam: Open, planning: {start: 2015}, onderdelen: {deel: Deel}}
resultaten:
  v: {naam: V, van: vroeg, soort: afronding, datum: 2019-02, stand: gerealiseerd}
  l: {naam: L, van: laat, soort: afronding, datum: 2021, stand: gerealiseerd}
  g: {naam: G, van: zonder, soort: afronding, datum: 2021, stand: gerealiseerd}
  d: {naam: D, van: deel, soort: start, datum: 2019, stand: gerealiseerd}
"""
    rows = by(fact_of(planning, network_of(text)), "timings")
    assert {name: (row["inherited_from"], row["planned_end"], row["verdict"]) for name, row in rows.items()} == {
        "groot": ("", "2020", "not_completed"),
        "vroeg": ("groot", "2020", "on_time"),
        "laat": ("groot", "2020", "late"),
        "eigen": ("", "2019", "silent"),  # what is reported of another part is not reported of this one
        "zonder": ("", "unknown", "no_plan"),
        "open": ("", "", "running"),
        "deel": ("open", "", "running"),
    }


def test_work_listed_twice_is_one_row() -> None:
    text = """
peildatum: 2022
inspanningen: {a: A, b: {naam: B, zelfde_als: a, planning: 2019-05}}
resultaten: {r: {naam: R, van: b, soort: afronding, datum: 2019-06, stand: gerealiseerd}}
"""
    rows = records(fact_of(planning, network_of(text)), "timings")
    assert [(row["element"], row["planned_end"], row["inherited_from"], row["verdict"]) for row in rows] == [("a", "2019-05", "", "late")]


def test_other_dates_in_another_edition_are_told() -> None:
    fact = fact_of(planning, editions(effort("2021..2022"), effort("2019..2020"), effort("2019..2020")))
    assert [tuple(row.values()) for row in records(fact, "replanned")] == [("a", "A", "2019..2020", "editie 1", "2021..2022", "editie 0")]
    assert records(fact_of(planning, editions(effort("2019"), effort("2019"))), "replanned") == []


def test_periods_per_year() -> None:
    text = """
programma: {id: p, naam: P, planning: 2019..2021}
inspanningen:
  a: {naam: A, planning: 2018..2019, onderdelen: {b: B}}
  c: {naam: C, planning: {start: 2020}}
  d: {naam: D, planning: {herhaling: jaarlijks}}
  e: {naam: E, planning: 2021..}
  f: {naam: F, status: gestopt, planning: 2019}
  g: G
"""
    fact = fact_of(planning, network_of(text))
    assert [column.key for column in table(fact, "periods").columns[3:]] == ["before", "year_2019", "year_2020", "year_2021", "after"]
    assert [tuple(row.values())[:1] + tuple(row.values())[2:] for row in records(fact, "periods")] == [
        ("a", False, "planned", "planned", "no", "no", "no"),
        ("b", True, "planned", "planned", "no", "no", "no"),
        ("c", False, "no", "no", "planned", "perhaps", "no"),
        ("d", False, "no", "continuous", "continuous", "continuous", "no"),
        ("e", False, "no", "no", "no", "planned", "planned"),
    ]


def test_too_many_years_are_not_all_shown() -> None:
    text = "peildatum: 2020\ninspanningen: {a: {naam: A, planning: 1000..2999}, b: {naam: B, planning: 2019}}"
    columns = [column.key for column in table(fact_of(planning, network_of(text)), "periods").columns]
    assert columns[3:] == ["before", *(f"year_{year}" for year in range(2009, 2021)), "after"]


def test_the_first_sentence_names_what_stands_out() -> None:
    text = f"inspanningen: {{a: {{naam: A, planning: 2019-05}}, b: {{naam: B, planning: 2019}}, c: C}}\n{done(('afronding', '2019-06'))}"
    fact = fact_of(planning, at(network_of(text), "2022"))
    assert fact.answer.nl == "Van de 2 inspanningen en onderdelen met een planning: 1 later dan gepland ('A'); 1 stil verdwenen ('B')."
    assert fact.answer.en == "Of the 2 efforts and sub-efforts with a planning: 1 late ('A'); 1 silently gone ('B')."
    assert fact.notes[-1].nl == "Zonder planning en zonder gemeld begin of eind, en daarom zonder regel: 1."
    assert fact_of(planning, network_of("model: leeg")).answer.en == "No effort has a planning."


def test_almelo_the_counter_was_early_and_the_bylaw_late() -> None:
    for name in ("almelo-2019", "almelo-2022"):
        counter = by(fact_of(planning, shipped(name)), "timings")["inrichten-ondernemersloket"]
        assert [counter[key] for key in ("planned_start", "planned_end", "completed", "verdict", "compared")] == [
            "2019-04", "2020-04", ("2019-11-15",), "early", "end",
        ]  # fmt: skip
        assert counter["wording"] == "start april 2019 – gereed april 2020"
    bylaw = by(fact_of(planning, shipped("almelo-2022")), "timings")["inzet-tegenprestatie"]
    assert (bylaw["planned_start"], bylaw["wording"], bylaw["verdict"]) == ("2019-H2", "invoering tweede helft 2019", "late")
    assert "2020-09" in str(bylaw["completed"])


def test_almelo_what_went_silently() -> None:
    rows = by(fact_of(planning, shipped("almelo-2022")), "timings")
    silent = [name for name, row in rows.items() if row["verdict"] == "silent"]
    assert "nieuwe-reintegratiemethodieken" in silent
    assert all(rows[name]["still_named"] is False for name in silent)


def test_the_contract_alone_says_nothing_of_what_became_of_it() -> None:
    assert {row["verdict"] for row in records(fact_of(planning, shipped("din")), "timings")} <= {"no_date", "continuous", "cannot_tell"}


PLANS = ("2019", "2019..2020", "2020..", "2019-H2", "onbekend", "jaarlijks", "{start: 2019-05}", "{eind: 2019-12}")


@st.composite
def planned_cases(draw: Any) -> tuple[str, ...]:
    """One to three editions of a programme with random plans and reports."""
    made = []
    for number in range(draw(st.integers(1, 3))):
        case: Case = draw(cases())
        names = sorted(case.efforts)
        plans = {name: draw(st.sampled_from(PLANS)) for name in names if draw(st.booleans())}
        rows = [
            f"  r{number}{at_}: {{naam: R, van: {draw(st.sampled_from(names))}, datum: {draw(st.sampled_from(['2018', '2019-05', '2020', 'onbekend']))}, "
            f"soort: {draw(st.sampled_from(['start', 'afronding', 'prestatie']))}, stand: gerealiseerd}}"
            for at_ in range(draw(st.integers(0, 3)) if names else 0)
        ]
        made.append(nested(case, plans) + ("resultaten:\n" + "\n".join(rows) + "\n" if rows else ""))
    return tuple(made)


def nested(case: Case, plans: dict[str, str]) -> str:
    """The efforts of a case as YAML, with a plan for some of them."""
    lines = ["inspanningen:"]

    def add(parent: str | None, depth: int) -> None:
        for name in (one for one, above in case.efforts.items() if above == parent):
            pad = "  " * depth
            lines.append(f"{pad}{name}:")
            lines.append(f"{pad}  naam: {name}")
            if name in plans:
                lines.append(f"{pad}  planning: {plans[name]}")
            if name in case.stopped:
                lines.append(f"{pad}  status: gestopt")
            lines.extend(f"{pad}  zelfde_als: {other}" for one, other in case.same if one == name)
            if any(above == name for above in case.efforts.values()):
                lines.append(f"{pad}  onderdelen:")
                add(name, depth + 2)

    add(None, 1)
    return "\n".join(lines) + "\n" if case.efforts else ""


@settings(max_examples=120, deadline=None)
@given(planned_cases(), st.sampled_from([None, "2018-06", "2019", "2020-06-30", "2022"]))
def test_every_piece_of_work_has_one_verdict_that_its_dates_allow(texts: tuple[str, ...], day: str | None) -> None:
    network: Network = editions(*texts)
    network = at(network, day) if day else network
    fact = fact_of(planning, network)
    well_formed(fact)
    timings = timings_of(network)
    forms = [form for one in timings for form in one.history.forms]
    assert {(number, name) for number, edition in enumerate(network.editions()) for name in edition.elements if name[0] == "e"} == set(forms)
    for one in timings:
        assert one.verdict in VERDICTS
        assert not (one.verdict == "no_date" and day)
        assert (one.verdict == "silent") <= (day is not None and not one.completions and not one.starts)
        if one.verdict in ("silent", "dropped") and len(texts) > 1:
            assert one.history.edition > 0
    assert sum(int(str(row["number"])) for row in records(fact, "verdicts")) == len(records(fact, "timings"))


@settings(max_examples=100, deadline=None)
@given(planned_cases())
def test_a_plan_is_the_nearest_that_is_given(texts: tuple[str, ...]) -> None:
    network = editions(texts[0])
    works = works_of(network)
    for work in works.listings:
        plan = plan_of(network, works, work)
        own = [network.elements[one] for one in works.listings[work]]
        if any(isinstance(one, Effort) and one.planning is not None for one in own):
            assert not plan.inherited
            assert plan.at in works.listings[work]
        elif plan.planning is not None:
            assert plan.inherited


@settings(max_examples=100, deadline=None)
@given(st.one_of(broken(), random_yaml))
def test_no_model_is_too_broken(text: str) -> None:
    network = loaded(text).network
    well_formed(fact_of(planning, network))
    well_formed(fact_of(planning, at(network, "2020")))
