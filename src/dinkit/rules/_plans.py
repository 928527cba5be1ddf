"""When work begins and ends: as it says itself, else as what it is a part of says."""

from __future__ import annotations

from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Effort
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network
from dinkit.tuples import NamedTuple


class Planned(NamedTuple):
    """One end of a planning: its date, and the effort that gives it."""

    date: ImpreciseDate
    element: str


def holder(network: Network, effort: str | None) -> Effort | None:
    """Return the effort whose planning holds for an effort: itself, else the nearest that it is a part of; None where none has any."""
    seen: set[str] = set()
    while effort is not None and effort not in seen:
        seen.add(effort)
        found = network.elements[effort]
        if isinstance(found, Effort) and found.planning is not None:
            return found
        effort = network.parent(effort)
    return None


def recurs(network: Network, effort: str) -> bool:
    """Say whether the planning of an effort itself comes back, every year for example: then its end is not when it is ready."""
    found = network.elements[effort]
    return isinstance(found, Effort) and found.planning is not None and found.planning.recurrence not in (None, UNKNOWN)


def planned(network: Network, effort: str, side: str) -> Planned | None:
    """Return the start or the end ("start", "end") of the planning that holds for an effort; None where that has no date.

    The nearest planning counts, also where it leaves this end open: what a part says of itself is not mixed with what its effort says.
    """
    found = holder(network, effort)
    if found is None or found.planning is None:
        return None
    date = found.planning.start if side == "start" else found.planning.end
    return Planned(date, found.id) if isinstance(date, ImpreciseDate) else None
