"""Sentences and words that several analyses share, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dinkit.analysis import Column, Options
from dinkit.finding import Text
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network

_SHOWN = 3
"""How many names a sentence lists before it counts the rest."""
_LONGEST = 80
"""A longer name is cut in a sentence; the table beside it has it whole."""

PROVENANCE_WORDS = {
    "stated": Text("vermeld", "stated"),
    "derived": Text("afgeleid", "derived"),
    "added": Text("aangevuld", "added"),
    "unknown": Text("onbekend", "unknown"),
}
LEVEL_WORDS = {
    "main": Text("hoofddoel", "main goal"),
    "sub": Text("subdoel", "sub-goal"),
    "operational": Text("operationeel doel", "operational goal"),
}
LEVEL_PLURALS = {
    "main": Text("hoofddoelen", "main goals"),
    "sub": Text("subdoelen", "sub-goals"),
    "operational": Text("operationele doelen", "operational goals"),
}

ID = Column("id", Text("id", "id"), Text("de vaste naam in de bestanden", "the stable name in the files"))
NAME = Column("name", Text("naam", "name"), Text("hoe het heet", "what it is called"))


def kind_word(network: Network, kind: str, *, count: int = 2) -> Text:
    """Return what this model calls one or more elements of a kind."""
    plural = count != 1
    return Text(network.name_of(kind, "nl", plural=plural), network.name_of(kind, "en", plural=plural))


def unit_word(network: Network, level: str, *, count: int = 2) -> Text:
    """Return what one or more units of counting are called."""
    if level == "effort":
        return kind_word(network, "effort", count=count)
    return Text("onderdeel", "sub-effort") if count == 1 else Text("onderdelen", "sub-efforts")


def share(count: int, total: int, word: Text) -> Text:
    """Return "3 van de 14 doelen"; the word goes with the total."""
    return Text(f"{count} van {'de ' if total != 1 else ''}{total} {word.nl}", f"{count} of {'the ' if total != 1 else ''}{total} {word.en}")


def verb(count: int, nl: tuple[str, str], en: tuple[str, str]) -> Text:
    """Return the form of a verb that goes with a count: the first for one, the second for any other."""
    return Text(nl[count != 1], en[count != 1])


def quoted(name: str) -> str:
    """Return a name in quotes, not too long for a sentence.

    >>> quoted("Meer banen")
    "'Meer banen'"
    """
    return f"'{name if len(name) <= _LONGEST else name[: _LONGEST - 1] + '…'}'"


def listing(names: Sequence[str]) -> Text:
    """Return the names in one phrase, the first few in full; one that the source does not say in the words of the language.

    >>> listing(["Meer banen", "Minder files"]).nl
    "'Meer banen' en 'Minder files'"
    """
    dutch = ["onbekend" if name == UNKNOWN else name for name in names]
    return Text(_phrase(dutch, "en", "en nog {}"), _phrase(names, "and", "and {} more"))


def _phrase(names: Sequence[str], last: str, more: str) -> str:
    shown = [quoted(name) for name in names]
    if len(shown) > _SHOWN + 1:
        return f"{', '.join(shown[:_SHOWN])} {more.format(len(shown) - _SHOWN)}"
    return "".join(shown) if len(shown) < 2 else f"{', '.join(shown[:-1])} {last} {shown[-1]}"


def joined(texts: Iterable[Text | None], separator: str = " ") -> Text:
    """Put texts one after another; None is left out."""
    kept = [text for text in texts if text is not None]
    return Text(separator.join(text.nl for text in kept), separator.join(text.en for text in kept))


def both(texts: Sequence[Text]) -> Text:
    """Return one text, or two with "and" between them."""
    return Text(" en ".join(text.nl for text in texts), " and ".join(text.en for text in texts))


def capital(text: Text) -> Text:
    """Return a text that begins with a capital."""
    return Text(text.nl[:1].upper() + text.nl[1:], text.en[:1].upper() + text.en[1:])


def name_of(network: Network, element: str) -> str:
    """Return the name of an element."""
    return network.elements[element].name


def evidence_prefix(options: Options) -> Text | None:
    """Return which links were counted, where not all of them were."""
    return {
        "stated": Text("Alleen vermelde bijdragen geteld:", "Counting stated contributions only:"),
        "derived": Text("Alleen vermelde en afgeleide bijdragen geteld:", "Counting stated and derived contributions only:"),
        "added": Text(
            "Alleen vermelde, afgeleide en aangevulde bijdragen geteld:",
            "Counting stated, derived and added contributions only:",
        ),
    }.get(options.evidence or "")


def shared_notes(network: Network, stopped: int = 0) -> tuple[Text, ...]:
    """Return what every reader of a count should know: what was left out because it stopped or could not be read."""
    notes = []
    if stopped:
        notes.append(Text(f"Niet meegeteld omdat het gestopt is: {stopped}.", f"Left out because it has stopped: {stopped}."))
    if network.damaged or network.flaws or not network.complete:
        notes.append(
            Text(
                "Let op: niet alles kon gelezen worden; los eerst de fouten van 'dinkit validate' op, want de telling kan anders uitvallen.",
                "Note: not everything could be read; mend the errors of 'dinkit validate' first, for the count may come out differently.",
            )
        )
    return tuple(notes)


def level_words(network: Network) -> Mapping[str, Text]:
    """Return what to call each level: those of goals, and the kinds between goals and efforts."""
    return LEVEL_WORDS | {kind: kind_word(network, kind, count=1) for kind in ("benefit", "capability")}


def level_plurals(network: Network) -> Mapping[str, Text]:
    """Return what to call several of each level."""
    return LEVEL_PLURALS | {kind: kind_word(network, kind) for kind in ("benefit", "capability")}
