"""True conflicts of one file: three texts in, and the words in which they are told."""

from __future__ import annotations

import pytest

from dinkit.merging.pieces import Labels
from dinkit.merging.run import Merged
from dinkit.merging.words import told
from test_merging_cases import BASE, TREE, WORK, changed, merged

_A_WITH_PARTS = "  a:\n    naam: A\n    subdoelen:\n      c: C\n      d: D\n"


def conflicts(result: Merged) -> list[str]:
    return [told(conflict).nl for _, conflict in result.conflicts]


TRUE = {
    "a name": (
        BASE,
        [("a: A", "a: X")],
        [("a: A", "a: Y")],
        ["'a', veld 'naam': aan beide kanten anders veranderd: 'X' (onze kant), 'Y' (hun kant)"],
    ),
    "removed and changed": (BASE, [("  a: A\n", "")], [("a: A", "a: Y")], ["'a': aan onze kant weggehaald, aan hun kant veranderd"]),
    "changed and removed": (BASE, [("a: A", "a: Y")], [("  a: A\n", "")], ["'a': aan hun kant weggehaald, aan onze kant veranderd"]),
    "renamed and changed": (
        BASE,
        [("a: A", "aa: A")],
        [("a: A", "a: Y")],
        ["'a': aan onze kant weggehaald of hernoemd tot 'aa', aan hun kant veranderd"],
    ),
    "added twice": (
        BASE,
        [("  p: P", "  p: P\n  q: Q")],
        [("  p: P", "  p: P\n  q: R")],
        ["'q': aan beide kanten toegevoegd, maar niet gelijk: 'Q' (onze kant), 'R' (hun kant)"],
    ),
    "a part of what is gone": (TREE, [(_A_WITH_PARTS, "")], [("c: C", "c: CC")], ["'a': aan onze kant weggehaald, aan hun kant veranderd (c)"]),
    "moved out of what is gone": (
        TREE,
        [(_A_WITH_PARTS, "")],
        [("      c: C\n", ""), ("  b: B", "  b: B\n  c: C")],
        ["'c': aan onze kant weggehaald, aan hun kant veranderd (verplaatst)"],
    ),
    "a remark about what is gone": (
        BASE,
        [("  a: A\n", "")],
        [("  a: A", "  # let op\n  a: A")],
        ["'a': aan onze kant weggehaald, aan hun kant veranderd (de opmerking erbij)"],
    ),
    "each below the other": (
        BASE,
        [("  a: A\n", ""), ("  b: B", "  b:\n    naam: B\n    subdoelen:\n      a: A")],
        [("  b: B\n", ""), ("  a: A", "  a:\n    naam: A\n    subdoelen:\n      b: B")],
        [
            "'a': aan beide kanten verplaatst, maar niet naar dezelfde plek",
            "'b': aan beide kanten verplaatst, maar niet naar dezelfde plek",
        ],
    ),
    "a field added twice": (
        WORK,
        [("naam: W", "naam: W\n    omschrijving: X")],
        [("naam: W", "naam: W\n    omschrijving: Y")],
        ["'w', veld 'omschrijving': aan beide kanten toegevoegd, maar niet gelijk: 'X' (onze kant), 'Y' (hun kant)"],
    ),
    "a value of parts added twice": (
        WORK.replace("    planning: {start: 2019, eind: 2020}\n", ""),
        [("    bron", "    planning: {start: 2019}\n    bron")],
        [("    bron", "    planning: {eind: 2020}\n    bron")],
        ["'w', veld 'planning': aan beide kanten toegevoegd, maar niet gelijk: '{start: 2019}' (onze kant), '{eind: 2020}' (hun kant)"],
    ),
    "a role": (
        WORK,
        [("trekker", "partner")],
        [("trekker", "adviseur")],
        ["'w', veld 'stakeholders.p': aan beide kanten anders veranderd: 'partner' (onze kant), 'adviseur' (hun kant)"],
    ),
    "an amount": (
        WORK,
        [("1000", "1500")],
        [("1000", "1700")],
        ["'w', veld 'geld (1)': aan beide kanten anders veranderd: 'bedrag: 1500' (onze kant), 'bedrag: 1700' (hun kant)"],
    ),
    "an amount removed": (
        WORK,
        [("      - {bedrag: 1000, soort: uitgave}\n", "")],
        [("1000", "1700")],
        ["'w', veld 'geld (1)': aan onze kant weggehaald, aan hun kant veranderd (bedrag)"],
    ),
    "a comment": (
        BASE,
        [("# de doelen", "# onze doelen")],
        [("# de doelen", "# hun doelen")],
        ["veld 'doelen': de opmerking met '#' is aan beide kanten anders veranderd"],
    ),
}


@pytest.mark.parametrize("case", TRUE)
def test_a_true_conflict_is_told(case):
    base, ours, theirs, wanted = TRUE[case]
    result = merged(base, changed(base, *ours), changed(base, *theirs))
    assert conflicts(result) == wanted
    assert all(new.strip() in result.data.decode() for _, new in (*ours, *theirs) if "\n" not in new)


def test_sides_with_a_name_are_called_by_it():
    result = merged(BASE, changed(BASE, ("a: A", "aa: A")), changed(BASE, ("a: A", "a: Y")))
    said = told(result.conflicts[0][1], Labels("HEAD", "abc", "jan/plan"))
    assert said.nl == "'a': in 'HEAD' weggehaald of hernoemd tot 'aa', in 'jan/plan' veranderd"
    assert said.en == "'a': removed or renamed to 'aa' in 'HEAD', changed in 'jan/plan'"


def test_a_long_text_is_cut_off_in_the_words_and_whole_in_the_file():
    long = "Veel " * 30 + "werk"
    result = merged(BASE, changed(BASE, ("a: A", f"a: {long}")), changed(BASE, ("a: A", "a: Y")))
    assert f"'{long[:57]}...' (onze kant)" in conflicts(result)[0]
    assert f"  a: {long}\n" in result.data.decode()
