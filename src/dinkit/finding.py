"""What is wrong and where: findings as rich data that know nothing of printing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate

from dinkit.tuples import NamedTuple


class Severity(StrEnum):
    """How bad a finding is. Errors stop an export, warnings do not, tips are advice."""

    ERROR = "error"
    WARNING = "warning"
    TIP = "tip"


class Text(NamedTuple):
    """One message in the two languages of dinkit."""

    nl: str
    en: str


class Span(NamedTuple):
    """A stretch of a file: 1-based lines and columns (in characters), and the offsets behind them."""

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int


class Location(NamedTuple):
    """A place in a file, with an optional word on why it is shown."""

    file: str
    span: Span
    why: Text | None = None


class Edit(NamedTuple):
    """One replacement in a file: the characters from `start` to `end` (offsets) become `text`."""

    file: str
    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """One way to mend a fault, as data: what it does in a line, and the edits that belong together."""

    title: Text
    edits: tuple[Edit, ...]


class Crowd(NamedTuple):
    """What one finding says in place of many, where most of the elements that a rule asks have the same fault: a list says no more."""

    message: Text
    """{0} is how many have it, {1} of how many."""
    hint: Text
    total: int
    """How many were asked; 0 where it does not matter how few of all have it."""
    least: int = 4
    """Fewer than this each get their own finding, however few were asked."""


class Finding(NamedTuple):
    """One fault, or one thing worth looking at.

    `code` and `slug` are stable names; `element` is the id of the element it is about; `location` is the offending
    token; `related` are other places that explain it. `fix` mends it, where that is certain enough to be done unasked.
    `crowd` is what may be told in place of it, until everything is decided about each element by itself.
    """

    code: str
    slug: str
    severity: Severity
    message: Text
    location: Location
    element: str | None = None
    hint: Text | None = None
    related: tuple[Location, ...] = ()
    fix: Fix | None = None
    crowd: Crowd | None = None


class Suppressed(NamedTuple):
    """A finding that somebody accepted: in the model itself ("model"), and why, or because it was there already ("baseline")."""

    finding: Finding
    by: str
    reason: str
    owner: str | None = None


_BLOCK = 1024


def span_between(text: str, start: int, end: int) -> Span:
    r"""Return the span of `text[start:end]`; lines end at "\n", "\r\n" or "\r".

    >>> span_between("a: 1\nbc: 2\n", 5, 7)[:4]
    (2, 1, 2, 3)
    """
    line, column = _line_and_column(text, start)
    end_line, end_column = _line_and_column(text, end)
    return Span(line, column, end_line, end_column, start, end)


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    plain, lines_before = _counted(text)
    block = offset // _BLOCK
    line = lines_before[block] + plain.count("\n", block * _BLOCK, offset) + 1
    return line, offset - plain.rfind("\n", 0, offset)


@lru_cache(maxsize=32)
def _counted(text: str) -> tuple[str, list[int]]:
    r"""Return the text with every line ending in "\n", and how many lines end before each block of it.

    Kept per text, since a broken file asks for hundreds of places; counting blocks is far cheaper than listing all lines.
    """
    plain = re.sub("\r(?!\n)", "\n", text) if "\r" in text else text
    counts = (plain.count("\n", start, start + _BLOCK) for start in range(0, len(plain), _BLOCK))
    return plain, list(accumulate(counts, initial=0))


def by_place(locations: Iterable[Location]) -> tuple[Location, ...]:
    """Return places in the order in which somebody reads them."""
    return tuple(sorted(locations, key=lambda one: (one.file, one.span.start)))


def sort_key(finding: Finding) -> tuple[str, int, int, str, str]:
    """Order findings by place, then by code: the order in which they are shown."""
    return (finding.location.file, finding.location.span.start, finding.location.span.end, finding.code, finding.message.en)
