"""What is measured of the stability of pictures, its marks, and the part of the page that tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from statistics import mean
from typing import NamedTuple, TypeAlias, TypeVar

from drawn import Moves, Swaps
from generate import ROOT
from random_din import CHANGES

from dinkit.drawing.metrics import font_version
from dinkit.drawing.render import engine_version

PAGE = ROOT / "docs" / "stability.md"
BELOW = "<!-- What follows is written by `make stability`. -->"
MOST_SWAPS, MOST_CROSSINGS = 0.5, 1.02
"""The marks: per cent of the pairs in a column, on average; crossings for each of plain dot."""

T = TypeVar("T")
Pairs: TypeAlias = list[tuple[int, int]]
"""Crossings of ours and of plain dot."""


class Crossings(NamedTuple):
    """Where lines cross: as kept, as begun anew, and in plain dot with the same families, with the same lines only, and with every link."""

    kept: int
    anew: int
    families: int
    plain: int
    every_link: int


class Trial(NamedTuple):
    """One change of one network; what only a change of the lines can move is left out for a new name."""

    swaps: Swaps
    moves: Moves
    bands: int
    swaps_plain: Swaps | None = None
    moves_anew: Moves | None = None
    crossings: Crossings | None = None


class Drift(NamedTuple):
    """Crossings by the order after many edits: as kept, as begun anew, and in plain dot with the same families."""

    kept: int
    anew: int
    families: int


class OnA3(NamedTuple):
    """One change of the usual picture of a network that is too large for it."""

    swaps: Swaps
    moves: Moves
    shown: int
    others: int
    """Boxes that came or went besides the one that was changed."""


class Seen(NamedTuple):
    """All that was measured, by the number of boxes."""

    trials: Mapping[int, list[dict[str, Trial]]]
    drifts: Mapping[int, list[Drift]]
    on_a3: Mapping[int, list[dict[str, OnA3]]]
    edits: int


def by_size(asked: Iterable[tuple[int, int]], found: Iterable[T]) -> dict[int, list[T]]:
    """Gather what was found for sizes and seeds by size."""
    gathered: dict[int, list[T]] = {}
    for (size, _), one in zip(asked, found, strict=True):
        gathered.setdefault(size, []).append(one)
    return gathered


def missed(seen: Seen) -> Iterator[str]:
    """Yield the marks that do not hold."""
    for boxes, name, trials in _rows(seen):
        share = mean(_share(one.swaps) for one in trials)
        if share > MOST_SWAPS:
            yield f"{boxes} boxes, {name}: {share:.2f} % of the pairs swapped"
        if any(one.swaps.flipped for one in trials):
            yield f"{boxes} boxes, {name}: a column turned over"
    for boxes, found in seen.trials.items():
        every = [one for trials in found for one in trials.values()]
        for what, theirs in (("every link", _every_link(every)), ("families", _families(every)), ("without bands", _without_bands(every))):
            if _ratio(theirs) > MOST_CROSSINGS:
                yield f"{boxes} boxes, {what}: {_ratio(theirs):.3f} times the crossings of plain dot"
    for boxes, cut in seen.on_a3.items():
        for name in cut[0]:
            if (share := mean(_share(one[name].swaps) for one in cut)) > MOST_SWAPS or any(one[name].swaps.flipped for one in cut):
                yield f"{boxes} boxes on A3, {name}: {share:.2f} % of the pairs swapped, or a column turned over"


def page_of(seen: Seen, standing: str) -> str:
    """Return the page as Markdown: what people wrote above the mark in it, and the measures below."""
    trials = len(next(iter(seen.trials.values())))
    blocks = [
        standing.partition(BELOW)[0] + BELOW,
        _INTRODUCTION.format(trials=trials, engine=engine_version(), font=font_version()),
        _ORDER.format(mark=MOST_SWAPS),
        _table(("boxes", "change", "swapped", "worst trial", "turned over", "plain dot", "its worst", "turned over"), map(_order_row, _rows(seen))),
        _CROSSINGS.format(mark=f"{100 * (MOST_CROSSINGS - 1):.0f}"),
        _table(
            (
                "boxes",
                "change",
                "kept",
                "begun anew",
                "dot, every link",
                "ratio",
                "dot, families",
                "ratio",
                "without bands: kept",
                "dot",
                "ratio",
                "with bands: dot",
            ),
            [row for one in seen.trials.items() for row in _crossings_rows(*one)],
        ),
        _PLACES,
        _table(("boxes", "change", "kept", "farthest", "begun anew", "farthest"), map(_moves_row, _rows(seen))),
        _DRIFT.format(edits=seen.edits, trials=len(next(iter(seen.drifts.values())))),
        _table(("boxes", "kept", "begun anew", "dot, families"), (_drift_row(boxes, found) for boxes, found in seen.drifts.items())),
        _ON_A3,
        _table(
            ("boxes", "change", "shown", "others that come or go", "swapped", "moved"),
            [row for one in seen.on_a3.items() for row in _on_a3_rows(*one)],
        ),
    ]
    return "\n\n".join(blocks) + "\n"


_INTRODUCTION = """## What was measured

`make stability` does this again ({engine}, {font}); the numbers do not depend on the machine. Of {trials} random networks per size
(`benchmarks/random_din.py`: goals in a tree, efforts with bands and finer links, sub-efforts; every third with benefits and capabilities and few or
no bands) one element is added, removed or renamed, and the picture is drawn again with what the picture before it remembers. Everything is read back
from the places and curves that the engine draws on paper; every picture stands in the order that it says it has."""

_ORDER = """### Order

Marks: of the pairs of boxes in one column at most {mark} % swapped on average, and no column turned over (more than half of its pairs swapped) in any
trial. Plain dot is what Graphviz makes of the same boxes and lines each time anew."""

_CROSSINGS = """### Crossings

