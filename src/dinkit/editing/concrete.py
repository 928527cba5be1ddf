"""A file as pieces in which every character has its place: put together again they are the same text, to the byte.

Comments belong to what they stand above; those that are indented deeper than a key belong to that key, and what is left behind the last
key belongs to the mapping. So an item can be taken out, put elsewhere or replaced together with what was said about it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dinkit.reading.events import NULLS

LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")


class Value(NamedTuple):
    """A value: a scalar, or the items of a mapping or a list.

    In a block `head` are the comments above all items and `tail` those behind the last; between brackets they are what opens and closes.
    """

    kind: str
    """"scalar", "map" or "list"."""
    text: str = ""
    """Of a scalar: as it is written."""
    said: str = ""
    """Of a scalar: what it says."""
    bare: bool = True
    """Whether a scalar stands without quotes."""
    items: tuple[Item, ...] = ()
    flow: bool = False
    """Whether it stands between brackets."""
    head: str = ""
    tail: str = ""
    column: int = 0
    """The column of the items of a block."""
    compact: bool = False
    """Whether the first item of a block stands on the line of the dash before it."""


class Item(NamedTuple):
    """A key with its value, or an item of a list, with all lines that belong to it.

    Between brackets only `blank` (what stands before it), `key`, `gap` and `value` are used.
    """

    word: str
    """The key as it reads; empty in a list."""
    key: str
    """The key as it is written, or the dash."""
    gap: str
    """From the key to the value; to the end of the line where a block follows."""
    value: Value
    column: int = 0
    blank: str = ""
    """Empty lines above; the first item of a block has none."""
    lead: str = ""
    """Comment lines above."""
    rest: str = ""
    """Behind the value to the end of the line; empty where the value is a block."""
    tail: str = ""
    """Comment lines below that are indented deeper."""


class Document(NamedTuple):
    """A file: its top-level mapping, and what stands before and behind it."""

    prefix: str
    root: Value
    suffix: str


def document_text(document: Document) -> str:
    """Put a file together again."""
    return document.prefix + value_text(document.root) + document.suffix


def value_text(value: Value) -> str:
    """Return a value as it is written."""
    if value.kind == "scalar":
        return value.text
    return value.head + "".join(item_text(item, inline=_inline(value, at)) for at, item in enumerate(value.items)) + value.tail


def item_text(item: Item, *, inline: bool = False) -> str:
    """Return an item as it is written; `inline` where no indentation comes before its key."""
    return f"{item.blank}{item.lead}{'' if inline else ' ' * item.column}{body_text(item)}"


def body_text(item: Item) -> str:
    """Return an item from its key on."""
    return f"{item.key}{item.gap}{value_text(item.value)}{item.rest}{item.tail}"


def is_null(value: Value) -> bool:
    """Say whether a value is empty."""
    return value.kind == "scalar" and value.bare and value.said in NULLS


def lines_of(text: str) -> list[str]:
    r"""Return the lines of a text with their ends; only "\n", "\r\n" and "\r" end a line."""
    return [line for line in LINE.findall(text) if line]


def next_line(text: str, at: int) -> int:
    """Return where the line behind that of an offset begins, or the end of the text."""
    return LINE.match(text, at).end()  # type: ignore[union-attr]  # it matches anything


def _inline(value: Value, at: int) -> bool:
    return value.flow or (value.compact and at == 0)
