"""A result is reached after the reference date.

Why:
    What still has to happen cannot be realised: the date is wrong, or it is an expectation. Only the reference date of the model counts, never
    today. Imprecise dates count only when no reading of them fits.

Good:
    peildatum: 2030-07-01
    inspanningen: {loket: Loket openen}
    resultaten: {open: {van: loket, soort: afronding, datum: 2030-10, stand: gepland}}

Bad:
    peildatum: 2030-07-01
    inspanningen: {loket: Loket openen}
    resultaten: {open: {van: loket, soort: afronding, datum: 2030-10, stand: gerealiseerd}}

Source:
    A general rule for dates.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Result
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per realised result of a later date."""
    at = network.head.reference_date
    if not isinstance(at, ImpreciseDate):
        return
    for result in network.of(Result):
        if result.standing == "realised" and isinstance(result.date, ImpreciseDate) and result.date.first > at.last:
            kind, name = both(network, "result"), quoted_name(network, result.id)
            yield Fault(
                Text(
                    f"{kind.nl} {name} is gerealiseerd in {result.date.text}, na de peildatum ({at.text})",
                    f"{kind.en} {name} is realised in {result.date.text}, after the reference date ({at.text})",
                ),
                network.location(result.id, "date"),
                result.id,
                Text("verbeter de datum, of maak er 'verwacht' of 'gepland' van", "correct the date, or make it 'expected' or 'planned'"),
            )


RULE = Rule("DIN509", Severity.WARNING, check)
