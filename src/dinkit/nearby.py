"""The word that looks most like another one: what somebody with a typing error meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest_word(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Return the known word that is nearest to a word, or None when none is near.

    Args:
        word: what was given.
        known: what it may have meant.
        cutoff: how alike they must be, from 0 to 1, as difflib counts.

    >>> nearest_word("coverge", ["coverage", "orphans"])
    'coverage'
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only for a word that is not there, and start-up counts

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=cutoff)), None)
