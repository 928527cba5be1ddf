"""Progress: exact tables on a small model that says that it is fictitious, and laws with a second opinion."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis_models import Case, cases, text_of
from dinkit.analyses._progress import ASPECTS, STATES, progress_of, standing
from dinkit.analyses.progress import ANALYSIS
from dinkit.analysis import Fact, Options
from dinkit.finding import Text
from dinkit.model.dates import parse_date
from dinkit.network import Network
from dinkit.reading.load import load
from dinkit.source import Folder
from support import loaded, network_of

ROOT = Path(__file__).parent.parent
FICTITIOUS = "tests/models/fictief-voortgang.yaml"
NO, GREEN, ORANGE, RED, GREY, UNKNOWN = "not_reported", "green", "orange", "red", "grey", "unknown"
NONE = (NO,) * 7


def fictitious() -> Network:
    result = load(FICTITIOUS, Folder(ROOT))
    assert result.findings == ()
    return result.network


def fact_of(text: str) -> Fact:
    return ANALYSIS.run(network_of(text), Options())


def rows(fact: Fact, key: str) -> list[tuple[Any, ...]]:
    """The rows of a table, words in Dutch."""
    table = next(one for one in fact.tables if one.key == key)
    return [tuple(cell.nl if isinstance(cell, Text) else cell for cell in row) for row in table.rows]


@pytest.fixture(scope="module")
def fact() -> Fact:
    return ANALYSIS.run(fictitious(), Options())


def test_the_model_says_that_it_is_fictitious() -> None:
    text = (ROOT / FICTITIOUS).read_text(encoding="utf-8")
    assert "VERZONNEN" in text.splitlines()[0]
    assert "verzonnen" in (fictitious().head.edition or "")


def test_the_answer_of_a_colleague(fact: Fact) -> None:
    assert fact.answer.nl == (
        "Van 4 van de 5 inspanningen is de voortgang gemeld (peildatum 2030-07-01), met 4 uitzonderingen: 2 rood en 2 oranje; "
        "niets gemeld is van 'Havendag houden'. "
        "Rood: planning van 'Loket voor werk openen' en planning van 'Fietspad aanleggen'. "
        "Oorzaak, gevolg of maatregel ontbreekt bij 2 van de 4 uitzonderingen: planning van 'Fietspad aanleggen' en financiën van "
        "'Loket voor werk openen'. "
        "Sinds de vorige melding: 3 slechter, 1 beter en 1 niet meer gemeld. "
        "Niet over alle zeven aspecten gemeld: 'Fietspad aanleggen' en 'Havenplan maken'. "
        "Ouder dan de laatste meldingen (2030-06-30): 'Havenplan maken'."
    )
    assert fact.answer.en.startswith(
        "Progress was reported on 4 of the 5 efforts (reference date 2030-07-01), with 4 exceptions: 2 red and 2 orange; "
    )


def test_exceptions_come_first_and_red_before_orange(fact: Fact) -> None:
    assert fact.tables[0].key == "exceptions"
    lead, path = "projectleider loket", "projectleider fietspad"
    assert rows(fact, "exceptions") == [
        ("loket", "Loket voor werk openen", "planning", RED, "worse", "oranje (2030-03-31)", "2030-06-30", lead, ""),
        ("fietspad", "Fietspad aanleggen", "planning", RED, "worse", "groen (2030-03-31)", "2030-06-30", path, "oorzaak, gevolg en maatregel"),
        ("loket", "Loket voor werk openen", "finance", ORANGE, "worse", "groen (2030-03-31)", "2030-06-30", lead, "maatregel"),
        ("bereikbaar", "Een bereikbare stad", "performance", ORANGE, "new", "", "2030-06-30", "programmamanager", ""),
    ]


def test_every_effort_with_its_seven_aspects(fact: Fact) -> None:
    assert [column.key for column in next(one for one in fact.tables if one.key == "efforts").columns][5:12] == list(ASPECTS)
    found = {row[0]: (row[2], row[3], row[5:12], row[12]) for row in rows(fact, "efforts")}
    assert found == {
        "loket": ("", "2030-06-30", (GREEN, RED, GREEN, ORANGE, GREEN, GREEN, UNKNOWN), RED),
        "balie": ("loket", "2030-06-30", (NO, GREEN, NO, NO, NO, NO, NO), "incomplete"),
        "website": ("loket", "", NONE, NO),
        "scholing": ("", "2030-06-30", (GREEN, GREEN, GREEN, GREEN, GREY, GREEN, GREEN), GREEN),
        "fietspad": ("", "2030-06-30", (NO, RED, GREEN, NO, NO, NO, NO), RED),
        "havenplan": ("", "2030-03-31", (NO, GREEN, NO, NO, NO, NO, NO), "incomplete"),
        "havendag": ("", "", NONE, NO),
    }


def test_a_goal_shows_counts_and_the_worst(fact: Fact) -> None:
    # efforts; red, orange, not reported, partly, unknown, green, grey; worst; the goal itself
    assert {row[0]: row[3:] for row in rows(fact, "goals")} == {
        "werk": (3, 1, 0, 0, 1, 0, 1, 0, RED, NO),
        "banen": (2, 1, 0, 0, 1, 0, 0, 0, RED, NO),
        "bereikbaar": (3, 1, 0, 1, 1, 0, 0, 0, RED, ORANGE),
        "fietsen": (1, 1, 0, 0, 0, 0, 0, 0, RED, NO),
        "varen": (1, 0, 0, 0, 1, 0, 0, 0, "incomplete", NO),
    }


def test_per_goal_and_aspect_silence_is_worse_than_green(fact: Fact) -> None:
    found = {row[0]: row[2:] for row in rows(fact, "goal_aspects")}
    assert found["fietsen"] == (NO, RED, GREEN, NO, NO, NO, NO)
    assert found["banen"] == (NO, RED, NO, ORANGE, NO, NO, NO)


def test_what_was_not_reported_is_listed_once_per_tree(fact: Fact) -> None:
    assert rows(fact, "silent") == [
        ("fietspad", "Fietspad aanleggen", "", "prestaties, financiën, risico's, stakeholders en ontwikkelingen", "2030-06-30"),
        ("havenplan", "Havenplan maken", "", "prestaties, kwaliteit, financiën, risico's, stakeholders en ontwikkelingen", "2030-03-31"),
        ("havendag", "Havendag houden", "", "alle zeven aspecten", ""),
    ]
    assert rows(fact, "dropped") == [("fietspad", "Fietspad aanleggen", "finance", GREEN, "2030-03-31")]


def test_older_reports_are_history_and_later_ones_wait(fact: Fact) -> None:
    assert [row[:3] for row in rows(fact, "history")] == [
        ("loket", "Loket voor werk openen", "2030-03-31"),
        ("fietspad", "Fietspad aanleggen", "2030-03-31"),
    ]
    assert fact.notes[1].nl == "Niet meegeteld, want (mogelijk) van na de peildatum: 1."


def test_goals_report_too(fact: Fact) -> None:
    assert rows(fact, "others") == [("bereikbaar", "Een bereikbare stad", "goal", "2030-06-30", "programmamanager", ORANGE, NO, NO, NO, NO, NO, NO)]


def test_what_was_told_begins_with_the_exceptions(fact: Fact) -> None:
    found = rows(fact, "explanations")
    assert found[0] == (
        "loket", "planning", RED, "De huur ging niet door.", "De eigenaar trok zich terug.", "Drie maanden later open.", "Het tweede pand wordt gehuurd.",
    )  # fmt: skip
    assert [row[:3] for row in found[1:]] == [
        ("fietspad", "planning", RED),
        ("loket", "finance", ORANGE),
        ("bereikbaar", "performance", ORANGE),
        ("loket", "performance", GREEN),
        ("loket", "developments", UNKNOWN),
        ("scholing", "developments", GREEN),
        ("havenplan", "planning", GREEN),
    ]
    assert found[2][6] == "", "a measure that is 'onbekend' is none"


def test_an_earlier_reference_date_sees_the_first_round() -> None:
    fact = ANALYSIS.run(fictitious().at(parse_date("2030-04")), Options())
    assert [row[0:4:3] for row in rows(fact, "exceptions")] == [("loket", ORANGE), ("loket", ORANGE)]
    assert {row[4] for row in rows(fact, "exceptions")} == {"new"}
    assert fact.notes[1].nl.endswith(": 6.")


def test_without_a_reference_date_the_latest_of_all_counts() -> None:
    text = (ROOT / FICTITIOUS).read_text(encoding="utf-8").replace("peildatum: 2030-07-01\n", "")
    fact = ANALYSIS.run(loaded(text).network, Options())
    assert fact.answer.nl.startswith("Van 5 van de 5 inspanningen is de voortgang gemeld, met 4 uitzonderingen: ")
    assert len(fact.notes) == 1


ONE = "inspanningen: {a: A}\nvoortgang:\n"


def report(name: str, date: str, **aspects: str) -> str:
    given = ", ".join(f"{aspect}: {{status: {status}}}" for aspect, status in aspects.items())
    return f"  {name}: {{van: a, datum: {date}, aspecten: {{{given}}}}}\n"


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ("groen", "oranje", "worse"),
        ("oranje", "rood", "worse"),
        ("rood", "groen", "better"),
        ("rood", "rood", "same"),
        ("grijs", "groen", "changed"),
        ("oranje", "onbekend", "changed"),
        ("grijs", "grijs", "same"),
    ],
)
def test_direction(before: str, after: str, direction: str) -> None:
    text = ONE + report("o", "2029", planning="groen") + report("p", "2030-01", planning=before) + report("q", "2030-02", planning=after)
    assert direction_of(text) == direction


def direction_of(text: str) -> str:
    return standing(progress_of(network_of(text)).reported.moments["a"], "planning").direction


def test_direction_looks_past_a_report_without_the_aspect() -> None:
    text = ONE + report("p", "2030-01", planning="groen") + report("q", "2030-02", kwaliteit="groen") + report("r", "2030-03", planning="rood")
    assert direction_of(text) == "worse"


def test_red_that_is_no_longer_reported_is_not_over() -> None:
    fact = fact_of(ONE + report("p", "2030-01", planning="rood") + report("q", "2030-02", kwaliteit="groen"))
    assert rows(fact, "exceptions") == []
    assert "Was rood of oranje en is niet meer gemeld: planning van 'A'." in fact.answer.nl
    assert rows(fact, "dropped") == [("a", "A", "planning", RED, "2030-01")]


def test_reports_of_one_date_count_as_one_and_the_worst_wins() -> None:
    fact = fact_of(ONE + report("p", "2030-01", planning="groen", kwaliteit="groen") + report("q", "2030-01", planning="oranje", risicos="grijs"))
    assert rows(fact, "efforts")[0][5:12] == (NO, ORANGE, GREEN, NO, GREY, NO, NO)
    assert rows(fact, "history") == []


@pytest.mark.parametrize("turned", [False, True])
def test_of_equal_reports_of_one_date_the_smallest_id_speaks_whatever_stands_first(turned: bool) -> None:
    both = [
        f"  {name}: {{van: a, datum: 2030, auteur: {name}, aspecten: {{planning: {{status: rood, toelichting: zegt {name}}}}}}}\n"
        for name in ("een", "twee")
    ]
    fact = fact_of(ONE + "".join(both[::-1] if turned else both))
    assert rows(fact, "explanations")[0][3] == "zegt een"
    assert rows(fact, "efforts")[0][4] == "een, twee"


def test_a_report_without_date_is_the_oldest() -> None:
    fact = fact_of(ONE + report("p", "onbekend", planning="rood") + report("q", "2030-01", planning="groen"))
    assert rows(fact, "efforts")[0][6] == GREEN
    assert rows(fact, "history")[0][2] == "zonder datum"
    assert fact.notes[1].nl == "Zonder datum, en daarom als oudste geteld: 1."


@pytest.mark.parametrize(
    ("date", "counts"), [("2030", True), ("2030-H2", True), ("2030-12-31", True), ("2031-01", False), ("2030-winter", True), ("2031-winter", False)]
)
def test_a_date_counts_when_it_is_certainly_not_later(date: str, *, counts: bool) -> None:
    fact = fact_of(f"peildatum: 2030\n{ONE}{report('p', date, planning='rood')}")
    assert bool(rows(fact, "exceptions")) is counts


def test_a_vague_date_that_may_be_later_waits() -> None:
    assert rows(fact_of(f"peildatum: 2030-06-30\n{ONE}{report('p', '2030', planning='rood')}"), "exceptions") == []


def test_work_listed_twice_reports_once_and_stopped_work_not_at_all() -> None:
    text = """
