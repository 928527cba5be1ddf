"""What follows from changes, in the order in which it is told: the sentences of each sort, some of them first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dinkit.comparing.comparison import Consequence
from dinkit.consequences.codes import CODES
from dinkit.consequences.summing import Sum, summed
from dinkit.exporters._cells import say
from dinkit.exporters._plain import plain
from dinkit.finding import Text

TONES: dict[str, Text] = {
    "worse": Text("Let op", "Attention"),
    "other": Text("Ter informatie", "For information"),
    "better": Text("Verbeterd", "Improved"),
}
"""The headings under which consequences stand."""

NOTHING = Text(
    "Geen gevolgen voor dekking, bevindingen, geld, stakeholders of streefwaarden.",
    "No consequences for cover, findings, money, stakeholders or targets.",
)


_MOST = {"worse": 12, "other": 9, "better": 5}
"""So many sentences stand under each heading at most."""
_MOST_OF_A_SORT = 5


class Told(NamedTuple):
    """What stands under one heading."""

    tone: str
    heading: str
    sentences: tuple[str, ...]
    """Few sentences, those of a rule, a stream or a sort together; the last one counts what they do not hold."""
    rest: tuple[str, ...]
    """The consequences that are not told by themselves there, one sentence each."""


def told(consequences: Iterable[Consequence], language: str) -> list[Told]:
    """Return the consequences under their headings, in the language of the reader."""
    sums = summed(consequences)
    tones = {tone: [one for one in sums if CODES[one.code].tone == tone] for tone in TONES}
    return [_told(tone, found, language) for tone, found in tones.items() if found]


def _told(tone: str, sums: Sequence[Sum], language: str) -> Told:
    shown: list[Sum] = []
    hidden: list[Sum] = []
    for code in dict.fromkeys(one.code for one in sums):
        of_sort = [one for one in sums if one.code == code]
        cut = _MOST_OF_A_SORT if len(of_sort) > _MOST_OF_A_SORT + 1 else len(of_sort)
        shown += of_sort[:cut]
        hidden += of_sort[cut:]
    if len(shown) > _MOST[tone] + 1:
        shown, hidden = shown[: _MOST[tone]], [*hidden, *shown[_MOST[tone] :]]
    sentences = [plain(say(one.text, language)) for one in shown]
    if hidden:
        sentences.append(say(_more(hidden), language))
    apart = [one for sum_ in (*shown, *hidden) for one in sum_.consequences if sum_ in hidden or len(sum_.consequences) > 1]
    apart.sort(key=lambda one: _PLACES[one.code])
    return Told(tone, say(TONES[tone], language), tuple(sentences), tuple(plain(say(one.text, language)) for one in apart))


_PLACES = {code: place for place, code in enumerate(CODES)}


def _more(hidden: Iterable[Sum]) -> Text:
    """Return how many consequences the sentences do not hold, per sort."""
    counts: dict[str, int] = {}
    for one in hidden:
        counts[one.code] = counts.get(one.code, 0) + len(one.consequences)
    titles = [(count, CODES[code].title) for code, count in sorted(counts.items(), key=lambda pair: _PLACES[pair[0]])]
    nl, en = (", ".join(f"{title[at][:1].lower()}{title[at][1:]} ({count})" for count, title in titles) for at in (0, 1))
    return Text(f"... en nog: {nl}.", f"... and more: {en}.")


CONSEQUENCES = (Text("gevolg", "consequence"), Text("gevolgen", "consequences"))
CHANGES = (Text("wijziging", "change"), Text("wijzigingen", "changes"))


def again(count: int, words: tuple[Text, Text]) -> Text:
    """Return how many consequences or changes of a model were told with an earlier model already.

    >>> again(2, CHANGES).nl
    'en 2 wijzigingen die ook bij een model hierboven staan'
    """
    word = words[count != 1]
    stand = "staan" if count != 1 else "staat"
    which = "dat" if word.nl == "gevolg" else "die"
    return Text(
        f"en {count} {word.nl} {which} ook bij een model hierboven {stand}",
        f"and {count} {word.en} also told with a model above",
    )
