"""Reports for people: the same publication as Markdown and as a page."""

from __future__ import annotations

from decimal import Decimal
from html.parser import HTMLParser

import pytest

from dinkit.analysis import Column, Table
from dinkit.exporters import publication_html, publication_md
from dinkit.finding import Text
from dinkit.publication import Publication, Section
from dinkit.report import Report


def words(text: str) -> Text:
    return Text(text, f"{text} (en)")


TABLE = Table(
    "money",
    words("Geld"),
    (
        Column("name", words("naam"), words("hoe het heet")),
        Column("state", words("stand"), words("hoe het staat"), {"red": Text("rood", "red")}),
        Column("amount", words("bedrag"), words("in euro's")),
    ),
    (("Loket & *balie*", "red", Decimal("1500000.50")), ("<b>Krant</b>", "", None)),
)
MADE = Publication(
    words("Verantwoording"),
    words("over 2019"),
    (words("2 van de 3 liepen."),),
    (
        Section(words("Wat willen we"), (words("Meer banen."),), (TABLE,), (Section(words("Onder"), (words("Tekst."),)),)),
        Section(words("Leeg"), (), (TABLE._replace(rows=()),)),
    ),
    (words("Geteld per inspanning."),),
)

MARKDOWN = """\
# Verantwoording

*over 2019*

2 van de 3 liepen.

## Wat willen we

Meer banen.

**Geld**

| naam | stand | bedrag |
| --- | --- | ---: |
| Loket \\& \\*balie\\* | rood | 1.500.000,50 |
| \\<b\\>Krant\\</b\\> |  | n.v.t. |

- **naam**: hoe het heet
- **stand**: hoe het staat
- **bedrag**: in euro's

### Onder

Tekst.

## Leeg

**Geld**

Geen.

---

- Geteld per inspanning.
"""


class Reading(HTMLParser):
    """What a page says, and whether its tags close."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.said: list[str] = []
        self.asked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "link", "br", "img"):
            self.open.append(tag)
        self.asked += [value or "" for name, value in attrs if name in ("src", "href", "action")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open[-1] != "style":
            self.said.append(data.strip())


def read(page: str) -> Reading:
    reading = Reading()
    reading.feed(page)
    reading.close()
    return reading


def test_markdown() -> None:
    assert publication_md.EXPORTER.export(Report(publication=MADE)) == MARKDOWN


def test_a_page_says_the_same_and_asks_for_nothing() -> None:
    page = publication_html.EXPORTER.export(Report(publication=MADE))
    assert page.startswith('<!doctype html>\n<html lang="nl">')
    reading = read(page)
    assert reading.open == []
    assert reading.asked == ["#s1", "#s2"]
    assert reading.said == [
        "Verantwoording", "Verantwoording", "over 2019", "2 van de 3 liepen.", "Wat willen we", "Leeg", "Wat willen we", "Meer banen.",
        "Geld", "naam", "stand", "bedrag", "Loket & *balie*", "rood", "1.500.000,50", "<b>Krant</b>", "n.v.t.", "Wat de kolommen betekenen",
        "naam", "hoe het heet", "stand", "hoe het staat", "bedrag", "in euro's", "Onder", "Tekst.", "Leeg", "Geld", "Geen.",
        "Hoe dit is opgesteld", "Geteld per inspanning.",
    ]  # fmt: skip


def test_both_speak_english_too() -> None:
    for exporter in (publication_html, publication_md):
        text = exporter.EXPORTER.export(Report(publication=MADE, language="en"))
        assert "Verantwoording (en)" in text.replace("\\", "")
        assert "1,500,000.50" in text
        assert "n.v.t." not in text


@pytest.mark.parametrize("name", ['"><script>x</script>', "{{ 7*7 }}", "\x1b[31m\u202e", "a\nb | c", "x" * 3000])
def test_text_of_users_is_never_obeyed(name: str) -> None:
    hostile = MADE._replace(title=words(name), sections=(Section(words(name), (words(name),), (TABLE._replace(rows=((name, name, None),)),)),))
    page = publication_html.EXPORTER.export(Report(publication=hostile))
    assert "<script" not in page
    assert "\x1b" not in page
    assert read(page).open == []
    shown = name.replace("\n", " ").replace("\x1b", "<U+001B>").replace("\u202e", "<U+202E>")
    assert read(page).said.count(shown) == 6
    assert "\\<script" in publication_md.EXPORTER.export(Report(publication=hostile)) or "script" not in name


@pytest.mark.parametrize("exporter", [publication_html, publication_md])
def test_without_a_publication_there_is_nothing_to_print(exporter: object) -> None:
    with pytest.raises(ValueError, match="without a publication"):
        exporter.EXPORTER.export(Report())  # type: ignore[attr-defined]
