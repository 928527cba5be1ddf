"""What a severity names that is not there: an element, in the settings of one or several models; a rule, with what was meant where that is certain."""

from __future__ import annotations

import pytest

from dinkit.checking.meant import rule_meant
from dinkit.checking.run import Decisions, judge, rule_codes
from dinkit.checking.sharing import Seen, files_of, needless
from dinkit.finding import Finding
from dinkit.reading.load import load
from dinkit.reading.settings import load_settings
from dinkit.source import Memory
from test_checking_decisions import judged, told

ONE = "model: een\ninspanningen: {loket: Loket openen}\n"
OTHER = "model: twee\ninspanningen: {krant: Krant maken}\n"
OWN = "projectregels: {DIN901: {voor: doelen, eis: {omschrijving: aanwezig}}}\n"
BOTH = "modellen: [een.yaml, twee.yaml]\n"


def test_an_element_that_the_one_model_of_a_project_lacks_is_told_at_its_place() -> None:
    found = judged(ONE, settings="modellen: [./din.yaml]\nregels:\n  DIN401: {per_element: {lokket: uit}}\n").findings
    assert [one for one in told(found) if "DIN041" in one] == ["DIN041 warning - dinkit.yaml:3:26"]
    assert [one.message.nl for one in found if one.code == "DIN041"] == ["er is geen element 'lokket'; bedoelt u 'loket'?"]


@pytest.mark.parametrize("models", ["", "modellen: [ander.yaml]\n"])
def test_a_model_that_the_project_does_not_name_says_nothing_of_the_settings(models: str) -> None:
    found = judged(ONE, settings=f"{models}regels: {{DIN401: {{per_element: {{lokket: uit}}}}}}\n")
    assert "DIN041" not in [one.code for one in (*found.findings, *found.unneeded)]


def together(settings: str, *, one: str = ONE, looked_at: tuple[str, ...] = ("een.yaml", "twee.yaml")) -> list[str]:
    """What is said of the settings when these models are looked at."""
    files = Memory({"een.yaml": one, "twee.yaml": OTHER, "los.yaml": "model: los\n", "dinkit.yaml": settings})
    decisions = Decisions(load_settings(files))
    found: list[Finding] = []
    seen = []
    for model in looked_at:
        loaded = load(model, files)
        by_model = judge(loaded, decisions)
        found += by_model.findings
        seen.append(Seen(by_model.unneeded, files_of(loaded.network)))
    about = [finding for finding in (*found, *needless(seen, decisions.settings)) if finding.location.file == "dinkit.yaml"]
    return [f"{finding.code} {finding.location.span.line}:{finding.location.span.column} {finding.message.nl}" for finding in about]


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ("regels: {DIN401: {per_element: {loket: uit, krant: tip}}}\n", []),
        ("regels: {DIN401: {per_element: {lokket: uit}}}\n", ["DIN041 2:33 er is geen element 'lokket'; bedoelt u 'loket'?"]),
        ("regels: {DIN901: tip}\n", ["DIN040 2:10 er is geen regel met de code 'DIN901'"]),
        ("regels: {DIN488: tip}\n", ["DIN040 2:10 er is geen regel met de code 'DIN488'"] * 2),  # told by each: the command tells it once
    ],
)
def test_all_models_together_say_what_none_of_them_has(rules: str, said: list[str]) -> None:
    assert together(BOTH + rules) == said


@pytest.mark.parametrize(
    ("settings", "one", "looked_at"),
    [
        (BOTH, ONE, ("een.yaml",)),
        (BOTH, ONE, ("een.yaml", "los.yaml")),
        (BOTH, ONE + OWN.replace("DIN901", "DIN902") + "delen: [weg.yaml]\n", ("een.yaml", "twee.yaml")),
        (BOTH + "kleur: rood\n", ONE, ("een.yaml", "twee.yaml")),  # a fault in the settings may hide a model
    ],
)
def test_nothing_is_said_of_the_settings_before_every_model_was_read(settings: str, one: str, looked_at: tuple[str, ...]) -> None:
    rules = "regels: {DIN401: {per_element: {lokket: uit}}, DIN901: tip}\n"
    assert [line for line in together(settings + rules, one=one, looked_at=looked_at) if "DIN041" in line or "DIN901" in line] == []


def test_a_rule_of_one_of_the_models_is_a_rule() -> None:
    assert together(f"{BOTH}regels: {{DIN901: tip}}\n", one=ONE + OWN) == []


CODES = frozenset(("DIN104", "DIN107", "DIN401", "DIN402", "DIN410", "DIN507", "DIN045", "DIN901", "DIN910"))


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("DIN4O1", "DIN401"),
        ("DINIO7", "DIN107"),
        ("DINl07", "DIN107"),
        ("din401", "DIN401"),
        (" Din401", "DIN401"),
        ("401", "DIN401"),
        ("DIN4011", "DIN401"),
        ("DIN57", "DIN507"),
        ("DIN705", None),
        ("DIN41", None),  # DIN401 or DIN410
        ("DIN170", "DIN107"),
        ("DIN140", None),  # DIN104 or DIN410
        ("DIN777", None),
        ("DIN10", None),
        ("DIN403", None),
        ("DIN960", None),
        ("DIN091", None),  # what a project calls its own is never meant by another code
        ("effort-without-owner", "DIN401"),
        ("Effort_Without_Owner", "DIN401"),
        ("orphan-confirmation", None),
        ("", None),
    ],
)
def test_a_rule_is_proposed_only_when_one_can_be_meant(given: str, meant: str | None) -> None:
    assert rule_meant(given, CODES) == meant


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("DIN4O1", "er is geen regel met de code 'DIN4O1'; bedoelt u 'DIN401'?"),
        ("effort-without-owner", "er is geen regel met de code 'effort-without-owner'; bedoelt u 'DIN401'?"),
        ("DIN777", "er is geen regel met de code 'DIN777'"),
        ("DIN10", "er is geen regel met de code 'DIN10'"),
        ("DIN960", "er is geen regel met de code 'DIN960'"),
        ("din010", "'din010' is geen regel die anders gewogen of aanvaard kan worden"),
        ("onbekend", "er is geen regel met de code 'onbekend'"),
    ],
)
def test_a_wrong_code_is_told_wherever_it_stands(given: str, message: str) -> None:
    weighed = judged(f"regels: {{{given}: tip}}\n{ONE}{OWN}")
    accepting = judged(ONE.replace("loket: Loket openen", f"loket: {{naam: Loket openen, aanvaard: {{{given}: het is zo}}}}") + OWN)
    for found in (weighed, accepting):
        assert [one.message.nl for one in found.findings if one.code == "DIN040"] == [message]


def test_no_code_of_dinkit_is_its_own_slip() -> None:
    assert {code: rule_meant(code.lower(), rule_codes()) for code in rule_codes()} == {code: code for code in rule_codes()}
