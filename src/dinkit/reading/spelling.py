"""Which word somebody meant, in the language in which the file is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from dinkit.model.vocabulary import DUTCH_KEY, ENGLISH_KEY, spell_key
from dinkit.nearby import nearest_word
from dinkit.pattern import pattern

_KEY = pattern(r"^[ -]*([a-z_]+):", re.MULTILINE)
_ENOUGH = 200
"""Keys that are looked at to tell the language of a file."""
_SHORTEST = 4
"""A word of fewer letters is too short to know another by."""


@lru_cache(maxsize=32)
def language_of(text: str) -> str:
    """Return the language of most keys of a file; Dutch where that cannot be told."""
    votes = 0
    for seen, match in enumerate(_KEY.finditer(text)):
        word = match[1]
        if seen == _ENOUGH:
            break
        if word in ENGLISH_KEY and ENGLISH_KEY[word] != DUTCH_KEY[ENGLISH_KEY[word]]:
            votes += 1 if ENGLISH_KEY[word] == word else -1
    return "en" if votes > 0 else "nl"


def nearest_key(given: str, keys: Iterable[str], language: str) -> str | None:
    """Return the spelling in `language` of the key that was most likely meant, else that in the other language, else None.

    Args:
        given: what the file says.
        keys: the keys that may stand there, in English.
        language: the language of the file.
    """
    return _nearest(given.lower().replace("-", "_").replace(" ", "_"), tuple(keys), language)


def clearly_meant(given: str, known: Iterable[str]) -> str | None:
    """Return the one word that somebody meant: the same but for capitals and dashes, else the only one that is one typing error away.

    None where there is no such word, where there are two, where the words are short, and where numbers differ: what has another number is
    another thing.

    >>> clearly_meant("meer-bannen", ["meer-banen", "meer-baten"]), clearly_meant("doel-3", ["doel-2"])
    ('meer-banen', None)
    """
    plain = _plain(given)
    alike = [word for word in dict.fromkeys(known) if abs(len(word) - len(plain)) < 2 and (_plain(word) == plain or one_error(plain, _plain(word)))]
    found = [word for word in alike if _plain(word) == plain] or alike
    if len(found) != 1 or (found == alike and _plain(found[0]) != plain and len(plain) < _SHORTEST):
        return None
    return found[0] if _digits(found[0]) == _digits(plain) else None


def one_error(one: str, other: str) -> bool:
    """Say whether two words are the same but for at most one letter added, left out, changed, or swapped with the next."""
    start = 0
    shortest = min(len(one), len(other))
    while start < shortest and one[start] == other[start]:
        start += 1
    end = 0
    while end < shortest - start and one[-1 - end] == other[-1 - end]:
        end += 1
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left == right[::-1])


def _plain(word: str) -> str:
    return word.strip().lower().replace("_", "-").replace(" ", "-")


def _digits(word: str) -> str:
    return "".join(one for one in word if one.isdigit())


@lru_cache(maxsize=256)
def _nearest(given: str, keys: tuple[str, ...], language: str) -> str | None:
    for one in (language, "en" if language == "nl" else "nl"):
        found = nearest_word(given, [spell_key(key, one) for key in keys], cutoff=0.75)
        if found:
            return found
    return None
