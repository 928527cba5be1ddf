"""Values as records: quantities, money, planning and statements, each with where it comes from."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, TypeVar

from dinkit.model.contract import OneOf, Reader, Record
from dinkit.model.dates import ImpreciseDate, Period, parse_date, parse_period
from dinkit.model.numbers import Amount, DutchNumberError, EuroSignError, parse_amount, quoted
from dinkit.model.vocabulary import UNKNOWN, VALUES
from dinkit.pattern import pattern
from dinkit.tuples import NamedTuple

T = TypeVar("T")

_NO_NUMBERS = frozenset(("nan", "inf", "infinity"))
_DUTCH = pattern(r",|(?<![0-9.])[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9])")
"""A decimal comma or a point between thousands: certain only in quotes."""
_FIRST_DIGIT = pattern("[+-]?[0-9]")

OPEN = "open"
"""The end of a planning that has none."""


class Quoted(str):
    """A scalar that stood in quotes: there Dutch notation is certain to be meant."""

    __slots__ = ()


def read_date(value: Any) -> ImpreciseDate | str:
    """Read a date field; `unknown` and `open` pass, anything else raises ValueError("date")."""
    if isinstance(value, ImpreciseDate):
        return value
    if value in (UNKNOWN, OPEN, "heden"):
        return UNKNOWN if value == UNKNOWN else OPEN
    return _reading(parse_date, value, "date")


def read_last_day(value: Any) -> ImpreciseDate | str:
    """Read the last day of something, as `read_date` does; but what is none raises ValueError("last-day"): that it is unknown is no way out."""
    try:
        return read_date(value)
    except ValueError as error:
        raise ValueError("last-day") from error


def read_period(value: Any) -> Period | str:
    """Read a period field; anything out of the grammar raises ValueError("period")."""
    return UNKNOWN if value == UNKNOWN else _reading(parse_period, value, "period")


def _reading(parse: Callable[[str], T], value: Any, what: str) -> T:
    if not isinstance(value, str):
        raise ValueError(what)
    try:
        return parse(value)
    except ValueError as error:
        raise ValueError(what) from error


def read_whole(value: Any) -> int | str:
    """Read a whole number of at most nine digits, or `unknown`."""
    if value == UNKNOWN:
        return UNKNOWN
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    raise ValueError("whole")


def read_step(value: Any) -> int | str:
    """Read a step from 1 to 5, or `unknown`."""
    if value != UNKNOWN and value not in ("1", "2", "3", "4", "5"):
        raise ValueError("step")
    return read_whole(value)


def read_value(value: Any) -> Amount | str:
    """Read a measured or wanted value: a number with or without unit, or a step of an ordinal scale as text."""
    if not isinstance(value, str) or not value:
        raise ValueError("value")
    if not any(character.isdigit() for character in value):
        if value.lower().strip("+-.") in _NO_NUMBERS:
            raise ValueError("value")
        return str(value)
    amount = parse_amount(value)
    if not isinstance(value, Quoted) and _DUTCH.search(value):
        raise DutchNumberError(value, quoted(value))
    return amount


class Weight(NamedTuple):
    """How strongly: a label (+, ++, +++) counts its signs, a number counts itself."""

    scale: str
    value: Decimal
    text: str


def read_weight(value: Any) -> Weight:
    """Read a weight: "+", "++", "+++", a plain number, or a percentage such as "30%"."""
    if not isinstance(value, str):
        raise ValueError("weight")
    if value in ("+", "++", "+++"):
        return Weight("labels", Decimal(len(value)), value)
    amount = read_value(value)
    if isinstance(amount, str) or amount.unit not in (None, "%") or amount.value < 0:
        raise ValueError("weight")
    share = amount.value / 100 if amount.unit == "%" else amount.value
    return Weight("number", share, str(value))


def read_euros(value: Any) -> Amount | str:
    """Read an amount of money in euros, or `unknown`.

    Raises:
        EuroSignError: Dutch notation that only lacks the euro sign; other errors as `read_value`.
    """
    if value == UNKNOWN:
        return UNKNOWN
    try:
        amount = read_value(value)
    except DutchNumberError as error:
        raise _in_euros(error) from error
    if isinstance(amount, str) or amount.unit not in (None, "€", "euro"):
        raise ValueError("euros")
    return amount._replace(unit="€")


def _in_euros(error: DutchNumberError) -> ValueError:
    """Return what is wrong with an amount in Dutch notation: its quotes, its euro sign, or that it is no money."""
    whole = parse_amount(error.text) if error.plain == quoted(error.text) else None
    if whole is not None:
        return error if whole.unit in (None, "€", "euro") else ValueError("euros")
    return EuroSignError(error.text, quoted(_FIRST_DIGIT.sub("€ \\g<0>", error.text, count=1)))


LIGHTS = ("green", "orange", "red", "grey", UNKNOWN)
"""What the status of an aspect can be."""
_LIGHTS = {spelling: english for english in LIGHTS for spelling in (english, VALUES["status"][english])}


def read_light(value: Any) -> str:
    """Read the colour of an aspect, in either language."""
    if not isinstance(value, str) or value not in _LIGHTS:
        raise ValueError("light")
    return _LIGHTS[value]


DateField = Annotated[ImpreciseDate | str, Reader(read_date)]
PeriodField = Annotated[Period | str, Reader(read_period)]
WholeField = Annotated[int | str, Reader(read_whole)]
StepField = Annotated[int | str, Reader(read_step)]
ValueField = Annotated[Amount | str, Reader(read_value)]
WeightField = Annotated[Weight, Reader(read_weight)]
EurosField = Annotated[Amount | str, Reader(read_euros)]

Provenance = Annotated[str, OneOf("provenance")]
Substantiation = Annotated[str, OneOf("substantiation")]
Steering = Annotated[str, OneOf("steering")]
Track = Annotated[str, OneOf("track")]
Qualifier = Annotated[str, OneOf("qualifier")]
Stream = Annotated[str, OneOf("stream")]
Nature = Annotated[str, OneOf("nature")]
Per = Annotated[str, OneOf("per")]
Recurrence = Annotated[str, OneOf("recurrence")]
MoneyType = Annotated[str, OneOf("type", ("expense", "contribution", "ceiling", "saving", "part_of", UNKNOWN))]
Light = Annotated[str, Reader(read_light)]
Texts = tuple[str, ...]


def scalar_as(field: str, data: Any) -> Any:
    """Turn a short form, one scalar, into the mapping with only that field; a mapping passes."""
    return {field: data} if isinstance(data, str) else data


class Evidence(Record):
    """Where something comes from: fields that values and elements share."""

    provenance: Provenance | None = None
    source: Texts = ()
    verbatim: str | None = None
    reason: str | None = None
    note: Texts = ()


class Quantity(Evidence):
    """A value: a number with its unit, or a step of an ordinal scale ("gemiddeld"), "pm" or "unknown"."""

    short = partial(scalar_as, "value")

    value: ValueField = UNKNOWN
    unit: str | None = None
    qualifier: Qualifier | None = None
    group: str | None = None
    relative_to: str | None = None
    base_year: WholeField | None = None
    date: DateField | None = None


class Money(Evidence):
    """An amount in euros. Only expenses and contributions are ever summed, per stream."""

    short = partial(scalar_as, "amount")

    amount: EurosField = UNKNOWN
    type: MoneyType = UNKNOWN
    payer: str | None = None
    stream: Stream = UNKNOWN
    nature: Nature = UNKNOWN
    period: PeriodField | None = None
    per: Per = UNKNOWN
    qualifier: Qualifier | None = None
    description: str | None = None


_RECURRENCES = {spelling: english for english, dutch in VALUES["recurrence"].items() for spelling in (english, dutch)}


def short_planning(data: Any) -> Any:
    """Turn the short form of a planning into the long one; a mapping passes."""
    if not isinstance(data, str):
        return data
    if data == UNKNOWN:
        return {"start": UNKNOWN, "end": UNKNOWN}
    if data in _RECURRENCES:
        return {"recurrence": _RECURRENCES[data]}
    period = _reading(parse_period, data, "period")
    return {"start": period.start or UNKNOWN, "end": period.end or OPEN}


class Planning(Evidence):
    """When something runs; imprecise, open, recurring or unknown."""

    short = short_planning

    start: DateField | None = None
    end: DateField | None = None
    recurrence: Recurrence | None = None


class Statement(Evidence):
    """A mission, vision or ambition as one source has it, in our words."""

    short = partial(scalar_as, "text")

    text: str


def read_reason(value: Any) -> str:
    """Read a reason that somebody has to give; blank or `unknown` is none and raises ValueError("reason")."""
    if not isinstance(value, str) or not value.strip() or value == UNKNOWN:
        raise ValueError("reason")
    return value


class Acceptance(Record):
    """Why a finding is accepted, by whom, and until when."""

    short = partial(scalar_as, "reason")

    reason: Annotated[str, Reader(read_reason)]
    by: str | None = None
    valid_until: Annotated[ImpreciseDate | str, Reader(read_last_day)] | None = None


class Aspect(Record):
    """One of the seven aspects of a progress report."""

    short = partial(scalar_as, "status")

    status: Light = UNKNOWN
    explanation: str | None = None
    cause: str | None = None
    effect: str | None = None
    response: str | None = None


def number_of(quantity: Quantity | None) -> Decimal | None:
    """Return the number of a quantity, or None where it has none (ordinal, pm, unknown, absent)."""
    return quantity.value.value if quantity is not None and isinstance(quantity.value, Amount) else None


def unit_of(quantity: Quantity) -> str | None:
    """Return the unit of a quantity: the one beside it, else the one in its text."""
    return quantity.unit or (quantity.value.unit if isinstance(quantity.value, Amount) else None)
