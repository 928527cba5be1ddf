"""Pictures of what is no longer in the model: named by --check, removed by build, and kept where somebody else made or changed them."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from dinkit import building
from test_cli import run

MODEL = "model: klein\ndoelen: {een: Een, twee: Twee}\ninspanningen: {e: {naam: Loket openen, draagt_bij_aan: [een, twee]}}\n"


def test_a_picture_of_a_goal_that_is_gone_goes_too(tmp_path: Path) -> None:
    model = tmp_path / "din.yaml"
    (tmp_path / "dinkit.yaml").write_text("modellen: [din.yaml]\n", encoding="utf-8")
    model.write_text(MODEL, encoding="utf-8")
    assert run("build", cwd=tmp_path).returncode == 0
    model.write_text(MODEL.replace(", twee: Twee", "").replace("[een, twee]", "een"), encoding="utf-8")
    (tmp_path / "exports" / "doel-eigen.svg").write_text("van een ander", encoding="utf-8")
    (tmp_path / "exports" / "doel-twee.pdf").write_bytes(b"bewerkt")

    checked = run("build", "--check", cwd=tmp_path)
    assert checked.returncode == 1
    assert "verouderd: exports/doel-twee.svg\n" in checked.stdout
    assert "doel-twee.pdf" not in checked.stdout

    assert run("build", cwd=tmp_path).returncode == 0
    left = {path.name for path in (tmp_path / "exports").glob("doel-*")}
    assert left == {"doel-een.dot", "doel-een.svg", "doel-een.pdf", "doel-eigen.svg", "doel-twee.pdf"}
    assert run("build", "--check", cwd=tmp_path).returncode == 0


def test_a_list_of_pictures_cannot_name_files_elsewhere() -> None:
    kept = {name: {"sha256": sha256(b"x").hexdigest()} for name in ("a.svg", "../a.svg", "b\\a.svg", "c.svg", "d.svg")}
    assert building.leftovers({"c.svg"}, lambda name: b"y" if name == "d.svg" else b"x", kept) == ("a.dot", "a.svg")
    assert building.manifest_of(lambda _: json.dumps({"a.svg": 1, "b.svg": {"sha256": "x"}}).encode()) == {"b.svg": {"sha256": "x"}}
