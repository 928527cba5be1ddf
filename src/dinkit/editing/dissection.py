"""Takes the text of a file apart into pieces (`concrete`): its nodes (`nodes`), and what stands between them."""

from __future__ import annotations

import re

from yaml import YAMLError

from dinkit.editing.concrete import Document, Item, Value, lines_of, next_line
from dinkit.editing.nodes import Node, Tree, ends_in_text, last_of, read_nodes
from dinkit.reading.changing import line_start
from dinkit.reading.events import DEEPEST

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*")
_COLON = re.compile(r"[ \t]*:")
_FLOW_COLON = re.compile(r"(?:[ \t\r\n]|(?<=[ \t\r\n])#[^\r\n]*)*:")
_REST = re.compile(r"[ \t]*(?:(?<=[ \t])#[^\r\n]*)?(?:\r\n|\n|\r|\Z)")


class OddError(ValueError):
    """A text cannot be taken apart: it is no mapping, has a fault, or is laid out as hardly anybody does."""


def read_concrete(text: str) -> Document:
    r"""Take the text of a file apart.

    Raises:
        OddError: it cannot be.

    >>> from dinkit.editing.concrete import document_text
    >>> text = "# top\na: 1  # one\nb:\n  # two\n  - x\n\n  - {c: d}\n"
    >>> document_text(read_concrete(text)) == text
    True
    """
    try:
        tree = read_nodes(text, DEEPEST)
    except YAMLError as error:
        raise OddError(str(error)) from error
    return _Reader(text).document(tree) if tree is not None else Document("", Value("map", tail=text), "")


