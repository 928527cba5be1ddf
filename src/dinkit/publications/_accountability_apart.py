"""Money that is in no total: what no source names, what others pay, and ceilings, savings and parts of other amounts."""

from __future__ import annotations

from collections.abc import Iterable

from dinkit.analyses import _money_words as money_words
from dinkit.analyses import _words as words
from dinkit.analyses._account_words import numbered
from dinkit.analyses._money import Booking, Entry, value_of, when_of
from dinkit.analyses._money_tables import home_of
from dinkit.analyses._payers import is_budget
from dinkit.analysis import Cell, Column, Table
from dinkit.finding import Text
from dinkit.network import programme_of
from dinkit.publication import Section
from dinkit.publications import _accountability_cells as cells
from dinkit.publications import _accountability_words as say
from dinkit.publications._accountability import Accounted
from dinkit.publications._accountability_done import SOURCE


def unnamed(seen: Accounted, mine: Iterable[Booking]) -> list[Section]:
    """Return the money of which no source names the amount, counted per stream."""
    unknown = [booking for booking in mine if value_of(booking.entry.money) is None]
    if not unknown:
        return []
    columns = (
        cells.STREAM,
        cells.WHEN,
        Column("count", Text("hoeveel", "how many"), Text("hoeveel bedragen de bronnen niet noemen", "how many amounts the sources do not name")),
        Column("what", Text("waarvoor", "what for"), Text("de inspanningen en onderdelen", "the efforts and sub-efforts")),
    )
    groups = cells.grouped(unknown, lambda booking: (booking.measure.stream, booking.measure.payer, booking.when))
    rows = tuple(
        (
            cells.stream_words(stream, payer),
            say.years_words(*when),
            len(some),
            say.quoted(dict.fromkeys(seen.network.elements[booking.entry.element].name for booking in some)),
        )
        for (stream, payer, when), some in groups.items()
    )
    count = numbered(len(unknown), ("uitgave of bijdrage", "uitgaven en bijdragen"), ("expense or contribution", "expenses and contributions"))
    be = words.verb(len(unknown), ("is", "zijn"), ("is", "are"))
    why = Text(
        f"Van {count.nl} noemen de bronnen het bedrag niet; die {be.nl} in geen totaal begrepen.",
        f"Of {count.en} the sources do not name the amount; {be.en} in no total.",
    )
    table = say.compact(Table("unnamed", Text("Waarvoor", "What for"), columns, rows), "year")
    return [Section(Text("Bedrag niet genoemd", "Amount not named"), (why,), (table,))]


def apart(seen: Accounted, others: Iterable[Entry], entries: Iterable[Entry]) -> list[Section]:
    """Return the money of others, then ceilings, savings and all else that adds up with nothing."""
    who = Column("payer", Text("wie betaalt", "who pays"), Text("de betaler", "the payer"))
    why = Column("why", Text("wat het is", "what it is"), Text("waarom het niet optelt", "why it does not add up"), money_words.ROLE_WORDS)
    programme = programme_of(seen.network)
    own = programme.id if programme else None
    foreign = tuple((*_named(seen, one), _payer(seen, one), *_amount_cells(seen, one)) for one in dict.fromkeys(others))
    rest = tuple(
        (*_named(seen, one), one.role, *_amount_cells(seen, one))
        for one in entries
        if one.role != "counted" and not (one.element == own and is_budget(one.money.type, one.money.stream))
    )
    made = (
        (
            Text("Geld van anderen", "Money of others"),
            Text("Dit betalen anderen; het telt bij geen programmageld op.", "Others pay this; it adds up with no money of the programme."),
            Table(
                "apart", Text("Wat anderen betalen", "What others pay"), (cells.EFFORT, cells.WHAT, who, cells.AMOUNT, cells.WHEN, SOURCE), foreign
            ),
        ),
        (
            Text("Plafonds, besparingen en wat verder niet optelt", "Ceilings, savings and what else does not add up"),
            Text("Deze bedragen staan in geen totaal.", "These amounts are in no total."),
            Table("apart", Text("Apart genoemd", "Named apart"), (cells.EFFORT, cells.WHAT, why, cells.AMOUNT, cells.WHEN, SOURCE), rest),
        ),
    )
    return [Section(title, (text,), (say.compact(table, "year"),)) for title, text, table in made if table.rows]


def _named(seen: Accounted, entry: Entry) -> tuple[Cell, ...]:
    return seen.network.elements[home_of(seen.works, entry)].name, cells.what_words(seen, entry)


def _payer(seen: Accounted, entry: Entry) -> str:
    payer = entry.money.payer or ""
    return seen.network.elements[payer].name if payer in seen.network.elements else payer


def _amount_cells(seen: Accounted, entry: Entry) -> tuple[Cell, ...]:
    value = value_of(entry.money)
    amount: Cell = Text("onbekend", "unknown") if value is None else value
    return amount, say.years_words(*when_of(entry.money)), say.source_words(entry.money, seen.network.elements[entry.element])
