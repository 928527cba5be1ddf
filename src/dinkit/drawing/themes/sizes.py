"""All texts broken over a column of a given width, and how high they become. Nothing else decides about sizes.

Widths are whole numbers, because the engine's tables know no others.
"""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.metrics import line_height, width_of, wrapped
from dinkit.drawing.style import Type
from dinkit.drawing.themes.entries import AGAIN, Entry, Fact, Part
from dinkit.drawing.themes.groups import Box, Group, left_out
from dinkit.drawing.themes.view import Themes
from dinkit.drawing.themes.words import say

PANEL = 6
"""Between the panel of a group and the cards in it."""
INSET = 7
"""Between a card and the text in it."""
CHIP_GAP = 5
BULLET_SIGN, PART_SIGN = "•", "–"
BULLET = 10
"""Room in front of an effort without a number, a target and a part without a number."""
WIDEST_NUMBER = 34
INDENT = 9
"""Further in per level of parts."""
AROUND = 1.0
"""Above and below the text of an effort."""
OVER_END = 3.0
IN_HEAD = 9.0
"""Above and below the name of a group together."""
LINES = 5
"""Lines that a name may take."""
SLACK = 3
"""Kept free at the end of a line, because the engine's own measure of a text may be a little wider."""
LONGEST = 3000
"""Characters of a text, of which fewer fit on the most lines of the widest column."""
MANY_LINES = 8
"""Lines that a list of names may take."""

NAME, AGAIN_NAME, PART, NOTE = style.ENTRY, style.ROW, style.ROW, style.ROW._replace(italic=True)
FACTS: dict[str, Type] = {
    "alarm": style.CHIP, "ended": style.CHIP, "state": style.CHIP, "parts": style.CHIP, "target": style.ROW, "note": NOTE, "parties": style.ROW,
}  # fmt: skip
ASIDE = ("ended", "state", "parts")
"""Facts that may stand behind the name."""
GROUP, COUNT, BOX, WITHIN = style.THEME, style.BAND_NOTE, style.BAND, NOTE


class Said(NamedTuple):
    """A fact, or a part with its note below it, on lines; `front` is the room before it."""

    what: Fact | Part
    front: int
    sign: str
    lines: tuple[str, ...]
    note: tuple[str, ...]


class Row(NamedTuple):
    """An effort broken over a column."""

    entry: Entry
    width: int
    front: int
    sign: str
    """In front of the name: its number, or that it stands in full elsewhere; empty for neither."""
    names: tuple[str, ...]
    aside: str
    """What stands behind the name, where it costs no line there."""
    said: tuple[Said, ...]
    height: float


class Card(NamedTuple):
    """A theme broken over a column."""

    box: Box
    width: int
    number: str
    front: int
    names: tuple[str, ...]
    again: tuple[str, ...]
    """The name where the theme goes on in a next column."""
    within: tuple[str, ...]
    rows: tuple[Row, ...]
    end: str


class Head(NamedTuple):
    """The name of a group broken over one column or more."""

    width: int
    number: str
    front: int
    names: tuple[str, ...]
    note: tuple[str, ...]
    height: float


def cards_of(view: Themes, group: Group, width: int) -> tuple[Card, ...]:
    """Break the boxes of a group over a column."""
    return tuple(_card(view, box, width - 2 * PANEL) for box in group.boxes)


def head_of(group: Group, width: int) -> Head:
    """Break the name of a group over a width; the count stands below it."""
    number = next(iter(_broken(group.number, GROUP, width / 4, 1)), "")
    front = int(width_of(number, GROUP)) + 7 if number else 0
    names = _broken(group.name, GROUP, width - 2 * INSET - front - SLACK, 3) or (" ",)
    note = _broken(group.note, COUNT, width - 2 * INSET - front - SLACK, 1)
    head = Head(width, number, front, names, note, 0.0)
    return head._replace(height=natural_height(head))


def natural_height(head: Head) -> float:
    """Return how high the name of a group needs to be."""
    return lines_height(len(head.names), GROUP) + lines_height(len(head.note), COUNT) + IN_HEAD


def lines_height(count: int, kind: Type) -> float:
    """Return how high some lines are."""
    return count * line_height(kind)


def title_height(card: Card, *, goes_on: bool) -> float:
    """Return how high the name of a theme is at the top of its card, or where the card goes on in a next column."""
    names = card.again if goes_on else card.names
    return lines_height(len(names), BOX) + lines_height(len(card.within), WITHIN) + 2 * AROUND if names else 0.0


