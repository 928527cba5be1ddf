"""Phrases and columns that the analyses of registers share (progress, risks, agreements, decisions, districts, steering, stakeholders)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dinkit.analyses import _words as words
from dinkit.analysis import Column
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.vocabulary import UNKNOWN, VALUES, spell_value
from dinkit.network import Network

NOWHERE = Text("", "")
AND = Text("en", "and")
NOT_KNOWN = Text("onbekend", "unknown")

PART_OF = Column("part_of", Text("onderdeel van", "part of"), Text("de inspanning waar het in staat", "the effort that it is nested in"))


def told(text: str | None) -> str:
    """Return a text that says something, else nothing: "unknown" tells no more than an empty field."""
    return text if text and text.strip() and text != UNKNOWN else ""


def comma(texts: Iterable[Text], *, last: Text = AND) -> Text:
    """Return texts with commas between them and "and" (or another word) before the last.

    >>> comma([Text("a", "a"), Text("b", "b"), Text("c", "c")]).nl
    'a, b en c'
    """
    listed = list(texts)
    if len(listed) < 2:
        return listed[0] if listed else NOWHERE
    return Text(
        f"{', '.join(one.nl for one in listed[:-1])} {last.nl} {listed[-1].nl}",
        f"{', '.join(one.en for one in listed[:-1])} {last.en} {listed[-1].en}",
    )


def date_text(date: ImpreciseDate | str | None) -> Text:
    """Return a date as the file has it, or that there is none."""
    return Text(date.text, date.text) if isinstance(date, ImpreciseDate) else Text("zonder datum", "no date")


def value_words(key: str, values: Iterable[str] = ()) -> Mapping[str, Text]:
    """Return the words of the enumerated values of a key, "unknown" among them; an underscore is a space to people.

    >>> value_words("trend")["falling"].nl
    'dalend'
    """
    codes = dict.fromkeys((*(values or VALUES[key]), UNKNOWN))
    return {code: Text(spell_value(key, code, "nl").replace("_", " "), code.replace("_", " ")) for code in codes}


def sentence(text: Text) -> Text:
    """Return a text with a capital and a full stop."""
    return Text(f"{text.nl[:1].upper()}{text.nl[1:]}.", f"{text.en[:1].upper()}{text.en[1:]}.")


def none_of(network: Network, kind: str) -> Text:
    """Say that the model has no elements of a kind, and why where it says so."""
    said, word = network.without.get(kind), words.kind_word(network, kind)
    reason = f": {said.none.rstrip('.')}" if said else ""
    return Text(f"Er zijn geen {word.nl} in het model{reason}.", f"There are no {word.en} in the model{reason}.")
