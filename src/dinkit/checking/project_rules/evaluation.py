"""Which elements of a network pass a condition: those that surely do, and those that may, since something was not read.

A condition is answered for all elements of a kind at once, each part of it once. What could not be read is never taken for missing:
where a link or a value may have been lost, the answer lies open. So does that on what the source is said to have none of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import inf
from typing import NamedTuple

from dinkit.checking.project_rules.fields import Answer, Test, all_pass, dated, passes, passes_in_doubt
from dinkit.checking.project_rules.reach import Links, reach
from dinkit.model.dates import ImpreciseDate
from dinkit.model.kinds import GOAL_LEVELS
from dinkit.model.project_rules import AnyOf, AttributeTest, Condition, Direction, End, Not, Part, RelationTest
from dinkit.model.relations import RELATION_BY_NAME, RelationType, allowed
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network, Relation
from dinkit.rules._gaps import doubtful

Ids = set[str]


class Verdict(NamedTuple):
    """The elements that surely pass, and those that may: the first are among the second."""

    sure: Ids
    possible: Ids


class _Counted(NamedTuple):
    """How many elements stand at the other end: at least, and at most."""

    least: float
    most: float


class Evaluation:
    """One network, with the answers that were found so far."""

    def __init__(self, network: Network) -> None:
        self.network = network
        date = network.head.reference_date
        self.reference = date if isinstance(date, ImpreciseDate) else None
        self.kinds: dict[str | None, list[str]] = {None: list(network.elements)}
        for name, element in network.elements.items():
            self.kinds.setdefault(element.kind, []).append(name)
        self.place = {name: at for at, name in enumerate(network.elements)}
        self.verdicts: dict[tuple[str | None, Part], Verdict] = {}
        self.doubts: dict[str, Ids] = {}
        self.reached: dict[tuple[RelationTest, bool], list[int]] = {}
        self.sure_ends: dict[tuple[End, ...], tuple[Ids, int]] = {}

    def condition(self, kind: str | None, condition: Condition) -> Verdict:
        """Return which elements of a kind (None: of any) pass all parts of a condition."""
        every = self.kinds.get(kind, [])
        found = Verdict(set(every), set(every))
        for part in condition:
            passing = self.part(kind, part)
            found = Verdict(found.sure & passing.sure, found.possible & passing.possible)
        return found

    def part(self, kind: str | None, part: Part) -> Verdict:
        """Return which elements of a kind pass one part."""
        known = self.verdicts.get((kind, part))
        if known is None:
            known = self.verdicts[kind, part] = self._part(kind, part)
        return known

    def _part(self, kind: str | None, part: Part) -> Verdict:
        if isinstance(part, AttributeTest):
            test = dated(part.test, self.reference)
            return _verdict((name, self._field(name, part.name, test)) for name in self.kinds.get(kind, ()))
        if isinstance(part, Not):
            every, found = set(self.kinds.get(kind, ())), self.condition(kind, part.condition)
            return Verdict(every - found.possible, every - found.sure)
        if isinstance(part, AnyOf):
            options = [self.condition(kind, option) for option in part.options]
            return Verdict(set().union(*(one.sure for one in options)), set().union(*(one.possible for one in options)))
        count = self._near(part) if part.steps == 1 else self._far(part)
        return _verdict((name, _enough(count(name), part)) for name in self.kinds.get(kind, ()))

    def _field(self, name: str, field: str, test: Test) -> Answer:
        element = self.network.elements[name]
        if field == "level" and element.kind == "goal":
            return passes(self.network.level(name), test) if self._is_level_sure(name) else None
        value = getattr(element, field)
        if field == "id" and value == UNKNOWN:  # no id can be so: it is a fault, from which nothing follows
            return None
        if field == "source":
            value = with_documents(value)
        return (passes_in_doubt if name in self._doubt(field) else passes)(value, test)

    def _is_level_sure(self, goal: str) -> bool:
        """Say whether the level of a goal is sure: it is given, or follows from parents that were all read."""
        doubt = self._doubt("part_of") | self._doubt("level")
        if self.network.elements[goal].__dict__.get("level"):
            return True
        above = self.network.reach([goal], lambda one: [parent for parent in [self.network.parent(one)] if parent])
        return goal not in doubt and (len(above) >= len(GOAL_LEVELS) - 1 or doubt.isdisjoint(above))

    def _doubt(self, key: str) -> Ids:
        """Return the elements of which what stands under a key may not have been read."""
        if key not in self.doubts:
            cut = () if self.network.complete else self.network.damaged
            self.doubts[key] = doubtful(self.network, key).union(cut)
        return self.doubts[key]

    def _ends(self, ends: tuple[End, ...]) -> Verdict:
        if not ends:
            return self.condition(None, ())
        found = [self.condition(end.kind, end.condition) for end in ends]
        return Verdict(set().union(*(one.sure for one in found)), set().union(*(one.possible for one in found)))

    def counted(self, name: str, test: RelationTest) -> list[str]:
        """Return the elements that a test surely counts for an element, in the order of the network."""
        if test.ends not in self.sure_ends:
            sure = self._ends(test.ends).sure
            self.sure_ends[test.ends] = sure, self._bits(sure)
        ends, bits = self.sure_ends[test.ends]
        if test.steps == 1:
            return sorted({other for other, answer in self._steps(name, test) if answer and other in ends}, key=self.place.__getitem__)
        left = self._reach(test, sure=True)[self.place[name]] & bits & ~(1 << self.place[name])
        found: list[str] = []
        while left:
            found.append(self.kinds[None][(left & -left).bit_length() - 1])
            left &= left - 1
        return found

    def _declared_none(self, test: RelationTest) -> bool:
        """Say whether the source is said to have none of what should stand at the other end."""
        return bool(test.ends) and all(end.kind in self.network.without for end in test.ends)

    def _near(self, test: RelationTest) -> Callable[[str], _Counted]:
        """Return how to count what stands one step away."""
        ends, lost = self._ends(test.ends), self._lost(test.direction)
        more = inf if self._declared_none(test) else 0

        def count(name: str) -> _Counted:
            sure: Ids = set()
            possible: Ids = set()
            for other, answer in self._steps(name, test):
                if other in ends.possible:
                    possible.add(other)
                    if answer and other in ends.sure:
                        sure.add(other)
            maybe = lost(name)
            missing = inf if maybe is None else len((maybe & ends.possible) - possible - {name})
            return _Counted(len(sure), len(possible) + missing + more)

        return count

    def _steps(self, name: str, test: RelationTest) -> Iterator[tuple[str, Answer]]:
        """Yield where one step leads, and whether the link surely is as it must be."""
        direction = test.direction
        links = self.network.incoming if direction.incoming else self.network.outgoing
        for relation in links(name, *direction.relations):
            answer = self._link(relation, test.link)
            other = relation.source if direction.incoming else relation.target
            if answer is not False and other != name:
                yield other, answer

    def _link(self, relation: Relation, tests: tuple[AttributeTest, ...]) -> Answer:
        if not tests:
            return True
        table = RELATION_BY_NAME[relation.type]
        writer = relation.source if table.written_at == "source" else relation.target
        doubt = writer in self._doubt(table.key)
        fields = {**relation._asdict(), "source": with_documents(relation.places)}
        return all_pass((passes_in_doubt if doubt else passes)(fields[test.name], test.test) for test in tests)

    def _lost(self, direction: Direction) -> Callable[[str], Ids | None]:
        """Return how to tell which elements may stand one step away by a link that was lost (None: anything)."""
        tables = [RELATION_BY_NAME[name] for name in direction.relations]
        own = [self._doubt(one.key) for one in tables if (one.written_at == "target") == direction.incoming]
        others = [one for one in tables if (one.written_at == "target") != direction.incoming]
        writers = [(one, self._doubt(one.key)) for one in others]

        def lost(name: str) -> Ids | None:
            unread = others and (not self.network.complete or name in self.network.damaged)
            if unread or any(name in doubt for doubt in own):
                return None
            return {one for table, doubt in writers for one in doubt if self._may_join(table, name, one, direction)}

        return lost

    def _may_join(self, table: RelationType, name: str, other: str, direction: Direction) -> bool:
        there = self.network.elements.get(other)
        if there is None:
            return False
        here = self.network.elements[name].kind
        return allowed(table, *((there.kind, here) if direction.incoming else (here, there.kind)))

    def _far(self, test: RelationTest) -> Callable[[str], _Counted]:
        """Return how to count what stands several steps away."""
        ends, lost = self._ends(test.ends), self._lost(test.direction)
        sure, possible = self._reach(test, sure=True), self._reach(test, sure=False)
        sure_ends, possible_ends = self._bits(ends.sure), self._bits(ends.possible)
        leaking = self._bits({name for name in self.network.elements if lost(name) != set()})
        more = inf if self._declared_none(test) else 0

        def count(name: str) -> _Counted:
            at = self.place[name]
            own = 1 << at
            leaks = leaking & (possible[at] | own)
            least, most = sure[at] & sure_ends & ~own, possible[at] & possible_ends & ~own
            return _Counted(least.bit_count(), inf if leaks else most.bit_count() + more)

        return count

    def _reach(self, test: RelationTest, *, sure: bool) -> list[int]:
        """Return what every element reaches along links that surely, or perhaps, are as they must be."""
        plain = RelationTest(test.direction, test.link, steps=test.steps)
        key = (plain, sure and bool(test.link))
        if key not in self.reached:
            links: Links = [[] for _ in self.place]
            for name, at in self.place.items():
                links[at] = [self.place[other] for other, answer in self._steps(name, test) if answer or not sure]
            self.reached[key] = reach(links, test.steps)
        return self.reached[key]

    def _bits(self, names: Ids) -> int:
        """Return a set of elements as bits."""
        marks = bytearray(len(self.place) // 8 + 1)
        for name in names:
            marks[self.place[name] // 8] |= 1 << self.place[name] % 8
        return int.from_bytes(marks, "little")


def with_documents(places: tuple[str, ...]) -> tuple[str, ...]:
    """Return places in sources with the ids of their documents, so that a rule can ask for either."""
    return tuple(dict.fromkeys((*places, *(place.split()[0] for place in places if place.strip()))))


def _verdict(answers: Iterator[tuple[str, Answer]]) -> Verdict:
    found = Verdict(set(), set())
    for name, answer in answers:
        if answer is not False:
            found.possible.add(name)
            if answer:
                found.sure.add(name)
    return found


def _enough(counted: _Counted, test: RelationTest) -> Answer:
    """Return whether a count lies within what is asked, wherever it really is."""
    most = inf if test.most is None else test.most
    if test.least <= counted.least and counted.most <= most:
        return True
    return False if counted.most < test.least or counted.least > most else None
