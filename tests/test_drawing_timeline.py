"""What a timeline shows: model text in; rows, bars, moments and words out, as exact records."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit import catalogue
from dinkit.analysis import Options as Asked
from dinkit.drawing.selection import Options
from dinkit.drawing.timeline.flags import Flag
from dinkit.drawing.timeline.plans import Bar, Stretch, bar_of, inherited_from, over_parts, state_of
from dinkit.drawing.timeline.reported import Mark
from dinkit.drawing.timeline.rows import Row
from dinkit.drawing.timeline.view import Timeline, text_equivalent, timeline_of, without_efforts, without_parts
from dinkit.drawing.timeline.window import MOST_YEARS, Window, window_of
from dinkit.drawing.timeline.words import WORDS, on, planning_words
from dinkit.model.dates import parse_date
from dinkit.model.records import Effort
from dinkit.network import Network
from dinkit.reading.load import load
from dinkit.source import Memory
from strategies import documents, render, styles
from support import network_of

GOALS = "doelen: {werk: {naam: Meer werk, nummer: I}, groei: {naam: Groei, nummer: II}}\n"


def view(network: Network, **options) -> Timeline:
    planning = catalogue.member("dinkit.analyses", "planning").ANALYSIS.run(network, Asked())
    return timeline_of(network, Options(**options), planning=planning, errors=0)


def rows(network: Network, **options) -> dict[str, Row]:
    return {row.id: row for group in view(network, **options).groups for row in group.rows}


def row_of(planning: str) -> Row:
    """The row of an effort with a planning."""
    return rows(network_of(f"inspanningen:\n  loket:\n    naam: Loket\n    planning: {planning}\n"))["loket"]


def day(text: str) -> date:
    return date.fromisoformat(text)


def stretches(text: str) -> tuple[Stretch, ...]:
    """ "begin 2019-01-01 2019-12-30; certain 2019-12-31 -" as stretches."""
    found = [part.split() for part in text.split(";")]
    return tuple(Stretch(kind, *(None if one == "-" else day(one) for one in days)) for kind, *days in found)


@pytest.mark.parametrize(
    ("planning", "form", "expected"),
    [
        ("2019", "own", "either 2019-01-01 2019-12-31"),
        ("2019-05-14", "own", "certain 2019-05-14 2019-05-14"),
        ("2019-05", "own", "either 2019-05-01 2019-05-31"),
        ("2019-H2", "own", "either 2019-07-01 2019-12-31"),
        ("2019-Q3", "own", "either 2019-07-01 2019-09-30"),
        ("2019-W12", "own", "either 2019-03-18 2019-03-24"),
        ("2019-najaar", "own", "either 2019-09-01 2019-11-30"),
        ("2019-winter", "own", "either 2018-12-01 2019-02-28"),
        ("2019..2020", "own", "begin 2019-01-01 2019-12-30; certain 2019-12-31 2020-01-01; end 2020-01-02 2020-12-31"),
        ("2019..2021", "own", "begin 2019-01-01 2019-12-30; certain 2019-12-31 2021-01-01; end 2021-01-02 2021-12-31"),
        ("2019-03-01..2021-06-30", "own", "certain 2019-03-01 2021-06-30"),
        ("2019-03-01..2021-06", "own", "certain 2019-03-01 2021-06-01; end 2021-06-02 2021-06-30"),
        ("2019-H1..2019-Q2", "own", "begin 2019-01-01 2019-03-31; either 2019-04-01 2019-06-30"),
        ("2019..2019-05", "own", "begin 2019-01-01 2019-04-30; either 2019-05-01 2019-05-31"),
        ("2019-05..2019", "own", "either 2019-05-01 2019-05-31; end 2019-06-01 2019-12-31"),
        ("2019..", "own", "begin 2019-01-01 2019-12-30; certain 2019-12-31 -"),
        ("2019-05-14..", "own", "certain 2019-05-14 -"),
        ("..2021", "own", "unknown - 2021-01-01; end 2021-01-02 2021-12-31"),
        ("{eind: 2021-05-14}", "own", "unknown - 2021-05-14"),
        ("{start: 2020}", "own", "begin 2020-01-01 2020-12-30; unknown 2020-12-31 -"),
        ("{start: 2020, eind: onbekend}", "own", "begin 2020-01-01 2020-12-30; unknown 2020-12-31 -"),
        ("{start: open, eind: 2020}", "own", "certain - 2020-01-01; end 2020-01-02 2020-12-31"),
        ("{start: 2020, eind: open}", "own", "begin 2020-01-01 2020-12-30; certain 2020-12-31 -"),
        ("jaarlijks", "yearly", "each - -"),
        ("{start: 2020-05, eind: 2022, herhaling: jaarlijks}", "yearly", "each 2020-05-01 2022-12-31"),
        ("doorlopend", "continuous", "certain - -"),
        ("{start: 2020, herhaling: doorlopend}", "continuous", "begin 2020-01-01 2020-12-30; certain 2020-12-31 -"),
        ("{start: 2020, eind: 2020, herhaling: eenmalig}", "own", "either 2020-01-01 2020-12-31"),
    ],
)
def test_every_form_of_planning(planning, form, expected):
    row = row_of(planning)
    assert row.bars == (Bar(form, stretches(expected)),)
    assert row.says == ""


@pytest.mark.parametrize(
    ("planning", "says"),
    [
        ("onbekend", "planning onbekend"),
        ("{letterlijk: op termijn, start: onbekend, eind: onbekend}", "planning onbekend"),
        ("{letterlijk: ooit}", "planning onbekend"),
        ("eenmalig", "eenmalig, datum onbekend"),
        ("{start: 2022, eind: 2020}", "eindigt vóór het begin"),
    ],
)
def test_a_planning_without_a_bar_says_why(planning, says):
    row = row_of(planning)
    assert (row.bars, row.says) == ((), says)


def test_no_planning_at_all_says_so_too():
    row = rows(network_of("inspanningen: {loket: Loket}"))["loket"]
    assert row == Row("loket", "", "Loket", 0, (), "geen planning", (), "", 0, "Inspanning: Loket; geen planning")


dates = st.sampled_from(["2019", "2019-05", "2019-05-14", "2019-H2", "2019-Q3", "2019-W12", "2020-winter", "2020", "2021-03-02", "2022-H1"])


@given(dates, dates)
def test_the_four_dates_of_a_planning_are_the_ends_of_its_stretches(start, end):
    planning = network_of(f"inspanningen: {{loket: {{naam: Loket, planning: {{start: {start}, eind: {end}}}}}}}").elements["loket"].planning
    first, last = parse_date(start), parse_date(end)
    bar = bar_of(planning)
    if last.last < first.first:
        assert (bar, state_of(planning)) == (None, "contradictory")
        return
    kinds = {one.kind: one for one in bar.stretches}
    assert (bar.stretches[0].first, bar.stretches[-1].last) == (first.first, last.last)
    if "certain" in kinds:
        assert (kinds["certain"].first, kinds["certain"].last) == (min(first.last, last.last), max(last.first, first.first))
    for before, after in zip(bar.stretches, bar.stretches[1:], strict=False):
        assert (after.first - before.last).days == 1
    assert ("certain" in kinds) is (min(first.last, last.last) <= max(last.first, first.first))


PARTS = """
inspanningen:
  ouder:
    naam: Ouder
    onderdelen:
      een: {naam: Een, nummer: 2, planning: 2019..2020}
      twee: {naam: Twee, nummer: 1, planning: {start: 2021-05}, onderdelen: {drie: Drie}}
