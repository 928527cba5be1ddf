"""Comments that one side left where it took something away that the other side changed: they come out once, and each side is whole."""

from __future__ import annotations

import re

import pytest

from test_merging_cases import changed, merged

BASE = """\
model: m
inspanningen:
  a: A
  # over b
  b: B

  # --- blok twee ---

  c: C
  d:
    naam: D
    # was 2025
    planning: 2026
    # einde d
# einde
"""
TWO = """\
model: m
doelen:
  # over a
  a: A
  # over b
  b: B
  c: C
"""
CASES = {
    "commented out": (
        [("    planning: 2026", "    # planning: 2026")],
        [("2026", "2027")],
        "    # was 2025\n<<<<<<< ours\n    # planning: 2026\n=======\n    planning: 2027\n>>>>>>> theirs\n    # einde d\n",
    ),
    "its comment kept": (
        [("  b: B\n", "")],
        [("b: B", "b: BB")],
        "  # over b\n<<<<<<< ours\n=======\n  b: BB\n>>>>>>> theirs\n\n  # --- blok twee ---\n",
    ),
    "its comment kept and changed": (
        [("  c: C\n", "")],
        [("blok twee", "blok 2")],
        "\n<<<<<<< ours\n  # --- blok twee ---\n\n=======\n  # --- blok 2 ---\n\n  c: C\n>>>>>>> theirs\n  d:\n",
    ),
    "its comment taken away too": (
        [("  # over b\n  b: B\n", "")],
        [("b: B", "b: BB")],
        "  a: A\n<<<<<<< ours\n=======\n  # over b\n  b: BB\n>>>>>>> theirs\n\n",
    ),
}


def solved(text: str, side: int) -> str:
    return re.sub(r"(?ms)^<{7} ours\n(.*?)^={7}\n(.*?)^>{7} theirs\n", lambda match: match[side], text)


@pytest.mark.parametrize("case", CASES)
def test_a_comment_that_was_left_stands_between_the_markers_or_above_them_and_once(case):
    ours, theirs, wanted = (CASES[case][0], CASES[case][1], CASES[case][2])
    sides = changed(BASE, *ours), changed(BASE, *theirs)
    text = merged(BASE, *sides).data.decode()
    assert wanted in text
    assert (solved(text, 1), solved(text, 2)) == sides


@pytest.mark.parametrize("case", CASES)
def test_it_does_not_matter_which_side_left_it(case):
    ours, theirs = (changed(BASE, *pairs) for pairs in CASES[case][:2])
    text = merged(BASE, theirs, ours).data.decode()
    assert text.count("<<<<<<<") == 1
    assert (solved(text, 1), solved(text, 2)) == (theirs, ours)


def test_of_two_that_were_commented_out_each_has_its_own_comments():
    ours, theirs = changed(TWO, ("  a: A", "  # a: A"), ("  b: B", "  # b: B")), changed(TWO, ("a: A", "a: AA"), ("b: B", "b: BB"))
    assert merged(TWO, ours, theirs).data.decode() == (
        "model: m\ndoelen:\n"
        "  # over a\n<<<<<<< ours\n  # a: A\n=======\n  a: AA\n>>>>>>> theirs\n"
        "  # over b\n<<<<<<< ours\n  # b: B\n=======\n  b: BB\n>>>>>>> theirs\n  c: C\n"
    )


def test_the_comment_of_a_neighbour_stays_whichever_side_is_chosen():
    ours = changed(TWO, ("  a: A\n", ""), ("  b: B\n", ""))
    text = merged(TWO, ours, changed(TWO, ("a: A", "a: AA"))).data.decode()
    assert (solved(text, 1), solved(text, 2)) == (ours, changed(TWO, ("a: A", "a: AA"), ("  b: B\n", "")))


def test_a_comment_that_the_side_gave_to_something_new_stays_there():
    text = merged(BASE, changed(BASE, ("  b: B\n", "  bb: B\n")), changed(BASE, ("b: B", "b: BB"))).data.decode()
    assert "  # over b\n  bb: B\n" in text
    assert solved(text, 1) == changed(BASE, ("  b: B\n", "  bb: B\n"))
