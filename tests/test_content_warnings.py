"""Every warning of the models of the three later documents, each read by hand as a true gap of its document; the contract has its own test."""

from __future__ import annotations

from collections import Counter

import pytest

from content_support import loaded
from dinkit.checking.run import check
from dinkit.finding import Severity

# What the goals and their indicators lack in every edition of Almelo's programme: they stand in the contract and the nota.
OF_THE_GOALS = {
    ("DIN302", "indicator-banen"),
    ("DIN302", "indicator-bijstandsdossiers"),
    ("DIN302", "indicator-maatschappelijke-inzet"),
    ("DIN302", "indicator-ondernemersklimaat"),
    ("DIN302", "indicator-ontwikkeling-bijstand"),
    ("DIN302", "indicator-spanning-arbeidsmarkt"),
    ("DIN302", "indicator-terugval-bijstand"),
    # The contract counts jobs (banen), the nota 44.000 places of work (arbeidsplaatsen).
    ("DIN304", "indicator-banen"),
    # Who leads what is said nowhere: one finding for all efforts together.
    ("DIN401", "economie-en-participatie"),
}

IN_2019 = OF_THE_GOALS | {
    # The ranking is measured twice, but nobody says where it began.
    ("DIN302", "indicator-logistieke-hotspot"),
    # Of the contract, and the report brings no line on planning either; for the Week it gives the week of 2019, as the date of a result.
    ("DIN409", "faciliteren-mkb"),
    ("DIN409", "schuldhulpverlening-sus"),
    ("DIN409", "vestigingsklimaat-werknemers"),
    ("DIN409", "week-van-de-logistiek"),
    # New in the report, which does not say when the work began or ends: "tot op heden", "loopt er", or nothing.
    ("DIN409", "bemiddeling-vrijwilligerswerk"),
    ("DIN409", "doorbraakmethode"),
    ("DIN409", "jongerenperspectieffonds"),
    ("DIN409", "onderzoek-grootschalige-kavels"),
    ("DIN409", "toegang-in-de-wijken"),
    # Of the contract: work that begins before what it needs is there, a term that its planning does not follow, a wrong year.
    ("DIN503", "inrichten-ondernemersloket"),
    ("DIN503", "uitbreiding-xl-park"),
    ("DIN507", "prestatieovereenkomst-wonen"),
    ("DIN801", "opstellen-uitvoeringskader"),
    # Four actions announced and three more reported; six efforts announced above a list of eight.
    ("DIN802", "schulden-en-werk"),
    ("DIN802", "vestigingsklimaat-ondernemers"),
    # Of the contract, and in the report the Huis van de Logistiek stands under both main goals.
    ("DIN803", "bewindvoering-anders-inrichten"),
    ("DIN803", "huis-van-de-logistiek"),
    ("DIN803", "taaleis-bij-tegenprestatie"),
}

IN_2022 = OF_THE_GOALS | {
    # No effort of 2022 says anything of people who fall back on benefits.
    ("DIN107", "minder-terugval-in-bijstand"),
    # A place in the ranking and an area to reach, neither with where it began.
    ("DIN302", "indicator-grootte-xl-park-2"),
    ("DIN302", "indicator-logistieke-hotspot"),
    # Nobody is named.
    ("DIN408", "minimabeleid-en-werk"),
    ("DIN408", "onderzoek-grootschalige-kavels"),
    ("DIN408", "parkeerknelpunten-bedrijventerreinen"),
    ("DIN408", "uitvoeren-woonvisie"),
    # "Op termijn", and "na eerdere aanpassingen": no time is given.
    ("DIN409", "collectieve-ziektekostenverzekering"),
    ("DIN409", "uitvoeren-woonvisie"),
    # The report sends the reader of item 3 on to item 7.
    ("DIN803", "uitvoeren-verordening-tegenprestatie"),
}

IN_HENGELO = {
    # The table has budgeted values for two years, and no baseline; of two rows it does not say what is counted.
    ("DIN302", "indicator-banenafspraak"),
    ("DIN302", "indicator-bedrijfsbezoeken"),
    ("DIN302", "indicator-bedrijfscontacten"),
    ("DIN302", "indicator-huishoudens-laag-inkomen"),
    ("DIN302", "indicator-reintegratietrajecten"),
    ("DIN302", "indicator-uitstroom-naar-werk"),
    ("DIN302", "indicator-uitstroom-overig"),
    # A budget names no leaders, and often no times: one finding for each, for all efforts together.
    ("DIN401", "economie-werk-en-inkomen"),
    ("DIN409", "economie-werk-en-inkomen"),
    # The sentence of the action or the plan names no party.
    ("DIN408", "analyse-kantoren-en-detailhandel"),
    ("DIN408", "beleid-deeltijd-en-bijstand"),
    ("DIN408", "business-in-twente"),
    ("DIN408", "functieverandering-vastgoed"),
    ("DIN408", "gezonde-toekomst-dichterbij"),
    ("DIN408", "horecavisie-uitvoeren"),
    ("DIN408", "inburgering-terug-naar-gemeenten"),
    ("DIN408", "lange-wemen"),
    ("DIN408", "onderzoek-kwijtschelding"),
    ("DIN408", "pilot-financieel-beheer-op-maat"),
    ("DIN408", "pilot-nazorg-schuldhulp"),
    ("DIN408", "pilot-verplichte-schuldhulp"),
    ("DIN408", "pilot-werk-met-schuldhulp"),
    ("DIN408", "praktijkdiagnose-nieuw-beschut"),
    ("DIN408", "promotie-techniek-twente"),
    ("DIN408", "sectorale-werkwijze"),
    ("DIN408", "uitvoering-armoedebeleid"),
    ("DIN408", "werklocaties-uitgeven"),
    ("DIN408", "xl-business-park"),
    # Cells that lost the border between them: 300330, 272332, 465465.
    ("DIN801", "indicator-reintegratietrajecten"),
    ("DIN801", "indicator-uitstroom-naar-werk"),
    ("DIN801", "indicator-uitstroom-overig"),
}

GAPS = {"almelo-2019": IN_2019, "almelo-2022": IN_2022, "hengelo-2018": IN_HENGELO}


@pytest.mark.parametrize("model", GAPS)
def test_the_findings_are_the_gaps_of_the_documents(model: str) -> None:
    found = check(loaded(model))
    assert Counter((finding.code, finding.element) for finding in found) == Counter(GAPS[model])
    assert {finding.severity for finding in found} == {Severity.WARNING}
