"""When two names are the same, or nearly."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinkit.model.names import nearly_equal, nearly_equal_pairs, plain_name


@pytest.mark.parametrize(
    ("one", "other"),
    [("Café Ons", "cafe  ons"), ("ROC van-Twente", "roc van twente"), ("B&W", "b w"), ("STRASSE", "straße")],
)
def test_the_way_of_writing_makes_no_other_name(one: str, other: str) -> None:
    assert plain_name(one) == plain_name(other)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("werkplein", "werkplien", False),  # two letters of nine
        ("werkplein", "werkpleen", True),
        ("stadsbankoostnederland", "stadsbnakoostnederland", True),
        ("roc", "roz", False),
        ("wijkteam12", "wijkteam13", False),
        ("abc", "abc", False),
    ],
)
def test_nearly_is_few_letters_and_never_a_number(one: str, other: str, near: bool) -> None:
    assert nearly_equal(one, other) is near
    assert nearly_equal(other, one) is near


@given(st.lists(st.text("ab1", min_size=5, max_size=16), unique=True, max_size=12))
def test_the_pairs_are_those_of_comparing_all_with_all(names: list[str]) -> None:
    assert list(nearly_equal_pairs(names)) == sorted(pair for pair in combinations(sorted(names), 2) if nearly_equal(*pair))
