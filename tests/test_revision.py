"""Files of a git revision, read from real repositories."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dinkit import revision
from dinkit.finding import Severity
from dinkit.reading.load import load
from dinkit.reading.messages import WHY
from dinkit.revision import GitError, Repository, Revision
from dinkit.source import Folder, UnreadableError
from git_support import committed, git, made, write


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A repository with a space and an accent in its path, and one commit."""
    folder = made(tmp_path / "mijn dín's")
    committed(folder, {"plan/din.yaml": "model: m\ndelen: [deel é.yaml]\ndoelen: {a: A}\n", "plan/deel é.yaml": "doelen: {b: B}\n", "los.txt": "los"})
    return folder


def at(folder: Path, name: str = "HEAD", root: str | None = None) -> Revision:
    repository = Repository(folder)
    return Revision(repository, repository.commit(name), root)


def refusal(files: Revision, path: str) -> str:
    with pytest.raises(UnreadableError) as caught:
        files.read(path)
    assert caught.value.why in WHY
    return caught.value.why


def failure(folder: Path, name: str = "HEAD") -> GitError:
    with pytest.raises(GitError) as caught:
        Repository(folder).commit(name)
    return caught.value


def test_a_model_with_parts_is_read_from_a_subfolder_of_the_repository(top: Path) -> None:
    old = git(top, "rev-parse", "HEAD")
    committed(top, {"plan/din.yaml": "model: m\ndoelen: {c: C}\n", "plan/deel é.yaml": None})
    with at(top / "plan", old) as files:
        assert list(load("din.yaml", files).network.elements) == ["a", "b"]
    with at(top / "plan") as files:
        assert list(load("din.yaml", files).network.elements) == ["c"]
        assert refusal(files, "deel é.yaml") == "missing"


def test_the_folder_may_be_another_one_than_that_of_the_repository(top: Path) -> None:
    with at(top / "plan", root="") as files:
        assert (files.read("los.txt"), sorted(files.entries)) == (b"los", ["los.txt", "plan/deel é.yaml", "plan/din.yaml"])


def test_what_is_no_file_of_the_revision_is_refused_as_in_a_folder(top: Path) -> None:
    with at(top / "plan") as files:
        for path in ("weg.yaml", "din.yaml/x", ".", "../los.txt", "../../x"):
            with pytest.raises(UnreadableError) as caught:
                Folder(top / "plan").read(path)
            assert refusal(files, path) == caught.value.why, path


def test_bytes_come_as_they_were_committed(top: Path) -> None:
    data = b"\xef\xbb\xbfmodel: m\r\n\r\ndoelen: {a: \xff}\r\n"
    committed(top, {"plan/din.yaml": data})
    with at(top / "plan") as files:
        assert files.read("din.yaml") == data
        assert files.read("./din.yaml") == files.read("x/../din.yaml") == data


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_are_followed_inside_the_root_only(top: Path) -> None:
    write(top, {"plan/diep/eigen.yaml": "doelen: {c: C}\n"})
    for name, target in {
        "plan/link.yaml": "diep/eigen.yaml",
        "plan/map": "diep",
        "plan/twee.yaml": "map/eigen.yaml",
        "plan/buiten.yaml": "../los.txt",
        "plan/vast.yaml": "/etc/hostname",
        "plan/kring.yaml": "kring.yaml",
    }.items():
        (top / name).symlink_to(target)
    committed(top)
    with at(top / "plan") as files:
        for path in ("link.yaml", "map/eigen.yaml", "twee.yaml", "map/../link.yaml"):
            assert files.resolve(path) == Folder(top / "plan").resolve(path) == "diep/eigen.yaml"
            assert files.read(path) == b"doelen: {c: C}\n"
        assert [refusal(files, f"{name}.yaml") for name in ("buiten", "vast", "kring")] == ["outside", "outside", "refused"]


def test_a_part_in_a_submodule_says_so(top: Path, tmp_path: Path) -> None:
    other = made(tmp_path / "ander")
    committed(other, {"deel.yaml": "doelen: {z: Z}\n"})
    git(top, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other), "plan/sub")
    committed(top, {"plan/din.yaml": "model: m\ndelen: [sub/deel.yaml]\n"})
    assert load("din.yaml", Folder(top / "plan")).network.elements.keys() == {"z"}
    with at(top / "plan") as files:
        assert [refusal(files, path) for path in ("sub", "sub/deel.yaml")] == ["submodule", "submodule"]
        (found,) = [finding for finding in load("din.yaml", files).findings if finding.severity is Severity.ERROR]
        assert "submodule" in found.message.nl


