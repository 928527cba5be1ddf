"""`dinkit validate` on large models, cold, against a process that only loads the same bytes with PyYAML's CSafeLoader."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from generate import generate
from pairs import compare, report

MARKS = {10_000: 0.5}
"""Elements -> the ratio that must not be passed."""


def measure(elements: int, folder: Path) -> bool:
    """Compare the two processes on a model of this many elements."""
    name = f"model-{elements}.yaml"
    (folder / name).write_text(generate(elements), encoding="utf-8")
    validate = [sys.executable, "-m", "dinkit", "validate", name]
    load = [sys.executable, "-c", f"import yaml; yaml.load(open({name!r}, 'rb').read(), yaml.CSafeLoader)"]
    return report(f"validate {elements} elements : CSafeLoader alone", compare(validate, load, folder=folder, rounds=7), at_most=MARKS[elements])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        results = [measure(elements, Path(made)) for elements in MARKS]
    sys.exit(not all(results))