class _Reader:
    """Takes one text apart by its nodes."""

    def __init__(self, text: str) -> None:
        self.text = text

    def document(self, tree: Tree) -> Document:
        """Take the one document of the file apart."""
        root, begin = tree.root, next_line(self.text, tree.begin) if tree.begin else 0
        if root.kind == "map" and root.flow:
            return Document(self.text[: root.start], self.flow(root), self.text[root.end :])
        if root.kind != "map" or root.start < begin:
            raise OddError("no mapping")
        return Document(self.text[:begin], self.block(root, begin, tree.end, compact=False), self.text[tree.end :])

    def block(self, node: Node, begin: int, end: int, *, compact: bool) -> Value:
        """Take a block apart: the lines from `begin` to `end`; the first of them may have begun with a dash before it."""
        items: list[Item] = []
        at, column, head = begin, 0, ""
        starts = self.starts(node, begin)
        for index, (pair, start) in enumerate(zip(node.pairs, starts, strict=True)):
            line = start if compact and index == 0 else line_start(self.text, start)
            column = start - line_start(self.text, start)
            if self.text[line:start].strip(" ") or at > line:
                raise OddError("a key behind something else")
            above = self.text[at:line]
            item, at = self.item(pair, start, column, line_start(self.text, starts[index + 1]) if index + 1 < len(starts) else end)
            if index == 0:
                head, lead = _headed(above)
                items.append(item._replace(lead=lead))
            else:
                blank, lead = _spaced(above)
                items.append(item._replace(blank=blank, lead=lead))
        return Value(node.kind, items=tuple(items), head=head, tail=self.text[at:end], column=column, compact=compact)

    def starts(self, node: Node, begin: int) -> list[int]:
        """Return where each key or dash of a block stands."""
        if node.kind == "map":
            return [key.start for key, _ in node.pairs if key is not None]
        found, at = [], begin
        for _, value in node.pairs:
            dash = _SPACE.match(self.text, at).end()  # type: ignore[union-attr]  # it matches anything
            if self.text[dash : dash + 1] != "-":
                raise OddError("a list without a dash")
            found.append(dash)
            at = next_line(self.text, max(self.end(value), dash + 1))
        return found

    def item(self, pair: tuple[Node | None, Node], start: int, column: int, limit: int) -> tuple[Item, int]:
        """Take one item of a block apart; its lines end before `limit`. Return it with where they end."""
        key, value = pair
        word, key_end = (_word(key), key.end) if key is not None else ("", start + 1)
        colon = self.colon(key_end, _COLON) if key is not None else key_end
        value_end = self.end(value)
        line_end = next_line(self.text, max(value_end, colon))
        stop = line_end + _deeper(self.text[line_end:limit], column)
        written = self.text[start:key_end]
        if value.kind != "scalar" and not value.flow:
            inside = self.inside(value, colon)
            compact = inside < next_line(self.text, colon)
            block = self.block(value, inside, stop, compact=compact)
            return Item(word, written, self.text[key_end:inside], block, column), stop
        begin, end = (value.start, value_end) if value_end > value.start else (colon, colon)
        rest = _REST.match(self.text, end)
        if begin < colon or rest is None:
            raise OddError("something behind a value")
        read = self.flow(value) if value.flow else self.scalar(value)
        return Item(word, written, self.text[key_end:begin], read, column, rest=rest[0], tail=self.text[line_end:stop]), stop

    def inside(self, value: Node, colon: int) -> int:
        """Return where the inside of a block begins: on the line of the dash before it, or on the next line."""
        line_end = next_line(self.text, colon)
        if value.kind == "map" and value.pairs[0][0] is not None and value.pairs[0][0].start < line_end:
            return value.pairs[0][0].start
        after = colon + len(self.text[colon:line_end]) - len(self.text[colon:line_end].lstrip(" "))
        return after if value.kind == "list" and self.text[after : after + 1] == "-" else line_end

    def scalar(self, node: Node) -> Value:
        return Value("scalar", self.text[node.start : self.end(node)], node.marks + node.said, not node.style and not node.marks)

    def flow(self, node: Node) -> Value:
        """Take apart what stands between brackets."""
        if node.kind == "pair":
            raise OddError("a pair without braces between brackets")
        opening = self.text.index("{" if node.kind == "map" else "[", node.start) + 1
        at, items = opening, []
        for key, value in node.pairs:
            start = key.start if key is not None else value.start
            key_end = key.end if key is not None else start
            match = _FLOW_COLON.match(self.text, key_end) if key is not None else None
            colon = match.end() if match else key_end
            begin, end = (value.start, value.end) if value.end > value.start else (colon, colon)
            if "?" in self.text[at:start] or start < at:
                raise OddError("a question mark between brackets")
            read = self.flow(value) if value.kind != "scalar" else self.scalar(value)
            items.append(Item(_word(key) if key else "", self.text[start:key_end], self.text[key_end:begin], read, blank=self.text[at:start]))
            at = end
        return Value(node.kind, items=tuple(items), flow=True, head=self.text[node.start : opening], tail=self.text[at : node.end])

    def end(self, node: Node) -> int:
        """Return where a node ends; of a text below "|" or ">" only ">+" and "|+" keep the empty lines behind it."""
        if not ends_in_text(node):
            return node.end
        start, end = last_of(node).start, node.end
        written = self.text[start:end]
        if "+" in self.text[start : next_line(self.text, start)].partition("#")[0]:
            return start + len(re.sub(r"(?:\r\n|\n|\r)\Z", "", written))
        return start + len(written.rstrip(" \t\r\n"))

    def colon(self, at: int, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self.text, at)
        if match is None:
            raise OddError("a key without a colon")
        return match.end()


def _word(key: Node) -> str:
    """Return what a key says."""
    if key.kind != "scalar" or key.marks or key.style == "*":
        raise OddError("a key that is no text")
    return key.said


def _deeper(text: str, column: int) -> int:
    """Return how much of the lines behind an item belongs to it: up to the last comment that is indented deeper."""
    length = found = 0
    for line in lines_of(text):
        length += len(line)
        bare = line.lstrip(" \t")
        if bare.startswith("#") and len(line) - len(bare) > column:
            found = length
        elif bare.startswith("#"):
            break
    return found


def _headed(above: str) -> tuple[str, str]:
    """Part the lines above the first item: what belongs to all items ends with an empty line."""
    lines = lines_of(above)
    last = max((at + 1 for at, line in enumerate(lines) if not line.strip()), default=0)
    return "".join(lines[:last]), "".join(lines[last:])


def _spaced(above: str) -> tuple[str, str]:
    """Part the lines above an item: empty ones, and comments."""
    lines = lines_of(above)
    first = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    return "".join(lines[:first]), "".join(lines[first:])
