"""Numbers as files write them: plain with a point, or Dutch notation together with its unit.

The grammar is our own: no nan, no inf, no underscores, no exponents, and never a guess. "2.200" alone could be two
thousand two hundred or two and a fifth, so it is refused with both readings.
"""

from __future__ import annotations

import re
from decimal import Decimal

from dinkit.model.vocabulary import VALUES
from dinkit.pattern import pattern
from dinkit.tuples import NamedTuple


class AmbiguousNumberError(ValueError):
    """A number that a Dutch and an English reader would read differently."""

    def __init__(self, text: str, dutch: str, english: str) -> None:
        self.text, self.dutch, self.english = text, dutch, english
        super().__init__(text)


class DutchNumberError(ValueError):
    """A number in Dutch notation that stands without quotes or without its unit; `plain` says the same in full."""

    def __init__(self, text: str, plain: str) -> None:
        self.text, self.plain = text, plain
        super().__init__(text)


class EuroSignError(DutchNumberError):
    """An amount of money in Dutch notation without its unit; `plain` is the same with the euro sign."""


class UnknownWordError(ValueError):
    """An amount with its currency and behind it a word that dinkit does not know there, such as "ton": it may change the number."""

    def __init__(self, text: str, behind: str) -> None:
        self.text, self.behind = text, behind
        super().__init__(text)


class Amount(NamedTuple):
    """A number with what stood around it."""

    value: Decimal
    unit: str | None
    qualifier: str | None


_PLAIN = pattern(r"[+-]?[0-9]+(?:\.[0-9]+)?\Z")
_AMBIGUOUS = pattern(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}\Z")
_GROUPED = pattern(r"[+-]?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?\Z|[+-]?[0-9]+,[0-9]+\Z")
_WITH_UNIT = pattern(
    r"(?P<before>[^0-9+-]*?)\s*(?P<number>[+-]?[0-9][0-9.]*(?:,[0-9]+)?)(?P<cents>,-)?\s*(?P<scale>miljoen|mln\.?|duizend|miljard|mrd\.?)?\s*(?P<unit>.*?)\s*\Z"
)
_LONGEST = 120
"""Characters of an amount with its unit; what is longer is a sentence."""
_MOST_DIGITS = 18
_NO_UNIT = pattern(r"[^\w%‰€$£°²³/'\"(]|[0-9_]|[exEX][0-9a-fA-F+-]+\Z")
"""How no unit begins: what follows the number then belongs to another notation, such as 1e3, 0x10, 1_000 or 10-20."""
_SECOND_NUMBER = pattern(r"(?<![\w.,])[0-9]|[+;=<>]")
_PER = pattern(r"\b(?:per|op de) [0-9][0-9.]*")
_CURRENCY = pattern(r"€|\beur\b", re.IGNORECASE)
_EUROS = ("€", "euro")
_EITHER = pattern(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}\Z")
"""A fraction in Dutch, thousands in English."""
BESIDE_MONEY = (
    "euro", "per jaar", "per year", "jaarlijks", "yearly", "eenmalig", "one-off", "incidenteel", "incidental",
    "structureel", "structural", "in totaal", "in total", "incl. btw", "excl. btw", "inclusief btw", "exclusief btw", "incl. vat", "excl. vat",
)  # fmt: skip
"""What may stand behind an amount with its currency: it leaves the number as it is. Anything else may make another number of it; "per inwoner" does."""
_BESIDE = pattern(r"(?:[\s,]*\(?(?:" + "|".join(map(re.escape, BESIDE_MONEY)) + r")\b\)?)*\Z", re.IGNORECASE)
_SCALES = {"duizend": 3, "miljoen": 6, "mln": 6, "miljard": 9, "mrd": 9}
_QUALIFIERS = {
    spelling: english for english, dutch in VALUES["qualifier"].items() for spelling in (dutch.replace("_", " "), english.replace("_", " "))
}


def parse_number(text: str) -> Decimal:
    """Read a plain number: 2200, -3, 1.22.

    Raises:
        AmbiguousNumberError: "2.200" or "2,200": a group of three digits after one point or comma.
        DutchNumberError: "1,22", "1.234.567" or "1.234,5".
        ValueError: anything else that is no number.

    >>> parse_number("1.22")
    Decimal('1.22')
    """
    if len(text) > _MOST_DIGITS:
        raise ValueError(text)
    if _AMBIGUOUS.match(text):
        raise AmbiguousNumberError(text, text.replace(".", ""), _certain(Decimal(text)))
    if _EITHER.match(text):
        raise AmbiguousNumberError(text, _certain(_dutch(text)), text.replace(",", ""))
    if _PLAIN.match(text):
        return Decimal(text)
    if _GROUPED.match(text):
        raise DutchNumberError(text, str(_dutch(text)))
    raise ValueError(text)


