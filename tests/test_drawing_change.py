"""A change as values: the union of two networks, what is drawn of it, and the laws that hold for any two models; no engine runs here."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings

from change_support import comparison, resolved
from diff_support import edits
from dinkit.comparing.comparison import Comparison, Side
from dinkit.comparing.difference import is_empty
from dinkit.consequences.telling import compared
from dinkit.drawing import style
from dinkit.drawing.change.boxes import boxes_of
from dinkit.drawing.change.facts import DETAILS, FACES
from dinkit.drawing.change.looks import LOOKS, look_of
from dinkit.drawing.change.markup import box_label
from dinkit.drawing.change.runs import Run, broken, height_of, markup
from dinkit.drawing.change.sentences import sentences_of
from dinkit.drawing.change.sheets import SHEETS
from dinkit.drawing.change.union import BOXES, union_of
from dinkit.drawing.change.view import Changed
from dinkit.drawing.metrics import width_of
from dinkit.exporters._difference import entries
from dinkit.exporters._difference_told import told_changes
from dinkit.finding import Text
from dinkit.network import Network
from dinkit.reading.load import load
from dinkit.source import Memory
from strategies import broken as damaged
from test_consequences import BEGIN, KRANT

TREE = """\
model: m
doelen:
  hoog: {naam: Hoog, nummer: I, subdoelen: {links: {naam: Links, nummer: 1, subdoelen: {blad: Blad}}, rechts: {naam: Rechts, nummer: 2}}}
inspanningen:
  werk: {naam: Werk, draagt_bij_aan: blad, onderdelen: {deel: {naam: Deel, nummer: 1}, ander: {naam: Ander, nummer: 2}}}
  krant: {naam: Krant, draagt_bij_aan: rechts}
