"""The timeline as a picture: every place given, nothing over anything else, legible, the same bytes every time, and safe from any text."""

from __future__ import annotations

import json
import os
import re
import struct
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from dinkit import catalogue
from dinkit.analysis import Options as Asked
from dinkit.drawing import style
from dinkit.drawing.finish import SVG
from dinkit.drawing.picture import FORMATS, Picture, picture_bytes, smallest_letter
from dinkit.drawing.render import run_engine
from dinkit.drawing.selection import Options
from dinkit.drawing.timeline.axis import GUTTER, Axis, axis_of, extent, labelled, place
from dinkit.drawing.timeline.legend import legend_of, sample_shapes
from dinkit.drawing.timeline.marks import APART, placed_marks, symbol
from dinkit.drawing.timeline.picture import draw_timeline
from dinkit.drawing.timeline.reported import Mark
from dinkit.drawing.timeline.shapes import background, box, hatching, line
from dinkit.drawing.timeline.view import timeline_of
from dinkit.drawing.timeline.window import Window
from dinkit.drawing.words import plain
from dinkit.model.dates import parse_date
from dinkit.reading.load import load
from dinkit.source import Folder, Memory
from support import network_of
from test_cli import run
from test_drawing_timeline import GOALS, PARTS, REPORTED

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"

FORMS = [
    "2019", "2019-05-14", "2019-05", "2019-H2", "2019-W12", "2019..2021", "2019-03-01..2021-06-30", "2019..", "..2021", "{start: 2020}",
    "{start: open, eind: 2020}", "jaarlijks", "{start: 2020, eind: 2022, herhaling: jaarlijks}", "doorlopend", "onbekend", "eenmalig",
    "{start: 2022, eind: 2020}", "{start: 2020, herhaling: doorlopend}", "2019-H1..2019-Q2",
]  # fmt: skip
SMALL = GOALS + (
    "programma: {id: prog, naam: Programma Werk, datum: 2019, missie: [{tekst: Iedereen aan het werk.}]}\n"
    "peildatum: 2020-06-30\n"
    "inspanningen:\n"
    "  loket:\n    naam: Loket openen\n    nummer: 1\n    draagt_bij_aan: werk\n"
    "    planning: {letterlijk: vanaf voorjaar, start: 2019-voorjaar, eind: 2020-04}\n"
    "    onderdelen: {balie: {naam: Balie, nummer: 1}}\n"
    "  krant: {naam: Krant maken, nummer: 2, draagt_bij_aan: groei, planning: jaarlijks}\n"
    "  folder: {naam: Folder, planning: onbekend}\n"
    "resultaten: {open: {naam: Geopend, van: loket, soort: afronding, datum: 2020-06, stand: gerealiseerd}}\n"
    "besluiten: {besluit: {naam: Raadsbesluit, datum: 2019-11}}\n"
)


def efforts(count: int, *, name: str = "Inspanning", parts: int = 0) -> str:
    """A model with so many efforts, in every form of planning."""
    text = f"{GOALS}peildatum: 2021-06\ninspanningen:\n"
    for at in range(count):
        text += f"  e{at}:\n    naam: {name} {at}\n    nummer: {at + 1}\n    planning: {FORMS[at % len(FORMS)]}\n    draagt_bij_aan: {('werk', 'groei')[at % 2]}\n"
        if parts:
            text += "    onderdelen: {" + ", ".join(f"e{at}-p{part}: Onderdeel {part}" for part in range(parts)) + "}\n"
    return text


