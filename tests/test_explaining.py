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


def test_the_dutch_manual_has_the_examples_in_yaml_too() -> None:
    dutch = run(explain.COMMAND, "DIN101")
    assert (
        "Goed: het doel `meer-banen` en de inspanning `banenplan`.\n\n"
        "    doelen:\n      meer-banen: Meer banen\n"
        "    inspanningen:\n      banenplan: {naam: Banenplan opstellen, draagt_bij_aan: meer-banen}\n\n"
        "Fout: het doel `meer-banen` en een inspanning die ook `meer-banen` heet.\n\n"
        "    doelen:\n      meer-banen: Meer banen\n"
        "    inspanningen:\n      meer-banen: Banenplan opstellen\n\n"
        "Bron: "
    ) in dutch


@pytest.mark.parametrize("code", sorted(rule_codes() - {"DIN045"}))
def test_every_dutch_manual_has_the_examples_of_the_english_one(code: str) -> None:
    one = explained(code)
    assert one is not None
    assert one.manual is not None
    dutch, english = (re.findall(r"```yaml\n.*?\n```", manual, re.DOTALL) for manual in one.manual)
    assert dutch == english
    assert len(dutch) == 2


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


WEIGHED = {
    "dinkit.yaml": "modellen: [din.yaml]\nregels:\n  DIN409: tip\n  DIN301: {per_soort: {doelen: uit}}\n  DIN950: fout\n",
    "din.yaml": (
        "model: din\nregels:\n  DIN107: {ernst: fout, per_element: {a: uit}}\n"
        "projectregels:\n  DIN950: {voor: doelen, verbied: {niveau: subdoel}}\ndoelen: {a: A}\n"
    ),
    "ander.yaml": "model: ander\nregels: {DIN409: uit}\ndoelen: {b: B}\n",
}


@pytest.fixture
def weighed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in WEIGHED.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "first", "told"),
    [
        (("DIN409",), "DIN409 effort-without-planning (tip)", "Ernst ingesteld: dinkit.yaml:3: tip; zonder instelling: waarschuwing"),
        (
            ("DIN409", "ander.yaml", "--lang", "en"),
            "DIN409 effort-without-planning (off)",
            "Severity set: dinkit.yaml:3: tip; ander.yaml:2: off; when not set: warning",
        ),
        (("107", "din.yaml"), "DIN107 goal-without-effort (fout)", "Ernst ingesteld: din.yaml:3: fout, a uit; zonder instelling: waarschuwing"),
        (
            ("DIN301",),
            "DIN301 goal-without-indicator (waarschuwing)",
            "Ernst ingesteld: dinkit.yaml:4: doelen uit; zonder instelling: waarschuwing",
        ),
    ],
)
def test_explain_tells_the_severity_that_counts_and_who_set_it(weighed: Path, arguments: tuple[str, ...], first: str, told: str) -> None:
    del weighed
    said = run(explain.COMMAND, *arguments).splitlines()
    assert (said[0], said[-1]) == (first, told)


def test_explain_tells_nothing_of_severities_where_none_was_set(weighed: Path) -> None:
    del weighed
    assert "ingesteld" not in run(explain.COMMAND, "DIN101")
    assert run(explain.COMMAND, "DIN409", "ander.yaml").startswith("DIN409 effort-without-planning (uit)\n")


def test_rules_tells_the_severity_that_counts_and_who_set_it(weighed: Path) -> None:
    del weighed
    rows = {line.split()[0]: re.split(r"  +", line) for line in run(rules.COMMAND).splitlines() if line.startswith("DIN")}
    assert (rows["DIN409"][2], rows["DIN409"][-1]) == ("tip", "dinkit.yaml:3: tip; zonder instelling: waarschuwing")
    assert (rows["DIN107"][2], rows["DIN107"][-1]) == ("fout", "din.yaml:3: fout, a uit; zonder instelling: waarschuwing")
    assert (rows["DIN950"][2], rows["DIN950"][-2:]) == ("fout", ["din.yaml:5", "dinkit.yaml:5: fout; zonder instelling: waarschuwing"])
    assert len(rows["DIN101"]) == 4


