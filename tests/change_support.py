"""What tests of pictures of a change need: two texts compared, and what a reader sees in the picture."""

from __future__ import annotations

import re
from functools import cache
from xml.etree import ElementTree as ET

from dinkit.comparing.comparison import Comparison
from dinkit.consequences.telling import compared
from dinkit.drawing.change.picture import ChangePicture, draw_change
from dinkit.drawing.change.union import union_of
from dinkit.drawing.change.view import Changed, changed_of
from dinkit.drawing.finish import SVG
from dinkit.drawing.render import run_engine
from dinkit.exporters._difference_told import settings_told, told_changes
from test_consequences import side


def comparison(old: str | None, new: str | None) -> Comparison:
    """Two versions of a model compared; None for a version that is not there."""
    return compared("din.yaml", side(old, "oud"), side(new, "nieuw"))


def resolved(found: Comparison, *, whole: bool = False, language: str = "nl") -> Changed:
    """What is drawn of a comparison, before it has a place on a page."""
    return changed_of(union_of(found.difference), told_changes(found, language), whole=whole, language=language)


@cache
def drawn(old: str | None, new: str | None, *, whole: bool = False, language: str = "nl", size: str | None = None) -> ChangePicture:
    """The picture of a change between two texts."""
    found = comparison(old, new)
    settings = len(settings_told(found, language))
    return draw_change(found, told_changes(found, language), settings=settings, whole=whole, language=language, size=size)


def svg_of(picture: ChangePicture, face: str = "change") -> ET.Element:
    """One state of a picture as the engine draws it; without the font and the words that the finished SVG has, for these take long."""
    return _engine_svg(getattr(picture, face).page.dot)


@cache
def _engine_svg(dot: str) -> ET.Element:
    return ET.fromstring(re.sub(rb"<!DOCTYPE[^>]*>", b"", run_engine(dot, layout="nop2", format_name="svg", timeout=60), count=1))


def seen(root: ET.Element) -> list[str]:
    """Everything that has a state, in the order of the file: what it is, its state, its frame or line, and its texts, `~~struck~~` through or `**bold**`."""
    found = []
    for group in root.iter(f"{{{SVG}}}g"):
        kind, _, state = group.get("class", "").partition(" change-")
        if state:
            found.append(f"{kind} {state} [{_stroke(group)}] {' | '.join(_lines(group))}".strip())
    return found


def words(root: ET.Element) -> list[str]:
    """Every line of text of a picture."""
    return _lines(root)


def _stroke(group: ET.Element) -> str:
    """How the frame or line of a group is drawn: how many strokes, how thick, and whether dashed."""
    shapes = [
        one for one in group.iter() if one.tag in (f"{{{SVG}}}path", f"{{{SVG}}}polygon") and one.get("stroke") not in (None, "none", "transparent")
    ]
    first = shapes[0]
    dashed = " dashed" if first.get("stroke-dasharray") else ""
    same = sum(one.get("stroke") == first.get("stroke") and one.tag == first.tag for one in shapes)
    return f"{min(same, 2)}x{first.get('stroke-width', '1')}{dashed}"


def _lines(group: ET.Element) -> list[str]:
    lines: dict[str, list[str]] = {}
    for text in group.iter(f"{{{SVG}}}text"):
        said = "".join(text.itertext())
        if not said.strip():
            continue
        said = f"~~{said}~~" if text.get("text-decoration") == "line-through" else f"**{said}**" if "Bold" in text.get("font-family", "") else said
        lines.setdefault(text.get("y", ""), []).append(said)
    return [" ".join(parts) for parts in lines.values()]
