"""What should come out of a merge, by counting: the facts of the loaded models, with what each side added and took away since the base.

It knows nothing of how texts are merged: it only looks at networks as they are loaded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from diff_support import State

Facts = Counter[tuple[Any, ...]]


def facts_of(state: State) -> Facts:
    """Return all that a network says as facts of one thing each."""
    elements, relations, head = state
    facts: Facts = Counter(_flat(("head",), tuple(head.items())))
    for name, (kind, forms) in elements.items():
        facts["element", name, kind] += 1
        facts.update(_flat(("element", name), tuple(forms.items())))
    for (*which, forms), count in relations.items():
        facts["relation", *which] += count
        facts.update(_flat(("relation", *which), forms))
    return facts


def expected(base: Facts, ours: Facts, theirs: Facts) -> Facts:
    """Return the facts of the base with the changes of both sides, who touched nothing of each other's."""
    return +Counter({fact: ours[fact] + theirs[fact] - base[fact] for fact in {*base, *ours, *theirs}})


def _flat(path: tuple[Any, ...], form: Any) -> Iterator[tuple[Any, ...]]:
    if not isinstance(form, tuple):
        if form is not None:
            yield (*path, form)
        return
    for part in form:
        if isinstance(part, tuple) and len(part) == 2 and isinstance(part[0], str):
            yield from _flat((*path, part[0]), part[1])
        else:
            yield from _flat(path, part)
