"""The parser's events -> plain values with positions; what holds no elements.

Composing nodes first costs twice the time, so values are built straight from the events. Scalars stay text, since the field
decides what they mean: no "no" becomes a boolean and no number is read by accident.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from yaml import AliasEvent, MappingEndEvent, MappingStartEvent, MarkedYAMLError, ScalarEvent, SequenceEndEvent, SequenceStartEvent
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out

from dinkit.finding import Text
from dinkit.model.node import Mapping, Sequence, Stretch, end_of_value, trimmed
from dinkit.model.values import Quoted
from dinkit.model.vocabulary import ENGLISH_KEY, ENGLISH_VALUE, UNKNOWN
from dinkit.pattern import pattern
from dinkit.reading.changing import removed
from dinkit.reading.parsing import BOTTOMLESS
from dinkit.reading.problem import Problem, Repair
from dinkit.reading.quoting import curly_quoted, straightened

DEEPEST = 40
"""Mappings and sequences nested deeper than this are refused: no model needs a fraction of it."""

MOST_ALIASED = 10_000
"""Scalars that aliases may repeat in one file; a bomb repeats millions."""

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_LONGER_THAN_NULL = 5
LISTS = frozenset(
    ("source", "note", "tags", "also_known_as", "areas", "parts", "models", "scale", "targets", "money", "mission", "vision", "ambition")
)
"""Keys that take one item as well as a list."""
_TEXTS = frozenset(("source", "note", "tags", "also_known_as", "areas", "scale"))
"""Those of them whose one item is any text: it needs no place of its own beside that of the key's value."""
_NUMBERS = frozenset(("targets", "money"))
"""Lists whose items may be numbers, so that a decimal comma could be taken for a separator."""
NO_VALUES: dict[str, str] = {"onbekend": "unknown"}
_LONGEST_NUMBER = 121
"""A longer text is no number with its unit, whatever commas it has."""
MERGE = "<<"
"""The key by which YAML 1.1 merges mappings; the marks keep it, since a field may be missing because of it."""
LOST: Any = object()
"""What stands for a value that could not be had: reported already, and left out."""
_ELEMENT: Any = object()
"""What an anchor on a whole element holds: nothing that may be repeated."""
_SPLIT = pattern(r"[0-9],[0-9]")
_TAG = pattern(r"![^\s,\[\]{}]*")


