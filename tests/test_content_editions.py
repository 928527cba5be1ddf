"""What stays the same thing from one edition of the programme to the next, what moved, and what is new or no longer named."""

from __future__ import annotations

import pytest

from content_support import network
from dinkit.model.records import Effort, Goal

CONTRACT, REPORT_2019, REPORT_2022, HENGELO = "din", "almelo-2019", "almelo-2022", "hengelo-2018"
FIRST, SECOND = "hier-wordt-gewerkt", "groeiende-economie"

# What the report over 2019 names that is no sub-effort in the contract.
NEW_IN_2019 = {
    "begeleiding-starters-roz", "bemiddeling-vrijwilligerswerk", "digitale-melding", "doorbraakmethode", "huis-van-de-logistiek",
    "individuele-inkomenstoeslag", "jaarplan-werkplein", "jongerenperspectieffonds", "matching-aan-de-poort", "onderzoek-buitenlands-vermogen",
    "onderzoek-grootschalige-kavels", "onderzoek-woningvoorraad", "proef-talking-traffic", "skills-twente", "startersbijeenkomsten",
    "toegang-in-de-wijken", "topwerklocaties", "turfpraam", "twente-move2social", "voorbereiding-biz-bornsestraat", "werkfittraject-logistiek",
}  # fmt: skip

# What the report over 2022 names for the first time.
NEW_IN_2022 = {
    "actieplan-dichterbij-dan-je-denkt", "almelo-doet-mee", "almelo-waterstad", "bijzondere-bijstand", "biz-bedrijvenpark-twente",
    "campagne-in-de-logistiek", "collectief-schuldregelen", "deelname-leerwerkloket", "deelname-mobiliteitsteam", "einde-bewind", "geldlessen",
    "heracles-werkt", "innovatieplatform-heracles", "invoering-wet-bmgp", "jeugd-heeft-de-toekomst", "kinderopvang-medische-indicatie",
    "leven-lang-ontwikkelen", "lokale-behoefte-bedrijventerreinen", "matchen-via-sroi", "nederlandse-schuldhulproute",
    "netwerkbijeenkomsten-ondernemers", "nieuwe-wetgeving-schulden", "ondernemerspeiling", "onderzoek-werk-en-schulden",
    "parkeerknelpunten-bedrijventerreinen", "parttime-werk", "regionale-programmeringsafspraken", "revitalisering-en-verduurzaming",
    "samenwerking-turfkade", "slim-investeren-in-mensen", "twenteportaal", "uitvoeren-verordening-tegenprestatie", "uitvoeren-woonvisie",
    "verbeteren-hoofdinfrastructuur", "wasservice", "week-van-de-techniek", "werk-voor-uitkering", "werkfittrajecten", "werkplein-app",
    "wijkanalyses-en-wijkaanpak", "wijkgerichte-uitvoering",
}  # fmt: skip

# What became part of something else by 2022: new id -> old ids.
MERGED_IN_2022 = {
    "skills-huis-van-de-logistiek": {"huis-van-de-logistiek"},
    "grip-op-bewindvoering": {"bewindvoering-anders-inrichten"},
    "voorkomen-instroom": {"sociaal-woningaanbod"},
    "inzet-tegenprestatie": {"inzet-naar-vermogen"},
}

# What the report over 2022 does not name any more, and says nothing of.
SILENT_IN_2022 = {
    "activiteiten-binnenstad", "bemiddeling-vrijwilligerswerk", "deelname-regiodeals", "dienstverlening-stadsbank", "digitale-melding",
    "experiment-armoedeval", "herprogrammering-bedrijventerreinen", "jaarplan-werkplein", "jongerenperspectieffonds",
    "kleine-en-sociale-ondernemers", "lobby-a1", "match-bedrijventerreinen", "matching-aan-de-poort", "mobiliteit-vrachtwagens",
    "nieuwe-reintegratiemethodieken", "onderwijs-voor-ondernemers", "onderzoek-woningvoorraad", "opstellen-uitvoeringskader",
    "proef-talking-traffic", "schuldhulpverlening-sus", "skills-twente", "stadsfonds-kunst-en-cultuur", "taaleis-bij-tegenprestatie",
    "techniekpact", "toegang-in-de-wijken", "topwerklocaties", "turfpraam", "twente-move2social", "uitvoeren-wet-taaleis",
}  # fmt: skip

