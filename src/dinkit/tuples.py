"""Named tuples as typing makes them, in half the time: start-up counts.

typing compiles the annotation of every field to look into it, which nothing here does; with a hundred classes that takes a thirtieth of a
whole `dinkit validate`.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple

__all__ = ["NamedTuple"]

_MADE = frozenset(("__module__", "__qualname__", "__annotations__"))


class _Maker(type):
    """Makes of a class with annotated fields a named tuple with its defaults, methods and docstring."""

    def __new__(cls, name: str, bases: tuple[type, ...], held: dict[str, Any]) -> Any:
        del bases
        fields = held.get("__annotations__", {})
        defaults = [held[field] for field in fields if field in held]
        made: Any = namedtuple(name, fields, defaults=defaults, module=held["__module__"])  # type: ignore[misc]
        made.__qualname__, made.__annotations__ = held["__qualname__"], fields
        for key, value in held.items():
            if key not in fields and key not in _MADE:
                setattr(made, key, value)
        return made


if not TYPE_CHECKING:
    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {"__module__": __name__})
