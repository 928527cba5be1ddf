"""Two people who change the same thing in a model file, each in an own way, and perhaps other things too."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from merging_author import Author
from merging_inside import Change
from merging_support import after, apart
from merging_tree import Entry, Found, Map, Text, below, elements, fields_of, has_parts, mentioned, written


class Made(NamedTuple):
    """One clash: what it is about, what both say, and the change of each."""

    element: str | None
    field: str | None
    said: tuple[str, ...]
    first: Callable[[Map], None]
    second: Callable[[Map], None]


class Clash(NamedTuple):
    """Two people who changed the same thing, each in an own way, and perhaps other things too."""

    base: str
    ours: str
    theirs: str
    element: str | None
    field: str | None
    """The first key below the element; None where it is about the element as a whole."""
    said: tuple[str, ...]
    """What both sides say of it: all of it must be in the result."""


def clash_of(seed: int) -> Clash:
    """Return two people's changes of which one pair touches the same; the sorts take turns."""
    author = Author(seed)
    tree, layout = author.file(), author.layout()
    while (one := _SORTS[seed % CLASHES](author, tree)) is None:
        tree = author.file()
    element, field_name, said, first, second = one
    slots = frozenset({(element or "top", "*"), *((name, "*") for name in elements(tree) if element and name in _around(tree, element))})
    wall = Change("", slots, lambda new: None)
    mine, yours = apart(seed, tree, author.random.randrange(5), (wall,))
    ours, theirs = after(tree, mine), after(tree, yours)
    first(ours)
    second(theirs)
    return Clash(written(tree, layout), written(ours, layout), written(theirs, layout), element, field_name, said)


def _around(tree: Map, element: str) -> set[str]:
    """Return the element, what it is a part of and what is a part of it."""
    here = elements(tree)
    found = {element, *(one.id for one in here.values() if one.parent == element)}
    while element in here and here[element].parent:
        element = here[element].parent
        found.add(element)
    return found


def _named_twice(author: Author, tree: Map) -> Made | None:
    name = author.random.choice(_long(tree)).id
    return Made(name, "naam", ("Zo heet het x", "Zo heet het y"), _sets(name, "naam", "Zo heet het x"), _sets(name, "naam", "Zo heet het y"))


def _changed_and_removed(author: Author, tree: Map) -> Made | None:
    free = [
        one for one in elements(tree).values() if one.id not in mentioned(tree) and not has_parts(one.entry.node) and len(one.siblings.entries) > 1
    ]
    if not free:
        return None
    gone = author.random.choice(free).id
    return Made(gone, None, ("Anders genoemd",), _sets(gone, "naam", "Anders genoemd"), _removes(gone))


def _removed_and_changed(author: Author, tree: Map) -> Made | None:
    made = _changed_and_removed(author, tree)
    return made._replace(first=made.second, second=made.first) if made else None


def _added_twice(author: Author, tree: Map) -> Made | None:
    del author, tree
    return Made("dubbel", None, ("Een van ons x", "Een van ons y"), _adds("dubbel", "Een van ons x"), _adds("dubbel", "Een van ons y"))


def _field_changed_and_removed(author: Author, tree: Map) -> Made | None:
    described = [one.id for one in _long(tree) if isinstance(one.entry.node, Map) and one.entry.node.get("omschrijving")]
    if not described:
        return None
    name = author.random.choice(described)
    return Made(name, "omschrijving", ("Heel anders",), _sets(name, "omschrijving", "Heel anders"), _removes_field(name, "omschrijving"))


def _field_added_twice(author: Author, tree: Map) -> Made | None:
    bare = [one.id for one in _long(tree) if isinstance(one.entry.node, Map) and not one.entry.node.get("omschrijving")]
    if not bare:
        return None
    name = author.random.choice(bare)
    return Made(
        name,
        "omschrijving",
        ("Dit is het x", "Dit is het y"),
        _gets(name, "omschrijving", "Dit is het x"),
        _gets(name, "omschrijving", "Dit is het y"),
    )


def _head_twice(author: Author, tree: Map) -> Made | None:
    del author, tree
    return Made(None, "editie", ("eerste druk", "tweede druk"), _head("editie", "eerste druk"), _head("editie", "tweede druk"))


