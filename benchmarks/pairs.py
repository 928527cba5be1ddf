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
    """Median seconds of both commands, and the median of their ratios, on the clock and of the processor."""

    first: Spent
    second: Spent
    ratio: Spent


def compare(first: list[str], second: list[str], *, folder: Path, rounds: int = 9) -> Pairs:
    """Run both commands `rounds` times in turn, after one round that does not count."""
    timed = [(_spent(first, folder), _spent(second, folder)) for _ in range(rounds + 1)][1:]
    return Pairs(
        _medians([one for one, _ in timed]),
        _medians([other for _, other in timed]),
        _medians([Spent(one.wall / other.wall, one.processor / other.processor) for one, other in timed]),
    )


def report(what: str, pairs: Pairs, *, at_most: float) -> bool:
    """Print one comparison against its mark; return whether it holds on the clock."""
    holds = pairs.ratio.wall <= at_most
    first, second, ratio = pairs
    sys.stdout.write(
        f"{what}: {first.wall:.3f} s against {second.wall:.3f} s = {ratio.wall:.2f} x (mark: {at_most} x) {'holds' if holds else 'MISSED'}; "
        f"processor {first.processor:.3f} s against {second.processor:.3f} s = {ratio.processor:.2f} x\n"
    )
    sys.stdout.flush()
    return holds


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
