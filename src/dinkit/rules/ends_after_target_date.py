"""Work ends after the date at which the goal or benefit that it serves is to be reached.

Why:
    What is ready in 2024 cannot bring about what is wanted in 2022. One of the dates is wrong, or the work serves another goal. Compared are
    the end of an effort and the `streefdatum` of what it contributes to, along capabilities too; a part without an end has that of its effort.
    Imprecise dates count only when no reading of them fits; work that goes on without an end, comes back,
    is done or stopped is left out.

Good:
    doelen: {banen: {naam: Meer banen, streefdatum: 2030}}
    inspanningen: {loket: {naam: Loket openen, draagt_bij_aan: banen, planning: 2028..2030}}

Bad:
    doelen: {banen: {naam: Meer banen, streefdatum: 2030}}
    inspanningen: {loket: {naam: Loket openen, draagt_bij_aan: banen, planning: 2028..2031}}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 11.3 (efforts in time).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dinkit.finding import Severity, Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Benefit, Capability, Effort, Goal
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._places import place
from dinkit.rules._plans import Planned, planned, recurs
from dinkit.rules._words import quoted_name
from dinkit.tuples import NamedTuple


class Aim(NamedTuple):
    """A date by which something is to be reached, and what that is."""

    date: ImpreciseDate
    element: str


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per effort that ends too late, for the earliest date that it misses."""
    aims = _aims(network)
    first: dict[str, Aim] = {}
    for relation in network.related("contributes_to") if aims else ():
        if relation.target in aims and network.elements[relation.source].kind == "effort":
            aim = aims[relation.target]
            first[relation.source] = min(first.get(relation.source, aim), aim, key=_when)
    for name, aim in first.items():
        effort, end = network.elements[name], planned(network, name, "end")
        if end is None or end.date.first <= aim.date.last or recurs(network, end.element):
            continue
        if isinstance(effort, Effort) and effort.status not in ("done", "stopped"):
            yield _fault(network, name, end, aim)


def _aims(network: Network) -> dict[str, Aim]:
    """Return by when everything is to be reached that has a date; a capability has the earliest of what it contributes to."""
    aims = {
        one.id: Aim(one.target_date, one.id)
        for kind in (Goal, Benefit)
        for one in network.of(kind)
        if isinstance(one, (Goal, Benefit)) and isinstance(one.target_date, ImpreciseDate)
    }
    for able in network.of(Capability) if aims else ():
        served = [aims[relation.target] for relation in network.outgoing(able.id, "contributes_to") if relation.target in aims]
        if served:
            aims[able.id] = min(served, key=_when)
    return aims


def _when(aim: Aim) -> tuple[date, str]:
    return aim.date.last, aim.element


def _fault(network: Network, effort: str, end: Planned, aim: Aim) -> Fault:
    work, goal = quoted_name(network, effort), quoted_name(network, aim.element)
    return Fault(
        Text(
            f"{work} loopt tot en met {end.date.text}, maar {goal} moet in {aim.date.text} bereikt zijn",
            f"{work} runs until {end.date.text}, but {goal} is to be reached in {aim.date.text}",
        ),
        place(network, end.element, "planning", "end"),
        effort,
        Text(
            "vervroeg het werk, verzet de streefdatum, of zeg welk doel dit wel dient",
            "move the work or the target date, or say which goal this does serve",
        ),
        (network.location(aim.element, "target_date", why=Text("de streefdatum", "the target date")),),
    )


RULE = Rule("DIN502", Severity.WARNING, check)
