"""The tables of the `money` analysis on amounts, years, efforts and goals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dinkit.analyses import _account_words as say
from dinkit.analyses import _money_words as money_words
from dinkit.analyses import _words as words
from dinkit.analyses._money import Booking, Entry, Measure, Sum, When, counted, grouped, measure_of, total, touched_goals, when_of
from dinkit.analyses._order import in_tree_order
from dinkit.analyses._works import Works, works_of
from dinkit.analysis import Cell, Column, Table
from dinkit.finding import Text
from dinkit.model.records import Goal
from dinkit.network import Network

_MEASURE = (money_words.STREAM, money_words.PAYER, money_words.NATURE, money_words.PER)


def streams(entries: Iterable[Entry]) -> Table:
    """Return the sums per stream, payer and nature, each amount once as it is named."""
    columns = (*_MEASURE, *money_words.SUMS, *money_words.COUNTS)
    rows = tuple(
        (*measure, *_cells(found)) for measure, found in sorted(grouped(counted(entries), measure_of).items(), key=lambda pair: _rank(pair[0]))
    )
    return Table("streams", Text("Per geldstroom, elk bedrag zoals het genoemd is", "Per stream, each amount as it is named"), columns, rows)


def years(bookings: Iterable[Booking]) -> Table:
    """Return the sums per year and stream."""
    columns = (money_words.WHEN, *_MEASURE, *money_words.SUMS, *money_words.COUNTS)
    groups = _booked((booking.when, booking.measure, booking) for booking in bookings)
    rows = tuple((money_words.when_text(when), *measure, *_cells(found)) for (when, measure), found in sorted(groups.items(), key=_when_rank))
    return Table("years", Text("Per jaar en geldstroom", "Per year and stream"), columns, rows)


def efforts(network: Network, bookings: Iterable[Booking]) -> Table:
    """Return the sums per effort, with all its sub-efforts, per year and stream."""
    works = works_of(network)
    within = Text(
        "de inspanning met al haar onderdelen; een middel voor meer inspanningen staat op zichzelf",
        "the effort with all its sub-efforts; a resource for several efforts stands by itself",
    )
    columns = (
        Column("element", Text("id", "id"), within),
        say.ELEMENT_NAME,
        money_words.WHEN,
        *_MEASURE,
        *money_words.SUMS,
        *money_words.COUNTS,
    )
    homes: dict[str, list[Booking]] = {}
    for booking in bookings:
        homes.setdefault(home_of(works, booking.entry), []).append(booking)
    rows = [
        (*say.named(network, home), money_words.when_text(when), *measure, *_cells(found))
        for home, some in homes.items()
        for (when, measure), found in sorted(_booked((one.when, one.measure, one) for one in some).items(), key=_when_rank)
    ]
    return Table("efforts", Text("Per inspanning, jaar en geldstroom", "Per effort, year and stream"), columns, tuple(rows))


def home_of(works: Works, entry: Entry) -> str:
    """Return the outermost effort that an amount is for, or the element that it stands at where it is for none."""
    return works.home[works.original[entry.effort]] if entry.effort in works.original else entry.element


def amounts(network: Network, entries: Iterable[Entry]) -> Table:
    """Return every amount that is in a sum."""
    columns = (*_amount_columns(network), money_words.TYPE, *_MEASURE, _PARTY, say.WORDING, say.SOURCE)
    rows = tuple((*_amount_cells(network, entry), entry.money.type, *measure_of(entry), *_evidence(entry)) for entry in counted(entries))
    return Table("amounts", Text("De bedragen in de sommen", "The amounts in the sums"), columns, rows)


def apart(network: Network, entries: Iterable[Entry]) -> Table:
    """Return every amount that is in no sum, with why."""
    why = Column("why", Text("waarom niet", "why not"), Text("waarom het niet optelt", "why it does not add up"), money_words.ROLE_WORDS)
    columns = (*_amount_columns(network), why, *_MEASURE, _PARTY, say.WORDING, say.SOURCE)
    rows = tuple((*_amount_cells(network, entry), entry.role, *measure_of(entry), *_evidence(entry)) for entry in entries if entry.role != "counted")
    return Table("apart", Text("Apart: telt nergens bij op", "Apart: added to nothing"), columns, rows)


_PARTY = Column(
    "party", Text("wie betaalt", "who pays"), Text("de betaler zoals het model hem noemt", "the payer as the model names it"), say.UNKNOWN_WORDS
)


def _amount_columns(network: Network) -> tuple[Column, ...]:
    what = Column("description", Text("waarvoor", "what for"), Text("wat het bedrag is", "what the amount is"))
    return (say.ELEMENT, say.ELEMENT_NAME, say.kind_column(network), what, money_words.AMOUNT, money_words.QUALIFIER, money_words.WHEN)


def _amount_cells(network: Network, entry: Entry) -> tuple[Cell, ...]:
    where = money_words.when_text(when_of(entry.money))
    kind = say.kind_of(network, entry.element)
    return (*say.named(network, entry.element), kind, entry.money.description or "", *money_words.entry_cells(entry), where)


def _evidence(entry: Entry) -> tuple[Cell, ...]:
    return entry.money.payer or "", entry.money.verbatim or "", entry.money.source


def goals(network: Network, entries: Sequence[Entry]) -> Table:
    """Return per goal what its efforts cost; an amount touches every goal that its work reaches."""
    touches = Text(
        "euro's van werk dat aan het doel bijdraagt; raakt ook andere doelen, dus niet optellen over doelen",
        "euros of work that contributes to the goal; touches other goals too, so do not add up over goals",
    )
    columns = (
        Column("goal", Text("id", "id"), Text("de vaste naam van het doel", "the stable name of the goal")),
        words.NAME,
        Column("level", Text("niveau", "level"), Text("plaats in de doelenboom", "place in the goal tree"), words.LEVEL_WORDS),
        *_MEASURE,
        Column("touches", Text("raakt", "touches"), touches),
        *money_words.COUNTS,
    )
    touched = touched_goals(network, entries)
    rows = []
    for goal in in_tree_order(network, Goal):
        for measure, found in sorted(grouped(touched.get(goal.id, ()), measure_of).items(), key=lambda pair: _rank(pair[0])):
            name = (goal.id, goal.name, network.level(goal.id))
            rows.append((*name, *measure, money_words.sum_cells(found)[2], *money_words.count_cells(found)))
    title = Text("Per doel: welk geld het raakt", "Per goal: the money that touches it")
    return Table("goals", title, columns, tuple(rows))


def _cells(found: Sum) -> tuple[Cell, ...]:
    return (*money_words.sum_cells(found), *money_words.count_cells(found))


_Key = tuple[When, Measure]


def _booked(booked: Iterable[tuple[When, Measure, Booking]]) -> dict[_Key, Sum]:
    groups: dict[_Key, list[Entry]] = {}
    for when, measure, booking in booked:
        groups.setdefault((when, measure), []).append(booking.entry)
    return {key: total(group) for key, group in groups.items()}


_STREAMS, _NATURES = list(money_words.STREAM_WORDS), list(money_words.NATURE_WORDS)
_PAYERS, _PERS = list(money_words.PAYER_WORDS), list(money_words.PER_WORDS)


def _rank(measure: Measure) -> tuple[int, ...]:
    """Sort programme money first, the other streams as the file format lists them, what is unknown last."""
    return (
        _PAYERS.index(measure.payer) == 1,
        _STREAMS.index(measure.stream),
        _PAYERS.index(measure.payer),
        _NATURES.index(measure.nature),
        _PERS.index(measure.per),
    )


def _when_rank(pair: tuple[_Key, Sum]) -> tuple[tuple[bool, int, int], tuple[int, ...]]:
    when, measure = pair[0]
    return (when.first is None and when.last is None, when.first or 0, when.last or 9999), _rank(measure)
