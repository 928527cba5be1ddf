"""The boxes of a change at their size: lines broken over the width of their column, and how high they become."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.change.facts import facts_of, is_there, name_runs, state_of
from dinkit.drawing.change.looks import LOOKS, PLACE, UNSURE
from dinkit.drawing.change.runs import Line, Run, fitted, height_of
from dinkit.drawing.change.view import Changed
from dinkit.drawing.change.words import say
from dinkit.drawing.nodes import Node
from dinkit.drawing.style import Sheet

BADGE = 20.0
"""Room in front of a name for the sign of what happened to it."""
SIGN = 11.0
"""Room for a sign in front of a line."""
UNSURE_SIGN = 16.0
"""The same for a sign with a question mark."""
STEP = 8.0
"""How far parts of parts stand in."""
ABOVE = 3.0
"""Above and below inside a box."""
UNDER_NAME = 1.0
FRAME = 8.0
"""What a double frame takes of the width and the height."""
INSET = 3.0
"""How much less wide the texts in a double frame are, to be clear of it."""
BETWEEN_COLUMNS = 12.0
BETWEEN_ITEMS = 1.0
NARROW = 160.0
"""Where lines are shorter than this, there may be twice as many."""
NUDGE = 2.0
"""How much lower a name stands beside a badge, to stand in the middle of it."""
MOST_OF_NAME = 14
"""Lines of a name that was and a name that is."""
_MOST_LINES = {"full": 6, "brief": 5, "short": 5, "named": 5, "marks": 5, "counts": 4}


class Block(NamedTuple):
    """Some lines with a sign in front."""

    sign: str
    ink: str
    indent: float
    front: float
    """Room for the sign."""
    lines: tuple[Line, ...]
    width: float
    """Of the lines."""
    height: float


class Item(NamedTuple):
    """A sub-effort: its name, and what there is to say of it."""

    element: str
    state: str
    blocks: tuple[Block, ...]
    height: float


class Box(NamedTuple):
    """One box: its name with a badge, what is said otherwise, and its sub-efforts in columns."""

    node: Node
    state: str
    """"same", "added", "removed", "changed", or "differs" in the old and the new state."""
    is_sure: bool
    inner: float
    """Width of what stands in it."""
    head: Block
    facts: tuple[Block, ...]
    columns: tuple[tuple[Item, ...], ...]
    column_width: float
    tail: tuple[Block, ...]
    """What is not drawn of it."""
    height: float


def boxes_of(changed: Changed, sheet: Sheet, detail: str, face: str) -> dict[str, Box]:
    """Return the boxes that stand in a state of the picture, by id."""
    found = [node for node in changed.view.nodes if is_there(changed.told.get(node.id), face)]
    boxes = {node.id: _box(changed, node, sheet, detail, face) for node in found}
    if face == "change":
        return boxes
    return {node.id: _no_higher(boxes[node.id], _box(changed, node, sheet, detail, "change").height) for node in found}


def _box(changed: Changed, node: Node, sheet: Sheet, detail: str, face: str) -> Box:
    told, language = changed.told.get(node.id), changed.view.language
    kind = style.NAMES[node.kind]
    state = state_of(told, face)
    inner = sheet.widths[node.kind] - 2 * style.PADDING - (INSET if state == "changed" else 0.0)
    indent = BADGE if told is not None and face == "change" else 0.0
    head = _block(name_runs(changed.union, node.id, told, kind, face), inner - indent, MOST_OF_NAME)
    facts = _facts(changed, node.id, detail, face, inner) if told else ()
    counts = detail == "counts"
    shown = [] if counts else [row for row in changed.rows[node.id] if is_there(changed.told.get(row), face)]
    came = {row for rows in changed.away.values() for row in rows}
    columns = max(min(sheet.row_columns, len(shown) + len(changed.away[node.id])), 1)
    width = (inner - (columns - 1) * BETWEEN_COLUMNS) / columns
    depth = {row.id: row.depth for row in node.rows}
    items = [_item(changed, row, detail, face, width, depth[row]) for row in shown if face != "old" or row not in came]
    items += [_gone_item(changed, row, face, width) for row in (changed.away[node.id] if not counts and face != "new" else ())]
    tail = tuple(_block([run], inner, 2) for run in _tail(changed, node, detail, face, language))
    box = Box(node, state, told is None or told.sure, inner, head, facts, _dealt(items, columns), width, tail, 0.0)
    return box._replace(height=_height(box))


def _no_higher(box: Box, height: float) -> Box:
    """Return a box of the old or the new state with so much said that it has room where it stands in the difference."""
    while box.height > height and (box.facts or any(len(item.blocks) > 1 for column in box.columns for item in column)):
        if box.facts:
            box = box._replace(facts=box.facts[:-1])
        else:
            box = box._replace(columns=tuple(tuple(_less(item) for item in column) for column in box.columns))
        box = box._replace(height=_height(box))
    return box


def _less(item: Item) -> Item:
    blocks = item.blocks[: max(len(item.blocks) - 1, 1)]
    return item._replace(blocks=blocks, height=sum(block.height for block in blocks) + BETWEEN_ITEMS)


def _facts(changed: Changed, element: str, detail: str, face: str, width: float, *, indent: float | None = None) -> tuple[Block, ...]:
    """Return what is said otherwise; of a row in a box, which stands in, that it is in there goes without saying."""
    told, is_row = changed.told[element], indent is not None
    drawn = {(edge.type, edge.source, edge.target) for edge in changed.view.edges}
    if is_row and (parent := changed.union.network.parent(element)):
        drawn.add(("part_of", element, parent))
    found = facts_of(told, detail=detail, face=face, drawn=frozenset(drawn), is_row=is_row, language=changed.view.language)
    return tuple(_block(fact.runs, width, _MOST_LINES[detail], sign=fact.sign, indent=indent or 0.0, front=SIGN) for fact in found)


def _item(changed: Changed, row: str, detail: str, face: str, width: float, depth: int) -> Item:
    told = changed.told.get(row)
    state = state_of(told, face)
    step = STEP * min(depth, 4)
    sign = _sign(state, sure=told is None or told.sure) or "•"
    ink = LOOKS[state].ink if state in LOOKS else style.INK
    kind = style.ROW._replace(bold=state in ("added", "changed", "differs"))
    front = UNSURE_SIGN if UNSURE in sign else SIGN
    name = _block(name_runs(changed.union, row, told, kind, face), width, MOST_OF_NAME, sign=sign, ink=ink, indent=step, front=front)
    blocks = (name, *(_facts(changed, row, detail, face, width, indent=step + front) if told else ()))
    return Item(row, state, blocks, sum(block.height for block in blocks) + BETWEEN_ITEMS)


def _gone_item(changed: Changed, row: str, face: str, width: float) -> Item:
    """Return a sub-effort where it stood before it went to another box."""
    runs = name_runs(changed.union, row, changed.told.get(row), style.ROW, "old")
    if face == "change":
        runs = [run._replace(struck=True, ink=LOOKS["removed"].ink) for run in runs]
    parent = changed.union.network.parent(row)
    to = say("went-to", changed.view.language, name=changed.union.network.elements[parent].name) if parent and face == "change" else ""
    runs += [Run(to, style.ROW._replace(italic=True), style.SOFT_INK)] if to else []
    block = _block(runs, width, MOST_OF_NAME, sign=PLACE if face == "change" else "•", front=SIGN)
    return Item(row, "away", (block,), block.height + BETWEEN_ITEMS)


def _sign(state: str, *, sure: bool) -> str:
    sign = LOOKS[state].sign if state in LOOKS else ""
    return f"{sign}{UNSURE}" if sign and not sure else sign


def badge(box: Box) -> str:
    """Return the sign that stands in front of the name of a box; empty for none."""
    return _sign(box.state, sure=box.is_sure)


def _tail(changed: Changed, node: Node, detail: str, face: str, language: str) -> list[Run]:
    """Return what is said of the parts that are not drawn: how many did not change, and at the least detail how many did."""
    if face != "change":
        return []
    rows = [row.id for row in node.rows if not any(mark.key == "also" for mark in row.marks)]
    shown = set(changed.rows[node.id])
    made = []
    if detail == "counts":
        for state in ("added", "removed", "changed"):
            count = sum(changed.told[row].state == state for row in rows if row in changed.told)
            if count:
                text = f"{LOOKS[state].sign} {say(f'parts-{state}', language, count=count)}"
                made.append(Run(text, style.ROW._replace(bold=True), LOOKS[state].ink))
    still = sum(row not in changed.told for row in rows if detail == "counts" or row not in shown)
    if node.id not in changed.told and not made and not shown:
        return []
    if still:
        made.append(Run(say("same-parts", language, count=still), style.ROW._replace(italic=True), style.SOFT_INK))
    return made


def _block(runs: list[Run], width: float, most: int, *, sign: str = "", ink: str = style.INK, indent: float = 0.0, front: float = 0.0) -> Block:
    room = width - indent - front
    lines = fitted(runs, room - 2.0, most if room >= NARROW else 2 * most)  # the engine rounds
    return Block(sign, ink, indent, front, lines, room, height_of(lines))


def _dealt(items: list[Item], columns: int) -> tuple[tuple[Item, ...], ...]:
    """Deal sub-efforts over columns, downward first, so that the highest column is as low as can be."""
    if not items:
        return ()
    heights = [item.height for item in items]
    limits = sorted({sum(heights[start:end]) for start in range(len(items)) for end in range(start + 1, len(items) + 1)})
    for limit in limits:
        made: list[list[Item]] = [[]]
        for item in items:
            if made[-1] and sum(one.height for one in made[-1]) + item.height > limit:
                made.append([])
            made[-1].append(item)
        if len(made) <= columns:
            return tuple(tuple(column) for column in made)
    return (tuple(items),)


def _height(box: Box) -> float:
    head = max(box.head.height + NUDGE, style.CHIP_SIZE + 2) if badge(box) else box.head.height
    below = sum(block.height for block in (*box.facts, *box.tail))
    items = max((sum(item.height for item in column) for column in box.columns), default=0.0)
    frame = FRAME if box.state == "changed" else 0.0
    return head + below + items + frame + 2 * ABOVE + (UNDER_NAME if box.facts or box.columns or box.tail else 0.0)
