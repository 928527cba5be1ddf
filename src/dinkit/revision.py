"""Files as they were in a revision in git, read without a checkout. The only place that runs git.

Only commands that read are run, and nothing is ever fetched from elsewhere: a clone that lacks something says so.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Self

from dinkit.nearby import nearest_word
from dinkit.source import LARGEST, UnreadableError, straight


class GitError(OSError):
    """git cannot give what was asked.

    `why` is "no-git", "no-repository", "no-commit" (there is none yet), "unknown" (no revision of this name), "too-far"
    (`nearest` exists, but not what is asked of it), "no-common" (no common ancestor), "not-trusted" (git refuses a folder of somebody else) or "failed". `name` is what was asked for, `said` what git
    said, and `shallow` whether this clone lacks a part of the history.
    """

    def __init__(self, why: str, name: str = "", *, nearest: str | None = None, said: str = "", shallow: bool = False) -> None:
        self.why, self.name, self.nearest, self.said, self.shallow = why, name, nearest, said, shallow
        super().__init__(f"git: {why} {name} {said}".strip())


class Repository:
    """The git repository that a folder is in. Nothing in it is changed, and no setting of the user changes what it answers.

    Raises:
        GitError: there is none, or git is missing or refuses.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        inside, _, prefix = _git(folder, "rev-parse", "--is-inside-work-tree", "--show-prefix").partition("\n")
        if inside != "true":
            raise GitError("no-repository", str(folder))
        self.prefix = prefix.removesuffix("\n").rstrip("/")
        """The folder as a path from the top of the repository; empty for the top itself."""

    def commit(self, name: str) -> str:
        """Return the hash of the commit that a branch, a tag, a hash or an expression such as HEAD~1 stands for.

        Raises:
            GitError: there is none; with the nearest name of a branch or tag.
        """
        found = None if name.startswith(("-", "^")) else self._asked("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        if not found:
            raise self._unknown(name)
        return found.strip()

    def common(self, one: str, other: str) -> str:
        """Return the commit at which two revisions parted, as in one...other.

        Raises:
            GitError: one of them does not exist, or they have nothing in common here.
        """
        found = self._asked("merge-base", self.commit(one), self.commit(other))
        if not found:
            raise GitError("no-common", f"{one}...{other}", shallow=self._is_shallow())
        return found.splitlines()[0]

    def _asked(self, *arguments: str) -> str | None:
        """Return what git answers; nothing where it says no."""
        try:
            return _git(self.folder, *arguments)
        except GitError as error:
            if error.why == "failed":
                return None
            raise

    def _is_shallow(self) -> bool:
        return (self._asked("rev-parse", "--is-shallow-repository") or "").startswith("true")

    def _unknown(self, name: str) -> GitError:
        names = (self._asked("for-each-ref", "--format=%(refname:short)") or "").splitlines()
        if not self._asked("rev-parse", "--verify", "--quiet", "HEAD^{commit}") and not names:
            return GitError("no-commit", name)
        base = name.partition("~")[0].partition("^")[0].partition("@{")[0].partition(":")[0]
        if base in (*names, "HEAD", "@"):
            return GitError("too-far", name, nearest=base, shallow=self._is_shallow())
        return GitError("unknown", name, nearest=nearest_word(base, [*names, "HEAD"]), shallow=self._is_shallow())


class _Entry(NamedTuple):
    """What a revision has under a path: the mode that git gives it, and the hash of its content."""

    mode: str
    content: str


_LINK, _SUBMODULE = "120000", "160000"
_MOST_LINKS = 40
_POINTER = b"version https://git-lfs.github.com/spec/"


class Revision:
    """The files of a folder as they were in one commit, read without a checkout. Use it in a `with` statement: it keeps git running.

    Args:
        repository: where the commit is.
        commit: its full hash.
        root: the folder that the files are taken from, as a path from the top of the repository; else the folder of the repository.

    Raises:
        GitError: git cannot list the files of the commit.
    """

    def __init__(self, repository: Repository, commit: str, root: str | None = None) -> None:
        self.repository, self.commit = repository, commit
        self.root = repository.prefix if root is None else root
        self._reader: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._stop()

    @cached_property
    def entries(self) -> Mapping[str, _Entry]:
        """Every file below the root, by path."""
        listed = _git(self.repository.folder, "ls-tree", "-r", "-z", "--full-tree", self.commit)
        below = f"{self.root}/" if self.root else ""
        lines = (line.partition("\t") for line in listed.split("\0") if line)
        return {path.removeprefix(below): _Entry(*head.split()[::2]) for head, _, path in lines if path.startswith(below)}

    def resolve(self, path: str) -> str:
        wanted = straight(path)
        for _ in range(_MOST_LINKS):
            link = next((part for part in _upward(wanted) if self._mode(part) == _LINK), None)
            if link is None:
                return wanted
            target = self._content(self.entries[link].content, path).decode("utf-8", "surrogateescape")
            if target.startswith("/"):
                raise UnreadableError(path, "outside")
            wanted = straight(path, f"{link.rpartition('/')[0]}/{target}{wanted.removeprefix(link)}")
        raise UnreadableError(path, "refused")  # a circle of links

    def read(self, path: str) -> bytes:
        found = self.resolve(path)
        entry = self.entries.get(found)
        if any(self._mode(part) == _SUBMODULE for part in _upward(found)):
            raise UnreadableError(path, "submodule")
        if entry is None:
            is_folder = not found or any(name.startswith(f"{found}/") for name in self.entries)
            raise UnreadableError(path, "folder" if is_folder else "missing")
        data = self._content(entry.content, path)
        if data.startswith(_POINTER):
            raise UnreadableError(path, "lfs")
        return data

    def _mode(self, path: str) -> str | None:
        entry = self.entries.get(path)
        return entry.mode if entry else None

    def _content(self, content: str, path: str) -> bytes:
        """Return the bytes that git keeps under a hash; one git process answers for all of them, since each start of it takes time."""
        if self._reader is None:
            self._reader = subprocess.Popen(  # noqa: S603
                [*_command(), "cat-file", "--batch"],
                cwd=self.repository.folder,
                env=_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        asked, answer = self._reader.stdin, self._reader.stdout
        if asked is None or answer is None:
            raise UnreadableError(path, "refused")
        try:
            asked.write(f"{content}\n".encode())
            asked.flush()
            head = answer.readline().split()
        except OSError:
            head = []
        if len(head) != 3 or int(head[2]) > LARGEST:
            self._stop()
            raise UnreadableError(path, "too-large" if len(head) == 3 else "not-here")
        return answer.read(int(head[2]) + 1)[:-1]

    def _stop(self) -> None:
        if self._reader is not None:
            self._reader.kill()
            self._reader.communicate()
            self._reader = None


def _upward(path: str) -> list[str]:
    """Return a path after all folders that it lies in, the outermost first."""
    parts = path.split("/")
    return ["/".join(parts[: count + 1]) for count in range(len(parts))]


_SLOWEST = 60
"""Seconds after which git is stopped."""

_FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_CONFIG_PARAMETERS")
"""What git sets for its hooks, so that they would look elsewhere than in the folder asked for."""


_SET = {
    "LC_ALL": "C",
    "LANGUAGE": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    # A clone that lacks something must not get it: its settings may name any command for that (ext::...). The first names no protocol at
    # all and goes before every setting; the second is known to newer versions of git only.
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_NO_LAZY_FETCH": "1",
}


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _FOREIGN and not name.startswith("GIT_TRACE")}
    return kept | _SET


def _command() -> list[str]:
    """Return how git is started: by its full path, since Windows would first look in the folder that we are in."""
    name = "git.exe" if os.name == "nt" else "git"
    found = next((path for folder in os.get_exec_path() if Path(folder).is_absolute() and (path := Path(folder, name)).is_file()), None)
    if found is None:
        raise GitError("no-git")
    return [str(found), "--no-pager", "-c", "protocol.allow=never", "-c", "core.fsmonitor=false"]


def _git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it says.

    Raises:
        GitError: it is missing, refuses, fails or takes too long.
    """
    done = run_git(folder, *arguments)
    said = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode:
        lower = said.lower()
        missing = "not a git repository" in lower or "must be run in a work tree" in lower
        raise GitError("no-repository" if missing else "not-trusted" if "dubious ownership" in lower else "failed", str(folder), said=said)
    return done.stdout.decode("utf-8", "surrogateescape")


def run_git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, whatever it answers; what changes a repository is asked for in `gitsettings` only.

    Raises:
        GitError: it is missing or takes too long.
    """
    try:
        return subprocess.run(  # noqa: S603
            [*_command(), *arguments], cwd=folder, env=_environment(), stdin=subprocess.DEVNULL, capture_output=True, timeout=_SLOWEST, check=False
        )
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        if isinstance(error, GitError):
            raise
        raise GitError("failed", said=str(error)) from error
