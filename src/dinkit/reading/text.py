"""Bytes -> text: UTF-8 with or without a byte order mark, or a problem that says which byte is wrong."""

from __future__ import annotations

from dinkit.reading.problem import Problem

_BOM = b"\xef\xbb\xbf"


def decode(data: bytes) -> tuple[str, Problem | None]:
    """Return the text of a file. Without its byte order mark, so that columns are those of an editor.

    What cannot be decoded gives an empty text and the problem.
    """
    try:
        return data.removeprefix(_BOM).decode("utf-8"), None
    except UnicodeDecodeError as error:
        return "", Problem("encoding", 0, 0, (str(error.start + 1), f"0x{data[error.start + (3 if data.startswith(_BOM) else 0)]:02x}"))