Mark: at most {mark} % more than plain dot, per size over all changes. Dot is asked in three ways, because a picture of dinkit is not what plain dot
would draw. *Every link*: the network as it is, each link a line, where dinkit draws one band over the efforts of a main goal. *Families*: the lines of
dinkit, and dot is told which boxes belong together (as nested clusters). *Without bands*: only the networks in which dinkit draws no band, so that
both draw the same lines. The last column has no mark: the networks with bands, without the lines that a band stands for and with no word of what
belongs together. Dot then needs fewer crossings, but the efforts of one main goal lie scattered over the column, and which goal they serve is not
drawn at all. Numbers are means per picture,
counted on the drawn lines by a program that knows nothing of orders; for lines between neighbouring columns it agrees with a count by the order in
every picture. Where a goal was taken away the order is still that of the lines that led to it, so that this row is the dearest."""

_PLACES = """### Places

How far the boxes that both pictures have move on paper, in per cent of its diagonal: on average, and the box that moves farthest in any trial."""

_DRIFT = """### After many edits

Of {trials} networks per size, here and below. Crossings by the order after {edits} random edits in a row, each picture kept like the one before it,
and what beginning anew (`--fresh`) would give."""

_ON_A3 = """### When not everything fits

The usual picture of a larger network shows a part of it on A3. One effort more or less can then make room for others or take it: how many other boxes
come or go. The marks for the order hold here too."""


def _rows(seen: Seen) -> Iterator[tuple[int, str, list[Trial]]]:
    for boxes, found in seen.trials.items():
        for name in CHANGES:
            yield boxes, name, [trials[name] for trials in found]


def _order_row(row: tuple[int, str, list[Trial]]) -> list[str]:
    boxes, name, trials = row
    plain = [one.swaps_plain for one in trials if one.swaps_plain]
    return [str(boxes), name, *_swaps([one.swaps for one in trials]), *(_swaps(plain) if plain else ["", "", ""])]


def _swaps(found: Sequence[Swaps]) -> list[str]:
    shares = [_share(one) for one in found]
    return [f"{mean(shares):.2f} %", f"{max(shares):.1f} %", str(sum(one.flipped for one in found))]


def _share(found: Swaps) -> float:
    return 100 * found.swapped / max(found.pairs, 1)


def _crossings_rows(boxes: int, found: list[dict[str, Trial]]) -> Iterator[list[str]]:
    """Return a row per change, and one for all of them."""
    for name in CHANGES:
        yield from _crossings_row(boxes, name, [trials[name] for trials in found])
    yield from _crossings_row(boxes, "**all**", [one for trials in found for one in trials.values()])


def _crossings_row(boxes: int, name: str, trials: list[Trial]) -> Iterator[list[str]]:
    counts = [one.crossings for one in trials if one.crossings]
    if counts:
        kept, anew = mean(one.kept for one in counts), mean(one.anew for one in counts)
        bare, banded = _without_bands(trials), [one.crossings.plain for one in trials if one.crossings and one.bands]
        cells = [
            *_against(_every_link(trials)),
            *_against(_families(trials)),
            f"{mean(kept for kept, _ in bare):.1f}" if bare else "",
            *_against(bare),
        ]
        yield [str(boxes), name, f"{kept:.1f}", f"{anew:.1f}", *cells, f"{mean(banded):.1f}" if banded else ""]


def _against(counts: Pairs) -> list[str]:
    """Return the mean of plain dot, and how that of ours is to it."""
    if not counts:
        return ["", ""]
    return [f"{mean(dot for _, dot in counts):.1f}", f"{_ratio(counts):.3f}"]


def _ratio(counts: Pairs) -> float:
    return sum(kept for kept, _ in counts) / max(sum(dot for _, dot in counts), 1)


def _families(trials: Iterable[Trial]) -> Pairs:
    return [(one.crossings.kept, one.crossings.families) for one in trials if one.crossings]


def _every_link(trials: Iterable[Trial]) -> Pairs:
    return [(one.crossings.kept, one.crossings.every_link) for one in trials if one.crossings]


def _without_bands(trials: Iterable[Trial]) -> Pairs:
    return [(one.crossings.kept, one.crossings.plain) for one in trials if one.crossings and not one.bands]


def _moves_row(row: tuple[int, str, list[Trial]]) -> list[str]:
    boxes, name, trials = row
    anew = [one.moves_anew for one in trials if one.moves_anew]
    return [str(boxes), name, *_moves([one.moves for one in trials]), *(_moves(anew) if anew else ["", ""])]


def _moves(found: Sequence[Moves]) -> list[str]:
    return [f"{mean(one.average for one in found):.2f} %", f"{max(one.most for one in found):.1f} %"]


def _drift_row(boxes: int, found: list[Drift]) -> list[str]:
    return [str(boxes), *(f"{mean(getter(one) for one in found):.1f}" for getter in _ORDERS)]


_ORDERS: tuple[Callable[[Drift], int], ...] = (lambda one: one.kept, lambda one: one.anew, lambda one: one.families)


def _on_a3_rows(boxes: int, found: list[dict[str, OnA3]]) -> Iterator[list[str]]:
    for name in found[0]:
        trials = [one[name] for one in found]
        others, swapped = [one.others for one in trials], [_share(one.swaps) for one in trials]
        moved = mean(one.moves.average for one in trials)
        yield [str(boxes), name, f"{mean(one.shown for one in trials):.0f}", f"{mean(others):.1f}", f"{mean(swapped):.2f} %", f"{moved:.2f} %"]


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---" if at < 2 else "--:" for at in range(len(heads))], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
