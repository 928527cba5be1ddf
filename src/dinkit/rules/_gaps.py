"""What can be concluded from something that is missing: nothing where reading left holes, and each gap only once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from dinkit.model.records import Effort
from dinkit.network import Network
from dinkit.rule import Fault
from dinkit.rules._places import own_programme

_WHOLE = ("part_of", "also_part_of")
_FEW = 3
"""Up to this many efforts each get their own finding, however many others there are."""

_LOST = frozenset(("double-id", "bad-id", "wrong-key", "wrong-kind", "unknown-id"))


def doubtful(network: Network) -> frozenset[str]:
    """Return the elements of which something is left out, so that what they lack proves nothing."""
    return network.damaged | {flaw.element for flaw in network.flaws if flaw.what in _LOST} if network.flaws else network.damaged


def ids_are_sound(network: Network) -> bool:
    """Say whether every element that the files name is in the network, so that counting is safe."""
    return network.complete and not any(flaw.what in ("double-id", "bad-id") for flaw in network.flaws)


def topmost_without(network: Network, having: Iterable[str]) -> list[str]:
    """Return the efforts that lack something, each tree of efforts only once.

    An effort has it when it does itself, by what it is a part of, by one of its parts, or as the same work under another id.

    Args:
        network: what is checked.
        having: the efforts that have it themselves; others are ignored.
    """
    above: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {}
    twins: dict[str, list[str]] = {}
    for relation in network.relations:
        if relation.type in _WHOLE:
            above.setdefault(relation.source, []).append(relation.target)
            below.setdefault(relation.target, []).append(relation.source)
        elif relation.type == "same_as":
            twins.setdefault(relation.source, []).append(relation.target)
            twins.setdefault(relation.target, []).append(relation.source)
    own = {*having, *doubtful(network)}
    own.update(_along(network, own, twins))
    for one, others in twins.items():
        below.setdefault(one, []).extend(others)
    covered = own.union(_along(network, own, below), _along(network, own, above))
    bare = [effort.id for effort in network.of(Effort) if effort.id not in covered]
    return [one for one in bare if all(parent in covered for parent in above.get(one, ()))]


def _along(network: Network, begun: set[str], links: dict[str, list[str]]) -> list[str]:
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
