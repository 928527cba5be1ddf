"""What stands at a place in a file, as far as merging asks: elements by id, the fields of one, links by target, or anything else."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.model.kinds import COLLECTIONS, NESTED
from dinkit.model.relations import RELATION_BY_KEY
from dinkit.model.vocabulary import ENGLISH_KEY


class Place(NamedTuple):
    """A place in a file."""

    sort: str
    """"top", "elements", "fields" (of one element), "links", "link" (what stands beside one) or "plain"."""
    key: str
    """The English key under which it stands."""
    element: str | None = None
    """The element that it belongs to."""
    path: tuple[str, ...] = ()
    """The keys that lead to it from the element, or from the top of the file, as they are written."""


TOP = Place("top", "")


def below(place: Place, word: str) -> Place:
    """Return the place of the value under a key.

    >>> below(below(TOP, "doelen"), "meer-banen")
    Place(sort='fields', key='meer-banen', element='meer-banen', path=())
    """
    key = ENGLISH_KEY.get(word, word)
    path = (*place.path, word)
    if place.sort == "top" and key in COLLECTIONS:
        return Place("elements", key, None, path)
    if place.sort == "top" and key == "programme":
        return Place("fields", key, word)
    if place.sort == "elements" and word not in ENGLISH_KEY:
        return Place("fields", word, word)
    if place.sort == "fields" and key in NESTED:
        return Place("elements", key, place.element, path)
    if place.sort == "fields" and key in RELATION_BY_KEY:
        return Place("links", key, place.element, path)
    if place.sort == "links":
        return Place("link", place.key, place.element, path)
    return Place("plain", key, place.element, path)


def container(place: Place) -> str:
    """Return the name of a mapping of elements: of a collection its key, else the element that they are parts of before its key.

    No id has a "/", so that the two cannot be the same.
    """
    return f"{place.element}/{place.key}" if place.element is not None else place.key
