"""The typed document of one file: its head, how a link is written in full, and a collection that a source does not have."""

from functools import partial
from typing import Annotated, Any

from dinkit.model.contract import OneOf, Reader, Record, fields_of, new_record
from dinkit.model.kinds import COLLECTIONS, KINDS
from dinkit.model.records import NOTHING, Id, Role
from dinkit.model.values import DateField, Provenance, Substantiation, Texts, WeightField, scalar_as
from dinkit.model.vocabulary import ENGLISH_VALUE


class NoneStated(Record):
    """Says that a source has no elements of a kind, and why."""

    none: str
    source: Texts = ()
    note: Texts = ()


class Link(Record):
    """The long form of one link."""

    weight: WeightField | None = None
    role: Role | None = None
    provenance: Provenance | None = None
    substantiation: Substantiation | None = None
    source: Texts = ()
    verbatim: str | None = None
    reason: str | None = None
    note: Texts = ()


class Defaults(Record):
    """What holds for the content of one file."""

    provenance: Provenance | None = None


def read_labels(value: Any) -> dict[str, str]:
    """Read other names for kinds; keys may be the Dutch or the English name of a kind."""
    by_name = {spelling: kind.name for kind in KINDS for spelling in (kind.name, kind.dutch)}
    if not isinstance(value, dict) or not all(key in by_name and isinstance(text, str) for key, text in value.items()):
        raise ValueError("labels")
    return {by_name[key]: text for key, text in value.items()}


Format = Annotated[str, OneOf("format", ("1",))]
Language = Annotated[str, OneOf("language")]
Profile = Annotated[str, OneOf("profile")]
WeightScale = Annotated[str, OneOf("weight_scale")]
Labels = Annotated[dict[str, str], Reader(read_labels)]


def read_severity(value: Any) -> str:
    """Read a severity under a key that is no word of the grammar: in either language."""
    if not isinstance(value, str) or value not in ENGLISH_VALUE["severity"]:
        raise ValueError("severity")
    return ENGLISH_VALUE["severity"][value]


SeverityField = Annotated[str, Reader(read_severity)]


def read_later(value: Any) -> Any:
    """Read nothing of what is a language of its own; who knows that language reads it afterwards."""
    del value
    return NOTHING


ProjectRules = Annotated[dict[str, Any], Reader(read_later)]
"""The project's own rules by code, which `reading.project_rules` reads."""
KindKey = Annotated[str, OneOf("per_kind", tuple(COLLECTIONS))]


class RuleSetting(Record):
    """How bad a breach of one rule is: everywhere, per kind, per element; the nearest counts."""

    short = partial(scalar_as, "severity")

    severity: SeverityField | None = None
    per_kind: dict[KindKey, SeverityField] = NOTHING
    per_element: dict[Id, SeverityField] = NOTHING


class Head(Record):
    """The head of a model file or of a part."""

    model: Id | None = None
    format: Format = "1"
    language: Language = "nl"
    profile: Profile = "classic"
    reference_date: DateField | None = None
    weight_scale: WeightScale | None = None
    parts: Texts = ()
    edition: str | None = None
    previous_edition: str | None = None
    labels: Labels = NOTHING
    rules: dict[str, RuleSetting] = NOTHING
    project_rules: ProjectRules = NOTHING
    defaults: Defaults = new_record(Defaults, {})


HEAD_KEYS: frozenset[str] = frozenset(fields_of(Head))
TOP_KEYS: frozenset[str] = HEAD_KEYS | frozenset(COLLECTIONS) | {"programme"}
