"""Three versions of one file as bytes -> the merged file, with its conflicts as data. No network is needed: git hands over one file at a time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from dinkit.editing.concrete import Document
from dinkit.editing.dissection import OddError, read_concrete
from dinkit.finding import Text, span_between
from dinkit.merging.aliases import likely_culprit
from dinkit.merging.items import UnmergeableError
from dinkit.merging.pieces import MARKER_SIZE, Conflict, Labels, Piece, joined, marked
from dinkit.merging.proof import holds, lost_comments, version_of
from dinkit.merging.weave import Weaver
from dinkit.merging.words import called
from dinkit.reading.messages import code_of, finding_of
from dinkit.reading.spelling import language_of
from dinkit.reading.text import decode
from dinkit.reading.tree import read_tree

_TOO_ODD = Text("deze versies zijn niet per element en veld samen te voegen", "these versions cannot be merged by element and field")
_BOM = b"\xef\xbb\xbf"
_LINE_END = re.compile(r"\r\n|\n|\r")


class NotUnderstoodError(ValueError):
    """A file cannot be merged by element and field; `why` says why."""

    def __init__(self, why: Text) -> None:
        self.why = why
        super().__init__(why.en)


class Merged(NamedTuple):
    """A merged file."""

    data: bytes
    conflicts: tuple[tuple[int, Conflict], ...] = ()
    """What the sides cannot both have, each with the line of its marker."""
    notes: tuple[Text, ...] = ()
    """What was merged, but is worth a look."""


def merge(base: bytes, ours: bytes, theirs: bytes, *, labels: Labels | None = None, size: int = MARKER_SIZE, with_base: bool = False) -> Merged:
    """Merge three versions of one file by element and field.

    Comments, order, quotes, indentation and line endings of ours stay; what only theirs changed is put in.

    Args:
        base: the version that both sides began with; empty where both added the file.
        ours: the version that the changes are put into.
        theirs: the other version.
        labels: what stands behind the conflict markers.
        size: the number of signs of a conflict marker.
        with_base: show in each conflict what stood there before as well.

    Raises:
        NotUnderstoodError: a version is no text or has a fault in its syntax, or these versions are not to be merged so.
    """
    if base == ours or theirs in (base, ours):
        return Merged(theirs if base == ours else ours)  # whatever is in it
    named = labels or Labels()
    names = called(named)
    texts = [_text(data, name) for data, name in zip((base, ours, theirs), names, strict=True)]
    eol = _usual_end(texts[1] or texts[2])
    before, mine, yours = (_LINE_END.sub(eol, text) for text in texts)
    if yours in (mine, before):
        return Merged(ours)
    if mine == before:
        return Merged(_encoded(yours, ours))
    ended = [text if not text or text[-1] in "\r\n" else text + eol for text in (before, texts[1], yours)]
    documents = [_document(text, name) for text, name in zip(ended, names, strict=True)]
    try:
        weaver = Weaver(documents[0], documents[1], documents[2], eol=eol, language=language_of(mine or yours))
        pieces = weaver.pieces()
        result = marked(pieces, eol=eol, size=size, labels=named, with_base=with_base)
        _prove(ended, pieces)
        if lost_comments(documents[0], documents[1], documents[2], result.text):
            raise UnmergeableError("a lost comment")
    except UnmergeableError as error:
        raise NotUnderstoodError(error.why or _too_odd(documents, names)) from error
    open_ended = mine != "" and mine[-1] not in "\r\n" and not result.text.endswith(f"{'>' * size} {named.theirs}{eol}")
    text = result.text.removesuffix(eol) if open_ended else result.text
    return Merged(_encoded(text, ours), result.conflicts, tuple(weaver.notes))


def _text(data: bytes, name: Text) -> str:
    text, problem = decode(data)
    if problem is not None:
        message = finding_of(problem, "", text).message
        raise NotUnderstoodError(Text(f"{name.nl}: {message.nl}", f"{name.en}: {message.en}"))
    return text


def _encoded(text: str, ours: bytes) -> bytes:
    return (_BOM if ours.startswith(_BOM) else b"") + text.encode("utf-8")


def _usual_end(text: str) -> str:
    """Return how most lines of a text end."""
    ends = Counter(_LINE_END.findall(text))
    return max(ends, key=lambda end: ends[end]) if ends else "\n"


def _document(text: str, name: Text) -> Document:
    try:
        return read_concrete(text)
    except OddError as error:
        problem = next((one for one in read_tree(text).problems if code_of(one) == "DIN004"), None)
        if problem is None:
            raise NotUnderstoodError(Text(f"{name.nl} is te ongewoon opgebouwd", f"{name.en} is laid out too unusually")) from error
        line, message = span_between(text, problem.start, problem.end).line, finding_of(problem, "", text).message
        raise NotUnderstoodError(Text(f"{name.nl}, regel {line}: {message.nl}", f"{name.en}, line {line}: {message.en}")) from error


def _prove(texts: Sequence[str], pieces: Sequence[Piece]) -> None:
    """Read the result again, and refuse it unless it holds what both sides changed."""
    base, ours, theirs = (version_of(text) for text in texts)
    whole = joined(pieces)
    when_ours = version_of(whole.ours)
    when_theirs = when_ours if whole.ours == whole.theirs else version_of(whole.theirs)
    if not holds(base, ours, theirs, (when_ours, when_theirs)):
        raise UnmergeableError("a merge that does not hold")


def _too_odd(documents: Sequence[Document], names: Sequence[Text]) -> Text:
    """Return that these versions cannot be merged so, and because of what alias that may be."""
    found = likely_culprit(documents[0], documents[1], documents[2])
    if found is None:
        return _TOO_ODD
    is_ours, alias = found
    name = names[1 if is_ours else 2]
    return Text(
        f"{_TOO_ODD.nl}, waarschijnlijk door '{alias.name}' ({name.nl}, regel {alias.line})",
        f"{_TOO_ODD.en}, probably because of '{alias.name}' ({name.en}, line {alias.line})",
    )
