"""The picture of a network without goals: every effort at its theme, nothing lost, nothing made up, everything legible."""

from __future__ import annotations

import json
import os
import random
import re
from functools import cache
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from dinkit.building import loose_efforts
from dinkit.drawing.finish import SVG
from dinkit.drawing.picture import draw, picture_bytes, smallest_letter
from dinkit.drawing.render import run_engine
from dinkit.drawing.selection import Options, top_effort
from dinkit.drawing.themes.columns import Sized, dealt, run_height
from dinkit.drawing.themes.fitting import sheet_of
from dinkit.drawing.themes.grouping import touched
from dinkit.drawing.themes.page import items_of
from dinkit.drawing.themes.sizes import cards_of, head_of
from dinkit.drawing.themes.view import Themes, at_most, text_equivalent, themes_of, without_parts
from dinkit.drawing.view import View
from dinkit.drawing.words import plain
from dinkit.model.records import Effort, Theme
from dinkit.reading.load import load
from dinkit.source import Folder
from support import loaded, network_of
from test_drawing_picture import HOSTILE, ROOT, frame

GOLDEN = Path(__file__).parent / "golden"

THEMES = """
themas:
  zorg: Zorg
  werk:
    naam: Werk
    nummer: 1
  jeugd:
    naam: Jeugd
    nummer: 2
    onderdeel_van: werk
  stage: {naam: Stage, onderdeel_van: jeugd}
  leeg: Leeg
"""
EFFORTS = """
inspanningen:
  loket:
    naam: Loket openen
    nummer: 2
    sturing: regie
    raakt: werk
    bron: nota § 1
    onderdelen:
      balie: {naam: Balie, nummer: a}
      site: {naam: Site, nummer: b, raakt: zorg, zelfde_als: folder}
  folder: {naam: Folder, nummer: 1, raakt: [werk, jeugd]}
  school:
    naam: School
    status: gestopt
    raakt:
      zorg: {herkomst: afgeleid, reden: zo lezen wij het}
      stage: {herkomst: vermeld}
  los: {naam: Los werk, beeindigd: 2018, stakeholders: {uwv: trekker}}
"""
REST = """
indicatoren:
  aantal: {naam: Aantal, eenheid: mensen, meet: folder, streefwaarden: [{waarde: 20, eenheid: mensen, datum: 2018}]}
stakeholders: {uwv: UWV}
bronnen: {nota: Nota}
"""
STATED = "doelen: {geen: De nota noemt alleen werk., bron: [nota § 1, nota § 2]}\n"
MODEL = f"programma: {{id: prog, naam: Programma Werk, datum: 2018}}\n{STATED}{THEMES}{EFFORTS}{REST}"


def view(text: str = MODEL, **options) -> Themes:
    return themes_of(network_of(text), Options(**options), errors=0)


def drawn(text: str = MODEL, *, errors: int = 0, **options):
    return draw(network_of(text), Options(**options), uncovered=frozenset(), loose=frozenset(), errors=errors)


def rows(found: Themes) -> list[tuple[str, str, list[str]]]:
    """Group, box and the rows in it; a row that stands in full elsewhere begins with +."""
    return [
        (group.name, box.name, [("+" if entry.is_again else "") + entry.id for entry in box.entries]) for group in found.groups for box in group.boxes
    ]


def entry(found: Themes, name: str, *, again: bool = False):
    return next(one for group in found.groups for box in group.boxes for one in box.entries if one.id == name and one.is_again == again)


def facts(found: Themes, name: str, *, again: bool = False) -> list[tuple[str, str]]:
    return [(fact.key, fact.text) for fact in entry(found, name, again=again).facts]


def test_every_effort_stands_at_its_theme_and_again_where_it_touches_another():
    assert rows(view()) == [
        ("Werk", "", ["loket"]),
        ("Werk", "Jeugd", ["folder"]),
        ("Werk", "Stage", ["school"]),
        ("Zorg", "", ["+site", "+school"]),
        ("Leeg", "", []),
        ("Zonder thema", "", ["los"]),
    ]


