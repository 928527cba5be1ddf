"""Acceptances in a part that several models share: told only when no model of the project needs them."""

from __future__ import annotations

import pytest

from dinkit.checking.run import Decisions, judge
from dinkit.checking.sharing import Seen, files_of, needless
from dinkit.reading.load import load
from dinkit.reading.settings import load_settings
from dinkit.source import Memory

PART = "doelen: {banen: {naam: Meer banen, aanvaard: {DIN107: later, DIN901: niet nodig}}}\nstakeholders: {stad: Stad}\n"
WORK = "inspanningen: {loket: {naam: Loket openen, draagt_bij_aan: banen, planning: 2020, stakeholders: {stad: trekker}}}\n"
NOTE = "projectregels: {DIN901: {voor: doelen, eis: {omschrijving: aanwezig}}}\n"


def told(
    one: str, other: str, *, looked_at: tuple[str, ...] = ("een.yaml", "twee.yaml"), settings: str = "modellen: [een.yaml, twee.yaml]\n"
) -> list[str]:
    head = "delen: [deel.yaml]\n"
    files = Memory({"een.yaml": f"model: een\n{head}{one}", "twee.yaml": f"model: twee\n{head}{other}", "deel.yaml": PART, "dinkit.yaml": settings})
    decisions = Decisions(load_settings(files))
    found, seen = [], []
    for model in looked_at:
        loaded = load(model, files)
        judged = judge(loaded, decisions)
        found += judged.findings
        seen.append(Seen(judged.unneeded, files_of(loaded.network)))
    return sorted(
        {f"{finding.code} {finding.element}" for finding in (*found, *needless(seen, decisions.settings)) if finding.code.startswith("DIN04")}
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (WORK, NOTE, []),  # the second model has no effort, and the rule
        (WORK + NOTE, "", []),  # the second has no effort, the first has the rule
        (WORK + NOTE, WORK + NOTE, ["DIN042 banen"]),  # the first acceptance is of no use in either
        (WORK, "", ["DIN040 banen"]),  # the rule is in neither
    ],
)
def test_all_models_together_say_what_is_not_needed(one: str, other: str, expected: list[str]) -> None:
    assert told(one, other) == expected


def test_one_model_alone_says_nothing_of_what_another_may_need() -> None:
    assert told(WORK, NOTE, looked_at=("een.yaml",)) == []


def test_a_project_of_one_model_says_it_at_once() -> None:
    assert told(WORK, "", looked_at=("een.yaml",), settings="modellen: [een.yaml]\n") == ["DIN040 banen", "DIN042 banen"]
