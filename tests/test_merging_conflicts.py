"""Two people who change the same thing: it is named, both versions stand in the file, and everything else is merged all the same."""

from __future__ import annotations

import re
from functools import cache

import pytest

from dinkit.merging.run import Merged, merge
from merging_clashes import CLASHES, clash_of
from support import loaded

PER_SORT = 10
HUNK = re.compile(r"(?ms)^<{7} ours\n(.*?)^={7}\n(.*?)^>{7} theirs\n")


made = cache(clash_of)


@cache
def merged(seed: int) -> Merged:
    clash = made(seed)
    return merge(clash.base.encode(), clash.ours.encode(), clash.theirs.encode())


def solved(text: str, side: int) -> str:
    """Take one side of every conflict, as somebody would by hand."""
    return HUNK.sub(lambda match: match[side], text)


@pytest.mark.parametrize("seed", range(CLASHES * PER_SORT))
def test_a_conflict_is_named_and_holds_both_sides(seed):
    clash, result = made(seed), merged(seed)
    text = result.data.decode()
    named = [(one.element, one.path[0] if one.path else None) for _, one in result.conflicts]
    assert set(named) == {(clash.element, clash.field)}
    assert all(said in text for said in clash.said)
    lines = text.splitlines()
    assert all(lines[line - 1].startswith("<<<<<<< ours") for line, _ in result.conflicts)


@pytest.mark.parametrize("seed", range(CLASHES * PER_SORT))
def test_either_side_of_the_conflicts_gives_a_whole_file(seed):
    clash, text = made(seed), merged(seed).data.decode()
    for side in (1, 2):
        chosen = solved(text, side)
        assert not re.search("(?m)^[<=>|]{7}", chosen)
        assert "DIN004" not in {finding.code for finding in loaded(chosen).findings}
        assert any(said in chosen for said in clash.said) or len(clash.said) == 1
