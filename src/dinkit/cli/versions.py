"""Which two versions a call of `dinkit diff` is about: files, folders, git revisions and the working tree, told apart by what there is.

    dinkit diff                          HEAD and the working tree, the models of dinkit.yaml
    dinkit diff REV                      that revision and the working tree
    dinkit diff FILE | FOLDER            HEAD and the working tree, that model or the models of that folder
    dinkit diff OLD..NEW | OLD...NEW     two revisions; with three dots from where they parted, as a pull request does
    dinkit diff OLD NEW                  two revisions, two files or two folders; or a revision and a file: that model then and now
    dinkit diff REV:FILE NEW             a file of a revision, by its path from the top of the repository
    dinkit diff OLD NEW MODEL            one model of two revisions or of two folders

What is a revision and a file or folder at once is refused: "./name" is the file, "refs/heads/name" the branch.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from dinkit.cli.models import root_here
from dinkit.cli.output import FailedError
from dinkit.cli.refusals import no_revision, unreadable, why_not
from dinkit.finding import Text
from dinkit.revision import GitError, Repository, Revision
from dinkit.source import SETTINGS, UnreadableError, project_root, straight

_RANGE = re.compile(r"(.*?)(\.{2,3})(.*)", re.DOTALL)
_STEPS = re.compile(r"[/\\]")
_SUFFIXES = (".yaml", ".yml")
_HEAD = "HEAD"
_THERE = ("file", "folder")


class Version(NamedTuple):
    """One of the two versions: a revision, or what stands on disk."""

    name: Text
    """What to call it."""
    commit: str | None = None
    """The hash of a revision; None for what stands on disk."""
    path: Path | None = None
    """A file or folder that is compared itself; of a revision a file, from the top of its repository. None for the models of the project."""


class Question(NamedTuple):
    """What is compared with what."""

    old: Version
    new: Version
    model: Path | None = None
    """The one model, or a folder of models; None for those of the project."""
    root: Path = Path()
    """The root of the project."""
    repository: Repository | None = None
    """Where the revisions are, if there are any."""


WORKING_TREE = Version(Text("de werkmap", "the working tree"))


def asked(given: Sequence[str]) -> Question:
    """Return what the words of a call ask for.

    Raises:
        FailedError: a word is nothing, or two things; or together they make no question.
    """
    try:
        return _Call(given).question()
    except GitError as error:
        raise no_revision(error) from error


class _Word(NamedTuple):
    """One word of a call: a "revision", a "file", a "folder", a path that is "missing", or a file "inside" a revision."""

    text: str
    sort: str
    version: Version


class _Call:
    """The words of one call, read against the disk and the repository."""

    def __init__(self, given: Sequence[str]) -> None:
        self.given = list(given)
        paths = [Path(word) for word in self.given if _exists(word)]
        self.root = _root_of(paths[-1]) if paths else root_here()

    @cached_property
    def repository(self) -> Repository:
        return Repository(self.root)

    def question(self) -> Question:
        """Return what is asked."""
        if self.given and (ends := _range(self.given[0])) is not None:
            return self.revisions(*self.ends(*ends), self.given[1:])
        words = _called([self.word(text) for text in self.given[:2]])
        sorts = [word.sort for word in words]
        if sorts == ["revision", "revision"]:
            return self.revisions(words[0].version, words[1].version, self.given[2:])
        if sorts == ["folder", "folder"] and len(self.given) == 3:
            old, new = (word.version._replace(path=Path(word.text) / self.given[2]) for word in words)
            return Question(old, new)
        if len(self.given) > 2:
            raise _too_many(self.given[2:])
        return self.two(*words) if len(words) == 2 else self.one(*words)

    def ends(self, old: str, dots: str, new: str) -> tuple[Version, Version]:
        """Return the two ends of a range; an end that is left out is HEAD."""
        later = self.revision(new or _HEAD)
        if dots == "..":
            return self.revision(old or _HEAD), later
        parted = self.repository.common(old or _HEAD, new or _HEAD)
        name = Text(f"de versie waar {new or _HEAD} van {old or _HEAD} afging", f"the version where {new or _HEAD} left {old or _HEAD}")
        return _named(name, parted), later

    def revisions(self, old: Version, new: Version, rest: Sequence[str]) -> Question:
        if len(rest) > 1:
            raise _too_many(rest[1:])
        return Question(old, new, Path(rest[0]) if rest else None, self.root, self.repository)

    def one(self, word: _Word | None = None) -> Question:
        """Return a question with the working tree as the new version."""
        if word is not None and word.sort in ("revision", "inside"):
            inside = word.version.path
            now = Version(WORKING_TREE.name, path=self.top / inside) if inside is not None else WORKING_TREE
            return Question(word.version, now, None, self.root, self.repository)
        return Question(self.revision(_HEAD), WORKING_TREE, Path(word.text) if word else None, self.root, self.repository)

    def two(self, old: _Word, new: _Word) -> Question:
        sorts = {old.sort, new.sort}
        if "revision" in sorts and "inside" not in sorts:
            model = new if old.sort == "revision" else old
            then, now = (word.version if word.sort == "revision" else WORKING_TREE for word in (old, new))
            return Question(then, now, Path(model.text), self.root, self.repository)
        if "missing" in sorts:
            raise _missing((old if old.sort == "missing" else new).text)
        if "inside" in sorts and "folder" in sorts:
            raise unreadable((old if old.sort == "folder" else new).text, "folder")
        repository = self.repository if "inside" in sorts else None
        return Question(self.beside(old, new), self.beside(new, old), None, self.root, repository)

    def beside(self, word: _Word, other: _Word) -> Version:
        """Return a version with the file that is meant: of a folder or a revision the one of the same name as the other."""
        if word.sort == "folder" and other.sort == "file":
            return word.version._replace(path=Path(word.text) / Path(other.text).name)
        return word.version._replace(path=other.version.path) if word.sort == "revision" else word.version

    def word(self, text: str) -> _Word:
        """Return what a word stands for.

        Raises:
            FailedError: nothing, or two things.
        """
        there, commit = _exists(text), self.commit(text)
        if there and isinstance(commit, str) and not text.startswith((".", "/")):
            raise _both(text)
        if there:
            return _Word(text, _sort_of(text), Version(Text(text, text), path=Path(text)))
        if isinstance(commit, str):
            return _Word(text, "revision", _named(Text(text, text), commit))
        name, colon, path = text.partition(":")
        if colon and name and path and isinstance(inside := self.commit(name), str):
            return _Word(text, "inside", Version(Text(text, text), inside, Path(self.inside(inside, text, path))))
        if text.lower().endswith(_SUFFIXES) or _STEPS.search(text):
            return _Word(text, "missing", Version(Text(text, text)))
        raise _nothing(text, commit)

    def inside(self, commit: str, text: str, path: str) -> str:
        """Return a file of a commit, by its path from the top; with "./" or "../" from the folder that we are in, as git has it.

        Raises:
            FailedError: there is no such file; without this a typing error would tell of a model that is new or gone.
        """
        with Revision(self.repository, commit, "") as files:
            try:
                found = straight(path, f"{self.here}/{path}" if path.startswith(("./", "../")) else path)
                files.read(found)
            except UnreadableError as error:
                if error.why in ("missing", "outside", "folder"):
                    raise unreadable(text, error.why) from error
        return found

    def revision(self, name: str) -> Version:
        return _named(Text(name, name), self.repository.commit(name))

    def commit(self, name: str) -> str | GitError:
        """Return the commit that a name stands for, or why there is none."""
        try:
            return self.repository.commit(name)
        except GitError as error:
            return error

    @property
    def here(self) -> str:
        """The folder that we are in, from the top of the repository; the top itself when we are elsewhere."""
        top, folder = self.top.resolve(), Path.cwd()
        return folder.relative_to(top).as_posix() if folder.is_relative_to(top) else ""

    @property
    def top(self) -> Path:
        """The top of the repository."""
        return self.root.joinpath(*[".."] * len(_STEPS.split(self.repository.prefix))) if self.repository.prefix else self.root


def _range(text: str) -> tuple[str, str, str] | None:
    found = _RANGE.fullmatch(text)
    if found is None or _exists(text) or ":../" in text or ".." in _STEPS.split(text):
        return None
    return found[1], found[2], found[3]


def _exists(text: str) -> bool:
    try:
        return Path(text).exists()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _sort_of(text: str) -> str:
    """Return whether a path that is there is a folder or a file.

    Raises:
        FailedError: it is neither, as <(git show ...) is in a shell: nothing could be read around it, and it would seem to lack everything.
    """
    if Path(text).is_dir():
        return "folder"
    if Path(text).is_file():
        return "file"
    raise unreadable(text, "special")


def _root_of(path: Path) -> Path:
    return project_root(path / SETTINGS if path.is_dir() else path)


def _named(name: Text, commit: str) -> Version:
    short = commit[:8]
    return Version(name if commit.startswith(name.nl) else Text(f"{name.nl} ({short})", f"{name.en} ({short})"), commit)


def _called(words: Sequence[_Word]) -> list[_Word]:
    """Call absolute paths by where they part: where a project stands on a machine is no part of a change, and a long path would make a picture higher."""
    held = [os.path.normpath(word.text) for word in words if word.sort in _THERE and Path(word.text).is_absolute()]
    if not held:
        return list(words)
    top = os.path.commonpath([Path(path).parent for path in held])
    names = {path: Path(path).relative_to(top).as_posix() for path in held}
    called = [names.get(os.path.normpath(word.text), word.text) for word in words]
    return [
        word._replace(version=word.version._replace(name=Text(name, name))) if word.sort in _THERE else word
        for word, name in zip(words, called, strict=True)
    ]


def _too_many(rest: Sequence[str]) -> FailedError:
    words = " ".join(os.fspath(word) for word in rest)
    return FailedError(Text(f"te veel woorden: {words}; zie 'dinkit diff --help'", f"too many words: {words}; see 'dinkit diff --help'"))


def _missing(text: str) -> FailedError:
    return FailedError(Text(f"'{text}' bestaat niet", f"'{text}' does not exist"))


def _both(text: str) -> FailedError:
    return FailedError(
        Text(
            f"'{text}' is een revisie en ook een bestand of map; schrijf './{text}' voor het bestand, 'refs/heads/{text}' voor de tak",
            f"'{text}' is a revision and also a file or folder; write './{text}' for the file, 'refs/heads/{text}' for the branch",
        )
    )


def _nothing(text: str, error: str | GitError) -> FailedError:
    why = why_not(error) if isinstance(error, GitError) else Text("", "")
    if isinstance(error, GitError) and error.why == "too-far":
        return FailedError(why)
    return FailedError(Text(f"'{text}' is geen bestand of map, en {why.nl}", f"'{text}' is no file or folder, and {why.en}"))
