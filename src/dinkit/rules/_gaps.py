"""What can be concluded from something that is missing: nothing where reading left holes, and each gap only once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from dinkit.model.records import Effort
from dinkit.model.vocabulary import DUTCH_KEY
from dinkit.network import Network, Origin
from dinkit.rule import Fault
from dinkit.rules._places import own_programme

_WHOLE = ("part_of", "also_part_of")
_FEW = 3
"""Up to this many efforts each get their own finding, however many others there are."""

Links = dict[str, list[str]]

_INNER = frozenset(("start", "end", "amount"))
"""Keys of a planning and of money, which on an element itself say what should stand under those."""
_LOST = frozenset(("double-id", "lost-parent", "wrong-key"))


def doubtful(network: Network, *keys: str) -> set[str]:
    """Return the elements of which it is not sure what they lack, because something that was written is left out.

    Args:
        network: what is checked.
        keys: the keys under which what is looked for would stand; other faults of an element put no doubt on it.
    """
    found = {flaw.element for flaw in network.flaws if flaw.what in _LOST}
    for name in network.damaged:
        origin = network.origins.get(name)
        if origin is not None and (_unread(origin) or any(key in origin.node.marks for key in keys) or _has_strange_key(origin)):
            found.add(name)
    return found


def all_is_read(network: Network) -> bool:
    """Say whether every file and every element was read, so that no link can be missing for another reason."""
    return network.complete and not any(_unread(network.origins[name]) for name in network.damaged if name in network.origins)


def _unread(origin: Origin) -> bool:
    """Say whether nothing of an element was read but its id."""
    return not origin.node.links and origin.node.keys() <= {"id", "provenance"}


def _has_strange_key(origin: Origin) -> bool:
    """Say whether an element has a key that is none: what is looked for may stand there."""
    return any(key not in DUTCH_KEY or key in _INNER for key in origin.node.marks)


def ids_are_sound(network: Network) -> bool:
    """Say whether every element that the files name is in the network, so that counting is safe."""
    return all_is_read(network) and not any(flaw.what in ("double-id", "bad-id") for flaw in network.flaws)


def topmost_without(network: Network, having: Iterable[str], key: str) -> list[str]:
    """Return the efforts that lack something, each tree of efforts only once.

    An effort has it when it does itself, by what it is a part of, by one of its parts, or as the same work under another id.

    Args:
        network: what is checked.
        having: the efforts that have it themselves; others are ignored.
        key: the key under which it stands.
    """
    above: Links = {}
    below: Links = {}
    twins: Links = {}
    for relation in network.relations:
        if relation.type in _WHOLE:
            above.setdefault(relation.source, []).append(relation.target)
            below.setdefault(relation.target, []).append(relation.source)
        elif relation.type == "same_as":
            twins.setdefault(relation.source, []).append(relation.target)
            twins.setdefault(relation.target, []).append(relation.source)
    for one, others in twins.items():
        below.setdefault(one, []).extend(others)
    sure = _covered(network, set(having), above, below, twins)
    doubted = doubtful(network, key)
    covered = sure | _covered(network, doubted, above, below, twins) if doubted else sure
    bare = [effort.id for effort in network.of(Effort) if effort.id not in covered]
    return [one for one in bare if all(parent in sure for parent in above.get(one, ()))]


def _covered(network: Network, having: set[str], above: Links, below: Links, twins: Links) -> set[str]:
    """Return those that have it and all that have it by them: their twins, what is below these and what they are parts of."""
    own = having.union(_along(network, having, twins))
    return own.union(_along(network, own, below), _along(network, own, above))


def _along(network: Network, begun: set[str], links: Links) -> list[str]:
    return network.reach([one for one in links if one in begun], lambda one: links.get(one, ()))


def each_or_once(network: Network, lacking: Sequence[str], one: Callable[[str], Fault], every: Callable[[str, int, int], Fault]) -> Iterator[Fault]:
    """Yield a fault per effort, or a single one when most efforts of the model lack the same: a list of them says no more.

    Args:
        network: what is checked.
        lacking: the efforts that lack something.
        one: makes the fault of one effort.
        every: makes the one fault, of the element that it stands at, how many efforts lack it and of how many.
    """
    if len(lacking) <= _FEW:
        yield from (one(effort) for effort in lacking)
        return
    parts = {relation.source for relation in network.relations if relation.type == "part_of"}
    whole = [effort.id for effort in network.of(Effort) if effort.id not in parts]
    bare = [effort for effort in lacking if effort not in parts]
    if len(bare) <= _FEW or 2 * len(bare) <= len(whole):
        yield from (one(effort) for effort in lacking)
        return
    yield every(own_programme(network) or min(bare), len(bare), len(whole))
    yield from (one(effort) for effort in lacking if effort in parts)
