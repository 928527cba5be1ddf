"""How far links lead: for every element at once the elements within so many steps, as sets of bits.

A set of bits per element makes one union of two sets a single operation, so that reach over the whole network costs about as much as reading
it. Circles are harmless.
"""

from __future__ import annotations

from collections.abc import Iterator

Links = list[list[int]]
"""Per element the elements that one step leads to."""


def reach(links: Links, steps: int | None) -> list[int]:
    """Return per element the set of what it reaches in one up to `steps` steps (None: any number), as bits.

    >>> [f"{found:03b}" for found in reach([[1], [2], []], 1)], [f"{found:03b}" for found in reach([[1], [2], []], None)]
    (['010', '100', '000'], ['110', '100', '000'])
    """
    return _anywhere(links) if steps is None else _within(links, steps)


def _within(links: Links, steps: int) -> list[int]:
    """Widen every set by a step, until none grows any more."""
    near = [_bits(targets) for targets in links]
    found = near
    for _ in range(steps - 1):
        wider = [_with_reach(near[at], targets, found) for at, targets in enumerate(links)]
        if wider == found:
            break
        found = wider
    return found


def _anywhere(links: Links) -> list[int]:
    """Fill in the sets circle by circle, each after all that it leads to: one pass."""
    found = [0] * len(links)
    for circle in _circles(links):
        targets = [target for one in circle for target in links[one]]
        inside = _bits(circle) if len(circle) > 1 else 0
        reached = inside | _with_reach(_bits(targets), targets, found)
        for one in circle:
            found[one] = reached
    return found


def _bits(elements: list[int]) -> int:
    bits = 0
    for one in elements:
        bits |= 1 << one
    return bits


def _with_reach(near: int, targets: list[int], found: list[int]) -> int:
    reached = near
    for target in targets:
        reached |= found[target]
    return reached


def _circles(links: Links) -> Iterator[list[int]]:
    """Yield the elements in groups that reach each other (mostly one alone), each group after those that it leads to.

    Source: Tarjan 1972, SIAM J. Comput. 1(2); without recursion, since a chain may be as long as the network.
    """
    number = [0] * len(links)
    lowest = [0] * len(links)
    waiting: list[int] = []
    is_waiting = [False] * len(links)
    count = 0
    for start in range(len(links)):
        trail = [(start, iter(links[start]))] if not number[start] else []
        while trail:
            here, targets = trail[-1]
            if not number[here]:
                count += 1
                number[here] = lowest[here] = count
                waiting.append(here)
                is_waiting[here] = True
            deeper = next((one for one in targets if not number[one] or is_waiting[one]), None)
            if deeper is not None and not number[deeper]:
                trail.append((deeper, iter(links[deeper])))
            elif deeper is not None:
                lowest[here] = min(lowest[here], number[deeper])
            else:
                trail.pop()
                if trail:
                    lowest[trail[-1][0]] = min(lowest[trail[-1][0]], lowest[here])
                if lowest[here] == number[here]:
                    yield _closed(here, waiting, is_waiting)


def _closed(here: int, waiting: list[int], is_waiting: list[bool]) -> list[int]:
    """Take the group that was entered by an element off those that wait."""
    group: list[int] = []
    while not group or group[-1] != here:
        group.append(waiting.pop())
        is_waiting[group[-1]] = False
    return group
