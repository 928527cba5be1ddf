"""What became of what was expected: results that are expected or planned, and what later ones say of them.

The definitions are those of the `results` analysis.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from dinkit.analyses._histories import Editions, Form, editions_of, forms_of
from dinkit.analyses._plans import known
from dinkit.analyses._results import Reported, known_first, reported_of
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Result
from dinkit.model.values import unit_of
from dinkit.network import Network

BECAME = ("met", "perhaps", "moved", "open", "unkept", "unknown")
"""What can become of an expectation; see `Expectation.became`."""

_HOPED = ("expected", "planned")
_ONCE = ("start", "completion")
"""Types of what happens once: of these a later edition can report an earlier date, or announce a later one."""


class Expectation(NamedTuple):
    """A result that was expected or planned, and what became of it at the reference date."""

    reported: Reported
    edition: int
    """The latest edition that expects it: 0 is the network itself."""
    became: str
    """"met": the same result is reported as realised; "perhaps": only one like it, of the same element; "moved": a later edition expects it
    for a later date; "open": its date has not passed; "unkept": it has, with nothing reported; "unknown": no date, or none to look from."""
    by: Result | None
    """The result that says so: a realised one, or where it moved, the new expectation."""


class _Told(NamedTuple):
    """A result in the latest edition that has it with this standing, and every form of it and of what it is about."""

    result: Result
    edition: int
    own: frozenset[Form]
    about: frozenset[Form]


def expectations_of(network: Network) -> tuple[Expectation, ...]:
    """Return every expectation of this network and its earlier editions, each once, in the order of the work that it is about.

    An expectation that several editions repeat (the same id) counts as the latest of them has it. Realised results of after the reference date
    are not looked at.
    """
    editions = editions_of(network)
    everything = [(number, one) for number, edition in enumerate(editions.networks) for one in reported_of(edition)]
    reference = known(network.head.reference_date)
    realised = [one for one in _told(editions, everything, ("realised",)) if reference is None or not _after(one.result, reference)]
    hoped = _told(editions, everything, _HOPED)
    latest = {(one.edition, one.result.id) for one in hoped}
    found = _Found(editions, _by_form(realised, "own"), _by_form(realised, "about"), _by_form(hoped, "about"), reference)
    return tuple(_expectation(found, number, one) for number, one in everything if (number, one.result.id) in latest)


_ByForm = dict[Form, list["_Told"]]


class _Found(NamedTuple):
    """What expectations are held against, by the forms of the results themselves and of what they are about."""

    editions: Editions
    realised: _ByForm
    realised_about: _ByForm
    hoped_about: _ByForm
    reference: ImpreciseDate | None


def _by_form(told: Iterable[_Told], field: str) -> _ByForm:
    found: _ByForm = {}
    for one in told:
        for form in one.own if field == "own" else one.about:
            found.setdefault(form, []).append(one)
    return found


def _told(editions: Editions, everything: Iterable[tuple[int, Reported]], standings: tuple[str, ...]) -> list[_Told]:
    """Return the results of these standings, each id once, by date."""
    found: dict[str, _Told] = {}
    for number, one in everything:
        if one.result.standing in standings and one.result.id not in found:
            about = {form for element in (*one.of, *one.efforts) for form in forms_of(editions, Form(number, element))}
            own = forms_of(editions, Form(number, one.result.id))
            found[one.result.id] = _Told(one.result, number, frozenset(own), frozenset(about))
    return sorted(found.values(), key=_order)


def _after(result: Result, reference: ImpreciseDate) -> bool:
    when = known(result.date)
    return when is not None and when.first > reference.last


def _expectation(found: _Found, number: int, one: Reported) -> Expectation:
    works = found.editions.works[number]
    about = {Form(number, listing) for element in one.of for listing in works.listings.get(works.original.get(element, ""), [element])}
    same = _on([Form(number, one.result.id)], found.realised, number)
    alike = [told for told in _on(about, found.realised_about, number) if _alike(one.result, told.result)]
    ways: tuple[tuple[str, Iterator[_Told]], ...] = (
        ("met", iter(same)),
        ("moved", (told for told in _on(about, found.hoped_about, number - 1) if _moved(one.result, told.result))),
        ("perhaps", (told for told in alike if _in_time(one.result, told.result, newer=told.edition < number))),
    )
    for became, told in ((way, next(candidates, None)) for way, candidates in ways):
        if told is not None:
            return Expectation(one, number, became, told.result)
    return Expectation(one, number, _unmet(one.result, found.reference), None)


def _on(forms: Iterable[Form], told: _ByForm, latest: int) -> list[_Told]:
    """Return the results on these forms that stand in edition `latest` or a later one, by date."""
    found = {one.result.id: one for form in forms for one in told.get(form, ()) if one.edition <= latest}
    return sorted(found.values(), key=_order)


def _order(one: _Told) -> tuple[date, str]:
    return known_first(one.result), one.result.id


def _alike(expected: Result, found: Result) -> bool:
    """Say whether type and unit agree, as far as both say; what is completed has started too."""
    types = (expected.type or "unknown", found.type or "unknown")
    if "unknown" not in types and types[0] != types[1] and types != _ONCE:
        return False
    units = [unit_of(one.value) if one.value else None for one in (expected, found)]
    return None in units or units[0] == units[1]


def _moved(expected: Result, again: Result) -> bool:
    """Say whether it is the same start or completion, expected again for certainly later."""
    due, later = known(expected.date), known(again.date)
    return expected.type in _ONCE and again.type == expected.type and due is not None and later is not None and later.first > due.last


def _in_time(expected: Result, found: Result, *, newer: bool) -> bool:
    """Say whether it may be the same moment or a later one; what happens once and is news in a later edition may also be early."""
    due, done = known(expected.date), known(found.date)
    if newer and (due is None or expected.type in _ONCE):
        return True
    return due is not None and done is not None and done.last >= due.first


def _unmet(expected: Result, reference: ImpreciseDate | None) -> str:
    due = known(expected.date)
    if due is None or reference is None:
        return "unknown"
    return "unkept" if due.last < reference.first else "open"
