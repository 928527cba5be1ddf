"""Comparisons in every format: the same changes in all of them, golden Markdown in both languages, hostile texts, and what fits a comment."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dinkit import catalogue
from dinkit.comparing.changes import CHANGES
from dinkit.comparing.comparison import Comparison
from dinkit.comparing.links import FIELDS
from dinkit.comparing.values import field_changes
from dinkit.consequences.codes import CODES
from dinkit.consequences.telling import compared
from dinkit.exporters._comment import LARGEST
from dinkit.exporters._difference import entries, settings
from dinkit.exporters._field_words import field_lines
from dinkit.model.kinds import KINDS
from dinkit.model.relations import RELATION_BY_NAME
from dinkit.report import Report
from support import loaded
from test_consequences import BEGIN, KRANT, judged, side
from test_docs_json import ELEMENT, RELATION, TEXT, closed, listed, shape_of

GOLDEN = Path(__file__).parent / "golden"
FORMS = ("text", "json", "md", "html")

LATER = (
    BEGIN.replace("model: m\n", "model: m\neditie: tweede\n")
    .replace("Loket openen", "Loket heropenen")
    .replace("{banen: {herkomst: vermeld, bron: nota 1}}", "{banen: {herkomst: afgeleid, reden: lijkt zo, gewicht: ++}}")
    .replace("waarde: 20, datum: 2022", "waarde: 30, datum: 2022")
    .replace("bedrag: 100", "bedrag: 1500000")
    .replace("gemeente: trekker}\n    planning: 2019\n    geld", "bank: trekker}\n    planning: {start: 2019, eind: open}\n    geld")
    .replace(KRANT, "  weekblad:\n    naam: Krant maken\n    draagt_bij_aan: banen\n    stakeholders: {gemeente: trekker}\n    planning: 2019\n")
    .replace("school: School, ", "")
)


def export(form: str, *found: Comparison, language: str = "nl") -> str:
    made: str = catalogue.member("dinkit.exporters", f"difference_{form}").EXPORTER.export(Report(comparisons=found, language=language))
    return made


@cache
def small() -> Comparison:
    return compared("models/din.yaml", side(BEGIN, "HEAD~1 (12345678)"), side(LATER, "werkmap"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_golden_markdown(language: str) -> None:
    made = export("md", small(), language=language)
    golden = GOLDEN / f"difference-small.{language}.md"
    if os.environ.get("DINKIT_UPDATE_GOLDEN"):
        golden.write_text(made, encoding="utf-8", newline="\n")
    assert made == golden.read_text(encoding="utf-8")


TEXT_OUT = """\
models/din.yaml: HEAD~1 (12345678) → werkmap
Inspanningen: 2 gewijzigd; stakeholders: 1 weg; indicatoren: 1 gewijzigd; de instellingen van het model zijn gewijzigd.

Let op
  * Hoofddoel 'Meer welvaart' is niet meer volledig gedekt: van de 2 onderste doelen heeft er nog 1 een rechtstreekse inspanning.
  * Subdoel 'Betere scholing' heeft geen inspanning meer; eerst droeg 'Krant maken' eraan bij.
  * Subdoel 'Meer banen' steunt niet meer op een bijdrage die een bron vermeldt.
  * Nieuwe waarschuwing DIN107 (din.yaml:5): doel 'Betere scholing' heeft geen inspanning.
Ter informatie
  * Indicator 'Aantal banen': de streefwaarde voor 2022 gaat van 20 banen naar 30 banen (de lat gaat omhoog).
  * Geldstroom regulier (uitgave, eigen organisatie betaalt): van € 100 naar € 1.500.000 (+ € 1.499.900).
  * Te herzien: de bijdrage aan subdoel 'Meer banen' ('Loket heropenen'), want indicator 'Aantal banen' veranderde.
  * Vrij van al het werk: 'School' (was bij 'Krant maken').
  * Vrij van 'Loket openen': 'Gemeente' (houdt 1 inspanning).
  * Nieuw betrokken: 'Bank' (bij 'Loket heropenen').
Verbeterd
  * Subdoel 'Meer banen' heeft 2 rechtstreekse inspanningen (eerst 1): met 'Krant maken' erbij.

