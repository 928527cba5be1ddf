"""The two reports on progress: for the clients with everything, for the council shorter; neither needs colour, neither hides what is red."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dinkit.analyses._progress_words import STATE_WORDS
from dinkit.analysis import Options
from dinkit.exporters._cells import cell_text
from dinkit.network import Network
from dinkit.publication import Publication, PublicationType, Section
from dinkit.publications._progress import SIGNS
from dinkit.publications.progress import PUBLICATION as CLIENTS
from dinkit.publications.progress_council import PUBLICATION as COUNCIL
from dinkit.reading.load import load
from dinkit.source import Folder
from support import network_of

ROOT = Path(__file__).parent.parent
BOTH = (CLIENTS, COUNCIL)


def fictitious() -> Network:
    return load("tests/models/fictief-voortgang.yaml", Folder(ROOT)).network


def published(sort: PublicationType, network: Network) -> Publication:
    return sort.run(network, Options())


def sections(found: Publication | Section) -> Iterator[Section]:
    for section in found.sections:
        yield section
        yield from sections(section)


def texts(found: Publication) -> list[str]:
    """Everything that a Dutch reader sees."""
    seen = [found.title.nl, found.subtitle.nl, *(text.nl for text in (*found.summary, *found.notes))]
    for section in sections(found):
        seen += [section.title.nl, *(text.nl for text in section.paragraphs)]
        for table in section.tables:
            seen += [table.title.nl, *(column.title.nl for column in table.columns)]
            seen += [cell_text(cell, column, "nl") for row in table.rows for cell, column in zip(row, table.columns, strict=True)]
    return seen


def test_what_the_clients_read_and_in_what_order() -> None:
    found = published(CLIENTS, fictitious())
    assert found.title.nl == "Voortgang van Waterrijk werkt (verzonnen)"
    assert found.subtitle.nl == "Stand op peildatum 2030-07-01 (verzonnen voorbeeld)"
    assert found.summary[0].nl == (
        "Van 4 van de 5 inspanningen is de voortgang gemeld (peildatum 2030-07-01), met 4 uitzonderingen: 2 rood en 2 oranje; "
        "niets gemeld is van 'Havendag houden'."
    )
    assert [section.title.nl for section in found.sections] == [
        "Uitzonderingen",
        "Hoe de doelen ervoor staan",
        "Alle inspanningen, op zeven aspecten",
        "Wat eraan komt",
        "Toelichting bij de rest",
        "Wat niet gemeld is",
    ]
    assert [section.title.nl for section in found.sections[0].sections] == [
        "✗ rood: planning van 'Loket voor werk openen'",
        "✗ rood: planning van 'Fietspad aanleggen'",
        "! oranje: financiën van 'Loket voor werk openen'",
        "! oranje: prestaties van 'Een bereikbare stad'",
    ]


def test_an_exception_tells_its_cause_consequence_and_measure_or_that_they_lack() -> None:
    first, second = published(CLIENTS, fictitious()).sections[0].sections[:2]
    assert [text.nl for text in first.paragraphs] == [
        "Slechter dan de vorige keer: toen oranje (2030-03-31).",
        "De huur ging niet door.",
        "Oorzaak: De eigenaar trok zich terug.",
        "Gevolg: Drie maanden later open.",
        "Maatregel: Het tweede pand wordt gehuurd.",
        "Gemeld door projectleider loket, 2030-06-30.",
    ]
    assert [text.nl for text in second.paragraphs[2:5]] == [f"{word}: niet gemeld, moet nog." for word in ("Oorzaak", "Gevolg", "Maatregel")]


def test_the_table_of_all_efforts_has_words_and_signs() -> None:
    (table, _) = published(CLIENTS, fictitious()).sections[2].tables
    assert [column.title.nl for column in table.columns] == [
        "naam", "onderdeel van", "datum", "prestaties", "planning", "kwaliteit", "financiën", "risico's", "stakeholders", "ontwikkelingen", "als geheel",
    ]  # fmt: skip
    shown = [tuple(cell_text(cell, column, "nl") for cell, column in zip(row, table.columns, strict=True)) for row in table.rows]
    assert shown[0] == (
        "Loket voor werk openen", "", "2030-06-30", "✓ groen", "✗ rood", "✓ groen", "! oranje", "✓ groen", "✓ groen", "? onbekend", "✗ rood",
    )  # fmt: skip
    assert shown[1][:2] == ("Balie inrichten", "Loket voor werk openen")
    assert len(shown) == 7


@pytest.mark.parametrize("sort", BOTH)
def test_a_colour_never_stands_without_its_sign(sort: PublicationType) -> None:
    for section in sections(published(sort, fictitious())):
        for table in section.tables:
            for column in table.columns:
                for code, word in (column.words or {}).items():
                    if column.words is not None and "red" in column.words:
                        assert word.nl == f"{SIGNS[code]} {STATE_WORDS[code].nl}"
    assert len(set(SIGNS.values())) == len(SIGNS) == len(STATE_WORDS)


def test_the_council_sees_every_exception_but_no_names_and_no_amounts() -> None:
    found = published(COUNCIL, fictitious())
    assert [section.title.nl for section in found.sections] == ["De hoofddoelen", "Waar het afwijkt", "Wat eraan komt", "Wat niet gemeld is"]
    assert [one.title for one in found.sections[1].sections] == [one.title for one in published(CLIENTS, fictitious()).sections[0].sections]
    seen = "\n".join(texts(found))
    for left_out in ("projectleider", "opleider", "programmamanager", "20.000", "hoger dan begroot", "duurder"):
        assert left_out not in seen
        assert left_out in "\n".join(texts(published(CLIENTS, fictitious())))
    assert [row[0] for row in found.sections[0].tables[0].rows] == ["Meer mensen aan het werk", "Een bereikbare stad"]


@pytest.mark.parametrize("sort", BOTH)
def test_what_was_not_reported_is_told(sort: PublicationType) -> None:
    last = published(sort, fictitious()).sections[-1]
    assert [text.nl for text in last.paragraphs] == [
        "Wat hier staat kan goed gaan of slecht: het is niet gemeld.",
        "Over 4 van de 5 doelen zelf is niets gemeld.",
    ]
    silent, dropped = last.tables
    assert [row[0] for row in silent.rows] == ["Fietspad aanleggen", "Havenplan maken", "Havendag houden"]
    assert [row[:2] for row in dropped.rows] == [("Fietspad aanleggen", "finance")]


@pytest.mark.parametrize("sort", BOTH)
def test_a_report_without_a_reference_date_says_so(sort: PublicationType) -> None:
    found = published(sort, network_of("inspanningen: {a: A}\nvoortgang: {p: {van: a, aspecten: {planning: {status: groen}}}}"))
    assert found.subtitle.nl == "Zonder peildatum: van alles telt de laatste melding"
    assert any(text == "Niets is op rood of oranje gemeld. Over wat niet gemeld is zegt dat niets." for text in texts(found))


@pytest.mark.parametrize("sort", BOTH)
def test_a_model_without_reports_has_no_such_report(sort: PublicationType) -> None:
    assert not sort.applies(load("models/din.yaml", Folder(ROOT)).network)
    assert sort.applies(fictitious())
    assert published(sort, network_of("model: leeg")).summary[0].nl == "Er zijn geen inspanningen en er is niets gemeld."
    asked = published(sort, load("models/din.yaml", Folder(ROOT)).network)
    assert [section.title.nl for section in asked.sections] == ["Wat niet gemeld is"]
    assert len(asked.sections[0].tables[0].rows) == 15


@pytest.mark.parametrize("sort", BOTH)
def test_both_languages_are_whole(sort: PublicationType) -> None:
    found = published(sort, fictitious())
    for text in (found.title, found.subtitle, *found.summary, *found.notes, *(section.title for section in sections(found))):
        assert text.nl.strip()
        assert text.en.strip()
        assert text.nl != text.en
