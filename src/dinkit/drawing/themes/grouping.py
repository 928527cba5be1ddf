"""Which theme shows which effort: the links of the source, nothing else.

An effort stands in full once: at the first theme that it touches, those that the source states before those that somebody concluded. A
theme that only holds a finer one that the effort touches too says nothing more, so the finer one shows it. At every other theme that
it touches, the effort stands again on one line that says where to find it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from dinkit.drawing.bands import SURER
from dinkit.drawing.selection import ancestors, number_key, top_effort
from dinkit.model.records import Benefit, Capability, Effort, Goal, Theme
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network, Relation

NO_THEME = ""
"""Where the efforts stand that touch no theme."""

Key = tuple[object, ...]


class Spot(NamedTuple):
    """One place of an effort, or of a part of one, in the picture."""

    element: str
    theme: str
    """NO_THEME for an effort that touches none."""
    home: str | None
    """The theme where it stands in full, for a place where it stands again; None for the place where it stands in full."""
    through: tuple[str, ...]
    """The parts that touch the theme, where their effort does not itself."""
    provenance: str


def is_without_goals(network: Network) -> bool:
    """Say whether a network has work to show, and nothing that the work could lead to."""
    held = {type(one) for one in network.elements.values()}
    return held.isdisjoint((Goal, Benefit, Capability)) and not held.isdisjoint((Effort, Theme))


def spots_of(network: Network, effort: str, shown: Collection[str]) -> Iterator[Spot]:
    """Yield the places of an effort at the top, the one where it stands in full first, then those of parts that touch more themes.

    Args:
        network: the model.
        effort: the effort.
        shown: the themes in the picture; an effort that touches none of them stands at its usual one.
    """
    parts = [part for part, _ in parts_of(network, effort)]
    own = touched(network, effort)
    through = {} if own else _through(network, parts)
    links = own or [links[0] for links in through.values()]
    links = [link for link in links if link.target in shown] or links[:1]
    home = links[0].target if links else NO_THEME
    for link in links:
        sources = tuple(one.source for one in through.get(link.target, ()))
        yield Spot(effort, link.target, home if link.target != home else None, sources, link.provenance or UNKNOWN)
    if not links:
        yield Spot(effort, NO_THEME, None, (), UNKNOWN)
    known = {link.target for link in links} | set(ancestors(network, home) if home else ())
    for part in parts:
        for link in touched(network, part):
            if link.target in shown and link.target not in known:
                yield Spot(part, link.target, home, (), link.provenance or UNKNOWN)


def touched(network: Network, element: str) -> list[Relation]:
    """Return the links of an element itself to themes, stated ones first and then as listed; of themes on one path only the finest."""
    links = {one.target: one for one in network.outgoing(element, "touches") if isinstance(network.elements[one.target], Theme)}
    above = {one for theme in links for one in ancestors(network, theme) if theme not in ancestors(network, one)}
    return sorted((link for theme, link in links.items() if theme not in above), key=lambda link: SURER.index(link.provenance or UNKNOWN))


def parts_of(network: Network, effort: str) -> list[tuple[str, int]]:
    """Return the parts of an effort with their depth, in order, deeper ones below their own parent."""
    key = order_key(network)
    found: dict[str, int] = {}

    def add(parent: str, depth: int) -> None:
        for child in sorted(network.children(parent), key=key):
            if child not in found and child != effort:
                found[child] = depth
                add(child, depth + 1)

    add(effort, 0)
    return list(found.items())


def top_efforts(network: Network) -> list[str]:
    """Return the efforts that are no part of another, in order."""
    return sorted({top_effort(network, effort.id) for effort in network.of(Effort)}, key=order_key(network))


def order_key(network: Network) -> Callable[[str], Key]:
    """Return a sort key among siblings: the printed number, then where the source says it, then the name."""
    place = place_key(network)

    def key(element: str) -> Key:
        return place(element), natural_key(network.elements[element].name), element

    return key


def place_key(network: Network) -> Callable[[str], Key]:
    """Return a sort key for what the document itself puts in order: the printed number, then where the source says it."""

    def key(element: str) -> Key:
        found = network.elements[element]
        return number_key(found.number), natural_key(found.source[0]) if found.source else ((2, 0, ""),)

    return key


def tree_key(network: Network) -> Callable[[str], Key]:
    """Return a sort key that follows the tree: the keys on the path from its top."""
    own = order_key(network)

    def key(element: str) -> Key:
        return tuple(own(one) for one in (*reversed(ancestors(network, element)), element))

    return key


def natural_key(text: str) -> Key:
    """Sort texts as one reads: by their words and by the value of their numbers.

    >>> sorted(["doc § B", "doc § A actie 10", "doc § A actie 2", "doc § A"], key=natural_key)
    ['doc § A', 'doc § A actie 2', 'doc § A actie 10', 'doc § B']
    """
    parts = re.split(r"([0-9]{1,9})", text.casefold())
    return tuple((0, int(part), "") if at % 2 else (1, 0, part) for at, part in enumerate(parts) if part)


def _through(network: Network, parts: list[str]) -> dict[str, list[Relation]]:
    """Return the themes that parts touch with their links, surest first."""
    found: dict[str, list[Relation]] = {}
    for part in parts:
        for link in touched(network, part):
            found.setdefault(link.target, []).append(link)
    return dict(sorted(found.items(), key=lambda item: SURER.index(item[1][0].provenance or UNKNOWN)))
