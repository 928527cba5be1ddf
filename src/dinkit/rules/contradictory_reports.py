"""Two progress reports of one date contradict each other.

Why:
    Both cannot hold, and nobody can tell which one is the latest. Until it is settled the worst of the two counts. Reports that complete
    each other are fine: one on planning and one on money, or one that does not know what the other does know.

Good:
    inspanningen:
      loket: Loket openen
    voortgang:
      mei: {van: loket, datum: 2030-05, aspecten: {planning: {status: groen}}}
      juni: {van: loket, datum: 2030-06, aspecten: {planning: {status: grijs}}}

Bad:
    inspanningen:
      loket: Loket openen
    voortgang:
      een: {van: loket, datum: 2030-05, aspecten: {planning: {status: groen}}}
      twee: {van: loket, datum: 2030-05, aspecten: {planning: {status: grijs}}}

Source:
    A general rule for reports: one date, one statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dinkit.finding import Severity, Text
from dinkit.model.dates import ImpreciseDate, date_key
from dinkit.model.records import Progress
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._places import place
from dinkit.rules._reports import reports_of
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per aspect of an element on which a report says otherwise than an earlier one in the files of the same date."""
    for element, reports in reports_of(network).items():
        dated = sorted((report for report in reports if isinstance(report.date, ImpreciseDate)), key=lambda report: date_key(report.date))
        for _, group in groupby(dated, key=lambda report: date_key(report.date)):
            yield from _of_one_date(network, element, list(group))


def _of_one_date(network: Network, element: str, reports: list[Progress]) -> Iterator[Fault]:
    first: dict[str, Progress] = {}
    for report in reports:
        for name, aspect in report.aspects.items():
            if aspect.status == UNKNOWN:
                continue
            other = first.setdefault(name, report)
            if other.aspects[name].status != aspect.status:
                yield _fault(network, element, name, (other, report))


def _fault(network: Network, element: str, name: str, reports: tuple[Progress, Progress]) -> Fault:
    from dinkit.analyses._progress_words import ASPECT_WORDS, STATUS_WORDS  # noqa: PLC0415 - few models need these words, and start-up counts

    first, second = reports
    aspect, of = ASPECT_WORDS[name], quoted_name(network, element)
    one, two = STATUS_WORDS[first.aspects[name].status], STATUS_WORDS[second.aspects[name].status]
    date = second.date.text if isinstance(second.date, ImpreciseDate) else ""
    return Fault(
        Text(
            f"{aspect.nl} van {of} is op {date} zowel {one.nl} als {two.nl} gemeld",
            f"{aspect.en} of {of} is reported on {date} as both {one.en} and {two.en}",
        ),
        place(network, second.id, "aspects", name, "status"),
        second.id,
        Text("verbeter een van de twee, of geef ze een preciezere datum", "correct one of the two, or give them a more precise date"),
        (place(network, first.id, "aspects", name, "status", why=Text("de andere melding", "the other report")),),
    )


RULE = Rule("DIN508", Severity.WARNING, check)
