"""What is told, and what is not, where a version could not be read as it is meant; and what values of two versions are in."""

from __future__ import annotations

from pathlib import Path

import pytest

from dinkit.comparing.comparison import Comparison
from dinkit.comparing.meaning import fingerprint
from dinkit.consequences.telling import compared
from test_cli import run
from test_consequences import BEGIN, after, beginning, side, told

SUMS = (
    "lost-cover",
    "last-effort",
    "fewer-efforts",
    "goal-gone",
    "money",
    "stakeholder-released",
    "stakeholder-loaded",
    "gone-error",
    "gone-warning",
)
TARGETS = ("target-moved", "to-review")


@pytest.mark.parametrize(
    ("old", "new", "counted"),
    [
        ("  krant:", "  Krant:", "Inspanningen: 1 misschien weg of niet te lezen."),
        ("  krant:", "  loket:", "Inspanningen: 1 misschien weg of niet te lezen."),
        ("school: School", "School: School", "Stakeholders: 1 misschien weg of niet te lezen"),
        ("draagt_bij_aan: scholing", "zorgt_voor: scholing", "Inspanningen: 1 gewijzigd."),
        ("bedrag: 100,", "bedrag: 1.0.0,", "Inspanningen: 1 gewijzigd."),
    ],
)
def test_of_what_a_fault_hides_nothing_is_concluded(old: str, new: str, counted: str) -> None:
    found = after((old, new))
    assert told(found, *SUMS) == []
    assert found.story.nl.startswith(counted)
    assert [one.code for one in found.consequences[:2]] == ["unreadable", "new-error"]
    assert found.consequences[0].text.nl.endswith("en wat het betekent voor dekking, geld en stakeholders is niet te zeggen.")


def test_a_fault_that_both_versions_have_hides_nothing_of_the_change() -> None:
    faulty = BEGIN.replace("planning: 2019\n    geld", "planning: lang\n    geld")
    found = compared("m", side(faulty), side(faulty.replace("draagt_bij_aan: scholing", "draagt_bij_aan: banen")))
    assert [code for code, _, _ in told(found, "unreadable", "lost-cover")] == ["unreadable", "unreadable", "lost-cover", "lost-cover"]
    assert found.consequences[0].text.nl.endswith("wat daar ontbreekt kan hier nieuw lijken.")


def test_a_rule_that_is_silent_on_what_could_not_be_read_is_no_improvement() -> None:
    without = BEGIN.replace("stakeholders: {gemeente: trekker, school: partner}\n    planning", "planning")
    found = compared("m", side(without), side(without.replace("draagt_bij_aan: scholing", "zorgt_voor: scholing")))
    assert told(found, "gone-warning") == []
    assert len(told(compared("m", side(without), beginning()), "gone-warning")) > 0


def test_what_could_not_be_read_did_not_move() -> None:
    begin = BEGIN.replace("banen: Meer banen", "banen: {naam: Meer banen, streefdatum: 2022}")
    assert told(compared("m", side(begin), side(begin.replace("streefdatum: 2022", "streefdatum: 2O22"))), *TARGETS) == []
    assert told(compared("m", side(begin), side(begin.replace("streefdatum: 2022", "streefdatum: 2023"))), "target-moved") == [
        ("target-moved", "Subdoel 'Meer banen': de streefdatum gaat van 2022 naar 2023.", "banen")
    ]


def test_another_spelling_means_the_same() -> None:
    network = beginning().network
    for old, new in (
        ("naam: Aantal banen, meet: banen, eenheid: banen", "naam: Aantal banen, meet: banen, eenheid: ' banen '"),
        ("banen: Meer banen", "banen: 'Meer  banen'"),
        ("waarde: 20, datum: 2022", "datum: 2022, waarde: 20.0"),
    ):
        found = after((old, new))
        assert told(found) == []
        assert found.story.nl == "Er is niets veranderd aan wat het model zegt."
        assert fingerprint(found.now.network, "banen") == fingerprint(network, "banen")


