"""Something ends before it starts.

Why:
    One of the two dates is a typing error. Imprecise dates contradict each other only when no reading of them fits: 2019..2019-05
    is fine. A date that no calendar has is refused while reading (DIN015).

Good:
    inspanningen:
      loket: {naam: Loket openen, planning: 2019-04..2020-04}

Bad:
    inspanningen:
      loket: {naam: Loket openen, planning: 2020-04..2019-04}

Source:
    A general rule for dates.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dinkit.finding import Severity, Text
from dinkit.model.dates import ImpreciseDate, Period
from dinkit.model.values import Money, Planning
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._evidence import Held, values_of
from dinkit.rules._places import place
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per planning, term or period of money that ends before it starts."""
    for held in values_of(network):
        if isinstance(held.record, Planning):
            if _contradict(held.record.start, held.record.end):
                yield _fault(network, held, "end", held.record.start, held.record.end)
        elif isinstance(held.record, Money) and isinstance(held.record.period, Period):
            period = held.record.period
            if _contradict(period.start, period.end):
                yield _fault(network, held, "period", period.start, period.end)


def _contradict(start: Any, end: Any) -> bool:
    return isinstance(start, ImpreciseDate) and isinstance(end, ImpreciseDate) and end.last < start.first


def _fault(network: Network, held: Held, key: str, start: Any, end: Any) -> Fault:
    name = quoted_name(network, held.element.id)
    return Fault(
        Text(f"{name} eindigt ({end.text}) voordat het begint ({start.text})", f"{name} ends ({end.text}) before it starts ({start.text})"),
        place(network, held.element.id, *held.path, key),
        held.element.id,
        Text(
            "verbeter een van de twee; staat het zo in de bron, zet dat dan in 'letterlijk' en uw lezing ernaast",
            "correct one of the two; if the source has it so, put that in 'verbatim' and your reading beside it",
        ),
    )


RULE = Rule("DIN501", Severity.ERROR, check)
