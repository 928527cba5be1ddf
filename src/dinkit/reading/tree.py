"""YAML text -> plain data with positions, elements set apart, keys and enumerated values in English.

Whatever is wrong becomes a problem, and reading goes on behind it.
"""

from __future__ import annotations

from typing import Any

from yaml import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, StreamEndEvent, YAMLError
from yaml.reader import ReaderError

from dinkit.model.contract import fields_of
from dinkit.model.document import TOP_KEYS, NoneStated
from dinkit.model.kinds import COLLECTIONS
from dinkit.model.node import Mapping
from dinkit.model.relations import RELATION_BY_KEY
from dinkit.model.vocabulary import ENGLISH_KEY, ENGLISH_VALUE
from dinkit.pattern import pattern
from dinkit.reading.events import DEEPEST, LOST, NULLS, end_of
from dinkit.reading.mending import STRAY
from dinkit.reading.nodes import ElementNode, Tree
from dinkit.reading.outdents import Outdents
from dinkit.reading.problem import Problem
from dinkit.reading.syntax import UNPRINTABLE, lone_anchors, one_per_line, syntax_problem
from dinkit.reading.unseen import MARKED

_OWN = frozenset(ENGLISH_KEY.values()) - RELATION_BY_KEY.keys() - STRAY.keys()
"""Keys that can only be a field of the element itself."""
_SURE = frozenset(ENGLISH_KEY) - {"main_goals", "operational_goals"}
"""Keys that are what they say; those two are only counted, so that elements below them are meant as something else."""
_BESIDE_NONE = frozenset(fields_of(NoneStated))
_RESERVED = frozenset(("onbekend", *ENGLISH_KEY, "unknown"))
"""Words that mean something else where an id may stand."""
_ID_AND_WORD = pattern(r"\{?\s*[a-z0-9-]+:[ ]+([a-z_]+)(?=[ \t]*(?:[,}#\r\n]|\Z))")


def read_tree(text: str) -> Tree:
    """Read the text of one file. What stood before a syntax fault is kept."""
    builder = _Builder(text)
    cut: frozenset[str] = frozenset()
    try:
        builder.read()
        builder.report_anchors()
    except ReaderError:
        return _read_printable(text)
    except YAMLError as error:
        cut = builder.open_elements()
        builder.shorten_last(getattr(error, "problem_mark", None), builder.head)
        fault = syntax_problem(error, text)
        builder.forget(fault.start)
        builder.problems = [*(one for one in builder.problems if one.start != fault.start), fault]
    return Tree(
        builder.head,
        builder.elements,
        builder.without,
        builder.problems,
        cut | builder.damaged,
        cut,
        MARKED.search(builder.data) is not None,
        builder.folded,
    )


def _read_printable(text: str) -> Tree:
    """Read a text with characters that YAML does not allow, each taken for the replacement character; report one per line."""
    tree = read_tree(UNPRINTABLE.sub("\ufffd", text))
    return tree._replace(problems=one_per_line("unprintable", UNPRINTABLE, text) + tree.problems)


