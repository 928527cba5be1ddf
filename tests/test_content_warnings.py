"""Every warning and tip of the models of the three later documents, each read by hand as a true gap of its document; the contract has its own test."""

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
    # Nor does anybody say who measures the indicators, how and how often: one finding for all of them.
    ("DIN305", "economie-en-participatie"),
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
    # Two decisions without a date, and one of 2019 that nobody is said to have taken.
    ("DIN410", "besluit-budget-programma"),
    ("DIN410", "besluit-damwanden-twentekanaal"),
    ("DIN410", "besluit-twee-accountmanagers"),
    # Of the contract: work that begins before what it needs is there, a term that its planning does not follow, a wrong year.
    ("DIN503", "inrichten-ondernemersloket"),
    ("DIN503", "uitbreiding-xl-park"),
    ("DIN507", "prestatieovereenkomst-wonen"),
    ("DIN801", "opstellen-uitvoeringskader"),
    # The only effort of which neither the contract nor the report says from which money it is paid.
    ("DIN506", "aanbod-bedrijventerreinen"),
    # The effort is planned for 2019, and the report promises the results of its study for the first half of 2020.
    ("DIN511", "sociaal-woningaanbod"),
    # Of the contract, and in the report the Huis van de Logistiek stands under both main goals.
    ("DIN803", "bewindvoering-anders-inrichten"),
    ("DIN803", "huis-van-de-logistiek"),
    ("DIN803", "taaleis-bij-tegenprestatie"),
}

IN_2022 = OF_THE_GOALS | {
    # Names of an association and of a zone, with nothing on what is done there.
    ("DIN204", "biz-bedrijvenpark-twente"),
    ("DIN204", "samenwerking-turfkade"),
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
    # Decisions that the report names without who took them, two of them without a date as well.
    ("DIN410", "besluit-definitiefase-xl-2"),
    ("DIN410", "besluit-motie-groen-en-blauw"),
    ("DIN410", "besluit-samenwerking-bedrijventerreinen"),
    # A report gives amounts for four of the thirteen efforts.
    ("DIN506", "economie-en-participatie"),
    # Headings say "in 2022" above work that runs from 2021 or until 2023 and 2024.
    ("DIN511", "aanbod-bedrijventerreinen"),
    ("DIN511", "banen-techniek-en-logistiek"),
    ("DIN511", "schulden-en-werk"),
    ("DIN511", "vestigingsklimaat-ondernemers"),
    # The report sends the reader of item 3 on to item 7.
    ("DIN803", "uitvoeren-verordening-tegenprestatie"),
}

IN_HENGELO = {
    # 57 actions and plans beside each other, grouped by themes only.
    ("DIN116", "economie-werk-en-inkomen"),
    # The table has budgeted values for two years, and no baseline; of two rows it does not say what is counted.
    ("DIN302", "indicator-banenafspraak"),
    ("DIN302", "indicator-bedrijfsbezoeken"),
    ("DIN302", "indicator-bedrijfscontacten"),
    ("DIN302", "indicator-huishoudens-laag-inkomen"),
    ("DIN302", "indicator-reintegratietrajecten"),
    ("DIN302", "indicator-uitstroom-naar-werk"),
    ("DIN302", "indicator-uitstroom-overig"),
    # The table does not say who counts, how and how often: one finding for all rows.
    ("DIN305", "economie-werk-en-inkomen"),
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
    # Decisions without a date, one of them without who took it as well.
    ("DIN410", "besluit-budget-perspectiefjaar"),
    ("DIN410", "besluit-inzet-twente-marketing"),
    ("DIN410", "besluit-vaststelling-armoedebeleid"),
    # The budget is told per theme: two actions have an amount of their own.
    ("DIN506", "economie-werk-en-inkomen"),
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
    assert {finding.severity for finding in found} == {Severity.WARNING, Severity.TIP}
