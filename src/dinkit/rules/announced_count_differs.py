"""A source announces another number than it lists.

Why:
    A text that promises ten efforts and describes nine has lost one, or counts differently. The announced count stands in
    `aangekondigd`; counted are the elements of the model: the goals below a goal, the efforts that contribute to it directly
    (parts not counted), the parts of an effort, and on the programme all elements of a kind.

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
from dinkit.model.records import Element, Goal
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._gaps import ids_are_sound
from dinkit.rules._nearest import unknown_links
from dinkit.rules._places import own_programme, place
from dinkit.rules._words import key_text, quoted_name

_LEVELS = {"main_goals": "main", "subgoals": "sub", "operational_goals": "operational"}


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per announced count that the model does not have; what cannot be counted is silent."""
    if not ids_are_sound(network):
        return
    unsure = network.damaged | {one for _, meant in unknown_links(network) for one in meant}
    for element in network.elements.values():
        if element.id in unsure:
            continue
        for what, announced in element.announced.items():
            if not isinstance(announced, int):
                continue
            counted = _count(network, element, what)
            if counted is not None and counted != announced:
                yield _fault(network, element, what, announced, counted)


def _count(network: Network, element: Element, what: str) -> int | None:
    """Return how many there are, or None where nobody can say what to count."""
    if element.kind == "programme":
        return _count_all(network, what) if element.id == own_programme(network) else None
    if element.kind == "effort":
        return len(network.children(element.id)) if what == "sub_efforts" else None
    if element.kind == "goal" and what == "efforts":
        helping = {relation.source for relation in network.incoming(element.id, "contributes_to")}
        return sum(network.elements[one].kind == "effort" and network.parent(one) is None for one in helping)
    if element.kind == "goal" and what in _LEVELS:
        below = network.reach([element.id], network.children)
        return sum(network.level(one) == _LEVELS[what] for one in below)
    return None


def _count_all(network: Network, what: str) -> int | None:
    if what in _LEVELS:
        return sum(network.level(goal.id) == _LEVELS[what] for goal in network.of(Goal))
    if what == "sub_efforts":
        return sum(element.kind == "effort" and network.parent(name) is not None for name, element in network.elements.items())
    if what not in COLLECTIONS or what == "programmes":
        return None
    parts_too = what != "efforts"
    return sum(element.kind == COLLECTIONS[what] and (parts_too or network.parent(name) is None) for name, element in network.elements.items())


def _fault(network: Network, element: Element, what: str, announced: int, counted: int) -> Fault:
    name, key = quoted_name(network, element.id), key_text(what)
    words = Text(key.nl.replace("_", " "), key.en.replace("_", " "))
    return Fault(
        Text(
            f"{words.nl} bij {name}: de bron kondigt er {announced} aan, het model heeft er {counted}",
            f"{words.en} at {name}: the source announces {announced}, the model has {counted}",
        ),
        place(network, element.id, "announced", what),
        element.id,
        Text(
            "ontbreekt er een in het model, of telt de bron anders? Zeg het laatste in 'opmerking'",
            "is one missing in the model, or does the source count differently? Say the latter in 'note'",
        ),
    )


RULE = Rule("DIN802", Severity.WARNING, check)
