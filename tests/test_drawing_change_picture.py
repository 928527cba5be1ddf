"""The picture of a change as a reader sees it: exact marks in the SVG, the three states on one page, hostile texts, and large changes."""

from __future__ import annotations

import os
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from change_support import comparison, drawn, seen, svg_of, words
from dinkit.cli.earlier import standing_arrangement
from dinkit.cli.sides import comparisons
from dinkit.cli.versions import asked
from dinkit.drawing.arrangement import Arrangement, arrangement_in
from dinkit.drawing.change.facts import FACES
from dinkit.drawing.change.picture import ChangePicture, draw_change
from dinkit.drawing.change.webpage import page_bytes
from dinkit.drawing.finish import SVG
from dinkit.drawing.picture import draw, is_legible, picture_bytes, smallest_letter
from dinkit.drawing.selection import Options
from dinkit.exporters._difference_told import settings_told, told_changes
from support import network_of
from test_consequences import BEGIN, KRANT

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).parent.parent

LATER = (
    BEGIN.replace("Loket openen", "Loket heropenen")
    .replace("planning: 2019\n    geld", "planning: {start: 2019, eind: open}\n    geld")
    .replace("{banen: {herkomst: vermeld, bron: nota 1}}", "{banen: {herkomst: vermeld, bron: nota 1, gewicht: ++}, lezen: {herkomst: vermeld}}")
    .replace("waarde: 20, datum: 2022", "waarde: 30, datum: 2022")
    .replace("scholing: Betere scholing", "scholing: Betere scholing, lezen: Beter lezen")
    .replace(KRANT, "")
)


def golden(name: str, made: str) -> None:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(made, encoding="utf-8", newline="\n")
    assert made == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_golden_text_of_the_svg(language: str) -> None:
    root = svg_of(drawn(BEGIN, LATER, language=language))
    golden(f"change-small.{language}.txt", "\n".join([*seen(root), "", *words(root)]) + "\n")


def test_every_state_has_its_sign_frame_and_line() -> None:
    root = svg_of(drawn(BEGIN, LATER))
    marks = [line.split(" | ")[0] for line in seen(root)]
    assert "node added [1x2.6] **+**" in marks
    assert "node removed [1x2 dashed] **−**" in marks
    assert "node changed [2x1.1] **~**" in marks
    assert "node same [1x0.7] Meer welvaart" in marks
    assert {"edge added [1x2.6]", "edge removed [1x2 dashed]", "edge changed [2x1.1]", "edge same [1x0.7]"} <= set(marks)


def test_what_was_is_struck_through_beside_what_is() -> None:
    said = "\n".join(seen(svg_of(drawn(BEGIN, LATER))))
    assert "~~Loket openen~~ **Loket heropenen**" in said
    assert "planning: ~~2019~~ **2019..**" in said
    assert "~~20~~ **30** (2022)" in said.replace("** | **", " ")
    assert "~~Krant maken~~" in said


def test_the_old_and_the_new_state_stand_in_the_same_places() -> None:
    picture = drawn(BEGIN, LATER)
    places = {face: dict(re.findall(r'\t(n\d+) \[.*? pos="([^"]*)"', getattr(picture, face).dot, re.DOTALL)) for face in FACES}
    for face in ("old", "new"):
        for name in places[face]:
            assert places[face][name] == places["change"][name]
    pages = {(getattr(picture, face).page.scale, getattr(picture, face).page.landscape) for face in FACES}
    assert len(pages) == 1
    old, new = (" ".join(words(svg_of(picture, face))) for face in ("old", "new"))
    assert "Loket openen" in old
    assert "Krant maken" in old
    assert "heropenen" not in old
    assert "Beter lezen" not in old
    assert "Loket heropenen" in new
    assert "Beter lezen" in new
    assert "Krant" not in new
    assert "~~" not in old + new


