"""The one register of parties: shared by all models, each party once, and named in every section that it cites."""

from __future__ import annotations

import re

import pytest

from content_support import BESIDE, OWN, document, loaded, network, plain, section
from dinkit.checking.run import check
from dinkit.model.records import Stakeholder

REGISTER = "din/stakeholders.yaml"

# Sections that a party cites without being called by its name there, with the word or the reading that stands for it.
OTHERWISE = {
    ("werkgevers", "jaarverslag-2019 § I/4"): "werkgever",
    ("logistieke-bedrijven", "jaarverslag-2019 § I/1"): "logistieke werkgever",
    ("bewindvoerders", "jaarverslag-2019 § I/10"): "bewindvoerder",
    ("biz-bornsestraat", "jaarverslag-2022 § II/3"): "Bornsestraat een BIZ",
    ("ondernemersvereniging-turfkade", "jaarverslag-2022 § II/3"): "Turfkade is een ondernemersvereniging",
    ("circulaire-bedrijven", "jaarverslag-2022 § II/2"): "circulaire economie gerichte bedrijven",
    ("zorginstellingen", "jaarverslag-2022 § I/4"): "zorg en bedrijfsleven",
    ("maatschappelijke-partners", "jaarverslag-2022 § I/7"): "sportclubs, buurthuizen",
    ("bijstandsgerechtigden", "jaarverslag-2022 § I/1"): "inwoners met een uitkering",
    ("bijstandsgerechtigden", "jaarverslag-2022 § I/3"): "inwoners met bijstand",
    ("gemeenteraad-hengelo", "hengelo-begroting-2018 § Uitkeringen"): "de raad",
    ("gemeenteraad-hengelo", "hengelo-begroting-2018 § Werkgelegenheid"): "de raad",
    ("college-hengelo", "hengelo-begroting-2018 § Uitkeringen"): "heeft ons doen besluiten",
    ("jeugd-hengelo", "hengelo-begroting-2018 § Uitkeringen"): "Jeugd, Wmo",
    ("accountmanagers-hengelo", "hengelo-begroting-2018 § Economie"): "accountmanagement",
    ("accountmanagers-hengelo", "hengelo-begroting-2018 § Economie actie 1"): "de accountmanager",
    ("accountmanagers-hengelo", "hengelo-begroting-2018 § Beleidsindicatoren rij 1"): "door accountmanagers",
    ("twentse-gemeenten", "hengelo-begroting-2018 § Economie"): "bijdrage van de gemeenten",
    ("maatschappelijke-partners-hengelo", "hengelo-begroting-2018 § Werkgelegenheid"): "maatschappelijke partners",
    ("inwoners-hengelo", "hengelo-begroting-2018 § Uitkeringen"): "inwoners",
    ("kinderen-in-armoede", "hengelo-begroting-2018 § Uitkeringen"): "armoede onder kinderen",
}


def parties(model: str) -> list[Stakeholder]:
    return list(network(model).of(Stakeholder))


def test_all_models_share_one_register() -> None:
    assert len(parties("din")) == 184
    for model in OWN:
        shown = network(model)
        files = {shown.files[shown.origins[party.id].file].path for party in shown.of(Stakeholder)}
        assert files == {REGISTER}
        assert parties(model) == parties("din")


def test_no_party_stands_in_the_register_twice() -> None:
    for model in OWN:
        assert [finding for finding in check(loaded(model)) if finding.code == "DIN805"] == []
    names = [plain(party.name) for party in parties("din")]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("party", "member_of"),
    [
        ("internationaal-bureau-fraude-informatie", "uwv"),
        ("accountmanagers-economische-zaken", "gemeente-almelo"),
        ("hightech-bedrijven", "bedrijfsleven"),
        ("havenbedrijf-twente", "port-of-twente"),
        ("gemeenteraad-hengelo", "gemeente-hengelo"),
    ],
)
def test_who_belongs_to_whom(party: str, member_of: str) -> None:
    assert network("din").parent(party) == member_of


def test_who_works_for_both_municipalities() -> None:
    """Parties with a role both in Almelo, in any edition, and in Hengelo."""
    involved = {model: {one.source for one in network(model).relations if one.type == "involved_in"} for model in OWN}
    almelo = involved["din"] | involved["almelo-2019"] | involved["almelo-2022"]
    assert sorted(almelo & involved["hengelo-2018"]) == [
        "gemeente-hengelo",
        "havenbedrijf-twente",
        "jongeren",
        "menzis",
        "ondernemers",
        "onderwijsinstellingen",
        "provincie-overijssel",
        "regio-twente",
        "roz",
        "startende-ondernemers",
        "twentse-gemeenten",
        "werkgevers",
        "werkplein-twente",
        "werkzoekenden",
    ]


@pytest.mark.skipif(not BESIDE, reason="the source documents are not beside this checkout")
def test_a_party_is_named_in_every_section_that_it_cites() -> None:
    """The contract and the nota are not in sections, so there it is enough that they name it; the plural may stand for one."""
    unnamed = set()
    for party in parties("din"):
        names = [plain(name) for name in (party.name, *party.also_known_as)]
        later = [place for place in party.source if not place.startswith(("contract", "perspectiefnota"))]
        unnamed |= {(party.id, place) for place in later if not any(name in plain(section(place)) for name in names)}
    assert unnamed == set(OTHERWISE)
    assert [key for key, words in OTHERWISE.items() if plain(words) not in plain(section(key[1]))] == []


@pytest.mark.skipif(not BESIDE, reason="the source documents are not beside this checkout")
def test_every_spelling_stands_in_a_document_that_its_party_cites() -> None:
    for party in parties("din"):
        read = " ".join(plain(document(source)) for source in sorted({place.split()[0] for place in party.source}))
        assert [name for name in party.also_known_as if plain(name) not in read] == [], party.id


def test_no_person_is_named() -> None:
    """Functions stand for people; what is called after a person is an organisation or a road."""
    shown = [element for model in OWN for element in network(model).elements.values()]
    texts = " ".join(f"{one.name} {one.description or ''} {' '.join(one.also_known_as)}" for one in shown)
    assert not re.search(r"\b(?:koning(?:in)?|prinses|mevrouw|dhr|mw)\b", plain(texts))
