"""dinkit diff in a repository of somebody else: nothing of its settings runs, and nothing of its names does anything, in any form."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from dinkit.cli import program
from dinkit.cli.output import FailedError
from dinkit.cli.sides import comparisons
from dinkit.cli.versions import asked
from git_support import ENVIRONMENT, committed, git, made, write
from test_cli import run

MODEL = "model: m\ndoelen: {g: Doel}\ninspanningen: {e: {naam: Loket, draagt_bij_aan: g, planning: 2019}}\n"
HOSTILE = (
    "<script>alert(1)</script>",
    "@iedereen ![x](https://example.org/x.png)",
    "\x1b]0;titel\x07\x1b[31mrood",
    "\u202eomgekeerd",
    "a\u2028::error::b\n::warning::c",
    "```\n</details>",
)


@pytest.fixture
def top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("DINKIT_LANG", "nl")
    folder = made(tmp_path / "vreemd")
    committed(folder, {"dinkit.yaml": "modellen: [m.yaml]\n", "m.yaml": MODEL})
    monkeypatch.chdir(folder)
    return folder


RUNNING = (
    "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass", "core.alternateRefsCommand", "core.gitProxy",
    "diff.external", "diff.valsplat.command", "diff.valsplat.textconv", "filter.valsplat.smudge", "filter.valsplat.clean", "filter.valsplat.process",
    "merge.valsplat.driver", "pager.diff", "pager.ls-tree", "pager.cat-file", "alias.cat-file", "credential.helper", "gpg.program", "sequence.editor",
    "uploadpack.packObjectsHook",
)  # fmt: skip
"""Settings of git that hold a command."""

needs_a_shell = pytest.mark.skipif(os.name == "nt", reason="the traps are shell scripts")


def script(path: Path, marker: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho \"$0\" >> '{marker}'\n")
    path.chmod(0o755)
    return path


@needs_a_shell
def test_nothing_of_the_settings_of_a_repository_runs(top: Path, tmp_path: Path) -> None:
    marker = tmp_path / "gelopen"
    trap = script(tmp_path / "val.sh", marker)
    write(top, {".gitattributes": "* diff=valsplat filter=valsplat merge=valsplat\n", "m.yaml": MODEL.replace("Loket", "Balie")})
    for name in RUNNING:
        git(top, "config", name, f"!{trap}" if name.startswith("alias") else str(trap))
    for name in ("post-checkout", "post-index-change", "pre-commit", "reference-transaction", "fsmonitor-watchman", "post-merge"):
        script(top / ".git" / "hooks" / name, marker)
    for words in ((), ("HEAD..HEAD",), ("HEAD:m.yaml", "m.yaml")):
        assert list(comparisons(asked(words), None))
    done = run("diff", cwd=top)
    assert (done.returncode, "naam: Loket → Balie" in done.stdout) == (0, True)
    assert not marker.exists(), marker.read_text()
    subprocess.run(["git", "status"], cwd=top, env=ENVIRONMENT, capture_output=True, check=False)  # the traps do spring when git itself is asked
    assert marker.exists()


@needs_a_shell
def test_what_a_clone_lacks_is_never_fetched_whatever_its_settings_allow(top: Path, tmp_path: Path) -> None:
    marker = tmp_path / "gelopen"
    trap = script(tmp_path / "val.sh", marker)
    write(top, {"m.yaml": MODEL.replace("Loket", "Balie")})
    git(top, "config", "uploadpack.allowFilter", "true")
    committed(top)
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", top.as_uri(), "deels")
    clone = tmp_path / "deels"
    for name, value in {"remote.origin.url": f"ext::{trap}", "protocol.ext.allow": "always", "protocol.allow": "always"}.items():
        git(clone, "config", name, value)
    done = run("diff", "HEAD~1..HEAD", cwd=clone)
    assert not marker.exists(), marker.read_text()
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert "kon gelezen worden" in done.stdout


@pytest.mark.parametrize(
    "word",
    ["--output=uit", "-O", "^HEAD", "HEAD^{tree}", ":/x", "HEAD:", ":m.yaml", "HEAD@{99}", "@{u}", "x\ny", "\x1b[31m", "HEAD~99999999999999999999", "é" * 300, "..", "...", "a..b..c"],
)  # fmt: skip
def test_a_strange_revision_is_refused_in_words_and_writes_nothing(top: Path, word: str) -> None:
    before = sorted(path.name for path in top.iterdir())
    done = run("diff", "--", word, cwd=top)
    assert done.returncode in (0, 2)
    assert "Traceback" not in done.stderr
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f]", done.stdout + done.stderr)
    assert sorted(path.name for path in top.iterdir()) == before


def test_a_name_that_no_revision_can_have_is_refused(top: Path) -> None:
    with pytest.raises(FailedError):
        list(comparisons(asked(("x\0y",)), None))


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be there")
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:10]))
def test_names_of_files_do_nothing(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made(tmp_path / f"map {text.replace('/', '')}")
    name = f"{text.replace('/', '')}.yaml"
    committed(folder, {name: MODEL})
    write(folder, {name: MODEL.replace("Loket", "Balie")})
    monkeypatch.chdir(folder)
    for form in ("text", "md", "html", "json"):
        program.main(["diff", name, "--format", form], prog_name="dinkit", standalone_mode=False)
        shown = capsys.readouterr().out
        assert "Balie" in shown
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]", shown)
        assert form in ("text", "json") or not re.search(r"(?<!\\)<script", shown)
        assert form != "md" or not re.search(r"@(?!<!-- -->)\w", shown)
        assert form == "json" or not re.search("^::(error|warning)", shown, re.MULTILINE)


def test_a_file_that_is_huge_or_binary_is_told_and_the_rest_still_compared(top: Path) -> None:
    committed(top, {"m.yaml": "delen: [groot.yaml, beeld.yaml]\n" + MODEL, "groot.yaml": "doelen: {z: Z}\n", "beeld.yaml": "doelen: {y: Y}\n"})
    write(
        top,
        {
            "m.yaml": "delen: [groot.yaml, beeld.yaml]\n" + MODEL.replace("Loket", "Balie"),
            "groot.yaml": b"#" * 60_000_000,
            "beeld.yaml": b"\x89PNG\r\n\x1a\n\x00\x00",
        },
    )
    done = run("diff", cwd=top)
    assert done.returncode == 0
    assert "Niet alles in de werkmap kon gelezen worden" in done.stdout
    assert "naam: Loket → Balie" in done.stdout
    assert "'Z' (z): weg, of niet te lezen" in done.stdout
    assert run("diff", "--fail-on", "lost-cover", cwd=top).returncode == 1


def test_a_part_in_a_submodule_is_told(top: Path, tmp_path: Path) -> None:
    other = made(tmp_path / "ander")
    committed(other, {"deel.yaml": "doelen: {z: Z}\n"})
    git(top, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.as_uri(), "sub")
    committed(top, {"m.yaml": "delen: [sub/deel.yaml]\n" + MODEL})
    done = run("diff", "HEAD", cwd=top)
    assert done.returncode == 0
    assert "Niet alles in HEAD" in done.stdout
    assert "submodule" in done.stdout
