"""The order of rows: that of the printed tree, never that of the file, so that moving an element in a file changes no fact."""

from __future__ import annotations

from collections.abc import Iterable

from dinkit.model.records import Element
from dinkit.network import E, Network
from dinkit.pattern import pattern

_ROMAN = pattern(r"(?=.)M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})\Z")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_CHUNKS = pattern(r"[0-9]{1,18}|[^0-9]+")

Chunk = tuple[int, int, str]


def in_tree_order(network: Network, kind: type[E]) -> list[E]:
    """Return all elements of a kind, parents before their parts, siblings by printed number and then by id.

    An element that hangs in a circle has no place in the tree; those come last, by id.
    """
    found = {element.id: element for element in network.of(kind)}
    parts: dict[str | None, list[E]] = {}
    for element in found.values():
        above = outer(network, element.id)
        parts.setdefault(above if above in found else None, []).append(element)
    ordered: dict[str, E] = {}
    waiting = _siblings(parts.get(None, ()))[::-1]
    while waiting:
        element = waiting.pop()
        ordered[element.id] = element
        waiting += _siblings(parts.get(element.id, ()))[::-1]
    return [*ordered.values(), *(found[one] for one in sorted(found.keys() - ordered.keys()))]


def outer(network: Network, element: str) -> str | None:
    """Return what an element is part of; of several the one with the smallest id, whatever the file lists first."""
    return min((relation.target for relation in network.outgoing(element, "part_of")), default=None)


def _siblings(elements: Iterable[E]) -> list[E]:
    listed = list(elements)
    numbers = [element.number for element in listed if element.number]
    roman = all(_ROMAN.match(number) for number in numbers)
    return sorted(listed, key=lambda element: (_number_key(element, roman=roman), element.id))


def _number_key(element: Element, *, roman: bool) -> tuple[Chunk, ...]:
    """Return what a printed number sorts by: 2 before 10, II before IX, a number before a letter, none last."""
    if not element.number:
        return ((2, 0, ""),)
    if roman:
        return ((0, _roman_value(element.number), ""),)
    return tuple((0, int(chunk), "") if chunk[0] in "0123456789" else (1, 0, chunk) for chunk in _CHUNKS.findall(element.number))


def _roman_value(number: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in number]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))
