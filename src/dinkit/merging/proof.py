"""Proves a merge before it is written: what is read from it is what both sides changed, all of it and nothing else.

The proof reads the texts as every command does (`reading.tree`) and counts facts, so it knows nothing of how they were merged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dinkit.comparing.values import Canonical, canonical
from dinkit.editing.concrete import Document
from dinkit.merging.meaning import value_comments
from dinkit.model.vocabulary import ENGLISH_VALUE
from dinkit.reading.messages import code_of
from dinkit.reading.tree import read_tree

Facts = Counter[tuple[Any, ...]]
_SYNTAX = "DIN004"


class Version(NamedTuple):
    """What one text says."""

    facts: Facts
    records: Counter[tuple[Any, ...]]
    """Every record in a list: where it stands, and all that it says."""
    is_sound: bool
    """Whether its syntax holds."""


def version_of(text: str) -> Version:
    """Return what a text says."""
    tree = read_tree(text)
    facts: Facts = Counter(_flat(("",), tree.head))
    for node in tree.elements:
        facts[node.id, "kind", node.kind] += 1
        if node.parent is not None:
            facts[node.id, "parent", node.parent] += 1
        facts.update(_flat((node.id,), {key: value for key, value in node.data.items() if key != "id" or node.kind == "programme"}))
        for key, links in (node.data.links or {}).items():
            facts.update(_links((node.id, key), links))
    for kind, said in tree.without.items():
        facts.update(_flat(("", kind), said))
    records: Facts = Counter(_records(("",), tree.head))
    for node in tree.elements:
        records.update(_records((node.id,), node.data))
    return Version(facts, records, not any(code_of(problem) == _SYNTAX for problem in tree.problems))


def holds(base: Version, ours: Version, theirs: Version, merged: tuple[Version, Version]) -> bool:
    """Say whether a merge holds what both sides changed.

    Args:
        base: the version that both sides began with.
        ours: our side.
        theirs: the other side.
        merged: the merge, as it is when our side wins its conflicts and when theirs does; the same when there are none.
    """
    if not all(version.is_sound for version in merged):
        return False
    facts, when_theirs = (version.facts for version in merged)
    alike = _alike(base, ours, theirs)
    for fact in {*base.facts, *ours.facts, *theirs.facts, *facts, *when_theirs}:
        counts = base.facts[fact], ours.facts[fact], theirs.facts[fact]
        if facts[fact] == when_theirs[fact] and facts[fact] not in _allowed(*counts, alike[fact]):
            return False
        if counts[1] > counts[0] and not facts[fact]:
            return False
        if counts[2] > counts[0] and not when_theirs[fact]:
            return False
    return True


def lost_comments(base: Document, ours: Document, theirs: Document, merged: str) -> list[str]:
    """Return the comments that one of the sides added or changed, or that both left alone, and that are not in the merged text."""
    before, mine, yours = (Counter(value_comments(document.root)) for document in (base, ours, theirs))
    wanted = (mine - before) | (yours - before) | (before & mine & yours)
    return sorted(comment for comment in wanted if comment not in merged)


def _alike(base: Version, ours: Version, theirs: Version) -> Facts:
    """Return how much more often a fact stands in both sides together than in a merge, since both added or removed the same record."""
    alike: Facts = Counter()
    for (path, form), count in ((ours.records - base.records) & (theirs.records - base.records)).items():
        for fact in _leaves(path, form):
            alike[fact] += count
    for (path, form), count in ((base.records - ours.records) & (base.records - theirs.records)).items():
        for fact in _leaves(path, form):
            alike[fact] -= count
    return alike


def _allowed(base: int, ours: int, theirs: int, alike: int) -> range:
    """Return how often a fact may stand in a merge; where both sides changed that, they may have meant the same or not."""
    if base == ours and not alike:
        return range(theirs, theirs + 1)
    if base == theirs and not alike:
        return range(ours, ours + 1)
    counts = (ours, theirs, max(ours + theirs - base, 0), max(ours + theirs - base - alike, 0))
    return range(min(counts), max(counts) + 1)


def _flat(path: tuple[str, ...], value: Any) -> Iterator[tuple[Any, ...]]:
    """Yield what plain data says as facts, a text per fact; the order of a list is none."""
    if isinstance(value, Mapping):
        for key, held in value.items():
            yield from _flat((*path, key), held)
    elif isinstance(value, (list, tuple)):
        for held in value:
            yield from _flat(path, held)
    elif (form := canonical(value)) is not None:
        yield (*path, form)


def _leaves(path: tuple[str, ...], form: Canonical) -> Iterator[tuple[Any, ...]]:
    """Yield the facts in the form of a record, as `_flat` yields them of the record itself."""
    if not isinstance(form, tuple):
        yield (*path, form)
        return
    for part in form:
        if isinstance(part, tuple) and len(part) == 2 and isinstance(part[0], str):
            yield from _leaves((*path, part[0]), part[1])
        else:
            yield from _leaves(path, part)


def _records(path: tuple[str, ...], value: Any) -> Iterator[tuple[Any, ...]]:
    """Yield every record in a list: the keys that lead to it, and its form."""
    if isinstance(value, Mapping):
        for key, held in value.items():
            yield from _records((*path, key), held)
    elif isinstance(value, (list, tuple)):
        yield from ((path, canonical(held)) for held in value if isinstance(held, Mapping))


def _links(path: tuple[str, ...], value: Any) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, Mapping):
        for target, detail in value.items():
            yield (*path, target)
            yield from _flat((*path, target), _short(path[-1], detail) if isinstance(detail, str) else detail)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for target in value:
            yield from _links(path, target)
    elif value is not None:
        yield (*path, value)


def _short(key: str, detail: str) -> dict[str, str]:
    return {"role": ENGLISH_VALUE["role"].get(detail, detail)} if key == "stakeholders" else {"weight": detail}