def test_a_contribution_that_was_confirmed_since_is_not_to_be_reviewed() -> None:
    found = after(("banen: Meer banen", "banen: Veel meer banen"))
    assert [one for _, _, one in told(found, "to-review")] == ["banen"]
    now = found.now._replace(confirmed=frozenset({("loket", "banen", fingerprint(found.now.network, "banen"))}))
    assert told(compared("m", found.then, now), "to-review") == []
    stale = found.now._replace(confirmed=frozenset({("loket", "banen", fingerprint(found.then.network, "banen"))}))
    assert [one for _, _, one in told(compared("m", found.then, stale), "to-review")] == ["banen"]


INDICATOR = BEGIN[BEGIN.index("indicatoren:\n") : BEGIN.index("inspanningen:")]


def targets(found: Comparison) -> list[str]:
    return [text for _, text, _ in told(found, *TARGETS)]


def test_values_have_the_unit_of_their_own_version() -> None:
    found = after(
        (
            "eenheid: banen, richting: hoger, nulmeting: 10, streefwaarden: [{waarde: 20,",
            "eenheid: '%', richting: hoger, nulmeting: 10, streefwaarden: [{waarde: 30,",
        )
    )
    assert targets(found) == [
        "Indicator 'Aantal banen': de streefwaarde voor 2022 gaat van 20 banen naar 30%.",
        "Te herzien: de bijdrage aan subdoel 'Meer banen' ('Loket openen'), want indicator 'Aantal banen' veranderde.",
    ]


def test_another_unit_alone_moves_the_target() -> None:
    assert targets(after(("eenheid: banen", "eenheid: fte")))[:1] == [
        "Indicator 'Aantal banen': de eenheid gaat van 'banen' naar 'fte', ook die van de streefwaarde."
    ]


def test_an_indicator_that_goes_takes_its_target_along() -> None:
    assert targets(after((INDICATOR, ""))) == [
        "Indicator 'Aantal banen' is weg, met de streefwaarde 20 banen voor 2022.",
        "Te herzien: de bijdrage aan subdoel 'Meer banen' ('Loket openen'), want geen indicator meet het nog.",
    ]
    assert targets(after(("meet: banen, ", "")))[:1] == ["Subdoel 'Meer banen' wordt niet meer gemeten met 'Aantal banen'."]


def test_a_finding_about_no_element_may_stand_in_another_file() -> None:
    begin, now = side("model: m\nonbekende_sleutel: x\n"), side("model: m\nonbekende_sleutel: x\n")
    moved = now._replace(findings=tuple(one._replace(location=one.location._replace(file="anders.yaml")) for one in now.findings))
    assert told(compared("m", begin, moved), "new-error", "gone-error") == []
    assert len(told(compared("m", side("model: m\n"), now), "new-error")) == 1


def test_what_was_split_says_so_and_names_what_stood_in_this_model() -> None:
    krant = BEGIN[BEGIN.index("  krant:") :]
    parts = "".join(
        krant.replace("  krant:\n", f"  {name}:\n    opvolger_van: m/krant\n").replace("Krant maken", f"Krant {name}") for name in ("noord", "zuid")
    )
    found = after((krant, parts))
    assert found.story.nl == "Inspanningen: 2 voortgekomen uit iets anders, 1 opgegaan in iets anders."
    assert told(found, "new-error") == []
    again = side(BEGIN + "  zuid:\n    naam: Zuid\n    opvolger_van: m/krant\n")
    assert [one.code for one in again.findings if one.code == "DIN115"] == ["DIN115"]


def test_a_merge_gate_opens_when_contributions_were_confirmed(tmp_path: Path) -> None:
    for name, goal in (("oud", "Meer banen"), ("nieuw", "Veel meer banen")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "dinkit.yaml").write_text("modellen: [din.yaml]\n", encoding="utf-8")
        (tmp_path / name / "din.yaml").write_text(BEGIN.replace("banen: Meer banen", f"banen: {goal}"), encoding="utf-8")
    gate = ("diff", "oud", "nieuw", "--fail-on", "te-herzien")
    confirm = ("review", "confirm", "alles", "--door", "strateeg", "--op", "2020-06-30")
    assert run(*confirm, cwd=tmp_path / "oud").returncode == 0
    assert run(*gate, cwd=tmp_path).returncode == 1
    assert run(*confirm, cwd=tmp_path / "nieuw").returncode == 0
    assert run(*gate, cwd=tmp_path).returncode == 0
