"""Two stakeholders go by the same name.

Why:
    One party under two ids seems to be two parties with half the involvement each. Names and other names are compared without capitals,
    accents and punctuation. If they are different parties after all, give one of them a name that tells them apart.

Good:
    stakeholders:
      werkplein: {naam: Werkplein Twente, andere_namen: [Werkplein]}
      gemeente: Gemeente

Bad:
    stakeholders:
      werkplein: Werkplein Twente
      werkplein-twente: {naam: Het werkplein, andere_namen: [werkplein Twente]}

Source:
    VPNG on portfolio management in Amersfoort: one thing under two names makes counting impossible.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Location, Severity, Text
from dinkit.model.names import plain_name
from dinkit.model.records import Stakeholder
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._places import place

Spelling = tuple[str, tuple[str | int, ...], str]
"""Id of a party, where in it the name stands, and the name."""


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per pair of parties that share a name, at the second of the two by id."""
    shared = _shared(network)
    by_name: dict[str, dict[str, Spelling]] = {}
    for found in network.of(Stakeholder) if shared else ():
        for path, name in [(("name",), found.name), *((("also_known_as", at), one) for at, one in enumerate(found.also_known_as))]:
            by_name.setdefault(plain_name(name), {}).setdefault(found.id, (found.id, path, name))
    pairs: dict[tuple[str, str], tuple[Spelling, Spelling]] = {}
    for plain in sorted(shared):
        first, *others = sorted(by_name[plain].values())
        for other in others:
            pairs.setdefault((first[0], other[0]), (first, other))
    for first, other in pairs.values():
        yield _fault(network, first, other)


def _shared(network: Network) -> set[str]:
    """Return the plain names that more than one party has."""
    owner: dict[str, str] = {"": "", UNKNOWN: ""}
    shared: set[str] = set()
    for found in network.of(Stakeholder):
        for name in (found.name, *found.also_known_as):
            plain = plain_name(name)
            if owner.setdefault(plain, found.id) not in (found.id, ""):
                shared.add(plain)
    return shared


def _fault(network: Network, first: Spelling, other: Spelling) -> Fault:
    party = both(network, "stakeholder", plural=True)
    where: Location = place(network, first[0], *first[1], why=Text("hier staat de naam ook", "the name stands here too"))
    return Fault(
        Text(
            f"twee {party.nl} heten '{other[2]}': '{first[0]}' en '{other[0]}'",
            f"two {party.en} are called '{other[2]}': '{first[0]}' and '{other[0]}'",
        ),
        place(network, other[0], *other[1]),
        other[0],
        Text(
            "voeg ze samen tot één id, of geef een van de twee een naam die ze onderscheidt",
            "merge them, or give one of them a name that tells them apart",
        ),
        (where,),
    )


RULE = Rule("DIN805", Severity.WARNING, check)
