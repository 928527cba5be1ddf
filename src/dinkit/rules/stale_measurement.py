"""The latest measurement of an indicator is too old.

Why:
    Whoever says how often is measured, can be held to it: a latest value that is older than one and a half times that frequency says
    nothing about today. The rule looks at the reference date and is silent without one, and where the words for the frequency are not
    understood. A baseline counts as a measurement, and so do those of earlier editions.

Good:
    peildatum: 2020-12-31
    indicatoren:
      banen: {naam: Banen, eenheid: banen, meetfrequentie: jaarlijks}
    metingen:
      banen-2019: {van: banen, waarde: 42000, datum: 2019}

Bad:
    peildatum: 2022-12-31
    indicatoren:
      banen: {naam: Banen, eenheid: banen, meetfrequentie: jaarlijks}
    metingen:
      banen-2019: {van: banen, waarde: 42000, datum: 2019}

Source:
    Prevaas & Van Loon, Werken aan Programma's, table 8.1 (frequency of measuring); the factor one and a half is our own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dinkit.analyses._series import Point, Series, all_series, reference_day
from dinkit.finding import Severity, Text
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._gaps import doubtful
from dinkit.rules._places import place
from dinkit.rules._words import quoted_name

_STILL_MEASURED = frozenset(("unit", "off_scale"))
"""Marks of a value that has a finding of its own, and that was measured all the same."""


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per indicator of which the latest value is too old."""
    at = reference_day(network)
    if at is None or not network.complete:
        return
    from dinkit.analyses._frequency import is_stale, parse_frequency  # noqa: PLC0415 - few models need it, and start-up counts

    doubted = doubtful(network, "of", "value", "date", "frequency")
    if doubted and any(flaw.key == "of" for flaw in network.flaws):
        return
    for series in all_series(network):
        if not doubted.isdisjoint((series.indicator.id, *(relation.source for relation in network.incoming(series.indicator.id, "of")))):
            continue
        frequency = parse_frequency(series.indicator.frequency)
        latest = _latest(series)
        if frequency is not None and latest is not None and latest.date is not None and is_stale(frequency, latest.date.last, at):
            yield _fault(network, series, latest.date.text, at)


def _latest(series: Series) -> Point | None:
    dated = [point for point in series.points if point.date is not None and _STILL_MEASURED.issuperset(point.marks)]
    return max(dated, key=lambda point: point.date.last if point.date else date.min, default=None)


def _fault(network: Network, series: Series, latest: str, at: date) -> Fault:
    name, often = quoted_name(network, series.indicator.id), series.indicator.frequency
    return Fault(
        Text(
            f"de laatste meting van {name} is van {latest}; '{often}' gemeten is dat op {at.isoformat()} te oud",
            f"the latest measurement of {name} is of {latest}; measured '{often}' that is too old on {at.isoformat()}",
        ),
        place(network, series.indicator.id, "frequency"),
        series.indicator.id,
        Text(
            "voeg de nieuwste meting toe ('dinkit append measurements'), of verbeter de meetfrequentie",
            "add the newest measurement ('dinkit append measurements'), or correct the frequency",
        ),
    )


RULE = Rule("DIN306", Severity.WARNING, check)