class Events:
    """One file as a stream of events, and how values are read from it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.problems: list[Problem] = curly_quoted(text)
        self.data = (straightened(text, self.problems) if self.problems else text).encode()
        self.get: Callable[[], Any] = CParser(self.data).get_event
        self.element_id: str | None = None
        """The element that is being read."""
        self.damaged: set[str] = set()
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.aliased = 0

    def problem(self, slug: str, event: Any, *words: str | Text, repair: Repair | None = None) -> None:
        """Report a fault on an event; the element that is being read is damaged by it."""
        start, end = event.start_mark.index, event.end_mark.index
        if start == end and start < len(self.text) and event.__class__ in (MappingStartEvent, SequenceStartEvent):
            end += 1
        self.problems.append(Problem(slug, start, end, words, self.element_id, repair))
        if self.element_id is not None:
            self.damaged.add(self.element_id)

    def lose(self, slug: str, event: Any, *words: str) -> Any:
        """Report a value that cannot be had, read past it, and return what stands for it."""
        self.problem(slug, event, *words)
        self.skip(event)
        return LOST

    def no_tag(self, event: Any) -> None:
        """Report the tag of a node."""
        start = event.start_mark.index
        match = _TAG.search(self.text, start)
        shown = match[0] if match else ""
        at = match.start() if match else start
        self.problems.append(Problem("tag", at, at + len(shown), (shown,), self.element_id))

    def no_element_anchor(self, event: Any) -> None:
        """Report a tag, and remember that no alias may repeat this node: it holds elements or links."""
        if event.tag is not None:
            self.no_tag(event)
        if event.anchor is not None:
            self.anchors[event.anchor] = (_ELEMENT, 0)

    def key(self, event: Any, earlier: dict[str, Any], *, raw: bool = False) -> str | None:
        """Return the English key, or None when the pair must be skipped (its value is read past).

        Args:
            event: the event of the key.
            earlier: the events of the keys so far.
            raw: the key is an id, no word of the vocabulary.
        """
        if event.__class__ is not ScalarEvent:
            self.lose("key", event)
            self.skip(self.get())
            return None
        if event.tag is not None:
            self.no_tag(event)
        key: str = event.value if raw else ENGLISH_KEY.get(event.value, event.value)
        if key == MERGE:
            self.problem("merge-key", event)
            earlier[MERGE] = (event, event)
            self.skip(self.get())
            return None
        if key in earlier:
            value = self.get()
            self.second_key(key, event, earlier[key][0], self.repeated(event, value, earlier[key][1]))
            self.skip(value)
            return None
        return key

    def second_key(self, key: str, event: Any, first: Any, repair: Repair | None = None) -> None:
        """Report a key that stands there already, in this or in the other language."""
        if key == "id" and first.value != "id":
            self.problem("own-id", event, first.value, repair=repair)
        elif first.value == event.value:
            self.problem("duplicate-key", event, event.value, repair=repair)
        else:
            self.problem("same-key", event, event.value, first.value, repair=repair)

    def repeated(self, event: Any, value: Any, first: Any) -> Repair | None:
        """Return the repair that takes out a pair of which the value says what the first says, as far as both are one text."""
        scalars = value.__class__ is ScalarEvent and first.__class__ is ScalarEvent
        if not scalars or value.value != first.value or value.tag is not None or value.anchor is not None:
            return None
        end = trimmed(self.text, Stretch(value.start_mark.index, end_of(value))).end
        return removed(self.text, event.start_mark.index, max(end, end_of(event) + 1))

    def plain(self, event: Any, key: str, depth: int) -> Any:
        """Read any value that holds no elements."""
        kind = event.__class__
        if kind is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self.anchored(event, event)
            return self.scalar(event, key)
        if kind is AliasEvent:
            return self.alias(event, key)
        if depth > DEEPEST:
            return self.lose("too-deep", event, str(DEEPEST))
        if event.anchor is not None:
            self.anchors.pop(event.anchor, None)
        value = self.mapping(event, depth) if kind is MappingStartEvent else self.sequence(event, key, depth)
        if event.anchor is not None or event.tag is not None:
            self.anchored(event, value)
        return _one(value, event) if key in LISTS and kind is MappingStartEvent else value

    def scalar(self, event: Any, key: str) -> Any:
        """Read one text; the hottest lines of reading, so they ask the cheapest questions first."""
        value = event.value
        if event.style:
            if len(value) < _LONGEST_NUMBER and ("," in value or "." in value):
                value = Quoted(value)
        elif len(value) < _LONGER_THAN_NULL and value in NULLS:  # a long text has no hash yet, and making one takes time
            return None
        words = ENGLISH_VALUE.get(key)
        if words is not None:
            value = words.get(value, value)
        elif value == "onbekend":
            value = UNKNOWN
        if key in LISTS:
            return (value,) if key in _TEXTS else _one(value, event)
        return value

    def mapping(self, start: Any, depth: int) -> Mapping:
        mapping = Mapping(start.start_mark.index)
        self.fields(mapping, depth)
        return mapping

    def fields(self, mapping: Mapping, depth: int) -> None:
        """Read pairs into a mapping up to its end."""
        get, scalar, marks = self.get, self.scalar, mapping.marks
        while (event := get()).__class__ is not MappingEndEvent:
            key = ENGLISH_KEY.get(event.value) if event.__class__ is ScalarEvent and event.tag is None else None
            if key is None or key in marks:
                key = self.key(event, marks)
                if key is None:
                    continue
            value = get()
            marks[key] = (event, value)
            if value.__class__ is ScalarEvent and value.anchor is None and value.tag is None:
                mapping[key] = scalar(value, key)
                continue
            read = self.plain(value, key, depth + 1)
            if read is not LOST:
                mapping[key] = read
        closing: Any = event
        mapping.end = closing.end_mark.index
        if marks and closing.start_mark.index == mapping.end:  # an end that takes no room has no braces: the parser has it at whatever comes next
            last = next(reversed(marks))
            mapping.end = end_of_value(mapping.get(last), marks[last][1])

    def sequence(self, start: Any, key: str, depth: int) -> Sequence:
        sequence = Sequence(start.start_mark.index)
        inner = "" if key in LISTS else key
        get, scalar, marks = self.get, self.scalar, sequence.marks
        while (event := get()).__class__ is not SequenceEndEvent:
            if event.__class__ is ScalarEvent and event.anchor is None and event.tag is None:
                sequence.append(scalar(event, inner))
                marks.append(event)
                continue
            read = self.plain(event, inner, depth + 1)
            if read is LOST:
                sequence.lost = True
            else:
                sequence.append(read)
                marks.append(event)
        closing: Any = event
        sequence.end = closing.end_mark.index
        if sequence and closing.start_mark.index == sequence.end:
            sequence.end = end_of_value(sequence[-1], sequence.marks[-1])
        elif key in _NUMBERS:
            self.split_numbers(sequence)
        return sequence

    def split_numbers(self, sequence: Sequence) -> None:
        """Report a decimal comma between brackets: `[1,22%]` reads as two values."""
        for one, two in pairwise(sequence.marks):
            start, end = one.end_mark.index - 1, two.start_mark.index + 1
            if _SPLIT.fullmatch(self.text, start, end) and one.__class__ is two.__class__ is ScalarEvent:
                self.problems.append(Problem("comma-list", start + 1, start + 2, (one.value, two.value), self.element_id))

    def anchored(self, event: Any, value: Any) -> None:
        """Report a tag and remember the value behind an anchor."""
        if event.tag is not None:
            self.no_tag(event)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, _scalars(value))

    def alias(self, event: Any, key: str) -> Any:
        """Return the value that an alias repeats, as long as the file stays small."""
        held, size = self.anchors.get(event.anchor, (LOST, 0))
        if held is LOST or held is _ELEMENT:
            return self.lose("no-anchor" if held is LOST else "alias-element", event, str(event.anchor))
        bombed = self.aliased > MOST_ALIASED
        self.aliased += size
        if self.aliased > MOST_ALIASED:
            if not bombed:
                self.problem("alias-bomb", event, str(MOST_ALIASED))
            self.damaged |= {self.element_id} if self.element_id is not None else set()
            return LOST
        if held.__class__ is ScalarEvent:
            return self.scalar(held, key)
        return _one(held, event) if key in LISTS and isinstance(held, Mapping) else held

    def skip(self, event: Any) -> None:
        """Read past a value; no alias may repeat what is in it."""
        depth = 0
        while True:
            if getattr(event, "anchor", None) is not None and event.__class__ is not AliasEvent:
                self.anchors[event.anchor] = (_ELEMENT, 0)
            if event.__class__ in (MappingStartEvent, SequenceStartEvent):
                depth += 1
            elif event.__class__ in (MappingEndEvent, SequenceEndEvent):
                depth -= 1
            if depth <= 0:
                return
            if depth > BOTTOMLESS:
                raise MarkedYAMLError(problem="too deep to read past", problem_mark=event.start_mark)
            event = self.get()


def _one(value: Any, event: Any) -> Sequence:
    """Wrap one item as a list, keeping its place."""
    sequence = Sequence(event.start_mark.index)
    sequence.end = event.end_mark.index
    sequence.append(value)
    sequence.marks = [event]
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
