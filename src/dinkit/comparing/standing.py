"""What stands in a version, element by element: what two versions are compared by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dinkit.finding import Finding, sort_key


def standing(told: Iterable[Finding], each: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return what stands in a version, in the order of places, without any finding that is told in place of many.

    Such a one comes and goes with how many there are: compared by it, an element that is mended would make the others look worse.

    Args:
        told: what stands as it is told, of reading and of rules.
        each: what rules find that stands, element by element.
    """
    crowded = {one.code for one in each if one.crowd is not None}
    apart = [one for one in each if one.code in crowded]  # all that is told under these codes is told of these
    return tuple(sorted((*(one for one in told if one.code not in crowded), *apart), key=sort_key))
