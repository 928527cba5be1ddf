"""No rule looks at every pair: four times the elements are at most four times the calls, also on models made to be hard.

Calls of functions are counted, those of C included, since they are the same on every machine and in every run; time is not.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from dinkit.network import Network
from rules_support import rules
from support import loaded

SMALL, LARGE = 150, 600
SLACK = 300
"""Calls that a rule may need more, whatever the size: groups are cut at a fixed number."""


def efforts(fields: Callable[[int], str]) -> Callable[[int], str]:
    return lambda count: "inspanningen:\n" + "".join(f"  e{at}: {{{fields(at)}}}\n" for at in range(count)) + f"  e{count}: Eind\n"


MODELS: dict[str, Callable[[int], str]] = {
    "requirements in a row, each too early": efforts(lambda at: f"naam: Werk {at} doen, planning: 2019..2020, vereist: [e{at + 1}]"),
    "names that differ in three letters": efforts(lambda at: f"naam: Werken {chr(97 + at % 26)}{chr(97 + at // 26)} in de wijk Kerkelanden"),
    "the same name": efforts(lambda at: "naam: Loket openen"),
    "work that is the same as the next": efforts(lambda at: f"naam: Werk {at} doen, zelfde_als: e{at + 1}"),
    "parts of the next": efforts(lambda at: f"naam: Werk {at} doen, planning: 20{at % 90 + 10}, hoort_ook_bij: [e{at + 1}]"),
    "links that lead nowhere": lambda count: "doelen: {a: Meer banen}\n" + efforts(lambda at: f"naam: Werk {at} doen, draagt_bij_aan: zq{at}x")(count),
    "keys that are none": efforts(lambda at: f"naam: Werk {at} doen, kleur: e{at + 1}, herkomst: blauw"),
    "one goal for all": lambda count: (
        "doelen: {a: {naam: Meer banen, streefdatum: 2020}}\nstakeholders: {p: P}\nafspraken: {x: {naam: X, planning: 2019..2021}}\n"
        + efforts(lambda at: f"naam: Werk {at} doen, planning: 20{at % 40 + 10}, steunt_op: x, draagt_bij_aan: {{a: 0.{at % 89 + 10}}}, stakeholders: {{p: lid}}")(count)
    ),
    "goals in a row": lambda count: (
        "inspanningen: {e: {naam: Werven, draagt_bij_aan: g0}}\ndoelen:\n"
        + "".join(f"  g{at}: {{naam: Meer banen {at}, draagt_bij_aan: [g{at + 1}], streefdatum: 2019, beeindigd: 2018}}\n" for at in range(count))
        + f"  g{count}: Eind\n"
    ),
    "parties of one name": lambda count: "stakeholders:\n" + "".join(f"  p{at}: Gemeente Almelo\n" for at in range(count)),
    "measurements of one indicator": lambda count: (
        "peildatum: 2030\ndoelen: {a: Meer banen}\nindicatoren: {i: {naam: I, eenheid: b, meet: a, meetfrequentie: jaarlijks}}\nmetingen:\n"
        + "".join(f"  m{at}: {{van: i, waarde: {at}, datum: {2000 + at // 24}-{at // 2 % 12 + 1:02}}}\n" for at in range(count))
    ),
}  # fmt: skip


def calls(check: Callable[[Network], Any], network: Network) -> int:
    """How many functions a rule calls for a network."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        for _ in check(network):
            pass
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("model", MODELS)
def test_four_times_the_elements_are_four_times_the_calls(model: str) -> None:
    small, large = (loaded(MODELS[model](count)).network for count in (SMALL, LARGE))
    grown = {name: (calls(rule.check, small), calls(rule.check, large)) for name, rule in rules().items()}
    assert {name: counts for name, counts in grown.items() if counts[1] > 4.5 * counts[0] + SLACK} == {}
