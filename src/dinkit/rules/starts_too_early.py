"""Work starts before what it requires is ready.

Why:
    When an effort requires another, it waits for it. A planning in which it starts while the other still runs says that the
    dependency or one of the dates is not right. Imprecise dates count only when no reading of them fits, and a part without dates has
    those of its effort. What is done already holds nothing up, and what comes back every year or quarter has no end to wait for.

Good:
    inspanningen:
      pand: {naam: Pand huren, planning: 2019}
      loket: {naam: Loket openen, planning: 2020, vereist: pand}

Bad:
    inspanningen:
      pand: {naam: Pand huren, planning: 2020}
      loket: {naam: Loket openen, planning: 2019, vereist: pand}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 11.3 (the order of efforts).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Effort, Milestone
from dinkit.model.values import Planning
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network, Relation
from dinkit.rule import Fault, Rule
from dinkit.rules._circles import Links, core
from dinkit.rules._places import place
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per requirement that the dates contradict."""
    early = [(relation, start, end) for relation, start, end in _dated(network) if start.last < end.first]
    rings = core(network.related("requires")) if early else {}
    for relation, start, end in early:
        if not _in_circle(network, relation, rings):
            yield _fault(network, relation, start, end)


def _dated(network: Network) -> Iterator[tuple[Relation, ImpreciseDate, ImpreciseDate]]:
    """Yield the requirements of which both dates are known: when the work starts, and when what it requires is ready."""
    for relation in network.related("requires"):
        start, end = _start(network, relation.source), _end(network, relation.target)
        if start is not None and end is not None:
            yield relation, start, end


def _in_circle(network: Network, relation: Relation, rings: Links) -> bool:
    """Say whether what is required requires this in turn: that is the fault then, and no dates can be right."""
    return relation.source in rings and relation.source in network.reach(
        [relation.target], lambda one: [found.target for found in network.outgoing(one, "requires")]
    )


def _start(network: Network, element: str) -> ImpreciseDate | None:
    found = network.elements[element]
    moment = found.date if isinstance(found, Milestone) else None
    planning = _planning(network, element)
    return next((one for one in (moment, planning and planning.start) if isinstance(one, ImpreciseDate)), None)


def _end(network: Network, element: str) -> ImpreciseDate | None:
    found = network.elements[element]
    if isinstance(found, Effort) and found.status == "done":
        return None
    moment = found.date if isinstance(found, Milestone) else None
    planning = _planning(network, element)
    until = planning.end if planning is not None and planning.recurrence in (None, UNKNOWN) else None
    return next((one for one in (moment, until) if isinstance(one, ImpreciseDate)), None)


def _planning(network: Network, element: str) -> Planning | None:
    """Return the planning of an effort, else of what it is a part of."""
    for name in (element, *network.reach([element], lambda one: [parent for parent in [network.parent(one)] if parent])):
        found = network.elements[name]
        if isinstance(found, Effort) and found.planning is not None:
            return found.planning
    return None


def _fault(network: Network, relation: Relation, start: ImpreciseDate, end: ImpreciseDate) -> Fault:
    source, target = quoted_name(network, relation.source), quoted_name(network, relation.target)
    return Fault(
        Text(
            f"{source} begint in {start.text}, maar vereist {target}, dat tot {end.text} loopt",
            f"{source} starts in {start.text}, but requires {target}, which runs until {end.text}",
        ),
        network.mark_location(relation.file, relation.mark),
        relation.source,
        Text("verzet een van de twee, of zeg wat er echt eerst af moet zijn", "move one of the two, or say what really has to be there first"),
        (
            place(network, relation.source, "planning", "start", why=Text("het begin", "the start")),
            place(network, relation.target, "planning", "end", why=Text("het einde van wat vereist is", "the end of what is required")),
        ),
    )


RULE = Rule("DIN503", Severity.WARNING, check)
