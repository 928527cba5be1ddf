"""The picture itself: stable, the same bytes every time, legible, and safe from any text."""

from __future__ import annotations

import json
import os
import random
import struct
import time
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from dinkit.drawing import style
from dinkit.drawing.arrangement import Arrangement
from dinkit.drawing.boxes import sized
from dinkit.drawing.dot import names_of
from dinkit.drawing.finish import SVG
from dinkit.drawing.nodes import own_rows
from dinkit.drawing.picture import Options, Picture, draw, picture_bytes, smallest_letter
from dinkit.drawing.render import DrawingError, DrawingTookTooLongError, run_engine
from dinkit.drawing.stacks import may_stack, stacks_of
from dinkit.drawing.words import plain
from dinkit.model.records import Effort
from dinkit.reading.load import load
from dinkit.source import Folder
from support import network_of
from test_drawing_view import MODEL

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
OPTIONS = {
    "whole": Options(),
    "goal": Options(goal="groeiende-economie"),
    "focus": Options(focus="actieplan-arbeidsmarkt", depth=2),
    "stakeholders": Options(with_stakeholders=True, size="A2"),
    "left": Options(direction="RL"),
    "down": Options(direction="TB"),
    "english": Options(language="en", detail="count"),
}


@cache
def almelo():
    return load("models/din.yaml", Folder(ROOT)).network


def drawn(network, options: Options | None = None, **more) -> Picture:
    return draw(network, options or Options(), **({"uncovered": frozenset(), "loose": frozenset(), "errors": 0} | more))


@cache
def picture(name: str) -> Picture:
    return drawn(almelo(), OPTIONS[name], uncovered=frozenset({"meer-banen"}), loose=frozenset({"sociaal-woningaanbod"}))


@cache
def placed(name: str) -> dict:
    return json.loads(run_engine(picture(name).page.dot, layout="nop2", format_name="json", timeout=60))


def frame(found: dict) -> tuple[float, float, float, float]:
    x, y = (float(part) for part in found["pos"].split(","))
    width, height = float(found["width"]) * 72, float(found["height"]) * 72
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def test_golden_dot():
    made = drawn(network_of(MODEL), uncovered=frozenset({"dossiers"})).dot
    golden = GOLDEN / "din-small.dot"
    if os.environ.get("DINKIT_UPDATE_GOLDEN"):
        golden.write_text(made, encoding="utf-8", newline="\n")
    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["whole", "goal", "focus", "stakeholders", "left", "down", "english"])
def test_no_letter_is_under_nine_points(name):
    found = picture(name)
    assert found.notes == ()
    assert smallest_letter(found.page) >= 9
    root = ET.fromstring(picture_bytes(found, "svg"))
    scale = float(root.find(f"{{{SVG}}}g").get("transform").split("scale(")[1].split()[0].rstrip(")"))
    assert min(float(text.get("font-size")) * scale for text in root.iter(f"{{{SVG}}}text")) >= 9


@pytest.mark.parametrize("name", OPTIONS)
def test_text_stays_inside_its_box_and_boxes_apart(name):
    boxes = [found for found in placed(name)["objects"] if found["name"][0] in "nbt"]
    assert len(boxes) > 5
    for found in boxes:
        left, bottom, right, top = frame(found)
        for stroke in found.get("_ldraw_", ()):
            if stroke["op"] == "T":
                x, y = stroke["pt"]
                start = {"l": x, "c": x - stroke["width"] / 2, "r": x - stroke["width"]}[stroke["align"]]
                assert left - 0.5 <= start, stroke["text"]
                assert start + stroke["width"] <= right + 0.5, stroke["text"]
                assert bottom - 0.5 <= y <= top + 0.5, stroke["text"]
    for one, other in combinations(boxes, 2):
        (a, b, c, d), (e, f, g, h) = frame(one), frame(other)
        assert c <= e + 0.1 or g <= a + 0.1 or d <= f + 0.1 or h <= b + 0.1, (one["name"], other["name"])


