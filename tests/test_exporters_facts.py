"""Exporters: what each format shows of facts, findings and a network, and that no text of a user is ever obeyed."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit import catalogue
from dinkit.analysis import Column, Fact, Options, Table
from dinkit.checking.run import check
from dinkit.exporter import TAKES
from dinkit.exporters import csv as csv_exporter
from dinkit.exporters import findings_json, findings_text, markdown, network_json, text
from dinkit.exporters import json as json_exporter
from dinkit.finding import Finding, Location, Severity, Text, span_between
from dinkit.network import TextFile
from dinkit.report import Report
from support import loaded, network_of

FACT_EXPORTERS = (text, markdown, csv_exporter, json_exporter)

HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def words(given: str) -> Text:
    return Text(given, given)


def fact(name: str = "Meer banen", *, number: float | None = 2 / 3, language_of_answer: str = "antwoord") -> Fact:
    columns = (
        Column("name", Text("naam", "name"), Text("hoe het heet", "what it is called")),
        Column("state", Text("stand", "state"), Text("hoe het staat", "how it is"), {"none": Text("geen", "none at all")}),
        Column("score", Text("getal", "number"), Text("hoe hoog", "how high")),
        Column("ids", Text("lijst", "list"), Text("welke", "which")),
    )
    rows = ((name, "none", number, ("a", "b")), ("B", "other", 10, ()))
    tables = (Table("first", Text("Eerste", "First"), columns, rows), Table("empty", Text("Leeg", "Empty"), columns[:1], ()))
    return Fact("coverage", words(f"{language_of_answer}: {name}."), tables, (words("let op"),), Options("stated"))


def export(module: object, given: Fact, language: str = "nl") -> str:
    return str(module.EXPORTER.export(Report(facts=(given,), language=language)))  # type: ignore[attr-defined]


def test_text_answers_first_and_aligns_its_tables() -> None:
    assert export(text, fact()) == (
        "antwoord: Meer banen.\n"
        "\n"
        "Eerste\n"
        "naam        stand  getal  lijst\n"
        "----------  -----  -----  -----\n"
        "Meer banen  geen   0,667  a, b\n"
        "B           other     10\n"
        "\n"
        "  naam: hoe het heet\n"
        "  stand: hoe het staat\n"
        "  getal: hoe hoog\n"
        "  lijst: welke\n"
        "\n"
        "Leeg: (geen)\n"
        "\n"
        "let op\n"
    )


def test_text_in_english_has_a_point() -> None:
    assert "Meer banen  none at all   0.667  a, b\n" in export(text, fact(), "en")


def test_no_answer_is_said_in_words() -> None:
    assert "n.v.t." in export(text, fact(number=None))
    assert "| n/a |" in export(markdown, fact(number=None), "en")
    assert ",none,,a b" in export(csv_exporter, fact(number=None))
    assert json.loads(export(json_exporter, fact(number=None)))["facts"][0]["tables"][0]["rows"][0]["score"] is None


def test_text_keeps_its_columns_under_wide_and_endless_names() -> None:
    lines = export(text, fact("数" * 10_000)).splitlines()
    cells = next(line for line in lines if line.startswith("数"))
    assert cells.startswith("数" * 29 + "…  geen")
    assert next(line for line in lines if line.startswith("B ")).index("other") == 61


def test_markdown_is_a_table_with_escaped_text() -> None:
    assert export(markdown, fact("<b>|*x*`_[a](b)$&\\")).split("\n\n")[2:4] == [
        "## Eerste",
        (
            "| naam | stand | getal | lijst |\n"
            "| --- | --- | ---: | --- |\n"
            r"| \<b\>\|\*x\*\`\_\[a\](b)\$\&\\ | geen | 0,667 | a, b |"
            "\n| B | other | 10 |  |"
        ),
    ]


def test_markdown_begins_with_the_title_of_the_analysis() -> None:
    assert export(markdown, fact()).startswith("# Dekking van de doelen\n\nantwoord: Meer banen.\n\n## Eerste\n")


def test_csv_is_one_rectangle_with_exact_numbers() -> None:
    given = export(csv_exporter, fact())
    assert given == (
        "analysis,table,name,state,score,ids\r\n"
        "coverage,first,Meer banen,none,0.666666666667,a b\r\n"
        "coverage,first,B,other,10,\r\n"
    )  # fmt: skip


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_csv_texts_are_never_formulas_but_numbers_stay_numbers(formula: Any) -> None:
    row = list(csv.reader(io.StringIO(export(csv_exporter, fact(formula, number=-0.5)))))[1]
    assert row[2] == "'" + formula
    assert row[4] == "-0.5"


def test_json_holds_the_options_and_both_languages() -> None:
    given = json.loads(export(json_exporter, fact()))
    assert (given["format"], given["content"]) == (1, "facts")
    found = given["facts"][0]
    assert found["options"] == {"evidence": "stated", "level": "effort", "year": None}
    assert found["answer"] == {"nl": "antwoord: Meer banen.", "en": "antwoord: Meer banen."}
    assert found["tables"][0]["rows"][0] == {"name": "Meer banen", "state": "none", "score": 0.666666666667, "ids": ["a", "b"]}
    assert found["tables"][0]["columns"][1]["words"] == {"none": {"nl": "geen", "en": "none at all"}}


def test_json_does_not_depend_on_the_language() -> None:
    assert export(json_exporter, fact(), "nl") == export(json_exporter, fact(), "en")


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=()), min_size=1, max_size=30), st.sampled_from(FACT_EXPORTERS))
def test_no_text_of_a_user_is_obeyed(name: Any, module: Any) -> None:
    given = export(module, fact(name)).replace("\r\n", "\n")
    given.encode("utf-8")
    assert not HARMFUL.search(given)
    if module is json_exporter:
        assert json.loads(given)["facts"][0]["tables"][0]["rows"][0]["name"] == name
    if module is csv_exporter:
        assert [len(row) for row in csv.reader(io.StringIO(given))] == [6, 6, 6]
    if module is markdown:
        # A bar that is not escaped would begin a cell: escapes are pairs, so drop those first.
        assert re.sub(r"\\.", "", given.split("\n")[7]).count("|") == 5
    if module is text:
        assert len(given.split("\n")) == 17


def test_the_exporters_are_told_apart_and_named_after_what_they_do() -> None:
    found = {module.__name__.rpartition(".")[2]: module.EXPORTER for module in catalogue.members("dinkit.exporters")}
    assert {(one.takes, one.form) for one in found.values()} >= {
        ("fact", "text"), ("fact", "json"), ("fact", "csv"), ("fact", "md"),
        ("findings", "text"), ("findings", "json"), ("network", "json"),
    }  # fmt: skip
    assert len({(one.takes, one.form) for one in found.values()}) == len(found)
    for name, one in found.items():
        assert one.takes in TAKES
        assert one.suffix.startswith(".")
        assert one.takes == "fact" or name == f"{one.takes}_{one.form}"


def finding(source: str, token: str, *, severity: Severity = Severity.WARNING, path: str = "din.yaml") -> tuple[Finding, TextFile]:
    start = source.index(token)
    place = Location(path, span_between(source, start, start + len(token)))
    hint = Text("doe zo", "do this")
    found = Finding("DIN999", "some-rule", severity, Text("mis", "wrong"), place, "x", hint, (place._replace(why=Text("hier", "here")),))
    return found, TextFile(path, source)


def shown(source: str, token: str, *, language: str = "nl", colour: bool = False) -> list[str]:
    found, file = finding(source, token)
    return findings_text.EXPORTER.export(Report(findings=(found,), files=(file,), language=language, colour=colour)).splitlines()


def test_a_finding_shows_its_line_with_carets_and_its_hint() -> None:
    assert shown("doelen:\r\n  a: {naam: fout}\r\nx: 1", "fout") == [
        "din.yaml:2:13: waarschuwing DIN999 mis",
        "    2 |   a: {naam: fout}",
        "      |             ^^^^",
        "    hint: doe zo",
        "    zie ook din.yaml:2:13: hier",
        "",
        "1 waarschuwing in 1 bestand",
    ]


def test_a_finding_in_english() -> None:
    lines = shown("a: fout", "fout", language="en")
    assert lines[0] == "din.yaml:1:4: warning DIN999 wrong"
    assert lines[3:] == ["    hint: do this", "    see also din.yaml:1:4: here", "", "1 warning in 1 file"]


@pytest.mark.parametrize(
    ("source", "line", "carets"),
    [
        ("\ta: x", "    1 |     a: x", "      |        ^"),
        ("数数: x", "    1 | 数数: x", "      |       ^"),
        ("e\u0301: x", "    1 | e\u0301: x", "      |    ^"),
        ("a\x1b[31m: x", "    1 | a<U+001B>[31m: x", "      |                ^"),
        ("a\u202e: x", "    1 | a<U+202E>: x", "      |            ^"),
    ],
)
def test_carets_stand_under_the_token_whatever_stands_before_it(source: Any, line: Any, carets: Any) -> None:
    assert shown(source, "x")[1:3] == [line, carets]


def test_a_long_line_is_shown_around_the_token() -> None:
    lines = shown("a" * 5_000 + "TOKEN" + "b" * 5_000, "TOKEN")
    assert lines[1] == "    1 | …" + "a" * 30 + "TOKEN" + "b" * 65 + "…"
    assert lines[2] == "      |  " + " " * 30 + "^" * 5


def test_a_token_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert shown("a: [b,\n  c]\n", "[b,\n  c]")[1:3] == ["    1 | a: [b,", "      |    ^^^"]


def test_an_empty_token_at_the_end_gets_one_caret() -> None:
    place = Location("din.yaml", span_between("a: 1\n", 5, 5))
    report = Report(findings=(Finding("DIN1", "x", Severity.TIP, words("m"), place),), files=(TextFile("din.yaml", "a: 1\n"),))
    assert findings_text.EXPORTER.export(report).splitlines()[:3] == ["din.yaml:2:1: tip DIN1 m", "    2 |", "      | ^"]


def test_a_file_that_is_not_at_hand_has_no_excerpt() -> None:
    found, _ = finding("a: x", "x")
    assert findings_text.EXPORTER.export(Report(findings=(found._replace(hint=None, related=()),))) == (
        "din.yaml:1:4: waarschuwing DIN999 mis\n\n1 waarschuwing in 0 bestanden\n"
    )


def test_colour_only_when_asked() -> None:
    assert "\x1b" not in "".join(shown("a: x", "x"))
    assert shown("a: x", "x", colour=True)[0] == "din.yaml:1:4: \x1b[33mwaarschuwing\x1b[0m DIN999 mis"


def test_the_summary_counts_by_severity() -> None:
    severities = [Severity.ERROR] * 2 + [Severity.WARNING] * 3 + [Severity.TIP]
    found = tuple(finding("a: x", "x", severity=severity)[0] for severity in severities)
    files = tuple(TextFile(f"{number}.yaml", "") for number in range(12))
    for language, expected in (("nl", "2 fouten, 3 waarschuwingen, 1 tip in 12 bestanden"), ("en", "2 errors, 3 warnings, 1 tip in 12 files")):
        lines = findings_text.EXPORTER.export(Report(findings=found, files=files, language=language)).splitlines()
        assert lines[-1] == expected
    assert findings_text.EXPORTER.export(Report(files=files)) == "geen fouten, waarschuwingen of tips in 12 bestanden\n"


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(exclude_characters="\n", exclude_categories=()), max_size=300), st.data())
def test_no_source_line_is_obeyed(line: Any, data: Any) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    found = Finding("DIN1", "x", Severity.TIP, words(line), Location("a.yaml", span_between(line, start, end)))
    given = findings_text.EXPORTER.export(Report(findings=(found,), files=(TextFile("a.yaml", line),)))
    given.encode("utf-8")
    assert not HARMFUL.search(given)
    assert len(given.split("\n")) == 6


def test_findings_as_json() -> None:
    found, file = finding("a: x", "x")
    given = json.loads(findings_json.EXPORTER.export(Report(findings=(found,), files=(file,))))
    place = {"file": "din.yaml", "line": 1, "column": 4, "end_line": 1, "end_column": 5, "start": 3, "end": 4}
    assert given == {
        "format": 1,
        "content": "findings",
        "model": None,
        "files": ["din.yaml"],
        "counts": {"error": 0, "warning": 1, "tip": 0},
        "findings": [
            {
                "code": "DIN999",
                "slug": "some-rule",
                "severity": "warning",
                "message": {"nl": "mis", "en": "wrong"},
                "hint": {"nl": "doe zo", "en": "do this"},
                "element": "x",
                "location": place,
                "related": [place | {"why": {"nl": "hier", "en": "here"}}],
                "fix": None,
            }
        ],
        "suppressed": [],
    }


DUTCH = """
model: proef
weegschaal: tekens
doelen: {b: {naam: B, streefdatum: 2019-H2}, a: {naam: A, bron: onbekend}}
inspanningen:
  i:
    naam: I
    geld: [{bedrag: "€ 4,8 mln", periode: 2019..2020}]
    sturing: onbekend
    draagt_bij_aan: {b: ++, a: {herkomst: vermeld, bron: nota blz. 2, reden: daarom}}
