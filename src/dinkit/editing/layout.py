"""How a file is laid out: where a collection begins and ends, how its items are indented, and where a new one can stand.

Only what is needed to add items is kept. The parser's own end of a block is the next word of the file, so ends are those of the last
token: comments and empty lines behind it belong to nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from yaml import AliasEvent, DocumentEndEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out

from dinkit.model.vocabulary import ENGLISH_KEY

_START = (MappingStartEvent, SequenceStartEvent)
_END = (MappingEndEvent, SequenceEndEvent)
_COMMENT = re.compile(r"[ \t]*(?=#)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")


class Token(NamedTuple):
    """A node of the file: where it starts, the end of its last token, and what it looks like."""

    start: int
    end: int
    column: int
    kind: str
    """"block", "flow", "scalar" or "empty" (no value, or braces with nothing in them)."""
    quoted: bool = False
    ends_in_block_scalar: bool = False
    """Whether its last token is a text below "|" or ">", which ends at the start of a line."""


class Item(NamedTuple):
    """A key with its value; `fields` is the column of the keys below it, when it has any in a block."""

    key: Token
    word: str
    value: Token
    fields: int | None = None


class Collection(NamedTuple):
    """A top-level key with its value, and the items of that."""

    item: Item
    items: tuple[Item, ...]


class Layout(NamedTuple):
    """One file: its top-level mapping, and the items in it."""

    text: str
    root: Token
    collections: tuple[Collection, ...]
    end: int
    """Where something can be put behind all that is there."""

    def find(self, english: str) -> Collection | None:
        """Return the last collection of this name, in either language."""
        found = [one for one in self.collections if ENGLISH_KEY.get(one.item.word) == english]
        return found[-1] if found else None


def read_layout(text: str) -> Layout | None:
    """Return how a file is laid out, or None where it is no mapping.

    Raises:
        yaml.YAMLError: the file has a fault in its syntax.
    """
    get: Callable[[], Any] = CParser(text).get_event
    get(), get()
    start = get()
    if not _begins_mapping(start):
        return None
    collections: list[Collection] = []
    while not _ends_mapping(key := get()):
        collections.append(_collection(get, key))
    last = collections[-1].item.value.end if collections else start.end_mark.index
    flow = bool(start.flow_style)
    ends_so = bool(collections) and collections[-1].item.value.ends_in_block_scalar
    root = Token(
        start.start_mark.index,
        key.end_mark.index if flow else last,
        start.start_mark.column,
        "flow" if flow else "block",
        ends_in_block_scalar=ends_so,
    )
    closing = get()
    ended = closing.__class__ is DocumentEndEvent and closing.explicit
    return Layout(text, root, tuple(collections), closing.start_mark.index if ended else len(text))


def behind(text: str, token: Token, column: int) -> int:
    """Return where a line can be put behind a token of a block: after its line, and after comments that are indented deeper than `column`."""
    at = token.end
    if not token.ends_in_block_scalar:
        at = _next_line(text, at)
    while (match := _COMMENT.match(text, at)) and match.end() - at > column:
        at = _next_line(text, at)
    return at


def is_spaced(text: str, collection: Collection) -> bool:
    """Say whether an empty line stands between the last two items of a collection, above the comments of the last."""
    if len(collection.items) < 2:
        return False
    gap = text[collection.items[-2].value.end : collection.items[-1].key.start]
    return any(not line.strip() for line in gap.splitlines()[1:-1])


def _next_line(text: str, at: int) -> int:
    match = _LINE.match(text, at)
    return match.end() if match else at


def _collection(get: Callable[[], Any], key_event: Any) -> Collection:
    key = _whole(get, key_event)
    event = get()
    if not _begins_mapping(event):
        return Collection(Item(key, _word(key_event), _whole(get, event)), ())
    items: list[Item] = []
    while not _ends_mapping(inner := get()):
        items.append(_item(get, inner))
    value = _node(event, inner, items[-1].value if items else None)
    return Collection(Item(key, _word(key_event), value), tuple(items))


def _item(get: Callable[[], Any], key_event: Any) -> Item:
    key = _whole(get, key_event)
    event = get()
    below = event.start_mark.column if _begins_mapping(event) and not event.flow_style else None
    return Item(key, _word(key_event), _whole(get, event), below)


def _begins_mapping(event: Any) -> bool:
    return event.__class__ is MappingStartEvent


def _ends_mapping(event: Any) -> bool:
    return event.__class__ is MappingEndEvent


def _word(event: Any) -> str:
    return str(event.value) if event.__class__ is ScalarEvent else ""


def _whole(get: Callable[[], Any], event: Any) -> Token:
    """Read one node to its end."""
    if event.__class__ not in _START:
        return _scalar(event)
    last, closing = None, event
    for inner, depth in _inside(get):
        if depth == 0:
            closing = inner
        elif inner.__class__ in (ScalarEvent, AliasEvent):
            last = _scalar(inner)
        elif getattr(inner, "flow_style", None) is None and inner.end_mark.index > inner.start_mark.index:
            last = Token(inner.start_mark.index, inner.end_mark.index, 0, "flow")
    return _node(event, closing, last)


def _inside(get: Callable[[], Any]) -> Iterator[tuple[Any, int]]:
    """Yield the events of a node behind its start with their depth, the end of the node itself with depth 0."""
    depth = 1
    while depth:
        event = get()
        depth += (event.__class__ in _START) - (event.__class__ in _END)
        yield event, depth


def _node(start: Any, closing: Any, last: Token | None) -> Token:
    begin, column = start.start_mark.index, start.start_mark.column
    if start.flow_style:
        return Token(begin, closing.end_mark.index, column, "empty" if last is None else "flow")
    return Token(begin, last.end if last else begin, column, "block", ends_in_block_scalar=bool(last and last.ends_in_block_scalar))


def _scalar(event: Any) -> Token:
    start, end, style = event.start_mark.index, event.end_mark.index, getattr(event, "style", None)
    empty = event.__class__ is ScalarEvent and not style and event.value in ("", "~", "null", "Null", "NULL")
    return Token(start, end, event.start_mark.column, "empty" if empty else "scalar", style in ("'", '"'), style in ("|", ">"))
