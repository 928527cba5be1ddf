"""The models of two versions, each loaded and judged by what its own version decided, and put side by side."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from dinkit.checking.run import Decisions, judge
from dinkit.cli.gathering import gathered
from dinkit.cli.output import FailedError
from dinkit.cli.versions import Question, Version
from dinkit.comparing.comparison import Comparison, Side
from dinkit.comparing.meaning import fingerprint
from dinkit.comparing.standing import standing
from dinkit.consequences.telling import compared
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.document import Head
from dinkit.network import Network, TextFile
from dinkit.reading.load import Loaded, load
from dinkit.reading.messages import finding_of
from dinkit.reading.outline import outline_of
from dinkit.reading.problem import Problem
from dinkit.reading.settings import load_baseline, load_reviews, load_settings
from dinkit.revision import Repository, Revision
from dinkit.source import SETTINGS, Files, Folder, UnreadableError, project_root


class Compared(NamedTuple):
    """One comparison, with the root of the files on disk that it is about, if any are."""

    comparison: Comparison
    root: Path | None


def comparisons(question: Question, at: ImpreciseDate | None) -> Iterator[Compared]:
    """Yield the comparisons that a question asks for, one per model.

    Args:
        question: what is compared with what.
        at: the date to look at, for both versions; else the reference date of each.

    Raises:
        FailedError: there is no model, or it is in neither version.
        GitError: a revision cannot be listed.
    """
    with ExitStack() as stack:
        old, new = (_Held(question, version, at, stack) for version in (question.old, question.new))
        for path, other in _pairs(question, old, new):
            if old.loaded(path) is None and new.loaded(other) is None:
                raise _nowhere(question, path)
            yield Compared(_comparison((path, other), old, new), new.root or old.root)


def _nowhere(question: Question, path: str) -> FailedError:
    old, new = question.old.name, question.new.name
    return FailedError(Text(f"'{path}' staat niet in {old.nl} en niet in {new.nl}", f"'{path}' is neither in {old.en} nor in {new.en}"))


class _Held:
    """The files of one version, and the models in it that were loaded."""

    def __init__(self, question: Question, version: Version, at: ImpreciseDate | None, stack: ExitStack) -> None:
        self.version, self.at = version, at
        self.root: Path | None = None
        self.folder: str | None = None
        """The folder that is compared itself, from its root; None where none is."""
        self.own: tuple[str, ...] | None = None
        """The models that the version itself names; None where the settings of the project do."""
        if version.commit is not None and question.repository is not None:
            self.files: Files = stack.enter_context(self.revision(question.repository, version.commit, version.path))
        else:
            chosen = gathered((version.path,)) if version.path is not None and version.path.is_dir() else ()
            self.root = chosen[0].root if chosen else project_root(version.path) if version.path is not None else question.root
            self.files = Folder(self.root)
            if version.path is not None:
                self.own = tuple(one.path for one in chosen) or (_inside(self.root, version.path),)
                self.folder = _inside(self.root, version.path) if chosen else None
        self._loaded: dict[str, Loaded | None] = {}

    def revision(self, repository: Repository, commit: str, path: Path | None) -> Revision:
        """Return the files of a commit; those around one file from the nearest folder upward with settings, as on disk."""
        whole = Revision(repository, commit, "")
        if path is None:
            return Revision(repository, commit, _project_in(whole, repository.prefix))
        parents = [parent.as_posix() for parent in path.parents]
        root = next((parent for parent in parents if f"{parent}/{SETTINGS}".removeprefix("./") in whole.entries), ".")
        self.own = (path.relative_to(root).as_posix(),)
        return Revision(repository, commit, "" if root == "." else root)

    @cached_property
    def decisions(self) -> Decisions:
        return Decisions(load_settings(self.files), load_baseline(self.files), load_reviews(self.files))

    @property
    def models(self) -> tuple[str, ...]:
        """The models that the version names: by itself, else in its settings."""
        if self.own is not None:
            return self.own
        named = self.decisions.settings.record.models if self.decisions.settings else ()
        return tuple(dict.fromkeys(found for name in named if (found := self.resolved(name)) is not None))

    def resolved(self, name: str) -> str | None:
        try:
            return self.files.resolve(name)
        except UnreadableError:
            return None

    def loaded(self, path: str) -> Loaded | None:
        """Return a model; None where the version has no such file. What cannot be read for another reason is empty, and says why."""
        if path not in self._loaded:
            try:
                loaded = load(path, self.files)
                self._loaded[path] = loaded._replace(network=loaded.network.at(self.at)) if self.at else loaded
            except UnreadableError as error:
                missing = error.why == "missing"
                self._loaded[path] = (
                    None if missing else Loaded(_empty(path, complete=False), (finding_of(Problem("unreadable", 0, 0, (error.why,)), path, ""),))
                )
        return self._loaded[path]

    def short(self, path: str) -> str:
        """Return a path from the folder that is compared."""
        return path.removeprefix(f"{self.folder}/") if self.folder not in (None, ".") else path

    def model(self, path: str) -> str | None:
        found = self.loaded(path)
        return found.network.head.model if found else None


def _project_in(whole: Revision, prefix: str) -> str:
    """Return the folder of the project in a revision: that of now, or where it was not there then the only one with settings."""
    if not prefix or any(path.startswith(f"{prefix}/") for path in whole.entries):
        return prefix
    found = [path.removesuffix(SETTINGS).rstrip("/") for path in whole.entries if path.rpartition("/")[2] == SETTINGS]
    return found[0] if len(found) == 1 else prefix


def _pairs(question: Question, old: _Held, new: _Held) -> list[tuple[str, str]]:
    """Return the paths of each model in the two versions: the same one, or that to which it was moved."""
    if question.model is None and old.own is not None and new.own is not None and len(old.own) == len(new.own) == 1:
        return [(old.own[0], new.own[0])]
    pairs: list[tuple[str, str]] = []
    for path in _asked(question, old, new):
        then, now = old.loaded(path), new.loaded(path)
        before = _moved(old, new, path) if then is None and now is not None else None
        after = _moved(new, old, path) if now is None and then is not None else None
        if path not in {one for pair in pairs for one in pair}:
            pairs.append((before or path, after or path))
    return pairs


def _asked(question: Question, old: _Held, new: _Held) -> tuple[str, ...]:
    """Return the paths of the models to compare.

    Raises:
        FailedError: there is none.
    """
    if question.model is not None:
        return _named(question.root, question.model, (*new.models, *old.models))
    found = tuple(dict.fromkeys((*new.models, *old.models)))
    if not found:
        raise FailedError(
            Text(
                "geen model genoemd, en er is hier geen dinkit.yaml met 'modellen:'; noem een model",
                "no model was given, and there is no dinkit.yaml with 'models:' here; name a model",
            )
        )
    return found


def _named(root: Path, model: Path, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the models that are meant: of a folder those in it, of a part those that it belongs to."""
    if model.is_dir():
        return tuple(one.path for one in gathered((model,)))
    path = _inside(root, model)
    try:
        is_model = path in known or outline_of(Folder(root).read(path)).is_model
    except UnreadableError:
        return (path,)
    belongs = () if is_model else tuple(one.path for one in gathered((model,), changed=True) if one.root == root)
    return belongs or (path,)


