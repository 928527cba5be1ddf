"""The proof of a merge: it knows a merge that loses or doubles anything, whoever made it."""

from __future__ import annotations

import pytest

from dinkit.editing.dissection import read_concrete
from dinkit.merging import run
from dinkit.merging.pieces import Piece
from dinkit.merging.proof import holds, lost_comments, version_of
from dinkit.merging.run import NotUnderstoodError, merge
from dinkit.merging.weave import Weaver

BASE = """\
model: m
doelen:
  a: A
  b: B
inspanningen:
  w:
    naam: W
    draagt_bij_aan: {a: '+'}
    geld: [{bedrag: 1000, soort: uitgave}, {bedrag: 2000, soort: uitgave}]
"""
OURS = BASE.replace("a: A", "a: AA").replace("{bedrag: 1000", "{bedrag: 1500")
THEIRS = BASE.replace("b: B", "b: BB").replace("{a: '+'}", "{a: '+', b: '++'}")
GOOD = OURS.replace("b: B", "b: BB").replace("{a: '+'}", "{a: '+', b: '++'}")


def proven(merged: str, base: str = BASE, ours: str = OURS, theirs: str = THEIRS) -> bool:
    version = version_of(merged)
    return holds(version_of(base), version_of(ours), version_of(theirs), (version, version))


def test_a_whole_merge_holds():
    assert proven(GOOD)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  a: AA\n", "  a: A\n"),
        ("  b: BB\n", "  b: B\n"),
        ("  b: BB\n", ""),
        ("  b: BB\n", "  b: BB\n  c: C\n"),
        (", b: '++'", ""),
        ("b: '++'", "b: '+'"),
        ("a: '+', ", ""),
        ("{bedrag: 1500, soort: uitgave}, ", ""),
        ("{bedrag: 2000, soort: uitgave}", "{bedrag: 2000, soort: uitgave}, {bedrag: 2000, soort: uitgave}"),
        ("soort: uitgave}]", "soort: bijdrage}]"),
        ("    naam: W\n", "    naam: W\n    nummer: 1\n"),
        ("    naam: W\n", "    naam: [W\n"),
    ],
)
def test_a_merge_that_loses_or_adds_anything_does_not_hold(old, new):
    assert old in GOOD
    assert not proven(GOOD.replace(old, new))


def test_a_record_that_both_added_or_removed_alike_counts_once():
    one, two, three = ("{bedrag: %d, soort: uitgave}" % amount for amount in (1000, 2000, 3000))  # noqa: UP031 - braces in it
    ours, theirs = BASE.replace(f"{one}, {two}", f"{two}, {three}"), BASE.replace(two, three)
    assert proven(BASE.replace(f"{one}, {two}", three), ours=ours, theirs=theirs)
    less = BASE.replace(f"{one}, ", "")
    assert proven(less, ours=less, theirs=less)


def test_a_lost_comment_is_named():
    texts = (BASE, BASE.replace("a: A", "a: A  # van ons"), BASE.replace("b: B", "b: B  # van hen"))
    documents = [read_concrete(text) for text in texts]
    assert lost_comments(*documents, texts[1]) == ["# van hen"]
    assert lost_comments(*documents, texts[1].replace("b: B", "b: B  # van hen")) == []


@pytest.mark.parametrize("lost", ["BB", "# van hen"])
def test_a_merge_that_fails_its_proof_is_never_handed_over(monkeypatch, lost):
    class Careless(Weaver):
        def pieces(self) -> list[Piece]:
            return [Piece(*(text.replace(lost, lost[0]) for text in one[:3])) for one in super().pieces()]

    monkeypatch.setattr(run, "Weaver", Careless)
    with pytest.raises(NotUnderstoodError, match="cannot be merged by element and field"):
        merge(BASE.encode(), OURS.encode(), THEIRS.replace("  b: BB", "  # van hen\n  b: BB").encode())