def test_of_two_themes_the_stated_one_comes_first_and_then_the_first_named():
    text = "themas: {een: Een, twee: Twee}\ninspanningen:\n  a: {naam: A, raakt: [twee, een]}\n"
    assert rows(view(STATED + text + "bronnen: {nota: Nota}\n")) == [("Twee", "", ["a"]), ("Een", "", ["+a"])]
    derived = text.replace("[twee, een]", "{twee: {herkomst: afgeleid, reden: R}, een: {herkomst: vermeld}}")
    assert rows(view(derived)) == [("Een", "", ["a"]), ("Twee", "", ["+a"])]


def test_a_row_has_what_the_box_of_an_effort_has():
    found = view()
    assert facts(found, "folder") == [("target", "20 mensen in 2018"), ("note", "zelfde werk als Site")]
    assert facts(found, "school") == [("state", "gestopt"), ("note", "ook bij Zorg")]
    assert facts(found, "los") == [("ended", "× beëindigd")]
    loket = entry(found, "loket")
    assert (loket.number, loket.steering, loket.steering_mark) == ("2", "regie", "R")
    assert [(part.number, part.name, part.note) for part in loket.parts] == [("a", "Balie", ""), ("b", "Site", "zelfde werk als Folder")]


def test_a_row_that_stands_again_says_where_it_stands_in_full():
    found = view()
    assert facts(found, "school", again=True) == [("note", "staat bij Stage; thema afgeleid")]
    assert facts(found, "site", again=True) == [("note", "onderdeel van Loket openen, staat bij Werk")]
    assert entry(found, "school", again=True).title == "Nog eens: School; staat bij Stage; thema afgeleid"


def test_an_effort_that_touches_nothing_stands_where_its_parts_do():
    text = "themas: {t: T, u: U}\ninspanningen:\n  a: {naam: A, onderdelen: {b: {naam: B, raakt: t}, c: {naam: C, raakt: u}}}\n"
    found = view(text)
    assert rows(found) == [("T", "", ["a"]), ("U", "", ["+a"])]
    assert facts(found, "a") == [("note", "thema via onderdeel B")]


def test_a_part_that_belongs_with_another_effort_too_says_where_it_stands():
    text = "inspanningen:\n  a: {naam: A, onderdelen: {b: {naam: B, hoort_ook_bij: c}}}\n  c: C\n"
    assert [(part.number, part.name, part.note) for part in entry(view(text), "c").parts] == [("+", "B", "staat bij A")]
    assert entry(view(text), "c").title == "Inspanning: C; hoort ook hierbij: B (staat bij A)"


def test_a_box_says_which_theme_it_is_part_of_and_a_group_counts():
    found = view()
    assert [(group.name, group.note) for group in found.groups] == [
        ("Werk", "3 inspanningen"),
        ("Zorg", "+ 2 van elders"),
        ("Leeg", ""),
        ("Zonder thema", "1 inspanning"),
    ]
    assert [box.within for box in found.groups[0].boxes] == ["", "", "Jeugd"]
    assert [group.family for group in found.groups] == [0, 1, 2, None]


def test_efforts_stand_by_number_then_as_the_source_has_them_then_by_name():
    text = "bronnen: {n: N}\ninspanningen:\n" + "".join(
        f"  {key}: {{naam: {name}, bron: n § {place}}}\n"
        for key, name, place in (("a", "Zes 10", 2), ("b", "Zes 9", 2), ("c", "Een", 10), ("d", "Aa", 3))
    )
    assert rows(view(text + "  e: {naam: Zz, nummer: 1}\n")) == [("Inspanningen", "", ["e", "b", "a", "d", "c"])]


def test_the_order_of_the_file_changes_nothing():
    blocks = [block for block in ("\n" + EFFORTS.removeprefix("\ninspanningen:")).split("\n  ") if block.strip()]
    starts = [at for at, block in enumerate(blocks) if not block.startswith(" ")]
    elements = ["\n  ".join(blocks[a:b]) for a, b in zip(starts, [*starts[1:], len(blocks)], strict=True)]
    turned = f"{REST}inspanningen:\n  " + "\n  ".join(reversed(elements)) + THEMES + STATED + MODEL.partition("\n")[0] + "\n"
    assert list(network_of(turned).elements) != list(network_of(MODEL).elements)
    assert view(turned) == view()


def test_the_picture_says_that_the_source_has_no_goals_and_why():
    found = view()
    assert found.head.empty == "De bron heeft geen doelenboom; er zijn geen verbanden verzonnen."
    assert found.hidden == ("Waarom er geen doelen staan: De nota noemt alleen werk. (nota § 1, § 2)",)
    assert found.head.subtitle == "Inspanningen naar thema · 2018"
    assert drawn().notes == (found.head.empty, *found.hidden)


