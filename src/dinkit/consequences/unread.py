"""What stands in a version and is missing from its network: nothing may be concluded from that it is not there."""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.comparing.comparison import Side
from dinkit.finding import Finding, Severity

_REFUSED_ID = "DIN101"
"""An element whose id is none, or stands there already, stays out as a whole."""


def unread(side: Side) -> Iterator[Finding]:
    """Yield the faults by which something of a version is missing."""
    for one in side.findings:
        lost = not side.network.complete or one.element in side.network.damaged
        if one.severity is Severity.ERROR and (one.code == _REFUSED_ID or (one.code.startswith("DIN0") and lost)):
            yield one


def is_comparable(one: Side, other: Side) -> bool:
    """Say whether neither version misses anything that the other has; else sums and covers would tell it as a change."""
    return has_all(one, other) and has_all(other, one)


def has_all(one: Side, other: Side) -> bool:
    """Say whether a version misses nothing but what the other version misses for the same fault."""
    return one.network.complete and _lost(one) <= _lost(other)


def _lost(side: Side) -> set[tuple[str, str | None]]:
    return {(fault.code, fault.element) for fault in unread(side)}