Inspanningen
  ~ 'Loket heropenen' (loket): hernoemd
      naam: Loket openen → Loket heropenen
      planning: 2019 → 2019..
      geld: € 100 (uitgave, betaler gemeente, geldstroom regulier) → € 1.500.000 (uitgave, betaler gemeente, geldstroom regulier)
      draagt bij aan 'Meer banen': gewicht: (leeg) → ++; herkomst: vermeld → afgeleid; bron: - nota 1; reden: (leeg) → lijkt zo
      + heeft als stakeholder 'Bank' (trekker)
      - heeft als stakeholder 'Gemeente' (trekker)
  ~ 'Krant maken' (weekblad): andere id
      id: krant → weekblad (herkend aan de inhoud)
      - draagt bij aan 'Betere scholing'
      + draagt bij aan 'Meer banen'

Stakeholders
  - 'School' (school): verwijderd
      is betrokken bij 'Krant maken' (partner)

Indicatoren
  ~ 'Aantal banen' (aantal)
      streefwaarden: 20 (2022) → 30 (2022)

Het model zelf
      editie: (leeg) → tweede
"""


def test_text() -> None:
    assert export("text", small()) == TEXT_OUT


# Every format holds the same


class Reading(HTMLParser):
    """The text of a page, and every tag and attribute in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def words_of(form: str, made: str) -> str:
    """What a reader sees, on one line."""
    if form == "html":
        made = " ".join(Reading(made).text)
    if form == "md":
        made = made.replace("\\", "")
    return " ".join(made.split())