def test_a_model_that_has_no_goals_yet_is_told_so():
    found = view("inspanningen: {a: A, b: B, c: C}")
    assert found.head.empty.startswith("! Dit model heeft nog geen doelen")
    assert "doelen: {geen: <reden>}" in found.head.empty
    assert rows(found) == [("Inspanningen", "", ["a", "b", "c"])]
    assert (found.head.subtitle, found.hidden, found.legend) == ("Inspanningen", (), ())
    assert drawn("inspanningen: {a: A}").notes == (found.head.empty,)
    assert view("themas: {t: T}").head.empty.endswith("Er staan nog geen inspanningen in dit model.")


def test_goals_in_a_file_that_was_read_in_part_are_not_called_missing():
    network = loaded("delen: [weg.yaml]\ninspanningen: {a: A}\n").network
    assert not network.complete
    assert themes_of(network, Options(), errors=1).head.empty == ""


def test_no_effort_is_called_loose_where_the_source_has_no_goals():
    text = STATED.replace(", bron: [nota § 1, nota § 2]", "") + "inspanningen: {a: A}\nprofiel: uitgebreid\nbaten: {b: B}\n"
    network = network_of(text)
    found = draw(network, Options(), uncovered=frozenset(), loose=loose_efforts(network), errors=0)
    assert isinstance(found.view, View)
    assert [node.states for node in found.view.nodes] == [(), ()]
    without = network_of(text.split("\n", 1)[1])
    beginner = draw(without, Options(), uncovered=frozenset(), loose=loose_efforts(without), errors=0)
    assert [[state.key for state in node.states] for node in beginner.view.nodes if node.id == "a"] == [["loose"]]


@pytest.mark.parametrize("text", ["doelen: {d: D}\ninspanningen: {a: A}", "doelen: {d: D}\nthemas: {t: T}", "taal: nl", "stakeholders: {s: S}"])
def test_other_models_keep_their_picture(text):
    assert isinstance(drawn(text).view, View)


def test_the_legend_holds_only_what_occurs():
    assert [(one.key, one.mark) for one in view().legend] == [("target", "•"), ("steering", "R"), ("ended", "×"), ("also", "+")]
    assert view("inspanningen: {a: A}").legend == ()


def test_parts_as_a_count_say_how_many_are_hidden():
    found = without_parts(view())
    assert facts(found, "loket")[0] == ("parts", "2 onderdelen")
    assert entry(found, "loket").parts == ()
    assert found.hidden[0] == "2 onderdelen niet getoond"


def test_fewer_rows_say_how_many_are_hidden():
    found = at_most(view("themas: {t: T, u: U}\ninspanningen:\n" + "".join(f"  e{at}: {{naam: E, raakt: [t, u]}}\n" for at in range(5))), 2)
    assert found.hidden == ("3 inspanningen niet getoond", "3 regels van elders niet getoond")
    assert [(len(box.entries), box.more) for group in found.groups for box in group.boxes] == [(2, 3), (2, 3)]
    assert found.left_out
    assert text_equivalent(found).count("+ nog 3 inspanningen") == 2
    assert at_most(view(), 9) == view()


def test_parties_are_named_when_asked_for():
    assert [fact for fact in facts(view(), "los") if fact[0] == "parties"] == []
    assert facts(view(with_stakeholders=True), "los")[-1] == ("parties", "betrokken: UWV")


def test_focus_shows_the_neighbourhood_and_counts_the_rest():
    assert rows(view(focus="school")) == [("Werk", "Stage", ["school"]), ("Zorg", "", ["+school"])]
    assert entry(view(focus="school"), "school").is_focus
    jeugd = view(focus="jeugd")
    assert rows(jeugd) == [("Werk", "", []), ("Werk", "Jeugd", ["folder"]), ("Werk", "Stage", [])]
    assert [(box.more, box.is_focus) for box in jeugd.groups[0].boxes] == [(1, False), (0, True), (1, False)]
    assert rows(view(focus="zorg")) == [("Werk", "", ["loket"]), ("Zorg", "", ["school", "+site"])]
    assert rows(view(focus="uwv")) == [("Zonder thema", "", ["los"])]
    assert facts(view(focus="uwv"), "los")[-1] == ("parties", "betrokken: UWV")
    assert rows(view(focus="aantal", depth=2))[0] == ("Werk", "", [])
    part = entry(view(focus="balie"), "loket")
    assert (part.is_focus, [one.is_focus for one in part.parts]) == (True, [True, False])
    assert view(focus="nota").head.empty.endswith("Rond dit element staan geen inspanningen of thema's.")
    with pytest.raises(KeyError):
        view(focus="nergens")