@pytest.mark.parametrize("edition", ["din", "almelo-2019"])
def test_the_column_of_efforts_has_no_hole(edition):
    found = drawn(load(f"models/{edition}.yaml", Folder(ROOT)).network)
    boxes = json.loads(run_engine(found.page.dot, layout="nop2", format_name="json", timeout=60))["objects"]
    efforts = {names_of(found.view)[node.id] for node in found.view.nodes if node.column == "effort"}
    column = sorted((frame(one) for one in boxes if one["name"] in efforts or one["name"][0] == "b"), key=lambda one: -one[3])
    gaps = [above[1] - below[3] for above, below in pairwise(column)]
    assert len(gaps) == 16
    assert max(gaps) - min(gaps) < 0.1


@pytest.mark.parametrize("name", OPTIONS)
def test_everything_lies_on_the_page(name):
    found = placed(name)
    left, bottom, right, top = (float(part) for part in found["bb"].split(","))
    for one in found["objects"]:
        a, b, c, d = frame(one)
        assert left - 1 <= a, one["name"]
        assert bottom - 1 <= b, one["name"]
        assert c <= right + 1, one["name"]
        assert d <= top + 1, one["name"]


@pytest.mark.parametrize("name", ["whole", "goal", "focus", "left", "down"])
def test_no_line_runs_through_a_box(name):
    found = placed(name)
    boxes = {one["_gvid"]: frame(one) for one in found["objects"] if one["name"][0] in "nb"}
    lines = [edge for edge in found["edges"] if edge.get("id", "").startswith("e")]
    assert len(lines) > 10
    for edge in lines:
        points = next(stroke["points"] for stroke in edge["_draw_"] if stroke["op"] in "bB")
        for x, y in along(points):
            for box, (left, bottom, right, top) in boxes.items():
                if box not in (edge["tail"], edge["head"]):
                    assert not (left < x < right and bottom < y < top), (edge["id"], box)


def along(points):
    for at in range(0, len(points) - 3, 3):
        a, b, c, d = points[at : at + 4]
        for step in range(21):
            t = step / 20
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            yield tuple(sum(weight * point[axis] for weight, point in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))


def test_efforts_below_the_goals_stand_in_stacks_that_begin_with_their_band():
    found = picture("down").view
    boxes = sized(found, style.SHEETS["upright"][0])
    order = dict(picture("down").arrangement.order)
    for count in range(1, 7):
        stacks = stacks_of(found, boxes, order, count)
        assert len(stacks) == max(count, len(found.bands))
        assert [one for stack in stacks for one in stack if not one.startswith("band ")] == list(order["effort"])
        assert all(one == stack[0] for stack in stacks for one in stack if one.startswith("band "))
    assert not may_stack(drawn(almelo(), Options(direction="TB", with_stakeholders=True, detail="count")).view)


def test_a_sign_stands_on_the_line_of_its_row():
    root = ET.fromstring(picture_bytes(picture("whole"), "svg"))
    texts = [("".join(one.itertext()).strip(), float(one.get("y"))) for one in root.iter(f"{{{SVG}}}text")]
    heights = dict(texts)
    assert heights["= I 8.2"] == heights["Wet taaleis uitvoeren"]
    assert heights["= I 2.4"] == heights["Bewindvoering anders inrichten"]


def test_arrows_at_one_side_of_a_box_stand_apart():
    for name in ("whole", "left", "down", "focus"):
        tips: dict[int, list[tuple[float, float]]] = {}
        for edge in placed(name)["edges"]:
            pos = edge["pos"].split()
            end = next((part for part in pos if part.startswith("e,")), None)
            if edge.get("id", "").startswith("e") and end:
                tips.setdefault(edge["head"], []).append(tuple(float(part) for part in end.split(",")[1:]))
        assert max(map(len, tips.values())) >= 5
        for ends in tips.values():
            assert all(abs(one[0] - other[0]) + abs(one[1] - other[1]) > 5 for one, other in combinations(ends, 2)), name


