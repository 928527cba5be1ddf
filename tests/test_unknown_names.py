"""A name that the source does not say.

Findings, changes, pictures and reports tell of the element by its id, tables of an analysis say it in the words of the reader.
"""

from __future__ import annotations

import pytest

from change_support import drawn
from dinkit.analyses.coverage import ANALYSIS
from dinkit.analysis import Options
from dinkit.catalogue import member, names
from dinkit.checking.run import check
from dinkit.consequences.telling import compared
from dinkit.drawing.picture import draw
from dinkit.drawing.selection import Options as Shown
from dinkit.drawing.timeline.picture import draw_timeline
from dinkit.naming import all_named
from dinkit.report import Report
from support import brief, findings_of, loaded, network_of
from test_consequences import side

MODEL = """\
peildatum: 2020
doelen: {banen: {naam: onbekend}, rust: {naam: Meer rust}}
inspanningen: {loket: {naam: unknown, draagt_bij_aan: banen}}
resultaten: {af: {naam: onbekend, van: loket, datum: 2021, stand: gerealiseerd}}
"""


def test_a_finding_tells_of_the_element_by_its_id() -> None:
    found = {one.code: one.message for one in check(loaded(MODEL))}
    assert found["DIN401"].nl == "inspanning 'loket' heeft geen eigenaar of trekker"
    assert found["DIN401"].en == "effort 'loket' has no owner or lead"
    assert not [one for message in found.values() for one in message if "unknown" in one]


@pytest.mark.parametrize(("language", "word"), [("nl", "onbekend"), ("en", "unknown")])
def test_a_fact_says_it_in_the_language_of_the_reader(language: str, word: str) -> None:
    fact = ANALYSIS.run(loaded(MODEL).network, Options())
    assert f"'{word}'" in getattr(fact.answer, language)
    shown = member("dinkit.exporters", "text").EXPORTER.export(Report(facts=(fact,), language=language))
    assert next(line.split()[:2] for line in shown.splitlines() if line.startswith("banen ")) == ["banen", word]


def test_a_change_tells_of_the_element_by_its_id() -> None:
    found = compared("din.yaml", side(MODEL), side(MODEL.replace(", draagt_bij_aan: banen", "")))
    (lost,) = [one.text for one in found.consequences if one.element == "banen" and one.code == "lost-cover"]
    assert lost.nl == "Hoofddoel 'banen' heeft geen inspanning meer; eerst droeg 'loket' eraan bij."
    assert lost.en == "Main goal 'banen' has no effort any more; 'loket' contributed to it before."


def test_what_has_no_name_is_not_called_the_same_and_says_nothing_wrong() -> None:
    model = """\
doelen: {banen: {naam: onbekend}, rust: {naam: onbekend}}
inspanningen: {loket: {naam: onbekend, draagt_bij_aan: [banen, rust]}, lijn: {naam: onbekend, draagt_bij_aan: rust}}
stakeholders: {stad: {naam: onbekend}, dorp: {naam: onbekend}}
"""
    told = [brief(one) for one in findings_of(model) if one.code in ("DIN201", "DIN204", "DIN209", "DIN805")]
    assert told == []
    assert any("heten 'Zelfde'" in one.message.nl for one in findings_of(model.replace("onbekend", "Zelfde")))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_picture_shows_the_id(language: str) -> None:
    network = network_of(MODEL.replace("draagt_bij_aan", "planning: 2020, draagt_bij_aan"))
    options = Shown(language=language)
    sheet = draw(network, options, uncovered=frozenset(), loose=frozenset(), errors=0)
    time = draw_timeline(network, options, planning=None, errors=0)
    change = drawn(MODEL, MODEL.replace("Meer rust", "Rust"), whole=True, language=language)
    for dot in (sheet.dot, time.dot, change.old.dot, change.change.dot):
        assert "loket" in dot
        assert "unknown" not in dot.replace("provenance unknown", "")


@pytest.mark.parametrize("name", names("dinkit.publications"))
def test_a_report_tells_of_the_element_by_its_id(name: str) -> None:
    publication = member("dinkit.publications", name).PUBLICATION
    report = Report(publication=publication.run(all_named(network_of(MODEL)), Options()), language="nl")
    shown = member("dinkit.exporters", "publication_md").EXPORTER.export(report)
    assert "loket" in shown
    assert "unknown" not in shown


def test_a_network_in_which_all_is_named_is_itself() -> None:
    network = network_of(MODEL.replace("onbekend", "Naam").replace("unknown", "Naam"))
    assert all_named(network) is network


def test_an_earlier_edition_gets_its_ids_too() -> None:
    now = "vorige_editie: toen.yaml\ndoelen: {banen: Banen}\n"
    named = all_named(network_of(now, toen="doelen: {banen: onbekend}\n"))
    assert named.previous is not None
    assert named.previous.elements["banen"].name == "banen"
    assert next(named.previous.of(type(named.previous.elements["banen"]))).name == "banen"