def test_what_was_asked_in_vain_is_said():
    assert drawn(direction="TB").notes[-1] == "zonder doelen heeft dit beeld geen leesrichting: --direction doet hier niets"
    small = drawn(
        "themas: {t: T}\ninspanningen:\n" + "".join(f"  e{at}: {{naam: Inspanning met een naam, raakt: t}}\n" for at in range(90)), size="A5"
    )
    assert small.notes[-1].startswith("op A5 is de kleinste letter ")
    assert len([one for one in placed(small) if one["name"][0] == "n"]) == 90


def test_english_words():
    found = view(language="en")
    assert found.head.empty == "The source has no goal tree; no links were made up."
    assert [group.note for group in found.groups] == ["3 efforts", "+ 2 from elsewhere", "", "1 effort"]
    assert "no effort" in text_equivalent(found)


def placed(picture) -> list[dict]:
    return json.loads(run_engine(picture.page.dot, layout="nop2", format_name="json", timeout=60))["objects"]


def random_model(seed: int, themes: int, efforts: int) -> str:
    """Themes in a tree and efforts that touch any of them, some with parts, targets and a status; the same seed gives the same text."""
    chance = random.Random(seed)
    words = ("samen", "werken", "aan", "nieuwe", "plannen", "voor", "ondernemers", "jongeren", "wijken", "werkgevers", "schuldhulp", "onderwijs")

    def name() -> str:
        return " ".join(chance.sample(words, chance.randint(1, 6))).capitalize()

    text = "themas:\n" if themes else ""
    for at in range(themes):
        above = f", onderdeel_van: t{chance.randrange(at)}" if at and chance.random() < 0.5 else ""
        text += f"  t{at}: {{naam: {name()}{above}}}\n"
    text += "inspanningen:\n"
    for at in range(efforts):
        some = chance.sample(range(themes), min(themes, chance.choice([0, 1, 1, 1, 2, 3])))
        touches = f", raakt: [{', '.join(f't{one}' for one in some)}]" if some else ""
        more = chance.choice(["", ", sturing: regie", ", status: gestopt", f", onderdelen: {{p{at}: {{naam: {name()}{touches}}}}}"])
        text += f"  e{at}: {{naam: {name()}{touches}{more}}}\n"
    return text


@given(st.integers(0, 10**6), st.integers(0, 9), st.integers(1, 25), st.integers(1, 6))
@settings(max_examples=60, deadline=None)
def test_no_effort_is_lost_and_none_stands_in_full_twice(seed, themes, efforts, most):
    network = network_of(random_model(seed, themes, efforts))
    tops = sorted({top_effort(network, effort.id) for effort in network.of(Effort)})
    found = themes_of(network, Options(), errors=0)
    entries = [(box.id, one) for group in found.groups for box in group.boxes for one in box.entries]
    assert sorted(one.id for _, one in entries if not one.is_again) == tops
    for theme, one in entries:
        links = {link.target for part in (one.id, *network.children(one.id)) for link in touched(network, part)}
        assert theme in links or (not theme and not links)
    assert {theme.id for theme in network.of(Theme)} == {one.id for group in found.groups for one in (group, *group.boxes)} - {""}
    cut = at_most(found, most)
    kept = [one for group in cut.groups for box in group.boxes for one in box.entries]
    assert len(kept) + sum(box.more for group in cut.groups for box in group.boxes) == len(entries)
    part = themes_of(network, Options(focus=tops[0]), errors=0)
    assert [one.id for group in part.groups for box in group.boxes for one in box.entries if not one.is_again] == [tops[0]]


