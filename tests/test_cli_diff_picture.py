"""dinkit diff --picture as its users call it: files and revisions, forms, options that contradict each other, and what cannot be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dinkit.cli import program
from dinkit.drawing.arrangement import Arrangement, arrangement_in, written
from git_support import committed, made
from test_cli import run

MODEL = "model: m\ntaal: nl\nprogramma: {id: plan, naam: Plan één}\ndoelen: {g: Doel}\ninspanningen: {e: {naam: Loket openen, draagt_bij_aan: g}}\n"


@pytest.fixture
def top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a space and an accent in its path, in which an effort got another name."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("DINKIT_LANG", "nl")
    folder = made(tmp_path / "de één")
    committed(folder, {"dinkit.yaml": "modellen: [m.yaml, n.yaml]\n", "m.yaml": MODEL, "n.yaml": "model: n\ndoelen: {z: Zorg}\n"})
    (folder / "m.yaml").write_text(MODEL.replace("Loket openen", "Loket sluiten"), encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def called(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Exit code, output and errors of a call of `dinkit diff`."""
    with pytest.raises(SystemExit) as caught:
        program.main(["diff", *words])
    out, err = capsys.readouterr()
    return int(caught.value.code or 0), out, err


def test_the_working_tree_against_the_last_commit(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(capsys, "--picture", "-o", "uit/wat er veranderde.svg") == (0, "uit/wat er veranderde.svg\n", "")
    svg = (top / "uit" / "wat er veranderde.svg").read_text(encoding="utf-8")
    assert 'text-decoration="line-through"' in svg
    assert "Loket sluiten" in svg
    assert "Wat er veranderde van HEAD (" in svg


@pytest.mark.parametrize(("name", "start"), [("x.png", b"\x89PNG"), ("x.pdf", b"%PDF"), ("x.HTML", b"<!DOCTYPE html>"), ("x.dot", b"digraph")])
def test_every_form(top: Path, capsys: pytest.CaptureFixture[str], name: str, start: bytes) -> None:
    assert called(capsys, "HEAD", "m.yaml", "--beeld", "-o", name)[0] == 0
    assert (top / name).read_bytes().startswith(start)


def test_the_gate_holds_for_a_picture_too(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(capsys, "--picture", "-o", "x.dot", "--fail-on", "wijziging")[0] == 1
    assert (top / "x.dot").exists()


def test_english_whole_and_size(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(capsys, "--picture", "--whole", "--size", "A4", "--lang", "en", "-o", "x.dot")[0] == 0
    dot = (top / "x.dot").read_text(encoding="utf-8")
    assert "What changed from HEAD" in dot
    ((width, height),) = re.findall(r'size="([0-9.]+),([0-9.]+)!"', dot)
    assert width == "11.6929"
    assert float(height) < 8.2677, "a small change is no taller than it needs"


def test_stable_with_another_picture(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(capsys, "--picture", "-o", "x.dot")[0] == 0
    assert called(capsys, "--picture", "-o", "y.dot", "--stable-with", "x.dot")[0] == 0
    assert (top / "x.dot").read_bytes() == (top / "y.dot").read_bytes()
    code, _, err = called(capsys, "--picture", "-o", "z.dot", "--stable-with", "m.yaml")
    assert (code, "dit is geen beeld van dinkit" in err, (top / "z.dot").exists()) == (2, True, False)


def test_everything_stands_as_in_exports(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    more = MODEL + "  f: {naam: Krant maken, draagt_bij_aan: g}\n"
    model = more.replace("inspanningen: {e: {naam: Loket openen, draagt_bij_aan: g}}", "inspanningen:\n  e: {naam: Loket openen, draagt_bij_aan: g}")
    (top / "oud.yaml").write_text(model, encoding="utf-8")
    (top / "m.yaml").write_text(model.replace("Loket openen", "Loket sluiten") + "  h: {naam: Nieuw, draagt_bij_aan: g}\n", encoding="utf-8")
    orders = []
    for efforts in (("e", "f"), ("f", "e")):
        arrangement = Arrangement({"effort": efforts, "goal-0": ("g",)})
        (top / "exports").mkdir(exist_ok=True)
        (top / "exports" / "din.svg").write_text(f'<svg><metadata id="dinkit">{written(arrangement, "")}</metadata></svg>', encoding="utf-8")
        assert called(capsys, "oud.yaml", "m.yaml", "--picture", "--whole", "-o", "x.dot")[0] == 0
        orders.append([one for one in arrangement_in((top / "x.dot").read_bytes()).order["effort"] if one != "h"])
    assert orders == [["e", "f"], ["f", "e"]]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--picture",), "--picture schrijft een bestand, niet naar de standaarduitvoer; noem het met -o, zoals -o verschil.svg"),
        (("--picture", "-o", "-"), "--picture schrijft een bestand, niet naar de standaarduitvoer; noem het met -o, zoals -o verschil.svg"),
        (("--picture", "-o", "x.gif"), "'x.gif' moet met --picture eindigen op .svg, .png, .pdf, .html of .dot"),
        (("--picture", "-o", "x.svg", "--format", "md"), "--picture en --format gaan niet samen; -o bepaalt de vorm"),
        (("--whole",), "--whole hoort bij --picture"),
        (("--size", "A3"), "--size hoort bij --picture"),
        (("--stable-with", "x.svg"), "--stable-with hoort bij --picture"),
        (("-o", "x.svg"), "'x.svg' is een beeld; teken het met --picture"),
        (("--picture", "-o", "m.yaml"), "moet met --picture eindigen op"),
        (("weg.yaml", "m.yaml", "--picture", "-o", "x.svg"), "'weg.yaml' bestaat niet"),
    ],
)
@pytest.mark.usefixtures("top")
def test_a_wrong_call_says_what_to_do(capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str) -> None:
    code, out, err = called(capsys, *words)
    assert (code, out) == (2, "")
    assert said in err


def test_a_picture_shows_one_model(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (top / "n.yaml").write_text("model: n\ndoelen: {z: Zorgen}\n", encoding="utf-8")
    code, _, err = called(capsys, "--picture", "-o", "x.svg")
    assert (code, "een beeld toont één model, en hier verschillen er 2; noem er een: m.yaml, n.yaml" in err) == (2, True)
    assert called(capsys, "n.yaml", "--picture", "-o", "x.svg")[0] == 0


def test_nothing_changed(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(capsys, "n.yaml", "--picture", "-o", "x.dot", "--fail-on", "wijziging")[0] == 0
    assert "Geen verschil." in (top / "x.dot").read_text(encoding="utf-8")


def test_a_model_that_cannot_be_read_on_one_side(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (top / "m.yaml").write_bytes(b"\x00\x01 binary")
    assert called(capsys, "m.yaml", "--picture", "-o", "x.dot")[0] == 0
    assert "de werkmap kan niet gelezen worden; er is niet vergeleken" in (top / "x.dot").read_text(encoding="utf-8")


def test_what_is_not_drawn_does_not_load_the_engine(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(MODEL, encoding="utf-8")
    done = run("diff", "a.yaml", "a.yaml", cwd=tmp_path, PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    assert " graphviz" not in done.stderr
