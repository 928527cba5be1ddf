"""Weaves the three versions of a file into one: item by item, each as the side has it that changed it.

What our side wrote stays as it is written there, to the byte; what only their side changed takes its place there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dinkit.editing.concrete import Document, Item, Value, body_text, value_text
from dinkit.finding import Text
from dinkit.merging.elements import Fates, elements_of
from dinkit.merging.forms import bracketed, chosen_side, emptied, form_of, head_of, is_block
from dinkit.merging.items import UnmergeableError, in_block, in_flow, items_of, shifted
from dinkit.merging.leftovers import gathered
from dinkit.merging.meaning import comments, comments_in, differing, plain
from dinkit.merging.pieces import MOVED, REMARK, Conflict, Piece, clean, joined, shown
from dinkit.merging.places import TOP, Place, below
from dinkit.merging.rows import Row, Rows, Trio, rows_of
from dinkit.merging.trivia import comment_lines, empty_lines, line_end
from dinkit.merging.words import other_names, other_order, other_parts
from dinkit.model.vocabulary import spell_key


class _Within(NamedTuple):
    """An item between brackets: as it is when our side wins and when theirs does; None where it is not there then."""

    item: Item
    ours: str | None
    theirs: str | None
    conflicts: tuple[Conflict, ...]


class Weaver:
    """Merges three versions of one file, and notes what is worth telling about it.

    Args:
        base: the version that both sides began with.
        ours: the version that keeps its form.
        theirs: the other version; its lines end as those of ours.
        eol: how lines end.
        language: that of the file, for a key that has to be written out.

    Raises:
        UnmergeableError: an id stands twice in a version.
    """

    def __init__(self, base: Document, ours: Document, theirs: Document, *, eol: str, language: str) -> None:
        self.documents = (base, ours, theirs)
        self.eol, self.language = eol, language
        self.fates = Fates(elements_of(base), elements_of(ours), elements_of(theirs))
        self.notes: list[Text] = list(_renamed_twice(self.fates))
        self.told: set[tuple[str, Place]] = set()

    def pieces(self) -> list[Piece]:
        """Return the merged file.

        Raises:
            UnmergeableError: these versions cannot be merged by element and field.
        """
        _, ours, theirs = self.documents
        values = [document.root for document in self.documents]
        if ours.root.flow and theirs.root.flow:
            inside = [self.between_brackets(TOP, "map", values)]
        else:
            leading = ours if ours.root.items and not ours.root.flow else theirs
            inside = self.lines(TOP, "map", values, leading.root.column)
        return [*clean(ours.prefix), *inside, *clean(ours.suffix)]

    def lines(self, place: Place, kind: str, values: Sequence[Value | None], column: int) -> list[Piece]:
        """Merge what stands in a block."""
        blocks = [shifted(value, column) if value is not None and value.kind == kind and not value.flow else Value(kind) for value in values]
        compact = next((block.compact for block in blocks[1:] if block.items), False)
        rows = [
            row._replace(trio=Trio(*(in_block(item, kind, column, self.eol) if item is not None else None for item in row.trio)))
            for row in self.rows(place, kind, values).rows
        ]
        behind = Trio(*(Item("", "", "", Value("scalar"), lead=block.tail) for block in blocks))
        *rows, end = gathered([*rows, Row(place, behind, ())], blocks[0])
        pieces = comment_lines(place, *(block.head for block in blocks))
        for at, row in enumerate(rows):
            pieces += self.row(row, first=at == 0, indent="" if compact and at == 0 else " " * column)
        return pieces + comment_lines(place, *(item.blank + item.lead if item is not None else "" for item in end.trio))

    def between_brackets(self, place: Place, kind: str, values: Sequence[Value | None]) -> Piece:
        """Merge what stands between brackets."""
        woven = []
        for row in self.rows(place, kind, values).rows:
            trio = Trio(row.trio.base, *(in_flow(item, kind) if item is not None else None for item in row.trio[1:]))
            woven.append(self.within(row._replace(trio=trio)))
        form = next((value for value in values[1:] if value is not None and value.flow), None)
        ours = bracketed(form, [(one.item, one.ours) for one in woven])
        theirs = bracketed(form, [(one.item, one.theirs) for one in woven])
        base = ours if ours == theirs else value_text(values[0]) if values[0] is not None else ""
        return Piece(ours, base, theirs, tuple(conflict for one in woven for conflict in one.conflicts))

    def rows(self, place: Place, kind: str, values: Sequence[Value | None]) -> Rows:
        views = [items_of(value, kind, place, self.language) for value in values]
        in_lines = [value is not None and is_block(value) and value.kind == kind for value in values]
        found = rows_of(place, kind, views, self.fates, in_lines=in_lines)
        if found.is_reordered:
            self.note_order(place)
        return found._replace(rows=tuple(self.called(row) for row in found.rows)) if place.sort == "top" else found

    def called(self, row: Row) -> Row:
        """Return a row of the top; the programme is called by its id."""
        if row.place.sort != "fields":
            return row
        fields = next((item.value.items for item in row.trio if item is not None), ())
        name = next((one.value.said for one in fields if one.word == "id"), row.place.element)
        return row._replace(place=row.place._replace(element=name))

    def row(self, row: Row, *, first: bool, indent: str) -> list[Piece]:
        """Return one item of a block with all lines that belong to it."""
        known = [None if item is None or is_first else item.blank for item, is_first in zip(row.trio, row.firsts, strict=True)]
        pieces = clean("" if first else empty_lines(known))
        leads = [item.lead if item is not None else "" for item in row.trio]
        if row.verdict in ("only-ours", "only-theirs", "added"):
            sides = self.apart(row)
            texts = [item.lead + indent + body_text(item) if item is not None else row.left for item in sides]
            return [*pieces, Piece(texts[0], texts[1], texts[2], self.conflict(row))]
        if row.verdict == "both":
            pieces += comment_lines(row.place, leads[0], leads[1], leads[2])
        else:
            pieces += clean(leads[1] if row.verdict == "ours" else leads[2])
        return [*pieces, *clean(indent), *self.body(row)]

    def within(self, row: Row) -> _Within:
        """Return one item between brackets."""
        item = row.trio.ours or row.trio.theirs
        if item is None:
            raise UnmergeableError("an item that is nowhere")
        if row.verdict in ("only-ours", "only-theirs", "added"):
            texts = [body_text(side) if side is not None else None for side in self.apart(row)]
            return _Within(item, texts[0], texts[2], self.conflict(row))
        whole = joined(self.body(row))
        return _Within(item, whole.ours, whole.theirs, whole.conflicts)

    def apart(self, row: Row) -> tuple[Item | None, Item | None, Item | None]:
        """Return an item about which the sides disagree: as ours, as before, as theirs; each without what stands elsewhere in the end."""
        ours = self.kept(row.place, row.trio.ours, "ours") if row.verdict != "only-theirs" else None
        theirs = self.kept(row.place, row.trio.theirs, "theirs") if row.verdict != "only-ours" else None
        return ours, row.trio.base, theirs

    def kept(self, place: Place, item: Item | None, side: str) -> Item | None:
        """Return an item without the elements in it that stand elsewhere in the end."""
        if item is None or place.sort not in ("fields", "elements") or item.value.kind != "map":
            return item
        found = self.fates.ours.found if side == "ours" else self.fates.theirs.found
        inner = []
        for one in item.value.items:
            where = below(place, one.word)
            if where.sort == "fields" and self.fates.is_elsewhere(one.word, found[one.word].container):
                continue
            held = self.kept(where, one, side)
            inner += [held] if held is not None else []
        return item._replace(value=item.value._replace(items=tuple(inner)))

    def body(self, row: Row) -> list[Piece]:
        """Return an item from its key on."""
        form = form_of(row)
        ours, theirs = row.trio.ours, row.trio.theirs
        if form.kind == "leaf" and ours is not None and theirs is not None:
            return self.leaf(row, ours, theirs)
        if form.kind in ("map", "list"):
            if form.flow:
                return self.brackets(row, form.kind)
            pieces = self.inside(row, form.kind)
            self.note_parts(row, form.kind, pieces)
            return pieces
        only = ours or theirs
        return clean(body_text(only)) if only is not None else []

    def leaf(self, row: Row, ours: Item, theirs: Item) -> list[Piece]:
        """Return an item of which the value is one thing: as the side has it that changed it."""
        base = row.trio.base
        side = chosen_side(row)
        in_line = not (is_block(ours.value) or is_block(theirs.value))
        if side is None and not (in_line and base is not None and not is_block(base.value)):
            return [Piece(body_text(ours), body_text(base) if base is not None else "", body_text(theirs), self.conflict(row))]
        if not in_line:
            return clean(body_text(ours) if side == "ours" else body_text(theirs._replace(key=ours.key)))
        texts = [item.gap + value_text(item.value) if item is not None else "" for item in row.trio]
        if side == "theirs" and ours.value.text and theirs.value.text and comments_in(ours.gap) == comments_in(theirs.gap):
            texts[2] = ours.gap + value_text(theirs.value)
        value = clean(texts[1] if side == "ours" else texts[2]) if side else [Piece(texts[1], texts[0], texts[2], self.conflict(row))]
        return [*clean(ours.key), *value, *self.ending(row)]

    def inside(self, row: Row, kind: str) -> list[Piece]:
        """Return an item of which the value is a block, or becomes one."""
        _, ours, theirs = row.trio
        leading = next(item for item in (ours, theirs) if item is not None and is_block(item.value))
        key = (ours or leading).key
        column = leading.value.column + ((ours or leading).column - leading.column)
        values = [item.value if item is not None else None for item in row.trio]
        within = self.lines(row.place, kind, values, column)
        if leading.value.compact and any(text[:1] in ("", " ", "#") for text in (joined(within).ours, joined(within).theirs)):
            # What begins on the line of the dash is not the same on both sides: the item is one conflict.
            bodies = [body_text(item) if item is not None else "" for item in row.trio]
            return [Piece(bodies[1], bodies[0], bodies[2], joined(within).conflicts)]
        heads = [head_of(item) if item is not None else "" for item in row.trio]
        if leading.value.compact:
            return [*clean(key + leading.gap), *within]
        ends = clean(leading.gap) if ours is None or theirs is None else line_end(row.place, *heads)
        if not (joined(within).ours or joined(within).theirs):
            ends = [emptied(piece, kind) for piece in ends]
        tails = [item.tail if item is not None and not is_block(item.value) else "" for item in row.trio]
        return [*clean(key), *ends, *comment_lines(row.place, *tails), *within]

    def brackets(self, row: Row, kind: str) -> list[Piece]:
        """Return an item of which the value stands between brackets, or comes to."""
        ours, theirs = row.trio.ours, row.trio.theirs
        leading = next((item for item in (ours, theirs) if item is not None and item.value.flow), ours or theirs)
        if leading is None:
            raise UnmergeableError("an item that is nowhere")
        values = [item.value if item is not None else None for item in row.trio]
        piece = self.between_brackets(row.place, kind, values)
        pieces = [*clean((ours or leading).key + leading.gap), piece, *self.ending(row)]
        self.note_parts(row, kind, pieces, piece.ours)
        return pieces

    def ending(self, row: Row) -> list[Piece]:
        """Return what stands behind the value of an item: the rest of the line, and comments below it."""
        items = [item if item is not None else row.trio.ours or row.trio.theirs for item in row.trio[1:]]
        base = row.trio.base
        rests = [base.rest if base is not None else "", *(item.rest if item is not None else "" for item in items)]
        tails = [base.tail if base is not None else "", *(item.tail if item is not None else "" for item in items)]
        return [*line_end(row.place, rests[0], rests[1], rests[2]), *comment_lines(row.place, tails[0], tails[1], tails[2])]

    def conflict(self, row: Row) -> tuple[Conflict, ...]:
        """Return what the sides disagree about; an element that each has elsewhere is told once."""
        place = row.place
        fate = self.fates.fates.get(place.element or "") if place.sort == "fields" else None
        if fate is not None and fate.sort == "apart":
            sort = "moved" if row.trio.base is not None else "added"
        else:
            sort = {"only-ours": "removed-theirs", "only-theirs": "removed-ours", "added": "added"}.get(row.verdict, "changed")
        if row.trio.base is None and sort == "changed":
            sort = "added"
        if (sort, place) in self.told and place.sort == "fields":
            return ()
        self.told.add((sort, place))
        if "removed" in sort and row.trio.base is not None:
            kept = row.trio.ours if row.verdict == "only-ours" else row.trio.theirs
            changed = differing(row.trio.base, kept, place) if kept is not None else ()
            remover = self.fates.ours if sort == "removed-ours" else self.fates.theirs
            renamed = self.fates.renamed(place.element or "", remover) if place.sort == "fields" else None
            return (Conflict(sort, place.element, place.path, changed=self.changed(row, sort, changed), renamed=renamed),)
        values = [item.value if item is not None and sort != "moved" else None for item in row.trio[1:]]
        says = [shown(one, other) if one is not None else None for one, other in zip(values, values[::-1], strict=True)]
        is_name = place.sort == "fields" and sort == "changed" and form_of(row).kind == "leaf"
        path = (spell_key("name", self.language),) if is_name else place.path
        return (Conflict(sort, place.element, path, says[0], says[1]),)

    def changed(self, row: Row, sort: str, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Return what a side changed of that which the other removed; that it stands elsewhere is a change too."""
        side = self.fates.theirs if sort == "removed-ours" else self.fates.ours
        name = row.place.element or ""
        if row.place.sort != "fields" or name not in side.found or side.found[name].container == self.fates.base.found[name].container:
            return keys
        item = row.trio.theirs if sort == "removed-ours" else row.trio.ours
        is_same = item is not None and row.trio.base is not None and comments(row.trio.base) == comments(item)
        return (MOVED, *(key for key in keys if key != REMARK or not is_same))

    def note_order(self, place: Place) -> None:
        """Note that both sides changed the order of the same items."""
        self.notes.append(other_order(place.element, place.path))

    def note_parts(self, row: Row, kind: str, pieces: Sequence[Piece], now: str | None = None) -> None:
        """Note that each side changed another part of one value (`now` between brackets): the whole may say something that nobody meant."""
        place = row.place
        if place.sort != "plain" or kind != "map" or place.element is None or any(piece.conflicts for piece in pieces):
            return
        base, ours, theirs = (plain(item.value, place) if item is not None else None for item in row.trio)
        if base is not None and base not in (ours, theirs) and ours != theirs:
            self.notes.append(other_parts(place.element, place.path, now))


def _renamed_twice(fates: Fates) -> Iterator[Text]:
    """Yield what to tell of elements that each side gave another id: both stay, since nobody can see that they are one."""
    for name in fates.base.found:
        mine, yours = fates.renamed(name, fates.ours), fates.renamed(name, fates.theirs)
        if mine is not None and yours is not None and mine != yours:
            yield other_names(name, mine, yours)
