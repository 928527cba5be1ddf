"""Measured and wanted values in words, in both languages, and how precise they are."""

from __future__ import annotations

from decimal import Context, Decimal

from dinkit.finding import Text
from dinkit.model.numbers import Amount
from dinkit.model.units import PERCENT, plain_unit
from dinkit.model.values import Quantity, number_of, unit_of
from dinkit.model.vocabulary import UNKNOWN, VALUES

OPEN = ("pm", "PM", "p.m.")
"""How a value is written that is still to be settled."""

_GROUPED = 10000
_DUTCH = str.maketrans(",.", ".,")
_TWO_DIGITS = Context(prec=2)


def spoken(quantity: Quantity, unit: str | None = None, scale: tuple[str, ...] = ()) -> Text:
    """Return a value as people say it: "minstens 70%", "+4000 banen ten opzichte van 2016", "gemiddeld (stap 3 van 5)".

    Args:
        quantity: the value.
        unit: the unit of its indicator, for a value without one.
        scale: the steps of its indicator, when it has steps.
    """
    value = quantity.value
    if not isinstance(value, Amount):
        return _in_words(value, scale)
    own = unit_of(quantity) or unit
    number = _number(value.value, signed=quantity.relative_to is not None)
    shown = Text(_with_unit(number.nl, own), _with_unit(number.en, own))
    qualifier = quantity.qualifier or value.qualifier
    if qualifier is not None:
        dutch = VALUES["qualifier"][qualifier]
        shown = Text(f"{dutch.replace('_', ' ')} {shown.nl}", f"{qualifier.replace('_', ' ')} {shown.en}")
    against = _against(quantity)
    return Text(f"{shown.nl} ten opzichte van {against}", f"{shown.en} against {against}") if against else shown


def number_in_words(number: Decimal) -> Text:
    """Return a number in the notation of each language, grouped by thousands from 10.000 on.

    >>> number_in_words(Decimal("12345.60"))
    Text(nl='12.345,60', en='12,345.60')
    """
    return _number(number, signed=False)


def two_digits(number: Decimal) -> Decimal:
    """Return a number with two significant digits: more would only look precise.

    >>> two_digits(Decimal("33.333")), two_digits(Decimal("123")), two_digits(Decimal("0"))
    (Decimal('33'), Decimal('120'), Decimal('0'))
    """
    rounded = _TWO_DIGITS.plus(number)
    return Decimal(f"{rounded:f}") if rounded else Decimal(0)


def margin(quantity: Quantity) -> Decimal:
    """Return how far the number of a quantity may lie from what is true: half its last digit, of a rough number the last that is not 0.

    >>> from dinkit.model.contract import new_record
    >>> value = Amount(Decimal("2500"), None, None)
    >>> margin(new_record(Quantity, {"value": value})), margin(new_record(Quantity, {"value": value, "qualifier": "about"}))
    (Decimal('0.5'), Decimal('5E+1'))
    """
    number = number_of(quantity) or Decimal(0)
    qualifier = quantity.qualifier or (quantity.value.qualifier if isinstance(quantity.value, Amount) else None)
    exponent = (number.normalize() if qualifier in ("about", "over") else number).as_tuple().exponent
    return Decimal(5).scaleb(int(exponent) - 1)


def step_of(quantity: Quantity, scale: tuple[str, ...]) -> int | None:
    """Return the place of a value on a scale of steps, 0 for the lowest; None where it is no step. Steps may be numbers."""
    value = quantity.value
    step = f"{value.value:f}" if isinstance(value, Amount) else value
    return scale.index(step) if step in scale else None


def _in_words(value: str, scale: tuple[str, ...]) -> Text:
    if value == UNKNOWN:
        return Text("onbekend", "unknown")
    if value in OPEN:
        return Text("p.m.", "to be settled (p.m.)")
    if value not in scale:
        return Text(value, value)
    step, steps = scale.index(value) + 1, len(scale)
    return Text(f"{value} (stap {step} van {steps})", f"{value} (step {step} of {steps})")


def _number(number: Decimal, *, signed: bool) -> Text:
    shown = f"{number:{'+' if signed else ''}{',' if abs(number) >= _GROUPED else ''}f}"
    return Text(shown.translate(_DUTCH), shown)


def _with_unit(number: str, unit: str | None) -> str:
    plain = plain_unit(unit)
    if plain == PERCENT:
        return f"{number}%"
    return f"€ {number}" if plain == "€" else f"{number} {unit}" if plain else number


def _against(quantity: Quantity) -> str | None:
    """Return what a relative value is compared with, with the year where the words do not have it."""
    words, year = quantity.relative_to, quantity.base_year
    if words is None or words == UNKNOWN:
        return None
    return f"{words} ({year})" if isinstance(year, int) and str(year) not in words else words
