"""A benefit or capability has nobody who owns it.

Why:
    Work brings nothing by itself: somebody in the line has to use what it made and collect the effect. An owner, a commissioner or a lead is
    enough. Unwanted effects have nobody who wants to own them and are silent. When most lack one, that is a single finding.

Good:
    profiel: uitgebreid
    doelen: {banen: Meer banen}
    baten:
      starters: {naam: Meer starters, draagt_bij_aan: banen, stakeholders: {hoofd-economie: eigenaar}}
    stakeholders: {hoofd-economie: Hoofd Economie}

Bad:
    profiel: uitgebreid
    doelen: {banen: Meer banen}
    baten:
      starters: {naam: Meer starters, draagt_bij_aan: banen, stakeholders: {hoofd-economie: betrokken}}
    stakeholders: {hoofd-economie: Hoofd Economie}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 8.5 (second question on a benefit).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Benefit, Capability
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._extent import few_or_once
from dinkit.rules._gaps import doubtful
from dinkit.rules._words import all_of, quoted_name

_OWNING = frozenset(("owner", "lead", "commissioner", "political_commissioner", "official_commissioner", "programme_manager"))
_HINT = Text("noem bij 'stakeholders' wie eigenaar is", "name the owner below 'stakeholders'")


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per benefit or capability that nobody owns."""
    levers = [one.id for one in (*network.of(Benefit), *network.of(Capability)) if not (isinstance(one, Benefit) and one.type == "unwanted")]
    if not levers or not network.complete:
        return
    owned = {relation.target for relation in network.related("involved_in") if relation.role in _OWNING}
    doubted = doubtful(network, "stakeholders", "type")

    def one(found: str) -> Fault:
        kind, name = both(network, network.elements[found].kind), quoted_name(network, found)
        return Fault(Text(f"{kind.nl} {name} heeft geen eigenaar", f"{kind.en} {name} has no owner"), network.location(found), found, _HINT)

    words = all_of([both(network, kind, plural=True) for kind in ("benefit", "capability")])
    message = Text(f"{{0}} van de {{1}} {words.nl} hebben geen eigenaar", f"{{0}} of {{1}} {words.en} have no owner")
    yield from few_or_once(network, [one for one in levers if one not in owned], len(levers), one, message, _HINT, doubted=doubted)


RULE = Rule("DIN402", Severity.WARNING, check)
