"""Rules that a project writes itself, as data: which elements they look at, what they demand or forbid, and the words that files have for it."""

from __future__ import annotations

from enum import Enum
from typing import Any, NamedTuple

from dinkit.model.keywords import Word
from dinkit.model.kinds import KINDS
from dinkit.model.relations import RELATION_BY_NAME, RELATIONS, allowed
from dinkit.model.vocabulary import DUTCH_KEY

CODES = range(901, 1000)
"""Numbers of the codes that a project may give."""


class Words(NamedTuple):
    """The same in the two languages."""

    nl: str
    en: str


class Presence(Enum):
    """What can be said of any field: it says something, it says that the source does not say it, or it is not there."""

    GIVEN = "given"
    UNKNOWN = "unknown"
    ABSENT = "absent"


class Moment(Enum):
    """A date that the model says once for all rules."""

    REFERENCE = "reference_date"


class Among(NamedTuple):
    """A field is one of these values (or, negated, none of them); a presence stands for all values of its sort."""

    values: tuple[Any, ...]
    negated: bool = False


class Between(NamedTuple):
    """A number or date is at least, or at most, so much."""

    least: Any = None
    most: Any = None


class Inside(NamedTuple):
    """The record in a field (of several: one of them) passes all of these."""

    tests: tuple[AttributeTest, ...]


class AttributeTest(NamedTuple):
    """What one field must be."""

    name: str
    test: Among | Between | Inside


class Direction(NamedTuple):
    """One way to walk along relations: its words in files and in texts, the relations, and whether they are walked backwards."""

    english: str
    dutch: str
    label: Words
    relations: tuple[str, ...]
    incoming: bool
    kind: str | None = None
    """The only kind that has the word, where there is one."""


class End(NamedTuple):
    """What may stand at the other end: an element of a kind (None: of any) that passes a condition; `word` is how files call it."""

    word: str
    kind: str | None
    condition: Condition


class RelationTest(NamedTuple):
    """How many elements must stand at the other end of a relation, within so many steps (None: however many)."""

    direction: Direction
    link: tuple[AttributeTest, ...] = ()
    """What every link that is walked along must be."""
    ends: tuple[End, ...] = ()
    """What counts; without any, every element does."""
    steps: int | None = 1
    least: int = 1
    most: int | None = None


class AnyOf(NamedTuple):
    """At least one of these conditions holds."""

    options: tuple[Condition, ...]


class Not(NamedTuple):
    """The opposite: this condition does not hold."""

    condition: Condition


Part = AttributeTest | RelationTest | AnyOf | Not
Condition = tuple[Part, ...]
"""All parts hold."""


class Case(NamedTuple):
    """A rule for the elements of one kind (None: of any)."""

    word: str
    kind: str | None
    selection: Condition
    demand: Condition = ()
    forbidden: Condition | None = None


class ProjectRule(NamedTuple):
    """One rule of a project, and the offsets of its code in its file."""

    code: str
    cases: tuple[Case, ...]
    severity: str = "warning"
    """One of the severities, or "off"."""
    message: Words | None = None
    reason: str | None = None
    start: int = 0
    end: int = 0
    whole: bool = True
    """False when something of it could not be read: then it is not used."""


class KindWord(NamedTuple):
    """What a word for a sort of elements stands for: a kind (None: any), perhaps with a condition; and what texts call it."""

    kind: str | None
    condition: Condition
    one: Words
    several: Words


# One row per word reads best, so the formatter keeps off.
# fmt: off
RULE_WORDS: tuple[Word, ...] = (
    Word("for", "voor", "Which elements the rule looks at.", "Naar welke elementen de regel kijkt."),
    Word("demand", "eis", "What must hold for each of them.", "Wat voor elk daarvan moet gelden."),
    Word("forbid", "verbied", "What may not hold for any of them.", "Wat voor geen daarvan mag gelden."),
    Word("message", "melding", "What the finding says; {name} stands for the name of the element.", "Wat de bevinding zegt; {naam} staat voor de naam van het element."),
    Word("any_of", "een_van", "A list of conditions, of which one must hold.", "Een lijst van voorwaarden, waarvan er een moet gelden."),
    Word("not", "niet", "Anything but this value, these values or what this condition says.", "Alles behalve deze waarde, deze waarden of wat deze voorwaarde zegt."),
    Word("at_least", "minstens", "The smallest number or earliest date; with a relation: how many elements at least.", "Het kleinste getal of de vroegste datum; bij een verband: hoeveel elementen minstens."),
    Word("at_most", "hoogstens", "The largest number or latest date; with a relation: how many elements at most.", "Het grootste getal of de laatste datum; bij een verband: hoeveel elementen hoogstens."),
    Word("elements", "elementen", "Elements of any kind.", "Elementen van welke soort ook."),
    Word("steps", "stappen", "How many links away at most; or 'unlimited'.", "Hoeveel verbanden ver hoogstens; of 'onbeperkt'."),
)
# fmt: on

