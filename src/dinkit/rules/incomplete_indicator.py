"""An indicator lacks its unit, its baseline or its target.

Why:
    Without all three nobody can say how far a goal is: progress is the way from the baseline to the target, in one unit. What the
    source leaves open (`onbekend`, `pm`) lacks just as well, and the message says so. A steps indicator needs no unit, and a figure
    that measures nothing in the model needs no baseline or target. One finding per indicator.

Good:
    doelen:
      meer-banen: Meer banen
    indicatoren:
      banen: {naam: Aantal banen, eenheid: banen, nulmeting: 40000, streefwaarden: 44000, meet: meer-banen}

Bad:
    doelen:
      meer-banen: Meer banen
    indicatoren:
      banen: {naam: Aantal banen, eenheid: banen, streefwaarden: 44000, meet: meer-banen}

Source:
    Prevaas & Van Loon, Werken aan Programma's, table 8.1 (profile of a benefit).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Indicator
from dinkit.model.values import Quantity, unit_of
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._gaps import doubtful
from dinkit.rules._places import place
from dinkit.rules._words import all_of, quoted_name
from dinkit.tuples import NamedTuple

_OPEN = (UNKNOWN, "pm", "PM")


class Gap(NamedTuple):
    """One thing that an indicator lacks: its words, where that shows, and whether the file says that the source leaves it open."""

    what: Text
    path: tuple[str | int, ...]
    left_open: bool


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per indicator that lacks something."""
    if not network.complete:
        return
    unsure = doubtful(network, "unit", "baseline", "targets", "measures", "scale")
    for found in network.of(Indicator):
        gaps = [] if found.id in unsure else list(_gaps(found, measures=bool(network.outgoing(found.id, "measures"))))
        if gaps:
            yield _fault(network, found, gaps)


def _gaps(found: Indicator, *, measures: bool) -> Iterator[Gap]:
    values = [value for value in (found.baseline, *found.targets) if value is not None]
    if not found.scale and (found.unit == UNKNOWN or not (found.unit or any(unit_of(value) for value in values))):
        yield Gap(Text("eenheid", "unit"), ("unit",), found.unit == UNKNOWN)
    if not measures:
        return
    if found.baseline is None or found.baseline.value in _OPEN:
        yield Gap(Text("nulmeting", "baseline"), ("baseline",), found.baseline is not None)
    if not found.targets:
        yield Gap(Text("streefwaarde", "target"), ("targets",), left_open=False)
    for index, target in enumerate(found.targets):
        if target.value in _OPEN and not _said_elsewhere(target, found.targets):
            yield Gap(_target(target), ("targets", index, "value"), left_open=True)


def _said_elsewhere(target: Quantity, targets: tuple[Quantity, ...]) -> bool:
    """Say whether another target of the same group has the number that this wording leaves out."""
    return any(other.group == target.group and other.value not in _OPEN for other in targets)


def _target(target: Quantity) -> Text:
    group = f" ({target.group})" if target.group else ""
    return Text(f"streefwaarde{group}", f"target{group}")


def _fault(network: Network, found: Indicator, gaps: list[Gap]) -> Fault:
    indicator, name = both(network, "indicator"), quoted_name(network, found.id)
    what = all_of([Text(f"geen {gap.what.nl}", f"no {gap.what.en}") for gap in gaps])
    left_open = all(gap.left_open for gap in gaps)
    said = Text(": de bron laat dat open", ": the source leaves that open") if left_open else Text("", "")
    given = next((gap for gap in gaps if gap.left_open), None)
    return Fault(
        Text(f"{indicator.nl} {name} heeft {what.nl}{said.nl}", f"{indicator.en} {name} has {what.en}{said.en}"),
        place(network, found.id, *given.path) if given else network.location(found.id),
        found.id,
        _hint(network, found, [gap.path[0] for gap in gaps]),
    )


def _hint(network: Network, found: Indicator, missing: list[str | int]) -> Text:
    measured = [relation.source for relation in network.incoming(found.id, "of") if network.elements[relation.source].kind == "measurement"]
    if "baseline" in missing and measured:
        return Text(
            f"er is wel een meting ('{min(measured)}'): maak die tot nulmeting als ze bij het begin hoort",
            f"there is a measurement ('{min(measured)}'): make it the baseline if it belongs to the start",
        )
    return Text("leg dit vast; anders is niet te zeggen hoe ver het doel is", "settle this; else nobody can say how far the goal is")


RULE = Rule("DIN302", Severity.WARNING, check)
