"""What happened to each element between two networks: kept, renamed, renumbered, moved, merged, split, new or no longer named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dinkit.comparing.matching import Match
from dinkit.comparing.values import canonical
from dinkit.model.records import Effort, Element, Goal
from dinkit.network import Network

STATES: tuple[str, ...] = ("kept", "succeeding", "new", "returned", "gone")
"""Under its own id, under another id or as another kind, not there before, there in an older edition only, not there any more."""

CHANGES: tuple[str, ...] = (
    "other_id",
    "merged",
    "split",
    "renamed",
    "renumbered",
    "other_parent",
    "other_main_goal",
    "main_goal_gained",
    "main_goal_lost",
    "other_kind",
    "ended",
    "stopped",
    "done",
)
"""Everything that may have happened to an element, in the order in which it is told; several may hold at once."""


class Change(NamedTuple):
    """What happened to one element: of the later network, or of the earlier one where it is gone."""

    element: str
    state: str
    """One of STATES."""
    changes: tuple[str, ...]
    """Those of CHANGES that hold."""
    before: tuple[str, ...]
    """The earlier elements that it continues; its own id when it is gone."""
    parents_then: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    """What it is a part of (an indicator: what it measures), when that is something else; of what is new what it is, of what is gone what it was."""
    goals_then: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    """The main goals that it leads to, when they are others."""


def changes_of(found: Match, returned: Iterable[str] = ()) -> tuple[Change, ...]:
    """Return what happened to every element: first those of the later network, then what is gone, in the order of the files.

    Args:
        found: what in the one network is what in the other.
        returned: later elements that stand in an older edition, though not in the earlier network.
    """
    again = frozenset(returned)
    moves = _goal_moves(found)
    here = [_change(found, element, moves, again) for element in found.later.elements.values()]
    return (*here, *(_gone(found.earlier, element) for element in found.earlier.elements.values() if element.id not in found.after))


def _gone(network: Network, element: Element) -> Change:
    return Change(element.id, "gone", tuple(_said(element, None)), (element.id,), _above(network, (element.id,)))


class _Moves(NamedTuple):
    """Per effort the main goals that it leads to, then and now."""

    then: tuple[str, ...]
    now: tuple[str, ...]


def _change(found: Match, element: Element, moves: Mapping[str, _Moves], returned: frozenset[str]) -> Change:
    before = found.before.get(element.id, ())
    if not before:
        state = "returned" if element.id in returned else "new"
        return Change(element.id, state, tuple(_said(element, None)), (), parents=_above(found.later, (element.id,)))
    old = found.earlier.elements[_base(element.id, before)[0]]
    alone = len(_base(element.id, before)) == 1
    then, now = _parents(found, element.id)
    goals = moves.get(element.id)
    holds = {
        *_links(found, element, before),
        *(_texts(old, element) if alone else ()),
        *(("other_parent",) if then or now else ()),
        *(_goal_codes(found, goals) if goals else ()),
        *_said(element, old if alone else None),
    }
    kept = element.id in before and found.earlier.elements[element.id].kind == element.kind
    codes = tuple(code for code in CHANGES if code in holds)
    return Change(element.id, "kept" if kept else "succeeding", codes, before, then, now, *(goals or ((), ())))


def _base(element: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """Return what the name and number of an element are compared with: itself as it was, else everything that it continues."""
    return (element,) if element in before else before


def _links(found: Match, element: Element, before: tuple[str, ...]) -> Iterator[str]:
    if element.id not in before:
        yield "other_id"
    if len(before) > 1:
        yield "merged"
    if any(len(found.after[one]) > 1 for one in before):
        yield "split"
    if all(found.earlier.elements[one].kind != element.kind for one in before):
        yield "other_kind"


def _texts(old: Element, new: Element) -> Iterator[str]:
    if canonical(old.name) != canonical(new.name):
        yield "renamed"
    if old.number and new.number and canonical(old.number) != canonical(new.number):
        yield "renumbered"


def _said(element: Element, old: Element | None) -> Iterator[str]:
    """Yield what a source says of the end of an element, and did not say of it before."""
    if element.ended is not None and (old is None or old.ended is None):
        yield "ended"
    status, was = (one.status if isinstance(one, Effort) else None for one in (element, old))
    if status in ("stopped", "done") and status != was:
        yield status


def _parents(found: Match, element: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what an element was and is a part of, when nothing that it was a part of goes on in what it is a part of now."""
    base = _base(element, found.before[element])
    then, now = _above(found.earlier, base), _above(found.later, (element,))
    goes_on = {new for old in then for new in found.after.get(old, ())}
    same = goes_on.intersection(now) or not (then or now)
    measures = found.later.elements[element].kind == "indicator"
    # What an indicator measures may just not be repeated; that an element stands by itself now is a change.
    return ((), ()) if same or (measures and not (then and now)) else (then, now)


