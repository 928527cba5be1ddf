"""`dinkit validate` with all rules on large models, cold, against a process that only loads the same bytes with PyYAML's CSafeLoader."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from generate import generate
from pairs import compare, report

MARKS = {2_000: 1.0, 10_000: 0.6}
"""Elements -> the ratio that must not be passed."""
TENFOLD = (1_000, 10_000)
MOST = 11.0
"""How many times the smaller model the larger, of ten times as many elements, may take."""


def measure(elements: int, folder: Path) -> bool:
    """Compare the two processes on a model of this many elements."""
    load = [sys.executable, "-c", f"import yaml; yaml.load(open({_model(elements, folder)!r}, 'rb').read(), yaml.CSafeLoader)"]
    pairs = compare(_validate(elements, folder), load, folder=folder)
    return report(f"validate {elements} elements : CSafeLoader alone", pairs, at_most=MARKS[elements])


def grows(folder: Path) -> bool:
    """Compare a model with one of ten times as many elements."""
    few, many = TENFOLD
    pairs = compare(_validate(many, folder), _validate(few, folder), folder=folder)
    return report(f"validate {many} elements : {few} elements", pairs, at_most=MOST)


def _validate(elements: int, folder: Path) -> list[str]:
    return [sys.executable, "-m", "dinkit", "validate", _model(elements, folder)]


def _model(elements: int, folder: Path) -> str:
    """Return the name of a model in the folder with this many elements, which is made when it is not there."""
    name = f"model-{elements}.yaml"
    if not (folder / name).exists():
        (folder / name).write_text(generate(elements), encoding="utf-8")
    return name


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        results = [measure(elements, Path(made)) for elements in MARKS] + [grows(Path(made))]
    sys.exit(not all(results))
