"""Turns an annotated record class into a validator of pydantic's engine.

The engine (pydantic-core) is used directly: declaring the same classes as pydantic models costs more at every start of the
command line than reading and checking Almelo's whole model does (docs/architecture.md has the figures). Only what the records
need is understood; anything else is a TypeError at first use.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from inspect import get_annotations
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, TypeVar, Union, get_args, get_origin

from dinkit.model.engine import SchemaValidator
from dinkit.model.vocabulary import VALUES
from dinkit.tuples import NamedTuple


class OneOf(NamedTuple):
    """Marks a text that must be one of the enumerated values of `key`, or of those of them named in `only`."""

    key: str
    only: tuple[str, ...] = ()


class Reader(NamedTuple):
    """Marks a scalar with a grammar of its own; `read` returns the value or raises ValueError."""

    read: Callable[[Any], Any]


class Record:
    """What every record shares: its fields are its annotations, and nothing changes after reading.

    A class may set `short`, which turns a short form into the long one before the fields are read.
    """

    short: ClassVar[Callable[[Any], Any] | None] = None

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: '{name}' cannot be set")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self).__name__, self.__dict__.get("id")))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"


R = TypeVar("R", bound=Record)
Schema = dict[str, Any]
"""What the engine understands: plain data. The functions that make it are not imported (see `engine`)."""


class FieldType(NamedTuple):
    """One field of a record class: its annotation and whether it must be given."""

    annotation: Any
    required: bool


def fields_of(record: type[Record]) -> dict[str, FieldType]:
    """Return the fields of a record class, inherited ones first."""
    return _fields(_key(record))


def _key(record: Any) -> Any:
    """Pass a class as the key of a cache (the checker takes the hash of its instances for its own)."""
    return record


@cache
def _fields(record: Any) -> dict[str, FieldType]:
    fields: dict[str, FieldType] = {}
    for base in reversed(record.__mro__):
        for name, annotation in get_annotations(base, eval_str=True).items():
            if _parts(annotation)[0] is not ClassVar and name != "short":
                fields[name] = FieldType(annotation, not hasattr(record, name))
    return fields


def validator_of(record: type[Record]) -> SchemaValidator:
    """Return the validator that turns plain data with English keys into a frozen record.

    It raises pydantic_core.ValidationError with every fault of the data at once.
    """
    return _validator(_key(record))


@cache
def _validator(record: Any) -> SchemaValidator:
    schema: Any = _record_schema(record)
    return SchemaValidator(schema)


def new_record(record: type[R], fields: dict[str, Any]) -> R:
    """Make a record of fields that have been validated; absent ones fall back to the defaults of the class."""
    made = record.__new__(record)
    object.__setattr__(made, "__dict__", fields)
    return made


@cache
def _record_schema(record: Any) -> Schema:
    fields = {
        name: {"type": "typed-dict-field", "schema": _schema(field.annotation), "required": field.required}
        for name, field in fields_of(record).items()
    }
    inner = {"type": "typed-dict", "fields": fields, "extra_behavior": "forbid"}
    made = {"type": "function-after", "function": {"type": "no-info", "function": partial(new_record, record)}, "schema": inner}
    return {"type": "function-before", "function": {"type": "no-info", "function": record.short}, "schema": made} if record.short else made


@cache
def _schema(annotation: Any) -> Schema:
    """Return the engine's schema of one annotation; most fields share theirs with those of other records."""
    origin, arguments = _parts(annotation)
    if annotation is str:
        return {"type": "str"}
    if origin is Annotated:
        return _marked_schema(arguments[1])
    if origin in (Union, UnionType) and len(arguments) == 2 and arguments[1] is NoneType:
        return {"type": "nullable", "schema": _schema(arguments[0])}
    if origin is tuple and arguments[1:] == (...,):
        return {"type": "tuple", "items_schema": [_schema(arguments[0])], "variadic_item_index": 0}
    if origin is dict:
        return {"type": "dict", "keys_schema": _schema(arguments[0]), "values_schema": _schema(arguments[1])}
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return _record_schema(_key(annotation))
    raise TypeError(f"no field of a record may be annotated {annotation!r}")


def _parts(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    return get_origin(annotation), get_args(annotation)


def _marked_schema(mark: OneOf | Reader) -> Schema:
    if isinstance(mark, OneOf):
        return {"type": "literal", "expected": list(mark.only or VALUES[mark.key])}
    return {"type": "function-plain", "function": {"type": "no-info", "function": mark.read}}
