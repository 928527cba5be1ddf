"""What a value says, however it is written: the short and the long form of an element and of a link, one item or a list, either language.

The comparison itself is the one that diff uses (`comparing.values`); here the text of a file becomes the plain data that it takes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from dinkit.comparing.values import ORDERED, Canonical, canonical
from dinkit.editing.concrete import Item, Value, is_null
from dinkit.merging.places import Place, below
from dinkit.model.kinds import NESTED
from dinkit.model.vocabulary import ENGLISH_KEY, ENGLISH_VALUE
from dinkit.reading.events import LISTS

_COMMENT = re.compile(r"(?:^|(?<=[ \t\r\n]))#[^\r\n]*")
_DIGIT = re.compile("[0-9]")


def word_of(item: Item) -> str:
    """Return by what a key is known beside others: a word of the grammar in English, an id as it is."""
    return ENGLISH_KEY.get(item.word, item.word)


def plain(value: Value, place: Place) -> Any:
    """Return a value as plain data with English keys; what an element or a link says in short is written out."""
    if is_null(value):
        return None
    if value.kind == "scalar":
        return _written_out(_scalar(value, place), place)
    if value.kind == "map":
        held = {word_of(item): plain(item.value, below(place, item.word)) for item in value.items}
        if place.sort == "links":
            return {word: _link(word) | (detail if isinstance(detail, dict) else {}) for word, detail in held.items()}
        return [held] if place.sort == "plain" and place.key in LISTS else held
    inner = place._replace(key="") if place.key in LISTS else place
    items = [plain(item.value, inner) for item in value.items]
    return {str(one): _link(str(one)) for one in items} if place.sort == "links" else items


def meaning(value: Value | None, place: Place) -> Canonical:
    """Return the form of a value that does not depend on how it is written; None for one that is not there or says nothing."""
    return canonical(plain(value, place), ordered=place.key in ORDERED) if value is not None else None


def own(value: Value) -> Value:
    """Return the value of an element without the elements nested in it."""
    return value._replace(items=tuple(item for item in value.items if word_of(item) not in NESTED)) if value.kind == "map" else value


def differing(base: Item, item: Item, place: Place) -> tuple[str, ...]:
    """Return the keys under which two versions of an item say something else, as they are written; of elements nested in it their ids.

    Where only the comments differ that is "#".
    """
    return ("#",) if meaning(base.value, place) == meaning(item.value, place) else tuple(_differing(base, item, place))


def comments(item: Item, *, nested: bool = True) -> Counter[str]:
    """Return the comments that belong to an item; without those of elements nested in it if so wished."""
    return Counter(_comments(item, nested))


def value_comments(value: Value, *, nested: bool = True) -> Iterator[str]:
    """Yield the comments in a value, those between brackets too."""
    yield from comments_in(value.head)
    for item in value.items:
        if nested or word_of(item) not in NESTED:
            yield from _comments(item, nested)
    yield from comments_in(value.tail)


def comments_in(text: str) -> list[str]:
    """Return the comments in a text between two tokens."""
    return [one.rstrip() for one in _COMMENT.findall(text)]


def _differing(base: Item, item: Item, place: Place) -> Iterator[str]:
    if base.value.kind != "map" or item.value.kind != "map":
        return
    before, now = ({word_of(one): one for one in side.value.items} for side in (base, item))
    for word, one in {**before, **now}.items():
        inner, other, kept = below(place, one.word), before.get(word), now.get(word)
        if inner.sort == "elements" and kept is not None and other is not None:
            yield from _differing(other, kept, inner)
        elif meaning(other.value if other is not None else None, inner) != meaning(kept.value if kept is not None else None, inner):
            yield one.word


def _comments(item: Item, nested: bool) -> Iterator[str]:  # noqa: FBT001 - only handed on
    for text in (item.blank, item.lead, item.gap, item.rest, item.tail):
        yield from comments_in(text)
    yield from value_comments(item.value, nested=nested)


def _scalar(value: Value, place: Place) -> str:
    """Return what a scalar says; a number in quotes is something else than one without, so it keeps a sign of them."""
    if not value.bare and _DIGIT.search(value.said) and ("," in value.said or "." in value.said):
        return f'"{value.said}'
    said = ENGLISH_VALUE.get(place.key, {}).get(value.said, value.said)
    return "unknown" if said == "onbekend" and value.bare else said


def _written_out(said: str, place: Place) -> Any:
    if place.sort == "fields":
        return {"name": said}
    if place.sort == "links":
        return {said: _link(said)}
    if place.sort == "link":
        key = "role" if place.key == "stakeholders" else "weight"
        return {key: ENGLISH_VALUE["role"].get(said, said) if key == "role" else said}
    return [said] if place.key in LISTS else said


def _link(target: str) -> dict[str, str]:
    """Return what a link says by being there: without it, a link with nothing beside it would seem to say nothing."""
    return {"to": target}
