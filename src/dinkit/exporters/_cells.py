"""Cells of facts as people read them, in either language."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dinkit.analysis import Cell, Column
from dinkit.finding import Text
from dinkit.model.vocabulary import UNKNOWN

_GROUPED = 10000
_DUTCH = str.maketrans(",.", ".,")
_WORDS = {True: Text("ja", "yes"), False: Text("nee", "no"), None: Text("n.v.t.", "n/a")}
_UNKNOWN = Text("onbekend", "unknown")
"""A name or a text that the source does not say; where a column has codes, it has a word for this itself."""


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
    if isinstance(cell, Text):
        return say(cell, language)
    if isinstance(cell, Decimal):
        return number_text(cell, language)
    if isinstance(cell, float):
        return f"{cell:.3f}".replace(".", "," if language == "nl" else ".")
    if isinstance(cell, tuple):
        return ", ".join(_word(one, column, language) for one in cell)
    return _word(str(cell), column, language)


def _word(code: str, column: Column, language: str) -> str:
    if column.words is None:
        return say(_UNKNOWN, language) if code == UNKNOWN else code
    return say(column.words[code], language) if code in column.words else code


def number_text(number: Decimal, language: str) -> str:
    """Return an exact number with all its digits, grouped by thousands from 10.000 on.

    >>> number_text(Decimal("1500000.50"), "nl"), number_text(Decimal("2019"), "nl")
    ('1.500.000,50', '2019')
    """
    shown = f"{number:,f}" if abs(number) >= _GROUPED else f"{number:f}"
    return shown.translate(_DUTCH) if language == "nl" else shown


def is_number(cell: Cell) -> bool:
    """Say whether a cell stands to the right in its column."""
    return isinstance(cell, (int, float, Decimal)) and not isinstance(cell, bool)


def precise(cell: Cell) -> Any:
    """Return a cell for machines: fractions rounded to 12 digits, beyond which the order of adding shows; words in both languages."""
    if isinstance(cell, Text):
        return cell._asdict()
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return round(cell, 12) + 0.0 if isinstance(cell, float) else cell
