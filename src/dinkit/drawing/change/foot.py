"""Below the picture: what its signs, frames and lines mean, as far as they occur, and what is not drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.change.boxes import Box, badge
from dinkit.drawing.change.looks import HINDERS, PLACE, UNSURE, box_attributes, line_attributes, look_of
from dinkit.drawing.change.markup import sign_label
from dinkit.drawing.change.runs import Line, Run, markup
from dinkit.drawing.change.view import Changed
from dinkit.drawing.change.words import say
from dinkit.drawing.dot import Graph
from dinkit.drawing.markup import TABLE, text_lines
from dinkit.drawing.metrics import width_of, wrapped

SAMPLE = 30.0
_SAMPLES = {"text": 20.0, "sign": 9.0}
"""Room for a sample that is a word or a sign."""
AFTER_SAMPLE = 6.0
BETWEEN = 20.0
ROW = 19.0
NOTE = style.LEGEND.size * style.LINE + 1.0
OVER = 16.0
LOWER = 1.3
"""How much lower a text stands beside a sample, to stand in the middle of it: the engine sets it a little high."""
NOTES_APART = 6.0
"""Between the legend and the notes below it."""
_STATES = ("added", "removed", "changed", "same")


class Entry(NamedTuple):
    """One meaning: "box", "line", "text" or "sign", and the state or sign that has it."""

    sort: str
    key: str
    text: str


class Foot(NamedTuple):
    """The legend in rows, and the notes below it."""

    rows: tuple[tuple[tuple[float, Entry], ...], ...]
    """Per row from left to right: where an entry begins, and the entry."""
    notes: tuple[str, ...]
    """Line by line."""
    width: float
    height: float


def entries_of(boxes: Iterable[Box], changed: Changed, *, removed: str) -> tuple[Entry, ...]:
    """Return the meanings that occur in a picture.

    Args:
        boxes: what is drawn.
        changed: the change, with what happened to each line that is drawn.
        removed: the words for what is gone.
    """
    held, language = list(boxes), changed.view.language
    items = [item for box in held for column in box.columns for item in column]
    blocks = [block for box in held for block in (box.head, *box.facts)] + [block for item in items for block in item.blocks]
    states = {box.state for box in held} | {item.state for item in items}
    words = {"added": say("added", language), "removed": removed, "changed": say("changed", language), "same": say("legend-same", language)}
    found = [Entry("box", state, words[state]) for state in _STATES if state in states]
    found += _lines(changed)
    if any(run.struck for block in blocks for line in block.lines for run in line):
        found.append(Entry("text", "struck", say("legend-struck", language)))
    if any(block.sign == PLACE for block in blocks):
        found.append(Entry("sign", PLACE, say("legend-place", language)))
    if any(UNSURE in badge(box) for box in held) or any(UNSURE in block.sign for block in blocks):
        found.append(Entry("sign", UNSURE, say("legend-unsure", language)))
    return tuple(found)


def _lines(changed: Changed) -> Iterator[Entry]:
    """Yield what lines mean: per state everything that it stands for, and that a line hinders."""
    language, drawn = changed.view.language, set(changed.lines)
    for state in _STATES if drawn - {"same"} else ():
        keys = {key for one, key in zip(changed.lines, changed.happened, strict=True) if one == state}
        if keys:
            yield Entry("line", state, "; ".join(say(key, language) for key in sorted(keys)))
    if any(edge.type == "hinders" for edge in changed.view.edges):
        yield Entry("line", HINDERS, say("line-hinders", language))


def foot_of(entries: tuple[Entry, ...], notes: Iterable[str], width: float) -> Foot:
    """Break a legend and notes over a width."""
    rows: list[list[tuple[float, Entry]]] = [[]]
    left = 0.0
    for entry in entries:
        wide = _room(entry) + AFTER_SAMPLE + width_of(entry.text, style.LEGEND) + 4.0
        if rows[-1] and left + wide > width:
            rows.append([])
            left = 0.0
        rows[-1].append((left, entry))
        left += wide + BETWEEN
    lines = tuple(line for note in _together(notes, width - 8.0) for line in wrapped(note, style.LEGEND._replace(italic=True), width - 8.0, 6))
    kept = tuple(tuple(row) for row in rows if row)
    height = (OVER if kept or lines else 0.0) + ROW * len(kept) + (NOTES_APART if kept and lines else 0.0) + NOTE * len(lines)
    return Foot(kept, lines, width, height)


def _together(notes: Iterable[str], width: float) -> Iterator[str]:
    """Yield the notes, those that fit on one line together."""
    held = ""
    for note in notes:
        both = f"{held}{' ' if held.endswith('.') else ' · '}{note}" if held else note
        if held and width_of(both, style.LEGEND._replace(italic=True)) > width:
            yield held
            both = note
        held = both
    if held:
        yield held


def draw_foot(graph: Graph, foot: Foot, *, left: float, top: float) -> None:
    """Add a foot to a page, its upper left corner at the given place."""
    y = top - OVER
    for at, (x, y_row, entry) in enumerate(_places(foot, y), 1):
        _draw_sample(graph, entry, f"s{at}", left + x, y_row)
        wide = width_of(entry.text, style.LEGEND) + 4.0
        label = _label((Run(entry.text, style.LEGEND),), wide)
        graph.node(f"l{at}", f"<{label}>", id=f"l{at}", pos=f"{left + x + _room(entry) + AFTER_SAMPLE + wide / 2:.2f},{y_row - LOWER:.2f}")
    y -= ROW * len(foot.rows) + (NOTES_APART if foot.rows else 0.0)
    for at, note in enumerate(foot.notes, 1):
        label = _label((Run(note, style.LEGEND._replace(italic=True)),), foot.width)
        graph.node(f"f{at}", f"<{label}>", id=f"f{at}", pos=f"{left + foot.width / 2:.2f},{y - NOTE * (at - 0.5):.2f}")


def _room(entry: Entry) -> float:
    """Return how wide the sample of a meaning is."""
    return _SAMPLES.get(entry.sort, SAMPLE)


def _places(foot: Foot, top: float) -> Iterator[tuple[float, float, Entry]]:
    for at, row in enumerate(foot.rows):
        yield from ((x, top - ROW * (at + 0.5), entry) for x, entry in row)


def _label(line: Line, width: float) -> str:
    return f'{TABLE} WIDTH="{width:.0f}"><TR><TD ALIGN="LEFT" WIDTH="{width:.0f}">{markup((line,))}</TD></TR></TABLE>'


def _draw_sample(graph: Graph, entry: Entry, name: str, left: float, y: float) -> None:
    """Draw a small box, a piece of line or a sign as it looks in the picture."""
    middle = f"{left + _room(entry) / 2:.2f},{y:.2f}"
    if entry.sort == "line":
        end, tip = left + SAMPLE, left + SAMPLE - 6.0
        kind, state = (HINDERS, "differs") if entry.key == HINDERS else ("contributes_to", entry.key)
        points = " ".join(f"{left + (tip - left) * part / 3:.2f},{y:.2f}" for part in range(4))
        graph.edge("c1", "c2", id=name, pos=f"e,{end:.2f},{y:.2f} {points}", **line_attributes(state, kind))
        if look_of(entry.key).sign:
            graph.node(f"{name}m", f"<{sign_label(look_of(entry.key).sign, entry.key)}>", id=f"{name}m", pos=f"{left + SAMPLE / 2 - 3:.2f},{y:.2f}")
    elif entry.sort == "box":
        look = look_of(entry.key)
        label = f"{text_lines((look.sign,), style.CHIP, look.ink)}" if look.sign else f"{TABLE}><TR><TD></TD></TR></TABLE>"
        frame = 6.0 if entry.key == "changed" else 0.0
        size = {"width": f"{(SAMPLE - 4 - frame) / 72:.4f}", "height": f"{(ROW - 4 - frame) / 72:.4f}"}
        graph.node(name, f"<{label}>", id=name, pos=middle, **(box_attributes(entry.key) | size))
    else:
        runs = (Run("abc", style.LEGEND, look_of("removed").ink, struck=True),) if entry.sort == "text" else (Run(entry.key, style.CHIP),)
        graph.node(name, f"<{_label(runs, _room(entry))}>", id=name, pos=f"{left + _room(entry) / 2:.2f},{y - LOWER:.2f}")