inspanningen: {a: A, b: {naam: B, zelfde_als: a}, c: {naam: C, status: gestopt}}
voortgang:
  p: {van: b, datum: 2030, aspecten: {planning: {status: rood}}}
  q: {van: c, datum: 2030, aspecten: {planning: {status: rood}}}
"""
    fact = fact_of(text)
    assert [row[0] for row in rows(fact, "efforts")] == ["a"]
    assert [row[0] for row in rows(fact, "exceptions")] == ["a"]
    assert fact.notes[-1].nl == "Niet meegeteld omdat het gestopt is: 1."


def test_an_effort_is_reported_when_all_its_parts_are() -> None:
    whole = ", ".join(
        f"{aspect}: {{status: groen}}" for aspect in ("prestaties", "planning", "kwaliteit", "financien", "risicos", "stakeholders", "ontwikkelingen")
    )
    text = "inspanningen: {a: {naam: A, onderdelen: {b: B, c: C}}}\nvoortgang:\n"
    one, other = (f"  {part}-1: {{van: {part}, datum: 2030, aspecten: {{{whole}}}}}\n" for part in "bc")
    assert {row[0]: row[12] for row in rows(fact_of(text + one), "efforts")} == {"a": "incomplete", "b": GREEN, "c": NO}
    assert [row[0] for row in rows(fact_of(text + one), "silent")] == ["c"]
    assert {row[0]: row[12] for row in rows(fact_of(text + one + other), "efforts")} == {"a": GREEN, "b": GREEN, "c": GREEN}
    assert rows(fact_of(text + one + other), "silent") == []


def test_nothing_at_all() -> None:
    assert fact_of("model: leeg").answer.nl == "Er zijn geen inspanningen en er is niets gemeld."
    assert fact_of("inspanningen: {a: A}").answer.nl == "Er is nog geen voortgang gemeld van 'A'."


def test_almelo_reports_nothing() -> None:
    fact = ANALYSIS.run(load("models/din.yaml", Folder(ROOT)).network, Options())
    assert fact.answer.nl == "Er is nog geen voortgang gemeld: van geen van de 15 inspanningen."
    assert [row[0] for row in rows(fact, "silent")] == [row[0] for row in rows(fact, "efforts") if row[2] == ""]
    assert all(row[6] == row[3] for row in rows(fact, "goals")), "nothing is taken for good"


# Laws

REPORTS = st.lists(
    st.tuples(
        st.sampled_from([f"{letter}{number}" for letter in "eg" for number in range(4)]),
        st.sampled_from(["2029", "2030-01", "2030-06", "2030-H1", "2030-06-30", "unknown"]),
        st.dictionaries(st.sampled_from(ASPECTS[:3]), st.sampled_from([GREEN, ORANGE, RED, GREY, UNKNOWN]), max_size=3),
    ),
    max_size=8,
)
Reports = list[tuple[str, str, dict[str, str]]]


def told(case: Case, reports: Reports, *, until: str | None = "2030-06-15", order: int | None = None) -> str:
    data = json.loads(text_of(case))
    known = {*case.goals, *case.efforts}
    progress = {
        f"p{number}": {"of": of, "date": date, "aspects": {aspect: {"status": status} for aspect, status in aspects.items()}}
        for number, (of, date, aspects) in enumerate(reports)
        if of in known
    }
    items = list(progress.items())
    if order is not None:
        random.Random(order).shuffle(items)
    return json.dumps(data | ({"reference_date": until} if until else {}) | {"progress": dict(items)})


def key(date: str) -> tuple[str, str]:
    if date == "unknown":
        return ("", "")
    found = parse_date(date)
    return (found.last.isoformat(), found.first.isoformat())


def counting(reports: Reports, of: set[str], until: str | None) -> Reports:
    limit = key(until)[0] if until else "9999"
    return [one for one in reports if one[0] in of and key(one[1])[0] <= limit]


def latest(reports: Reports) -> dict[str, str]:
    """The second opinion on what stands now: the worst per aspect of the reports with the latest date."""
    if not reports:
        return {}
    newest = max(key(date) for _, date, _ in reports)
    order = [RED, ORANGE, UNKNOWN, GREEN, GREY]
    found: dict[str, str] = {}
    for _, date, aspects in reports:
        for aspect, status in aspects.items() if key(date) == newest else ():
            found[aspect] = min(status, found.get(aspect, GREY), key=order.index)
    return found


@settings(max_examples=150, deadline=None)
@given(cases(), REPORTS, st.sampled_from(["2030-06-15", "2029", None]))
def test_what_stands_now_agrees_with_a_second_opinion(case: Any, reports: Any, until: Any) -> None:
    fact = ANALYSIS.run(loaded(told(case, reports, until=until)).network, Options())
    first = dict(case.same)
    for row in rows(fact, "efforts"):
        twins = {one for one in case.efforts if first.get(one, one) == row[0]}
        now = latest(counting(reports, twins, until))
        assert row[5:12] == tuple(now.get(aspect, NO) for aspect in ASPECTS)
    red = sum(status == RED for row in (*rows(fact, "efforts"), *rows(fact, "others")) for status in row[5:12])
    assert [row[3] for row in rows(fact, "exceptions")].count(RED) == red


@settings(max_examples=150, deadline=None)
@given(cases().map(lambda case: case._replace(second=(), same=(), stopped=frozenset())), REPORTS)
def test_an_effort_as_a_whole_agrees_with_a_second_opinion(case: Any, reports: Any) -> None:
    fact = ANALYSIS.run(loaded(told(case, reports, until=None)).network, Options())
    own = {effort: latest(counting(reports, {effort}, None)) for effort in case.efforts}

    def parts(effort: str) -> list[str]:
        return [one for one, parent in case.efforts.items() if parent == effort]

    def below(effort: str) -> list[str]:
        return [effort, *(one for part in parts(effort) for one in below(part))]

    def whole(effort: str, aspect: str) -> bool:
        return aspect in own[effort] or (bool(parts(effort)) and all(whole(part, aspect) for part in parts(effort)))

    for row in rows(fact, "efforts"):
        seen = {status for one in below(row[0]) for status in own[one].values()}
        if RED in seen or ORANGE in seen:
            assert row[12] == (RED if RED in seen else ORANGE)
        elif not seen:
            assert row[12] == NO
        elif not all(whole(row[0], aspect) for aspect in ASPECTS):
            assert row[12] == "incomplete"
        else:
            assert row[12] == next(one for one in (UNKNOWN, GREEN, GREY) if one in seen)


@settings(max_examples=100, deadline=None)
@given(cases(), REPORTS)
def test_counts_partition_and_the_worst_is_the_first_that_occurs(case: Any, reports: Any) -> None:
    fact = ANALYSIS.run(loaded(told(case, reports)).network, Options())
    for _, _, _, efforts, *counts, worst, _ in rows(fact, "goals"):
        assert sum(counts) == efforts
        assert worst == next((state for state, count in zip(STATES, counts, strict=True) if count), "none")


@settings(max_examples=60, deadline=None)
@given(cases(), REPORTS, st.integers(0, 99))
def test_the_order_in_the_file_changes_nothing(case: Any, reports: Any, order: Any) -> None:
    one, other = (ANALYSIS.run(loaded(told(case, reports, order=way)).network, Options()) for way in (None, order))
    assert one == other