def test_the_room_between_columns_is_where_the_lines_are():
    boxes = {one["name"]: frame(one) for one in placed("whole")["objects"] if one["name"][0] == "h"}
    efforts, leaves, middle, top = (boxes[f"h{at}"] for at in range(1, 5))
    assert leaves[0] - efforts[2] > 2 * (middle[0] - leaves[2]) > 0
    assert abs((middle[0] - leaves[2]) - (top[0] - middle[2])) < 1


def test_all_efforts_goals_and_parts_of_almelo_are_on_the_page():
    found = picture("whole")
    kinds = [node.kind for node in found.view.nodes]
    assert (kinds.count("effort"), kinds.count("main"), kinds.count("sub"), kinds.count("operational")) == (15, 2, 5, 7)
    assert sum(len(own_rows(node)) for node in found.view.nodes) == 37
    svg = picture_bytes(found, "svg").decode()
    assert "Skills, met pilot Huis van de Logistiek" in svg
    assert "Vestigingsklimaat ondernemers bevorderen draagt bij aan Meer banen" in svg


def test_twice_the_same_bytes_in_every_format():
    network = network_of(MODEL)
    one, other = drawn(network), drawn(network)
    assert one == other
    for name in ("svg", "pdf", "png", "dot"):
        assert picture_bytes(one, name) == picture_bytes(other, name), name


def test_the_pdf_has_no_clock_and_the_png_the_size_of_its_page():
    found = drawn(network_of(MODEL))
    assert b"/CreationDate (D:20000101000000" in picture_bytes(found, "pdf")
    width, height = struct.unpack(">II", picture_bytes(found, "png")[16:24])
    assert sorted((width, height)) == pytest.approx([297 / 25.4 * 180, 420 / 25.4 * 180], abs=4)


def test_the_svg_speaks_and_asks_for_nothing():
    svg = picture_bytes(picture("whole"), "svg")
    root = ET.fromstring(svg)
    assert (root.get("role"), root.get("lang")) == ("img", "nl")
    assert root.find(f"{{{SVG}}}title").text == "Economie en Participatie"
    assert "Operationeel doel b: Minder mensen in de bijstand; streefwaarde: 2.200 dossiers in 2022" in root.find(f"{{{SVG}}}desc").text
    titles = {title.text for title in root.iter(f"{{{SVG}}}title")}
    assert {node.title for node in picture("whole").view.nodes} <= titles
    assert {edge.title for edge in picture("whole").view.edges} <= titles
    assert {text.get("font-family") for text in root.iter(f"{{{SVG}}}text")} == {style.FALLBACK}
    assert svg.count(b"@font-face") == 3
    assert b"href" not in svg
    assert svg.count(b"url(") == svg.count(b"url(data:font/woff;base64,") == 3


def test_the_embedded_font_has_every_letter():
    import base64
    import io
    import re

    from fontTools.ttLib import TTFont

    svg = picture_bytes(drawn(network_of(MODEL.replace("Meer banen", "Méér bänen €"))), "svg").decode()
    fonts = [TTFont(io.BytesIO(base64.b64decode(data))) for data in re.findall(r"base64,([^)]*)\)", svg)]
    assert set(map(ord, "Ménräb€")) <= set().union(*(font.getBestCmap() for font in fonts))
    assert {font["head"].modified for font in fonts} == {3_029_529_600}


def test_a_model_with_errors_is_a_draft():
    assert "CONCEPT, 3 fouten" in picture_bytes(drawn(network_of(MODEL), errors=3), "svg").decode()
    assert "CONCEPT" not in picture_bytes(drawn(network_of(MODEL)), "svg").decode()


@pytest.mark.parametrize("text", ["taal: nl", "doelen: {een: Een}", "inspanningen: {een: Een}", "baten: {een: Een}\nprofiel: uitgebreid"])
def test_the_smallest_models_have_a_picture(text):
    assert picture_bytes(drawn(network_of(text)), "svg").startswith(b"<?xml")


