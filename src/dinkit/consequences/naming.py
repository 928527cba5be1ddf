"""What sentences call an element, and what became of the work that carries goals."""

from __future__ import annotations

from collections.abc import Iterable

from dinkit.analyses import _words as words
from dinkit.analyses._works import Works
from dinkit.comparing.matching import Links
from dinkit.finding import Finding, Text
from dinkit.model.records import Goal
from dinkit.naming import named
from dinkit.network import Network


def name_of(network: Network, element: str) -> str:
    """Return the name of an element; its id where it has none, or one that the source does not say."""
    return named(network.elements[element])


def names(network: Network, elements: Iterable[str]) -> Text:
    """Return the names of elements in a phrase, by name so that the order of a file does not matter."""
    return words.listing(sorted(name_of(network, one) for one in elements))


def called(network: Network, element: str) -> Text:
    """Return what an element is and its name: "Subdoel 'Meer banen'"."""
    found = network.elements[element]
    name = words.listing([name_of(network, element)])
    level = network.level(element) if isinstance(found, Goal) and "goal" not in network.head.labels else found.kind
    word = words.LEVEL_WORDS[level] if level in words.LEVEL_WORDS else words.kind_word(network, found.kind, count=1)
    return words.capital(Text(f"{word.nl} {name.nl}", f"{word.en} {name.en}"))


def low(text: str) -> str:
    """Return what an element is called, for the middle of a sentence."""
    return text[:1].lower() + text[1:]


def place_of(finding: Finding) -> str:
    """Return the file and the line of a finding."""
    return f"{finding.location.file}:{finding.location.span.line}"


def in_work(works: Works, links: Links, element: str) -> set[str]:
    """Return the outermost efforts of the other network in which an effort goes on.

    Args:
        works: the pieces of work of the other network.
        links: what in this network is what in the other.
        element: an effort of this network.
    """
    return {works.home[works.original[one]] for one in links.get(element, ()) if one in works.original}
