"""What a picture shows: values only, the same whatever the order of the file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit.drawing.metrics import shown, width_of, wrapped
from dinkit.drawing.selection import Options, number_key
from dinkit.drawing.style import Type
from dinkit.drawing.view import text_equivalent, view_of, without_rows
from dinkit.drawing.words import target
from dinkit.model.records import Indicator
from support import network_of

GOALS = """
  werk:
    naam: Meer werk
    nummer: I
    subdoelen:
      minder-bijstand:
        naam: Minder bijstand
        nummer: 1
        subdoelen:
          dossiers: {naam: Minder dossiers, nummer: a}
          banen: {naam: Meer banen, nummer: b, bewust_geen_inspanning: dat doet de markt}
"""
EFFORTS = """
  loket:
    naam: Loket openen
    nummer: 1
    sturing: regie
    draagt_bij_aan:
      werk: {herkomst: vermeld}
      dossiers: {herkomst: afgeleid, onderbouwing: aanname, reden: Het loket helpt mensen.}
    onderdelen:
      balie: {naam: Balie inrichten, nummer: 1}
      site: {naam: Site bouwen, nummer: 2, draagt_bij_aan: {banen: {herkomst: aangevuld}}}
  scholing:
    naam: Scholing geven
    nummer: 2
    draagt_bij_aan:
      werk: {herkomst: vermeld}
"""
INDICATORS = """
indicatoren:
  aantal:
    naam: Aantal dossiers
    eenheid: dossiers
    meet: dossiers
    streefwaarden:
      - {waarde: 2200, eenheid: dossiers, datum: 2022}
