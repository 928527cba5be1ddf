"""Lines of text of which parts look different: what was is struck through beside what is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.markup import TABLE, text_lines
from dinkit.drawing.metrics import ELLIPSIS, line_height, shown, width_of, wrapped
from dinkit.drawing.style import Type


class Run(NamedTuple):
    """Some words that look the same."""

    text: str
    kind: Type
    ink: str = style.INK
    struck: bool = False


_KEPT_TOGETHER = re.compile(r"([§€]) ")
"""A sign and its number stand on one line."""
Line = tuple[Run, ...]
LEAST_PIECE = 4
"""Letters of a word on a line of their own."""
LEAST = 24
"""Characters to which words are shortened at most, as long as there are others behind them."""
BETWEEN = 2
"""Spaces between words that look different, for what is struck through must not seem to go on in what is not."""


def broken(runs: list[Run], width: float, most: int = 99) -> tuple[Line, ...]:
    """Break runs over lines of a width; what does not fit in the last line ends in an ellipsis."""
    lines: list[list[tuple[Run, list[str]]]] = [[]]
    used = 0.0
    for run in runs:
        for piece in _pieces(run.text, run.kind, width):
            wide = _width(piece, run.kind)
            space = _width(" ", run.kind) * (BETWEEN if lines[-1] and lines[-1][-1][0] is not run else 1)
            if lines[-1] and used + space + wide > width:
                lines.append([])
            used = used + space + wide if lines[-1] else wide
            if not lines[-1] or lines[-1][-1][0] is not run:
                lines[-1].append((run, []))
            lines[-1][-1][1].append(piece)
    kept = [tuple(_joined(line)) for line in lines[:most] if line]
    return tuple([*kept[:-1], _cut(kept[-1], width)] if len(lines) > most else kept)


def fitted(runs: list[Run], width: float, most: int) -> tuple[Line, ...]:
    """Break runs over lines; what takes more of them is shortened where it is longest, so that nothing goes unsaid behind it. The first names the rest."""
    held, lines = list(runs), broken(runs, width)
    while len(lines) > most and len(held) > 1:
        at = max(range(1, len(held)), key=lambda one: len(held[one].text))
        if len(held[at].text) <= LEAST:
            break
        text = held[at].text.removesuffix(ELLIPSIS)
        held[at] = held[at]._replace(text=text[: max(len(text) * 4 // 5, LEAST - 1)].rstrip() + ELLIPSIS)
        lines = broken(held, width)
    return broken(held, width, most)


def height_of(lines: tuple[Line, ...]) -> float:
    """Return how high lines are where the engine lays them out."""
    return sum(max(line_height(run.kind) for run in line) for line in lines)


def markup(lines: tuple[Line, ...]) -> str:
    """Return lines as the content of a cell, escaped; each in a row of its own, for the engine sets mixed lines of one text too close together.

    A line that looks the same all through is made a mixed one too, for the engine sets these a little higher.
    """
    texts = ["".join(_marked(run) for run in (line if len(line) > 1 else (*line, Run(" ", line[0].kind)))) for line in lines]
    if len(texts) < 2:
        return texts[0] if texts else text_lines((" ",), style.ROW, style.INK)
    rows = "".join(f'<TR><TD ALIGN="LEFT">{text}</TD></TR>' for text in texts)
    return f"{TABLE}>{rows}</TABLE>"


@cache
def _width(word: str, kind: Type) -> float:
    """Return how wide a word is; the same words are measured for many sheets."""
    return width_of(word, kind)


def _pieces(text: str, kind: Type, width: float) -> list[str]:
    """Return the words of a text; one that is wider than a line in pieces."""
    words = _KEPT_TOGETHER.sub("\\1\u00a0", shown(text)).split(" ")
    return [piece for word in words for piece in (_broken_word(word, kind, width) if _width(word, kind) > width else (word,))]


def _broken_word(word: str, kind: Type, width: float) -> tuple[str, ...]:
    """Return a word in pieces, each with a hyphen where it goes on."""
    if not word.isalpha():
        return wrapped(word, kind, width)
    pieces = wrapped(word, kind, width - _width("-", kind))
    short = max(LEAST_PIECE - len(pieces[-1]), 0)
    if short and len(pieces) > 1 and len(pieces[-2]) > short + LEAST_PIECE:
        pieces = (*pieces[:-2], pieces[-2][:-short], pieces[-2][-short:] + pieces[-1])
    return tuple(f"{piece}-" for piece in pieces[:-1]) + pieces[-1:]


def _joined(line: list[tuple[Run, list[str]]]) -> Iterator[Run]:
    """Yield the runs of a line, and between them a space that looks like neither."""
    for at, (run, pieces) in enumerate(line):
        if at:
            yield from [Run(" ", run.kind)] * BETWEEN
        yield run._replace(text=" ".join(pieces))


def _cut(line: Line, width: float) -> Line:
    """Return a line that ends in an ellipsis."""
    *rest, last = line
    room = width - sum(width_of(run.text, run.kind) for run in rest)
    text = last.text
    while text and width_of(text + ELLIPSIS, last.kind) > room:
        text = text[:-1]
    return (*rest, last._replace(text=text.rstrip() + ELLIPSIS))


def _marked(run: Run) -> str:
    text = text_lines((run.text,), run.kind, run.ink)
    return f"<S>{text}</S>" if run.struck else text
