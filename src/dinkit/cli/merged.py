"""A look at the whole after a merge: what git and a merge of single files cannot see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from dinkit.checking.crowds import alone, gathered
from dinkit.checking.run import Decisions, judge
from dinkit.cli.language import say
from dinkit.cli.models import Chosen, chosen_models, decisions_of, load_chosen
from dinkit.cli.output import show
from dinkit.cli.places import placed, shown_for
from dinkit.comparing.standing import standing
from dinkit.exporters._findings import WORDS, place
from dinkit.exporters._plain import plain
from dinkit.finding import Crowd, Finding, Severity, Text, sort_key
from dinkit.merging.whole import cause, left_markers, only_merged
from dinkit.network import Network
from dinkit.reading.load import Loaded, load
from dinkit.reading.settings import BASELINE, REVIEWS
from dinkit.reading.text import decode
from dinkit.revision import GitError, Repository, Revision
from dinkit.source import SETTINGS, Folder, UnreadableError

_MERGES = (
    ("HEAD", "MERGE_HEAD", ""),
    ("HEAD", "CHERRY_PICK_HEAD", "CHERRY_PICK_HEAD^"),
    ("HEAD", "REBASE_HEAD", "REBASE_HEAD^"),
    ("HEAD", "REVERT_HEAD", "REVERT_HEAD"),
    ("HEAD^1", "HEAD^2", ""),
)
"""What git calls the two sides while it merges, or after it, and what both began with; "" for the commit at which they parted."""
_RIGHT = Text("na het samenvoegen klopt het geheel", "after the merge the whole is right")
_NO_MERGE = Text("er wordt niets samengevoegd; het model heeft geen fouten", "nothing is being merged; the model has no errors")
_NO_MERGES = Text("er wordt niets samengevoegd; de modellen hebben geen fouten", "nothing is being merged; the models have no errors")


class _Merge(NamedTuple):
    """What git is merging, or merged last."""

    repository: Repository
    sides: tuple[str, str]
    """The commits that are merged."""
    base: str
    """What both began with, as in `_MERGES`."""


class _Looked(NamedTuple):
    """What was found in one model."""

    lines: list[str]
    """What to show."""
    is_wrong: bool
    is_merged: bool
    """Whether git knows of a merge."""


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
    right = _RIGHT if any(one.is_merged for one in looked) else _NO_MERGE if len(looked) == 1 else _NO_MERGES
    show("\n".join(lines) if lines else say(right))
    return any(one.is_wrong for one in looked)


def _looked(chosen: Chosen) -> _Looked:
    loaded, merge = load_chosen(chosen), _merge_of(chosen.root)
    markers = list(_markers(chosen, loaded))
    lines, is_wrong = _told(chosen, loaded, merge)
    return _Looked([*markers, *lines], bool(markers) or is_wrong, merge is not None)


def _told(chosen: Chosen, loaded: Loaded, merge: _Merge | None) -> tuple[list[str], bool]:
    """Return the lines about what the merge brought about, or about every error where there was none, and whether something is wrong."""
    decisions = decisions_of(chosen.root)
    found = _standing(loaded, decisions)
    sides = [_at(chosen, merge.repository, commit) for commit in merge.sides] if merge else []
    new = only_merged(found, [_standing(side, decisions) for side in sides]) if merge else found
    heard = (Severity.ERROR, Severity.WARNING) if merge else (Severity.ERROR,)
    told = [one for one in _in_short(new, found, loaded.network) if one.slug != "conflict" and one.severity in heard]
    places = [_places(chosen, side) for side in sides]
    base = _places(chosen, _base(chosen, merge)) if merge and any(one.code == "DIN101" for one in told) else {}
    lines: list[str] = []
    for one in told:
        located = _placed(chosen, one)
        lines += _lines(located, cause(located, places, base, _given(one, loaded)))
    return lines, any(one.severity is Severity.ERROR for one in told)


def _standing(loaded: Loaded | None, decisions: Decisions) -> tuple[Finding, ...]:
    judged = judge(loaded, decisions) if loaded else None
    return standing(judged.findings, judged.each) if judged else ()


def _in_short(new: Collection[Finding], found: Collection[Finding], network: Network) -> list[Finding]:
    """Return new findings with one in place of many, where none of those many is left out: it says of how many elements it holds."""
    known = Counter(map(_sort, found)) - Counter(map(_sort, new))
    return sorted(gathered((alone(one) if known[_sort(one)] else one for one in new), network), key=sort_key)


def _sort(finding: Finding) -> tuple[str, Severity, Crowd | None]:
    return finding.code, finding.severity, finding.crowd


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


def _lines(finding: Finding, why: Text | None) -> Iterator[str]:
    yield f"{place(finding.location)}: {say(WORDS[finding.severity][0])} {finding.code}: {plain(say(finding.message))}"
    hint = why or finding.hint
    if hint is not None:
        yield f"  {plain(say(hint))}"


def _placed(chosen: Chosen, finding: Finding) -> Finding:
    shown = shown_for(chosen)
    return placed(finding, shown) if shown else finding


def _given(finding: Finding, loaded: Loaded) -> str:
    span = finding.location.span
    text = next((file.text for file in loaded.network.files if file.path == finding.location.file), "")
    return text[span.start : span.end].strip("'\"")


def _merge_of(root: Path) -> _Merge | None:
    """Return what is being merged, or what the last commit merged; None where there is no merge."""
    try:
        repository = Repository(root)
    except GitError:
        return None
    for ours, theirs, base in _MERGES:
        try:
            return _Merge(repository, (repository.commit(ours), repository.commit(theirs)), base)
        except GitError:
            continue
    return None


def _base(chosen: Chosen, merge: _Merge) -> Loaded | None:
    try:
        commit = merge.repository.commit(merge.base) if merge.base else merge.repository.common(*merge.sides)
    except GitError:
        return None
    return _at(chosen, merge.repository, commit)


def _at(chosen: Chosen, repository: Repository, commit: str) -> Loaded | None:
    """Return a model as it was in a commit; None where it was not there."""
    try:
        with Revision(repository, commit) as revision:
            return load(chosen.path, revision)
    except (UnreadableError, GitError):
        return None


def _places(chosen: Chosen, loaded: Loaded | None) -> dict[str, str]:
    """Return the ids of a version with the file in which each stands, as it is shown."""
    if loaded is None:
        return {}
    shown, files = shown_for(chosen) or str, loaded.network.files
    return {name: shown(files[origin.file].path) for name, origin in loaded.network.origins.items()}
