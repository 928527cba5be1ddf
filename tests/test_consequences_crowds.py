"""What changes mean where one finding is told in place of many: every element is compared by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from dinkit.comparing.standing import standing
from dinkit.consequences.telling import compared
from dinkit.finding import Text
from test_checking_crowds import judged
from test_cli import run
from test_consequences import side, told

HEAD = "model: veel\ntaal: nl\nprogramma: {id: werk, naam: Aan het werk}\ndoelen: {banen: Meer banen}\nstakeholders: {stad: De stad}\ninspanningen:\n"


def effort(number: int, role: str = "partij", more: str = "") -> str:
    return f"  e{number}: {{naam: Werk {number} doen, draagt_bij_aan: banen, planning: 2026, stakeholders: {{stad: {role}}}{more}}}\n"


def plan(*lines: str) -> str:
    return HEAD + "".join(lines)


LACKING, LED = [effort(number) for number in range(8)], [effort(number, "trekker") for number in range(8)]
ACCEPTED = [effort(number, more=", aanvaard: {DIN401: komt nog}") for number in range(8)]
FOUR = plan(*LACKING[:4], *LED[4:6])
"""Most efforts have no lead, which `dinkit validate` tells as one finding: 4 of 6."""


def sentences(old: str, new: str) -> list[str]:
    """What follows, as `dinkit diff` tells it where nobody has to be short; tips apart."""
    return [sentence for code, sentence, _ in told(compared("m", side(old), side(new))) if code != "tips"]


def gone(number: int) -> str:
    return f"Waarschuwing DIN401 is weg: inspanning 'Werk {number} doen' heeft geen eigenaar of trekker."


def new(number: int, line: int) -> str:
    return f"Nieuwe waarschuwing DIN401 (din.yaml:{line}): inspanning 'Werk {number} doen' heeft geen eigenaar of trekker."


@pytest.mark.parametrize(
    ("old", "later", "expected"),
    [
        (FOUR, plan(LED[0], *LACKING[1:4], *LED[4:6]), [gone(0)]),
        (plan(*LACKING[:6]), plan(LED[0], *LACKING[1:6]), [gone(0)]),
        (plan(*LACKING[:3], *LED[3:6]), FOUR, [new(3, 10)]),
        (plan(*LACKING[:5], LED[5]), plan(*LACKING[:6]), [new(5, 12)]),
        (plan(*LACKING[:2], *LED[2:4], *LACKING[4:6]), plan(LED[0], *LACKING[1:3], LED[3], *LACKING[4:6]), [new(2, 9), gone(0)]),
        (FOUR, plan(*LACKING[:4], *LED[4:8]), []),
        (plan(*LACKING[:4], *LED[4:8]), FOUR, []),
        (FOUR, plan(*LACKING[1:4], *LED[4:6]), []),
        (FOUR, FOUR.replace("e0:", "werk-nul:"), []),
    ],
    ids=["one mended", "still many", "one worse", "more of many", "one for another", "more work", "less work", "one removed", "another id"],
)
def test_only_the_element_that_changed_is_told(old: str, later: str, expected: list[str]) -> None:
    assert [one for one in sentences(old, later) if "DIN401" in one] == expected


def test_an_acceptance_is_of_its_own_element_alone() -> None:
    now = "Nu aanvaard: DIN401, inspanning 'Werk {} doen' heeft geen eigenaar of trekker (komt nog)."
    assert sentences(FOUR, plan(ACCEPTED[0], *LACKING[1:4], *LED[4:6])) == [now.format(0)]
    assert sentences(FOUR, plan(*ACCEPTED[:4], *LED[4:6])) == [now.format(number) for number in range(4)]
    assert sentences(plan(*ACCEPTED[:4], *LED[4:6]), FOUR) == [new(number, 7 + number) for number in range(4)]
    assert sentences(plan(*ACCEPTED[:4], *LED[4:6]), plan(ACCEPTED[0], *LED[1:6])) == []


def test_what_goes_into_the_baseline_is_accepted_and_not_gone() -> None:
    entries = "".join(f"  - {{model: veel, regel: DIN401, element: e{number}}}\n" for number in range(4))
    found = told(compared("m", side(FOUR), side(FOUR, baseline=f"formaat: 1\nbevindingen:\n{entries}")))
    assert found == [
        ("accepted", f"Nu aanvaard: DIN401, inspanning 'Werk {number} doen' heeft geen eigenaar of trekker (baseline).", f"e{number}")
        for number in range(4)
    ]


def test_where_there_is_no_work_any_more_each_goal_is_told() -> None:
    goals = "model: m\ndoelen: {banen: Meer banen, winkels: Meer winkels}\n"
    with_work = f"{goals}inspanningen: {{beurs: {{naam: Beurs houden, draagt_bij_aan: banen, planning: 2026}}}}\n"
    assert [one for one in sentences(with_work, goals) if "DIN107" in one] == [
        "Nieuwe waarschuwing DIN107 (din.yaml:2): doel 'Meer banen' heeft geen inspanning."
    ]
    assert [one for one in sentences(goals, with_work) if "DIN107" in one] == ["Waarschuwing DIN107 is weg: doel 'Meer banen' heeft geen inspanning."]


def test_tips_are_counted_by_element() -> None:
    tips = HEAD.replace("doelen:", "regels: {DIN401: tip}\ndoelen:")
    old, later = (FOUR, plan(LED[0], *LACKING[1:4], *LED[4:6]))
    found = compared("m", side(old.replace(HEAD, tips)), side(later.replace(HEAD, tips)))
    assert [one.text for one in found.consequences] == [Text("1 tip weg; zie dinkit validate.", "1 tip gone; see dinkit validate.")]


def test_a_link_that_leads_nowhere_keeps_the_rule_still_and_mends_nothing_of_the_others() -> None:
    lost = FOUR.replace("stakeholders: {stad: partij}", "stakeholders: {stat: trekker}", 1)
    assert sentences(FOUR, lost)[0] == "Nieuwe fout DIN102 (din.yaml:7): er is geen stakeholder met de id 'stat'."
    assert [one for one in sentences(FOUR, lost) if "DIN401" in one] == []
    assert [one for one in sentences(lost, FOUR) if "DIN401" in one] == []


ASTRAY = ("doelen: {banen: Meer banen}", "doelen: {banen: {naam: Meer banen, stakeholders: [stat]}}")


def test_a_link_that_leads_nowhere_in_both_versions_hides_no_improvement() -> None:
    assert sentences(FOUR.replace(*ASTRAY), plan(*LED[:6]).replace(*ASTRAY)) == [gone(number) for number in range(4)]


def test_a_link_that_leads_nowhere_elsewhere_hides_no_improvement_while_the_rule_still_speaks() -> None:
    found = sentences(FOUR, plan(*LED[:3], LACKING[3], *LED[4:6]).replace(*ASTRAY))
    assert [one for one in found if "DIN401" in one] == [gone(number) for number in range(3)]


def test_what_stands_holds_every_finding_once_in_the_order_of_places() -> None:
    found = judged(FOUR.replace("planning: 2026", "planing: 2026", 1).replace("taal: nl", "taal: nl\nkleur: rood"))
    stands = [(one.code, one.element) for one in standing(found.findings, found.each) if one.code in ("DIN010", "DIN401")]
    assert stands == [("DIN010", None), ("DIN401", "e0"), ("DIN010", "e0"), ("DIN401", "e1"), ("DIN401", "e2"), ("DIN401", "e3")]
    alone = judged(plan(LACKING[0], *LED[1:6]))
    assert standing(alone.findings, alone.each) == alone.findings


# As a command


@pytest.mark.parametrize(
    ("later", "gate", "lines"),
    [
        (
            plan(LED[0], *LACKING[1:4], *LED[4:6]),
            "new-warning",
            [
                "Verbeterd",
                "  * Waarschuwing DIN401 is weg: inspanning 'Werk 0 doen' heeft geen eigenaar of trekker.",
                "",
                "Inspanningen",
                "  ~ 'Werk 0 doen' (e0)",
                "      heeft als stakeholder 'De stad': rol: partij → trekker",
            ],
        ),
        (
            plan(*ACCEPTED[:4], *LED[4:6]),
            "new-warning,gone-warning",
            [
                "Ter informatie",
                "  * Nu aanvaard: DIN401 (4 keer): inspanning 'Werk 0 doen' heeft geen eigenaar of trekker; ook bij 'Werk 1 doen', 'Werk 2 doen' en 'Werk 3 doen'.",
                "(alle 4 gevolgen een voor een: --format md, html of json)",
                "",
                "Inspanningen",
                *(line for number in range(4) for line in (f"  ~ 'Werk {number} doen' (e{number})", "      aanvaard DIN401: (leeg) → komt nog")),
            ],
        ),
    ],
    ids=["one mended", "all accepted"],
)
def test_the_command_tells_it_in_few_lines_and_passes_its_gate(tmp_path: Path, later: str, gate: str, lines: list[str]) -> None:
    (tmp_path / "oud.yaml").write_text(FOUR, encoding="utf-8")
    (tmp_path / "nieuw.yaml").write_text(later, encoding="utf-8")
    done = run("diff", "oud.yaml", "nieuw.yaml", "--fail-on", gate, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[3:] == lines


def test_the_gate_hears_of_one_lead_that_went(tmp_path: Path) -> None:
    (tmp_path / "oud.yaml").write_text(plan(*LACKING[:5], LED[5]), encoding="utf-8")
    (tmp_path / "nieuw.yaml").write_text(plan(*LACKING[:6]), encoding="utf-8")
    done = run("diff", "oud.yaml", "nieuw.yaml", "--fail-on", "new-warning", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines()[3:5] == [
        "Let op",
        "  * Nieuwe waarschuwing DIN401 (nieuw.yaml:12): inspanning 'Werk 5 doen' heeft geen eigenaar of trekker.",
    ]


def test_many_at_once_stay_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "oud.yaml").write_text(plan(*(effort(number, "trekker") for number in range(14))), encoding="utf-8")
    (tmp_path / "nieuw.yaml").write_text(plan(*(effort(number) for number in range(14))), encoding="utf-8")
    done = run("diff", "oud.yaml", "nieuw.yaml", "--lang", "en", cwd=tmp_path)
    assert done.stdout.splitlines()[4] == (
        "  * New warning DIN401 (14 times): effort 'Werk 0 doen' has no owner or lead; also at 'Werk 1 doen', 'Werk 2 doen', 'Werk 3 doen', "
        "'Werk 4 doen', 'Werk 5 doen', 'Werk 6 doen', 'Werk 7 doen', 'Werk 8 doen' and 5 more."
    )