"""


def test_an_effort_without_a_planning_spans_its_parts_and_a_part_without_one_has_that_of_the_effort():
    found = rows(network_of(PARTS))
    assert [(row.id, row.depth) for row in found.values()] == [("ouder", 0), ("twee", 1), ("drie", 2), ("een", 1)]
    assert found["ouder"].bars == (Bar("parts", stretches("span 2019-01-01 2021-05-31; unknown 2021-06-01 -")),)
    assert found["drie"].bars == (Bar("inherited", stretches("span 2021-05-01 -")),)
    assert found["ouder"].title == "Inspanning: Ouder; zelf geen planning"
    assert found["drie"].title == "Onderdeel: Drie; planning van de inspanning erboven: begint in mei 2021, einde onbekend"


def test_parts_without_dates_are_only_dots():
    assert over_parts([]) is None
    yearly, known = Bar("yearly", stretches("each - -")), Bar("own", stretches("certain 2019-01-01 2019-02-01"))
    assert over_parts([yearly]) == Bar("parts", stretches("unknown - -"))
    assert over_parts([yearly, known]) == Bar("parts", stretches("unknown - 2018-12-31; span 2019-01-01 2019-02-01; unknown 2019-02-02 -"))
    assert inherited_from(known) == Bar("inherited", stretches("span 2019-01-01 2019-02-01"))


def test_a_planning_that_is_unknown_is_not_inherited():
    text = "inspanningen: {ouder: {naam: Ouder, planning: onbekend, onderdelen: {een: Een}}}"
    assert [row.says for row in rows(network_of(text)).values()] == ["planning onbekend", "geen planning"]


def test_groups_stand_under_their_main_goal_in_printed_order():
    text = GOALS + (
        "inspanningen:\n"
        "  c: {naam: C, nummer: 10, draagt_bij_aan: groei}\n"
        "  b: {naam: B, nummer: 2, draagt_bij_aan: [werk, groei]}\n"
        "  a: {naam: A, nummer: 9, draagt_bij_aan: groei}\n"
        "  d: {naam: D}\n"
        "  e: {naam: E, onderdelen: {f: {naam: F, draagt_bij_aan: werk}}}\n"
    )
    groups = view(network_of(text)).groups
    assert [(one.number, one.name, one.family, [row.id for row in one.rows]) for one in groups] == [
        ("I", "Meer werk", 0, ["b", "e", "f"]),
        ("II", "Groei", 1, ["a", "c"]),
        ("", "Overige inspanningen", None, ["d"]),
    ]


def test_the_surest_link_says_under_which_goal_an_effort_stands():
    text = GOALS + "inspanningen: {a: {naam: A, draagt_bij_aan: {werk: {herkomst: afgeleid, reden: Zo.}, groei: {herkomst: vermeld}}}}\n"
    assert [group.id for group in view(network_of(text)).groups] == ["groei"]


def test_without_goals_the_themes_are_the_groups():
    text = (
        "themas: {armoede: Armoede, werk: Werk}\n"
        "inspanningen: {a: {naam: A, raakt: [armoede, werk]}, b: {naam: B, raakt: werk}, c: {naam: C, raakt: [armoede, werk]}, d: {naam: D}}\n"
    )
    assert [(one.name, [row.id for row in one.rows]) for one in view(network_of(text)).groups] == [
        ("Werk", ["a", "b", "c"]),
        ("Overige inspanningen", ["d"]),
    ]
    assert [one.name for one in view(network_of("inspanningen: {a: A}")).groups] == [""]


REPORTED = """
peildatum: 2022-12-31
inspanningen:
  loket: {naam: Loket, planning: 2019-04..2020-04}
  krant: Krant
  verordening: {naam: Verordening, planning: {start: 2019-H2}, beeindigd: 2021-06}
