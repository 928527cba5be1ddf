"""Comments that a side left behind where it took away what stood below them.

They stand between the markers, beside what the other side made of that; else a comment that both have would come twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from dinkit.editing.concrete import Item, Value, lines_of
from dinkit.merging.meaning import comments_in, value_comments
from dinkit.merging.rows import Row, Trio

_REMOVERS = {"only-theirs": 1, "only-ours": 2}
"""From which side an item comes -> where the other one stands in a trio."""
_EMPTY = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*")


def gathered(rows: Sequence[Row], base: Value) -> list[Row]:
    """Return the rows of a block, each with the comments that a side left behind of it; they are taken from the row below.

    Args:
        rows: the items in their order, all in one column; the last one holds what stands behind them.
        base: the block in the version that both sides began with.
    """
    made = list(rows)
    removed = [at for at, row in enumerate(rows) if row.verdict in _REMOVERS]
    known = frozenset(value_comments(base)) if removed else frozenset()
    for at in removed:
        row, side = made[at], _REMOVERS[made[at].verdict]
        below = next((one for one in range(at + 1, len(made)) if made[one].trio[side] is not None), None)
        if below is None or row.trio.base is None:
            continue
        trio = made[below].trio
        left = _left(row.trio.base, trio.base, trio[side], known)
        if left:
            made[at] = row._replace(left=left)
            made[below] = made[below]._replace(trio=_without(trio, side, row.trio.base.blank + left))
    return made


def _left(gone: Item, then: Item | None, now: Item | None, known: frozenset[str]) -> str:
    """Return what a side left of the comments above an item, with those that it put behind them.

    Args:
        gone: the item as it was.
        then: the item below as it was.
        now: the item below on that side, with what was left above its own comments.
        known: the comments that were there before; of these only those of the item itself are meant.
    """
    if then is None or now is None or not comments_in(gone.lead):
        return ""
    above, kept, found = gone.blank + gone.lead, then.blank + then.lead, now.blank + now.lead
    if len(found) < len(above) + len(kept) or not found.startswith(above) or not found.endswith(kept):
        return ""
    more = lines_of(found[len(above) : len(found) - len(kept)])
    new = list(takewhile(lambda line: known.isdisjoint(comments_in(line)), more))
    while len(new) < len(more) and new and not new[-1].strip():
        new.pop()
    return gone.lead + "".join(new)


def _without(trio: Trio, side: int, taken: str) -> Trio:
    """Return a trio with what was taken away from above its item on a side."""
    items = list(trio)
    now = trio[side]
    if now is not None:
        rest = (now.blank + now.lead)[len(taken) :]
        blank = rest[: len(_EMPTY.match(rest)[0])]  # type: ignore[index]  # it matches anything
        items[side] = now._replace(blank=blank, lead=rest[len(blank) :])
    return Trio(*items)
