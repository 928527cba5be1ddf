"""The third question: what it may cost, amount by amount and stream by stream; the definitions are those of the `money` analysis.

A row is one amount, and a total is the sum of rows of one measure: the same stream, kind of payer, nature, "per" and year. Nothing is
divided, and nothing stands in two tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from dinkit.analyses._money import NO_YEAR, Booking, When, bookings_of, entries_of, in_year, value_of, when_of
from dinkit.analyses._money_tables import home_of
from dinkit.analysis import Cell, Column, Table
from dinkit.finding import Text
from dinkit.publication import Section
from dinkit.publications import _accountability_apart as apart
from dinkit.publications import _accountability_budget as budget
from dinkit.publications import _accountability_cells as cells
from dinkit.publications import _accountability_words as say
from dinkit.publications._accountability import Accounted
from dinkit.publications._accountability_done import SOURCE

TITLE = Text("Wat mag het kosten?", "What may it cost?")
NATURES = ("one_off", "structural", "unknown")

_PER = Column("per", Text("per", "per"), Text("per jaar, in totaal, of niet gezegd", "per year, in total, or not said"))
_SUMS = (
    Column("one_off", Text("eenmalig (€)", "one-off (€)"), Text("wat één keer wordt uitgegeven", "what is spent once")),
    Column("structural", Text("structureel (€)", "structural (€)"), Text("wat blijvend is", "what is lasting")),
    Column("unknown", Text("aard onbekend (€)", "nature unknown (€)"), Text("de bron zegt niet of het eenmalig is", "the source does not say")),
)
_PERS = {
    "year": Text("jaar", "year"),
    "total": Text("totaal", "total"),
    "inhabitant": Text("inwoner", "inhabitant"),
    "unknown": Text("niet gezegd", "not said"),
}


class Measured(NamedTuple):
    """What amounts share that stand in one total, apart from their nature."""

    when: When
    stream: str
    payer: str
    per: str


class Part(NamedTuple):
    """Some of the amounts, under a heading of their own."""

    title: Text
    why: Text
    bookings: tuple[Booking, ...]
    dated: bool
    """Whether the amounts are of several years, so that the year stands beside each."""


def section(seen: Accounted) -> Section:
    """Return the money of the year: what may be added up, what may not, the budget, and the money through time."""
    entries = tuple(one for one in entries_of(seen.network) if in_year(when_of(one.money), seen.year))
    bookings = tuple(booking for booking in bookings_of(entries) if in_year(booking.when, seen.year))
    mine = [booking for booking in bookings if booking.entry.payer != "other"]
    sections = [_part(seen, part) for part in parts_of(seen, mine) if part.bookings]
    sections += apart.unnamed(seen, mine)
    sections += apart.apart(seen, [booking.entry for booking in bookings if booking.entry.payer == "other"], entries)
    return Section(TITLE, tuple(_paragraphs(bookings)), (), (*sections, *budget.sections(seen)))


def parts_of(seen: Accounted, mine: Iterable[Booking]) -> tuple[Part, ...]:
    """Return the known amounts that others do not pay, by what is said of their year: this one, a stretch with this one in it, or nothing.

    In each part they are in the order of the efforts in the report.
    """
    place = {effort: number for number, effort in enumerate(effort for group in seen.groups for effort in group.efforts)}
    named = (booking for booking in mine if value_of(booking.entry.money) is not None)
    known = tuple(sorted(named, key=lambda booking: place.get(home_of(seen.works, booking.entry), len(place))))
    if seen.year is None:
        title = Text("Genoemde bedragen", "Amounts named")
        return (Part(title, Text("Alle jaren; een leeg jaar is niet genoemd.", "All years; an empty year is not named."), known, dated=True),)
    here = When(seen.year, seen.year)
    return (
        Part(
            Text(f"Genoemd voor {seen.year}", f"Named for {seen.year}"),
            Text(f"Bedragen die de bronnen alleen voor {seen.year} noemen.", f"Amounts that the sources name for {seen.year} alone."),
            tuple(booking for booking in known if booking.when == here),
            dated=False,
        ),
        Part(
            Text(f"Genoemd over meer jaren, ook {seen.year}", f"Named over several years, {seen.year} among them"),
            Text("Deze bedragen zijn niet over de jaren verdeeld.", "These amounts are not divided over the years."),
            tuple(booking for booking in known if booking.when not in (here, NO_YEAR)),
            dated=True,
        ),
        Part(
            Text("Genoemd zonder jaar", "Named without a year"),
            Text(
                f"De bronnen zeggen niet voor welk jaar deze bedragen zijn; zij kunnen {seen.year} raken en tellen niet bij {seen.year} op.",
                f"The sources do not say for which year these amounts are; they may concern {seen.year} and are not added to it.",
            ),
            tuple(booking for booking in known if booking.when == NO_YEAR),
            dated=False,
        ),
    )


def _paragraphs(bookings: Sequence[Booking]) -> list[Text]:
    if not bookings:
        return [Text("De bronnen noemen geen uitgaven of bijdragen.", "The sources name no expenses or contributions.")]
    return [
        Text(
            "Dit zijn bedragen die de bronnen noemen; wat er werkelijk is uitgegeven, staat er alleen waar een bron dat zegt.",
            "These are amounts that the sources name; what was spent in fact stands here only where a source says so.",
        )
    ]


def _part(seen: Accounted, part: Part) -> Section:
    return Section(part.title, (part.why,), (amounts_table(seen, part), totals_table(part)))


def amounts_table(seen: Accounted, part: Part) -> Table:
    """Return every amount of a part, effort by effort."""
    columns = (cells.EFFORT, cells.WHAT, cells.STREAM, *_measure_columns(part), *_SUMS, SOURCE)
    return Table("amounts", Text("De bedragen", "The amounts"), columns, tuple(_amount_row(seen, part, booking) for booking in part.bookings))


def _measure_columns(part: Part) -> tuple[Column, ...]:
    """Return the columns that tell the totals of a part from each other: an amount of one year is of that year."""
    yearly = not part.dated and all(booking.when != NO_YEAR for booking in part.bookings)
    return (*((cells.WHEN,) if part.dated else ()), *(() if yearly else (_PER,)))


def _measure_cells(part: Part, one: Measured) -> tuple[Cell, ...]:
    told = {cells.WHEN.key: say.years_words(*one.when), _PER.key: _PERS[one.per]}
    return (cells.stream_words(one.stream, one.payer), *(told[column.key] for column in _measure_columns(part)))


def _amount_row(seen: Accounted, part: Part, booking: Booking) -> tuple[Cell, ...]:
    entry, value = booking.entry, value_of(booking.entry.money)
    amounts = tuple(value if entry.money.nature == nature and value is not None else "" for nature in NATURES)
    return (
        seen.network.elements[home_of(seen.works, entry)].name,
        cells.what_words(seen, entry),
        *_measure_cells(part, _measured(booking)),
        *amounts,
        say.source_words(entry.money, seen.network.elements[entry.element]),
    )


def _measured(booking: Booking) -> Measured:
    return Measured(booking.when, booking.measure.stream, booking.measure.payer, booking.measure.per)


def totals_table(part: Part) -> Table:
    """Return the sums of a part per stream, payer, "per" and year; a nature without a known amount stays empty."""
    columns = (
        cells.STREAM,
        *_measure_columns(part),
        *_SUMS,
        Column("count", Text("bedragen", "amounts"), Text("hoeveel bedragen in deze regel", "how many amounts in this row")),
    )
    groups = cells.grouped(part.bookings, _measured)
    rows = tuple((*_measure_cells(part, one), *_sums(some), len(some)) for one, some in groups.items())
    return Table("totals", Text("Totaal per geldstroom", "Total per stream"), columns, rows)


def _sums(bookings: Iterable[Booking]) -> tuple[Cell, ...]:
    by_nature: dict[str, list[Decimal]] = {}
    for booking in bookings:
        value = value_of(booking.entry.money)
        if value is not None:
            by_nature.setdefault(booking.entry.money.nature, []).append(value)
    return tuple(sum(by_nature[nature], Decimal(0)) if nature in by_nature else "" for nature in NATURES)
