"""What a picture of a change says around its boxes, and the whole picture in sentences for who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dinkit.comparing.comparison import Comparison, Side
from dinkit.comparing.difference import is_empty
from dinkit.drawing.change.looks import LOOKS
from dinkit.drawing.change.told import STATES, Told
from dinkit.drawing.change.union import BOXES
from dinkit.drawing.change.view import Changed
from dinkit.drawing.change.words import say
from dinkit.drawing.dot import names_of
from dinkit.drawing.selection import Options
from dinkit.drawing.view import title_of
from dinkit.drawing.words import in_language, plain
from dinkit.finding import Text
from dinkit.model.kinds import KINDS
from dinkit.model.records import Indicator
from dinkit.network import Network, programme_of

MOST_NAMED = 6
"""So many changes elsewhere are named; of more only how many of a kind."""
MOST_TOLD = 3
"""Of so few changes elsewhere is also told what they are."""
LONGEST_TOLD = 90
"""Characters of what is told of one of them."""


class Sentences(NamedTuple):
    """The words around a picture."""

    title: str
    subtitles: Mapping[str, str]
    """Per state of the picture."""
    draft: str
    empty: str
    removed: str
    """What is said of what is gone."""
    notes: tuple[str, ...]
    """What is not drawn."""
    titles: Mapping[str, str]
    """Id in the DOT -> the sentence of what stands there."""
    told: tuple[tuple[str, str], ...]
    """What happened to each element ("" where nothing did), and the sentence that says so."""

    def text(self, face: str) -> tuple[str, ...]:
        """Return a state of the picture in sentences."""
        hidden = {"old": ("added",), "new": ("removed",)}.get(face, ())
        head = [one for one in (self.draft, self.empty) if one]
        return (*head, *self.notes, *(sentence for state, sentence in self.told if state not in hidden))


def sentences_of(comparison: Comparison, changed: Changed, told: Mapping[str, Told], *, settings: int, whole: bool) -> Sentences:
    """Put a change in words.

    Args:
        comparison: its two sides.
        changed: what is drawn of it.
        told: what is told per element, also of what is not drawn.
        settings: how many things changed in what the model says of itself.
        whole: everything is drawn.
    """
    language = changed.view.language
    then, now = (_said(side.name, language) for side in (comparison.then, comparison.now))
    removed = say("unnamed" if comparison.difference.editions else "removed", language)
    counts = {state: sum(one.state == state for one in changed.told.values()) for state in STATES}
    words = {"added": say("added", language), "removed": removed, "changed": say("changed", language)}
    counting = [f"{LOOKS[state].sign} {count} {words[state]}" for state, count in counts.items() if count]
    what = [say("what", language, then=then, now=now), *_existence(comparison, language), *counting]
    subtitles = {
        "old": say("face-old", language, then=then), "new": say("face-new", language, now=now), "change": " · ".join(what),
    }  # fmt: skip
    elsewhere = _elsewhere(changed, told, settings, words)
    notes = ([say("hidden-parts" if whole else "hidden", language, count=changed.unseen)] if changed.unseen else []) + elsewhere
    titles = _titles(changed, words)
    return Sentences(
        title=_title(changed, language),
        subtitles=subtitles,
        draft=_draft(comparison, then, now, language),
        empty=_empty(comparison, changed, language),
        removed=removed,
        notes=tuple(notes),
        titles=titles,
        told=tuple(_told(changed, titles, words)),
    )


def is_lost(side: Side) -> bool:
    """Say whether a version could not be read at all."""
    return not side.network.elements and not side.network.complete


def _said(text: Text, language: str) -> str:
    return plain(in_language(text, language))


def _title(changed: Changed, language: str) -> str:
    union = changed.union
    network: Network = union.later if programme_of(union.later) or union.later.elements else union.earlier
    return title_of(network, programme_of(network), Options(language=language))


def _existence(comparison: Comparison, language: str) -> list[str]:
    missing = "model-new" if not comparison.then.exists else "model-gone" if not comparison.now.exists else ""
    return [say(missing, language)] if missing else []


def _draft(comparison: Comparison, then: str, now: str, language: str) -> str:
    """Return the words in the red band: what could not be read."""
    for which, side in (("old", comparison.then), ("new", comparison.now)):
        if is_lost(side):
            return say(f"lost-{which}", language, then=then, now=now)
    unsure = any(not change.sure for change in comparison.difference.elements)
    sides = (("old", comparison.then), ("new", comparison.now))
    broken = [which for which, side in sides if not side.network.complete or (unsure and side.network.damaged)]
    return say("broken-both" if len(broken) == 2 else f"broken-{broken[0]}", language, then=then, now=now) if broken else ""


def _empty(comparison: Comparison, changed: Changed, language: str) -> str:
    if is_lost(comparison.then) or is_lost(comparison.now):
        return ""
    if is_empty(comparison.difference):
        return say("nothing", language)
    return "" if changed.told else say("nothing-drawn", language)


def _elsewhere(changed: Changed, told: Mapping[str, Told], settings: int, words: Mapping[str, str]) -> list[str]:
    """Return the note on what changed and has no place in this network; an indicator has one on what it measures."""
    network, language = changed.union.network, changed.view.language
    others = [one for name, one in told.items() if name not in changed.told and not _is_measured(network, name)]
    if len(others) <= MOST_NAMED:
        tells = len(others) <= MOST_TOLD
        parts = [
            f"{network.name_of(network.elements[one.element].kind, language)} '{_name(network, one.element)}' ({words[one.state]}{_what(one, words, language, tells=tells)})"
            for one in others
        ]
    else:
        parts = []
        for kind in KINDS:
            count = sum(network.elements[one.element].kind == kind.name for one in others)
            if count:
                parts.append(f"{count} {network.name_of(kind.name, language, plural=count != 1)}")
    parts += [say("settings", language, count=settings)] if settings else []
    return [say("elsewhere", language, parts=plain(", ".join(parts)))] if parts else []


def _what(told: Told, words: Mapping[str, str], language: str, *, tells: bool) -> str:
    """Return what changed in an element that has no box, behind the word for that; in words, for the font has no arrow."""
    said = "; ".join(told.words[(1 if told.words[:1] == (words[told.state],) else 0) :]) if tells and told.state == "changed" else ""
    said = said.replace(" → ", f" {say('becomes', language)} ")
    return f": {said if len(said) <= LONGEST_TOLD else said[: LONGEST_TOLD - 1].rstrip() + '…'}" if said else ""


def _is_measured(network: Network, element: str) -> bool:
    one = network.elements[element]
    return isinstance(one, Indicator) and any(isinstance(network.elements[link.target], BOXES) for link in network.outgoing(element, "measures"))


def _name(network: Network, element: str) -> str:
    return plain(network.elements[element].name) or element


def _sentence(changed: Changed, element: str, words: Mapping[str, str]) -> str:
    """Say in one sentence what an element is, and what happened to it."""
    network, told = changed.union.network, changed.told.get(element)
    one = network.elements[element]
    kind = network.name_of(one.kind, changed.view.language)
    name = " ".join(part for part in (kind[:1].upper() + kind[1:], one.number or "") if part) + f": {_name(network, element)}"
    if told is None:
        return plain(name)
    said = "; ".join((words[told.state], *told.words[(1 if told.words[:1] == (words[told.state],) else 0) :]))
    return plain(f"{LOOKS[told.state].sign} {name}: {said}")


def _titles(changed: Changed, words: Mapping[str, str]) -> dict[str, str]:
    names = names_of(changed.view)
    titles = {}
    for node in changed.view.nodes:
        rows = [_sentence(changed, row, words) for row in changed.rows[node.id]]
        titles[names[node.id]] = "\n".join([_sentence(changed, node.id, words), *rows])
    titles |= {names[f"heading {column.key}"]: " ".join((column.heading, column.question)).strip() for column in changed.view.columns}
    titles |= {names[f"band {band.id}"]: f"{band.number} {band.name}".strip() for band in changed.view.bands}
    for at, (edge, key) in enumerate(zip(changed.view.edges, changed.happened, strict=True), 1):
        ends = " – ".join(_name(changed.union.network, one) for one in (edge.source, edge.target))
        titles[f"e{at}"] = edge.title or ends if key == "line-same" else f"{say(key, changed.view.language)}: {edge.title or ends}"
    return titles


def _told(changed: Changed, titles: Mapping[str, str], words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what happened to every element and line that is drawn."""
    for node in changed.view.nodes:
        for element in (node.id, *changed.rows[node.id]):
            told = changed.told.get(element)
            yield told.state if told else "", _sentence(changed, element, words)
    for at, state in enumerate(changed.lines, 1):
        yield state if state in STATES else "", titles[f"e{at}"]
