"""The third question: what it may cost, amount by amount and stream by stream; the definitions are those of the `money` analysis.

A row is one amount, and a total is the sum of rows of one measure: the same stream, kind of payer, nature, "per" and year. Nothing is
divided, and nothing stands in two tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeVar

from dinkit.analyses import _money_words as money_words
from dinkit.analyses import _words as words
from dinkit.analyses._account_words import numbered
from dinkit.analyses._money import NO_YEAR, Booking, Entry, When, bookings_of, entries_of, in_year, qualifier_of, value_of, when_of
from dinkit.analyses._money_tables import home_of
from dinkit.analyses._payers import is_budget
from dinkit.analysis import Cell, Column, Table
from dinkit.finding import Text
from dinkit.network import programme_of
from dinkit.publication import Section
from dinkit.publications import _accountability_budget as budget
from dinkit.publications import _accountability_words as say
from dinkit.publications._accountability import Accounted
from dinkit.publications._accountability_done import SOURCE
from dinkit.publications._accountability_groups import printed_order

K = TypeVar("K")

TITLE = Text("Wat mag het kosten?", "What may it cost?")
NATURES = ("one_off", "structural", "unknown")

_EFFORT = Column("effort", Text("inspanning", "effort"), Text("de inspanning waar het geld voor is", "the effort that the money is for"))
_WHAT = Column("what", Text("waarvoor", "what for"), Text("het onderdeel, en wat het bedrag is", "the sub-effort, and what the amount is"))
_STREAM = Column(
    "stream",
    Text("geldstroom en betaler", "stream and payer"),
    Text("uit welk budget het komt en of de eigen organisatie betaalt", "which budget it comes from and whether the own organisation pays"),
)
_WHEN = Column("year", Text("jaar", "year"), Text("het jaar of de jaren; leeg: niet genoemd", "the year or years; empty: not named"))
_PER = Column("per", Text("per", "per"), Text("per jaar, in totaal, of niet gezegd", "per year, in total, or not said"))
_AMOUNT = Column("amount", Text("bedrag (€)", "amount (€)"), Text("onbekend: de bron noemt het bedrag niet", "unknown: the source does not name it"))
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
    sections += _unnamed(seen, mine)
    sections += _apart(seen, [booking.entry for booking in bookings if booking.entry.payer == "other"], entries)
    return Section(TITLE, tuple(_paragraphs(seen, bookings)), (), (*sections, *budget.sections(seen)))


def parts_of(seen: Accounted, mine: Iterable[Booking]) -> tuple[Part, ...]:
    """Return the known amounts that others do not pay, by what is said of their year: this one, a stretch with this one in it, or nothing."""
    known = tuple(booking for booking in mine if value_of(booking.entry.money) is not None)
    if seen.year is None:
        title = Text("Genoemde bedragen", "Amounts named")
        return (Part(title, Text("Alle jaren; een leeg jaar is niet genoemd.", "All years; an empty year is not named."), known, dated=True),)
    here = When(seen.year, seen.year)
    return (
        Part(
            Text(f"Genoemd voor {seen.year}", f"Named for {seen.year}"),
            Text(f"Bedragen die de bronnen voor {seen.year} alleen noemen.", f"Amounts that the sources name for {seen.year} alone."),
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


def _paragraphs(seen: Accounted, bookings: Sequence[Booking]) -> list[Text]:
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
    columns = (_EFFORT, _WHAT, _STREAM, *_measure_columns(part), *_SUMS, SOURCE)
    place = {effort: number for number, effort in enumerate(printed_order(seen.network))}
    ordered = sorted(part.bookings, key=lambda booking: place.get(home_of(seen.works, booking.entry), len(place)))
    return Table("amounts", Text("De bedragen", "The amounts"), columns, tuple(_amount_row(seen, part, booking) for booking in ordered))


def _measure_columns(part: Part) -> tuple[Column, ...]:
    """Return the columns that tell the totals of a part from each other: an amount of one year is of that year."""
    yearly = not part.dated and all(booking.when != NO_YEAR for booking in part.bookings)
    return (*((_WHEN,) if part.dated else ()), *(() if yearly else (_PER,)))


def _measure_cells(part: Part, one: Measured) -> tuple[Cell, ...]:
    cells: dict[Column, Cell] = {_WHEN: money_words.when_text(one.when), _PER: _PERS[one.per]}
    return (_stream_words(one.stream, one.payer), *(cells[column] for column in _measure_columns(part)))


def _amount_row(seen: Accounted, part: Part, booking: Booking) -> tuple[Cell, ...]:
    entry, value = booking.entry, value_of(booking.entry.money)
    amounts = tuple(value if entry.money.nature == nature and value is not None else "" for nature in NATURES)
    return (
        seen.network.elements[home_of(seen.works, entry)].name,
        what_words(seen, entry),
        *_measure_cells(part, _measured(booking)),
        *amounts,
        say.source_words(entry.money, seen.network.elements[entry.element]),
    )


def _measured(booking: Booking) -> Measured:
    return Measured(booking.when, booking.measure.stream, booking.measure.payer, booking.measure.per)


def _stream_words(stream: str, payer: str) -> Text:
    of = money_words.STREAM_WORDS[stream] if stream != "unknown" else Text("geldstroom niet genoemd", "stream not named")
    who = {"own": Text("eigen geld", "own money"), "other": Text("van anderen", "of others")}.get(
        payer, Text("betaler niet genoemd", "payer not named")
    )
    return Text(f"{of.nl}; {who.nl}", f"{of.en}; {who.en}")


def what_words(seen: Accounted, entry: Entry) -> Text:
    """Return what an amount is for: the sub-effort, what the model tells about it, and that it is not exact."""
    name = seen.network.elements[entry.element].name if entry.element != home_of(seen.works, entry) else ""
    told = (entry.money.description or "").strip()
    said = f"{name}. {told}" if name and told else name or told
    qualifier = qualifier_of(entry.money)
    if qualifier is None:
        return say.same(said)
    rough = money_words.QUALIFIER.words[qualifier] if money_words.QUALIFIER.words else say.NOTHING
    behind = Text(f"({rough.nl}: niet exact)", f"({rough.en}: not exact)")
    return Text(f"{said} {behind.nl}".strip(), f"{said} {behind.en}".strip())


def totals_table(part: Part) -> Table:
    """Return the sums of a part per stream, payer, "per" and year; a nature without a known amount stays empty."""
    columns = (
        _STREAM,
        *_measure_columns(part),
        *_SUMS,
        Column("count", Text("bedragen", "amounts"), Text("hoeveel bedragen in deze regel", "how many amounts in this row")),
    )
    groups = _grouped(part.bookings, _measured)
    rows = tuple((*_measure_cells(part, one), *_sums(some), len(some)) for one, some in groups.items())
    return Table("totals", Text("Totaal per geldstroom", "Total per stream"), columns, rows)


def _sums(bookings: Iterable[Booking]) -> tuple[Cell, ...]:
    by_nature: dict[str, list[Decimal]] = {}
    for booking in bookings:
        value = value_of(booking.entry.money)
        if value is not None:
            by_nature.setdefault(booking.entry.money.nature, []).append(value)
    return tuple(sum(by_nature[nature], Decimal(0)) if nature in by_nature else "" for nature in NATURES)


def _grouped(some: Iterable[Booking], key: Callable[[Booking], K]) -> dict[K, list[Booking]]:
    found: dict[K, list[Booking]] = {}
    for one in some:
        found.setdefault(key(one), []).append(one)
    return found


def _unnamed(seen: Accounted, mine: Iterable[Booking]) -> list[Section]:
    """Return the money of which no source names the amount, counted per stream."""
    unknown = [booking for booking in mine if value_of(booking.entry.money) is None]
    if not unknown:
        return []
    columns = (
        _STREAM,
        _WHEN,
        Column("count", Text("hoeveel", "how many"), Text("hoeveel bedragen de bronnen niet noemen", "how many amounts the sources do not name")),
        Column("what", Text("waarvoor", "what for"), Text("de inspanningen en onderdelen", "the efforts and sub-efforts")),
    )
    groups = _grouped(unknown, lambda booking: (booking.measure.stream, booking.measure.payer, booking.when))
    rows = tuple(
        (
            _stream_words(stream, payer),
            money_words.when_text(when),
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
    table = Table("unnamed", Text("Bedragen die er niet staan", "Amounts that are not there"), columns, rows)
    return [Section(Text("Bedrag niet genoemd", "Amount not named"), (why,), (table,))]


def _apart(seen: Accounted, others: Iterable[Entry], entries: Iterable[Entry]) -> list[Section]:
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
            Table("apart", Text("Wat anderen betalen", "What others pay"), (_EFFORT, _WHAT, who, _AMOUNT, _WHEN, SOURCE), foreign),
        ),
        (
            Text("Plafonds, besparingen en wat verder niet optelt", "Ceilings, savings and what else does not add up"),
            Text("Deze bedragen staan in geen totaal.", "These amounts are in no total."),
            Table("apart", Text("Apart genoemd", "Named apart"), (_EFFORT, _WHAT, why, _AMOUNT, _WHEN, SOURCE), rest),
        ),
    )
    return [Section(title, (text,), (table,)) for title, text, table in made if table.rows]


def _named(seen: Accounted, entry: Entry) -> tuple[Cell, ...]:
    return seen.network.elements[home_of(seen.works, entry)].name, what_words(seen, entry)


def _payer(seen: Accounted, entry: Entry) -> str:
    payer = entry.money.payer or ""
    return seen.network.elements[payer].name if payer in seen.network.elements else payer


def _amount_cells(seen: Accounted, entry: Entry) -> tuple[Cell, ...]:
    value = value_of(entry.money)
    amount: Cell = Text("onbekend", "unknown") if value is None else value
    return amount, money_words.when_text(when_of(entry.money)), say.source_words(entry.money, seen.network.elements[entry.element])
