"""How still pictures stand when one element changes, and what that costs in crossings; writes docs/stability.md.

Everything is measured on what is really drawn, with headings, bands and sub-efforts, and held against plain dot.
"""

from __future__ import annotations

import argparse
import random
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from drawn import Drawn, between_same_columns, crossings_drawn, drawn_picture, moves, swaps
from plain import plain, with_every_link, with_families
from random_din import CHANGES, Din, random_din, text_of
from stability_page import PAGE, Crossings, Drift, OnA3, Seen, Trial, by_size, missed, page_of

from dinkit.drawing.arrangement import Arrangement
from dinkit.drawing.crossings import crossings, lines_of
from dinkit.drawing.order import next_order
from dinkit.drawing.picture import Picture, draw
from dinkit.drawing.selection import Options
from dinkit.drawing.view import View, view_of
from dinkit.network import Network
from dinkit.reading.load import load
from dinkit.source import Memory

PAPER = {40: "A3", 60: "A2", 120: "A0", 200: "A0"}
"""Boxes -> paper with room for all of them."""
TRIALS = 30
EDITS = 20
ON_A3 = (60, 120, 200)
"""Networks of which the usual picture leaves a part out."""
FEW = 10
"""Networks per size for what has no mark."""


def measure(size_and_seed: tuple[int, int]) -> dict[str, Trial]:
    """Draw a random network, and again after each change."""
    boxes, seed = size_and_seed
    din, options = random_din(seed, boxes), Options(size=PAPER[boxes])
    first = _picture(_network(din), options, None)
    before, before_plain = _drawn(first), plain(_view(first))
    trials: dict[str, Trial] = {}
    for name, change in CHANGES.items():
        network = _network(change(random.Random(f"{name} {boxes} {seed}"), din))
        picture = _picture(network, options, first.arrangement)
        after = _drawn(picture)
        trial = Trial(swaps(before.order, after.order), moves(before, after), len(_view(picture).bands))
        if not name.startswith("rename"):
            anew, dot = _drawn(_picture(network, options, None)), plain(_view(picture))
            theirs = (with_families(_view(picture)), dot, with_every_link(_view(picture), network, options))
            counts = Crossings(*(crossings_drawn(one) for one in (after, anew, *theirs)))
            trial = trial._replace(swaps_plain=swaps(before_plain.order, dot.order), moves_anew=moves(before, anew), crossings=counts)
        trials[name] = trial
    return trials


def drift(size_and_seed: tuple[int, int]) -> Drift:
    """Make many edits in a row, each picture kept like the one before it, and count the crossings that the orders then have."""
    boxes, seed = size_and_seed
    chance, din, options = random.Random(f"drift {boxes} {seed}"), random_din(seed, boxes), Options(size=PAPER[boxes])
    order = _picture(_network(din), options, None).arrangement.order
    for _ in range(EDITS):
        din = chance.choice(list(CHANGES.values()))(chance, din)
        view = _whole(_network(din))
        order = next_order(view, order)
    anew = _picture(_network(din), options, None).arrangement.order
    lines = lines_of(view)
    return Drift(crossings(order, lines), crossings(anew, lines), crossings(with_families(view).order, lines))


def on_a3(size_and_seed: tuple[int, int]) -> dict[str, OnA3]:
    """Draw the usual picture of a network that is too large for it, and again after each change."""
    boxes, seed = size_and_seed
    din = random_din(seed, boxes)
    first = _picture(_network(din), Options(), None)
    before, shown = _drawn(first), {node.id for node in _view(first).nodes}
    found: dict[str, OnA3] = {}
    for name in ("add an effort", "remove an effort"):
        changed = CHANGES[name](random.Random(f"{name} {boxes} {seed}"), din)
        picture = _picture(_network(changed), Options(), first.arrangement)
        after, now = _drawn(picture), {node.id for node in _view(picture).nodes}
        own = {one.id for one in din.efforts} ^ {one.id for one in changed.efforts}
        found[name] = OnA3(swaps(before.order, after.order), moves(before, after), len(now), len((shown ^ now) - own))
    return found


def _network(din: Din) -> Network:
    found = load("din.yaml", Memory({"din.yaml": text_of(din)}))
    if found.findings:
        raise ValueError(found.findings)
    return found.network


def _picture(network: Network, options: Options, previous: Arrangement | None) -> Picture:
    return draw(network, options, uncovered=frozenset(), loose=frozenset(), errors=0, previous=previous, timeout=300)


def _whole(network: Network) -> View:
    return view_of(network, Options(), uncovered=frozenset(), loose=frozenset(), errors=0, room=10**6)


def _view(picture: Picture) -> View:
    if not isinstance(picture.view, View):
        raise TypeError(picture.view)
    return picture.view


def _drawn(picture: Picture) -> Drawn:
    """Read a picture back; the order that it says it has must be the one that is seen, and both counters of crossings must agree."""
    found = drawn_picture(picture)
    by_drawing, by_order = crossings_drawn(between_same_columns(found)), _by_order(picture)
    if by_drawing != by_order or found.order != picture.arrangement.order:
        raise AssertionError((by_drawing, by_order))
    return found


def _by_order(picture: Picture) -> int:
    """Count by the order alone, of the lines between neighbouring columns."""
    rank = {column.key: at for at, column in enumerate(_view(picture).columns)}
    lines = lines_of(_view(picture))
    near = {one: tuple(end for end in ends if abs(rank[end[0][0]] - rank[end[0][1]]) == 1) for one, ends in lines.items()}
    return crossings(picture.arrangement.order, near)


def seen_of(asked: argparse.Namespace) -> Seen:
    """Measure everything; the processes run beside each other, and what they find does not depend on how many there are."""
    every = [(boxes, seed) for boxes in asked.sizes for seed in range(asked.trials)]
    few = [(boxes, seed) for boxes, seed in every if seed < FEW]
    cut = [(boxes, seed) for boxes, seed in few if boxes in ON_A3]
    with ProcessPoolExecutor(asked.processes) as pool:
        return Seen(
            by_size(every, list(pool.map(measure, every))),
            by_size(few, list(pool.map(drift, few))),
            by_size(cut, list(pool.map(on_a3, cut))),
            EDITS,
        )


def main() -> int:
    """Measure, write the page, and return 1 when a mark was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=TRIALS, help="networks per size")
    parser.add_argument("--sizes", type=int, nargs="+", choices=PAPER, default=list(PAPER), help="numbers of boxes")
    parser.add_argument("--processes", type=int, help="how many run beside each other; else one per processor")
    parser.add_argument("--page", type=Path, default=PAGE, help="page of which the measures are written anew")
    asked = parser.parse_args()
    seen = seen_of(asked)
    standing = asked.page.read_text(encoding="utf-8") if asked.page.is_file() else ""
    asked.page.write_text(page_of(seen, standing), encoding="utf-8", newline="\n")
    faults = list(missed(seen))
    for fault in faults:
        sys.stderr.write(f"MISSED: {fault}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
