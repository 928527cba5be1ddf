"""Every amount of money, what it may be added to, and the sums: the definitions of the `money` analysis, computed.

All arithmetic is decimal and exact. Nothing is divided, and nothing is counted twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple, TypeVar

from dinkit.analyses import _flow as flow
from dinkit.analyses._order import in_tree_order
from dinkit.analyses._payers import payer_groups
from dinkit.analyses._works import Works, closure, walk, works_of
from dinkit.model.dates import Period
from dinkit.model.numbers import Amount
from dinkit.model.records import Agreement, Effort, Programme, Resource
from dinkit.model.values import Money
from dinkit.network import Network

K = TypeVar("K")

SUMMED = ("expense", "contribution")
"""The types that are ever added up."""

_APART = ("ceiling", "saving", "part_of")
_MOST_YEARS = 100
"""A yearly amount over more years than this is not written out per year."""


class Entry(NamedTuple):
    """One amount as it is named."""

    element: str
    """Where it is written."""
    effort: str
    """The effort that it is for: where it is written, or what that resource pays for; empty for none, or for several."""
    number: int
    """Its place in the list of that element, from 0."""
    money: Money
    payer: str
    """Who pays: "own" (the organisation of the programme, or a part of it), "other", or "unknown"."""
    role: str
    """"counted" is what sums are made of. Otherwise why it is not: "ceiling", "saving", "part_of", "untyped" (nobody says whether it is an
    expense), "rate" (per inhabitant), "aside" (at a programme or an agreement), "same_work" (the other listing of the same work has it) or
    "same_money" (the effort that this resource pays for names the same amount)."""


class Measure(NamedTuple):
    """What amounts must share before they may be added up."""

    stream: str
    payer: str
    nature: str
    per: str


class When(NamedTuple):
    """The years of an amount; None where that side is open, both None where nothing is known."""

    first: int | None
    last: int | None


class Booking(NamedTuple):
    """An amount in one year, or in a stretch of years where it cannot be told apart."""

    entry: Entry
    when: When
    measure: Measure


class Sum(NamedTuple):
    """Amounts added up, with what could not be added."""

    expense: Decimal
    contribution: Decimal
    known: int
    unknown: int
    """How many amounts are unknown."""
    inexact: int
    """How many of the known ones are not exact (about, over, at least)."""


NO_YEAR = When(None, None)


def entries_of(network: Network) -> tuple[Entry, ...]:
    """Return every amount of a network: those of efforts and resources as in the printed tree, then those of programmes and agreements."""
    works = works_of(network)
    payers = payer_groups(network)
    counts = _counting_listings(network, works)
    place = {effort.id: number for number, effort in enumerate(in_tree_order(network, Effort))}
    made = [
        *(entry for effort in network.of(Effort) for entry in _of_effort(effort, payers, counted=effort.id in counts)),
        *_of_resources(network, works, payers),
        *(entry for one in network.of(Programme) for entry in _aside(one, payers)),
        *(entry for one in network.of(Agreement) for entry in _aside(one, payers)),
    ]

    def order(entry: Entry) -> tuple[bool, int, bool, str, int]:
        return (
            network.elements[entry.element].kind in ("programme", "agreement"),
            place.get(entry.effort, len(place)),
            entry.element != entry.effort,
            entry.element,
            entry.number,
        )

    return tuple(sorted(made, key=order))


def counted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the amounts that sums are made of."""
    return tuple(entry for entry in entries if entry.role == "counted")


def value_of(money: Money) -> Decimal | None:
    """Return an amount in euros, or None where it is unknown."""
    return money.amount.value if isinstance(money.amount, Amount) else None


def qualifier_of(money: Money) -> str | None:
    """Return how exact an amount is said to be."""
    return money.qualifier or (money.amount.qualifier if isinstance(money.amount, Amount) else None)


def measure_of(entry: Entry) -> Measure:
    """Return what an amount may be added to."""
    return Measure(entry.money.stream, entry.payer, entry.money.nature, entry.money.per)


def total(entries: Iterable[Entry]) -> Sum:
    """Add up amounts; that they share a measure is up to the caller."""
    listed = list(entries)
    values = [(entry.money, value_of(entry.money)) for entry in listed]
    sums = {type_: sum((value for money, value in values if value is not None and money.type == type_), Decimal(0)) for type_ in SUMMED}
    known = [money for money, value in values if value is not None]
    inexact = sum(qualifier_of(money) is not None for money in known)
    return Sum(sums["expense"], sums["contribution"], len(known), len(listed) - len(known), inexact)


