"""A value of an indicator is in another unit than the indicator.

Why:
    Households, files and people are three counts of what is called "bijstand", and a series that mixes them goes up or down for no
    reason. A value that says no unit has that of its indicator; an indicator that says none has the one of most of its values. A change
    in percent against something else is not another unit. Nothing is ever converted: such a value counts nowhere.

Good:
    indicatoren:
      dossiers: {naam: Dossiers, eenheid: dossiers, nulmeting: 2850, streefwaarden: "2.200 dossiers"}
    metingen:
      dossiers-2019: {van: dossiers, waarde: 2700, datum: 2019}

Bad:
    indicatoren:
      dossiers: {naam: Dossiers, eenheid: dossiers, nulmeting: 2850, streefwaarden: "2.200 dossiers"}
    metingen:
      dossiers-2019: {van: dossiers, waarde: "2.700 huishoudens", datum: 2019}

Source:
    Units that drift from one report to the next: Dronten, budget 2018, and Houten, budget 2022 (the same indicator per 1.000 and per
    10.000 inhabitants).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.analyses._series import own_unit, relative_key
from dinkit.finding import Severity, Text
from dinkit.model.records import Indicator
from dinkit.model.units import is_other_unit, plain_unit
from dinkit.model.values import unit_of
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._gaps import doubtful
from dinkit.rules._measured import Valued, place_of, values_of_indicator
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per value in another unit."""
    unsure = doubtful(network, "unit")
    for indicator in network.of(Indicator):
        if indicator.scale or (indicator.unit is None and indicator.id in unsure):
            continue
        own = own_unit(network, indicator)
        for valued in values_of_indicator(network, indicator) if plain_unit(own) else ():
            if is_other_unit(unit_of(valued.value), own, change=relative_key(valued.value) is not None):
                yield _fault(network, indicator, own, valued)


def _fault(network: Network, indicator: Indicator, own: str | None, valued: Valued) -> Fault:
    name, given = quoted_name(network, indicator.id), unit_of(valued.value)
    declared = plain_unit(indicator.unit) is not None
    rest = Text("de indicator", "the indicator") if declared else Text("de meeste andere waarden", "most other values")
    return Fault(
        Text(
            f"{valued.what.nl} van {name} is in '{given}', {rest.nl} in '{own}'",
            f"{valued.what.en} of {name} is in '{given}', {rest.en} in '{own}'",
        ),
        place_of(network, valued, "unit" if valued.value.unit else "value"),
        valued.element,
        Text(
            "verbeter de eenheid, of maak er een eigen indicator van; dinkit rekent niets om",
            "correct the unit, or make it an indicator of its own; dinkit converts nothing",
        ),
    )


RULE = Rule("DIN304", Severity.WARNING, check)
