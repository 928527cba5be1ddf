"""Plain data that knows where it stands: what a YAML file is read into.

A mapping is a dict and a sequence is a list, so that the engine validates them as they are; beside each key and item stand
the parser's events, from which a span is made only when somebody asks (most never do).
"""

from __future__ import annotations

from typing import Any

from dinkit.tuples import NamedTuple

Marks = tuple[Any, Any]
"""The events of a key and of its value; for an item of a sequence the first is None."""


class Mapping(dict[str, Any]):
    """A YAML mapping with English keys. `marks` holds the events per key, `links` the relation keys set apart."""

    __slots__ = ("end", "links", "marks", "start")

    def __init__(self, start: int) -> None:  # the empty base needs no call, and there are tens of thousands
        self.start = start
        self.end = start
        self.marks: dict[str, Marks] = {}
        self.links: dict[str, Any] | None = None


class Sequence(list[Any]):
    """A YAML sequence; `marks` holds the event per item, `lost` stands only where an item could not be had."""

    __slots__ = ("end", "lost", "marks", "start")
    lost: bool

    def __init__(self, start: int) -> None:  # the empty base needs no call, and there are tens of thousands
        self.start = start
        self.end = start
        self.marks: list[Any] = []


class Stretch(NamedTuple):
    """Start and end offset in the text of a file."""

    start: int
    end: int


def stretch_of(event: Any) -> Stretch:
    """Return where a token stands."""
    return Stretch(event.start_mark.index, event.end_mark.index)


def key_stretch(mapping: Mapping, key: str) -> Stretch:
    """Return where a key stands."""
    return stretch_of(mapping.marks[key][0])


def value_stretch(mapping: Mapping, key: str) -> Stretch:
    """Return where the value of a key stands; an empty value stands right behind its key."""
    value = mapping.get(key, mapping.links.get(key) if mapping.links else None)
    return _stretch(value, mapping.marks[key][1])


def item_stretch(sequence: Sequence, index: int) -> Stretch:
    """Return where an item stands."""
    return _stretch(sequence[index], sequence.marks[index])


def trimmed(text: str, stretch: Stretch) -> Stretch:
    """Return a stretch without the white space at its end: the parser ends a block scalar at the line below it."""
    return Stretch(stretch.start, stretch.start + len(text[stretch.start : stretch.end].rstrip()))


def _stretch(value: Any, event: Any) -> Stretch:
    if isinstance(value, (Mapping, Sequence)):
        return Stretch(value.start, value.end)
    return stretch_of(event)


def end_of_value(value: Any, event: Any) -> int:
    """Return the offset behind a value that begins with an event."""
    end: int = value.end if isinstance(value, (Mapping, Sequence)) else event.end_mark.index
    return end


def mark_at(held: Any, *path: str | int) -> Any:
    """Return the event of the key (or of the item of a list) at the end of a path, as far down as it goes; None where it goes nowhere."""
    mark = None
    for step in path:
        if isinstance(held, Mapping) and isinstance(step, str) and step in held.marks:
            mark, held = held.marks[step][0], held.get(step)
        elif isinstance(held, Sequence) and isinstance(step, int) and step < len(held.marks):
            mark, held = held.marks[step], held[step]
        else:
            break
    return mark
