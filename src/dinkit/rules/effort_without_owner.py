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
from functools import partial
from typing import Any

from dinkit.finding import Severity, Text
from dinkit.model.node import Mapping, Sequence
from dinkit.model.vocabulary import DUTCH_KEY, ENGLISH_VALUE, VALUES
from dinkit.network import Network
from dinkit.reading.spelling import clearly_meant
from dinkit.rule import Fault, Rule, both
from dinkit.rules._extent import efforts_or_once
from dinkit.rules._gaps import Lacking, mentions, topmost_without
from dinkit.rules._words import quoted_name

_OWNING = frozenset(("owner", "lead", "commissioner", "political_commissioner", "official_commissioner", "programme_manager"))


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per effort that nobody owns; its parts are not asked for owners of their own."""
    if not network.complete:
        return
    owned = {relation.target for relation in network.related("involved_in") if relation.role in _OWNING}
    parts = {relation.source for relation in network.related("part_of", "also_part_of")}
    found = topmost_without(network, owned, "stakeholders", partial(_may_own, network))
    lacking = Lacking(*([one for one in efforts if one not in parts] for efforts in found))
    effort, efforts = both(network, "effort"), both(network, "effort", plural=True)

    def one(found: str) -> Fault:
        name = quoted_name(network, found)
        return Fault(
            Text(f"{effort.nl} {name} heeft geen eigenaar of trekker", f"{effort.en} {name} has no owner or lead"),
            network.location(found),
            found,
            Text("noem bij 'stakeholders' wie eigenaar of trekker is", "name the owner or lead below 'stakeholders'"),
        )

    message = Text(f"{{0}} van de {{1}} {efforts.nl} hebben geen eigenaar of trekker", f"{{0}} of {{1}} {efforts.en} have no owner or lead")
    hint = Text(
        "spreek per inspanning af wie haar trekt, en noem die bij 'stakeholders'", "agree who leads each effort, and name them below 'stakeholders'"
    )
    yield from efforts_or_once(network, lacking, one, message, hint)


def _may_own(network: Network, key: str, held: Any) -> bool:
    """Say whether an owner may stand in what was left out: a role that is none yet, or one that owns; a party without a role does not."""
    if key != "stakeholders":
        return key in ENGLISH_VALUE["role"] or mentions(network, held)
    said = held.values() if isinstance(held, Mapping) else [one for one in held or () if isinstance(one, Mapping)]
    return any(_is_owning(one) for one in said)


def _is_owning(said: Any) -> bool:
    """Say whether what stands beside a party may be a role that owns; a role with a typing error is taken for what was meant, fields for any."""
    if isinstance(said, Mapping) and "role" not in said:
        return any(ENGLISH_VALUE["role"].get(str(value)) in _OWNING for key, value in said.items() if key not in DUTCH_KEY)
    said = said["role"] if isinstance(said, Mapping) else said
    if isinstance(said, Sequence):
        return any(_is_owning(one) for one in said)
    if not isinstance(said, str):
        return said is not None
    if said in VALUES["role"]:
        return said in _OWNING
    meant = clearly_meant(said, ENGLISH_VALUE["role"])
    return meant is None or ENGLISH_VALUE["role"][meant] in _OWNING


RULE = Rule("DIN401", Severity.WARNING, check)
