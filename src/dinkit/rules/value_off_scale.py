"""A value of an indicator is no step of its scale.

Why:
    An indicator with steps ("ruim", "gemiddeld", "krap") lists them from low to high, and only what is in that list has a place in the
    order. Another word, or a number, can be compared with nothing. A word as the value of an indicator without a scale has the same
    trouble, and only gets a warning: perhaps the scale still has to be written down.

Good:
    indicatoren:
      spanning: {naam: Spanning, schaal: [ruim, gemiddeld, krap], nulmeting: krap, streefwaarden: gemiddeld}

Bad:
    indicatoren:
      spanning: {naam: Spanning, schaal: [ruim, gemiddeld, krap], nulmeting: krap, streefwaarden: gemidelde}

Source:
    Prevaas & Van Loon, Werken aan Programma's, table 8.1 (what a value is measured in).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.analyses._quantities import spoken, step_of
from dinkit.analyses._series import is_open
from dinkit.finding import Severity, Text
from dinkit.model.records import Indicator
from dinkit.nearby import nearest_word
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._fixes import word_meant
from dinkit.rules._measured import Valued, place_of, values_of_indicator
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per value that has no place on the scale."""
    for indicator in network.of(Indicator):
        for valued in values_of_indicator(network, indicator):
            if is_open(valued.value):
                continue
            if indicator.scale and step_of(valued.value, indicator.scale) is None:
                yield _off_scale(network, indicator, valued)
            elif not indicator.scale and isinstance(valued.value.value, str) and indicator.id not in network.damaged:
                yield _no_scale(network, indicator, valued)


def _off_scale(network: Network, indicator: Indicator, valued: Valued) -> Fault:
    name, given = quoted_name(network, indicator.id), spoken(valued.value)
    near = nearest_word(given.nl.lower(), indicator.scale)
    guess = Text(f"; bedoelt u '{near}'?", f"; did you mean '{near}'?") if near else Text("", "")
    steps, where = ", ".join(indicator.scale), place_of(network, valued)
    return Fault(
        Text(
            f"{valued.what.nl} van {name} is '{given.nl}', en dat is geen stap van de schaal",
            f"{valued.what.en} of {name} is '{given.en}', which is no step of the scale",
        ),
        where,
        valued.element,
        Text(f"de schaal is: {steps}{guess.nl}", f"the scale is: {steps}{guess.en}"),
        fix=word_meant([where], network, given.nl, indicator.scale),
    )


def _no_scale(network: Network, indicator: Indicator, valued: Valued) -> Fault:
    name, given = quoted_name(network, indicator.id), spoken(valued.value)
    return Fault(
        Text(
            f"{valued.what.nl} van {name} is '{given.nl}', geen getal, en een schaal is er niet",
            f"{valued.what.en} of {name} is '{given.en}', no number, and there is no scale",
        ),
        place_of(network, valued),
        valued.element,
        Text(
            "zet de stappen van laag naar hoog onder 'schaal', of schrijf een getal",
            "list the steps from low to high under 'scale', or write a number",
        ),
        severity=Severity.WARNING,
    )


RULE = Rule("DIN310", Severity.ERROR, check)
