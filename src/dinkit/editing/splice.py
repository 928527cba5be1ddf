"""Puts edits into the bytes of a file: comments, order, quotes, line endings and byte order mark stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from dinkit.finding import Edit
from dinkit.reading.changing import line_start

_BOM = b"\xef\xbb\xbf"
_LINE_END = re.compile(r"\r\n|\n|\r")


class ChangedError(ValueError):
    """A file is not any more what was loaded; `path` names it."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(f"{path} has changed since it was read")


def fingerprint(data: bytes) -> str:
    """Return the hash by which a file is recognised."""
    return sha256(data).hexdigest()


def splice(data: bytes, edits: Iterable[Edit], *, loaded: str) -> bytes:
    r"""Return the bytes with the edits in them; those of one place stay in the order given.

    Args:
        data: the file as it is now, UTF-8 with or without a byte order mark.
        edits: edits of this file that do not overlap; their offsets count the characters behind the mark. A line feed in their text becomes the
            line ending of the line before them.
        loaded: the fingerprint of what the offsets belong to.

    Raises:
        ChangedError: the file is another one.
        ValueError: edits overlap, or the file is no UTF-8.

    >>> splice(b"a: 1\r\nc: 3\r\n", [Edit("din.yaml", 6, 6, "b: 2\n")], loaded=fingerprint(b"a: 1\r\nc: 3\r\n"))
    b'a: 1\r\nb: 2\r\nc: 3\r\n'
    """
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    if fingerprint(data) != loaded:
        raise ChangedError(ordered[0].file if ordered else "")
    mark = _BOM if data.startswith(_BOM) else b""
    text = data.removeprefix(_BOM).decode("utf-8")
    pieces, at = [], 0
    for edit in ordered:
        if not at <= edit.start <= edit.end <= len(text):
            raise ValueError(f"edits overlap or lie outside the file: {edit}")
        pieces += [text[at : edit.start], edit.text.replace("\n", line_ending(text, edit.start))]
        at = edit.end
    return mark + "".join((*pieces, text[at:])).encode("utf-8")


def line_ending(text: str, offset: int) -> str:
    """Return how the line before an offset ends, else the first line of the text, else a line feed."""
    begin = line_start(text, offset)
    if begin:
        return "\r\n" if text.endswith("\r\n", 0, begin) else text[begin - 1]
    found = _LINE_END.search(text)
    return found[0] if found else "\n"
