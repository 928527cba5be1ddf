"""Takes the text of a file apart into pieces (`concrete`): first the nodes with their places, then what stands between them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from yaml import AliasEvent, DocumentStartEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, StreamEndEvent, YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out

from dinkit.editing.concrete import LINE, Document, Item, Value, lines_of
from dinkit.reading.events import DEEPEST, end_of

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
        return _Reader(text).document()
    except YAMLError as error:
        raise OddError(str(error)) from error


class _Raw(NamedTuple):
    """A node with its place: from its first token to the end of its last."""

    kind: str
    start: int
    end: int
    flow: bool = False
    said: str = ""
    bare: bool = True
    pairs: tuple[tuple[_Raw | None, _Raw], ...] = ()


class _Reader:
    """Takes one text apart: first the nodes with their places, then the text between them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.get: Callable[[], Any] = CParser(text).get_event

    def document(self) -> Document:
        """Read the one document of the file."""
        self.get()
        event: Any = self.get()
        if event.__class__ is StreamEndEvent:
            return Document("", Value("map", tail=self.text), "")
        begin = self.line_end(end_of(event)) if event.__class__ is DocumentStartEvent and event.explicit else 0
        root = self.node(self.get(), 0)
        closing: Any = self.get()
        if self.get().__class__ is not StreamEndEvent:
            raise OddError("more than one document")
        end = self.line_start(start_of(closing)) if closing.explicit else len(self.text)
        if root.kind == "map" and root.flow:
            return Document(self.text[: root.start], self.flow(root), self.text[root.end :])
        if root.kind != "map" or root.start < begin:
            raise OddError("no mapping")
        return Document(self.text[:begin], self.block(root, begin, end, compact=False), self.text[end:])

    def node(self, event: Any, depth: int) -> _Raw:
        """Read one node to its end."""
        start, end = start_of(event), end_of(event)
        if event.__class__ is AliasEvent:
            return _Raw("scalar", start, end, said=f"*{event.anchor}", bare=False)
        marks = f"&{event.anchor} " * (event.anchor is not None) + f"{event.tag} " * (event.tag is not None)
        if event.__class__ is ScalarEvent:
            return _Raw("scalar", start, self.scalar_end(event), said=marks + event.value, bare=not event.style and not marks)
        if depth > DEEPEST:
            raise OddError("too deep")
        is_map, flow = event.__class__ is MappingStartEvent, bool(event.flow_style)
        pairs: list[tuple[_Raw | None, _Raw]] = []
        inner: Any
        while (inner := self.get()).__class__ not in (MappingEndEvent, SequenceEndEvent):
            key = self.key(inner) if is_map else None
            pairs.append((key, self.node(self.get() if is_map else inner, depth + 1)))
        if flow and self.text[end_of(inner) - 1] not in "]}":
            raise OddError("a pair without braces between brackets")
        last = end_of(inner) if flow else max((one.end for pair in pairs for one in pair if one is not None), default=end)
        return _Raw("map" if is_map else "list", start, last, flow, pairs=tuple(pairs))

    def key(self, event: Any) -> _Raw:
        if event.__class__ is not ScalarEvent or event.anchor is not None or event.tag is not None:
            raise OddError("a key that is no text")
        return _Raw("scalar", start_of(event), end_of(event), said=event.value)

    def scalar_end(self, event: Any) -> int:
        """Return where a scalar ends; the parser ends a block scalar at the next token."""
        start, end = start_of(event), end_of(event)
        if event.style not in ("|", ">"):
            return end
        written = self.text[start:end]
        if "+" in LINE.match(written)[0].partition("#")[0]:  # type: ignore[index]  # it matches anything
            return start + len(re.sub(r"(?:\r\n|\n|\r)\Z", "", written))
        return start + len(written.rstrip(" \t\r\n"))

    def block(self, raw: _Raw, begin: int, end: int, *, compact: bool) -> Value:
        """Take a block apart: the lines from `begin` to `end`; the first of them may have begun with a dash before it."""
        items: list[Item] = []
        at, column, head = begin, 0, ""
        starts = self.starts(raw, begin)
        for index, (pair, start) in enumerate(zip(raw.pairs, starts, strict=True)):
            line = start if compact and index == 0 else self.line_start(start)
            column = start - self.line_start(start)
            if self.text[line:start].strip(" ") or at > line:
                raise OddError("a key behind something else")
            above = self.text[at:line]
            item, at = self.item(pair, start, column, self.line_start(starts[index + 1]) if index + 1 < len(starts) else end)
            if index == 0:
                head, lead = _headed(above)
                items.append(item._replace(lead=lead))
            else:
                blank, lead = _spaced(above)
                items.append(item._replace(blank=blank, lead=lead))
        return Value(raw.kind, items=tuple(items), head=head, tail=self.text[at:end], column=column, compact=compact)

    def starts(self, raw: _Raw, begin: int) -> list[int]:
        """Return where each key or dash of a block stands."""
        if raw.kind == "map":
            return [key.start for key, _ in raw.pairs if key is not None]
        found, at = [], begin
        for _, value in raw.pairs:
            dash = _SPACE.match(self.text, at).end()  # type: ignore[union-attr]  # it matches anything
            if self.text[dash : dash + 1] != "-":
                raise OddError("a list without a dash")
            found.append(dash)
            at = self.line_end(max(value.end, dash + 1))
        return found

    def item(self, pair: tuple[_Raw | None, _Raw], start: int, column: int, limit: int) -> tuple[Item, int]:
        """Take one item of a block apart; its lines end before `limit`. Return it with where they end."""
        key, value = pair
        word, key_end = (key.said, key.end) if key is not None else ("", start + 1)
        colon = self.colon(key_end, _COLON) if key is not None else key_end
        line_end = self.line_end(max(value.end, colon))
        stop = line_end + _deeper(self.text[line_end:limit], column)
        written = self.text[start:key_end]
        if value.kind != "scalar" and not value.flow:
            inside = self.inside(value, colon)
            compact = inside < self.line_end(colon)
            block = self.block(value, inside, stop, compact=compact)
            return Item(word, written, self.text[key_end:inside], block, column), stop
        begin, end = (value.start, value.end) if value.end > value.start else (colon, colon)
        rest = _REST.match(self.text, end)
        if begin < colon or rest is None:
            raise OddError("something behind a value")
        read = self.flow(value) if value.flow else self.scalar(value)
        return Item(word, written, self.text[key_end:begin], read, column, rest=rest[0], tail=self.text[line_end:stop]), stop

    def inside(self, value: _Raw, colon: int) -> int:
        """Return where the inside of a block begins: on the line of the dash before it, or on the next line."""
        line_end = self.line_end(colon)
        if value.kind == "map" and value.pairs[0][0] is not None and value.pairs[0][0].start < line_end:
            return value.pairs[0][0].start
        after = colon + len(self.text[colon:line_end]) - len(self.text[colon:line_end].lstrip(" "))
        return after if value.kind == "list" and self.text[after : after + 1] == "-" else line_end

    def scalar(self, raw: _Raw) -> Value:
        return Value("scalar", self.text[raw.start : raw.end], raw.said, raw.bare)

    def flow(self, raw: _Raw) -> Value:
        """Take apart what stands between brackets."""
        opening = self.text.index("{" if raw.kind == "map" else "[", raw.start) + 1
        at, items = opening, []
        for key, value in raw.pairs:
            start = key.start if key is not None else value.start
            key_end = key.end if key is not None else start
            match = _FLOW_COLON.match(self.text, key_end) if key is not None else None
            colon = match.end() if match else key_end
            begin, end = (value.start, value.end) if value.end > value.start else (colon, colon)
            if "?" in self.text[at:start] or start < at:
                raise OddError("a question mark between brackets")
            read = self.flow(value) if value.kind != "scalar" else self.scalar(value)
            items.append(Item(key.said if key else "", self.text[start:key_end], self.text[key_end:begin], read, blank=self.text[at:start]))
            at = end
        return Value(raw.kind, items=tuple(items), flow=True, head=self.text[raw.start : opening], tail=self.text[at : raw.end])

    def colon(self, at: int, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self.text, at)
        if match is None:
            raise OddError("a key without a colon")
        return match.end()

    def line_start(self, at: int) -> int:
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def line_end(self, at: int) -> int:
        return LINE.match(self.text, at).end()  # type: ignore[union-attr]  # it matches anything


def start_of(event: Any) -> int:
    """Return the offset of an event."""
    start: int = event.start_mark.index
    return start


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
