"""When two names are the same but for the way in which they are written, and when they nearly are."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator
from itertools import combinations

from dinkit.pattern import pattern

_OTHER = pattern(r"[\W_]+")
_DIGITS = pattern(r"[0-9]+")

_SHARE = 0.15
"""How much of the longer of two names may differ for them to be nearly equal."""
_MOST = 2
"""How many letters may differ at most, however long the names are."""


def plain_name(name: str) -> str:
    """Spell a name without capitals, accents, spaces and punctuation.

    >>> plain_name("Stichting Café-Twente") == plain_name("stichting cafe twente")
    True
    """
    if not name.isascii():
        return _OTHER.sub("", unicodedata.normalize("NFKD", name).casefold())
    plain = name.replace(" ", "").replace("-", "")
    return (plain if plain.isalnum() else _OTHER.sub("", plain)).casefold()


def nearly_equal(one: str, other: str) -> bool:
    """Say whether two plain names differ in few letters: at most two, and at most 15 in 100; never in a number.

    >>> nearly_equal("werkpleintwente", "werkplijntwente"), nearly_equal("wijkteam1", "wijkteam2"), nearly_equal("saxion", "saxon")
    (True, False, False)
    """
    if one == other or _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    most = _allowed(max(len(one), len(other)))
    return abs(len(one) - len(other)) <= most and _within(one, other, most)


def nearly_equal_pairs(names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of plain names that are nearly equal, each once, in the order of the alphabet.

    Two names at most two letters apart have a spelling in common when up to two letters are left out of each: so not every pair is compared.
    """
    by_spelling: dict[str, set[str]] = {}
    for name in names:
        for spelling in _shortened(name, _allowed(len(name) + _MOST)):
            by_spelling.setdefault(spelling, set()).add(name)
    pairs = {pair for group in by_spelling.values() if len(group) > 1 for pair in combinations(sorted(group), 2)}
    yield from sorted(pair for pair in pairs if nearly_equal(*pair))


def _allowed(length: int) -> int:
    return min(_MOST, int(length * _SHARE))


def _shortened(word: str, most: int) -> set[str]:
    """Return a word and every word that is left when up to so many of its letters are left out."""
    found = {word}
    newest = {word}
    for _ in range(most):
        newest = {one[:at] + one[at + 1 :] for one in newest for at in range(len(one))}
        found |= newest
    return found


def _within(one: str, other: str, most: int) -> bool:
    """Say whether one word becomes the other by adding, leaving out or changing at most so many letters (Levenshtein)."""
    start, shortest = 0, min(len(one), len(other))
    while start < shortest and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    if not one or not other or not most:
        return len(one) + len(other) <= most
    return _within(one[1:], other[1:], most - 1) or _within(one[1:], other, most - 1) or _within(one, other[1:], most - 1)
