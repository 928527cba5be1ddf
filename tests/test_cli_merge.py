"""dinkit merge as git and its users call it: three files, the exit codes that git expects, and nothing lost when it cannot be done."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from test_cli import run

BASE = "model: m\ndoelen:\n  a: A\n  b: B\n"
TO_DO = (
    "laat in het bestand bij elk conflict staan wat moet blijven, haal de regels met <<<<<<<, ======= en >>>>>>> weg, en kijk daarna met "
    "'dinkit merge --check' of het geheel klopt"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "Gemeente Édé"
    folder.mkdir()
    return folder


def merge(
    folder: Path, base: str | bytes, ours: str | bytes, theirs: str | bytes, *options: str, lang: str = "nl"
) -> tuple[subprocess.CompletedProcess[str], bytes]:
    """Run it on three files; return what it says, and what stands in ours afterwards."""
    for name, data in (("basis", base), ("onze", ours), ("hun", theirs)):
        (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    done = run("merge", *options, "basis", "onze", "hun", cwd=folder, DINKIT_LANG=lang)
    return done, (folder / "onze").read_bytes()


def test_a_clean_merge_ends_with_0_and_says_nothing(folder):
    done, data = merge(folder, BASE, BASE.replace("A", "AA"), BASE.replace("B", "BB"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert data.decode() == "model: m\ndoelen:\n  a: AA\n  b: BB\n"


def test_a_conflict_ends_with_1_and_is_named_with_its_line_and_what_to_do(folder):
    done, data = merge(folder, BASE, BASE.replace("A", "X"), BASE.replace("A", "Y"), "--path", "models/din.yaml")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "models/din.yaml:3: conflict: 'a', veld 'naam': aan beide kanten anders veranderd: 'X' (onze kant), 'Y' (hun kant)\n"
        f"models/din.yaml: {TO_DO}\n"
    )
    assert data.decode() == "model: m\ndoelen:\n<<<<<<< ours\n  a: X\n=======\n  a: Y\n>>>>>>> theirs\n  b: B\n"


def test_the_words_of_a_conflict_are_english_too(folder):
    done, _ = merge(folder, BASE, BASE.replace("A", "X"), BASE.replace("  a: A\n", ""), lang="en")
    assert done.stderr.startswith("onze:3: conflict: 'a': removed on their side, changed on our side\n")


def test_labels_and_size_are_those_of_git_and_older_git_hands_over_its_signs(folder):
    options = ("--marker-size", "9", "-L", "HEAD", "-L", "abc", "-L", "jan/plan", "--diff3")
    _, data = merge(folder, BASE, BASE.replace("A", "X"), BASE.replace("A", "Y"), *options)
    assert b"<<<<<<<<< HEAD\n  a: X\n||||||||| abc\n  a: A\n=========\n  a: Y\n>>>>>>>>> jan/plan\n" in data
    _, data = merge(folder, BASE, BASE.replace("A", "X"), BASE.replace("A", "Y"), "-L", "%X", "-L", "%S", "-L", "%Y")
    assert b"<<<<<<< ours\n  a: X\n=======\n  a: Y\n>>>>>>> theirs\n" in data


def test_it_writes_elsewhere_when_asked(folder):
    done, data = merge(folder, BASE, BASE.replace("A", "AA"), BASE.replace("B", "BB"), "-o", "nieuw.yaml")
    assert done.returncode == 0
    assert data.decode() == BASE.replace("A", "AA")
    assert (folder / "nieuw.yaml").read_text() == "model: m\ndoelen:\n  a: AA\n  b: BB\n"


def test_a_dash_is_standard_output(folder):
    done, data = merge(folder, BASE, BASE.replace("A", "X"), BASE.replace("A", "Y"), "-o", "-")
    assert (done.returncode, data.decode()) == (1, BASE.replace("A", "X"))
    assert done.stdout == "model: m\ndoelen:\n<<<<<<< ours\n  a: X\n=======\n  a: Y\n>>>>>>> theirs\n  b: B\n"
    assert done.stderr.startswith("onze:3: conflict: ")


@pytest.mark.parametrize("broken", [" : [\n", "doelen: {}\n", "---\nx: 1\n"])
def test_a_file_that_cannot_be_read_is_merged_line_by_line(folder, broken):
    done, data = merge(folder, BASE, BASE + broken, BASE.replace("model: m", "model: n"))
    assert (done.returncode, data.decode()) == (0, BASE.replace("model: m", "model: n") + broken)
    assert done.stderr.endswith("Daarom is het samengevoegd per regel, zoals git dat doet\n")


def test_a_conflict_line_by_line_has_gits_markers_and_both_sides(folder):
    done, data = merge(folder, BASE, BASE.replace("A", "[X"), BASE.replace("A", "Y"), "-L", "HEAD", "-L", "b", "-L", "jan", "--marker-size", "8")
    assert (done.returncode, data.decode()) == (1, "model: m\ndoelen:\n<<<<<<<< HEAD\n  a: [X\n========\n  a: Y\n>>>>>>>> jan\n  b: B\n")
    assert done.stderr.startswith("onze: 'HEAD', regel 3: ")
    assert done.stderr.endswith("zoals git dat doet; los de conflicten erin op\n")


def test_what_is_no_text_fails_and_ours_stays(folder):
    done, data = merge(folder, BASE, b"\0\1\2", BASE.replace("A", "Y"))
    assert (done.returncode, data) == (2, b"\0\1\2")
    assert "dit bestand is geen tekst" in done.stderr


def test_a_file_that_is_too_large_fails_and_ours_stays(folder):
    with (folder / "groot").open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    (folder / "klein").write_text(BASE)
    done = run("merge", "klein", "klein", "groot", cwd=folder, DINKIT_LANG="nl")
    assert done.returncode == 2
    assert done.stderr.startswith("dinkit: 'groot': ")
    assert (folder / "klein").read_text() == BASE


def test_a_wrong_call_is_refused(folder):
    (folder / "a").write_text(BASE)
    for words in ((), ("a",), ("a", "a"), ("a", "a", "a", "a"), ("a", "a", "weg"), ("a", ".", "a")):
        done = run("merge", *words, cwd=folder)
        assert done.returncode == 2, words
        assert "Traceback" not in done.stderr
    assert (folder / "a").read_text() == BASE


@pytest.mark.parametrize("words", [("-o", "-"), ("-L", "x"), ("--path", "x"), ("--diff3",), ("--marker-size", "7")])
def test_what_only_merging_uses_is_refused_beside_check(folder, words):
    done = run("merge", "--check", "din.yaml", *words, cwd=folder, DINKIT_LANG="nl")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"dinkit: {words[0]} en --check gaan niet samen. Zie 'dinkit merge --help'.\n"


def test_hostile_text_does_nothing_to_a_terminal(folder):
    hostile = '  a: "\\e[31mrood\\u202e"\n'
    done, _ = merge(
        folder, BASE, BASE.replace("  a: A\n", hostile), BASE.replace("A", "Y"), "--path", "x\x1b[2Jy", "-L", "\x1b[1m", "-L", "b", "-L", "c\nd"
    )
    assert done.returncode == 1
    assert not {"\x1b", "\u202e"} & set(done.stderr)


def test_of_very_many_conflicts_the_first_are_told_and_the_others_counted(folder):
    sides = ["model: m\ndoelen:\n" + "".join(f"  d-{at}: {said} {at}\n" for at in range(60)) for said in ("Doel", "Ons", "Hun")]
    done, data = merge(folder, *sides)
    assert done.returncode == 1
    assert done.stderr.splitlines()[50:] == ["onze: en nog 10 van zulke regels", f"onze: {TO_DO}"]
    assert data.count(b"<<<<<<<") == 60
