"""YAML text -> plain data with positions, elements set apart, keys and enumerated values in English.

Whatever is wrong becomes a problem, and reading goes on behind it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, StreamEndEvent, YAMLError

from dinkit.model.kinds import COLLECTIONS, NESTED
from dinkit.model.node import Mapping
from dinkit.model.relations import RELATION_BY_KEY
from dinkit.model.vocabulary import ENGLISH_KEY, ENGLISH_VALUE
from dinkit.reading.events import DEEPEST, NO_VALUES, NULLS, CutOffError, Events, end_of, too_deep
from dinkit.reading.problem import Problem

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


def read_tree(text: str) -> Tree:
    """Read the text of one file. What stood before a syntax fault is kept."""
    builder = _Builder(text)
    try:
        builder.read()
    except YAMLError as error:
        builder.problems.append(_syntax_problem(error, text))
    except CutOffError as error:
        builder.problems.append(error.problem)
    return Tree(builder.head, builder.elements, builder.without, builder.problems)


def _syntax_problem(error: YAMLError, text: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    offset = mark.index if mark is not None else getattr(error, "position", 0)
    words = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    start = min(offset, len(text))
    slug = "tab" if text[start : start + 1] == "\t" else "unprintable" if "control characters" in words or "not allowed" in words else "syntax"
    return Problem(slug, start, min(start + 1, len(text)), (words,))


class _Builder(Events):
    """Reads one file from the parser's events; one method per sort of place in the grammar."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.head = Mapping(0)
        self.elements: list[ElementNode] = []
        self.without: dict[str, Mapping] = {}

    def read(self) -> None:
        """Read the one document of the file."""
        self.get()
        event = self.get()
        if event.__class__ is StreamEndEvent:
            self.problem("empty", event)
            return
        event = self.get()
        if event.__class__ is not MappingStartEvent:
            self.problem("empty" if event.__class__ is ScalarEvent and event.value in NULLS else "no-mapping", event)
            self.skip(event)
        else:
            self.check_node(event)
            self.top()
        self.get()
        event = self.get()
        if event.__class__ is not StreamEndEvent:
            self.problem("second-document", event)

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
        self.head.end = end_of(event)

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
            if not (event.__class__ is ScalarEvent and event.value in NULLS):
                self.problem("no-collection", event, element=parent)
            self.skip(event)
            return
        self.check_node(event)
        if depth > DEEPEST:
            raise too_deep(event)
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
            data.end = end_of(event)
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
        data.end = end_of(event)

    def link_value(self, event: Any, key: str, depth: int) -> Any:
        """Read the value of a relation key: an id, a list of ids, or a mapping of ids."""
        if event.__class__ is MappingStartEvent:
            if event.anchor is not None or event.tag is not None:
                self.check_node(event)
            return self.link_mapping(event, _ROLES.get(key, NO_VALUES), depth)
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
        mapping.end = end_of(event)
        return mapping
