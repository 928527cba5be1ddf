"""Finishes the SVG of the engine: words for who cannot see it, its arrangement as data, and the font inside the file.

The tree is parsed and written as XML, so whatever stands in a name, the result is well-formed; nothing in it asks for anything
outside the file.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple
from xml.etree import ElementTree as ET

from dinkit.drawing import style
from dinkit.drawing.arrangement import Arrangement, written
from dinkit.drawing.dot import names_of
from dinkit.drawing.metrics import font_files
from dinkit.drawing.view import View, text_equivalent
from dinkit.drawing.words import plain

SVG = "http://www.w3.org/2000/svg"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STYLES = {("normal", "normal"): "Regular", ("bold", "normal"): "Bold", ("normal", "italic"): "Italic", ("bold", "italic"): "BoldItalic"}
_FIXED = 3_029_529_600
"""The moment that fonts are stamped with (seconds since 1904, 2000-01-01); never the clock."""


class Told(NamedTuple):
    """A picture in words, for who cannot see it."""

    title: str
    language: str
    titles: Mapping[str, str]
    """Id in the DOT -> the sentence of what stands there; what is not named here only decorates."""
    text: tuple[str, ...]


def told_of(view: View) -> Told:
    """Put a picture of a network in words."""
    names = names_of(view)
    titles = {names[node.id]: node.title for node in view.nodes}
    titles |= {names[f"heading {column.key}"]: " ".join((column.heading, column.question)).strip() for column in view.columns}
    titles |= {names[f"band {band.id}"]: f"{band.number} {band.name}: {band.note}".strip() for band in view.bands}
    titles |= {f"e{at}": edge.title for at, edge in enumerate(view.edges, 1)}
    return Told(view.title, view.language, titles, text_equivalent(view))


def finished_svg(svg: bytes, told: Told, *, arrangement: Arrangement, fingerprint: str) -> bytes:
    """Finish an SVG.

    Args:
        svg: what the engine made of the page.
        told: what it shows, in words.
        arrangement: what the next picture keeps of this one, to travel inside the file.
        fingerprint: of the picture.
    """
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    root = ET.fromstring(_without_doctype(svg))  # noqa: S314 - the engine's own output, no entities
    _name_elements(root, told.titles)
    faces = _faces(root)
    _describe(root, told, written(arrangement, fingerprint))
    embedded = ET.Element(f"{{{SVG}}}style")
    embedded.text = "".join(_font_face(name, "".join(sorted(letters))) for name, letters in sorted(faces.items()))
    root.insert(3, embedded)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _without_doctype(svg: bytes) -> bytes:
    return re.sub(rb"<!DOCTYPE[^>]*>", b"", svg, count=1)


def _name_elements(root: ET.Element, titles: Mapping[str, str]) -> None:
    """Give every box and line its sentence as title; what only decorates is hidden from readers."""
    for group in root.iter(f"{{{SVG}}}g"):
        title = group.find(f"{{{SVG}}}title")
        if title is None:
            continue
        sentence = titles.get(group.get("id", ""))
        if sentence is not None:
            title.text = plain(sentence)
            group.set("role", "img")
        else:
            group.remove(title)


def _faces(root: ET.Element) -> dict[str, set[str]]:
    """Point all text to the fallback fonts, and return the letters used per font style."""
    faces: dict[str, set[str]] = {}
    for text in root.iter(f"{{{SVG}}}text"):
        face = text.get("font-family", "")
        if "Bold" in face:
            text.set("font-weight", "bold")
        if "Italic" in face:
            text.set("font-style", "italic")
        text.set("font-family", style.FALLBACK)
        look = _STYLES[text.get("font-weight", "normal"), text.get("font-style", "normal")]
        faces.setdefault(look, set()).update("".join(text.itertext()))
    return faces


def _describe(root: ET.Element, told: Told, data_text: str) -> None:
    root.set(XML_LANG, told.language)
    root.set("lang", told.language)
    root.set("role", "img")
    root.set("aria-labelledby", "title desc")
    title = ET.Element(f"{{{SVG}}}title", {"id": "title"})
    title.text = plain(told.title)
    description = ET.Element(f"{{{SVG}}}desc", {"id": "desc"})
    description.text = "\n".join(plain(line) for line in told.text)
    data = ET.Element(f"{{{SVG}}}metadata", {"id": "dinkit"})
    data.text = data_text
    for place, element in enumerate((title, description, data)):
        root.insert(place, element)


def _font_face(look: str, letters: str) -> str:
    weight, slant = next(key for key, name in _STYLES.items() if name == look)
    data = base64.b64encode(_subset(look, letters)).decode()
    source = f"url(data:font/woff;base64,{data}) format('woff')"
    return f"@font-face{{font-family:'{style.FAMILY}';font-weight:{weight};font-style:{slant};src:{source}}}\n"


@cache
def _subset(look: str, letters: str) -> bytes:
    """Return the font with these letters only, as WOFF; the same bytes every time."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - slow to import
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    options = Options(flavor="woff", layout_features=["kern"], hinting=False, name_IDs=[1, 2], notdef_outline=True, recalc_timestamp=False)
    font = TTFont(font_files()[look], recalcTimestamp=False)
    font["head"].created = font["head"].modified = _FIXED
    subsetter = Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    font.flavor = "woff"
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()
