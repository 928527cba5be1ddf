"""Files as read -> one network: records made, ids registered, relations resolved by the one table.

What cannot be resolved is left out and kept as a flaw, which a rule reports.
"""

from __future__ import annotations

from typing import Any

from dinkit.model.contract import validator_of
from dinkit.model.document import Head, Link, NoneStated
from dinkit.model.engine import ValidationError
from dinkit.model.node import Mapping, Sequence, item_stretch, key_stretch
from dinkit.model.records import RECORDS, Element
from dinkit.model.relations import RELATION_BY_KEY, RelationType, allowed
from dinkit.model.vocabulary import ENGLISH_VALUE, UNKNOWN
from dinkit.network import Flaw, Network, Origin, Predecessor, Relation, TextFile, may_stand
from dinkit.pattern import pattern
from dinkit.reading.damage import Damage, frozen, ids_in
from dinkit.reading.nodes import ElementNode, Tree
from dinkit.reading.problem import Problem
from dinkit.reading.records import nameless, read_record
from dinkit.reading.unseen import misread_names, unseen

Located = tuple[TextFile, Problem]

_NOWHERE = Link()
_BETWEEN = pattern(r"\s*[,;&+]\s*|\s+(?:en|and)\s+")
_ID = pattern("[a-z][a-z0-9-]*")
_OTHER_MODEL = "succeeds"
"""The one relation whose target may stand in another model: an earlier edition."""


