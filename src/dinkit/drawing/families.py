"""Which boxes of a column stand together: the parts of a goal, the efforts of a band, and the bands of one goal.

A family never has a stranger in its midst, so that a band can be drawn as one bar over its efforts and the lines of a tree do not cross.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from dinkit.drawing.view import View

Order: TypeAlias = Mapping[str, tuple[str, ...]]
"""Column key -> ids from top to bottom (or from left to right)."""

Path: TypeAlias = tuple[str, ...]
"""What a box stands within, the widest family first, and the box itself at the end."""


def paths_of(view: View) -> dict[str, Path]:
    """Return the path of every box."""
    within = {node.id: node.parent for node in view.nodes} | {band.id: band.goal or None for band in view.bands}
    return {node.id: _path(node.id, within) for node in view.nodes}


def gathered(ids: Sequence[str], paths: Mapping[str, Path]) -> tuple[str, ...]:
    """Bring families together where they were not, each where most of it stood together; what stands right already stays as it is."""
    places: dict[Path, list[int]] = {}
    for at, one in enumerate(ids):
        for family in families_of(paths[one]):
            places.setdefault(family, []).append(at)
    rank = {family: _longest_stretch(held)[0] for family, held in places.items()}
    return tuple(sorted(ids, key=lambda one: [rank[family] for family in families_of(paths[one])]))


def families_of(path: Path) -> Iterable[Path]:
    """Return the families that a box is in, the widest first, and at the end the box by itself."""
    return (path[: depth + 1] for depth in range(len(path)))


def _longest_stretch(places: Sequence[int]) -> list[int]:
    """Return the longest part of growing numbers in which none is left out; of equal ones the first."""
    stretches: dict[int, list[int]] = {}
    for at, place in enumerate(places):
        stretches.setdefault(place - at, []).append(place)
    return max(stretches.values(), key=len)


def _path(box: str, within: Mapping[str, str | None]) -> Path:
    """Follow what a box stands within for as long as that is drawn; a circle ends where it began."""
    path = [box]
    above = within[box]
    while above is not None and above in within and above not in path:
        path.append(above)
        above = within[above]
    return tuple(reversed(path))
