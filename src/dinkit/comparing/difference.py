"""The difference between two networks as typed changes: every element, relation and setting that is new, gone or says something else.

`difference` gives them. How something is written (order, comments, quotes, language of the keys, short or long form, in which file it stands)
is no change. Elements are one by their id, else by what they say they follow upon, else by what they say (see `likeness`; not between
editions, in which another id without a predecessor is another thing).

The laws, held by tests: a network differs in nothing from itself; the difference of b and a mirrors that of a and b; and the
changes are complete, so that they turn a into b.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from dinkit.comparing.changes import Change, changes_of
from dinkit.comparing.likeness import alike
from dinkit.comparing.links import RelationChange, relation_changes, relation_of
from dinkit.comparing.matching import Match, ancestors, editions_of, match
from dinkit.comparing.values import FieldChange, canonical, field_changes
from dinkit.model.kinds import KIND_BY_NAME, KINDS
from dinkit.model.records import Element
from dinkit.model.relations import RELATION_BY_NAME
from dinkit.network import Network

HEAD_FIELDS: tuple[str, ...] = ("model", "language", "profile", "reference_date", "weight_scale", "edition", "previous_edition", "labels", "rules")
"""What a model says of itself; its parts, and what holds by default in a file, show in the elements."""


class ElementChange(NamedTuple):
    """What happened to one element."""

    state: str
    """"added", "removed" or "changed". What was merged or split is added and removed, with `before` and `after` saying what became what."""
    element: str
    """Its id now; where it was removed, its id then."""
    old: Element | None
    new: Element | None
    codes: tuple[str, ...] = ()
    """Those of `changes.CHANGES` that hold: "other_id", "renamed" (another name), "merged", "split", "other_parent", ..."""
    how: str = "id"
    """By what the two are one: "id", "succeeds" (it says so) or "content"."""
    before: tuple[str, ...] = ()
    """The earlier elements that it continues."""
    after: tuple[str, ...] = ()
    """Of what was removed: the later elements that continue it."""
    fields: tuple[FieldChange, ...] = ()
    """The fields that say something else; only where it was changed."""
    parents_then: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    """What it was and is a part of (an indicator: what it measures), when that is something else."""
    goals_then: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    """The main goals that an effort led and leads to, when they are others."""
    sure: bool = True
    """False when something that could not be read may be the reason."""


class Difference(NamedTuple):
    """Everything in which two networks differ."""

    found: Match
    """The two networks, and what in the one is what in the other."""
    same: Mapping[str, str]
    """Earlier id -> the later id of the one element that it is; what was merged or split is not in it, unless it kept its id."""
    elements: tuple[ElementChange, ...]
    """By kind and id."""
    relations: tuple[RelationChange, ...]
    """By type and ends."""
    head: tuple[FieldChange, ...]
    """What the model says of itself, and (under the name of a collection) that a source has no elements of a kind."""
    editions: bool
    """Whether they are editions of one programme: then what is gone is no longer named, which is less than removed."""


def is_empty(found: Difference) -> bool:
    """Say whether nothing differs."""
    return not (found.elements or found.relations or found.head)


def element_of(change: ElementChange) -> Element:
    """Return the element as it is now; where it is gone, as it was."""
    found = change.new or change.old
    if found is None:
        raise ValueError("a change of an element has at least one side")
    return found


def difference(earlier: Network, later: Network) -> Difference:
    """Return everything in which two networks differ; any two may be handed in, also empty or broken ones."""
    are_editions = _in_chain(earlier, later) or _in_chain(later, earlier)
    said = {*_followed(earlier, later), *((new, old) for old, new in _followed(later, earlier))}
    found = match(earlier, later, said)
    if not are_editions:
        gone, new = earlier.elements.keys() - found.after.keys(), later.elements.keys() - found.before.keys()
        by_content = alike(earlier, later, _same(found), gone, new)
        found = match(earlier, later, [*said, *by_content]) if by_content else found
    same = _same(found)
    return Difference(
        found,
        same,
        tuple(sorted(_elements(found, same, said), key=_order)),
        relation_changes(found, same, editions=are_editions),
        tuple(_head(earlier, later)),
        are_editions,
    )


def relations_by_owner(found: Difference) -> dict[tuple[bool, str], list[RelationChange]]:
    """Return the changes of relations that are told by themselves, at the element where they are told.

    That is the element that is new or gone, else the one where the relation is written. The key is whether that element is gone, and its id
    now (where it is gone, its id then). Nesting and contributions come first.
    """
    new = {change.element for change in found.elements if change.state == "added"}
    gone = {change.element for change in found.elements if change.state == "removed"}
    owned: dict[tuple[bool, str], list[RelationChange]] = {}
    for change in sorted(found.relations, key=lambda one: _FIRST.get(relation_of(one).type, len(_FIRST))):
        if change.because in ("", "element"):
            relation, one_sided = relation_of(change), gone if change.new is None else new
            ends = (relation.source, relation.target)
            writer, other = ends if RELATION_BY_NAME[relation.type].written_at == "source" else ends[::-1]
            owner = other if other in one_sided and writer not in one_sided else writer
            is_gone = change.new is None and owner in gone
            key = (is_gone, owner if is_gone or change.new is not None else found.same.get(owner, owner))
            owned.setdefault(key, []).append(change)
    return owned


_FIRST = {"part_of": 0, "contributes_to": 1}


def _in_chain(earlier: Network, later: Network) -> bool:
    """Say whether a network is an earlier edition of another one."""
    model = earlier.head.model
    return (
        model is not None and any(edition.head.model == model for edition in later.editions() if edition is not later) and later.head.model != model
    )


def _followed(earlier: Network, later: Network) -> Iterator[tuple[str, str]]:
    """Yield what later elements say they follow upon in the earlier network, straight or over the editions between them."""
    model = earlier.head.model
    for one in later.predecessors:
        stays = later.head.model == model and one.element in earlier.elements and one.predecessor in later.elements
        if one.model == model and one.predecessor in earlier.elements and not stays:
            yield one.element, one.predecessor
    editions = editions_of(later) if _in_chain(earlier, later) else ()
    at = next((number for number, edition in enumerate(editions) if number and edition.network.head.model == model), None)
    if at is not None:
        yield from ((name, old) for name in later.elements for old in ancestors(editions, 0, name).get(at, ()) if old in earlier.elements)


def _same(found: Match) -> dict[str, str]:
    """Return which earlier element is one with which later element: those of the same id, and those that only continue each other."""
    same = {}
    for old in found.earlier.elements:
        heirs = found.after.get(old, ())
        if old in heirs:
            same[old] = old
        elif len(heirs) == 1 and found.before[heirs[0]] == (old,):
            same[old] = heirs[0]
    return same


def _elements(found: Match, same: Mapping[str, str], said: set[tuple[str, str]]) -> Iterator[ElementChange]:
    """Yield what happened to every element that is not the same any more."""
    old_id = {new: old for old, new in same.items()}
    changes = changes_of(found)
    seen_then, seen_now = _seen_whole(found.earlier, found.later), _seen_whole(found.later, found.earlier)
    for change in (one for one in changes if one.state != "gone"):
        new, base = found.later.elements[change.element], old_id.get(change.element)
        if base is None:
            yield _told(change, ElementChange("added", new.id, None, new, sure=seen_then))
            continue
        old = found.earlier.elements[base]
        fields = field_changes(old, new)
        if fields or change.changes or old.kind != new.kind:
            how = "id" if old.id == new.id else "succeeds" if (new.id, old.id) in said else "content"
            sure = old.id not in found.earlier.damaged and new.id not in found.later.damaged
            yield _told(change, ElementChange("changed", new.id, old, new, how=how, fields=fields, sure=sure))
    gone = {change.element: change for change in changes if change.state == "gone"}
    for old in found.earlier.elements.values():
        if old.id not in same:
            made = ElementChange("removed", old.id, old, None, after=found.after.get(old.id, ()), sure=seen_now)
            yield _told(gone[old.id], made) if old.id in gone else made._replace(before=(old.id,))


def _seen_whole(network: Network, other: Network) -> bool:
    """Say whether no element is missing from a network because it could not be read or its id was refused, unless the other lacks it for that too."""
    return network.complete and not _refused(network) - _refused(other)


def _refused(network: Network) -> set[str]:
    """Return the ids of which an element stays out of a network: they are none, or stand there already."""
    return {flaw.element for flaw in network.flaws if flaw.what in ("bad-id", "double-id")}


def _told(change: Change, made: ElementChange) -> ElementChange:
    """Return a change with what the comparison of editions has to say of it."""
    return made._replace(
        codes=change.changes,
        before=change.before,
        parents_then=change.parents_then,
        parents=change.parents,
        goals_then=change.goals_then,
        goals=change.goals,
    )


def _order(change: ElementChange) -> tuple[int, str, str]:
    return (_PLACES[element_of(change).kind], change.element, change.state)


_PLACES = {kind.name: number for number, kind in enumerate(KINDS)}


def _head(earlier: Network, later: Network) -> Iterator[FieldChange]:
    for name in HEAD_FIELDS:
        old, new = (_said(network, name) for network in (earlier, later))
        if canonical(old) != canonical(new) and not (name == "previous_edition" and _same_edition(earlier, later)):
            yield FieldChange(name, old, new)
    for kind in KIND_BY_NAME.values():
        then, now = (network.without.get(kind.name) for network in (earlier, later))
        if canonical(then) != canonical(now):
            yield FieldChange(kind.collection, then, now)


def _said(network: Network, name: str) -> Any:
    """Return what the head says; nothing where it says nothing."""
    value = getattr(network.head, name)
    return None if canonical(value) is None else value


def _same_edition(earlier: Network, later: Network) -> bool:
    """Say whether the previous edition is the same model, though its file may be called otherwise."""
    one, other = earlier.previous, later.previous
    return one is not None and other is not None and one.head.model is not None and one.head.model == other.head.model
