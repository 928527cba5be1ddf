"""Every figure of the shipped models, read a second time from the documents: a wrong, a missing or an invented one cannot pass.

The lists were made by going through each document sentence by sentence, and only then compared with what the public API gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import pytest

from content_support import BESIDE, OWN, network, number_words, numbers, section, told, values
from dinkit.model.numbers import Amount
from dinkit.model.records import Indicator, Measurement, Result
from dinkit.model.values import Quantity


class Figure(NamedTuple):
    """One number of a document, with all that says what it means; dates as the file writes them."""

    element: str
    value: str
    unit: str | None
    qualifier: str | None
    date: str
    counting: str
    standing: str
    place: str


IN_CONTRACT = [
    # § 3: one target at each operational goal that has a number
    Figure("indicator-ontwikkeling-bijstand", "1.22", "%", None, "2022", "-", "target", "3"),
    Figure("indicator-bijstandsdossiers", "2200", "dossiers", None, "2022", "-", "target", "3"),
    Figure("indicator-terugval-bijstand", "20", "mensen", None, "2022", "-", "target", "3"),
    Figure("indicator-maatschappelijke-inzet", "70", "%", None, "2022", "-", "target", "3"),
    Figure("indicator-banen", "4000", "banen", None, "2022", "-", "target", "3"),
    Figure("indicator-ondernemersklimaat", "7", "rapportcijfer", None, "2022", "-", "target", "3"),
    # § 1 and § 2: the city as it is
    Figure("meting-bijstandshuishoudens-start-college", "2850", "huishoudens", None, "unknown", "-", "measured", "1"),
    Figure("meting-banen-contract", "42000", "banen", None, "unknown", "-", "measured", "2"),
    Figure("meting-bedrijven-contract", "4500", "bedrijven", None, "unknown", "-", "measured", "2"),
    # § 3.1.3: what was reached before
    Figure("resultaat-week-van-de-logistiek-2018", "50", "deelnemers", "about", "2018", "in_period", "realised", "3.1.3/5 ad 3"),
    Figure("resultaat-clienten-stadsbank", "1000", "cliënten per jaar", "about", "unknown", "in_period", "realised", "3.1.3/2 ad 3"),
]

IN_2019 = [
    # I/1: the labour market
    Figure("resultaat-werkfit-uitstroom", "47", "%", None, "2019", "cumulative", "realised", "I/1"),
    Figure("resultaat-move2social-2019", "8", "ondernemers", None, "2019", "in_period", "realised", "I/1"),
    Figure("resultaat-roz-advies-2019", "84", "ondernemers", None, "2019-Q3", "in_period", "realised", "I/1"),
    Figure("resultaat-roz-starters-2019", "43", "starters", None, "2019-Q3", "at_moment", "realised", "I/1"),
    Figure("resultaat-startersbijeenkomsten-2019", "3", "bijeenkomsten", None, "2019-najaar", "in_period", "realised", "I/1"),
    Figure("resultaat-startersbijeenkomsten-deelnemers-2019", "250", "deelnemers", "about", "2019-najaar", "in_period", "realised", "I/1"),
    # I/2: debts
    Figure("resultaat-schuldenlab-projecten-2019", "5", "projecten", None, "2019", "at_moment", "realised", "I/2"),
    Figure("resultaat-doorbraakmethode-gezinnen", "375", "gezinnen", None, "2019", "unknown", "unknown", "I/2"),
    Figure("resultaat-schuldenspecialisten-fte", "4", "fte", None, "2019", "at_moment", "realised", "I/2"),
    # I/4: participation
    Figure("resultaat-garantiebanen-2019", "50", "inwoners", None, "2019", "in_period", "realised", "I/4"),
    Figure("resultaat-garantiebanen-januari-2019", "104", "inwoners", None, "2019-01", "at_moment", "realised", "I/4"),
    Figure("resultaat-taaleis-onderzocht", "616", "inwoners", None, "2019", "cumulative", "realised", "I/4"),
    Figure("resultaat-taaleis-aangemeld-2019", "18", "uitkeringsgerechtigden", None, "2019", "in_period", "realised", "I/4"),
    Figure("resultaat-taaleis-trajecten-2019", "103", "trajecten", None, "2019-12", "at_moment", "realised", "I/4"),
    Figure("resultaat-taaleis-nog-in-beeld", "80", "uitkeringsgerechtigden", None, "2019-12-31", "at_moment", "realised", "I/4"),
    # I/5: technology and logistics
    Figure("resultaat-high-tech-bedrijven-2019", "12", "bedrijven", None, "2019", "at_moment", "realised", "I/5"),
    Figure("resultaat-high-tech-festival-2019", "2500", "bezoekers", None, "2019", "in_period", "realised", "I/5"),
    Figure("resultaat-loxbox-2019", "800", "scholieren", None, "2019", "in_period", "realised", "I/5"),
    Figure("resultaat-studentenquiz-2019", "125", "deelnemers", None, "2019", "in_period", "realised", "I/5"),
    Figure("resultaat-scholierenquiz-2019", "1000", "scholieren", None, "2019", "in_period", "realised", "I/5"),
    Figure("resultaat-week-van-de-logistiek-2019", "78", "inwoners", None, "2019-W11", "in_period", "realised", "I/5"),
    Figure("resultaat-week-van-de-logistiek-bustocht-2019", "33", "inwoners", None, "2019-W11", "in_period", "realised", "I/5"),
    # I/7: enforcement
    Figure("resultaat-onderzoeken-rechtmatigheid-2019", "527", "onderzoeken", None, "2019", "in_period", "realised", "I/7"),
    Figure("resultaat-onderzoeken-buitenland-2019", "477", "onderzoeken", None, "2019", "in_period", "realised", "I/7"),
    # II: the ranking of logistics places, account managers, events
    Figure("indicator-logistieke-hotspot", "3", "plaats", "at_most", "unknown", "-", "target", "II/1"),
    Figure("meting-logistieke-hotspot-2018", "9", "plaats", None, "2018", "-", "measured", "II/1"),
    Figure("meting-logistieke-hotspot-2019", "8", "plaats", None, "2019", "-", "measured", "II/1"),
    Figure("resultaat-accountmanagers-erbij", "2", "accountmanagers", None, "unknown", "-", "planned", "II/2"),
    Figure("resultaat-historisch-festival-2019", "35000", "bezoekers", None, "2019", "in_period", "realised", "II/4"),
    Figure("resultaat-dela-beach-2019", "6000", "bezoekers", None, "2019", "in_period", "realised", "II/4"),
]

IN_2022 = [
    # I/1: the labour market
    Figure("resultaat-scholingscheques", "337", "scholingscheques", None, "2022", "cumulative", "realised", "I/1"),
    Figure("resultaat-begeleid-door-rmt", "40", "inwoners", None, "2022", "unknown", "realised", "I/1"),
    Figure("resultaat-deelnemers-werkfit", "49", "deelnemers", None, "2022", "in_period", "realised", "I/1"),
    Figure("resultaat-groepen-werkfit", "5", "groepen", None, "2022", "in_period", "realised", "I/1"),
    Figure("resultaat-deelnemers-heracles-werkt", "12", "jongeren", None, "2022", "in_period", "realised", "I/1"),
    # I/2: debts
    Figure("indicator-bewindvoering", "1150", "mensen", None, "2019", "-", "baseline", "I/2"),
    Figure("indicator-bewindvoering", "-15", "%", None, "2023", "-", "target", "I/2"),
    Figure("resultaat-signalen-een-achterstand", "350", "huishoudens per maand", "about", "2022", "in_period", "realised", "I/2"),
    Figure("resultaat-signalen-meer-achterstanden", "40", "huishoudens per maand", "about", "2022", "in_period", "realised", "I/2"),
    # I/3: participation
    Figure("resultaat-garantiebanen", "181", "inwoners", None, "2022", "in_period", "realised", "I/3"),
    # I/4: technology
    Figure("resultaat-basisscholen-techniekles", "7", "basisscholen", None, "2022", "in_period", "realised", "I/4"),
    Figure("resultaat-leerlingen-techniekles", "250", "leerlingen", None, "2022", "in_period", "realised", "I/4"),
    Figure("resultaat-hightech-coded-game", "342", "leerlingen", None, "2022", "in_period", "realised", "I/4"),
    Figure("resultaat-open-bedrijven", "4", "bedrijven", None, "2022-05", "in_period", "realised", "I/4"),
    Figure("resultaat-bezoekers-open-dag", "5000", "bezoekers", "over", "2022-05", "in_period", "realised", "I/4"),
    Figure("resultaat-bedrijven-week-van-de-techniek", "40", "bedrijven", "more_than", "2022-W44", "in_period", "realised", "I/4"),
    Figure("resultaat-teams-hettrix", "4", "teams", None, "2022", "at_moment", "realised", "I/4"),
    # I/6: enforcement
    Figure("resultaat-personen-naar-ibf", "50", "personen", None, "2022", "in_period", "realised", "I/6"),
    Figure("resultaat-onroerend-goed-buitenland", "3", "personen", None, "2022", "in_period", "realised", "I/6"),
    Figure("resultaat-landen-onderzocht", "6", "landen", None, "2022", "in_period", "realised", "I/6"),
    # I/7: work in return
    Figure("resultaat-gesprekken-tegenprestatie", "1200", "inwoners", "over", "2022", "cumulative", "realised", "I/7"),
    Figure("resultaat-activiteiten-tegenprestatie", "700", "inwoners", "over", "2022", "in_period", "realised", "I/7"),
    # II/1: roads and harbours
    Figure("indicator-logistieke-hotspot", "3", "plaats", "at_most", "unknown", "-", "target", "II/1"),
    Figure("resultaat-parkeerplaatsen-twentepoort", "15", "parkeerplaatsen", None, "2022", "in_period", "realised", "II/1"),
    # II/2: services to entrepreneurs
    Figure("resultaat-bezochte-ondernemers", "210", "ondernemers", None, "2022", "in_period", "realised", "II/2"),
    Figure("resultaat-kandidaten-sroi", "106", "kandidaten", None, "2022", "in_period", "realised", "II/2"),
    Figure("resultaat-banenmarkten", "6", "banenmarkten", None, "2022", "in_period", "realised", "II/2"),
    Figure("resultaat-netwerkbijeenkomsten", "6", "bijeenkomsten", None, "2022", "in_period", "realised", "II/2"),
    Figure("resultaat-kunststofpodium", "1", "kunststofpodium", None, "2022", "in_period", "realised", "II/2"),
    Figure("resultaat-lezers-nieuwsbrief", "1600", "ondernemers per kwartaal", None, "2022", "at_moment", "realised", "II/2"),
    # II/3: business parks
    Figure("indicator-grootte-xl-park-2", "75", "ha", None, "unknown", "-", "target", "II/3"),
    Figure("resultaat-uitbreidingsvraag-laag", "41", "ha", "at_least", "2035", "cumulative", "expected", "II/3"),
    Figure("resultaat-uitbreidingsvraag-hoog", "48", "ha", "at_most", "2035", "cumulative", "expected", "II/3"),
    # II/5: small businesses
    Figure("resultaat-intakes-starters", "63", "starters", None, "2022", "in_period", "realised", "II/5"),
    Figure("resultaat-doorgestroomde-starters", "16", "starters", None, "2022", "in_period", "realised", "II/5"),
    Figure("resultaat-begeleide-ondernemers", "6", "ondernemers", None, "2022", "in_period", "realised", "II/5"),
    Figure("resultaat-bijeenkomsten-starters", "2", "bijeenkomsten", None, "2022", "in_period", "realised", "II/5"),
]

IN_HENGELO = [
    Figure("indicator-bedrijfscontacten", "6500", "bedrijfscontacten", None, "2017", "-", "target", "Beleidsindicatoren rij 1"),
    Figure("indicator-bedrijfscontacten", "6500", "bedrijfscontacten", None, "2018", "-", "target", "Beleidsindicatoren rij 1"),
    Figure("indicator-bedrijfsbezoeken", "550", "bedrijfsbezoeken", None, "2017", "-", "target", "Beleidsindicatoren rij 1"),
    Figure("indicator-bedrijfsbezoeken", "550", "bedrijfsbezoeken", None, "2018", "-", "target", "Beleidsindicatoren rij 1"),
    Figure("indicator-reintegratietrajecten", "300", "trajecten", None, "2017", "-", "target", "Beleidsindicatoren rij 2"),
    Figure("indicator-reintegratietrajecten", "330", "trajecten", None, "2018", "-", "target", "Beleidsindicatoren rij 2"),
    Figure("indicator-uitstroom-naar-werk", "272", None, None, "2017", "-", "target", "Beleidsindicatoren rij 3"),
    Figure("indicator-uitstroom-naar-werk", "332", None, None, "2018", "-", "target", "Beleidsindicatoren rij 3"),
    Figure("indicator-uitstroom-overig", "465", None, None, "2017", "-", "target", "Beleidsindicatoren rij 4"),
    Figure("indicator-uitstroom-overig", "465", None, None, "2018", "-", "target", "Beleidsindicatoren rij 4"),
    Figure("indicator-huishoudens-laag-inkomen", "17.3", "%", None, "2018", "-", "target", "Beleidsindicatoren rij 5"),
    Figure("indicator-banenafspraak", "25", "banen", None, "2018", "-", "target", "Werkgelegenheid"),
]

FIGURES = {"din": IN_CONTRACT, "almelo-2019": IN_2019, "almelo-2022": IN_2022, "hengelo-2018": IN_HENGELO}
ROWS = [pytest.param(model, row, id=f"{model} {row.element} {row.value} {row.date}") for model, rows in FIGURES.items() for row in rows]


def quantities(model: str) -> Iterator[tuple[Figure, Quantity]]:
    """Every number that a model gives from its own document."""
    for element, field, quantity in values(model):
        places = quantity.source or element.source
        if not isinstance(quantity, Quantity) or not isinstance(quantity.value, Amount) or OWN[model] not in {one.split()[0] for one in places}:
            continue
        counting, standing, date = "-", "target" if field == "targets" else "baseline", quantity.date
        if isinstance(element, Result):
            counting, standing, date = element.counting or "-", element.standing or "-", element.date
        elif isinstance(element, Measurement):
            standing, date = "measured", element.date
        else:
            assert isinstance(element, Indicator)
        own = [one.partition(" § ")[2] for one in places if one.startswith(OWN[model])]
        number = f"{quantity.value.value:f}"
        yield Figure(element.id, number, quantity.unit, quantity.qualifier, told(date), counting, standing, own[0]), quantity


@pytest.mark.parametrize("model", FIGURES)
def test_the_figures_of_a_model_are_those_of_its_document(model: str) -> None:
    assert sorted(map(str, (figure for figure, _ in quantities(model)))) == sorted(map(str, FIGURES[model]))


def test_there_is_something_to_compare() -> None:
    assert {model: len(rows) for model, rows in FIGURES.items()} == {"din": 11, "almelo-2019": 30, "almelo-2022": 37, "hengelo-2018": 12}


@pytest.mark.skipif(not BESIDE, reason="the source documents are not beside this checkout")
@pytest.mark.parametrize(("model", "row"), ROWS)
def test_a_figure_stands_in_the_section_that_it_names(model: str, row: Figure) -> None:
    text = section(f"{OWN[model]} § {row.place}")
    glued = re.findall(r"(?<![0-9])([0-9]{3})([0-9]{3})(?![0-9])", text)
    assert abs(Decimal(row.value)) in {*numbers(text), *number_words(text), *(Decimal(cell) for pair in glued for cell in pair)}


# What a figure counts of a larger whole: id -> a word of it. What counts all there is has no group.
GROUPS = {
    "almelo-2019": {
        "resultaat-werkfit-uitstroom": "gestarte",
        "resultaat-roz-starters-2019": "mogelijke",
        "resultaat-garantiebanen-2019": "arbeidsbeperking",
        "resultaat-garantiebanen-januari-2019": "arbeidsbeperking",
        "resultaat-high-tech-festival-2019": "ouders",
        "resultaat-loxbox-2019": "middelbare",
        "resultaat-studentenquiz-2019": "hbo en wo",
        "resultaat-scholierenquiz-2019": "bovenbouw havo en vwo",
        "resultaat-week-van-de-logistiek-bustocht-2019": "van de 78",
        "resultaat-onderzoeken-buitenland-2019": "van de 527",
    },
    "almelo-2022": {
        "resultaat-scholingscheques": "Almeloërs",
        "resultaat-deelnemers-heracles-werkt": "uitkering",
        "resultaat-signalen-een-achterstand": "één achterstand",
        "resultaat-signalen-meer-achterstanden": "2 of meer achterstanden",
        "resultaat-garantiebanen": "garantiebaan",
        "resultaat-leerlingen-techniekles": "basisschool",
        "resultaat-hightech-coded-game": "4-HAVO en 4-VWO met een N-profiel",
        "resultaat-onroerend-goed-buitenland": "mogelijk",
        "resultaat-landen-onderzocht": "naast vier",
        "resultaat-kandidaten-sroi": "contracten",
        "resultaat-uitbreidingsvraag-laag": "Almelose bedrijven",
        "resultaat-uitbreidingsvraag-hoog": "Almelose bedrijven",
        "resultaat-intakes-starters": "intakegesprek",
        "resultaat-doorgestroomde-starters": "van de 63",
        "resultaat-begeleide-ondernemers": "pas gestart",
    },
}


@pytest.mark.parametrize("model", GROUPS)
def test_a_part_of_a_count_says_of_what(model: str) -> None:
    given = {one.id: one.value.group for one in network(model).of(Result) if one.value is not None and one.value.group}
    assert set(given) == set(GROUPS[model])
    assert [one for one, word in GROUPS[model].items() if word not in given[one]] == []


def test_since_when_cumulative_counts_run() -> None:
    found = {one.id: told(one.since) for model in FIGURES for one in network(model).of(Result) if one.counting == "cumulative"}
    assert found == {
        "resultaat-werkfit-uitstroom": "-",
        "resultaat-taaleis-onderzocht": "-",
        "resultaat-scholingscheques": "unknown",
        "resultaat-scholingscheques-vergeleken": "unknown",
        "resultaat-gesprekken-tegenprestatie": "2021",
        "resultaat-uitbreidingsvraag-laag": "unknown",
        "resultaat-uitbreidingsvraag-hoog": "unknown",
    }


def test_relative_targets_say_against_what() -> None:
    found = {one.id: target for model in FIGURES for one in network(model).of(Indicator) for target in one.targets if target.base_year is not None}
    against = {name: (target.base_year, target.relative_to) for name, target in found.items()}
    assert against == {"indicator-banen": (2016, "aantal banen in 2016"), "indicator-bewindvoering": (2019, "het aantal begin 2019")}
