"""What the fields of a record look like from outside: which of them hold words, texts, numbers, dates or records, and how many.

Read from the annotations that reading itself goes by, so that a rule about a field can be checked before any model is read.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from dinkit.model.contract import OneOf, Reader, Record, fields_of
from dinkit.model.values import LIGHTS, Aspect, Money, Planning, Quantity, Statement, read_light, read_period
from dinkit.model.vocabulary import UNKNOWN, VALUES

MAIN_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Quantity: ("value",),
    Money: ("amount",),
    Planning: ("start", "end", "recurrence"),
    Statement: ("text",),
    Aspect: ("status",),
}
"""What makes a record say something: without any of these it is only wording."""


class Shape(NamedTuple):
    """What one field can hold.

    `sort` is "word" (one of `words`), "text", "value" (read by `read`), "period", "record" (with fields of `record`), "map" (from the names
    `words` to what `inner` says; without names only whether it is given) or "flat" (only whether it is given).
    """

    sort: str
    many: bool = False
    words: tuple[str, ...] = ()
    key: str = ""
    """The enumeration that the words are of."""
    read: Callable[[Any], Any] | None = None
    record: type[Record] | None = None
    inner: Any = None
    """The shape of what a map holds."""
    always: bool = False
    """The field is never absent."""


def shapes_of(record: type[Record]) -> dict[str, Shape]:
    """Return the shape of every field of a record class."""
    return _shapes(_key(record))


def _key(record: Any) -> Any:
    """Pass a class as the key of a cache (the checker takes the hash of its instances for its own)."""
    return record


@cache
def _shapes(record: Any) -> dict[str, Shape]:
    return {
        name: _shape(field.annotation)._replace(always=field.required or getattr(record, name) == UNKNOWN)
        for name, field in fields_of(record).items()
    }


def _shape(annotation: Any) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return _shape(next(one for one in arguments if one is not NoneType))
    if origin is Annotated:
        return _marked(arguments[1])
    if origin is tuple:
        return _shape(arguments[0])._replace(many=True)
    if origin is dict:
        return _map(*arguments)
    if annotation is str:
        return Shape("text")
    return Shape("record" if annotation in MAIN_FIELDS else "flat", record=annotation)


def _marked(mark: OneOf | Reader) -> Shape:
    if isinstance(mark, OneOf):
        return Shape("word", words=mark.only or tuple(VALUES[mark.key]), key=mark.key)
    if mark.read is read_light:
        return Shape("word", words=LIGHTS, key="status")
    return Shape("period" if mark.read is read_period else "value", read=mark.read)


def _map(key: Any, value: Any) -> Shape:
    """Return the shape of a mapping; one whose names are free can only be given or not."""
    names = _shape(key)
    return Shape("map", words=names.words, inner=_shape(value)) if names.words else Shape("flat")