def grouped(entries: Iterable[Entry], key: Callable[[Entry], K]) -> Mapping[K, Sum]:
    """Add up amounts per key, in the order in which the keys first occur."""
    groups: dict[K, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return {one: total(group) for one, group in groups.items()}


def when_of(money: Money) -> When:
    """Return the years of an amount."""
    if not isinstance(money.period, Period):
        return NO_YEAR
    start, end = money.period.start, money.period.end
    return When(start.first.year if start else None, end.last.year if end else None)


def bookings_of(entries: Iterable[Entry]) -> tuple[Booking, ...]:
    """Return the counted amounts per year.

    A yearly amount over several years stands in each of them. Any other amount over several years is not divided: it stands once, over
    the stretch. What names no year stands under no year.
    """
    return tuple(booking for entry in counted(entries) for booking in _bookings(entry))


def in_year(when: When, year: int | None) -> bool:
    """Say whether an amount may concern a year: it names it, runs over it, or names none at all."""
    return year is None or ((when.first is None or when.first <= year) and (when.last is None or year <= when.last))


def touched_goals(network: Network, entries: Iterable[Entry]) -> Mapping[str, list[Entry]]:
    """Return per goal the counted amounts that touch it: of work that contributes to it, itself, by its parts or by what it is part of.

    An amount touches every goal that its work reaches, so that amounts never add up over goals.
    """
    works, links = works_of(network), flow.served(network, None)
    touched: dict[str, list[Entry]] = {}
    for entry in counted(entries):
        for goal in _goals_of(network, works, links, entry.effort):
            touched.setdefault(goal, []).append(entry)
    return touched


def _goals_of(network: Network, works: Works, links: dict[str, list[str]], effort: str) -> list[str]:
    if effort not in works.original:
        return []
    work = works.original[effort]
    line = [work, *closure(work, works.above), *closure(work, works.below)]
    begin = flow.starts(works, {work: line}, links)[work]
    return [one for one in walk(begin, lambda one: links.get(one, ())) if network.elements[one].kind == "goal"]


def _of_effort(effort: Effort, payers: Mapping[str, str], *, counted: bool) -> Iterator[Entry]:
    for number, money in enumerate(effort.money):
        role = role_of(money)
        yield Entry(effort.id, effort.id, number, money, _payer(money, payers), role if counted or role != "counted" else "same_work")


def role_of(money: Money) -> str:
    """Return what an amount is for sums, by itself: counted, or why not."""
    if money.type in _APART:
        return money.type
    if money.per == "inhabitant":
        return "rate"
    return "counted" if money.type in SUMMED else "untyped"


def _payer(money: Money, payers: Mapping[str, str]) -> str:
    return payers.get(money.payer or "", "unknown")


def _counting_listings(network: Network, works: Works) -> set[str]:
    """Return the listing of each piece of work of which the amounts count: the first that names a known one, else the first with any."""
    chosen = set()
    for listings in works.listings.values():
        amounts = {one: [money for money in _money_of(network, one) if role_of(money) == "counted"] for one in listings}
        ranked = sorted(listings, key=lambda one: (not any(value_of(money) is not None for money in amounts[one]), not amounts[one]))
        chosen.add(ranked[0])
    return chosen


def _money_of(network: Network, effort: str) -> tuple[Money, ...]:
    found = network.elements[effort]
    return found.money if isinstance(found, Effort) else ()


def _of_resources(network: Network, works: Works, payers: Mapping[str, str]) -> Iterator[Entry]:
    """Yield the amounts of resources; one that its effort names too is the same money, each such amount once."""
    there = Counter((effort.id, *_likeness(money)) for effort in network.of(Effort) for money in effort.money if role_of(money) == "counted")
    for resource in sorted(network.of(Resource), key=lambda one: one.id):
        paid = _paid_by(network, works, resource.id)
        for number, money in enumerate(resource.money):
            role = role_of(money)
            same = next((one for one in (works.listings[works.original[paid]] if paid else ()) if there[one, *_likeness(money)]), None)
            if role == "counted" and same is not None and value_of(money) is not None:
                there[same, *_likeness(money)] -= 1
                role = "same_money"
            yield Entry(resource.id, paid, number, money, _payer(money, payers), role)


def _likeness(money: Money) -> tuple[Decimal | None, str]:
    return value_of(money), money.type


def _paid_by(network: Network, works: Works, resource: str) -> str:
    """Return the effort that a resource pays for; nothing where there is none, or more than one piece of work."""
    named = [relation.target for relation in network.outgoing(resource, "finances", "of")]
    named += [relation.source for relation in network.incoming(resource, "uses")]
    found = {works.original[one] for one in named if one in works.original}
    return found.pop() if len(found) == 1 else ""


def _aside(one: Programme | Agreement, payers: Mapping[str, str]) -> Iterator[Entry]:
    for number, money in enumerate(one.money):
        role = role_of(money)
        yield Entry(one.id, "", number, money, _payer(money, payers), "aside" if role == "counted" else role)


def _bookings(entry: Entry) -> Iterator[Booking]:
    when, measure = when_of(entry.money), measure_of(entry)
    if when.first is not None and when.last is not None:
        years = range(when.first, when.last + 1)
        if len(years) == 1 or (measure.per == "year" and len(years) <= _MOST_YEARS):
            yield from (Booking(entry, When(year, year), measure._replace(per="year")) for year in years)
            return
    yield Booking(entry, when, measure)
