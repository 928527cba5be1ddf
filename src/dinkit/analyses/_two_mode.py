"""Centrality in a network of two sides, normalised as such a network needs; see the manual of `centrality`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

_DIGITS = 12
"""Sums of fractions differ in their last bits with the order of adding; rounded to this they are the same everywhere."""

Line = tuple[str, str]


class Score(NamedTuple):
    """The place of one stakeholder; None where the largest possible value is 0."""

    stakeholder: str
    efforts: int
    degree: float | None
    betweenness: float | None
    harmonic: float | None
    component: int
    """1 is the largest; 0 is a stakeholder in no effort."""


def two_mode(stakeholders: Iterable[str], efforts: Iterable[str], lines: Iterable[Line]) -> tuple[Score, ...]:
    """Return the scores of all stakeholders, by id.

    Args:
        stakeholders: all ids of the one side.
        efforts: all ids of the other side.
        lines: pairs of a stakeholder and an effort; doubles count once.
    """
    import networkx  # noqa: PLC0415 - slow to import, and only this needs it

    ours, theirs = sorted(set(stakeholders)), sorted(set(efforts))
    nodes = [*((0, one) for one in ours), *((1, one) for one in theirs)]
    graph: networkx.Graph[tuple[int, str]] = networkx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(((0, one), (1, other)) for one, other in sorted(set(lines)))
    between = networkx.betweenness_centrality(graph, normalized=False)
    harmonic = networkx.harmonic_centrality(graph, nbunch=nodes[: len(ours)])
    component = _components(list(networkx.connected_components(graph)))
    n, m = len(ours), len(theirs)
    return tuple(
        Score(
            one,
            graph.degree((0, one)),
            _share(graph.degree((0, one)), m),
            _share(between[0, one], _most_between(n, m)),
            _share(harmonic[0, one], m + (n - 1) / 2 if m else 0),
            component.get((0, one), 0),
        )
        for one in ours
    )


def _share(value: float, largest: float) -> float | None:
    return round(value / largest, _DIGITS) if largest else None


def _most_between(n: int, m: int) -> float:
    """Return the largest betweenness of a node on the side of n, in a two-mode network of n by m (Borgatti & Halgin 2011)."""
    if not m:
        return 0
    s, t = divmod(n - 1, m)
    return (m**2 * (s + 1) ** 2 + m * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2


def _components(found: Iterable[set[tuple[int, str]]]) -> dict[tuple[int, str], int]:
    """Number the components that have a line, the largest first, those of one size by their smallest id."""
    ordered = sorted((sorted(nodes) for nodes in found if len(nodes) > 1), key=lambda nodes: (-len(nodes), nodes))
    return {node: number for number, nodes in enumerate(ordered, 1) for node in nodes}


def ranks(values: Sequence[float | None]) -> list[int | None]:
    """Return competition ranks, the highest value first; no value has no rank.

    >>> ranks([0.5, 0.9, None, 0.5, 0.1])
    [2, 1, None, 2, 4]
    """
    known = sorted((value for value in values if value is not None), reverse=True)
    first: dict[float, int] = {}
    for place, value in enumerate(known, 1):
        first.setdefault(value, place)
    return [None if value is None else first[value] for value in values]
