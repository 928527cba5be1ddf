"""docs/rule-catalogue.md judges every proposal once, and names every rule and none that does not exist."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from content_support import loaded
from dinkit.checking.run import check
from dinkit.model.records import Effort, Goal, Stakeholder
from dinkit.rules._language import DUTCH, act_in, has_direction, is_name, may_be_work
from rules_support import rules

PAGE = (Path(__file__).parent.parent / "docs/rule-catalogue.md").read_text(encoding="utf-8")
PROPOSALS = {"S": 17, "F": 9, "M": 8, "E": 7, "T": 6, "W": 4, "P": 1}
"""Series -> how many rules were proposed in it."""
CODE = re.compile(r"DIN[1-9][0-9]{2}")
MODELS = ("din", "almelo-2019", "almelo-2022", "hengelo-2018")


def rows(heading: str) -> list[list[str]]:
    """The cells of every row of the tables below a heading, without the heads of the tables."""
    part = PAGE.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line.startswith("|")]
    return [row for row in cells if not set(row[0]) <= {"-"} and row[0] not in ("proposal", "rule", "finding")]


def test_every_proposal_is_judged_once_and_in_order() -> None:
    wanted = [f"{series}{number:02}" for series, count in PROPOSALS.items() for number in range(1, count + 1)]
    assert len(wanted) == 52
    assert [row[0] for row in rows("Proposals")] == wanted


@pytest.mark.parametrize("row", rows("Proposals"), ids=lambda row: row[0])
def test_a_proposal_became_rules_or_was_left_out_for_a_reason(row: list[str]) -> None:
    _, asks, became, why = row
    assert asks
    assert re.fullmatch(rf"{CODE.pattern}(?:, {CODE.pattern})*", became) or (became == "left out" and len(why) > 40)


def test_the_page_names_every_rule_and_no_other() -> None:
    known = {rule.code for rule in rules().values()}
    assert set(CODE.findall(PAGE)) == known
    judged = {code for row in rows("Proposals") for code in CODE.findall(row[2])}
    beyond = {row[0] for row in rows("Beyond the proposals")}
    assert judged | beyond == known
    assert judged & beyond == set()


def test_every_finding_on_the_shipped_models_is_judged() -> None:
    """The counts per model are those of `dinkit validate`, each finding has one judgement, and none is a false alarm."""
    found = [Counter(finding.code for finding in check(loaded(model))) for model in MODELS]
    *judged, totals = [(row[0], [int(cell) for cell in row[1:8]]) for row in rows("The four shipped models, finding by finding")]
    assert {code: counts[:4] for code, counts in judged} == {code: [one[code] for one in found] for code in sorted(set().union(*found))}
    assert all(sum(counts[:4]) == sum(counts[4:]) for _, counts in judged)
    assert totals == ("all", [sum(column) for column in zip(*(counts for _, counts in judged), strict=True)])
    assert totals[1][6] == 0


def test_the_numbers_on_wording_are_those_of_the_names_of_the_models() -> None:
    networks = [loaded(model).network for model in MODELS]
    goals, efforts = ([one.name for network in networks for one in network.of(kind)] for kind in (Goal, Effort))
    undirected = [name for name in set(goals) if not has_direction(name, DUTCH)]
    idle = [name for name in set(efforts) if is_name(name) and not may_be_work(name, DUTCH)]
    assert not any(act_in(name, DUTCH) for name in goals)
    bare = {row[0]: row[1:3] for row in rows("Rules about wording: how often they are wrong") if row[1].isdigit() and len(row) == 5}
    assert bare == {
        "DIN201": [str(len(set(goals))), str(len(undirected))],
        "DIN202": [str(len(set(goals))), "0"],
        "DIN204": [str(len(set(efforts))), str(len(idle))],
    }
    counts = f"{len(goals)} goals and {len(efforts)} efforts ({len(set(goals))} and {len(set(efforts))} different names)"
    assert counts in PAGE
    assert f"no two of the {len({one.id for network in networks for one in network.of(Stakeholder)})} parties" in PAGE
