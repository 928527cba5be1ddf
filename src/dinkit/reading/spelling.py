"""Which word somebody meant, in the language in which the file is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from dinkit.model.vocabulary import DUTCH_KEY, ENGLISH_KEY, spell_key

_KEY = re.compile(r"^[ -]*([a-z_]+):", re.MULTILINE)
_ENOUGH = 200
"""Keys that are looked at to tell the language of a file."""


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


@lru_cache(maxsize=256)
def _nearest(given: str, keys: tuple[str, ...], language: str) -> str | None:
    for one in (language, "en" if language == "nl" else "nl"):
        found = get_close_matches(given, [spell_key(key, one) for key in keys], n=1, cutoff=0.75)
        if found:
            return found[0]
    return None