class Assembly:
    """Gathers the files of one model and then makes the network."""

    def __init__(self) -> None:
        self.files: list[TextFile] = []
        self.elements: dict[str, Element] = {}
        self.origins: dict[str, Origin] = {}
        self.nodes: list[tuple[int, ElementNode, str | None]] = []
        self.flaws: list[Flaw] = []
        self.damage = Damage()
        self.perhaps_linked: set[str] = set()
        """What a key that is none names: perhaps ids, of elements that may not be called bare then."""
        self.without: dict[str, NoneStated] = {}
        self.unread: list[str | None] = []
        """The texts that were not read; None for a file of which nothing is known."""
        self.problems: list[Located] = []
        self.relations: list[Relation] = []
        self.predecessors: list[Predecessor] = []
        self.short_links: dict[tuple[str, str], Link] = {}
        """What a word alone says of a link, once it has been read: most links say one of a few roles."""

    def add(self, file: TextFile, tree: Tree, head: Head) -> list[Problem]:
        """Add one file: make the records of its elements and register their ids.

        Returns:
            What was wrong with the fields of its elements.
        """
        index = len(self.files)
        self.files.append(file)
        problems: list[Problem] = []
        provenance = head.defaults.provenance
        kinds = {node.kind for node in tree.elements}
        validators = {kind: validator_of(record).validate_python for kind, record in RECORDS.items() if kind in kinds}
        for node in tree.elements:
            if provenance is not None and node.data.get("provenance") is None:
                node.data["provenance"] = provenance
            try:
                element = validators[node.kind](node.data)
            except ValidationError:
                element, found = read_record(RECORDS[node.kind], node.data, file.text, node.id)
                reported = ("missing",) if node.id in tree.cut else ("id",) if "\ufffd" in node.id else ()
                found = [problem for problem in found if problem.slug not in reported]
                problems += found
                self.damage.add_problems(found)
                self.perhaps_linked.update(*(ids_in(node.data.get(str(one.words[0]))) for one in found if one.slug == "unknown-key"))
            if element is not None and not element.name.strip() and isinstance(node.data.get("name"), str):
                problems.append(nameless(node.data, file.text, node.id))
                self.damage.add_problems(problems[-1:])
            self.register(index, node, element, provenance)
        misread = misread_names(tree, file.text)
        self.damage.add_tree(tree)
        self.damage.add_problems(misread)
        for kind, data in tree.without.items():
            said, found = read_record(NoneStated, data, file.text)
            problems += found
            if said is not None:
                self.without[kind] = said
        starts = {problem.start for problem in tree.problems}
        return problems + misread + [problem for problem in unseen(file.text) if problem.start not in starts]

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
            parent = self.elements.get(node.parent) if node.parent is not None else None
            if node.parent is not None and (parent is None or parent.kind != node.kind):
                self.flaws.append(Flaw("lost-parent", node.id, "part_of", node.parent, index, node.key))
                self.damage.add(node.id)
            elif node.parent is not None:
                self.relations.append(
                    Relation("part_of", node.id, node.parent, provenance=self.elements[node.id].provenance, file=index, mark=node.key)
                )
            if node.data.links:
                for key, value in node.data.links.items():
                    self.link(index, node, RELATION_BY_KEY[key], value, provenance)
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

    def link(self, index: int, node: ElementNode, relation: RelationType, value: Any, provenance: str | None) -> None:
        """Resolve the links under one key of one element, in any of the three forms."""
        mark = node.data.marks[relation.key][1]
        if not self.fits_here(index, node, relation):
            return
        if isinstance(value, str):
            self.resolve(index, node, relation, value, mark, _NOWHERE, provenance)
        elif isinstance(value, Sequence):
            self.link_list(index, node, relation, value, provenance)
        elif isinstance(value, Mapping):
            for target in value:
                self.link_pair(index, node, relation, value, target, provenance)
        elif value is not None:
            self.report(index, node, "no-link", mark.start_mark.index, mark.end_mark.index)

    def link_list(self, index: int, node: ElementNode, relation: RelationType, value: Sequence, provenance: str | None) -> None:
        """Resolve a list of ids."""
        seen: dict[str, Any] = {}
        for at, (target, item) in enumerate(zip(value, value.marks, strict=True)):
            if isinstance(target, Mapping) and target.marks:
                self.report(index, node, "dashed-link", *key_stretch(target, next(iter(target.marks))))
            elif not isinstance(target, str):
                self.report(index, node, "no-link", *item_stretch(value, at))
            elif target in seen:
                self.flaws.append(Flaw("double-link", node.id, relation.key, target, index, item, (index, seen[target])))
            else:
                seen[target] = item
                self.resolve(index, node, relation, target, item, _NOWHERE, provenance)

    def fits_here(self, index: int, node: ElementNode, relation: RelationType) -> bool:
        """Say whether this kind of element may have the key at all; if not, one flaw stands for all its links."""
        kinds = relation.sources if relation.written_at == "source" else relation.targets
        if node.kind in kinds:
            return True
        mark = node.data.marks[relation.key][0]
        self.damage.add(node.id, mark.start_mark.index)
        self.flaws.append(Flaw("wrong-key", node.id, relation.key, relation.key, index, mark))
        return False

    def detail(self, index: int, node: ElementNode, relation: RelationType, value: Mapping, target: str) -> Link:
        """Read what a link says beside its target: nothing, a weight or role alone, or fields."""
        given = value[target]
        if given is None:
            return _NOWHERE
        if isinstance(given, Mapping):
            link, problems = read_record(Link, given, self.files[index].text, node.id)
            self.note(index, problems)
            return link or _NOWHERE
        field = "role" if relation.name == "involved_in" else "weight"
        known = self.short_links.get((field, given)) if given.__class__ is str else None
        if known is not None:
            return known
        short = Mapping(given.start if isinstance(given, Sequence) else 0)
        short[field], short.marks[field] = given, (value.marks[target][1], value.marks[target][1])
        link, problems = read_record(Link, short, self.files[index].text, node.id)
        self.note(index, problems)
        if link is not None and not problems and given.__class__ is str:
            self.short_links[field, given] = link
        return link or _NOWHERE

    def link_pair(self, index: int, node: ElementNode, relation: RelationType, value: Mapping, target: str, provenance: str | None) -> None:
        """Resolve one of the links in a mapping of ids."""
        if ":" in target and value[target] is None and self.spaceless(index, node, relation, value, target, provenance):
            return
        self.resolve(index, node, relation, target, value.marks[target][0], self.detail(index, node, relation, value, target), provenance)

    def spaceless(self, index: int, node: ElementNode, relation: RelationType, value: Mapping, target: str, provenance: str | None) -> bool:
        """Read `id:role` as what it is meant for; say whether that could be done."""
        name, _, rest = (part.strip() for part in target.partition(":"))
        if not name or not rest:
            return False
        mark = value.marks[target][0]
        self.note(index, [Problem("no-space", mark.start_mark.index, mark.end_mark.index, (target, f"{name}: {rest}"), node.id)])
        pair = Mapping(value.start)
        pair[name], pair.marks[name] = ENGLISH_VALUE["role"].get(rest, rest), (mark, mark)
        self.resolve(index, node, relation, name, mark, self.detail(index, node, relation, pair, name), provenance)
        return True

    def several(self, index: int, node: ElementNode, relation: RelationType, given: str, mark: Any, provenance: str | None) -> bool:
        """Resolve each of the ids in a text that is none itself; say whether it holds more than one."""
        names = [part.strip() for part in _BETWEEN.split(given)]
        if len(names) < 2 or not all(_ID.fullmatch(name) for name in names) or self.elements.keys().isdisjoint(names):
            return False
        written = f"[{', '.join(names)}]"
        self.note(index, [Problem("several-ids", mark.start_mark.index, mark.end_mark.index, (given, written), node.id)])
        for name in names:
            self.resolve(index, node, relation, name, mark, _NOWHERE, provenance)
        return True

    def note(self, index: int, problems: list[Problem]) -> None:
        self.damage.add_problems(problems)
        self.problems += [(self.files[index], problem) for problem in problems]

    def report(self, index: int, node: ElementNode, slug: str, start: int, end: int) -> None:
        self.note(index, [Problem(slug, start, end, (), node.id)])

    def resolve(self, index: int, node: ElementNode, relation: RelationType, given: str, mark: Any, link: Link, provenance: str | None) -> None:
        """Enter one relation, or the flaw that keeps it out."""
        if given == "":
            self.report(index, node, "no-link", mark.start_mark.index, mark.end_mark.index)
            return
        if given == UNKNOWN:
            return
        if relation.name == _OTHER_MODEL and "/" in given:
            model, _, predecessor = given.partition("/")
            self.predecessors.append(Predecessor(node.id, model, predecessor, index, mark))
            return
        source, target = (node.id, given) if relation.written_at == "source" else (given, node.id)
        flaw = self.flaw(node, relation, given)
        if flaw is not None:
            self.damage.add(node.id, mark.start_mark.index)
            if flaw == "unknown-id" and self.several(index, node, relation, given, mark, provenance):
                return
            if flaw != "unknown-id" or not may_stand(given, self.unread):
                kind = self.elements[given].kind if flaw == "wrong-kind" else None
                self.flaws.append(Flaw(flaw, node.id, relation.key, given, index, mark, target_kind=kind))
            return
        self.relations.append(
            Relation(
                relation.name,
                source,
                target,
                link.weight,
                link.role,
                link.provenance or provenance,
                link.substantiation,
                link.source,
                link.reason,
                link.note,
                link.verbatim,
                index,
                mark,
            )
        )

    def flaw(self, node: ElementNode, relation: RelationType, given: str) -> str | None:
        other = self.elements.get(given)
        if other is None:
            return "unknown-id"
        if given == node.id:
            return "self"
        source, target = (node.kind, other.kind) if relation.written_at == "source" else (other.kind, node.kind)
        return None if allowed(relation, source, target) else "wrong-kind"