"""


def texts_of(changed: Changed, detail: str, face: str = "change") -> dict[str, str]:
    """The bare text of every box."""
    boxes = boxes_of(changed, SHEETS[1], detail, face)
    return {name: unescape(" ".join(re.sub(r"<[^>]*>", " ", box_label(box)).split())) for name, box in boxes.items()}


def test_the_union_has_what_is_and_what_was_each_once() -> None:
    union = union_of(
        comparison(
            TREE, TREE.replace("  krant: {naam: Krant, draagt_bij_aan: rechts}\n", "  blad-2: {naam: Tijdschrift, draagt_bij_aan: rechts}\n")
        ).difference
    )
    assert sorted(union.network.elements) == ["ander", "blad", "blad-2", "deel", "hoog", "krant", "links", "rechts", "werk"]
    assert union.gone == {"krant"}
    assert union.lines["contributes_to", "krant", "rechts"] == "removed"
    assert union.lines["contributes_to", "blad-2", "rechts"] == "added"
    assert union.lines["contributes_to", "werk", "blad"] == "same"


def test_an_element_with_another_id_stands_in_the_union_once() -> None:
    union = union_of(comparison(BEGIN, BEGIN.replace(KRANT, KRANT.replace("  krant:", "  weekblad:"))).difference)
    assert "krant" not in union.network.elements
    assert union.then["weekblad"] == "krant"
    assert union.lines["contributes_to", "weekblad", "scholing"] == "same"


def test_what_became_something_that_has_no_box_is_drawn_as_it_was() -> None:
    found = comparison(TREE, TREE.replace("  krant: {naam: Krant, draagt_bij_aan: rechts}\n", "afspraken: {krant: Krant}\n"))
    changed = resolved(found)
    assert "krant" in changed.union.gone
    assert "~ Krant » soort element: inspanning afspraak" in texts_of(changed, "full")["krant"]


def test_only_what_changed_and_what_stands_beside_it_is_drawn() -> None:
    found = comparison(TREE, TREE.replace("naam: Krant", "naam: Weekblad"))
    changed = resolved(found)
    assert [node.id for node in changed.view.nodes] == ["krant", "hoog", "rechts"]
    assert changed.unseen == 5
    assert texts_of(changed, "full")["krant"] == "~ Krant Weekblad"
    whole = resolved(found, whole=True)
    assert sorted(node.id for node in whole.view.nodes) == ["blad", "hoog", "krant", "links", "rechts", "werk"]
    assert whole.unseen == 0
    assert "Deel" in texts_of(whole, "full")["werk"]


def test_a_part_is_a_row_and_the_others_are_counted() -> None:
    changed = resolved(comparison(TREE, TREE.replace("naam: Deel, nummer: 1", "naam: Stuk, nummer: 3")))
    assert changed.rows["werk"] == ("deel",)
    assert texts_of(changed, "full")["werk"] == "Werk ~ 1 3 Deel Stuk 1 onderdeel ongewijzigd"
    assert texts_of(changed, "counts")["werk"] == "Werk ~ onderdelen gewijzigd: 1 1 onderdeel ongewijzigd"


def test_a_part_that_moved_stands_in_both_places_and_says_so() -> None:
    new = TREE.replace(", ander: {naam: Ander, nummer: 2}", "").replace(
        "  krant: {naam: Krant,", "  krant: {naam: Krant, onderdelen: {ander: {naam: Ander, nummer: 2}},"
    )
    changed = resolved(comparison(TREE, new))
    assert changed.away == {"werk": ("ander",), "krant": (), "hoog": (), "rechts": ()}
    assert "~ 2 Ander » onderdeel van: 'Werk' 'Krant'" in texts_of(changed, "full")["krant"]
    assert "» 2 Ander nu bij 'Krant'" in texts_of(changed, "full")["werk"]
    assert "Ander" in texts_of(changed, "full", "old")["werk"]
    assert "Ander" not in texts_of(changed, "full", "old")["krant"]
    assert "Ander" in texts_of(changed, "full", "new")["krant"]
    assert "Ander" not in texts_of(changed, "full", "new")["werk"]


def test_a_goal_that_moved_has_a_line_to_its_old_and_to_its_new_place() -> None:
    new = TREE.replace(", subdoelen: {blad: Blad}}", "}").replace("{naam: Rechts, nummer: 2}", "{naam: Rechts, nummer: 2, subdoelen: {blad: Blad}}")
    changed = resolved(comparison(TREE, new))
    states = {(edge.source, edge.target): state for edge, state in zip(changed.view.edges, changed.lines, strict=True)}
    assert states["blad", "links"] == "removed"
    assert states["blad", "rechts"] == "added"
    assert states["werk", "blad"] == "same"
    assert "» onderdeel van: 'Links' 'Rechts'" in texts_of(changed, "full")["blad"]


def test_of_a_line_with_another_weight_both_are_told() -> None:
    new = TREE.replace("draagt_bij_aan: rechts", "draagt_bij_aan: {rechts: ++}")
    changed = resolved(comparison(TREE, new))
    assert "changed" in changed.lines
    assert texts_of(changed, "full")["krant"] == "~ Krant + draagt bij aan 'Rechts': gewicht: ++"


def test_an_indicator_is_told_at_what_it_measures() -> None:
    found = comparison(BEGIN, BEGIN.replace("waarde: 20, datum: 2022", "waarde: 30, datum: 2022"))
    changed = resolved(found)
    assert texts_of(changed, "full")["banen"] == "~ Meer banen ~ indicator 'Aantal banen': streefwaarden: 20 30 (2022)"
    said = sentences_of(found, changed, told_changes(found, "nl"), settings=0, whole=False)
    assert said.notes == ("2 ongewijzigde elementen niet getekend (--geheel tekent alles)",)


def test_what_is_in_no_box_is_told_below() -> None:
    found = comparison(BEGIN, BEGIN.replace("school: School", "school: De school").replace("nota: Nota", "nota: De nota"))
    changed = resolved(found)
    said = sentences_of(found, changed, told_changes(found, "nl"), settings=2, whole=False)
    assert said.empty == "Aan doelen en inspanningen is niets gewijzigd."
    (note,) = said.notes[1:]
    assert note == (
        "Ook gewijzigd, niet in dit netwerk: stakeholder 'De school' (gewijzigd: hernoemd; naam: School wordt De school), "
        "bron 'De nota' (gewijzigd: hernoemd; naam: Nota wordt De nota), het model zelf (2)"
    )


def test_what_was_read_in_part_is_uncertain() -> None:
    found = comparison(BEGIN, BEGIN.replace("    naam: Krant maken\n", "    naam: [\n"))
    changed = resolved(found)
    said = sentences_of(found, changed, told_changes(found, "nl"), settings=0, whole=False)
    assert said.draft == "Let op: nieuw kon niet helemaal gelezen worden; wat een ? heeft, is niet zeker"
    assert any(text.startswith(("−?", "~?", "−? ")) for text in texts_of(changed, "full").values())


def test_signs_frames_and_lines_differ_without_colour_and_can_be_read() -> None:
    looks = list(LOOKS.values())
    assert len({look.sign for look in looks}) == len(looks)
    for part in ("frame", "line"):
        assert len({tuple(sorted(getattr(look, part).items())) for look in looks}) == len(looks)
    for look in (*looks, look_of("differs")):
        assert style.contrast(look.ink, style.PAPER) >= 4.5
        assert style.contrast(look.ink, look.fill) >= 4.5


def test_lines_break_between_words_that_look_different() -> None:
    kind = style.ROW
    lines = broken([Run("een twee drie", kind, struck=True), Run("vier vijf zes", kind._replace(bold=True))], 62.0)
    assert [[(run.text, run.struck) for run in line] for line in lines] == [[("een twee drie", True)], [("vier vijf zes", False)]]
    lines = broken([Run("een twee drie", kind, struck=True), Run("vier vijf zes", kind._replace(bold=True))], 45.0)
    assert [[(run.text, run.struck) for run in line] for line in lines] == [
        [("een twee", True)], [("drie", True), (" ", False), (" ", False), ("vier", False)], [("vijf zes", False)],
    ]  # fmt: skip
    assert all(sum(width_of(run.text, run.kind) for run in line) <= 45.0 for line in lines)
    assert height_of(lines) == pytest.approx(3 * 11.25)
    assert broken([Run("een twee drie", kind)], 45.0, 1)[0][0].text.endswith("…")
    assert "<S>" in markup(lines[:1])
    assert "<S>" not in markup(lines[2:])


def both(pair: tuple[Network, Network]) -> Comparison:
    earlier, later = pair
    return compared("din.yaml", Side(Text("oud", "old"), earlier), Side(Text("nieuw", "new"), later))


def plain(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(edits())
def test_every_change_of_the_text_is_in_the_picture_or_in_the_note_below(pair: tuple[Network, Network]) -> None:
    found = both(pair)
    told = told_changes(found, "nl")
    changed = resolved(found)
    said = sentences_of(found, changed, told, settings=0, whole=False)
    listed = {entry.element: entry for entry in entries(found, "nl")}
    assert set(listed) <= set(told)
    drawn = {node.id for node in changed.view.nodes}.union(*changed.rows.values())
    boxed = {name for name in told if isinstance(changed.union.network.elements[name], BOXES)}
    assert boxed == set(changed.told) <= drawn
    for name, entry in listed.items():
        assert told[name].state == entry.state
        sentence = next((one for _, one in said.told if name in boxed and all(plain(line) in plain(one) for line in entry.lines)), None)
        assert name not in boxed or sentence is not None, (name, entry)
    if not is_empty(found.difference) and not boxed:
        assert said.empty
    assert said.empty != "Geen verschil." or is_empty(found.difference)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(edits())
def test_with_room_everything_that_is_said_otherwise_stands_in_a_box(pair: tuple[Network, Network]) -> None:
    changed = resolved(both(pair))
    texts = texts_of(changed, "full")
    lines = {(edge.type, edge.source, edge.target): state for edge, state in zip(changed.view.edges, changed.lines, strict=True)}
    for node in changed.view.nodes:
        for name in (node.id, *changed.rows[node.id]):
            for said in changed.told[name].said if name in changed.told else ():
                nested = said.line == ("part_of", name, changed.union.network.parent(name))
                if changed.told[name].state != "changed" and (nested or said.line in lines):
                    assert nested or lines[said.line or ("", "", "")] in ("added", "removed", "changed")
                    continue
                for value in (said.label, said.old, said.new):
                    assert all(letters(word)[:12] in letters(texts[node.id]) for word in value.split()[:2]), (name, said)


def letters(text: str) -> str:
    return re.sub(r"[^\w]", "", text)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(edits())
def test_at_every_level_of_detail_every_name_stands_in_its_box(pair: tuple[Network, Network]) -> None:
    changed = resolved(both(pair), whole=True)
    network = changed.union.network
    for detail in DETAILS:
        texts = texts_of(changed, detail)
        for node in changed.view.nodes:
            shown = [node.id, *(row for row in changed.rows[node.id] if detail != "counts")]
            for name in shown:
                words = network.elements[name].name.split()[:1]
                assert all(
                    plain(re.sub(r"[^\w]", "", word)) in re.sub(r"[^\w]", "", texts[node.id]) for word in words if word.isalnum() and len(word) < 12
                )
    counted = sum(isinstance(one, BOXES) for one in network.elements.values())
    assert counted == len({node.id for node in changed.view.nodes}.union(*changed.rows.values())) + changed.unseen


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(edits())
def test_the_states_show_what_was_and_what_is(pair: tuple[Network, Network]) -> None:
    changed = resolved(both(pair), whole=True)
    held = {face: boxes_of(changed, SHEETS[0], "full", face) for face in FACES}
    boxes = {node.id for node in changed.view.nodes}
    for name in boxes:
        state = changed.told[name].state if name in changed.told else ""
        assert {face for face in FACES if name in held[face]} == {"old", "new", "change"} - {{"added": "old", "removed": "new"}.get(state, "")}
    rows = {face: {item.element for box in held[face].values() for column in box.columns for item in column} for face in FACES}
    for name in {one for ids in changed.rows.values() for one in ids}:
        state = changed.told[name].state if name in changed.told else ""
        if state in ("added", "removed"):
            assert name not in rows["old" if state == "added" else "new"]
        assert name in rows["change"]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(damaged(), damaged())
def test_damaged_models_have_boxes_in_every_state(old: str, new: str) -> None:
    earlier, later = (load("din.yaml", Memory({"din.yaml": text})).network for text in (old, new))
    found = both((earlier, later))
    for whole in (False, True):
        changed = resolved(found, whole=whole)
        assert sentences_of(found, changed, told_changes(found, "nl"), settings=0, whole=whole).subtitles["change"]
        for face in FACES:
            for text in texts_of(changed, "full", face).values():
                assert text