def test_goals_beside_each_other_and_lines_that_hinder():
    text = (
        "doelen:\n  een: {naam: Een, draagt_bij_aan: twee}\n  twee: {naam: Twee, subdoelen: {drie: Drie}}\n"
        "inspanningen:\n  werk: {naam: Werk, remt: een, draagt_bij_aan: {drie: {gewicht: '++'}, twee: {gewicht: '+'}}}\n"
    )
    svg = picture_bytes(drawn(network_of(text)), "svg").decode()
    for sentence in ("Een draagt bij aan Twee (herkomst onbekend)", "Werk remt Een", "Werk draagt bij aan Drie (herkomst onbekend, gewicht ++)"):
        assert sentence in svg


def test_a_page_that_cannot_be_read_says_so():
    found = drawn(almelo(), Options(size="A5"))
    assert found.notes[0].startswith("op A5 is de kleinste letter ")
    assert smallest_letter(found.page) < 9


def test_a_network_too_large_for_its_page_is_cut_until_it_can_be_read():
    goals = "".join(f"  d{at}:\n    naam: Doel {at} met een naam\n    subdoelen: {{s{at}: Subdoel {at}}}\n" for at in range(10))
    efforts = "".join(f"  e{at}: {{naam: Inspanning {at}, draagt_bij_aan: [s{at % 10}]}}\n" for at in range(100))
    found = drawn(network_of(f"doelen:\n{goals}inspanningen:\n{efforts}"))
    assert smallest_letter(found.page) >= 9
    assert any("inspanningen niet getoond" in text for text in found.view.hidden)


def random_model(seed: int, efforts: int) -> str:
    """Two trees of goals, and efforts with two finer links each; the same seed begins the same way."""
    chance = random.Random(seed)
    text = "doelen:\n"
    leaves = []
    for main in range(2):
        text += f"  m{main}:\n    naam: Hoofd {main}\n    subdoelen:\n"
        for sub in range(2):
            leaves += [f"m{main}s{sub}o{at}" for at in range(3)]
            inner = ", ".join(f"m{main}s{sub}o{at}: Doel {at}" for at in range(3))
            text += f"      m{main}s{sub}: {{naam: Sub {sub}, subdoelen: {{{inner}}}}}\n"
    text += "inspanningen:\n"
    for at in range(efforts):
        links = "".join(f"      {leaf}: {{herkomst: afgeleid}}\n" for leaf in sorted(chance.sample(leaves, 2)))
        text += f"  e{chance.randrange(10**6)}-{at}:\n    naam: Inspanning {at}\n    draagt_bij_aan:\n"
        text += f"      m{chance.randrange(2)}: {{herkomst: vermeld}}\n{links}"
    return text


def test_the_engine_draws_the_boxes_of_a_column_in_order():
    network = network_of(random_model(3, 12))
    found = drawn(network)
    turned = {column: tuple(reversed(ids)) for column, ids in found.arrangement.order.items()}
    for order in (found.arrangement.order, turned):
        again = drawn(network, previous=Arrangement(order))
        names = names_of(again.view)
        places = {
            one["name"]: frame(one) for one in json.loads(run_engine(again.page.dot, layout="nop2", format_name="json0", timeout=60))["objects"]
        }
        for ids in again.arrangement.order.values():
            heights = [places[names[one]][1] for one in ids]
            assert heights == sorted(heights, reverse=True)
        assert again.arrangement.order == order


HOSTILE = [
    '"<b>vet</b> & \\N \\G \\',
    "x:y {a|<p> b} n1",
    "\x00\x07\t\n\x1b[31m",
    "\u202e\u200fkeer om\u2066",
    "<![CDATA[ ]]> --> &#0; &amp;",
    "W" * 10_000,
    "",
    "\ufffe\ud800",
]


