"""What is known of an element in a network that nobody looks at: tests on its fields and relations, each with its outcome."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.checking.project_rules.fields import Test
from dinkit.model.document import Link
from dinkit.model.project_rules import RelationTest
from dinkit.model.records import RECORDS, Element
from dinkit.model.shapes import Shape, shapes_of

LINK = "link"
"""What is tested where it is a link, no element of a kind."""
Path = tuple[str, ...]


class Literal(NamedTuple):
    """A test on a field (by its path) or a relation, and its outcome.

    Strong: it surely passes, or surely fails. Weak: it does not surely fail, or does not surely pass.
    """

    path: Path
    test: Test | RelationTest
    holds: bool
    weak: bool = False


Alternative = tuple[Literal, ...]
Formula = list[Alternative] | None
"""What is known, as alternatives; None when there are too many of them."""


def shape_at(kind: str | None, path: Path) -> Shape:
    """Return the shape of a field of a kind; inside a record that may be absent, every field may be."""
    shapes = shapes_of(Link if kind == LINK else RECORDS[kind] if kind else Element)
    shape = shapes[path[0]]
    if kind == "goal" and path == ("level",):
        return shape._replace(always=True)
    for name in path[1:]:
        inner = shapes_of(shape.record)[name] if shape.sort == "record" and shape.record else shape.inner
        shape = inner._replace(always=False)
    return shape
