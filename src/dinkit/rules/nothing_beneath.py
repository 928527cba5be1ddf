"""A benefit has no capability beneath it, or a capability no effort.

Why:
    In the extended profile efforts build capabilities and capabilities bring benefits. A benefit or capability with nothing
    beneath it is wished for, and nobody works on it. Unwanted effects need no work and are silent; the classic profile does not ask.

Good:
    profiel: uitgebreid
    doelen:
      meer-banen: Meer banen
    baten:
      meer-starters: {naam: Meer starters, draagt_bij_aan: meer-banen}
    vermogens:
      snel-vergunnen: {naam: Snel vergunnen, draagt_bij_aan: meer-starters}
    inspanningen:
      loket: {naam: Loket openen, draagt_bij_aan: snel-vergunnen}

Bad:
    profiel: uitgebreid
    doelen:
      meer-banen: Meer banen
    baten:
      meer-starters: {naam: Meer starters, draagt_bij_aan: meer-banen}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 10.1 and § 11.1 (the chain from effort to benefit).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Benefit, Capability
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._gaps import all_is_read
from dinkit.rules._nearest import loses_links, unknown_links
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per benefit or capability that nothing contributes to."""
    if network.head.profile != "extended" or not all_is_read(network) or loses_links(network, "contributes_to"):
        return
    excused = network.damaged | {one for _, meant in unknown_links(network) for one in meant}
    for kind, below in ((Benefit, "capability"), (Capability, "effort")):
        if below in network.without:
            continue
        own, other = both(network, kind.kind), both(network, below)
        for found in network.of(kind):
            if found.id in excused or (isinstance(found, Benefit) and found.type == "unwanted") or network.incoming(found.id, "contributes_to"):
                continue
            name = quoted_name(network, found.id)
            yield Fault(
                Text(f"onder {own.nl} {name} ligt geen {other.nl}", f"{own.en} {name} has no {other.en} beneath it"),
                network.location(found.id),
                found.id,
                Text(f"laat een {other.nl} eraan bijdragen", f"let something contribute to it ({other.en})"),
            )


RULE = Rule("DIN109", Severity.WARNING, check)
