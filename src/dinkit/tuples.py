"""Named tuples as typing makes them, in a tenth of the time: start-up counts, and there are a hundred classes.

typing compiles the annotation of every field, and collections the code of every constructor; here constructors of as many fields share theirs.
"""

from __future__ import annotations

from collections import _tuplegetter  # type: ignore[attr-defined]  # what collections itself reads a field with; the stubs leave it out
from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple

__all__ = ["NamedTuple"]


class _Tuple(tuple[Any, ...]):
    """What all named tuples can do besides what a tuple can."""

    __slots__ = ()
    _fields = tuple[str, ...]()

    @classmethod
    def _make(cls, items: Any) -> Any:
        return cls(*items)

    def _replace(self, **changed: Any) -> Any:
        made = self._make(map(changed.pop, self._fields, self))
        if changed:
            raise ValueError(f"{type(self).__name__} has no field {', '.join(changed)}")
        return made

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in zip(self._fields, self, strict=True))})"


class _Maker(type):
    """Makes of a class with annotated fields a named tuple with its defaults, methods and docstring."""

    def __new__(cls, name: str, bases: tuple[type, ...], held: dict[str, Any]) -> Any:
        del bases
        fields = tuple(held.get("__annotations__", ()))
        defaults = tuple(held[field] for field in fields if field in held)
        getters = {field: _tuplegetter(at, "") for at, field in enumerate(fields)}
        own = {"__slots__": (), "_fields": fields, "__match_args__": fields, "__new__": _constructor(fields, defaults)}
        return type(name, (_Tuple,), {**held, **own, **getters})


def _constructor(fields: tuple[str, ...], defaults: tuple[Any, ...]) -> FunctionType:
    shared = _shared_constructor(len(fields))
    return FunctionType(shared.__code__.replace(co_varnames=("_cls", *fields)), shared.__globals__, "__new__", defaults)


@cache
def _shared_constructor(fields: int) -> Any:
    """Return a constructor of so many fields; only their names are those of a class."""
    names = "".join(f"_{at}, " for at in range(fields))
    return eval(f"lambda _cls, {names}: _new(_cls, ({names}))", {"_new": tuple.__new__, "__builtins__": {}})  # noqa: S307 - as collections does


if not TYPE_CHECKING:
    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {"__module__": __name__})
