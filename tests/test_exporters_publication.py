"""Reports for people: the same publication as Markdown and as a page."""

from __future__ import annotations

import re
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


WORK = (
    Column("work", words("werk"), words("waarvan")),
    Column("plan", words("plan"), words("wanneer")),
    Column("what", words("wat"), words("gedaan")),
)


def page_of(*tables: Table) -> str:
    made = MADE._replace(sections=(Section(words("Werk"), tables=tables),))
    return publication_html.EXPORTER.export(Report(publication=made))


def grid(page: str, width: int) -> list[list[str]]:
    """The rows of the only table as a reader sees them: a cell over several rows stands in each."""
    waiting: dict[tuple[int, int], str] = {}
    found: list[list[str]] = []
    for number, row in enumerate(re.findall(r"<tr[^>]*>(.*?)</tr>", page.split("<tbody>")[1], re.DOTALL)):
        cells = iter(re.findall(r"<td[^>]*?(?: rowspan=\"(\d+)\")?>(.*?)</td>", row, re.DOTALL))
        seen: list[str] = []
        for at in range(width):
            if (number, at) not in waiting:
                rows, text = next(cells)
                waiting.update({(number + down, at): text for down in range(int(rows or 1))})
            seen.append(waiting.pop((number, at)))
        assert next(cells, None) is None
        found.append(seen)
    assert not waiting
    return found


rows_of_work = st.lists(
    st.tuples(st.sampled_from(["a", "b", ""]), st.sampled_from(["x", "y", ""]), st.sampled_from(["1", "2"])), min_size=1, max_size=20
)


@given(rows_of_work)
def test_what_leading_columns_repeat_stands_once_beside_its_rows(rows: list[tuple[str, str, str]]) -> None:
    page = page_of(Table("work", words("Werk"), WORK, tuple(rows)))
    assert grid(page, 3) == [list(row) for row in rows]
    assert all(int(height) <= 6 for height in re.findall(r'rowspan="(\d+)"', page))
    assert 'c-what" rowspan' not in page


def test_a_cell_over_several_rows() -> None:
    page = page_of(Table("work", words("Werk"), WORK, (("Loket", "2019", "open"), ("Loket", "2019", "vol"), ("Loket", "2020", "dicht"))))
    assert re.findall(r"<td[^>]*>", page) == [
        '<td class="c-work lead" rowspan="3">', '<td class="c-plan" rowspan="2">', '<td class="c-what">',
        '<td class="c-what">', '<td class="c-plan">', '<td class="c-what">',
    ]  # fmt: skip


def test_columns_are_explained_once() -> None:
    other = TABLE._replace(columns=(*TABLE.columns[:2], Column("amount", words("bedrag"), words("in dollars"))))
    made = MADE._replace(sections=(Section(words("Drie"), tables=(TABLE, TABLE, other)),))
    page = read(publication_html.EXPORTER.export(Report(publication=made))).said
    assert [page.count(meaning) for meaning in ("hoe het heet", "hoe het staat", "in euro's", "in dollars")] == [1, 1, 1, 1]
    text = publication_md.EXPORTER.export(Report(publication=made))
    assert [text.count(f"- **{line}") for line in ("naam**: hoe het heet", "bedrag**: in euro's", "bedrag**: in dollars")] == [1, 1, 1]
    assert text.count("| naam | stand | bedrag |") == 3


def test_a_colour_is_only_more_of_the_word() -> None:
    page = page_of(TABLE)
    assert '<td class="c-state is-red">rood</td>' in page
    assert page.count("is-") == page.split("</style>")[0].count("is-") + 1


def test_a_sign_and_its_number_stay_together() -> None:
    page = page_of(TABLE._replace(rows=(("nota § 3.1", "", "€ 5"),)))
    assert "nota §\u00a03.1" in page
    assert "€\u00a05" in page
