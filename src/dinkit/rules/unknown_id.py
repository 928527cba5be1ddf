"""A link names an id that does not exist.

Why:
    A link to nothing is not in the network: the goal seems to lack an effort, the effort a stakeholder. Most often it is a typing
    error, so the nearest id that would fit is suggested. The payer of an amount and whoever measures an indicator are ids too.

Good:
    doelen:
      meer-banen: Meer banen
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: meer-banen}

Bad:
    doelen:
      meer-banen: Meer banen
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: meer-bannen}

Source:
    A general rule for references.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.network import Flaw, Network
from dinkit.reading.unread import may_stand
from dinkit.rule import Fault, Rule, both
from dinkit.rules._earlier import earlier_editions
from dinkit.rules._fixes import link_meant, word_meant
from dinkit.rules._nearest import fitting_kinds, guess, nearest, refused, unknown_links
from dinkit.rules._parties import parties_named
from dinkit.rules._places import place
from dinkit.rules._words import kinds_text


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per link, payer or measurer that names no element."""
    for flaw, meant in unknown_links(network):
        kinds = kinds_text(network, fitting_kinds(network, flaw))
        yield Fault(
            _message(kinds, flaw.given),
            network.mark_location(flaw.file, flaw.mark),
            flaw.element,
            _in_edition(network, flaw) or guess(meant) or _add(kinds),
            fix=link_meant(network, flaw, meant),
        )
    yield from _parties(network)


def _parties(network: Network) -> Iterator[Fault]:
    named = [named for named in parties_named(network) if named.id not in network.elements and not may_stand(named.id, network.unread)]
    if not named:
        return
    known_bad = refused(network, {one.id for one in named})
    found = nearest({one.id for one in named}, [name for name, element in network.elements.items() if element.kind == "stakeholder"])
    party = both(network, "stakeholder")
    for one in named:
        if one.id in known_bad:
            continue
        where, meant = place(network, one.element, *one.path), found[one.id]
        yield Fault(_message(party, one.id), where, one.element, guess(meant) or _add(party), fix=word_meant([where], network, one.id, meant))


def _in_edition(network: Network, flaw: Flaw) -> Text | None:
    """Return how to name an element of an earlier edition, when that is what the link of a flaw forgot to do."""
    if flaw.key != "succeeds":
        return None
    model = next((name for name, edition in earlier_editions(network).items() if flaw.given in edition.elements), None)
    return Text(f"bedoelt u '{model}/{flaw.given}'?", f"did you mean '{model}/{flaw.given}'?") if model else None


def _message(kinds: Text, given: str) -> Text:
    return Text(f"er is geen {kinds.nl} met de id '{given}'", f"there is no {kinds.en} with the id '{given}'")


def _add(kinds: Text) -> Text:
    if kinds.nl == "element":
        return Text("verbeter de id, of voeg het element toe", "correct the id, or add the element")
    return Text(f"verbeter de id, of voeg een {kinds.nl} met deze id toe", f"correct the id, or add one with this id ({kinds.en})")


RULE = Rule("DIN102", Severity.ERROR, check)