resultaten:
  open: {naam: Loket geopend, van: loket, soort: afronding, datum: 2019-11-15, stand: gerealiseerd}
  begin: {naam: Werk begonnen, van: verordening, soort: start, datum: 2020-09, stand: gerealiseerd}
  straks: {naam: Straks klaar, van: verordening, soort: afronding, datum: 2023, stand: verwacht}
  zomaar: {naam: Iets anders, van: loket, soort: prestatie, datum: 2020, stand: gerealiseerd}
  ooit: {naam: Zonder datum, van: krant, soort: afronding, datum: onbekend, stand: gerealiseerd}
  misschien: {naam: Stand onbekend, van: loket, soort: start, datum: 2019}
"""


def test_reported_moments_with_what_the_planning_analysis_says_of_them():
    found = rows(network_of(REPORTED))
    early = "afronding gemeld op 15 november 2019, eerder dan gepland (in april 2020): Loket geopend"
    assert found["loket"].marks == (Mark("completion", "realised", parse_date("2019-11-15"), "early", parse_date("2020-04"), "Loket geopend", early),)
    late = "begin gemeld in september 2020, later dan gepland (in de tweede helft van 2019): Werk begonnen"
    assert found["verordening"].marks == (
        Mark("start", "realised", parse_date("2020-09"), "late", parse_date("2019-H2"), "Werk begonnen", late),
        Mark("ended", "realised", parse_date("2021-06"), "", None, "", "beëindigd in juni 2021"),
        Mark("completion", "expected", parse_date("2023"), "", None, "Straks klaar", "afronding verwacht in 2023: Straks klaar"),
    )
    assert found["loket"].title.endswith(early)
    assert found["krant"].marks == ()


def test_without_the_planning_analysis_nothing_is_late_or_early():
    plain = timeline_of(network_of(REPORTED), Options(), planning=None, errors=0)
    assert {mark.shift for group in plain.groups for row in group.rows for mark in row.marks} == {""}


FIRST = """
model: eerste
inspanningen:
  loket: {naam: Loket, planning: 2019}
  krant: {naam: Krant, planning: 2018..}
  oud: {naam: Oud, planning: 2017-H1}
