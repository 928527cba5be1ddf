"""The changes of a comparison in the order of a reader, in words: one entry per element, with everything that happened to it in lines."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from dinkit.analyses._editions import in_order
from dinkit.analyses._editions_words import CODES as WHAT
from dinkit.comparing.comparison import Comparison, Consequence
from dinkit.comparing.difference import Difference, ElementChange, element_of, is_empty, relations_by_owner
from dinkit.comparing.links import RelationChange, relation_of
from dinkit.exporters._cells import say
from dinkit.exporters._field_words import field_lines, field_parts, label, part_line, value_text
from dinkit.exporters._plain import plain
from dinkit.finding import Text
from dinkit.model.kinds import KINDS
from dinkit.model.records import Element
from dinkit.model.relations import RELATION_BY_NAME
from dinkit.naming import named
from dinkit.network import Network, Relation

T = TypeVar("T", bound=Hashable)

SIGNS: Mapping[str, str] = {"added": "+", "removed": "-", "changed": "~"}
"""What stands before an entry, so that no colour is needed to tell them apart."""

STATES: Mapping[str, Text] = {
    "added": Text("nieuw", "new"),
    "removed": Text("weg", "gone"),
    "changed": Text("gewijzigd", "changed"),
}
_GONE = {False: Text("verwijderd", "removed"), True: Text("niet meer genoemd", "no longer named")}
_UNSURE = Text("niet zeker, want niet alles kon gelezen worden", "not certain, since not everything could be read")
_DOUBTFUL = {
    "added": Text("nieuw, of eerst niet te lezen", "new, or unreadable before"),
    "removed": Text("weg, of niet te lezen", "gone, or unreadable"),
    "changed": _UNSURE,
}
_HOW = {"content": Text("herkend aan de inhoud", "known by its content"), "succeeds": Text("volgens opvolger_van", "says 'succeeds'")}
_PERHAPS = Text("vermoedelijk hetzelfde, naar de rest van de inhoud", "probably the same, by the rest of its content")
"""Where the name is another one too: a whole word may have changed what it is."""
_NONE = Text("niets", "nothing")

_EVIDENCE = ("provenance", "source", "verbatim", "reason", "note")
CITED = ("source", "verbatim", "note")
"""Each edition cites its own document: between editions that is no news. For machines everything is told."""
_OTHER_SOURCE = Text("alleen de bronvermelding is anders", "only the references differ")
OF_NEW = (
    "description",
    "level",
    "target_date",
    "planning",
    "status",
    "steering",
    "value",
    "date",
    "standing",
    "unit",
    "baseline",
    "targets",
    "money",
)
"""What is told of an element that is new."""


class Row(NamedTuple):
    """One thing that changed: the line that says so, and where it has them its name and its two sides."""

    text: str
    name: str = ""
    old: str | None = None
    new: str | None = None


class Entry(NamedTuple):
    """One element with what happened to it."""

    kind: str
    state: str
    """"added", "removed" or "changed"."""
    name: str
    element: str
    what: str
    """What happened in a few words."""
    lines: tuple[str, ...]
    """Everything that changed, one thing per line."""
    rows: tuple[Row, ...]
    """The same in parts."""


def entries(comparison: Comparison, language: str) -> list[Entry]:
    """Return an entry per element that changed, or of which a relation did: by kind, as in the printed tree, what is gone last.

    There are none where one of the versions could not be read at all: nothing is known of any element then.
    """
    found = comparison.difference
    if is_lost(comparison):
        return []
    changes = {(change.state == "removed", change.element): change for change in found.elements}
    relations = relations_by_owner(found)
    made = [
        _entry(found, network, name, changes.get((gone, name)), relations.get((gone, name), []), language)
        for network, gone in ((found.found.later, False), (found.found.earlier, True))
        for name in in_order(network)
        if (gone, name) in changes or (gone, name) in relations
    ]
    return sorted(made, key=lambda entry: _PLACES[entry.kind])


_PLACES = {kind.name: place for place, kind in enumerate(KINDS)}


class Shown(NamedTuple):
    """A comparison with what no earlier one tells: models that share parts change together."""

    comparison: Comparison
    consequences: tuple[list[Consequence], int]
    """Those to tell, and how many were told before."""
    changes: tuple[list[Entry], int]


def parted(comparisons: Iterable[Comparison], listed: Callable[[Comparison], Sequence[Entry]]) -> tuple[list[Shown], list[Comparison]]:
    """Return what is told of each comparison, and of several those of which there is nothing to tell.

    Args:
        comparisons: in the order in which they are told.
        listed: gives the changes of one.
    """
    held = list(comparisons)
    still = [one for one in held if is_empty(one.difference) and not one.consequences] if len(held) > 1 else []
    shown = [one for one in held if one not in still]
    consequences, changes = _fresh(one.consequences for one in shown), _fresh(listed(one) for one in shown)
    return [Shown(*each) for each in zip(shown, consequences, changes, strict=True)], still


def _fresh(lists: Iterable[Sequence[T]]) -> list[tuple[list[T], int]]:
    """Return of each list what no earlier list has, and how much of it one has."""
    seen: set[T] = set()
    made = []
    for one in lists:
        new = [item for item in one if item not in seen]
        made.append((new, len(one) - len(new)))
        seen.update(one)
    return made


def settings(comparison: Comparison, language: str) -> list[str]:
    """Return a line per thing that changed in what the model says of itself; none where it is new or gone."""
    if is_lost(comparison) or not (comparison.then.exists and comparison.now.exists):
        return []
    return [line for change in comparison.difference.head for line in field_lines(change, language)]


def is_lost(comparison: Comparison) -> bool:
    """Say whether one of the versions could not be read at all."""
    return any(not side.network.elements and not side.network.complete for side in (comparison.then, comparison.now))


def _entry(found: Difference, network: Network, name: str, change: ElementChange | None, relations: Iterable[RelationChange], language: str) -> Entry:
    element = network.elements[name]
    shown = plain(named(element)) or name
    if change is None:
        rows = list(_relation_rows(found, name, relations, language)) or [Row(say(_OTHER_SOURCE, language))]
        return Entry(element.kind, "changed", shown, name, "", tuple(row.text for row in rows), tuple(rows))
    own = list(_element_rows(found, change, language))
    links = list(_relation_rows(found, name, relations, language, alone=change.state == "changed"))
    rows = [*_becoming(found, change, language), *([*own, *links] if change.state == "changed" else [*links, *own])]
    if not rows and change.state == "changed":
        rows = [Row(say(_OTHER_SOURCE, language))]
    return Entry(element.kind, change.state, shown, name, _what(found, change, language), tuple(row.text for row in rows), tuple(rows))


def _what(found: Difference, change: ElementChange, language: str) -> str:
    told = [] if change.state == "changed" else [_GONE[found.editions] if change.state == "removed" else STATES["added"]]
    if change.state == "removed" and change.after:
        merged = any(len(found.found.before[one]) > 1 for one in change.after)
        told = [Text("opgegaan in een ander", "merged into another") if merged else WHAT["split"]]
    if not change.sure:
        told = [_DOUBTFUL[change.state]]
    return ", ".join(say(text, language) for text in [*told, *(WHAT[code] for code in change.codes)])


def _becoming(found: Difference, change: ElementChange, language: str) -> Iterator[Row]:
    """Yield what an element goes on in, and what it continues."""
    if change.after:
        yield _named(say(Text("nu", "now"), language), names_text(found.found.later, change.after))
    if change.new is not None:
        yield from _identity(found, change, change.new, language)


def _named(name: str, value: str) -> Row:
    return Row(f"{name}: {value}", name, None, value)


def _turned(name: str, old: str, new: str, note: str = "") -> Row:
    return Row(f"{name}: {old} → {new}{note}", name, old, f"{new}{note}")


def _element_rows(found: Difference, change: ElementChange, language: str) -> Iterator[Row]:
    yield from _places(found, change, language)
    for field in sorted(change.fields, key=lambda one: one.field in _EVIDENCE):
        if not (found.editions and field.field in CITED):
            for part in field_parts(field, language, evidence=not found.editions):
                yield Row(part_line(part), part.name, part.old, part.new)
    if change.state == "added":
        for name in OF_NEW:
            if (value := getattr(change.new, name, None)) not in (None, (), ""):
                yield _named(label(name, language), value_text(name, value, language))


def _identity(found: Difference, change: ElementChange, new: Element, language: str) -> Iterator[Row]:
    """Yield another id or kind, and what an element continues or went over into."""
    old, match = change.old, found.found
    if old is not None and old.id != new.id:
        how = _PERHAPS if change.how == "content" and "renamed" in change.codes else _HOW[change.how]
        yield _turned("id", old.id, new.id, f" ({say(how, language)})")
    if old is not None and old.kind != new.kind:
        was, now = plain(match.earlier.name_of(old.kind, language)), plain(match.later.name_of(new.kind, language))
        yield _turned(say(Text("soort element", "kind of element"), language), was, now)
    others = [one for one in change.before if old is None or one != old.id]
    if others:
        words = Text("zet ook voort", "also continues") if old else Text("zet voort", "continues")
        yield _named(say(words, language), names_text(match.earlier, others))
    heirs = [one for one in match.after.get(old.id, ()) if one != new.id] if old is not None else []
    if heirs:
        yield _named(say(Text("ging ook over in", "also went into"), language), names_text(match.later, heirs))


def _places(found: Difference, change: ElementChange, language: str) -> Iterator[Row]:
    """Yield where an element stood and stands in its tree, and the main goals that it led and leads to, when those are others."""
    earlier, later = found.found.earlier, found.found.later
    nothing = say(_NONE, language)
    if "other_parent" in change.codes and element_of(change).kind != "indicator":
        was, now = (names_text(network, ids) or nothing for network, ids in ((earlier, change.parents_then), (later, change.parents)))
        yield _turned(label("part_of", language), was, now)
    if change.goals_then or change.goals:
        was, now = (names_text(network, ids) or nothing for network, ids in ((earlier, change.goals_then), (later, change.goals)))
        yield _turned(say(Text("leidt naar hoofddoel", "leads to main goal"), language), was, now)


def _relation_rows(found: Difference, owner: str, relations: Iterable[RelationChange], language: str, *, alone: bool = True) -> Iterator[Row]:
    """Yield a row per relation; of an element that is new or gone, one row for all of a type."""
    if alone:
        for change in relations:
            yield from _relation_row(found, owner, change, language)
        return
    grouped: dict[str, list[str]] = {}
    for change in relations:
        relation, network = relation_of(change), found.found.later if change.new else found.found.earlier
        grouped.setdefault(relation_label(relation, end_of(found, owner, change), language), []).append(
            other_end(network, relation, end_of(found, owner, change), language)
        )
    yield from (Row(f"{words} {', '.join(ends)}", words, None, ", ".join(ends)) for words, ends in grouped.items())


def _relation_row(found: Difference, owner: str, change: RelationChange, language: str) -> Iterator[Row]:
    relation, network = relation_of(change), found.found.later if change.new else found.found.earlier
    end = end_of(found, owner, change)
    words, other = relation_label(relation, end, language), other_end(network, relation, end, language, details=change.state != "changed")
    if change.state == "changed":
        fields = [field for field in change.fields if not (found.editions and field.field in (*CITED, "reason"))]
        if lines := [line for field in fields for line in field_lines(field, language)]:
            yield Row(f"{words} {other}: {'; '.join(lines)}")
    else:
        shown = other if change.sure else f"{other} ({say(_UNSURE, language)})"
        sign, old, new = ("+", None, shown) if change.new else ("-", shown, None)
        yield Row(f"{sign} {words} {shown}", words, old, new)


def end_of(found: Difference, owner: str, change: RelationChange) -> str:
    """Return at which end of a relation its owner stands."""
    source = relation_of(change).source
    return "source" if owner in (source, found.same.get(source) if change.new is None else None) else "target"


def relation_label(relation: Relation, end: str, language: str) -> str:
    type_ = RELATION_BY_NAME[relation.type]
    return say(Text(type_.dutch, type_.english) if end == "source" else Text(type_.dutch_inverse, type_.english_inverse), language)


def other_end(network: Network, relation: Relation, end: str, language: str, *, details: bool = True) -> str:
    """Return the other end of a relation, with its role and weight."""
    other = relation.target if end == "source" else relation.source
    name = f"'{plain(named(network.elements[other])) or other}'" if other in network.elements else plain(other)
    told = [value_text(field, value, language) for field, value in (("role", relation.role), ("weight", relation.weight)) if value] if details else []
    told += [value_text("provenance", relation.provenance, language)] if details and relation.provenance not in (None, "stated", "unknown") else []
    return f"{name} ({', '.join(told)})" if told else name


def names_text(network: Network, elements: Iterable[str]) -> str:
    """Return all names, quoted; ids are enough where nothing else is known."""
    return ", ".join(f"'{plain(named(network.elements[one])) or one}'" if one in network.elements else one for one in elements)
