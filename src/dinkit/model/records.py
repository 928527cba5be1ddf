"""The elements of a DIN as frozen records, one class per kind; relations between them are kept beside them.

The same classes are the contract of the file (pydantic checks it) and what every later stage reads.
"""

import re
from types import MappingProxyType
from typing import Annotated, Any, ClassVar

from dinkit.model.contract import OneOf, Reader
from dinkit.model.kinds import KINDS
from dinkit.model.values import (
    Acceptance,
    Aspect,
    DateField,
    Evidence,
    Money,
    Planning,
    Quantity,
    Statement,
    Steering,
    StepField,
    Substantiation,
    Texts,
    Track,
    WeightField,
    WholeField,
)
from dinkit.model.vocabulary import UNKNOWN

NOTHING: Any = MappingProxyType({})
"""The default of every field that is a mapping: empty, and it stays so."""

ID_PATTERN = re.compile(r"[a-z][a-z0-9-]*\Z")
LONGEST_ID = 80
"""Ids become the names of files and stand in every reference."""


def read_id(value: Any) -> str:
    """Read an id: small letters, digits and hyphens, a letter first."""
    if not isinstance(value, str) or not ID_PATTERN.match(value):
        raise ValueError("id")
    if len(value) > LONGEST_ID:
        raise ValueError("long-id")
    return str(value)


Id = Annotated[str, Reader(read_id)]
Phase = Annotated[str, OneOf("phase")]
Level = Annotated[str, OneOf("level")]
Status = Annotated[str, OneOf("status", ("idea", "planned", "running", "on_hold", "done", "stopped", UNKNOWN))]
Direction = Annotated[str, OneOf("direction")]
Standing = Annotated[str, OneOf("standing")]
Counting = Annotated[str, OneOf("counting")]
Trend = Annotated[str, OneOf("trend")]
Role = Annotated[str, OneOf("role")]
AspectName = Annotated[str, OneOf("aspects", ("performance", "planning", "quality", "finance", "risks", "stakeholders", "developments"))]
BenefitType = Annotated[str, OneOf("type", ("wanted", "unwanted", UNKNOWN))]
EffortType = Annotated[str, OneOf("type", ("project", "process", "routine", "improvisation", "pilot", "experiment", "event", "regulation", UNKNOWN))]
PartyType = Annotated[
    str, OneOf("type", ("own_organisation", "organisation", "government", "partnership", "team", "function", "target_group", "group", UNKNOWN))
]
ResultType = Annotated[str, OneOf("type", ("start", "completion", "output", "outcome", UNKNOWN))]
ResourceType = Annotated[str, OneOf("type", ("money", "people", "other", UNKNOWN))]
RiskType = Annotated[str, OneOf("type", ("goal", "effort", UNKNOWN))]
AgreementType = Annotated[str, OneOf("type", ("covenant", "contract", "bylaw", "grant_agreement", "policy", "law", "other", UNKNOWN))]


Announced = Annotated[str, OneOf("announced", ("main_goals", "subgoals", "operational_goals", "sub_efforts", *(kind.collection for kind in KINDS)))]


class Element(Evidence):
    """What every element has."""

    kind: ClassVar[str]

    id: Id
    name: str
    description: str | None = None
    number: str | None = None
    also_known_as: Texts = ()
    announced: dict[Announced, WholeField] = NOTHING
    tags: Texts = ()
    ended: DateField | None = None
    accepted: dict[str, Acceptance] = NOTHING


class Programme(Element):
    """The programme itself, or a related one."""

    kind = "programme"

    organisation: str | None = None
    date: DateField | None = None
    planning: Planning | None = None
    phase: Phase | None = None
    mission: tuple[Statement, ...] = ()
    vision: tuple[Statement, ...] = ()
    ambition: tuple[Statement, ...] = ()
    money: tuple[Money, ...] = ()


