"""A model file as a tree (`Map`, `List`, `Text`) with comments and a layout of its own, of which `written` makes the text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass
class Text:
    """A scalar."""

    said: str
    quoted: bool = False


@dataclass
class Entry:
    """A key with its value, or an item of a list (then the key is empty)."""

    key: str
    node: Text | Map | List
    lead: list[str] = field(default_factory=list)
    trail: str = ""


@dataclass
class Map:
    entries: list[Entry]
    flow: bool = False

    def get(self, key: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.key == key), None)


@dataclass
class List:
    entries: list[Entry]
    flow: bool = True


class Layout(NamedTuple):
    """How a file is written."""

    step: int = 2
    dash: int = 2
    spaced: bool = False
    quoted: bool = False


def written(tree: Map, layout: Layout) -> str:
    """Return the text of a file."""
    return "".join(f"{line}\n" for line in _block(tree, 0, layout, 0))


def plain(node: Text | Map | List) -> object:
    """Return what a tree says; the order of a mapping and of a list means nothing."""
    if isinstance(node, Text):
        return node.said
    if isinstance(node, List):
        return sorted((plain(entry.node) for entry in node.entries), key=repr)
    return {entry.key: plain(entry.node) for entry in node.entries}


def _scalar(text: Text, layout: Layout) -> str:
    bare = text.said.replace(" ", "a").replace("-", "a").replace("+", "a").isalnum() and text.said[0] != "-" and text.said == text.said.strip()
    return text.said if bare and not text.quoted and not layout.quoted else json.dumps(text.said, ensure_ascii=False)


def _flow(node: Text | Map | List, layout: Layout) -> str:
    if isinstance(node, Text):
        return _scalar(node, layout)
    if isinstance(node, List):
        return "[" + ", ".join(_flow(entry.node, layout) for entry in node.entries) + "]"
    return "{" + ", ".join(f"{entry.key}: {_flow(entry.node, layout)}" for entry in node.entries) + "}"


def _block(node: Map | List, column: int, layout: Layout, depth: int) -> Iterator[str]:
    for at, entry in enumerate(node.entries):
        if at and ((depth == 1 and layout.spaced) or depth == 0):
            yield ""
        yield from (f"{' ' * column}# {line}" for line in entry.lead)
        trail = f"  # {entry.trail}" if entry.trail else ""
        head = f"{' ' * column}{entry.key}:" if isinstance(node, Map) else f"{' ' * column}-"
        inner = entry.node
        if isinstance(inner, Text) or inner.flow or not inner.entries:
            yield f"{head} {_flow(inner, layout)}{trail}"
        else:
            yield f"{head}{trail}"
            deeper = layout.dash if isinstance(inner, List) else layout.step
            yield from _block(inner, column + deeper, layout, depth + 1)


class Found(NamedTuple):
    """An element in a tree."""

    id: str
    entry: Entry
    siblings: Map
    parent: str
    kind: str


PARTS = {"subdoelen": "doelen", "onderdelen": "inspanningen"}
KINDS = ("doelen", "inspanningen", "stakeholders", "indicatoren")


def elements(tree: Map) -> dict[str, Found]:
    """Return every element of a file."""
    found: dict[str, Found] = {}

    def walk(siblings: Map, parent: str, kind: str) -> None:
        for entry in siblings.entries:
            found[entry.key] = Found(entry.key, entry, siblings, parent, kind)
            if isinstance(entry.node, Map):
                for key in PARTS:
                    parts = entry.node.get(key)
                    if parts is not None and isinstance(parts.node, Map):
                        walk(parts.node, entry.key, kind)

    for kind in KINDS:
        top = tree.get(kind)
        if top is not None and isinstance(top.node, Map):
            walk(top.node, "", kind)
    return found


def fields_of(tree: Map, one: str) -> Map:
    """Return the fields of an element; one that is written in short gets its long form."""
    entry = elements(tree)[one].entry
    if isinstance(entry.node, Text):
        entry.node = Map([Entry("naam", entry.node)])
    assert isinstance(entry.node, Map)
    return entry.node


def mentioned(tree: Map) -> set[str]:
    """Return every id that something links to."""
    found: set[str] = set()
    for one in elements(tree).values():
        if isinstance(one.entry.node, Map):
            for key in ("draagt_bij_aan", "stakeholders", "meet"):
                links = one.entry.node.get(key)
                if links is not None:
                    found |= set(targets(links.node))
    return found


def targets(links: Text | Map | List) -> list[str]:
    """Return what links lead to, in any form."""
    if isinstance(links, Text):
        return [links.said]
    return [entry.key or entry.node.said for entry in links.entries]  # type: ignore[union-attr]


def longer(entry: Entry) -> List | Map:
    """Return the links or texts under a key as a list or mapping; a single one becomes a list."""
    if isinstance(entry.node, Text):
        entry.node = List([Entry("", entry.node)])
    return entry.node


def below(parent: Map, key: str) -> Map:
    """Return the mapping of parts of an element, made where there is none."""
    entry = parent.get(key)
    if entry is None:
        entry = Entry(key, Map([]))
        parent.entries.append(entry)
    assert isinstance(entry.node, Map)
    return entry.node


def has_parts(node: Text | Map | List) -> bool:
    return isinstance(node, Map) and any(node.get(key) for key in PARTS)
