"""A decision does not say who took it, or when.

Why:
    A decision binds because somebody with the power to do so took it on a day. Without the two nobody can look it up, and nobody knows whether it was
    taken already. A stakeholder with the role `beslisser` says who as well. Where the source leaves it open (`onbekend`), the tip says so.

Good:
    besluiten: {krediet: {naam: Krediet voor het loket, datum: 2030-03, door: Gemeenteraad}}

Bad:
    besluiten: {krediet: {naam: Krediet voor het loket, door: Gemeenteraad}}

Source:
    Own practice with municipal programmes (decisions that a report names and nobody can find).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Decision
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._extent import few_or_once
from dinkit.rules._gaps import doubtful
from dinkit.rules._words import quoted_name

_WHO, _WHEN, _BOTH = (
    Text("wie het nam", "who took it"),
    Text("wanneer het genomen is", "when it was taken"),
    Text("wie het nam en wanneer", "who took it, and when"),
)
_HINT = Text("vul 'door' en 'datum' in", "fill in 'by' and 'date'")
_HINTS = {_WHO: Text("vul 'door' in", "fill in 'by'"), _WHEN: Text("vul 'datum' in", "fill in 'date'"), _BOTH: _HINT}


def check(network: Network) -> Iterator[Fault]:
    """Yield a tip per decision without who or when."""
    if not network.complete:
        return
    decisions = list(network.of(Decision))
    doubted = doubtful(network, "by", "date", "stakeholders") if decisions else set()
    gaps = {one.id: gap for one in decisions if (gap := _gap(network, one)) is not None}

    def one(found: str) -> Fault:
        kind, name, lacks = both(network, "decision"), quoted_name(network, found), gaps[found]
        open_ = UNKNOWN in (getattr(network.elements[found], "by", None), getattr(network.elements[found], "date", None))
        said = Text(" (de bron laat het open)", " (the source leaves it open)") if open_ else Text("", "")
        message = Text(f"{kind.nl} {name} zegt niet {lacks.nl}{said.nl}", f"{kind.en} {name} does not say {lacks.en}{said.en}")
        return Fault(message, network.location(found), found, _HINTS[lacks])

    words = both(network, "decision", plural=True)
    message = Text(f"{{0}} van de {{1}} {words.nl} zeggen niet wie ze nam of wanneer", f"{{0}} of {{1}} {words.en} do not say who took them or when")
    yield from few_or_once(network, list(gaps), len(decisions), one, message, _HINT, doubted=doubted)


def _gap(network: Network, decision: Decision) -> Text | None:
    known = decision.by not in (None, UNKNOWN) or any(relation.role == "decider" for relation in network.incoming(decision.id, "involved_in"))
    if isinstance(decision.date, ImpreciseDate):
        return None if known else _WHO
    return _WHEN if known else _BOTH


RULE = Rule("DIN410", Severity.TIP, check)
