"""Which items of a mapping or a list stand there in the end, in what order, and from which side each comes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dinkit.comparing.values import ORDERED
from dinkit.editing.concrete import Item, Value
from dinkit.merging.elements import Fates, doubled
from dinkit.merging.meaning import comments, meaning, plain, word_of
from dinkit.merging.pairing import ALIKE, KEYED, alike, merged_order, names_of
from dinkit.merging.places import Place, below, container


class Trio(NamedTuple):
    """One item in the three versions; None where it is not there."""

    base: Item | None
    ours: Item | None
    theirs: Item | None


class Row(NamedTuple):
    """One item of the merged mapping or list."""

    place: Place
    trio: Trio
    firsts: tuple[bool, ...]
    """Whether it is the first, per version; then the empty lines above it say nothing."""
    loose: bool = False
    """Whether it is a text or record in the place of quite another one, or one that is only true as a whole."""
    verdict: str = ""
    """From which side it comes (see `Fates.verdict`)."""
    left: str = ""
    """The comments that a side left behind when it took it away (see `leftovers`)."""


class Rows(NamedTuple):
    """The items in their order, and whether both sides changed that order, each in its own way."""

    rows: tuple[Row, ...]
    is_reordered: bool


View = Sequence[Item]


def rows_of(place: Place, kind: str, views: Sequence[View], fates: Fates, *, in_lines: Sequence[bool]) -> Rows:
    """Return the items that stand in a mapping ("map") or list in the end.

    Args:
        place: where it stands.
        kind: what it is.
        views: its items in the base, on our and on their side.
        fates: what becomes of the elements of the file.
        in_lines: whether the items of a version stand in lines of their own, so that empty lines above them say something.
    """
    names, loose, is_sorted = _names(place, kind, views)
    held = [dict(zip(some, view, strict=True)) for some, view in zip(names, views, strict=True)]
    for some, one in zip(names, held, strict=True):
        if len(one) < len(some):
            raise doubled(next(item.word or name for name, item in one.items() if some.count(name) > 1))
    ids = [*fates.ours.members.get(container(place), ()), *fates.theirs.members.get(container(place), ())] if place.sort == "elements" else []
    rows: dict[str, Row] = {}
    for name in dict.fromkeys((*names[1], *names[2], *ids)):
        firsts = tuple(not lines or some[:1] == (name,) for some, lines in zip(names, in_lines, strict=True))
        trio = Trio(*(one.get(name) for one in held))
        at = next((some.index(name) for some in (*names[1:], names[0]) if name in some), 0)
        row = Row(_inner(place, kind, trio, name, at), trio, firsts, name in loose)
        rows[name] = _element(row, name, place, fates) if _is_element(row, place) else row._replace(verdict=_verdict(row, fates))
    order, reordered = merged_order(names[0], names[1], names[2], lambda name: rows[name].verdict != "gone")
    return Rows(tuple(rows[name] for name in (sorted(order) if is_sorted else order)), reordered)


def is_text_list(value: Value, place: Place) -> bool:
    """Say whether a value is a list of texts of which the order means nothing, so that both sides may add to it."""
    return value.kind == "list" and place.key not in ORDERED and all(item.value.kind == "scalar" for item in value.items)


def item_place(place: Place, name: str) -> Place:
    """Return the place of an item of a list."""
    return Place("plain" if place.sort in ("plain", "elements", "fields") else "id", "", place.element, (*place.path, name))


def _names(place: Place, kind: str, views: Sequence[View]) -> tuple[list[tuple[str, ...]], frozenset[str], bool]:
    """Return a name per item of each version, which of them are loose, and whether they are sorted by name."""
    if kind == "map":
        return [tuple(word_of(item) for item in view) for view in views], frozenset(), False
    said = [[plain(item.value, item_place(place, "")) for item in view] for view in views]
    found = names_of(place.key, said[0], said[1], said[2])
    return [found.base, found.ours, found.theirs], found.loose, found.is_sorted


def _inner(place: Place, kind: str, trio: Trio, name: str, at: int) -> Place:
    """Return the place of an item; in a list it is called by its number, or by what dinkit knows it by."""
    shown = trio.ours or trio.theirs
    if kind == "map":
        return below(place, shown.word if shown is not None else name)
    known = " ".join(part for part in name.split("\0") if part) if "\0" in name else str(at + 1)
    return item_place(place, known)


def _is_element(row: Row, place: Place) -> bool:
    return place.sort == "elements" and row.place.sort == "fields"


def _element(row: Row, name: str, place: Place, fates: Fates) -> Row:
    """Return the row of an element: whatever mapping it stands in on each side."""
    found = [side.found.get(name) for side in (fates.base, fates.ours, fates.theirs)]
    firsts = tuple(one is not None and one.is_first for one in found)
    trio = Trio(*(one.item if one is not None else None for one in found))
    return row._replace(trio=trio, firsts=firsts, verdict=fates.verdict(name, container(place)))


def _verdict(row: Row, fates: Fates) -> str:
    base, ours, theirs = row.trio
    if ours is not None and theirs is not None:
        return "added" if base is None and _differ(row.place, ours, theirs) else "both"
    kept, side = (ours, "ours") if ours is not None else (theirs, "theirs")
    if base is None or kept is None or (row.place.sort == "elements" and _has_members(row.place, fates)):
        return side
    if row.place.sort == "elements":
        base, kept = _without_elements(base, row.place), _without_elements(kept, row.place)
    if meaning(base.value, row.place) == meaning(kept.value, row.place) and comments(base) == comments(kept):
        return "gone"
    one, other = plain(base.value, row.place), plain(kept.value, row.place)
    if row.loose and isinstance(one, str) and isinstance(other, str) and alike(one, other) < ALIKE:
        return side  # one side took a text out, the other put quite another one in its place
    return f"only-{side}"


def _differ(place: Place, ours: Item, theirs: Item) -> bool:
    """Say whether what both sides added is not the same, and nothing that both can add to."""
    if place.sort in ("elements", "links") or (place.key in KEYED and ours.value.kind == theirs.value.kind == "list"):
        return False
    if all(is_text_list(item.value, place) for item in (ours, theirs)):
        return False
    return meaning(ours.value, place) != meaning(theirs.value, place)


def _has_members(place: Place, fates: Fates) -> bool:
    where = container(place)
    members = (*fates.ours.members.get(where, ()), *fates.theirs.members.get(where, ()))
    return any(fates.verdict(name, where) != "gone" for name in members)


def _without_elements(item: Item, place: Place) -> Item:
    kept = tuple(one for one in item.value.items if below(place, one.word).sort != "fields")
    return item._replace(value=item.value._replace(items=kept))
