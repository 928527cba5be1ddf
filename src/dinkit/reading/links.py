"""The values of relation keys, as they stand in a file: an id, a list of ids, or a mapping of ids."""

from __future__ import annotations

from typing import Any

from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent

from dinkit.model.node import Mapping
from dinkit.model.vocabulary import ENGLISH_VALUE
from dinkit.reading.events import LOST, MERGE, NO_VALUES, Events, end_of

_ROLES = {"stakeholders": ENGLISH_VALUE["role"]}


class LinkEvents(Events):
    """One file as a stream of events, and how links are read from it."""

    def link_value(self, event: Any, key: str, depth: int) -> Any:
        """Read the value of a relation key: an id, a list of ids, or a mapping of ids."""
        if event.__class__ is MappingStartEvent:
            if event.anchor is not None or event.tag is not None:
                self.no_element_anchor(event)
            return self.link_mapping(event, _ROLES.get(key, NO_VALUES), depth)
        read = self.plain(event, "", depth)
        return None if read is LOST else read

    def link_mapping(self, start: Any, scalars: dict[str, str], depth: int) -> Mapping:
        """Read ids with what stands beside each of them; a word alone may be one of `scalars`."""
        mapping = Mapping(start.start_mark.index)
        get, marks = self.get, mapping.marks
        while (event := get()).__class__ is not MappingEndEvent:
            key: str | None = event.value if event.__class__ is ScalarEvent and event.tag is None else MERGE
            if key is None or key == MERGE or key in marks:
                key = self.key(event, marks, raw=True)
                if key is None:
                    continue
            value = get()
            marks[key] = (event, value)
            read = self.plain(value, "", depth + 1)
            mapping[key] = scalars.get(read, read) if isinstance(read, str) else None if read is LOST else read
        mapping.end = end_of(event)
        return mapping
