"""Makes a large model out of the shipped one: the same elements over and over, each copy with ids of its own.

So a benchmark measures real content: names, notes, plannings and links as people write them.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
_COLLECTIONS = (
    "doelen",
    "indicatoren",
    "metingen",
    "inspanningen",
    "resultaten",
    "stakeholders",
    "risicos",
    "wijken",
    "programmas",
    "afspraken",
    "besluiten",
    "bronnen",
)
_PLAIN = ("geldstroom", "soort", "aard")
"""Keys of which the value is never an id, though it may look like one."""
_DUTCH_NUMBER = re.compile(r"[0-9][%,.]|€")
_NESTED = ("subdoelen", "onderdelen")


def generate(elements: int) -> str:
    """Return the text of a model with at least this many elements."""
    content = _content()
    names = _ids(content)
    copies = -(-elements // len(names))
    made: dict[str, Any] = {"model": "groot", "programma": {"id": "economie-en-participatie", "naam": "Groot programma"}}
    for collection in content:
        made[collection] = {}
    for copy in range(copies):
        for collection, members in content.items():
            made[collection].update(_renamed(members, names, f"-{copy}"))
    return yaml.dump(made, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120)


def _content() -> dict[str, Any]:
    """Read the parts of the shipped model as plain text values."""
    content: dict[str, Any] = {}
    for path in sorted((ROOT / "din").glob("*.yaml")):
        document = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        for collection in _COLLECTIONS:
            if collection in document:
                content.setdefault(collection, {}).update(document[collection])
    return content


def _ids(members: dict[str, Any]) -> set[str]:
    found: set[str] = set()
    for collection in members.values():
        for name, element in collection.items():
            found.add(name)
            if isinstance(element, dict):
                found |= _ids({key: element[key] for key in _NESTED if key in element})
    return found


def _renamed(value: Any, names: set[str], suffix: str) -> Any:
    if isinstance(value, dict):
        return {key + suffix if key in names else key: _value(key, item, names, suffix) for key, item in value.items()}
    if isinstance(value, list):
        return [_renamed(item, names, suffix) for item in value]
    if not value:
        return None
    first, space, rest = value.partition(" ")
    if first in names and (not space or "§" in rest):
        return first + suffix + space + rest
    return _Quoted(value) if _DUTCH_NUMBER.search(value) else value


def _value(key: str, item: Any, names: set[str], suffix: str) -> Any:
    """Rename what stands under one key; names differ between copies, so that no rule takes them for the same party."""
    if key == "naam":
        return item + suffix
    if key == "andere_namen":
        return [name + suffix for name in item]
    return item if key in _PLAIN else _renamed(item, names, suffix)


class _Quoted(str):
    """Text that is written in quotes, as Dutch numbers must be."""

    __slots__ = ()


yaml.CSafeDumper.add_representer(_Quoted, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"'))


if __name__ == "__main__":
    sys.stdout.write(generate(int(sys.argv[1])))
