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

from dinkit.finding import Fix, Location, Severity, Text
from dinkit.model.node import Mapping
from dinkit.model.records import Stakeholder
from dinkit.model.vocabulary import ENGLISH_VALUE, VALUES
from dinkit.network import Flaw, Network
from dinkit.pattern import pattern
from dinkit.reading.changing import replaced
from dinkit.reading.problem import Problem, fix_in, shown
from dinkit.reading.repairs import repair_of
from dinkit.reading.spelling import clearly_meant
from dinkit.reading.unread import may_stand
from dinkit.rule import Fault, Rule, both
from dinkit.rules._earlier import earlier_editions
from dinkit.rules._fixes import link_meant, word_meant
from dinkit.rules._nearest import fitting_kinds, guess, is_called, listed_among, meant_among, refused, unknown_links
from dinkit.rules._parties import parties_named
from dinkit.rules._places import place
from dinkit.rules._words import kinds_text

_ID = pattern("[a-z][a-z0-9-]*")


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per link, payer or measurer that names no element."""
    for flaw, meant in unknown_links(network):
        if _is_turned(network, flaw):
            continue
        kinds = kinds_text(network, fitting_kinds(network, flaw))
        where = network.mark_location(flaw.file, flaw.mark)
        if meant in listed_among({flaw.given}, [network.elements[one] for one in meant]).values():
            yield _listed(network, flaw, where, meant)
            continue
        named = _named(network, flaw.given, meant)
        yield Fault(
            _message(kinds, flaw.given),
            where,
            flaw.element,
            _in_edition(network, flaw) or named or guess(meant) or _add(kinds),
            fix=_by_id(network, where, flaw.given, _unlinked(network, flaw, meant)) if named else link_meant(network, flaw, meant),
        )
    yield from _parties(network)


def _listed(network: Network, flaw: Flaw, where: Location, meant: tuple[str, ...]) -> Fault:
    """Return the fault of several ids in one text: to write them as a list, which is certain where the element has no such links yet."""
    kinds, written, text = kinds_text(network, fitting_kinds(network, flaw)), f"[{', '.join(meant)}]", network.files[flaw.file].text
    told = Problem("several-ids", where.span.start, where.span.end, (text[where.span.start : where.span.end], written))
    fix = fix_in(where.file, repair_of(told, text)) if _unlinked(network, flaw, meant) == meant else None
    alone = (network.origins[flaw.element].node.links or {}).get(flaw.key) == flaw.given
    each = Text(f"schrijf {' en '.join(meant)} elk apart", f"write {' and '.join(meant)} each by itself")
    hint = Text(f"schrijf {written}", f"write {written}") if alone else each
    return Fault(_message(kinds, flaw.given), where, flaw.element, hint, fix=fix)


def _parties(network: Network) -> Iterator[Fault]:
    unknown = [one for one in parties_named(network) if one.id not in network.elements and not may_stand(one.id, network.unread)]
    if not unknown:
        return
    known_bad = refused(network, {one.id for one in unknown})
    found = meant_among({one.id for one in unknown}, list(network.of(Stakeholder)))
    party = both(network, "stakeholder")
    for one in unknown:
        if one.id in known_bad:
            continue
        where, meant = place(network, one.element, *one.path), found[one.id]
        named = _named(network, one.id, meant)
        fix = _by_id(network, where, one.id, meant) if named else word_meant([where], network, one.id, meant)
        yield Fault(_message(party, one.id), where, one.element, named or guess(meant) or _add(party), fix=fix)


def _named(network: Network, given: str, meant: tuple[str, ...]) -> Text | None:
    """Return the question whether the element was meant that has this word as its name; None where the word is its id, with a typing error at most."""
    if len(meant) != 1 or clearly_meant(given, meant) or not is_called(element := network.elements[meant[0]], given):
        return None
    told = f"'{element.id}' ({shown(element.name)})"
    return Text(f"bedoelt u {told}?", f"did you mean {told}?")


def _is_turned(network: Network, flaw: Flaw) -> bool:
    """Say whether a link is a role with a party behind it, which is no role: reading tells that the two have changed places."""
    held = (network.origins[flaw.element].node.links or {}).get(flaw.key)
    behind = held.get(flaw.given) if flaw.key == "stakeholders" and flaw.given in ENGLISH_VALUE["role"] and isinstance(held, Mapping) else None
    return isinstance(behind, str) and behind not in VALUES["role"] and _ID.fullmatch(behind) is not None


def _unlinked(network: Network, flaw: Flaw, meant: tuple[str, ...]) -> tuple[str, ...]:
    """Return those ids to which the element of a flaw has no such link yet."""
    held = (network.origins[flaw.element].node.links or {}).get(flaw.key)
    linked = {held} if isinstance(held, str) else set(held or ())
    return tuple(one for one in meant if one not in linked)


def _by_id(network: Network, where: Location, given: str, meant: tuple[str, ...]) -> Fix | None:
    """Return the fix that writes the one id of an element in place of its name."""
    text = next(file.text for file in network.files if file.path == where.file)
    return fix_in(where.file, replaced(text, where.span.start, where.span.end, given, *meant)) if len(meant) == 1 else None


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
