"""Regular expressions that are compiled when they are first used: start-up counts, and most runs need few of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

_METHODS = ("pattern", "flags", "match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split")


class _Pattern:
    """Stands for an expression; the first question compiles it, after that each method is the compiled one's own."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self._given: Any = (text, flags)

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._given)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)


def _pattern(text: str | bytes, flags: int = 0) -> Any:
    """Return what can be used as the compiled expression."""
    return _Pattern(text, flags)


if TYPE_CHECKING:
    pattern = re.compile
else:
    pattern = _pattern