def _paid_twice(author: Author, tree: Map) -> Made | None:
    del author
    paid = [one.id for one in _long(tree) if isinstance(one.entry.node, Map) and one.entry.node.get("geld")]
    return Made(paid[0], "geld", ("123456", "654321"), _pays(paid[0], "123456"), _pays(paid[0], "654321")) if paid else None


def _weighed_twice(author: Author, tree: Map) -> Made | None:
    for one in _long(tree):
        links = one.entry.node.get("draagt_bij_aan") if isinstance(one.entry.node, Map) else None
        if links is not None and isinstance(links.node, Map) and all(isinstance(entry.node, Map) for entry in links.node.entries):
            target = author.random.choice(links.node.entries).key
            said = ("Om reden x", "Om reden y")
            return Made(one.id, "draagt_bij_aan", said, _reasons(one.id, target, said[0]), _reasons(one.id, target, said[1]))
    return None


def _remarked_twice(author: Author, tree: Map) -> Made | None:
    remarked = [one.id for one in elements(tree).values() if one.entry.lead]
    if not remarked:
        return None
    name = author.random.choice(remarked)
    return Made(name, None, ("# Zo zit het x", "# Zo zit het y"), _remarks(name, "Zo zit het x"), _remarks(name, "Zo zit het y"))


def _moved_twice(author: Author, tree: Map) -> Made | None:
    del author
    here = elements(tree)
    leaves = [one for one in here.values() if one.kind == "doelen" and not has_parts(one.entry.node) and len(one.siblings.entries) > 1]
    for leaf in leaves:
        parents = [one.id for one in here.values() if one.kind == "doelen" and one.id not in (leaf.id, leaf.parent)]
        if len(parents) > 1:
            return Made(leaf.id, None, (f"{leaf.id}:",), _moves(leaf.id, parents[0]), _moves(leaf.id, parents[1]))
    return None


_SORTS = (
    _named_twice, _changed_and_removed, _removed_and_changed, _added_twice, _field_changed_and_removed, _field_added_twice, _head_twice, _paid_twice,
    _weighed_twice, _remarked_twice, _moved_twice,
)  # fmt: skip
CLASHES = len(_SORTS)


def _long(tree: Map) -> list[Found]:
    """Return the elements that are written with their fields."""
    return [one for one in elements(tree).values() if isinstance(one.entry.node, Map)]


def _sets(name: str, key: str, said: str) -> Callable[[Map], None]:
    def make(new: Map) -> None:
        entry = fields_of(new, name).get(key)
        assert entry is not None
        entry.node = Text(said)

    return make


def _removes(name: str) -> Callable[[Map], None]:
    def make(new: Map) -> None:
        siblings = elements(new)[name].siblings
        siblings.entries = [entry for entry in siblings.entries if entry.key != name]

    return make


def _removes_field(name: str, key: str) -> Callable[[Map], None]:
    def make(new: Map) -> None:
        fields = fields_of(new, name)
        fields.entries = [entry for entry in fields.entries if entry.key != key]

    return make


def _adds(name: str, said: str) -> Callable[[Map], None]:
    def make(new: Map) -> None:
        new.get("stakeholders").node.entries.append(Entry(name, Text(said)))  # type: ignore[union-attr]

    return make


def _head(key: str, said: str) -> Callable[[Map], None]:
    return lambda new: new.entries.insert(2, Entry(key, Text(said)))


def _pays(name: str, amount: str) -> Callable[[Map], None]:
    def make(new: Map) -> None:
        fields_of(new, name).get("geld").node.entries[0].node.get("bedrag").node = Text(amount)  # type: ignore[union-attr]

    return make


def _moves(name: str, parent: str) -> Callable[[Map], None]:
    def make(new: Map) -> None:
        one = elements(new)[name]
        one.siblings.entries = [entry for entry in one.siblings.entries if entry.key != name]
        below(fields_of(new, parent), "subdoelen").entries.append(one.entry)

    return make


def _gets(name: str, key: str, said: str) -> Callable[[Map], None]:
    return lambda new: fields_of(new, name).entries.append(Entry(key, Text(said)))


def _reasons(name: str, target: str, said: str) -> Callable[[Map], None]:
    def make(new: Map) -> None:
        link = fields_of(new, name).get("draagt_bij_aan").node.get(target)  # type: ignore[union-attr]
        link.node.get("reden").node = Text(said)

    return make


def _remarks(name: str, said: str) -> Callable[[Map], None]:
    def make(new: Map) -> None:
        elements(new)[name].entry.lead = [said]

    return make
