"""Nothing says what efforts cost, or from which money they are paid.

Why:
    Who has to choose between efforts wants to know what each takes. An amount, a money stream (`regulier` says that no extra money is needed), a
    resource or who finances it is enough, at the effort, at its parts or at what it is a part of. More than three are one tip. A sketch is
    left alone, and so is a model in which no effort has any: then money is told elsewhere.

Good:
    doelen: {a: Meer banen, b: Minder uitval, c: Meer woningen, d: Schonere lucht}
    inspanningen:
      e: {naam: Werven, geld: 20000}
      f: {naam: Bouwen, geld: {geldstroom: regulier}}
      g: {naam: Beurs houden, geld: 5000}
      h: {naam: Loket openen, geld: 8000}

Bad:
    doelen: {a: Meer banen, b: Minder uitval, c: Meer woningen, d: Schonere lucht}
    inspanningen:
      e: {naam: Werven, geld: 20000}
      f: {naam: Bouwen, geld: {geldstroom: regulier}}
      g: {naam: Beurs houden, geld: 5000}
      h: Loket openen

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 11.3 (an effort has an estimate of its costs).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Crowd, Severity, Text
from dinkit.model.records import Effort
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._extent import FEW, in_crowd, is_sketch
from dinkit.rules._gaps import ids_are_sound, topmost_without
from dinkit.rules._words import quoted_name

_PAYING = ("uses", "finances")
_HINT = Text(
    "vul bij 'geld' een bedrag in, desnoods grof (kwalificatie: circa), of zeg uit welke geldstroom het betaald wordt",
    "fill in an amount below 'money', roughly if need be (qualifier: about), or say from which stream it is paid",
)


def check(network: Network) -> Iterator[Fault]:
    """Yield a tip per effort without costs, or one for all of them."""
    if not network.complete or "resource" in network.without or is_sketch(network):
        return
    paid = {effort.id for effort in network.of(Effort) if any(one.amount != UNKNOWN or one.stream != UNKNOWN for one in effort.money)}
    if not paid or any(flaw.key in _PAYING for flaw in network.flaws):
        return
    for relation in network.related(*_PAYING):
        paid.add(relation.source if relation.type == "uses" else relation.target)
    parts = {relation.source for relation in network.related("part_of", "also_part_of")}
    lacking, possible = ([one for one in efforts if one not in parts] for efforts in topmost_without(network, paid, "money"))
    if len(possible) <= FEW:
        yield from (_fault(network, one) for one in lacking)
    elif len(lacking) == len(possible) and ids_are_sound(network):
        words = both(network, "effort", plural=True)
        total = sum(effort.id not in parts for effort in network.of(Effort))
        message = Text(f"van {{0}} van de {total} {words.nl} staat nergens wat ze kosten", f"nothing says what {{0}} of {total} {words.en} cost")
        yield from in_crowd((_fault(network, one) for one in lacking), Crowd(message, _HINT, 0))


def _fault(network: Network, found: str) -> Fault:
    effort, name = both(network, "effort"), quoted_name(network, found)
    return Fault(
        Text(f"nergens staat wat {effort.nl} {name} kost", f"nothing says what {effort.en} {name} costs"),
        network.location(found, "money"),
        found,
        _HINT,
    )


RULE = Rule("DIN506", Severity.TIP, check)
