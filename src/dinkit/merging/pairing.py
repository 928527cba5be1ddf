"""Which item of one side is which of the other, and in what order they stand in the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from dinkit.comparing.values import canonical

KEYED: dict[str, tuple[str, ...]] = {
    "findings": ("model", "rule", "element", "file"),
    "confirmed": ("element", "contributes_to", "fingerprint"),
}
"""The lists that dinkit writes beside the models -> the fields by which an entry is known."""

ALIKE = 0.6
"""From here on two texts, or two records, are taken for versions of the same."""
_LONGEST = 2000
_MOST_COMPARED = 10_000


class Names(NamedTuple):
    """A name per item of a list, in the base, on this and on the other side; the same name is the same item."""

    base: tuple[str, ...]
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    loose: frozenset[str]
    """Names of items that stand in each other's place but say something else altogether, or that are only true as a whole."""
    is_sorted: bool = False
    """Whether the list is kept in the order of its names."""


def names_of(key: str, base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]) -> Names:
    """Return which items of a list are the same.

    Args:
        key: the English key of the list.
        base: what each item says, as plain data, in the version that both sides began with.
        ours: the same on our side.
        theirs: the same on their side.
    """
    if key in KEYED:
        keyed = [tuple(_entry_name(item, KEYED[key]) for item in items) for items in (base, ours, theirs)]
        if all(None not in names and len(set(names)) == len(names) for names in keyed):
            found = [tuple(str(name) for name in names) for names in keyed]
            is_sorted = all(list(names) == sorted(names) for names in found)
            return Names(found[0], found[1], found[2], frozenset().union(*found), is_sorted)
    old = tuple(f"{at}" for at in range(len(base)))
    found_mine, found_yours = _aligned(base, ours), _aligned(base, theirs)
    mine, yours = _without_new(found_mine, ours, found_yours, theirs), _without_new(found_yours, theirs, found_mine, ours)
    loose = frozenset(str(pair.at) for pairs in (mine, yours) for pair in pairs.values() if pair.loose)
    return Names(old, _named(mine, ours), _named(yours, theirs), loose)


def alike(one: Any, other: Any) -> float:
    """Return which part of two texts or records is the same, 0 to 1."""
    if isinstance(one, str) and isinstance(other, str):
        return SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False).ratio()
    if isinstance(one, dict) and isinstance(other, dict):
        then, now = (set(canonical(held) or ()) for held in (one, other))
        return len(then & now) / max(len(then), len(now), 1)
    return 0.0


def merged_order(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], kept: Callable[[str], bool]) -> tuple[list[str], bool]:
    """Return the names in the order in which they stand in the end: that of ours, unless only theirs put them in another.

    Args:
        base: the names as they stood.
        ours: as they stand on our side.
        theirs: as they stand on their side.
        kept: says whether an item stays.

    Returns:
        The names, and whether both sides changed the order, each in its own way.

    >>> merged_order("abc", "axbc", "cbay", lambda name: True)
    (['c', 'b', 'a', 'x', 'y'], False)
    """
    common = set(base) & set(ours) & set(theirs)
    old, mine, yours = ([name for name in names if name in common] for names in (base, ours, theirs))
    theirs_leads = mine == old != yours
    leading, following = (theirs, ours) if theirs_leads else (ours, theirs)
    order = [name for name in dict.fromkeys(leading) if kept(name)]
    own = set(leading) - set(base) - set(following)
    place = 0
    for name in dict.fromkeys(following):
        if name in order:
            place = order.index(name) + 1
        elif kept(name):
            while not theirs_leads and place < len(order) and order[place] in own:
                place += 1
            order.insert(place, name)
            place += 1
    return order, old not in (mine, yours) and mine != yours


class _Pair(NamedTuple):
    at: int
    loose: bool = False


def _aligned(base: Sequence[Any], side: Sequence[Any]) -> dict[int, _Pair]:
    """Return for the items of a side which item of the base they are: the same in the same order, the same elsewhere, nearly the same, the next."""
    old, new = ([repr(canonical(item)) for item in items] for items in (base, side))
    pairs: dict[int, _Pair] = {}
    anchors: list[tuple[int, int]] = []
    for start, place, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        anchors += [(start + step, place + step) for step in range(size)]
    pairs |= {place: _Pair(at) for at, place in anchors}
    _pair_same(old, new, pairs)
    _pair_alike(base, side, pairs)
    for at in _left(old, pairs):
        gap = sum(one < at for one, _ in anchors)
        beside = next((place for place in range(len(new)) if place not in pairs and sum(one < place for _, one in anchors) == gap), None)
        if beside is not None:
            pairs[beside] = _Pair(at, loose=True)
    return pairs


def _pair_same(old: Sequence[str], new: Sequence[str], pairs: dict[int, _Pair]) -> None:
    """Pair what is the same elsewhere."""
    left: dict[str, list[int]] = {}
    for at in reversed(_left(old, pairs)):
        left.setdefault(old[at], []).append(at)
    for place, form in enumerate(new):
        if place not in pairs and left.get(form):
            pairs[place] = _Pair(left[form].pop())


def _pair_alike(base: Sequence[Any], side: Sequence[Any], pairs: dict[int, _Pair]) -> None:
    """Pair what is nearly the same, the most alike first; not in lists so long that somebody would wait for it."""
    left, new = set(_left(base, pairs)), [place for place in range(len(side)) if place not in pairs]
    if len(left) * len(new) > _MOST_COMPARED:
        return
    for less, at, place in sorted((-alike(base[at], side[place]), at, place) for at in left for place in new):
        if -less >= ALIKE and place not in pairs and at in left:
            pairs[place] = _Pair(at)
            left.discard(at)


def _without_new(pairs: Mapping[int, _Pair], items: Sequence[Any], others: Mapping[int, _Pair], other_items: Sequence[Any]) -> dict[int, _Pair]:
    """Leave out items that only stand in the place of another one, and that the other side added as well: else they would come twice."""
    new = {repr(canonical(item)) for place, item in enumerate(other_items) if place not in others}
    return {place: pair for place, pair in pairs.items() if not (pair.loose and repr(canonical(items[place])) in new)}


def _left(old: Sequence[Any], pairs: Mapping[int, _Pair]) -> list[int]:
    taken = {pair.at for pair in pairs.values()}
    return [at for at in range(len(old)) if at not in taken]


def _named(pairs: Mapping[int, _Pair], items: Sequence[Any]) -> tuple[str, ...]:
    """Return names: those of the base, and for what is new what it says, so that both sides may add the same once."""
    names: list[str] = []
    for place, item in enumerate(items):
        form = f"new {canonical(item)!r}"
        names.append(str(pairs[place].at) if place in pairs else _unused(form, names))
    return tuple(names)


def _unused(form: str, names: Iterable[str]) -> str:
    return f"{form} {sum(name.rpartition(' ')[0] == form for name in names)}"


def _entry_name(item: Any, fields: tuple[str, ...]) -> str | None:
    """Return by what an entry is known: its fields, in the order by which the file is sorted."""
    if not isinstance(item, dict) or not any(item.get(field) for field in fields):
        return None
    return "\0".join(str(item.get(field) or "") for field in fields)
