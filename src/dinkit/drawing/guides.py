"""Unseen lines that make the engine keep to an order where long lines pass a column.

When dot sorts a rank it compares two neighbours at a time, but leaps over a box that no line leads from to the next rank, and so puts a
long line, or a box behind it, on the wrong side of that box, whatever is said about their order. A box that no line leads from gets an
unseen one, to where the nearest box of its column is linked; it pulls at nothing, and then nothing is leapt over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from dinkit.drawing.view import View

_Ends: TypeAlias = Mapping[tuple[str, int], str]
"""Box, and the column to which a line leads -> the box there, where the line ends in that column; else nothing."""


def guides_of(view: View, chains: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Yield the guides, each from the box nearer to the efforts, for the columns through which a line passes.

    Args:
        view: what is drawn.
        chains: the boxes and headings of each column in order.
    """
    keys = [column.key for column in view.columns]
    rank = {node.id: keys.index(node.column) for node in view.nodes}
    ends = dict(sorted(_ends(view, rank)))  # where a long line and a short one lead to the same column, the end of the short one counts
    passed = {at for edge in view.edges for at in range(*_between(rank[edge.source], rank[edge.target]))}
    for at in sorted(passed):
        for other in (at - 1, at + 1):
            for one, end in _led(chains[keys[at]], other, ends):
                yield (one, end or f"heading {keys[other]}") if other > at else (end or f"heading {keys[other]}", one)


def _between(one: int, other: int) -> tuple[int, int]:
    """Return the first column that lies between two, and the one behind the last."""
    return min(one, other) + 1, max(one, other)


def _ends(view: View, rank: Mapping[str, int]) -> Iterator[tuple[tuple[str, int], str]]:
    """Yield for each line to which column it leads from either end, and the box in that column, or nothing for a line that goes on."""
    for edge in view.edges:
        for here, there in ((edge.source, edge.target), (edge.target, edge.source)):
            steps = rank[there] - rank[here]
            if steps:
                yield (here, rank[here] + (1 if steps > 0 else -1)), there if abs(steps) == 1 else ""


def _led(chain: Sequence[str], other: int, ends: _Ends) -> Iterator[tuple[str, str]]:
    """Yield every box of a column that no line leads from to another column, and where its nearest neighbour is linked there."""
    known: Collection[int] = [at for at, one in enumerate(chain) if ends.get((one, other))]
    for at, one in enumerate(chain):
        if at and (one, other) not in ends:
            near = min(known, key=lambda place: abs(place - at), default=None)
            yield one, "" if near is None else ends[chain[near], other]
