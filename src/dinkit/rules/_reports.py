"""Progress reports as rules look at them: whatever the reference date is."""

from __future__ import annotations

from collections.abc import Mapping

from dinkit.finding import Text
from dinkit.model.dates import date_key
from dinkit.model.records import Progress
from dinkit.network import Network
from dinkit.rules._words import all_of, quoted_name


def reports_of(network: Network) -> Mapping[str, list[Progress]]:
    """Return per element the reports on it, in the order of the files."""
    found: dict[str, list[Progress]] = {}
    for report in network.of(Progress):
        for relation in network.outgoing(report.id, "of"):
            found.setdefault(relation.target, []).append(report)
    return found


def latest(network: Network) -> list[Progress]:
    """Return the reports than which no later one was made on the same element, in the order of the files."""
    kept: set[str] = set()
    for reports in reports_of(network).values():
        newest = max(date_key(report.date) for report in reports)
        kept.update(report.id for report in reports if date_key(report.date) == newest)
    return [report for report in network.of(Progress) if report.id in kept]


def about(network: Network, report: str) -> Text:
    """Return what a report is about, by name."""
    names = [quoted_name(network, relation.target) for relation in network.outgoing(report, "of")]
    return all_of([Text(name, name) for name in names])
