"""The house: floors, fences between libraries, sizes. Lazy and type-only imports count."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "src" / "dinkit"

FLOORS = {
    "pattern": 0, "tuples": 0, "nearby": 0,
    "model": 1, "finding": 1, "catalogue": 1, "source": 1,
    "network": 2, "revision": 2,
    "reading": 3, "rule": 3, "naming": 3, "analysis": 3, "comparing": 3, "gitsettings": 3,
    "analyses": 4, "publication": 4, "editing": 4,
    "rules": 5, "publications": 5, "portfolio": 5, "consequences": 5, "drawing": 5, "report": 5, "exporter": 5,
    "checking": 6, "merging": 6,
    "exporters": 7, "fixing": 7,
    "contents": 8,
    "building": 9,
    "cli": 10,
    "__init__": 11, "__main__": 11,
}  # fmt: skip

FENCES = {
    "yaml": ("reading/", "editing/"),
    "pydantic_core": ("model/engine.py", "reading/records.py"),
    "pydantic": (),
    "networkx": ("network.py", "analyses/"),
    "pygraphviz": ("drawing/_engine.py",),
    "graphviz": ("drawing/dot.py",),
    "fontTools": ("drawing/",),
    "font_roboto": ("drawing/",),
    "click": ("cli/",),
    "jinja2": ("exporters/",),
    "subprocess": ("revision.py", "drawing/render.py"),
    "tempfile": ("cli/output.py", "drawing/render.py"),
}

LONGEST_FUNCTION = 60
LONGEST_FILE = 300
MOST_METHODS = 24

FILES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.py"))


def imports(file: str) -> Iterator[str]:
    """Every module that a file imports, wherever the import stands."""
    for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports relatively"
            assert node.module is not None
            yield node.module
            if node.module == "dinkit":
                yield from (f"dinkit.{alias.name}" for alias in node.names)


def floor(module: str) -> int:
    name = module.split(".")[1] if "." in module else "__init__"
    return FLOORS[name.removesuffix(".py")]


def own_module(file: str) -> str:
    return "dinkit." + file.removesuffix(".py").replace("/", ".")


def room(module: str) -> str:
    return module.split(".")[1]


@pytest.mark.parametrize("file", FILES)
def test_imports_go_downward_only(file: str) -> None:
    mine = own_module(file)
    for module in imports(file):
        if module.startswith("dinkit.") and room(module) != room(mine):
            assert floor(module) < floor(mine), f"{file} reaches up or sideways to {module}"


def test_every_file_has_a_floor() -> None:
    assert {room(own_module(file)) for file in FILES} <= set(FLOORS)


@pytest.mark.parametrize("file", FILES)
def test_libraries_stay_behind_their_fences(file: str) -> None:
    for module in imports(file):
        places = FENCES.get(module.split(".")[0])
        if places is not None:
            assert file.startswith(places), f"{file} imports {module}"


@pytest.mark.parametrize("file", FILES)
def test_files_and_functions_stay_small(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, f"{file}: {node.name}"
        if isinstance(node, ast.ClassDef):
            methods = [one for one in node.body if isinstance(one, ast.FunctionDef)]
            assert len(methods) <= MOST_METHODS, f"{file}: {node.name}"


def test_no_circles_between_modules() -> None:
    graph = {own_module(file): {module for module in imports(file) if module.startswith("dinkit.")} for file in FILES}
    seen: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, " -> ".join((*path, module))
        if module not in seen:
            seen.add(module)
            for below in sorted(graph.get(module, ())):
                visit(below, (*path, module))

    for module in sorted(graph):
        visit(module, ())


def test_validate_starts_without_the_slow_libraries() -> None:
    code = (
        "import sys; from dinkit.cli import main\n"
        "try: main(['validate', 'models/din.yaml'])\n"
        "except SystemExit: pass\n"
        "slow = {'networkx', 'pygraphviz', 'graphviz', 'fontTools', 'pydantic'} & set(sys.modules)\n"
        "assert not slow, slow\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT.parent.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_only_one_place_prints() -> None:
    for file in FILES:
        for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
                assert file == "cli/output.py"