def test_rules_of_two_models_that_differ_has_the_severity_of_the_project(weighed: Path) -> None:
    del weighed
    (fact,) = json.loads(run(rules.COMMAND, "din.yaml", "ander.yaml", "--format", "json"))["facts"]
    row = next(row for row in fact["tables"][0]["rows"] if row["code"] == "DIN409")
    assert row["severity"] == "tip"
    assert row["set"]["en"] == "dinkit.yaml:3: tip; ander.yaml:2: off; when not set: warning"


def test_settings_with_a_fault_say_nothing_of_severities(weighed: Path) -> None:
    (weighed / "dinkit.yaml").write_text("modellen: [din.yaml, weg.yaml]\nregels: {DIN409: erg}\n")
    assert run(explain.COMMAND, "DIN409").startswith("DIN409 effort-without-planning (waarschuwing)\n")
    (weighed / "din.yaml").write_bytes(b"regels: [")
    assert "ingesteld" not in run(rules.COMMAND)


def test_explain_takes_several_codes_and_models_in_any_order(weighed: Path) -> None:
    del weighed
    alone = [run(explain.COMMAND, code) for code in ("DIN101", "project-rule-950", "DIN021")]
    assert run(explain.COMMAND, "DIN101", "din.yaml", "project-rule-950", "DIN021") == "\n".join(alone)
    assert run(explain.COMMAND, "DIN101", "101") == alone[0]
    assert alone[1].startswith("DIN950 project-rule-950 (fout)\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("DIN101", "DIN1O2"), "er is geen code 'DIN1O2'; bedoelt u 'DIN102'? 'dinkit rules' noemt alle regels"),
        (("DIN101", "weg.yaml"), "'weg.yaml' bestaat niet"),
        (("project-rule-951",), "er is geen code 'project-rule-951'; bedoelt u 'project-rule-950'? 'dinkit rules' noemt alle regels"),
        (("din.yaml",), "noem een code, zoals in: dinkit explain DIN301 [MODEL]"),
        ((), "noem een code, zoals in: dinkit explain DIN301 [MODEL]"),
    ],
)
def test_what_explain_cannot_explain_is_a_wrong_call(weighed: Path, words: tuple[str, ...], said: str) -> None:
    del weighed
    done = CliRunner(env={"DINKIT_LANG": "nl"}).invoke(explain.COMMAND, words)
    assert done.exit_code == 2
    assert said in done.output


def test_rules_says_where_the_other_codes_are(project: Path) -> None:
    del project
    assert "DIN001 tot DIN049 zijn fouten bij het lezen en in wat er over bevindingen besloten is: 'dinkit explain DIN042'" in run(rules.COMMAND)
    assert "'dinkit explain DIN042' explains one, and --format json lists them." in run(rules.COMMAND, "--lang", "en")


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
    assert [column["key"] for column in listed["columns"]] == ["code", "name", "severity", "what", "place", "manual", "set"]
    by_code = {row["code"]: row for row in listed["rows"]}
    assert set(by_code) == rule_codes() - {"DIN045"} | {"DIN901", "DIN902", "DIN950"}
    assert by_code["DIN107"]["name"] == "goal-without-effort"
    assert by_code["DIN107"]["severity"] == "warning"
    assert by_code["DIN107"]["manual"]["en"].startswith("A goal has no effort beneath it.\n\n**Why**: ")
    assert by_code["DIN901"]["manual"]["nl"].startswith("Kijkt naar: inspanningen\n\nEis: geld gegeven")
    assert by_code["DIN901"]["place"] == "dinkit.yaml:3"
    assert {row["name"] for row in messages["rows"]} == MESSAGES.keys() | NOTICES.keys()
    assert [column["key"] for column in messages["columns"]] == ["code", "name", "severity", "what", "hint"]
