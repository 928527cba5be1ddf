"""Aliases of YAML (`*q`): what stands at one place holds at another, and that may make a merge by element and field impossible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dinkit.editing.concrete import Document, Value

_LINE_END = re.compile(r"\r\n|\n|\r")


class Alias(NamedTuple):
    """An alias in one version."""

    name: str
    """As it is written."""
    path: tuple[str, ...]
    """The keys and numbers that lead to it."""
    line: int


def likely_culprit(base: Document, ours: Document, theirs: Document) -> tuple[bool, Alias] | None:
    r"""Return the alias that most likely makes a merge impossible: one in the fewest versions. None where our and their side have none.

    Returns:
        Whether it stands on our side, and the alias.

    >>> from dinkit.editing.dissection import read_concrete
    >>> base = "a: &q 1\nb: *q\n"
    >>> likely_culprit(*map(read_concrete, (base, base.replace("1", "2"), base + "c: *q\n")))
    (False, Alias(name='*q', path=('c',), line=3))
    """
    versions = [list(_aliases(document)) for document in (base, ours, theirs)]
    known = [{(alias.name, alias.path) for alias in aliases} for aliases in versions]
    found = [(side == 1, alias) for side in (1, 2) for alias in versions[side]]
    return min(found, key=lambda one: sum((one[1].name, one[1].path) in places for places in known), default=None)


def _aliases(document: Document) -> Iterator[Alias]:
    before = document.prefix
    for text, path in _parts(document.root, ()):
        if path is not None:
            yield Alias(text, path, len(_LINE_END.findall(before)) + 1)
        before += text


def _parts(value: Value, path: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...] | None]]:
    """Yield the text of a value in parts, without indentation; an alias with the way to it, anything else without."""
    if value.kind == "scalar":
        yield value.text, path if value.text.startswith("*") and not value.bare else None
        return
    yield value.head, None
    for at, item in enumerate(value.items):
        yield f"{item.blank}{item.lead}{item.key}{item.gap}", None
        yield from _parts(item.value, (*path, item.word or str(at)))
        yield f"{item.rest}{item.tail}", None
    yield value.tail, None
