"""What an element is called where the source does not say its name: by its id."""

from __future__ import annotations

from dinkit.model.contract import new_record
from dinkit.model.records import Element
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network


def is_named(element: Element) -> bool:
    """Say whether an element has a name, and one that the source says."""
    return element.name not in ("", UNKNOWN)


def named(element: Element) -> str:
    """Return the name of an element; its id where it has none, or one that the source does not say."""
    return element.name if is_named(element) else element.id


def all_named(network: Network) -> Network:
    """Return a network, with its earlier editions, in which every element has a name to show: its own, else its id."""
    found = {name: element for name, element in network.elements.items() if not is_named(element)}
    previous = all_named(network.previous) if network.previous is not None else None
    if not found and previous is network.previous:
        return network
    shown = {name: new_record(type(element), {**element.__dict__, "name": element.id}) for name, element in found.items()}
    return network.with_elements({**network.elements, **shown}, previous)