# Sub-efforts that stand under another effort in 2022: id -> (effort in 2019, effort in 2022).
MOVED_IN_2022 = {
    "bedrijveninvesteringszones": ("ondernemersdienstverlening", "aanbod-bedrijventerreinen"),
    "begeleiding-starters-roz": ("kleine-en-sociale-ondernemers", "faciliteren-mkb"),
    "startersbijeenkomsten": ("kleine-en-sociale-ondernemers", "faciliteren-mkb"),
    "twents-fonds-voor-vakmanschap": ("vestigingsklimaat-ondernemers", "actieplan-arbeidsmarkt"),
    "week-van-de-logistiek": ("banen-techniek-en-logistiek", "actieplan-arbeidsmarkt"),
}
CROSSED_IN_2022 = {
    "begeleiding-starters-roz": (FIRST, SECOND),
    "startersbijeenkomsten": (FIRST, SECOND),
    "twents-fonds-voor-vakmanschap": (SECOND, FIRST),
}

RENAMED_IN_2022 = {
    "actieplan-arbeidsmarkt", "bedrijveninvesteringszones", "collectieve-ziektekostenverzekering", "grip-op-bewindvoering",
    "inrichten-ondernemersloket", "inzet-tegenprestatie", "kanaal-sluis-en-kades", "onderzoek-buitenlands-vermogen",
    "onderzoek-grootschalige-kavels", "ontdek-high-tech", "professioneel-accountmanagement", "schuldenlab", "skills-huis-van-de-logistiek",
    "startersbijeenkomsten", "taakstelling-minimabeleid", "uitbreiding-xl-park", "uitvoeren-handhavingsbeleid", "vestigingsklimaat-werknemers",
    "voorbereiding-biz-bornsestraat", "voorkomen-instroom", "vroeg-er-op-af", "werkfittraject-logistiek",
}  # fmt: skip

# The efforts themselves with the number that each document prints: (contract and 2019, 2022); 2022 numbers all of II with 1.
NUMBERS = {
    "actieplan-arbeidsmarkt": ("1", "1"),
    "schulden-en-werk": ("2", "2"),
    "experiment-armoedeval": ("3", None),
    "inzet-p-instrumenten": ("4", "3"),
    "banen-techniek-en-logistiek": ("5", "4"),
    "voorkomen-instroom": ("6", "5"),
    "uitvoeren-handhavingsbeleid": ("7", "6"),
    "inzet-tegenprestatie": ("8", "7"),
    "sociaal-woningaanbod": ("9", None),
    "minimabeleid-en-werk": ("10", "8"),
    "vestigingsklimaat-ondernemers": ("1", "1"),
    "ondernemersdienstverlening": ("2", "1"),
    "aanbod-bedrijventerreinen": ("3", "1"),
    "vestigingsklimaat-werknemers": ("4", "1"),
    "faciliteren-mkb": ("5", "1"),
}


def efforts(model: str) -> set[str]:
    return {effort.id for effort in network(model).of(Effort)}


def top(model: str) -> dict[str, str | None]:
    """The efforts that are no part of another, with their printed number."""
    shown = network(model)
    return {effort.id: effort.number for effort in shown.of(Effort) if shown.parent(effort.id) is None}


def main_goals(model: str, effort: str) -> set[str]:
    """The main goals that an effort contributes to as the document says, by its own links or those of what it is part of."""
    shown = network(model)
    line = [effort, *shown.reach([effort], lambda one: [parent for parent in [shown.parent(one)] if parent])]
    found = {relation.target for one in line for relation in shown.outgoing(one, "contributes_to") if relation.provenance == "stated"}
    return {goal for goal in found if goal in (FIRST, SECOND)}


