"""Items of a mapping or list as another place needs them: indented otherwise, in a block, between brackets, or in a longer form."""

from __future__ import annotations

import re

from dinkit.editing.concrete import Item, Value, is_null
from dinkit.editing.scalars import scalar
from dinkit.finding import Text
from dinkit.merging.places import Place
from dinkit.model.vocabulary import spell_key

_WITHIN = re.compile(r"(\r\n|\n|\r)( *)(?=[^ \r\n])")
_EVERY = re.compile(r"(\A|\r\n|\n|\r)( *)(?=[^ \r\n])")
_BRACKETS = re.compile(r"[,\[\]{}]")


class UnmergeableError(ValueError):
    """These versions cannot be merged by element and field; `why` says why, where that helps anybody."""

    def __init__(self, what: str, why: Text | None = None) -> None:
        self.why = why
        super().__init__(what)


def moved(item: Item, column: int) -> Item:
    """Return an item of a block with its key in a column; what stands below it moves along."""
    delta = column - item.column
    return _moved(item, delta) if delta else item


def shifted(block: Value, column: int) -> Value:
    """Return a block with its items in a column."""
    delta = column - block.column
    return _moved_value(block, delta) if block.items and delta else block


def items_of(value: Value | None, kind: str, place: Place, language: str) -> tuple[Item, ...]:
    """Return what stands in a value as the items of a mapping ("map") or of a list, also where it is written in a shorter form.

    Raises:
        UnmergeableError: the value cannot be written so.
    """
    if value is None or is_null(value):
        return ()
    if value.kind == kind:
        return value.items
    if value.kind == "scalar":
        return (_from_scalar(value, kind, place, language),)
    if kind == "map" and place.sort == "links":
        return tuple(_as_key(item) for item in value.items)
    if kind == "list" and place.sort == "links":
        return tuple(item._replace(word="", key="-", gap=" ", value=_key_value(item)) for item in value.items)
    if kind == "list" and value.flow:
        return (Item("", "-", " ", value),)
    raise UnmergeableError("a mapping against a list")


def in_block(item: Item, kind: str, column: int, eol: str) -> Item:
    """Return an item as it stands in a block; one that did already only moves to the column."""
    if item.rest or not (item.value.kind == "scalar" or item.value.flow):
        return moved(item, column)
    if kind == "list":
        return item._replace(key="-", gap=" " if item.value.text or item.value.flow else "", column=column, blank="", rest=eol)
    gap = item.gap if item.gap.strip() else ":"
    if (item.value.text or item.value.flow) and not gap[-1:].isspace():
        gap += " "
    return item._replace(gap=gap, column=column, blank="", rest=eol)


def in_flow(item: Item, kind: str) -> Item:
    """Return an item as it stands between brackets.

    Raises:
        UnmergeableError: its value is a block, or has comments.
    """
    value = item.value
    if value.kind != "scalar" and not value.flow:
        raise UnmergeableError("a block between brackets")
    if item.lead or item.tail or "#" in item.rest:
        raise UnmergeableError("a comment between brackets")
    if item.rest and value.kind == "scalar" and ((value.bare and _BRACKETS.search(value.text)) or "\n" in value.text or "\r" in value.text):
        value = value._replace(text=scalar(value.said), bare=False)
    key, gap = ("", "") if kind == "list" else (item.key, item.gap)
    return item._replace(key=key, gap=gap, value=value, rest="", blank="" if item.rest else item.blank)


def _from_scalar(value: Value, kind: str, place: Place, language: str) -> Item:
    if kind == "list":
        return Item("", "-", " ", value)
    if place.sort == "links":
        return Item(value.said, value.text, ":", Value("scalar"))
    if place.sort not in ("fields", "link"):
        raise UnmergeableError("a text against a mapping")
    name = "name" if place.sort == "fields" else "role" if place.key == "stakeholders" else "weight"
    key = spell_key(name, language)
    return Item(key, key, ": ", value)


def _as_key(item: Item) -> Item:
    """Return an item of a list of links as a key without a value."""
    if item.value.kind != "scalar":
        raise UnmergeableError("a link that is no text")
    return item._replace(word=item.value.said, key=item.value.text, gap=":", value=Value("scalar"))


def _key_value(item: Item) -> Value:
    return Value("scalar", item.key, item.word)


def _moved(item: Item, delta: int) -> Item:
    return item._replace(
        column=item.column + delta,
        lead=_shifted(item.lead, delta, _EVERY),
        gap=_shifted(item.gap, delta, _WITHIN),
        value=_moved_value(item.value, delta),
        tail=_shifted(item.tail, delta, _EVERY),
    )


def _moved_value(value: Value, delta: int) -> Value:
    if value.kind == "scalar":
        return value._replace(text=_shifted(value.text, delta, _WITHIN))
    if value.flow:
        inner = tuple(
            item._replace(blank=_shifted(item.blank, delta, _WITHIN), gap=_shifted(item.gap, delta, _WITHIN), value=_moved_value(item.value, delta))
            for item in value.items
        )
        return value._replace(items=inner, head=_shifted(value.head, delta, _WITHIN), tail=_shifted(value.tail, delta, _WITHIN))
    return value._replace(
        items=tuple(_moved(item, delta) for item in value.items),
        head=_shifted(value.head, delta, _EVERY),
        tail=_shifted(value.tail, delta, _EVERY),
        column=value.column + delta,
    )


def _shifted(text: str, delta: int, lines: re.Pattern[str]) -> str:
    return lines.sub(lambda match: match[1] + " " * max(len(match[2]) + delta, 0), text) if text else text
