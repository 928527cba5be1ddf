"""What happened to each relation between two networks: added, removed, said otherwise, or the place in a tree that moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from dinkit.comparing.matching import Match
from dinkit.comparing.values import Canonical, FieldChange, canonical
from dinkit.network import Network, Relation

Key = tuple[Any, Any, Any]

FIELDS: Mapping[str, str] = {
    "weight": "weight",
    "role": "role",
    "provenance": "provenance",
    "substantiation": "substantiation",
    "source": "places",
    "reason": "reason",
    "note": "note",
    "verbatim": "verbatim",
}
"""What a relation says beside its ends: the key of the file format -> the field of the record."""


class RelationChange(NamedTuple):
    """What happened to one relation."""

    state: str
    """"added", "removed", "changed" (it says something else) or "moved" (an element is part of something else)."""
    old: Relation | None
    new: Relation | None
    fields: tuple[FieldChange, ...] = ()
    because: str = ""
    """Why it needs no telling by itself: "element" (one of its ends is new or gone), "succession" (its ends go on in others that have this
    relation, or it says what follows upon what), "move" (it is told as the element that moves); empty where it does."""
    sure: bool = True
    """False when something that could not be read may be the reason."""


def relation_of(change: RelationChange) -> Relation:
    """Return the relation as it is now; where it is gone, as it was."""
    found = change.new or change.old
    if found is None:
        raise ValueError("a change of a relation has at least one side")
    return found


def relation_changes(found: Match, same: Mapping[str, str], *, editions: bool) -> tuple[RelationChange, ...]:
    """Return what happened to every relation that is not the same any more, by type and ends.

    Args:
        found: what in the one network is what in the other.
        same: earlier id -> the later id of the one element that it is.
        editions: the networks are editions of one programme, so that what follows upon what is no change of it.
    """
    then, now = _by_key(found.earlier, same), _by_key(found.later, {name: name for name in found.later.elements})
    changes: list[RelationChange] = []
    for key in dict.fromkeys((*now, *then)):
        changes += _changed(found, then.get(key, []), now.get(key, []))
    told = [_with_reason(found, same, change, editions=editions) for change in _with_moves(changes, same)]
    return tuple(sorted((_with_doubt(found, change) for change in told), key=_order))


def all_relations(network: Network) -> list[Relation]:
    """Return the relations of a network together with what its elements follow upon in another model, as `<model>/<element>`."""
    return [
        *network.relations,
        *(Relation("succeeds", one.element, f"{one.model}/{one.predecessor}", file=one.file, mark=one.mark) for one in network.predecessors),
    ]


def _by_key(network: Network, ids: Mapping[str, str]) -> dict[Key, list[Relation]]:
    """Return the relations by type and ends: those by their later ids; an end that is gone is unlike any later one."""
    found: dict[Key, list[Relation]] = {}
    for relation in all_relations(network):
        ends: list[Any] = [ids.get(end) or ((end,) if end in network.elements else end) for end in (relation.source, relation.target)]
        found.setdefault((relation.type, ends[0], ends[1]), []).append(relation)
    return found


def _changed(found: Match, old: list[Relation], new: list[Relation]) -> Iterator[RelationChange]:
    """Yield how the relations of one type between two elements differ; mostly there is at most one."""
    left = [(relation, _forms(found.earlier, relation)) for relation in old]
    come = []
    for relation in new:
        forms = _forms(found.later, relation)
        equal = next((at for at, one in enumerate(left) if one[1] == forms), None)
        if equal is None:
            come.append(relation)
        else:
            del left[equal]
    for (one, _), other in zip(left, come, strict=False):
        yield RelationChange("changed", one, other, _fields(found, one, other))
    yield from (RelationChange("removed", one, None) for one, _ in left[len(come) :])
    yield from (RelationChange("added", None, other) for other in come[len(left) :])


def _forms(network: Network, relation: Relation) -> dict[str, Canonical]:
    forms = {name: canonical(getattr(relation, field)) for name, field in FIELDS.items()}
    source = network.elements.get(relation.source)
    if relation.type == "part_of" and source is not None and forms["provenance"] == source.provenance:
        # Nesting takes the provenance of the element; writing the parent as a field need not repeat it.
        forms["provenance"] = None
    return forms


def _fields(found: Match, old: Relation, new: Relation) -> tuple[FieldChange, ...]:
    then, now = _forms(found.earlier, old), _forms(found.later, new)
    return tuple(
        FieldChange(name, getattr(old, field) or None, getattr(new, field) or None) for name, field in FIELDS.items() if then[name] != now[name]
    )


def _with_moves(changes: Iterable[RelationChange], same: Mapping[str, str]) -> Iterator[RelationChange]:
    """Yield the changes, with one that moves an element in place of one that takes it away and one that puts it elsewhere."""
    listed = list(changes)
    gone: dict[str, list[RelationChange]] = {}
    come: dict[str, list[RelationChange]] = {}
    for change in listed:
        if relation_of(change).type == "part_of" and change.old and not change.new and change.old.source in same:
            gone.setdefault(same[change.old.source], []).append(change)
        elif relation_of(change).type == "part_of" and change.new and not change.old:
            come.setdefault(change.new.source, []).append(change)
    moved = {source for source in gone.keys() & come.keys() if len(gone[source]) == len(come[source]) == 1}
    for change in listed:
        if change.old and relation_of(change).type == "part_of" and same.get(change.old.source) in moved and not change.new:
            continue
        if change.new and relation_of(change).type == "part_of" and change.new.source in moved and not change.old:
            yield RelationChange("moved", gone[change.new.source][0].old, change.new)
        else:
            yield change


def _with_reason(found: Match, same: Mapping[str, str], change: RelationChange, *, editions: bool) -> RelationChange:
    return change._replace(because=_reason(found, same, change, editions=editions))


def _reason(found: Match, same: Mapping[str, str], change: RelationChange, *, editions: bool) -> str:
    if relation_of(change).type == "succeeds" and editions:
        return "succession"
    if change.old and change.new:
        follows = change.state == "moved" and change.new.target in found.after.get(change.old.target, ())
        return "succession" if follows else "move" if change.state == "moved" else ""
    here = {name for old, name in same.items()} if change.new else same.keys()
    if _goes_on(found, change):
        return "succession"
    if any(end not in here for end in (relation_of(change).source, relation_of(change).target) if "/" not in end):
        return "element"
    return "move" if relation_of(change).type == "part_of" and _alone(found, change) else ""


def _goes_on(found: Match, change: RelationChange) -> bool:
    """Say whether the ends of a relation have this relation in the other network too, as what they became or came from."""
    other, links = (found.later, found.after) if change.old else (found.earlier, found.before)
    ends = links.get(relation_of(change).target, ())
    return any(
        relation.target in ends for one in links.get(relation_of(change).source, ()) for relation in other.outgoing(one, relation_of(change).type)
    )


def _alone(found: Match, change: RelationChange) -> bool:
    """Say whether it is the only place in a tree that an element has there, where the other network gives it none."""
    network, other, links = (found.earlier, found.later, found.after) if change.old else (found.later, found.earlier, found.before)
    elsewhere = [relation for one in links.get(relation_of(change).source, ()) for relation in other.outgoing(one, "part_of")]
    return not elsewhere and len(network.outgoing(relation_of(change).source, "part_of")) == 1


def _with_doubt(found: Match, change: RelationChange) -> RelationChange:
    """Mark a relation that may only seem to be gone or new, because its element or its file was not read whole."""
    other, links = (found.later, found.after) if change.state == "removed" else (found.earlier, found.before)
    if change.state not in ("removed", "added"):
        return change
    damaged = any(heir in other.damaged for end in (relation_of(change).source, relation_of(change).target) for heir in links.get(end, ()))
    return change._replace(sure=other.complete and not damaged)


def _order(change: RelationChange) -> tuple[str, ...]:
    relation = relation_of(change)
    return (relation.type, relation.source, relation.target, change.state, repr(_plain(change.old)), repr(_plain(change.new)))


def _plain(relation: Relation | None) -> tuple[Canonical, ...]:
    return tuple(canonical(getattr(relation, field)) for field in FIELDS.values()) if relation else ()
