"""Project rules with anything at all in any place: never a crash, and one finding per cause."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinkit.checking.run import Decisions, judge
from dinkit.reading.load import load
from dinkit.reading.settings import load_settings
from dinkit.source import Memory

PAGE = (Path(__file__).parent.parent / "docs" / "project-rules.md").read_text(encoding="utf-8")
RULES: dict[str, Any] = {
    "DIN901": {
        "voor": "operationele_doelen",
        "eis": {"krijgt_bijdrage_van": {"inspanningen": {"geld": "gegeven", "stakeholders": {"rol": "eigenaar"}}}},
        "melding": "{naam} heeft geen inspanning",
        "reden": "zomaar",
    },
    "DIN902": {
        "voor": {"inspanningen": {"planning": {"eind": {"minstens": "2027"}}, "status": ["lopend", "gepland"]}},
        "eis": {"heeft": "besluiten", "een_van": [{"geld": {"bedrag": {"hoogstens": "100"}}}, {"niet": {"naam": "x"}}]},
        "ernst": "tip",
    },
    "DIN903": {
        "voor": ["doelen", "inspanningen"],
        "verbied": {
            "wordt_geholpen_door": {"inspanningen": None, "stappen": "onbeperkt", "minstens": "2"},
            "stakeholders": [{"rol": "eigenaar", "hoogstens": "1"}, {"rol": {"niet": "partner"}}],
        },
        "melding": {"nl": "a", "en": "b"},
    },
}
ANYTHING: tuple[Any, ...] = (
    None, "", "x", "3", "gegeven", "onbekend", "2027", True, 3, [], {}, ["x"], [["x"]], [{}], {"x": "y"}, {"x": None}, {"niet": "x"},
    {"minstens": "2"}, [{"rol": "eigenaar"}], {"inspanningen": None},
)  # fmt: skip


def places(held: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    pairs = held.items() if isinstance(held, dict) else enumerate(held) if isinstance(held, list) else ()
    for key, value in pairs:
        yield (*path, key)
        yield from places(value, (*path, key))


def with_other(path: tuple[Any, ...], value: Any) -> str:
    """The rules as a settings file, with something else in one place."""
    rules = deepcopy(RULES)
    holder: Any = rules
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return json.dumps({"projectregels": rules}) + "\n"


def test_the_rules_are_good() -> None:
    assert load_settings(Memory({"dinkit.yaml": json.dumps({"projectregels": RULES})})).findings == ()


@pytest.mark.parametrize("path", list(places(RULES)), ids=lambda path: "/".join(map(str, path)))
def test_whatever_stands_in_a_place_is_one_finding_at_most(path: tuple[Any, ...]) -> None:
    told = [load_settings(Memory({"dinkit.yaml": with_other(path, value)})).findings for value in ANYTHING]
    assert max(map(len, told)) == 1
    assert {one.code for found in told for one in found} <= {"DIN011", "DIN012", "DIN013", "DIN014", "DIN015", *(f"DIN03{at}" for at in range(5))}


SNIPPETS = (
    "\t", "'", '"', "[", "]", "{", "}", ": ", "- ", " #", "*x ", "&x ", "!x ", "? ", "| ", "\n", "  ", "null", "~", "1", "[a]", "{a: b}", "[[1]]",
    "voor", "eis", "minstens", "niet", "een_van", "stakeholders", "gegeven", "onbekend", "2019", "DIN999", "[{geld: gegeven}]",
)  # fmt: skip
PAGE_RULES = "projectregels:\n" + "".join(
    block.partition("\n")[2] for block in re.findall(r"```yaml\n(projectregels.*?)```", PAGE, re.DOTALL)
) + """\
  DIN907:
    voor: [doelen, inspanningen]
    eis: {een_van: [{naam: gegeven}, {bron: {niet: contract}}], stakeholders: [{rol: eigenaar, hoogstens: 1}, {rol: partner}]}
"""  # fmt: skip
MODEL = re.findall(r"```yaml\n# model\n(.*?)```", PAGE, re.DOTALL)[0]


@given(st.integers(0, 2**40))
def test_rules_spoilt_in_any_way_are_read_without_a_crash(seed: int) -> None:
    pick = random.Random(seed)
    text = PAGE_RULES
    for _ in range(pick.randint(1, 4)):
        at = pick.randrange(len(text))
        word = pick.choice(list(re.finditer(r"[a-z_]+|\[[^\]]*\]|\{[^{}]*\}|[0-9]+", text)))
        text = pick.choice(
            (
                text[:at] + pick.choice(SNIPPETS) + text[at:],
                text[:at] + text[at + pick.randint(1, 12) :],
                text[: word.start()] + pick.choice(SNIPPETS) + text[word.end() :],
                text[: word.start()] + word[0] * 2 + text[word.end() :],
            )
        )
    files = Memory({"din.yaml": MODEL, "dinkit.yaml": text})
    read = load_settings(files)
    assert all(0 <= one.location.span.start <= one.location.span.end <= len(text) + 1 for one in read.findings)
    judge(load("din.yaml", files), Decisions(read))
