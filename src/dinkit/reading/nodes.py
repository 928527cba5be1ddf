"""One file as read, before anything in it is validated: its head, its elements, and what was wrong."""

from __future__ import annotations

from typing import Any

from dinkit.model.node import Mapping
from dinkit.reading.problem import Problem
from dinkit.tuples import NamedTuple


class ElementNode(NamedTuple):
    """One element as it stands in the file: its fields, and the relation keys in `data.links`."""

    kind: str
    id: str
    data: Mapping
    parent: str | None
    key: Any
    """The event of the id; its marks say where it stands."""


class Tree(NamedTuple):
    """One file as read: its head, its elements in order, and what was wrong."""

    head: Mapping
    elements: list[ElementNode]
    without: dict[str, Mapping]
    """Kind -> the mapping that says why the source has none."""
    problems: list[Problem]
    damaged: frozenset[str] = frozenset()
    """Elements of which something was left out."""
    cut: frozenset[str] = frozenset()
    """Those of them that were not read to their end, because of a fault in the syntax."""
    marked: bool = False
    """Whether a mark that nobody sees stands somewhere in the text; see `unseen`."""
    folded: bool = False
    """Whether some name goes on in a next line."""
