"""Random small programmes as model text, for laws about analyses."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from hypothesis import strategies as st

PROVENANCES = ("stated", "derived", "added", "unknown", None)


class Case(NamedTuple):
    """A programme: what is nested in what, and every other link as (source, target, provenance)."""

    goals: dict[str, str | None]
    efforts: dict[str, str | None]
    contributions: tuple[tuple[str, str, str | None], ...]
    second: tuple[tuple[str, str], ...]
    same: tuple[tuple[str, str], ...]
    stopped: frozenset[str]


@st.composite
def cases(draw: Any) -> Case:
    """Programmes without circles: whatever points at its own kind points at a smaller number."""
    goals = _forest(draw, "g", draw(st.integers(1, 6)))
    efforts = _forest(draw, "e", draw(st.integers(0, 7)))
    pairs = [(source, target) for source in (*goals, *efforts) for target in goals if source[0] == "e" or source > target]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=10)) if pairs else []
    contributions = tuple((*pair, draw(st.sampled_from(PROVENANCES))) for pair in chosen)
    second = [(one, other) for one in efforts for other in efforts if one > other and efforts[one] != other]
    extra = tuple(draw(st.lists(st.sampled_from(second), unique=True, max_size=2))) if second else ()
    parents = {*efforts.values(), *(other for _, other in extra)}
    leaves = [one for one in efforts if one not in parents]
    same = ((leaves[-1], leaves[0]),) if len(leaves) > 1 and draw(st.booleans()) else ()
    stopped = frozenset(draw(st.lists(st.sampled_from(sorted(efforts)), max_size=2))) if efforts else frozenset()
    return Case(goals, efforts, contributions, extra, same, stopped)


def _forest(draw: Any, letter: str, size: int) -> dict[str, str | None]:
    names = [f"{letter}{number}" for number in range(size)]
    return {name: draw(st.sampled_from([None, *names[:at]])) for at, name in enumerate(names)}


def text_of(case: Case, *, backwards: bool = False) -> str:
    """The model text (JSON is YAML); backwards turns the order of every mapping round."""
    data = {
        "goals": _nested(case, case.goals, "subgoals", None, backwards),
        "efforts": _nested(case, case.efforts, "sub_efforts", None, backwards),
    }
    return json.dumps({key: data[key] for key in sorted(data, reverse=backwards) if data[key]})


def _nested(case: Case, tree: dict[str, str | None], key: str, above: str | None, backwards: bool) -> dict[str, Any]:
    names = [name for name, parent in tree.items() if parent == above]
    made: dict[str, Any] = {}
    for name in reversed(names) if backwards else names:
        fields: dict[str, Any] = {"name": f"Name {name}"}
        links = {target: {"provenance": how} if how else {} for source, target, how in case.contributions if source == name}
        if links:
            fields["contributes_to"] = dict(reversed(links.items())) if backwards else links
        for link, pairs in (("also_part_of", case.second), ("same_as", case.same)):
            targets = [target for source, target in pairs if source == name]
            if targets:
                fields[link] = targets
        if name in case.stopped:
            fields["status"] = "stopped"
        below = _nested(case, tree, key, name, backwards)
        made[name] = fields | ({key: below} if below else {})
    return made