def test_the_order_is_that_of_the_old_picture() -> None:
    found = comparison(BEGIN, LATER)
    told = told_changes(found, "nl")
    for efforts in (("loket", "krant"), ("krant", "loket")):
        previous = Arrangement({"effort": efforts, "goal-0": ("welvaart",), "goal-1": ("scholing", "banen")})
        order = draw_change(found, told, previous=previous).change.arrangement.order
        assert order["effort"] == efforts
        assert [one for one in order["goal-1"] if one != "lezen"] == ["scholing", "banen"]


def test_what_is_new_moves_nothing() -> None:
    many = "".join(f"  w{at}: {{naam: Werk {at}, draagt_bij_aan: {'[banen, scholing]' if at % 3 else 'scholing'}}}\n" for at in range(12))
    old = network_of(BEGIN + many)
    then = draw(old, Options(), uncovered=frozenset(), loose=frozenset(), errors=0).arrangement.order
    new = BEGIN + many.replace("Werk 4", "Werk vier").replace(
        "  w7: {naam: Werk 7, draagt_bij_aan: [banen, scholing]}\n", "  w99: {naam: Erbij, draagt_bij_aan: banen}\n"
    )
    now = drawn(BEGIN + many, new, whole=True).change.arrangement.order
    assert "w7" in now["effort"]
    assert {column: tuple(one for one in ids if one != "w99") for column, ids in now.items()} == then


def test_no_difference_is_said() -> None:
    picture = drawn(BEGIN, BEGIN)
    assert "Geen verschil." in words(svg_of(picture))
    assert not [line for line in seen(svg_of(picture)) if " same " not in line]
    whole = drawn(BEGIN, BEGIN, whole=True)
    assert "Geen verschil." in words(svg_of(whole))
    assert len(whole.changed.view.nodes) == 5
    assert "No difference." in words(svg_of(drawn(BEGIN, BEGIN, language="en")))


def test_a_side_that_cannot_be_read_is_named_and_the_other_is_not_called_new() -> None:
    for old, new, said in ((BEGIN, "\t[", "nieuw"), ("\t[", BEGIN, "oud")):
        picture = drawn(old, new)
        assert f"**Let op: {said} kan niet gelezen worden; er is niet vergeleken**" in words(svg_of(picture))
        assert not [line for line in seen(svg_of(picture)) if " same " not in line]
    assert any("dit model is nieuw" in line for line in words(svg_of(drawn(None, BEGIN))))
    assert any("dit model is er niet meer" in line for line in words(svg_of(drawn(BEGIN, None))))


def test_what_was_read_in_part_is_drawn_with_a_question_mark() -> None:
    picture = drawn(BEGIN, LATER.replace("    naam: Loket heropenen\n", "    naam: [\n"))
    said = "\n".join(seen(svg_of(picture)))
    assert "node removed [2x2 dashed] **−?** | ~~Krant maken~~" in said
    assert "node changed [2x1.1] **~?** | ~~Loket openen~~ **loket**" in said
    assert "**Let op: nieuw kon niet helemaal gelezen worden; wat een ? heeft, is niet zeker**" in words(svg_of(picture))
    assert "?" not in "".join(line for face in ("old", "new") for line in seen(svg_of(picture, face)))


HOSTILE = '</text><script>alert(1)</script>&amp;" \\N {x|y} ]]>'


def test_hostile_texts_stay_text() -> None:
    new = BEGIN.replace("naam: Krant maken", f"naam: '{HOSTILE}'").replace("Meer welvaart", "'<b>&lt;img src=x onerror=1&gt;'")
    picture = drawn(BEGIN, new)
    root = ET.fromstring(picture_bytes(picture.change, "svg"))
    assert not [one for one in root.iter() if one.tag.endswith("script")]
    assert any("<script>alert(1)</script>" in line for line in words(svg_of(picture)))
    page = page_bytes(picture).decode()
    assert "<script" not in page
    assert "<img" not in page
    assert "<b>" not in page


