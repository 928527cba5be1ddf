"""Who is involved in which work, in which role, and where that stands; what is said of it stands in `stakeholders`."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.analyses._cover import covers
from dinkit.analyses._order import in_tree_order
from dinkit.analyses._two_mode import ranks
from dinkit.analyses._works import Works, closure, units, works_of
from dinkit.analyses.centrality import generic
from dinkit.analysis import Options, checked
from dinkit.model.records import Effort, Goal, Stakeholder
from dinkit.model.vocabulary import VALUES
from dinkit.network import Network

NOT_STATED = "not_stated"
"""The role of somebody who is listed without one."""


class Involved(NamedTuple):
    """One stakeholder in one unit of work in one role."""

    stakeholder: str
    unit: str
    role: str
    how: str
    """"stated" (at the unit itself), "inherited" (at what it is part of) or "part" (at a part of it)."""
    at: tuple[str, ...]
    """The efforts at which it stands."""


class Party(NamedTuple):
    """A stakeholder that is involved in something, with what it is involved in."""

    stakeholder: Stakeholder
    units: tuple[str, ...]
    rank: int
    goals: tuple[str, ...]
    """The main goals for which it works, as in the printed tree."""
    roles: tuple[str, ...]
    generic: bool


class Involvement(NamedTuple):
    """Everything that the analysis tells."""

    works: Works
    units: tuple[str, ...]
    """What is counted, as in the printed tree."""
    lines: tuple[Involved, ...]
    """By stakeholder, then in the order of the units, then by role."""
    goals: dict[str, tuple[str, ...]]
    """Unit -> the main goals that it reaches, as in the printed tree."""
    stated: dict[str, tuple[str, ...]]
    """The same by stated contributions alone."""
    bare: tuple[Effort, ...]
    """The outermost work in which, above and below which nobody is involved."""


def involvement_of(network: Network, options: Options) -> Involvement:
    """Return who is involved in what.

    Raises:
        ValueError: an option has a value that does not exist.
    """
    works = works_of(network)
    tree = [effort for effort in in_tree_order(network, Effort) if effort.id in works.listings]
    counted = units(works, checked(options).level)
    order = tuple(effort.id for effort in tree if effort.id in counted)
    goals, stated = (_main_goals(network, one, order) for one in (options, options._replace(evidence="stated")))
    return Involvement(works, order, _lines(network, works, options.level, order), goals, stated, _bare(network, works, tree))


def parties_of(network: Network, found: Involvement) -> list[Party]:
    """Return the stakeholders that are involved in any unit, by rank and then by id."""
    mains = [goal.id for goal in in_tree_order(network, Goal) if network.level(goal.id) == "main"]
    units: dict[str, dict[str, None]] = {}
    roles: dict[str, set[str]] = {}
    for line in found.lines:
        units.setdefault(line.stakeholder, {})[line.unit] = None
        roles.setdefault(line.stakeholder, set()).add(line.role)
    parties = [party for party in network.of(Stakeholder) if party.id in units]
    placed = dict(zip((party.id for party in parties), ranks([len(units[party.id]) for party in parties]), strict=True))
    return sorted(
        (
            Party(
                party,
                tuple(units[party.id]),
                placed[party.id] or 0,
                tuple(goal for goal in mains if any(goal in found.goals[unit] for unit in units[party.id])),
                tuple(role for role in (*VALUES["role"], NOT_STATED) if role in roles[party.id]),
                generic(network, party),
            )
            for party in parties
        ),
        key=lambda one: (one.rank, one.stakeholder.id),
    )


def _main_goals(network: Network, options: Options, order: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    goals: dict[str, tuple[str, ...]] = dict.fromkeys(order, ())
    for cover in covers(network, options):
        if cover.level == "main":
            for unit in cover.carriers:
                goals[unit] = (*goals.get(unit, ()), cover.element.id)
    return goals


def _lines(network: Network, works: Works, level: str, order: tuple[str, ...]) -> tuple[Involved, ...]:
    found: dict[tuple[str, str, str], set[str]] = {}
    for work in works.listings:
        if work in works.stopped:
            continue
        own = _homes(works, work) if level == "effort" else {work, *closure(work, works.below)}
        for listing in works.listings[work]:
            for relation in network.incoming(listing, "involved_in"):
                for unit in own.intersection(order):
                    found.setdefault((relation.source, unit, relation.role or NOT_STATED), set()).add(listing)
    place = {unit: number for number, unit in enumerate(order)}
    keys = sorted(found, key=lambda key: (key[0], place[key[1]], key[2]))
    return tuple(Involved(*key, _how(works, key[1], found[key], level), tuple(sorted(found[key]))) for key in keys)


def _homes(works: Works, work: str) -> set[str]:
    """Return every outermost effort to which a piece of work belongs, by nesting, a second parent or a second listing."""
    return {works.home[one] for one in (work, *closure(work, works.above))}


def _how(works: Works, unit: str, at: set[str], level: str) -> str:
    if not at.isdisjoint(works.listings[unit]):
        return "stated"
    return "part" if level == "effort" else "inherited"


def _bare(network: Network, works: Works, tree: list[Effort]) -> tuple[Effort, ...]:
    taken = {
        works.original[relation.target] for relation in network.relations if relation.type == "involved_in" and relation.target in works.original
    }
    lonely = {
        effort.id
        for effort in tree
        if effort.id not in works.stopped and taken.isdisjoint((effort.id, *closure(effort.id, works.above), *closure(effort.id, works.below)))
    }
    return tuple(effort for effort in tree if effort.id in lonely and lonely.isdisjoint(works.above.get(effort.id, ())))
