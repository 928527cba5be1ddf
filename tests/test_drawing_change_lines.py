"""The lines of a change: drawn as long as their columns fit, plain about what hinders, and about what first ran by way of a part."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from change_support import comparison, drawn, resolved, seen, svg_of, words
from dinkit.drawing.change.foot import foot_of
from dinkit.drawing.change.picture import ChangePicture
from dinkit.drawing.change.sheets import is_too_wide, sheets_for, worth_a_try
from dinkit.drawing.finish import SVG
from dinkit.drawing.picture import is_legible
from dinkit.drawing.style import ENDS_APART

SIX = """\
model: m
doelen:
  g: {naam: Gezonde stad, subdoelen: {a: {naam: Meer bewegen, subdoelen: {a1: Meer sporters}}}}
baten:
  ba: {naam: Minder zorgkosten, draagt_bij_aan: a1}
vermogens:
  v: {naam: Sporten begeleiden, draagt_bij_aan: ba}
inspanningen:
  x: {naam: Coaches opleiden, draagt_bij_aan: v}
"""
HINDERED = """\
model: m
doelen:
  g: {naam: Gezond, subdoelen: {h: {naam: Bewegen}, k: {naam: Slapen}}}
inspanningen:
  b: {naam: Bos planten, draagt_bij_aan: k}
  c: {naam: Coach inhuren, draagt_bij_aan: h}
"""
HINDERS = HINDERED.replace("draagt_bij_aan: k", "draagt_bij_aan: k, remt: h")
PARTS = """\
model: m
doelen:
  g: {naam: Gezond, subdoelen: {h: {naam: Bewegen}}}
inspanningen:
  a: {naam: Aanpak, onderdelen: {d: {naam: Deel, draagt_bij_aan: h}, e: {naam: Einde}}}
  c: {naam: Coach, draagt_bij_aan: {h: {gewicht: +}}}
