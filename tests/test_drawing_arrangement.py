"""The arrangement of a picture travels inside it as data, and only what is whole is believed."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit.drawing.arrangement import Arrangement, NoArrangementError, arrangement_in, dot_with, kept, renamed, written
from dinkit.drawing.picture import picture_bytes
from test_drawing_picture import ROOT, almelo, drawn, picture

names = st.text(max_size=12)
arrangements = st.builds(Arrangement, st.dictionaries(names, st.lists(names, max_size=5).map(tuple), min_size=1, max_size=4), names)


def in_svg(data: str) -> bytes:
    """Put data in an SVG as `finished_svg` does."""
    root = ET.Element("svg")
    ET.SubElement(root, "metadata", {"id": "dinkit"}).text = data
    return ET.tostring(root, encoding="utf-8")


@pytest.mark.parametrize("form", ["svg", "dot"])
def test_it_travels_in_the_picture_and_gives_the_same_picture_again(form):
    found = picture("whole")
    data = picture_bytes(found, form)
    assert arrangement_in(data) == found.arrangement
    uncovered, loose = frozenset({"meer-banen"}), frozenset({"sociaal-woningaanbod"})
    again = drawn(almelo(), uncovered=uncovered, loose=loose, previous=arrangement_in(data))
    assert picture_bytes(again, form) == data


def test_it_holds_ids_and_nothing_of_the_machine_or_the_moment():
    found = picture("whole")
    data = json.loads(written(found.arrangement, found.fingerprint))
    assert set(data) == {"order", "sheet", "fingerprint"}
    assert {one for ids in data["order"].values() for one in ids} <= set(almelo().elements)
    assert data["fingerprint"] == found.fingerprint
    assert str(ROOT).encode() not in picture_bytes(found, "svg") + picture_bytes(found, "dot")


@given(arrangements)
@settings(max_examples=200)
def test_what_is_written_is_read_whatever_the_ids_hold(arrangement):
    data = written(arrangement, "f")
    dot = dot_with("digraph {\n}\n", arrangement, "f")
    assert arrangement_in(dot.encode()) == arrangement
    assert dot.count("\n") == 3
    if data.isascii():
        assert arrangement_in(in_svg(data)) == arrangement


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no picture by dinkit"),
        (b"<svg/>", "no picture by dinkit"),
        (b"\x89PNG\r\n\x1a\n", "does not hold the order"),
        (b"%PDF-1.7\n", "does not hold the order"),
        (b'<svg><metadata id="dinkit">no data</metadata></svg>', "damaged"),
        (b'<svg><metadata id="dinkit"></metadata></svg>', "damaged"),
        (b'<svg><metadata id="dinkit">[1]</metadata></svg>', "damaged"),
        (b'<svg><metadata id="dinkit">{"order": 1}</metadata></svg>', "damaged"),
        (b'<svg><metadata id="dinkit">{"order": {"effort": 7}}</metadata></svg>', "damaged"),
        (b'<svg><metadata id="dinkit">{"order": {"effort": ["a"]}</metadata></svg>', "damaged"),
        (b'<svg><metadata id="dinkit">&xxe;</metadata></svg>', "damaged"),
        (b'<svg><metadata id="dinkit"><a></metadata></svg>', "damaged"),
        (b'<metadata id="dinkit">' * 400_000, "no picture by dinkit"),
        (b'<svg><metadata id="dinkit">' + b"[" * 100_000 + b"</metadata></svg>", "damaged"),
        (b"digraph {}\n// dinkit: \xff\xfe\n", "damaged"),
        (b"digraph {}\n// dinkit: {}\n", "damaged"),
        (b'<svg><metadata id="dinkit">{"order": {}}</metadata></svg>', "timeline"),
    ],
)
def test_what_is_no_picture_or_damaged_is_told_apart(data, why):
    with pytest.raises(NoArrangementError, match=why) as caught:
        arrangement_in(data)
    assert caught.value.message.nl != caught.value.message.en


def test_entities_are_never_followed():
    bomb = b'<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b SYSTEM "file:///etc/passwd">]><svg><metadata id="dinkit">&b;</metadata></svg>'
    with pytest.raises(NoArrangementError, match="damaged"):
        arrangement_in(bomb)


@given(st.binary(max_size=60))
@settings(max_examples=200)
def test_no_bytes_make_it_fail_otherwise(data):
    for text in (data, b'<metadata id="dinkit">' + data + b"</metadata>", b"// dinkit: " + data):
        try:
            assert arrangement_in(text).order
        except NoArrangementError:
            continue


def test_a_new_id_takes_the_place_of_the_old_one():
    before = Arrangement({"effort": ("a", "b", "c")}, "wide")
    assert renamed(before, {"b": "x"}) == Arrangement({"effort": ("a", "x", "c")}, "wide")
    assert renamed(before, {"b": "c"}) == before
    assert renamed(before, {}) == before


@given(st.lists(st.sampled_from("abcdefg"), unique=True), st.lists(st.sampled_from("abcdefgxyz")))
def test_kept_has_what_there_is_in_the_order_that_was(usual, previous):
    found = kept(usual, previous)
    assert sorted(found) == sorted(usual)
    was = [one for one in dict.fromkeys(previous) if one in usual]
    assert [one for one in found if one in was] == was
    assert kept(usual, found) == found
    assert kept(usual, ()) == tuple(usual)
