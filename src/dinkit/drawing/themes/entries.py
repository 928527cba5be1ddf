"""One effort as it stands below a theme: its name with all that an effort box tells, or one line where it stands again."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from dinkit.drawing import words
from dinkit.drawing.nodes import ROW_MARK, STATE_MARK
from dinkit.drawing.selection import Options, involved, top_effort
from dinkit.drawing.themes.grouping import Spot, parts_of, touched
from dinkit.drawing.themes.words import say
from dinkit.drawing.words import plain
from dinkit.model.records import Effort, Indicator
from dinkit.model.vocabulary import UNKNOWN, spell_value
from dinkit.network import Network

AGAIN = ROW_MARK["also"]
"""In front of an effort that stands in full elsewhere."""


class Fact(NamedTuple):
    """One thing to know of an effort: "alarm", "ended", "state", "parts", "target", "note" or "parties", and the words."""

    key: str
    text: str


class Part(NamedTuple):
    """One part of an effort, on a line of its own; `note` says what else it is, such as the same work as another."""

    id: str
    number: str
    name: str
    depth: int
    note: str
    is_focus: bool


class Entry(NamedTuple):
    """An effort (or a part of one, where only that touches the theme) below a theme."""

    id: str
    number: str
    name: str
    steering: str
    """In words; empty where the model says nothing."""
    steering_mark: str
    facts: tuple[Fact, ...]
    parts: tuple[Part, ...]
    is_again: bool
    """Whether it stands in full elsewhere."""
    is_focus: bool
    """Whether it or one of its parts is what the picture is about."""
    title: str
    """The effort as a sentence, for whoever cannot see it."""


def entry_of(network: Network, spot: Spot, options: Options, parties: Collection[str]) -> Entry:
    """Return what stands at a place of an effort; of those involved only `parties` are named."""
    effort = network.elements[spot.element]
    language = options.language
    full = isinstance(effort, Effort) and spot.home is None
    steering = effort.steering if isinstance(effort, Effort) and full else None
    entry = Entry(
        id=spot.element,
        number=effort.number or "",
        name=effort.name,
        steering=spell_value("steering", steering, language) if steering else "",
        steering_mark=words.steering_letter(steering, language) if steering else "",
        facts=_facts(network, spot, language, parties) if full else (_again(network, spot, language),),
        parts=_parts(network, spot.element, options) if full else (),
        is_again=not full,
        is_focus=full and options.focus in (spot.element, *(part for part, _ in parts_of(network, spot.element))),
        title="",
    )
    return entry._replace(title=_title(network, entry, language))


def own_parts(entry: Entry) -> list[Part]:
    """Return the parts of an effort itself, without those that stand with another effort."""
    return [part for part in entry.parts if part.number != AGAIN]


def _again(network: Network, spot: Spot, language: str) -> Fact:
    effort = top_effort(network, spot.element)
    theme = network.elements[spot.home].name if spot.home else ""
    key = "stands-at" if effort == spot.element else "part-stands-at"
    said = [say(key, language, theme=theme, effort=network.elements[effort].name), *_concluded(network, spot, language)]
    return Fact("note", "; ".join(said))


def _facts(network: Network, spot: Spot, language: str, parties: Collection[str]) -> tuple[Fact, ...]:
    element = network.elements[spot.element]
    targets = sorted({link.source for link in network.incoming(element.id, "measures")})
    measured = [one for one in (network.elements[name] for name in targets) if isinstance(one, Indicator)]
    others = [network.elements[link.target].name for link in touched(network, element.id) if link.target != spot.theme]
    notes = [say("through", language, parts=_listed(network, spot.through))] if spot.through else []
    notes += _concluded(network, spot, language)
    notes += [say("also-at", language, themes=", ".join(others))] if others else []
    notes += _twins(network, element.id, language)
    named = sorted((network.elements[one].name for one in involved(network, element.id) if one in parties), key=str.casefold)
    return (
        *_states(network, element.id, language),
        *(Fact("target", words.target(value, language)) for one in measured for value in one.targets),
        *(Fact("note", note) for note in notes),
        *([Fact("parties", say("parties", language, names=", ".join(named)))] if named else []),
    )


def _states(network: Network, effort: str, language: str) -> list[Fact]:
    element = network.elements[effort]
    facts = [Fact("alarm", f"{STATE_MARK['damaged']} {words.say('damaged', language)}")] if effort in network.damaged else []
    facts += [Fact("ended", f"{STATE_MARK['ended']} {words.say('ended', language)}")] if element.ended is not None else []
    status = element.status if isinstance(element, Effort) else None
    return facts + ([Fact("state", spell_value("status", status, language))] if status and status != UNKNOWN else [])


def _concluded(network: Network, spot: Spot, language: str) -> list[str]:
    """Say that the source does not itself put an effort at a theme."""
    if spot.provenance not in ("derived", "added"):
        return []
    return [f"{network.name_of('theme', language)} {spell_value('provenance', spot.provenance, language)}"]


def _twins(network: Network, effort: str, language: str) -> list[str]:
    twins = {link.target for link in network.outgoing(effort, "same_as")} | {link.source for link in network.incoming(effort, "same_as")}
    return [say("same", language, names=_listed(network, sorted(twins)))] if twins else []


def _listed(network: Network, elements: Collection[str]) -> str:
    return ", ".join(network.elements[one].name for one in elements)


def _parts(network: Network, effort: str, options: Options) -> tuple[Part, ...]:
    """Return the parts of an effort, and below them those that belong here too and stand with another effort."""
    own = parts_of(network, effort)
    found = [_part(network, part, depth, options) for part, depth in own]
    guests = sorted({link.source for link in network.incoming(effort, "also_part_of")} - {effort, *(part for part, _ in own)})
    for guest in guests:
        at = say("guest", options.language, effort=network.elements[top_effort(network, guest)].name)
        found.append(_part(network, guest, 0, options)._replace(number=AGAIN, note=at))
    return tuple(found)


def _part(network: Network, part: str, depth: int, options: Options) -> Part:
    element = network.elements[part]
    notes = [fact.text for fact in _states(network, part, options.language)] + _twins(network, part, options.language)
    return Part(part, element.number or "", element.name, depth, "; ".join(notes), part == options.focus)


def _title(network: Network, entry: Entry, language: str) -> str:
    """Say an effort in one sentence."""
    if entry.is_again:
        return "; ".join((say("once-more", language, name=plain(entry.name)), *(plain(fact.text) for fact in entry.facts)))
    kind = network.name_of("effort", language)
    numbered = f"{kind} {entry.number}" if entry.number else kind
    said = [f"{numbered[:1].upper()}{numbered[1:]}: {plain(entry.name)}"]
    said += [f"{words.say('target', language)}: {fact.text}" if fact.key == "target" else plain(fact.text) for fact in entry.facts]
    said += [words.say("steering", language, steering=entry.steering)] if entry.steering else []
    for key, parts in (("parts", own_parts(entry)), ("legend-also", [part for part in entry.parts if part.number == AGAIN])):
        said += [f"{words.say(key, language, count=len(parts))}: {', '.join(map(_in_words, parts))}"] if parts else []
    return "; ".join(said)


def _in_words(part: Part) -> str:
    numbered = f"{part.number} {plain(part.name)}" if part.number not in ("", AGAIN) else plain(part.name)
    return f"{numbered} ({plain(part.note)})" if part.note else numbered
