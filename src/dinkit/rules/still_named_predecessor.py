"""An element follows upon something that this edition still has under its own id.

Why:
    The same id is the same thing in all editions. If `balie` still stands here, it continues the `balie` of then, and nothing else needs to
    follow upon it: the comparison of the editions would say that it was split. An element need not name itself either. If what is
    called `balie` now is another thing than then, give it another id; if a part was taken out of it, then that part is new.

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
      loket: {naam: Loket voor ondernemers, opvolger_van: [stad-2019/balie]}
      balie: Balie voor ondernemers
    # b.yaml
    model: stad-2019
    inspanningen:
      balie: Balie voor ondernemers

Source:
    A general rule for identity: a thing does not go on as itself and as something else.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.network import Network, Predecessor
from dinkit.rule import Fault, Rule
from dinkit.rules._earlier import earlier_editions
from dinkit.rules._words import quoted_name


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per predecessor that goes on under its own id."""
    editions = earlier_editions(network)
    for one in network.predecessors:
        if one.model in editions and one.predecessor in editions[one.model].elements and one.predecessor in network.elements:
            yield _itself(network, one) if one.predecessor == one.element else _other(network, one)


def _itself(network: Network, one: Predecessor) -> Fault:
    name = quoted_name(network, one.element)
    return Fault(
        Text(
            f"{name} heeft dezelfde id als waar het hier op volgt; dan is het al hetzelfde",
            f"{name} has the same id as what it follows upon here; it is the same already",
        ),
        network.mark_location(one.file, one.mark),
        one.element,
        Text("haal dit weg: 'opvolger_van' is alleen nodig waar de id verschilt", "remove this: 'succeeds' is only needed where the id differs"),
    )


def _other(network: Network, one: Predecessor) -> Fault:
    name, old = quoted_name(network, one.element), one.predecessor
    return Fault(
        Text(
            f"{name} volgt op '{old}' uit '{one.model}', maar '{old}' staat hier zelf nog",
            f"{name} follows upon '{old}' of '{one.model}', but '{old}' still stands here itself",
        ),
        network.mark_location(one.file, one.mark),
        one.element,
        Text(
            f"is '{old}' hier iets anders dan toen, geef het dan een andere id; is het hetzelfde, haal dit dan weg",
            f"if '{old}' is another thing here than then, give it another id; if it is the same, remove this",
        ),
        (network.location(old, why=Text("hier gaat het onder zijn eigen id verder", "here it goes on under its own id")),),
    )


RULE = Rule("DIN114", Severity.WARNING, check)
