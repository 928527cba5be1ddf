"""One indicator has two different values for one date and group.

Why:
    Both cannot be true of the same measure, and whoever draws the series has to choose. Where two sources disagree this is a conflict
    of the sources (a warning, and the note on the measurement should say so); from one source it is a typing error. Rough values
    ("circa", "ruim", "minstens") contradict only what they exclude. A baseline is a measurement too, and so are the values of earlier
    editions; results are not compared, since several efforts may each have a part of one count.

Good:
    bronnen: {verslag: Jaarverslag}
    indicatoren:
      banen: {naam: Banen, eenheid: banen}
    metingen:
      banen-2018: {van: banen, waarde: 42000, datum: 2018, bron: verslag blz. 1}
      banen-2019: {van: banen, waarde: 42500, datum: 2019, bron: verslag blz. 1}

Bad:
    bronnen: {verslag: Jaarverslag}
    indicatoren:
      banen: {naam: Banen, eenheid: banen}
    metingen:
      banen-a: {van: banen, waarde: 42000, datum: 2019, bron: verslag blz. 1}
      banen-b: {van: banen, waarde: 42500, datum: 2019, bron: verslag blz. 1}

Source:
    Prevaas & Van Loon, Werken aan Programma's, table 8.1 (one way of measuring per indicator).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dinkit.analyses._quantities import margin, spoken
from dinkit.analyses._series import Point, Series, all_series, group_key
from dinkit.finding import Location, Severity, Text
from dinkit.model.values import Quantity, number_of
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._places import place
from dinkit.rules._words import quoted_name

_ENDLESS = Decimal("Infinity")
_TELLING = frozenset(("group", "later", "merged"))
"""Marks of a point that leave it a value of the indicator."""


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per measurement that contradicts an earlier listed one."""
    for series in all_series(network):
        same: dict[tuple[object, ...], list[Point]] = {}
        for point in series.points:
            if point.kind != "result" and point.date is not None and not set(point.marks) - _TELLING:
                same.setdefault((*point.date[:2], group_key(point.value)), []).append(point)
        for points in same.values():
            yield from _among(network, series, points)


def _among(network: Network, series: Series, points: list[Point]) -> Iterator[Fault]:
    """Yield a fault per point that contradicts one that was accepted before it; what agrees with all of those is accepted."""
    accepted: list[Point] = []
    for point in points:
        other = next((one for one in accepted if not _agree(one.value, point.value)), None)
        if other is None:
            accepted.append(point)
            continue
        own, beside = (point, other) if point.element in network.elements else (other, point)
        if own.element in network.elements:
            yield _fault(network, series, own, beside)


def _agree(one: Quantity, other: Quantity) -> bool:
    """Say whether two values can both be true."""
    (low, high), (lowest, highest) = _bounds(one), _bounds(other)
    if low is None or lowest is None or high is None or highest is None:
        return one.value == other.value
    return low <= highest and lowest <= high


def _bounds(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Return between which numbers a value says to lie."""
    number = number_of(quantity)
    if number is None:
        return None, None
    half = margin(quantity)
    match quantity.qualifier or (None if isinstance(quantity.value, str) else quantity.value.qualifier):
        case "about":
            return number - half, number + half
        case "over":
            return number, number + 2 * half
        case "at_least" | "more_than":
            return number, _ENDLESS
        case "at_most":
            return -_ENDLESS, number
    return number, number


def _fault(network: Network, series: Series, own: Point, other: Point) -> Fault:
    indicator = series.indicator
    name, when, group = quoted_name(network, indicator.id), own.date.text if own.date else "", f" ({own.value.group})" if own.value.group else ""
    values = [spoken(point.value, series.unit, indicator.scale) for point in (own, other)]
    differ = bool(own.sources) and bool(other.sources) and set(own.sources) != set(other.sources)
    return Fault(
        Text(
            f"{name} heeft voor {when}{group} twee waarden: {values[0].nl} en {values[1].nl}",
            f"{name} has two values for {when}{group}: {values[0].en} and {values[1].en}",
        ),
        _place(network, own),
        own.element,
        _hint(differ=differ),
        (_place(network, other, Text("de andere waarde", "the other value")),),
        severity=Severity.WARNING if differ else Severity.ERROR,
    )


def _place(network: Network, point: Point, why: Text | None = None) -> Location:
    """Return where a value stands: in the latest edition that has it."""
    edition = next(one for one in network.editions() if point.element in one.elements)
    return place(edition, point.element, "baseline" if point.kind == "baseline" else "value", "value", why=why)


def _hint(*, differ: bool) -> Text:
    if differ:
        return Text(
            "de bronnen spreken elkaar tegen: zeg in 'opmerking' welke waarde u aanhoudt en waarom",
            "the sources contradict each other: say in 'note' which value you hold to and why",
        )
    return Text(
        "verbeter de waarde, de datum of de groep, of haal een van de twee weg",
        "correct the value, the date or the group, or remove one of the two",
    )


RULE = Rule("DIN309", Severity.ERROR, check)
