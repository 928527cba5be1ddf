"""Conditions in a project's own rules: tests on fields and on relations, checked against the kinds and the relation table.

All that is wrong with a condition whatever the model says is found here, so that a rule that is read can be used on any network.
"""

from __future__ import annotations

from typing import Any

from dinkit.finding import Text
from dinkit.model.document import Link
from dinkit.model.kinds import KINDS, label
from dinkit.model.node import Mapping, Sequence, Stretch, item_stretch, key_stretch, value_stretch
from dinkit.model.project_rules import (
    DIRECTIONS,
    KIND_WORDS,
    PRESENCES,
    RULE_ENGLISH,
    UNLIMITED,
    AnyOf,
    AttributeTest,
    Condition,
    Direction,
    End,
    Not,
    Part,
    Presence,
    RelationTest,
    joins,
)
from dinkit.model.records import RECORDS, Element
from dinkit.model.shapes import Shape, shapes_of
from dinkit.model.values import read_whole
from dinkit.model.vocabulary import ENGLISH_KEY, ENGLISH_VALUE, spell_value
from dinkit.reading.field_tests import FieldTests, Said, inner_shapes
from dinkit.reading.spelling import clearly_meant, nearest_key

_COUNTS = ("at_least", "at_most", "steps")
_DIGITS = 10
"""A count with so many digits is none."""
_LINK = shapes_of(Link)
_OPPOSITE = {(one.relations, one.incoming): one for one in DIRECTIONS.values() if one.kind is None}


