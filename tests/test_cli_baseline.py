"""`dinkit baseline`: what it leaves out, what it forgets of models that are gone, and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_cli import run

MODEL = "model: {model}\ndoelen: {{banen: Meer banen}}\ninspanningen: {{loket: {{naam: Loket openen, draagt_bij_aan: banen}}}}\n"
REMOVE = (
    "haal het bestand weg en schrijf het opnieuw met 'dinkit baseline write'",
    "remove the file and write it again with 'dinkit baseline write'",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "dinkit.yaml").write_text("modellen: [een.yaml, twee.yaml]\n")
    for model in ("een", "twee"):
        (tmp_path / f"{model}.yaml").write_text(MODEL.format(model=model))
    return tmp_path


def models_in(project: Path) -> list[str]:
    """The model of each entry."""
    text = (project / "dinkit.baseline.yaml").read_text(encoding="utf-8")
    return [line.partition("model: ")[2].partition(",")[0] for line in text.splitlines() if "model: " in line]


def test_pruning_over_all_models_forgets_those_that_are_gone(project: Path) -> None:
    run("baseline", "write", cwd=project)
    before = models_in(project)
    (project / "een.yaml").write_text(MODEL.format(model="nieuw"))
    for words in (("een.yaml",), ("twee.yaml",)):
        assert run("baseline", "prune", *words, cwd=project).returncode == 0
        assert models_in(project) == before
    done = run("baseline", "prune", cwd=project)
    assert done.stdout == "dinkit.baseline.yaml: 3 bevindingen (dat waren er 6)\n"
    assert models_in(project) == ["twee"] * 3


def test_a_model_that_the_settings_name_no_more_is_forgotten(project: Path) -> None:
    run("baseline", "write", cwd=project)
    (project / "dinkit.yaml").write_text("modellen: [twee.yaml]\n")
    assert run("baseline", "write", cwd=project).stdout == "dinkit.baseline.yaml: 6 bevindingen (dat waren er 6)\n"
    assert run("baseline", "prune", "twee.yaml", cwd=project).stdout == "dinkit.baseline.yaml: 3 bevindingen (dat waren er 6)\n"


@pytest.mark.parametrize(
    ("settings", "model"),
    [
        ("", "model: nieuw"),  # nobody knows which models there are
        ("modellen: [een.yaml, twee.yaml]\nkleur: rood\n", "model: nieuw"),
        ("modellen: [een.yaml, twee.yaml]\n", "model: {id: een}"),  # the fault hides what it is called
    ],
)
def test_what_a_model_may_still_need_is_not_forgotten(project: Path, settings: str, model: str) -> None:
    run("baseline", "write", cwd=project)
    (project / "dinkit.yaml").write_text(settings)
    (project / "een.yaml").write_text(MODEL.format(model="een").replace("model: een", model))
    run("baseline", "prune", "een.yaml", "twee.yaml", cwd=project)
    assert models_in(project) == ["een"] * 3 + ["twee"] * 3


def test_errors_are_left_out_and_counted(project: Path) -> None:
    for number, said in ((1, "; 1 fout komt er niet in: los die op"), (2, "; 2 fouten komen er niet in: los die op")):
        broken = MODEL.format(model="een").replace(": banen", ": [banen, " + ", ".join(["gg", "hh"][:number]) + "]")
        (project / "een.yaml").write_text(broken)
        (project / "dinkit.baseline.yaml").unlink(missing_ok=True)
        done = run("baseline", "write", "een.yaml", cwd=project)
        assert done.stdout == f"dinkit.baseline.yaml: 3 bevindingen (dat waren er 0){said}\n"
        done = run("validate", "een.yaml", "--format", "compact", cwd=project)
        assert (done.returncode, done.stdout.count("DIN102"), len(done.stdout.splitlines())) == (1, number, number)


def test_the_path_is_the_one_from_here(project: Path) -> None:
    below = project / "map"
    below.mkdir()
    (below / "m.yaml").write_text(MODEL.format(model="m"))
    assert run("baseline", "write", "m.yaml", "--lang", "en", cwd=below).stdout == "../dinkit.baseline.yaml: 3 findings (there were 0)\n"


@pytest.mark.parametrize("action", ["write", "prune"])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", f"heeft fouten en blijft zoals het is; herstel de regels die 'dinkit validate' noemt, of {REMOVE[0]}"),
        ("en", f"has faults and stays as it is; mend the lines that 'dinkit validate' names, or {REMOVE[1]}"),
    ],
)
def test_a_damaged_baseline_is_left_alone_and_the_way_out_is_told(project: Path, action: str, language: str, said: str) -> None:
    below = project / "map"
    below.mkdir()
    damaged = "formaat: 1\nbevindingen:\n  - {regel: DIN401}\n"
    (project / "dinkit.baseline.yaml").write_text(damaged)
    done = run("baseline", action, "../een.yaml", "--lang", language, cwd=below)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"dinkit: ../dinkit.baseline.yaml {said}\n")
    assert (project / "dinkit.baseline.yaml").read_text() == damaged


def test_a_model_of_the_baseline_that_is_gone_is_told_when_all_are_looked_at(project: Path) -> None:
    run("baseline", "write", cwd=project)
    (project / "een.yaml").write_text(MODEL.format(model="nieuw"))
    assert "DIN044" not in run("validate", "een.yaml", "--format", "compact", cwd=project).stdout
    done = run("validate", "--format", "compact", "--lang", "en", cwd=project)
    assert [line for line in done.stdout.splitlines() if "DIN044" in line] == [
        "dinkit.baseline.yaml:4:6: warning DIN044: the baseline names the model 'een' (3 times), which this project does not have (any more)"
    ]
    run("baseline", "prune", cwd=project)
    assert "DIN044" not in run("validate", "--format", "compact", cwd=project).stdout
