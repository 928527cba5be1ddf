"""An effort has no stakeholders.

Why:
    Without a party nobody does the work and nobody notices it. Counted are the parties of the effort and of its parts; a part
    without any has those of its effort. When most efforts of a model lack them, that is a single finding.

Good:
    inspanningen:
      loket: {naam: Loket openen, stakeholders: [gemeente]}
    stakeholders:
      gemeente: Gemeente

Bad:
    inspanningen:
      loket: Loket openen

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 11.3 (people around an effort).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._extent import efforts_or_once
from dinkit.rules._gaps import topmost_without
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per effort or part that no party is involved in."""
    if not network.complete or "stakeholder" in network.without:
        return
    involved = {relation.target for relation in network.related("involved_in")}
    effort, efforts = both(network, "effort"), both(network, "effort", plural=True)
    hint = Text("noem bij 'stakeholders' wie meedoet of wie het raakt", "name who takes part or is affected below 'stakeholders'")

    def one(found: str) -> Fault:
        name = quoted_name(network, found)
        links = network.origins[found].node.links or {}
        said = Text(": de bron noemt er geen", ": the source names none") if links.get("stakeholders") in (UNKNOWN, [UNKNOWN]) else Text("", "")
        return Fault(
            Text(f"{effort.nl} {name} heeft geen stakeholders{said.nl}", f"{effort.en} {name} has no stakeholders{said.en}"),
            network.location(found, "stakeholders"),
            found,
            hint,
        )

    message = Text(f"{{0}} van de {{1}} {efforts.nl} hebben geen stakeholders", f"{{0}} of {{1}} {efforts.en} have no stakeholders")
    yield from efforts_or_once(network, topmost_without(network, involved, "stakeholders"), one, message, hint)


RULE = Rule("DIN408", Severity.WARNING, check)
