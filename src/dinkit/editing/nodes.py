"""A text as nodes that know where they stand; who adds to a file (`layout`) and who takes it apart (`dissection`) both begin here.

Every character counts for them, also of what the network leaves out or another key says again, so nothing is judged or repaired here. The
parser's own end of a block is the next word of the file, so ends are those of the last token: comments and empty lines behind it belong to nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from yaml import AliasEvent, MappingEndEvent, MappingStartEvent, SequenceEndEvent, SequenceStartEvent, StreamEndEvent, YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out

_START = (MappingStartEvent, SequenceStartEvent)
_END = (MappingEndEvent, SequenceEndEvent)


class Node(NamedTuple):
    """A node: where its first token starts, in which column, and where its last ends."""

    kind: str
    """"scalar", "map", "list" or "pair" (one without braces, in a list between brackets)."""
    start: int
    end: int
    column: int
    marks: str = ""
    """Its anchor and its tag."""
    said: str = ""
    """Of a scalar: what it says."""
    style: str = ""
    """Of a scalar: its quote, "|" or ">" for a text below, "*" for an alias; empty for one that stands bare."""
    flow: bool = False
    """Whether it stands between brackets."""
    pairs: tuple[tuple[Node | None, Node], ...] = ()
    """The keys with their values; the items of a list have no key."""


class Tree(NamedTuple):
    """The one document of a text."""

    root: Node
    begin: int
    """The end of the "---" above it; 0 without."""
    end: int
    """The start of the "..." below it; the end of the text without."""


def read_nodes(text: str, deepest: int) -> Tree | None:
    """Return the nodes of a text, or None where it has none.

    Args:
        text: the text.
        deepest: how many collections may stand around another.

    Raises:
        yaml.YAMLError: there is a fault in its syntax, a second document, or a collection with more around it.
    """
    get: Callable[[], Any] = CParser(text).get_event
    get()
    opening = get()
    if opening.__class__ is StreamEndEvent:
        return None
    root = _root(get, deepest)
    closing, ending = get(), get()
    if ending.__class__ is not StreamEndEvent:
        raise YAMLError("a second document")
    return Tree(root, opening.end_mark.index if opening.explicit else 0, closing.start_mark.index if closing.explicit else len(text))


def last_of(node: Node) -> Node:
    """Return the scalar, or the collection between brackets, with which a node ends."""
    while node.pairs and not node.flow:
        node = node.pairs[-1][1]
    return node


def ends_in_text(node: Node) -> bool:
    """Say whether a node ends in a text below "|" or ">": the parser ends that behind the empty lines below it, at the start of a line."""
    return last_of(node).style in ("|", ">")


def _root(get: Callable[[], Any], deepest: int) -> Node:
    """Read one node to its end; what is begun is kept in a list, so that no depth is too much for Python."""
    begun: list[tuple[Any, list[Node]]] = []
    while True:
        event = get()
        if event.__class__ in _START:
            if len(begun) > deepest:
                raise YAMLError("too deep")
            begun.append((event, []))
            continue
        node = _collection(*begun.pop(), event) if event.__class__ in _END else _scalar(event)
        if not begun:
            return node
        begun[-1][1].append(node)


def _collection(start: Any, parts: list[Node], closing: Any) -> Node:
    at, flow, is_map = start.start_mark, bool(start.flow_style), start.__class__ is MappingStartEvent
    end = closing.end_mark.index if flow else parts[-1].end
    pairs = tuple(zip(parts[::2], parts[1::2], strict=True)) if is_map else tuple((None, part) for part in parts)
    unbraced = flow and closing.start_mark.index == end
    return Node("pair" if unbraced else "map" if is_map else "list", at.index, end, at.column, _marks(start), flow=flow, pairs=pairs)


def _scalar(event: Any) -> Node:
    at, end = event.start_mark, event.end_mark.index
    if event.__class__ is AliasEvent:
        return Node("scalar", at.index, end, at.column, said=f"*{event.anchor}", style="*")
    return Node("scalar", at.index, end, at.column, _marks(event), event.value, event.style or "")


def _marks(event: Any) -> str:
    return f"&{event.anchor} " * (event.anchor is not None) + f"{event.tag} " * (event.tag is not None)
