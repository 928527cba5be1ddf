"""Editions: a model reads the one that it names before it, however that goes."""

from __future__ import annotations

import pytest

from dinkit.model.dates import parse_date
from dinkit.reading.load import Loaded, load
from dinkit.source import Memory

FIRST = "model: eerste\ndelen: [gedeeld.yaml]\ninspanningen: {loket: Loket, krant: Krant}\n"
SECOND = """\
model: tweede
vorige_editie: eerste.yaml
delen: [gedeeld.yaml]
inspanningen:
  loket: Balie
  weekblad: {naam: Weekblad, opvolger_van: [eerste/krant]}
"""
SHARED = "doelen: {banen: Meer banen}\n"


def loaded(path: str, **files: str) -> Loaded:
    return load(path, Memory({f"{name}.yaml": text for name, text in {"gedeeld": SHARED, **files}.items()}))


def told(result: Loaded) -> list[tuple[str, str, str]]:
    """Code, slug and place of each finding."""
    return [
        (one.code, one.slug, f"{one.location.file}:{one.location.span.line}:{one.location.span.column}-{one.location.span.end_column}")
        for one in result.findings
    ]


def test_the_previous_edition_stands_behind_the_network() -> None:
    result = loaded("tweede.yaml", eerste=FIRST, tweede=SECOND)
    assert told(result) == []
    network = result.network
    assert [edition.head.model for edition in network.editions()] == ["tweede", "eerste"]
    assert network.previous is not None
    assert (network.elements["loket"].name, network.previous.elements["loket"].name) == ("Balie", "Loket")
    assert [one[:3] for one in network.predecessors] == [("weekblad", "eerste", "krant")]
    assert [file.path for file in network.files] == ["tweede.yaml", "gedeeld.yaml"]


def test_the_path_runs_from_the_file_that_names_it() -> None:
    files = Memory({"modellen/b.yaml": "vorige_editie: ../oud/a.yaml\ndoelen: {a: A}\n", "oud/a.yaml": "model: a\ndoelen: {a: A}\n"})
    previous = load("modellen/b.yaml", files).network.previous
    assert previous is not None
    assert previous.head.model == "a"


@pytest.mark.parametrize(
    ("name", "finding"),
    [
        ("weg.yaml", ("DIN027", "edition-missing", "tweede.yaml:2:16-24")),
        ("../weg.yaml", ("DIN027", "edition-outside", "tweede.yaml:2:16-27")),
        ("/weg.yaml", ("DIN027", "edition-outside", "tweede.yaml:2:16-25")),
        ("oud\\weg.yaml", ("DIN027", "edition-slash", "tweede.yaml:2:16-28")),
        ("tweede.yaml", ("DIN028", "edition-cycle", "tweede.yaml:2:16-27")),
    ],
)
def test_an_edition_that_cannot_be_had_is_named_where_it_is_named(name: str, finding: tuple[str, str, str]) -> None:
    result = loaded("tweede.yaml", tweede=SECOND.replace("eerste.yaml", name))
    assert told(result) == [finding]
    assert result.network.previous is None
    assert list(result.network.elements) == ["loket", "weekblad", "banen"]


def test_a_circle_of_editions_is_told_where_it_closes() -> None:
    result = loaded("a.yaml", a="model: a\nvorige_editie: b.yaml\ndoelen: {x: X}\n", b="model: b\nvorige_editie: a.yaml\ndoelen: {x: X}\n")
    assert told(result) == [("DIN029", "edition-broken", "a.yaml:2:16-22")]
    assert [edition.head.model for edition in result.network.editions()] == ["a", "b"]
    assert told(loaded("b.yaml", b="vorige_editie: a.yaml\ndoelen: {x: X}\n", a="vorige_editie: a.yaml\ndoelen: {x: X}\n")) == [
        ("DIN029", "edition-broken", "b.yaml:1:16-22")
    ]


def test_a_broken_edition_is_one_warning_here() -> None:
    result = loaded("tweede.yaml", tweede=SECOND, eerste=FIRST.replace("{loket: Loket, krant: Krant}", "{loket: {naam: Loket, zomaar: 1}}"))
    assert told(result) == [("DIN029", "edition-broken", "tweede.yaml:2:16-27")]
    assert result.findings[0].message.nl.startswith("de vorige editie 'eerste.yaml' heeft zelf 1 fout(en)")
    assert result.findings[0].hint is not None
    assert result.findings[0].hint.nl == "controleer haar met 'dinkit validate eerste.yaml'"


def test_another_profile_and_the_same_id_are_told() -> None:
    other = loaded("tweede.yaml", tweede=SECOND, eerste=f"profiel: uitgebreid\n{FIRST}")
    assert [(one.code, one.message.nl) for one in other.findings] == [
        (
            "DIN029",
            "de vorige editie 'eerste.yaml' heeft een ander profiel (uitgebreid) dan dit model (klassiek); hun lagen zijn niet goed te vergelijken",
        )
    ]
    same = loaded("tweede.yaml", tweede=SECOND, eerste=FIRST.replace("eerste", "tweede"))
    assert told(same) == [("DIN029", "edition-same", "tweede.yaml:2:16-27")]


def test_another_reference_date_is_another_look_at_the_same_network() -> None:
    network = loaded("tweede.yaml", eerste=FIRST, tweede=f"peildatum: 2019\n{SECOND}").network
    seen = network.at(parse_date("2020-06"))
    assert (seen.head.reference_date, network.head.reference_date) == (parse_date("2020-06"), parse_date("2019"))
    assert seen.elements is network.elements
    assert seen.head.model == network.head.model
