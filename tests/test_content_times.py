"""When: every result, planning, term and decision of the three later documents that is not simply of the year of its document."""

from __future__ import annotations

import pytest

from content_support import OWN, network, told, values
from dinkit.model.records import Decision, Result
from dinkit.model.values import Planning

CONTRACT, REPORT_2019, REPORT_2022, HENGELO = "din", "almelo-2019", "almelo-2022", "hengelo-2018"

# Every result that was not simply reached in the year of its report: id -> (type, date, standing, place).
OTHERWISE = {
    REPORT_2019: {
        "resultaat-skills-methodiek-2020": ("output", "2020", "planned", "I/1"),
        "resultaat-werkfit-uitstroom-hoger": ("outcome", "unknown", "expected", "I/1"),
        "resultaat-werkfit-2020": ("output", "2020", "planned", "I/1"),
        "resultaat-roz-advies-2019": ("output", "2019-Q3", "realised", "I/1"),
        "resultaat-roz-starters-2019": ("output", "2019-Q3", "realised", "I/1"),
        "resultaat-startersbijeenkomsten-2019": ("output", "2019-najaar", "realised", "I/1"),
        "resultaat-startersbijeenkomsten-deelnemers-2019": ("output", "2019-najaar", "realised", "I/1"),
        "resultaat-schuldenlab-start": ("start", "2019-06-19", "realised", "I/2"),
        "resultaat-doorbraakmethode-gezinnen": ("output", "2019", "unknown", "I/2"),
        "resultaat-schuldenspecialisten-in-wijkteam": ("start", "2020", "planned", "I/2"),
        "resultaat-convenant-bewindvoering": ("completion", "2020", "expected", "I/2"),
        "resultaat-raad-bijgepraat-juni": ("output", "2019-06", "realised", "I/4"),
        "resultaat-raad-bijgepraat-december": ("output", "2019-12", "realised", "I/4"),
        "resultaat-garantiebanen-januari-2019": ("output", "2019-01", "realised", "I/4"),
        "resultaat-taaleis-trajecten-2019": ("output", "2019-12", "realised", "I/4"),
        "resultaat-taaleis-nog-in-beeld": ("unknown", "2019-12-31", "realised", "I/4"),
        "resultaat-week-van-de-logistiek-2019": ("output", "2019-W11", "realised", "I/5"),
        "resultaat-week-van-de-logistiek-bustocht-2019": ("output", "2019-W11", "realised", "I/5"),
        "resultaat-week-van-de-logistiek-2020": ("output", "2020", "planned", "I/5"),
        "resultaat-heronderzoek-hele-bestand": ("output", "unknown", "planned", "I/7"),
        "resultaat-verordening-tegenprestatie-van-kracht": ("completion", "2020-Q1", "expected", "I/8"),
        "resultaat-prestatieovereenkomst-ondertekend": ("completion", "unknown", "realised", "I/9"),
        "resultaat-onderzoek-woningvoorraad-gereed": ("completion", "2020-H1", "expected", "I/9"),
        "resultaat-conclusies-in-woonvisie": ("output", "unknown", "planned", "I/9"),
        "resultaat-minder-uitgaven-2020": ("outcome", "2020", "expected", "I/10"),
        "resultaat-maatregelen-minimabeleid-2020": ("output", "2020-Q1", "planned", "I/10"),
        "resultaat-kanaal-en-sluis-gereed": ("completion", "2022", "expected", "II/1"),
        "resultaat-kade-buitenhaven-2020": ("start", "2020", "planned", "II/1"),
        "resultaat-a1-start-2020": ("start", "2020", "expected", "II/1"),
        "resultaat-talking-traffic-2020": ("start", "2020", "expected", "II/1"),
        "resultaat-regiodeal-gesloten": ("completion", "2019-07", "realised", "II/1"),
        "resultaat-kade-xl-businesspark": ("output", "unknown", "planned", "II/1"),
        "resultaat-ondernemersloket-gelanceerd": ("completion", "2019-11-15", "realised", "II/2"),
        "resultaat-accountmanagers-erbij": ("output", "unknown", "planned", "II/2"),
        "resultaat-afspraken-deprogrammeren": ("completion", "2019-12", "realised", "II/3"),
        "resultaat-onderzoek-kavels-uitkomst": ("completion", "unknown", "expected", "II/3"),
        "resultaat-juryrapport-evenementenstad": ("outcome", "unknown", "realised", "II/4"),
        "resultaat-verantwoording-stadsfonds": ("completion", "2020-Q1", "expected", "II/4"),
        "resultaat-havenkom-gerealiseerd": ("completion", "unknown", "realised", "II/4"),
        "resultaat-inkoopbeleid-uitwerking-2020": ("output", "2020", "planned", "II/5"),
        "resultaat-inkoopkalender-2020": ("completion", "2020", "expected", "II/5"),
        "resultaat-aanbestedingen-sociale-media": ("output", "unknown", "planned", "II/5"),
    },
    REPORT_2022: {
        "resultaat-uitvoeringsplan-rmt": ("completion", "2021-H2", "planned", "I/1"),
        "resultaat-effect-bewindvoering": ("outcome", "unknown", "expected", "I/2"),
        "resultaat-running-diner": ("output", "2022-04", "realised", "I/4"),
        "resultaat-open-bedrijven": ("output", "2022-05", "realised", "I/4"),
        "resultaat-bezoekers-open-dag": ("output", "2022-05", "realised", "I/4"),
        "resultaat-bedrijven-week-van-de-techniek": ("output", "2022-W44", "realised", "I/4"),
        "resultaat-start-hettrix": ("start", "2023", "expected", "I/4"),
        "resultaat-besluit-wet-bmgp": ("completion", "2021-H2", "planned", "I/5"),
        "resultaat-presentatie-wet-bmgp": ("output", "2021-09-28", "realised", "I/5"),
        "resultaat-wijkanalyses": ("completion", "2022-H2", "realised", "I/5"),
        "resultaat-instrumentenkoffer": ("start", "unknown", "realised", "I/5"),
        "resultaat-verordening-tegenprestatie": ("completion", "2020-09", "realised", "I/7"),
        "resultaat-invoering-tegenprestatie": ("completion", "2021", "realised", "I/7"),
        "resultaat-meer-beroep-bijzondere-bijstand": ("outcome", "unknown", "expected", "I/8"),
        "resultaat-wasservice": ("completion", "2021", "realised", "I/8"),
        "resultaat-kinderopvang-medische-indicatie": ("completion", "2021", "realised", "I/8"),
        "resultaat-eerdere-aanpassingen-minima": ("completion", "unknown", "realised", "I/8"),
        "resultaat-vervolg-kanaal": ("output", "2023", "expected", "II/1"),
        "resultaat-start-bouw-kade": ("start", "2023-W09", "planned", "II/1"),
        "resultaat-doorontwikkeling-loket": ("output", "2023", "expected", "II/2"),
        "resultaat-rapport-grootschalige-kavels": ("completion", "unknown", "realised", "II/3"),
        "resultaat-voorkeursrecht-xl-2": ("completion", "unknown", "realised", "II/3"),
        "resultaat-afstemming-xl-2": ("completion", "2022", "planned", "II/3"),
        "resultaat-voorbereidingskrediet-xl-2": ("completion", "2022-11-01", "realised", "II/3"),
        "resultaat-omgevingsplan-xl-2": ("completion", "2024", "planned", "II/3"),
        "resultaat-uitbreidingsvraag-laag": ("unknown", "2035", "expected", "II/3"),
        "resultaat-uitbreidingsvraag-hoog": ("unknown", "2035", "expected", "II/3"),
        "resultaat-zoeken-uitbreidingslocaties": ("start", "2023", "planned", "II/3"),
        "resultaat-conceptcijfers-vraag": ("unknown", "unknown", "expected", "II/3"),
        "resultaat-programmeringsafspraken": ("completion", "unknown", "expected", "II/3"),
        "resultaat-plan-van-aanpak-terreinen": ("completion", "2021-H2", "planned", "II/3"),
        "resultaat-doorloop-biz-bedrijvenpark-twente": ("output", "2023", "expected", "II/3"),
        "resultaat-ijsbaan-havenkom": ("output", "2022-12", "realised", "II/4"),
        "resultaat-regels-waterboulevard": ("completion", "2021", "realised", "II/4"),
        "resultaat-investeringsvoorstel-kanaal": ("completion", "unknown", "planned", "II/4"),
    },
    HENGELO: {
        "resultaat-afspraken-bedrijventerreinen": ("completion", "2017", "realised", "Economie"),
        "resultaat-proces-agenda-voor-twente": ("completion", "2017", "realised", "Economie"),
        "resultaat-identiteit-opgehaald": ("output", "2017", "realised", "Economie actie 6"),
        "resultaat-aanzuigende-werking-wtc": ("outcome", "unknown", "realised", "Economie"),
        "resultaat-aanzuigende-werking-wtc-2018": ("outcome", "2018", "expected", "Economie"),
        "resultaat-samenwerking-minima": ("output", "unknown", "realised", "Uitkeringen"),
        "resultaat-voorstel-kinderarmoede": ("completion", "2017-najaar", "planned", "Uitkeringen"),
        "resultaat-perspectiefjaar": ("outcome", "unknown", "expected", "Werkgelegenheid"),
    },
}
YEARS = {REPORT_2019: "2019", REPORT_2022: "2022", HENGELO: "2018"}
RESULTS = {REPORT_2019: 95, REPORT_2022: 103, HENGELO: 8}