@given(st.integers(0, 10**6), st.integers(1, 9), st.integers(1, 40), st.integers(1, 8), st.sampled_from([170, 260, 340]))
@settings(max_examples=40, deadline=None)
def test_columns_hold_every_row_once_and_in_order(seed, themes, efforts, count, width):
    found = themes_of(network_of(random_model(seed, themes, efforts)), Options(), errors=0)
    groups = [Sized(head_of(group, width), cards_of(found, group, width)) for group in found.groups]
    runs = dealt(groups, count, 2.0)
    assert sum(run.width for run in runs) <= count
    assert [at for run in runs for at in run.groups] == list(range(len(groups)))
    for run in runs:
        for at, columns in zip(run.groups, run.columns, strict=True):
            pieces = [piece for column in columns for piece in column]
            spread = [(piece.card, row) for piece in pieces for row in range(piece.start, piece.stop)]
            assert spread == [(card, row) for card, one in enumerate(groups[at].cards) for row in range(len(one.rows))]
            assert {piece.card for piece in pieces} == set(range(len(groups[at].cards)))
    highest = max(run_height([groups[at] for at in run.groups], run, 2.0) for run in runs)
    more = dealt(groups, count + 1, 2.0)
    assert max(run_height([groups[at] for at in run.groups], run, 2.0) for run in more) <= highest + 1


@cache
def hengelo():
    return load("models/hengelo-2018.yaml", Folder(ROOT)).network


@cache
def picture(name: str):
    if name.startswith("hengelo"):
        options = Options(with_stakeholders=name.endswith("stakeholders"))
        return draw(hengelo(), options, uncovered=frozenset(), loose=loose_efforts(hengelo()), errors=0)
    texts = {
        "small": MODEL,
        "one theme": "themas: {t: T}\ninspanningen: {a: {naam: A, raakt: t}}",
        "no themes": "inspanningen: {a: A, b: B, c: C}",
        "hundred": random_model(1, 0, 100),
        "hundred in themes": re.sub(r"raakt: \[(t[0-9])[^]]*\]", r"raakt: \1", random_model(2, 8, 100)).replace("status: gestopt", "nummer: 7"),
        "one long theme": "themas: {t: Thema}\ninspanningen:\n"
        + "".join(f"  e{at}: {{naam: Werk {at}, raakt: t, sturing: regie}}\n" for at in range(100)),
        "mission": MODEL.replace("datum: 2018}", "datum: 2018, missie: Iedereen in de stad doet mee aan het werk van de stad.}", 1),
    }
    return drawn(texts[name], errors=2 if name == "mission" else 0)


PICTURES = ["small", "one theme", "no themes", "hundred", "hundred in themes", "one long theme", "mission", "hengelo", "hengelo with stakeholders"]


@pytest.mark.parametrize("name", PICTURES)
def test_nothing_overlaps_everything_is_on_the_page_and_texts_stay_in_their_cards(name):
    objects = json.loads(run_engine(picture(name).page.dot, layout="nop2", format_name="json", timeout=60))
    left, bottom, right, top = (float(part) for part in objects["bb"].split(","))
    found = {one["name"]: one for one in objects["objects"]}
    texts = {key: frame(one) for key, one in found.items() if key[0] in "hbnxtl"}
    for key, (a, b, c, d) in texts.items():
        assert left < a, key
        assert bottom < b, key
        assert c < right, key
        assert d < top, key
    for (one, (a, b, c, d)), (other, (e, f, g, h)) in combinations(texts.items(), 2):
        assert c <= e + 0.1 or g <= a + 0.1 or d <= f + 0.1 or h <= b + 0.1, (one, other)
    cards = [frame(one) for key, one in found.items() if key[0] == "k"]
    panels = [frame(one) for key, one in found.items() if key[0] == "p"]
    for key, (a, b, c, d) in texts.items():
        if key[0] in "bnx":
            assert any(e <= a and f <= b and c <= g and d <= h for e, f, g, h in cards), key
    for a, b, c, d in cards:
        assert any(e < a and f < b and c < g and d < h for e, f, g, h in panels)
    for one, other in combinations(cards, 2):
        assert one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


def test_sizes_are_known_before_the_engine_runs():
    found = picture("hengelo")
    sheet = sheet_of(found.view, "A3")
    measured = {one["name"]: one for one in placed(found)}
    titled = 0
    for name, item in items_of(found.view, sheet):
        width, height = (float(measured[name][side]) * 72 for side in ("width", "height"))
        assert width == pytest.approx(item.width, abs=0.05)
        if name[0] != "x":
            assert height == pytest.approx(item.height, abs=0.05), name
        titled += name[0] == "n"
    assert titled >= 50


