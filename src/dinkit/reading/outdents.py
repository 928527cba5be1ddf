"""Ids that are indented too little, so that they stand beside the key that they belong under: reported once, and read as what they are."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from yaml import MappingStartEvent, ScalarEvent

from dinkit.model.kinds import COLLECTIONS, NESTED
from dinkit.model.node import Mapping, value_stretch
from dinkit.model.relations import RELATION_BY_KEY
from dinkit.model.vocabulary import ENGLISH_VALUE
from dinkit.reading.events import LOST, NULLS, end_of
from dinkit.reading.keys import begins_element, is_id_beside
from dinkit.reading.mending import Mending
from dinkit.reading.nodes import ElementNode
from dinkit.reading.parsing import first_line
from dinkit.reading.spelling import language_of

_WEIGHTS = ("+", "++", "+++")


class Outdents(Mending):
    """One file as a stream of events, and how to read on behind a line that is indented too little."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.told: Any = None
        """The key of which it was told last that what belongs under it stands beside it."""

    @abstractmethod
    def element(self, kind: str, name: str, event: Any, parent: str | None, key_event: Any, depth: int) -> None:
        """Read one element."""

    def beside_collection(self, seen: dict[str, Any], event: Any, value: Any) -> bool:
        """Read an element that stands beside the collection that it belongs under; say whether it does."""
        owner = list(seen)[-2] if len(seen) > 1 else ""
        if owner not in COLLECTIONS or not begins_element(self.text, value.start_mark.index) or value.__class__ is not MappingStartEvent:
            return False
        del seen[event.value]
        self.outdented(event, seen[owner][0])
        self.element(COLLECTIONS[owner], event.value, value, None, event, 2)
        return True

    def beside_key(self, node: ElementNode, key: str, event: Any, value: Any, depth: int) -> bool:
        """Read an id that stands beside the key that it belongs under: ids were expected there, or elements; say whether it does."""
        marks = node.data.marks
        owner = list(marks)[-2] if len(marks) > 1 else ""
        if event.__class__ is not ScalarEvent or not is_id_beside(node.kind, event.value, language_of(self.text)):
            return False
        empty = bool(owner) and _is_empty(marks[owner][1])
        if owner in RELATION_BY_KEY and empty and _is_link(owner, value := first_line(value, self.text)):
            del marks[key]
            self.outdented(event, marks[owner][0])
            self.link_beside(node, owner, event, value, depth)
            return True
        if NESTED.get(owner) != node.kind or not (empty or begins_element(self.text, value.start_mark.index)):
            return False
        del marks[key]
        self.outdented(event, marks[owner][0])
        self.element(node.kind, event.value, value, node.id, event, depth + 1)
        return True

    def link_beside(self, node: ElementNode, owner: str, event: Any, value: Any, depth: int) -> None:
        """Read a link as one of those under a key that has none itself."""
        links = node.data.links or {}
        held: Mapping = links.get(owner) or Mapping(event.start_mark.index)
        read = self.plain(value, "", depth + 1)
        held.marks[event.value] = (event, value)
        held[event.value] = None if read is LOST else ENGLISH_VALUE["role"].get(read, read) if isinstance(read, str) else read
        held.end = value_stretch(held, event.value).end
        links[owner] = held

    def name_at_margin(self, event: Any, value: Any) -> None:
        """Read a name at the start of a line as that of the element above it, if that has none; the head tells that it stands there."""
        data = self.elements[-1].data if self.elements else None
        if data is not None and data.get("name") is None and value.__class__ is ScalarEvent and value.value not in NULLS:
            data.marks["name"] = (event, value)
            data["name"] = self.scalar(value, "name")

    def shorten_last(self, stuck: Any, head: Mapping) -> None:
        """Read a text that took in the key of a line below it as what its own line says: at the colon of that key the parser got stuck."""
        for data in (head, *(node.data for node in self.elements)) if stuck is not None else ():
            key = next(reversed(data.marks), "")
            if key and self.ends_before(data.marks[key][1], stuck):
                self.shorten(data, key)

    def forget(self, start: int) -> None:
        """Leave out the pair of which the key or the value begins at a fault in the syntax: it is not what it was read as."""
        for node in self.elements:
            key = next(reversed(node.data.marks), "")
            if key and key != "id" and start in (one.start_mark.index for one in node.data.marks[key]):
                node.data.pop(key, None)
                (node.data.links or {}).pop(key, None)

    def ends_before(self, event: Any, stuck: Any) -> bool:
        """Say whether an event is a text right behind which the parser got stuck at a colon."""
        behind = self.text[end_of(event) : stuck.index + 1]
        return behind.strip(" ") == ":" and event.__class__ is ScalarEvent

    def shorten(self, data: Mapping, key: str) -> None:
        """Read the text behind a key again, without what stands below its first line."""
        key_event, event = data.marks[key]
        alone = first_line(event, self.text)
        data.marks[key] = (key_event, alone)
        if data.links and key in data.links:
            data.links[key] = self.scalar(alone, "") if alone is not event else None  # a second colon in the line of a link: no id ends there
        elif key in data:
            data[key] = self.scalar(alone, key)

    def outdented(self, event: Any, owner: Any) -> None:
        """Report a line that is indented too little for the key that it belongs under; of lines that follow each other the first."""
        if self.told is not owner:
            self.problem("outdented", event, event.value, owner.value)
        self.told = owner


def _is_empty(event: Any) -> bool:
    """Say whether nothing stands behind a key."""
    return bool(event.start_mark.index == event.end_mark.index) and event.__class__ is ScalarEvent


def _is_link(key: str, event: Any) -> bool:
    """Say whether a value may stand beside an id under a key: fields, nothing, or the word for a role or a weight."""
    words = ENGLISH_VALUE["role"] if key == "stakeholders" else _WEIGHTS
    return event.__class__ is MappingStartEvent or (event.__class__ is ScalarEvent and (event.value in NULLS or event.value in words))
