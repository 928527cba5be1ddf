"""How a file is laid out: where its collections and their items stand, and where a new item can stand."""

from __future__ import annotations

import re
from typing import NamedTuple

from dinkit.editing.concrete import next_line
from dinkit.editing.nodes import Node, ends_in_text, read_nodes
from dinkit.model.vocabulary import ENGLISH_KEY
from dinkit.reading.events import NULLS
from dinkit.reading.parsing import BOTTOMLESS

_COMMENT = re.compile(r"[ \t]*(?=#)")


class Item(NamedTuple):
    """A key with its value."""

    key: Node
    value: Node


class Layout(NamedTuple):
    """One file: its top-level mapping, and the items in it."""

    text: str
    root: Node
    collections: tuple[Item, ...]
    end: int
    """Where something can be put behind all that is there."""

    def find(self, english: str) -> Item | None:
        """Return the last collection of this name, in either language."""
        found = [one for one in self.collections if ENGLISH_KEY.get(one.key.said) == english]
        return found[-1] if found else None


def read_layout(text: str) -> Layout | None:
    """Return how a file is laid out, or None where it is no mapping.

    Raises:
        yaml.YAMLError: the file has a fault in its syntax, or a second document.
    """
    tree = read_nodes(text, BOTTOMLESS)
    return Layout(text, tree.root, items_of(tree.root), tree.end) if tree is not None and tree.root.kind == "map" else None


def items_of(node: Node) -> tuple[Item, ...]:
    """Return the keys of a mapping with their values; anything else has none."""
    return tuple(Item(key, value) for key, value in node.pairs if key is not None)


def is_empty(node: Node) -> bool:
    """Say whether a node holds nothing: no value, or brackets with nothing in them."""
    return not node.pairs and (node.flow or (not node.style and node.said in NULLS))


def is_block(node: Node) -> bool:
    """Say whether a node is a mapping without brackets."""
    return node.kind == "map" and not node.flow


def is_quoted(node: Node) -> bool:
    """Say whether a scalar stands in quotes."""
    return node.style in ("'", '"')


def behind(text: str, node: Node, column: int) -> int:
    """Return where a line can be put behind a node of a block: after its line, and after comments that are indented deeper than `column`."""
    at = node.end if ends_in_text(node) else next_line(text, node.end)
    while (match := _COMMENT.match(text, at)) and match.end() - at > column:
        at = next_line(text, at)
    return at


def is_spaced(text: str, items: tuple[Item, ...]) -> bool:
    """Say whether an empty line stands between the last two of some items, above the comments of the last."""
    if len(items) < 2:
        return False
    gap = text[items[-2].value.end : items[-1].key.start]
    return any(not line.strip() for line in gap.splitlines()[1:-1])
