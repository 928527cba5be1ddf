"""The shipped model of Almelo's programme contract: complete, its figures with their places, and in our own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from dinkit.model.numbers import Amount
from dinkit.model.records import Effort, Goal, Indicator, Source
from dinkit.model.values import Money, Quantity
from dinkit.network import Network
from dinkit.reading.load import Loaded, load
from dinkit.source import Folder

ROOT = Path(__file__).parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"
MOST_EQUAL_WORDS = 12
SHIPPED = ("models/*.yaml", "din/**/*.yaml", "docs/**/*.md", "README.md", "CHANGELOG.md", "src/**/*.py", "src/**/*.md")


@pytest.fixture(scope="module")
def almelo() -> Loaded:
    return load("models/din.yaml", Folder(ROOT))


@pytest.fixture(scope="module")
def network(almelo) -> Network:
    return almelo.network


def test_it_reads_without_any_finding(almelo):
    assert almelo.findings == ()
    assert almelo.network.flaws == ()
    assert almelo.network.damaged == frozenset()
    assert almelo.network.complete


def test_the_goal_tree_is_whole(network):
    levels = [network.level(goal.id) for goal in network.of(Goal)]
    assert {level: levels.count(level) for level in ("main", "sub", "operational")} == {"main": 2, "sub": 5, "operational": 7}


def test_all_efforts_and_sub_efforts_are_there(network):
    nested = [effort.id for effort in network.of(Effort) if network.parent(effort.id) is not None]
    assert sum(1 for _ in network.of(Effort)) - len(nested) == 15
    assert len(nested) == 37


MONEY = [
    ("schuldenlab", 200_000, "expense", None, "contract § 3.1.3/2 ad 1"),
    ("vroeg-er-op-af", 150_000, "expense", None, "contract § 3.1.3/2 ad 2"),
    ("inrichten-ondernemersloket", 200_000, "expense", None, "contract § 3.1.5/2 ad 1"),
    ("professioneel-accountmanagement", 250_000, "expense", None, "contract § 3.1.5/2 ad 2"),
    ("evenementen-en-stadspromotie", 675_000, "contribution", None, "contract § 3.1.5/4 ad 1"),
    ("activiteiten-binnenstad", 120_000, "contribution", "about", "contract § 3.1.5/4 ad 2"),
    ("economie-en-participatie", 1_500_000, "ceiling", None, "contract § 10"),
]


@pytest.mark.parametrize(("element", "euros", "kind", "qualifier", "place"), MONEY)
def test_amounts_stand_with_their_place(network, element, euros, kind, qualifier, place):
    amounts: list[Money] = [one for one in network.elements[element].money if isinstance(one.amount, Amount)]
    found = [one for one in amounts if one.amount.value == euros]
    assert len(found) == 1
    assert (found[0].type, found[0].qualifier) == (kind, qualifier)
    assert found[0].amount.unit == "€"
    assert place in found[0].source


TARGETS = [
    ("indicator-ontwikkeling-bijstand", "1.22", "%", None),
    ("indicator-bijstandsdossiers", "2200", "dossiers", None),
    ("indicator-terugval-bijstand", "20", "mensen", None),
    ("indicator-maatschappelijke-inzet", "70", "%", "participatie"),
    ("indicator-banen", "4000", "banen", None),
    ("indicator-ondernemersklimaat", "7", "rapportcijfer", None),
]


@pytest.mark.parametrize(("indicator", "number", "unit", "group"), TARGETS)
def test_targets_stand_with_their_year_and_place(network, indicator, number, unit, group):
    target = _target(network, indicator, 0)
    assert isinstance(target.value, Amount)
    assert target.value.value == Decimal(number)
    assert (target.unit, target.date.text) == (unit, "2022")
    assert target.group is None if group is None else group in target.group
    assert "contract § 3" in target.source


def test_what_is_no_plain_number_stays_what_it_is(network):
    assert _target(network, "indicator-maatschappelijke-inzet", 1).value == "pm"
    assert "zorgbehoevenden" in _target(network, "indicator-maatschappelijke-inzet", 1).group
    assert _target(network, "indicator-spanning-arbeidsmarkt", 0).value == "gemiddeld"
    assert "gemiddeld" in network.elements["indicator-spanning-arbeidsmarkt"].scale
    assert _target(network, "indicator-banen", 0).base_year == 2016


def test_every_place_names_a_registered_source(network):
    sources = {source.id for source in network.of(Source)}
    places = [place for element in network.elements.values() for place in element.source]
    places += [place for relation in network.relations for place in relation.places]
    assert len(places) > 200
    assert {place.split()[0] for place in places} <= sources


def _target(network: Network, indicator: str, index: int) -> Quantity:
    element = network.elements[indicator]
    assert isinstance(element, Indicator)
    return element.targets[index]


def _words(text: str) -> Iterator[re.Match[str]]:
    """Words in small letters; what stands between them does not count."""
    return re.finditer(r"\w+", text.casefold())


def _runs(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every run of as many words as may not be equal, with the offset of its first word."""
    words = list(_words(text))
    for first in range(len(words) - MOST_EQUAL_WORDS + 1):
        run = words[first : first + MOST_EQUAL_WORDS]
        yield tuple(word[0] for word in run), run[0].start()


def test_runs_ignore_case_and_punctuation():
    one = "Een, twee drie vier vijf zes zeven acht negen tien elf twaalf."
    other = "een twee (drie) vier\nvijf zes zeven acht - negen tien elf TWAALF dertien"
    assert {run for run, _ in _runs(one)} <= {run for run, _ in _runs(other)}
    assert list(_runs("Een twee drie vier vijf zes zeven acht negen tien elf")) == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the source documents are not beside this checkout")
def test_no_sentence_of_a_source_is_shipped():
    runs = {run for seed in sorted(SEEDS.glob("*.txt")) for run, _ in _runs(seed.read_text(encoding="utf-8", errors="replace"))}
    assert len(runs) > 10_000
    copied = []
    for path in sorted({path for pattern in SHIPPED for path in ROOT.glob(pattern)}):
        text = path.read_text(encoding="utf-8")
        lines = {text.count("\n", 0, offset) + 1 for run, offset in _runs(text) if run in runs}
        copied += [f"{path.relative_to(ROOT)}:{line}" for line in sorted(lines)]
    assert copied == []
