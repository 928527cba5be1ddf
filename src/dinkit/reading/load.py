"""Reads a model with its parts into a network. Loading always gives one, perhaps with holes, and says what was wrong."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from dinkit.finding import Finding, sort_key
from dinkit.model.document import Head
from dinkit.model.node import item_stretch
from dinkit.network import Network, TextFile
from dinkit.reading.assembly import Assembly
from dinkit.reading.head import read_head
from dinkit.reading.messages import finding_of
from dinkit.reading.problem import Problem
from dinkit.reading.text import decode
from dinkit.reading.tree import Tree, read_tree
from dinkit.source import Files, UnreadableError

_BROKEN = frozenset(("syntax", "tab", "unprintable", "too-deep", "alias-bomb", "encoding", "unreadable", "part-missing", "part-outside"))
"""Problems behind which content may be missing: an unknown id is no fault then."""


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
        loading.read(files.resolve(path), is_part=False)
        return loading.finish()


@contextmanager
def _no_collector() -> Iterator[None]:
    """Keep the garbage collector out of a load: nothing in it is garbage, and looking costs a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _Loading:
    """The files of one model while they are read."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.seen: set[str] = set()
        self.findings: list[Finding] = []
        self.assembly = Assembly()
        self.head: Head | None = None

    def read(self, path: str, *, is_part: bool) -> None:
        """Read one file and then the parts that it names."""
        self.seen.add(path)
        text, problem = decode(self.files.read(path))
        file = TextFile(path, text)
        tree = read_tree(text)
        if problem is not None:
            tree = tree._replace(problems=[problem])
        head, problems = read_head(tree.head, text, is_part=is_part)
        self.head = self.head or head
        self.report(file, [*tree.problems, *problems, *self.assembly.add(file, tree, head)])
        for index, part in enumerate(head.parts):
            self.read_part(part, index, file, tree)

    def read_part(self, part: str, index: int, file: TextFile, tree: Tree) -> None:
        """Read a part, or say at its name why that cannot be done."""
        stretch = item_stretch(tree.head["parts"], index)
        folder = file.path.rpartition("/")[0]
        try:
            path = self.files.resolve(f"{folder}/{part}" if folder else part)
            if path in self.seen:
                self.report(file, [Problem("part-cycle", *stretch, (part,))])
                return
            self.read(path, is_part=True)
        except UnreadableError as error:
            slug = "part-outside" if error.why == "outside" else "part-missing"
            self.report(file, [Problem(slug, *stretch, (part, error.why))])

    def report(self, file: TextFile, problems: list[Problem]) -> None:
        self.findings += [finding_of(problem, file.path, file.text) for problem in problems]
        if any(problem.slug in _BROKEN for problem in problems):
            self.assembly.complete = False

    def finish(self) -> Loaded:
        network, problems = self.assembly.network(self.head or Head())
        for file, problem in problems:
            self.findings.append(finding_of(problem, file.path, file.text))
        return Loaded(network, tuple(sorted(self.findings, key=sort_key)))
