"""Which element that is gone is which that is new, under another id: told from what they say, and only where there is one answer.

Two elements of a kind are matched when nothing else could be meant. First those that say exactly the same, as many of them in both networks.
Then those that are alike enough, each the other's best by a clear margin: the same name (or nearly, and never another number in it) and enough of
the rest the same; without a name nearly everything. What leads to or from elements that were matched before counts too, so this is repeated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from dinkit.comparing.values import forms_of
from dinkit.model.names import plain_name
from dinkit.model.records import Element
from dinkit.network import Network

Pair = tuple[str, str]
"""A later element and the earlier one that it is."""

_NAMELESS, _NAMED, _SAME_NAME = 0.75, 0.7, 0.6
"""How alike elements must be to be one: without names, with nearly the same name, with the same name."""
_NEAR = 0.6
"""How alike two names must be to be nearly the same."""
_MARGIN = 0.1
"""By how much the best must be better than the second."""
_LITTLE = 2.0
"""So little beside a name says nothing against it."""
_COMMON = 50
"""Three letters that stand in more names than this do not make two of them candidates."""
_ROUNDS = 8

_WEIGHTS = {"description": 2.0, "verbatim": 2.0, "provenance": 0.25, "source": 0.5}
"""How much a field says of which element it is; the others count for 1."""


class _Traits(NamedTuple):
    """What an element is known by: its name, and everything else with its weight."""

    name: str
    grams: Counter[str]
    rest: Mapping[Any, float]


def alike(earlier: Network, later: Network, same: Mapping[str, str], gone: Iterable[str], new: Iterable[str]) -> list[Pair]:
    """Return the elements that are one under two ids.

    Args:
        earlier: the network that was.
        later: the network that is.
        same: what is known to be the same already: earlier id -> later id.
        gone: the earlier elements that nothing continues.
        new: the later elements that continue nothing.
    """
    known = dict(same)
    left, right = sorted(gone), sorted(new)
    found: list[Pair] = []
    for _ in range(_ROUNDS):
        if not left or not right:
            break
        then = _traits(earlier, left, known)
        now = _traits(later, right, {name: name for name in known.values()})
        pairs = _twins(earlier, later, then, now) or _best(earlier, later, then, now)
        if not pairs:
            break
        found += pairs
        known |= {old: one for one, old in pairs}
        left = [one for one in left if one not in known]
        right = [one for one in right if one not in {pair[0] for pair in pairs}]
    return sorted(found)


def _traits(network: Network, elements: list[str], known: Mapping[str, str]) -> dict[str, _Traits]:
    """Return what each element is known by; an element at the other end of a relation by its later id where that is known, else by its name."""
    keys = {name: ("is", known[name]) if name in known else ("named", one.kind, plain_name(one.name)) for name, one in network.elements.items()}
    return {name: _traits_of(network, network.elements[name], keys) for name in elements}


def _traits_of(network: Network, element: Element, keys: Mapping[str, tuple[str, ...]]) -> _Traits:
    forms = forms_of(element)
    name = str(forms.pop("name", ""))
    rest: dict[Any, float] = {(field, form): _WEIGHTS.get(field, 1.0) for field, form in forms.items()}
    rest |= {(relation.type, "to", keys[relation.target]): 1.0 for relation in network.outgoing(element.id)}
    rest |= {(relation.type, "from", keys[relation.source]): 1.0 for relation in network.incoming(element.id)}
    plain = f"  {plain_name(name)} "
    return _Traits(name, Counter(plain[at : at + 3] for at in range(len(plain) - 2)) if plain.strip() else Counter(), rest)


def _twins(earlier: Network, later: Network, then: Mapping[str, _Traits], now: Mapping[str, _Traits]) -> list[Pair]:
    """Return the elements that say exactly the same, where there are as many of them in both: which of equals is which makes no difference."""
    groups: dict[Any, tuple[list[str], list[str]]] = {}
    for at, (network, traits) in enumerate(((earlier, then), (later, now))):
        for name, one in traits.items():
            key = (network.elements[name].kind, one.name, frozenset(one.rest))
            groups.setdefault(key, ([], []))[at].append(name)
    return [
        pair
        for (_, name, rest), (old, new) in groups.items()
        if len(old) == len(new) and (name or len(rest) > 1)
        for pair in zip(new, old, strict=True)
    ]


def _best(earlier: Network, later: Network, then: Mapping[str, _Traits], now: Mapping[str, _Traits]) -> list[Pair]:
    """Return the elements that are clearly each other's best."""
    by_old: dict[str, list[tuple[float, str]]] = {}
    by_new: dict[str, list[tuple[float, str]]] = {}
    for old, new in _candidates(earlier, later, then, now):
        score = _score(then[old], now[new])
        if score > 0:
            by_old.setdefault(old, []).append((score, new))
            by_new.setdefault(new, []).append((score, old))
    chosen = {old: best for old, found in by_old.items() if (best := _clear(found))}
    return [(new, old) for old, new in chosen.items() if _clear(by_new[new]) == old]


def _clear(found: list[tuple[float, str]]) -> str | None:
    """Return the best, if none of the others comes near it."""
    first, *others = sorted(found, reverse=True)
    return first[1] if all(first[0] - other[0] >= _MARGIN for other in others) else None


def _candidates(earlier: Network, later: Network, then: Mapping[str, _Traits], now: Mapping[str, _Traits]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a kind that may be worth a closer look: they share letters of a name, or without one something else."""
    by_mark: dict[Any, list[str]] = {}
    for new, traits in now.items():
        for mark in _marks(traits):
            by_mark.setdefault((later.elements[new].kind, mark), []).append(new)
    for old, traits in then.items():
        groups = [by_mark.get((earlier.elements[old].kind, mark), []) for mark in _marks(traits)]
        yield from ((old, new) for new in dict.fromkeys(new for group in groups if len(group) <= _COMMON for new in group))


def _marks(traits: _Traits) -> Iterable[Any]:
    return [("name", traits.name), *traits.grams] if traits.name else traits.rest


def _score(then: _Traits, now: _Traits) -> float:
    """Return how alike two elements are when that is enough to be one, else 0."""
    rest = _overlap(then.rest, now.rest)
    if not then.name and not now.name:
        return rest if rest >= _NAMELESS else 0.0
    near = _nearness(then, now)
    weight = sum({**then.rest, **now.rest}.values())
    score = (near + (rest if weight else near)) / 2
    if near == 1.0:
        return score if score >= _SAME_NAME or weight <= _LITTLE else 0.0
    return score if near >= _NEAR and score >= _NAMED else 0.0


def _overlap(one: Mapping[Any, float], other: Mapping[Any, float]) -> float:
    """Return which part of what two elements say is the same, by weight."""
    union = {**one, **other}
    return sum(union[mark] for mark in one if mark in other) / sum(union.values()) if union else 0.0


def _nearness(then: _Traits, now: _Traits) -> float:
    """Return which part of the groups of three letters two names have in common (Dice); 0 when the numbers in them differ."""
    if then.name == now.name:
        return 1.0
    if [one for one in then.name if one.isdigit()] != [one for one in now.name if one.isdigit()]:
        return 0.0
    total = then.grams.total() + now.grams.total()
    return 2 * (then.grams & now.grams).total() / total if total else 0.0
