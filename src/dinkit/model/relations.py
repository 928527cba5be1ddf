"""The one table of relations: which kinds may join, where it is written, and what it means for the goal network."""

from __future__ import annotations

from dinkit.model.kinds import KINDS
from dinkit.tuples import NamedTuple

ANY: frozenset[str] = frozenset(kind.name for kind in KINDS)


class RelationType(NamedTuple):
    """One type of relation, from `sources` to `targets`.

    `key` is the key in the file; `written_at` says at which end ("source" or "target"). `in_goal_network` marks
    the relations along which efforts reach goals. `acyclic` says that going round is a fault.
    """

    name: str
    sources: frozenset[str]
    targets: frozenset[str]
    key: str
    written_at: str
    dutch: str
    english: str
    dutch_inverse: str
    english_inverse: str
    in_goal_network: bool = False
    acyclic: bool = False
    same_kind: bool = False


def _kinds(names: str) -> frozenset[str]:
    return frozenset(names.split())


_WORK = _kinds("goal benefit capability effort")

RELATIONS: tuple[RelationType, ...] = (
    RelationType(
        "contributes_to",
        _WORK,
        _kinds("goal benefit capability"),
        "contributes_to",
        "source",
        "draagt bij aan",
        "contributes to",
        "krijgt bijdrage van",
        "gets a contribution from",
        in_goal_network=True,
        acyclic=True,
    ),
    RelationType("hinders", _WORK, _kinds("goal benefit"), "hinders", "source", "remt", "hinders", "wordt geremd door", "is hindered by"),
    RelationType(
        "part_of",
        _kinds("goal effort stakeholder theme district"),
        _kinds("goal effort stakeholder theme district"),
        "part_of",
        "source",
        "is onderdeel van",
        "is part of",
        "bestaat uit",
        "consists of",
        in_goal_network=True,
        acyclic=True,
        same_kind=True,
    ),
    RelationType(
        "also_part_of",
        _kinds("effort"),
        _kinds("effort"),
        "also_part_of",
        "source",
        "hoort ook bij",
        "is also part of",
        "heeft ook",
        "also has",
        in_goal_network=True,
        acyclic=True,
    ),
    RelationType(
        "same_as", _kinds("effort"), _kinds("effort"), "same_as", "source", "is hetzelfde als", "is the same as", "is hetzelfde als", "is the same as"
    ),
    RelationType(
        "involved_in",
        _kinds("stakeholder"),
        _kinds("programme goal benefit capability effort risk agreement decision milestone resource"),
        "stakeholders",
        "target",
        "is betrokken bij",
        "is involved in",
        "heeft als stakeholder",
        "has as stakeholder",
    ),
    RelationType(
        "measures",
        _kinds("indicator"),
        _kinds("programme goal benefit capability effort"),
        "measures",
        "source",
        "meet",
        "measures",
        "wordt gemeten met",
        "is measured by",
    ),
    RelationType(
        "threatens",
        _kinds("risk"),
        _kinds("programme goal benefit capability effort"),
        "threatens",
        "source",
        "bedreigt",
        "threatens",
        "wordt bedreigd door",
        "is threatened by",
    ),
    RelationType(
        "requires",
        _kinds("effort capability milestone"),
        _kinds("effort capability milestone"),
        "requires",
        "source",
        "vereist",
        "requires",
        "is nodig voor",
        "is required by",
        acyclic=True,
    ),
    RelationType("uses", _kinds("effort capability"), _kinds("resource"), "uses", "source", "gebruikt", "uses", "wordt gebruikt door", "is used by"),
    RelationType(
        "finances",
        _kinds("effort resource stakeholder agreement"),
        _kinds("effort resource"),
        "finances",
        "source",
        "financiert",
        "finances",
        "wordt betaald door",
        "is financed by",
    ),
    RelationType(
        "rests_on",
        _kinds("programme goal benefit capability effort agreement decision"),
        _kinds("assumption agreement decision"),
        "rests_on",
        "source",
        "steunt op",
        "rests on",
        "draagt",
        "supports",
    ),
    RelationType(
        "touches",
        ANY - _kinds("source"),
        ANY - _kinds("source measurement"),
        "touches",
        "source",
        "raakt",
        "touches",
        "wordt geraakt door",
        "is touched by",
    ),
    RelationType(
        "of",
        _kinds("measurement result progress decision milestone resource"),
        ANY - _kinds("source measurement"),
        "of",
        "source",
        "gaat over",
        "is about",
        "heeft",
        "has",
    ),
    RelationType("succeeds", ANY, ANY, "succeeds", "source", "volgt op", "succeeds", "wordt opgevolgd door", "is succeeded by"),
)

RELATION_BY_NAME: dict[str, RelationType] = {relation.name: relation for relation in RELATIONS}

RELATION_BY_KEY: dict[str, RelationType] = {relation.key: relation for relation in RELATIONS}

MEASURED_KINDS: dict[str, frozenset[str]] = {"measurement": frozenset({"indicator"})}
"""Kinds whose `of` may only point at these kinds."""


def allowed(relation: RelationType, source_kind: str, target_kind: str) -> bool:
    """Say whether the relation may join an element of `source_kind` to one of `target_kind`.

    >>> allowed(RELATION_BY_NAME["contributes_to"], "effort", "goal")
    True
    >>> allowed(RELATION_BY_NAME["part_of"], "effort", "goal")
    False
    """
    if source_kind not in relation.sources or target_kind not in relation.targets:
        return False
    if relation.same_kind and source_kind != target_kind:
        return False
    return relation.name != "of" or target_kind in MEASURED_KINDS.get(source_kind, ANY)
