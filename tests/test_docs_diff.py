"""The page on dinkit diff: its table of consequences, its calls and its recipe are those of the program."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

from dinkit.cli import program
from dinkit.consequences.codes import CODES
from dinkit.exporters._comment import LARGEST
from git_support import committed, git, made

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")
CALLS = [line.split("   ")[0].strip() for line in PAGE.split("```")[1].splitlines() if line.strip()]


def test_every_consequence_is_told_with_its_dutch_name_and_tone() -> None:
    rows = [
        [cell.strip(" `") for cell in line.split("|")[1:-1]] for line in PAGE.splitlines() if re.match(r"\| `[a-z-]+` \| `[a-z-]+` \| \w+ \|", line)
    ]
    assert [row[:3] for row in rows] == [[code, one.gate.nl, one.tone] for code, one in CODES.items()]
    assert all(len(row[3]) > 10 for row in rows)


def test_the_size_of_a_comment_is_the_one_that_is_kept() -> None:
    assert f"at most {LARGEST:,} characters" in PAGE


@pytest.mark.parametrize("call", CALLS)
def test_every_call_of_the_page_runs(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    folder = made(tmp_path / "plan")
    model = "model: m\ndoelen: {a: A}\n"
    committed(folder, {"dinkit.yaml": "modellen: [models/din.yaml]\n", "models/din.yaml": model, "old.yaml": model, "new.yaml": model})
    git(folder, "tag", "v1")
    committed(folder, {"models/din.yaml": model.replace("A", "B")})
    git(folder, "tag", "v2")
    monkeypatch.chdir(folder)
    program.main(shlex.split(call)[1:], prog_name="dinkit", standalone_mode=False)
    assert capsys.readouterr().out


def test_the_recipe_uses_what_the_action_has() -> None:
    recipe = yaml.safe_load(re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0])
    (step,) = [step for step in recipe["jobs"]["dinkit"]["steps"] if "dinkit@" in step.get("uses", "")]
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert set(step["with"]) <= set(action["inputs"])
    assert set(step["with"]["fail-on"].split(",")) <= set(CODES)
