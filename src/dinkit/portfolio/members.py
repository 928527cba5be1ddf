"""The models of a portfolio, and which of them are editions of one programme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.naming import all_named
from dinkit.network import Network, programme_of


class Member(NamedTuple):
    """One model that was asked for."""

    path: str
    network: Network | None
    """None when nothing of it could be read."""
    errors: int = 0
    why: Text | None = None
    """Why nothing could be read."""


class Model(NamedTuple):
    """One model that could be read, under a name that no other model of the portfolio has."""

    name: str
    """The id of the model, else its path; with a number when two have the same."""
    network: Network
    member: Member


class Group(NamedTuple):
    """A programme with its editions among the models of the portfolio, in the order in which those were given."""

    programme: str
    """The id of the programme, else the name of the model."""
    name: str
    organisation: str
    models: tuple[Model, ...]
    latest: Model
    """The edition that counts for the programme as a whole: none of the others follows upon it, its reference date is the latest, it was given last."""


def models_of(members: Sequence[Member]) -> tuple[Model, ...]:
    """Return the models that could be read, each with a name of its own."""
    taken: dict[str, int] = {}
    found = []
    for member in members:
        if member.network is not None:
            name = member.network.head.model or member.path
            taken[name] = taken.get(name, 0) + 1
            found.append(Model(name if taken[name] == 1 else f"{name} ({taken[name]})", all_named(member.network), member))
    return tuple(found)


def groups_of(models: Sequence[Model]) -> tuple[Group, ...]:
    """Return the programmes, in the order in which their first edition was given.

    Models are editions of one programme when one names the other as an earlier edition, or when they are about a programme of the same
    id and no two organisations.
    """
    found: list[list[int]] = []
    for at, model in enumerate(models):
        same = [group for group in found if any(_are_editions(model.network, models[one].network) for one in group)]
        found = [group for group in found if group not in same] + [[*sorted(one for group in same for one in group), at]]
    return tuple(_group([models[at] for at in group]) for group in sorted(found))


def sees(later: Network, earlier: Network) -> bool:
    """Say whether one model names another one as an earlier edition, itself or through others."""
    return any(edition.files[:1] == earlier.files[:1] for edition in [*later.editions()][1:])


def _are_editions(one: Network, other: Network) -> bool:
    return sees(one, other) or sees(other, one) or _same_programme(one, other)


def _same_programme(one: Network, other: Network) -> bool:
    mine, theirs = programme_of(one), programme_of(other)
    if mine is None or theirs is None or mine.id != theirs.id:
        return False
    return not (mine.organisation and theirs.organisation) or mine.organisation.casefold() == theirs.organisation.casefold()


def _group(models: Sequence[Model]) -> Group:
    latest = max(models, key=lambda one: (not any(sees(other.network, one.network) for other in models), _last_day(one.network), models.index(one)))
    programme = programme_of(latest.network)
    if programme is None:
        return Group(latest.name, latest.name, "", tuple(models), latest)
    return Group(programme.id, programme.name, programme.organisation or "", tuple(models), latest)


def _last_day(network: Network) -> str:
    date = network.head.reference_date
    return date.last.isoformat() if isinstance(date, ImpreciseDate) else ""