LONG = "Een naam die maar doorgaat en nergens in past omdat er steeds weer een woord bij komt tot voorbij elke regel"
FLAGS = "mijlpalen:\n" + "".join(f"  m{at}: {{naam: Mijlpaal met een flinke naam {at}, datum: 2020-0{at % 9 + 1}}}\n" for at in range(30))
MODELS = {
    "empty": "taal: nl",
    "undated": "inspanningen: {een: Een}",
    "one day": "inspanningen: {een: {naam: Een, planning: 2019-05-14}}",
    "small": SMALL,
    "parts": PARTS,
    "reported": REPORTED,
    "forms": efforts(len(FORMS)) + FLAGS,
    "sixty": efforts(60),
    "long names": efforts(40, name=LONG),
    "many": efforts(160, parts=2),
    "far": efforts(8) + "  ver: {naam: Ver, planning: 1922..2021}\n",
    "many years": "inspanningen:\n" + "".join(f"  e{at}: {{naam: E, planning: {2000 + at}}}\n" for at in range(20)),
    "deep": "inspanningen: {a: {naam: A, planning: 2019, onderdelen: " + "".join(f"{{a{at}: {{naam: Diep, onderdelen: " for at in range(12)) + "{z: Z}" + "}}" * 12 + "}}",
}  # fmt: skip


def drawn(network, *, errors: int = 0, **options) -> Picture:
    planning = catalogue.member("dinkit.analyses", "planning").ANALYSIS.run(network, Asked())
    return draw_timeline(network, Options(**options), planning=planning, errors=errors)


@cache
def real(model: str):
    return load(f"models/{model}.yaml", Folder(ROOT)).network


@cache
def picture(name: str) -> Picture:
    return drawn(network_of(MODELS[name]) if name in MODELS else real(name))


@cache
def placed(name: str) -> dict:
    return json.loads(run_engine(picture(name).page.dot, layout="nop2", format_name="json", timeout=60))


NAMES = [*MODELS, *sorted(path.stem for path in (ROOT / "models").glob("*.yaml"))]


def frame(found: dict) -> tuple[float, float, float, float]:
    x, y = (float(part) for part in found["pos"].split(","))
    width, height = float(found["width"]) * 72, float(found["height"]) * 72
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def texts_in(found: dict):
    """Every line of text of a box: the text, from where to where it runs, and its height."""
    for stroke in found.get("_ldraw_", ()):
        if stroke["op"] == "T":
            x, y = stroke["pt"]
            start = {"l": x, "c": x - stroke["width"] / 2, "r": x - stroke["width"]}[stroke["align"]]
            yield stroke["text"], start, start + stroke["width"], y


def test_golden_dot():
    made = drawn(network_of(SMALL)).dot
    golden = GOLDEN / "timeline-small.dot"
    if os.environ.get("DINKIT_UPDATE_GOLDEN"):
        golden.write_text(made, encoding="utf-8", newline="\n")
    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_no_letter_is_under_nine_points(name):
    found = picture(name)
    assert found.notes == ()
    assert smallest_letter(found.page) >= 9
    root = ET.fromstring(picture_bytes(found, "svg"))
    scale = float(root.find(f"{{{SVG}}}g").get("transform").split("scale(")[1].split()[0].rstrip(")"))
    assert min(float(text.get("font-size")) * scale for text in root.iter(f"{{{SVG}}}text")) >= 9


@pytest.mark.parametrize("name", NAMES)
def test_rows_labels_and_entries_do_not_overlap(name):
    boxes = [found for found in placed(name)["objects"] if re.fullmatch(r"(r|t|l|k|f|d|h|w|y|z|q)[0-9y]+(q[0-9])?", found["name"])]
    boxes = [found for found in boxes if not re.fullmatch(r"r[0-9]+y[0-9]+", found["name"])]
    assert len(boxes) >= {"empty": 1, "undated": 3}.get(name, 5)
    for one, other in combinations(boxes, 2):
        (a, b, c, d), (e, f, g, h) = frame(one), frame(other)
        assert c <= e + 0.6 or g <= a + 0.6 or d <= f + 0.6 or h <= b + 0.6, (one["name"], other["name"])


@pytest.mark.parametrize("name", NAMES)
def test_text_stays_in_its_box_and_on_the_page(name):
    found = placed(name)
    left, bottom, right, top = (float(part) for part in found["bb"].split(","))
    seen = 0
    for one in found["objects"]:
        a, b, c, d = frame(one)
        assert (left - 1 <= a, bottom - 1 <= b, c <= right + 1, d <= top + 1) == (True,) * 4, one["name"]
        for text, start, end, y in texts_in(one):
            seen += 1
            assert a - 0.6 <= start, text
            assert end <= c + 0.6, text
            assert b - 0.6 <= y <= d + 0.6, text
    assert seen >= 2


