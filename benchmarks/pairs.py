"""Times two commands as whole processes, in turn, and compares them pair by pair: fair when the machine's speed drifts."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple


class Pairs(NamedTuple):
    """Median seconds of both commands, and the median of their ratios."""

    first: float
    second: float
    ratio: float


def compare(first: list[str], second: list[str], *, folder: Path, rounds: int = 9) -> Pairs:
    """Run both commands `rounds` times in turn, after one round that does not count."""
    timed = [(_seconds(first, folder), _seconds(second, folder)) for _ in range(rounds + 1)][1:]
    return Pairs(
        statistics.median(one for one, _ in timed),
        statistics.median(other for _, other in timed),
        statistics.median(one / other for one, other in timed),
    )


def report(what: str, pairs: Pairs, *, at_most: float) -> bool:
    """Print one comparison against its mark; return whether it holds."""
    holds = pairs.ratio <= at_most
    sys.stdout.write(
        f"{what}: {pairs.first:.3f} s against {pairs.second:.3f} s = {pairs.ratio:.2f} x (mark: {at_most} x) {'holds' if holds else 'MISSED'}\n"
    )
    return holds


def _seconds(command: list[str], folder: Path) -> float:
    # Both sides run from compiled modules, as they do wherever Python may write them; the round that does not count makes them.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONHASHSEED": "0"}
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, check=False)
    seconds = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode())
    return seconds
