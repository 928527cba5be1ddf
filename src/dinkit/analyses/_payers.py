"""Who is the own organisation of a programme: payments of others are never added to its own."""

from __future__ import annotations

from collections.abc import Mapping

from dinkit.analyses._works import walk
from dinkit.model.records import Stakeholder
from dinkit.network import Network, programme_of


def own_organisation(network: Network) -> set[str]:
    """Return the own organisation with all its parts: what says so by its type, what the programme names as its organisation, and who pays the
    programme's own budget. Empty where nothing says who that is.
    """  # noqa: D205 - the first sentence needs two lines
    programme = programme_of(network)
    named = (programme.organisation or "").casefold() if programme else ""
    parties = {one.id: one for one in network.of(Stakeholder)}
    own = [one.id for one in parties.values() if one.type == "own_organisation" or named in _names(one)]
    own += [money.payer for money in (programme.money if programme else ()) if money.payer in parties and is_budget(money.type, money.stream)]
    return set(walk(own, network.children))


def _names(party: Stakeholder) -> list[str]:
    return [name.casefold() for name in (party.name, *party.also_known_as) if name]


def is_budget(type_: str, stream: str) -> bool:
    """Say whether an amount at the programme is its budget: a ceiling of programme money."""
    return type_ == "ceiling" and stream == "programme"


def payer_groups(network: Network) -> Mapping[str, str]:
    """Return for every stakeholder whether it is the own organisation ("own") or another party ("other"); empty where nobody knows which."""
    own = own_organisation(network)
    return {one.id: "own" if one.id in own else "other" for one in network.of(Stakeholder)} if own else {}
