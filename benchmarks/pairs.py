"""Times two commands as whole processes, in turn, and compares them pair by pair: fair when the machine's speed drifts."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple


class Spent(NamedTuple):
    """What one process took: seconds on the clock, and seconds of the processor, which do not count what else the machine does."""

    wall: float
    processor: float


class Pairs(NamedTuple):
    """The fastest run of both commands, and the median of the ratios of all pairs, on the clock and of the processor.

    What a command takes is what its fastest run took: all that a machine with other work adds makes runs slower and never faster
    (as the documentation of Python's timeit has it). The median says how far that went.
    """

    first: Spent
    second: Spent
    median: Spent


LEAST = 15
"""So many pairs are always run."""
PATIENCE = 12
"""Both fastest runs stand when so many pairs bring no faster one: other work on a machine comes and goes in minutes."""
MOST = 60
"""How many pairs are run at most."""


def compare(first: list[str], second: list[str], *, folder: Path) -> Pairs:
    """Run both commands in turn, after one round that does not count: until neither gets faster."""
    _spent(first, folder), _spent(second, folder)
    timed: list[tuple[Spent, Spent]] = []
    while len(timed) < LEAST or (len(timed) < MOST and _still_faster(timed)):
        timed.append((_spent(first, folder), _spent(second, folder)))
    return Pairs(
        _fastest([one for one, _ in timed]),
        _fastest([other for _, other in timed]),
        _medians([Spent(one.wall / other.wall, one.processor / other.processor) for one, other in timed]),
    )


def report(what: str, pairs: Pairs, *, at_most: float) -> bool:
    """Print one comparison against its mark; return whether it holds on the clock."""
    first, second, median = pairs
    ratio, of_processor = first.wall / second.wall, first.processor / second.processor
    holds = ratio <= at_most
    sys.stdout.write(
        f"{what}: {first.wall:.3f} s against {second.wall:.3f} s = {ratio:.2f} x (mark: {at_most} x) {'holds' if holds else 'MISSED'}; "
        f"processor {of_processor:.2f} x; median of all pairs {median.wall:.2f} x, processor {median.processor:.2f} x\n"
    )
    sys.stdout.flush()
    return holds


def _still_faster(timed: list[tuple[Spent, Spent]]) -> bool:
    """Say whether the fastest run of either command is one of the last."""
    return any(min(one[side].wall for one in timed) < min(one[side].wall for one in timed[:-PATIENCE]) for side in (0, 1))


def _fastest(spent: list[Spent]) -> Spent:
    return Spent(min(one.wall for one in spent), min(one.processor for one in spent))


def _medians(spent: list[Spent]) -> Spent:
    return Spent(statistics.median(one.wall for one in spent), statistics.median(one.processor for one in spent))


def _spent(command: list[str], folder: Path) -> Spent:
    # Both sides run from compiled modules, as they do wherever Python may write them; the round that does not count makes them.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONHASHSEED": "0"}
    before, start = _processor(), time.perf_counter()
    done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, check=False)
    wall, processor = time.perf_counter() - start, _processor() - before
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode())
    return Spent(wall, processor)


def _processor() -> float:
    """Return the seconds that the processor worked for the processes that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
