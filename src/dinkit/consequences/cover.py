"""Goals (benefits, capabilities) that lost or gained cover, as the `coverage` analysis defines it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dinkit.analyses import _words as words
from dinkit.analyses._cover import Cover, covers
from dinkit.analyses._works import Works, works_of
from dinkit.analysis import Options
from dinkit.comparing.comparison import Consequence, Gist
from dinkit.comparing.difference import Difference
from dinkit.comparing.matching import Match
from dinkit.consequences.naming import called, in_work, low, name_of, names
from dinkit.finding import Text
from dinkit.model.records import Goal
from dinkit.network import Network

_RANK = {"none": 0, "deliberate": 0, "partial": 1, "full": 2}


class _Seen(NamedTuple):
    """One goal in both networks: how it was covered (by all that it continues) and is covered."""

    found: Match
    works: tuple[Works, Works]
    then: tuple[Cover, ...]
    now: Cover


def cover_consequences(difference: Difference) -> Iterator[Consequence]:
    """Yield a consequence per goal of which the cover changed, goals as in the printed tree."""
    found = difference.found
    then = {cover.element.id: cover for cover in covers(found.earlier, Options())}
    works = works_of(found.earlier), works_of(found.later)
    for now in covers(found.later, Options()):
        old = tuple(then[one] for one in found.before.get(now.element.id, ()) if one in then)
        yield from _changed(_Seen(found, works, old, now)) if old else _new(found.later, now)
    for old_cover in then.values():
        if old_cover.element.id not in found.after and old_cover.carriers:
            yield _gone(found.earlier, old_cover, editions=difference.editions)


def _carriers(covers_then: tuple[Cover, ...], *, direct: bool) -> frozenset[str]:
    return frozenset(one for cover in covers_then for one in (cover.direct if direct else cover.carriers))


def _changed(seen: _Seen) -> Iterator[Consequence]:
    was, now = max(_RANK[one.state] for one in seen.then), _RANK[seen.now.state]
    if now < was:
        yield _lost(seen) if now == 0 else _no_longer_full(seen)
    elif now > was:
        yield _gained(seen) if was == 0 else _full_now(seen)
    carriers = _carriers(seen.then, direct=False)
    if len(seen.now.carriers) == 1 < len(carriers):
        yield _last(seen, len(carriers))
    elif now and was:
        yield from _others(seen)
    if seen.now.direct and _carriers(seen.then, direct=True):
        yield from _quality(seen)


def _new(network: Network, cover: Cover) -> Iterator[Consequence]:
    if cover.state == "none" and isinstance(cover.element, Goal):
        who, effort = called(network, cover.element.id), words.kind_word(network, "effort", count=1)
        said = Text(f"{who.nl} is nieuw en heeft nog geen {effort.nl}.", f"{who.en} is new and has no {effort.en} yet.")
        yield _about(network, cover, "uncovered-goal", said, Text(f"Nieuw en nog zonder {effort.nl}", f"New and still without {effort.en}"))


def _gone(network: Network, cover: Cover, *, editions: bool) -> Consequence:
    carriers = cover.direct or cover.carriers
    who, by = called(network, cover.element.id), names(network, carriers)
    what = Text("wordt niet meer genoemd", "is no longer named") if editions else Text("is weg", "is gone")
    led = words.verb(len(carriers), ("droeg", "droegen"), ("contributed", "contributed"))
    said = Text(f"{who.nl} {what.nl}; daaraan {led.nl} {by.nl} bij.", f"{who.en} {what.en}; {by.en} {led.en} to it.")
    head = (
        Text("Doelen die niet meer genoemd worden", "Goals that are no longer named")
        if editions
        else Text("Doelen die weg zijn", "Goals that are gone")
    )
    return _about(network, cover, "goal-gone", said, head)


def _lost(seen: _Seen) -> Consequence:
    network, cover = seen.found.later, seen.now
    carriers = _carriers(seen.then, direct=False)
    who, by, effort = called(network, cover.element.id), names(seen.found.earlier, carriers), words.kind_word(network, "effort", count=1)
    led = words.verb(len(carriers), ("droeg", "droegen"), ("contributed", "contributed"))
    reason = cover.element.deliberately_no_effort if isinstance(cover.element, Goal) else None
    if reason:
        said = Text(
            f"{who.nl} heeft met opzet geen {effort.nl} meer: {reason.rstrip('.')}.",
            f"{who.en} has no {effort.en} any more on purpose: {reason.rstrip('.')}.",
        )
        return _about(network, cover, "lost-cover", said, Text(f"Met opzet geen {effort.nl} meer", f"No {effort.en} any more, on purpose"))
    said = Text(
        f"{who.nl} heeft geen {effort.nl} meer; eerst {led.nl} {by.nl} eraan bij.",
        f"{who.en} has no {effort.en} any more; {by.en} {led.en} to it before.",
    )
    return _about(network, cover, "lost-cover", said, Text(f"Geen {effort.nl} meer", f"No {effort.en} any more"))


def _no_longer_full(seen: _Seen) -> Consequence:
    who, now = called(seen.found.later, seen.now.element.id), seen.now
    if now.leaves_direct:
        how = Text(
            f"van de {now.leaves} onderste doelen {'heeft' if now.leaves_direct == 1 else 'hebben'} er nog {now.leaves_direct} een rechtstreekse inspanning",
            f"of its {now.leaves} lowest goals {now.leaves_direct} still {'has' if now.leaves_direct == 1 else 'have'} a direct effort",
        )
    else:
        how = Text("geen doel eronder heeft nog een rechtstreekse inspanning", "no goal below it has a direct effort any more")
    said = Text(f"{who.nl} is niet meer volledig gedekt: {how.nl}.", f"{who.en} is no longer covered in full: {how.en}.")
    return _about(seen.found.later, now, "lost-cover", said, Text("Niet meer volledig gedekt", "No longer covered in full"))


def _gained(seen: _Seen) -> Consequence:
    network = seen.found.later
    who, by, effort = called(network, seen.now.element.id), names(network, seen.now.carriers), words.kind_word(network, "effort", count=1)
    said = Text(f"{who.nl} had geen {effort.nl} en heeft nu {by.nl}.", f"{who.en} had no {effort.en} and has {by.en} now.")
    return _about(network, seen.now, "gained-cover", said, Text(f"Had geen {effort.nl} en nu wel", f"Had no {effort.en} and has one now"))


def _full_now(seen: _Seen) -> Consequence:
    who = called(seen.found.later, seen.now.element.id)
    said = Text(
        f"{who.nl} is nu volledig gedekt: elk doel eronder heeft een rechtstreekse inspanning.",
        f"{who.en} is covered in full now: every goal below it has a direct effort.",
    )
    return _about(seen.found.later, seen.now, "gained-cover", said, Text("Nu volledig gedekt", "Covered in full now"))


def _last(seen: _Seen, was: int) -> Consequence:
    network = seen.found.later
    who, by, effort = called(network, seen.now.element.id), names(network, seen.now.carriers), words.kind_word(network, "effort", count=1)
    said = Text(
        f"{who.nl} hangt nu aan één {effort.nl}: {by.nl} (dat waren er {was}).",
        f"{who.en} hangs on a single {effort.en} now: {by.en} (there were {was}).",
    )
    return _about(network, seen.now, "last-effort", said, Text(f"Hangt nu aan één {effort.nl}", f"Hangs on a single {effort.en} now"))


def _others(seen: _Seen) -> Iterator[Consequence]:
    """Yield which efforts came and went, where they serve the goal itself: what is above it follows from that."""
    lost, gained = _away(seen), _come(seen)
    if not lost and not gained:
        return
    was, now = len(_carriers(seen.then, direct=True)), len(seen.now.direct)
    who = called(seen.found.later, seen.now.element.id)
    count = words.kind_word(seen.found.later, "effort", count=now)
    away, come = names(seen.found.earlier, lost), names(seen.found.later, gained)
    told = [
        *([Text(f"zonder {away.nl}", f"without {away.en}")] if lost else []),
        *([Text(f"met {come.nl} erbij", f"with {come.en} added")] if gained else []),
    ]
    if joined := was - len(lost) - (now - len(gained)):
        told.append(
            Text(f"{joined} opgegaan in een ander", f"{joined} merged into another")
            if joined > 0
            else Text(f"{-joined} afgesplitst", f"{-joined} split off")
        )
    how = words.joined(told, ", ")
    one = words.kind_word(seen.found.later, "effort", count=1)
    has = (
        Text(f"{now} rechtstreekse {count.nl}", f"{now} direct {count.en}")
        if now
        else Text(f"geen rechtstreekse {one.nl} meer", f"no direct {one.en} any more")
    )
    had = Text(str(was), str(was)) if was else Text("geen", "none")
    said = Text(f"{who.nl} heeft {has.nl} (eerst {had.nl}): {how.nl}.", f"{who.en} has {has.en} (before {had.en}): {how.en}.")
    code, nl, en = (
        ("fewer-efforts", "Minder", "Fewer") if now < was else ("more-efforts", "Meer", "More") if now > was else ("other-efforts", "Andere", "Other")
    )
    efforts = words.kind_word(seen.found.later, "effort")
    head = Text(f"{nl} rechtstreekse {efforts.nl}", f"{en} direct {efforts.en}")
    yield _about(seen.found.later, seen.now, code, said, head, Text(f" (van {was} naar {now})", f" (from {was} to {now})"))


def _away(seen: _Seen) -> list[str]:
    """Return the efforts that served it directly and do so no longer, nor does what they became."""
    return sorted(one for one in _carriers(seen.then, direct=True) if seen.now.direct.isdisjoint(in_work(seen.works[1], seen.found.after, one)))


def _come(seen: _Seen) -> list[str]:
    """Return the efforts that serve it directly now, while what they were did not."""
    then = _carriers(seen.then, direct=True)
    return sorted(one for one in seen.now.direct if then.isdisjoint(in_work(seen.works[0], seen.found.before, one)))


def _quality(seen: _Seen) -> Iterator[Consequence]:
    who = called(seen.found.later, seen.now.element.id)
    if not seen.now.evidence[0] and any(one.evidence[0] for one in seen.then):
        said = Text(
            f"{who.nl} steunt niet meer op een bijdrage die een bron vermeldt.", f"{who.en} rests on no contribution any more that a source states."
        )
        head = Text("Steunt niet meer op een bijdrage die een bron vermeldt", "Rests on no contribution any more that a source states")
        yield _about(seen.found.later, seen.now, "weaker-evidence", said, head)
    if not seen.now.steered[0] and any(one.steered[0] for one in seen.then):
        said = Text(
            f"Op geen inspanning voor {low(who.nl)} stuurt het programma nog zelf.",
            f"The programme itself steers no effort for {low(who.en)} any more.",
        )
        head = Text("Geen werk meer waar het programma zelf op stuurt", "No work any more that the programme itself steers")
        yield _about(seen.found.later, seen.now, "unsteered", said, head)


_NOTHING = Text("", "")


def _about(network: Network, cover: Cover, code: str, said: Text, head: Text, more: Text = _NOTHING) -> Consequence:
    """Return a consequence; among others it is told by the name of what it is about, with `more` behind it."""
    name = words.quoted(name_of(network, cover.element.id))
    return Consequence(code, said, cover.element.id, Gist(head.en, head, Text(name + more.nl, name + more.en)))
