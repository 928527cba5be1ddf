"""Two people who change a model at the same time and touch nothing of each other's: everything of both comes out, as it was written."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from diff_support import state
from dinkit.finding import Severity
from dinkit.merging.run import merge
from merging_oracle import expected, facts_of
from merging_support import Pair, pair_of
from support import findings_of, network_of

PAIRS = 200


made = cache(pair_of)


@cache
def merged(pair: Pair) -> str:
    result = merge(pair.base.encode(), pair.ours.encode(), pair.theirs.encode())
    assert result.conflicts == (), pair.changes
    return result.data.decode()


def comment_lines(text: str) -> list[str]:
    return sorted(line.strip() for line in text.splitlines() if line.strip().startswith("#"))


@pytest.mark.parametrize("seed", range(PAIRS))
def test_all_changes_of_both_come_out(seed):
    pair = made(seed, restyled=True) if seed % 2 else made(seed)
    text = merged(pair)
    base, ours, theirs, wanted, got = (state(network_of(one)) for one in (pair.base, pair.ours, pair.theirs, pair.wanted, text))
    assert facts_of(got) == expected(facts_of(base), facts_of(ours), facts_of(theirs)), pair.changes
    assert got == wanted, pair.changes
    assert comment_lines(text) == comment_lines(pair.wanted), pair.changes


@pytest.mark.parametrize("seed", range(0, PAIRS, 2))
def test_what_nobody_touched_stays_to_the_byte(seed):
    pair = made(seed)
    once = [{line for line, count in Counter(text.splitlines()).items() if count == 1} for text in (pair.base, pair.ours, pair.theirs)]
    assert once[0] & once[1] & once[2] <= set(merged(pair).splitlines())


def test_most_files_are_to_the_byte_what_one_person_would_have_made_of_them():
    pairs = [made(seed) for seed in range(0, PAIRS, 4)]
    assert sum(merged(pair) == pair.wanted for pair in pairs) >= len(pairs) * 0.9


@pytest.mark.parametrize("seed", range(0, PAIRS, 8))
def test_it_means_the_same_whoever_merges(seed):
    pair = made(seed)
    other = pair._replace(ours=pair.theirs, theirs=pair.ours)
    assert state(network_of(merged(pair))) == state(network_of(merged(other)))


@pytest.mark.parametrize("seed", range(0, PAIRS, 10))
def test_no_rule_finds_an_error_in_what_comes_out(seed):
    assert [finding for finding in findings_of(merged(made(seed))) if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("seed", range(0, PAIRS, 10))
def test_one_side_alone_comes_out_to_the_byte(seed):
    pair = made(seed)
    base, side = pair.base.encode(), pair.theirs.encode()
    assert merge(base, base, side).data == side
    assert merge(base, side, base).data == side
    assert merge(base, side, side).data == side
    assert merge(b"", side, side).data == side
