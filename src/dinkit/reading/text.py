"""Bytes -> text: UTF-8 with or without a byte order mark, or a problem on the first character that is something else."""

from __future__ import annotations

from dinkit.pattern import pattern
from dinkit.reading.problem import Problem

_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_ODD = pattern("[\udc80-\udcff]")


def decode(data: bytes) -> tuple[str, Problem | None]:
    """Return the text of a file, without its byte order mark, so that columns are those of an editor.

    Bytes that are no UTF-8 become the replacement character, one for one, so that the rest of the file is still read.
    What is no text at all gives an empty text and the problem.
    """
    body = data.removeprefix(_BOM)
    has_zero = b"\0" in body
    if data.startswith(_UTF_16) or (has_zero and _is_utf_16(body)):
        return "", Problem("utf-16", 0, 0)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return ("", Problem("binary", 0, 0)) if has_zero else _repaired(body, error.start)
    return ("", Problem("binary", 0, 0)) if has_zero and 10 * body.count(0) > len(body) else (text, None)


def _is_utf_16(body: bytes) -> bool:
    """Say whether every other byte is zero, as in Latin text in UTF-16 without a mark."""
    zeros = body.count(0)
    return zeros > 0 and 3 * zeros > len(body) and not (body[0::2].count(0) and body[1::2].count(0))


def _repaired(body: bytes, first: int) -> tuple[str, Problem]:
    start = len(body[:first].decode("utf-8"))
    windows = body[first : first + 1].decode("cp1252", "replace")
    text = _ODD.sub("\ufffd", body.decode("utf-8", "surrogateescape"))
    return text, Problem("encoding", start, start + 1, (f"0x{body[first]:02x}", windows))
