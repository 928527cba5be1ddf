"""The rules on progress reports and on the term of agreements: what each finds, where, and when it is silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from dinkit.checking.run import check
from dinkit.reading.load import load
from dinkit.source import Folder
from rules_support import Case, check_case, identify, one

ROOT = Path(__file__).parent.parent

REPORT = "inspanningen: {loket: Loket}\nvoortgang:\n"
WHOLE = "oorzaak: A, gevolg: B, maatregel: C"


def report(name: str, date: str, aspects: str, of: str = "loket") -> str:
    return f"  {name}: {{van: {of}, datum: {date}, aspecten: {{{aspects}}}}}\n"


def resting(effort: str, agreement: str, more: str = "") -> str:
    return f"inspanningen:\n  werk: {{naam: Werk, steunt_op: pact, {effort}}}\n{more}afspraken:\n  pact: {{naam: Pact, {agreement}}}\n"


CASES = [
    Case("DIN505", "whole", REPORT + report("mei", "2030", f"planning: {{status: rood, {WHOLE}}}")),
    Case(
        "DIN505",
        "green needs nothing",
        REPORT + report("mei", "2030", "planning: {status: groen}, kwaliteit: {status: onbekend}, risicos: {status: grijs}"),
    ),
    Case(
        "DIN505",
        "one lacks",
        REPORT + report("mei", "2030", "planning: {status: oranje, oorzaak: A, gevolg: B}"),
        ("3:64 DIN505 mei: planning van 'Loket' is oranje gemeld, maar de maatregel ontbreekt",),
    ),
    Case(
        "DIN505",
        "unknown and white space are nothing",
        REPORT + report("mei", "2030", 'financien: {status: rood, oorzaak: onbekend, gevolg: " ", maatregel: C}'),
        ("3:65 DIN505 mei: financiën van 'Loket' is rood gemeld, maar de oorzaak en het gevolg ontbreken",),
    ),
    Case(
        "DIN505",
        "each aspect",
        REPORT + report("mei", "2030", "planning: {status: rood}, kwaliteit: {status: oranje}"),
        (
            "3:64 DIN505 mei: planning van 'Loket' is rood gemeld, maar de oorzaak, het gevolg en de maatregel ontbreken",
            "3:91 DIN505 mei: kwaliteit van 'Loket' is oranje gemeld, maar de oorzaak, het gevolg en de maatregel ontbreken",
        ),
    ),
    Case(
        "DIN505",
        "history rests",
        REPORT + report("april", "2030-04", "planning: {status: rood}") + report("mei", "2030-05", "planning: {status: groen}"),
    ),
    Case(
        "DIN505",
        "after the reference date too",
        "peildatum: 2030-04\n" + REPORT + report("mei", "2030-05", "planning: {status: rood}"),
        ("4:67 DIN505 mei: planning van 'Loket' is rood gemeld, maar de oorzaak, het gevolg en de maatregel ontbreken",),
    ),
    Case(
        "DIN508",
        "both colours on one date",
        REPORT + report("een", "2030-05", "planning: {status: groen}") + report("twee", "2030-05", f"planning: {{status: rood, {WHOLE}}}"),
        ("4:68 DIN508 twee: planning van 'Loket' is op 2030-05 zowel groen als rood gemeld",),
    ),
    Case(
        "DIN508",
        "the same colour",
        REPORT + report("een", "2030-05", "planning: {status: groen}") + report("twee", "2030-05", "planning: {status: groen}"),
    ),
    Case(
        "DIN508",
        "they complete each other",
        REPORT + report("een", "2030-05", "planning: {status: groen}") + report("twee", "2030-05", "kwaliteit: {status: grijs}"),
    ),
    Case(
        "DIN508",
        "unknown contradicts nothing",
        REPORT + report("een", "2030-05", "planning: {status: onbekend}") + report("twee", "2030-05", "planning: {status: groen}"),
    ),
    Case(
        "DIN508",
        "another date",
        REPORT + report("een", "2030-05", "planning: {status: groen}") + report("twee", "2030-05-01", "planning: {status: grijs}"),
    ),
    Case(
        "DIN508",
        "no dates",
        REPORT + report("een", "onbekend", "planning: {status: groen}") + report("twee", "onbekend", "planning: {status: grijs}"),
    ),
    Case(
        "DIN508",
        "another element",
        "inspanningen: {loket: Loket, krant: Krant}\nvoortgang:\n"
        + report("een", "2030", "planning: {status: groen}")
        + report("twee", "2030", "planning: {status: grijs}", "krant"),
    ),
    Case("DIN507", "within", resting("planning: 2019..2020", "planning: 2018..2020")),
    Case(
        "DIN507",
        "ends before the work",
        resting("planning: 2019..2022", "planning: 2019..2020"),
        ("2:33 DIN507 werk: 'Werk' loopt tot en met 2022, maar 'Pact' waar het op steunt eindigt in 2020",),
    ),
    Case(
        "DIN507",
        "begins after the work",
        resting("planning: 2018..2020", "planning: 2019..2020"),
        ("2:33 DIN507 werk: 'Werk' begint in 2018, maar 'Pact' waar het op steunt begint pas in 2019",),
    ),
    Case(
        "DIN507",
        "goes on after all work",
        resting("planning: 2019", "planning: 2019..2023"),
        ("4:32 DIN507 pact: 'Pact' loopt tot en met 2023, maar het werk dat erop steunt niet: 'Werk' is gepland voor 2019",),
    ),
    Case(
        "DIN507",
        "other work goes on as long",
        resting("planning: 2019", "planning: 2019..2023", "  later: {naam: Later, steunt_op: pact, planning: 2020..2023}\n"),
    ),
    Case("DIN507", "other work may go on as long", resting("planning: 2019", "planning: 2019..2023", "  later: {naam: Later, steunt_op: pact}\n")),
    *(
        Case("DIN507", f"a {kind} outlives work", resting("planning: 2019", f"soort: {kind}, planning: 2019..2023"))
        for kind in ("wet", "verordening", "beleidskader")
    ),
    Case(
        "DIN507",
        "but a policy may not end before it",
        resting("planning: 2019..2022", "soort: beleidskader, planning: 2019..2020"),
        ("2:33 DIN507 werk: 'Werk' loopt tot en met 2022, maar 'Pact' waar het op steunt eindigt in 2020",),
    ),
    Case("DIN507", "imprecise dates may agree", resting("planning: 2019..2020-06", "planning: 2019-05..2020")),
    Case("DIN507", "no end", resting("planning: 2015..", "planning: 2015..2020")),
    Case("DIN507", "recurring", resting("planning: jaarlijks", "planning: 2015..2020")),
    Case("DIN507", "an agreement without an end", resting("planning: 2019..2022", "planning: 2015..")),
    Case("DIN507", "unknown on either side", resting("planning: onbekend", "planning: 2015..2020") + "  los: {naam: Los, planning: onbekend}\n"),
    Case("DIN507", "stopped work", resting("status: gestopt, planning: 2019..2022", "planning: 2019..2020")),
    Case(
        "DIN507",
        "a part has the planning of its effort",
        "inspanningen:\n  geheel: {naam: Geheel, planning: 2019..2022, onderdelen: {werk: {naam: Werk, steunt_op: pact}}}\nafspraken: {pact: {naam: Pact, planning: 2019..2020}}\n",
        ("2:91 DIN507 werk: 'Werk' loopt tot en met 2022, maar 'Pact' waar het op steunt eindigt in 2020",),
    ),
    Case(
        "DIN507",
        "an effort has the plannings of its parts",
        resting("onderdelen: {a: {naam: A, planning: 2019}, b: {naam: B, planning: 2021}}", "planning: 2019..2020"),
        ("2:33 DIN507 werk: 'Werk' loopt tot en met 2021, maar 'Pact' waar het op steunt eindigt in 2020",),
    ),
    Case("DIN507", "with a part that may go on", resting("onderdelen: {a: {naam: A, planning: 2019}, b: B}", "planning: 2019..2020")),
    Case(
        "DIN507",
        "a part whose own planning could not be read",
        "inspanningen:\n  geheel: {naam: Geheel, planning: 2019..2022, onderdelen: {werk: {naam: Werk, planning: straks, steunt_op: pact}}}\n"
        "afspraken: {pact: {naam: Pact, planning: 2019..2020}}\n",
    ),
    Case("DIN507", "with a planning that could not be read", resting("planning: tweeduizend", "planning: 2019..2020")),
]


@pytest.mark.parametrize("case", CASES, ids=identify)
def test_rule(case: Case) -> None:
    check_case(case)


def test_a_term_that_differs_shows_both_dates() -> None:
    finding = one("DIN507", resting("planning: 2019..2022", "planning: {start: 2019, eind: 2020}"))
    assert [(place.span.line, place.why and place.why.nl) for place in finding.related] == [
        (2, "de planning van het werk"),
        (4, "de looptijd van de afspraak"),
    ]


def test_the_agreement_of_five_years_under_work_of_one_is_found() -> None:
    """Mission part 16, E1.9: the only agreement of the contract with an end under work with one."""
    found = [finding for finding in check(load("models/din.yaml", Folder(ROOT))) if finding.code == "DIN507"]
    assert [(finding.element, finding.message.nl) for finding in found] == [
        (
            "prestatieovereenkomst-wonen",
            "'Prestatieovereenkomst 2019 t/m 2023' loopt tot en met 2023, maar het werk dat erop steunt niet: 'Sociaal woningaanbod in balans' is gepland voor 2019",
        )
    ]


def test_the_fictitious_model_has_its_two_faults() -> None:
    found = check(load("tests/models/fictief-voortgang.yaml", Folder(ROOT)))
    assert [(finding.element, finding.location.span.line) for finding in found if finding.code == "DIN505"] == [
        ("loket-juni", 90),
        ("fietspad-juni", 117),
    ]
