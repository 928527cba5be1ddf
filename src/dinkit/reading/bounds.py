"""The words and signs with which people compare, where a rule of a project has two bounds: which of them is meant, or comes nearest."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from dinkit.model.numbers import quoted
from dinkit.model.project_rules import MOMENTS
from dinkit.pattern import pattern

_INCLUDING = {
    "at_least": ">= => ≥ minstens minimaal minimum min ten_minste tenminste vanaf at_least from gte",
    "at_most": "<= =< ≤ hoogstens maximaal maximum max ten_hoogste uiterlijk tot_en_met t/m at_most lte",
}
_EXCLUDING = {
    "at_least": "> meer_dan groter_dan hoger_dan later_dan boven na more_than greater_than higher_than later_than above after gt",
    "at_most": "< minder_dan kleiner_dan lager_dan eerder_dan onder voor tot less_than lower_than earlier_than below before until lt",
}
_COMPARISON = pattern(r"\s*([<>=≤≥]{1,2}|[a-z/. ]+(?=\s))\s*(\S.*)", re.IGNORECASE)
_BARE = pattern(r"[0-9][0-9A-Za-z-]*(?:\.[0-9]+)?")
"""A value that needs no quotes."""


class Bound(NamedTuple):
    """A bound, in English, and whether who compares means the value itself too, as a bound always does."""

    word: str
    included: bool


class Comparison(NamedTuple):
    """What a text compares with: the bound, and its value as a file writes it (None: not certain)."""

    bound: Bound
    value: str | None


def bound_of(word: str) -> Bound | None:
    """Return the bound that a word or sign means, or that comes nearest.

    >>> bound_of("minimaal"), bound_of("Meer dan"), bound_of("lopend")
    (Bound(word='at_least', included=True), Bound(word='at_least', included=False), None)
    """
    plain = "_".join(word.lower().replace("-", "_").rstrip(". ").split())
    return next((Bound(bound, table is _INCLUDING) for table in (_INCLUDING, _EXCLUDING) for bound in table if plain in table[bound].split()), None)


def compared(text: str, read: Callable[[Any], Any]) -> Comparison | None:
    """Return what a text that compares means; None for any other.

    Args:
        text: what stands where a value is asked for.
        read: how such a value is read.

    >>> from dinkit.model.values import read_date
    >>> compared(">= 2028", read_date), compared("2028", read_date)
    (Comparison(bound=Bound(word='at_least', included=True), value='2028'), None)
    """
    match = _COMPARISON.fullmatch(text)
    bound = bound_of(match[1]) if match else None
    if match is None or bound is None:
        return None
    value = type(text)(match[2])  # quotes say that Dutch notation is meant, also without what stood before it
    if value not in MOMENTS and not _is_size(value, read):
        return None if _reads(text, read) else Comparison(bound, None)
    bare = value in MOMENTS or _BARE.fullmatch(value)
    return Comparison(bound, (str(value) if bare else quoted(value)) if bound.included else None)


def _is_size(text: str, read: Callable[[Any], Any]) -> bool:
    try:
        return not isinstance(read(text), str)
    except ValueError:
        return False


def _reads(text: str, read: Callable[[Any], Any]) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True
