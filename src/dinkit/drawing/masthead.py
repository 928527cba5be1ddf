"""The head of a page: the title with a line below it, the mission at the right, and a red band over a draft."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.dot import Graph
from dinkit.drawing.markup import lines_label
from dinkit.drawing.metrics import width_of, wrapped
from dinkit.drawing.words import say

INSET = 2.0
"""Moves the title, which has a margin of its own, to the line on which headings and boxes begin."""


class Head(NamedTuple):
    """What a picture says above itself; empty texts are left out."""

    title: str
    subtitle: str
    mission: str
    draft: str
    empty: str
    language: str


class Masthead(NamedTuple):
    """A head broken over a width."""

    left: list[tuple[str, style.Type, str]]
    right: list[tuple[str, style.Type, str]]
    split: float
    draft: tuple[str, ...]
    height: float


def masthead_of(head: Head, width: float) -> Masthead:
    """Break title and mission over the width of the page."""
    split = 0.7 if head.mission else 1.0
    kind = style.TITLE
    title = wrapped(head.title, kind, width * split - 10, 3)
    subtitle = wrapped(head.subtitle, style.SUBTITLE, width * split - 10, 3)
    left = [(line, kind, style.INK) for line in title] + [(line, style.SUBTITLE, style.SOFT_INK) for line in subtitle]
    mission = style.SUBTITLE._replace(italic=True)
    right = [(say("mission", head.language), style.SUBTITLE._replace(bold=True), style.INK)] if head.mission else []
    right += [(line, mission, style.SOFT_INK) for line in wrapped(head.mission, mission, width * (1 - split) - 10, 4)]
    left += [(line, style.SUBTITLE, style.INK) for line in wrapped(head.empty, style.SUBTITLE, width * split - 10, 4)]
    heights = [sum(one.size * style.LINE for _, one, _ in lines) for lines in (left, right)]
    draft = wrapped(head.draft, style.DRAFT, width - 16, 3)
    return Masthead(left, right, split, draft, max(heights) + (len(draft) * style.DRAFT.size * style.LINE + 14.0 if draft else 0.0))


def draw_masthead(graph: Graph, masthead: Masthead, *, left: float, top: float, width: float) -> None:
    """Add a head to a page, its upper left corner at the given place."""
    if masthead.draft:
        height = len(masthead.draft) * style.DRAFT.size * style.LINE + 6.0
        looks = {"shape": "box", "style": "filled", "fillcolor": style.ALARM, "color": style.ALARM, "margin": "0"}
        lines = [(line, style.DRAFT, style.PAPER) for line in masthead.draft]
        label = lines_label(lines, max(width_of(line, style.DRAFT) for line in masthead.draft) + 2, align="CENTER")
        size = {"width": f"{width / 72:.4f}", "height": f"{height / 72:.4f}"}
        graph.node("t0", f"<{label}>", id="t0", pos=f"{left + width / 2:.2f},{top - height / 2:.2f}", **looks, **size)
        top -= height + 8.0
    for name, lines, start, share in (
        ("t1", masthead.left, left + INSET, masthead.split),
        ("t2", masthead.right, left + width * masthead.split - INSET, 1 - masthead.split),
    ):
        if lines:
            height = sum(kind.size * style.LINE for _, kind, _ in lines)
            label = lines_label(lines, width * share - 6.0, align="LEFT" if name == "t1" else "RIGHT")
            graph.node(name, f"<{label}>", id=name, pos=f"{start + width * share / 2:.2f},{top - height / 2:.2f}")
