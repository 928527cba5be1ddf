"""A name that the source does not say: findings and changes tell of the element by its id, facts say it in the words of the reader."""

from __future__ import annotations

import pytest

from dinkit.analyses.coverage import ANALYSIS
from dinkit.analysis import Options
from dinkit.catalogue import member
from dinkit.checking.run import check
from dinkit.consequences.telling import compared
from dinkit.report import Report
from support import loaded
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