@given(st.lists(st.one_of(st.text(max_size=80), st.sampled_from(HOSTILE)), min_size=6, max_size=6))
@example(HOSTILE[:6])
@example(HOSTILE[2:])
@settings(max_examples=5, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.too_slow])
def test_no_label_breaks_dot_or_svg(labels):
    network = network_of(MODEL)
    ids = ("werk", "minder-bijstand", "dossiers", "loket", "balie", "prog")
    for element, label in zip(ids, labels, strict=True):
        vars(network.elements[element]).update(name=label, number=label)
    found = drawn(network)
    parsed = json.loads(run_engine(found.dot, layout="dot", format_name="json0", timeout=60))
    assert {one["name"] for one in parsed["objects"] if "pos" in one} == set(names_of(found.view).values())
    root = ET.fromstring(picture_bytes(found, "svg"))
    titles = [title.text for title in root.iter(f"{{{SVG}}}title")]
    for element, label in zip(ids[:4], labels, strict=False):
        assert any(plain(label) in (title or "") for title in titles), element
    assert sum(len(text.text or "") for text in root.iter(f"{{{SVG}}}text")) < 6000


def test_the_engine_puts_no_names_in_the_place_of_backslashes():
    svg = picture_bytes(drawn(network_of(MODEL.replace("Loket openen", "Loket \\N \\E \\G \\\\L"))), "svg")
    drawn_text = "".join(text.text or "" for text in ET.fromstring(svg).iter(f"{{{SVG}}}text")).replace("\xa0", " ")
    assert "Loket \\N \\E \\G \\\\L" in drawn_text


def test_a_layout_that_takes_too_long_is_killed():
    chance = random.Random(1)
    dot = "digraph { " + " ".join(f"n{chance.randrange(900)} -> n{chance.randrange(900)};" for _ in range(6000)) + "}"
    begun = time.monotonic()
    with pytest.raises(DrawingTookTooLongError) as caught:
        run_engine(dot, layout="dot", format_name="svg", timeout=0.7)
    assert time.monotonic() - begun < 5
    assert isinstance(caught.value, TimeoutError)
    assert "0.7" in caught.value.message.nl
    assert caught.value.hint is not None
    assert "--timeout" in caught.value.hint.nl
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.parametrize("dot", ["digraph {", 'digraph { a [label=<<TABLE><TR><TD FIXEDSIZE="TRUE" WIDTH="1" HEIGHT="1">wide</TD></TR></TABLE>>] }'])
def test_any_word_of_the_engine_fails_the_drawing(dot):
    with pytest.raises(DrawingError) as caught:
        run_engine(dot, layout="dot", format_name="svg", timeout=30)
    assert "Graphviz" in caught.value.message.nl


def test_an_unknown_format_is_refused():
    with pytest.raises(ValueError, match="jpg"):
        picture_bytes(drawn(network_of(MODEL)), "jpg")


@pytest.mark.parametrize("hue", [*style.HUES, style.NO_HUE])
def test_contrast(hue):
    for fill in (hue.mid, hue.light, hue.wash, style.PAPER):
        assert style.contrast(style.INK, fill) >= 4.5
        assert style.contrast(style.SOFT_INK, fill) >= 4.5
        assert style.contrast(hue.deep, fill) >= 4.5
        assert style.contrast(style.ALARM, fill) >= 3
    assert style.contrast(style.PAPER, hue.deep) >= 4.5
    assert style.contrast(style.ALARM, style.ALARM_FILL) >= 4.5
    assert style.contrast(style.PAPER, style.ALARM) >= 4.5
    assert style.contrast(style.RULE, style.PAPER) >= 3
    assert style.contrast(style.SOFT_INK, style.PANEL) >= 4.5


def test_only_style_has_colours():
    folder = ROOT / "src" / "dinkit" / "drawing"
    import re

    assert not [
        path.name for path in folder.glob("*.py") if path.name != "style.py" and re.search(r"#[0-9a-fA-F]{6}\b", path.read_text(encoding="utf-8"))
    ]


def test_line_styles_and_signs_differ_for_every_meaning():
    looks = list(style.PROVENANCE_LINE.values())
    assert len(set(looks)) == len(looks) == 4
    assert len(set(style.SUBSTANTIATION_TAIL.values())) == 3


def test_parts_are_counted_as_the_model_has_them():
    parts = [effort for effort in almelo().of(Effort) if almelo().parent(effort.id)]
    count = drawn(almelo(), Options(detail="count"))
    assert f"{len(parts)} onderdelen niet getoond" in count.view.hidden
