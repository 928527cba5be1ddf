"""Elements and fields that stand under a wrong word or in a wrong place: each is reported, and read as what it is beyond doubt.

So one slip of the hand is one finding: what it says is in the network, and nothing seems to be missing because of it.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from typing import Any

from yaml import MappingStartEvent, ScalarEvent, SequenceStartEvent

from dinkit.finding import Text
from dinkit.model.kinds import COLLECTIONS, NESTED, label
from dinkit.model.node import Mapping
from dinkit.model.relations import RELATION_BY_KEY, allowed
from dinkit.model.vocabulary import ENGLISH_KEY, ENGLISH_VALUE, spell_key
from dinkit.pattern import pattern
from dinkit.reading.bullets import bullet_hint
from dinkit.reading.changing import replaced
from dinkit.reading.events import LOST, end_of
from dinkit.reading.keys import is_field_of, meant_key
from dinkit.reading.links import LinkEvents
from dinkit.reading.nodes import ElementNode
from dinkit.reading.problem import Change, Repair
from dinkit.reading.spelling import language_of, nearest_key

STRAY = {key: kind for key, kind in (COLLECTIONS | NESTED).items() if key not in RELATION_BY_KEY}
"""Keys that hold elements wherever they stand; where they do not belong their elements are read all the same."""
_POINTING = {
    **dict.fromkeys(("effort", "benefit", "capability"), "contributes_to"),
    **dict.fromkeys(("measurement", "result", "milestone", "progress"), "of"),
    "indicator": "measures",
    "risk": "threatens",
}
"""Kind -> the key by which such an element says what it is for."""
_STANDING_IN = frozenset(("near-key", "no-space"))
"""What is told of a word that is read as the key that it stands for."""
_ELEMENTS = pattern(r"\{?\s*[a-z][a-z0-9-]*:\s+(?:\{?\s*(?:naam|name)\s*:|[\"']?[^\W\d_a-z])")
"""How a mapping of elements begins: behind its first id stands a field or a name, and no weight or role."""
_NAMED = pattern(r"\s*\{?\s*(?:naam|name|omschrijving|description)\s*:")


class Mending(LinkEvents):
    """One file as a stream of events, and how to read on where the grammar was left but the meaning is plain."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.elements: list[ElementNode] = []

    @abstractmethod
    def collection(self, kind: str, event: Any, parent: str | None, depth: int) -> None:
        """Read a mapping of ids to elements."""

    def no_elements(self, event: Any, depth: int) -> None:
        """Report what stands where elements should; for a list with dashes, say how its first is written."""
        if event.__class__ is not SequenceStartEvent or event.flow_style:
            self.lose("no-collection", event)
        elif (read := self.plain(event, "", depth)) is not LOST:
            self.problem("bullets", event, bullet_hint(read, language_of(self.text)))

    def nested(self, node: ElementNode, key: str, event: Any, value: Any, depth: int) -> bool:
        """Read elements inside an element; where they do not belong, report it and read them all the same."""
        if NESTED.get(key) == node.kind:
            self.collection(STRAY[key], value, node.id, depth)
            return True
        listed = _ELEMENTS.match(self.text, value.start_mark.index) is not None
        if value.__class__ is not MappingStartEvent:
            return self.another(node, key, event, value, depth)
        parts = next((one for one, kind in NESTED.items() if kind == node.kind == STRAY[key]), None)
        if parts is not None and parts not in node.data.marks and listed:
            near = spell_key(parts, language_of(self.text))
            self.problem("near-key", event, event.value, near, repair=self.renamed(event, near))
            self.collection(STRAY[key], value, node.id, depth)
            return True
        self.astray(node, key, event)
        begun = len(self.elements)
        self.collection(STRAY[key], value, None, depth)
        self.damaged.update(one.id for one in self.elements[begun:])  # they seem to lack a link to what they stand in
        return True

    def astray(self, node: ElementNode, key: str, event: Any) -> None:
        """Report elements that stand in an element; where they can point at it, say how."""
        kind, language = Text(label(node.kind, "nl"), label(node.kind, "en")), language_of(self.text)
        link = _POINTING.get(STRAY[key])
        if key not in COLLECTIONS:
            self.problem("stray-key", event, event.value, kind)
        elif link is not None and allowed(RELATION_BY_KEY[link], STRAY[key], node.kind):
            self.problem("stray-pointing", event, event.value, kind, f"{spell_key(link, language)}: {node.id}")
        else:
            self.problem("stray-collection", event, event.value, kind)

    def shallow(self, kind: str, word: str, key_event: Any, value: Any, parent: str | None, depth: int) -> bool:
        """Read a field of the element before it that is indented too little; say whether it is one. Only links and a name are kept."""
        owner = next((node for node in reversed(self.elements) if node.kind == kind and node.parent == parent), None)
        if owner is not None and NESTED.get(word) == kind and word not in owner.data.marks and value.__class__ is MappingStartEvent:
            return self.shallow_nested(owner, word, key_event, value, depth)
        if owner is None or not is_field_of(kind, word) or _NAMED.match(self.text, value.start_mark.index):
            return False
        marks = owner.data.marks
        bare = "name" in marks and marks["name"][0] is owner.key
        if (bare and owner.data.get("name") is not None) or (word in marks and not (bare and word == "name")):
            return False
        outer, self.element_id = self.element_id, owner.id
        self.problem("shallow-key", key_event, key_event.value, owner.id, repair=self.deeper(owner, key_event, value))
        if word == "name" or word in RELATION_BY_KEY:
            self.field(owner, word, key_event, value, depth)
        else:
            marks[word] = (key_event, value)
            self.skip(value)
        self.element_id = outer
        return True

    def shallow_nested(self, owner: ElementNode, word: str, key_event: Any, value: Any, depth: int) -> bool:
        """Read the elements below a key that is indented too little as parts of the element before it."""
        self.problem("shallow-key", key_event, key_event.value, owner.id)
        owner.data.marks[word] = (key_event, value)
        self.collection(owner.kind, value, owner.id, depth + 1)
        return True

    def misspelled(self, event: Any, value: Any, keys: frozenset[str], parent: ElementNode | None, depth: int) -> bool:
        """Read the elements behind a misspelled key of a collection; say whether it is one."""
        if value.__class__ is not MappingStartEvent or not isinstance(event.value, str) or (value.flow_style and "{" in event.value):
            return False
        meant, language = meant_key(None, event.value, "") if parent is None else None, language_of(self.text)
        near = spell_key(meant, language) if meant else nearest_key(event.value, sorted(keys), language)
        word = ENGLISH_KEY.get(near or "", "")
        kind = COLLECTIONS.get(word) or NESTED.get(word)
        if near is None or kind is None or (parent is not None and kind != parent.kind):
            return False
        at_top = rf"^(?:{spell_key(word, 'nl')}|{word})\s*:"
        alone = word not in parent.data.marks if parent is not None else not re.search(at_top, self.text, re.MULTILINE)
        self.problem("near-key", event, event.value, near, repair=self.renamed(event, near) if alone else None)
        if parent is not None:
            parent.data.marks.setdefault(word, (event, value))
        self.collection(kind, value, parent.id if parent else None, depth)
        return True

    def another(self, node: ElementNode, key: str, event: Any, value: Any, depth: int) -> bool:
        """Read the value of a key that is none here, but that stands for another beyond doubt; say whether it does."""
        marks, language = node.data.marks, language_of(self.text)
        if self.misspelled(event, value, frozenset(NESTED), node, depth):
            del marks[key]
            return True
        empty = value.start_mark.index == value.end_mark.index
        if empty and value.__class__ is ScalarEvent:
            return self.spaceless(node, key, event)
        meant = meant_key(node.kind, event.value, language)
        if meant is None:
            return self.braced(node, key, event, value)
        near, alone = spell_key(meant, language), meant not in marks
        self.problem("near-key", event, event.value, near, repair=self.renamed(event, near) if alone else None)
        if not alone and meant not in NESTED:  # its mark stays, so that it is known where something was lost
            self.plain(value, key, depth)
            return True
        del marks[key]
        self.field(node, meant, event, value, depth)
        return True

    def braced(self, node: ElementNode, key: str, event: Any, value: Any) -> bool:
        """Report a key with braces behind it and no colon between them, such as `planning {start: 2026}`; a link is kept."""
        word, inner = _at_brace(event.value, value)
        meant, data = ENGLISH_KEY.get(word), node.data
        if meant is None or meant in data.marks:
            return False
        self.colon_before_brace(event, word, inner)
        data.marks[meant] = data.marks.pop(key)
        if meant in RELATION_BY_KEY:
            held = Mapping(event.start_mark.index)
            held.end, held.marks[inner] = end_of(value), (event, value)
            held[inner] = ENGLISH_VALUE["role"].get(said := value.value.rstrip("} "), said)
            data.links = (data.links or {}) | {meant: held}
        return True

    def braced_element(self, node: ElementNode) -> None:
        """Read the element that was begun last by its id, if braces stand behind that and no colon between them; a name in them is kept."""
        word, inner = _at_brace(node.id, node.data.marks["name"][1])
        if not word:
            return
        self.element_id = word
        self.colon_before_brace(node.key, word, inner)
        self.elements[-1] = node._replace(id=word)
        name = node.data.pop("name", None)
        node.data["id"] = word
        if ENGLISH_KEY.get(inner) == "name" and name:
            node.data["name"] = name.rstrip("} ")

    def colon_before_brace(self, event: Any, word: str, inner: str) -> None:
        """Report that the colon is missing between a key and braces."""
        written = f"{word}: {{{inner}"
        self.problem("near-key", event, event.value, written, repair=self.renamed(event, written))

    def give_way(self, node: ElementNode, key: str) -> None:
        """Forget what a word that stands for a key gave, now that the key itself follows: that one counts, and the word has no repair beside it."""
        data, event = node.data, node.data.marks[key][0]
        if ENGLISH_KEY.get(event.value) == key:
            return
        told = next((at for at, one in enumerate(self.problems) if one.start == event.start_mark.index and one.slug in _STANDING_IN), None)
        if told is None:
            return
        self.problems[told] = self.problems[told]._replace(repair=None)
        data.marks[event.value] = data.marks.pop(key)
        data.pop(key, None)
        if data.links:
            data.links.pop(key, None)

    def renamed(self, event: Any, word: str) -> Repair | None:
        """Return the repair that writes a key as it is read."""
        return replaced(self.text, event.start_mark.index, event.end_mark.index, event.value, word)

    def deeper(self, owner: ElementNode, event: Any, value: Any) -> Repair | None:
        """Return the repair that indents a line as far as the fields of the element that it belongs to, which stand in lines of their own."""
        field = next((mark[0] for key, mark in owner.data.marks.items() if key != "id"), owner.key)
        whole_line = value.__class__ is ScalarEvent and "\n" not in self.text[event.start_mark.index : end_of(value)]
        if not whole_line or field.start_mark.line == owner.key.start_mark.line:
            return None
        start, missing = event.start_mark.index, field.start_mark.column - event.start_mark.column
        title = Text(f"laat '{event.value}' even ver inspringen als de andere velden", f"indent '{event.value}' as far as the other fields")
        return Repair(title, (Change(start, start, " " * missing),)) if missing > 0 else None

    def spaceless(self, node: ElementNode, key: str, event: Any) -> bool:
        """Report a key without a space behind its colon, such as `{naam:Groen}`; a name and a link are kept."""
        word, _, rest = event.value.partition(":")
        meant = ENGLISH_KEY.get(word)
        if meant is None or not rest or event.style or meant in node.data.marks:
            return False
        del node.data.marks[key]
        self.problem("no-space", event, event.value, f"{word}: {rest}")
        node.data.marks[meant] = (event, event)
        if meant == "name":
            node.data["name"] = rest
        elif meant in RELATION_BY_KEY:
            node.data.links = (node.data.links or {}) | {meant: rest}
        return True

    def field(self, node: ElementNode, key: str, event: Any, value: Any, depth: int) -> None:
        """Read one field, link or nested collection of an element, as `element_fields` does for all of them."""
        data = node.data
        data.marks[key] = (event, value)
        if key in RELATION_BY_KEY:
            data.links = (data.links or {}) | {key: self.link_value(value, key, depth)}
        elif key in NESTED:
            self.collection(NESTED[key], value, node.id, depth)
        elif (read := self.plain(value, key, depth)) is not LOST:
            data[key] = read


def _at_brace(key: str, value: Any) -> tuple[str, str]:
    """Return what stands before and behind the brace in the key of a pair that a brace ends; two empty texts where it is none."""
    before, _, behind = key.partition("{")
    paired = behind and value.__class__ is ScalarEvent and value.value.endswith("}")
    return (before.rstrip(), behind.strip()) if paired else ("", "")