class _Builder(Outdents):
    """Reads one file from the parser's events; one method per sort of place in the grammar."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.head = Mapping(0)
        self.without: dict[str, Mapping] = {}
        self.folded = False

    def open_elements(self) -> frozenset[str]:
        """Return the element that is being read and those that it is a part of."""
        parents = {node.id: node.parent for node in self.elements}
        found: set[str] = set()
        element = self.element_id
        while element is not None and element not in found:
            found.add(element)
            element = parents.get(element)
        return frozenset(found)

    def read(self) -> None:
        """Read the one document of the file."""
        self.get()
        event = self.get()
        if event.__class__ is StreamEndEvent:
            self.problems.append(Problem("empty", 0, 0))
            return
        event = self.get()
        if event.__class__ is not MappingStartEvent:
            self.lose("empty" if event.__class__ is ScalarEvent and event.value in NULLS else "no-mapping", event)
        else:
            self.no_element_anchor(event)
            self.top()
        self.get()
        event = self.get()
        if event.__class__ is not StreamEndEvent:
            self.problem("second-document", event)

    def top(self) -> None:
        """Read the top-level mapping: head, programme and collections; a collection that stands there twice is read twice."""
        seen: dict[str, Any] = {}
        while (event := self.get()).__class__ is not MappingEndEvent:
            word = ENGLISH_KEY.get(event.value) if event.__class__ is ScalarEvent else None
            if word in seen and (word in COLLECTIONS or word == "programme"):
                self.second_key(word, event, seen[word][0])
                key: str | None = word
            else:
                key = self.key(event, seen)
            if key is None:
                continue
            value = self.get()
            seen[key] = (event, value)
            if key == "programme":
                self.programme(event, value)
            elif key in COLLECTIONS:
                self.collection(COLLECTIONS[key], value, None, 1)
            elif key in TOP_KEYS or not (self.misspelled(event, value, TOP_KEYS, None, 1) or self.beside_collection(seen, event, value)):
                self.head.marks[key] = (event, value)
                read = self.plain(value, key, 1)
                if read is not LOST:
                    self.head[key] = read
                if key == "name":
                    self.name_at_margin(event, value)
        self.head.end = end_of(event)

    def report_anchors(self) -> None:
        """Report the anchors that nothing repeats: such a word is gone from its text, and with nothing behind it the whole text is."""
        for problem in lone_anchors(self.text):
            node = next((one for one in reversed(self.elements) if one.key.start_mark.index <= problem.start < one.data.end), None)
            self.problems.append(problem._replace(element=node.id if node else None))
            if node is not None:
                self.damaged.add(node.id)
                emptied = [
                    key for key, mark in node.data.marks.items() if mark[1].start_mark.index == problem.start and node.data.get(key, "") is None
                ]
                for key in emptied:
                    del node.data[key]

    def programme(self, key_event: Any, value: Any) -> None:
        """Read the one programme; it gives its own id."""
        if value.__class__ is not MappingStartEvent:
            if not (value.__class__ is ScalarEvent and value.value in NULLS):
                self.lose("no-programme", value)
            return
        place, before = len(self.elements), len(self.problems)
        try:
            self.element("programme", "", value, None, key_event, 1)
        finally:
            node = self.elements[place]
            given = node.data.get("id")
            name = given if isinstance(given, str) and given else "programma"
            if given is None:
                node.data["id"] = name
            self.elements[place] = node._replace(id=name, key=node.data.marks["id"][1] if given else key_event)
            self.problems[before:] = [one._replace(element=name) if one.element == "" else one for one in self.problems[before:]]
            self.element_id = name if self.element_id == "" else self.element_id
            self.damaged = {name if one == "" else one for one in self.damaged}

    def collection(self, kind: str, event: Any, parent: str | None, depth: int) -> None:
        """Read a mapping of ids to elements, or the reason why the source has none."""
        if event.__class__ is not MappingStartEvent:
            if not (event.__class__ is ScalarEvent and event.value in NULLS):
                self.no_elements(event, depth)
            return
        if event.anchor is not None or event.tag is not None:
            self.no_element_anchor(event)
        if depth > DEEPEST:
            self.lose("too-deep", event, str(DEEPEST))
            return
        said: Mapping | None = None
        begun = len(self.elements)
        while (key_event := self.get()).__class__ is not MappingEndEvent:
            if key_event.__class__ is not ScalarEvent or key_event.tag is not None:
                self.lose("key", key_event)
                self.skip(self.get())
                continue
            name = key_event.value
            if name in _RESERVED:
                first = parent is None and len(self.elements) == begun
                said = self.reserved(kind, key_event, parent, depth, said, first=first)
                continue
            self.element(kind, name, self.get(), parent, key_event, depth + 1)
        if said is not None and "none" not in said.marks:
            self.beside_nothing(kind, said, depth)
        elif said is not None and len(self.elements) > begun:
            self.problem("none-and-some", said.marks["none"][0], said.marks["none"][0].value)

    def reserved(self, kind: str, key_event: Any, parent: str | None, depth: int, said: Mapping | None, *, first: bool) -> Mapping | None:
        """Read a pair whose key is a word of the grammar: part of `{geen: reason, bron: ...}` in any order, or a fault."""
        word, value = ENGLISH_KEY.get(key_event.value, ""), self.get()
        begins = parent is None and (word == "none" or (first and value.__class__ is not MappingStartEvent))
        again = (word == "none" and kind in self.without) or (said is not None and word in said.marks)
        if word not in _BESIDE_NONE or again or (said is None and not begins):
            self.reserved_id(kind, key_event, value, parent, depth)
            return said
        said = Mapping(key_event.start_mark.index) if said is None else said
        if word == "none":
            self.without[kind] = said
        said.marks[word] = (key_event, value)
        read = self.plain(value, word, depth + 1)
        if read is not LOST:
            said[word] = read
        return said

    def beside_nothing(self, kind: str, said: Mapping, depth: int) -> None:
        """Report words that only go with `geen`, where that is not there: they stand as ids."""
        for key_event, value in said.marks.values():
            self.problem("reserved-id", key_event, key_event.value)
            self.damaged.add(key_event.value)
            if value.__class__ is ScalarEvent:
                self.element(kind, key_event.value, value, None, key_event, depth + 1)

    def reserved_id(self, kind: str, key_event: Any, value: Any, parent: str | None, depth: int) -> None:
        """Report a word of the grammar that stands where an id should; a collection is read as what it is."""
        word = ENGLISH_KEY.get(key_event.value, "")
        collection = COLLECTIONS.get(word)
        if (collection is None or _gives_roles(self.text, value)) and self.shallow(kind, word, key_event, value, parent, depth):
            return
        self.problem("reserved-id", key_event, key_event.value)
        if collection is not None and value.__class__ is MappingStartEvent:
            self.collection(collection, value, None, depth + 1)
            return
        self.damaged.add(key_event.value)
        if not (value.__class__ is ScalarEvent and value.value in NULLS):
            self.element(kind, key_event.value, value, parent, key_event, depth + 1)

    def element(self, kind: str, name: str, event: Any, parent: str | None, key_event: Any, depth: int) -> None:
        """Read one element: a mapping, or its name alone."""
        data = Mapping(event.start_mark.index)
        if name or kind != "programme":
            data["id"] = name
            data.marks["id"] = (key_event, key_event)
        node = ElementNode(kind, name, data, parent, key_event)
        self.elements.append(node)
        outer, self.element_id = self.element_id, name
        if event.__class__ is MappingStartEvent:
            if event.anchor is not None or event.tag is not None:
                self.no_element_anchor(event)
            self.element_fields(node, depth)
        else:
            data.marks["name"] = (key_event, event)
            data.end = end_of(event)
            held = self.plain(event, "name", depth) if event.__class__ in (ScalarEvent, AliasEvent) else self.lose("no-element", event)
            if held is None or isinstance(held, str):
                data["name"] = held
            elif held is not LOST:
                self.problem("alias-element", event, event.anchor)
            if "{" in name:
                self.braced_element(node)
        named = data.marks.get("name")
        self.folded |= named is not None and named[0].start_mark.line != named[1].end_mark.line
        self.element_id = outer

    def element_fields(self, node: ElementNode, depth: int) -> None:
        """Read the fields, the links and the nested elements of one element."""
        get, scalar, data = self.get, self.scalar, node.data
        marks = data.marks
        while (event := get()).__class__ is not MappingEndEvent:
            key = ENGLISH_KEY.get(event.value) if event.__class__ is ScalarEvent and event.tag is None else None
            if key is None or key in marks:
                if key is not None:
                    self.give_way(node, key)
                key = self.key(event, marks)
                if key is None:
                    continue
            value = get()
            marks[key] = (event, value)
            if key in _OWN and value.__class__ is ScalarEvent and value.anchor is None and value.tag is None:
                data[key] = scalar(value, key)
            elif key in RELATION_BY_KEY:
                if data.links is None:
                    data.links = {}
                data.links[key] = self.link_value(value, key, depth)
            elif (key in STRAY and self.nested(node, key, event, value, depth)) or (
                key not in _SURE and (self.another(node, key, event, value, depth) or self.beside_key(node, key, event, value, depth))
            ):
                continue
            else:
                read = self.plain(value, key, depth)
                if read is not LOST:
                    data[key] = read
        data.end = end_of(event)


def _gives_roles(text: str, value: Any) -> bool:
    """Say whether the first of the ids in a mapping has a role behind it, as where an element says who is involved."""
    first = _ID_AND_WORD.match(text, value.start_mark.index)
    return value.__class__ is MappingStartEvent and first is not None and first[1] in ENGLISH_VALUE["role"]
