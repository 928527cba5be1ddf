"""What to write in place of a date, a number or an id that is not in the grammar: never more than the text says.

Every proposal is in the grammar: what would not be read is not proposed. Nothing here is needed for a model without faults, so the
expressions are made when they are first used.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterable
from typing import Any

from dinkit.finding import Text
from dinkit.model.dates import parse_date, parse_period
from dinkit.model.numbers import AmbiguousNumberError, Amount, DutchNumberError, UnknownWordError, parse_amount, quoted, unquoted
from dinkit.model.values import Quoted, read_euros, read_value
from dinkit.model.vocabulary import ENGLISH_KEY, UNKNOWN, spell_key, spell_value
from dinkit.pattern import pattern
from dinkit.reading.spelling import clearly_meant

_MONTHS = (
    ("januari", "january", "jan"), ("februari", "february", "feb"), ("maart", "march", "mrt"), ("april", "april", "apr"), ("mei", "may"), ("juni", "june", "jun"),
    ("juli", "july", "jul"), ("augustus", "august", "aug"), ("september", "september", "sept", "sep"), ("oktober", "october", "okt", "oct"),
    ("november", "november", "nov"), ("december", "december", "dec"),
)  # fmt: skip
_MONTH = {name: f"{number:02}" for number, names in enumerate(_MONTHS, 1) for name in names}
_SEASONS = ("voorjaar", "lente", "spring", "zomer", "summer", "najaar", "herfst", "autumn", "winter")
_ORDINALS = {"eerste": 1, "first": 1, "tweede": 2, "second": 2, "derde": 3, "third": 3, "vierde": 4, "fourth": 4}
_PARTS = {
    "begin": ("Q1", "01"), "early": ("Q1", "01"), "medio": ("Q2", "Q3"), "mid": ("Q2", "Q3"), "halverwege": ("Q2", "Q3"),
    "eind": ("Q4", "12"), "einde": ("Q4", "12"), "late": ("Q4", "12"), "end": ("Q4", "12"),
}  # fmt: skip
"""Words that leave open which part of the year they mean: both readings are named."""
_BETWEEN = ("..", "…", " tot en met ", "t/m", " tm ", " to ", " through ", "–", "—", " - ", "-")
_YEAR = r"(?:(?:van|of|in) )?([12][0-9]{3})"
_NTH = rf"([1-4])(?:e|de|ste|st|nd|rd|th)?|({'|'.join(_ORDINALS)})"
_ABOUT = {
    "circa": r"ca\.?|c\.|±|\+/-|ongeveer|zo'n|rond|rond de|plm\.?|about|approx\.?|around",
    "minstens": r"min\.|minimaal|ten minste|tenminste|≥|>=",
    "hoogstens": r"max\.?|maximaal|ten hoogste|≤|<=",
}

_SCALES = {
    "duizend": "k K mille dzd",
    "mln": "M mio Mio mljn Mln MLN mn",
    "mrd": "mld Mrd MRD",
    "miljoen": "Miljoen million",
    "miljard": "Miljard billion",
}
"""Other spellings of the words that multiply an amount."""


_UNKNOWN = ("onbekend", UNKNOWN)
_BARE = pattern(r"[\w.+-]+")
"""A number or a word that needs no quotes."""
_RATE = pattern(r"(.*[^\s])\s+(per (?:inwoner|inhabitant)\b.*)", re.IGNORECASE)


def dates(text: str, *, period: bool) -> Text | None:
    """Return the ways to write what a text means as a date, or where `period` holds as a period; None where that is not certain.

    >>> dates("eind 2028", period=False)
    Text(nl='2028-Q4 of 2028-12', en='2028-Q4 or 2028-12')
    >>> dates("2027 t/m 2028", period=True).nl
    '2027..2028'
    """
    if (absent := _no_such_day(text)) is not None:
        return absent
    plain = " ".join(text.lower().split())
    found = _one_date(plain) or (_period(plain) if period else [])
    found = [one for one in found if _reads(parse_period if period else parse_date, one)]
    return Text(" of ".join(found), " or ".join(found)) if found else None


def number(text: str) -> Text | None:
    """Return how to write a number with a word that dinkit knows by another spelling, or what it does not know behind an amount.

    >>> number("ca. 2000 bezoekers").nl, number("€ 2M").nl, number("€ 2,5 ton").nl
    ('"circa 2000 bezoekers"', '"€ 2 mln"', '"€ 250.000"')
    """
    for word, spellings in _ABOUT.items():
        match = re.fullmatch(rf"(?:{spellings})\s*((?:€\s*)?[0-9].*)", text.strip(), re.IGNORECASE)
        if match and _reads(read_value, Quoted(f"{word} {match[1]}")):
            return _same(quoted(f"{word} {match[1]}"))
    try:
        parse_amount(text)
    except UnknownWordError as error:
        return _in_full(error.text, error.behind)
    except ValueError:
        return None
    return None


def rate(text: str, key: str, language: str) -> Text | None:
    """Return how euros for each inhabitant are written; None where a text says no such thing.

    Args:
        text: the value.
        key: where it stands: "amount", or "value" for any other number.
        language: the language of the file.

    >>> rate("€ 25 per inwoner", "amount", "nl").nl
    "'bedrag: 25' en daarnaast 'per: inwoner'"
    >>> print(rate("€ 25 per inhabitant", "value", "en").en)
    'value: 25' and beside it 'unit: "€ per inhabitant"'
    """
    found = _RATE.fullmatch(text)
    if found is None or not _reads(read_euros, Quoted(found[1])):
        return None
    amount = read_euros(Quoted(found[1]))
    plain = f"{amount.value:f}" if isinstance(amount, Amount) and amount.qualifier is None else quoted(found[1])
    written = f"{spell_key(key, language)}: {plain}"
    beside = f"per: {spell_value('per', 'inhabitant', language)}" if key == "amount" else f'{spell_key("unit", language)}: "€ {found[2]}"'
    return Text(f"'{written}' en daarnaast '{beside}'", f"'{written}' and beside it '{beside}'")


def numbers(text: str, *, euros: bool = False) -> list[str]:
    """Return how a number is written, in each way in which a text can mean one; nothing where it is none.

    >>> numbers("55%"), numbers("1.200"), numbers("€ 2 ton", euros=True), numbers("3 in 2028")
    (['"55%"'], ['1200', '1.2'], ['"€ 200.000"'], [])
    """
    read = read_euros if euros else read_value
    if text in _UNKNOWN:
        return [text]
    try:
        read(Quoted(text))
    except AmbiguousNumberError as error:
        return [error.dutch, error.english]
    except DutchNumberError as error:
        return [error.plain]
    except ValueError:
        told = number(text)
        return [told.nl] if told is not None and told.nl[0] in "'\"" and _reads(read, Quoted(unquoted(told.nl))) else []
    return [text if _BARE.fullmatch(text) else quoted(text)]


def amounts(text: str) -> list[str]:
    """Return how an amount in euros is written, in each way in which a text can mean one: with the euro sign where it needs that.

    >>> amounts("2 ton"), amounts("€ 12"), amounts("3 banen")
    (['"€ 200.000"'], ['"€ 12"'], [])
    """
    signed = text if "€" in text else re.sub("[0-9]", r"€ \g<0>", text, count=1)
    return min([made for one in (text, signed) if (made := numbers(one, euros=True))], key=len, default=[])


def periods(text: str, *, period: bool = True) -> list[str]:
    """Return how a period (else a date) is written, in each way in which a text can mean one; nothing where it is none.

    >>> periods("2027-2028"), periods("eind 2028"), periods("lang")
    (['2027..2028'], ['2028-Q4', '2028-12'], [])
    """
    read = parse_period if period else parse_date
    if text in _UNKNOWN or _reads(read, text):
        return [text]
    meant = dates(text, period=period)
    return [one for one in meant.nl.split(" of ") if _reads(read, one)] if meant is not None else []


def proper_id(given: str) -> str | None:
    """Return the id that is nearest to what somebody wrote as one, or None where nothing of it can stand.

    >>> proper_id("Café Binnenstad"), proper_id("1-groen"), proper_id("2027")
    ('cafe-binnenstad', 'groen-1', None)
    """
    plain = "".join(one for one in unicodedata.normalize("NFKD", given.lower()) if not unicodedata.combining(one))
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    digits = re.match(r"[0-9-]*", words)
    first = digits[0].strip("-") if digits else ""
    made = "-".join(part for part in (words[len(digits[0]) if digits else 0 :], first) if part)
    return made if re.match("[a-z]", made) and len(made) <= 80 and made not in ENGLISH_KEY and made != "onbekend" else None


def as_key(name: str) -> str | None:
    """Return an id made of a name, of its first words where it is long."""
    made = proper_id(" ".join(name.split()[:4]))
    return made if made and len(made) <= 40 else None


def _same(written: str) -> Text:
    return Text(written, written)


def _in_full(text: str, behind: str) -> Text:
    """Return how an amount is written in full, or which word behind it is not known."""
    amount = text.removesuffix(behind)
    word = re.match(r"[^\W\d_]*\.?", behind)
    short = word[0].rstrip(".") if word else ""
    rest = behind[len(word[0]) if word else 0 :]
    written = _tons(amount) if short.lower() == "ton" else _multiplied(amount, short)
    if written and _reads(read_value, Quoted(written + rest)):
        return _same(quoted(written + rest))
    return Text(
        f"het bedrag voluit: achter een bedrag kent dinkit '{behind}' niet (wel: duizend, mln, mrd, per jaar, structureel, excl. btw)",
        f"the amount in full: dinkit does not know '{behind}' behind an amount (but: duizend, mln, mrd, per year, structural, excl. vat)",
    )


def _multiplied(amount: str, short: str) -> str | None:
    """Return an amount with the multiplier that a word stands for; None for another word, and where the amount has one already."""
    scale = next((full for full, spellings in _SCALES.items() if short in spellings.split()), None)
    scale = scale or clearly_meant(short, ("miljoen", "miljard", "duizend"))
    return f"{amount.strip()} {scale}" if scale and amount.rstrip()[-1:].isdigit() else None


def _tons(amount: str) -> str | None:
    """Return an amount of so many tons, which are a hundred thousand euros each, in euros; None where that is no whole number."""
    number = re.search(r"[0-9][0-9.,]*\s*\Z", amount)
    if number is None or not _reads(parse_amount, f"€ {number[0]}"):
        return None
    euros = parse_amount(f"€ {number[0]}").value * 100_000
    whole = f"{euros:,.0f}".replace(",", ".")
    return amount[: number.start()] + whole if euros == euros.to_integral_value() else None


def _reads(read: Callable[[Any], Any], text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True


def _no_such_day(text: str) -> Text | None:
    """Return what there is to say of a day that its month does not have."""
    match = re.fullmatch(r"([12][0-9]{3})-(0[1-9]|1[0-2])-([0-9]{2})", text)
    if match is None or _reads(parse_date, text):
        return None
    days, name = monthrange(int(match[1]), int(match[2]))[1], _MONTHS[int(match[2]) - 1]
    return Text(
        f"een dag die er is: {name[0]} {match[1]} heeft {days} dagen", f"a day that exists: {name[1].capitalize()} {match[1]} has {days} days"
    )


def _one_date(text: str) -> list[str]:
    """Return how one date is written, in as many ways as its words can be meant."""
    if match := re.fullmatch(r"([0-3]?[0-9])[-/.]([01]?[0-9])[-/.]([12][0-9]{3})", text):
        return [f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}"]
    if match := re.fullmatch(rf"({'|'.join(_PARTS)})[ -]{_YEAR}", text):
        return [f"{match[2]}-{part}" for part in _PARTS[match[1]]]
    if match := re.fullmatch(rf"(?:de )?({'|'.join(_SEASONS)}) {_YEAR}", text):
        # The winter of 2027 may be the one that begins or the one that ends in that year.
        years: Iterable[int] = (int(match[2]), int(match[2]) + 1) if match[1] == "winter" else (int(match[2]),)
        return [f"{year}-{match[1]}" for year in years]
    if match := re.fullmatch(rf"(?:([0-3]?[0-9]) )?({'|'.join(_MONTH)})\.? {_YEAR}", text):
        return [f"{match[3]}-{_MONTH[match[2]]}" + (f"-{int(match[1]):02}" if match[1] else "")]
    if match := re.fullmatch(r"(0?[1-9]|1[0-2])[-/]([12][0-9]{3})", text):
        return [f"{match[2]}-{int(match[1]):02}"]
    if match := re.fullmatch(r"([12][0-9]{3})[-/](0?[1-9]|1[0-2])", text):
        return [f"{match[1]}-{int(match[2]):02}"]
    return _part_of_year(text)


def _part_of_year(text: str) -> list[str]:
    if match := re.fullmatch(rf"([qh])([1-4])[ -]?{_YEAR}", text):
        return [f"{match[3]}-{match[1].upper()}{match[2]}"]
    if match := re.fullmatch(r"([12][0-9]{3})[ -]?([qh])([1-4])", text):
        return [f"{match[1]}-{match[2].upper()}{match[3]}"]
    if match := re.fullmatch(rf"(?:de |het |the )?(?:{_NTH}) ?(kwartaal|quarter|helft|half|halfjaar|half year)(?: van| of)? {_YEAR}", text):
        part = int(match[1]) if match[1] else _ORDINALS[match[2]]
        return [f"{match[4]}-{'Q' if match[3] in ('kwartaal', 'quarter') else 'H'}{part}"]
    return []


def _period(text: str) -> list[str]:
    """Return how a period is written: two dates, or one with an open end."""
    if match := re.fullmatch(r"(?:vanaf|sinds|from|since) (.+)", text):
        return [f"{start}.." for start in _exactly(match[1])]
    if match := re.fullmatch(r"(?:tot en met|t/m|tm|up to and including) (.+)", text):
        return [f"..{end}" for end in _exactly(match[1])]
    between = next((sign for sign in _BETWEEN if sign in text), None)
    if between is None:
        return []
    first, _, last = text.removeprefix("van ").removeprefix("from ").partition(between)
    ends = list(_exactly(last.strip()))
    starts = list(_exactly(first.strip())) or (list(_exactly(f"{first.strip()} {ends[0][:4]}")) if ends else [])
    return [f"{start}..{end}" for start in starts for end in ends if parse_date(start).first <= parse_date(end).last]


def _exactly(text: str) -> Iterable[str]:
    """Yield the one date that a text means; nothing where it can mean two."""
    found = [text.upper()] if _reads(parse_date, text.upper()) else [text] if _reads(parse_date, text) else _one_date(text)
    if len(found) == 1 and _reads(parse_date, found[0]):
        yield found[0]
