"""Several models in one run: what they share is told once, and what only some of them have says whose it is."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from test_cli import run

PART = """\
programma: {id: prog, naam: Werk}
doelen:
  banen: {naam: Meer banen, niveau: hoofddoel}
  rust: {naam: Meer rust, niveau: hoofddoel}
stakeholders: {stad: Stad}
"""


def model(name: str, goals: str) -> str:
    """A model that reads the part and has an effort without an owner for each of these goals."""
    efforts = [
        f"  werk-{at}: {{naam: Loket {at} openen, draagt_bij_aan: {goal}, planning: 2020, stakeholders: {{stad: doelgroep}}}}\n"
        for at, goal in zip("abcdefgh", goals.split(), strict=False)
    ]
    return f"model: {name}\npeildatum: 2020-01-01\ndelen: [deel.yaml]\ninspanningen:\n{''.join(efforts)}"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two models of one part: only in the first nothing is done for 'rust', and as many efforts as it has lack an owner."""
    (tmp_path / "dinkit.yaml").write_text("modellen: [een.yaml, twee.yaml]\n")
    (tmp_path / "deel.yaml").write_text(PART)
    (tmp_path / "een.yaml").write_text(model("een", "banen " * 7))
    (tmp_path / "twee.yaml").write_text(model("twee", "rust " + "banen " * 7))
    return tmp_path


def compact(project: Path, *arguments: str) -> list[str]:
    return run("validate", "--format", "compact", *arguments, cwd=project).stdout.splitlines()


def data(project: Path, form: str, *arguments: str) -> Any:
    return json.loads(run("validate", "--format", form, *arguments, cwd=project).stdout)


def marks(project: Path, *models: str) -> list[str]:
    return [one["fingerprint"] for one in data(project, "gitlab", *models)]


def test_a_finding_of_some_of_the_models_says_whose_it_is(project: Path) -> None:
    assert compact(project) == [
        "deel.yaml:1:17: warning DIN401: 7 van de 7 inspanningen hebben geen eigenaar of trekker (een)",
        "deel.yaml:1:17: warning DIN401: 8 van de 8 inspanningen hebben geen eigenaar of trekker (twee)",
        "deel.yaml:3:3: warning DIN301: doel 'Meer banen' wordt door geen indicator gemeten",
        "deel.yaml:4:3: warning DIN107: doel 'Meer rust' heeft geen inspanning (een)",
        "deel.yaml:4:3: warning DIN301: doel 'Meer rust' wordt door geen indicator gemeten",
    ]
    assert compact(project, "--lang", "en")[3] == "deel.yaml:4:3: warning DIN107: goal 'Meer rust' has no effort (een)"


def test_one_model_has_no_need_to_say_it(project: Path) -> None:
    assert compact(project, "een.yaml") == [line.removesuffix(" (een)") for line in compact(project) if "(twee)" not in line]
    assert "models" not in run("validate", "een.yaml", "--format", "json", cwd=project).stdout


def test_a_file_of_one_model_has_no_need_either(project: Path) -> None:
    (project / "twee.yaml").write_text(model("twee", "rust " + "banen " * 7).replace("bij_aan: rust", "bij_aan: rest"))
    assert "twee.yaml:5:50: error DIN102: er is geen doel, baat of vermogen met de id 'rest'" in compact(project)


def test_several_models_that_have_it_are_all_named(project: Path) -> None:
    (project / "drie.yaml").write_text(model("drie", "banen " * 7))
    found = [line for line in compact(project, "een.yaml", "twee.yaml", "drie.yaml") if "DIN107" in line]
    assert found == ["deel.yaml:4:3: warning DIN107: doel 'Meer rust' heeft geen inspanning (een, drie)"]


def test_models_with_one_id_are_told_apart_by_their_files(project: Path) -> None:
    (project / "twee.yaml").write_text((project / "twee.yaml").read_text().replace("model: twee", "model: een"))
    assert [line.rpartition(" ")[2] for line in compact(project) if "DIN401" in line] == ["(een.yaml)", "(twee.yaml)"]


def test_what_the_models_together_have_no_need_of_is_of_none_of_them(project: Path) -> None:
    (project / "deel.yaml").write_text(PART.replace("niveau: hoofddoel}\n  rust", "niveau: hoofddoel, aanvaard: {DIN107: later}}\n  rust"))
    (found,) = [line for line in compact(project) if "DIN042" in line]
    assert not found.endswith(")")


