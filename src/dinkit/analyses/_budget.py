"""The budget of the programme and what is left of it, under each reading of what the documents do not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from dinkit.analyses._money import Entry, counted, entries_of, in_year, value_of, when_of
from dinkit.analyses._payers import is_budget
from dinkit.analyses._plans import known
from dinkit.network import Network, programme_of

SCOPES = ("programme", "also_unstated")
"""Which amounts are set against the budget: those of programme money, or also those that name no stream."""


class Reading(NamedTuple):
    """What is left of a budget when everything that is not said is read in one way."""

    scope: str
    structural: str
    """A structural amount that does not say per what: "once" or "yearly"; empty where there is none."""
    unknown: str
    """An amount of unknown nature: "one_off" or "structural"; empty where there is none to which it makes a difference."""
    times: tuple[tuple[Entry, int | None], ...]
    """How often each known amount counts; None where that takes the term of the programme, and nobody knows it."""
    spent: Decimal | None
    left: Decimal | None
    unknown_amounts: int
    """How many amounts are unknown, and so not in the sum."""


class Budget(NamedTuple):
    """A ceiling on programme money, with every reading of what is set against it."""

    entry: Entry
    amount: Decimal | None
    """For its whole term; None where it is unknown, or per year without a known term."""
    term: range | None
    """The years that it is for, if they are known."""
    readings: tuple[Reading, ...]
    left_out: tuple[tuple[Entry, str], ...]
    """Amounts without a stream, or of programme money, that are in no reading, each with why: "shared" (others pay a part of it), "outside"
    (in other years) or "other" (somebody else pays)."""


def budgets_of(network: Network) -> tuple[Budget, ...]:
    """Return every budget of the programme: ceilings of programme money that stand at the programme itself."""
    programme = programme_of(network)
    entries = entries_of(network)
    own = programme.id if programme else None
    return tuple(_budget(network, entry, entries) for entry in entries if entry.element == own and is_budget(entry.money.type, entry.money.stream))


def extremes(readings: Iterable[Reading]) -> tuple[Decimal, Decimal] | None:
    """Return the least and the most that is left over all readings that could be computed."""
    left = [reading.left for reading in readings if reading.left is not None]
    return (min(left), max(left)) if left else None


def _budget(network: Network, entry: Entry, entries: tuple[Entry, ...]) -> Budget:
    term = _term(network, entry)
    value = value_of(entry.money)
    yearly = entry.money.per == "year"
    amount = None if value is None or (yearly and term is None) else value * (len(term) if yearly and term is not None else 1)
    candidates = [one for one in counted(entries) if one.payer != "other" and one.money.stream in ("programme", "unknown")]
    shared = {one.element for one in entries if one.role == "part_of" and (one.payer == "other" or one.money.stream not in ("programme", "unknown"))}
    left_out = [(one, why) for one in candidates for why in [_left_out(one, shared, term)] if why]
    left_out += [(one, "other") for one in counted(entries) if one.payer == "other" and one.money.stream == "programme"]
    inside = [one for one in candidates if one not in {out for out, _ in left_out}]
    programme = [one for one in inside if one.money.stream == "programme"]
    scopes = [("programme", programme), *([("also_unstated", inside)] if len(inside) > len(programme) else [])]
    readings = tuple(reading for scope, some in scopes for reading in _readings(scope, some, amount, term))
    return Budget(entry, amount, term, readings, tuple(left_out))


def _term(network: Network, entry: Entry) -> range | None:
    """Return the years of a budget: its own period, else the planning of the programme; both need a begin and an end."""
    when = when_of(entry.money)
    if when.first is not None and when.last is not None:
        return range(when.first, when.last + 1)
    programme = programme_of(network)
    planning = programme.planning if programme else None
    start, end = (known(planning.start), known(planning.end)) if planning else (None, None)
    return range(start.first.year, end.last.year + 1) if start and end and start.first <= end.last else None


def _left_out(entry: Entry, shared: set[str], term: range | None) -> str:
    """Return why an amount is in no reading, or nothing; `shared` are the elements of which others pay a part."""
    if entry.money.stream == "unknown" and entry.element in shared:
        return "shared"
    return "outside" if term is not None and not any(in_year(when_of(entry.money), year) for year in term) else ""


def _readings(scope: str, entries: list[Entry], amount: Decimal | None, term: range | None) -> Iterator[Reading]:
    """Yield the readings of one scope that differ from each other."""
    exact = [entry for entry in entries if value_of(entry.money) is not None]
    combined = [(one, other) for other in ("one_off", "structural") for one in ("once", "yearly")]
    structural = any(_recurs(entry, "once", other) != _recurs(entry, "yearly", other) for entry in exact for _, other in combined)
    unknown = any(_recurs(entry, one, "one_off") != _recurs(entry, one, "structural") for entry in exact for one, _ in combined)
    seen: list[tuple[int | None, ...]] = []
    for one, other in combined:
        times = tuple(_times(entry, _recurs(entry, one, other), term) for entry in exact)
        if times in seen:
            continue
        seen.append(times)
        spent = _spent(exact, times)
        yield Reading(
            scope,
            one if structural else "",
            other if unknown else "",
            tuple(zip(exact, times, strict=True)),
            spent,
            amount - spent if amount is not None and spent is not None else None,
            len(entries) - len(exact),
        )


def _recurs(entry: Entry, structural: str, unknown: str) -> bool:
    """Say whether an amount comes back every year: as it says itself, else as the reading has it; what is read as structural counts as such."""
    money, when = entry.money, when_of(entry.money)
    if money.per == "total":
        return False
    if money.per == "year" and None not in when:
        return True
    if money.nature == "one_off":
        return False
    return "structural" in (money.nature, unknown) and (money.per == "year" or structural == "yearly")


def _times(entry: Entry, recurs: bool, term: range | None) -> int | None:  # noqa: FBT001 - private, and read beside its only caller
    if not recurs:
        return 1
    when = when_of(entry.money)
    if term is not None:
        return sum(in_year(when, year) for year in term)
    return when.last - when.first + 1 if when.first is not None and when.last is not None else None


def _spent(entries: list[Entry], times: tuple[int | None, ...]) -> Decimal | None:
    spent = Decimal(0)
    for entry, often in zip(entries, times, strict=True):
        if often is None:
            return None
        spent += (value_of(entry.money) or Decimal(0)) * often
    return spent
