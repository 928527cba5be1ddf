"""Each piece of work with all its forms: what it is called in this edition and in every earlier one, work that is listed twice taken as one."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.analyses._order import in_tree_order
from dinkit.analyses._works import Works, works_of
from dinkit.comparing import matching
from dinkit.model.records import Effort
from dinkit.network import Network


class Form(NamedTuple):
    """An element as one edition has it."""

    edition: int
    """0 is the network that is analysed, 1 the edition before it."""
    element: str


class History(NamedTuple):
    """One piece of work through the editions."""

    work: str
    """Its id in the latest edition that names it; of work that is listed twice, the first listing."""
    edition: int
    """The latest edition that names it: 0 as long as it is still named."""
    forms: tuple[Form, ...]
    """Every listing of it in that edition and in those before, latest first."""


class Editions(NamedTuple):
    """A network and its earlier editions, latest first, with what is needed to follow an element through them."""

    networks: tuple[Network, ...]
    works: tuple[Works, ...]
    matched: tuple[matching.Edition, ...]


def editions_of(network: Network) -> Editions:
    """Return a network with its earlier editions."""
    networks = tuple(network.editions())
    return Editions(networks, tuple(works_of(one) for one in networks), matching.editions_of(network))


def forms_of(editions: Editions, start: Form) -> tuple[Form, ...]:
    """Return an element in its own edition and in every earlier one, latest first; of an effort every listing of the same work too."""
    waiting = [start]
    seen = {start}
    for form in waiting:
        works = editions.works[form.edition]
        same = works.listings[works.original[form.element]] if form.element in works.original else []
        older = matching.ancestors(editions.matched, form.edition, form.element)
        found = {*(Form(form.edition, one) for one in same), *(Form(number, one) for number, ids in older.items() for one in ids)}
        waiting += sorted(found - seen)
        seen |= found
    return tuple(sorted(seen))


def histories(editions: Editions) -> tuple[History, ...]:
    """Return every piece of work of this and all earlier editions: what is still named first, each edition in the order of the printed tree.

    A merged effort has several forms in an earlier edition; the parts of a split one share the form that it had.
    """
    found: list[History] = []
    seen: set[Form] = set()
    for number, (network, works) in enumerate(zip(editions.networks, editions.works, strict=True)):
        for effort in in_tree_order(network, Effort):
            form = Form(number, effort.id)
            if works.original[effort.id] == effort.id and form not in seen:
                forms = tuple(one for one in forms_of(editions, form) if one.element in editions.works[one.edition].original)
                seen.update(forms)
                found.append(History(effort.id, number, forms))
    return tuple(found)
