"""The links of elements -> relations, by the one table; what cannot be resolved is left out and kept as a flaw, which a rule reports."""

from __future__ import annotations

from typing import Any

from dinkit.model.document import Link
from dinkit.model.node import Mapping, Marks, Sequence, item_stretch, key_stretch, stretch_of
from dinkit.model.records import Element
from dinkit.model.relations import RelationType, allowed
from dinkit.model.vocabulary import ENGLISH_VALUE, UNKNOWN
from dinkit.network import Flaw, Predecessor, Relation, TextFile
from dinkit.pattern import pattern
from dinkit.reading.damage import Damage
from dinkit.reading.nodes import ElementNode
from dinkit.reading.problem import Problem
from dinkit.reading.records import read_record
from dinkit.reading.unread import may_stand
from dinkit.tuples import NamedTuple

Located = tuple[TextFile, Problem]

_NOWHERE = Link()
_BETWEEN = pattern(r"\s*[,;&+]\s*|\s+(?:en|and)\s+")
_ID = pattern("[a-z][a-z0-9-]*")
_OTHER_MODEL = "succeeds"
"""The one relation whose target may stand in another model: an earlier edition."""


class LinkKey(NamedTuple):
    """The key under which an element names others: where it stands, and what its links mean."""

    file: int
    node: ElementNode
    relation: RelationType
    provenance: str | None
    """That of the file, for links that give none."""

    @property
    def marks(self) -> Marks:
        """The events of the key and of its value."""
        return self.node.data.marks[self.relation.key]


