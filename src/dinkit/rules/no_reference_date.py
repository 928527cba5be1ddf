"""The model has dates to judge, and no reference date to judge them by.

Why:
    Whether a measurement is old, work is late or a result lies in the future depends on the day from which one looks, and dinkit never looks at the
    clock. Without `peildatum` in the model (or `--peildatum`) the rules that need it are silent: DIN306, DIN504 and DIN509, and no acceptance
    ever expires. This tip is only given when the model has something that one of them would look at.

Good:
    peildatum: 2030-07-01
    inspanningen: {loket: {naam: Loket openen, status: lopend, planning: 2029..2030}}

Bad:
    inspanningen: {loket: {naam: Loket openen, status: lopend, planning: 2029..2030}}

Source:
    Own practice: the same files must give the same answer on every day.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Location, Severity, Text, span_between
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Effort, Element, Indicator, Result
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._places import own_programme
from dinkit.rules._plans import planned

_TIMED = ("idea", "planned", "running", "done")


def check(network: Network) -> Iterator[Fault]:
    """Yield one tip when a rule would have something to look at."""
    if not network.complete or isinstance(network.head.reference_date, ImpreciseDate) or network.head_gives("reference_date"):
        return
    if any(_is_timed(network, element) for element in network.elements.values()) or any(_is_measured(one) for one in network.of(Indicator)):
        at = own_programme(network)
        yield Fault(
            Text(
                "dit model heeft geen peildatum, dus dinkit ziet niet wat verouderd, te laat of te vroeg is",
                "this model has no reference date, so dinkit does not see what is out of date, late or early",
            ),
            network.location(at) if at else _top(network),
            at,
            Text(
                "zet bovenaan het modelbestand 'peildatum: jjjj-mm-dd', de dag waarop de stand geldt",
                "put 'reference_date: yyyy-mm-dd' at the top of the model file, the day that it tells of",
            ),
        )


def _is_timed(network: Network, element: Element) -> bool:
    """Say whether a rule would compare a date of this element with the reference date."""
    if any(isinstance(one.valid_until, ImpreciseDate) for one in element.accepted.values()):
        return True
    if isinstance(element, Effort):
        sides = ("start", "end") if element.status in _TIMED else ()
        return any(planned(network, element.id, side) is not None for side in sides)
    return isinstance(element, Result) and element.standing == "realised" and isinstance(element.date, ImpreciseDate)


def _is_measured(indicator: Indicator) -> bool:
    """Say whether a rule would compare the measurements of this indicator with the reference date."""
    if indicator.frequency is None:
        return False
    from dinkit.analyses._frequency import parse_frequency  # noqa: PLC0415 - few models need it, and start-up counts

    return parse_frequency(indicator.frequency) is not None


def _top(network: Network) -> Location:
    file = network.files[0]
    return Location(file.path, span_between(file.text, 0, min(1, len(file.text))))


RULE = Rule("DIN512", Severity.TIP, check)
