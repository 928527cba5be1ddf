"""Reads a model with its parts into a network. Loading always gives one, perhaps with holes, and says what was wrong."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from dinkit.finding import Finding, sort_key
from dinkit.model.document import Head
from dinkit.model.node import Sequence, Stretch, item_stretch, trimmed
from dinkit.network import Network, TextFile
from dinkit.reading.assembly import Assembly
from dinkit.reading.head import read_head
from dinkit.reading.messages import code_of, finding_of
from dinkit.reading.problem import Problem
from dinkit.reading.text import decode
from dinkit.reading.tree import read_tree
from dinkit.reading.unseen import with_fixed_spaces
from dinkit.source import Files, UnreadableError

_BROKEN = frozenset(
    (
        "too-deep", "alias-bomb", "binary", "utf-16", "empty", "no-mapping", "second-document", "part-missing", "part-outside", "part-slash",
        "no-collection", "bullets", "unknown-collection", "not-at-top",
    )
)  # fmt: skip
"""Problems behind which content may be missing, besides faults in the syntax: an unknown id is no fault then."""
_SYNTAX = "DIN004"


class Loaded(NamedTuple):
    """What loading gives: the network, and the findings of reading it (rules find the rest)."""

    network: Network
    findings: tuple[Finding, ...]


def load(path: str, files: Files) -> Loaded:
    """Read the model at `path` (relative to the root of `files`) with all its parts.

    Raises:
        UnreadableError: the model file itself cannot be had. A part that cannot be had is a finding.
    """
    with _no_collector():
        loading = _Loading(files)
        loading.read_all(files.resolve(path))
        return loading.finish()


@contextmanager
def _no_collector() -> Iterator[None]:
    """Keep the garbage collector out of a load: nothing in it is garbage, and looking costs a third of the time.

    Freezing and unfreezing moves all that was made to the oldest generation, so that no look at it follows at once either.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if gc.get_freeze_count() == 0:
                gc.freeze()
                gc.unfreeze()
            gc.enable()


class _Part(NamedTuple):
    """A part as a file names it, and where."""

    name: str
    place: Stretch
    file: TextFile


class _Loading:
    """The files of one model while they are read."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.seen: set[str] = set()
        self.findings: list[Finding] = []
        self.assembly = Assembly()
        self.head: Head | None = None

    def read_all(self, path: str) -> None:
        """Read the model file and then the parts, each followed by its own parts."""
        waiting = self.read(path, is_part=False)
        while waiting:
            waiting = self.read_part(waiting[0]) + waiting[1:]

    def read(self, path: str, *, is_part: bool) -> list[_Part]:
        """Read one file; return the parts that it names."""
        text, problem = decode(self.files.read(path))
        self.seen.add(path)
        file = TextFile(path, text)
        tree = read_tree(text)
        if problem is not None:
            tree = tree._replace(problems=[problem, *tree.problems] if text else [problem])
        head, problems = read_head(tree.head, text, is_part=is_part)
        self.head = self.head or head
        self.report(file, [*tree.problems, *problems, *self.assembly.add(file, tree, head)])
        parts: Sequence = tree.head.get("parts") or Sequence(0)
        return [_Part(part, trimmed(text, item_stretch(parts, index)), file) for index, part in enumerate(parts) if isinstance(part, str)]

    def read_part(self, part: _Part) -> list[_Part]:
        """Read a part, or say at its name why that cannot be done."""
        slug, why = "part-missing", ""
        folder = part.file.path.rpartition("/")[0]
        if "\\" in part.name:
            slug = "part-slash"
        elif part.name.startswith("/") or part.name[1:2] == ":":
            slug = "part-outside"
        else:
            try:
                path = self.files.resolve(f"{folder}/{part.name}" if folder else part.name)
                if path not in self.seen:
                    return self.read(path, is_part=True)
                slug = "part-cycle"
            except UnreadableError as error:
                slug, why = "part-outside" if error.why == "outside" else "part-missing", error.why
        self.report(part.file, [Problem(slug, *part.place, (part.name, why))])
        return []

    def report(self, file: TextFile, problems: list[Problem]) -> None:
        problems = with_fixed_spaces(problems, file.text)
        self.findings += [finding_of(problem, file.path, file.text) for problem in problems]
        if any(problem.slug in _BROKEN or code_of(problem) == _SYNTAX for problem in problems):
            self.assembly.complete = False

    def finish(self) -> Loaded:
        network, problems = self.assembly.network(self.head or Head())
        for file, problem in problems:
            self.findings.append(finding_of(problem, file.path, file.text))
        return Loaded(network, tuple(sorted(_once(self.findings), key=sort_key)))


def _once(findings: list[Finding]) -> list[Finding]:
    """Leave out what an alias repeats: the same fault on the same token, for another element."""
    return list({(one.location, one.code, one.message): one for one in reversed(findings)}.values())
