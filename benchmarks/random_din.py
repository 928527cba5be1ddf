"""Random DINs as people write them: goals in a tree, efforts with a main goal and finer goals, sub-efforts, and every third with benefits.

The same seed gives the same model on every machine. A change is one edit of one element, so that what else moves can be measured.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple

WORDS = (  # noqa: SIM905 - forty words in quotes are hard to read
    "aan aanpak armoede banen beter buurt energie groen inwoners jeugd lokaal loket meer meten minder netwerk nieuw onderwijs ondernemers "
    "ondersteuning partners plan regio samen scholing sneller sport taal toegang veilig verkeer voor werk wijk wonen zorg"
).split()
PROVENANCES = ("vermeld", "afgeleid", "aangevuld")


class Goal(NamedTuple):
    id: str
    name: str
    level: int
    parent: str | None


class Middle(NamedTuple):
    """A benefit or a capability."""

    id: str
    kind: str
    name: str
    targets: tuple[str, ...]


class Effort(NamedTuple):
    id: str
    name: str
    number: int
    links: tuple[tuple[str, str], ...]
    """Goal, and what the link rests on."""
    parts: tuple[str, ...]


class Din(NamedTuple):
    goals: tuple[Goal, ...]
    middle: tuple[Middle, ...]
    efforts: tuple[Effort, ...]


def random_din(seed: int, boxes: int) -> Din:
    """Return a DIN with this many boxes; every third seed has benefits and capabilities between goals and efforts."""
    chance = random.Random(f"{seed} {boxes}")
    goals = _goals(chance, boxes, with_leaves=seed % 3 != 2)
    middle = _middle(chance, boxes, goals) if seed % 3 == 2 else ()
    din = Din(goals, middle, ())
    count = boxes - len(goals) - len(middle)
    return din._replace(efforts=tuple(_effort(chance, din, f"e{at}", at + 1) for at in range(count)))


def text_of(din: Din) -> str:
    """Return a DIN as the text of a model."""
    lines = ["model: proef", f"profiel: {'uitgebreid' if din.middle else 'klassiek'}", "doelen:"]
    for goal in din.goals:
        if goal.parent is None:
            lines += _goal_lines(din, goal, "  ")
    for kind in dict.fromkeys(one.kind for one in din.middle):
        lines.append(f"{kind}:")
        lines += [f"  {one.id}: {{naam: {one.name}, draagt_bij_aan: [{', '.join(one.targets)}]}}" for one in din.middle if one.kind == kind]
    lines.append("inspanningen:")
    for effort in din.efforts:
        links = ", ".join(f"{goal}: {{herkomst: {provenance}}}" for goal, provenance in effort.links)
        parts = ", ".join(f"{effort.id}-{at}: {{naam: {name}}}" for at, name in enumerate(effort.parts))
        lines.append(f"  {effort.id}: {{naam: {effort.name}, nummer: {effort.number}, draagt_bij_aan: {{{links}}}, onderdelen: {{{parts}}}}}")
    return "\n".join(lines) + "\n"


def _name(chance: random.Random) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(2, 8))).capitalize()


def _goals(chance: random.Random, boxes: int, *, with_leaves: bool) -> tuple[Goal, ...]:
    """Return main goals, subgoals of each, and mostly operational goals of each subgoal."""
    counts = (max(2, boxes // 40), max(2, boxes // 12), boxes // 6 if with_leaves else 0)
    made: list[Goal] = []
    for level, count in enumerate(counts):
        above = [goal.id for goal in made if goal.level == level - 1]
        for at in range(count):
            parent = (above[at] if at < len(above) else chance.choice(above)) if above else None
            made.append(Goal(f"{'hso'[level]}{at}", _name(chance), level, parent))
    return tuple(made)


def _middle(chance: random.Random, boxes: int, goals: tuple[Goal, ...]) -> tuple[Middle, ...]:
    made: list[Middle] = []
    targets = _leaves(goals)
    for kind in ("baten", "vermogens"):
        made += [
            Middle(f"{kind[0]}{at}", kind, _name(chance), tuple(sorted(chance.sample(targets, chance.choice((1, 1, 2))))))
            for at in range(boxes // 10)
        ]
        targets = [one.id for one in made if one.kind == kind]
    return tuple(made)


def _leaves(goals: tuple[Goal, ...]) -> list[str]:
    deepest = max(goal.level for goal in goals)
    return [goal.id for goal in goals if goal.level == deepest]


def _targets(din: Din) -> list[str]:
    """Return what efforts contribute to in the first place."""
    return [one.id for one in din.middle if one.kind == "vermogens"] or _leaves(din.goals)


def _root(din: Din, goal: str) -> str:
    parents = {one.id: one.parent for one in din.goals}
    while (above := parents[goal]) is not None:
        goal = above
    return goal


def _effort(chance: random.Random, din: Din, name: str, number: int) -> Effort:
    """Return an effort. In a classic DIN most name a main goal, and seven in ten finer links stay below it; some go to a subgoal."""
    mains = [goal.id for goal in din.goals if goal.level == 0]
    home, targets, links = chance.choice(mains), _targets(din), dict[str, str]()
    if not din.middle:
        near = [one for one in targets if _root(din, one) == home] or targets
        links |= {home: "vermeld" if chance.random() < 0.85 else "afgeleid"} if chance.random() < 0.85 else {}
        links |= {
            chance.choice(near if chance.random() < 0.7 else targets): chance.choice(PROVENANCES) for _ in range(chance.choice((0, 1, 1, 2, 2, 3)))
        }
        links |= {chance.choice([goal.id for goal in din.goals if goal.level == 1]): "afgeleid"} if chance.random() < 0.08 else {}
    else:
        links |= {one: chance.choice(PROVENANCES) for one in chance.sample(targets, chance.choice((1, 1, 2, 2, 3)))}
        links |= {home: "vermeld"} if chance.random() < 0.1 else {}
    parts = tuple(_name(chance) for _ in range(chance.choice((0, 0, 0, 1, 2, 3, 4))))
    return Effort(name, _name(chance), number, tuple(sorted(links.items())), parts)


def _goal_lines(din: Din, goal: Goal, indent: str) -> list[str]:
    parts = [one for one in din.goals if one.parent == goal.id]
    lines = [f"{indent}{goal.id}:", f"{indent}  naam: {goal.name}", *([f"{indent}  subdoelen:"] if parts else [])]
    return lines + [line for part in parts for line in _goal_lines(din, part, f"{indent}    ")]


def _with_effort(chance: random.Random, din: Din) -> Din:
    made = _effort(chance, din, f"n{chance.randrange(10**9)}", chance.randint(1, len(din.efforts)))
    at = chance.randint(0, len(din.efforts))
    return din._replace(efforts=(*din.efforts[:at], made, *din.efforts[at:]))


def _without_effort(chance: random.Random, din: Din) -> Din:
    gone = chance.choice(din.efforts)
    return din._replace(efforts=tuple(one for one in din.efforts if one != gone))


def _effort_renamed(chance: random.Random, din: Din) -> Din:
    found = chance.choice(din.efforts)
    return din._replace(efforts=tuple(one._replace(name=_name(chance)) if one == found else one for one in din.efforts))


def _with_goal(chance: random.Random, din: Din) -> Din:
    """Add a goal at the end of a tree, with what two efforts contribute to it."""
    deepest = max(goal.level for goal in din.goals)
    parent = chance.choice([goal.id for goal in din.goals if goal.level == deepest - 1])
    givers = {one.id for one in chance.sample(din.efforts, 2)} if not din.middle else set()
    made = Goal(f"n{chance.randrange(10**9)}", _name(chance), deepest, parent)
    efforts = tuple(one._replace(links=(*one.links, (made.id, "afgeleid"))) if one.id in givers else one for one in din.efforts)
    return din._replace(goals=(*din.goals, made), efforts=efforts)


def _without_goal(chance: random.Random, din: Din) -> Din:
    """Take away a goal without parts, and all that points to it; the last two stay."""
    leaves = _leaves(din.goals)
    if len(leaves) <= 2:
        return din
    gone = chance.choice(leaves)
    return Din(
        tuple(goal for goal in din.goals if goal.id != gone),
        tuple(one._replace(targets=tuple(goal for goal in one.targets if goal != gone)) for one in din.middle),
        tuple(one._replace(links=tuple(link for link in one.links if link[0] != gone)) for one in din.efforts),
    )


def _goal_renamed(chance: random.Random, din: Din) -> Din:
    found = chance.choice(din.goals)
    return din._replace(goals=tuple(one._replace(name=_name(chance)) if one == found else one for one in din.goals))


CHANGES: dict[str, Callable[[random.Random, Din], Din]] = {
    "add an effort": _with_effort,
    "remove an effort": _without_effort,
    "rename an effort": _effort_renamed,
    "add a goal": _with_goal,
    "remove a goal": _without_goal,
    "rename a goal": _goal_renamed,
}
"""What happens to one element, at random."""
