"""How a picture is arranged: the order in every column, and the sheet it lies on. It travels inside the SVG and the DOT as data.

So the next picture of the same network can stay as it was without a file beside it, and a picture that was sent or committed is enough.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

from dinkit.drawing.families import Order
from dinkit.finding import Text

KEPT = 0.8
"""A picture stays on a sheet of the same form for as long as another one does not make its letters a quarter larger."""

_BEGIN, _END = b'<metadata id="dinkit">', b"</metadata>"
_IN_DOT = re.compile(rb"^// dinkit: (.*)$", re.MULTILINE)


class Arrangement(NamedTuple):
    """What a picture keeps from the one before it."""

    order: Order
    sheet: str = ""
    """The form of its sheet; empty where that is not known or plays no part."""


class NoArrangementError(ValueError):
    """A file has no arrangement that can be read; `message` says why, in both languages."""

    def __init__(self, message: Text) -> None:
        self.message = message
        super().__init__(message.en)


def written(arrangement: Arrangement, fingerprint: str) -> str:
    """Return an arrangement and the fingerprint of its picture as data."""
    order = {key: list(ids) for key, ids in arrangement.order.items()}
    sheet = {"sheet": arrangement.sheet} if arrangement.sheet else {}
    return json.dumps({"order": order, "fingerprint": fingerprint, **sheet}, sort_keys=True)


def dot_with(dot: str, arrangement: Arrangement, fingerprint: str) -> str:
    """Return DOT with an arrangement behind it as a comment, where there is one to keep."""
    return f"{dot.rstrip()}\n// dinkit: {written(arrangement, fingerprint)}\n" if arrangement.order else dot


def arrangement_in(picture: bytes) -> Arrangement:
    """Return the arrangement that travels inside an SVG or a DOT of ours.

    Raises:
        NoArrangementError: there is none, or it is damaged.
    """
    svg, dot = _element_in(picture), _IN_DOT.findall(picture)
    if not svg and not dot:
        raise NoArrangementError(_WITHOUT_DATA if picture.startswith((b"\x89PNG", b"%PDF")) else _NONE)
    try:
        text = ET.fromstring(svg).text or "" if svg else dot[-1].decode()  # noqa: S314 - one element without a prologue
        data = json.loads(text)
        order = {str(key): tuple(str(one) for one in ids) for key, ids in data["order"].items()}
        found = Arrangement(order, str(data.get("sheet", "")))
    except (ET.ParseError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NoArrangementError(_DAMAGED) from error
    if not found.order:
        raise NoArrangementError(_NOTHING_KEPT)
    return found


def renamed(arrangement: Arrangement, names: Mapping[str, str]) -> Arrangement:
    """Return an arrangement with other ids; a name that it already has is left alone.

    Args:
        arrangement: of the picture that was.
        names: old id -> new id.
    """
    known = {one for ids in arrangement.order.values() for one in ids} | set(arrangement.order)
    names = {old: new for old, new in names.items() if new not in known}
    order = {names.get(key, key): tuple(names.get(one, one) for one in ids) for key, ids in arrangement.order.items()}
    return arrangement._replace(order=order)


def kept(usual: Sequence[str], previous: Sequence[str]) -> tuple[str, ...]:
    """Return a list with what was there before in its order of then; what is new stands right behind its usual predecessor."""
    order = [one for one in dict.fromkeys(previous) if one in usual]
    for at, one in enumerate(usual):
        if one not in order:
            order.insert(order.index(usual[at - 1]) + 1 if at else 0, one)
    return tuple(order)


def _element_in(picture: bytes) -> bytes:
    """Return the element of an SVG that holds our data, or nothing; in one pass, however often a file begins one."""
    begin = picture.find(_BEGIN)
    end = picture.find(_END, begin)
    return picture[begin : end + len(_END)] if 0 <= begin < end else b""


_NONE = Text(
    "dit is geen beeld van dinkit, of een ander programma heeft de volgorde eruit gehaald; neem de .svg of .dot die dinkit maakte",
    "this is no picture by dinkit, or another program took the order out of it; take the .svg or .dot that dinkit made",
)
_WITHOUT_DATA = Text(
    "in een .png of .pdf staat de volgorde niet; neem de .svg of .dot die dinkit ernaast maakt",
    "a .png or .pdf does not hold the order; take the .svg or .dot that dinkit makes beside it",
)
_DAMAGED = Text("de volgorde in dit beeld is beschadigd", "the order in this picture is damaged")
_NOTHING_KEPT = Text(
    "in dit beeld staat geen volgorde: een tijdlijn staat altijd op volgorde van nummer",
    "there is no order in this picture: a timeline always stands in the order of the numbers",
)
