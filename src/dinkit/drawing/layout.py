"""Reads back where the engine put things."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from dinkit.drawing.view import View

Point = tuple[float, float]


class Place(NamedTuple):
    """Where a box stands: its middle and its size, in points, y growing upward."""

    x: float
    y: float
    width: float
    height: float

    @property
    def left(self) -> float:
        return self.x - self.width / 2

    @property
    def right(self) -> float:
        return self.x + self.width / 2

    @property
    def top(self) -> float:
        return self.y + self.height / 2

    @property
    def bottom(self) -> float:
        return self.y - self.height / 2


class Layout(NamedTuple):
    """Places of boxes by name in the DOT, and the course of lines by their id, as the engine writes it."""

    places: dict[str, Place]
    lines: dict[str, str]


def read_layout(text: bytes) -> Layout:
    """Read the engine's json0."""
    data = json.loads(text)
    places = {
        found["name"]: Place(*_point(found["pos"]), float(found["width"]) * 72, float(found["height"]) * 72)
        for found in data.get("objects", ())
        if "pos" in found
    }
    lines = {found["id"]: found["pos"] for found in data.get("edges", ()) if "pos" in found and "id" in found}
    return Layout(places, lines)


def read_order(text: bytes, view: View, names: dict[str, str]) -> dict[str, float]:
    """Return per box how far along its column it stands in a plain layout."""
    found = read_layout(text).places
    if view.direction == "TB":
        return {node.id: found[names[node.id]].x for node in view.nodes}
    return {node.id: -found[names[node.id]].y for node in view.nodes}


def shifted(course: str, dx: float, dy: float) -> str:
    """Move the course of a line."""
    return re.sub(r"(-?[0-9.e+-]+),(-?[0-9.e+-]+)", lambda found: f"{float(found[1]) + dx:.2f},{float(found[2]) + dy:.2f}", course)


def _point(text: str) -> Point:
    x, y = text.split(",")[:2]
    return float(x), float(y)