"""
OWN = PARTS.replace("naam: Aanpak,", "naam: Aanpak, draagt_bij_aan: h,")


def deep(levels: int, name: str) -> str:
    """A model with so many levels of goals; `name` goes before all their names."""
    above = "".join(f"g{at}: {{naam: {name} {at}, subdoelen: {{" for at in range(levels - 1))
    return f"model: m\ndoelen:\n  {above}laatste: {name}{'}}' * (levels - 1)}\ninspanningen:\n  x: {{naam: Werk, draagt_bij_aan: laatste}}\n"


def edges_of(picture: ChangePicture) -> dict[tuple[str, str, str], tuple[str, str]]:
    """Per line what happened to it, and the key of the words for it."""
    changed = picture.changed
    return {
        (edge.source, edge.type, edge.target): (state, key)
        for edge, state, key in zip(changed.view.edges, changed.lines, changed.happened, strict=True)
    }


def test_six_columns_are_drawn_with_lines() -> None:
    picture = drawn(SIX, SIX.replace("draagt_bij_aan: v}", "draagt_bij_aan: [v, a1]}").replace("naam: Sporten b", "naam: B"))
    assert len(picture.changed.view.columns) == 6
    assert edges_of(picture)["x", "contributes_to", "a1"] == ("added", "line-added")
    assert [line for line in seen(svg_of(picture)) if line.startswith("edge added")] == ["edge added [1x2.6]"] * 2  # one of the legend
    assert is_legible(picture.change.page)
    assert "Te " not in " ".join(words(svg_of(picture)))


def test_narrow_sheets_are_only_for_columns_that_fit_on_no_other() -> None:
    four, six = resolved(comparison(PARTS, OWN)).view.columns, resolved(comparison(SIX, SIX), whole=True).view.columns
    assert not [sheet.name for sheet in sheets_for(four, "A3") if sheet.name.startswith(("slim", "thin"))]
    assert "slim" in [sheet.name for sheet in sheets_for(six, "A3")]
    assert "slim" not in [sheet.name for sheet in sheets_for(six, "A2")]
    assert not is_too_wide(six, "A3")
    assert is_too_wide(six, "A5")


def test_what_is_too_wide_says_so_and_what_is_too_much_too() -> None:
    wide = words(svg_of(drawn(deep(9, "Doel"), deep(9, "Oogmerk"))))
    assert next(line for line in wide if line.startswith("Te ")).startswith("Te breed voor een tekening met lijnen op A3: ")
    many = "".join(f"  w{at}: {{naam: Nog een werk dat zelf {at} heet, draagt_bij_aan: h}}\n" for at in range(60))
    much = words(svg_of(drawn(PARTS, PARTS + many)))
    assert next(line for line in much if line.startswith("Te ")).startswith("Te veel voor een tekening met lijnen op A3: ")


def test_goals_that_make_it_too_wide_and_did_not_change_are_left_out() -> None:
    old = deep(9, "Doel")
    picture = drawn(old, old.replace("naam: Werk", "naam: Arbeid"))
    assert [node.id for node in picture.changed.view.nodes] == ["x", "laatste"]
    assert edges_of(picture) == {("x", "contributes_to", "laatste"): ("same", "line-same")}


@pytest.mark.parametrize(("old", "new", "state"), [(HINDERED, HINDERS, "added"), (HINDERS, HINDERED, "removed")])
def test_a_line_that_hinders_ends_in_a_bar_and_keeps_the_sign_of_its_state(old: str, new: str, state: str) -> None:
    picture = drawn(old, new)
    root = svg_of(picture)
    assert edges_of(picture)["b", "hinders", "h"] == (state, f"line-{state}")
    assert "remt: dwarsstreep aan het eind" in " ".join(words(root))
    at = [edge.type for edge in picture.changed.view.edges].index("hinders") + 1
    group = next(one for one in root.iter(f"{{{SVG}}}g") if one.get("id") == f"e{at}")
    wide, high = _size(group.findall(f".//{{{SVG}}}polygon")[0])
    assert high > 5 * wide
    assert high > 10
    assert group.get("class") == f"edge change-{state}"


def test_what_hinders_is_in_the_legend_only_where_it_occurs() -> None:
    picture = drawn(HINDERS, HINDERS.replace("naam: Bos", "naam: Bomen"), language="en")
    assert "hinders: bar at the end" in " ".join(words(svg_of(picture)))
    assert "remt" not in " ".join(words(svg_of(drawn(HINDERED, HINDERED.replace("naam: Bos", "naam: Bomen")))))


def _size(polygon: ET.Element) -> tuple[float, float]:
    """How wide and how high a polygon is."""
    points = [tuple(map(float, point.split(","))) for point in polygon.get("points", "").split()]
    return (max(x for x, _ in points) - min(x for x, _ in points), max(y for _, y in points) - min(y for _, y in points))


@pytest.mark.parametrize(
    ("old", "new", "key", "said"),
    [
        (PARTS, OWN, "line-first", "lijn die eerst alleen via een onderdeel liep"),
        (OWN, PARTS, "line-now", "lijn die nu alleen via een onderdeel loopt"),
        (PARTS, PARTS.replace("naam: Einde", "naam: Einde, draagt_bij_aan: h"), "line-parts", "lijn via andere onderdelen dan eerst"),
    ],
)
def test_a_line_that_ran_by_way_of_a_part_says_so(old: str, new: str, key: str, said: str) -> None:
    picture = drawn(old, new)
    assert edges_of(picture)["a", "contributes_to", "h"] == ("changed", key)
    legend = " ".join(words(svg_of(picture)))
    assert said in legend
    assert "ander gewicht" not in legend
    titles = picture.change.told.titles
    assert [title for title in titles.values() if title.startswith(f"{said}: Aanpak draagt bij aan Bewegen")]


def test_the_legend_says_everything_that_a_changed_line_stands_for() -> None:
    legend = " ".join(words(svg_of(drawn(PARTS, OWN.replace("gewicht: +", "gewicht: ++")))))
    assert "lijn met ander gewicht of andere onderbouwing; lijn die eerst alleen via een onderdeel liep" in legend
    assert "via een onderdeel" not in " ".join(words(svg_of(drawn(PARTS, PARTS.replace("gewicht: +", "gewicht: ++")))))


def test_the_ends_of_lines_at_a_box_stand_apart() -> None:
    many = "".join(f"  w{at}: {{naam: Werk {at}, draagt_bij_aan: h}}\n" for at in range(6))
    picture = drawn(PARTS, PARTS + many)
    ends = sorted(float(y) for y in re.findall(r'pos="e,[-\d.]+,([-\d.]+) ', picture.change.page.dot.split("\ts1 ")[0]))
    assert len(ends) == 6
    assert min(high - low for low, high in pairwise(ends)) == pytest.approx(ENDS_APART, abs=0.02)


def test_of_sheets_that_promise_enough_the_one_with_the_widest_goals_is_taken() -> None:
    many = PARTS + "".join(f"  w{at}: {{naam: Werk {at}, draagt_bij_aan: h}}\n" for at in range(15))
    changed = resolved(comparison(many, many.replace("naam: Coach", "naam: Trainer")), whole=True)
    order = {column.key: tuple(node.id for node in changed.view.nodes if node.column == column.key) for column in changed.view.columns}
    assert worth_a_try(changed, order, "full", "A3")[0].name == "one"


def test_notes_that_fit_on_one_line_stand_together() -> None:
    assert foot_of((), ("een", "twee", "drie"), 400.0).notes == ("een · twee · drie",)
    assert foot_of((), ("Een.", "twee"), 400.0).notes == ("Een. twee",)
    assert foot_of((), ("een", "twee", "drie"), 60.0).notes == ("een · twee", "drie")


def test_a_part_takes_its_line_along_to_another_effort() -> None:
    then = PARTS.replace("d: {naam: Deel, draagt_bij_aan: h}, ", "d: {naam: Deel, draagt_bij_aan: h, onderdelen: {f: Fijn}}, ")
    now = then.replace("d: {naam: Deel, draagt_bij_aan: h, onderdelen: {f: Fijn}}, ", "").replace(
        "draagt_bij_aan: {h: {gewicht: +}}",
        "draagt_bij_aan: {h: {gewicht: +}}, onderdelen: {d: {naam: Deel, draagt_bij_aan: h, onderdelen: {f: Fijn}}}",
    )
    moved = edges_of(drawn(then, now))
    assert moved["a", "contributes_to", "h"] == ("removed", "line-removed")
    assert moved["c", "contributes_to", "h"] == ("changed", "line-parts")
    assert {state for (_, kind, _), (state, _) in moved.items() if kind == "part_of"} == {"same"}


def test_an_effort_that_stands_by_itself_now_took_its_line_along() -> None:
    alone = PARTS.replace("d: {naam: Deel, draagt_bij_aan: h}, ", "") + "  d: {naam: Deel, draagt_bij_aan: h}\n"
    moved = edges_of(drawn(PARTS, alone))
    assert moved["d", "contributes_to", "h"] == ("added", "line-added")
    assert moved["a", "contributes_to", "h"] == ("removed", "line-removed")
    assert moved["d", "part_of", "a"] == ("removed", "line-removed")
