"""What start-up leaves out: nothing may be missing for whoever needs it later."""

from __future__ import annotations

import importlib
import pickle
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import dinkit
from dinkit import pattern as lazy
from dinkit.tuples import NamedTuple

ROOT = Path(__file__).parent.parent


def said(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()


def test_the_engine_comes_without_its_package_and_leaves_that_whole() -> None:
    code = (
        "import sys, dinkit.reading.load; print('pydantic_core' in sys.modules); import pydantic_core; print(pydantic_core.core_schema.str_schema())"
    )
    assert said(code).splitlines() == ["False", "{'type': 'str'}"]


def test_the_engine_is_that_of_a_package_that_was_there_first() -> None:
    code = "import pydantic_core; from dinkit.model.engine import ValidationError; print(ValidationError is pydantic_core.ValidationError)"
    assert said(code) == "True"


def test_validating_imports_nothing_that_it_does_not_need() -> None:
    slow = (
        "['networkx', 'pydantic', 'pydantic_core', 'typing_extensions', 'jinja2', 'pygraphviz', 'json', 'hashlib', 'tempfile', 'importlib.metadata']"
    )
    code = f"import sys; sys.argv = ['dinkit', 'validate', 'models/din.yaml']\nfrom dinkit.cli import main\ntry: main()\nexcept SystemExit: pass\nprint([one for one in {slow} if one in sys.modules])"
    assert said(code).splitlines()[-1] == "[]"


def test_an_expression_is_compiled_once_when_it_is_asked() -> None:
    digits = lazy.pattern(r"([0-9]+)x", re.IGNORECASE)
    assert "match" not in vars(digits)
    assert [found[1] for found in digits.finditer("1x 22X")] == ["1", "22"]
    assert vars(digits)["sub"]("-", "3X") == "-"
    assert digits.pattern == "([0-9]+)x"


def test_every_expression_of_the_package_compiles() -> None:
    found = [
        vars(importlib.import_module(module.name)) for module in pkgutil.walk_packages(dinkit.__path__, "dinkit.") if "__main__" not in module.name
    ]
    expressions = [value for names in found for value in names.values() if type(value).__name__ == "_Pattern"]
    assert len(expressions) > 40
    assert all(re.compile(one.pattern, one.flags & re.MULTILINE) for one in expressions)


class _Point(NamedTuple):
    """A point."""

    x: int
    y: str | None = None
    """Where it is."""
    names: tuple[str, ...] = ()

    @property
    def both(self) -> str:
        return f"{self.x} {self.y}"


def test_a_named_tuple_is_like_that_of_typing() -> None:
    point = _Point(1)
    assert (point, point._fields, point._replace(y="a").both) == ((1, None, ()), ("x", "y", "names"), "1 a")
    assert (_Point.__doc__, _Point.__module__, _Point.__qualname__) == ("A point.", __name__, "_Point")
    assert pickle.loads(pickle.dumps(point)) == point
    assert repr(point) == "_Point(x=1, y=None, names=())"
    with pytest.raises(TypeError):
        _Point()  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        point.x = 2  # type: ignore[misc]
