"""What can be concluded from something that is missing: nothing where reading left holes, and each gap only once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import Any

from dinkit.model.node import Mapping, Sequence
from dinkit.model.records import Effort
from dinkit.model.relations import RELATION_BY_KEY
from dinkit.model.vocabulary import DUTCH_KEY, ENGLISH_KEY
from dinkit.network import ANYWHERE, Loss, Network, Origin
from dinkit.reading.spelling import clearly_meant
from dinkit.tuples import NamedTuple

_WHOLE = ("part_of", "also_part_of")

Links = dict[str, list[str]]
Could = Callable[[str, Any], bool]

_INNER = frozenset(("start", "end", "amount"))
"""Keys of a planning and of money, which on an element itself say what should stand under those."""


def doubtful(network: Network, *keys: str, could: Could | None = None) -> set[str]:
    """Return the elements of which it is not sure what they lack, because something that was written is left out.

    Args:
        network: what is checked.
        keys: the keys under which what is looked for would stand; other faults of an element put no doubt on it.
        could: says of a key and what stands under it whether what is looked for may be there. Without it that is so under `keys`, and under
            a key that is none, of a link only where that has an id.
    """
    may = could or partial(_may_hold, network, keys)
    found = {flaw.element for flaw in network.flaws if flaw.what == "lost-parent"}
    for name, losses in network.losses.items():
        origin = network.origins.get(name)
        if origin is not None and (_unread(origin) or any(_doubts(origin.node, loss, keys, may) for loss in losses)):
            found.add(name)
    return found


def is_damaged_in(network: Network, element: str, *path: str | int) -> bool:
    """Say whether something of what stands at a path in an element was left out."""
    losses = network.losses.get(element)
    if not losses:
        return False
    held: Any = network.origins[element].node
    for step in path:
        held = _inside(held, step)
    if not isinstance(held, (Mapping, Sequence)):
        return False
    return any(loss == ANYWHERE or (isinstance(loss, int) and held.start <= loss <= held.end) for loss in losses)


def mentions(network: Network, held: Any) -> bool:
    """Say whether the id of an element stands in a value as the file has it."""
    if isinstance(held, str):
        return held in network.elements
    return (
        any(mentions(network, one) for one in (*held, *held.values()))
        if isinstance(held, Mapping)
        else any(mentions(network, one) for one in held or ())
    )


def all_is_read(network: Network) -> bool:
    """Say whether every file and every element was read, so that no link can be missing for another reason."""
    return network.complete and not any(_unread(network.origins[name]) for name in network.damaged if name in network.origins)


def _unread(origin: Origin) -> bool:
    """Say whether nothing of an element was read but its id."""
    return not origin.node.links and origin.node.keys() <= {"id", "provenance"}


def _doubts(node: Mapping, loss: Loss, keys: tuple[str, ...], may: Could) -> bool:
    """Say whether what is looked for may be what an element lost."""
    if isinstance(loss, Mapping):
        return any(may(key, _inside(loss, key)) for key in loss.marks if key in keys or _may_be(key, keys))
    if loss == ANYWHERE:
        return True
    key = next((key for key, marks in reversed(node.marks.items()) if marks[0].start_mark.index <= loss), "id")
    return (key in keys or _may_be(key, keys)) and may(key, _inside(node, key))


def _may_be(key: str, keys: tuple[str, ...]) -> bool:
    """Say whether a key is none of an element and may stand for one of `keys`; a typing error in another key does not."""
    if key in DUTCH_KEY:
        return key in _INNER
    meant = _meant(key)
    return meant is None or meant in keys or meant in _INNER


@lru_cache(maxsize=256)
def _meant(key: str) -> str | None:
    found = clearly_meant(key, ENGLISH_KEY)
    return ENGLISH_KEY[found] if found else None


def _may_hold(network: Network, keys: tuple[str, ...], key: str, held: Any) -> bool:
    return key in keys or not RELATION_BY_KEY.keys() >= set(keys) or mentions(network, held)


def _inside(held: Any, step: str | int) -> Any:
    """Return what stands under a key or at a place of a list, as the file has it."""
    if isinstance(held, Mapping):
        return held.get(str(step), (held.links or {}).get(str(step)))
    return held[step] if isinstance(held, Sequence) and isinstance(step, int) and step < len(held) else None


def ids_are_sound(network: Network) -> bool:
    """Say whether every element that the files name is in the network, so that counting is safe."""
    return all_is_read(network) and not any(flaw.what in ("double-id", "bad-id") for flaw in network.flaws)


class Lacking(NamedTuple):
    """The efforts that lack something, in the order of the files."""

    certain: list[str]
    possible: list[str]
    """Those too of which something was left out that may be it."""


def topmost_without(network: Network, having: Iterable[str], key: str, could: Could | None = None) -> Lacking:
    """Return the efforts that lack something, each tree of efforts only once.

    An effort has it when it does itself, by what it is a part of, by one of its parts, or as the same work under another id.

    Args:
        network: what is checked.
        having: the efforts that have it themselves; others are ignored.
        key: the key under which it stands.
        could: as for `doubtful`.
    """
    kin = _kin_in(network)
    sure = _covered(network, set(having), kin)
    doubted = doubtful(network, key, could=could) | {flaw.element for flaw in network.flaws if flaw.key == "same_as"}
    bare = [effort.id for effort in network.of(Effort) if effort.id not in sure]
    possible = [one for one in bare if all(parent in sure for parent in kin.above.get(one, ()))]
    if not doubted:
        return Lacking(possible, possible)
    perhaps = _covered(network, doubted, kin)
    return Lacking([one for one in possible if one not in perhaps], possible)


class _Kin(NamedTuple):
    """What each effort is a part of, what is below it (its parts and those that are the same work), and what is the same work."""

    above: Links
    below: Links
    twins: Links


@lru_cache(maxsize=1)
def _kin_in(network: Network) -> _Kin:
    kin = _Kin({}, {}, {})
    for relation in network.related(*_WHOLE):
        kin.above.setdefault(relation.source, []).append(relation.target)
        kin.below.setdefault(relation.target, []).append(relation.source)
    for relation in network.related("same_as"):
        kin.twins.setdefault(relation.source, []).append(relation.target)
        kin.twins.setdefault(relation.target, []).append(relation.source)
    for one, others in kin.twins.items():
        kin.below.setdefault(one, []).extend(others)
    return kin


def _covered(network: Network, having: set[str], kin: _Kin) -> set[str]:
    """Return those that have it and all that have it by them: their twins, what is below these and what they are parts of."""
    own = having.union(_along(network, having, kin.twins))
    return own.union(_along(network, own, kin.below), _along(network, own, kin.above))


def _along(network: Network, begun: set[str], links: Links) -> list[str]:
    return network.reach([one for one in links if one in begun], lambda one: links.get(one, ()))
