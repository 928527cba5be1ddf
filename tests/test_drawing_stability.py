"""Pictures stay put: whatever kind of element comes, goes or gets another name, the others keep their order."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path

import pytest

from dinkit import building
from dinkit.drawing import style
from dinkit.drawing.arrangement import Arrangement, renamed
from dinkit.drawing.boxes import sized
from dinkit.drawing.dot import chains_of, dot_of, names_of
from dinkit.drawing.layout import read_layout
from dinkit.drawing.order import first_order, next_order
from dinkit.drawing.picture import draw
from dinkit.drawing.render import run_engine
from dinkit.drawing.selection import Options
from dinkit.drawing.view import view_of
from dinkit.reading.load import load
from dinkit.source import Memory
from support import network_of

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

from random_din import random_din, text_of  # noqa: E402 - the random networks stand beside the benchmark

EVERYTHING = Options(with_stakeholders=True, size="A0", detail="rows")


@cache
def files():
    parts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in sorted((ROOT / "din").rglob("*.yaml"))}
    return parts | {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in sorted((ROOT / "models").glob("*.yaml"))}


@cache
def almelo(*changes):
    """Load the contract of Almelo; each change is a file, a text in it and what stands there instead, everywhere."""
    held = dict(files())
    for file, old, new in changes:
        assert old in held[file]
        held[file] = held[file].replace(old, new)
    loaded = load("models/din.yaml", Memory(held))
    assert loaded.findings == ()
    return loaded.network


def view_in(network, options=EVERYTHING):
    return view_of(network, options, uncovered=frozenset(), loose=frozenset(), errors=0, room=10**6)


@cache
def first(*changes):
    view = view_in(almelo(*changes))
    return first_order(view, {node.id: float(at) for at, node in enumerate(view.nodes)})


def ids_of(order):
    return {one for ids in order.values() for one in ids}


GOALS, EFFORTS = "din/doelen.yaml", "din/inspanningen-2.yaml"
MAIN = (GOALS, "\ndoelen:\n", "\ndoelen:\n  nieuw: {naam: Nieuw hoofddoel}\n")
SUBGOAL = (GOALS, "    subdoelen:\n      minder-beroep", "    subdoelen:\n      nieuw: {naam: Nieuw subdoel}\n      minder-beroep")
OPERATIONAL = (GOALS, "        subdoelen:\n          meer-banen:", "        subdoelen:\n          nieuw: {naam: Nieuw doel}\n          meer-banen:")
EFFORT = (
    EFFORTS,
    "\ninspanningen:\n",
    "\ninspanningen:\n  nieuw: {naam: Nieuwe inspanning, stakeholders: {gemeente-almelo: }, draagt_bij_aan: {groeiende-economie: , meer-banen: }}\n",
)


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ((MAIN,), "goal-0"),
        ((SUBGOAL,), "goal-1"),
        ((OPERATIONAL,), "goal-2"),
        ((EFFORT,), "effort"),
    ],
    ids=["main goal", "subgoal", "operational goal", "effort"],
)
def test_a_new_element_of_any_kind_moves_nothing_and_takes_nothing_with_it_when_it_goes(changes, column):
    before = first()
    after = next_order(view_in(almelo(*changes)), before)
    assert "nieuw" in after[column]
    assert {key: tuple(one for one in ids if one != "nieuw") for key, ids in after.items()} == before
    assert next_order(view_in(almelo()), after) == before


def test_a_new_stakeholder_moves_nothing():
    def view(*parties):
        held = "".join(f"  {one}: {one}\n" for one in parties)
        return view_in(
            network_of(
                f"doelen: {{d: D}}\nstakeholders:\n{held}inspanningen:\n  e: {{naam: E, draagt_bij_aan: d, stakeholders: [{', '.join(parties)}]}}\n"
            )
        )

    before = {"stakeholder": ("pc", "pa", "pd"), "effort": ("e",), "goal-0": ("d",)}
    after = next_order(view("pa", "pb", "pc", "pd"), before)
    assert [one for one in after["stakeholder"] if one != "pb"] == ["pc", "pa", "pd"]
    assert next_order(view("pa", "pc", "pd"), after) == before


@pytest.mark.parametrize("one", sorted(ids_of(first())), ids=str)
def test_without_any_one_box_the_others_stay(one):
    """What stood below a goal that goes hangs below the goal above it."""
    whole = view_in(almelo())
    above = {node.id: node.parent for node in whole.nodes}[one]
    nodes = tuple(node._replace(parent=above if node.parent == one else node.parent) for node in whole.nodes if node.id != one)
    edges = tuple(edge for edge in whole.edges if one not in (edge.source, edge.target))
    bands = tuple(band._replace(efforts=tuple(effort for effort in band.efforts if effort != one)) for band in whole.bands)
    after = next_order(whole._replace(nodes=nodes, edges=edges, bands=bands), first())
    assert after == {key: tuple(other for other in ids if other != one) for key, ids in first().items()}


def test_another_name_or_number_or_word_moves_nothing():
    before = first()
    named = almelo((EFFORTS, "naam: Vestigingsklimaat ondernemers bevorderen\n    nummer: 1", "naam: Aaaa\n    nummer: 99"))
    assert next_order(view_in(named), before) == before


@pytest.mark.parametrize("old", ["hier-wordt-gewerkt", "minder-beroep-op-bijstand", "meer-banen", "vestigingsklimaat-ondernemers", "port-of-twente"])
def test_an_element_with_another_id_is_known_by_its_name_and_keeps_its_place(old):
    """In the main goals and in every other column; din.json says what stood there before."""
    changes = tuple((file, old, "andere-id") for file, text in files().items() if old in text)
    now = almelo(*changes)
    din = {"elements": [{"id": one.id, "kind": one.kind, "name": one.name} for one in almelo().elements.values()]}
    names = building.other_ids(now, {"din.json": json.dumps(din).encode()}.get)
    assert names == {old: "andere-id"}
    after = next_order(view_in(now), renamed(Arrangement(first()), names).order)
    assert {key: tuple(old if one == "andere-id" else one for one in ids) for key, ids in after.items()} == first()


def test_an_element_that_says_what_it_follows_upon_keeps_its_place_whatever_its_name():
    earlier = "model: toen\ndoelen: {a: A, b: B, c: C}\n"
    later = "model: nu\nvorige_editie: toen.yaml\ndoelen: {a: A, z: {naam: Heel anders, opvolger_van: toen/b}, c: C}\n"
    network = load("nu.yaml", Memory({"nu.yaml": later, "toen.yaml": earlier})).network
    names = building.other_ids(network, lambda _: None)
    assert names == {"b": "z"}
    assert renamed(Arrangement({"goal-0": ("c", "b", "a")}), names).order == {"goal-0": ("c", "z", "a")}


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"elements": 3}', b'{"elements": [1]}', b'{"elements": [{"id": 1}]}', b"\xff", b"[" * 100_000]
)
def test_a_damaged_din_json_says_nothing_of_other_ids(damage):
    assert building.other_ids(almelo(), lambda _: damage) == {}


def test_two_elements_of_one_name_are_not_taken_for_each_other():
    before = {"elements": [{"id": one, "kind": "goal", "name": "Meer banen"} for one in ("a", "b")]}
    now = network_of("doelen: {x: Meer banen, y: Meer banen}\n")
    assert building.other_ids(now, lambda _: json.dumps(before).encode()) == {}
    one_left = {"elements": before["elements"][:1]}
    assert building.other_ids(now, lambda _: json.dumps(one_left).encode()) == {}


@pytest.mark.parametrize(("seed", "boxes"), [(2, 60), (5, 60), (2, 120)])
def test_the_engine_keeps_the_order_where_long_lines_pass_a_column(seed, boxes):
    view = view_in(network_of(text_of(random_din(seed, boxes))), Options())
    rank = {column.key: at for at, column in enumerate(view.columns)}
    column_of = {node.id: rank[node.column] for node in view.nodes}
    assert any(abs(column_of[edge.source] - column_of[edge.target]) > 1 for edge in view.edges)
    order = first_order(view, {})
    dot = dot_of(view, sized(view, style.SHEETS["across"][0]), order, gap=60.0)
    places = read_layout(run_engine(dot, layout="dot", format_name="json0", timeout=60)).places
    for chain in chains_of(view, order).values():
        heights = [places[names_of(view)[one]].y for one in chain]
        assert heights == sorted(heights, reverse=True)


def test_a_picture_by_theme_keeps_the_order_of_what_was_there():
    text = "themas: {t: T, u: U}\ninspanningen:\n"
    one = "  {0}: {{naam: {1}, raakt: t}}\n".format
    before = drawn(text + one("a", "Bbb") + one("b", "Ccc")).arrangement
    assert before.order == {"/groups": ("t", "u"), "t": ("a", "b")}
    turned = Arrangement({"/groups": ("u", "t"), "t": ("b", "a")}, before.sheet)
    after = drawn(text + one("a", "Bbb") + one("b", "Ccc") + one("c", "Aaa"), turned).arrangement
    assert list(after.order["/groups"]) == ["u", "t"]
    assert [effort for effort in after.order["t"] if effort != "c"] == ["b", "a"]
    assert drawn(text + one("a", "Bbb") + one("b", "Ccc") + one("c", "Aaa"), after).arrangement == after


def drawn(text, previous=None):
    return draw(network_of(text), Options(), uncovered=frozenset(), loose=frozenset(), errors=0, previous=previous)
