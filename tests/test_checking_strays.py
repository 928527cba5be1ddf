"""A file with elements that no model reads: somebody split a part and forgot to name the new one."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_cli import run

WORK = "inspanningen: {loket: {naam: Loket openen, draagt_bij_aan: banen, planning: 2027, stakeholders: {stad: trekker}}}\n"
FILES = {
    "dinkit.yaml": "modellen: [models/a.yaml, models/b.yaml]\n",
    "models/a.yaml": "model: a\npeildatum: 2027\ndelen: [../delen/doelen.yaml, ../delen/werk.yaml]\n",
    "models/b.yaml": "model: b\npeildatum: 2027\ndelen: [../delen/doelen.yaml, ../delen/werk.yaml]\n",
    "delen/doelen.yaml": "doelen: {banen: Meer banen}\nstakeholders: {stad: De stad}\n",
    "delen/werk.yaml": WORK,
    "delen/werk-2.yaml": "# afgesplitst\ninspanningen:\n  markt: {naam: Markt houden}\n",
}
TOLD = "delen/werk-2.yaml:3:3: warning DIN017: geen model van het project leest dit bestand, dus wat hier staat telt nergens mee"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def strays(project: Path, *arguments: str) -> list[str]:
    done = run("validate", "--format", "compact", *arguments, cwd=project)
    assert done.returncode in (0, 1), done.stderr
    return [line for line in done.stdout.splitlines() if "DIN017" in line]


@pytest.mark.parametrize("call", [(), (".",), ("models/a.yaml", "models/b.yaml"), ("--changed", "delen/werk-2.yaml"), ("--changed", "delen")])
def test_it_is_told_once_wherever_all_models_are_looked_at(project: Path, call: tuple[str, ...]) -> None:
    assert strays(project, *call) == [TOLD]


def test_one_model_alone_does_not_know(project: Path) -> None:
    assert strays(project, "models/a.yaml") == []


def test_a_commit_of_the_old_and_the_new_part_tells_it_too(project: Path) -> None:
    assert strays(project, "--changed", "delen/werk.yaml", "delen/werk-2.yaml") == [TOLD]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("delen/werk-2.yaml", "model: los\ndoelen: {d: Doel}\n"),  # it names itself
        ("delen/werk-2.yaml", "services: {web: {image: nginx}}\n"),  # something else in YAML
        ("delen/werk-2.yaml", ""),
        ("elders/werk-2.yaml", "inspanningen: {markt: Markt houden}\n"),  # where no part stands
        ("models/c.yaml", "model: c\ndelen: [../delen/werk-2.yaml]\n"),  # a part of a model that the project does not name
        ("models/b.yaml", "model: b\npeildatum: 2027\ndelen: [../delen/doelen.yaml, ../delen/werk.yaml, ../delen/werk-2.yaml]\n"),
        ("dinkit.yaml", "modellen: []\n"),  # nothing says which models there are
    ],
)
def test_what_is_no_stray_is_not_told(project: Path, name: str, text: str) -> None:
    if not name.startswith(("models/", "dinkit")):
        (project / "delen/werk-2.yaml").unlink()
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text(text)
    assert strays(project, *(["models"] if name == "dinkit.yaml" else [])) == []


def test_settings_without_models_leave_the_models_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "dinkit.yaml").write_text("regels: {DIN506: uit}\n")
    (tmp_path / "din.yaml").write_text("model: din\ndoelen: {banen: {naam: Meer banen, nivo: hoofddoel}}\n")
    done = run("validate", ".", "--format", "compact", cwd=tmp_path)
    assert (done.returncode, "din.yaml:2:36: error DIN010" in done.stdout) == (1, True)
