"""Every kind of fault that a person makes, injected in the shipped model: found in one run, on its token, told once, and nothing else with it.

The whole corpus is measured by benchmarks/measures.py, which writes docs/measures.md; here a sample of it must hold.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mutations import KINDS, Mutation, almelo, alone, apply, findings, suggested, threes, typing_errors, unmutated, verdict

MEASURES = Path(__file__).parent.parent / "docs/measures.md"


def told(mutations: list[Mutation]) -> list[str]:
    """What is wrong with the verdict on a run, one line per fault that is not told exactly once on its token, or finding elsewhere."""
    found = verdict(mutations)
    wrong = [f"{one.kind}: {[each.message.en for each in told]}" for one, told in zip(mutations, found.told, strict=True) if len(told) != 1]
    return wrong + [f"elsewhere: {one.code} {one.location.file}:{one.location.span.line} {one.message.en}" for one in found.stray]


def test_there_are_many_kinds() -> None:
    assert len(KINDS) >= 60


def test_the_corpus_knows_every_file_of_the_model() -> None:
    assert len(almelo().texts) == 13
    assert apply(almelo(), []) == almelo().texts
    assert len(findings(dict(almelo().texts))) >= len(unmutated()) > 0


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_fault_alone_is_told_once_on_its_token(name: str) -> None:
    (mutations,) = alone(name, 1)
    assert told(mutations) == []


@pytest.mark.parametrize("seed", range(40))
def test_three_faults_are_told_three_times(seed: int) -> None:
    assert told(threes(seed)) == []


def test_of_two_faults_in_the_syntax_of_a_file_the_first_is_told_and_other_files_are_still_checked() -> None:
    broken = "din/inspanningen-1.yaml"
    early = min((one for [one] in alone("colon-in-a-text", 30) if one.file == broken), key=lambda one: one.start)
    second = max((one for [one] in alone("at-sign-first", 30) if one.file == broken), key=lambda one: one.start)
    (elsewhere,) = next(run for run in alone("value-mistyped", 30) if run[0].file != broken)
    found = verdict([early, second, elsewhere])
    assert [len(one) for one in found.told] == [1, 0, 1]
    assert found.stray == []


def test_an_id_with_a_typing_error_gets_the_id_that_was_meant() -> None:
    runs = [typing_errors(seed, 25) for seed in range(8)]
    assert sum(map(suggested, runs)) >= 0.95 * sum(map(len, runs))


def test_the_page_of_measures_has_every_kind_and_keeps_the_bounds() -> None:
    """The whole corpus takes minutes, so its page is written by hand: `python benchmarks/measures.py`."""
    rows = re.findall(
        r"^\| ([a-z0-9-]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", MEASURES.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert [row[0] for row in rows] == sorted(KINDS)
    for name, faults, found, on_the_token, messages, elsewhere, _ in rows:
        assert found == on_the_token == messages == faults, name
        assert (int(faults) > 0, elsewhere) == (True, "0"), name
