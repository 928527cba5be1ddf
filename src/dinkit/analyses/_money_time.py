"""Money through time: what the same element was said to cost in one edition and in the next that names it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from dinkit.analyses._histories import Editions, Form, editions_of, forms_of
from dinkit.analyses._money import entries_of, value_of
from dinkit.model.values import Money
from dinkit.network import Network

MARKS = ("same", "uncertain", "differs", "gone", "new")

_FIELDS = ("type", "stream", "nature", "per", "payer")
"""What makes two amounts one measure."""


class Named(NamedTuple):
    """An amount, and the edition that says so."""

    edition: int
    """The first one, of editions that repeat it."""
    money: Money


class Step(NamedTuple):
    """An amount of one element in an edition, and what became of it in the next edition that names the element."""

    element: str
    """Its id in this network."""
    then: Named | None
    now: Named | None
    mark: str
    """"same": of one measure; "differs": not the same measure; "uncertain": on one side it is not said; "gone": the later edition names no such
    amount; "new": the earlier one named none."""
    fields: tuple[str, ...]
    """In what the measures differ, or do so perhaps."""


def steps_of(network: Network) -> tuple[Step, ...]:
    """Return every amount that changed between editions, by the order of the amounts in this network, then by id.

    What an edition repeats word for word, with its source, is no second amount. Amounts that are unknown on both sides are left out.
    """
    editions = editions_of(network)
    if len(editions.networks) == 1:
        return ()
    here = dict.fromkeys(entry.element for entry in entries_of(network))
    others = sorted(name for name in network.elements if name not in here)
    return tuple(step for element in (*here, *others) for step in _steps(editions, element))


def compared(then: Money, now: Money) -> tuple[str, tuple[str, ...]]:
    """Return whether two amounts are of one measure, and in what they are not, or perhaps not."""
    pairs = {field: (_said(then, field), _said(now, field)) for field in _FIELDS}
    apart = tuple(field for field, (before, after) in pairs.items() if before != after)
    certain = tuple(field for field in apart if None not in pairs[field])
    return ("differs", certain) if certain else ("uncertain", apart) if apart else ("same", ())


def _said(money: Money, field: str) -> str | None:
    """Return a field of an amount, or None where it says nothing."""
    value = {"type": money.type, "stream": money.stream, "nature": money.nature, "per": money.per, "payer": money.payer}[field]
    return None if value == "unknown" else value


def _steps(editions: Editions, element: str) -> Iterator[Step]:
    forms: dict[int, list[str]] = {}
    for form in forms_of(editions, Form(0, element)):
        forms.setdefault(form.edition, []).append(form.element)
    stages: list[list[Named]] = []
    for number, ids in sorted(forms.items(), reverse=True):
        before = stages[-1] if stages else []
        found = [money for one in ids for money in _money(editions, number, one)]
        stages.append([next((one for one in before if one.money == money), Named(number, money)) for money in found])
    for then, now in pairwise(stages):
        yield from (step for step in _paired(element, then, now) if _told(step))


def _money(editions: Editions, number: int, element: str) -> tuple[Money, ...]:
    money: tuple[Money, ...] = editions.networks[number].elements[element].__dict__.get("money", ())
    return money


def _told(step: Step) -> bool:
    return any(value_of(one.money) is not None for one in (step.then, step.now) if one is not None)


def _paired(element: str, then: list[Named], now: list[Named]) -> Iterator[Step]:
    """Pair the amounts of two editions: the same measure first, then by type and stream, then what is left alone on both sides."""
    before = [one for one in then if one.money not in [other.money for other in now]]
    after = [one for one in now if one.money not in [other.money for other in then]]
    pairs: list[tuple[Named, Named]] = []
    for alike in (lambda a, b: compared(a, b)[0] == "same", lambda a, b: (a.type, a.stream) == (b.type, b.stream), lambda a, b: a.type == b.type):
        for one in list(before):
            other = next((found for found in after if alike(one.money, found.money)), None)
            if other is not None:
                pairs.append((one, other))
                before.remove(one)
                after.remove(other)
    if len(before) == len(after) == 1:
        pairs.append((before.pop(), after.pop()))
    yield from (Step(element, one, other, *compared(one.money, other.money)) for one, other in pairs)
    yield from (Step(element, one, None, "gone", ()) for one in before)
    yield from (Step(element, None, one, "new", ()) for one in after)