def _inside(root: Path, model: Path) -> str:
    """Return the path of a model from the root of its project; the file need not exist."""
    full = model.resolve()
    if not full.is_relative_to(root):
        raise FailedError(Text(f"'{model}' ligt buiten het project", f"'{model}' lies outside the project"))
    return full.relative_to(root).as_posix()


def _moved(there: _Held, here: _Held, path: str) -> str | None:
    """Return the path in one version of a model that the other one has at `path`: of the same id, or at the same place in the folder compared."""
    found = here.model(path)

    def is_it(other: str) -> bool:
        same = found is not None and there.model(other) == found
        return here.loaded(other) is None and (same or (there.folder is not None and there.short(other) == here.short(path)))

    return next((other for other in there.models if other != path and is_it(other)), None)


def _comparison(paths: tuple[str, str], old: _Held, new: _Held) -> Comparison:
    then, now = old.loaded(paths[0]), new.loaded(paths[1])
    judged = then is None or now is None or not _is_same(then, now) or old.decisions != new.decisions
    sides = [_side(held, path, judged=judged) for held, path in zip((old, new), paths, strict=True)]
    return compared(paths[1] if now is not None else paths[0], *sides)


def _is_same(then: Loaded, now: Loaded) -> bool:
    """Say whether two versions were read from the same texts, so that nothing can differ."""
    one, other = ([edition.files for edition in loaded.network.editions()] for loaded in (then, now))
    return one == other and then.network.complete


def _side(held: _Held, path: str, *, judged: bool) -> Side:
    loaded, name = held.loaded(path), held.version.name
    if loaded is None:
        return Side(name, _empty(path, complete=True), exists=False)
    network = loaded.network
    if not judged:
        return Side(name, network)
    found = judge(loaded, held.decisions)
    targets = {relation.target for relation in network.relations if relation.type == "contributes_to"}
    meanings = {target: fingerprint(network, target) for target in sorted(targets)}
    reviews = held.decisions.reviews
    confirmed = frozenset((one.element, one.contributes_to, one.fingerprint) for one in (reviews.record.confirmed if reviews else ()))
    return Side(name, network, standing(found.findings, found.each), found.suppressed, meanings, confirmed)


def _empty(path: str, *, complete: bool) -> Network:
    return Network(head=Head(), elements={}, relations=(), origins={}, files=(TextFile(path, ""),), complete=complete)
