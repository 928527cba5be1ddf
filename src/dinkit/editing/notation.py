"""Numbers and dates as spreadsheets and statistics offices write them.

A cell such as "1.234" is read by what the rest of the file shows: a decimal comma elsewhere makes it 1234, a decimal point elsewhere
1.234. Where nothing shows it, the sign between the columns decides: systems that write decimal commas put a semicolon there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dinkit.model.dates import ImpreciseDate, parse_date
from dinkit.model.numbers import AmbiguousNumberError, Amount, DutchNumberError, parse_amount

_NUMBER = re.compile(r"(?P<before>[^0-9+-]*)(?P<number>[+-]?[0-9](?:[0-9.,]*[0-9])?)(?P<after>.*)\Z")
_PLAIN = re.compile(r"[+-]?[0-9]+\Z")
_EITHER = re.compile(r"[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}\Z")
"""A group of three behind one sign: thousands to one reader, decimals to the other."""
_DUTCH = re.compile(r"[+-]?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+),[0-9]+\Z|[+-]?[0-9]{1,3}(?:\.[0-9]{3}){2,}\Z")
_ENGLISH = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)\.[0-9]+\Z|[+-]?[0-9]{1,3}(?:,[0-9]{3}){2,}\Z")
_SPACED = re.compile(r"(?<![0-9])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")
"""Thousands with spaces between them, as statistics offices print."""
_MOST_DIGITS = 18

_DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})[-/.](?P<month>[0-9]{1,2})[-/.](?P<year>[12][0-9]{3})\Z")
_MIDNIGHT = re.compile(r"[T ]0?0:00(?::00(?:\.0+)?)?\Z")
_PERIOD = re.compile(r"(?P<year>[12][0-9]{3})(?P<sort>JJ|HJ|KW|MM)(?P<part>[0-9]{2})\Z")
_PARTS = {"HJ": ("H", 2), "KW": ("Q", 4), "MM": ("", 12)}
_LOOKS_LIKE_A_DATE = re.compile(r"[12][0-9]{3}(?:-[0-9]{1,2}){1,2}\Z|[12][0-9]{3}-?[A-Z]{1,2}[0-9]{1,2}\Z")


class NoNumberError(ValueError):
    """A cell holds no number."""


class EitherNumberError(ValueError):
    """A cell can be read as two numbers; `dutch` and `english` say which."""

    def __init__(self, dutch: Decimal, english: Decimal) -> None:
        self.dutch, self.english = dutch, english
        super().__init__(f"{dutch} or {english}")


class NoDateError(ValueError):
    """A cell holds no date; `in_grammar` says that it is one which the calendar does not have."""

    def __init__(self, text: str, *, in_grammar: bool) -> None:
        self.in_grammar = in_grammar
        super().__init__(text)


class Style(NamedTuple):
    """Which notation the numbers of a file have, as far as they show it."""

    dutch: bool
    english: bool
    assume_dutch: bool
    """What to take where neither shows: Dutch, or nothing."""


def style_of(cells: Iterable[str], delimiter: str) -> Style:
    """Return the notation of the numbers in a column."""
    numbers = [match["number"] for match in map(_NUMBER.match, map(plain_cell, cells)) if match and not _EITHER.match(match["number"])]
    dutch, english = any(map(_DUTCH.match, numbers)), any(map(_ENGLISH.match, numbers))
    return Style(dutch, english, delimiter != ",")


def plain_cell(cell: str) -> str:
    """Return a cell with ordinary spaces and minus signs, and without spaces between thousands.

    >>> plain_cell(" \u22126\u00a0841\u00a0800 ")
    '-6841800'
    """
    text = " ".join(cell.replace("\u2212", "-").split())
    return _SPACED.sub(lambda match: match[0].replace(" ", ""), text)


def read_number(cell: str, style: Style) -> Amount:
    """Read a cell: a number with what stands before and behind it.

    Raises:
        EitherNumberError: nothing tells which of two numbers it is.
        NoNumberError: anything else.

    >>> read_number("1.234,5", Style(False, False, False)), read_number("1,22%", Style(False, False, False))
    (Amount(value=Decimal('1234.5'), unit=None, qualifier=None), Amount(value=Decimal('1.22'), unit='%', qualifier=None))
    """
    match = _NUMBER.match(plain_cell(cell))
    if match is None or len(match["number"]) > _MOST_DIGITS:
        raise NoNumberError(cell)
    number = _read(match["number"], style)
    shown = f"{number:f}".replace(".", ",")
    try:
        if not match["after"].strip() and "€" not in match["before"]:
            return parse_amount(f"{match['before']}1")._replace(value=number)
        amount = parse_amount(f"{match['before']}{shown}{match['after']}")
    except (AmbiguousNumberError, DutchNumberError, ValueError) as error:
        raise NoNumberError(cell) from error
    return amount._replace(value=number) if amount.value == number else amount


def is_either(cell: str) -> bool:
    """Say whether a Dutch and an English reader would read the cell differently."""
    match = _NUMBER.match(plain_cell(cell))
    return match is not None and _EITHER.match(match["number"]) is not None


def read_date(cell: str) -> ImpreciseDate:
    """Read a date: as files write it, day first, or as a period of Statistics Netherlands.

    Raises:
        NoDateError: it is none, or the calendar does not have it.

    >>> [read_date(cell).text for cell in ("2019", "31-12-2019", "1/2/2019", "2019KW03", "2019JJ00", "2019MM07", "2019-q3")]
    ['2019', '2019-12-31', '2019-02-01', '2019-Q3', '2019', '2019-07', '2019-Q3']
    """
    text = _MIDNIGHT.sub("", cell.strip())
    day_first, period = _DAY_FIRST.match(text), _PERIOD.match(text.upper())
    if day_first:
        try:
            day = date(int(day_first["year"]), int(day_first["month"]), int(day_first["day"]))
        except ValueError as error:
            raise NoDateError(cell, in_grammar=True) from error
        return parse_date(day.isoformat())
    if period:
        return _period(period, cell)
    for spelling in (text, text.upper(), text.lower()):
        try:
            return parse_date(spelling)
        except ValueError:
            continue
    raise NoDateError(cell, in_grammar=_LOOKS_LIKE_A_DATE.match(text.upper()) is not None)


def _period(match: re.Match[str], cell: str) -> ImpreciseDate:
    part = int(match["part"])
    if match["sort"] == "JJ":
        return parse_date(match["year"])
    letter, most = _PARTS[match["sort"]]
    if not 1 <= part <= most:
        raise NoDateError(cell, in_grammar=True)
    return parse_date(f"{match['year']}-{letter}{part}" if letter else f"{match['year']}-{part:02}")


def _read(number: str, style: Style) -> Decimal:
    if _PLAIN.match(number):
        return Decimal(number)
    dutch, english = number.replace(".", "").replace(",", "."), number.replace(",", "")
    if _EITHER.match(number):
        if style.dutch == style.english and (style.dutch or not style.assume_dutch):
            raise EitherNumberError(Decimal(dutch), Decimal(english))
        return Decimal(english if style.english else dutch)
    if _DUTCH.match(number):
        return Decimal(dutch)
    if _ENGLISH.match(number):
        return Decimal(english)
    raise NoNumberError(number)