def end_height(card: Card) -> float:
    """Return how high the words at the end of a card are."""
    return lines_height(1, NOTE) + OVER_END + AROUND if card.end else 0.0


def _card(view: Themes, box: Box, width: int) -> Card:
    room = width - 2 * INSET - SLACK
    number = next(iter(_broken(box.number, BOX, room / 4, 1)), "")
    front = int(width_of(number, BOX)) + 6 if number else 0
    again = say("continued", view.language, name=box.name) if box.name else ""
    within = _broken(say("within", view.language, name=box.within), WITHIN, room - front, 1) if box.within else ()
    numbers = _front(box.entries)
    return Card(
        box, width, number, front,
        _broken(box.name, BOX, room - front, LINES), _broken(again, BOX, room - front, LINES), within,
        tuple(_row(entry, width - 2 * INSET, numbers) for entry in box.entries),
        left_out(box, view.language),
    )  # fmt: skip


def _front(entries: tuple[Entry, ...]) -> int:
    """Return the room for the widest number of a box, up to which all names begin at one line."""
    numbers = [width_of(entry.number, NAME) for entry in entries if entry.number and not entry.is_again]
    return max(BULLET, min(int(max(numbers, default=0.0)) + 5, WIDEST_NUMBER))


def _row(entry: Entry, width: int, front: int) -> Row:
    chip = chip_room(entry)
    kind = AGAIN_NAME if entry.is_again else NAME
    names = _broken(entry.name, kind, width - front - chip - SLACK, LINES) or (" ",)
    aside = _aside(entry)
    beside = _broken(entry.name, kind, width - front - chip - aside_room(aside) - SLACK, LINES) if aside else ()
    if not beside or len(beside) > len(names) or 2 * aside_room(aside) > width:
        aside, beside = "", names
    facts = [fact for fact in entry.facts if not (aside and fact.key in ASIDE)]
    said = (*(_fact(fact, width - front) for fact in facts), *(_part(part, width - front, _front_of_parts(entry)) for part in entry.parts))
    height = max(lines_height(len(beside), kind), style.CHIP_SIZE if chip else 0.0) + 2 * AROUND
    sign = AGAIN if entry.is_again else _cut(entry.number, NAME, front)
    return Row(entry, width, front, sign, beside, aside, said, height + sum(height_of(one) for one in said))


def chip_room(entry: Entry) -> int:
    """Return the room behind the name for the sign of steering."""
    return int(style.CHIP_SIZE) + CHIP_GAP if entry.steering_mark else 0


def aside_room(aside: str) -> int:
    """Return the room behind the name for what else stands there."""
    return int(width_of(aside, style.CHIP)) + CHIP_GAP + SLACK if aside else 0


def _aside(entry: Entry) -> str:
    return " · ".join(fact.text for fact in entry.facts if fact.key in ASIDE)


def height_of(said: Said) -> float:
    """Return how high a fact or a part is."""
    kind = FACTS[said.what.key] if isinstance(said.what, Fact) else PART
    return lines_height(len(said.lines), kind) + lines_height(len(said.note), NOTE)


def _fact(fact: Fact, width: int) -> Said:
    front = BULLET if fact.key == "target" else 0
    return Said(fact, front, BULLET_SIGN if front else "", _broken(fact.text, FACTS[fact.key], width - front - SLACK, MANY_LINES) or (" ",), ())


def _front_of_parts(entry: Entry) -> int:
    numbers = [width_of(part.number, PART) for part in entry.parts]
    return max(BULLET, min(int(max(numbers, default=0.0)) + 4, WIDEST_NUMBER))


def _part(part: Part, width: int, front: int) -> Said:
    sign = _cut(part.number, PART, front) or PART_SIGN
    front += INDENT * min(part.depth, 4)
    kind = PART._replace(bold=part.is_focus)
    return Said(
        part, front, sign, _broken(part.name, kind, width - front - SLACK, LINES) or (" ",), _broken(part.note, NOTE, width - front - SLACK, 3)
    )


def _cut(number: str, kind: Type, front: int) -> str:
    """Return a number as far as there is room for it."""
    return next(iter(_broken(number, kind, front - 2, 1)), "")


def _broken(text: str, kind: Type, width: float, most: int) -> tuple[str, ...]:
    """Break a text into lines; of one that no page can hold only the beginning is looked at."""
    return wrapped(text[:LONGEST], kind, width, most)
