"""Which group stands in which column: the columns as low as can be, and no group begun that could stand by itself.

A group stands in a column of its own, below others where there is room for the whole of it, or over several columns where it is too
long for one. The order of the groups, of their themes and of the efforts is kept throughout.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dinkit.drawing.themes.sizes import Card, Head, end_height, title_height

BETWEEN_CARDS = 6.0
BETWEEN_GROUPS = 10.0
AROUND_CARDS = 6.0
IN_CARD = 4.0
"""Above and below what stands in a card."""


class Piece(NamedTuple):
    """What a column holds of a card: rows from `start` up to `stop`."""

    card: int
    start: int
    stop: int


Column = tuple[Piece, ...]


class Sized(NamedTuple):
    """A group at its size: its head over one column, and its cards."""

    head: Head
    cards: tuple[Card, ...]


class Run(NamedTuple):
    """A group over some columns, or several groups below each other in one."""

    groups: tuple[int, ...]
    columns: tuple[tuple[Column, ...], ...]
    """Per group its columns."""

    @property
    def width(self) -> int:
        return max(len(columns) for columns in self.columns)


def dealt(groups: Sequence[Sized], count: int, between: float) -> list[Run]:
    """Deal the groups over at most `count` columns, the highest as low as can be, with rows at a distance."""
    needed = [height(group, _whole(group), between) for group in groups]
    low, high = 1, int(sum(needed) + BETWEEN_GROUPS * len(needed)) + 1
    while low < high:
        limit = (low + high) // 2
        if sum(run.width for run in _runs(groups, needed, limit, between)) <= count:
            high = limit
        else:
            low = limit + 1
    return [evened(groups[run.groups[0]], run, between) for run in _runs(groups, needed, high, between)]


def height(group: Sized, column: Column, between: float) -> float:
    """Return how high a group is in one column, with its head and its panel."""
    pieces = [piece_height(group.cards[piece.card], piece, between) for piece in column]
    return group.head.height + 2 * AROUND_CARDS + sum(pieces) + BETWEEN_CARDS * max(len(pieces) - 1, 0)


def run_height(groups: Sequence[Sized], run: Run, between: float) -> float:
    """Return how high a run of these groups is."""
    tallest = [max(height(group, column, between) for column in columns) for group, columns in zip(groups, run.columns, strict=True)]
    return sum(tallest) + BETWEEN_GROUPS * (len(tallest) - 1)


def piece_height(card: Card, piece: Piece, between: float) -> float:
    """Return how high a piece of a card is."""
    rows = [row.height for row in card.rows[piece.start : piece.stop]]
    end = end_height(card) if piece.stop == len(card.rows) else 0.0
    return title_height(card, goes_on=piece.start > 0) + sum(rows) + between * max(len(rows) - 1, 0) + end + 2 * IN_CARD


def _whole(group: Sized) -> Column:
    return tuple(Piece(at, 0, len(card.rows)) for at, card in enumerate(group.cards))


def _runs(groups: Sequence[Sized], needed: list[float], limit: float, between: float) -> list[Run]:
    runs: list[Run] = []
    left = 0.0
    for at, group in enumerate(groups):
        whole = _whole(group)
        if runs and runs[-1].width == 1 and needed[at] + BETWEEN_GROUPS <= left:
            runs[-1] = Run((*runs[-1].groups, at), (*runs[-1].columns, (whole,)))
            left -= needed[at] + BETWEEN_GROUPS
        elif needed[at] <= limit:
            runs.append(Run((at,), ((whole,),)))
            left = limit - needed[at]
        else:
            runs.append(Run((at,), (_flow(group, limit, between),)))
            left = 0.0
    return runs


def _flow(group: Sized, limit: float, between: float) -> tuple[Column, ...]:
    """Fill columns with the cards of a group, row by row; a name is never left without a row below it."""
    columns: list[list[Piece]] = [[]]
    for at, card in enumerate(group.cards):
        start = 0
        while True:
            stop = _fitting(group, columns[-1], at, start, limit, between)
            if stop == start and card.rows and columns[-1]:
                columns.append([])
                continue
            if not card.rows and columns[-1] and height(group, (*columns[-1], Piece(at, 0, 0)), between) > limit:
                columns.append([])
            stop = max(stop, min(start + 1, len(card.rows)))
            columns[-1].append(Piece(at, start, stop))
            if stop == len(card.rows):
                break
            columns.append([])
            start = stop
    return tuple(tuple(column) for column in columns)


def _fitting(group: Sized, column: list[Piece], at: int, start: int, limit: float, between: float) -> int:
    """Return up to which row a card fits in a column."""
    card = group.cards[at]
    room = limit - height(group, tuple(column), between) - (BETWEEN_CARDS if column else 0.0)
    used, stop = piece_height(card, Piece(at, start, start), between), start
    while stop < len(card.rows):
        used += card.rows[stop].height + (between if stop > start else 0.0)
        if used + (end_height(card) if stop + 1 == len(card.rows) else 0.0) > room:
            break
        stop += 1
    return stop


def evened(group: Sized, run: Run, between: float) -> Run:
    """Return a group over several columns with its columns about equally high, in the same number or fewer."""
    if run.width == 1:
        return run
    low, high = 1, int(height(group, _whole(group), between)) + 1
    while low < high:
        limit = (low + high) // 2
        if len(_flow(group, limit, between)) <= run.width:
            high = limit
        else:
            low = limit + 1
    return run._replace(columns=(_flow(group, high, between),))