def test_the_report_over_2019_keeps_all_of_the_contract_and_adds_to_it() -> None:
    assert efforts(REPORT_2019) - efforts(CONTRACT) == NEW_IN_2019
    assert efforts(CONTRACT) <= efforts(REPORT_2019)
    assert len(efforts(CONTRACT)) == 52
    before, after = network(CONTRACT), network(REPORT_2019)
    assert all(before.elements[one].name == after.elements[one].name and before.parent(one) == after.parent(one) for one in efforts(CONTRACT))
    assert after.predecessors == ()
    assert after.previous is not None
    assert after.previous.head.model == before.head.model


def test_what_is_new_in_2022_and_what_is_no_longer_named() -> None:
    merged = set().union(*MERGED_IN_2022.values())
    assert efforts(REPORT_2022) - efforts(REPORT_2019) == NEW_IN_2022
    assert efforts(REPORT_2019) - efforts(REPORT_2022) == merged | SILENT_IN_2022
    assert merged.isdisjoint(SILENT_IN_2022)
    assert [one.head.model for one in network(REPORT_2022).editions()] == ["almelo-2022", "almelo-2019", "almelo-contract-2019"]


def test_what_was_merged_into_what_in_2022() -> None:
    found: dict[str, set[str]] = {}
    for one in network(REPORT_2022).predecessors:
        assert one.model == "almelo-2019"
        if one.element in efforts(REPORT_2022):
            found.setdefault(one.element, set()).add(one.predecessor)
    assert found == MERGED_IN_2022
    results = {one.element: one.predecessor for one in network(REPORT_2022).predecessors if one.element not in efforts(REPORT_2022)}
    assert results == {
        "resultaat-verordening-tegenprestatie": "resultaat-verordening-tegenprestatie-van-kracht",
        "resultaat-start-bouw-kade": "resultaat-kade-buitenhaven-2020",
        "resultaat-rapport-grootschalige-kavels": "resultaat-onderzoek-kavels-uitkomst",
    }


def test_what_moved_and_what_was_renamed_in_2022() -> None:
    before, after = network(REPORT_2019), network(REPORT_2022)
    kept = efforts(REPORT_2019) & efforts(REPORT_2022)
    assert {one: (before.parent(one), after.parent(one)) for one in kept if before.parent(one) != after.parent(one)} == MOVED_IN_2022
    assert {one for one in kept if before.elements[one].name != after.elements[one].name} == RENAMED_IN_2022


def test_what_moved_to_the_other_main_goal() -> None:
    kept = efforts(REPORT_2019) & efforts(REPORT_2022)
    goals = {one: (main_goals(REPORT_2019, one), main_goals(REPORT_2022, one)) for one in kept}
    assert {one: (*old, *new) for one, (old, new) in goals.items() if old != new} == CROSSED_IN_2022
    assert all(len(old) == len(new) == 1 for old, new in goals.values())


@pytest.mark.parametrize(("model", "column"), [(CONTRACT, 0), (REPORT_2019, 0), (REPORT_2022, 1)])
def test_the_efforts_have_the_numbers_that_their_document_prints(model: str, column: int) -> None:
    assert top(model) == {one: pair[column] for one, pair in NUMBERS.items() if pair[column] is not None}
    assert sum(main_goals(model, one) == {FIRST} for one in top(model)) == (10, 8)[column]
    assert sum(main_goals(model, one) == {SECOND} for one in top(model)) == 5


def test_hengelo_has_no_goals_and_no_links_to_any() -> None:
    shown = network(HENGELO)
    assert list(shown.of(Goal)) == []
    assert shown.without["goal"].none
    assert [one for one in shown.relations if one.type in ("contributes_to", "hinders")] == []
    assert sum("concrete actie" in effort.tags for effort in shown.of(Effort)) == 11
    assert sorted(effort.id for effort in shown.of(Effort) if effort.type == "pilot") == [
        "pilot-financieel-beheer-op-maat",
        "pilot-nazorg-schuldhulp",
        "pilot-verplichte-schuldhulp",
        "pilot-vroegsignalering",
        "pilot-werk-met-schuldhulp",
    ]