def test_a_huge_file_is_refused_before_it_is_read_and_others_still_come(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    committed(top, {"plan/groot.yaml": b"x" * 3_000_000, "plan/lfs.yaml": "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"})
    monkeypatch.setattr(revision, "LARGEST", 2_000_000)
    with at(top / "plan") as files:
        assert refusal(files, "groot.yaml") == "too-large"
        assert files.read("deel é.yaml") == b"doelen: {b: B}\n"
        assert refusal(files, "lfs.yaml") == "lfs"


def test_revisions_go_by_every_name_that_git_knows(top: Path) -> None:
    first = git(top, "rev-parse", "HEAD")
    git(top, "tag", "-a", "v1", "-m", "eerste")
    second = committed(top, {"los.txt": "anders"})
    repository = Repository(top)
    assert [repository.commit(name) for name in ("main", "HEAD~1", "v1", first[:10], "@", "main^")] == [second, first, first, first, second, first]


def test_two_branches_have_a_common_ancestor(top: Path, tmp_path: Path) -> None:
    first = git(top, "rev-parse", "HEAD")
    git(top, "checkout", "--quiet", "-b", "zij")
    committed(top, {"los.txt": "zij"})
    git(top, "checkout", "--quiet", "main")
    committed(top, {"los.txt": "hoofd"})
    assert Repository(top).common("main", "zij") == first
    git(top, "checkout", "--quiet", "--orphan", "wees")
    committed(top)
    with pytest.raises(GitError) as caught:
        Repository(top).common("main", "wees")
    assert (caught.value.why, caught.value.shallow) == ("no-common", False)


@pytest.mark.parametrize("name", ["mian", "mian~2", "mian^{tree}", "-x", "^main", "HEAD~9", "main:los.txt", "", ":los.txt", "a b", "😀"])
def test_an_unknown_revision_names_the_nearest(top: Path, name: str) -> None:
    error = failure(top, name)
    expected = {"HEAD~9": ("too-far", "HEAD"), "main:los.txt": ("too-far", "main")}
    near = "main" if name.startswith("mian") else None
    assert (error.why, error.nearest, error.shallow) == (*expected.get(name, ("unknown", near)), False)


def test_a_shallow_clone_says_that_it_is_one(top: Path, tmp_path: Path) -> None:
    committed(top, {"los.txt": "meer"})
    git(tmp_path, "clone", "--quiet", "--depth", "1", top.as_uri(), "ondiep")
    error = failure(tmp_path / "ondiep", "HEAD~1")
    assert (error.why, error.shallow) == ("too-far", True)


def test_a_partial_clone_fetches_nothing(top: Path, tmp_path: Path) -> None:
    committed(top, {"plan/din.yaml": "model: m\n"})
    git(top, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", top.as_uri(), "deels")
    with at(tmp_path / "deels", "HEAD~1") as files:
        assert refusal(files, "plan/din.yaml") == "not-here"
        assert files.read("los.txt") == b"los"


def test_no_repository_no_commit_and_no_git(tmp_path: Path, top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "leeg").mkdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert failure(tmp_path / "leeg").why == "no-repository"
    assert failure(tmp_path / "weg").why == "failed"
    assert failure(top / ".git").why == "no-repository"
    assert failure(made(tmp_path / "nieuw")).why == "no-commit"
    monkeypatch.setenv("PATH", f".{os.pathsep}{tmp_path}")
    assert failure(top).why == "no-git"


def test_nothing_around_it_changes_what_is_read(top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = made(tmp_path / "ander")
    committed(other, {"los.txt": "ander"})
    for name, value in {
        "GIT_DIR": str(other / ".git"),
        "GIT_WORK_TREE": str(other),
        "GIT_INDEX_FILE": str(tmp_path / "weg"),
        "GIT_TRACE": "1",
        "GIT_PAGER": "false",
        "LC_ALL": "nl_NL.UTF-8",
    }.items():
        monkeypatch.setenv(name, value)
    git(top, "config", "core.quotePath", "true")
    git(top, "config", "core.pager", "false")
    git(top, "config", "core.fsmonitor", "false")
    with at(top) as files:
        assert files.read("los.txt") == b"los"
        assert "plan/deel é.yaml" in files.entries


def test_the_work_tree_and_the_index_are_left_alone(top: Path) -> None:
    write(top, {"los.txt": "niet vastgelegd", "nieuw.txt": "x"})
    before = {path: path.read_bytes() for path in sorted(top.rglob("*")) if path.is_file()}
    with at(top) as files:
        assert files.read("los.txt") == b"los"
        assert refusal(files, "nieuw.txt") == "missing"
    assert {path: path.read_bytes() for path in sorted(top.rglob("*")) if path.is_file()} == before


def test_a_repository_of_somebody_else_is_told_not_to_be_trusted(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # what git's own tests use
    assert failure(top).why == "not-trusted"
