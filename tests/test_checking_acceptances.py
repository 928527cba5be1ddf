"""Acceptances of a rule that is switched off, and acceptances with a last day in a model without a day to look from."""

from __future__ import annotations

import pytest

from dinkit.checking.run import Decisions, judge
from dinkit.finding import Finding
from dinkit.model.dates import parse_date
from dinkit.reading.load import load
from dinkit.source import Memory
from test_checking_decisions import judged

HEAD = "model: klein\n"
MODEL = """\
doelen: {banen: {naam: Meer banen, aanvaard: {DIN107: het werk begint later}}}
inspanningen: {loket: {naam: Loket openen, planning: 2020}}
"""
WORK = MODEL.replace("naam: Loket openen,", "naam: Loket openen, draagt_bij_aan: banen,")
OWN = "projectregels: {DIN901: {voor: doelen, eis: {omschrijving: aanwezig}}}\n"
ACCEPTED_OWN = WORK.replace("DIN107: het werk begint later", "DIN901: volgt")


def about(found: tuple[Finding, ...]) -> list[str]:
    """What is said of decisions."""
    return [f"{one.code} {one.element}" for one in found if one.code.startswith("DIN04")]


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ("", ["DIN042 banen"]),
        ("regels: {DIN107: uit}\n", []),
        ("regels: {DIN107: {per_element: {banen: uit}}}\n", []),
        ("regels: {DIN107: {per_soort: {doelen: uit}}}\n", []),
        ("regels: {DIN107: tip}\n", ["DIN042 banen"]),
        ("regels: {DIN107: {per_soort: {inspanningen: uit}}}\n", ["DIN042 banen"]),
        ("regels: {DIN107: {ernst: uit, per_element: {banen: tip}}}\n", ["DIN042 banen"]),
    ],
)
def test_nothing_is_said_of_an_acceptance_while_its_rule_is_off(rules: str, said: list[str]) -> None:
    assert about(judged(f"{HEAD}{rules}{WORK}").findings) == said
    assert about(judged(f"{HEAD}{WORK}", settings=rules).findings) == said


def test_the_model_can_switch_on_what_the_settings_switched_off() -> None:
    on = f"{HEAD}regels: {{DIN107: tip}}\n{WORK}"
    assert about(judged(on, settings="regels: {DIN107: uit}\n").findings) == ["DIN042 banen"]


@pytest.mark.parametrize(
    ("rule", "rules", "said"),
    [
        (OWN.replace("aanwezig", "ontbreekt"), "", ["DIN042 banen"]),
        (OWN.replace("{voor:", "{ernst: uit, voor:"), "", []),
        (OWN, "regels: {DIN901: uit}\n", []),
        (OWN.replace("{voor:", "{ernst: uit, voor:").replace("aanwezig", "ontbreekt"), "regels: {DIN901: tip}\n", ["DIN042 banen"]),
    ],
)
def test_a_rule_of_the_project_may_be_off_by_itself(rule: str, rules: str, said: list[str]) -> None:
    assert about(judged(f"{HEAD}{rule}{rules}{ACCEPTED_OWN}").findings) == said
    assert about(judged(f"{HEAD}{ACCEPTED_OWN}", settings=rule + rules).findings) == said


def test_an_acceptance_without_reference_date_never_ends_and_that_is_told_once() -> None:
    text = f"{HEAD}{MODEL}".replace("het werk begint later", "{reden: later, geldt_tot: 2026-12-31}")
    text = text.replace("naam: Loket openen,", "naam: Loket openen, aanvaard: {DIN401: {reden: later, geldt_tot: 2027}}, status: lopend,")
    (one,) = (finding for finding in judged(text).findings if finding.code in ("DIN043", "DIN512"))
    assert (one.code, str(one.severity), one.element, one.location.span[:2]) == ("DIN043", "warning", "banen", (2, 70))
    assert one.message == (
        "DIN107 is hier aanvaard tot 2026-12-31, maar zonder peildatum loopt dat nooit af",
        "DIN107 is accepted here until 2026-12-31, but without a reference date that never ends",
    )
    assert [(place.span.line, place.span.column, place.why) for place in one.related] == [(3, 78, ("deze ook niet", "nor does this one"))]
    assert [suppressed.finding.code for suppressed in judged(text).suppressed] == ["DIN107", "DIN401"]


@pytest.mark.parametrize(
    ("head", "codes"),
    [
        ("peildatum: 2026-01-01\n", []),
        ("peildatum: onbekend\n", ["DIN043"]),
        ("peildatum: ooit\n", ["DIN015"]),  # that is the fault
        ("peldatum: 2026-01-01\n", ["DIN010"]),  # and so is this
        ("delen: [weg.yaml]\n", ["DIN020"]),
        ("regels: {DIN107: uit}\n", ["DIN512"]),  # nothing is said of the acceptance
    ],
)
def test_only_a_missing_reference_date_lets_an_acceptance_go_on(head: str, codes: list[str]) -> None:
    text = f"{HEAD}{head}{MODEL}".replace("het werk begint later", "{reden: later, geldt_tot: 2026-12-31}")
    assert [one.code for one in judged(text).findings if one.code < "DIN1" or one.code == "DIN512"] == codes


def test_the_reference_date_of_a_call_is_one_too() -> None:
    loaded = load("din.yaml", Memory({"din.yaml": f"{HEAD}{MODEL}".replace("het werk begint later", "{reden: later, geldt_tot: 2026-12-31}")}))
    seen = judge(loaded._replace(network=loaded.network.at(parse_date("2026"))), Decisions())
    assert about(seen.findings) == []


def test_without_such_an_acceptance_the_rule_on_a_missing_reference_date_speaks() -> None:
    text = f"{HEAD}{MODEL}".replace("naam: Loket openen,", "naam: Loket openen, status: lopend,")
    assert [one.code for one in judged(text).findings if one.code in ("DIN043", "DIN512")] == ["DIN512"]


@pytest.mark.parametrize(
    ("day", "hint"),
    [
        ("2020..2030", "schrijf de laatste dag, zoals 2026-12-31, 2026-12 of 2026"),
        ("[2026]", "schrijf de laatste dag, zoals 2026-12-31, 2026-12 of 2026"),
        ("eind 2030", "schrijf 2030-Q4 of 2030-12"),
        ("onbekend", "schrijf de laatste dag, zoals 2026-12-31, of haal 'geldt_tot' weg"),
    ],
)
def test_a_last_day_that_is_none_gets_a_way_out_that_is_one(day: str, hint: str) -> None:
    found = judged(f"{HEAD}{MODEL}".replace("het werk begint later", f"{{reden: later, geldt_tot: {day}}}")).findings
    assert [one.hint.nl for one in found if one.code in ("DIN015", "DIN043") and one.hint] == [hint]