resultaten: {r1: {naam: Begonnen, van: krant, soort: start, datum: 2018-03, stand: gerealiseerd}}
"""
SECOND = """
model: tweede
vorige_editie: eerste.yaml
peildatum: 2022-12-31
inspanningen:
  loket: {naam: Balie, planning: 2022}
  weekblad: {naam: Weekblad, opvolger_van: [eerste/krant]}
  nieuw: Nieuw
resultaten:
  r2: {naam: Klaar, van: loket, soort: afronding, datum: 2021-05, stand: gerealiseerd}
  r3: {naam: Straks, van: weekblad, soort: start, datum: 2023, stand: gepland}
"""


def test_earlier_editions_give_what_was_planned_and_reported_before():
    found = rows(load("tweede.yaml", Memory({"eerste.yaml": FIRST, "tweede.yaml": SECOND})).network)
    assert list(found) == ["loket", "nieuw", "weekblad"]
    late = Mark(
        "completion", "realised", parse_date("2021-05"), "late", parse_date("2019"), "Klaar",
        "afronding gemeld in mei 2021, later dan gepland (in 2019): Klaar",
    )  # fmt: skip
    assert found["loket"].marks == (late,)
    assert found["loket"].bars == (
        Bar("earlier", stretches("either 2019-01-01 2019-12-31")),
        Bar("own", stretches("either 2022-01-01 2022-12-31")),
    )
    assert found["weekblad"].bars == (Bar("earlier", stretches("begin 2018-01-01 2018-12-30; certain 2018-12-31 -")),)
    assert [(mark.kind, mark.standing, mark.date.text) for mark in found["weekblad"].marks] == [
        ("start", "realised", "2018-03"),
        ("start", "expected", "2023"),
    ]
    assert found["weekblad"].title.startswith("Inspanning: Weekblad; planning in een eerdere editie: begint in 2018, loopt door")
    assert found["nieuw"].says == "geen planning"


def test_milestones_and_decisions_with_a_date_are_flags():
    text = (
        "inspanningen: {loket: {naam: Loket, planning: 2019, vereist: opening}, krant: {naam: Krant, planning: 2020}}\n"
        "mijlpalen: {opening: {naam: Opening, datum: 2020-06-01}, ooit: Ooit}\n"
        "besluiten: {besluit: {naam: Raadsbesluit, datum: 2019-05, door: gemeenteraad, van: krant}, b2: {naam: Later, datum: onbekend}}\n"
    )
    network = network_of(text)
    decision = Flag("besluit", "decision", parse_date("2019-05"), "Raadsbesluit", "Besluit in mei 2019: Raadsbesluit (gemeenteraad)")
    milestone = Flag("opening", "milestone", parse_date("2020-06-01"), "Opening", "Mijlpaal op 1 juni 2020: Opening")
    assert view(network).flags == (decision, milestone)
    assert view(network, focus="krant").flags == (decision,)
    assert view(network, focus="loket").flags == (milestone,)


def test_the_axis_runs_from_the_first_to_the_last_year_and_the_reference_date_is_on_it():
    network = network_of("peildatum: 2023-06-30\ninspanningen: {a: {naam: A, planning: 2019-05..2021-03-01}}\n")
    assert (view(network).window, view(network).reference) == (Window(2019, 2023), parse_date("2023-06-30"))
    assert view(network.at(parse_date("2018-01"))).window == Window(2018, 2021)
    assert view(network_of("inspanningen: {a: {naam: A, planning: doorlopend}}")).window is None


def test_a_far_year_is_cut_off_and_said():
    text = "inspanningen:\n" + "".join(
        f"  e{at}: {{naam: Naam {at}, nummer: {at}, planning: {planning}}}\n"
        for at, planning in enumerate(["2019..2022", "1922..2021", "1922", "2020..2095", "1922..1930", "2021"], 1)
    )
    found = view(network_of(text))
    assert found.window == Window(2019, 2022)
    assert found.hidden == ("Buiten de tijdas: 1922 (Naam 2), 1922 (Naam 3), 2095 (Naam 4) + 2",)
    shown = {row.id: row for group in found.groups for row in group.rows}
    assert {name: row.says for name, row in shown.items() if row.says} == {"e3": "buiten de tijdas: 1922", "e5": "buiten de tijdas: 1922–1930"}
    assert shown["e2"].bars[0].stretches[0] == Stretch("begin", day("1922-01-01"), day("1922-12-30"))


@given(st.lists(st.dates(date(1900, 1, 1), date(2150, 12, 31)), max_size=30))
def test_an_axis_is_never_too_long_and_has_the_middle_date(days):
    window = window_of(days)
    assert (window is None) is (not days)
    if window:
        assert window.last - window.first < MOST_YEARS
        assert window.holds(*[sorted(days)[len(days) // 2]] * 2)
        if max(days).year - min(days).year < MOST_YEARS:
            assert window == Window(min(days).year, max(days).year)


def test_the_summary_counts_efforts_and_parts():
    assert view(network_of(PARTS)).summary == "Tijdlijn van 1 inspanning en 3 onderdelen, van 2019 tot en met 2021."
    assert view(network_of(PARTS), language="en").summary == "Timeline of 1 effort and 3 parts, from 2019 through 2021."


def test_parts_become_a_number_and_are_said_to_be_hidden():
    found = without_parts(view(network_of(PARTS)))
    assert [(row.id, row.parts) for group in found.groups for row in group.rows] == [("ouder", 3)]
    assert found.hidden == ("3 onderdelen niet getoond",)
    assert without_parts(found) == found


def test_efforts_without_a_date_are_left_out_first():
    text = "inspanningen: {a: A, b: {naam: B, planning: 2019}, c: C, d: {naam: D, planning: doorlopend}, e: {naam: E, planning: 2020}}"
    found = view(network_of(text))
    kept = [without_efforts(found, room) for room in (4, 3, 2, 1)]
    assert [[row.id for group in one.groups for row in group.rows] for one in kept] == [["a", "b", "c", "e"], ["a", "b", "e"], ["b", "e"], ["b"]]
    assert kept[0].hidden == ("1 inspanning niet getoond",)
    assert kept[3].hidden == ("4 inspanningen niet getoond",)


def test_a_goal_shows_only_what_serves_it():
    text = GOALS + "inspanningen: {a: {naam: A, draagt_bij_aan: werk}, b: {naam: B, draagt_bij_aan: groei}}\n"
    found = view(network_of(text), goal="groei")
    assert [row.id for group in found.groups for row in group.rows] == ["b"]
    assert found.head.title == "zonder naam: doel II Groei"
    with pytest.raises(KeyError):
        view(network_of(text), goal="weg")


def test_the_words_of_an_empty_and_of_an_undated_model():
    assert view(network_of("taal: nl")).head.empty == "Er staan nog geen inspanningen in dit model."
    undated = view(network_of("programma: {id: p, naam: Prog}\ninspanningen: {a: A}"))
    assert undated.head.empty == "Geen van deze inspanningen heeft een datum."
    assert text_equivalent(undated) == (
        "Prog",
        "Tijdlijn van de inspanningen · zonder datum",
        "Tijdlijn van 1 inspanning.",
        "Geen van deze inspanningen heeft een datum.",
        "Inspanning: A; geen planning",
    )


def test_the_text_equivalent_names_everything():
    text = GOALS + (
        "programma: {id: p, naam: Prog, organisatie: gemeente Ergens, missie: [{tekst: Iedereen mee.}]}\n"
        "besluiten: {besluit: {naam: Raadsbesluit, datum: 2019-05}}\n"
        "inspanningen:\n  a:\n    naam: A\n    nummer: 1\n    draagt_bij_aan: werk\n"
        "    planning: {letterlijk: pilot 2019, start: 2019, eind: 2019, herkomst: afgeleid, reden: Zo lezen wij het.}\n"
    )
    assert text_equivalent(view(network_of(text))) == (
        "Prog",
        "Tijdlijn van de inspanningen · gemeente Ergens · zonder datum",
        "Iedereen mee.",
        "Tijdlijn van 1 inspanning in 2019.",
        "Besluit in mei 2019: Raadsbesluit",
        "I Meer werk",
        "Inspanning 1: A; planning: begint en eindigt in 2019 (“pilot 2019”), onze lezing: Zo lezen wij het",
    )
    assert rows(network_of(text))["a"].wording == "pilot 2019"
    assert text_equivalent(view(network_of(text), language="en"))[4:] == (
        "Decision in May 2019: Raadsbesluit",
        "I Meer werk",
        "Effort 1: A; planning: begins and ends in 2019 (“pilot 2019”), our reading: Zo lezen wij het",
    )


@pytest.mark.parametrize(
    ("text", "dutch", "english"),
    [
        ("2019", "in 2019", "in 2019"),
        ("2019-05", "in mei 2019", "in May 2019"),
        ("2019-05-04", "op 4 mei 2019", "on 4 May 2019"),
        ("2019-H1", "in de eerste helft van 2019", "in the first half of 2019"),
        ("2019-Q4", "in het vierde kwartaal van 2019", "in the fourth quarter of 2019"),
        ("2019-W05", "in week 5 van 2019", "in week 5 of 2019"),
        ("2019-herfst", "in het najaar van 2019", "in the autumn of 2019"),
        ("2019-zomer", "in de zomer van 2019", "in the summer of 2019"),
    ],
)
def test_dates_are_said_as_people_do(text, dutch, english):
    assert (on(parse_date(text), "nl"), on(parse_date(text), "en")) == (dutch, english)


@pytest.mark.parametrize(
    ("planning", "said"),
    [
        ("2019..", "begint in 2019, loopt door"),
        ("..2021", "begin onbekend, eindigt in 2021"),
        ("jaarlijks", "jaarlijks"),
        ("{start: 2020, herhaling: doorlopend}", "doorlopend, begint in 2020"),
        ("onbekend", "onbekend"),
        ("{start: 2022, eind: 2020}", "begint in 2022, eindigt in 2020"),
    ],
)
def test_a_planning_in_words(planning, said):
    effort = network_of(f"inspanningen:\n  loket:\n    naam: Loket\n    planning: {planning}\n").elements["loket"]
    assert isinstance(effort, Effort)
    assert planning_words(effort.planning, "nl") == said


def test_every_word_has_two_languages():
    assert all(text.nl and text.en for text in WORDS.values())


@given(documents(), styles)
@settings(max_examples=40, deadline=None)
def test_the_view_does_not_depend_on_how_a_model_is_written(document, style):
    one, other = (load("din.yaml", Memory({"din.yaml": render(document, how)})).network for how in (style, style._replace(order=3)))
    first, second = (timeline_of(network, Options(language="nl"), planning=None, errors=0) for network in (one, other))
    assert first == second
    assert {row.id for group in first.groups for row in group.rows} == {effort.id for effort in one.of(Effort)}
