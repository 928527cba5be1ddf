"""Pictures that stay put, as users ask for it: by itself, with a picture that is given, with a revision, and anew."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from dinkit import building
from dinkit.checking.run import Decisions, judge
from dinkit.cli.earlier import standing_arrangement
from dinkit.drawing.arrangement import Arrangement, arrangement_in
from dinkit.reading.load import load
from dinkit.source import Memory
from git_support import committed, git, made
from support import network_of
from test_cli import run

MODEL = """\
model: klein
doelen:
  d1: {naam: Een, subdoelen: {a: A, b: B}}
  d2: {naam: Twee, subdoelen: {c: C}}
inspanningen:
  e1: {naam: Loket openen, draagt_bij_aan: a, planning: 2019}
  e2: {naam: Krant maken, draagt_bij_aan: b, planning: 2019}
  e3: {naam: Feest houden, draagt_bij_aan: c, planning: 2019}
"""
TURNED = {"goal-0": ["d2", "d1"], "goal-1": ["c", "b", "a"], "effort": ["e3", "e2", "e1"]}
ADDED = MODEL + "  e4: {naam: Nieuw, draagt_bij_aan: b, planning: 2019}\n"


def picture(order: dict[str, list[str]]) -> bytes:
    """Make an SVG that says it has an order."""
    return f'<svg xmlns="http://www.w3.org/2000/svg"><metadata id="dinkit">{json.dumps({"order": order})}</metadata></svg>'.encode()


def order_in(path: Path) -> dict[str, list[str]]:
    return {key: list(ids) for key, ids in arrangement_in(path.read_bytes()).order.items()}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "dinkit.yaml").write_text("modellen: [din.yaml]\n")
    (tmp_path / "din.yaml").write_text(ADDED)
    return tmp_path


def test_a_picture_stays_as_the_one_that_it_replaces_and_as_one_that_is_given(project: Path) -> None:
    (project / "x.svg").write_bytes(picture(TURNED))
    assert run("render", "-o", "again.svg", "--stable-with", "x.svg", cwd=project).returncode == 0
    assert run("render", "-o", "x.svg", cwd=project).returncode == 0
    assert (project / "x.svg").read_bytes() == (project / "again.svg").read_bytes()
    assert [one for one in order_in(project / "x.svg")["effort"] if one != "e4"] == TURNED["effort"]


def test_what_stands_is_the_picture_itself_or_one_with_data_beside_it_unless_it_is_to_be_forgotten(tmp_path: Path) -> None:
    network = network_of(MODEL)
    dot = f"digraph {{}}\n// dinkit: {json.dumps({'order': TURNED})}\n".encode()
    assert standing_arrangement(tmp_path / "x.svg", network, fresh=False) is None
    for name, data in (("x.pdf", b"%PDF"), ("x.dot", dot)):
        (tmp_path / name).write_bytes(data)
    for name in ("x.svg", "x.pdf", "x.png", "x.dot"):
        found = standing_arrangement(tmp_path / name, network, fresh=False)
        assert found is not None
        assert {key: list(ids) for key, ids in found.order.items()} == TURNED
        assert standing_arrangement(tmp_path / name, network, fresh=True) is None
    (tmp_path / "x.svg").write_bytes(picture({"effort": ["e2"]}))
    assert standing_arrangement(tmp_path / "x.pdf", network, fresh=False) == Arrangement({"effort": ("e2",)})
    assert standing_arrangement(tmp_path / "y.pdf", network, fresh=False) is None


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "het bestand bestaat niet"),
        (b"\x89PNG\r\n\x1a\n", "in een .png of .pdf staat de volgorde niet"),
        (b"<svg/>", "dit is geen beeld van dinkit"),
        (
            b'<!DOCTYPE svg [<!ENTITY b SYSTEM "file:///etc/passwd">]><svg><metadata id="dinkit">&b;</metadata></svg>',
            "de volgorde in dit beeld is beschadigd",
        ),
        (picture({}), "in dit beeld staat geen volgorde"),
        (picture({"effort": ["heel", "anders"]}), "in dit beeld staat niets dat in het model staat"),
    ],
)
def test_a_picture_that_has_nothing_to_say_is_refused(project: Path, content: bytes | None, why: str) -> None:
    if content is not None:
        (project / "oud.svg").write_bytes(content)
    done = run("render", "-o", "x.svg", "--stable-with", "oud.svg", cwd=project)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"dinkit: --stable-with 'oud.svg': {why}")
    assert not (project / "x.svg").exists()


@pytest.mark.parametrize(("command", "given"), [(("render", "-o", "x.svg"), "x.svg"), (("build",), "main")])
def test_fresh_and_stable_with_contradict_each_other(project: Path, command: tuple[str, ...], given: str) -> None:
    done = run(*command, "--fresh", "--stable-with", given, cwd=project)
    assert (done.returncode, done.stderr) == (2, "dinkit: --fresh en --stable-with gaan niet samen\n")


def test_hostile_orders_do_no_harm(project: Path) -> None:
    hostile = {"effort": ["e3", '"]; evil', "&lt;script&gt;", "e3", "e1", "d1"], "no column": ["e2"], "goal-0": [""]}
    (project / "oud.svg").write_bytes(picture(hostile))
    assert run("render", "-o", "x.svg", "--stable-with", "oud.svg", cwd=project).returncode == 0
    assert b"script" not in (project / "x.svg").read_bytes()
    effort = order_in(project / "x.svg")["effort"]
    assert sorted(effort) == ["e1", "e2", "e3", "e4"]
    assert effort.index("e3") < effort.index("e1")


def test_build_keeps_what_stands_and_goes_back_to_a_revision(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    made(project)
    (project / "din.yaml").write_text(MODEL)
    (project / "exports").mkdir()
    (project / "exports/din.svg").write_bytes(picture(TURNED))
    assert run("build", cwd=project).returncode == 0
    assert order_in(project / "exports/din.svg") == TURNED
    committed(project)

    clone = project / "kloon"
    git(project, "clone", "--quiet", str(project), str(clone))
    assert run("build", "--check", cwd=clone).returncode == 0
    shutil.rmtree(clone)

    (project / "exports/din.svg").write_bytes(picture({key: ids[::-1] for key, ids in TURNED.items()}))
    assert run("build", "--stable-with", "HEAD", cwd=project).returncode == 0
    assert order_in(project / "exports/din.svg") == TURNED


def overview(text: str, before: dict[str, bytes]) -> dict[str, tuple[str, ...]]:
    """Return the order in the overview that a build makes where this stood."""
    return dict(arrangement_in(product(text, "din.dot", before)).order)


def product(text: str, name: str, before: dict[str, bytes]) -> bytes:
    loaded = load("din.yaml", Memory({"din.yaml": text}))
    found = building.products(loaded.network, judge(loaded, Decisions()), "nl", before.get)
    return next(one for one in found if one.name == name).make()


def test_build_follows_an_element_to_its_new_id() -> None:
    stood = {"din.svg": picture(TURNED | {"effort": ["e1", "e3", "e2"]}), "din.json": product(MODEL, "din.json", {})}
    now = MODEL.replace("e1:", "loket:").replace("d2:", "twee:")
    assert overview(now, stood) == {"goal-0": ("twee", "d1"), "goal-1": ("c", "b", "a"), "effort": ("loket", "e3", "e2")}
    assert overview(now, stood | {"din.json": b"{"})["effort"] == ("e3", "e2", "loket")


def test_build_takes_the_order_from_the_dot_where_another_program_saved_the_svg_anew() -> None:
    dot = f"digraph {{}}\n// dinkit: {json.dumps({'order': TURNED})}\n".encode()
    expected = {key: tuple(ids) for key, ids in TURNED.items()}
    assert overview(MODEL, {"din.svg": b"<svg/>", "din.dot": dot}) == overview(MODEL, {"din.dot": dot}) == expected
    assert overview(MODEL, {"din.svg": b"<svg/>", "din.dot": b"// dinkit: {"}) == overview(MODEL, {})


@pytest.mark.parametrize(
    ("name", "why"),
    [("nergens", "er is geen revisie 'nergens'"), ("", "er is geen revisie ''"), ("din.yaml", "dat is geen revisie maar een bestand")],
)
def test_a_revision_that_is_not_there_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch, name: str, why: str) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    committed(made(project))
    done = run("build", "--stable-with", name, cwd=project)
    assert done.returncode == 2
    assert done.stderr.startswith(f"dinkit: --stable-with '{name}': {why}")
    assert not (project / "exports").exists()


def test_outside_git_there_are_no_revisions(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    done = run("build", "--stable-with", "main", cwd=project)
    assert (done.returncode, done.stderr) == (2, "dinkit: --stable-with 'main': deze map staat niet in git\n")
