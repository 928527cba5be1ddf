"""`dinkit explain` and `dinkit rules`: every code has its explanation, in both languages, and a wrong one gets the nearest."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from dinkit.checking.explaining import code_named, codes, explained, nearest_code
from dinkit.checking.notices import NOTICES
from dinkit.checking.run import rule_codes
from dinkit.cli.commands import explain, rules
from dinkit.exporters._explanations import as_markdown, as_text
from dinkit.reading.messages import MESSAGES

ROOT = Path(__file__).parent.parent
LANGUAGES = ("nl", "en")


def run(command: object, *arguments: str) -> str:
    done = CliRunner(env={"DINKIT_LANG": "nl"}).invoke(command, arguments)  # type: ignore[arg-type]
    assert done.exit_code == 0, done.output
    return done.output


def test_every_code_that_can_be_given_is_explained() -> None:
    given = {message.code for message in MESSAGES.values()} | {notice.code for notice in NOTICES.values()} | rule_codes()
    assert set(codes()) == given
    for code in codes():
        one = explained(code)
        assert one is not None
        assert one.code == code
        assert one.manual or one.sorts


@pytest.mark.parametrize("code", codes())
def test_an_explanation_reads_in_both_languages(code: str) -> None:
    one = explained(code)
    assert one is not None
    for language in LANGUAGES:
        text, markdown = as_text(one, language), as_markdown(one, language)
        assert text.startswith(f"{code} ")
        assert "**" not in text
        assert "```" not in text
        assert not re.search(r"\{[0-9]+\}", text + markdown)
        assert all(sort.name in text for sort in one.sorts)
    assert as_text(one, "nl") != as_text(one, "en")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("DIN107", "DIN107"),
        ("din107", "DIN107"),
        (" 107 ", "DIN107"),
        ("14", "DIN014"),
        ("goal-without-effort", "DIN107"),
        ("goal_without_effort", "DIN107"),
        ("open-quote", "DIN004"),
        ("unused-acceptance", "DIN042"),
        ("rule-kind", "DIN031"),
        ("DIN1070", None),
        ("", None),
        ("doel", None),
    ],
)
def test_a_code_is_known_by_its_number_and_its_names(given: str, code: str | None) -> None:
    assert code_named(given) == code


def test_the_nearest_is_proposed() -> None:
    assert nearest_code("DIN1O7") == "DIN107"
    assert nearest_code("goal-witout-efort") == "goal-without-effort"
    assert nearest_code("DIN9O1", ["DIN901"]) == "DIN901"
    assert nearest_code("x") is None


def test_explain_tells_the_manual_of_a_rule() -> None:
    dutch, english = run(explain.COMMAND, "DIN107"), run(explain.COMMAND, "107", "--lang", "en")
    assert dutch.startswith(
        "DIN107 goal-without-effort (waarschuwing)\n\nDoel zonder inspanning\n\nWat: onder dit doel ligt geen enkele inspanning.\n"
    )
    assert english.startswith("DIN107 goal-without-effort (warning)\n\nA goal has no effort beneath it.\n\nWhy: ")
    assert "\n    doelen:\n      meer-banen: Meer banen\n" in english


def test_explain_tells_what_reading_and_decisions_say() -> None:
    reading = run(explain.COMMAND, "DIN021")
    assert reading == (
        "DIN021 part-outside (fout)\n\nWat er mis kan zijn:\n\n  part-outside\n    het deel '…' ligt buiten het project\n"
        "    hint: zet het bestand in de map van het project, en schrijf het pad zoals het vanaf dit bestand loopt\n"
    )
    decision = run(explain.COMMAND, "DIN042")
    assert "    waarom: Een aanvaarding die blijft staan, zou later een nieuwe fout verbergen.\n" in decision


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "dinkit.yaml").write_text(
        "modellen: [din.yaml]\nprojectregels:\n"
        "  DIN901: {voor: inspanningen, eis: {geld: gegeven}, melding: '{naam} kost niets', reden: dat kan niet, ernst: tip}\n"
        "  DIN902: {voor: inspanningen, eis: {gelt: gegeven}}\n",
        encoding="utf-8",
    )
    (tmp_path / "din.yaml").write_text(
        "projectregels:\n  DIN950: {voor: doelen, verbied: {niveau: subdoel}, ernst: uit}\ndoelen: {a: A}\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_explain_tells_the_rules_of_the_project_and_of_its_models(project: Path) -> None:
    del project
    assert run(explain.COMMAND, "DIN901") == (
        "DIN901 project-rule-901 (tip)\n\nKijkt naar: inspanningen\n\nEis: geld gegeven\n\nMelding: {naam} kost niets\n\nWaarom: dat kan niet\n\n"
        "Staat in dinkit.yaml:3.\n"
    )
    assert run(explain.COMMAND, "950", "--lang", "en") == (
        "DIN950 project-rule-950 (off)\n\nLooks at: goals\n\nForbids: level sub\n\nStands in din.yaml:2.\n"
    )
    assert "in deze regel staat een fout" in run(explain.COMMAND, "DIN902")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("DIN1O7", "er is geen code 'DIN1O7'; bedoelt u 'DIN107'? 'dinkit rules' noemt alle regels"),
        ("goal-witout-effort", "er is geen code 'goal-witout-effort'; bedoelt u 'goal-without-effort'? 'dinkit rules' noemt alle regels"),
        ("DIN903", "dit project heeft geen regel 'DIN903'; eigen regels staan in dinkit.yaml of een model onder 'projectregels'"),
    ],
)
def test_a_wrong_code_gets_the_nearest_and_exit_2(code: str, said: str, project: Path) -> None:
    del project
    done = CliRunner(env={"DINKIT_LANG": "nl"}).invoke(explain.COMMAND, [code])
    assert done.exit_code == 2
    assert said in done.output


def test_rules_lists_those_of_the_project(project: Path) -> None:
    del project
    text = run(rules.COMMAND)
    count = len(rule_codes()) - 1
    assert text.startswith(f"dinkit kent {count} regels; dit project heeft er 3 van zichzelf.\n")
    assert re.search(r"^DIN901 +project-rule-901 +tip +… kost niets +dinkit.yaml:3$", text, re.MULTILINE)
    assert re.search(r"^DIN902 +project-rule-902 +waarschuwing +een regel van dit project zelf +dinkit.yaml:4$", text, re.MULTILINE)
    assert re.search(r"^DIN950 +project-rule-950 +uit +doelen: niet: niveau subdoel +din.yaml:2$", text, re.MULTILINE)


def test_rules_gives_machines_all_there_is(project: Path) -> None:
    del project
    (fact,) = json.loads(run(rules.COMMAND, "--format", "json"))["facts"]
    listed, messages = fact["tables"]
    assert [column["key"] for column in listed["columns"]] == ["code", "name", "severity", "what", "place", "manual"]
    by_code = {row["code"]: row for row in listed["rows"]}
    assert set(by_code) == rule_codes() - {"DIN045"} | {"DIN901", "DIN902", "DIN950"}
    assert by_code["DIN107"]["name"] == "goal-without-effort"
    assert by_code["DIN107"]["severity"] == "warning"
    assert by_code["DIN107"]["manual"]["en"].startswith("A goal has no effort beneath it.\n\n**Why**: ")
    assert by_code["DIN901"]["manual"]["nl"].startswith("Kijkt naar: inspanningen\n\nEis: geld gegeven")
    assert by_code["DIN901"]["place"] == "dinkit.yaml:3"
    assert {row["name"] for row in messages["rows"]} == MESSAGES.keys() | NOTICES.keys()
    assert [column["key"] for column in messages["columns"]] == ["code", "name", "severity", "what", "hint"]
