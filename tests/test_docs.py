"""The pages tell the truth: generated ones are fresh, the README's commands run, and its links lead somewhere."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dinkit.catalogue import names
from git_support import committed, made
from support import findings_of

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ENGLISH = os.environ | {"DINKIT_LANG": "en"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Copy the project as a user has it, in git, without what dinkit made."""
    made(tmp_path)
    for name in ("dinkit.yaml", "models", "din"):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, tmp_path / name)
    committed(tmp_path)
    return tmp_path


def dinkit(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "dinkit", *arguments], cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)


def test_generated_pages_are_fresh() -> None:
    code = "import runpy, json; print(json.dumps(runpy.run_path('docs/generate.py', run_name='pages')['pages']()))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=ENGLISH, capture_output=True, text=True, encoding="utf-8", check=True)
    for name, text in json.loads(done.stdout).items():
        assert (ROOT / "docs" / name).read_text(encoding="utf-8") == text, f"docs/{name} is stale: run `make docs`"


def test_the_commands_of_the_readme_run(project: Path) -> None:
    commands = list(dict.fromkeys(re.findall(r"`(dinkit [a-z][^`]*)`", README)))
    assert len(commands) >= 5
    for command in commands:
        done = dinkit(*shlex.split(command)[1:], cwd=project)
        # The shipped model has warnings, which --strict makes fail; nothing else may.
        assert done.returncode == (1 if "--strict" in command else 0), f"{command}: {done.stderr}"


def test_the_first_change_of_the_readme_goes_as_told(project: Path) -> None:
    shown = re.search(r"```text\n(.*?)\n\s*```", README, re.DOTALL)
    given = re.search(r"^( *)```yaml\n(.*?)\n\1```", README, re.DOTALL | re.MULTILINE)
    assert shown is not None
    assert given is not None
    part = project / "din" / "inspanningen-2.yaml"
    text = part.read_text(encoding="utf-8")
    assert text.count("      inrichten-ondernemersloket:\n") == 1
    part.write_text(
        text.replace("      inrichten-ondernemersloket:\n", f"      inrichten-ondernemersloket:\n{given[2].removeprefix(given[1])}\n"),
        encoding="utf-8",
    )
    done = dinkit("validate", "--lang", "nl", cwd=project)
    assert done.returncode == 1
    told = [line.strip() for line in shown[1].splitlines()]
    printed = [line.strip() for line in done.stdout.splitlines()]
    assert [line for line in told if line not in printed] == []


def test_links_lead_somewhere() -> None:
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_examples_of_the_format_can_be_read() -> None:
    page = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    small, indicators, progress = (
        next(found for found in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if found.startswith(key))
        for key in ("model:", "indicatoren:", "voortgang:")
    )
    assert findings_of(small + indicators + progress) == ()


def test_make_and_the_steps_without_make_install_the_same() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "--constraint requirements.lock --editable '.[dev]'" in makefile
    assert '--constraint requirements.lock --editable ".[dev]"' in README
    pins = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert all("==" in line for line in pins if not line.startswith("#"))


@pytest.mark.parametrize("folder", ["rules", "analyses"])
def test_every_member_of_a_catalogue_has_a_dutch_manual(folder: str) -> None:
    for name in names(f"dinkit.{folder}"):
        spec = importlib.util.find_spec(f"dinkit.{folder}.{name}")
        assert spec is not None
        assert spec.origin is not None
        assert Path(spec.origin).with_suffix(".nl.md").exists()


def test_nothing_of_a_machine_stands_in_the_project() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    for name in tracked:
        if (ROOT / name).suffix in (".md", ".py", ".yaml", ".toml", ".lock", ".json", ".svg", ".dot"):
            assert str(ROOT) not in (ROOT / name).read_text(encoding="utf-8"), name