@pytest.mark.parametrize("name", ["forms", "reported", "din", "long names", "small"])
def test_words_on_a_row_do_not_touch_each_other(name):
    for one in placed(name)["objects"]:
        lines: dict[float, list[tuple[float, float, str]]] = {}
        for text, start, end, y in texts_in(one) if one["name"].startswith("r") else ():
            lines.setdefault(round(y), []).append((start, end, text))
        for row in lines.values():
            for before, after in pairwise(sorted(row)):
                assert before[1] <= after[0] + 0.6, (before, after)


@pytest.mark.parametrize("name", NAMES)
def test_shapes_stay_on_the_page(name):
    found = placed(name)
    left, bottom, right, top = (float(part) for part in found["bb"].split(","))
    strokes = re.findall(r"[PpL] \d+ ((?:-?[0-9.]+ )+)", background_of(picture(name).dot))
    for numbers in ([float(part) for part in stroke.split()] for stroke in strokes):
        assert all(left - 1 <= x <= right + 1 for x in numbers[::2]), numbers
        assert all(bottom - 1 <= y <= top + 1 for y in numbers[1::2]), numbers
    assert strokes or name == "empty"


def background_of(dot: str) -> str:
    """The shapes of a picture as one string, however many pieces the DOT has it in."""
    return re.search(r'_background="([^"]*)"', dot.replace('" + "', ""))[1]


def test_every_row_of_almelo_is_on_the_page():
    view = picture("din").view
    rows = [row for group in view.groups for row in group.rows]
    assert [sum(not row.depth for row in group.rows) for group in view.groups] == [10, 5]
    assert len(rows) == 52
    texts = "".join("".join(text.itertext()) + "\n" for text in ET.fromstring(picture_bytes(picture("din"), "svg")).iter(f"{{{SVG}}}text"))
    for row in rows:
        assert plain(row.name) in texts.replace("\xa0", " "), row.name


def test_sixty_efforts_are_all_there_and_more_are_left_out_with_a_word():
    view = picture("sixty").view
    assert (sum(len(group.rows) for group in view.groups), view.hidden) == (60, ())
    many = picture("many").view
    shown = sum(len(group.rows) for group in many.groups)
    assert 60 < shown < 160
    assert many.hidden == (f"{160 - shown} inspanningen niet getoond", "320 onderdelen niet getoond")
    assert f"{160 - shown} inspanningen niet getoond" in picture_bytes(picture("many"), "svg").decode()


def test_flags_that_find_no_lane_are_said():
    svg = picture_bytes(picture("forms"), "svg").decode()
    shown = len(re.findall(r'id="f\d+"', svg))
    assert 0 < shown < 30
    assert f"{30 - shown} mijlpalen en besluiten niet getoond" in svg


def test_the_page_is_lying_then_standing_then_in_two_panes():
    forms = {
        name: (picture(name).page.landscape, len(set(re.findall(r"id=h(\d)", picture(name).dot)) - {"0"})) for name in ("small", "sixty", "many")
    }
    assert forms == {"small": (True, 1), "sixty": (False, 1), "many": (True, 2)}
    assert drawn(network_of(SMALL), size="A4").page.name == "A4"


def test_a_page_that_is_too_small_says_so():
    found = drawn(network_of(efforts(60)), size="A5")
    assert found.notes[0].startswith("op A5 is de kleinste letter ")
    assert smallest_letter(found.page) < 9
    assert sum(len(group.rows) for group in found.view.groups) == 60


def test_twice_the_same_bytes_in_every_format():
    one, other = drawn(network_of(SMALL)), drawn(network_of(SMALL))
    assert one == other
    for form in FORMATS:
        assert picture_bytes(one, form) == picture_bytes(other, form), form


def test_the_pdf_has_no_clock_and_the_png_the_size_of_its_page():
    found = picture("small")
    assert b"/CreationDate (D:20000101000000" in picture_bytes(found, "pdf")
    width, height = struct.unpack(">II", picture_bytes(found, "png")[16:24])
    assert (width, height) == pytest.approx((420 / 25.4 * 180, 297 / 25.4 * 180), abs=4)


