"""Plain data -> frozen records, with every fault of the data as a problem in our words.

This is the border of pydantic's engine: its error types and paths stop here. A field that cannot be read is left out and the
record is made without it, so that one fault hides nothing else.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, NamedTuple, TypeVar

from pydantic_core import ErrorDetails, ValidationError

from dinkit.model.contract import Record, fields_of, validator_of
from dinkit.model.node import Mapping, Sequence, Stretch, item_stretch, key_stretch, value_stretch
from dinkit.model.numbers import AmbiguousNumberError, DutchNumberError
from dinkit.model.records import Element
from dinkit.model.relations import RELATIONS
from dinkit.model.vocabulary import ENGLISH_KEY, spell_key, spell_value
from dinkit.reading.problem import Problem

R = TypeVar("R", bound=Record)

_TYPES = {"string_type": "text", "list_type": "list", "tuple_type": "list", "dict_type": "mapping"}
_READERS = frozenset(("date", "period", "whole", "step", "weight", "euros", "id", "labels"))


def read_record(record: type[R], data: Mapping, text: str, element: str | None = None) -> tuple[R | None, list[Problem]]:
    """Validate one mapping.

    Returns:
        The record, without what could not be read (None when nothing is left to make one of), and the problems.
    """
    validator = validator_of(record)
    problems: list[Problem] = []
    for _ in range(4):
        try:
            made: R = validator.validate_python(data)
        except ValidationError as error:
            details = error.errors(include_url=False)
            problems += [_problem(record, one, data, text, element) for one in details if one["type"] != "missing" or not problems]
            data = _without(data, details)
        else:
            return made, problems
    return None, problems


def _without(data: Mapping, details: list[ErrorDetails]) -> Mapping:
    """Return a copy of the data without the faulty fields; a missing text is filled so that the rest can be read."""
    clean: Mapping = _copy(data)
    for detail in sorted(details, key=lambda one: len(one["loc"]), reverse=True):
        holder: Any = clean
        *path, last = [step for step in detail["loc"] if step != "[key]"]
        for step in path:
            holder = _child(holder, step)
        if detail["type"] == "missing":
            holder[last] = str(clean.get("id", "?"))
        elif isinstance(holder, dict):
            holder.pop(last, None)
        elif isinstance(holder, list) and isinstance(last, int):
            holder[last] = None
    _compact(clean)
    return clean


def _child(holder: Any, step: Any) -> Any:
    if isinstance(holder, dict):
        return holder.get(step, {})
    return holder[step] if isinstance(holder, list) and isinstance(step, int) and step < len(holder) else {}


def _copy(value: Any) -> Any:
    if isinstance(value, Mapping):
        copied = Mapping(value.start)
        copied.end, copied.marks, copied.links = value.end, value.marks, value.links
        copied.update({key: _copy(item) for key, item in value.items()})
        return copied
    if isinstance(value, Sequence):
        listed = Sequence(value.start)
        listed.end, listed.marks = value.end, value.marks
        listed.extend(_copy(item) for item in value)
        return listed
    return value


def _compact(value: Any) -> None:
    """Drop the items that were emptied."""
    if isinstance(value, Sequence):
        kept = [(item, mark) for item, mark in zip(value, value.marks, strict=False) if item is not None]
        value[:] = [item for item, _ in kept]
        value.marks = [mark for _, mark in kept]
    for item in value.values() if isinstance(value, Mapping) else value if isinstance(value, Sequence) else ():
        _compact(item)


def _problem(record: type[Record], detail: ErrorDetails, data: Mapping, text: str, element: str | None) -> Problem:
    """Turn one error of the engine into a problem on the offending token."""
    place = _place(detail["loc"], data, text)
    stretch = place.key if detail["type"] == "extra_forbidden" or detail["loc"][-1] == "[key]" else place.value
    given = detail["input"] if isinstance(detail["input"], str) else text[stretch.start : stretch.end]
    slug, words = _words(record, detail, place, given)
    return Problem(slug, stretch.start, stretch.end, words, element)


def _words(record: type[Record], detail: ErrorDetails, place: _Place, given: str) -> tuple[str, tuple[str, ...]]:
    match detail["type"]:
        case "extra_forbidden":
            return _unknown_key(record, detail["loc"], place)
        case "missing":
            return "missing", (spell_key(str(detail["loc"][-1]), "nl"), place.shown)
        case "literal_error":
            return _unknown_value(place.shown, given, detail)
        case "value_error":
            return _unread(detail["ctx"]["error"], given)
    return _TYPES.get(detail["type"], "wrong"), (place.shown,)


class _Place(NamedTuple):
    """Where an error is: the stretches of key and value, the key as the file spells it, and what holds it."""

    key: Stretch
    value: Stretch
    shown: str
    holder: Any


def _place(path: tuple[int | str, ...], data: Mapping, text: str) -> _Place:
    """Walk down the path of an error as far as the file goes."""
    own = _own_stretch(data)
    key, stretch = own, own
    holder: Any = data
    value: Any = data
    for step in path:
        if isinstance(value, Mapping) and isinstance(step, str) and step in value.marks:
            holder = value
            key, stretch, value = key_stretch(value, step), value_stretch(value, step), value.get(step)
        elif isinstance(value, Sequence) and isinstance(step, int) and step < len(value.marks):
            holder = value
            stretch, value = item_stretch(value, step), value[step]
    return _Place(key, stretch, text[key.start : key.end], holder)


def _own_stretch(data: Mapping) -> Stretch:
    return key_stretch(data, "id") if "id" in data.marks else Stretch(data.start, data.start)


def _unknown_key(record: type[Record], path: tuple[int | str, ...], place: _Place) -> tuple[str, tuple[str, ...]]:
    known = fields_of(_record_at(record, path))
    spellings = [spelling for spelling, english in ENGLISH_KEY.items() if english in known or (issubclass(record, Element) and english in _LINK_KEYS)]
    near = get_close_matches(place.shown, spellings, n=1, cutoff=0.75)
    if place.shown[:1].isdigit() and place.holder.get(path[-1]) is None:
        return "comma-value", (place.shown,)
    return ("near-key", (place.shown, near[0])) if near else ("unknown-key", (place.shown,))


_LINK_KEYS = frozenset(relation.key for relation in RELATIONS)


def _record_at(record: type[Record], path: tuple[int | str, ...]) -> type[Record]:
    """Return the class of the innermost record on the path."""
    for step in path[:-1]:
        field = fields_of(record).get(str(step))
        if field is not None:
            record = _record_in(field.annotation) or record
    return record


def _record_in(annotation: Any) -> type[Record] | None:
    """Find the record class inside an annotation such as tuple[Money, ...] or Planning | None."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for argument in getattr(annotation, "__args__", ()) if (found := _record_in(argument))), None)


def _unknown_value(key: str, given: str, detail: ErrorDetails) -> tuple[str, tuple[str, ...]]:
    english_key = ENGLISH_KEY.get(key, key)
    english = [one.strip("' ") for one in detail["ctx"]["expected"].replace(" or ", ",").split(",")]
    allowed = [spell_value(english_key, one, "nl") for one in english]
    near = get_close_matches(given, allowed + english, n=1, cutoff=0.6)
    words = (key, given, ", ".join(allowed))
    return ("near-value", (*words, near[0])) if near else ("value-of", words)


def _unread(error: BaseException, given: str) -> tuple[str, tuple[str, ...]]:
    if isinstance(error, AmbiguousNumberError):
        return "ambiguous-number", (error.text, error.dutch, error.english)
    if isinstance(error, DutchNumberError):
        return "dutch-number", (error.text, error.plain)
    what = str(error)
    return (what, (given,)) if what in _READERS else ("number", (given,))
