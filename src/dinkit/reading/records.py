"""Plain data -> frozen records, with every fault of the data as a problem in our words.

This is the border of pydantic's engine: its error types and paths stop here. A field that cannot be read is left out and the
record is made without it, so that one fault hides nothing else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

from dinkit.finding import Text
from dinkit.model.contract import Record, fields_of, validator_of
from dinkit.model.engine import ValidationError
from dinkit.model.node import Mapping, Sequence, Stretch, key_stretch, trimmed
from dinkit.model.numbers import AmbiguousNumberError, DutchNumberError, EuroSignError
from dinkit.model.vocabulary import ENGLISH_KEY, spell_key, spell_value
from dinkit.nearby import nearest_word
from dinkit.pattern import pattern
from dinkit.reading.events import MERGE
from dinkit.reading.keys import Context, Place, Told, own_stretch, owner_above, place_at, unknown_key
from dinkit.reading.near_words import aspect_for, value_for
from dinkit.reading.problem import Problem
from dinkit.reading.proposals import dates, number, proper_id, rate
from dinkit.reading.spelling import language_of, nearest_key

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

R = TypeVar("R", bound=Record)

_TYPES = {"string_type": "text", "list_type": "list", "tuple_type": "list", "dict_type": "mapping", "value_error": "wrong"}
_READERS = frozenset(("date", "period", "whole", "step", "weight", "euros", "id", "long-id", "labels", "severity", "light", "reason"))
_EXAMPLES = {
    "announced": ("sub_efforts", "3"),
    "planning": ("start", "2019"),
    "money": ("amount", "200000"),
    "accepted": ("DIN107", "..."),
    "rules": ("DIN409", "tip"),
    "defaults": ("provenance", "stated"),
    "aspects": ("planning", "grey"),
    "mission": ("text", "..."),
    "vision": ("text", "..."),
    "ambition": ("text", "..."),
}
"""For keys that need fields: a field of theirs, to show how it is written."""
_DECIDED = {"accepted": "reason", "rules": "no-severity", "per_kind": "no-severity", "per_element": "no-severity"}
"""Mappings of which each name says what was decided; with nothing behind it nothing is, and this says so."""
_MISPLACED = frozenset(("extra_forbidden", "literal_error"))
"""What is wrong with a field that stands beside the key that it belongs under."""
_DAY_FIRST = pattern(r"([0-3]?[0-9])[-/.]([01]?[0-9])[-/.]([12][0-9]{3})")
_ROUNDS = 8
"""More rounds than records are nested: each uncovers only what a field left out stood before."""


def read_record(record: type[R], data: Mapping, text: str, element: str | None = None) -> tuple[R | None, list[Problem]]:
    """Validate one mapping. A field left empty counts as absent.

    Returns:
        The record, without what could not be read (None when nothing is left to make one of), and the problems.
    """
    validator = validator_of(record)
    problems: list[Problem] = []
    clean = data
    for _ in range(_ROUNDS):
        try:
            made: R = validator.validate_python(clean)
        except ValidationError as error:
            details = error.errors(include_url=False)
            strange = {one["loc"][:-1] for one in details if one["loc"][-1] == "[key]"}  # what stands behind such a key is no fault of its own
            told = [one for one in details if one["loc"] not in strange and not _is_silent(one, data)]
            found = [(one, _problem(record, one, data, text, element)) for one in told]
            meant = _meant(found)
            problems += [problem for detail, problem in found if detail["type"] != "missing" or detail["loc"] not in meant]
            if any(one["loc"] == ("id",) for one in details):
                return None, problems
            clean = _without(clean, details, meant)
        else:
            return made, problems
    return None, problems


def nameless(data: Mapping, text: str, element: str) -> Problem:
    """Return the problem of an element whose name is an empty text."""
    slug, stretch = ("empty-name", key_stretch(data, "name")) if _is_open("name", data) else ("missing", own_stretch(data))
    return Problem(slug, *stretch, (spell_key("name", language_of(text)), element), element)


def _is_silent(detail: ErrorDetails, data: Mapping) -> bool:
    """Say whether an error is none: a field left empty, or one that is missing because reading reported it already."""
    path = detail["loc"]
    if detail["type"] != "missing":
        return detail["input"] is None and isinstance(path[-1], str) and detail["type"] != "extra_forbidden" and not _undecided(detail)
    holder = _holder(path, data)
    if not isinstance(holder, Mapping):
        return False
    if MERGE in holder.marks:
        return True
    return path[-1] in holder.marks and holder.get(str(path[-1]), holder) is not None


def _undecided(detail: ErrorDetails) -> str | None:
    """Return what to say of a name that should say what was decided, and has nothing behind it."""
    return _DECIDED.get(str(detail["loc"][-2])) if detail["input"] is None and len(detail["loc"]) > 1 else None


def _is_open(key: Any, holder: Any) -> bool:
    """Say whether a key stands there by itself; a short form such as `id: name` has none of its own."""
    if not isinstance(holder, Mapping) or key not in holder.marks:
        return False
    return "id" not in holder.marks or holder.marks[key][0] is not holder.marks["id"][0]


def _holder(path: tuple[Any, ...], data: Mapping) -> Any:
    """Return what stands around the end of a path."""
    holder: Any = data
    for step in path[:-1]:
        holder = _child(holder, step)
    return holder


def _meant(found: list[tuple[ErrorDetails, Problem]]) -> dict[tuple[Any, ...], Any]:
    """Return what stands under keys with a typing error, by the path of the key that was meant: that one is not missing."""
    near = ((detail, ENGLISH_KEY.get(str(problem.words[1]))) for detail, problem in found if problem.slug == "near-key")
    return {(*detail["loc"][:-1], key): detail["input"] for detail, key in near}


def _without(data: Mapping, details: list[ErrorDetails], meant: dict[tuple[Any, ...], Any]) -> Mapping:
    """Return a copy of the data without the faulty fields; a missing text is filled, with what was meant for it or the id, so that the rest can be read."""
    clean: Mapping = _copy(data)
    for detail in sorted(details, key=lambda one: len(one["loc"]), reverse=True):
        holder: Any = clean
        path = [step for step in detail["loc"] if step != "[key]"]
        last = path.pop()
        for step in path:
            inner = _child(holder, step)
            if not isinstance(inner, (dict, list)):  # a short form: the error lies inside a scalar
                last = step
                break
            holder = inner
        if detail["type"] == "missing":
            given = meant.get(detail["loc"])
            holder[last] = given if isinstance(given, str) else str(clean.get("id", "?"))
        elif isinstance(holder, dict):
            holder.pop(last, None)
        elif isinstance(last, int) and last < len(holder):
            holder[last] = None
    _compact(clean)
    return clean


def _child(holder: Any, step: Any) -> Any:
    if isinstance(holder, dict):
        return holder.get(step)
    return holder[step] if isinstance(holder, list) and isinstance(step, int) and step < len(holder) else None


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
    path = detail["loc"]
    place = place_at(path[:-1] if detail["type"] == "missing" else path, data, text)
    if detail["type"] == "missing" and _is_open(path[-1], holder := _holder(path, data)):
        words = _words(detail, place, "", Context(text, element))[1]
        return Problem("empty-name" if path[-1] == "name" else "empty-field", *key_stretch(holder, str(path[-1])), words, element)
    at_key = detail["type"] == "extra_forbidden" or path[-1] == "[key]" or _undecided(detail) is not None
    stretch = place.key if at_key else trimmed(text, place.value)
    given = text[stretch.start : stretch.end] if isinstance(detail["input"], (Mapping, Sequence)) else str(detail["input"])
    told = _told(record, detail, place, given, Context(text, element))
    if told.slug == "outdented":
        stretch = place.key
    if told.slug == "comma-text":
        comma = text.rindex(",", 0, stretch.start)
        stretch = Stretch(comma, comma + 1)
    return Problem(told.slug, stretch.start, stretch.end, told.words, element, told.repair)


def _told(record: type[Record], detail: ErrorDetails, place: Place, given: str, context: Context) -> Told:
    owner = owner_above(str(detail["loc"][0]), place, context.text) if len(detail["loc"]) == 1 and detail["type"] in _MISPLACED else None
    if owner is not None:
        return Told("outdented", (place.shown, owner))
    if detail["type"] == "extra_forbidden":
        return unknown_key(_record_at(record, detail["loc"]), str(detail["loc"][-1]), place, context)
    return Told(*_words(detail, place, given, context))


def _words(detail: ErrorDetails, place: Place, given: str, context: Context) -> tuple[str, tuple[str | Text, ...]]:
    path = detail["loc"]
    if undecided := _undecided(detail):
        return undecided, (place.shown,)
    match detail["type"]:
        case "missing":
            return "missing", (spell_key(str(path[-1]), context.language), place.shown if len(path) > 1 else context.element or place.shown)
        case "literal_error" if path[-1] == "[key]":
            near = nearest_key(given, _expected(detail), context.language) or aspect_for(place.shown, _expected(detail), context.language)
            return ("near-key", (place.shown, near)) if near else ("unknown-key", (place.shown,))
        case "literal_error":
            return _unknown_value(path, place, detail, context)
        case "value_error":
            per_head = rate(given.strip("'\""), "amount" if path[-1] == "amount" else "value", context.language)
            return ("rate", (given, per_head)) if per_head else wrong_value(detail["ctx"]["error"], given)
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    slug = _TYPES.get(detail["type"], "wrong")
    if slug == "mapping":
        field, value = _EXAMPLES.get(key, ("value", "12"))
        return slug, (place.shown, f"{spell_key(field, context.language)}: {_example(key, value, context.language)}")
    return ("empty-item", (place.shown,)) if detail["input"] is None else (slug, (place.shown,))


def _example(key: str, value: str, language: str) -> str:
    """Return an example value as a file in this language spells it."""
    return spell_value("status" if key == "aspects" else "provenance", value, language)


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


def _expected(detail: ErrorDetails) -> list[str]:
    """Return the values that the engine would take, in English."""
    return re.findall(r"'([^']*)'", detail["ctx"]["expected"])


def _unknown_value(path: tuple[int | str, ...], place: Place, detail: ErrorDetails, context: Context) -> tuple[str, tuple[str | Text, ...]]:
    key = next(step for step in reversed(path) if isinstance(step, str))
    shown = place.shown if ENGLISH_KEY.get(place.shown) == key else spell_key(key, context.language)
    given = (
        context.text[place.value.start : place.value.end].strip("'\"")
        if isinstance(detail["input"], str)
        else context.text[slice(*trimmed(context.text, place.value))]
    )
    allowed = [spell_value(key, one, context.language) for one in _expected(detail)]
    said = spell_value(key, value_for(key, given) or "", context.language)
    near = said if said in allowed else nearest_word(given.lower().replace(" ", "_"), allowed)
    words = (shown, given, ", ".join(allowed))
    return ("near-value", (*words, near)) if near else ("value-of", words)


def wrong_value(error: BaseException, given: str) -> tuple[str, tuple[str | Text, ...]]:
    """Return the slug and the words for a value that the grammar of its field does not take: the error that reading it raised, and the value."""
    if isinstance(error, AmbiguousNumberError):
        return "ambiguous-number", (error.text, error.dutch, error.english)
    if isinstance(error, DutchNumberError):
        return "euro-sign" if isinstance(error, EuroSignError) else "dutch-number", (error.text, error.plain)
    what = str(error)
    if what in ("date", "last-day", "period"):
        return _undated(what, given)
    if what == "id":
        made = proper_id(given)
        return what, (given, Text(f"; bijvoorbeeld '{made}'", f"; for example '{made}'") if made else Text("", ""))
    if what in _READERS:
        return what, (given,)
    written = number(given.strip("'\""))
    return ("wordy-number", (given, written)) if written else ("number", (given,))


def _undated(what: str, given: str) -> tuple[str, tuple[str | Text, ...]]:
    """Return the problem of a date, a last day or a period: how to write it, as far as that is certain."""
    plain = given.strip("'\"")
    turned = _DAY_FIRST.fullmatch(plain)
    if turned:
        return "dutch-date", (given, f"{turned[3]}-{turned[2]:0>2}-{turned[1]:0>2}")
    meant = dates(plain, period=what == "period")
    return ("wordy-period" if what == "period" else "wordy-date", (given, meant)) if meant else (what, (given,))
