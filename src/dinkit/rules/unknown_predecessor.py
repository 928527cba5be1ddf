"""An element follows upon something that no earlier edition has.

Why:
    What an element continues under another id stands behind `succeeds`, as model and element. If that points at nothing, the
    element looks new and what it continues looks forgotten. Most often it is a typing error, so the nearest name is suggested. Only what the
    model reaches through `previous_edition` is an earlier edition. Nothing is said of an edition that could not be read in full.

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
    vorige_editie: b.yaml
    inspanningen:
      loket: {naam: Loket voor ondernemers, opvolger_van: [stad-2019/bali]}
    # b.yaml
    model: stad-2019
    inspanningen:
      balie: Balie voor ondernemers

Source:
    Almelo's accountability over 2019 and 2022: efforts that were renamed, merged and moved can only be followed by a reference that holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network, Predecessor
from dinkit.rule import Fault, Rule
from dinkit.rules._earlier import earlier_editions
from dinkit.rules._fixes import word_meant
from dinkit.rules._gaps import ids_are_sound
from dinkit.rules._nearest import guess, nearest
from dinkit.rules._words import listed


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per model that is no earlier edition, and per element that its edition does not have."""
    editions = earlier_editions(network)
    unknown: dict[str, list[Predecessor]] = {}
    for one in network.predecessors:
        if one.model in editions:
            yield from _element(network, one, editions[one.model])
        elif one.model != network.head.model:
            unknown.setdefault(one.model, []).append(one)
    if unknown and all(_is_whole(edition) for edition in network.editions()):
        yield from (_model(network, places, editions) for places in unknown.values())


def _is_whole(edition: Network) -> bool:
    """Say whether an edition leads to the one before it, if it names one: behind one that is missing any model may stand."""
    return edition.complete and (edition.previous is not None or edition.head.previous_edition in (None, UNKNOWN))


def _element(network: Network, one: Predecessor, edition: Network) -> Iterator[Fault]:
    if one.predecessor in edition.elements or not ids_are_sound(edition):
        return
    kind = network.elements[one.element].kind
    alike = [name for name, element in edition.elements.items() if element.kind == kind]
    meant = nearest([one.predecessor], alike)[one.predecessor] or nearest([one.predecessor], edition.elements)[one.predecessor]
    names, where = tuple(f"{one.model}/{name}" for name in meant), network.mark_location(one.file, one.mark)
    yield Fault(
        Text(
            f"'{one.model}' heeft geen element met de id '{one.predecessor}'",
            f"'{one.model}' has no element with the id '{one.predecessor}'",
        ),
        where,
        one.element,
        guess(names)
        or Text(
            "schrijf de id zoals die in dat model staat; is er niets dat dit voortzet, haal dit dan weg",
            "write the id as that model has it; if this continues nothing, remove this",
        ),
        fix=word_meant([where], network, f"{one.model}/{one.predecessor}", names),
    )


def _model(network: Network, places: list[Predecessor], editions: dict[str, Network]) -> Fault:
    """Make the fault of a model that is no earlier edition: once, at the first element by id that names it."""
    first = min(places, key=lambda one: one.element)
    often = Text("", "") if len(places) == 1 else Text(f" ({len(places)} keer genoemd)", f" (named {len(places)} times)")
    where = network.mark_location(first.file, first.mark)
    if network.head.previous_edition in (None, UNKNOWN):
        return Fault(
            Text(
                f"dit model noemt geen vorige editie, dus '{first.model}' is er geen{often.nl}",
                f"this model names no previous edition, so '{first.model}' is none{often.en}",
            ),
            where,
            first.element,
            Text("zet 'vorige_editie: <pad>' bovenaan het modelbestand", "put 'previous_edition: <path>' at the top of the model file"),
        )
    return Fault(
        Text(f"'{first.model}' is geen eerdere editie van dit model{often.nl}", f"'{first.model}' is no earlier edition of this model{often.en}"),
        where,
        first.element,
        _instead(first, editions),
    )


def _instead(one: Predecessor, editions: dict[str, Network]) -> Text:
    """Return the model that was meant, else those that there are."""
    meant = guess(tuple(f"{name}/{one.predecessor}" for name in nearest([one.model], editions)[one.model]))
    if meant is not None:
        return meant
    if not editions:
        return Text("de vorige editie heeft zelf geen id; geef haar een 'model:'", "the previous edition has no id of its own; give it a 'model:'")
    names = [f"'{name}'" for name in editions]
    return Text(f"eerdere edities zijn {listed(names, 'en')}", f"earlier editions are {listed(names, 'and')}")


RULE = Rule("DIN113", Severity.ERROR, check)
