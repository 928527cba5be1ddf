"""Texts as YAML reads them back: plain where that is certain, else in quotes."""

from __future__ import annotations

import json
import re

from dinkit.model.numbers import quoted

_PLAIN = re.compile(r"[A-Za-z][\w .%§/()+'’-]*\Z")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?\Z|[12][0-9]{3}(?:-[A-Za-z0-9-]+)?\Z")
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "onbekend", "unknown"))
"""Words that mean something else when they stand bare, to this reader or to another."""


def scalar(text: str) -> str:
    r"""Return a text as one scalar, for a block as well as between braces.

    >>> scalar("contract § 2"), scalar("2019-Q3"), scalar("70% : ja"), scalar('zegt "ja"'), scalar("a\nb")
    ('contract § 2', '2019-Q3', '"70% : ja"', '\'zegt "ja"\'', '"a\\nb"')
    """
    if _NUMBER.match(text) or (_PLAIN.match(text) and text == text.strip() and text.lower() not in _WORDS):
        return text
    if text.isprintable() and "\\" not in text:
        return quoted(text)
    return "".join(one if one.isprintable() else _escaped(one) for one in json.dumps(text, ensure_ascii=False))


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
