"""Phrases that several rules need, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dinkit.finding import Text
from dinkit.model.kinds import KINDS
from dinkit.model.vocabulary import spell_key
from dinkit.naming import named
from dinkit.network import Network
from dinkit.rule import both

_MOST_KINDS = 5
"""More kinds than this are not listed: then nearly everything fits."""


def listed(words: Sequence[str], last: str) -> str:
    """Join words to a list for people.

    >>> listed(["doel", "baat", "vermogen"], "of")
    'doel, baat of vermogen'
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def any_of(texts: Sequence[Text]) -> Text:
    """Join texts with "or"."""
    return Text(listed([text.nl for text in texts], "of"), listed([text.en for text in texts], "or"))


def all_of(texts: Sequence[Text]) -> Text:
    """Join texts with "and"."""
    return Text(listed([text.nl for text in texts], "en"), listed([text.en for text in texts], "and"))


def key_text(key: str) -> Text:
    """Return a key as the two languages spell it."""
    return Text(spell_key(key, "nl"), spell_key(key, "en"))


def kinds_text(network: Network, kinds: Iterable[str]) -> Text:
    """Name the kinds that would fit, in the words of this model; "element" where nearly all do."""
    wanted = frozenset(kinds)
    if not 0 < len(wanted) <= _MOST_KINDS:
        return Text("element", "element")
    return any_of([both(network, kind.name) for kind in KINDS if kind.name in wanted])


def quoted_name(network: Network, element: str) -> str:
    """Return the name of an element in quotes; its id where it has none, or one that the source does not say."""
    return f"'{named(network.elements[element])}'"


def joined(before: str, text: Text, after: Text | None = None) -> Text:
    """Put the same words before a text, and a text behind it."""
    return Text(f"{before}{text.nl}{after.nl if after else ''}", f"{before}{text.en}{after.en if after else ''}")
