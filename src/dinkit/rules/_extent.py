"""How much a finding may ask of a model: nothing of a sketch, and one finding where a list of them says no more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from dinkit.finding import Crowd, Text, by_place
from dinkit.model.records import Benefit, Capability, Effort, Goal
from dinkit.network import Network
from dinkit.rule import Fault
from dinkit.rules._gaps import Lacking, ids_are_sound
from dinkit.rules._places import own_programme

_SKETCH = 8
"""Fewer goals, benefits, capabilities and efforts than this (parts of efforts not counted) are a sketch."""
FEW = 3
"""Up to this many elements each get their own finding, however many others there are."""
_MOST_SHOWN = 8

_WHY = Text("een ervan", "one of them")


def is_sketch(network: Network) -> bool:
    """Say whether a model has only just begun: what it lacks says nothing yet."""
    count = 0
    for element in network.elements.values():
        kind = type(element)
        count += kind in (Goal, Benefit, Capability) or (kind is Effort and network.parent(element.id) is None)
        if count == _SKETCH:
            return False
    return True


def few_or_once(
    network: Network, lacking: Sequence[str], total: int, one: Callable[[str], Fault], message: Text, hint: Text, *, doubted: Collection[str]
) -> Iterator[Fault]:
    """Yield a fault per element, which may be told as one where most of them have it; where those cannot be counted it waits until they can.

    Args:
        network: what is checked.
        lacking: the elements that lack something by what could be read of them.
        total: how many elements were asked.
        one: makes the fault of one element.
        message: what is said of most of them; {0} is how many lack it, {1} of how many.
        hint: what to do about that.
        doubted: the elements of which something was left out that may be what is lacking.
    """
    certain = [element for element in lacking if element not in doubted]
    if len(lacking) <= FEW or 2 * len(lacking) <= total:
        yield from (one(element) for element in certain)
    elif len(certain) == len(lacking) and ids_are_sound(network):
        yield from in_crowd((one(element) for element in lacking), Crowd(message, hint, total))


def efforts_or_once(network: Network, lacking: Lacking, one: Callable[[str], Fault], message: Text, hint: Text) -> Iterator[Fault]:
    """Yield a fault per effort, as `few_or_once`; parts of efforts are not counted, and each has a finding of its own.

    Args:
        network: what is checked.
        lacking: the efforts that lack something.
        one: makes the fault of one effort.
        message: what is said of most of them; {0} is how many lack it, {1} of how many.
        hint: what to do about that.
    """
    parts = {relation.source for relation in network.related("part_of")}
    bare = [effort for effort in lacking.possible if effort not in parts]
    total = sum(effort.id not in parts for effort in network.of(Effort))
    yield from few_or_once(network, bare, total, one, message, hint, doubted=set(bare).difference(lacking.certain))
    yield from (one(effort) for effort in lacking.certain if effort in parts)


def in_crowd(faults: Iterable[Fault], crowd: Crowd) -> Iterator[Fault]:
    """Yield faults that may be told as one."""
    yield from (fault._replace(crowd=crowd) for fault in faults)


def of_many(network: Network, elements: Sequence[str], message: Text, hint: Text) -> Fault:
    """Return the one fault of many elements: at the programme, else at the first of them by id; some are shown."""
    at = own_programme(network) or min(elements)
    shown = [name for name in sorted(elements) if name != at][:_MOST_SHOWN]
    return Fault(message, network.location(at), at, hint, by_place(network.location(name, "name", why=_WHY) for name in shown))
