"""YAML text -> plain data with positions, elements set apart, keys and enumerated values in English.

The parser's events are turned into data directly: composing nodes first costs twice the time. Scalars stay text, since
the field decides what they mean; so no "no" becomes a boolean and no number is read by accident. Whatever is wrong becomes a
problem, and reading goes on behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from yaml import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent, StreamEndEvent, YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out

from dinkit.model.kinds import COLLECTIONS, NESTED
from dinkit.model.node import Mapping, Sequence
from dinkit.model.relations import RELATION_BY_KEY
from dinkit.model.values import Quoted
from dinkit.model.vocabulary import ENGLISH_KEY, ENGLISH_VALUE
from dinkit.reading.problem import Problem

DEEPEST = 40
"""Mappings and sequences nested deeper than this are refused: no model needs a fraction of it."""

MOST_ALIASED = 10_000
"""Scalars that aliases may repeat in one file; a bomb repeats millions."""

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_LISTS = frozenset(("source", "note", "tags", "also_known_as", "areas", "parts", "scale", "targets", "money", "mission", "vision", "ambition"))
"""Keys that take one item as well as a list."""
_NO_VALUES: dict[str, str] = {"onbekend": "unknown"}
_ROLES = {"stakeholders": ENGLISH_VALUE["role"]}


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


class _CutOffError(Exception):
    """Nesting went past the limit; the rest of the file is not read."""


def read_tree(text: str) -> Tree:
    """Read the text of one file. What stood before a syntax fault is kept."""
    builder = _Builder(text)
    try:
        builder.read()
    except YAMLError as error:
        builder.problems.append(_syntax_problem(error, text))
    except _CutOffError as error:
        builder.problems.append(error.args[0])
    return Tree(builder.head, builder.elements, builder.without, builder.problems)


def _syntax_problem(error: YAMLError, text: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    offset = mark.index if mark is not None else getattr(error, "position", 0)
    words = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    start = min(offset, len(text))
    slug = "tab" if text[start : start + 1] == "\t" else "unprintable" if "control characters" in words or "not allowed" in words else "syntax"
    return Problem(slug, start, min(start + 1, len(text)), (words,))


class _Builder:
    """Reads one file from the parser's events; one method per sort of place in the grammar."""

    def __init__(self, text: str) -> None:
        self.get: Callable[[], Any] = CParser(text).get_event
        self.head = Mapping(0)
        self.elements: list[ElementNode] = []
        self.without: dict[str, Mapping] = {}
        self.problems: list[Problem] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.aliased = 0

    def problem(self, slug: str, event: Any, *words: str, element: str | None = None) -> None:
        self.problems.append(Problem(slug, event.start_mark.index, event.end_mark.index, words, element))

    def read(self) -> None:
        """Read the one document of the file."""
        self.get()
        event = self.get()
        if event.__class__ is StreamEndEvent:
            self.problem("empty", event)
            return
        event = self.get()
        if event.__class__ is not MappingStartEvent:
            self.problem("empty" if event.__class__ is ScalarEvent and event.value in _NULLS else "no-mapping", event)
            self.skip(event)
        else:
            self.check_node(event)
            self.top()
        self.get()
        event = self.get()
        if event.__class__ is not StreamEndEvent:
            self.problem("second-document", event)

    def check_node(self, event: Any) -> None:
        """Report a tag, remember nothing: for nodes that no alias may repeat."""
        if event.tag is not None:
            self.problem("tag", event, str(event.tag))
        if event.anchor is not None and event.__class__ is not AliasEvent:
            self.anchors.setdefault(event.anchor, (None, MOST_ALIASED))

    def key(self, event: Any, mapping: dict[str, Any], *, raw: bool = False) -> str | None:
        """Return the English key, or None when the pair must be skipped (its value is read past)."""
        if event.__class__ is not ScalarEvent:
            self.problem("key", event)
            self.skip(event)
            self.skip(self.get())
            return None
        key: str = event.value if raw else ENGLISH_KEY.get(event.value, event.value)
        if key in mapping:
            self.problem("duplicate-key", event, event.value)
            self.skip(self.get())
            return None
        return key

    def top(self) -> None:
        """Read the top-level mapping: head, programme and collections."""
        seen: dict[str, Any] = {}
        while (event := self.get()).__class__ is not MappingEndEvent:
            key = self.key(event, seen)
            if key is None:
                continue
            seen[key] = None
            value = self.get()
            if key == "programme" and value.__class__ is MappingStartEvent:
                self.programme(event, value)
            elif key in COLLECTIONS:
                self.collection(COLLECTIONS[key], value, None, 1)
            else:
                self.head[key] = self.plain(value, key, 1)
                self.head.marks[key] = (event, value)
        self.head.end = event.end_mark.index

    def programme(self, key_event: Any, value: Any) -> None:
        """Read the one programme; it gives its own id."""
        place = len(self.elements)
        self.element("programme", "", value, None, key_event, 1)
        node = self.elements[place]
        given = node.data.get("id")
        name = given if isinstance(given, str) and given else "programma"
        if given is None:
            node.data["id"] = name
        self.elements[place] = node._replace(id=name, key=node.data.marks["id"][1] if given else key_event)

    def collection(self, kind: str, event: Any, parent: str | None, depth: int) -> None:
        """Read a mapping of ids to elements."""
        if event.__class__ is not MappingStartEvent:
            if not (event.__class__ is ScalarEvent and event.value in _NULLS):
                self.problem("no-collection", event, element=parent)
            self.skip(event)
            return
        self.check_node(event)
        if depth > DEEPEST:
            raise _CutOffError(Problem("too-deep", event.start_mark.index, event.end_mark.index, (str(DEEPEST),)))
        seen: dict[str, Any] = {}
        while (key_event := self.get()).__class__ is not MappingEndEvent:
            if key_event.__class__ is ScalarEvent and key_event.value in ("geen", "none") and parent is None and kind not in self.without:
                self.none_stated(kind, key_event)
                return
            name = self.key(key_event, seen, raw=True)
            if name is not None:
                seen[name] = None
                self.element(kind, name, self.get(), parent, key_event, depth + 1)

    def none_stated(self, kind: str, key_event: Any) -> None:
        """Read `{geen: reason, bron: ...}`, the key event of `geen` already taken."""
        value = self.get()
        said = Mapping(key_event.start_mark.index)
        said["none"] = self.plain(value, "none", 2)
        said.marks["none"] = (key_event, value)
        self.fields(said, 2)
        self.without[kind] = said

    def element(self, kind: str, name: str, event: Any, parent: str | None, key_event: Any, depth: int) -> None:
        """Read one element: a mapping, or its name alone."""
        data = Mapping(event.start_mark.index)
        if name:
            data["id"] = name
            data.marks["id"] = (key_event, key_event)
        self.elements.append(ElementNode(kind, name, data, parent, key_event))
        if event.__class__ is MappingStartEvent:
            if event.anchor is not None or event.tag is not None:
                self.check_node(event)
            self.element_fields(data, kind, name, depth)
        elif event.__class__ is ScalarEvent:
            data["name"] = self.plain(event, "name", depth)
            data.marks["name"] = (key_event, event)
            data.end = event.end_mark.index
        else:
            self.problem("no-element", event, element=name)
            self.skip(event)

    def element_fields(self, data: Mapping, kind: str, name: str, depth: int) -> None:
        """Read the fields, the links and the nested elements of one element."""
        get, marks = self.get, data.marks
        while (event := get()).__class__ is not MappingEndEvent:
            key = ENGLISH_KEY.get(event.value) if event.__class__ is ScalarEvent else None
            if key is None or key in marks:
                key = self.key(event, marks)
                if key is None:
                    continue
            value = get()
            marks[key] = (event, value)
            if key in RELATION_BY_KEY:
                if data.links is None:
                    data.links = {}
                data.links[key] = self.link_value(value, key, depth)
            elif key in NESTED and NESTED[key] == kind:
                self.collection(kind, value, name, depth)
            else:
                data[key] = self.plain(value, key, depth)
        data.end = event.end_mark.index

    def link_value(self, event: Any, key: str, depth: int) -> Any:
        """Read the value of a relation key: an id, a list of ids, or a mapping of ids."""
        if event.__class__ is MappingStartEvent:
            if event.anchor is not None or event.tag is not None:
                self.check_node(event)
            return self.link_mapping(event, _ROLES.get(key, _NO_VALUES), depth)
        return self.plain(event, "", depth)

    def link_mapping(self, start: Any, scalars: dict[str, str], depth: int) -> Mapping:
        mapping = Mapping(start.start_mark.index)
        while (event := self.get()).__class__ is not MappingEndEvent:
            key = self.key(event, mapping, raw=True)
            if key is not None:
                value = self.get()
                read = self.plain(value, "", depth + 1)
                mapping[key] = scalars.get(read, read) if isinstance(read, str) else read
                mapping.marks[key] = (event, value)
        mapping.end = event.end_mark.index
        return mapping

    def plain(self, event: Any, key: str, depth: int) -> Any:
        """Read any value that holds no elements."""
        kind = event.__class__
        if kind is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self.anchored(event, None)
            return self.scalar(event, key)
        if kind is AliasEvent:
            return self.alias(event)
        if depth > DEEPEST:
            raise _CutOffError(Problem("too-deep", event.start_mark.index, event.end_mark.index, (str(DEEPEST),)))
        before = len(self.problems)
        value = self.mapping(event, depth) if kind is MappingStartEvent else self.sequence(event, key, depth)
        if event.anchor is not None or (event.tag is not None and before == len(self.problems)):
            self.anchored(event, value)
        return _one(value, event) if key in _LISTS and kind is MappingStartEvent else value

    def scalar(self, event: Any, key: str) -> Any:
        value = event.value
        if event.style == "":
            if value in _NULLS:
                return None
        elif value[:1] in "0123456789€+-crmh":
            value = Quoted(value)
        value = ENGLISH_VALUE.get(key, _NO_VALUES).get(value, value)
        return _one(value, event) if key in _LISTS else value

    def mapping(self, start: Any, depth: int) -> Mapping:
        mapping = Mapping(start.start_mark.index)
        self.fields(mapping, depth)
        return mapping

    def fields(self, mapping: Mapping, depth: int) -> None:
        """Read pairs into a mapping up to its end."""
        while (event := self.get()).__class__ is not MappingEndEvent:
            key = self.key(event, mapping)
            if key is not None:
                value = self.get()
                mapping.marks[key] = (event, value)
                mapping[key] = self.plain(value, key, depth + 1)
        mapping.end = event.end_mark.index

    def sequence(self, start: Any, key: str, depth: int) -> Sequence:
        sequence = Sequence(start.start_mark.index)
        inner = "" if key in _LISTS else key
        while (event := self.get()).__class__ is not SequenceEndEvent:
            sequence.append(self.plain(event, inner, depth + 1))
            sequence.marks.append(event)
        sequence.end = event.end_mark.index
        return sequence

    def anchored(self, event: Any, value: Any) -> None:
        """Report a tag and remember the value behind an anchor."""
        if event.tag is not None:
            self.problem("tag", event, str(event.tag))
        if event.anchor is not None:
            held = self.scalar(event, "") if event.__class__ is ScalarEvent else value
            self.anchors[event.anchor] = (held, _scalars(held))

    def alias(self, event: Any) -> Any:
        """Return the value that an alias repeats, as long as the file stays small."""
        held, size = self.anchors.get(event.anchor, (None, -1))
        if size < 0:
            self.problem("no-anchor", event, str(event.anchor))
            return None
        self.aliased += size
        if self.aliased > MOST_ALIASED:
            self.problem("alias-bomb", event, str(MOST_ALIASED))
            raise _CutOffError(self.problems.pop())
        return held

    def skip(self, event: Any) -> None:
        """Read past a value."""
        depth = 0
        while True:
            if event.__class__ in (MappingStartEvent, SequenceStartEvent):
                depth += 1
            elif event.__class__ in (MappingEndEvent, SequenceEndEvent):
                depth -= 1
            if depth <= 0:
                return
            event = self.get()


def _one(value: Any, event: Any) -> Sequence:
    """Wrap one item as a list, keeping its place."""
    sequence = Sequence(event.start_mark.index)
    sequence.end = event.end_mark.index
    sequence.append(value)
    sequence.marks.append(event)
    return sequence


def _scalars(value: Any) -> int:
    """Count the scalars that repeating a value repeats."""
    if isinstance(value, Mapping):
        return sum(_scalars(item) for item in value.values()) + 1
    if isinstance(value, Sequence):
        return sum(_scalars(item) for item in value) + 1
    return 1
