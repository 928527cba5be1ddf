"""What a baseline never takes for granted, and what it says of models that the project does not have."""

from __future__ import annotations

import pytest

from dinkit.checking.baseline import errors_of, strange
from dinkit.checking.sharing import Seen, files_of, needless
from dinkit.reading.load import load
from dinkit.reading.settings import BASELINE, load_baseline, load_settings
from dinkit.source import Memory
from test_checking_decisions import judged, told

LINKED = "model: klein\ninspanningen: {a: {naam: Loket openen, draagt_bij_aan: gg}}\n"
ENTRY = "formaat: 1\nbevindingen:\n  - {model: klein, regel: DIN102, element: a}\n"


@pytest.mark.parametrize("given", ["gg", "hh"])
def test_a_baseline_never_hides_a_broken_link(given: str) -> None:
    found = judged(LINKED.replace("gg", given), baseline=ENTRY)
    assert [line for line in told(found) if "DIN102" in line or "DIN044" in line] == ["DIN102 error a din.yaml:2:56"]
    assert found.suppressed == ()


def test_an_error_beside_its_old_entry_is_told_alone() -> None:
    found = judged(LINKED.replace("draagt_bij_aan: gg", "planning: 2030..2020"), baseline=ENTRY.replace("DIN102", "DIN501"))
    assert [line for line in told(found) if "DIN501" in line or "DIN044" in line] == ["DIN501 error a din.yaml:2:50"]


def test_an_entry_of_an_error_that_is_mended_is_unused_like_any_other() -> None:
    found = judged(LINKED.replace(", draagt_bij_aan: gg", ""), baseline=ENTRY)
    assert [one.message.nl for one in found.findings if one.code == "DIN044"] == [
        "DIN102 bij 'a' staat 1 keer in de baseline en wordt niet meer gevonden"
    ]


def test_an_entry_of_what_the_model_accepts_since_then_is_said_to_be_accepted() -> None:
    text = LINKED.replace("draagt_bij_aan: gg", "aanvaard: {DIN401: De buurt trekt dit.}")
    found = judged(text, baseline=ENTRY.replace("DIN102", "DIN401"))
    assert [(one.finding.code, one.by) for one in found.suppressed] == [("DIN401", "model")]
    assert [one.message for one in found.findings if one.code == "DIN044"] == [
        (
            "DIN401 bij 'a' staat 1 keer in de baseline en wordt nu in het model zelf aanvaard",
            "DIN401 at 'a' stands in the baseline once and is now accepted in the model itself",
        )
    ]


@pytest.mark.parametrize(
    ("rules", "errors"),
    [
        ("", ["DIN102"]),
        ("regels: {DIN401: fout}\n", ["DIN102"]),  # the project made it an error, and it may have been there already
        ("regels: {DIN102: waarschuwing}\n", []),
        ("projectregels: {DIN901: {voor: inspanningen, eis: {planning: aanwezig}, ernst: fout}}\n", ["DIN102"]),
    ],
)
def test_only_an_error_of_dinkit_itself_that_is_one_here_stays_out(rules: str, errors: list[str]) -> None:
    assert [one.code for one in errors_of(judged(LINKED + rules).findings)] == errors


def test_what_the_project_made_an_error_can_have_been_there_already() -> None:
    entry = ENTRY.replace("DIN102", "DIN401")
    found = judged(f"regels: {{DIN401: fout}}\n{LINKED}", baseline=entry)
    assert [one.finding.code for one in found.suppressed] == ["DIN401"]


ENTRIES = """\
formaat: 1
bevindingen:
  - {model: een, regel: DIN401, element: loket}
  - {model: oud, regel: DIN401, element: loket}
  - {model: oud, regel: DIN408, element: loket, keer: 2}
  - {model: twee, regel: DIN401, element: loket}
"""
ONE = "model: een\ninspanningen: {loket: Loket openen}\n"
TWO = "model: twee\ninspanningen: {loket: Loket openen}\n"
BOTH = "modellen: [een.yaml, ./twee.yaml]\n"
STRANGE = "3:6 de baseline noemt het model 'een' (1 keer), en dat heeft dit project niet (meer)"
OLD = "4:6 de baseline noemt het model 'oud' (3 keer), en dat heeft dit project niet (meer)"


def strangers(settings: str, *, one: str = ONE, looked_at: tuple[str, ...] = ("een.yaml", "twee.yaml")) -> list[str]:
    """What is said of the baseline when these models are looked at."""
    files = Memory({"een.yaml": one, "twee.yaml": TWO, "los.yaml": "model: los\n", "dinkit.yaml": settings, BASELINE: ENTRIES})
    decided, baseline = load_settings(files), load_baseline(files)
    seen = []
    for path in looked_at:
        network = load(path, files).network
        seen.append(Seen(tuple(strange(network, network.head.model or path, baseline, decided)), files_of(network)))
    return [f"{found.location.span.line}:{found.location.span.column} {found.message.nl}" for found in needless(seen, decided)]


def test_all_models_together_say_which_models_of_the_baseline_are_not_theirs() -> None:
    assert strangers(BOTH) == [OLD]
    assert strangers(BOTH, one=ONE.replace("een", "nieuw")) == [STRANGE, OLD]
    assert strangers(BOTH, one=ONE.replace("model: een\n", "")) == [STRANGE, OLD]  # it is known by its path now


def test_a_project_of_one_model_says_it_at_once() -> None:
    found = strangers("modellen: [een.yaml]\n", looked_at=("een.yaml",))
    assert found == [OLD, STRANGE.replace("3:6", "6:6").replace("'een'", "'twee'")]


@pytest.mark.parametrize(
    ("settings", "one", "looked_at"),
    [
        (BOTH, ONE, ("een.yaml",)),
        (BOTH, ONE, ("een.yaml", "los.yaml")),
        ("", ONE, ("een.yaml", "twee.yaml")),  # without settings nobody knows which models there are
        (BOTH + "kleur: rood\n", ONE, ("een.yaml", "twee.yaml")),
        (BOTH, ONE + "delen: [weg.yaml]\n", ("een.yaml", "twee.yaml")),
        (BOTH, ONE.replace("model: een", "model: {id: een}"), ("een.yaml", "twee.yaml")),
        (BOTH, ONE.replace("model: een", "modle: een"), ("een.yaml", "twee.yaml")),
    ],
)
def test_what_another_model_may_need_is_no_stranger(settings: str, one: str, looked_at: tuple[str, ...]) -> None:
    assert strangers(settings, one=one, looked_at=looked_at) == []
