"""What there is to say of a code, before anybody chooses how it looks."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.finding import Severity, Text


class Sort(NamedTuple):
    """One of the things that a code is given for; {0}, {1} ... in its texts stand for what the file says."""

    name: str
    severity: Severity
    message: Text
    hint: Text | None = None
    why: Text | None = None


class Line(NamedTuple):
    """One thing to say of a rule of a project: what it is about, and what the project says."""

    title: Text
    words: Text


class Explanation(NamedTuple):
    """All that there is to say of one code."""

    code: str
    name: str
    severity: Severity | None
    """None for a rule that is switched off."""
    brief: Text | None = None
    """In a sentence; a code that stands for several things has none."""
    manual: Text | None = None
    """The manual of a rule, in Markdown."""
    sorts: tuple[Sort, ...] = ()
    lines: tuple[Line, ...] = ()
