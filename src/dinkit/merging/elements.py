"""Where every element of a file stands on each side, and what becomes of it: where it goes, whether it stays, and what cannot be both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dinkit.comparing.values import Canonical
from dinkit.editing.concrete import Document, Item, Value
from dinkit.finding import Text
from dinkit.merging.items import UnmergeableError
from dinkit.merging.meaning import comments, meaning, own, plain
from dinkit.merging.places import TOP, Place, below, container


class Found(NamedTuple):
    """An element on one side."""

    item: Item
    container: str
    """The mapping that it stands in (see `places.container`)."""
    is_first: bool
    """Whether it is the first there, or stands between brackets: then no empty lines above it say anything."""


class Side(NamedTuple):
    """The elements of one version of a file."""

    found: dict[str, Found]
    members: dict[str, list[str]]
    """Mapping of elements -> the ids in it, in order."""


class Fate(NamedTuple):
    """What becomes of an element."""

    sort: str
    """"stays" (in a container) or "goes"; else it stands somewhere only when one of the sides wins: "ours" (theirs removed what ours changed),
    "theirs" (the other way round), "apart" (each side has it elsewhere) or "added" (both have it there, not the same)."""
    container: str = ""


def elements_of(document: Document) -> Side:
    """Return the elements of one version.

    Raises:
        UnmergeableError: an id stands there twice.
    """
    side = Side({}, {})
    for place, value, at in _elements(TOP, document.root):
        item, where = value.items[at], container(place)
        if item.word in side.found:
            raise doubled(item.word)
        side.found[item.word] = Found(item, where, at == 0 or value.flow)
        side.members.setdefault(where, []).append(item.word)
    return side


class Fates:
    """What becomes of every element."""

    def __init__(self, base: Side, ours: Side, theirs: Side) -> None:
        self.base, self.ours, self.theirs = base, ours, theirs
        self.fates: dict[str, Fate] = {}
        self.new_ours, self.new_theirs = (
            {_own_meaning(found.item): one for one, found in side.found.items() if one not in base.found} for side in (ours, theirs)
        )
        self.called_ours, self.called_theirs = (_called(side, base) for side in (ours, theirs))
        names = dict.fromkeys((*ours.found, *theirs.found))
        for name in names:
            self.fate(name)
        while self._split_once(list(names)):
            pass

    def fate(self, name: str) -> Fate:
        """Return what becomes of an element."""
        if name not in self.fates:
            self.fates[name] = self._fate(name)
        return self.fates[name]

    def verdict(self, name: str, where: str) -> str:
        """Return what stands of an element in one container.

        Returns:
            "both", "ours" or "theirs" (the sides that it comes from), "only-ours" or "only-theirs" (when that side wins), "added" (by both,
            not the same) or "gone".
        """
        fate, ours, theirs = self.fates.get(name, Fate("goes")), self.ours.found.get(name), self.theirs.found.get(name)
        if fate.sort == "stays":
            return "gone" if fate.container != where else "both" if ours and theirs else "ours" if ours else "theirs"
        if fate.sort == "added":
            return "added" if fate.container == where else "gone"
        if fate.sort in ("ours", "apart") and ours and ours.container == where:
            return "only-ours"
        return "only-theirs" if fate.sort in ("theirs", "apart") and theirs and theirs.container == where else "gone"

    def renamed(self, name: str, side: Side) -> str | None:
        """Return the other id under which a side has an element that it seems to have removed.

        That is one that is new there and says the same, or that alone has its name where it stood.
        """
        base = self.base.found.get(name)
        if base is None or name in side.found:
            return None
        by_meaning, by_name = (self.new_ours, self.called_ours) if side is self.ours else (self.new_theirs, self.called_theirs)
        return by_meaning.get(_own_meaning(base.item)) or by_name.get((base.container, _name_of(base.item)))

    def is_elsewhere(self, name: str, where: str) -> bool:
        """Say whether an element stays, but in another place than this one."""
        fate = self.fates.get(name)
        return fate is not None and fate.sort == "stays" and fate.container != where

    def _fate(self, name: str) -> Fate:
        base, ours, theirs = (side.found.get(name) for side in (self.base, self.ours, self.theirs))
        if ours is not None and theirs is not None:
            return _both(base, ours, theirs)
        if ours is not None:
            return self._one(name, base, ours, self.ours, "ours")
        return self._one(name, base, theirs, self.theirs, "theirs") if theirs is not None else Fate("goes")

    def _one(self, name: str, base: Found | None, found: Found, side: Side, sort: str) -> Fate:
        """Return what becomes of an element that only one side has: it is new, or the other side removed it."""
        if base is None:
            return Fate("stays", found.container)
        parts = [part for where, members in side.members.items() if where.startswith(f"{name}/") for part in members]
        stays = base.container != found.container or is_changed(base.item, found.item) or any(self._stays_in(part, side) for part in parts)
        return Fate(sort) if stays else Fate("goes")

    def _stays_in(self, part: str, side: Side) -> bool:
        """Say whether a part stands in the end where it stands on a side."""
        fate = self.fate(part)
        return fate.sort not in ("goes", "stays") or (fate.sort == "stays" and fate.container == side.found[part].container)

    def _split_once(self, names: list[str]) -> bool:
        """Keep apart what the sides have in different places, where one of those is in something that not everybody keeps, or in itself."""
        for name in names:
            fate = self.fates[name]
            ours, theirs = self.ours.found.get(name), self.theirs.found.get(name)
            if fate.sort == "stays" and ours and theirs and ours.container != theirs.container and not self._is_sure(name):
                self.fates[name] = Fate("apart")
                return True
        return False

    def _is_sure(self, name: str) -> bool:
        """Say whether everything around an element stays."""
        seen, at = set(), name
        while True:
            fate = self.fates.get(at, Fate("goes"))
            if fate.sort != "stays" or at in seen:
                return False
            seen.add(at)
            if "/" not in fate.container:
                return True
            at = fate.container.partition("/")[0]


def doubled(word: str) -> UnmergeableError:
    """Return the refusal of a version in which a key or an id stands twice: nobody can say which of the two a change is about."""
    why = Text(f"'{word}' staat in een van de versies twee keer", f"'{word}' stands in one of the versions twice")
    return UnmergeableError("double key", why)


def is_changed(base: Item, item: Item) -> bool:
    """Say whether an element says something else than before, or has other comments; its parts left aside."""
    return _own_meaning(base) != _own_meaning(item) or comments(base, nested=False) != comments(item, nested=False)


def _own_meaning(item: Item) -> Canonical:
    return meaning(own(item.value), Place("fields", item.word, item.word))


def _called(side: Side, base: Side) -> dict[tuple[str, str | None], str]:
    """Return the ids that are new on a side, by where they stand and what they are called; without names that several have."""
    ids: dict[tuple[str, str | None], list[str]] = {}
    for one, found in side.found.items():
        if one not in base.found and (called := _name_of(found.item)):
            ids.setdefault((found.container, called), []).append(one)
    return {key: new[0] for key, new in ids.items() if len(new) == 1}


def _name_of(item: Item) -> str | None:
    """Return what an element is called, in the short form (`id: name`) and in the long one."""
    said = plain(item.value, Place("fields", item.word, item.word))
    named = said.get("name") if isinstance(said, dict) else said
    return named if isinstance(named, str) else None


def _both(base: Found | None, ours: Found, theirs: Found) -> Fate:
    """Return what becomes of an element that both sides have."""
    before = base.container if base is not None else None
    if before is None and ours.container == theirs.container and is_changed(ours.item, theirs.item):
        return Fate("added", ours.container)
    if theirs.container in (ours.container, before):
        return Fate("stays", ours.container)
    return Fate("stays", theirs.container) if before == ours.container else Fate("apart")


def _elements(place: Place, value: Value) -> Iterator[tuple[Place, Value, int]]:
    """Yield every element in a value, whole ones before their parts: the place and the mapping that it stands in, and at what index."""
    if value.kind != "map" or place.sort not in ("top", "fields", "elements"):
        return
    for at, item in enumerate(value.items):
        inner = below(place, item.word)
        if place.sort == "elements" and inner.sort == "fields":
            yield place, value, at
        yield from _elements(inner, item.value)
