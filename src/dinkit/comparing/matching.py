"""Which element of one network is which of another: across the editions of a programme, or between two versions of one model.

The same id means the same thing; where the id differs, the later element names what it follows upon. Everything else (renamed, moved,
merged, split, new, no longer named) is concluded from that, and never that something has stopped: only a source can say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dinkit.network import Network
from dinkit.tuples import NamedTuple

Links = Mapping[str, tuple[str, ...]]


class Match(NamedTuple):
    """Two networks, and what in the one is what in the other."""

    earlier: Network
    later: Network
    before: Links
    """Later element -> the earlier ones that it continues, its own id first; what continues nothing is left out."""
    after: Links
    """Earlier element -> the later ones that continue it; what nothing continues is left out."""


class Edition(NamedTuple):
    """One edition of a programme beside the others, the latest being number 0."""

    network: Network
    match: Match | None
    """What it has in common with the edition before it; None for the first one."""
    returned: Mapping[str, tuple[tuple[int, str], ...]]
    """What is new against the edition before it, but not against older ones -> where it stands there: number of the edition and id."""


def match(earlier: Network, later: Network, followed: Iterable[tuple[str, str]] = ()) -> Match:
    """Return which elements of two networks are the same.

    Args:
        earlier: the network that was.
        later: the network that is.
        followed: pairs of a later element and an earlier one that it follows upon, where the ids differ.
    """
    pairs = [(name, name) for name in later.elements if name in earlier.elements]
    pairs += sorted({pair for pair in followed if pair[0] != pair[1]})
    return Match(earlier, later, _gathered(pairs), _gathered([(old, new) for new, old in pairs]))


def editions_of(network: Network) -> tuple[Edition, ...]:
    """Return all editions of a programme, latest first, each matched with the one before it."""
    networks = list(network.editions())
    found: list[Edition] = [Edition(networks[-1], None, {})]
    for number in range(len(networks) - 2, -1, -1):
        found.insert(0, _edition(networks, number, found))
    return tuple(found)


def ancestors(editions: Sequence[Edition], number: int, element: str) -> dict[int, tuple[str, ...]]:
    """Return what an element of one edition was in that edition and in each earlier one: number of the edition -> ids."""
    found: dict[int, dict[str, None]] = {number: {element: None}}
    for at in range(number, len(editions)):
        edition = editions[at]
        for one in found.get(at, ()):
            below = edition.match.before.get(one, ()) if edition.match else ()
            for place, old in [*((at + 1, old) for old in below), *edition.returned.get(one, ())]:
                found.setdefault(place, {})[old] = None
    return {at: tuple(sorted(ids)) for at, ids in sorted(found.items())}


def last_named(editions: Sequence[Edition]) -> Iterator[tuple[int, str]]:
    """Yield what no later edition continues: everything in the latest edition, and from earlier ones what is no longer named."""
    gone: set[tuple[int, str]] = set()
    for number, edition in enumerate(editions):
        yield from ((number, name) for name in edition.network.elements if (number, name) not in gone)
        if edition.match is not None:
            gone.update((number + 1, old) for old in edition.match.after)
        gone.update(place for places in edition.returned.values() for place in places)


def _edition(networks: Sequence[Network], number: int, earlier: Sequence[Edition]) -> Edition:
    """Match an edition with the one before it; `earlier` are all editions before it, matched already."""
    network = networks[number]
    numbers = _by_model(networks, number)
    followed: list[tuple[str, str]] = []
    older: dict[str, list[tuple[int, str]]] = {}
    for one in network.predecessors:
        at = numbers.get(one.model)
        if at is None or one.predecessor not in networks[at].elements:
            continue
        heirs = _heirs(earlier, number + 1, (at, one.predecessor))
        followed += [(one.element, heir) for heir in heirs]
        if not heirs:
            older.setdefault(one.element, []).append((at, one.predecessor))
    matched = match(networks[number + 1], network, followed)
    for name in network.elements.keys() - matched.before.keys():
        at = next((at for at in range(number + 2, len(networks)) if name in networks[at].elements), None)
        if at is not None:
            older.setdefault(name, []).append((at, name))
    returned = {name: tuple(sorted(set(places))) for name, places in sorted(older.items()) if name in network.elements}
    return Edition(network, matched, returned)


def _by_model(networks: Sequence[Network], number: int) -> dict[str, int]:
    """Return the earlier editions of one by the id of their model."""
    return {model: at for at, model in reversed([(at, networks[at].head.model) for at in range(number + 1, len(networks))]) if model is not None}


def _heirs(earlier: Sequence[Edition], first: int, start: tuple[int, str]) -> list[str]:
    """Return what an element of an older edition had become by the latest of the `earlier` ones, of which that is number `first`."""
    reached = {start}
    for number in range(start[0] - 1, first - 1, -1):
        edition = earlier[number - first]
        following = edition.match.after if edition.match else {}
        reached |= {(number, new) for at, old in reached if at == number + 1 for new in following.get(old, ())}
        reached |= {(number, new) for new, places in edition.returned.items() if reached.intersection(places)}
    return sorted(name for number, name in reached if number == first)


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    gathered: dict[str, dict[str, None]] = {}
    for key, value in pairs:
        gathered.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in gathered.items()}
