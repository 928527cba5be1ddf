"""Cells of facts as people read them, in either language."""

from __future__ import annotations

from dinkit.analysis import Cell, Column
from dinkit.finding import Text

_WORDS = {True: Text("ja", "yes"), False: Text("nee", "no"), None: Text("n.v.t.", "n/a")}


def say(text: Text, language: str) -> str:
    """Return a text in one language.

    >>> say(Text("doel", "goal"), "en")
    'goal'
    """
    return text.nl if language == "nl" else text.en


def cell_text(cell: Cell, column: Column, language: str) -> str:
    """Return one cell in words: codes by their words, fractions with three digits and in Dutch with a comma.

    >>> cell_text(2 / 3, Column("x", Text("x", "x"), Text("x", "x")), "nl")
    '0,667'
    """
    if isinstance(cell, bool) or cell is None:
        return say(_WORDS[cell], language)
    if isinstance(cell, float):
        return f"{cell:.3f}".replace(".", "," if language == "nl" else ".")
    if isinstance(cell, tuple):
        return ", ".join(cell)
    if isinstance(cell, str) and column.words is not None and cell in column.words:
        return say(column.words[cell], language)
    return str(cell)


def is_number(cell: Cell) -> bool:
    """Say whether a cell stands to the right in its column."""
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)


def precise(cell: Cell) -> Cell:
    """Return a cell for machines: fractions rounded to 12 digits, beyond which the order of adding shows."""
    return round(cell, 12) + 0.0 if isinstance(cell, float) else cell
