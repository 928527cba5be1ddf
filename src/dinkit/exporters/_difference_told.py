"""The changes of a comparison as a picture is told them: per element what was and what is, side by side.

The words are those of the text (`_difference.entries`), so that the picture and the text never tell two stories.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dinkit.analyses._editions_words import CODES as WHAT
from dinkit.comparing.comparison import Comparison
from dinkit.comparing.difference import Difference, ElementChange, element_of, relations_by_owner
from dinkit.comparing.links import RelationChange, relation_of
from dinkit.drawing.change.told import Said, Told
from dinkit.drawing.change.union import BOXES
from dinkit.exporters._cells import say
from dinkit.exporters._difference import CITED, OF_NEW, end_of, entries, names_text, other_end, relation_label, settings
from dinkit.exporters._field_words import ABSENT, field_parts, label, value_text
from dinkit.exporters._plain import plain
from dinkit.finding import Text
from dinkit.model.records import Indicator
from dinkit.naming import named
from dinkit.network import Network

_SHOWN = frozenset(("name", "number"))
"""Stand in the head of a box themselves."""
_WORDY = frozenset(("description", "also_known_as", "announced", "tags", "provenance", "source", "verbatim", "reason", "note", "accepted"))
_OWN_CODES = frozenset(("merged", "split", "ended", "stopped", "done", "main_goal_gained", "main_goal_lost", "other_main_goal"))
"""What happened that no field, name or place shows."""


def told_changes(comparison: Comparison, language: str) -> dict[str, Told]:
    """Return what is told per element that changed, or of which a relation did; of an indicator also at what it measures.

    There is nothing to tell where one of the versions could not be read at all.
    """
    found = comparison.difference
    changes = {change.element: change for change in found.elements}
    said: dict[str, list[Said]] = {}
    listed = entries(comparison, language)
    if not listed:
        return {}
    for entry in listed:
        change = changes.get(entry.element)
        said.setdefault(entry.element, []).extend(_said(found, change, language) if change else ())
    for (_, owner), relations in relations_by_owner(found).items():
        for relation in relations:
            for element, one in _relation_said(found, owner, relation, language):
                said.setdefault(element, []).append(one)
    told = {}
    for entry in listed:
        change = changes.get(entry.element)
        parts = tuple(said[entry.element])
        told[entry.element] = Told(
            entry.element, entry.state, _what(change, language), parts, _words(entry.what, entry.lines), change is None or change.sure
        )
    return _with_measures(found, told, said, language)


def settings_told(comparison: Comparison, language: str) -> tuple[str, ...]:
    """Return what changed in what the model says of itself."""
    return tuple(settings(comparison, language))


def _words(what: str, lines: Iterable[str]) -> tuple[str, ...]:
    return tuple([what] if what else []) + tuple(lines)


def _what(change: ElementChange | None, language: str) -> str:
    if change is None:
        return ""
    words = [WHAT[code] for code in change.codes if code in _OWN_CODES]
    if change.state == "removed" and change.after:
        words.insert(0, Text("gaat verder in een ander", "goes on in another"))
    if not change.sure:
        words.append(Text("niet zeker: niet alles kon gelezen worden", "not certain: not everything could be read"))
    return ", ".join(say(text, language) for text in words)


def _said(found: Difference, change: ElementChange, language: str) -> Iterator[Said]:
    """Yield what an element itself says otherwise."""
    earlier, later = found.found.earlier, found.found.later
    if change.after:
        yield Said(say(Text("nu", "now"), language), "", names_text(later, change.after), "place")
    yield from _identity(found, change, language)
    if "other_parent" in change.codes and element_of(change).kind != "indicator":
        was, now = names_text(earlier, change.parents_then), names_text(later, change.parents)
        yield Said(label("part_of", language), was, now, "place")
    if change.goals_then or change.goals:
        words = say(Text("leidt naar hoofddoel", "leads to main goal"), language)
        yield Said(words, names_text(earlier, change.goals_then), names_text(later, change.goals), "place")
    for field in change.fields:
        if field.field not in _SHOWN and not (found.editions and field.field in CITED):
            sort = "text" if field.field in _WORDY else "field"
            for part in field_parts(field, language, evidence=not found.editions):
                yield Said(part.name, _value(part.old, language), _value(part.new, language), sort)
    if change.state == "added":
        for name in OF_NEW:
            if (value := getattr(change.new, name, None)) not in (None, (), ""):
                yield Said(label(name, language), "", value_text(name, value, language), "text" if name in _WORDY else "field")


def _identity(found: Difference, change: ElementChange, language: str) -> Iterator[Said]:
    old, new, match = change.old, change.new, found.found
    if old is not None and new is not None and old.id != new.id:
        yield Said("id", old.id, new.id, "text" if found.editions else "field")
    if old is not None and new is not None and old.kind != new.kind:
        was, now = plain(match.earlier.name_of(old.kind, language)), plain(match.later.name_of(new.kind, language))
        yield Said(say(Text("soort element", "kind of element"), language), was, now, "place")
    others = [one for one in change.before if old is None or one != old.id] if new is not None else []
    if others:
        words = Text("zet ook voort", "also continues") if old else Text("zet voort", "continues")
        yield Said(say(words, language), "", names_text(match.earlier, others), "place")
    heirs = [one for one in match.after.get(old.id, ()) if one != new.id] if old is not None and new is not None else []
    if heirs:
        yield Said(say(Text("ging ook over in", "also went into"), language), "", names_text(match.later, heirs), "place")


def _value(text: str | None, language: str) -> str:
    return "" if text is None or text == say(ABSENT, language) else text


def _relation_said(found: Difference, owner: str, change: RelationChange, language: str) -> Iterator[tuple[str, Said]]:
    """Yield with which element a relation is told, and what: with its owner, else where its other end has a box."""
    relation, network = relation_of(change), found.found.later if change.new else found.found.earlier
    ids = {"source": _now(found, change, relation.source), "target": _now(found, change, relation.target)}
    end = end_of(found, owner, change)
    if not _is_box(found, ids[end]):
        if relation.type == "of":  # results and measurements of an element are news of their own, and no news of it
            return
        end = {"source": "target", "target": "source"}[end]
    if not _is_box(found, ids[end]):
        return
    line = (relation.type, ids["source"], ids["target"])
    words, other = relation_label(relation, end, language), other_end(network, relation, end, language, details=change.state != "changed")
    if change.state != "changed":
        yield ids[end], Said(words, "" if change.new else other, other if change.new else "", "relation", line)
        return
    for field in change.fields:
        if not (found.editions and field.field in (*CITED, "reason")):
            for part in field_parts(field, language):
                yield ids[end], Said(f"{words} {other}: {part.name}", _value(part.old, language), _value(part.new, language), "field", line)


def _now(found: Difference, change: RelationChange, end: str) -> str:
    return end if change.new else found.same.get(end, end)


def _is_box(found: Difference, element: str) -> bool:
    one = found.found.later.elements.get(element) or found.found.earlier.elements.get(element)
    return isinstance(one, BOXES)


def _with_measures(found: Difference, told: dict[str, Told], said: dict[str, list[Said]], language: str) -> dict[str, Told]:
    """Add what changed in an indicator to what it measures, for the box of that shows its targets; and elements of which only relations changed."""
    later, earlier = found.found.later, found.found.earlier
    for change in found.elements:
        element = element_of(change)
        if isinstance(element, Indicator):
            network = later if change.new is not None else earlier
            for relation in network.outgoing(element.id, "measures"):
                target = relation.target if change.new is not None else found.same.get(relation.target, relation.target)
                if _is_box(found, target):
                    said.setdefault(target, []).extend(_measure(element, network, change, said.get(element.id, []), language))
    for name, parts in said.items():
        known = told.get(name)
        told[name] = (known or Told(name, "changed"))._replace(said=tuple(dict.fromkeys(parts)))
    return told


def _measure(element: Indicator, network: Network, change: ElementChange, parts: Iterable[Said], language: str) -> Iterator[Said]:
    kind, name = plain(network.name_of("indicator", language)), plain(named(element))
    if change.state != "changed":
        yield Said(kind, name if change.state == "removed" else "", name if change.state == "added" else "", "field")
        return
    old = plain(change.old.name) if change.old else ""
    if old != name:
        yield Said(kind, old, name, "field")
    yield from (one._replace(label=f"{kind} '{name}': {one.label}") for one in parts if one.sort != "relation")
