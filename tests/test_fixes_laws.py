"""On random faulty models: a fix changes its own tokens and nothing else, mends its finding, and breaks nothing; 500 in benchmarks/measures.py."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from dinkit.editing.fixes import edits_of, together
from dinkit.fixing import fix
from dinkit.source import Memory
from faulty import Faulty, applied, faulty, findings

law = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=250,
    phases=(Phase.explicit, Phase.generate),  # making a failure smaller takes minutes
    suppress_health_check=[HealthCheck.too_slow],
)
seen: Counter[str] = Counter()


@law
@given(faulty())
def test_a_fix_does_what_it_says_and_nothing_else(case: Faulty) -> None:
    for one in applied(case):
        seen[one.finding.slug] += 1
        assert one.wrong == (), one.finding


@settings(law, max_examples=60)
@given(faulty())
def test_fixing_ends_and_leaves_nothing_that_can_be_fixed(case: Faulty) -> None:
    done = fix(["din.yaml"], Memory({"din.yaml": case.text}))
    again = fix(["din.yaml"], Memory({"din.yaml": done.changed["din.yaml"][1] if done.changed else case.text}))
    assert (again.fixed, again.changed) == ((), {})
    assert sum(one.severity == "error" for one in done.left) <= sum(one.severity == "error" for one in findings(case.text)) or any(
        one.code == "DIN004" for one in findings(case.text)
    )


def test_the_faults_were_of_many_sorts() -> None:
    """The property says little unless fixes of all sorts were tried."""
    if not seen:
        pytest.skip("runs behind the property")
    assert len(seen) >= 15, seen
    assert seen.total() >= 150, seen


def test_fixes_that_overlap_wait_for_the_next_round() -> None:
    text = "doelen: {aaaa: A, bbbb: B}\ninspanningen:\n  x: {naam: X, draagt_bij_aan: [aaaaa, aaaaa, bbbbb]}\n"
    found = findings(text)
    chosen = together(found)
    edits = [edit for some in edits_of(chosen).values() for edit in some]
    assert all(one.end <= other.start for one, other in itertools.pairwise(edits))
