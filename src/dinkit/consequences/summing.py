"""Consequences in few sentences: those of one rule, stream or sort together, so that a change of any size can be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dinkit.comparing.comparison import Consequence, Gist
from dinkit.consequences.codes import CODES
from dinkit.finding import Text

_FEW, _MANY = 4, 8
"""So many items one sentence lists; the second where things are worse."""


class Sum(NamedTuple):
    """One sentence, and how much stands in it."""

    code: str
    """One of `consequences.codes.CODES`."""
    text: Text
    consequences: tuple[Consequence, ...]
    """What it stands for; the consequence itself where that is one."""


def summed(consequences: Iterable[Consequence]) -> tuple[Sum, ...]:
    """Return consequences in few sentences, in the order of their sorts; each is in exactly one of them."""
    groups: dict[tuple[str, str], list[Consequence]] = {}
    for number, one in enumerate(consequences):
        groups.setdefault((one.code, one.gist.key if one.gist else f"#{number}"), []).append(one)
    made = [sum_ for group in groups.values() for sum_ in _sums(group)]
    places = {code: place for place, code in enumerate(CODES)}
    return tuple(sorted(made, key=lambda one: places[one.code]))


def _sums(group: Sequence[Consequence]) -> list[Sum]:
    gist = group[0].gist
    if gist is None or len(group) <= gist.alone:
        return [Sum(one.code, one.text, (one,)) for one in group]
    items = [one.gist.item for one in group if one.gist is not None]
    text = _listed(gist, items, _MANY if CODES[group[0].code].tone == "worse" else _FEW)
    return [Sum(group[0].code, text, tuple(group))]


def _listed(gist: Gist, items: Sequence[Text], most: int) -> Text:
    """Return one sentence for several consequences."""
    count, head, lead = len(items), gist.head, gist.lead
    if lead is None:
        nl, en = _list(items, most)
        number = f" ({count})" if gist.alone > 1 else ""
        return Text(f"{head.nl}{number}: {nl}.", f"{head.en}{number}: {en}.")
    nl, en = _list(items[1:], most)
    return Text(f"{head.nl} ({count} keer): {lead.nl}; ook bij {nl}.", f"{head.en} ({count} times): {lead.en}; also at {en}.")


def _list(items: Sequence[Text], most: int) -> Text:
    """Return the first items in a phrase, each once, and how many more there are."""
    counts = Counter(items)
    cut = most if len(counts) > most + 1 else len(counts)
    shown = list(counts.items())[:cut]
    left = len(items) - sum(times for _, times in shown)
    dutch = [item.nl if times == 1 else f"{item.nl} ({times} keer)" for item, times in shown]
    english = [item.en if times == 1 else f"{item.en} ({times} times)" for item, times in shown]
    return Text(_phrase(dutch, f"en nog {left}" if left else "", "en"), _phrase(english, f"and {left} more" if left else "", "and"))


def _phrase(items: Sequence[str], rest: str, conjunction: str) -> str:
    """Put items in a row, those that have commas of their own apart by semicolons."""
    long = any(", " in one for one in items)
    row = [*items, rest] if rest and long else list(items)
    if long or len(items) < 2:
        return "; ".join(row)
    return f"{', '.join(items)} {rest}" if rest else f"{', '.join(items[:-1])} {conjunction} {items[-1]}"
