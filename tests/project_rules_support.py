"""Random networks and project rules as plain data; `project_rules_brute` reads off the data what they find.

A model is written as JSON, which is YAML too, so nothing of dinkit is needed to make one.
"""

from __future__ import annotations

import json
from random import Random
from typing import Any, NamedTuple

from hypothesis import strategies as st

Condition = dict[str, Any]

STATUS = ("running", "stopped", "unknown")
STEERING = ("directing", "aligning")
DATES = ("2019", "2020", "2019-H2", "unknown")
REFERENCE = "reference_date"
ROLES = ("owner", "partner")
PRESENCES = ("given", "absent", "unknown")
TYPES = ("team", "group", "unknown")

WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "goal": {"level": ("main", "sub", "operational")},
    "effort": {"status": STATUS, "steering": STEERING},
    "stakeholder": {"type": TYPES},
}
"""Kind -> field -> the words that it may be."""
COLLECTION = {"goal": "goals", "effort": "efforts", "stakeholder": "stakeholders"}

RELATIONS: dict[str, dict[str, tuple[tuple[str, ...], bool, tuple[str, ...]]]] = {
    "goal": {
        "gets_a_contribution_from": (("contributes_to",), True, ("effort", "goal")),
        "contributes_to": (("contributes_to",), False, ("goal",)),
        "consists_of": (("part_of",), True, ("goal",)),
        "is_helped_by": (("contributes_to", "part_of", "also_part_of"), True, ("goal",)),
    },
    "effort": {
        "contributes_to": (("contributes_to",), False, ("goal",)),
        "stakeholders": (("involved_in",), True, ("stakeholder",)),
        "requires": (("requires",), False, ("effort",)),
        "is_required_by": (("requires",), True, ("effort",)),
        "part_of": (("part_of",), False, ("effort",)),
        "helps": (("contributes_to", "part_of", "also_part_of"), False, ("goal",)),
    },
    "stakeholder": {"is_involved_in": (("involved_in",), False, ("effort",))},
}
"""Kind -> word -> the relations, whether they are walked backwards, and the kinds at the other end."""


class Link(NamedTuple):
    """One relation of a plain network."""

    type: str
    source: str
    target: str
    role: str | None = None


class Plain(NamedTuple):
    """A network as plain data: what each element is, and how they are linked."""

    kinds: dict[str, str]
    fields: dict[str, dict[str, Any]]
    links: tuple[Link, ...]
    reference: str | None = None
    """The reference date."""

    def text(self, rules: dict[str, Any]) -> str:
        """Write it as a model with project rules."""
        return json.dumps({"project_rules": rules} | document(self))


def document(plain: Plain) -> dict[str, Any]:
    """Return a network as the mapping that a model file holds; parts by the key of their whole."""
    made: dict[str, Any] = {"reference_date": plain.reference} if plain.reference else {}
    made |= {"goals": {}, "efforts": {}, "stakeholders": {}}
    inner = {link.source: link.target for link in plain.links if link.type == "part_of"}
    nodes: dict[str, dict[str, Any]] = {name: {"name": name.upper(), **plain.fields[name]} for name in plain.kinds}
    for link in plain.links:
        if link.type == "involved_in":
            nodes[link.target].setdefault("stakeholders", {})[link.source] = link.role
        elif link.type != "part_of":
            nodes[link.source].setdefault(link.type, []).append(link.target)
    for name, kind in plain.kinds.items():
        nested = "subgoals" if kind == "goal" else "sub_efforts"
        home = nodes[inner[name]].setdefault(nested, {}) if name in inner else made[COLLECTION[kind]]
        home[name] = nodes[name]
    return made


