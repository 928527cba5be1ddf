"""What is ready to use: the hook for pre-commit, the action for GitHub and the job for GitLab, with the very commands that they call."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
import yaml

from dinkit.cli.commands.validate import FORMS
from test_cli import GOOD
from test_exporters_findings import commands, valid_sarif

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
PARTS = {
    "dinkit.yaml": "modellen: [beleid/din.yaml, beleid/ander.yaml]\n",
    "beleid/din.yaml": GOOD.replace("doelen:\n  meer-banen: Meer banen\n", "delen: [delen/doelen.yaml]\n"),
    "beleid/delen/doelen.yaml": "doelen:\n  meer-banen: Meer banen\n",
    "beleid/ander.yaml": GOOD.replace("model: klein", "model: ander"),
    "compose.yaml": "services: {web: {image: nginx}}\n",
}
GOOD_CHANGE = ("beleid/delen/doelen.yaml", "doelen:\n  meer-banen: Meer banen voor iedereen\n")
BAD_CHANGE = ("beleid/delen/doelen.yaml", "doelen:\n  meer-bannen: Meer banen\n")
WARNED_CHANGE = (
    "beleid/ander.yaml",
    PARTS["beleid/ander.yaml"].replace("  meer-banen: Meer banen\n", "  meer-banen: Meer banen\n  rust: Meer rust\n"),
)
OTHER_CHANGE = ("compose.yaml", "services: {}\nmodel: [x\n")


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


class Repository:
    """A real git repository with one commit of a project, to which changes are committed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "-q")
        for name, text in PARTS.items():
            self.write(name, text)
        self.commit()

    def git(self, *arguments: str) -> str:
        who = ("-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false")
        return subprocess.run(["git", *who, *arguments], cwd=self.folder, capture_output=True, text=True, check=True).stdout

    def write(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text)

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "wijziging")

    def change(self, name: str, text: str) -> None:
        self.write(name, text)
        self.commit()

    def changed(self) -> list[str]:
        """The files of the last commit as a hook gets them: those that are still there."""
        return self.git("diff", "--name-only", "--diff-filter=d", "HEAD~1", "HEAD").split()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    folder = tmp_path / "repository"
    folder.mkdir()
    return Repository(folder)


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder with what a service has on its PATH: this dinkit and this Python."""
    folder = tmp_path / "tools"
    folder.mkdir()
    for name, command in {"dinkit": f'"{sys.executable}" -m dinkit', "python": f'"{sys.executable}"'}.items():
        (folder / name).write_text(f'#!/bin/sh\nexec {command} "$@"\n')
        (folder / name).chmod(0o755)
    return folder


def run(script: str, repository: Repository, tools: Path, *, shell: tuple[str, ...] = ("bash", "-eo", "pipefail"), **variables: str) -> Any:
    """Run the lines of a step in the repository, as the service's own shell does."""
    kept = {key: value for key, value in os.environ.items() if key not in ("LC_ALL", "LC_MESSAGES", "LANG", "DINKIT_LANG", "PYTHONPATH")}
    env = kept | {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"} | variables
    return subprocess.run([*shell, "-c", script], cwd=repository.folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


# pre-commit


HOOK = read(".pre-commit-hooks.yaml")[0]


def hooked(repository: Repository, tools: Path, *arguments: str) -> Any:
    """Run the hook as pre-commit does: entry, the user's args, then the files of the commit that fit; not at all where none does."""
    files = [name for name in repository.changed() if re.search(HOOK["files"], name)]
    return run(shlex.join([*shlex.split(HOOK["entry"]), *arguments, *files]), repository, tools) if files else None


def test_the_hook_stops_a_bad_change_of_a_part(repository: Repository, tools: Path) -> None:
    repository.change(*BAD_CHANGE)
    done = hooked(repository, tools)
    assert done.returncode == 1
    assert "beleid/din.yaml:5:47: fout DIN102 " in done.stdout
    assert "ander" not in done.stdout


def test_the_hook_lets_a_good_change_pass(repository: Repository, tools: Path) -> None:
    repository.change(*GOOD_CHANGE)
    done = hooked(repository, tools)
    assert (done.returncode, done.stdout, done.stderr) == (0, "geen fouten, waarschuwingen of tips in 2 bestanden\n", "")


def test_the_hook_passes_by_what_is_no_model(repository: Repository, tools: Path) -> None:
    repository.change(*OTHER_CHANGE)
    done = hooked(repository, tools)
    assert (done.returncode, done.stdout) == (0, "geen fouten, waarschuwingen of tips in 0 bestanden\n")
    repository.change("lees.md", "tekst\n")
    assert hooked(repository, tools) is None


def test_the_hook_takes_options_of_its_user(repository: Repository, tools: Path) -> None:
    repository.change(*WARNED_CHANGE)
    assert hooked(repository, tools).returncode == 0
    assert hooked(repository, tools, "--strict", "--format", "compact").returncode == 1


def test_the_hook_runs_as_one_process() -> None:
    assert HOOK["require_serial"] is True
    assert HOOK["language"] == "python"
    assert re.search(HOOK["files"], "a/b.yml")
    assert not re.search(HOOK["files"], "a/b.yaml.md")


# GitHub


ACTION = read("action.yml")
INSTALL, VALIDATE, COMPARE = (step for step in ACTION["runs"]["steps"] if "run" in step)


def acted(repository: Repository, tools: Path, step: Any = VALIDATE, **given: str) -> tuple[Any, str]:
    """Run a step of the action with these inputs; return what it did and the summary it wrote."""
    given = {name.replace("_", "-"): value for name, value in given.items()}
    inputs = {name: given.get(name, one["default"]) for name, one in ACTION["inputs"].items()}
    filled = {name: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda match: inputs[match[1]], value) for name, value in step["env"].items()}
    scratch = tools.parent / "scratch"
    scratch.mkdir(exist_ok=True)
    if not (scratch / "dinkit").exists():  # what the step before installed
        (scratch / "dinkit").symlink_to(ROOT / "src")
    summary = scratch / "summary.md"
    summary.write_text("eerdere stap\n")
    github = {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "o/r", "GITHUB_SHA": "abc"}
    done = run(step["run"], repository, tools, RUNNER_TEMP=str(scratch), **github, **filled)
    return done, summary.read_text(encoding="utf-8")


def test_the_action_marks_a_bad_change_and_writes_the_summary(repository: Repository, tools: Path) -> None:
    repository.change(*BAD_CHANGE)
    done, summary = acted(repository, tools, sarif="uit/dinkit.sarif")
    assert (done.returncode, done.stderr) == (1, "")
    first = commands(done.stdout)[0]
    assert first[0] == "error"
    assert (first[1]["file"], first[1]["line"], first[1]["col"]) == ("beleid/din.yaml", "5", "47")
    assert summary.startswith("eerdere stap\n## dinkit\n\n1 fout")
    assert "[beleid/din.yaml:5](https://github.com/o/r/blob/abc/beleid/din.yaml#L5)" in summary
    log = valid_sarif(json.loads((repository.folder / "uit" / "dinkit.sarif").read_text(encoding="utf-8")))
    assert log["runs"][0]["results"][0]["ruleId"] == "DIN102"


def test_the_action_lets_a_good_change_pass(repository: Repository, tools: Path) -> None:
    repository.change(*GOOD_CHANGE)
    done, summary = acted(repository, tools)
    assert (done.returncode, done.stderr) == (0, "")
    assert commands(done.stdout) == []
    assert "in 3 bestanden" in summary
    assert repository.git("status", "--porcelain") == ""


def test_the_inputs_of_the_action_reach_dinkit(repository: Repository, tools: Path) -> None:
    repository.change(*WARNED_CHANGE)
    assert acted(repository, tools)[0].returncode == 0
    assert acted(repository, tools, strict="true")[0].returncode == 1
    assert "1 warning in 1 file" in acted(repository, tools, models="beleid/ander.yaml\n", lang="en")[0].stdout
    assert "in 3 bestanden" in acted(repository, tools, models="beleid/ander.yaml\nbeleid/din.yaml\n")[0].stdout


@pytest.mark.parametrize(("strict", "code"), [("yes", 1), ("True ", 1), ("ON\r", 1), ("1", 1), ("no", 0), (" FALSE", 0), ("0", 0), ("", 0)])
def test_strict_is_true_or_false_in_any_spelling(repository: Repository, tools: Path, strict: str, code: int) -> None:
    repository.change(*WARNED_CHANGE)
    assert acted(repository, tools, strict=strict)[0].returncode == code


def test_another_word_for_strict_is_refused_before_anything_is_checked(repository: Repository, tools: Path) -> None:
    done, summary = acted(repository, tools, strict="ja, graag")
    assert (done.returncode, done.stdout, summary) == (2, "::error title=dinkit::strict: 'ja,graag' is not true or false\n", "eerdere stap\n")


def test_spaces_and_returns_around_inputs_mean_nothing(repository: Repository, tools: Path) -> None:
    done = acted(repository, tools, models="  beleid/ander.yaml \r\n\r\n\tbeleid/din.yaml\r\n", lang=" en\r")[0]
    assert (done.returncode, done.stderr) == (0, "")
    assert "in 3 files" in done.stdout
    assert acted(repository, tools, COMPARE, compare="HEAD...HEAD", lang="en ")[0].returncode == 0


def test_the_action_says_what_a_change_means(repository: Repository, tools: Path) -> None:
    repository.change(*WARNED_CHANGE)
    done, summary = acted(repository, tools, COMPARE, compare="HEAD~1...HEAD", fail_on="lost-cover,new-error", diff="uit/verschil.md")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    written = (repository.folder / "uit" / "verschil.md").read_text(encoding="utf-8")
    assert written.startswith("## dinkit diff\n")
    assert summary == f"eerdere stap\n{written}"
    done, summary = acted(repository, tools, COMPARE, compare="HEAD~1...HEAD", fail_on="change", lang="en")
    assert done.returncode == 1
    assert "### beleid/ander.yaml" in summary
    for wrong in ({"compare": "HEAD~9...HEAD"}, {"compare": "$(touch gevaar)"}, {"compare": "--format"}, {"compare": "HEAD", "fail_on": "x"}):
        done, summary = acted(repository, tools, COMPARE, **wrong)
        assert (done.returncode, summary) == (2, "eerdere stap\n")
    assert not (repository.folder / "gevaar").exists()


def test_a_wrong_input_is_no_command_and_fails_at_once(repository: Repository, tools: Path) -> None:
    done, summary = acted(repository, tools, models="$(touch gevaar); `touch gevaar`", sarif="uit.sarif")
    assert (done.returncode, summary) == (2, "eerdere stap\n")
    assert "bestaat niet" in done.stderr
    assert repository.git("status", "--porcelain") == ""
    assert acted(repository, tools, models="--format")[0].returncode == 2


def test_the_modules_of_the_repository_are_not_run(repository: Repository, tools: Path) -> None:
    for name in ("dinkit.py", "click.py"):
        repository.write(name, "raise SystemExit(7)\n")
    repository.commit()
    assert acted(repository, tools)[0].returncode == 0


def test_the_action_installs_what_stands_beside_it(repository: Repository, tools: Path) -> None:
    (tools / "python").write_text('#!/bin/sh\nfor one in "$@"; do echo "$one"; done\n')
    done = run(INSTALL["run"], repository, tools, GITHUB_ACTION_PATH=str(ROOT), RUNNER_TEMP="/scratch")
    words = done.stdout.splitlines()
    assert words[:3] == ["-m", "pip", "install"]
    assert words[words.index("--target") + 1] == "/scratch/dinkit"
    assert Path(words[words.index("--constraint") + 1]).read_text().startswith("# The versions")
    assert (Path(words[-1]) / "pyproject.toml").exists()


def test_no_input_is_pasted_into_a_command() -> None:
    assert all("${{" not in step["run"] and step["shell"] == "bash" for step in (INSTALL, VALIDATE, COMPARE))
    assert all(one["description"] and isinstance(one["default"], str) for one in ACTION["inputs"].values())


# GitLab


JOB = read("ci/gitlab.yml")["dinkit"]


def job(repository: Repository, tools: Path, options: str = "") -> Any:
    """Run the script of the job: all lines in one shell that stops at the first failure."""
    ci = {"CI_PROJECT_URL": "https://gitlab.com/g/p", "CI_COMMIT_SHA": "abc", "DINKIT_OPTIONS": options}
    return run("\n".join(JOB["script"]), repository, tools, shell=("sh", "-e"), **ci)


def test_the_job_reports_a_bad_change_in_every_form_that_it_promises(repository: Repository, tools: Path) -> None:
    repository.change(*BAD_CHANGE)
    done = job(repository, tools)
    assert (done.returncode, done.stderr) == (1, "")
    assert "beleid/din.yaml:5:47: fout DIN102 " in done.stdout
    reports = JOB["artifacts"]["reports"]
    issues = json.loads((repository.folder / reports["codequality"]).read_text(encoding="utf-8"))
    assert issues[0]["location"] == {"path": "beleid/din.yaml", "lines": {"begin": 5, "end": 5}}
    assert ET.parse(repository.folder / reports["junit"]).getroot().attrib["failures"] == "1"
    (page,) = JOB["artifacts"]["paths"]
    assert "](https://gitlab.com/g/p/-/blob/abc/beleid/din.yaml#L5)" in (repository.folder / page).read_text(encoding="utf-8")
    assert JOB["artifacts"]["when"] == "always"


def test_the_job_lets_a_good_change_pass(repository: Repository, tools: Path) -> None:
    repository.change(*GOOD_CHANGE)
    done = job(repository, tools)
    assert done.returncode == 0, done.stderr
    assert json.loads((repository.folder / "dinkit-codequality.json").read_text()) == []


def test_the_options_of_the_job_reach_dinkit(repository: Repository, tools: Path) -> None:
    repository.change(*WARNED_CHANGE)
    assert job(repository, tools, "--strict beleid").returncode == 1
    assert job(repository, tools, "--strict beleid/din.yaml").returncode == 0
    assert job(repository, tools, "weg.yaml").returncode == 2


def test_the_job_installs_what_its_user_names() -> None:
    assert JOB["before_script"] == ['python -m pip install --quiet --disable-pip-version-check "$DINKIT_INSTALL"']
    assert set(JOB["variables"]) == {"DINKIT_INSTALL", "DINKIT_OPTIONS"}


# The page about it


def test_the_page_names_every_form_and_what_stands_in_the_repository() -> None:
    assert re.findall(r"^\| `([a-z]+)` \|", PAGE, re.MULTILINE) == [
        "text", "compact", "json", "sarif", "junit", "gitlab", "github", "markdown",
    ]  # fmt: skip
    assert set(re.findall(r"^\| `([a-z]+)` \|", PAGE, re.MULTILINE)) == set(FORMS)
    hook, action, include = (yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
    assert hook["repos"][0]["hooks"] == [{"id": HOOK["id"]}]
    assert next(step["uses"] for step in action["jobs"]["dinkit"]["steps"]).startswith("actions/checkout@")
    assert (ROOT / include["include"][0]["file"]).exists()
    assert set(include["variables"]) <= set(JOB["variables"])
    for name in ACTION["inputs"]:
        assert f"`{name}" in PAGE


def test_each_is_used_in_five_lines() -> None:
    assert all(block.count("\n") <= 5 for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