def test_what_is_needless_is_told_once_beside_a_model_that_the_project_does_not_name(project: Path) -> None:
    (project / "drie.yaml").write_text(model("drie", "banen " * 7))
    (project / "deel.yaml").write_text(PART.replace("niveau: hoofddoel}\n  rust", "niveau: hoofddoel, aanvaard: {DIN107: later}}\n  rust"))
    assert sum("DIN042" in line for line in compact(project, "een.yaml", "twee.yaml", "drie.yaml")) == 1


def test_json_has_the_models_of_such_a_finding_only(project: Path) -> None:
    found = data(project, "json")["findings"]
    assert [(one["code"], one.get("models")) for one in found] == [
        ("DIN401", ["een"]),
        ("DIN401", ["twee"]),
        ("DIN301", None),
        ("DIN107", ["een"]),
        ("DIN301", None),
    ]


def test_accepted_findings_say_whose_they_are_too(project: Path) -> None:
    assert run("baseline", "write", "een.yaml", cwd=project).returncode == 0
    found = data(project, "json")
    accepted = [one["finding"] for one in found["suppressed"] if one["finding"]["location"]["file"] == "deel.yaml"]
    assert [(one["code"], one["models"]) for one in accepted] == [("DIN301", ["een"]), ("DIN107", ["een"]), ("DIN301", ["een"])]
    assert [(one["code"], one["models"]) for one in found["findings"]] == [("DIN401", ["twee"]), ("DIN301", ["twee"]), ("DIN301", ["twee"])]
    told = run("validate", "--format", "markdown", cwd=project).stdout.split("<details>")[1]
    assert "| DIN107 | doel 'Meer rust' heeft geen inspanning (een) | was er al (baseline) |" in told


def test_sarif_says_it_in_the_message_and_in_a_property(project: Path) -> None:
    results = data(project, "sarif")["runs"][0]["results"]
    assert [one["properties"] for one in results if one["ruleId"] == "DIN107"] == [{"slug": "goal-without-effort", "models": ["een"]}]
    assert [one["message"]["text"].split("\n")[0] for one in results][3:] == [
        "doel 'Meer rust' heeft geen inspanning (een)",
        "doel 'Meer rust' wordt door geen indicator gemeten",
    ]


def test_a_case_of_junit_has_its_model_in_its_name(project: Path) -> None:
    root = ET.fromstring(run("validate", "--format", "junit", cwd=project).stdout)
    assert [case.attrib["name"] for case in root.iterfind("testsuite[@name='deel.yaml']/testcase")] == [
        "DIN401 effort-without-owner: prog (een)",
        "DIN401 effort-without-owner: prog (twee)",
        "DIN301 goal-without-indicator: banen",
        "DIN107 goal-without-effort: rust (een)",
        "DIN301 goal-without-indicator: rust",
    ]


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("text", "deel.yaml:4:3: waarschuwing DIN107 doel 'Meer rust' heeft geen inspanning (een)\n"),
        ("github", "title=DIN107 goal-without-effort::doel 'Meer rust' heeft geen inspanning (een)%0Ahint: "),
        ("gitlab", '"description": "doel \'Meer rust\' heeft geen inspanning (een)",'),
        ("markdown", "| DIN107 | doel 'Meer rust' heeft geen inspanning (een)<br>hint: "),
    ],
)
def test_other_forms_say_it_behind_the_message(project: Path, form: str, told: str) -> None:
    assert told in run("validate", "--format", form, cwd=project).stdout


def test_a_mark_does_not_depend_on_the_models_beside_it(project: Path) -> None:
    both, first, second = marks(project), marks(project, "een.yaml"), marks(project, "twee.yaml")
    assert (len(both), len(set(both))) == (5, 5)
    assert (first, second) == ([both[0], *both[2:]], [both[1], both[2], both[4]])
    assert sorted(marks(project, "twee.yaml", "een.yaml")) == sorted(both)
    results = data(project, "sarif")["runs"][0]["results"]
    assert [mark for one in results for mark in one["partialFingerprints"].values()] == both


def test_a_mark_of_a_whole_model_stays_while_its_numbers_change(project: Path) -> None:
    before = marks(project, "twee.yaml")
    (project / "twee.yaml").write_text(model("twee", "rust " + "banen " * 6))
    assert compact(project, "twee.yaml")[0].startswith("deel.yaml:1:17: warning DIN401: 7 van de 7 ")
    assert marks(project, "twee.yaml") == before
