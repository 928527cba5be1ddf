"""Project rules as their users meet them: found by validate, listed, explained, put in the baseline; and costing nothing where there are none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from test_cli import run

RULES = """\
modellen: [a.yaml, b.yaml]
projectregels:
  DIN901:
    voor: inspanningen
    eis: {draagt_bij_aan: {doelen: , minstens: 2}}
    melding: "{naam} helpt te weinig doelen"
    reden: spreiding
  DIN902: {voor: doelen, eis: {omschrijving: gegeven}, ernst: uit}
"""
PART = "inspanningen: {loket: {naam: Loket openen, omschrijving: Open het loket., draagt_bij_aan: [werk], stakeholders: {gemeente: eigenaar}}}\n"
REST = "stakeholders: {gemeente: Gemeente}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two models that share a part; the goal in it is called otherwise in each."""
    (tmp_path / "dinkit.yaml").write_text(RULES)
    (tmp_path / "deel.yaml").write_text(PART)
    for name in ("a", "b"):
        own = f"doelen: {{werk: Meer werk {name}}}\nprojectregels: {{DIN903: {{voor: doelen, eis: {{aangekondigd: ontbreekt}}}}}}\n"
        (tmp_path / f"{name}.yaml").write_text(f"model: {name}\ndelen: [deel.yaml]\n{own}{REST}")
    return tmp_path


def own_lines(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert "Traceback" not in done.stderr
    return [line for line in done.stdout.splitlines() if "DIN9" in line]


def test_models_that_share_a_part_tell_what_is_found_in_it_once(project: Path) -> None:
    done = run("validate", "--format", "compact", cwd=project)
    assert own_lines(done) == ["deel.yaml:1:91: warning DIN901: 'Loket openen' helpt te weinig doelen"]
    assert done.returncode == 0
    assert run("validate", "--strict", "a.yaml", cwd=project).returncode == 1


def test_a_finding_shows_what_was_asked_and_what_there_is(project: Path) -> None:
    shown = run("validate", "a.yaml", cwd=project).stdout
    assert "hint: nodig: draagt bij aan minstens 2 doelen; gevonden: 1 doel ('Meer werk a'); waarom: spreiding" in shown


def test_they_are_listed_and_explained_where_they_stand(project: Path) -> None:
    listed = own_lines(run("rules", cwd=project))
    assert [line.split()[0] for line in listed] == ["DIN901", "DIN902", "DIN903", "DIN903"]
    assert [line.split()[-1] for line in listed] == ["dinkit.yaml:3", "dinkit.yaml:8", "a.yaml:4", "b.yaml:4"]
    explained = run("explain", "DIN901", cwd=project).stdout
    assert "Eis: draagt bij aan minstens 2 doelen\n" in explained
    assert "Waarom: spreiding\n" in explained
    assert run("explain", "DIN950", cwd=project).returncode == 2


def test_the_baseline_takes_them_in(project: Path) -> None:
    assert run("baseline", "write", cwd=project).returncode == 0
    assert "DIN901" in (project / "dinkit.baseline.yaml").read_text()
    assert own_lines(run("validate", "--format", "compact", cwd=project)) == []


def test_a_model_without_them_loads_nothing_for_them(tmp_path: Path) -> None:
    (tmp_path / "din.yaml").write_text("doelen: {d: Doel}\n")
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "dinkit", "validate", "din.yaml"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "dinkit.checking.run" in done.stderr
    assert "project_rules" not in done.stderr