@pytest.mark.parametrize("name", PICTURES)
def test_no_letter_is_under_nine_points_and_no_row_is_hidden(name):
    found = picture(name)
    assert smallest_letter(found.page) >= 9
    assert not found.view.left_out
    assert (found.page.name, any("kleinste letter" in note for note in found.notes)) == ("A3", False)
    root = ET.fromstring(picture_bytes(found, "svg"))
    scale = float(root.find(f"{{{SVG}}}g").get("transform").split("scale(")[1].split()[0].rstrip(")"))
    assert min(float(text.get("font-size")) * scale for text in root.iter(f"{{{SVG}}}text")) >= 9
    titles = [title.text for title in root.iter(f"{{{SVG}}}title")]
    for group in found.view.groups:
        for box in group.boxes:
            assert all(plain(one.title) in titles for one in box.entries)


def test_hengelo_is_whole_on_one_sheet_without_alarms():
    found = picture("hengelo")
    tops = {top_effort(hengelo(), effort.id) for effort in hengelo().of(Effort)}
    assert {one.id for group in found.view.groups for box in group.boxes for one in box.entries if not one.is_again} == tops
    assert len(tops) >= 50
    svg = picture_bytes(found, "svg").decode()
    assert "De bron heeft geen doelenboom; er zijn geen verbanden verzonnen." in svg
    assert "los: bereikt geen doel" not in svg
    assert found.page.landscape


def test_a_theme_that_is_too_long_for_a_column_goes_on_in_the_next():
    text = "themas: {t: T, u: {naam: Uitgebreid, onderdeel_van: t}}\ninspanningen:\n"
    found = drawn(text + "".join(f"  e{at}: {{naam: Werk {at}, raakt: u}}\n" for at in range(60)))
    texts = ["".join(one.itertext()).strip() for one in ET.fromstring(picture_bytes(found, "svg")).iter(f"{{{SVG}}}text")]
    names = [text for text in texts if text.startswith("Uitgebreid")]
    assert len(names) > 2
    assert names == ["Uitgebreid", *["Uitgebreid (vervolg)"] * (len(names) - 1)]


def test_a_large_network_leaves_out_rows_and_says_so():
    text = "themas: {t: T, u: U}\ninspanningen:\n" + "".join(
        f"  e{at}: {{naam: Inspanning {at} voor de stad, raakt: {'tu'[at % 2]}}}\n" for at in range(330)
    )
    found = drawn(text)
    assert smallest_letter(found.page) >= 9
    hidden = sum(box.more for group in found.view.groups for box in group.boxes)
    assert hidden > 0
    assert f"{hidden} inspanningen niet getoond" in found.notes
    assert len([one for one in placed(found) if one["name"][0] == "n"]) == 330 - hidden


def test_golden_dot():
    made = drawn().dot
    golden = GOLDEN / "themes-small.dot"
    if os.environ.get("DINKIT_UPDATE_GOLDEN"):
        golden.write_text(made, encoding="utf-8", newline="\n")
    assert made == golden.read_text(encoding="utf-8")


def test_twice_the_same_bytes_in_every_format():
    one, other = drawn(), drawn()
    assert one == other
    for name in ("svg", "pdf", "png", "dot"):
        assert picture_bytes(one, name) == picture_bytes(other, name), name


@given(st.lists(st.one_of(st.text(max_size=80), st.sampled_from(HOSTILE)), min_size=6, max_size=6))
@example(HOSTILE[:6])
@example(HOSTILE[2:])
@settings(max_examples=5, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.too_slow])
def test_no_label_breaks_dot_or_svg(labels):
    network = network_of(MODEL)
    for element, label in zip(("werk", "jeugd", "stage", "loket", "balie", "folder"), labels, strict=True):
        vars(network.elements[element]).update(name=label, number=label)
    found = draw(network, Options(), uncovered=frozenset(), loose=frozenset(), errors=0)
    root = ET.fromstring(picture_bytes(found, "svg"))
    titles = [title.text or "" for title in root.iter(f"{{{SVG}}}title")]
    for label in labels:
        assert any(plain(label) in title for title in titles)
    assert sum(len(text.text or "") for text in root.iter(f"{{{SVG}}}text")) < 6000