def parse_amount(text: str) -> Amount:
    """Read a number in Dutch notation with its unit: "1,22%", "€ 4,8 mln", "circa 50 deelnemers".

    The unit is what makes the reading certain; without one the text must be a plain number. EUR is read as the euro sign, and so is ",-".

    Raises:
        AmbiguousNumberError: as `parse_number`; or "€ 200,000".
        UnknownWordError: "€ 2 ton": behind an amount with its currency stands what may change the number.
        DutchNumberError, ValueError: as `parse_number`.

    >>> parse_amount("€ 4,8 mln")
    Amount(value=Decimal('4800000'), unit='€', qualifier=None)
    >>> parse_amount("circa 2.200 dossiers")
    Amount(value=Decimal('2200'), unit='dossiers', qualifier='about')
    """
    match = _WITH_UNIT.match(text.strip()) if len(text) <= _LONGEST else None
    if match is None or len(match["number"]) > _MOST_DIGITS or not _is_unit(match["unit"]):
        raise ValueError(text)
    currency, qualifier = _before(match["before"].strip())
    unit = currency or _unit_of(match)
    if unit is None:
        return Amount(_without_unit(match), None, qualifier)
    if currency and not _BESIDE.match(match["unit"]):
        raise UnknownWordError(text.strip(), match["unit"])
    if unit in _EUROS and not match["scale"] and _EITHER.match(match["number"]):
        raise AmbiguousNumberError(text.strip(), _certain(_dutch(match["number"])), match["number"].replace(",", ""))
    exponent = _SCALES.get((match["scale"] or "").rstrip("."), 0)
    value = _dutch(match["number"]).scaleb(exponent)
    return Amount(value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize(), unit, qualifier)


def quoted(text: str) -> str:
    r"""Put a text in the quotes in which YAML reads it back unchanged.

    >>> quoted("€ 4,8 mln"), quoted('12 "fte"')
    ('"€ 4,8 mln"', '\'12 "fte"\'')
    """
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def unquoted(written: str) -> str:
    """Return the text that `quoted` put in quotes.

    >>> unquoted(quoted("'s-Hertogenbosch")), unquoted(quoted('12 "fte"'))
    ("'s-Hertogenbosch", '12 "fte"')
    """
    return written[1:-1].replace("''", "'") if written[:1] == "'" else written[1:-1]


def _without_unit(match: re.Match[str]) -> Decimal:
    """Read a number without a unit; an error says the whole of it, with the word before it and "miljoen" behind it."""
    before, number, scale = match["before"].strip(), match["number"], match["scale"]

    def full(plain: str) -> str:
        value = f"{Decimal(plain).scaleb(_SCALES[scale.rstrip('.')]):f}" if scale else plain
        return f"{before} {value}".strip()

    given = match.string.strip()
    try:
        value = parse_number(number)
    except AmbiguousNumberError as error:
        raise AmbiguousNumberError(given, full(error.dutch), full(error.english)) from error
    except DutchNumberError as error:
        raise DutchNumberError(given, full(error.plain)) from error
    if scale:
        raise DutchNumberError(given, full(str(value)))
    return value


def _certain(value: Decimal) -> str:
    """Write a plain number so that it is read as just that: three digits behind the point would be two things again.

    >>> _certain(Decimal("2.200")), _certain(Decimal("1.234"))
    ('2.2', '1.2340')
    """
    plain = f"{value.normalize():f}"
    return f"{plain}0" if _AMBIGUOUS.match(plain) else plain


def _is_unit(unit: str) -> bool:
    """Say whether what follows a number can be its unit: a second number would make it a range or a sum."""
    return _NO_UNIT.match(unit) is None and _SECOND_NUMBER.search(_PER.sub("", unit)) is None


def _unit_of(match: re.Match[str]) -> str | None:
    """Return the unit behind a number; ",-" is only written behind euros."""
    unit: str = match["unit"]
    if not unit:
        return "€" if match["cents"] else None
    return "€" if _CURRENCY.fullmatch(unit) else unit


def _before(words: str) -> tuple[str | None, str | None]:
    currency = "€" if _CURRENCY.search(words) else None
    rest = _CURRENCY.sub("", words).strip().lower()
    if rest and rest not in _QUALIFIERS:
        raise ValueError(words)
    return currency, _QUALIFIERS.get(rest)


def _dutch(number: str) -> Decimal:
    """Read a number of which the notation is certain: points group by three, a comma is decimal; without either a point is decimal."""
    if _GROUPED.match(number):
        return Decimal(number.replace(".", "").replace(",", "."))
    if _PLAIN.match(number.rstrip(".")):
        return Decimal(number.rstrip("."))
    raise ValueError(number)
