"""pydantic's engine alone: the compiled module, without the package around it.

That package also declares every schema as a typed dictionary, for who writes schemas with a type checker. Making those takes a tenth of a
whole `dinkit validate` on a shipped model, and nothing here uses them.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.machinery import PathFinder
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic_core import SchemaValidator, ValidationError

__all__ = ["SchemaValidator", "ValidationError"]


def _engine() -> ModuleType:
    """Import the compiled module in a bare package, which is taken away again: who imports pydantic_core later gets the whole of it."""
    spec = None if "pydantic_core" in sys.modules else PathFinder.find_spec("pydantic_core")
    if spec is None or spec.submodule_search_locations is None:
        return import_module("pydantic_core")
    bare = ModuleType("pydantic_core")
    bare.__path__ = spec.submodule_search_locations
    sys.modules["pydantic_core"] = bare
    try:
        return import_module("pydantic_core._pydantic_core")
    finally:
        del sys.modules["pydantic_core"]


if not TYPE_CHECKING:
    _compiled = _engine()
    SchemaValidator, ValidationError = _compiled.SchemaValidator, _compiled.ValidationError
