"""The commands around findings: rules, baseline and review, and what validate and build make of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from test_cli import GOOD, run

LOOSE = GOOD.replace(", stakeholders: {stad: eigenaar}", "")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "dinkit.yaml").write_text("modellen: [din.yaml]\n")
    (tmp_path / "din.yaml").write_text(LOOSE)
    return tmp_path


def codes(folder: Path, *options: str) -> list[str]:
    done = run("validate", "--format", "json", *options, cwd=folder)
    return [finding["code"] for finding in json.loads(done.stdout)["findings"]]


def test_rules_are_listed_with_their_code_name_and_severity(tmp_path: Path) -> None:
    done = run("rules", "--format", "json", "--lang", "en", cwd=tmp_path)
    rows = {row["code"]: row for row in json.loads(done.stdout)["facts"][0]["tables"][0]["rows"]}
    assert rows["DIN102"]["name"] == "unknown-id"
    assert rows["DIN102"]["severity"] == "error"
    assert rows["DIN102"]["what"]["nl"].startswith("een verband noemt een id")
    assert run("rules", cwd=tmp_path).stdout.startswith(f"dinkit kent {len(rows)} regels.")


def test_the_baseline_is_written_matched_and_pruned(project: Path) -> None:
    before = codes(project)
    assert "DIN401" in before
    done = run("baseline", "write", cwd=project)
    assert (done.returncode, done.stdout) == (0, f"dinkit.baseline.yaml: {len(before)} bevindingen (dat waren er 0)\n")
    assert codes(project) == []
    assert run("validate", "--strict", cwd=project).returncode == 0
    (project / "din.yaml").write_text(GOOD)
    assert codes(project) == ["DIN044"] * len(before)
    done = run("baseline", "prune", cwd=project)
    assert done.stdout == f"dinkit.baseline.yaml: 0 bevindingen (dat waren er {len(before)})\n"
    assert codes(project) == []
    (project / "din.yaml").write_text(LOOSE)
    assert codes(project) == before


def test_faults_of_reading_never_enter_the_baseline(project: Path) -> None:
    (project / "din.yaml").write_text(f"{LOOSE}zomaar: 1\n")
    run("baseline", "write", cwd=project)
    assert "DIN0" not in (project / "dinkit.baseline.yaml").read_text()
    assert [code for code in codes(project) if code.startswith("DIN0")] == ["DIN010"]


def test_a_broken_baseline_is_a_located_finding(project: Path) -> None:
    (project / "dinkit.baseline.yaml").write_text("bevindingen:\n  - {regel: DIN401}\n")
    done = run("validate", cwd=project)
    assert done.returncode == 1
    assert "dinkit.baseline.yaml:2:5: fout DIN012" in done.stdout


def test_a_contribution_is_confirmed_and_to_be_reviewed_when_its_goal_changes(project: Path) -> None:
    (project / "din.yaml").write_text(GOOD)
    done = run("review", "confirm", "loket", "--door", "strateeg", "--op", "2020-06-30", cwd=project)
    assert (done.returncode, done.stdout) == (0, "1 bijdrage bevestigd in dinkit.review.yaml\n")
    assert run("review", "status", cwd=project).stdout == "niets te herzien\n"
    (project / "din.yaml").write_text(GOOD.replace("Meer banen", "Meer werk"))
    assert codes(project) == ["DIN045"]
    status = run("review", "status", cwd=project)
    assert status.returncode == 1
    assert status.stdout.splitlines() == [
        "din.yaml:6: te herzien: 'Loket openen' draagt bij aan 'Meer werk', dat veranderd is sinds strateeg dit bevestigde (2020-06-30)",
        "    hint: klopt de bijdrage nog? Bevestig dan met 'dinkit review confirm loket --door FUNCTIE --op DATUM'",
    ]
    assert run("review", "confirm", "alles", "--door", "strateeg", "--op", "2020-07", cwd=project).returncode == 0
    assert codes(project) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("review", "confirm", "loket"), "noem wat nagekeken is, door wie en wanneer"),
        (("review", "confirm", "lokket", "--door", "x", "--op", "2020"), "er is geen element 'lokket'; bedoelt u 'loket'?"),
        (("review", "confirm", "alle", "--door", "x", "--op", "2020"), "er is geen element 'alle'; bedoelt u 'alles'?"),
        (("review", "confirm", "LOKET", "--door", "x", "--op", "2020"), "er is geen element 'LOKET'; bedoelt u 'loket'?"),
        (("review", "confirm", "qq", "--door", "x", "--op", "2020"), "er is geen element 'qq'; met 'alles' bevestigt u alle bijdragen"),
        (
            ("review", "confirm", "loket", "banen", "--door", "x", "--op", "2020"),
            "'banen' is geen model; bevestig een id per keer, of met 'alles' alle bijdragen",
        ),
        (
            ("review", "confirm", "alles", "loket", "--door", "x", "--op", "2020", "--lang", "en"),
            "'loket' is no model; confirm one id at a time, or all contributions with 'all'",
        ),
        (("review", "confirm", "stad", "--door", "x", "--op", "2020"), "'stad' draagt nergens aan bij"),
        (("review", "confirm", "loket", "--door", "x", "--op", "gisteren"), "--op: 'gisteren' is geen datum"),
        (("report", "verantwoordin"), "er is geen rapport 'verantwoordin'. Bedoelt u 'verantwoording'?"),
        (("report", "voortgang", "--jaar", "2019"), "het rapport 'voortgang' kent --jaar niet"),
        (("validate", "--peildatum", "2019-13"), "--peildatum: '2019-13' is geen datum"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(project: Path, arguments: tuple[str, ...], message: str) -> None:
    done = run(*arguments, cwd=project)
    assert done.returncode == 2
    assert message in done.stderr
    assert not (project / "dinkit.review.yaml").exists()


def test_without_contributions_there_is_nothing_to_confirm(project: Path) -> None:
    (project / "din.yaml").write_text("doelen: {d: D}\n")
    done = run("review", "confirm", "alles", "--door", "x", "--op", "2020", cwd=project)
    assert (done.returncode, done.stderr) == (2, "dinkit: er zijn geen bijdragen om te bevestigen\n")
    assert not (project / "dinkit.review.yaml").exists()


def test_build_leaves_out_what_is_accepted(project: Path) -> None:
    (project / "din.yaml").write_text(LOOSE.replace("{naam: Loket openen,", "{naam: Loket openen, aanvaard: {DIN401: volgt, DIN408: volgt},"))
    assert run("build", cwd=project).returncode == 0
    found = json.loads((project / "exports" / "findings.json").read_text(encoding="utf-8"))
    assert [one["finding"]["code"] for one in found["suppressed"]] == ["DIN401", "DIN408"]
    assert found["findings"] == []


def test_the_reference_date_of_the_call_counts(project: Path) -> None:
    text = LOOSE.replace("{naam: Loket openen,", "{naam: Loket openen, aanvaard: {DIN401: {reden: volgt, geldt_tot: 2020}, DIN408: volgt},")
    (project / "din.yaml").write_text(text)
    assert codes(project) == ["DIN043"]  # whether the acceptance holds depends on a date, and the model names none
    assert codes(project, "--peildatum", "2020-12-31") == []
    assert codes(project, "--peildatum", "2021-01-01") == ["DIN401", "DIN043"]


def test_a_report_is_printed_or_written_in_the_form_of_its_name(project: Path) -> None:
    more = "voortgang: {v1: {van: loket, datum: 2020-06, auteur: trekker, aspecten: {planning: groen}}}\n"
    (project / "din.yaml").write_text(GOOD + more)
    assert run("report", "voortgang", cwd=project).stdout.startswith("# ")
    assert run("report", "progress", "-o", "v.html", cwd=project).returncode == 0
    assert (project / "v.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    done = run("report", "voortgang", "--format", "md", "-o", "din.yaml", cwd=project)
    assert done.returncode == 2
    assert "hoort bij het model" in done.stderr