def test_the_svg_speaks_and_asks_for_nothing():
    svg = picture_bytes(picture("small"), "svg")
    root = ET.fromstring(svg)
    assert (root.get("role"), root.get("lang")) == ("img", "nl")
    assert root.find(f"{{{SVG}}}title").text == "Programma Werk"
    description = root.find(f"{{{SVG}}}desc").text.split("\n")
    loket = (
        "Inspanning 1: Loket openen; planning: begint in het voorjaar van 2019, eindigt in april 2020 (“vanaf voorjaar”); "
        "afronding gemeld in juni 2020, later dan gepland (in april 2020): Geopend"
    )
    assert description[3:6] == [
        "Tijdlijn van 3 inspanningen en 1 onderdeel, van 2019 tot en met 2020.",
        "Besluit in november 2019: Raadsbesluit",
        "I Meer werk",
    ]
    assert loket in description
    titles = [title.text for title in root.iter(f"{{{SVG}}}title")]
    assert loket in titles
    assert "afronding gemeld in juni 2020, later dan gepland (in april 2020): Geopend" in titles
    assert "Besluit in november 2019: Raadsbesluit" in titles
    assert "peildatum 2020-06-30" in titles
    assert {text.get("font-family") for text in root.iter(f"{{{SVG}}}text")} == {style.FALLBACK}
    assert b"href" not in svg
    assert svg.count(b"url(") == svg.count(b"url(data:font/woff;base64,") == 3
    data = ET.fromstring(svg).find(f"{{{SVG}}}metadata").text
    assert data == f'{{"fingerprint": "{picture("small").fingerprint}", "order": {{}}}}'


