"""The parser's events alone, for who looks at a text a second time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yaml import MappingEndEvent, MappingStartEvent, Mark, ScalarEvent, SequenceEndEvent, SequenceStartEvent, StreamEndEvent, YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out

BOTTOMLESS = 12_000
"""Nesting deeper than this is not even read past: the parser's time grows with the square of the depth."""

_DEEPER = {MappingStartEvent: 1, SequenceStartEvent: 1, MappingEndEvent: -1, SequenceEndEvent: -1}


def first_line(event: Any, text: str) -> Any:
    """Return the event of a text without quotes as if it ended in its first line; any other event as it is."""
    start, end = event.start_mark, event.end_mark
    if event.__class__ is not ScalarEvent or event.style or start.line == end.line:
        return event
    line = text[start.index : end.index].splitlines()[0].rstrip()
    last = Mark(start.name, start.index + len(line), start.line, start.column + len(line), None, 0)
    return ScalarEvent(event.anchor, event.tag, event.implicit, line, start, last, event.style)


def events_of(text: str) -> Iterator[Any]:
    """Yield the events of a text, as far as its syntax holds and it can be read past."""
    get, depth = CParser(text).get_event, 0
    try:
        while depth <= BOTTOMLESS and (event := get()).__class__ is not StreamEndEvent:
            depth += _DEEPER.get(event.__class__, 0)
            yield event
    except YAMLError:
        return
