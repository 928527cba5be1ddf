"""The problems of one file -> one for each cause: what only follows from another fault is not told beside it.

Nothing is lost by that: whoever mends the cause hears of what remains.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Text
from dinkit.pattern import pattern
from dinkit.reading.changing import line_start
from dinkit.reading.messages import code_of
from dinkit.reading.problem import Problem
from dinkit.reading.unread import is_lossy

_SHALLOW = {
    "shallow-key": "shallow-line",
    "reserved-id": "shallow-line",
    "outdented": "outdented-line",
    "not-at-top": "top-line",
    "unknown-key": "loose-line",
}
"""Problems of a line that may be indented too little -> how they are told where the lines below it cannot be read for that reason."""
_DEEPER = frozenset(("indent", "colon", "indented-more", "short-name"))
"""What the parser makes of lines that are indented deeper than such a line."""
_STUCK = frozenset(("colon", "flow-colon", "indented-more", "short-name", "no-colon"))
"""What the parser makes of a colon that cannot stand where it does, and of one that is missing."""
_CUT = frozenset(("comma-value", "comma-text", "comma-list"))
"""Problems of a comma that separates where it was meant to be part of a number or text."""
_FIXED = pattern("^ *(\xa0+)[ \xa0]*(?=\\S)|(?:^|[{,])[ -]*[\\w-]+:(\xa0+)")
"""A fixed space where YAML wants an ordinary one: before a line, or between a colon and its value."""


def one_per_cause(problems: list[Problem], text: str) -> list[Problem]:
    """Return the problems of a file without those that another one of them brought about.

    Args:
        problems: all problems of the file.
        text: the text of the file.
    """
    if not problems:
        return problems
    found = _with_fixed_spaces(_whole_numbers(_one_per_fault(problems, text), text), text)
    return _one_per_outdent(_one_per_owner(_one_per_anchor(found)), text)


def _one_per_fault(problems: list[Problem], text: str) -> list[Problem]:
    """Leave out what is wrong with a text that lacks its colon, or that ends where the parser got stuck at a colon: it was meant as something else."""
    fault = next((one for one in problems if one.slug in _STUCK), None)
    if fault is None:
        return problems
    start = fault.start if fault.slug == "no-colon" else None
    end = len(text[: fault.start].rstrip(" ")) if fault.slug in ("colon", "flow-colon") else fault.end
    return [one for one in problems if one is fault or (one.start != start and one.end != end)]


def _one_per_anchor(problems: list[Problem]) -> list[Problem]:
    """Leave out what is wrong with a text behind an anchor that nothing repeats: the word of the anchor may belong to that text."""
    anchors = {one.start for one in problems if one.slug == "lone-anchor"}
    return [one for one in problems if one.start not in anchors or one.slug == "lone-anchor" or is_lossy(one)] if anchors else problems


def _one_per_owner(problems: list[Problem]) -> list[Problem]:
    """Tell lines that are all indented too little for one key of one element only once."""
    first: dict[tuple[str | None, str | Text], Problem] = {}
    for one in sorted(problems, key=lambda problem: problem.start):
        if one.slug == "outdented":
            first.setdefault((one.element, one.words[1]), one)
    return [one for one in problems if one.slug != "outdented" or first[one.element, one.words[1]] is one]


def _one_per_outdent(problems: list[Problem], text: str) -> list[Problem]:
    """Tell a line that is indented too little and the fault in the syntax in the lines below it as one problem, on the first of the two."""
    fault = next((one for one in problems if one.slug in _DEEPER), None)
    if fault is None:
        return problems
    above = [one for one in problems if one.slug in _SHALLOW and one.start < fault.start]
    cause = max(above, key=lambda one: one.start, default=None)
    if cause is None or not _is_below(fault.start, cause, text):
        return problems
    told = cause._replace(slug=_SHALLOW[cause.slug], repair=None)
    return [told if one is cause else one for one in problems if one is not fault]


def _is_below(at: int, cause: Problem, text: str) -> bool:
    """Say whether an offset lies among the lines right below a problem that are indented deeper; of a key that is none only in the first of them."""
    lines = list(_lines_with_content(text, line_start(text, cause.start), at))
    if len(lines) < 2 or (cause.slug == "unknown-key" and len(lines) > 2):
        return False
    return all(_indent(line) > _indent(lines[0]) for line in lines[1:])


def _lines_with_content(text: str, start: int, at: int) -> Iterator[str]:
    """Yield the lines from an offset up to and with that of another, without the empty ones and the comments."""
    for line in text[start : at + 1].splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            yield line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _with_fixed_spaces(problems: list[Problem], text: str) -> list[Problem]:
    """Return the problems, those in lines that a fixed space spoils as the one problem of that space."""
    if "\xa0" not in text:
        return problems
    found = [_fixed_space(problem, text) or problem for problem in problems]
    return list({(one.start, one.slug, one.words): one for one in found}.values())


def _fixed_space(problem: Problem, text: str) -> Problem | None:
    """Return the problem of the fixed space in the line of a problem, or for a fault in the syntax in the line above it."""
    at = problem.start
    for _ in range(2 if code_of(problem) == "DIN004" else 1):
        begun = line_start(text, at)
        lines = text[begun : begun + 500].splitlines()
        match = _FIXED.match(lines[0]) or _FIXED.search(lines[0]) if lines else None
        if match:
            start, end = match.span(1 if match[1] else 2)
            return Problem("fixed-space", begun + start, begun + end, (), problem.element)
        at = max(begun - 2, 0)
    return None


def _whole_numbers(problems: list[Problem], text: str) -> list[Problem]:
    """Leave out what is wrong with a number up to the comma that cut it in two: another problem tells of the whole."""
    commas = [text.rfind(",", 0, one.start + 1) for one in problems if one.slug in _CUT]
    ends = {len(text[:comma].rstrip()) for comma in commas}
    return [one for one in problems if one.end not in ends or code_of(one) != "DIN014"] if ends else problems
