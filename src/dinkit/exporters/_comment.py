"""Markdown for a comment on a pull request: as many rows as fit in it, what does not fit counted, and what calls nobody by name.

A comment on GitHub or GitLab holds 65,536 characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from dinkit.exporters._cells import say
from dinkit.exporters._plain import plain, shortened
from dinkit.exporters.markdown import escaped
from dinkit.finding import Text

LARGEST = 65_000
"""So many characters at most."""
_LONGEST = 300
"""So many columns of one text are shown."""

_MENTION = re.compile(r"@(?=[\w-])")


class Section(NamedTuple):
    """Rows that may be cut: what stands before them and behind them, and how to say how many were left out."""

    before: str
    rows: Iterable[str]
    after: str
    words: tuple[Text, Text]
    """What one row is about, and several."""
    head: str = ""
    """What stands above rows only, such as the head of a table."""
    rank: int = 0
    """Sections of a higher rank are the first to be cut; of one rank the last ones."""


def fitted(head: str, sections: Sequence[Section], language: str) -> str:
    """Return the head and the sections, as many rows as fit."""
    # The last line of each section, should it be cut, has its room kept: no number has more digits than this one.
    frames = [f"\n\n{one.before}{one.head}{_more(10**9, one, language)}{one.after}" for one in sections]
    room = LARGEST - len(head) - sum(map(len, frames)) - 1
    made: dict[int, str] = {}
    for at, section in sorted(enumerate(sections), key=lambda pair: (pair[1].rank, pair[0])):
        made[at], room = _filled(section, room, language)
    return "\n\n".join([head, *(made[at] for at in sorted(made))]) + "\n"


def folded(title: str, inside: str = "") -> tuple[str, str]:
    """Return what stands before and behind something that opens on a click; the title is a plain text, and stands in HTML there."""
    shown = _MENTION.sub("@<!-- -->", escape(plain(title), quote=False))
    return f"<details><summary>{shown}</summary>\n" + (f"\n{inside}" if inside else ""), "\n\n</details>"


def harmless(text: str, longest: int = _LONGEST) -> str:
    """Return a text that Markdown shows as it is, not too long, and that calls nobody by name."""
    return _MENTION.sub("@<!-- -->", escaped(shortened(plain(text), longest)))


def _filled(section: Section, room: int, language: str) -> tuple[str, int]:
    """Return a section with the rows that fit, and the room that is left."""
    kept: list[str] = []
    left = 0
    for row in section.rows:
        if left or len(row) + 1 > room:
            left, room = left + 1, 0
        else:
            kept.append(row)
            room -= len(row) + 1
    more = [_more(left, section, language)] if left else []
    head = section.head if kept else ""
    return section.before + head + "".join(f"\n{row}" for row in kept) + "".join(more) + section.after, room


def _more(count: int, section: Section, language: str) -> str:
    word = section.words[count != 1]
    return "\n\n" + say(Text(f"... en nog {count} {word.nl}.", f"... and {count} more {word.en}."), language)