@pytest.mark.parametrize("model", OTHERWISE)
def test_results_that_were_not_simply_reached_in_the_year(model: str) -> None:
    """All others say only that something was reached in the year of the report."""
    own = [one for one in network(model).of(Result) if one.source[0].startswith(f"{OWN[model]} § ")]
    assert len(own) == RESULTS[model]
    plain = [one for one in own if (told(one.date), one.standing) == (YEARS[model], "realised")]
    places = {one.id: one.source[0].partition(" § ")[2] for one in own}
    assert {one.id: (one.type, told(one.date), one.standing, places[one.id]) for one in own if one not in plain} == OTHERWISE[model]


def test_every_other_result_is_one_of_the_contract() -> None:
    contract = {one.id for one in network(CONTRACT).of(Result)}
    assert len(contract) == 5
    for model in OTHERWISE:
        others = {one.id for one in network(model).of(Result) if not one.source[0].startswith(f"{OWN[model]} § ")}
        assert others == (contract if model == REPORT_2019 else set())


# Every planning and term of a document that is not simply its year: id -> (start, end, recurrence), as the files write them.
PLANNED = {
    REPORT_2019: {
        "startersbijeenkomsten": ("2019-najaar", "2019-najaar", "-"),
        "werkfittraject-logistiek": ("2019", "unknown", "-"),
        "matching-aan-de-poort": ("-", "-", "continuous"),
        "onderzoek-woningvoorraad": ("2019", "2020-H1", "-"),
        "proef-talking-traffic": ("2020", "-", "-"),
    },
    REPORT_2022: {
        "twents-fonds-voor-vakmanschap": ("unknown", "2022", "-"),
        "week-van-de-logistiek": ("-", "-", "yearly"),
        "doorbraakmethode": ("2022", "-", "continuous"),
        "grip-op-bewindvoering": ("-", "2023", "-"),
        "inzet-p-instrumenten": ("2019", "2022", "-"),
        "uitvoeringskader-participatiewet": ("2019", "2022", "-"),
        "wijkgerichte-uitvoering": ("2020", "-", "-"),
        "week-van-de-techniek": ("2022-10-31", "2022-11-04", "-"),
        "innovatieplatform-heracles": ("2021", "2022", "-"),
        "invoering-wet-bmgp": ("2021-H2", "2021-H2", "-"),
        "wijkanalyses-en-wijkaanpak": ("unknown", "2022-H2", "-"),
        "onderzoek-buitenlands-vermogen": ("2020", "2022", "-"),
        "inzet-tegenprestatie": ("2021", "-", "-"),
        "verordening-tegenprestatie": ("2021", "-", "-"),
        "wasservice": ("2021", "-", "-"),
        "kinderopvang-medische-indicatie": ("2021", "-", "-"),
        "verbeteren-hoofdinfrastructuur": ("2021", "2024", "-"),
        "uitbreiding-xl-park": ("unknown", "2024", "-"),
        "revitalisering-en-verduurzaming": ("2021-H2", "unknown", "-"),
        "bedrijveninvesteringszones": ("2021-11", "-", "-"),
        "biz-bedrijvenpark-twente": ("2022", "unknown", "-"),
        "programmeringsafspraken-2023-2026": ("2023", "2026", "-"),
        "regelgeving-waterboulevard": ("2021", "-", "-"),
        "lokaal-inkoopbeleid": ("2021", "2021", "-"),
    },
    HENGELO: {
        "inzet-armoede-kinderen": ("2017-01-01", "-", "-"),
        "perspectiefjaar-jongeren": ("2018", "2020", "-"),
        "agenda-voor-twente": ("2018", "2022", "-"),
        "kadernota-2018-2021": ("2018", "2021", "-"),
        "armoedebeleid-2016-2020": ("2016", "2020", "-"),
        "beleidsplan-schuldhulpverlening": ("2016", "2020", "-"),
    },
}
DECIDED = {
    REPORT_2019: {"besluit-twee-accountmanagers": "2019"},
    REPORT_2022: {
        "besluit-verordening-tegenprestatie": "2020-09",
        "besluit-impuls-infrastructuur": "2019-11",
        "besluit-samenwerking-bedrijventerreinen": "2021-11",
        "besluit-definitiefase-xl-2": "unknown",
        "besluit-voorbereidingskrediet-xl-2": "2022-11-01",
        "besluit-motie-groen-en-blauw": "unknown",
    },
    HENGELO: {
        "besluit-vaststelling-armoedebeleid": "unknown",
        "besluit-geen-uitwerking-experiment": "2017-05-09",
        "besluit-inzet-twente-marketing": "unknown",
        "besluit-budget-perspectiefjaar": "unknown",
    },
}


@pytest.mark.parametrize("model", PLANNED)
def test_plannings_that_are_not_simply_the_year(model: str) -> None:
    source, year = f"{OWN[model]} § ", YEARS[model]
    own = [
        (element.id, one) for element, _, one in values(model) if isinstance(one, Planning) and (one.source or element.source)[0].startswith(source)
    ]
    found = {name: (told(one.start), told(one.end), one.recurrence or "-") for name, one in own}
    simple = {(year, year, "-"), (year, "-", "-"), ("unknown", "unknown", "-")}
    assert {name: planned for name, planned in found.items() if planned not in simple} == PLANNED[model]
    assert len(found) > len(PLANNED[model])


@pytest.mark.parametrize("model", DECIDED)
def test_when_was_decided(model: str) -> None:
    own = [one for one in network(model).of(Decision) if one.source[0].startswith(f"{OWN[model]} § ")]
    assert {one.id: told(one.date) for one in own} == DECIDED[model]
