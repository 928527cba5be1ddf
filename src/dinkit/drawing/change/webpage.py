"""The three states of a picture of a change on one page: as it was, as it is, and the difference.

The page is one file that asks for nothing outside itself and runs no script: radio buttons and the style sheet show one state at a time,
without a style sheet and on paper all three stand below each other. All three are of one layout, so that nothing moves between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree as ET

from dinkit.drawing import style
from dinkit.drawing.change.facts import FACES
from dinkit.drawing.change.picture import ChangePicture
from dinkit.drawing.change.words import say
from dinkit.drawing.finish import SVG
from dinkit.drawing.picture import picture_bytes
from dinkit.drawing.words import plain

_REFERENCE = re.compile(r"url\(#([^)]*)\)")
_STYLE = f"""
body {{ margin: 0 auto; padding: 1rem; max-width: 110rem; font-family: {style.FALLBACK}; color: {style.INK}; background: {style.PAPER}; }}
h1 {{ font-size: 1.4rem; margin: 0 0 0.6rem; }}
.state {{ position: absolute; opacity: 0; }}
label {{ display: inline-block; margin: 0 0.4rem 0.6rem 0; padding: 0.35rem 1rem; border: 2px solid {style.RULE}; border-radius: 0.4rem; cursor: pointer; }}
.state:checked + label {{ border-color: {style.INK}; background: {style.INK}; color: {style.PAPER}; font-weight: bold; }}
.state:focus-visible + label {{ outline: 3px solid {style.HUES[0].deep}; outline-offset: 2px; }}
section h2 {{ font-size: 1.1rem; margin: 0.4rem 0; }}
.sheet {{ border: 1px solid {style.GRID}; overflow-x: auto; }}
.sheet svg {{ display: block; width: 100%; height: auto; }}
details {{ margin: 0.6rem 0; max-width: 60rem; }}
@media screen {{
section {{ display: none; }}
.sheet svg {{ min-width: 48rem; }}
#pick-old:checked ~ #old, #pick-new:checked ~ #new, #pick-change:checked ~ #change {{ display: block; }}
}}
@media print {{
.state, label, details:not([open]) {{ display: none; }}
section {{ break-after: page; }}
section:last-of-type {{ break-after: auto; }}
}}
"""


def page_bytes(picture: ChangePicture) -> bytes:
    """Return the page.

    Raises:
        DrawingError: the engine failed.
    """
    language, title = picture.change.told.language, picture.change.told.title
    parts = [
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        f"<title>{escape(say('page-title', language, title=plain(title)))}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n",
        f"<h1>{escape(say('page-title', language, title=plain(title)))}</h1>\n",
        *_picks(language),
        *(_section(picture, face, language) for face in FACES),
        "</main>\n</body>\n</html>\n",
    ]
    return "".join(parts).encode()


def _picks(language: str) -> Iterator[str]:
    """Yield a radio button per state; that of the difference is chosen first."""
    for face in FACES:
        checked = " checked" if face == "change" else ""
        yield f'<input class="state" type="radio" name="state" id="pick-{face}" aria-controls="{face}"{checked}>'
        yield f'<label for="pick-{face}">{escape(say(f"tab-{face}", language))}</label>\n'


def _section(picture: ChangePicture, face: str, language: str) -> str:
    one = getattr(picture, face)
    heading = f"{say(f'tab-{face}', language)}: {one.told.text[0]}" if face == "change" else one.told.text[0]
    drawn = _embedded(picture_bytes(one, "svg"), face)
    lines = "".join(f"<li>{escape(plain(line))}</li>\n" for line in one.told.text)
    words = f"<details>\n<summary>{escape(say('in-words', language))}</summary>\n<ul>\n{lines}</ul>\n</details>\n"
    return f'<section id="{face}" aria-labelledby="{face}-heading">\n<h2 id="{face}-heading">{escape(plain(heading))}</h2>\n<div class="sheet">\n{drawn}\n</div>\n{words}</section>\n'


def _embedded(svg: bytes, face: str) -> str:
    """Return an SVG for a page that holds several: its ids and its font are its own."""
    root = ET.fromstring(svg)  # noqa: S314 - made by ourselves, no entities
    family = f"{style.FAMILY} {face}"
    for one in root.iter():
        if "id" in one.attrib:
            one.set("id", f"{face}-{one.attrib['id']}")
        if "aria-labelledby" in one.attrib:
            one.set("aria-labelledby", " ".join(f"{face}-{name}" for name in one.attrib["aria-labelledby"].split()))
        if "font-family" in one.attrib:
            one.set("font-family", one.attrib["font-family"].replace(style.FAMILY, f"'{family}'", 1))
        for name, value in one.attrib.items():
            if "url(#" in value:
                one.set(name, _REFERENCE.sub(lambda found: f"url(#{face}-{found[1]})", value))
        if one.tag == f"{{{SVG}}}style" and one.text:
            one.text = one.text.replace(f"font-family:'{style.FAMILY}'", f"font-family:'{family}'")
    for metadata in root.findall(f"{{{SVG}}}metadata"):
        root.remove(metadata)
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    return ET.tostring(root, encoding="unicode")
