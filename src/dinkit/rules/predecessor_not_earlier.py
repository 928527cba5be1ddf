"""An element follows upon something of its own edition, or upon what follows upon it.

Why:
    A predecessor was there before. An element that names its own model, or that comes back to itself by way of the
    predecessors of its predecessor, has no beginning: which of them was first cannot be told. That two elements of one edition are the
    same work is said with `same_as`. What stood in this model before and does not any more is an earlier version of it, as `dinkit diff`
    finds it in git: that may be named, unless an earlier edition has that id, for then that one is meant.

Good:
    model: stad-2022
    vorige_editie: b.yaml
    inspanningen:
      loket: {naam: Loket voor ondernemers, opvolger_van: [stad-2019/balie]}
    # b.yaml
    model: stad-2019
    inspanningen:
      balie: Balie voor ondernemers

Bad:
    model: stad-2022
    inspanningen:
      loket: {naam: Loket voor ondernemers, opvolger_van: [stad-2022/balie]}
      balie: Balie voor ondernemers

Source:
    A general rule for order in time.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Location, Severity, Text
from dinkit.network import Network, Predecessor
from dinkit.rule import Fault, Rule
from dinkit.rules._earlier import earlier_editions
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per predecessor in this model itself, and per ring of predecessors through earlier editions."""
    editions = earlier_editions(network)
    for one in network.predecessors:
        if one.model in editions:
            yield from _ring(network, one, editions)
        elif one.model == network.head.model and any(one.predecessor in edition.elements for edition in (network, *editions.values())):
            yield _own(network, one)


def _own(network: Network, one: Predecessor) -> Fault:
    return Fault(
        Text(
            f"{quoted_name(network, one.element)} volgt hier op iets uit '{one.model}', maar dat is dit model zelf",
            f"{quoted_name(network, one.element)} follows upon something of '{one.model}' here, but that is this model itself",
        ),
        network.mark_location(one.file, one.mark),
        one.element,
        Text(
            "noem een element van een eerdere editie, of zeg met 'zelfde_als' dat het hetzelfde werk is",
            "name an element of an earlier edition, or say with 'same_as' that it is the same work",
        ),
    )


def _ring(network: Network, start: Predecessor, editions: dict[str, Network]) -> Iterator[Fault]:
    """Walk from predecessor to predecessor, and yield a fault when that leads back to the element where it began."""
    seen = {(start.model, start.predecessor)}
    queue = [(start.model, start.predecessor)]
    for model, element in queue:
        for one in editions[model].predecessors if model in editions else ():
            if one.element != element:
                continue
            if (one.model, one.predecessor) == (network.head.model, start.element):
                yield _fault(network, start, editions[model].mark_location(one.file, one.mark, _BACK))
                return
            if (one.model, one.predecessor) not in seen:
                seen.add((one.model, one.predecessor))
                queue.append((one.model, one.predecessor))


_BACK = Text("hier komt het bij zichzelf terug", "here it comes back to itself")


def _fault(network: Network, start: Predecessor, back: Location) -> Fault:
    name = quoted_name(network, start.element)
    return Fault(
        Text(
            f"{name} volgt op '{start.predecessor}' uit '{start.model}', maar dat volgt zelf weer op {name}",
            f"{name} follows upon '{start.predecessor}' of '{start.model}', but that follows upon {name} itself",
        ),
        network.mark_location(start.file, start.mark),
        start.element,
        Text("haal het weg in de editie die er het eerst was", "remove it in the edition that was there first"),
        (back,),
    )


RULE = Rule("DIN115", Severity.ERROR, check)
