"""The typed network: elements by id, relations between them as plain adjacency, and what could not be resolved.

Nothing here needs networkx; `graph()` builds one for analyses that do. A network is never changed after it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from dinkit.finding import Location, Span, Text, span_between
from dinkit.model.contract import new_record
from dinkit.model.dates import ImpreciseDate
from dinkit.model.document import TOP_KEYS, Head, NoneStated
from dinkit.model.kinds import GOAL_LEVELS, KIND_BY_NAME, label
from dinkit.model.node import Mapping as Node
from dinkit.model.node import Sequence, item_stretch, key_stretch, stretch_of, trimmed, value_stretch
from dinkit.model.records import Effort, Element, Goal, Programme
from dinkit.model.relations import RELATION_BY_NAME
from dinkit.model.values import Weight
from dinkit.tuples import NamedTuple

if TYPE_CHECKING:
    import networkx

E = TypeVar("E", bound=Element)

_PARTS = ("part_of", "also_part_of")
ANYWHERE = -1
"""What an element lost may have stood anywhere in it."""
Loss = int | Node
"""What an element lost: something at an offset of its file, or an element (its node) that belonged to it and was left out."""


class Relation(NamedTuple):
    """One relation of the table, between two elements that exist and may be joined."""

    type: str
    source: str
    target: str
    weight: Weight | None = None
    role: str | None = None
    provenance: str | None = None
    substantiation: str | None = None
    places: tuple[str, ...] = ()
    """The source places (`bron`) that it rests on."""
    reason: str | None = None
    note: tuple[str, ...] = ()
    verbatim: str | None = None
    file: int = 0
    mark: Any = None
    """The parser's event of the token that states it."""


class Flaw(NamedTuple):
    """Something that reading left out of the network, for a rule to report.

    `what` is "bad-id", "double-id", "lost-parent", "unknown-id", "wrong-kind", "wrong-key", "self" or "double-link".
    """

    what: str
    element: str
    key: str
    given: str
    file: int
    mark: Any
    other: tuple[int, Any] | None = None
    """File and event of the place that it clashes with."""
    target_kind: str | None = None


class Predecessor(NamedTuple):
    """What an element says that it follows upon: an element of another model, which is one of its earlier editions."""

    element: str
    model: str
    predecessor: str
    file: int
    mark: Any


class TextFile(NamedTuple):
    """One file that was read: its path from the project root, and its text."""

    path: str
    text: str


class Origin(NamedTuple):
    """Where an element was written: the file and its node with the marks of its fields."""

    file: int
    node: Node
    key: Any


