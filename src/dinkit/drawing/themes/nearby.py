"""Which efforts and themes a picture shows: all, or an element with what stands at most some steps from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dinkit.drawing.selection import Options, top_effort
from dinkit.drawing.themes.grouping import parts_of, top_efforts, touched
from dinkit.model.records import Effort, Stakeholder, Theme
from dinkit.network import Network


class Shown(NamedTuple):
    """Ids of the efforts, in order, and of the themes in a picture."""

    efforts: tuple[str, ...]
    themes: frozenset[str]


def everything(network: Network) -> Shown:
    """Return all efforts and themes."""
    return Shown(tuple(top_efforts(network)), frozenset(theme.id for theme in network.of(Theme)))


def shown_of(network: Network, options: Options) -> Shown:
    """Return what the options ask for.

    Raises:
        KeyError: the focus is no element of the network.
    """
    whole = everything(network)
    if options.focus is None:
        return whole
    if options.focus not in network.elements:
        raise KeyError(options.focus)
    found = edge = set(_centres(network, options.focus))
    for _ in range(options.depth):
        edge = {one for place in edge for one in _neighbours(network, place)} - found
        found = found | edge
    return Shown(tuple(effort for effort in whole.efforts if effort in found), whole.themes & found)


def _centres(network: Network, focus: str) -> Iterable[str]:
    """Return an element that has a place in the picture, else what stands in any relation with it and has one."""
    if isinstance(network.elements[focus], Stakeholder):
        return [focus]
    related = [focus] if _has_place(network, focus) else [link.target for link in network.outgoing(focus)]
    related += [] if _has_place(network, focus) else [link.source for link in network.incoming(focus)]
    return [_top(network, one) for one in related if _has_place(network, one)]


def _neighbours(network: Network, element: str) -> list[str]:
    found = network.elements[element]
    if isinstance(found, Effort):
        return [link.target for one in (element, *(part for part, _ in parts_of(network, element))) for link in touched(network, one)]
    if isinstance(found, Theme):
        efforts = [link.source for link in network.incoming(element, "touches") if isinstance(network.elements[link.source], Effort)]
        themes = [link.target for link in network.outgoing(element, "part_of")] + network.children(element)
        return [*(top_effort(network, one) for one in efforts), *themes]
    return [top_effort(network, link.target) for link in network.outgoing(element, "involved_in") if _has_place(network, link.target)]


def _has_place(network: Network, element: str) -> bool:
    return isinstance(network.elements[element], (Effort, Theme))


def _top(network: Network, element: str) -> str:
    return top_effort(network, element) if isinstance(network.elements[element], Effort) else element
