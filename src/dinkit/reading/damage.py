"""Which elements lost something while they were read, and where: nothing may be concluded from what they lack there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dinkit.model.node import Mapping
from dinkit.network import ANYWHERE, Loss
from dinkit.reading.nodes import ElementNode, Tree
from dinkit.reading.problem import Problem


class Damage:
    """The losses of the elements of one model, gathered file by file."""

    def __init__(self) -> None:
        self.losses: dict[str, list[Loss]] = {}

    def add(self, element: str, loss: Loss = ANYWHERE) -> None:
        """Remember that an element lost something: at an offset in its file, somewhere, or with the node of an element that stays out."""
        self.losses.setdefault(element, []).append(loss)

    def add_problems(self, problems: Iterable[Problem]) -> None:
        """Remember what the elements of these problems lost, each where its problem is."""
        for problem in problems:
            if problem.element is not None:
                self.add(problem.element, problem.start)

    def add_tree(self, tree: Tree) -> None:
        """Remember what was lost while a file was read."""
        self.add_problems(problem for problem in tree.problems if problem.element in tree.damaged)
        for element in tree.cut | (tree.damaged - self.losses.keys()):
            self.add(element)

    def add_lost(self, node: ElementNode) -> None:
        """Remember that an element stays out: what it belongs to or links to may lack what it says."""
        for value in (node.data.links or {}).values():
            for name in ids_in(value):
                self.add(name, node.data)
        if node.parent is not None:
            self.add(node.parent, node.data)


def ids_in(value: Any) -> list[str]:
    """Return the texts in a value that may be ids."""
    return [value] if isinstance(value, str) else [one for one in value or () if isinstance(one, str)]


def frozen(damage: Damage) -> dict[str, tuple[int | Mapping, ...]]:
    """Return the losses as a network keeps them."""
    return {element: tuple(losses) for element, losses in damage.losses.items()}
