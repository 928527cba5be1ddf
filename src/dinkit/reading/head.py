"""The head of a model file or a part, validated."""

from __future__ import annotations

from difflib import get_close_matches

from dinkit.model.document import HEAD_KEYS, TOP_KEYS, Head
from dinkit.model.node import Mapping, key_stretch
from dinkit.model.vocabulary import ENGLISH_KEY
from dinkit.reading.problem import Problem
from dinkit.reading.records import read_record

_MODEL_ONLY = HEAD_KEYS - {"format", "parts", "defaults"}
"""Keys that say something of the whole model, so that a part may not have them."""


def read_head(data: Mapping, text: str, *, is_part: bool) -> tuple[Head, list[Problem]]:
    """Return the head and what is wrong with it; keys that do not belong are left out."""
    problems: list[Problem] = []
    for key in [key for key in data if key not in HEAD_KEYS or (is_part and key in _MODEL_ONLY)]:
        problems.append(_stray_key(data, key, text))
        del data[key]
    head, more = read_record(Head, data, text)
    return head or Head(), problems + more


def _stray_key(data: Mapping, key: str, text: str) -> Problem:
    stretch = key_stretch(data, key)
    shown = text[stretch.start : stretch.end]
    if key in HEAD_KEYS:
        return Problem("part-key", *stretch, (shown,))
    near = get_close_matches(shown, [spelling for spelling, english in ENGLISH_KEY.items() if english in TOP_KEYS], n=1, cutoff=0.7)
    return Problem("near-key", *stretch, (shown, near[0])) if near else Problem("unknown-key", *stretch, (shown,))