class _Page(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def test_the_page_has_three_states_without_a_script() -> None:
    text = page_bytes(drawn(BEGIN, LATER)).decode()
    page = _Page(text)
    assert [one["id"] for one in page.of("section")] == ["old", "new", "change"]
    assert [(one["type"], one["name"], one["id"], "checked" in one) for one in page.of("input")] == [
        ("radio", "state", "pick-old", False), ("radio", "state", "pick-new", False), ("radio", "state", "pick-change", True),
    ]  # fmt: skip
    assert [one["for"] for one in page.of("label")] == ["pick-old", "pick-new", "pick-change"]
    assert len(page.of("svg")) == 3
    assert not page.of("script")
    ids = [attributes["id"] for _, attributes in page.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in page.found:
        assert set((attributes.get("aria-labelledby") or "").split()) <= set(ids)
    for address in re.findall(r'(?:src|href)="([^"]*)"|url\(([^)]*)\)', text):
        assert "".join(address).startswith(("#", "data:"))
    assert page.of("html")[0]["lang"] == "nl"
    assert text.count("<li>") > 10


def test_the_same_bytes_every_time() -> None:
    found = comparison(BEGIN, LATER)
    told = told_changes(found, "nl")
    one, other = drawn(BEGIN, LATER), draw_change(found, told)
    assert page_bytes(one) == page_bytes(other)
    assert picture_bytes(one.change, "dot") == picture_bytes(other.change, "dot")
    assert arrangement_in(picture_bytes(one.change, "dot")) == arrangement_in(picture_bytes(one.change, "svg"))


def test_everything_has_words_for_who_cannot_see_it() -> None:
    root = ET.fromstring(picture_bytes(drawn(BEGIN, LATER).change, "svg"))
    description = root.findtext(f"{{{SVG}}}desc") or ""
    for sentence in (
        "Wat er veranderde van oud naar nieuw · + 1 nieuw · − 1 verwijderd · ~ 2 gewijzigd",
        "~ Inspanning: Loket heropenen: gewijzigd; hernoemd; naam: Loket openen → Loket heropenen; planning: 2019 → 2019..",
        "+ Doel: Beter lezen: nieuw; is onderdeel van 'Meer welvaart'",
        "− Inspanning: Krant maken: verwijderd",
        "lijn erbij: Loket heropenen draagt bij aan Beter lezen (vermeld)",
    ):
        assert sentence in description
    assert root.get("role") == "img"


def large(*, standing: bool) -> ChangePicture:
    """The largest change of the shipped models, as the picture in exports/ stands or in an order of its own."""
    found = next(iter(comparisons(asked([str(ROOT / "models/din.yaml"), str(ROOT / "models/almelo-2022.yaml")]), None))).comparison
    previous = standing_arrangement(ROOT / "exports/din.svg", found.now.network, fresh=False) if standing else None
    settings = len(settings_told(found, "nl"))
    return draw_change(found, told_changes(found, "nl"), settings=settings, previous=previous)


@pytest.mark.parametrize("standing", [False, True])
def test_a_large_change_can_be_read_on_a3_and_names_everything(*, standing: bool) -> None:
    picture = large(standing=standing)
    assert is_legible(picture.change.page)
    assert picture.change.page.name == "A3"
    assert smallest_letter(picture.change.page) >= 9.0
    text = re.sub(r"[^\w]", "", " ".join(seen(svg_of(picture))))
    network = picture.changed.union.network
    assert len(picture.changed.told) > 90
    for name, one in picture.changed.told.items():
        assert re.sub(r"[^\w]", "", network.elements[name].name) in text, name
        if name in picture.changed.union.then:
            then = picture.changed.union.earlier.elements[picture.changed.union.then[name]]
            assert re.sub(r"[^\w]", "", then.name) in text, (name, one.state)


def test_what_does_not_fit_is_drawn_small_and_says_so() -> None:
    many = "".join(f"  werk-{at}: {{naam: Een werk met een lange naam dat zelf {at} heet, draagt_bij_aan: [banen, scholing]}}\n" for at in range(30))
    picture = drawn(BEGIN, BEGIN.replace("naam: Krant", "naam: Weekblad") + many, size="A5", whole=True)
    assert not is_legible(picture.change.page)
    assert picture.change.notes[0].startswith("op A5 is de kleinste letter ")
    assert ET.tostring(svg_of(picture))