class Linking:
    """The elements of a model so far, and what became of their links."""

    def __init__(self) -> None:
        self.files: list[TextFile] = []
        self.elements: dict[str, Element] = {}
        self.flaws: list[Flaw] = []
        self.damage = Damage()
        self.unread: list[str | None] = []
        """The texts that were not read; None for a file of which nothing is known."""
        self.problems: list[Located] = []
        self.relations: list[Relation] = []
        self.predecessors: list[Predecessor] = []
        self.short_links: dict[tuple[str, str], Link] = {}
        """What a word alone says of a link, once it has been read: most links say one of a few roles."""

    def link(self, at: LinkKey, value: Any) -> None:
        """Resolve the links under one key of one element, in any of the three forms."""
        if not self.fits_here(at):
            return
        if isinstance(value, str):
            self.resolve(at, value, at.marks[1], _NOWHERE)
        elif isinstance(value, Sequence):
            self.link_list(at, value)
        elif isinstance(value, Mapping):
            for target in value:
                self.link_pair(at, value, target)
        elif value is not None:
            self.report(at, "no-link", *stretch_of(at.marks[1]))

    def link_list(self, at: LinkKey, value: Sequence) -> None:
        """Resolve a list of ids."""
        seen: dict[str, Any] = {}
        for index, (target, item) in enumerate(zip(value, value.marks, strict=True)):
            if isinstance(target, Mapping) and target.marks:
                self.report(at, "dashed-link", *key_stretch(target, next(iter(target.marks))))
            elif not isinstance(target, str):
                self.report(at, "no-link", *item_stretch(value, index))
            elif target in seen:
                self.flaws.append(Flaw("double-link", at.node.id, at.relation.key, target, at.file, item, (at.file, seen[target])))
            else:
                seen[target] = item
                self.resolve(at, target, item, _NOWHERE)

    def fits_here(self, at: LinkKey) -> bool:
        """Say whether this kind of element may have the key at all; if not, one flaw stands for all its links."""
        kinds = at.relation.sources if at.relation.written_at == "source" else at.relation.targets
        if at.node.kind in kinds:
            return True
        mark, key = at.marks[0], at.relation.key
        self.damage.add(at.node.id, mark.start_mark.index)
        self.flaws.append(Flaw("wrong-key", at.node.id, key, key, at.file, mark))
        return False

    def detail(self, at: LinkKey, value: Mapping, target: str) -> Link:
        """Read what a link says beside its target: nothing, a weight or role alone, or fields."""
        given = value[target]
        if given is None:
            return _NOWHERE
        if isinstance(given, Mapping):
            return self.read_link(at, given)[0]
        field = "role" if at.relation.name == "involved_in" else "weight"
        known = self.short_links.get((field, given)) if given.__class__ is str else None
        if known is not None:
            return known
        short = Mapping(given.start if isinstance(given, Sequence) else 0)
        short[field], short.marks[field] = given, (value.marks[target][1], value.marks[target][1])
        link, sound = self.read_link(at, short)
        if sound and given.__class__ is str:
            self.short_links[field, given] = link
        return link

    def read_link(self, at: LinkKey, given: Mapping) -> tuple[Link, bool]:
        """Read the fields of a link; say as well whether nothing was wrong with them."""
        link, problems = read_record(Link, given, self.files[at.file].text, at.node.id)
        self.note(at.file, problems)
        return link or _NOWHERE, link is not None and not problems

    def link_pair(self, at: LinkKey, value: Mapping, target: str) -> None:
        """Resolve one of the links in a mapping of ids."""
        if ":" in target and value[target] is None and self.spaceless(at, value, target):
            return
        self.resolve(at, target, value.marks[target][0], self.detail(at, value, target))

    def spaceless(self, at: LinkKey, value: Mapping, target: str) -> bool:
        """Read `id:role` as what it is meant for; say whether that could be done."""
        name, _, rest = (part.strip() for part in target.partition(":"))
        if not name or not rest:
            return False
        mark = value.marks[target][0]
        self.note(at.file, [Problem("no-space", *stretch_of(mark), (target, f"{name}: {rest}"), at.node.id)])
        pair = Mapping(value.start)
        pair[name], pair.marks[name] = ENGLISH_VALUE["role"].get(rest, rest), (mark, mark)
        self.resolve(at, name, mark, self.detail(at, pair, name))
        return True

    def several(self, at: LinkKey, given: str, mark: Any) -> bool:
        """Resolve each of the ids in a text that is none itself; say whether it holds more than one."""
        names = [part.strip() for part in _BETWEEN.split(given)]
        if len(names) < 2 or not all(_ID.fullmatch(name) for name in names) or self.elements.keys().isdisjoint(names):
            return False
        written = f"[{', '.join(names)}]"
        self.note(at.file, [Problem("several-ids", *stretch_of(mark), (given, written), at.node.id)])
        for name in names:
            self.resolve(at, name, mark, _NOWHERE)
        return True

    def note(self, file: int, problems: list[Problem]) -> None:
        self.damage.add_problems(problems)
        self.problems += [(self.files[file], problem) for problem in problems]

    def report(self, at: LinkKey, slug: str, start: int, end: int) -> None:
        self.note(at.file, [Problem(slug, start, end, (), at.node.id)])

    def resolve(self, at: LinkKey, given: str, mark: Any, link: Link) -> None:
        """Enter one relation, or the flaw that keeps it out."""
        if given == "":
            self.report(at, "no-link", *stretch_of(mark))
            return
        if given == UNKNOWN:
            return
        node, relation = at.node, at.relation
        if relation.name == _OTHER_MODEL and "/" in given:
            model, _, predecessor = given.partition("/")
            self.predecessors.append(Predecessor(node.id, model, predecessor, at.file, mark))
            return
        flaw = self.flaw(node, relation, given)
        if flaw is not None:
            self.keep_out(at, flaw, given, mark)
            return
        source, target = (node.id, given) if relation.written_at == "source" else (given, node.id)
        self.relations.append(
            Relation(
                relation.name,
                source,
                target,
                link.weight,
                link.role,
                link.provenance or at.provenance,
                link.substantiation,
                link.source,
                link.reason,
                link.note,
                link.verbatim,
                at.file,
                mark,
            )
        )

    def keep_out(self, at: LinkKey, flaw: str, given: str, mark: Any) -> None:
        """Remember why a link is no relation; several ids in one text are resolved one by one."""
        self.damage.add(at.node.id, mark.start_mark.index)
        if flaw == "unknown-id" and (self.several(at, given, mark) or may_stand(given, self.unread)):
            return
        kind = self.elements[given].kind if flaw == "wrong-kind" else None
        self.flaws.append(Flaw(flaw, at.node.id, at.relation.key, given, at.file, mark, target_kind=kind))

    def flaw(self, node: ElementNode, relation: RelationType, given: str) -> str | None:
        """Return why an element cannot have this relation with what is given, if so."""
        other = self.elements.get(given)
        if other is None:
            return "unknown-id"
        if given == node.id:
            return "self"
        source, target = (node.kind, other.kind) if relation.written_at == "source" else (other.kind, node.kind)
        return None if allowed(relation, source, target) else "wrong-kind"
