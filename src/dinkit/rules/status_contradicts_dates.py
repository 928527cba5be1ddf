"""The status of an effort and its dates contradict each other.

Why:
    Work that runs after its planned end is late or its planning is old; work that is still planned after its start has not begun or nobody said so;
    what is done before it begins is a typing error, and so is what runs or waits after it ended (`beeindigd`). Dates are compared with the
    reference date; without one only the last is seen. Imprecise dates count only when no reading of them fits.

Good:
    peildatum: 2030-07-01
    inspanningen: {loket: {naam: Loket openen, status: lopend, planning: 2029..2030}}

Bad:
    peildatum: 2030-07-01
    inspanningen: {loket: {naam: Loket openen, status: lopend, planning: 2028..2029}}

Source:
    VPNG on portfolio management in Amersfoort (tell what sleeps from what runs).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Effort
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._plans import planned
from dinkit.rules._words import quoted_name

_WAITING = ("idea", "planned")
_ALIVE = (*_WAITING, "running", "on_hold")


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per effort whose status its dates exclude."""
    at = network.head.reference_date
    for effort in network.of(Effort):
        if effort.status is None or effort.id in network.damaged:
            continue
        said = _ended(effort, at) or (_said(network, effort, at) if isinstance(at, ImpreciseDate) else None)
        if said is not None:
            name = quoted_name(network, effort.id)
            yield Fault(
                Text(f"{name} {said.nl}", f"{name} {said.en}"),
                network.location(effort.id, "status"),
                effort.id,
                Text("werk de status of de planning bij", "bring the status or the planning up to date"),
            )


def _ended(effort: Effort, at: ImpreciseDate | str | None) -> Text | None:
    """Return what is said of work that goes on after somebody said that it ended."""
    if effort.status not in _ALIVE or not isinstance(effort.ended, ImpreciseDate):
        return None
    if isinstance(at, ImpreciseDate) and effort.ended.last >= at.first:
        return None
    return Text(
        f"is beëindigd ({effort.ended.text}), maar heeft een status van werk dat er nog is",
        f"has ended ({effort.ended.text}), but its status is one of work that goes on",
    )


def _said(network: Network, effort: Effort, at: ImpreciseDate) -> Text | None:
    start, end = planned(network, effort.id, "start"), planned(network, effort.id, "end")
    if effort.status == "running" and end is not None and end.date.last < at.first:
        return Text(
            f"loopt nog op {at.text}, maar zou in {end.date.text} af zijn", f"still runs on {at.text}, but was to be ready in {end.date.text}"
        )
    if effort.status in _WAITING and start is not None and start.date.last < at.first:
        return Text(
            f"is op {at.text} nog niet begonnen, maar zou in {start.date.text} beginnen",
            f"has not begun on {at.text}, but was to begin in {start.date.text}",
        )
    if effort.status == "done" and start is not None and at.last < start.date.first:
        return Text(
            f"is op {at.text} gereed, maar begint volgens de planning pas in {start.date.text}",
            f"is done on {at.text}, but begins in {start.date.text} by its planning",
        )
    return None


RULE = Rule("DIN504", Severity.WARNING, check)