class Network:
    """A DIN as read. All collections keep the order of the files; none may be changed."""

    def __init__(
        self,
        *,
        head: Head,
        elements: Mapping[str, Element],
        relations: tuple[Relation, ...],
        origins: Mapping[str, Origin],
        files: tuple[TextFile, ...],
        flaws: tuple[Flaw, ...] = (),
        losses: Mapping[str, tuple[Loss, ...]] | None = None,
        without: Mapping[str, NoneStated] | None = None,
        complete: bool = True,
        unread: tuple[str | None, ...] = (),
        predecessors: tuple[Predecessor, ...] = (),
        previous: Network | None = None,
        head_origin: Origin | None = None,
    ) -> None:
        self.head = head
        self.elements = elements
        self.relations = relations
        self.origins = origins
        self.files = files
        self.flaws = flaws
        self.losses: Mapping[str, tuple[Loss, ...]] = losses or {}
        """Per element of which something could not be read, what that was; what it lacks says nothing there."""
        self.damaged = frozenset(self.losses)
        """Those elements: rules do not conclude from what they lack."""
        self.without = without or {}
        self.complete = complete
        """False when a file was only read in part, so that an id may be missing for that reason alone."""
        self.unread = unread
        """The texts that were not read; None for a file of which nothing is known."""
        self.predecessors = predecessors
        """What elements follow upon in earlier editions, where their id differs; a rule checks that it exists."""
        self.previous = previous
        """The previous edition of the programme, with its own previous one behind it."""
        self.head_origin = head_origin
        """Where the head was written."""
        self._indexes: dict[tuple[str, tuple[str, ...]], dict[str, list[Relation]]] = {}
        self._levels: dict[str, str] | None = None
        self._of: dict[type[Element], list[Element]] | None = None

    def at(self, date: ImpreciseDate) -> Network:
        """Return the same network as seen on another reference date; earlier editions keep their own."""
        seen = copy(self)
        seen.head = new_record(Head, {**self.head.__dict__, "reference_date": date})
        return seen

    def with_elements(self, elements: Mapping[str, Element], previous: Network | None) -> Network:
        """Return the same network with other records of its elements and of those of its earlier editions."""
        seen = copy(self)
        seen.elements, seen.previous, seen._of = elements, previous, None  # noqa: SLF001 - a copy of ourselves
        return seen

    def editions(self) -> Iterator[Network]:
        """Yield this network and every earlier edition that it names, latest first."""
        edition: Network | None = self
        while edition is not None:
            yield edition
            edition = edition.previous

    def of(self, kind: type[E]) -> Iterator[E]:
        """Yield all elements of one record class, in the order of the files."""
        if self._of is None:
            self._of = {}
            for element in self.elements.values():
                self._of.setdefault(type(element), []).append(element)
        found: list[Any] = self._of.get(kind, [])
        return iter(found)

    def related(self, *types: str) -> list[Relation]:
        """Return all relations of the given types: type by type, each in the order of the files."""
        of_type = self._by("type")
        found = [of_type.get(name, []) for name in types]
        return found[0] if len(found) == 1 else [relation for some in found for relation in some]

    def outgoing(self, element: str, *types: str) -> list[Relation]:
        """Return the relations from an element, of the given types or of any."""
        return self._by("source", types).get(element, [])

    def incoming(self, element: str, *types: str) -> list[Relation]:
        """Return the relations to an element, of the given types or of any."""
        return self._by("target", types).get(element, [])

    def _by(self, field: str, types: tuple[str, ...] = ()) -> dict[str, list[Relation]]:
        """Return the relations of these types, or all, by one of their fields: made when somebody first asks for it."""
        found = self._indexes.get((field, types))
        if found is None:
            found = self._indexes[field, types] = {}
            get = attrgetter(field)
            for relation in self.relations if len(types) != 1 else self.related(*types):
                if len(types) < 2 or relation.type in types:
                    found.setdefault(get(relation), []).append(relation)
        return found

    def parent(self, element: str) -> str | None:
        """Return the element that this one is nested in or a part of."""
        return next((relation.target for relation in self.outgoing(element, "part_of")), None)

    def children(self, element: str) -> list[str]:
        """Return the parts of an element, in the order of the files."""
        return [relation.source for relation in self.incoming(element, "part_of")]

    def reach(self, start: Iterable[str], follow: Callable[[str], Iterable[str]]) -> list[str]:
        """Return everything that can be reached from `start` by `follow`, breadth first, without `start` itself.

        Cycles are harmless. The order is that in which the elements are found.
        """
        queue = list(dict.fromkeys(start))
        begun = len(queue)
        seen = set(queue)
        for element in queue:
            for neighbour in follow(element):
                if neighbour not in seen:
                    seen.add(neighbour)
                    queue.append(neighbour)
        return queue[begun:]

    def served_by(self, element: str) -> list[str]:
        """Return what an element helps directly: along contributions, to parents and to second parents."""
        return [relation.target for relation in self.outgoing(element) if RELATION_BY_NAME[relation.type].in_goal_network]

    def level(self, goal: str) -> str:
        """Return the level of a goal ("main", "sub" or "operational"): as given, else by its depth in the tree."""
        if self._levels is None:
            self._levels = {found.id: self._level(found) for found in self.of(Goal)}
        return self._levels[goal]

    def _level(self, goal: Goal) -> str:
        above = self.reach([goal.id], lambda one: [parent for parent in [self.parent(one)] if parent])
        return goal.level or GOAL_LEVELS[min(len(above), len(GOAL_LEVELS) - 1)]

    def name_of(self, kind: str, language: str, *, plural: bool = False) -> str:
        """Return what this model calls a kind: its own label, else the usual one."""
        own = self.head.labels.get(kind)
        return own or label(KIND_BY_NAME[kind].name, language, plural=plural)

    def head_gives(self, key: str) -> bool:
        """Say whether the head of the model file has a field, or a key that is none and may stand for it: then that is the fault."""
        given = self.head_origin.node.marks if self.head_origin is not None else {}
        return key in given or any(one not in TOP_KEYS for one in given)

    def location(self, element: str, key: str | None = None, *, at_key: bool = False, item: int | None = None, why: Text | None = None) -> Location:
        """Return where an element stands (its id), or one of its fields (the value, the key, or an item of a list)."""
        origin = self.origins[element]
        if key is None or key not in origin.node.marks:
            return self.mark_location(origin.file, origin.key, why)
        value = origin.node.get(key)
        if item is not None and isinstance(value, Sequence):
            stretch = item_stretch(value, item)
        else:
            stretch = key_stretch(origin.node, key) if at_key else value_stretch(origin.node, key)
        return self._place(origin.file, *trimmed(self.files[origin.file].text, stretch), why)

    def mark_location(self, file: int, mark: Any, why: Text | None = None) -> Location:
        """Return the place of a token that a relation, a flaw or an origin keeps."""
        return self._place(file, *stretch_of(mark), why)

    def _place(self, file: int, start: int, end: int, why: Text | None) -> Location:
        path, text = self.files[file]
        span: Span = span_between(text, start, end)
        return Location(path, span, why)

    def graph(self) -> networkx.MultiDiGraph[str]:
        """Return the network as a networkx graph: nodes by id with `kind`, edges keyed by relation type."""
        import networkx  # noqa: PLC0415 - slow to import, and only analyses need it

        graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
        graph.add_nodes_from((name, {"kind": element.kind}) for name, element in self.elements.items())
        for relation in self.relations:
            graph.add_edge(relation.source, relation.target, relation.type)
        return graph


def working_efforts(network: Network) -> list[str]:
    """Return the efforts that count: not those that stopped, nor what is only a part of those. In the order of the files."""
    stopped = [effort.id for effort in network.of(Effort) if effort.status == "stopped"]
    gone = set(stopped)
    for effort in stopped:
        for part in (relation.source for relation in network.incoming(effort, *_PARTS)):
            if part not in gone and all(relation.target in gone for relation in network.outgoing(part, *_PARTS)):
                gone.add(part)
                stopped.append(part)
    return [effort.id for effort in network.of(Effort) if effort.id not in gone]


def programme_of(network: Network) -> Programme | None:
    """Return the programme that the model is about, if it names one.

    It alone is no item of a collection, of which the key is the id.
    """
    for one in network.of(Programme):
        marks = network.origins[one.id].node.marks.get("id")
        if marks is None or marks[0] is not marks[1]:
            return one
    return None