def test_late_and_early_stand_on_the_page_in_words():
    svg = picture_bytes(picture("reported"), "svg").decode()
    texts = {"".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{{{SVG}}}text")}
    assert {"eerder", "later dan gepland", "eerder dan gepland"} <= texts


def test_a_model_with_errors_is_a_draft():
    assert "CONCEPT, 3 fouten" in picture_bytes(drawn(network_of(SMALL), errors=3), "svg").decode()
    assert "CONCEPT" not in picture_bytes(picture("small"), "svg").decode()


def test_the_legend_has_what_occurs_and_nothing_else():
    def keys(text: str) -> list[str]:
        network = network_of(text)
        view = timeline_of(network, Options(), planning=None, errors=0)
        return [entry.key for row in legend_of(view, 800).rows for entry in row]

    assert keys(SMALL) == ["certain", "begin", "end", "yearly", "inherited", "completion", "days", "decision", "reference"]
    assert keys("inspanningen: {a: {naam: A, planning: 2019}}") == ["either"]
    assert keys("inspanningen: {a: {naam: A, planning: 2019-05-14..}}") == ["certain", "open"]
    assert keys("inspanningen: {a: {naam: A, planning: {start: 2019, herhaling: doorlopend}}}") == ["begin", "continuous"]
    assert keys("inspanningen: {a: A}") == []


def test_symbols_differ_in_shape_and_expected_ones_are_hollow():
    kinds = ("start", "completion", "ended")
    shapes = {kind: [(one.op, one.points) for one in symbol(kind, "realised", 0, 0)] for kind in kinds}
    assert len({str(one) for one in shapes.values()}) == 3
    for kind in ("start", "completion"):
        assert [(one.op, one.points) for one in symbol(kind, "expected", 0, 0)] == shapes[kind]
        assert (symbol(kind, "realised", 0, 0)[-1].fill, symbol(kind, "expected", 0, 0)[-1].fill) == (style.INK, style.PAPER)


def test_every_sample_of_the_legend_differs_without_its_colours():
    keys = [
        "certain", "begin", "end", "either", "unknown", "open", "continuous", "yearly", "inherited", "parts", "earlier", "cut", "start",
        "completion", "expected", "ended", "days", "late", "early", "milestone", "decision", "reference",
    ]  # fmt: skip
    drawings = {key: str([(one.op, one.points, one.dash, bool(one.fill)) for one in sample_shapes(key, 0, 0)]) for key in keys}
    assert len(set(drawings.values())) == len(keys)
    for key in keys:
        assert all(-2 <= x <= 36 for one in sample_shapes(key, 0, 0) if one.op != "E" for x, _ in one.points), key


@pytest.mark.parametrize("hue", [*style.HUES, style.NO_HUE])
def test_contrast_of_bars(hue):
    for colour in (hue.deep, style.RULE, style.SOFT_INK, style.INK, style.ALARM):
        assert style.contrast(colour, hue.wash) >= 3
    assert style.contrast(hue.deep, hue.light) >= 3
    assert style.contrast(style.SOFT_INK, hue.wash) >= 4.5
    assert style.contrast(style.PAPER, hue.deep) >= 4.5


def test_only_style_has_colours():
    folder = ROOT / "src" / "dinkit" / "drawing" / "timeline"
    assert not [path.name for path in folder.glob("*.py") if re.search(r"#[0-9a-fA-F]{6}\b", path.read_text(encoding="utf-8"))]


def test_days_on_the_axis():
    axis = axis_of(Window(2019, 2020), 100.0, 831.0)
    assert (axis.first, axis.end) == (parse_date("2019-01-01").first.toordinal(), parse_date("2021-01-01").first.toordinal())
    assert place(axis, parse_date("2020-01-01").first.toordinal()) == pytest.approx(100 + 365)
    whole = parse_date("2019")
    assert extent(axis, whole.first, whole.last)[:2] == pytest.approx((100, 465))
    assert extent(axis, None, whole.last)[2:] == ("open", "")
    assert extent(axis, None, whole.last)[:2] == pytest.approx((100 - GUTTER, 465))
    assert extent(axis, parse_date("2018").first, whole.last)[2:] == ("cut", "")
    assert extent(axis, whole.first, None)[2:] == ("", "open")
    assert extent(axis, parse_date("2021").first, None) is None
    assert extent(axis, None, parse_date("2018").last) is None
    assert labelled(axis, Window(2019, 2020)) == [2019, 2020]
    assert labelled(Axis(0, 200, axis.first, axis.end), Window(2001, 2020)) == [2005, 2010, 2015, 2020]


@given(st.lists(st.sampled_from(["2019", "2019-05", "2019-06", "2019-12-31", "2020"]), min_size=1, max_size=6))
def test_symbols_on_a_row_stand_apart(dates):
    axis = axis_of(Window(2019, 2020), 0.0, 400.0)
    marks = tuple(_mark(text, at) for at, text in enumerate(dates))
    found = [x for _, x in placed_marks(marks, axis)]
    assert len(found) == len(dates)
    assert max(found) <= axis.right
    assert all(after - before >= APART - 0.001 for before, after in pairwise(found))


def _mark(text: str, at: int) -> Mark:
    return Mark(("start", "completion")[at % 2], "realised", parse_date(text), "", None, str(at))


def test_hatching_stays_in_its_box_and_falls_the_other_way_than_it_rises():
    rising = hatching(10, 5, 40, 12, pen=style.INK, rising=True)
    falling = hatching(10, 5, 40, 12, pen=style.INK, rising=False)
    assert len(rising) > 5
    for one in (*rising, *falling):
        assert all(10 <= x <= 40 and 5 - 0.001 <= y <= 12 + 0.001 for x, y in one.points)
    assert all(one.points[1][1] > one.points[0][1] for one in rising)
    assert all(one.points[1][1] < one.points[0][1] for one in falling)
    assert hatching(10, 5, 10, 12, pen=style.INK, rising=True) == []


def test_a_pen_is_named_once():
    shapes = [line((0, 0), (1, 1), pen="black"), line((1, 0), (2, 1), pen="black"), box(0, 0, 1, 1, fill="red")]
    assert " ".join(background(shapes)) == (
        "c 5 -black S 15 -setlinewidth(1) S 5 -solid L 2 0.0 0.0 1.0 1.0 L 2 1.0 0.0 2.0 1.0 "
        "c 3 -red C 3 -red S 17 -setlinewidth(0.1) S 5 -solid P 4 0.0 0.0 1.0 0.0 1.0 1.0 0.0 1.0"
    )


def test_no_string_in_the_dot_is_too_long_for_the_engine():
    assert max(len(piece) for piece in re.findall(r'"([^"]*)"', picture("many").dot)) < 16384


HOSTILE = [
    '"<b>vet</b> & \\N \\G \\',
    "x:y {a|<p> b} n1 \" + \" all shapes",
    "\x00\x07\t\n\x1b[31m",
    "\u202e\u200fkeer om\u2066",
    "<![CDATA[ ]]> --> &#0; &amp;",
    "W" * 10_000,
    "",
    "\ufffe\ud800",
]  # fmt: skip


@given(st.lists(st.one_of(st.text(max_size=80), st.sampled_from(HOSTILE)), min_size=6, max_size=6))
@example(HOSTILE[:6])
@example(HOSTILE[2:])
@settings(max_examples=5, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.too_slow])
def test_no_text_breaks_dot_or_svg(labels):
    network = network_of(SMALL)
    ids = ("loket", "balie", "krant", "werk", "besluit", "prog")
    for element, label in zip(ids, labels, strict=True):
        vars(network.elements[element]).update(name=label, number=label)
    vars(network.elements["loket"].planning).update(verbatim=labels[0], reason=labels[1])
    vars(network.elements["open"]).update(name=labels[2])
    found = drawn(network)
    parsed = json.loads(run_engine(found.dot, layout="nop2", format_name="json0", timeout=60))
    assert {one["name"] for one in parsed["objects"]} >= {f"r{at}" for at in range(1, 8)} | {"f1", "d1", "t1"}
    root = ET.fromstring(picture_bytes(found, "svg"))
    titles = [title.text for title in root.iter(f"{{{SVG}}}title")]
    for element, label in zip(ids[:5], labels, strict=False):
        assert any(plain(label) in (title or "") for title in titles), element
    assert sum(len(text.text or "") for text in root.iter(f"{{{SVG}}}text")) < 3000
    left, _, right, _ = (float(part) for part in parsed["bb"].split(","))
    for one in parsed["objects"]:
        a, _, c, _ = frame(one)
        assert (left - 1 <= a, c <= right + 1) == (True, True), one["name"]


