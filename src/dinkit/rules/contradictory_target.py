"""A target equals its baseline, or lies on the wrong side of it.

Why:
    With a target that equals the start there is no way to go, and progress is a division by zero; a target below the baseline with
    a direction "higher" is a typing error in one of the three. Only values of the same unit and group are compared, and targets
    that are relative to something else are not. Of targets in later years the last counts: a way there may begin with a step back.

Good:
    indicatoren:
      dossiers: {naam: Dossiers, eenheid: dossiers, richting: lager, nulmeting: 2800, streefwaarden: 2200}

Bad:
    indicatoren:
      dossiers: {naam: Dossiers, eenheid: dossiers, richting: hoger, nulmeting: 2800, streefwaarden: 2200}

Source:
    Fan, Anda & Amyot 2018, LNCS 11150 (a satisfaction level is undefined when target and worst value coincide).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dinkit.finding import Severity, Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Indicator
from dinkit.model.values import Quantity, number_of, unit_of
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._places import place
from dinkit.rules._words import quoted_name

_HOLDING = ("at_least", "at_most")
_WANTED = {"higher": Text("hoger", "higher"), "lower": Text("lager", "lower"), "equal": Text("gelijk", "equal")}


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per target that contradicts baseline and direction."""
    for found in network.of(Indicator):
        start = _height(found, found.baseline)
        if found.baseline is None or start is None:
            continue
        for index, target in enumerate(found.targets):
            aim = _height(found, target)
            if aim is not None and _comparable(found.baseline, target):
                message = _message(network, found, aim - start, target)
                if message is not None and not _is_on_the_way(network, found, target, start):
                    yield _fault(network, found, index, message)


def _is_on_the_way(network: Network, found: Indicator, target: Quantity, start: Decimal) -> bool:
    """Say whether a later target of the same group is right: a way there may begin with a step back, or with none."""
    for other in found.targets:
        aim = _height(found, other)
        if aim is None or other.group != target.group or not _is_later(other.date, target.date):
            continue
        if found.baseline is not None and _comparable(found.baseline, other) and _message(network, found, aim - start, other) is None:
            return True
    return False


def _is_later(one: object, other: object) -> bool:
    return isinstance(one, ImpreciseDate) and isinstance(other, ImpreciseDate) and one.first > other.last


def _height(found: Indicator, quantity: Quantity | None) -> Decimal | None:
    """Return a value as a number: of a steps indicator the place of the step."""
    if found.scale and quantity is not None and isinstance(quantity.value, str):
        return Decimal(found.scale.index(quantity.value)) if quantity.value in found.scale else None
    return number_of(quantity)


def _comparable(baseline: Quantity, target: Quantity) -> bool:
    units = {unit for unit in (unit_of(baseline), unit_of(target)) if unit is not None}
    return len(units) <= 1 and baseline.group == target.group and target.relative_to is None and baseline.relative_to is None


def _message(network: Network, found: Indicator, way: Decimal, target: Quantity) -> Text | None:
    name = quoted_name(network, found.id)
    if way == 0:
        if found.direction == "equal" or target.qualifier in _HOLDING:
            return None
        return Text(f"de streefwaarde van {name} is gelijk aan de nulmeting", f"the target of {name} equals its baseline")
    wanted = _WANTED.get(found.direction or "")
    if wanted is None or (way > 0 and found.direction == "higher") or (way < 0 and found.direction == "lower"):
        return None
    side = Text("boven", "above") if way > 0 else Text("onder", "below")
    return Text(
        f"de streefwaarde van {name} ligt {side.nl} de nulmeting, maar de richting is '{wanted.nl}'",
        f"the target of {name} lies {side.en} the baseline, but the direction is '{wanted.en}'",
    )


def _fault(network: Network, found: Indicator, index: int, message: Text) -> Fault:
    return Fault(
        message,
        place(network, found.id, "targets", index, "value"),
        found.id,
        Text("verbeter de streefwaarde, de nulmeting of de richting", "correct the target, the baseline or the direction"),
        (place(network, found.id, "baseline", "value", why=Text("de nulmeting", "the baseline")),),
    )


RULE = Rule("DIN303", Severity.ERROR, check)
