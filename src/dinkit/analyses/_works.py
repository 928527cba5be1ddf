"""Efforts as pieces of work: what is listed twice is one, and what is part of another is counted with it or by itself.

Nesting, a second parent and `same_as` say what the work is; they are not claims of cause and effect, so a filter on evidence
leaves them alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dinkit.analyses._order import outer
from dinkit.model.records import Effort
from dinkit.network import Network
from dinkit.tuples import NamedTuple

Links = dict[str, list[str]]


class Works(NamedTuple):
    """The pieces of work of a network, each named after the effort that lists it first (the one that does not say `same_as`)."""

    original: dict[str, str]
    """Effort -> its piece of work."""
    listings: Links
    """Piece of work -> all efforts that list it, the original first."""
    above: Links
    """Piece of work -> what it is part of, second parents included."""
    below: Links
    """Piece of work -> its parts."""
    home: dict[str, str]
    """Piece of work -> the outermost effort that it is nested in, or itself."""
    stopped: frozenset[str]
    """Pieces of work that say so, and those of which everything they are part of has stopped."""


def works_of(network: Network) -> Works:
    """Return the pieces of work of a network."""
    efforts = sorted(effort.id for effort in network.of(Effort))
    original = _originals(network, efforts)
    repeats = [(work, effort) for effort, work in original.items() if effort != work]
    listings = _collected([*((work, work) for work in sorted(set(original.values()))), *sorted(repeats)])
    wholes = [
        (original[effort], original[relation.target])
        for effort in efforts
        for relation in network.outgoing(effort, "part_of", "also_part_of")
        if original[effort] != original[relation.target]
    ]
    above = _collected(sorted(wholes))
    below = _collected(sorted((whole, part) for part, whole in wholes))
    home = {work: _home(network, original, work) for work in listings}
    return Works(original, listings, above, below, home, _stopped(network, listings, above, below))


def units(works: Works, level: str) -> dict[str, list[str]]:
    """Return what is counted as one, each with the pieces of work whose own links it has.

    At level "effort" a unit is an outermost effort with everything that is nested in it. At level "sub_effort" a unit is a
    piece of work without parts, and it also has the links of everything that it is part of. Stopped work is left out.
    """
    live = [work for work in works.listings if work not in works.stopped]
    if level == "effort":
        return _collected((works.home[work], work) for work in live)
    leaves = [work for work in live if all(part in works.stopped for part in works.below.get(work, ()))]
    return {leaf: [leaf, *closure(leaf, works.above)] for leaf in leaves}


def closure(work: str, links: Links) -> list[str]:
    """Return everything to which `links` lead from a piece of work, without itself."""
    return walk([work], lambda one: links.get(one, ()))[1:]


def walk(start: Iterable[str], follow: Callable[[str], Iterable[str]]) -> list[str]:
    """Return `start` and everything that can be reached from it, breadth first; circles are harmless."""
    queue = list(dict.fromkeys(start))
    seen = set(queue)
    for one in queue:
        fresh = [other for other in follow(one) if other not in seen]
        seen.update(fresh)
        queue += dict.fromkeys(fresh)
    return queue


def steering(network: Network, works: Works, unit: str) -> str:
    """Return how a unit is steered: as one of its listings says, else as what it is nested in; "unknown" where nothing does."""
    seen: set[str] = set()
    work: str | None = unit
    while work is not None and work not in seen:
        seen.add(work)
        for listing in works.listings[work]:
            effort = network.elements[listing]
            if isinstance(effort, Effort) and effort.steering is not None:
                return effort.steering
        parent = outer(network, work)
        work = works.original[parent] if parent is not None else None
    return "unknown"


def _originals(network: Network, efforts: list[str]) -> dict[str, str]:
    """Group what is said to be the same; the original is the effort that does not say so itself, else the smallest id."""
    same: Links = _collected(
        pair
        for effort in efforts
        for relation in network.outgoing(effort, "same_as")
        for pair in ((effort, relation.target), (relation.target, effort))
    )
    original: dict[str, str] = {}
    for effort in efforts:
        if effort not in same:
            original[effort] = effort
        elif effort not in original:
            group = walk([effort], lambda one: same.get(one, ()))
            chosen = min(group, key=lambda one: (bool(network.outgoing(one, "same_as")), one))
            original.update(dict.fromkeys(group, chosen))
    return original


def _home(network: Network, original: dict[str, str], work: str) -> str:
    path = [work]
    while (parent := outer(network, path[-1])) is not None:
        if original[parent] in path:
            return min(path[path.index(original[parent]) :])
        path.append(original[parent])
    return path[-1]


def _stopped(network: Network, listings: Links, above: Links, below: Links) -> frozenset[str]:
    """Return the stopped work; of a circle only what says so, for nothing outside it can stop it."""
    efforts = {effort.id: effort for effort in network.of(Effort)}
    queue = [work for work, found in listings.items() if any(efforts[effort].status == "stopped" for effort in found)]
    stopped = set(queue)
    for work in queue:
        fresh = [part for part in below.get(work, ()) if part not in stopped and stopped.issuperset(above[part])]
        stopped.update(fresh)
        queue += fresh
    return frozenset(stopped)


def _collected(pairs: Iterable[tuple[str, str]]) -> Links:
    """Gather the second of each pair under the first, each once."""
    gathered: dict[str, dict[str, None]] = {}
    for key, value in pairs:
        gathered.setdefault(key, {})[value] = None
    return {key: list(values) for key, values in gathered.items()}