RULE_ENGLISH: dict[str, str] = {spelling: word.english for word in RULE_WORDS for spelling in (word.dutch, word.english)}
"""Any spelling of a word of the rules -> its English spelling. They are words only inside a rule, so that ids may be called like them."""

PRESENCES: dict[str, Presence] = {
    "gegeven": Presence.GIVEN, "given": Presence.GIVEN,
    "onbekend": Presence.UNKNOWN, "unknown": Presence.UNKNOWN,
    "ontbreekt": Presence.ABSENT, "absent": Presence.ABSENT,
}  # fmt: skip
MOMENTS: dict[str, Moment] = {"peildatum": Moment.REFERENCE, "reference_date": Moment.REFERENCE}
BLANKS = ("{naam}", "{name}")
"""What stands for the name of the element in a message."""
UNLIMITED = ("onbeperkt", "unlimited")


def joins(direction: Direction, kind: str | None, other: str | None) -> bool:
    """Say whether a step in this direction can lead from an element of a kind to one of another (None: any kind)."""
    return any(
        allowed(RELATION_BY_NAME[name], *((there, here) if direction.incoming else (here, there)))
        for name in direction.relations
        for here in _kinds(kind)
        for there in _kinds(other)
    )


def _kinds(kind: str | None) -> tuple[str, ...]:
    return (kind,) if kind else tuple(one.name for one in KINDS)


def _directions() -> dict[str, Direction]:
    found: list[Direction] = []
    for one in RELATIONS:
        forward, back = Words(one.dutch, one.english), Words(one.dutch_inverse, one.english_inverse)
        own, other = (forward, back) if one.written_at == "source" else (back, forward)
        found.append(Direction(one.key, DUTCH_KEY[one.key], own, (one.name,), incoming=one.written_at == "target"))
        found.append(Direction(_word(other.en), _word(other.nl), other, (one.name,), incoming=one.written_at == "source"))
    parts = RELATION_BY_NAME["part_of"]
    whole = Words(parts.dutch_inverse, parts.english_inverse)
    for key, kind in (("subgoals", "goal"), ("sub_efforts", "effort")):
        found.append(Direction(key, DUTCH_KEY[key], whole, ("part_of",), incoming=True, kind=kind))
    network = tuple(one.name for one in RELATIONS if one.in_goal_network)
    found.append(Direction("helps", "helpt", Words("helpt", "helps"), network, incoming=False))
    found.append(Direction("is_helped_by", "wordt_geholpen_door", Words("wordt geholpen door", "is helped by"), network, incoming=True))
    return {spelling: one for one in found for spelling in (one.dutch, one.english)}


def _word(label: str) -> str:
    return label.replace(" ", "_")


DIRECTIONS: dict[str, Direction] = _directions()
"""Any spelling -> the direction: the key of a relation as its own end writes it, and what the table calls its inverse for the other end.

`helps` and its inverse walk along all relations of the goal network at once: contributions and parts.
"""


def _kind_words() -> dict[str, KindWord]:
    plain = {
        kind.collection: KindWord(
            kind.name,
            (),
            Words(kind.dutch, "progress report" if kind.name == "progress" else kind.name),
            Words(kind.dutch_plural, kind.english_plural),
        )
        for kind in KINDS
    }
    levels = {
        key: KindWord("goal", (AttributeTest("level", Among((level,))),), one, several)
        for key, level, one, several in (
            ("main_goals", "main", Words("hoofddoel", "main goal"), Words("hoofddoelen", "main goals")),
            ("subgoals", "sub", Words("subdoel", "sub-goal"), Words("subdoelen", "sub-goals")),
            ("operational_goals", "operational", Words("operationeel doel", "operational goal"), Words("operationele doelen", "operational goals")),
        )
    }
    nested = (RelationTest(DIRECTIONS["part_of"]),)
    parts = KindWord("effort", nested, Words("onderdeel van een inspanning", "sub-effort"), Words("onderdelen van inspanningen", "sub-efforts"))
    anything = KindWord(None, (), Words("element", "element"), Words("elementen", "elements"))
    return plain | levels | {"sub_efforts": parts, "elements": anything}


KIND_WORDS: dict[str, KindWord] = _kind_words()
"""English word for a sort of elements -> what it stands for: the collections, the levels of goals, parts of efforts, and everything."""
