"""What the `sources` analysis says, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from dinkit.analyses import _words as words
from dinkit.analyses._citations import Found
from dinkit.analyses._flow import PROVENANCES
from dinkit.finding import Text
from dinkit.model.records import Element, Source
from dinkit.network import Network

_MOST_NAMED = 4
"""How many sources the answer names before it counts the rest."""


def answer(network: Network, found: Found) -> Text:
    """Return the answer: how many elements rest on a source, and on which."""
    total, resting = len(found.elements), len(found.resting)
    if not total:
        return Text("Er zijn geen elementen die op een bron kunnen rusten.", "There are no elements that could rest on a source.")
    uncited = words.listing([source.name for source in found.uncited])
    not_cited = Text(f"Niets haalt {uncited.nl} aan.", f"Nothing cites {uncited.en}.") if found.uncited else None
    if not resting:
        none = Text(f"Geen van de {total} elementen noemt een bron.", f"None of the {total} elements cites a source.")
        only = Text("Het enige element noemt geen bron.", "The only element cites no source.")
        return words.joined((none if total > 1 else only, not_cited))
    return words.joined((_first(network, found, total, resting), _origins(found.elements), not_cited))


def _first(network: Network, found: Found, total: int, resting: int) -> Text:
    names = {source.id: source.name for source in network.of(Source)}
    shares = [(_percent(len(elements), total), names.get(source, source)) for source, elements in found.citing.items() if elements]
    on = words.joined([Text(f"{share} op '{name}'", f"{share} on '{name}'") for share, name in shares[:_MOST_NAMED]], ", ")
    more = len(shares) - _MOST_NAMED
    others = Text(f" en nog {more} bronnen", f" and {more} more sources") if more > 1 else Text(" en nog 1 bron", " and 1 more source")
    on = words.joined((on, others), "") if more > 0 else on
    if resting == total:
        whole = (
            Text(f"Alle {total} elementen rusten", f"All {total} elements rest")
            if total > 1
            else Text("Het enige element rust", "The only element rests")
        )
        return Text(f"{whole.nl} op een bron: {on.nl}.", f"{whole.en} on a source: {on.en}.")
    rest, have = words.verb(resting, ("rust", "rusten"), ("rests", "rest")), words.verb(total - resting, ("heeft", "hebben"), ("has", "have"))
    return Text(
        f"Van de {total} elementen {rest.nl} er {resting} op een bron: {on.nl}; {total - resting} {have.nl} er geen.",
        f"Of the {total} elements, {resting} {rest.en} on a source: {on.en}; {total - resting} {have.en} none.",
    )


def _origins(elements: Sequence[Element]) -> Text:
    said = [element.provenance or "unknown" for element in elements]
    counts = [(said.count(one), words.PROVENANCE_WORDS[one]) for one in PROVENANCES if one in said]
    listed = words.joined([Text(f"{count} {word.nl}", f"{count} {word.en}") for count, word in counts], ", ")
    return Text(f"Herkomst van de elementen: {listed.nl}.", f"Provenance of the elements: {listed.en}.")


def _percent(count: int, total: int) -> str:
    """Return a share in whole percents; what is not all is never 100%, and what is something never 0%."""
    share = round(100 * count / total)
    return f"{min(max(share, 1), 99 if count < total else 100)}%" if count else "0%"
