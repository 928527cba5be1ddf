"""An effort has no planning.

Why:
    Nobody can say whether it is late. A part without a planning has that of its effort, and an effort without one has those of its
    parts. Where the source names none (`planning: onbekend`) the message says so. When most efforts of a model lack a planning, that
    is a single finding.

Good:
    inspanningen:
      loket: {naam: Loket openen, planning: 2019..2020}

Bad:
    inspanningen:
      loket: {naam: Loket openen, planning: onbekend}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 11.3 (efforts in time).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Effort
from dinkit.model.values import Planning
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._extent import efforts_or_once
from dinkit.rules._gaps import topmost_without
from dinkit.rules._places import place
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per effort or part of which nothing says when it runs."""
    if not network.complete:
        return
    planned = [effort.id for effort in network.of(Effort) if effort.planning is not None and _says_when(effort.planning)]
    effort, efforts = both(network, "effort"), both(network, "effort", plural=True)
    hint = Text(
        "vul 'planning' in, desnoods grof: 2019, 2019-H2 of 2019..2022", "fill in 'planning', roughly if need be: 2019, 2019-H2 or 2019..2022"
    )

    def one(found: str) -> Fault:
        name = quoted_name(network, found)
        element = network.elements[found]
        stated = isinstance(element, Effort) and element.planning is not None
        said = Text(": de bron noemt er geen", ": the source names none") if stated else Text("", "")
        return Fault(
            Text(f"{effort.nl} {name} heeft geen planning{said.nl}", f"{effort.en} {name} has no planning{said.en}"),
            place(network, found, "planning"),
            found,
            hint,
        )

    message = Text(f"{{0}} van de {{1}} {efforts.nl} hebben geen planning", f"{{0}} of {{1}} {efforts.en} have no planning")
    yield from efforts_or_once(network, topmost_without(network, planned, "planning"), one, message, hint)


def _says_when(planning: Planning) -> bool:
    dated = isinstance(planning.start, ImpreciseDate) or isinstance(planning.end, ImpreciseDate)
    return dated or planning.recurrence not in (None, UNKNOWN)


RULE = Rule("DIN409", Severity.WARNING, check)
