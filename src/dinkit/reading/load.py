"""Reads a model with its parts into a network. Loading always gives one, perhaps with holes, and says what was wrong."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from dinkit.finding import Finding, Severity, sort_key
from dinkit.model.document import Head
from dinkit.model.node import Mapping, Sequence, item_stretch, trimmed, value_stretch
from dinkit.model.vocabulary import UNKNOWN, spell_value
from dinkit.network import Network, TextFile
from dinkit.reading.assembly import Assembly
from dinkit.reading.causes import one_per_cause
from dinkit.reading.changing import removed
from dinkit.reading.head import read_head
from dinkit.reading.messages import finding_of
from dinkit.reading.named import Named, meant_file, path_of, renaming
from dinkit.reading.problem import Problem
from dinkit.reading.text import decode
from dinkit.reading.tree import read_tree
from dinkit.reading.unread import is_lossy, unread
from dinkit.source import Files, UnreadableError
from dinkit.tuples import NamedTuple


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
        return _load(files.resolve(path), files, ())


def _load(path: str, files: Files, later: tuple[str, ...]) -> Loaded:
    """Read a model and, behind it, its earlier editions; `later` are the models that lead to it."""
    loading = _Loading(files, (*later, path))
    loading.read_all(path)
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


class _Loading:
    """The files of one model while they are read."""

    def __init__(self, files: Files, editions: tuple[str, ...]) -> None:
        self.files = files
        self.editions = editions
        """The paths of the later editions that lead to this model, and its own."""
        self.named_edition: Named | None = None
        self.seen: set[str] = set()
        self.findings: list[Finding] = []
        self.assembly = Assembly()
        self.head: Head | None = None
        self.head_node: Mapping | None = None

    def read_all(self, path: str) -> None:
        """Read the model file and then the parts, each followed by its own parts."""
        waiting = self.read(path, is_part=False)
        while waiting:
            waiting = self.read_part(waiting[0], waiting[1:]) + waiting[1:]

    def read(self, path: str, *, is_part: bool) -> list[Named]:
        """Read one file; return the parts that it names."""
        text, problem = decode(self.files.read(path))
        self.seen.add(path)
        file = TextFile(path, text)
        tree = read_tree(text)
        if problem is not None:
            tree = tree._replace(problems=[problem, *tree.problems] if text else [problem])
        head, problems = read_head(tree.head, text, is_part=is_part)
        self.head, self.head_node = self.head or head, self.head_node or tree.head
        self.report(file, [*tree.problems, *problems, *self.assembly.add(file, tree, head)])
        if head.previous_edition and head.previous_edition != UNKNOWN and not is_part:
            place = trimmed(text, value_stretch(tree.head, "previous_edition"))
            self.named_edition = Named(head.previous_edition, place, file)
        parts: Sequence = tree.head.get("parts") or Sequence(0)
        return [Named(part, trimmed(text, item_stretch(parts, index)), file) for index, part in enumerate(parts) if isinstance(part, str)]

    def read_part(self, part: Named, waiting: list[Named]) -> list[Named]:
        """Read a part, or say at its name why that cannot be done; a name with a slip in it is read as what was meant."""
        try:
            path = path_of(part, self.files)
            if path not in self.seen:
                return self.read(path, is_part=True)
            again = removed(part.file.text, *part.place, dashed=True)
            self.report(part.file, [Problem("part-cycle", *part.place, (part.name,), repair=again)])
        except UnreadableError as error:
            lost = error.why in ("missing", "slash")
            meant = meant_file(part, self.files, self.seen | self.paths_of(waiting)) if lost else None
            if meant is not None:
                slug = "part-slash" if error.why == "slash" else "part-near"
                self.report(part.file, [Problem(slug, *part.place, (part.name, meant.name), repair=renaming(part, meant))], read=True)
                return self.read(path_of(meant, self.files), is_part=True)
            self.report(part.file, [Problem(f"part-{_what(error)}", *part.place, (part.name, error.why))])
        return []

    def paths_of(self, named: list[Named]) -> set[str]:
        """Return the paths of those that can be had."""
        found: set[str] = set()
        for one in named:
            with suppress(UnreadableError):
                found.add(path_of(one, self.files))
        return found

    def read_edition(self, named: Named) -> Network | None:
        """Read the previous edition, or say at its name why that cannot be done or is of little use."""
        try:
            path = path_of(named, self.files)
            if path in self.editions:
                circle = " -> ".join((*self.editions[self.editions.index(path) :], path))
                self.report(named.file, [Problem("edition-cycle", *named.place, (named.name, circle))])
                return None
            loaded = _load(path, self.files, self.editions)
        except UnreadableError as error:
            self.report(named.file, [Problem(f"edition-{_what(error)}", *named.place, (named.name, error.why))])
            return None
        self.report(named.file, [Problem(slug, *named.place, words) for slug, words in self.mismatches(named, path, loaded)])
        return loaded.network

    def mismatches(self, named: Named, path: str, loaded: Loaded) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield what makes an edition hard to compare with: its errors, another profile, the same id."""
        own, other = self.head or Head(), loaded.network.head
        errors = sum(finding.severity is Severity.ERROR for finding in loaded.findings)
        if errors:
            yield "edition-broken", (named.name, str(errors), path)
        if own.profile != other.profile:
            words = [spell_value("profile", profile, own.language) for profile in (other.profile, own.profile)]
            yield "edition-profile", (named.name, *words)
        if own.model is not None and own.model == other.model:
            yield "edition-same", (named.name, own.model)

    def report(self, file: TextFile, problems: list[Problem], *, read: bool = False) -> None:
        """Keep the findings of a file; unless all was `read` in spite of them, remember what was not."""
        problems = one_per_cause(problems, file.text)
        self.findings += [finding_of(problem, file.path, file.text) for problem in problems]
        self.assembly.unread += [unread(problem, file.text) for problem in problems if is_lossy(problem) and not read]

    def finish(self) -> Loaded:
        previous = self.read_edition(self.named_edition) if self.named_edition else None
        network, problems = self.assembly.network(self.head or Head(), previous, self.head_node)
        for file, problem in problems:
            self.findings.append(finding_of(problem, file.path, file.text))
        return Loaded(network, tuple(sorted(_once(self.findings), key=sort_key)))


def _what(error: UnreadableError) -> str:
    """Return the end of the slug for a file that cannot be had."""
    return error.why if error.why in ("outside", "slash") else "missing"


def _once(findings: list[Finding]) -> list[Finding]:
    """Leave out what an alias repeats: the same fault on the same token, for another element."""
    return list({(one.location, one.code, one.message): one for one in reversed(findings)}.values())