class Made:
    """What a seed makes: far cheaper than drawing every choice, so that a law can be tried on many more networks."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def pick(self, choices: Any) -> Any:
        return self.random.choice(list(choices))

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def network(self) -> Plain:
        """Make a small network with circles in what contributes and in what is required, parts, roles, and fields given, unknown or absent."""
        goals = [f"g{at}" for at in range(self.random.randint(1, 4))]
        efforts = [f"e{at}" for at in range(self.random.randint(0, 4))]
        parties = [f"s{at}" for at in range(self.random.randint(0, 2))]
        kinds = dict.fromkeys(goals, "goal") | dict.fromkeys(efforts, "effort") | dict.fromkeys(parties, "stakeholder")
        parts = [Link("part_of", one, self.pick(all_[:at])) for all_ in (goals, efforts) for at, one in enumerate(all_) if at and self.chance(0.3)]
        links = self.links("contributes_to", efforts + goals, goals) + self.links("requires", efforts, efforts)
        roles = [link._replace(role=self.pick((None, *ROLES))) for link in self.links("involved_in", parties, efforts)]
        fields = {name: self.fields(kind) for name, kind in kinds.items()}
        return Plain(kinds, fields, (*parts, *links, *roles), self.pick((None, "2019", "2019-09-01", "2020")))

    def links(self, relation: str, sources: list[str], targets: list[str]) -> list[Link]:
        share = self.pick((0.1, 0.3, 0.6))
        return [Link(relation, one, other) for one in sources for other in targets if one != other and self.chance(share)]

    def fields(self, kind: str) -> dict[str, Any]:
        choices: dict[str, tuple[Any, ...]] = dict(WORDS[kind])
        if kind == "goal":
            choices["target_date"] = DATES
        if kind == "effort":
            choices["money"] = ("300", "unknown", [{"amount": "5", "stream": "eu"}, {"amount": "unknown"}])
            choices["planning"] = ("2019", "2019..2020", "unknown")
        if kind == "stakeholder":
            choices["power"] = ("1", "3", "5", "unknown")
        return {name: self.pick(values) for name, values in choices.items() if self.chance(0.6)}

    def rule(self, depth: int = 2) -> dict[str, Any]:
        """Make a rule for one kind of element."""
        kind = self.pick(sorted(RELATIONS))
        made: dict[str, Any] = {"for": {COLLECTION[kind]: (self.condition(kind, 1) if self.chance(0.5) else {}) or None}}
        forbid = self.condition(kind, depth) if self.chance(0.4) else {}
        demand = self.condition(kind, depth) if not forbid or self.chance(0.5) else {}
        if demand or not forbid:
            made["demand"] = demand or {"name": "given"}
        return made | ({"forbid": forbid} if forbid else {})

    def condition(self, kind: str, depth: int) -> Condition:
        """Make a condition on elements of a kind: fields, relations with what stands at the other end, and alternatives."""
        made: Condition = {name: self.words(words) for name, words in WORDS[kind].items() if self.chance(0.3)}
        if kind == "goal" and self.chance(0.3):
            made["target_date"] = self.dates()
        if kind == "effort" and self.chance(0.3):
            made["money"] = self.money()
        if kind == "effort" and self.chance(0.2):
            made["planning"] = self.planning()
        if kind == "stakeholder" and self.chance(0.4):
            made["power"] = self.pick((*PRESENCES, {"at_least": 2}, {"at_most": 3}, {"at_least": 4}, [1, 3]))
        if depth and self.chance(0.6):
            word = self.pick(sorted(RELATIONS[kind]))
            made[word] = self.relation(kind, word, depth - 1)
        if depth and self.chance(0.2):
            options = [option for _ in range(2) if (option := self.condition(kind, depth - 1))]
            made |= {"any_of": options} if options else {}
        if depth and self.chance(0.15) and (opposite := self.condition(kind, depth - 1)):
            made["not"] = opposite
        return made

    def words(self, words: tuple[str, ...]) -> Any:
        values = (*words, "given", "absent")
        return self.pick((self.pick(values), [self.pick(values), self.pick(values)], {"not": self.pick(values)}))

    def dates(self) -> Any:
        bounds = ({"at_least": "2019"}, {"at_least": "2020"}, {"at_most": "2019"}, {"at_most": REFERENCE}, {"at_least": REFERENCE})
        return self.pick((*PRESENCES, "2019", "2019-H2", REFERENCE, {"not": REFERENCE}, *bounds))

    def money(self) -> Any:
        """Make a test on amounts: their own, and what is inside one of them."""
        amounts = [{"at_least": 100}, {"at_least": 250}, {"at_most": 100}, {"at_most": 5}, "300", "given", "absent"]
        streams = ["eu", "regular", "given", "unknown", {"not": "eu"}]
        inside = {"stream": self.pick(streams)} if self.chance(0.5) else {}
        inside |= {"amount": self.pick(amounts)} if self.chance(0.5) else {}
        return inside or self.pick((*PRESENCES, {"not": "given"}))

    def planning(self) -> Any:
        inside = {end: self.dates() for end in ("start", "end") if self.chance(0.6)}
        return inside or self.pick((*PRESENCES, {"not": "given"}))

    def relation(self, kind: str, word: str, depth: int) -> Any:
        """Make a test on a relation, in each of the ways in which one is written."""
        made: dict[str, Any] = {COLLECTION[end]: self.condition(end, depth) or None for end in RELATIONS[kind][word][2] if self.chance(0.5)}
        if word in ("stakeholders", "is_involved_in") and self.chance(0.5):
            made["role"] = self.pick(("owner", "given", "absent", ["owner", "partner"]))
        made |= self.pick(({}, {}, {"at_least": 2}, {"at_most": 1}, {"at_most": 0}, {"at_least": 1, "at_most": 2}, {"at_least": 0}))
        made |= self.pick(({}, {}, {"steps": 2}, {"steps": "unlimited"}))
        return made or self.pick(("given", "absent"))


makers = st.integers(0, 2**40).map(Made)
"""Sources of networks and rules."""
