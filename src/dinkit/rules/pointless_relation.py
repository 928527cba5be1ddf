"""A link joins an element to itself, or says what another link says already.

Why:
    Neither adds anything, and both make counts wrong: an effort would seem to contribute twice. A part that stands below its
    effort needs no key to say so, and that two efforts are the same work is said at one of the two.

Good:
    doelen:
      meer-banen: Meer banen
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: [meer-banen]}

Bad:
    doelen:
      meer-banen: Meer banen
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: [meer-banen, meer-banen]}

Source:
    A general rule for networks.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.network import Flaw, Network, Relation
from dinkit.rule import Fault, Rule
from dinkit.rules._fixes import without
from dinkit.rules._places import is_nested
from dinkit.rules._words import key_text, quoted_name

_FIRST = Text("hier staat het al", "it stands here already")
_REMOVE = Text("haal dit verband weg", "remove this link")
_TURNED = ("same_as", "also_part_of")
"""Types that may say in other words what another link says."""


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per link to itself and per repeated link."""
    for flaw in network.flaws:
        if flaw.what in ("self", "double-link"):
            yield _flawed(network, flaw)
    seen: dict[tuple[str, str, str], Relation] = {}
    for relation in network.relations:
        first = seen.setdefault(_meaning(relation) if relation.type in _TURNED else relation[:3], relation)
        if first is not relation:
            yield _repeated(network, first, relation)


def _flawed(network: Network, flaw: Flaw) -> Fault:
    key, name = key_text(flaw.key), quoted_name(network, flaw.element)
    if flaw.what == "self":
        message = Text(f"{name} verwijst hier met '{key.nl}' naar zichzelf", f"{name} refers to itself here with '{key.en}'")
    else:
        message = Text(f"'{flaw.given}' staat al in deze '{key.nl}'", f"'{flaw.given}' stands in this '{key.en}' already")
    related = (network.mark_location(*flaw.other, why=_FIRST),) if flaw.other else ()
    where = network.mark_location(flaw.file, flaw.mark)
    return Fault(message, where, flaw.element, _REMOVE, related, without(network, where) if flaw.what == "double-link" else None)


def _meaning(relation: Relation) -> tuple[str, str, str]:
    """Return what a link says: "same as" holds both ways, and a second parent that is the first says nothing new."""
    if relation.type == "same_as" and relation.target < relation.source:
        return relation.type, relation.target, relation.source
    return "part_of" if relation.type == "also_part_of" else relation.type, relation.source, relation.target


def _repeated(network: Network, first: Relation, second: Relation) -> Fault:
    if is_nested(network, second) or first.source > second.source:
        first, second = second, first
    source, target = quoted_name(network, second.source), quoted_name(network, second.target)
    if second.type == "same_as":
        message = Text(
            f"dat {source} en {target} hetzelfde werk zijn, staat er al", f"that {source} and {target} are the same work stands there already"
        )
    else:
        message = Text(f"dit verband tussen {source} en {target} bestaat al", f"this link between {source} and {target} exists already")
    place = network.mark_location(second.file, second.mark)
    return Fault(message, place, second.source, _REMOVE, (network.mark_location(first.file, first.mark, _FIRST),))


RULE = Rule("DIN105", Severity.ERROR, check)
