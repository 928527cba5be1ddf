"""Files as read -> one network: records made, ids registered, links resolved."""

from __future__ import annotations

from dinkit.model.contract import validator_of
from dinkit.model.document import Head, NoneStated
from dinkit.model.engine import ValidationError
from dinkit.model.node import Mapping
from dinkit.model.records import RECORDS, Element
from dinkit.model.relations import RELATION_BY_KEY
from dinkit.network import Flaw, Network, Origin, Relation, TextFile
from dinkit.reading.damage import frozen, ids_in
from dinkit.reading.linking import Linking, LinkKey, Located
from dinkit.reading.nodes import ElementNode, Tree
from dinkit.reading.problem import Problem
from dinkit.reading.records import nameless, read_record
from dinkit.reading.unseen import misread_names, unseen


class Assembly(Linking):
    """Gathers the files of one model and then makes the network."""

    def __init__(self) -> None:
        super().__init__()
        self.origins: dict[str, Origin] = {}
        self.nodes: list[tuple[int, ElementNode, str | None]] = []
        self.perhaps_linked: set[str] = set()
        """What a key that is none names: perhaps ids, of elements that may not be called bare then."""
        self.without: dict[str, NoneStated] = {}

    def add(self, file: TextFile, tree: Tree, head: Head) -> list[Problem]:
        """Add one file: make the records of its elements and register their ids.

        Returns:
            What was wrong with the fields of its elements.
        """
        index = len(self.files)
        self.files.append(file)
        problems = self.add_elements(index, tree, head.defaults.provenance)
        misread = misread_names(tree, file.text)
        self.damage.add_tree(tree)
        self.damage.add_problems(misread)
        for kind, data in tree.without.items():
            said, found = read_record(NoneStated, data, file.text)
            problems += found
            if said is not None:
                self.without[kind] = said
        starts = {problem.start for problem in tree.problems}
        return problems + misread + [problem for problem in unseen(file.text, marked=tree.marked) if problem.start not in starts]

    def add_elements(self, index: int, tree: Tree, provenance: str | None) -> list[Problem]:
        """Make the records of the elements of a file; return what was wrong with their fields."""
        text = self.files[index].text
        problems: list[Problem] = []
        kinds = {node.kind for node in tree.elements}
        validators = {kind: validator_of(record).validate_python for kind, record in RECORDS.items() if kind in kinds}
        for node in tree.elements:
            if provenance is not None and node.data.get("provenance") is None:
                node.data["provenance"] = provenance
            try:
                element = validators[node.kind](node.data)
            except ValidationError:
                element, found = self.read_faulty(node, text, cut=node.id in tree.cut)
                problems += found
            if element is not None and not element.name.strip() and isinstance(node.data.get("name"), str):
                problems.append(nameless(node.data, text, node.id))
                self.damage.add_problems(problems[-1:])
            self.register(index, node, element, provenance)
        return problems

    def read_faulty(self, node: ElementNode, text: str, *, cut: bool) -> tuple[Element | None, list[Problem]]:
        """Read what can be read of an element with faults in its fields; what another problem tells already is not told again."""
        element, found = read_record(RECORDS[node.kind], node.data, text, node.id)
        told = ("missing",) if cut else ("id",) if "\ufffd" in node.id else ()
        found = [problem for problem in found if problem.slug not in told]
        self.damage.add_problems(found)
        self.perhaps_linked.update(*(ids_in(node.data.get(str(one.words[0]))) for one in found if one.slug == "unknown-key"))
        return element, found

    def register(self, index: int, node: ElementNode, element: Element | None, provenance: str | None) -> None:
        """Enter an element under its id; a second one of the same id keeps its relations out of the network."""
        earlier = self.origins.get(node.id)
        if earlier is not None:
            self.damage.add(node.id, node.data)
            self.flaws.append(Flaw("double-id", node.id, "id", node.id, index, node.key, (earlier.file, earlier.key)))
            self.damage.add_lost(node)
            return
        if element is None:
            self.flaws.append(Flaw("bad-id", node.id, "id", node.id, index, node.key))
            self.damage.add_lost(node)
            return
        self.elements[node.id] = element
        self.origins[node.id] = Origin(index, node.data, node.key)
        self.nodes.append((index, node, provenance))

    def network(self, head: Head, previous: Network | None = None, head_node: Mapping | None = None) -> tuple[Network, list[Located]]:
        """Resolve all relations and make the network, with the previous edition behind it."""
        for index, node, provenance in self.nodes:
            if node.parent is not None:
                self.nest(index, node, node.parent)
            if node.data.links:
                for key, value in node.data.links.items():
                    self.link(LinkKey(index, node, RELATION_BY_KEY[key], provenance), value)
        for name in self.perhaps_linked & self.elements.keys():
            self.damage.add(name)
        made = Network(
            head=head,
            elements=self.elements,
            relations=tuple(self.relations),
            origins=self.origins,
            files=tuple(self.files),
            flaws=tuple(self.flaws),
            losses=frozen(self.damage),
            without=self.without,
            complete=not self.unread,
            unread=tuple(self.unread),
            predecessors=tuple(self.predecessors),
            previous=previous,
            head_origin=Origin(0, head_node, None) if head_node is not None else None,
        )
        return made, self.problems

    def nest(self, index: int, node: ElementNode, whole: str) -> None:
        """Enter an element as a part of what it stands in, where that is of its kind."""
        parent = self.elements.get(whole)
        if parent is None or parent.kind != node.kind:
            self.flaws.append(Flaw("lost-parent", node.id, "part_of", whole, index, node.key))
            self.damage.add(node.id)
            return
        self.relations.append(Relation("part_of", node.id, whole, provenance=self.elements[node.id].provenance, file=index, mark=node.key))
