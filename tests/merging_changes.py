"""Somebody who changes a model file: a change is a function on its tree with the slots that it touches."""

from __future__ import annotations

import copy

from merging_inside import Change, Inside
from merging_tree import KINDS, PARTS, Entry, List, Map, Text, below, elements, fields_of, has_parts, mentioned


class Changing(Inside):
    """Somebody who changes a file in any way."""

    def change(self, tree: Map) -> Change | None:
        """Return a change of some sort that this file allows."""
        sorts = (
            self.set_field, self.set_field, self.add_field, self.remove_field, self.add_element, self.add_element, self.remove_element, self.add_link,
            self.remove_link, self.change_link, self.move, self.reorder, self.remark, self.add_collection, self.change_part, self.add_item,
            self.change_item, self.remove_item, self.head, self.add_note,
        )  # fmt: skip
        return self.random.choice(sorts)(tree)

    def set_field(self, tree: Map) -> Change | None:
        found = self.any_element(tree)
        assert found is not None
        if isinstance(found.entry.node, Text):
            said = self.text()

            def short(new: Map) -> None:
                one = elements(new)[found.id].entry
                if isinstance(one.node, Text):
                    one.node = said
                else:
                    fields_of(new, found.id).get("naam").node = said  # type: ignore[union-attr]

            return Change("set", frozenset({(found.id, "naam")}), short)
        assert isinstance(found.entry.node, Map)
        simple = [entry.key for entry in found.entry.node.entries if isinstance(entry.node, Text) and entry.key in ("naam", "omschrijving", "nummer")]
        simple += [key for key in ("streefdatum", "sturing") if found.entry.node.get(key)]
        if not simple:
            return None
        key = self.random.choice(simple)
        values = {"nummer": "77", "streefdatum": str(self.random.randrange(2031, 2040)), "sturing": "onbekend"}
        new_text = Text(values[key]) if key in values else self.text()

        def make(new: Map) -> None:
            entry = fields_of(new, found.id).get(key)
            assert entry is not None
            entry.node = new_text

        return Change("set", frozenset({(found.id, key)}), make)

    def add_field(self, tree: Map) -> Change | None:
        found = self.any_element(tree)
        assert found is not None
        own = found.entry.node
        free = [key for key in ("omschrijving", "nummer", "bron", "opmerking") if not (isinstance(own, Map) and own.get(key))]
        if not free:
            return None
        key = self.random.choice(free)
        node: Text | List = {"nummer": Text("8"), "bron": self.sources(), "opmerking": self.notes()}.get(key) or self.text()
        entry = Entry(key, node, self.comment())
        at = self.random.randrange(1, 4)

        def make(new: Map) -> None:
            fields = fields_of(new, found.id)
            fields.entries.insert(min(at, len(fields.entries)), copy.deepcopy(entry))

        return Change("add-field", frozenset({(found.id, key)}), make)

    def remove_field(self, tree: Map) -> Change | None:
        found = self.any_element(tree, with_field=self.random.choice(("omschrijving", "nummer", "bron", "opmerking", "streefdatum")))
        if found is None:
            return None
        assert isinstance(found.entry.node, Map)
        keys = [entry.key for entry in found.entry.node.entries if entry.key in ("omschrijving", "nummer", "bron", "opmerking", "streefdatum")]
        key = self.random.choice(keys)

        def make(new: Map) -> None:
            fields = fields_of(new, found.id)
            fields.entries = [entry for entry in fields.entries if entry.key != key]

        return Change("remove-field", frozenset({(found.id, key, "*")}), make)

    def add_element(self, tree: Map) -> Change | None:
        kind = self.random.choice(KINDS)
        here = list(elements(tree).values())
        goals = [one.id for one in here if one.kind == "doelen"]
        parties = [one.id for one in here if one.kind == "stakeholders"]
        name = f"nieuw-{self.sign}-{len(here)}-{self.made}"
        fields = self.element(kind, goals, parties)
        node: Text | Map = Text(self.name()) if self.random.random() < 0.3 and kind == "stakeholders" else fields
        entry = Entry(name, node, self.comment())
        parent = self.any_element(tree, kinds=(kind,)) if kind in PARTS.values() and self.random.random() < 0.5 else None
        at = self.random.randrange(8)
        slots = {(name, "*"), *((one, "exists") for one in mentioned(Map([Entry(kind, Map([entry]))]))), *({(parent.id, "child")} if parent else ())}

        def make(new: Map) -> None:
            part = {one: key for key, one in PARTS.items()}.get(kind, "")
            siblings = below(fields_of(new, parent.id), part) if parent else new.get(kind).node  # type: ignore[union-attr]
            assert isinstance(siblings, Map)
            siblings.entries.insert(min(at, len(siblings.entries)), copy.deepcopy(entry))

        return Change("add", frozenset(slots), make)

    def remove_element(self, tree: Map) -> Change | None:
        used = mentioned(tree)
        every = [one for one in elements(tree).values() if one.id not in used and not has_parts(one.entry.node) and len(one.siblings.entries) > 1]
        if not every:
            return None
        found = self.random.choice(every)

        def make(new: Map) -> None:
            siblings = elements(new)[found.id].siblings
            siblings.entries = [entry for entry in siblings.entries if entry.key != found.id]

        return Change("remove", frozenset({(found.id, "*")}), make)

    def move(self, tree: Map) -> Change | None:
        every = [
            one for one in elements(tree).values() if one.kind in PARTS.values() and not has_parts(one.entry.node) and len(one.siblings.entries) > 1
        ]
        if not every:
            return None
        found = self.random.choice(every)
        parents = [one.id for one in elements(tree).values() if one.kind == found.kind and one.id not in (found.id, found.parent)]
        if not parents:
            return None
        parent = self.random.choice(parents)
        part = {one: key for key, one in PARTS.items()}[found.kind]

        def make(new: Map) -> None:
            one = elements(new)[found.id]
            one.siblings.entries = [entry for entry in one.siblings.entries if entry.key != found.id]
            below(fields_of(new, parent), part).entries.append(one.entry)

        return Change("move", frozenset({(found.id, "place"), (found.id, "exists"), (found.id, "leaf"), (parent, "child")}), make)

    def reorder(self, tree: Map) -> Change | None:
        every = [one for one in elements(tree).values() if len(one.siblings.entries) > 2]
        if not every:
            return None
        found = self.random.choice(every)
        moved = self.random.choice(found.siblings.entries).key

        def make(new: Map) -> None:
            siblings = elements(new)[moved].siblings
            entry = next(entry for entry in siblings.entries if entry.key == moved)
            siblings.entries.remove(entry)
            siblings.entries.append(entry)

        slots = {("order", entry.key) for entry in found.siblings.entries} | {(moved, "place"), (moved, "exists")}
        return Change("reorder", frozenset(slots), make)

    def remark(self, tree: Map) -> Change | None:
        found = self.any_element(tree)
        assert found is not None
        lead = [f"opmerking van {self.sign}", *self.comment()]

        def make(new: Map) -> None:
            elements(new)[found.id].entry.lead = lead

        return Change("remark", frozenset({(found.id, "#"), (found.id, "exists")}), make)

    def add_collection(self, tree: Map) -> Change | None:
        goal = self.any_element(tree, kinds=("doelen",))
        assert goal is not None
        fields = Map([Entry("naam", self.text()), Entry("bedreigt", Text(goal.id))])
        name = f"risico-{self.sign}-{self.made}"

        def make(new: Map) -> None:
            below(new, "risicos").entries.append(Entry(name, copy.deepcopy(fields)))

        return Change("add-collection", frozenset({(name, "*"), (goal.id, "exists")}), make)

    def head(self, tree: Map) -> Change | None:
        del tree
        key, said = self.random.choice((("peildatum", "2021"), ("editie", f"editie {self.sign}"), ("profiel", "klassiek"), ("weegschaal", "tekens")))

        def make(new: Map) -> None:
            entry = new.get(key)
            if entry is None:
                new.entries.insert(3, Entry(key, Text(said)))
            else:
                entry.node = Text(said)

        return Change("head", frozenset({("top", key)}), make)
