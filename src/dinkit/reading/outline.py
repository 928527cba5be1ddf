"""What sort of file a text is, without asking what it says: a model, a part of one, or something else in YAML."""

from __future__ import annotations

from dinkit.model.node import Stretch, stretch_of
from dinkit.reading.text import decode
from dinkit.reading.tree import read_tree
from dinkit.tuples import NamedTuple


class Outline(NamedTuple):
    """The outside of a file."""

    is_model: bool
    """It names itself with `model:` and has something of a DIN; other tools have a key of that name too."""
    parts: tuple[str, ...]
    """The parts that it names, as written."""
    content: Stretch | None = None
    """Where the first element of a file that does not name itself stands; None without any, as in what is no DIN."""


def outline_of(data: bytes) -> Outline:
    """Return the outline of a file; anything may be handed in, also what is no model, no YAML or no text."""
    tree = read_tree(decode(data)[0])
    named = tree.head.get("parts")
    parts = tuple(part for part in named if isinstance(part, str)) if isinstance(named, list) else ()
    named_itself = "model" in tree.head
    content = stretch_of(tree.elements[0].key) if tree.elements and not named_itself else None
    return Outline(named_itself and bool(parts or tree.elements or tree.without), parts, content)
