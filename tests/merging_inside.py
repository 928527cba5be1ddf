"""Somebody who changes what stands inside the fields of elements: links, parts of a value, items of a list."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import NamedTuple

from merging_author import Author
from merging_tree import KINDS, Entry, Found, List, Map, Text, elements, fields_of, longer, plain, targets

Slot = tuple[str, ...]
"""What a change touches: an element and a field, a link, a list of siblings, ...; ("x", "*") stands for all of x."""


class Change(NamedTuple):
    """One change."""

    what: str
    slots: frozenset[Slot]
    make: Callable[[Map], None]


class Inside(Author):
    """Somebody who changes a file; whatever is new carries a sign, so that two people never add the same id."""

    def __init__(self, seed: int, sign: str) -> None:
        super().__init__(seed)
        self.sign = sign

    def name(self) -> str:
        return f"{super().name()}{self.sign}"

    def any_element(self, tree: Map, *, with_field: str = "", kinds: tuple[str, ...] = KINDS) -> Found | None:
        every = [one for one in elements(tree).values() if one.kind in kinds]
        if with_field:
            every = [one for one in every if isinstance(one.entry.node, Map) and one.entry.node.get(with_field)]
        return self.random.choice(every) if every else None

    def add_link(self, tree: Map) -> Change | None:
        key, kind = self.random.choice((("draagt_bij_aan", "doelen"), ("stakeholders", "stakeholders")))
        found = self.any_element(tree, with_field=key, kinds=("inspanningen",))
        free = [one.id for one in elements(tree).values() if one.kind == kind]
        if found is None:
            return None
        assert isinstance(found.entry.node, Map)
        links = found.entry.node.get(key)
        assert links is not None
        free = [one for one in free if one not in targets(links.node)]
        if not free:
            return None
        target = self.random.choice(free)
        detail = Text("++" if kind == "doelen" else "partner")

        def make(new: Map) -> None:
            entry = fields_of(new, found.id).get(key)
            assert entry is not None
            held = longer(entry)
            held.entries.append(Entry(target, copy.deepcopy(detail)) if isinstance(held, Map) else Entry("", Text(target)))

        return Change("add-link", frozenset({(found.id, key, target), (found.id, "exists"), (target, "exists")}), make)

    def remove_link(self, tree: Map) -> Change | None:
        return self._about_link(tree, "remove-link", _without)

    def change_link(self, tree: Map) -> Change | None:
        def other(held: List | Map, target: str) -> None:
            entry = next(entry for entry in held.entries if entry.key == target)
            if isinstance(entry.node, Text):
                entry.node = Text("+" if entry.node.said[0] == "+" else "doelgroep")
            else:
                assert isinstance(entry.node, Map)
                entry.node.entries[-1].node = Text(f"andere reden {self.sign}")

        return self._about_link(tree, "change-link", other, only_maps=True)

    def _about_link(self, tree: Map, what: str, act: Callable[[List | Map, str], None], *, only_maps: bool = False) -> Change | None:
        key = self.random.choice(("draagt_bij_aan", "stakeholders"))
        found = self.any_element(tree, with_field=key, kinds=("inspanningen",))
        if found is None:
            return None
        assert isinstance(found.entry.node, Map)
        links = found.entry.node.get(key)
        assert links is not None
        if isinstance(links.node, Text) or len(links.node.entries) < 2 or (only_maps and not isinstance(links.node, Map)):
            return None
        target = self.random.choice(targets(links.node))

        def make(new: Map) -> None:
            entry = fields_of(new, found.id).get(key)
            assert entry is not None
            act(longer(entry), target)

        return Change(what, frozenset({(found.id, key, target)}), make)

    def change_part(self, tree: Map) -> Change | None:
        """Change a field of a value that has several."""
        found = self.any_element(tree, with_field="planning", kinds=("inspanningen",))
        if found is None:
            return None
        assert isinstance(found.entry.node, Map)
        planning = found.entry.node.get("planning")
        if planning is None or not isinstance(planning.node, Map):
            return None
        key = self.random.choice(("start", "eind", "reden"))
        said = Text({"start": "2018", "eind": "2027"}.get(key) or self.name())

        def make(new: Map) -> None:
            held = fields_of(new, found.id).get("planning").node  # type: ignore[union-attr]
            held.get(key).node = said  # type: ignore[union-attr]

        return Change("change-part", frozenset({(found.id, "planning", key)}), make)

    def _records(self, tree: Map) -> tuple[Found, str, list[Entry]] | None:
        key, kind = self.random.choice((("geld", "inspanningen"), ("streefwaarden", "indicatoren")))
        found = self.any_element(tree, with_field=key, kinds=(kind,))
        if found is None:
            return None
        assert isinstance(found.entry.node, Map)
        held = found.entry.node.get(key)
        assert held is not None
        assert isinstance(held.node, List)
        return found, key, held.node.entries

    def add_item(self, tree: Map) -> Change | None:
        records = self._records(tree)
        if records is None:
            return None
        found, key, _ = records
        entry = Entry("", self.amount() if key == "geld" else self.target(2025), self.comment())

        def make(new: Map) -> None:
            fields_of(new, found.id).get(key).node.entries.append(copy.deepcopy(entry))  # type: ignore[union-attr]

        return Change("add-item", frozenset({(found.id, "exists")}), make)

    def change_item(self, tree: Map) -> Change | None:
        records = self._records(tree)
        if records is None:
            return None
        found, key, entries = records
        at = self.random.randrange(len(entries))
        assert isinstance(entries[at].node, Map)
        shown = plain(entries[at].node)
        part = self.random.choice(("bedrag", "omschrijving") if key == "geld" else ("waarde",))
        said = Text(self.name() if part == "omschrijving" else str(self.random.randrange(100_000, 999_999)))

        def make(new: Map) -> None:
            held = fields_of(new, found.id).get(key).node.entries  # type: ignore[union-attr]
            same = max(held, key=lambda entry: _alike(plain(entry.node), shown))
            same.node.get(part).node = said

        return Change("change-item", frozenset({(found.id, key, str(at), part)}), make)

    def remove_item(self, tree: Map) -> Change | None:
        records = self._records(tree)
        if records is None or len(records[2]) < 2:
            return None
        found, key, entries = records
        at = self.random.randrange(len(entries))
        shown = plain(entries[at].node)

        def make(new: Map) -> None:
            held = fields_of(new, found.id).get(key).node  # type: ignore[union-attr]
            held.entries = [entry for entry in held.entries if plain(entry.node) != shown]

        return Change("remove-item", frozenset({(found.id, key, str(at), "*")}), make)

    def add_note(self, tree: Map) -> Change | None:
        found = self.any_element(tree, with_field="opmerking")
        if found is None:
            return None
        said = Text(f"Nog iets over {self.name()}")

        def make(new: Map) -> None:
            fields_of(new, found.id).get("opmerking").node.entries.append(Entry("", said))  # type: ignore[union-attr]

        return Change("add-note", frozenset({(found.id, "opmerking", "exists")}), make)


def _without(held: List | Map, target: str) -> None:
    held.entries = [entry for entry in held.entries if (entry.key or entry.node.said) != target]  # type: ignore[union-attr]


def _alike(one: object, other: object) -> int:
    assert isinstance(one, dict)
    assert isinstance(other, dict)
    return sum(one.get(key) == said for key, said in other.items())
