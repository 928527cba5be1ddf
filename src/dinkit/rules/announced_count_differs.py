"""A source announces another number than it lists.

Why:
    A text that promises ten efforts and describes nine has lost one, or counts differently. The announced count stands in
    `aangekondigd`; counted are the elements of the model: the goals below a goal, the efforts that contribute to it directly
    (parts not counted), the parts of an effort, and on the programme all elements of a kind. An announcement belongs to its document:
    what another document lists, such as a later report about the same goal, breaks no promise.

Good:
    inspanningen:
      loket:
        naam: Loket openen
        aangekondigd: {onderdelen: 1}
        onderdelen:
          pand: Pand huren

Bad:
    inspanningen:
      loket:
        naam: Loket openen
        aangekondigd: {onderdelen: 2}
        onderdelen:
          pand: Pand huren

Source:
    Own practice with municipal programmes (lists that do not match their announcement).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.kinds import COLLECTIONS
from dinkit.model.records import Effort, Element, Goal
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._gaps import ids_are_sound
from dinkit.rules._nearest import unknown_links
from dinkit.rules._places import own_programme, place
from dinkit.rules._words import key_text, quoted_name

_LEVELS = {"main_goals": "main", "subgoals": "sub", "operational_goals": "operational"}


_LINK = {"efforts": "contributes_to"}
"""What is counted by a link; one that leads nowhere may be the one that is missing."""


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per announced count that the model does not have; what cannot be counted is silent."""
    if not ids_are_sound(network):
        return
    unsure = network.damaged | {one for _, meant in unknown_links(network) for one in meant}
    links = {flaw.key for flaw in network.flaws}
    for element in network.elements.values():
        if not element.announced or element.id in unsure:
            continue
        for what, announced in element.announced.items():
            if not isinstance(announced, int) or _LINK.get(what) in links:
                continue
            counted = _counted(network, element, what)
            if counted is not None and len(counted) != announced:
                listed = _listed(network, element, counted)
                if len(listed) != announced and (listed or not counted):
                    yield _fault(network, element, what, announced, len(listed), len(counted) - len(listed))


def _counted(network: Network, element: Element, what: str) -> list[str] | None:
    """Return what there is, or None where nobody can say what to count."""
    if element.kind == "programme":
        return _counted_of_all(network, what) if element.id == own_programme(network) else None
    if element.kind == "effort":
        return network.children(element.id) if what == "sub_efforts" else None
    if element.kind == "goal" and what == "efforts":
        helping = {relation.source for relation in network.incoming(element.id, "contributes_to")}
        return [one for one in sorted(helping) if network.elements[one].kind == "effort" and network.parent(one) is None]
    if element.kind == "goal" and what in _LEVELS:
        below = network.reach([element.id], network.children)
        return [one for one in below if network.level(one) == _LEVELS[what]]
    return None


def _counted_of_all(network: Network, what: str) -> list[str] | None:
    if what in _LEVELS:
        return [goal.id for goal in network.of(Goal) if network.level(goal.id) == _LEVELS[what]]
    if what == "sub_efforts":
        return [effort.id for effort in network.of(Effort) if network.parent(effort.id) is not None]
    if what not in COLLECTIONS or what == "programmes":
        return None
    kind, parts_too = COLLECTIONS[what], what != "efforts"
    return [name for name, element in network.elements.items() if element.kind == kind and (parts_too or network.parent(name) is None)]


def _listed(network: Network, announcer: Element, counted: list[str]) -> list[str]:
    """Return what may stand in the document that made the announcement; what rests on other documents only was added later."""
    announcing = _documents(announcer)
    documents = {one: _documents(network.elements[one]) for one in counted}
    return [one for one in counted if not announcing or not documents[one] or documents[one] & announcing]


def _documents(element: Element) -> set[str]:
    """Return the ids of the sources that an element itself cites."""
    return {place.partition(" ")[0] for place in element.source} - {UNKNOWN}


def _fault(network: Network, element: Element, what: str, announced: int, counted: int, later: int) -> Fault:
    also = Text(f" (en {later} uit een andere bron)", f" (and {later} from another source)") if later else Text("", "")
    name, key = quoted_name(network, element.id), key_text(what)
    words = Text(key.nl.replace("_", " "), key.en.replace("_", " "))
    return Fault(
        Text(
            f"{words.nl} bij {name}: de bron kondigt er {announced} aan, het model heeft er {counted}{also.nl}",
            f"{words.en} at {name}: the source announces {announced}, the model has {counted}{also.en}",
        ),
        place(network, element.id, "announced", what),
        element.id,
        Text(
            "ontbreekt er een in het model, of telt de bron anders? Zeg het laatste in 'opmerking'",
            "is one missing in the model, or does the source count differently? Say the latter in 'note'",
        ),
    )


RULE = Rule("DIN802", Severity.WARNING, check)
