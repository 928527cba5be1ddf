"""A merged file in pieces, each as both sides have it, and how that becomes a text with conflict markers around whole lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from dinkit.editing.concrete import Value, body_text, lines_of, value_text

MARKER_SIZE = 7

REMARK, MOVED = "#", ">"
"""Among what a side changed: its comments, and its place; no key is called so."""


class Conflict(NamedTuple):
    """What the two sides cannot both have."""

    sort: str
    """"changed" (differently on both sides), "removed-ours", "removed-theirs" (and changed on the other side), "added" (on both sides, not the
    same), "moved" (to different places) or "comment" (changed differently)."""
    element: str | None
    """The element that it is about; None for what belongs to the file as a whole."""
    path: tuple[str, ...]
    """The keys that lead to the field; empty for the element as a whole."""
    ours: str | None = None
    """What the field says on our side, where that is a text or stands between brackets."""
    theirs: str | None = None
    changed: tuple[str, ...] = ()
    """Of what one side removed: the fields and parts that the other changed; `REMARK` stands for its comments, `MOVED` for its place."""

    renamed: str | None = None
    """Of an element that one side removed: another id under which that side has the same."""


class Piece(NamedTuple):
    """A stretch of the merged text: as it is when our side wins, as it was, and as it is when their side wins; mostly three times the same."""

    ours: str
    base: str
    theirs: str
    conflicts: tuple[Conflict, ...] = ()


class Labels(NamedTuple):
    """What stands behind the conflict markers."""

    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"


class Marked(NamedTuple):
    """A text with conflict markers, and the line of the first marker of each conflict."""

    text: str
    conflicts: tuple[tuple[int, Conflict], ...]


def shown(value: Value, beside: Value | None) -> str | None:
    """Return a value as somebody reads it in a sentence; None for one in lines of its own.

    Of a record between brackets that stands beside another one, only what is not the same in both.
    """
    if value.kind == "scalar":
        return value.said
    if not value.flow:
        return None
    other = {body_text(item) for item in beside.items} if beside is not None and value.kind == beside.kind == "map" else set()
    own = [body_text(item) for item in value.items]
    return ", ".join(text for text in own if text not in other) if other & set(own) else value_text(value)


def clean(text: str) -> list[Piece]:
    """Return a text about which nobody disagrees."""
    return [Piece(text, text, text)] if text else []


def joined(pieces: Iterable[Piece]) -> Piece:
    """Return pieces as one."""
    held = list(pieces)
    texts = ["".join(one[at] for one in held) for at in range(3)]  # type: ignore[misc]  # the first three fields are texts
    return Piece(texts[0], texts[1], texts[2], tuple(conflict for one in held for conflict in one.conflicts))


def marked(pieces: Sequence[Piece], *, eol: str, size: int = MARKER_SIZE, labels: Labels | None = None, with_base: bool = False) -> Marked:
    r"""Return the text with markers around the lines that differ.

    Args:
        pieces: the merged text.
        eol: how its lines end.
        size: the number of signs of a marker.
        labels: what stands behind the markers.
        with_base: show in each conflict what stood there before as well.

    >>> marked([Piece("a: 1\n", "", "a: 2\n"), *clean("b: 3\n")], eol="\n").text
    '<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> theirs\nb: 3\n'
    """
    named = labels or Labels()
    lines: list[str] = []
    found: list[tuple[int, Conflict]] = []
    for whole in _hunks(pieces):
        before, hunk, after = _trimmed(whole)
        lines += before
        found += [(len(lines) + 1, one) for one in whole.conflicts]
        if hunk.ours != hunk.theirs:
            lines += _hunk_lines(hunk, named, eol, size, with_base=with_base)
        lines += after
    return Marked("".join(lines), tuple(found))


def _hunks(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces put together to whole lines."""
    held: list[Piece] = []
    for piece in _by_line(pieces):
        held.append(piece)
        if len(held) == 1 and piece.ours == piece.base == piece.theirs and piece.ours[-1:] in "\r\n":
            yield held.pop()
            continue
        whole = joined(held)
        if all(text[-1:] in "\r\n" for text in (whole.ours, whole.base, whole.theirs)):
            yield whole
            held = []
    if held:
        yield joined(held)


def _by_line(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces, what nobody disagrees about line by line."""
    for piece in pieces:
        if piece.ours == piece.base == piece.theirs and not piece.conflicts:
            yield from (Piece(line, line, line) for line in lines_of(piece.ours))
        else:
            yield piece


def _trimmed(hunk: Piece) -> tuple[list[str], Piece, list[str]]:
    """Part off the lines at both ends that are the same on both sides."""
    ours, theirs = lines_of(hunk.ours), lines_of(hunk.theirs)
    if hunk.ours == hunk.theirs:
        return ours, Piece("", "", ""), []
    before = _common(ours, theirs)
    ours, theirs = ours[len(before) :], theirs[len(before) :]
    after = _common(ours[::-1], theirs[::-1])[::-1]
    base = lines_of(hunk.base)
    if base[: len(before)] == before:
        base = base[len(before) :]
    if after and base[-len(after) :] == after:
        base = base[: -len(after)]
    kept = Piece("".join(ours[: len(ours) - len(after)]), "".join(base), "".join(theirs[: len(theirs) - len(after)]))
    return before, kept, after


def _common(one: Sequence[str], other: Sequence[str]) -> list[str]:
    return [line for line, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))]


def _hunk_lines(hunk: Piece, labels: Labels, eol: str, size: int, *, with_base: bool) -> list[str]:
    middle = [f"{'|' * size} {labels.base}{eol}", *lines_of(hunk.base)] if with_base else []
    return [
        f"{'<' * size} {labels.ours}{eol}",
        *lines_of(hunk.ours),
        *middle,
        f"{'=' * size}{eol}",
        *lines_of(hunk.theirs),
        f"{'>' * size} {labels.theirs}{eol}",
    ]
