"""The words and columns of the `money` analysis, in both languages."""

from __future__ import annotations

from decimal import Decimal

from dinkit.analyses import _account_words as say
from dinkit.analyses._money import Entry, Sum, When, qualifier_of, value_of
from dinkit.analysis import Cell, Column
from dinkit.finding import Text

PAYER_WORDS = {
    "own": Text("eigen", "own"),
    "other": Text("anderen", "others"),
    "unknown": Text("niet genoemd", "not named"),
}
NATURE_WORDS = say.coded("nature")
STREAM_WORDS = say.coded("stream")
PER_WORDS = say.coded("per")
ROLE_WORDS = {
    "ceiling": Text("plafond", "ceiling"),
    "saving": Text("besparing", "saving"),
    "part_of": Text("deel van een ander bedrag", "part of another amount"),
    "untyped": Text("soort onbekend", "type unknown"),
    "rate": Text("tarief per inwoner", "rate per inhabitant"),
    "aside": Text("bij programma of afspraak", "at a programme or agreement"),
    "same_work": Text("zelfde werk, elders geteld", "same work, counted elsewhere"),
    "same_money": Text("zelfde geld, bij de inspanning geteld", "same money, counted at the effort"),
}

STREAM = Column("stream", Text("geldstroom", "stream"), Text("uit welk budget het komt", "which budget it comes from"), STREAM_WORDS)
PAYER = Column(
    "payer",
    Text("betaler", "payer"),
    Text("de eigen organisatie, anderen, of niet genoemd", "the own organisation, others, or not named"),
    PAYER_WORDS,
)
NATURE = Column(
    "nature",
    Text("aard", "nature"),
    Text("eenmalig, structureel of onbekend; wordt niet bij elkaar opgeteld", "one-off, structural or unknown; these are not added up"),
    NATURE_WORDS,
)
PER = Column(
    "per",
    Text("per", "per"),
    Text("per jaar of in totaal; wordt niet bij elkaar opgeteld", "per year or in total; these are not added up"),
    PER_WORDS,
)
WHEN = Column("when", Text("jaar", "year"), Text("het jaar of de jaren; leeg: niet genoemd", "the year or years; empty: not named"))
AMOUNT = Column(
    "amount",
    Text("bedrag", "amount"),
    Text("in euro's; onbekend: de bron zegt het niet", "in euros; unknown: the source does not say"),
    say.UNKNOWN_WORDS,
)
QUALIFIER = Column("qualifier", Text("hoe precies", "how exact"), Text("circa, ruim: niet exact", "about, over: not exact"), say.coded("qualifier"))
TYPE = Column(
    "type",
    Text("soort", "type"),
    Text("uitgave en bijdrage tellen op, de rest niet", "expense and contribution add up, the rest does not"),
    say.coded("type"),
)

SUMS = (
    Column("expense", Text("uitgaven", "expenses"), Text("in euro's; leeg: geen bedrag bekend", "in euros; empty: no known amount")),
    Column("contribution", Text("bijdragen", "contributions"), Text("in euro's; leeg: geen bedrag bekend", "in euros; empty: no known amount")),
    Column("sum", Text("samen", "together"), Text("uitgaven en bijdragen in deze regel", "expenses and contributions in this row")),
)
COUNTS = (
    Column("amounts", Text("bedragen", "amounts"), Text("hoeveel bekende bedragen", "how many known amounts")),
    Column(
        "unknown",
        Text("onbekend", "unknown"),
        Text("hoeveel bedragen onbekend zijn, en dus in geen som zitten", "how many amounts are unknown, and so in no sum"),
    ),
    Column(
        "inexact", Text("niet exact", "not exact"), Text("hoeveel van de bekende circa of ruim zijn", "how many of the known ones are about or over")
    ),
)


def sum_cells(found: Sum) -> tuple[Cell, ...]:
    """Return the sums of a row; empty where no amount is known, since nothing is not zero."""
    if not found.known:
        return "", "", ""
    return found.expense, found.contribution, found.expense + found.contribution


def count_cells(found: Sum) -> tuple[Cell, ...]:
    """Return the counts of a row."""
    return found.known, found.unknown, found.inexact


def amount_cell(amount: Decimal | None) -> Cell:
    """Return one amount, or that it is unknown."""
    return "unknown" if amount is None else amount


def when_text(when: When) -> str:
    """Return the years of an amount: "2019", "2019-2022", "vanaf" as "2019..", empty where none is named.

    >>> when_text(When(2019, 2019)), when_text(When(2018, 2022)), when_text(When(2019, None)), when_text(When(None, None))
    ('2019', '2018-2022', '2019..', '')
    """
    if when.first is None or when.last is None:
        return f"{when.first or ''}..{when.last or ''}" if (when.first, when.last) != (None, None) else ""
    return str(when.first) if when.first == when.last else f"{when.first}-{when.last}"


def entry_cells(entry: Entry) -> tuple[Cell, Cell]:
    """Return an amount and how exact it is."""
    return amount_cell(value_of(entry.money)), qualifier_of(entry.money) or ""
