"""In what form an item comes out of a merge: as one thing, as a mapping or list in lines of its own, or between brackets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from dinkit.comparing.values import ORDERED
from dinkit.editing.concrete import Item, Value, is_null
from dinkit.merging.meaning import comments_in, meaning, plain, value_comments, word_of
from dinkit.merging.pieces import Piece
from dinkit.merging.places import Place
from dinkit.merging.rows import Row
from dinkit.model.kinds import NESTED
from dinkit.reading.events import LISTS

_SEPARATOR = ", "


class Form(NamedTuple):
    """How an item is merged."""

    kind: str
    """"map" or "list" (item by item), "leaf" (one side or the other), or "alone" (there is one side only)."""
    flow: bool = False
    """Whether its items stand between brackets."""


def form_of(row: Row) -> Form:
    """Return how an item is merged; of what is written in several forms the longest is taken."""
    place = row.place
    values = [item.value for item in row.trio[1:] if item is not None]
    if len(values) == 1:
        return _form("map", values) if _holds_elements(values[0], place) else Form("alone")
    kinds = {value.kind for value in values if not is_null(value)}
    if row.loose or place.key in ORDERED or not kinds:
        return Form("leaf")
    if place.sort in ("elements", "fields"):
        is_short = place.sort == "fields" and kinds == {"scalar"}
        return Form("leaf") if "list" in kinds or is_short else _form("map", values)
    if kinds == {"scalar"} and not (place.sort == "links" and row.trio.base is None):
        return Form("leaf")
    is_same = kinds in ({"map"}, {"list"}) and len({value.kind for value in values}) == 1
    is_woven = is_same and not any(value.flow and any(value_comments(value)) for value in values)
    if not is_woven and chosen_side(row) is not None:
        return Form("leaf")
    if is_same:
        return _form(values[0].kind, values)
    if place.sort in ("links", "link"):
        return _form("map" if "map" in kinds or place.sort == "link" else "list", values)
    return _form("list", values) if place.key in LISTS and "map" not in kinds else Form("leaf")


def chosen_side(row: Row) -> str | None:
    """Return which side's value stays: "ours" or "theirs"; None where both changed it to something else.

    Their side is taken where it says something else than before and ours does not; only another way of writing changes nothing.
    """
    base, ours, theirs = row.trio
    if base is None and ours is not None and theirs is not None:
        return "ours" if _said(ours, row.place) == _said(theirs, row.place) else None
    for form in (_exact, _said):
        before, mine, yours = (form(item, row.place) for item in (base, ours, theirs))
        if yours in (mine, before):
            return "ours"
        if mine == before:
            return "theirs"
    return None


def is_block(value: Value) -> bool:
    """Say whether a value stands in lines of its own."""
    return value.kind != "scalar" and not value.flow


def head_of(item: Item) -> str:
    """Return the rest of the line of a key below which a block stands, or will stand."""
    return item.gap if is_block(item.value) else f"{item.gap[: item.gap.find(':') + 1]}{item.rest}"


def emptied(end: Piece, kind: str) -> Piece:
    """Return the rest of the line of a key, below which nothing is left, with brackets that say so."""
    brackets = "[]" if kind == "list" else "{}"
    texts = [f"{text[: text.find(':') + 1]} {brackets}{text[text.find(':') + 1 :]}" if text else "" for text in (end.ours, end.base, end.theirs)]
    return end._replace(ours=texts[0], base=texts[1], theirs=texts[2])


def bracketed(form: Value | None, items: Sequence[tuple[Item, str | None]]) -> str:
    """Return items between brackets, with what stands between them as it is written.

    Args:
        form: a value that shows how.
        items: each item, and its text; None where it is left out.
    """
    if form is None:
        return f"[{_SEPARATOR.join(text for _, text in items if text is not None)}]"
    first = form.items[0].blank if form.items else ""
    between = form.items[1].blank if len(form.items) > 1 else _SEPARATOR
    kept = [(item.blank if "," in item.blank else between, text) for item, text in items if text is not None]
    made = form.head
    for part in (*(f"{blank if at else first}{text}" for at, (blank, text) in enumerate(kept)), form.tail):
        made += f" {part}" if made.endswith(":") and not part[:1].isspace() else part  # right behind a colon it would be a part of the key
    return made


def _form(kind: str, values: Sequence[Value]) -> Form:
    return Form(kind, flow=not any(is_block(value) for value in values))


def _exact(item: Item | None, place: Place) -> Any:
    """Return what an item says to the letter, with the comments before and in its value."""
    if item is None:
        return None
    inside = [] if is_block(item.value) else [*comments_in(item.gap), *value_comments(item.value)]
    return plain(item.value, place), inside


def _said(item: Item | None, place: Place) -> Any:
    return meaning(item.value, place) if item is not None else None


def _holds_elements(value: Value, place: Place) -> bool:
    """Say whether other elements stand in a value, which may come from elsewhere or go there."""
    if value.kind != "map":
        return False
    return place.sort == "elements" or (place.sort == "fields" and any(word_of(item) in NESTED for item in value.items))