def _above(network: Network, elements: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({link.target for one in elements for link in network.outgoing(one, "part_of", "measures")}))


def _goal_moves(found: Match) -> dict[str, _Moves]:
    """Return the efforts that lead to other main goals than before; not those that only follow what they are still a part of."""
    moves = {effort.id: _moves(found, effort.id) for effort in found.later.of(Effort) if effort.id in found.before}
    return {name: moved for name, moved in moves.items() if any(_goal_codes(found, moved)) and not _follows(found, name, moves)}


def _follows(found: Match, effort: str, moves: Mapping[str, _Moves]) -> bool:
    """Say whether an effort leads elsewhere only because what it is a part of, then and now, does."""
    if any(_parents(found, effort)):
        return False
    lost, gained = _differences(found, moves[effort])
    above = [moves[one] for one in _above(found.later, (effort,)) if one in moves]
    return any(lost <= set(one.then) and gained <= set(one.now) for one in above)


def _moves(found: Match, effort: str) -> _Moves:
    return _Moves(_main_goals(found.earlier, found.before[effort]), _main_goals(found.later, (effort,)))


def _main_goals(network: Network, efforts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the main goals that efforts lead to along the surest contributions that lead to any.

    Where a source states to which main goal an effort belongs, a link that is only our reading is no second one.
    """
    by_evidence = (_reached(network, efforts, _SUREST[: worst + 1]) for worst in range(len(_SUREST)))
    return next((goals for goals in by_evidence if goals), ())


_SUREST = ("stated", "derived", "added", "unknown")


def _reached(network: Network, efforts: tuple[str, ...], enough: tuple[str, ...]) -> tuple[str, ...]:
    reached = network.reach(efforts, lambda one: _served(network, one, enough))
    return tuple(sorted(one for one in reached if isinstance(network.elements[one], Goal) and network.level(one) == "main"))


def _served(network: Network, element: str, enough: tuple[str, ...]) -> Iterator[str]:
    """Yield what an element helps: parts always, for they say what things are; contributions of at least some provenance."""
    for link in network.outgoing(element, "contributes_to", "part_of", "also_part_of"):
        if link.type != "contributes_to" or (link.provenance or "unknown") in enough:
            yield link.target


def _goal_codes(found: Match, moves: _Moves) -> Iterator[str]:
    """Yield how the main goals differ; nothing when one of the networks names none, for then it does not say."""
    if not moves.then or not moves.now:
        return
    lost, gained = _differences(found, moves)
    if len(lost) == len(moves.then) and len(gained) == len(moves.now):
        yield "other_main_goal"
        return
    if gained:
        yield "main_goal_gained"
    if lost:
        yield "main_goal_lost"


def _differences(found: Match, moves: _Moves) -> tuple[set[str], set[str]]:
    """Return the main goals of then of which nothing goes on now, and those of now that go on from none of then."""
    lost = {goal for goal in moves.then if not set(found.after.get(goal, ())).intersection(moves.now)}
    gained = {goal for goal in moves.now if not set(found.before.get(goal, ())).intersection(moves.then)}
    return lost, gained