@pytest.mark.parametrize("form", ["text", "md", "html"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_consequence_and_every_change_is_in_every_format_for_people(form: str, language: str) -> None:
    shown = words_of(form, export(form, small(), language=language))
    for one in small().consequences:
        assert (one.text.nl if language == "nl" else one.text.en) in shown
    for entry in entries(small(), language):
        assert entry.name in shown
        assert entry.element in shown
        for row in entry.rows:
            words = [word for word in (row.name, row.old, row.new) if word] if form == "html" and row.name else [row.text]
            assert all(word in shown for word in words), row
    assert all(line in shown for line in settings(small(), language))


class Outline(Reading):
    """Also which tags were left open or closed twice, the levels of the headings, and the ids."""

    def __init__(self, page: str) -> None:
        self.open: list[str] = []
        self.astray: list[str] = []
        super().__init__(page)
        self.levels = [int(tag[1]) for tag in self.tags if re.fullmatch("h[1-6]", tag)]
        self.ids = [value for name, value in self.attributes if name == "id"]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        self.open += [tag] if tag != "meta" else []

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.astray.append(tag)


@pytest.mark.parametrize("count", [1, 2])
def test_the_page_is_well_made(count: int) -> None:
    page = Outline(export("html", *[small(), compared("twee.yaml", side(BEGIN), side(LATER.replace("heropenen", "slopen")))][:count]))
    assert (page.open, page.astray) == ([], [])
    assert len(page.ids) == len(set(page.ids)) > 3
    assert page.levels[0] == 1
    assert all(deeper - level <= 1 for level, deeper in zip(page.levels, page.levels[1:], strict=False))
    assert {value[1:] for name, value in page.attributes if name == "href" and value} <= set(page.ids)
    assert not any(tag in page.tags for tag in ("script", "img", "link", "iframe", "form"))


@pytest.mark.parametrize("form", FORMS)
def test_nothing_changed(form: str) -> None:
    same = compared("m", side(BEGIN), side(BEGIN))
    made = export(form, same)
    if form == "json":
        (found,) = json.loads(made)["comparisons"]
        assert [found[key] for key in ("consequences", "elements", "relations", "head")] == [[], [], [], []]
    else:
        shown = words_of(form, made)
        assert "Er is niets veranderd aan wat het model zegt." in shown
        assert "Gevolgen" not in shown


def test_models_that_share_parts_tell_a_change_once() -> None:
    other = side(BEGIN.replace("model: m\n", "model: n\n")), side(BEGIN.replace("model: m\n", "model: n\n").replace("waarde: 20", "waarde: 30"))
    first, second = compared("een.yaml", side(BEGIN), side(BEGIN.replace("waarde: 20", "waarde: 30"))), compared("twee.yaml", *other)
    still = compared("drie.yaml", side(BEGIN), side(BEGIN))
    text = export("text", first, second, still)
    assert text.count("streefwaarden: 20 (2022) → 30 (2022)") == 1
    assert text.endswith(
        "twee.yaml: x → x\nIndicatoren: 1 gewijzigd.\n\n(en 2 gevolgen die ook bij een model hierboven staan)\n\n"
        "(en 1 wijziging die ook bij een model hierboven staat)\n\nGeen verschil: drie.yaml\n"
    )
    markdown = export("md", first, second, still)
    assert markdown.count("(2022) → 30 (2022)") == 1
    assert markdown.endswith("\n\nGeen verschil: drie.yaml.\n")
    page = Reading(export("html", first, second, still))
    assert "een.yaml" in page.text
    assert "twee.yaml" in page.text
    assert "drie.yaml" not in page.text


def test_a_model_that_is_new_is_not_listed_on_a_terminal() -> None:
    found = compared("m", side(None), side(BEGIN))
    assert "Krant maken" not in export("text", found)
    assert "Krant maken" in export("md", found)
    assert export("text", compared("m", side(BEGIN), side(None))).endswith("Let op\n  * Het model staat niet in x.\n")


def test_a_version_of_which_nothing_could_be_read_lists_nothing() -> None:
    found = compared("m", side(BEGIN), side("- los\n"))
    for form in ("text", "md", "html"):
        shown = words_of(form, export(form, found))
        assert "Van x kon niets gelezen worden; er is niets te vergelijken." in shown
        assert "Krant maken" not in shown


def test_between_editions_another_reference_is_no_news() -> None:
    begin = "model: a\nbronnen: {n: N}\ndoelen: {g: {naam: G, bron: n 1}}\ninspanningen: {e: {naam: E, bron: n 1, planning: {start: 2019, bron: n 1}, draagt_bij_aan: {g: {bron: n 1}}}}\n"
    later = "vorige_editie: a.yaml\n" + begin.replace("model: a", "model: b").replace("n 1", "n 2").replace("start: 2019", "start: 2020")
    from dinkit.reading.load import load
    from dinkit.source import Memory

    found = compared("b", side(begin), judged(load("b.yaml", Memory({"a.yaml": begin, "b.yaml": later}))))
    lines = {entry.element: entry.lines for entry in entries(found, "nl")}
    assert lines == {"g": ("alleen de bronvermelding is anders",), "e": ("planning: start 2019 → start 2020",)}


# For machines

SIDE = closed(
    name=TEXT, exists={"type": "boolean"}, model={"type": ["string", "null"]}, edition={"type": ["string", "null"]}, complete={"type": "boolean"}
)
FIELD = closed(field={"type": "string"}, old={}, new={})
IDS = listed({"type": "string"})
KINDS_OF_ELEMENT = {"enum": [kind.name for kind in KINDS]}
CHANGED_ELEMENT = closed(
    state={"enum": ["added", "removed", "changed"]},
    element={"type": "string"},
    kind=KINDS_OF_ELEMENT,
    codes=listed({"enum": list(CHANGES)}),
    how={"enum": ["id", "succeeds", "content"]},
    before=IDS,
    after=IDS,
    fields=listed(FIELD),
    parents_then=IDS,
    parents=IDS,
    goals_then=IDS,
    goals=IDS,
    sure={"type": "boolean"},
    old={"anyOf": [ELEMENT, {"type": "null"}]},
    new={"anyOf": [ELEMENT, {"type": "null"}]},
)
CHANGED_RELATION = closed(
    state={"enum": ["added", "removed", "changed", "moved"]},
    type={"enum": sorted(RELATION_BY_NAME)},
    fields=listed(closed(field={"enum": list(FIELDS)}, old={}, new={})),
    because={"enum": ["", "element", "succession", "move"]},
    sure={"type": "boolean"},
    old={"anyOf": [RELATION, {"type": "null"}]},
    new={"anyOf": [RELATION, {"type": "null"}]},
)
COMPARISON = closed(
    model={"type": "string"},
    then=SIDE,
    now=SIDE,
    editions={"type": "boolean"},
    story=TEXT,
    consequences=listed(
        closed(code={"enum": list(CODES)}, tone={"enum": ["worse", "better", "other"]}, text=TEXT, element={"type": ["string", "null"]})
    ),
    summary=listed(
        closed(code={"enum": list(CODES)}, tone={"enum": ["worse", "better", "other"]}, text=TEXT, count={"type": "integer", "minimum": 1})
    ),
    elements=listed(CHANGED_ELEMENT),
    relations=listed(CHANGED_RELATION),
    head=listed(FIELD),
)
SHAPE = shape_of("difference", comparisons=listed(COMPARISON))
PAGE = (Path(__file__).parent.parent / "docs" / "json.md").read_text(encoding="utf-8").split("## Difference")[1]


@pytest.mark.parametrize(
    "found",
    [small, lambda: compared("m", side(None), side(BEGIN)), lambda: compared("m", side(BEGIN), side("- los\n"))],
    ids=["small", "new", "unreadable"],
)
def test_json_has_the_documented_shape(found: Any) -> None:
    data = json.loads(export("json", found()))
    Draft202012Validator(SHAPE).validate(data)


def test_every_key_of_the_json_is_documented_and_no_other() -> None:
    keys = {key for shape in (COMPARISON, CHANGED_ELEMENT, CHANGED_RELATION, SHAPE) for key in shape["properties"]} - {"format", "content"}
    told = {key for line in PAGE.splitlines() if line.startswith("| `") for key in re.findall(r"`([a-z_]+)`", line.split("|")[1])}
    assert told == keys
    assert set(re.findall(r'`"([a-z_]+)"`', PAGE)) >= {
        *CHANGES,
        "added",
        "removed",
        "changed",
        "moved",
        "element",
        "succession",
        "move",
        "worse",
        "better",
        "other",
    }


def test_json_has_old_and_new_values() -> None:
    (found,) = json.loads(export("json", small()))["comparisons"]
    fields = {(change["element"], field["field"]): (field["old"], field["new"]) for change in found["elements"] for field in change["fields"]}
    assert fields["loket", "name"] == ("Loket openen", "Loket heropenen")
    assert fields["loket", "planning"] == ({"end": "2019", "start": "2019"}, {"end": "open", "start": "2019"})
    (relation,) = [one for one in found["relations"] if one["state"] == "changed"]
    assert [field["field"] for field in relation["fields"]] == ["weight", "provenance", "source", "reason"]
    assert [(one["old"] or {}).get("id") for one in found["elements"] if one["element"] == "weekblad"] == ["krant"]


# Hostile texts, and too much of it

HOSTILE = (
    "<script>alert(1)</script>", "[x](javascript:alert(1))", "| a | b |", "@iedereen", "</details>", "\x1b[31mrood", "\u202eomgekeerd", "a\nb", "`x`",
    "&amp;", "# kop", "$x$", "=1+1", "](", "x" * 5000,
)  # fmt: skip


def hostile(text: str) -> Comparison:
    quoted = json.dumps(text)
    begin = f"model: m\ndoelen: {{g: {{naam: G}}, h: {{naam: {quoted}}}}}\ninspanningen: {{e: {{naam: {quoted}, omschrijving: {quoted}, draagt_bij_aan: g}}}}\nstakeholders: {{s: S}}\n"
    later = f"model: m\nlabels: {{inspanning: {quoted}}}\neditie: {quoted}\ndoelen: {{g: {{naam: {quoted}}}, h: {{naam: {quoted}}}}}\ninspanningen: {{f: {{naam: {quoted}, omschrijving: anders, nummer: {quoted}, aanvaard: {{{quoted}: {quoted}}}, draagt_bij_aan: {{g: {{reden: {quoted}}}}}, stakeholders: s}}}}\nstakeholders: {{s: {quoted}}}\n"
    return compared(f"{text[:50]}.yaml", side(begin, text), side(later, text))


def many_hostile(text: str) -> Comparison:
    """So many goals, efforts, parties and amounts of that name that they are told together."""
    goals = "".join(f"  g{number}: {{naam: {json.dumps(f'{text} {number}')}}}\n" for number in range(9))
    parties = "".join(f"  s{number}: {{naam: {json.dumps(f'{text} {number}')}}}\n" for number in range(9))
    efforts = "".join(
        f"  e{number}: {{naam: {json.dumps(f'{text} {number}')}, draagt_bij_aan: g{number}, stakeholders: s{number}, "
        f"geld: [{{bedrag: {number}, soort: plafond, omschrijving: {json.dumps(text)}}}]}}\n"
        for number in range(9)
    )
    begin = f"model: m\nstakeholders:\n{parties}doelen:\n{goals}"
    return compared("m", side(f"{begin}inspanningen:\n{efforts}"), side(begin))


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
@pytest.mark.parametrize(("language", "make"), [("nl", hostile), ("en", hostile), ("nl", many_hostile)], ids=["nl", "en", "many"])
def test_hostile_texts_do_nothing(text: str, language: str, make: Callable[[str], Comparison]) -> None:
    found = make(text)
    page = Reading(export("html", found, language=language))
    assert set(page.tags) <= {
        "a", "article", "b", "body", "code", "del", "details", "div", "h1", "h2", "h3", "h4", "head", "header", "html", "ins", "li", "main", "meta", "nav", "ol",
        "p", "section", "span", "strong", "style", "summary", "table", "td", "th", "title", "tr", "ul",
    }  # fmt: skip
    assert not any(name.startswith("on") or (name in ("href", "src") and not (value or "").startswith("#")) for name, value in page.attributes)
    shown = export("text", found, language=language)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]", shown)
    markdown = export("md", found, language=language)
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", markdown)
    summaries = re.findall(r"^<details><summary>(?:[^<>]|@<!-- -->)*</summary>$", markdown, re.MULTILINE)
    assert markdown.count("</details>") == markdown.count("<details>") == len(summaries)
    assert not re.search(r"(?<!\\)<(?!/?(?:details|summary)>|!-- -->)", markdown)
    assert not re.search(r"@(?!<!-- -->)\w", markdown)
    outside = re.sub("<summary>.*</summary>", "", markdown)  # what stands in a summary is HTML, in which Markdown means nothing
    assert not re.search(r"(?<!\\)\]\(", outside)
    assert json.loads(export("json", found))


def test_a_comment_holds_as_much_as_fits() -> None:
    many = "model: m\ndoelen:\n" + "".join(f"  d{number}: {{naam: Doel nummer {number}, omschrijving: {'lang ' * 30}}}\n" for number in range(600))
    found = compared("m", side("model: m\ndoelen: {a: A}\n"), side(many))
    made = export("md", found)
    assert LARGEST - 1000 < len(made) <= LARGEST
    left = int(re.search(r"\.\.\. en nog ([0-9]+) wijzigingen\.", made)[1])
    assert made.count("- `+` **Doel nummer") + left == 600 + 1  # and one that is gone
    assert "- Nieuw en nog zonder inspanning (600): 'Doel nummer 0', 'Doel nummer 1'" in made
    assert " en nog 592.\n" in made
    assert made.rstrip().endswith("</details>")
    assert made.count("<details>") == made.count("</details>")


def test_the_same_input_gives_the_same_bytes() -> None:
    for form in FORMS:
        again = compared("models/din.yaml", side(BEGIN, "HEAD~1 (12345678)"), side(LATER, "werkmap"))
        assert export(form, again) == export(form, small())


# Fields in words


@pytest.mark.parametrize(
    ("field", "old", "new", "expected"),
    [
        ("planning", "jaarlijks", "2019-H2..", ["planning: jaarlijks → 2019-H2.."]),
        ("planning", "{start: 2019, bron: n 1}", "{start: 2019, bron: n 2}", ["planning: start 2019, bron n 1 → start 2019, bron n 2"]),
        ("geld", '["circa € 5,50"]', "[{bedrag: 6, geldstroom: eu, periode: 2019..2020, per: jaar, aard: structureel}]", ["geld: circa € 5,50 → € 6 (geldstroom eu, structureel, 2019..2020, per jaar)"]),
        ("geld", "[onbekend]", "[onbekend, {bedrag: 3, soort: plafond}]", ["geld: + € 3 (plafond)"]),
        ("bron", "[a 1, b 2]", "[b 2, c 3]", ["bron: a 1 → c 3"]),
        ("trefwoorden", "[a, b]", "[c]", ["trefwoorden: - a", "trefwoorden: - b", "trefwoorden: + c"]),
        ("sturing", "onbekend", "opdrachtgever", ["sturing: onbekend → opdrachtgever"]),
        ("status", "lopend", None, ["status: lopend → (leeg)"]),
        ("aangekondigd", "{onderdelen: 3}", "{onderdelen: 4, doelen: 1}", ["aangekondigd onderdelen: 3 → 4", "aangekondigd doelen: (leeg) → 1"]),
        ("aanvaard", "{DIN404: later}", "{DIN404: {reden: later, geldt_tot: 2020}}", ["aanvaard DIN404: later → later (geldt tot 2020)"]),
        ("voorwaarden", "[{tekst: Eerst dit}]", "[{tekst: Eerst dat}]", ["voorwaarden: Eerst dit → Eerst dat"]),
        ("omschrijving", "a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5", "a b c d e f g h i j k l M n o p q r s t u v w x y z 1 2 3 4 5", ["omschrijving: … i j k l m n o p q … → … i j k l M n o p q …"]),
        ("beeindigd", None, "2020-najaar", ["beeindigd: (leeg) → 2020-najaar"]),
    ],
)  # fmt: skip
def test_a_field_in_words(field: str, old: str | None, new: str | None, expected: list[str]) -> None:
    elements = [
        loaded(f"inspanningen:\n  a:\n    naam: A\n{f'    {field}: {value}' if value else ''}\n").network.elements["a"] for value in (old, new)
    ]
    assert [line for change in field_changes(*elements) for line in field_lines(change, "nl")] == expected
