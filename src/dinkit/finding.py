"""What is wrong and where: findings as rich data that know nothing of printing."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


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


class Finding(NamedTuple):
    """One fault, or one thing worth looking at.

    `code` and `slug` are stable names; `element` is the id of the element it is about; `location` is the offending
    token; `related` are other places that explain it.
    """

    code: str
    slug: str
    severity: Severity
    message: Text
    location: Location
    element: str | None = None
    hint: Text | None = None
    related: tuple[Location, ...] = ()


START_OF_FILE = Span(1, 1, 1, 1, 0, 0)


def span_between(text: str, start: int, end: int) -> Span:
    r"""Return the span of `text[start:end]`; lines end at "\n", "\r\n" or "\r".

    >>> span_between("a: 1\nbc: 2\n", 5, 7)[:4]
    (2, 1, 2, 3)
    """
    line, column = _line_and_column(text, start)
    end_line, end_column = _line_and_column(text, end)
    return Span(line, column, end_line, end_column, start, end)


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=32)
def _line_starts(text: str) -> list[int]:
    """Return the offset of each line; kept, since a broken file asks for hundreds of places."""
    return [0, *(match.end() for match in re.finditer("\n|\r(?!\n)", text))]


def sort_key(finding: Finding) -> tuple[str, int, int, str, str]:
    """Order findings by place, then by code: the order in which they are shown."""
    return (finding.location.file, finding.location.span.start, finding.location.span.end, finding.code, finding.message.en)
