"""An acceptance that catches nothing: what is said of it, and when it may be taken out without asking."""

from __future__ import annotations

from pathlib import Path

import pytest

from dinkit.checking.run import Decisions, Judged, judge
from dinkit.finding import Finding
from dinkit.reading.load import load
from dinkit.reading.settings import SETTINGS, load_settings
from dinkit.source import Memory
from test_cli import run

MODEL = """\
model: proef
peildatum: 2027-01-01
doelen:
  veilig: {naam: Minder overlast, streefdatum: 2028DOEL}
inspanningen:
  loket: {naam: Loket openen, draagt_bij_aan: veilig, planning: 2027..2029, stakeholders: {stad: trekker}WERK}
stakeholders: {stad: De stad}
"""


def judged(goal: str = "", effort: str = "", settings: str = "", **parts: str) -> Judged:
    """The model with something accepted at the goal, at the effort, or in parts."""
    text = MODEL.replace("DOEL", goal).replace("WERK", effort) + (f"delen: [{', '.join(f'{name}.yaml' for name in parts)}]\n" if parts else "")
    files = Memory({"din.yaml": text, **{f"{name}.yaml": part for name, part in parts.items()}} | ({SETTINGS: settings} if settings else {}))
    return judge(load("din.yaml", files), Decisions(load_settings(files)))


def about(found: Judged) -> list[Finding]:
    return [one for one in (*found.findings, *found.unneeded) if one.code in ("DIN040", "DIN042")]


def test_the_finding_that_is_accepted_by_its_code_at_its_element() -> None:
    assert [one.finding.code for one in judged(effort=", aanvaard: {DIN502: mag}").suppressed] == ["DIN502"]


@pytest.mark.parametrize(
    ("goal", "effort", "said"),
    [
        ("", ", aanvaard: {DIN503: mag}", "DIN503 is hier aanvaard, maar wordt hier niet (meer) gevonden; wel DIN502 bij 'loket'"),
        (", aanvaard: {DIN502: mag}", "", "DIN502 is hier aanvaard, maar wordt hier niet (meer) gevonden; wel DIN502 bij 'loket'"),
    ],
)
def test_an_acceptance_that_missed_its_finding_says_where_that_is_and_keeps_its_reason(goal: str, effort: str, said: str) -> None:
    found = judged(goal, effort)
    assert [(one.message.nl, one.fix, [place.span.line for place in one.related]) for one in about(found)] == [(said, None, [6])]
    assert "DIN502" in [one.code for one in found.findings]


def test_one_that_is_about_nothing_can_go() -> None:
    (one,) = about(judged(effort=", aanvaard: {DIN803: het is zo}"))
    assert one.message.nl == "DIN803 is hier aanvaard, maar wordt hier niet (meer) gevonden"
    assert one.fix is not None


@pytest.mark.parametrize(("settings", "certain"), [("", False), ("modellen: [din.yaml]\n", True)])
def test_what_another_model_may_need_is_never_taken_out(settings: str, certain: bool) -> None:
    part = "doelen:\n  groen: {naam: Meer groen, aanvaard: {DIN803: komt later}}\n"
    (one,) = about(judged(settings=settings, deel=part))
    assert (one.message.nl, one.fix is not None) == ("DIN803 is hier aanvaard, maar wordt hier niet (meer) gevonden", certain)


@pytest.mark.parametrize("given", ['"502"', "DIN5O2", "din502", '"DIN 502"'])
def test_of_a_code_that_is_none_only_that_is_told(given: str) -> None:
    found = judged(effort=f", aanvaard: {{{given}: mag}}")
    assert [one.code for one in found.findings if one.code in ("DIN040", "DIN502")] == ["DIN040"]
    assert about(found)[0].message.nl.endswith("; bedoelt u 'DIN502'?")


def test_beside_the_right_code_another_spelling_of_it_hides_nothing() -> None:
    found = judged(effort=', aanvaard: {DIN502: mag, "502": mag}')
    assert [one.finding.code for one in found.suppressed] == ["DIN502"]
    assert [one.code for one in about(found)] == ["DIN040"]


def test_models_of_no_project_that_share_a_part_answer_together(tmp_path: Path) -> None:
    accepted = "doelen: {groen: {naam: Meer groen, aanvaard: {DIN107: komt later}}}\n"
    work = "inspanningen: {bomen: {naam: Bomen planten, draagt_bij_aan: groen, planning: 2028}}\n"
    for name, text in {
        "deel.yaml": accepted,
        "nu.yaml": "model: nu\ndelen: [deel.yaml]\n",
        "later.yaml": f"model: later\ndelen: [deel.yaml]\n{work}",
    }.items():
        (tmp_path / name).write_text(text)
    both, one = (run("validate", *files, "--format", "compact", cwd=tmp_path).stdout for files in (("later.yaml", "nu.yaml"), ("later.yaml",)))
    assert ("DIN042" in both, "DIN042" in one) == (False, True)
    run("fix", "later.yaml", cwd=tmp_path)
    assert (tmp_path / "deel.yaml").read_text() == accepted
