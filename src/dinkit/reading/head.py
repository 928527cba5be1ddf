"""The head of a model file or a part, validated."""

from __future__ import annotations

from typing import TypeVar

from dinkit.model.contract import Record, new_record
from dinkit.model.document import HEAD_KEYS, TOP_KEYS, Head
from dinkit.model.node import Mapping, key_stretch
from dinkit.model.vocabulary import ENGLISH_KEY, spell_key
from dinkit.reading.changing import replaced
from dinkit.reading.problem import Problem
from dinkit.reading.records import read_record
from dinkit.reading.spelling import clearly_meant, language_of, nearest_key

R = TypeVar("R", bound=Record)

_MODEL_ONLY = HEAD_KEYS - {"format", "parts", "defaults"}
"""Keys that say something of the whole model, so that a part may not have them."""


def read_head(data: Mapping, text: str, *, is_part: bool) -> tuple[Head, list[Problem]]:
    """Return the head and what is wrong with it; keys that do not belong are left out."""
    problems: list[Problem] = []
    for key in [key for key in data if key not in HEAD_KEYS or (is_part and key in _MODEL_ONLY)]:
        problems.append(_stray_key(data, key, text))
        del data[key]
    head, more = read_record(Head, data, text)
    if "project_rules" in data:
        head, found = with_project_rules(head or Head(), data, text)
        more += found
    return head or Head(), problems + more


def with_project_rules(record: R, data: Mapping, text: str) -> tuple[R, list[Problem]]:
    """Return the head of a file, or the settings, with the rules of the project that stand in it, and what is wrong with those."""
    from dinkit.reading.project_rules import read_project_rules  # noqa: PLC0415 - hardly any file has them, and start-up counts

    rules, problems = read_project_rules(data, text)
    return new_record(type(record), {**record.__dict__, "project_rules": rules}), problems


def _stray_key(data: Mapping, key: str, text: str) -> Problem:
    stretch = key_stretch(data, key)
    shown = text[stretch.start : stretch.end]
    if key in HEAD_KEYS:
        return Problem("part-key", *stretch, (shown,))
    if key in ENGLISH_KEY:
        return Problem("not-at-top", *stretch, (shown,))
    near = nearest_key(key, sorted(TOP_KEYS), language_of(text))
    if near:
        meant = clearly_meant(shown, [spell_key(one, language) for one in TOP_KEYS - data.marks.keys() for language in ("nl", "en")])
        repair = replaced(text, *stretch, shown, meant) if meant == near else None
        return Problem("near-key", *stretch, (shown, near), repair=repair)
    return Problem("unknown-collection" if isinstance(data[key], Mapping) else "unknown-key", *stretch, (shown,))
