"""An effort has nobody who owns or leads it.

Why:
    Work without an owner waits. An owner, a commissioner, a programme manager or a lead at the effort or at one of its parts is
    enough. When most efforts of a model lack one, that is a single finding: then ownership was never settled.

Good:
    inspanningen:
      loket: {naam: Loket openen, stakeholders: {hoofd-vergunningen: trekker}}
    stakeholders:
      hoofd-vergunningen: Hoofd vergunningen

Bad:
    inspanningen:
      loket: {naam: Loket openen, stakeholders: {hoofd-vergunningen: betrokken}}
    stakeholders:
      hoofd-vergunningen: Hoofd vergunningen

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 11.3 (owner and leader of an effort).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._gaps import each_or_once, topmost_without
from dinkit.rules._words import quoted_name

_OWNING = frozenset(("owner", "lead", "commissioner", "political_commissioner", "official_commissioner", "programme_manager"))


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per effort that nobody owns; its parts are not asked for owners of their own."""
    if not network.complete:
        return
    owned = {relation.target for relation in network.relations if relation.type == "involved_in" and relation.role in _OWNING}
    parts = {relation.source for relation in network.relations if relation.type in ("part_of", "also_part_of")}
    lacking = [one for one in topmost_without(network, owned, "stakeholders") if one not in parts]
    effort, efforts = both(network, "effort"), both(network, "effort", plural=True)

    def one(found: str) -> Fault:
        name = quoted_name(network, found)
        return Fault(
            Text(f"{effort.nl} {name} heeft geen eigenaar of trekker", f"{effort.en} {name} has no owner or lead"),
            network.location(found),
            found,
            Text("noem bij 'stakeholders' wie eigenaar of trekker is", "name the owner or lead below 'stakeholders'"),
        )

    def every(at: str, count: int, total: int) -> Fault:
        return Fault(
            Text(f"{count} van de {total} {efforts.nl} hebben geen eigenaar of trekker", f"{count} of {total} {efforts.en} have no owner or lead"),
            network.location(at),
            at,
            Text(
                "spreek per inspanning af wie haar trekt, en noem die bij 'stakeholders'",
                "agree who leads each effort, and name them below 'stakeholders'",
            ),
        )

    yield from each_or_once(network, lacking, one, every)


RULE = Rule("DIN401", Severity.WARNING, check)