class Conditions(FieldTests):
    """Reads the conditions of one file."""

    def condition(self, holder: Mapping, kind: str | None) -> Condition:
        """Read a condition on elements of a kind (None: of any): all that stands in it must hold."""
        found: list[Part] = []
        for said in self.pairs(holder):
            if said.word == "any_of":
                found += self.any_of(said, kind)
            elif said.word == "not":
                found += self.opposite(said, kind)
            elif said.word in _shapes(kind):
                found += self.tests(said, _shapes(kind)[said.word])
            elif said.word in DIRECTIONS:
                found += self.relations(said, DIRECTIONS[said.word], kind)
            else:
                self.unknown("rule-field", said, _known(kind), _named(kind), instead=self.elsewhere(said, kind))
        return tuple(found)

    def any_of(self, said: Said, kind: str | None) -> list[Part]:
        """Read a list of conditions of which one must hold."""
        given = said.holder[said.key]
        listed = isinstance(given, Sequence) and all(isinstance(one, Mapping) and one.marks for one in given)
        if not listed or not (given or getattr(given, "lost", False)):
            self.problem("rule-any-of", key_stretch(said.holder, said.key), said.shown)
            return []
        return [AnyOf(tuple(self.condition(one, kind) for one in self.items(given)))]

    def opposite(self, said: Said, kind: str | None) -> list[Part]:
        """Read a condition that must not hold."""
        given = said.holder[said.key]
        if isinstance(given, Mapping) and given.marks:
            return [Not(self.condition(given, kind))]
        self.problem("rule-condition", key_stretch(said.holder, said.key), said.shown)
        return []

    def elsewhere(self, said: Said, kind: str | None) -> str | None:
        """Return how to write what is no field or relation here, but has its place in one: a role, a sort of elements, a field of a record."""
        role = ENGLISH_VALUE["role"].get(said.shown)
        if role and joins(DIRECTIONS["stakeholders"], kind, "stakeholder"):
            return self.with_role("stakeholders", role)
        known = KIND_WORDS.get(said.word)
        if known is not None:
            ways = (one for one in DIRECTIONS.values() if one.kind in (None, kind) and joins(one, kind, known.kind))
            return next((f"{self.spelled(one.english)}: {said.shown}" for one in ways), None)
        inside = (name for name, shape in _shapes(kind).items() if said.word in inner_shapes(shape))
        return next((f"{self.spelled(name)}: {{{said.shown}: ...}}" for name in inside), None)

    def with_role(self, key: str, role: str) -> str:
        """Return how this file would ask for a role."""
        return f"{key}: {{{self.spelled('role')}: {spell_value('role', role, self.language)}}}"

    def relations(self, said: Said, direction: Direction, kind: str | None) -> list[Part]:
        """Read what must stand at the other end of a relation; a list of mappings demands each of them."""
        if direction.kind not in (None, kind) or not joins(direction, kind, None):
            self.problem("rule-link", key_stretch(said.holder, said.key), said.shown, _named(kind), self.other_way(direction, kind))
            return []
        given = said.holder[said.key]
        if given is None:
            self.problem("rule-empty", key_stretch(said.holder, said.key), said.shown)
            return []
        conditions = [isinstance(one, Mapping) for one in given] if isinstance(given, Sequence) else []
        if any(conditions) and not all(conditions):
            self.problem("rule-mixed", key_stretch(said.holder, said.key), said.shown)
            return []
        if any(conditions):
            return [test for one in self.items(given) for test in self.relation(one, direction, kind, said)]
        if isinstance(given, Mapping):
            return self.relation(given, direction, kind, said)
        if isinstance(given, str) and given in PRESENCES:
            return self.presence(given, direction, said)
        ends = self.ends(said)
        self.check_ends(ends, RelationTest(direction), kind, said)
        return [RelationTest(direction, ends=tuple(ends))] if ends else []

    def presence(self, given: str, direction: Direction, said: Said) -> list[Part]:
        """Read that there is such a relation, or that there is none."""
        presence = PRESENCES[given]
        if presence is Presence.UNKNOWN:
            self.problem("rule-presence", value_stretch(said.holder, said.key), said.shown, given)
            return []
        return [RelationTest(direction) if presence is Presence.GIVEN else RelationTest(direction, least=0, most=0)]

    def relation(self, holder: Mapping, direction: Direction, kind: str | None, said: Said) -> list[Part]:
        """Read one test on a relation: what stands at its other end, what the links are, how many, and how far."""
        counts: dict[str, int | None] = {}
        link: list[AttributeTest] = []
        ends: list[End] = []
        for one in self.pairs(holder):
            if one.word in KIND_WORDS:
                ends += self.end(one)
            elif one.word in _COUNTS:
                counts |= self.count(one)
            elif one.word in _LINK:
                link += self.tests(one, _LINK[one.word])
            else:
                self.stray(one, direction, kind)
        if not holder.marks:
            self.problem("rule-empty", key_stretch(said.holder, said.key), said.shown)
        most = counts.get("at_most")
        least = counts.get("at_least", 1 if most is None else 0) or 0
        test = RelationTest(direction, tuple(link), tuple(ends), counts.get("steps", 1), least, most)
        if most is not None and least > most:
            self.problem("rule-count", key_stretch(said.holder, said.key), str(least), str(most))
        self.check_ends(ends, test, kind, said)
        return [test]

    def stray(self, said: Said, direction: Direction, kind: str | None) -> None:
        """Report what is no part of a test on a relation: perhaps a field of what stands at the other end."""
        others = [one for one in KINDS if joins(direction, kind, one.name)]
        fitting = next((one for one in others if said.word in _shapes(one.name) or said.word in DIRECTIONS), None)
        role = ENGLISH_VALUE["role"].get(said.shown) if direction.relations == ("involved_in",) else None
        if fitting is None or role:
            instead = f"{self.spelled('role')}: {spell_value('role', role, self.language)}" if role else None
            self.unknown("rule-word", said, (*(one.collection for one in others), *_COUNTS, *_LINK), instead=instead)
        else:
            self.problem("rule-end", key_stretch(said.holder, said.key), said.shown, f"{self.spelled(fitting.collection)}: {{{said.shown}: ...}}")

    def count(self, said: Said) -> dict[str, int | None]:
        """Read a whole number; of steps there may be any number, but at least one."""
        given = said.holder[said.key]
        if said.word == "steps" and given in UNLIMITED:
            return {"steps": None}
        if isinstance(given, str) and given.isascii() and given.isdigit() and len(given) < _DIGITS and (said.word != "steps" or int(given)):
            return {said.word: int(given)}
        place = value_stretch(said.holder, said.key)
        self.problem("rule-steps" if said.word == "steps" else "whole", place, self.shown(place))
        return {}

    def ends(self, said: Said) -> list[End]:
        """Read which elements are meant: a word for a sort of them, a list of such words, or such words each with a condition."""
        given = said.holder[said.key]
        before = self.faults
        if isinstance(given, Sequence):
            found = [end for at, one in enumerate(self.items(given)) for end in self.some_ends(one, item_stretch(given, at), said)]
        else:
            found = self.some_ends(given, value_stretch(said.holder, said.key), said)
        if not found and self.faults == before:
            self.problem("rule-no-kind", key_stretch(said.holder, said.key), said.shown)
        return found

    def some_ends(self, given: Any, stretch: Stretch, said: Said) -> list[End]:
        """Read a word for a sort of elements, or several each with its condition."""
        if isinstance(given, Mapping):
            return [end for one in self.pairs(given) for end in self.end(one)]
        return self.plain_end(given, stretch, said)

    def plain_end(self, given: Any, stretch: Stretch, said: Said) -> list[End]:
        """Read one word for a sort of elements."""
        word = RULE_ENGLISH.get(given, ENGLISH_KEY.get(given)) if isinstance(given, str) else None
        if word in KIND_WORDS:
            return [End(word, KIND_WORDS[word].kind, KIND_WORDS[word].condition)]
        shown = self.shown(stretch)
        role = ENGLISH_VALUE["role"].get(str(given)) if said.word in ("stakeholders", "is_involved_in") else None
        counted = self.comparison(given, said, read_whole) if isinstance(given, str) and said.word in DIRECTIONS else None
        if counted is not None:
            hint = counted
        elif role:
            written = self.with_role(said.shown, role)
            hint = Text(f"schrijf '{written}'", f"write '{written}'")
        else:
            presence = clearly_meant(shown, PRESENCES) if said.word in DIRECTIONS else None
            hint = self.guess(presence or nearest_key(shown, KIND_WORDS, self.language), KIND_WORDS)
        self.problem("rule-kind", stretch, shown, hint)
        return []

    def end(self, said: Said) -> list[End]:
        """Read a sort of elements with the condition that they must pass."""
        known = KIND_WORDS.get(said.word)
        given = said.holder[said.key]
        if known is None:
            self.unknown("rule-kind", said, KIND_WORDS)
            return []
        if given is not None and not isinstance(given, Mapping):
            self.problem("rule-flat", value_stretch(said.holder, said.key), said.shown)
            return []
        more = self.condition(given, known.kind) if given is not None else ()
        return [End(said.word, known.kind, known.condition + more)]

    def check_ends(self, ends: list[End], test: RelationTest, kind: str | None, said: Said) -> None:
        """Report the kinds that no number of steps leads to, or not so few."""
        reached = _reached(test, kind)
        for end in ends:
            if end.kind is not None and reached.isdisjoint((end.kind, None)):
                self.problem("rule-ends", key_stretch(said.holder, said.key), said.shown, _named(kind), _several(end.kind))

    def other_way(self, direction: Direction, kind: str | None) -> Text:
        """Return a hint for a relation that such an element has not: the word for it seen from the other end, if that fits."""
        back = _OPPOSITE.get((direction.relations, not direction.incoming))
        if back is not None and joins(back, kind, None):
            return self.guess(self.spelled(back.english), ())
        return self.guess(None, [one.english for one in _OPPOSITE.values() if joins(one, kind, None)])


def _shapes(kind: str | None) -> dict[str, Shape]:
    return shapes_of(RECORDS[kind] if kind else Element)


def _known(kind: str | None) -> tuple[str, ...]:
    """Return the words that may stand in a condition on elements of a kind."""
    directions = dict.fromkeys(one.english for one in DIRECTIONS.values() if one.kind in (None, kind) and joins(one, kind, None))
    return (*_shapes(kind), *directions, "any_of", "not")


def _named(kind: str | None) -> Text:
    return _several(kind) if kind else Text(*KIND_WORDS["elements"].several)


def _several(kind: str) -> Text:
    return Text(label(kind, "nl", plural=True), label(kind, "en", plural=True))


def _reached(test: RelationTest, kind: str | None) -> frozenset[str | None]:
    """Return the kinds that can stand within so many steps of an element of a kind."""
    found: frozenset[str | None] = frozenset()
    newest: frozenset[str | None] = frozenset((kind,))
    for _ in range(min(test.steps or len(KINDS), len(KINDS))):
        newest = frozenset(one.name for one in KINDS for here in newest if joins(test.direction, here, one.name)) - found
        found |= newest
    return found
