"""Merges what stands between the words of a file and means nothing to a reader of data, but all to a reader: comments and empty lines."""

from __future__ import annotations

from collections.abc import Sequence

from dinkit.merging.meaning import comments_in
from dinkit.merging.pieces import Conflict, Piece, clean
from dinkit.merging.places import Place


def comment_lines(place: Place, base: str, ours: str, theirs: str) -> list[Piece]:
    """Merge lines that hold nothing but comments; where both sides add some, both stay."""
    chosen = _chosen(base, ours, theirs)
    if chosen is not None:
        return clean(chosen)
    return _conflict(place, base, ours, theirs) if comments_in(base) else clean(ours + theirs)


def line_end(place: Place, base: str, ours: str, theirs: str) -> list[Piece]:
    """Merge the ends of a line, perhaps with a comment; where both sides add one, they stand behind each other."""
    chosen = _chosen(base, ours, theirs)
    if chosen is not None:
        return clean(chosen)
    if comments_in(base):
        return _conflict(place, base, ours, theirs)
    return clean(f"{ours.rstrip()}  {theirs[theirs.index('#') :]}")


def empty_lines(known: Sequence[str | None]) -> str:
    """Return the empty lines above an item.

    Args:
        known: what stands above it in the base, on our and on their side; None where it is not there or is the first.
    """
    base, ours, theirs = known
    if ours is not None:
        return theirs if base == ours and theirs is not None else ours
    return theirs if theirs is not None else base or ""


def _chosen(base: str, ours: str, theirs: str) -> str | None:
    """Return the side of which the comments stay, as far as the comments of both cannot be wanted."""
    before, mine, yours = (comments_in(text) for text in (base, ours, theirs))
    if yours in (mine, before):
        return ours
    return theirs if mine == before else None


def _conflict(place: Place, base: str, ours: str, theirs: str) -> list[Piece]:
    return [Piece(ours, base, theirs, (Conflict("comment", place.element, place.path),))]