class Goal(Element):
    """What is to be reached; its level follows from the nesting unless it is given."""

    kind = "goal"

    level: Level | None = None
    target_date: DateField | None = None
    weight: WeightField | None = None
    deliberately_no_effort: str | None = None


class Benefit(Element):
    """A measurable effect that those involved see as desired, or not."""

    kind = "benefit"

    type: BenefitType | None = None
    target_date: DateField | None = None


class Capability(Element):
    """What the organisation must be able to do."""

    kind = "capability"

    current_level: StepField | None = None
    desired_level: StepField | None = None


class Effort(Element):
    """Work, on its own or as a part of a larger effort."""

    kind = "effort"

    type: EffortType | None = None
    steering: Steering | None = None
    track: Track | None = None
    status: Status | None = None
    substantiation: Substantiation | None = None
    planning: Planning | None = None
    money: tuple[Money, ...] = ()
    conditions: tuple[Statement, ...] = ()


class Stakeholder(Element):
    """A party: an organisation, a team, a function or a group."""

    kind = "stakeholder"

    type: PartyType | None = None
    power: StepField | None = None
    interest: StepField | None = None


class Indicator(Element):
    """What is measured."""

    kind = "indicator"

    unit: str | None = None
    direction: Direction | None = None
    scale: Texts = ()
    baseline: Quantity | None = None
    targets: tuple[Quantity, ...] = ()
    frequency: str | None = None
    measured_by: str | None = None
    method: str | None = None


class Measurement(Element):
    """One measured value of an indicator."""

    kind = "measurement"

    name: str = ""
    value: Quantity | None = None
    date: DateField | None = None


class Result(Element):
    """What was done or reached, is expected or was planned."""

    kind = "result"

    name: str = ""
    type: ResultType | None = None
    value: Quantity | None = None
    date: DateField | None = None
    standing: Standing | None = None
    counting: Counting | None = None
    since: DateField | None = None


class Progress(Element):
    """A progress report on one element."""

    kind = "progress"

    name: str = ""
    date: DateField | None = None
    author: str | None = None
    aspects: dict[AspectName, Aspect] = NOTHING


class Resource(Element):
    """Money, people or other means."""

    kind = "resource"

    type: ResourceType | None = None
    value: Quantity | None = None
    money: tuple[Money, ...] = ()


class Risk(Element):
    """What threatens a goal or an effort."""

    kind = "risk"

    type: RiskType | None = None
    cause: str | None = None
    effect: str | None = None
    trend: Trend | None = None
    response: str | None = None
    likelihood: StepField | None = None
    impact: StepField | None = None


class Assumption(Element):
    """What is taken for true until it is tested."""

    kind = "assumption"

    substantiation: Substantiation | None = None
    test_date: DateField | None = None


class Milestone(Element):
    """A moment that efforts work towards."""

    kind = "milestone"

    date: DateField | None = None


class Theme(Element):
    """A theme by which elements are grouped."""

    kind = "theme"


class District(Element):
    """A district that elements can touch."""

    kind = "district"

    areas: Texts = ()


class Agreement(Element):
    """A covenant, contract, bylaw or other agreement; `planning` is its term."""

    kind = "agreement"

    type: AgreementType | None = None
    planning: Planning | None = None
    money: tuple[Money, ...] = ()
    conditions: tuple[Statement, ...] = ()


class Decision(Element):
    """A decision, with who and when."""

    kind = "decision"

    date: DateField | None = None
    by: str | None = None


class Source(Element):
    """A document that the content rests on."""

    kind = "source"

    date: DateField | None = None
    type: str | None = None
    organisation: str | None = None
    file: str | None = None


RECORDS: dict[str, type[Element]] = {
    record.kind: record
    for record in (
        Programme, Goal, Benefit, Capability, Effort, Stakeholder, Indicator, Measurement, Result, Progress,
        Resource, Risk, Assumption, Milestone, Theme, District, Agreement, Decision, Source,
    )
}  # fmt: skip
