"""What the models of a portfolio have in common: parties with a role, efforts, relations between programmes, and parties under two names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dinkit.analyses._alone import with_role
from dinkit.analyses.centrality import involvement
from dinkit.model.names import nearly_equal_pairs, plain_name
from dinkit.model.records import Effort, Programme, Stakeholder
from dinkit.network import Network, Relation, programme_of
from dinkit.portfolio.members import Group, Model


class Party(NamedTuple):
    """A party that has a role in more than one model."""

    id: str
    name: str
    scope: str
    """How far apart those models are: "organisations", "programmes" or "editions"."""
    programmes: int
    efforts: Mapping[str, int]
    """Name of the model -> in how many efforts it is involved there; only models in which it has a role."""
    is_group: bool
    """Whether it stands for many ("employers") rather than for one party."""


class Touch(NamedTuple):
    """A relation between two programmes, of one of them or of something in it."""

    programme: str
    """The id of the programme that names it."""
    source: str
    """What touches: the programme itself, or an element of it."""
    target: str
    target_name: str
    here: bool
    """Whether both are programmes of this portfolio."""
    reason: str
    places: tuple[str, ...]
    models: tuple[str, ...]


class Likeness(NamedTuple):
    """Two names that may be of one party."""

    what: str
    """"other_name" (one id, two names), "same_name" (two ids, one name) or "similar_name" (two ids, nearly one name)."""
    id: str
    name: str
    models: tuple[str, ...]
    other_id: str
    other_name: str
    other_models: tuple[str, ...]
    spellings: tuple[str, ...] = ()
    """What is the same in both, or nearly: the spelling of the first and, if that is another, of the second."""


class SharedEffort(NamedTuple):
    """An effort of the same id in programmes that are not the same."""

    id: str
    names: tuple[str, ...]
    models: tuple[str, ...]


class Shared(NamedTuple):
    """Everything that the models of a portfolio have in common."""

    parties: tuple[Party, ...]
    relations: tuple[Touch, ...]
    names: tuple[Likeness, ...]
    efforts: tuple[SharedEffort, ...]


def shared_by(groups: Sequence[Group], models: Sequence[Model]) -> Shared:
    """Return what programmes, and the models that they are made of, have in common."""
    return Shared(shared_parties(groups), relations_between(groups), likenesses(models), shared_efforts(groups))


def shared_parties(groups: Sequence[Group]) -> tuple[Party, ...]:
    """Return the parties with a role in more than one model: those of several organisations first, then by programmes, by models and by id."""
    roles: dict[str, list[tuple[Group, Model]]] = {}
    efforts: dict[str, dict[str, int]] = {}
    for group, model in _each(groups):
        parties = {party.id for party in model.network.of(Stakeholder)}
        for party in sorted(with_role(model.network) & parties):
            roles.setdefault(party, []).append((group, model))
        efforts[model.name] = _involved(model.network)
    found = [_party(party, where, efforts) for party, where in roles.items() if len(where) > 1]
    return tuple(sorted(found, key=lambda one: (_SCOPES.index(one.scope), -one.programmes, -len(one.efforts), one.id)))


_SCOPES = ("organisations", "programmes", "editions")


def relations_between(groups: Sequence[Group]) -> tuple[Touch, ...]:
    """Return the relations between programmes, each once however many editions name it."""
    here = {group.programme for group in groups}
    found: dict[tuple[str, str, str, str], Touch] = {}
    for group, model in _each(groups):
        for relation in model.network.relations:
            if relation.type == "touches" and _is_outward(model.network, relation):
                touch = _touch(model, group, relation, here)
                key = (group.programme, touch.source, touch.target, touch.reason)
                seen = found.get(key, touch._replace(models=()))
                found[key] = seen._replace(models=(*seen.models, model.name), places=tuple(dict.fromkeys((*seen.places, *touch.places))))
    return tuple(sorted(found.values()))


def likenesses(models: Sequence[Model]) -> tuple[Likeness, ...]:
    """Return the names that may be of one party, over all models together."""
    spelled: dict[str, dict[str, list[str]]] = {}
    plain: dict[str, dict[str, str]] = {}
    for model in models:
        for party in model.network.of(Stakeholder):
            spelled.setdefault(party.id, {}).setdefault(party.name, []).append(model.name)
            for name in (party.name, *party.also_known_as):
                plain.setdefault(plain_name(name), {}).setdefault(party.id, name)
    plain.pop("", None)
    return (*_other_names(spelled), *_same_names(spelled, plain))


def shared_efforts(groups: Sequence[Group]) -> tuple[SharedEffort, ...]:
    """Return the efforts whose id stands in more than one programme, by id."""
    where: dict[str, list[tuple[Group, Model, str]]] = {}
    for group, model in _each(groups):
        for effort in model.network.of(Effort):
            where.setdefault(effort.id, []).append((group, model, effort.name))
    return tuple(
        SharedEffort(effort, tuple(dict.fromkeys(name for _, _, name in places)), tuple(model.name for _, model, _ in places))
        for effort, places in sorted(where.items())
        if len({group.models[0].name for group, _, _ in places}) > 1
    )


def _each(groups: Sequence[Group]) -> Iterator[tuple[Group, Model]]:
    return ((group, model) for group in groups for model in group.models)


def _involved(network: Network) -> dict[str, int]:
    _, lines = involvement(network, "effort")
    found: dict[str, int] = {}
    for party, _ in lines:
        found[party] = found.get(party, 0) + 1
    return found


def _party(party: str, where: Sequence[tuple[Group, Model]], efforts: Mapping[str, Mapping[str, int]]) -> Party:
    programmes = {group.models[0].name for group, _ in where}
    organisations = {group.organisation.casefold() for group, _ in where if group.organisation}
    scope = "organisations" if len(organisations) > 1 else "programmes" if len(programmes) > 1 else "editions"
    found = where[0][1].network.elements[party]
    is_group = isinstance(found, Stakeholder) and found.type in ("group", "target_group")
    counts = {model.name: efforts[model.name].get(party, 0) for _, model in where}
    return Party(party, found.name, scope, len(programmes), counts, is_group)


def _is_outward(network: Network, relation: Relation) -> bool:
    """Say whether a relation leads to another programme, or comes from one."""
    own = programme_of(network)
    ends = [network.elements[one] for one in (relation.source, relation.target)]
    return any(isinstance(one, Programme) and (own is None or one.id != own.id) for one in ends)


def _touch(model: Model, group: Group, relation: Relation, here: set[str]) -> Touch:
    return Touch(
        group.programme,
        relation.source,
        relation.target,
        model.network.elements[relation.target].name,
        relation.target in here or relation.source in here - {group.programme},
        relation.reason or "",
        relation.places,
        (),
    )


def _other_names(spelled: Mapping[str, Mapping[str, list[str]]]) -> Iterator[Likeness]:
    for party, names in sorted(spelled.items()):
        (first, models), *others = names.items()
        for other, other_models in others:
            yield Likeness("other_name", party, first, tuple(models), party, other, tuple(other_models))


def _same_names(spelled: Mapping[str, Mapping[str, list[str]]], plain: Mapping[str, Mapping[str, str]]) -> Iterator[Likeness]:
    seen: set[tuple[str, str]] = set()
    for what, spellings in (("same_name", ((one, one) for one in sorted(plain))), ("similar_name", nearly_equal_pairs(plain))):
        for one, other in spellings:
            for first, second in _pairs(plain[one], plain[other]):
                pair = (min(first, second), max(first, second))
                if pair not in seen:
                    seen.add(pair)
                    yield _likeness(what, pair, spelled)._replace(spellings=tuple(dict.fromkeys((plain[one][first], plain[other][second]))))


def _pairs(one: Iterable[str], other: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((first, second) for first in sorted(one) for second in sorted(other) if first != second)


def _likeness(what: str, pair: tuple[str, str], spelled: Mapping[str, Mapping[str, list[str]]]) -> Likeness:
    (one, name, models), (other, other_name, other_models) = ((party, *_spelling(spelled[party])) for party in pair)
    return Likeness(what, one, name, models, other, other_name, other_models)


def _spelling(names: Mapping[str, list[str]]) -> tuple[str, tuple[str, ...]]:
    """Return the first name of a party, and every model that has it."""
    return next(iter(names)), tuple(dict.fromkeys(model for models in names.values() for model in models))
