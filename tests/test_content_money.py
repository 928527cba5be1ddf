"""Every amount of the four models with all that says whether it may be added up, read a second time from the documents."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import pytest

from content_support import BESIDE, OWN, numbers, section, told, values
from dinkit.model.numbers import Amount
from dinkit.model.values import Money


class Sum(NamedTuple):
    """One amount of money, with all that says whether it may be added up."""

    element: str
    euros: str
    kind: str
    stream: str
    payer: str | None
    nature: str
    per: str
    period: str
    qualifier: str | None
    place: str


GEMEENTE = "gemeente-almelo"
SUMS = {
    "din": [
        Sum("economie-en-participatie", "1500000", "ceiling", "programme", GEMEENTE, "unknown", "total", "unknown", None, "§ 10"),
        Sum("schuldenlab", "200000", "expense", "programme", GEMEENTE, "unknown", "unknown", "-", None, "§ 3.1.3/2 ad 1"),
        Sum("vroeg-er-op-af", "150000", "expense", "programme", GEMEENTE, "unknown", "unknown", "-", None, "§ 3.1.3/2 ad 2"),
        Sum("taakstelling-minimabeleid", "4800000", "ceiling", "regular", GEMEENTE, "unknown", "unknown", "-", None, "§ 3.1.3/10 ad 1"),
        Sum("kanaal-sluis-en-kades", "70000000", "contribution", "state", "ministerie-ienw", "unknown", "unknown", "-", "over", "§ 3.1.5/1"),
        Sum("kanaal-sluis-en-kades", "3900000", "expense", "unknown", None, "unknown", "total", "-", None, "§ 3.1.5/1"),
        Sum("kanaal-sluis-en-kades", "1200000", "part_of", "eu", "europese-commissie", "unknown", "total", "-", None, "§ 3.1.5/1"),
        Sum("kanaal-sluis-en-kades", "2700000", "part_of", "unknown", GEMEENTE, "unknown", "total", "-", None, "§ 3.1.5/1"),
        Sum("deelname-regiodeals", "30000000", "contribution", "state", "rijk", "unknown", "unknown", "-", None, "§ 3.1.5/1"),
        Sum("inrichten-ondernemersloket", "200000", "expense", "unknown", None, "one_off", "total", "2019", None, "§ 3.1.5/2 ad 1"),
        Sum("professioneel-accountmanagement", "250000", "expense", "unknown", None, "structural", "unknown", "-", None, "§ 3.1.5/2 ad 2"),
        Sum("evenementen-en-stadspromotie", "675000", "contribution", "grant", "unknown", "unknown", "unknown", "-", None, "§ 3.1.5/4 ad 1"),
        Sum("activiteiten-binnenstad", "120000", "contribution", "advertising_tax", "unknown", "unknown", "unknown", "-", "about", "§ 3.1.5/4 ad 2"),
        Sum("lokaal-inkoopbeleid", "20000000", "part_of", "unknown", GEMEENTE, "unknown", "unknown", "-", "about", "§ 3.1.5/5 ad 1"),
    ],
    "almelo-2019": [
        Sum("individuele-inkomenstoeslag", "580000", "saving", "regular", GEMEENTE, "unknown", "total", "2019", "about", "§ I/10"),
        Sum("subsidie-stadsfonds", "35000", "contribution", "grant", GEMEENTE, "structural", "year", "2019", None, "§ II/4"),
    ],
    "almelo-2022": [
        Sum("uitbreiding-xl-park", "1400000", "expense", "unknown", GEMEENTE, "unknown", "total", "unknown", None, "§ II/3"),
        Sum("evenementen-en-stadspromotie", "600000", "contribution", "grant", GEMEENTE, "unknown", "total", "2022", None, "§ II/4"),
    ],
    "hengelo-2018": [
        Sum(
            "samenwerking-economie-twente",
            "100000",
            "ceiling",
            "unknown",
            "gemeente-hengelo",
            "unknown",
            "year",
            "unknown",
            None,
            "§ Economie actie 1",
        ),
        Sum(
            "samenwerking-economie-twente",
            "40000",
            "part_of",
            "unknown",
            "gemeente-hengelo",
            "unknown",
            "year",
            "..2017",
            "about",
            "§ Economie actie 1",
        ),
        Sum(
            "samenwerking-economie-twente",
            "0.50",
            "part_of",
            "unknown",
            "gemeente-hengelo",
            "unknown",
            "inhabitant",
            "..2017",
            None,
            "§ Economie actie 1",
        ),
        Sum(
            "samenwerking-economie-twente",
            "40000",
            "expense",
            "unknown",
            "gemeente-hengelo",
            "unknown",
            "year",
            "2018..",
            "about",
            "§ Economie actie 1",
        ),
        Sum("agenda-voor-twente", "7.50", "contribution", "unknown", "twentse-gemeenten", "unknown", "inhabitant", "2018..2022", None, "§ Economie"),
        Sum("inzet-armoede-kinderen", "450000", "contribution", "unknown", "unknown", "structural", "year", "2017-01-01..", None, "§ Uitkeringen"),
    ],
}


def amounts(model: str) -> Iterator[Sum]:
    """Every amount that a model gives from its own document; `-` where it says nothing of the period."""
    for element, _, money in values(model):
        places = money.source or element.source
        if isinstance(money, Money) and isinstance(money.amount, Amount) and places[0].startswith(OWN[model]):
            euros, place = f"{money.amount.value:f}", places[0].removeprefix(f"{OWN[model]} ")
            yield Sum(element.id, euros, money.type, money.stream, money.payer, money.nature, money.per, told(money.period), money.qualifier, place)


@pytest.mark.parametrize("model", SUMS)
def test_the_amounts_of_a_model_are_those_of_its_document(model: str) -> None:
    assert sorted(map(str, amounts(model))) == sorted(map(str, SUMS[model]))


@pytest.mark.skipif(not BESIDE, reason="the source documents are not beside this checkout")
@pytest.mark.parametrize("model", SUMS)
def test_an_amount_stands_in_the_section_that_it_names(model: str) -> None:
    for row in SUMS[model]:
        assert Decimal(row.euros) in set(numbers(section(f"{OWN[model]} {row.place}"))), row
