"""The rule that somebody meant by a code that is none: certain, or nothing, since who follows the hint weighs that rule."""

from __future__ import annotations

from collections.abc import Iterator

from dinkit import catalogue
from dinkit.pattern import pattern

RULES = "dinkit.rules"
OWN = "DIN9"
"""How the codes of a project's own rules begin; those of one model are unknown in another."""

_DIN = "DIN"
_OF_READING = pattern("DIN0[0-9]{2}")
_DIGITS = str.maketrans("OIL", "011")
"""Letters that are typed for a digit."""


def rule_meant(given: str, codes: frozenset[str]) -> str | None:
    """Return the one code that somebody can have meant, or None.

    A rule is meant by its name, by its number alone, and by its code with small letters, with letters for digits, or with one digit too many,
    one too few, or two that changed places.

    Args:
        given: what is no code of a rule.
        codes: those of all rules.
    """
    plain = plain_code(given)
    if plain in codes:
        return plain
    alike = [one for one in codes if one.startswith(OWN) == plain.startswith(OWN) and _is_slip(plain, one)]
    return alike[0] if len(alike) == 1 else _by_name(given)


def plain_code(given: str) -> str:
    """Return a code as it is written: capitals, then digits.

    >>> plain_code("din4O1"), plain_code(" 107 ")
    ('DIN401', 'DIN107')
    """
    return _DIN + given.strip().upper().removeprefix(_DIN).translate(_DIGITS)


def is_of_reading(given: str, codes: frozenset[str]) -> bool:
    """Say whether somebody means a code of reading, or of a decision about findings, which is none of a rule."""
    plain = plain_code(given)
    return plain not in codes and _OF_READING.fullmatch(plain) is not None


def _is_slip(given: str, code: str) -> bool:
    return code in _shortened(given) or given in _shortened(code) or code in _swapped(given)


def _shortened(word: str) -> Iterator[str]:
    """Yield a word with each one character left out."""
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _swapped(word: str) -> Iterator[str]:
    """Yield a word with each two characters beside each other in the other order."""
    return (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))


def _by_name(given: str) -> str | None:
    name = given.strip().lower().replace("-", "_")
    return str(catalogue.member(RULES, name).RULE.code) if name in catalogue.names(RULES) else None
