"""The parser's events -> plain values with positions; what holds no elements.

Composing nodes first costs twice the time, so values are built straight from the events. Scalars stay text, since the field
decides what they mean: no "no" becomes a boolean and no number is read by accident.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from yaml import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out

from dinkit.model.node import Mapping, Sequence
from dinkit.model.values import Quoted
from dinkit.model.vocabulary import ENGLISH_KEY, ENGLISH_VALUE
from dinkit.reading.problem import Problem

DEEPEST = 40
"""Mappings and sequences nested deeper than this are refused: no model needs a fraction of it."""

MOST_ALIASED = 10_000
"""Scalars that aliases may repeat in one file; a bomb repeats millions."""

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_LISTS = frozenset(
    ("source", "note", "tags", "also_known_as", "areas", "parts", "models", "scale", "targets", "money", "mission", "vision", "ambition")
)
"""Keys that take one item as well as a list."""
NO_VALUES: dict[str, str] = {"onbekend": "unknown"}


class CutOffError(Exception):
    """Nesting or aliases went past the limit; the rest of the file is not read."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.slug)


class Events:
    """One file as a stream of events, and how values are read from it."""

    def __init__(self, text: str) -> None:
        self.get: Callable[[], Any] = CParser(text).get_event
        self.problems: list[Problem] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.aliased = 0

    def problem(self, slug: str, event: Any, *words: str, element: str | None = None) -> None:
        self.problems.append(Problem(slug, event.start_mark.index, event.end_mark.index, words, element))

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
            raise too_deep(event)
        before = len(self.problems)
        value = self.mapping(event, depth) if kind is MappingStartEvent else self.sequence(event, key, depth)
        if event.anchor is not None or (event.tag is not None and before == len(self.problems)):
            self.anchored(event, value)
        return _one(value, event) if key in _LISTS and kind is MappingStartEvent else value

    def scalar(self, event: Any, key: str) -> Any:
        value = event.value
        if event.style == "":
            if value in NULLS:
                return None
        elif value[:1] in "0123456789€+-crmh":
            value = Quoted(value)
        value = ENGLISH_VALUE.get(key, NO_VALUES).get(value, value)
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
        mapping.end = end_of(event)

    def sequence(self, start: Any, key: str, depth: int) -> Sequence:
        sequence = Sequence(start.start_mark.index)
        inner = "" if key in _LISTS else key
        while (event := self.get()).__class__ is not SequenceEndEvent:
            sequence.append(self.plain(event, inner, depth + 1))
            sequence.marks.append(event)
        sequence.end = end_of(event)
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
            raise CutOffError(self.problems.pop())
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
    sequence.end = end_of(event)
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


def end_of(event: Any) -> int:
    """Return the offset behind an event."""
    end: int = event.end_mark.index
    return end


def too_deep(event: Any) -> CutOffError:
    """Return the exception for a node that is nested too deep."""
    return CutOffError(Problem("too-deep", event.start_mark.index, event.end_mark.index, (str(DEEPEST),)))
