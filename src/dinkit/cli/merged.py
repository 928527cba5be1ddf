"""A look at the whole after a merge: what git and a merge of single files cannot see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dinkit.checking.run import Decisions, check
from dinkit.cli.language import say
from dinkit.cli.models import Chosen, chosen_models, decisions_of, load_chosen
from dinkit.cli.output import show
from dinkit.cli.places import placed, shown_for
from dinkit.exporters._findings import WORDS, place
from dinkit.exporters._plain import plain
from dinkit.finding import Finding, Severity, Text
from dinkit.merging.whole import cause, left_markers, only_merged
from dinkit.reading.load import Loaded, load
from dinkit.reading.settings import BASELINE, REVIEWS
from dinkit.reading.text import decode
from dinkit.revision import GitError, Repository, Revision
from dinkit.source import SETTINGS, Folder, UnreadableError

_OTHERS = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REBASE_HEAD", "REVERT_HEAD")
"""What git calls the other side while it merges."""


class _Looked(NamedTuple):
    """What was found in one model: lines to show, and whether something is wrong."""

    lines: list[str]
    is_wrong: bool


def check_merged(models: tuple[Path, ...]) -> bool:
    """Show what the merge brought about in models: markers that are left, and findings that none of the merged versions had.

    Where git knows of no merge, the errors of the model as it stands.

    Returns:
        Whether something is wrong.

    Raises:
        FailedError: there is no such model.
    """
    looked = [_looked(chosen) for chosen in chosen_models(models)]
    lines = dict.fromkeys(line for one in looked for line in one.lines)
    show("\n".join(lines) if lines else say(Text("na het samenvoegen klopt het geheel", "after the merge the whole is right")))
    return any(one.is_wrong for one in looked)


def _looked(chosen: Chosen) -> _Looked:
    loaded, decisions = load_chosen(chosen), decisions_of(chosen.root)
    markers = list(_markers(chosen, loaded))
    parents = [_at(chosen, decisions, *one) for one in _parents(chosen.root)]
    found = check(loaded, decisions)
    new = only_merged(found, [some for _, some in parents]) if parents else found
    told = [one for one in new if one.slug != "conflict" and one.severity in ((Severity.ERROR, Severity.WARNING) if parents else (Severity.ERROR,))]
    ids = [some for some, _ in parents]
    texts = {file.path: file.text for file in loaded.network.files}
    lines = [line for one in told for line in _lines(chosen, one, cause(one, ids, _given(one, texts)))]
    return _Looked([*markers, *lines], bool(markers) or any(one.severity is Severity.ERROR for one in told))


def _markers(chosen: Chosen, loaded: Loaded) -> Iterator[str]:
    """Yield a line per conflict marker in the files of a model and of what stands beside it."""
    files, shown = Folder(chosen.root), shown_for(chosen) or str
    own = (file.path for edition in loaded.network.editions() for file in edition.files)
    for path in dict.fromkeys((*own, SETTINGS, BASELINE, REVIEWS)):
        try:
            text = decode(files.read(path))[0]
        except UnreadableError:
            continue
        for line in left_markers(text):
            said = say(Text("hier staat nog een conflict dat niemand heeft opgelost", "here a conflict is left that nobody solved"))
            yield f"{plain(shown(path))}:{line}: {said}"


def _lines(chosen: Chosen, finding: Finding, why: Text | None) -> Iterator[str]:
    shown = shown_for(chosen)
    located = placed(finding, shown) if shown else finding
    yield f"{place(located.location)}: {say(WORDS[finding.severity][0])} {finding.code}: {plain(say(finding.message))}"
    hint = why or finding.hint
    if hint is not None:
        yield f"  {plain(say(hint))}"


def _given(finding: Finding, texts: dict[str, str]) -> str:
    span = finding.location.span
    return texts.get(finding.location.file, "")[span.start : span.end].strip("'\"")


def _parents(root: Path) -> Iterator[tuple[Repository, str]]:
    """Yield the commits that are being merged, or that the last commit merged; none where there is no merge."""
    try:
        repository = Repository(root)
    except GitError:
        return
    for pair in (*(("HEAD", other) for other in _OTHERS), ("HEAD^1", "HEAD^2")):
        commits = _commits(repository, pair)
        if len(commits) == 2:
            yield from ((repository, commit) for commit in commits)
            return


def _commits(repository: Repository, names: Iterable[str]) -> Sequence[str]:
    try:
        return [repository.commit(name) for name in names]
    except GitError:
        return []


def _at(chosen: Chosen, decisions: Decisions, repository: Repository, commit: str) -> tuple[frozenset[str], tuple[Finding, ...]]:
    """Return the ids and the findings of a model as it was in a commit; nothing where it was not there."""
    try:
        with Revision(repository, commit) as revision:
            loaded = load(chosen.path, revision)
    except (UnreadableError, GitError):
        return frozenset(), ()
    return frozenset(loaded.network.elements), check(loaded, decisions)