def test_the_command_draws_a_timeline_in_every_format(tmp_path):
    (tmp_path / "din.yaml").write_text(SMALL, encoding="utf-8")
    for option, form in zip(("--tijdlijn", "--timeline", "--timeline", "--tijdlijn"), FORMATS, strict=True):
        done = run("render", option, "-o", f"tijdlijn.{form}", "din.yaml", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        assert (tmp_path / f"tijdlijn.{form}").read_bytes() == picture_bytes(drawn(network_of(SMALL)), form)


def test_the_command_looks_from_another_date_and_at_a_part(tmp_path):
    (tmp_path / "din.yaml").write_text(SMALL, encoding="utf-8")
    done = run("render", "--timeline", "-o", "x.svg", "--goal", "groei", "--peildatum", "2021-03-01", "--lang", "en", "din.yaml", cwd=tmp_path)
    assert done.returncode == 0
    svg = (tmp_path / "x.svg").read_text(encoding="utf-8")
    assert "on 2021-03-01" in svg
    assert "Krant maken" in svg
    assert "Loket openen" not in svg


@pytest.mark.parametrize("option", [("--direction", "TB"), ("--with-stakeholders",)])
def test_the_command_refuses_what_a_timeline_does_not_have(tmp_path, option):
    (tmp_path / "din.yaml").write_text(SMALL, encoding="utf-8")
    done = run("render", "--timeline", "-o", "x.svg", *option, "din.yaml", cwd=tmp_path)
    assert (done.returncode, list(tmp_path.glob("x*"))) == (2, [])
    assert "--tijdlijn" in done.stderr


def test_an_earlier_edition_that_has_nothing_is_no_trouble():
    files = Memory({"b.yaml": "vorige_editie: a.yaml\ninspanningen: {een: Een}\n", "a.yaml": "model: a\ntaal: nl\n"})
    assert drawn(load("b.yaml", files).network).view.groups[0].rows[0].says == "geen planning"
