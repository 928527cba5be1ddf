"""Under which heading each effort stands in the report: the main goal that it contributes to, else its theme.

An effort stands under the main goal to which a source says that it contributes, once: of several main goals under the first, and the others
point there. A contribution that is our own reading is none of the source, so such efforts have a heading of their own; only where no
contribution in the whole model is stated do all of them count. A model without goals is ordered by its themes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from dinkit.analyses import _flow as flow
from dinkit.analyses._order import in_tree_order, outer
from dinkit.analyses._works import Works, units, walk
from dinkit.model.records import Benefit, Capability, Effort, Goal, Theme
from dinkit.network import Network

STATED = ("stated",)

Chunks = tuple[tuple[int, int, str], ...]


class Group(NamedTuple):
    """A heading with its efforts, in printed order."""

    kind: str
    """"goal"; "unstated": only we read a goal in the source; "theme"; "loose": no goal, or no theme; "all": nothing to group by."""
    element: str
    """The main goal or the theme; empty for none."""
    efforts: tuple[str, ...]
    elsewhere: tuple[str, ...]
    """Efforts that belong here too and stand under an earlier heading."""


def groups_of(network: Network, works: Works) -> tuple[Group, ...]:
    """Return every outermost effort under one heading, the headings in printed order; main goals without efforts too."""
    homes = set(works.home.values())
    efforts = [effort for effort in printed_order(network) if effort in homes]
    if has_goals(network):
        return tuple(_by_goal(network, works, efforts))
    themes = top_themes(network)
    if themes:
        made = _grouped("theme", themes, [(effort, _themes_of(network, effort)) for effort in efforts])
        return tuple(group for group in made if group.efforts)
    return (Group("all", "", tuple(efforts), ()),) if efforts else ()


def printed_order(network: Network) -> list[str]:
    """Return all efforts as a document prints them: as in the tree, and where numbers do not tell siblings apart, by where the source has them.

    A document may number every effort 1, or none.
    """
    ordered = [effort.id for effort in in_tree_order(network, Effort)]
    place = {effort: at for at, effort in enumerate(ordered)}
    first: dict[tuple[str | None, str | None], int] = {}
    for effort in ordered:
        first.setdefault((outer(network, effort), network.elements[effort].number), place[effort])

    def key(effort: str) -> tuple[tuple[int, Chunks, int], ...]:
        path = [effort]
        while (above := outer(network, path[-1])) is not None and above not in path and above in place:
            path.append(above)
        return tuple(
            (first[outer(network, one), network.elements[one].number], _source_key(network.elements[one].source), place[one]) for one in path[::-1]
        )

    return sorted(ordered, key=key)


def has_goals(network: Network) -> bool:
    """Say whether there is anything that work could lead to."""
    return any(isinstance(element, (Goal, Benefit, Capability)) for element in network.elements.values())


def main_goals(network: Network) -> tuple[str, ...]:
    """Return the goals at the top of the tree, in printed order."""
    ordered = [goal.id for goal in in_tree_order(network, Goal)]
    return tuple(dict.fromkeys(_top(network, goal) for goal in ordered))


def goals_below(network: Network, top: str) -> tuple[str, ...]:
    """Return a goal at the top and everything below it, as in the printed tree."""
    return tuple(goal.id for goal in in_tree_order(network, Goal) if _top(network, goal.id) == top)


def top_themes(network: Network) -> tuple[str, ...]:
    """Return the themes that are touched by work, in printed order."""
    used = {theme for effort in network.of(Effort) for theme in _touched(network, effort.id)}
    return tuple(theme.id for theme in in_tree_order(network, Theme) if theme.id in used)


def goals_read(network: Network, works: Works, effort: str) -> tuple[str, ...]:
    """Return the main goals that an effort leads to by any contribution, its own or those of its parts."""
    return _reached(network, works, [work for work in works.listings if works.home[work] == effort], None)


def counts_any(network: Network) -> bool:
    """Say whether every contribution counts, because the model marks none as stated."""
    return not any(link.type == "contributes_to" and link.provenance in STATED for link in network.relations)


def _source_key(places: tuple[str, ...]) -> Chunks:
    """Sort by the first place of a source as one reads it: by its words and by the value of its numbers; what has none comes last."""
    if not places:
        return ((2, 0, ""),)
    parts = re.split(r"([0-9]{1,9})", places[0].casefold())
    return tuple((0, int(part), "") if at % 2 else (1, 0, part) for at, part in enumerate(parts) if part)


def _by_goal(network: Network, works: Works, efforts: list[str]) -> Iterable[Group]:
    evidence = None if counts_any(network) else "stated"
    held = units(works, "effort")
    reached = [(effort, _first(network, works, effort, held.get(effort, [effort]), evidence)) for effort in efforts]
    yield from _grouped("goal", main_goals(network), [pair for pair in reached if pair[1]])
    without = [effort for effort, goals in reached if not goals]
    unstated = [effort for effort in without if goals_read(network, works, effort)]
    loose = [effort for effort in without if effort not in unstated]
    if unstated:
        yield Group("unstated", "", tuple(unstated), ())
    if loose:
        yield Group("loose", "", tuple(loose), ())


def _first(network: Network, works: Works, effort: str, parts: list[str], evidence: str | None) -> tuple[str, ...]:
    """Return the main goals that an effort leads to by its own contributions, else by those of its parts."""
    return _reached(network, works, [effort], evidence) or _reached(network, works, parts, evidence)


def _reached(network: Network, works: Works, some: list[str], evidence: str | None) -> tuple[str, ...]:
    links = flow.served(network, evidence)
    begin = flow.starts(works, {"": some}, links)[""]
    goals = {_top(network, one) for one in walk(begin, lambda one: links.get(one, ())) if network.elements[one].kind == "goal"}
    return tuple(goal for goal in main_goals(network) if goal in goals)


def _top(network: Network, goal: str) -> str:
    """Return the outermost goal above a goal; of goals in a circle the one with the smallest id."""
    path = [goal]
    while (above := outer(network, path[-1])) is not None and network.elements[above].kind == "goal":
        if above in path:
            return min(path[path.index(above) :])
        path.append(above)
    return path[-1]


def _touched(network: Network, element: str) -> list[str]:
    """Return the themes that an element touches, those that the source states first."""
    found = [link for link in network.outgoing(element, "touches") if isinstance(network.elements[link.target], Theme)]
    return [link.target for link in sorted(found, key=lambda link: flow.PROVENANCES.index(link.provenance or "unknown"))]


def _themes_of(network: Network, effort: str) -> tuple[str, ...]:
    """Return the themes that an effort touches, itself or else by its parts; a theme that only holds a finer one says no more."""
    parts = walk([effort], network.children)[1:]
    found = _touched(network, effort) or [theme for part in parts for theme in _touched(network, part)]
    wider = {above for theme in found for above in walk([theme], lambda one: _above(network, one))[1:]}
    return tuple(dict.fromkeys(theme for theme in found if theme not in wider)) or tuple(dict.fromkeys(found))


def _above(network: Network, theme: str) -> list[str]:
    above = outer(network, theme)
    return [above] if above is not None else []


def _grouped(kind: str, headings: tuple[str, ...], belongs: list[tuple[str, tuple[str, ...]]]) -> tuple[Group, ...]:
    """Put each effort under the first heading that it belongs to, and name it under the others; what belongs to none comes last."""
    made = [
        Group(
            kind,
            heading,
            tuple(effort for effort, where in belongs if where[:1] == (heading,)),
            tuple(effort for effort, where in belongs if heading in where[1:]),
        )
        for heading in headings
    ]
    loose = tuple(effort for effort, where in belongs if not where)
    return (*made, Group("loose", "", loose, ())) if loose else tuple(made)