"""
MODEL = f"editie: contract\nprogramma: {{id: prog, naam: Programma Werk, datum: 2019}}\ndoelen:{GOALS}inspanningen:{EFFORTS}{INDICATORS}"


def view(
    text: str = MODEL,
    *,
    options: Options | None = None,
    uncovered: frozenset[str] = frozenset(),
    loose: frozenset[str] = frozenset(),
    errors: int = 0,
):
    return view_of(network_of(text), options or Options(), uncovered=uncovered, loose=loose, errors=errors)


def node(found, name: str):
    return next(one for one in found.nodes if one.id == name)


def test_columns_run_from_efforts_to_main_goals():
    assert [column.heading for column in view().columns] == ["Inspanningen", "Operationele doelen", "Subdoelen", "Hoofddoelen"]


def test_the_shared_link_to_a_main_goal_is_a_band_and_the_finer_links_are_lines():
    found = view()
    assert [(band.goal, band.efforts, band.provenance) for band in found.bands] == [("werk", ("loket", "scholing"), "stated")]
    contributions = [(edge.source, edge.target, edge.provenance) for edge in found.edges if edge.type == "contributes_to"]
    assert contributions == [("loket", "banen", "added"), ("loket", "dossiers", "derived")]


def test_a_single_link_to_a_main_goal_stays_a_line():
    found = view(MODEL.replace("  scholing:\n    naam: Scholing geven\n    nummer: 2\n    draagt_bij_aan:\n      werk: {herkomst: vermeld}\n", ""))
    assert found.bands == ()
    assert ("loket", "werk") in [(edge.source, edge.target) for edge in found.edges]


def efforts(count: int, goal: str, first: int = 0) -> str:
    return "".join(f"  e{number}: {{naam: Werk {number}, draagt_bij_aan: {goal}}}\n" for number in range(first, first + count))


@pytest.mark.parametrize(("in_band", "left_over", "bars"), [(2, 3, []), (3, 3, ["Meer werk", "Overige inspanningen"]), (3, 0, ["Meer werk"])])
def test_bands_stand_only_where_most_efforts_are_in_one(in_band, left_over, bars):
    text = f"doelen:{GOALS}inspanningen:\n{efforts(in_band, 'werk')}{efforts(left_over, 'dossiers', in_band)}"
    found = view(text).bands
    assert [band.name for band in found] == bars
    assert [band.note for band in found if not band.goal] == [f"{left_over}: volg de lijnen"][: len(bars) - 1]


def test_a_line_of_a_part_starts_at_its_effort_and_says_so():
    line = next(edge for edge in view().edges if edge.target == "banen" and edge.type == "contributes_to")
    assert line.title == "Loket openen draagt bij aan Meer banen (aangevuld, via onderdeel Site bouwen)"


def test_a_box_has_its_target_steering_states_and_parts():
    found = view(uncovered=frozenset({"dossiers"}), loose=frozenset({"scholing"}))
    assert node(found, "dossiers").targets == ("2.200 dossiers in 2022",)
    assert [state.key for state in node(found, "dossiers").states] == ["uncovered"]
    assert [state.key for state in node(found, "banen").states] == ["deliberate"]
    assert [state.key for state in node(found, "scholing").states] == ["loose"]
    assert (node(found, "loket").steering, node(found, "loket").steering_mark) == ("regie", "R")
    assert [(row.number, row.name) for row in node(found, "loket").rows] == [("1", "Balie inrichten"), ("2", "Site bouwen")]


def test_the_title_names_programme_edition_and_its_date():
    found = view(errors=2)
    assert (found.title, found.subtitle, found.draft) == ("Programma Werk", "Doelen-inspanningennetwerk · contract · 2019", "CONCEPT, 2 fouten")
    assert view(f"peildatum: 2020-06\n{MODEL}").subtitle == "Doelen-inspanningennetwerk · contract · peildatum 2020-06"
    assert view(errors=1).draft == "CONCEPT, 1 fout"
    assert view().draft == ""


def test_parts_as_a_count_say_how_many_are_hidden():
    found = without_rows(view())
    assert node(found, "loket").rows == ()
    assert found.hidden == ("2 onderdelen niet getoond",)
    assert "2 onderdelen" in [state.text for state in node(found, "loket").states]


def test_parts_of_another_effort_are_no_parts_of_its_own():
    found = view(MODEL.replace("balie: {naam: Balie inrichten, nummer: 1}", "balie: {naam: Balie inrichten, nummer: 1, hoort_ook_bij: scholing}"))
    assert [row.name for row in node(found, "scholing").rows] == ["Balie inrichten"]
    assert "onderdelen" not in node(found, "scholing").title
    assert node(found, "scholing").title.endswith("hoort ook hierbij: Balie inrichten")
    assert "parts" not in [state.key for state in node(without_rows(found), "scholing").states]


def test_the_legend_holds_only_what_occurs():
    keys = [entry.key for entry in view().legend]
    assert keys == ["band-stated", "line-derived", "line-added", "line-tree", "tail-assumption", "target", "steering", "deliberate", "link"]
    assert [entry.key for entry in view("doelen: {een: Een}").legend] == []


def test_every_box_and_line_is_in_the_text_equivalent():
    found = view()
    words = text_equivalent(found)
    assert len([one for one in found.nodes if one.title in words]) == len(found.nodes)
    assert "Operationeel doel a: Minder dossiers; streefwaarde: 2.200 dossiers in 2022" in words
    assert "Loket openen draagt bij aan Minder dossiers (afgeleid, aanname): Het loket helpt mensen." in words


def test_focus_shows_the_neighbourhood_only():
    found = view(options=Options(focus="dossiers"))
    assert {one.id for one in found.nodes} == {"dossiers", "minder-bijstand", "loket"}
    assert [one.id for one in found.nodes if one.is_focus] == ["dossiers"]
    wider = view(options=Options(focus="dossiers", depth=2))
    assert {one.id for one in wider.nodes} == {"dossiers", "minder-bijstand", "loket", "werk", "banen"}


def test_a_goal_page_shows_all_that_reaches_the_goal_and_what_is_above_it():
    found = view(options=Options(goal="dossiers"))
    assert {one.id for one in found.nodes} == {"dossiers", "minder-bijstand", "werk", "loket"}


def test_an_unknown_focus_is_a_key_error():
    with pytest.raises(KeyError):
        view(options=Options(focus="nergens"))


def test_an_empty_model_says_so():
    assert view("taal: nl").empty == "Er staan nog geen doelen of inspanningen in dit model."


def test_a_large_model_keeps_to_the_page_and_says_what_it_hid():
    efforts = "".join(f"  e{at}: {{naam: Inspanning {at}, draagt_bij_aan: werk}}\n" for at in range(80))
    found = view(f"doelen: {{werk: Meer werk}}\ninspanningen:\n{efforts}")
    assert len(found.nodes) == 48
    assert found.hidden == ("33 inspanningen niet getoond",)
    assert [state.text for state in node(found, "werk").states] == ["nog 33 inspanningen"]
    whole = view(f"doelen: {{werk: Meer werk}}\ninspanningen:\n{efforts}", options=Options(size="A1"))
    assert (len(whole.nodes), whole.hidden) == (81, ())


def test_stakeholders_stand_beside_what_they_are_involved_in():
    text = MODEL + "stakeholders: {uwv: UWV, roc: ROC}\n"
    text = text.replace("    sturing: regie\n", "    sturing: regie\n    stakeholders: {uwv: partner}\n")
    assert not [one for one in view(text).nodes if one.kind == "stakeholder"]
    found = view(text, options=Options(with_stakeholders=True))
    assert [one.id for one in found.nodes if one.kind == "stakeholder"] == ["uwv"]
    assert ("uwv", "loket", "involved_in") in [edge[:3] for edge in found.edges]


def test_the_order_of_the_file_changes_nothing():
    head, rest = MODEL.split("inspanningen:")
    first, second = rest.split("indicatoren:")[0].split("  scholing:")
    turned = f"indicatoren:{rest.split('indicatoren:')[1]}inspanningen:\n  scholing:{second}{first.lstrip(chr(10))}{head}"
    assert list(network_of(turned).elements) != list(network_of(MODEL).elements)
    assert view(turned) == view()


def test_english_words():
    found = view(options=Options(language="en"))
    assert [column.heading for column in found.columns] == ["Efforts", "Operational goals", "Sub-goals", "Main goals"]
    assert node(found, "dossiers").targets == ("2,200 dossiers in 2022",)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('{waarde: "1,22%", datum: 2022}', "1,22% in 2022"),
        ("{waarde: 7, eenheid: rapportcijfer}", "rapportcijfer 7"),
        ("{waarde: gemiddeld, datum: 2022}", "gemiddeld in 2022"),
        ("{waarde: onbekend, letterlijk: betere ontwikkeling, ten_opzichte_van: elders}", "betere ontwikkeling t.o.v. elders"),
        ("{waarde: 4000, eenheid: banen, ten_opzichte_van: 2016}", "+4.000 banen t.o.v. 2016"),
        ("{waarde: 50, eenheid: mensen, kwalificatie: circa, herkomst: afgeleid}", "circa 50 mensen (afgeleid)"),
        ('{waarde: "€ 4,8 mln"}', "€ 4.800.000"),
    ],
)
def test_targets_as_people_write_them(written, expected):
    network = network_of(f"doelen: {{een: Een}}\nindicatoren: {{maat: {{naam: Maat, meet: een, streefwaarden: [{written}]}}}}")
    indicator = next(network.of(Indicator))
    assert target(indicator.targets[0], "nl") == expected


def test_printed_numbers_sort_as_people_sort_them():
    assert sorted(["10", "b", "IX", "2", "V", "a", "", "IV"], key=number_key) == ["2", "10", "IV", "V", "IX", "a", "b", ""]


@given(st.text(max_size=300), st.floats(8, 400))
@settings(max_examples=200, deadline=None)
def test_wrapped_lines_fit_and_lose_nothing(text, width):
    kind = Type(10)
    lines = wrapped(text, kind, width)
    assert "".join(lines).replace(" ", "") == shown(text).replace(" ", "")
    assert all(width_of(line, kind) <= width or len(line) == 1 for line in lines)


def test_too_much_text_ends_in_an_ellipsis():
    assert wrapped("woord " * 2000, Type(10), 100.0, 2)[-1].endswith("…")


def test_an_element_without_a_box_shows_what_it_stands_in_relation_with():
    text = """
doelen: {werk: Meer werk, zorg: Meer zorg}
inspanningen: {loket: {naam: Loket, draagt_bij_aan: werk}}
indicatoren: {banen: {naam: Banen, meet: werk}, los: Los}
"""
    assert [node.id for node in view(text, options=Options(focus="banen")).nodes] == ["loket", "werk"]
    alone = view(text, options=Options(focus="los"))
    assert alone.nodes == ()
    assert alone.empty == "Rond dit element staan geen doelen of inspanningen."


def test_parts_of_a_party_are_no_goals_in_the_legend():
    text = """
inspanningen: {loket: {naam: Loket, stakeholders: [gemeente, raad]}}
stakeholders:
  gemeente: Gemeente
  raad: {naam: Raad, onderdeel_van: gemeente}
"""
    keys = [entry.key for entry in view(text, options=Options(with_stakeholders=True)).legend]
    assert keys == ["line-part", "line-involved"]
