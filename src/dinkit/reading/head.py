"""The head of a model file or a part, validated."""

from __future__ import annotations

from dinkit.model.document import HEAD_KEYS, TOP_KEYS, Head
from dinkit.model.node import Mapping, key_stretch
from dinkit.model.vocabulary import ENGLISH_KEY
from dinkit.reading.problem import Problem
from dinkit.reading.records import read_record
from dinkit.reading.spelling import language_of, nearest_key

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
    if key in ENGLISH_KEY:
        return Problem("not-at-top", *stretch, (shown,))
    near = nearest_key(key, sorted(TOP_KEYS), language_of(text))
    if near:
        return Problem("near-key", *stretch, (shown, near))
    return Problem("unknown-collection" if isinstance(data[key], Mapping) else "unknown-key", *stretch, (shown,))
