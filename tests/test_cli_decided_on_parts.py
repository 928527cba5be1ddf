"""`dinkit baseline` and `dinkit review` where something cannot be read, and where models say different things of one id."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_cli import run

MODEL = """\
model: {model}
doelen:
  banen: {{naam: {name}}}
inspanningen:
  loket: {{naam: Loket openen, draagt_bij_aan: banen}}
"""
BROKEN = "<<<<<<< ours\n"
CONFIRMED = "review", "confirm", "loket", "--door", "staf", "--op", "2020-06-30"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "dinkit.yaml").write_text("modellen: [een.yaml, twee.yaml]\n")
    for model, name in (("een", "Banen"), ("twee", "Meer banen")):
        (tmp_path / f"{model}.yaml").write_text(MODEL.format(model=model, name=name))
    return tmp_path


@pytest.mark.parametrize("fault", [BROKEN, "delen: [weg.yaml]\n", "risicos: [x\n"])
def test_what_could_not_be_read_is_not_gone_from_the_baseline(project: Path, fault: str) -> None:
    run("baseline", "write", cwd=project)
    written = (project / "dinkit.baseline.yaml").read_bytes()
    assert b"model: een" in written
    (project / "een.yaml").write_text(MODEL.format(model="een", name="Banen") + fault)
    assert "DIN044" not in run("validate", cwd=project).stdout
    done = run("baseline", "prune", cwd=project)
    assert done.returncode == 2
    assert done.stderr.startswith("dinkit: niet alles in 'een' kon gelezen worden, dus wat er weg is, is niet te zeggen")
    assert run("baseline", "write", cwd=project).returncode == 0
    assert (project / "dinkit.baseline.yaml").read_bytes() == written


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("dinkit.baseline.yaml", ("baseline", "write", "een.yaml")),
        ("dinkit.baseline.yaml", ("baseline", "prune")),
        ("dinkit.review.yaml", CONFIRMED),
        ("dinkit.review.yaml", ("review", "status")),
    ],
)
def test_a_file_beside_the_models_with_faults_is_left_alone(project: Path, path: str, words: tuple[str, ...]) -> None:
    run("baseline", "write", cwd=project)
    run(*CONFIRMED, cwd=project)
    broken = (project / path).read_text() + BROKEN
    (project / path).write_text(broken)
    done = run(*words, cwd=project)
    assert done.returncode == 2
    assert done.stderr.startswith(f"dinkit: {path} heeft fouten")
    assert (project / path).read_text() == broken


def test_without_a_model_all_models_are_confirmed_and_looked_at(project: Path) -> None:
    assert run(*CONFIRMED, cwd=project).stdout == "2 bijdragen bevestigd in dinkit.review.yaml\n"
    assert run("review", "status", cwd=project).stdout == "niets te herzien\n"
    assert "DIN045" not in run("validate", cwd=project).stdout
    (project / "twee.yaml").write_text(MODEL.format(model="twee", name="Veel banen"))
    done = run("review", "status", cwd=project)
    assert done.returncode == 1
    said, hint = done.stdout.splitlines()
    assert said == "twee.yaml:5: te herzien: 'Loket openen' draagt bij aan 'Veel banen', dat veranderd is sinds staf dit bevestigde (2020-06-30)"
    assert "dinkit review confirm loket" in hint


def test_confirming_for_one_model_keeps_what_holds_for_another(project: Path) -> None:
    run(*CONFIRMED, cwd=project)
    (project / "twee.yaml").write_text(MODEL.format(model="twee", name="Veel banen"))
    assert run(*CONFIRMED, "twee.yaml", cwd=project).returncode == 0
    assert run("review", "status", cwd=project).returncode == 0
    assert (project / "dinkit.review.yaml").read_text().count("element: loket") == 2  # what twee.yaml said before is forgotten


def test_an_element_of_the_second_model_can_be_confirmed(project: Path) -> None:
    (project / "twee.yaml").write_text(MODEL.format(model="twee", name="Banen").replace("loket", "balie"))
    assert run("review", "confirm", "balie", *CONFIRMED[3:], cwd=project).stdout == "1 bijdrage bevestigd in dinkit.review.yaml\n"


def test_a_confirmation_is_an_orphan_only_when_no_model_has_the_contribution(project: Path) -> None:
    run(*CONFIRMED, cwd=project)
    (project / "twee.yaml").write_text(MODEL.format(model="twee", name="Meer banen").replace("loket", "balie"))
    assert "DIN049" not in run("validate", cwd=project).stdout
    begin = "begin met 'dinkit review confirm alles --door FUNCTIE --op DATUM'"
    assert run("review", "status", cwd=project).stdout == f"niets te herzien, maar 1 van de 2 bijdragen is nog nooit bevestigd; {begin}\n"
    (project / "een.yaml").write_text(MODEL.format(model="een", name="Banen").replace("loket", "lokaal"))
    assert "DIN049" not in run("validate", "een.yaml", cwd=project).stdout
    said = "de bevestiging van loket -> banen hoort bij niets meer"
    done = run("validate", "--format", "compact", cwd=project)
    assert [line for line in done.stdout.splitlines() if "DIN049" in line] == [
        f"dinkit.review.yaml:{line}:6: warning DIN049: {said}" for line in (4, 5)
    ]
    done = run("review", "status", cwd=project)
    told = [line for line in done.stdout.splitlines() if "hint:" not in line]
    assert (done.returncode, told) == (1, [f"dinkit.review.yaml:{line}: {said}" for line in (4, 5)])


def test_confirming_all_takes_out_what_no_model_has_and_only_that(project: Path) -> None:
    every = "review", "confirm", "alles", *CONFIRMED[3:]
    run(*every, cwd=project)
    (project / "een.yaml").write_text(MODEL.format(model="een", name="Banen").replace("loket", "balie"))
    assert run(*every, "een.yaml", cwd=project).stdout == "1 bijdrage bevestigd in dinkit.review.yaml\n"  # twee.yaml has that of loket
    assert (project / "dinkit.review.yaml").read_text().count("element: loket") == 2
    (project / "twee.yaml").write_text(MODEL.format(model="twee", name="Meer banen").replace("loket", "balie") + BROKEN)
    assert "weggehaald" not in run(*every, "een.yaml", cwd=project).stdout  # what could not be read may have it
    (project / "twee.yaml").write_text(MODEL.format(model="twee", name="Meer banen").replace("loket", "balie"))
    assert "weggehaald" not in run("review", "confirm", "balie", *CONFIRMED[3:], cwd=project).stdout
    said = "2 bijdragen bevestigd in dinkit.review.yaml; 2 bevestigingen die bij niets meer hoorden, zijn weggehaald\n"
    assert run(*every, cwd=project).stdout == said
    assert "loket" not in (project / "dinkit.review.yaml").read_text()
    assert run("review", "status", cwd=project).stdout == "niets te herzien\n"


@pytest.mark.parametrize("models", ["[een.yaml, twee.yaml]", "[twee.yaml, een.yaml]"])
def test_an_orphan_gets_the_nearest_id_of_the_model_that_knows_one(project: Path, models: str) -> None:
    (project / "dinkit.yaml").write_text(f"modellen: {models}\n")
    (project / "twee.yaml").write_text("model: twee\ndoelen: {rust: Meer rust}\n")
    run(*CONFIRMED, cwd=project)
    file = project / "dinkit.review.yaml"
    file.write_text(file.read_text().replace("element: loket", "element: lokket"))
    done = run("validate", "--format", "compact", "--lang", "en", cwd=project)
    assert [line for line in done.stdout.splitlines() if "DIN049" in line] == [
        "dinkit.review.yaml:4:6: warning DIN049: the confirmation of lokket -> banen belongs to nothing any more; did you mean 'loket'?"
    ]


@pytest.mark.parametrize(
    ("date", "language", "message"),
    [
        ("2020-05", "nl", "--op: 2020-05 is eerder dan de bevestiging van loket -> banen die er al staat (2020-06-30)"),
        ("2019", "en", "--on: 2019 is earlier than the confirmation of loket -> banen that is there already (2020-06-30)"),
        (
            "2021-02",
            "nl",
            "--op: 2021-02 is later dan de peildatum (2021-01); geef ook --peildatum 2021-02, of zet de peildatum van het model later",
        ),
        (
            "2022",
            "en",
            "--on: 2022 is later than the reference date (2021-01); add --reference-date 2022, or make that date of the model later",
        ),
    ],
)
def test_a_date_that_cannot_be_is_refused(project: Path, date: str, language: str, message: str) -> None:
    for model, today in (("een", "2021-01"), ("twee", "2020-12-31")):
        (project / f"{model}.yaml").write_text(f"peildatum: {today}\n{MODEL.format(model=model, name='Banen')}")
    run(*CONFIRMED, cwd=project)
    before = (project / "dinkit.review.yaml").read_bytes()
    for what in ("loket", "alles"):
        done = run("review", "confirm", what, "--door", "staf", "--op", date, "--lang", language, cwd=project)
        assert (done.returncode, done.stdout, done.stderr) == (2, "", f"dinkit: {message}\n")
    assert (project / "dinkit.review.yaml").read_bytes() == before
    for at in ("2021-02", "2022"):  # the way out that was told
        assert run(*CONFIRMED[:-1], at, "--peildatum", at, cwd=project).returncode == 0
    (project / "dinkit.review.yaml").write_bytes(before)
    assert run(*CONFIRMED[:-1], "2020", cwd=project).returncode == 0  # some day of 2020 is not earlier, nor later


def test_somebody_confirms(project: Path) -> None:
    done = run("review", "confirm", "loket", "--door", " ", "--op", "2020", cwd=project)
    assert done.returncode == 2
    assert done.stderr.startswith("dinkit: noem wat nagekeken is, door wie en wanneer")


def test_one_finding_is_no_findings(project: Path) -> None:
    text = MODEL.format(model="een", name="Banen").replace("banen}", "banen, planning: 2020, stakeholders: {s: eigenaar}}")
    (project / "een.yaml").write_text(text + "stakeholders: {s: Stad}\n")
    assert run("baseline", "write", "een.yaml", cwd=project).stdout == "dinkit.baseline.yaml: 1 bevinding (dat waren er 0)\n"


def test_explain_does_not_pass_over_a_second_word(project: Path) -> None:
    done = run("explain", "DIN107", "DIN401", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[0] for line in done.stdout.splitlines() if line.startswith("DIN")] == ["DIN107", "DIN401"]
    done = run("explain", "DIN107", "weg.yaml", cwd=project)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "dinkit: 'weg.yaml' bestaat niet\n")


@pytest.mark.parametrize("words", [("validate",), ("build", "--check"), ("review", "status"), ("merge", "--check")])
def test_a_missing_model_of_the_settings_is_told_with_where_it_is_named(project: Path, words: tuple[str, ...]) -> None:
    (project / "twee.yaml").unlink()
    done = run(*words, cwd=project)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "dinkit: dinkit.yaml: 'twee.yaml' bestaat niet\n")


@pytest.mark.parametrize("name", ["dinkit.yaml", "dinkit.baseline.yaml", "dinkit.review.yaml"])
@pytest.mark.parametrize(
    "words",
    [
        ("validate", "--format", "json"),
        ("analyse", "coverage", "een.yaml", "--format", "text"),
        ("diff", "een.yaml", "twee.yaml", "--format", "text"),
    ],
)
def test_what_a_project_decided_is_not_overwritten(project: Path, name: str, words: tuple[str, ...]) -> None:
    run("baseline", "write", cwd=project)
    run(*CONFIRMED, cwd=project)
    before = (project / name).read_bytes()
    done = run(*words, "-o", name, cwd=project)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"dinkit: '{name}' hoort bij het model en wordt niet overschreven\n")
    assert (project / name).read_bytes() == before