bronnen: {nota: Nota}
"""

ENGLISH = """
sources: {nota: Nota}
efforts:
  i:
    contributes_to: {a: {provenance: stated, source: nota blz. 2, reason: daarom}, b: ++}
    steering: unknown
    money: [{amount: "€ 4,8 mln", period: 2019..2020}]
    name: I
goals: {a: {name: A, source: unknown}, b: {name: B, target_date: 2019-H2}}
weight_scale: labels
model: proef
"""


def network_of_text(given: str) -> str:
    return network_json.EXPORTER.export(Report(loaded(given).network))


def test_a_network_as_json() -> None:
    given = json.loads(network_of_text(DUTCH))
    assert (given["format"], given["content"], given["model"], given["complete"]) == (1, "network", "proef", True)
    assert [one["id"] for one in given["elements"]] == ["a", "b", "i", "nota"]
    assert given["elements"][1] == {"id": "b", "kind": "goal", "name": "B", "target_date": "2019-H2", "level": "main"}
    assert given["elements"][2] == {
        "id": "i",
        "kind": "effort",
        "name": "I",
        "money": [{"amount": {"value": 4800000, "unit": "€"}, "period": "2019..2020"}],
        "steering": "unknown",
    }
    assert given["relations"] == [
        {"type": "contributes_to", "source": "i", "target": "a", "provenance": "stated", "places": ["nota blz. 2"], "reason": "daarom"},
        {"type": "contributes_to", "source": "i", "target": "b", "weight": {"scale": "labels", "value": 2, "text": "++"}},
    ]


def test_the_network_does_not_depend_on_language_or_order() -> None:
    assert network_of_text(DUTCH) == network_of_text(ENGLISH)


def test_a_hole_in_the_network_is_told() -> None:
    assert json.loads(network_of_text("doelen: {a: {naam: A, draagt_bij_aan: weg}}"))["complete"] is False


def test_a_report_without_network_has_none_to_export() -> None:
    with pytest.raises(ValueError, match="without a network"):
        network_json.EXPORTER.export(Report())


def test_every_analysis_prints_in_every_format() -> None:
    network = network_of("doelen: {a: A}\ninspanningen: {i: {naam: I, draagt_bij_aan: a}}")
    for analysis in catalogue.members("dinkit.analyses"):
        report = Report(network, (analysis.ANALYSIS.run(network, Options()),))
        for module in FACT_EXPORTERS:
            given = module.EXPORTER.export(report)
            assert given.endswith("\n")
            assert given == module.EXPORTER.export(report)


def test_every_analysis_has_a_manual_in_two_languages() -> None:
    for name, module in zip(catalogue.names("dinkit.analyses"), catalogue.members("dinkit.analyses"), strict=True):
        assert module.__file__ is not None
        assert module.ANALYSIS.run(network_of("model: leeg"), Options()).analysis == name.replace("_", "-")
        for part in ("Definition:", "Limits:", "Order:", "Reference:", "Example:", ">>> "):
            assert part in (module.__doc__ or ""), f"{name}: {part}"
        dutch = Path(module.__file__).with_suffix("").with_suffix(".nl.md").read_text(encoding="utf-8")
        for part in ("# ", "**Vraag**", "**Wat telt**", "**Wat het niet zegt**", "**Volgorde**", "**Bron**"):
            assert part in dutch, f"{name}: {part}"


def test_the_findings_of_a_broken_model_print() -> None:
    result = loaded("doelen: {a: {naam: A, draagt_bij_aan: weg}}\n")
    report = Report(result.network, (), check(result), result.network.files)
    assert "\n    1 | doelen: {a: {naam: A, draagt_bij_aan: weg}}\n" in findings_text.EXPORTER.export(report)
    assert json.loads(findings_json.EXPORTER.export(report))["counts"]["error"] == 1
