"""Something that has ended is still counted on.

Why:
    What a source says has ended (`beeindigd`) does no work, asks for none and carries nothing any more. Who still contributes to it, requires it, rests on
    it or takes part through it waits for what does not come. The same holds when an earlier edition said that it ended and this edition names it
    as if nothing happened. One finding per element that ended; what ended itself, is done or stopped may go on naming it.

Good:
    doelen: {banen: {naam: Meer banen, beeindigd: 2029}, werk: Meer mensen aan het werk}
    inspanningen: {loket: {naam: Loket openen, draagt_bij_aan: werk}}

Bad:
    doelen: {banen: {naam: Meer banen, beeindigd: 2029}, werk: Meer mensen aan het werk}
    inspanningen: {loket: {naam: Loket openen, draagt_bij_aan: [werk, banen]}}

Source:
    Almelo's accountability over 2019 and 2022: efforts that a report says have ended.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Location, Severity, Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Effort, Element
from dinkit.network import Network, Relation
from dinkit.rule import Fault, Rule
from dinkit.rules._words import quoted_name

_ON_TARGET = ("contributes_to", "requires", "rests_on")
_ON_SOURCE = ("involved_in", "finances")
_OVER = ("done", "stopped")
_MOST_SHOWN = 8


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per element that has ended and is counted on, here or since an earlier edition."""
    for element in network.elements.values():
        if element.ended is not None and _is_past(element, network):
            counting = [relation for relation in _links(network, element.id) if _lives(network, relation, element.id)]
            if counting:
                yield _counted(network, element, counting)
    yield from _since(network)


def _is_past(element: Element, network: Network) -> bool:
    at = network.head.reference_date
    return not (isinstance(at, ImpreciseDate) and isinstance(element.ended, ImpreciseDate) and element.ended.last >= at.first)


def _links(network: Network, element: str) -> list[Relation]:
    return [*network.incoming(element, *_ON_TARGET), *network.outgoing(element, *_ON_SOURCE)]


def _lives(network: Network, relation: Relation, ended: str) -> bool:
    other = network.elements[relation.source if relation.target == ended else relation.target]
    return other.ended is None and not (isinstance(other, Effort) and other.status in _OVER)


def _counted(network: Network, element: Element, counting: list[Relation]) -> Fault:
    name, when = quoted_name(network, element.id), f" ({element.ended.text})" if isinstance(element.ended, ImpreciseDate) else ""
    others = sorted({one.source if one.target == element.id else one.target for one in counting})
    more = (
        Text(f" en nog {len(others) - 1} rekenen", f" and {len(others) - 1} more still count")
        if len(others) > 1
        else Text(" rekent", " still counts")
    )
    first = quoted_name(network, others[0])
    places = sorted((network.mark_location(one.file, one.mark, _WHY) for one in counting), key=_order)
    return Fault(
        Text(f"{name} is beëindigd{when}, maar {first}{more.nl} er nog op", f"{name} has ended{when}, but {first}{more.en} on it"),
        network.location(element.id, "ended"),
        element.id,
        Text("haal die verbanden weg, of zeg wat ervoor in de plaats kwam", "remove those links, or say what took its place"),
        tuple(places[:_MOST_SHOWN]),
    )


_WHY = Text("rekent er nog op", "still counts on it")


def _order(place: Location) -> tuple[str, int]:
    return place.file, place.span.start


def _since(network: Network) -> Iterator[Fault]:
    """Yield a fault per element that the previous edition said had ended, and that this one has without a word."""
    before = network.previous
    for old in before.elements.values() if before is not None else ():
        new = network.elements.get(old.id) if old.ended is not None else None
        if before is None or new is None or new.ended is not None or new.kind != old.kind or new.id in network.damaged:
            continue
        if isinstance(new, Effort) and new.status in _OVER:
            continue
        when = f" ({old.ended.text})" if isinstance(old.ended, ImpreciseDate) else ""
        name = quoted_name(network, new.id)
        yield Fault(
            Text(
                f"{name} was in de vorige editie al beëindigd{when}, en staat hier gewoon nog",
                f"{name} had ended in the previous edition already{when}, and still stands here",
            ),
            network.location(new.id),
            new.id,
            Text(
                "haal het weg, neem 'beeindigd' over, of verbeter de vorige editie", "remove it, take over 'ended', or correct the previous edition"
            ),
            (before.location(old.id, "ended", why=Text("hier eindigde het", "here it ended")),),
        )


RULE = Rule("DIN513", Severity.WARNING, check)
