"""What of a file was not read because of a fault in it: an id that is nowhere else may stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dinkit.reading.changing import line_start
from dinkit.reading.messages import code_of
from dinkit.reading.problem import Problem

_SYNTAX = "DIN004"
_TO_THE_END = frozenset(("second-document", "alias-bomb", "no-mapping"))
_BELOW = frozenset(("too-deep", "no-collection", "bullets", "unknown-collection", "not-at-top"))
_ALL = frozenset(("binary", "utf-16", "empty", "part-missing", "part-outside", "part-slash"))


def is_lossy(problem: Problem) -> bool:
    """Say whether content may be missing because of a problem."""
    return problem.slug in _TO_THE_END | _BELOW | _ALL or code_of(problem) == _SYNTAX


def unread(problem: Problem, text: str) -> str | None:
    """Return the part of a text that was not read because of a problem, at least; None where a whole file is missing."""
    if problem.slug in _ALL:
        return None
    start = line_start(text, problem.start)
    if problem.slug in _BELOW:
        return text[start : _end_of_block(text, start)]
    # The parser is a line ahead of what it tells.
    return text[line_start(text, max(start - 1, 0)) :]


def may_stand(word: str, unread: Iterable[str | None]) -> bool:
    """Say whether an id may stand in what was not read: a text that has the word, or a file of which nothing is known."""
    if not re.fullmatch("[a-z][a-z0-9-]*", word):  # what is no id stands nowhere as one
        return False
    return any(text is None or re.search(rf"(?<![\w-]){word}(?![\w-])", text) for text in unread)


def _end_of_block(text: str, start: int) -> int:
    """Return where the lines that belong to a line end: before the next one that is indented no deeper, dashes at its own depth aside."""
    lines = text[start:].splitlines(keepends=True)
    end, indent = start + len(lines[0]) if lines else start, _indent(lines[0]) if lines else 0
    for line in lines[1:]:
        bare = line.strip()
        if bare and not bare.startswith("#") and _indent(line) <= indent and not (_indent(line) == indent and bare.startswith("-")):
            break
        end += len(line)
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
