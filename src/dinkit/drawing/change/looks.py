"""How what happened looks: for every state a colour, a sign and a frame or line of its own, so that no two differ in colour alone.

The colours are dark variants of blue and orange of the colour-blind-safe set of Okabe and Ito (Color Universal Design, 2008); what
changed is black with a double frame, and what did not is thin and grey.
"""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing import style


class Look(NamedTuple):
    """How one state looks."""

    sign: str
    ink: str
    fill: str
    frame: dict[str, str]
    """Attributes of a box."""
    line: dict[str, str]
    """Attributes of a line."""


QUIET = style.NO_HUE.deep
"""Text and frames of what did not change."""

LOOKS: dict[str, Look] = {
    "added": Look(
        "+", style.HUES[0].deep, style.HUES[0].light, {"style": "rounded,filled", "penwidth": "2.6"}, {"style": "solid", "penwidth": "2.6", "arrowsize": "0.6"}
    ),
    "removed": Look(
        "−", style.HUES[1].deep, style.HUES[1].wash, {"style": "rounded,filled,dashed", "penwidth": "2"}, {"style": "dashed", "penwidth": "2", "arrowsize": "0.6"}
    ),
    "changed": Look(
        "~", style.INK, style.PAPER, {"style": "rounded,filled", "penwidth": "1.1", "peripheries": "2"},
        {"style": "solid", "penwidth": "1.1", "arrowsize": "0.8"},
    ),
    "same": Look("", QUIET, style.PAPER, {"style": "rounded,filled", "penwidth": "0.7"}, {"style": "solid", "penwidth": "0.7", "arrowsize": "0.45"}),
}  # fmt: skip
PLACE = "»"
"""The sign of another place."""
UNSURE = "?"
HINDERS = "hinders"
"""The relation whose line ends in a bar instead of an arrow."""
BAR_SIZE = "1.1"
"""So large that the bar is seen at the end of the thickest line too."""


_DIFFERS = Look(
    "", style.INK, style.PAPER, {"style": "rounded,filled", "penwidth": "1.4"}, {"style": "solid", "penwidth": "1.4", "arrowsize": "0.55"}
)
"""In the old and the new state: what is not so in the other."""


def look_of(state: str) -> Look:
    """Return how a state looks."""
    return LOOKS.get(state, _DIFFERS)


def box_attributes(state: str) -> dict[str, str]:
    """Return the attributes of a box that say what happened to it."""
    look = look_of(state)
    return {"shape": "box", "color": look.ink, "fillcolor": look.fill, "margin": "0", "labelloc": "t", "class": f"change-{state}", **look.frame}


def line_attributes(state: str, kind: str) -> dict[str, str]:
    """Return the attributes of a line that say what happened to it; without an arrow where it is a line of a tree."""
    look = look_of(state)
    colour = f"{look.ink}:{style.PAPER}:{look.ink}" if state == "changed" else look.ink
    looks = {"color": colour, "class": f"change-{state}", **look.line}
    if kind == "part_of":
        return looks | {"dir": "none"}
    return looks | ({"arrowhead": "tee", "arrowsize": BAR_SIZE} if kind == HINDERS else {"arrowhead": "normal"})
