"""What is decided about a model that could not be read whole: nothing is called well, nothing is thrown away."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_cli import run

GOALS = "doelen: {veilig: {naam: Minder overlast}, banen: {naam: Meer banen}}\n"
WORK = "inspanningen:\n  loket: {naam: Loket openen, draagt_bij_aan: banen}\n  cameras:\n    naam: Cameras plaatsen\n    draagt_bij_aan: veilig\n"
CONFIRM = ("review", "confirm", "alles", "--door", "programmamanager", "--op", "2027-02-01")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "dinkit.yaml").write_text("modellen: [din.yaml]\n")
    (tmp_path / "din.yaml").write_text("model: stad\npeildatum: 2027-03-01\ndelen: [doelen.yaml, werk.yaml]\n")
    (tmp_path / "doelen.yaml").write_text(GOALS)
    (tmp_path / "werk.yaml").write_text(WORK)
    assert run(*CONFIRM, cwd=tmp_path).returncode == 0
    assert run("baseline", "write", cwd=tmp_path).returncode == 0
    return tmp_path


@pytest.mark.parametrize("broken", [WORK.replace("naam: Cameras", 'naam: "Cameras'), f"<<<<<<< HEAD\n{WORK}=======\n>>>>>>> tak\n"])
def test_a_review_of_what_was_not_read_says_so_and_writes_nothing(project: Path, broken: str) -> None:
    (project / "doelen.yaml").write_text(GOALS.replace("Minder overlast", "Veel minder overlast"))
    assert run("review", "status", cwd=project).returncode == 1
    (project / "werk.yaml").write_text(broken)
    before = (project / "dinkit.review.yaml").read_bytes()
    status, confirm = run("review", "status", cwd=project), run(*CONFIRM, cwd=project)
    why = "niet alles in 'din.yaml' kon gelezen worden, dus {}; los eerst de fouten op (zie dinkit validate)\n"
    assert (status.returncode, status.stderr) == (2, f"dinkit: {why.format('er kan meer te herzien zijn')}")
    assert (confirm.returncode, confirm.stderr) == (2, f"dinkit: {why.format('wat er te bevestigen is, is niet te zeggen')}")
    assert "niets te herzien" not in status.stdout
    assert (project / "dinkit.review.yaml").read_bytes() == before


def test_a_baseline_of_what_was_not_read_stays_and_says_so(project: Path) -> None:
    before = (project / "dinkit.baseline.yaml").read_bytes()
    (project / "werk.yaml").write_text(WORK.replace("naam: Cameras", 'naam: "Cameras'))
    done = run("baseline", "write", cwd=project)
    assert done.stderr == "niet alles in 'stad' kon gelezen worden: wat de baseline daarvan had, is gebleven\n"
    assert done.stdout.endswith("; 1 fout komt er niet in: los die op\n")
    assert (project / "dinkit.baseline.yaml").read_bytes() == before
