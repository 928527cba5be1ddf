"""Stakeholders that were released from work, or got more of it; counted per effort with everything in it, as the `stakeholders` analysis does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dinkit.analyses import _words as words
from dinkit.analyses._involved import Involvement, involvement_of
from dinkit.analysis import Options
from dinkit.comparing.comparison import Consequence, Gist
from dinkit.comparing.difference import Difference
from dinkit.comparing.matching import Links, Match
from dinkit.consequences.naming import in_work, name_of, names
from dinkit.finding import Text


class _Load(NamedTuple):
    """The work of one party, then and now: what it is free of, and what it got."""

    party: str
    was: int
    now: int
    lost: tuple[str, ...]
    gained: tuple[str, ...]


def party_consequences(difference: Difference) -> Iterator[Consequence]:
    """Yield a consequence per party of which the work changed; who is free of all of it, or had none, comes first."""
    found = difference.found
    then, now = (involvement_of(network, Options()) for network in (found.earlier, found.later))
    loads = list(_loads(difference, then, now))
    told = [(_released(difference, one), one, len(one.lost)) for one in loads if one.lost]
    told += [(_loaded(difference, one), one, len(one.gained)) for one in loads if one.gained]

    def rank(one: tuple[Consequence, _Load, int]) -> tuple[str, bool, int, str]:
        said, load, efforts = one
        return (said.code, bool(load.was and load.now), -efforts, said.text.nl)

    yield from (said for said, _, _ in sorted(told, key=rank))


def _units(involvement: Involvement) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in involvement.lines:
        found.setdefault(line.stakeholder, set()).add(line.unit)
    return found


def _loads(difference: Difference, then: Involvement, now: Involvement) -> Iterator[_Load]:
    found = difference.found
    were, are = _units(then), _units(now)
    for party in are:
        before = {unit for old in found.before.get(party, ()) for unit in were.get(old, ())}
        yield from _load(found, (then, now), party, before, are[party])
    for party in were.keys() - {old for new in are for old in found.before.get(new, ())}:
        yield from _load(found, (then, now), party, were[party], set())


def _load(found: Match, involvements: tuple[Involvement, Involvement], party: str, then: set[str], now: set[str]) -> Iterator[_Load]:
    lost = _without(then, now, involvements[1], found.after)
    gained = _without(now, then, involvements[0], found.before)
    if lost or gained:
        yield _Load(party, len(then), len(now), lost, gained)


def _without(units: set[str], others: set[str], involvement: Involvement, links: Links) -> tuple[str, ...]:
    """Return the efforts of one network that do not go on in any of those of the other network."""
    return tuple(sorted(unit for unit in units if others.isdisjoint(in_work(involvement.works, links, unit))))


def _released(difference: Difference, load: _Load) -> Consequence:
    network = difference.found.later if load.now else difference.found.earlier
    who, of, left = name_of(network, load.party), names(difference.found.earlier, load.lost), _count(difference, load.now)
    if difference.editions and not load.now:
        said = Text(f"Bij geen inspanning meer genoemd: '{who}' (was bij {of.nl}).", f"No longer named with any effort: '{who}' (was with {of.en}).")
        head = Text("Bij geen inspanning meer genoemd", "No longer named with any effort")
    elif difference.editions:
        said = Text(f"Niet meer genoemd bij {of.nl}: '{who}' (nu bij {left.nl}).", f"No longer named with {of.en}: '{who}' (with {left.en} now).")
        head = Text("Niet meer genoemd bij een deel van het werk", "No longer named with part of the work")
    elif not load.now:
        said = Text(f"Vrij van al het werk: '{who}' (was bij {of.nl}).", f"Free of all work: '{who}' (was in {of.en}).")
        head = Text("Vrij van al het werk", "Free of all work")
    else:
        said = Text(f"Vrij van {of.nl}: '{who}' (houdt {left.nl}).", f"Free of {of.en}: '{who}' (keeps {left.en}).")
        head = Text("Vrij van een deel van het werk", "Free of part of the work")
    return Consequence("stakeholder-released", said, load.party, _gist(head, who, Text(f"was bij {len(load.lost)}", f"was in {len(load.lost)}")))


def _loaded(difference: Difference, load: _Load) -> Consequence:
    who, by = name_of(difference.found.later, load.party), names(difference.found.later, load.gained)
    count = _count(difference, load.now)
    if not load.was:
        said = Text(f"Nieuw betrokken: '{who}' (bij {by.nl}).", f"Newly involved: '{who}' (in {by.en}).")
        head = Text("Nieuw betrokken", "Newly involved")
    else:
        said = Text(f"Meer werk voor '{who}': {by.nl} erbij (nu {count.nl}).", f"More work for '{who}': {by.en} added ({count.en} now).")
        head = Text("Meer werk", "More work")
    return Consequence("stakeholder-loaded", said, load.party, _gist(head, who, Text(f"bij {len(load.gained)}", f"in {len(load.gained)}")))


def _gist(head: Text, who: str, how: Text) -> Gist:
    """Return how a party is told with others: by its name, and in how many efforts it changed."""
    name = words.quoted(who)
    return Gist(head.en, head, Text(f"{name} ({how.nl})", f"{name} ({how.en})"))


def _count(difference: Difference, count: int) -> Text:
    word = words.kind_word(difference.found.later, "effort", count=count)
    return Text(f"{count} {word.nl}", f"{count} {word.en}")
