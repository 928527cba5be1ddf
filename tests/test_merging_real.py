"""The files of this repository, which nobody wrote for a test: taken apart and put together, and merged with a change at either end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dinkit.editing.concrete import document_text
from dinkit.editing.dissection import read_concrete
from dinkit.merging.run import merge

ROOT = Path(__file__).parent.parent
FILES = sorted(path.relative_to(ROOT).as_posix() for folder in ("models", "din") for path in (ROOT / folder).rglob("*.yaml"))
NAME = re.compile(r"(?m)^( +)naam: ([^\"'\n|>#]+)$")

NAMED = [name for name in FILES if len(NAME.findall((ROOT / name).read_text(encoding="utf-8"))) > 1]


@pytest.mark.parametrize("name", ["dinkit.yaml", *FILES])
def test_every_character_has_its_place(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert document_text(read_concrete(text)) == text


@pytest.mark.parametrize("name", NAMED)
def test_changes_far_apart_merge_to_the_byte(name):
    base = (ROOT / name).read_text(encoding="utf-8")
    places = list(NAME.finditer(base))
    ours, theirs, both = (_renamed(base, chosen) for chosen in (places[:1], places[-1:], [places[0], places[-1]]))
    result = merge(base.encode(), ours.encode(), theirs.encode())
    assert (result.data.decode(), result.conflicts, result.notes) == (both, (), ())


def _renamed(text: str, places: list[re.Match[str]]) -> str:
    for place in reversed(places):
        text = f"{text[: place.start(2)]}Anders genoemd{text[place.end(2) :]}"
    return text
