"""Fixes that go together: which of them can be spliced in one go, and what each of them makes of its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import NamedTuple

from dinkit.finding import Edit, Finding, Span, span_between
from dinkit.reading.changing import line_start

_WORD = re.compile(r"[\w-]+|[^\w-]")


class Written(NamedTuple):
    """Characters that an edit wrote into a file, from `start` to `end`."""

    start: int
    end: int


class Lines(NamedTuple):
    """Some lines of a file as they were and as a fix makes them, without white space around them; `line` is the number of the first."""

    file: str
    line: int
    old: tuple[str, ...]
    new: tuple[str, ...]


def together(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings whose fixes can be applied at once: each whole or not at all, none overlapping another, equal edits counted once."""
    taken: dict[Edit, None] = {}
    chosen = []
    for finding in findings:
        edits = finding.fix.edits if finding.fix else ()
        fresh = [edit for edit in edits if edit not in taken]
        if edits and not any(_clash(edit, other) for edit in fresh for other in taken if other.file == edit.file):
            taken.update(dict.fromkeys(edits))
            chosen.append(finding)
    return chosen


def edits_of(findings: Iterable[Finding]) -> dict[str, list[Edit]]:
    """Return the edits of the fixes by file, equal ones once."""
    by_file: dict[str, list[Edit]] = {}
    for edit in dict.fromkeys(edit for finding in findings if finding.fix for edit in finding.fix.edits):
        by_file.setdefault(edit.file, []).append(edit)
    return {file: sorted(edits, key=lambda edit: (edit.start, edit.end)) for file, edits in by_file.items()}


def places_after(edits: Sequence[Edit], text: str) -> dict[Edit, Span]:
    """Return where what the edits of one file (in order) wrote stands in the text that they made."""
    shifts = accumulate((len(edit.text) - (edit.end - edit.start) for edit in edits), initial=0)
    return {
        edit: span_between(text, min(edit.start + shift, len(text)), min(edit.start + shift + len(edit.text), len(text)))
        for edit, shift in zip(edits, shifts, strict=False)
    }


def written_after(edits: Sequence[Edit], text: str, earlier: Sequence[Written]) -> list[Written]:
    """Return what was written into a file so far: the words and signs that are not as they were.

    Args:
        edits: the edits of the file, in order; none of them touches what was written earlier.
        text: the file before them.
        earlier: what was written before.
    """
    shifts = [_shift(edits, one.start) for one in earlier]
    found = [Written(one.start + shift, one.end + shift) for one, shift in zip(earlier, shifts, strict=True)]
    shift = 0
    for edit in edits:
        at = edit.start + shift
        found += [Written(at + start, at + end) for start, end in _new_words(text[edit.start : edit.end], edit.text)]
        shift += len(edit.text) - (edit.end - edit.start)
    return sorted(found)


def is_touched(edit: Edit, written: Iterable[Written]) -> bool:
    """Say whether an edit changes what was written before."""
    return any(one.start < edit.end and edit.start < one.end for one in written)


def shown_lines(finding: Finding, texts: dict[str, str]) -> list[Lines]:
    """Return what the fix of a finding makes of the lines that it touches, per run of lines.

    Args:
        finding: one with a fix.
        texts: the files to which its edits belong, by path.
    """
    found: list[Lines] = []
    for file, edits in edits_of([finding]).items():
        text = texts[file]
        for run in _runs(text, edits):
            start, end = line_start(text, run[0].start), _line_end(text, max(edit.end for edit in run))
            found.append(Lines(file, span_between(text, start, start).line, _stripped(text[start:end]), _stripped(_edited(text, start, end, run))))
    return found


def _clash(one: Edit, other: Edit) -> bool:
    """Say whether two edits change the same characters, or write at the same place."""
    return one.start == other.start or (one.start < other.end and other.start < one.end)


def _shift(edits: Iterable[Edit], at: int) -> int:
    """Return how far edits move what stands at an offset behind them."""
    return sum(len(one.text) - (one.end - one.start) for one in edits if one.end <= at)


def _new_words(old: str, new: str) -> list[tuple[int, int]]:
    """Return where in a new text its words and signs stand that the old one has not in that place."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    starts = [0, *accumulate(map(len, after))]
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [(starts[first], starts[last]) for kind, _, _, first, last in changes if kind != "equal" and first < last]


def _runs(text: str, edits: list[Edit]) -> list[list[Edit]]:
    """Part edits (in order) into those of the same lines."""
    runs: list[list[Edit]] = []
    for edit in edits:
        if runs and line_start(text, edit.start) < _line_end(text, max(one.end for one in runs[-1])):
            runs[-1].append(edit)
        else:
            runs.append([edit])
    return runs


def _edited(text: str, start: int, end: int, edits: list[Edit]) -> str:
    pieces, at = [], start
    for edit in edits:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join((*pieces, text[at:end]))


def _line_end(text: str, at: int) -> int:
    """Return the end of a line; that of the line before, where nothing of a line is touched."""
    if at and text[at - 1] in "\r\n":
        return at
    ends = [end for end in (text.find("\n", at), text.find("\r", at)) if end >= 0]
    return min(ends, default=len(text))


def _stripped(text: str) -> tuple[str, ...]:
    return tuple(stripped for line in text.splitlines() if (stripped := line.strip()))
