"""What a picture of a change says once of two values, and how it makes room so that the new value is never what is cut off."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from change_support import comparison, drawn, resolved, seen, svg_of
from dinkit.drawing import style
from dinkit.drawing.change.boxes import boxes_of
from dinkit.drawing.change.page import SIGNS_APART
from dinkit.drawing.change.parts import Parts, parts_of
from dinkit.drawing.change.runs import Run, broken, fitted
from dinkit.drawing.change.sheets import SHEETS
from dinkit.drawing.metrics import width_of

TREE = """\
model: m
doelen:
  een: {naam: Een, nummer: I, subdoelen: {links: {naam: Links, subdoelen: {blad: Blad, tak: Tak}}}}
  twee: {naam: Twee, nummer: II, subdoelen: {rechts: {naam: Rechts, subdoelen: {twijg: Twijg}}}}
inspanningen:
"""
WORK = "  w{at}: {{naam: Werk {at}, draagt_bij_aan: [{main}, {goal}]}}\n"
MANY = TREE + "".join(WORK.format(at=at, main="een" if at < 5 else "twee", goal="blad" if at < 5 else "twijg") for at in range(8))


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("20 (2022)", "30 (2022)", Parts("20", "30", "", "(2022)")),
        ("20 (2022, letterlijk ruim 20)", "30 (2022)", Parts("20 (letterlijk ruim 20)", "30", "", "(2022)")),
        ("2019 (letterlijk in 2019)", "2019 (letterlijk dit jaar)", Parts("letterlijk in 2019", "letterlijk dit jaar", "2019", "")),
        ("2019", "2019 (vaag)", Parts("", "vaag", "2019", "")),
        ("'A'", "'A', 'B'", Parts("", "'B'", "'A'", "")),
        ("'A', 'B'", "'C', 'B'", Parts("'A'", "'C'", "'B'", "")),
        ("'A', 'B'", "'B', 'A'", Parts("'A', 'B'", "'B', 'A'", "", "")),
        ("a (b), c (d)", "a (b), c (e)", Parts("a (b), c (d)", "a (b), c (e)", "", "")),
        ("a (b (x, y), c)", "z (b (x, y))", Parts("a (c)", "z", "", "(b (x, y))")),
        ("a (b", "a (c", Parts("a (b", "a (c", "", "")),
        ("eerst", "nu", Parts("eerst", "nu", "", "")),
    ],
)
def test_what_two_values_share_is_told_once(old: str, new: str, parts: Parts) -> None:
    assert parts_of(old, new) == parts


@given(*[st.text("ab ,()'", max_size=14)] * 2)
def test_parts_hold_every_letter_of_both_values_and_differ_where_these_do(old: str, new: str) -> None:
    parts = parts_of(old, new)
    for value, own in ((old, parts.old), (new, parts.new)):
        assert set(re.findall(r"\w", value)) <= set(re.findall(r"\w", own + parts.before + parts.after))
    assert parts.old or parts.new or not (old or new)


def test_the_new_value_is_shortened_last() -> None:
    runs = [Run("streefwaarden:", style.ROW), Run("heel lang " * 30, style.ROW, struck=True), Run("het nieuwe getal 8000", style.ROW)]
    lines = fitted(runs, 100.0, 5)
    assert len(lines) <= 5
    text = " ".join(run.text for line in lines for run in line)
    assert text.startswith("streefwaarden:")
    assert "…" in text
    assert re.sub(r"\s+", " ", text).endswith("het nieuwe getal 8000")
    assert not any("8000" in run.text for line in broken(runs, 100.0, 5) for run in line)


def test_a_word_that_is_too_long_goes_on_after_a_hyphen_and_a_sign_stays_with_its_number() -> None:
    pieces = [line[0].text for line in broken([Run("ondernemersklimaat", style.ROW)], 60.0)]
    assert all(piece.endswith("-") for piece in pieces[:-1])
    assert len(pieces[-1]) >= 4
    assert "".join(piece.removesuffix("-") for piece in pieces) == "ondernemersklimaat"
    assert all(width_of(piece, style.ROW) <= 60.0 for piece in pieces)
    width = width_of("nu circa €", style.ROW) + 1
    assert [line[0].text for line in broken([Run("nu circa € 125", style.ROW)], width)] == ["nu circa", "€\u00a0125"]


def test_of_one_relation_everything_is_told_under_its_name_once() -> None:
    old = TREE + "  w: {naam: Werk, draagt_bij_aan: {blad: {gewicht: +, onderbouwing: aanname}}}\n"
    said = "\n".join(seen(svg_of(drawn(old, old.replace("gewicht: +", "gewicht: ++").replace("aanname", "ervaring")))))
    assert said.count("draagt bij aan") == 1
    assert "gewicht: ~~+~~ **++** onderbouwing: ~~aanname~~ **ervaring**" in said.replace(" | ", " ")


def test_an_effort_stands_under_the_heading_that_it_has_in_the_whole_picture() -> None:
    changed = resolved(comparison(MANY, MANY.replace("naam: Werk 7", "naam: Arbeid").replace("naam: Werk 1,", "naam: Arbeid 1,")))
    under = {band.goal: band.efforts for band in changed.view.bands}
    assert under["twee"] == ("w7",)
    assert "w1" in under["een"]
    assert "" not in under


def test_no_box_is_higher_in_the_old_or_the_new_state_than_where_it_stands() -> None:
    changed = resolved(comparison(MANY, MANY.replace("blad: Blad, ", "").replace(", blad]", "]")))
    for sheet in SHEETS:
        for detail in ("full", "brief"):
            room = {name: box.height for name, box in boxes_of(changed, sheet, detail, "change").items()}
            for face in ("old", "new"):
                assert all(box.height <= room[name] for name, box in boxes_of(changed, sheet, detail, face).items())


def test_signs_on_a_bundle_of_lines_are_clear_of_each_other_and_of_boxes() -> None:
    page = drawn(MANY, MANY.replace(", blad]", "]")).change.page
    signs = [(float(x), float(y)) for x, y in re.findall(r'\tme\d+ \[.*?pos="([-\d.]+),([-\d.]+)"\]', page.dot)]
    assert len(signs) == 5
    assert all(max(abs(a - c), abs(b - d)) >= SIGNS_APART for at, (a, b) in enumerate(signs) for c, d in signs[at + 1 :])
