"""Formats of findings: the same findings in every one of them, each as its service wants it, and no text of a user is ever obeyed."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog

from dinkit import catalogue
from dinkit.checking.run import check
from dinkit.exporters import findings_compact, findings_github, findings_gitlab, findings_junit, findings_markdown, findings_sarif, findings_text
from dinkit.exporters._comment import LARGEST
from dinkit.finding import Edit, Finding, Fix, Location, Severity, Suppressed, Text, span_between
from dinkit.network import TextFile
from dinkit.reading.load import load
from dinkit.report import Report, Whose
from dinkit.source import Folder
from support import loaded

ROOT = Path(__file__).parent.parent
MODELS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "models").glob("*.yaml"))
FORMS = tuple(name for name in catalogue.names("dinkit.exporters") if name.startswith("findings_"))
HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
HOSTILE = "\"a\" 'b' <b>&amp;</b> ]]> \\N | x:y,z %25 ::error::x ##[error]y `{0}` [k](javascript:x) @stad \r\n::stop-commands::x\n \x1b[31m \u202e \ufffe\uffff 数据 😀"
HTML = {"b", "i", "img", "script", "a"}


def export(form: str, report: Report) -> str:
    return str(catalogue.member("dinkit.exporters", form).EXPORTER.export(report))


def finding(severity: Severity, number: int = 0, *, text: str = "mis", path: str = "din.yaml", element: str | None = "x") -> Finding:
    source = "\n" * number + "token"
    message = Text(text, f"{text} in English")
    return Finding(
        "DIN102", "unknown-id", severity, message, Location(path, span_between(source, number, len(source))), element, Text(f"hint {text}", "do this")
    )


def report_of(*findings: Finding, **other: Any) -> Report:
    files = tuple(TextFile(path, "token\n" * 3) for path in sorted({one.location.file for one in findings} | {"din.yaml"}))
    return Report(findings=findings, files=files, **other)


def many(count: int) -> Report:
    severities = tuple(Severity)
    return report_of(*(finding(severities[number % 3], number, element=f"e{number % 7}") for number in range(count)))


@cache
def of_model(path: str) -> Report:
    result = load(path, Folder(ROOT))
    return Report(findings=check(result), files=result.network.files)


def hostile() -> Report:
    return report_of(
        *(finding(severity, number, text=HOSTILE, path=f"{HOSTILE}.yaml", element=HOSTILE) for severity in Severity for number in range(12))
    )


REPORTS = {
    "nothing": lambda: Report(files=(TextFile("din.yaml", ""),)),
    "no files": Report,
    "one": lambda: many(1),
    "eleven": lambda: many(33),
    "2,000": lambda: many(2_000),
    "hostile": hostile,
} | {path: (lambda path=path: of_model(path)) for path in MODELS}


# Each reader below takes a format back apart as its service does, and counts what it holds.


def read_text(text: str) -> Counter[Severity]:
    words = {"fout": Severity.ERROR, "waarschuwing": Severity.WARNING, "tip": Severity.TIP}
    return Counter(words[found] for found in re.findall(r"^.+:[0-9]+:[0-9]+: (fout|waarschuwing|tip) DIN[0-9]{3} ", text, re.MULTILINE))


def read_compact(text: str) -> Counter[Severity]:
    found = [re.fullmatch(r".+:[0-9]+:[0-9]+: (error|warning|tip) DIN[0-9]{3}: .+", line) for line in text.splitlines()]
    return Counter(Severity(one[1]) for one in found if one or pytest.fail("a line is no finding"))


def read_json(text: str) -> Counter[Severity]:
    data = json.loads(text)
    found = Counter(Severity(one["severity"]) for one in data["findings"])
    assert data["counts"] == {severity.value: found[severity] for severity in Severity}
    return found


def read_sarif(text: str) -> Counter[Severity]:
    levels = {"error": Severity.ERROR, "warning": Severity.WARNING, "note": Severity.TIP}
    (run,) = valid_sarif(json.loads(text))["runs"]
    assert all(run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    return Counter(levels[one["level"]] for one in run["results"] if not one["suppressions"])


def read_junit(text: str) -> Counter[Severity]:
    root = ET.fromstring(text)
    found: Counter[Severity] = Counter()
    for suite in root:
        cases = suite.findall("testcase")
        told = [one for case in cases for one in (*case.findall("failure"), *case.findall("skipped"))]
        assert int(suite.attrib["tests"]) == len(cases)
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        assert int(suite.attrib["skipped"]) == len(suite.findall("testcase/skipped"))
        assert len({(case.attrib["classname"], case.attrib["name"]) for case in cases}) == len(cases)
        found += Counter(Severity(one.attrib["type"]) for one in told)
    for name in ("tests", "failures", "skipped"):
        assert int(root.attrib[name]) == sum(int(suite.attrib[name]) for suite in root)
    return found


def read_gitlab(text: str) -> Counter[Severity]:
    issues = json.loads(text)
    severities = {"critical": Severity.ERROR, "minor": Severity.WARNING, "info": Severity.TIP}
    assert len({one["fingerprint"] for one in issues}) == len(issues)
    assert all(set(one) == {"description", "check_name", "fingerprint", "severity", "location"} for one in issues)
    assert all(one["location"]["lines"]["begin"] >= 1 and not one["location"]["path"].startswith("/") for one in issues)
    return Counter(severities[one["severity"]] for one in issues)


COMMAND = re.compile(r"::([a-z-]+)(?: ([^:]*))?::(.*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Take the commands out of a log as the runner does: a line that begins with one, whatever white space is before it."""
    found = []
    for line in text.split("\n"):
        match = COMMAND.fullmatch(line.lstrip())
        assert match or not line.lstrip().startswith("::")
        assert match or "##[" not in line
        if match:
            properties = dict(one.split("=", 1) for one in match[2].split(",")) if match[2] else {}
            found.append((match[1], {name: unescaped(value) for name, value in properties.items()}, unescaped(match[3])))
    return found


def unescaped(text: str) -> str:
    for code, sign in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def read_github(text: str) -> Counter[Severity]:
    names = {"error": Severity.ERROR, "warning": Severity.WARNING, "notice": Severity.TIP}
    found: Counter[Severity] = Counter()
    told = commands(text)
    for name, properties, message in told:
        if name in names:
            more = None if "file" in properties else re.match(r"en nog ([0-9]+) ", message)
            found[names[name]] += int(more[1]) if more else 1
    for severity in names:
        assert sum(name == severity for name, _, _ in told) <= 10
    rest = [line for line in text.split("\n") if re.match(r"- .*:[0-9]+:[0-9]+: (error|warning|tip) DIN", line)]
    assert len(rest) == sum(found.values()) - sum("file" in properties for _, properties, _ in told)
    assert {name for name, _, _ in told} <= {*names, "group", "endgroup"}
    return found


def read_markdown(text: str) -> Counter[Severity]:
    assert len(text) <= LARGEST
    found: Counter[Severity] = Counter()
    titles = {"fout": Severity.ERROR, "fouten": Severity.ERROR, "waarschuwing": Severity.WARNING, "waarschuwingen": Severity.WARNING}
    titles |= {"tip": Severity.TIP, "tips": Severity.TIP}
    now = None
    for line in text.splitlines():
        title = re.fullmatch(r"(?:### |<details><summary>)([0-9]+) (\w+)(.*?)(?:</summary>)?", line)
        more = re.fullmatch(r"\.\.\. en nog ([0-9]+) \w+\.", line)
        if title:
            now = titles.get(title[2])
            assert (now is None) == (title[3] == " aanvaard en niet geteld")
            told = int(title[1])
        elif line.startswith("| ") and not re.match(r"\| (plaats|---) ", line):
            assert re.sub(r"\\.", "", line).count("|") == (6 if now is None else 4), line
            if now is not None:
                found[now] += 1
        elif more:
            assert now is not None
            found[now] += int(more[1])
            assert found[now] == told
    return found


READERS = {
    "findings_text": read_text,
    "findings_compact": read_compact,
    "findings_json": read_json,
    "findings_sarif": read_sarif,
    "findings_junit": read_junit,
    "findings_gitlab": read_gitlab,
    "findings_github": read_github,
    "findings_markdown": read_markdown,
}


def test_every_format_is_read_back_here() -> None:
    assert set(READERS) == set(FORMS)


@pytest.mark.parametrize("case", REPORTS)
@pytest.mark.parametrize("form", FORMS)
def test_every_format_holds_the_same_findings(form: str, case: str) -> None:
    report = REPORTS[case]()
    text = export(form, report)
    assert READERS[form](text) == Counter(one.severity for one in report.findings)
    assert text == export(form, report)
    assert text.endswith("\n") or not text
    text.encode("utf-8")
    assert not HARMFUL.search(text)
    assert str(ROOT) not in text


@pytest.mark.parametrize("form", FORMS)
def test_no_format_counts_what_was_accepted(form: str) -> None:
    first, *others = many(30).findings
    report = report_of(*others, suppressed=(Suppressed(first, "model", "zo afgesproken", "stad"),))
    assert READERS[form](export(form, report)) == Counter(one.severity for one in others)


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=()), min_size=1, max_size=40), st.booleans())
def test_no_text_of_a_user_is_obeyed(form: str, text: str, elsewhere: bool) -> None:
    related = (Location(text, span_between("a", 0, 1), Text(text, text)),)
    found = finding(Severity.ERROR, text=text, path=f"p{text}" if elsewhere else "din.yaml", element=text)._replace(related=related)
    report = report_of(found, suppressed=(Suppressed(finding(Severity.TIP, 1, text=text), "baseline", text, text),))
    given_text = export(form, report)
    given_text.encode("utf-8")
    assert not HARMFUL.search(given_text)
    assert READERS[form](given_text) == {Severity.ERROR: 1}


# Compact


def test_compact_is_a_line_per_finding_and_nothing_else() -> None:
    assert export("findings_compact", report_of(finding(Severity.TIP, 2))) == "din.yaml:3:1: tip DIN102: mis\n"
    assert export("findings_compact", report_of(finding(Severity.ERROR), language="en")) == "din.yaml:1:1: error DIN102: mis in English\n"
    assert export("findings_compact", report_of()) == ""


# Text


def test_text_names_the_fix_and_counts_what_was_accepted() -> None:
    mended = finding(Severity.ERROR)._replace(fix=Fix(Text("doe", "do"), (Edit("din.yaml", 0, 5, "x"),)))
    accepted = (Suppressed(finding(Severity.TIP, 1), "model", "zo"),)
    lines = findings_text.EXPORTER.export(report_of(mended, suppressed=accepted)).splitlines()
    assert lines[4] == "    kan vanzelf: dinkit fix"
    assert lines[-1] == "1 fout in 1 bestand; 1 bevinding aanvaard en niet geteld"
    english = findings_text.EXPORTER.export(report_of(finding(Severity.ERROR), suppressed=accepted * 2, language="en"))
    assert "dinkit fix" not in english
    assert english.endswith("\n1 error in 1 file; 2 findings accepted and not counted\n")


def test_text_names_the_errors_once_more_among_many_findings() -> None:
    others = [finding(Severity.WARNING, number) for number in range(20)]
    for language, head in (("nl", "de fouten nog eens:"), ("en", "the errors once more:")):
        lines = export("findings_text", report_of(*others, finding(Severity.ERROR, 20), language=language)).splitlines()
        message = "mis" if language == "nl" else "mis in English"
        assert lines[-4:-1] == [head, f"    din.yaml:21:1: DIN102 {message}", ""]
    assert lines[-1] == "1 error, 20 warnings in 1 file"


def test_text_names_ten_errors_once_more_and_counts_the_others() -> None:
    found = [finding(severity, number) for number in range(12) for severity in (Severity.WARNING, Severity.ERROR)]
    lines = export("findings_text", report_of(*found)).splitlines()
    at = lines.index("de fouten nog eens:")
    assert lines[at + 1 : at + 11] == [f"    din.yaml:{number + 1}:1: DIN102 mis" for number in range(10)]
    assert lines[at + 11 :] == ["    ... en nog 2 fouten", "", "12 fouten, 12 waarschuwingen in 1 bestand"]
    assert "    ... and 2 errors more" in export("findings_text", report_of(*found, language="en")).splitlines()


@pytest.mark.parametrize(
    "found",
    [
        [finding(Severity.ERROR), *(finding(Severity.TIP, number) for number in range(19))],
        [finding(Severity.WARNING, number) for number in range(30)],
        [finding(Severity.ERROR, number) for number in range(30)],
    ],
    ids=["few", "no error", "nothing else"],
)
def test_text_names_nothing_twice_where_nothing_is_lost(found: list[Finding]) -> None:
    assert "nog eens" not in export("findings_text", report_of(*found))


# SARIF


@cache
def sarif_validator() -> Draft202012Validator:
    """The official schema, as pydantic-sarif was generated from it."""
    return Draft202012Validator(SarifLog.model_json_schema(by_alias=True))


def valid_sarif(log: Any) -> Any:
    """Check a log against the schema, and against what the generated one has lost of it: unique items, alternatives, relative references."""
    sarif_validator().validate(log)
    _walk(log)
    return log


def _walk(data: Any, key: str = "") -> None:
    if isinstance(data, list):
        assert len({json.dumps(one, sort_keys=True) for one in data}) == len(data), key
        for one in data:
            _walk(one, key)
    if isinstance(data, dict):
        needs = {
            "message": ("text",),
            "physicalLocation": ("artifactLocation",),
            "region": ("startLine",),
            "deletedRegion": ("startLine", "charOffset"),
        }
        assert key not in needs or set(needs[key]) & set(data), key
        assert "uri" not in data or re.fullmatch(r"(?:[A-Za-z0-9/._~-]|%[0-9A-F]{2})*", data["uri"])
        for name, one in data.items():
            _walk(one, name)


def sarif(report: Report) -> Any:
    (run,) = valid_sarif(json.loads(export("findings_sarif", report)))["runs"]
    return run


@pytest.mark.parametrize(
    "spoil",
    [
        lambda run: run.pop("tool"),
        lambda run: run.update(columnKind="characters"),
        lambda run: run["results"][0]["message"].pop("text"),
        lambda run: run["results"][0].update(line=3),
        lambda run: run["results"][0]["locations"][0]["physicalLocation"]["region"].pop("startLine"),
        lambda run: run["results"][0]["locations"][0]["physicalLocation"]["region"].update(startLine=0),
        lambda run: run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"].update(uri="a b"),
        lambda run: run["artifacts"].append(run["artifacts"][0]),
        lambda run: run["automationDetails"].update(guid="1"),
    ],
)
def test_the_check_of_sarif_can_fail(spoil: Any) -> None:
    log = json.loads(export("findings_sarif", many(3)))
    valid_sarif(log)
    spoil(log["runs"][0])
    with pytest.raises(Exception, match=r".+"):
        valid_sarif(log)


def test_a_sarif_result_is_all_that_is_known() -> None:
    source = "a: 1\nb: [é😀x, y]\n"
    start = source.index("x")
    place = Location("map met é/din.yaml", span_between(source, start, start + 1))
    fix = Fix(Text("vervang door z", "replace by z"), (Edit(place.file, start, start + 1, "z"), Edit("elders.yaml", 3, 3, "w")))
    found = Finding(
        "DIN102",
        "unknown-id",
        Severity.ERROR,
        Text("mis", "wrong"),
        place,
        "loket",
        Text("zo", "so"),
        (place._replace(why=Text("hier", "here")),),
        fix,
    )
    run = sarif(Report(findings=(found,), files=(TextFile(place.file, source),), language="en"))
    (result,) = run["results"]
    artifact = {"uri": "map%20met%20%C3%A9/din.yaml", "uriBaseId": "SRCROOT", "index": 0}
    region = {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 8}
    physical = {"artifactLocation": artifact, "region": region}
    mark = result.pop("partialFingerprints")
    assert result == {
        "ruleId": "DIN102",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "wrong\nhint: so"},
        "locations": [{"physicalLocation": physical, "logicalLocations": [{"name": "loket", "fullyQualifiedName": "loket", "kind": "element"}]}],
        "suppressions": [],
        "properties": {"slug": "unknown-id"},
        "relatedLocations": [{"id": 0, "physicalLocation": physical, "message": {"text": "here"}}],
        "fixes": [
            {
                "description": {"text": "replace by z"},
                "artifactChanges": [
                    {"artifactLocation": artifact, "replacements": [{"deletedRegion": region, "insertedContent": {"text": "z"}}]},
                    {
                        "artifactLocation": {"uri": "elders.yaml", "uriBaseId": "SRCROOT"},
                        "replacements": [{"deletedRegion": {"charOffset": 3, "charLength": 0}, "insertedContent": {"text": "w"}}],
                    },
                ],
            }
        ],
    }
    assert list(mark) == [findings_sarif.MARK]
    assert (run["columnKind"], run["language"], run["automationDetails"]["id"]) == ("unicodeCodePoints", "en", "dinkit/validate/")
    assert list(run["originalUriBaseIds"]) == ["SRCROOT"]
    assert "uri" not in run["originalUriBaseIds"]["SRCROOT"]


def test_sarif_rules_carry_their_manual_and_their_own_level() -> None:
    sloppy = finding(Severity.TIP)
    own = finding(Severity.WARNING, 1)._replace(code="DIN901", slug="doel-zonder-geld")
    reading = finding(Severity.ERROR, 2)._replace(code="DIN004", slug="open-quote")
    for language, heading in (("nl", "**Waarom**"), ("en", "**Why**")):
        rules = sarif(report_of(sloppy, own, reading, language=language))["tool"]["driver"]["rules"]
        assert [one["id"] for one in rules] == ["DIN004", "DIN102", "DIN901"]
        assert [one["defaultConfiguration"]["level"] for one in rules] == ["error", "error", "warning"]
        assert heading in rules[1]["help"]["markdown"]
        assert rules[1]["name"] == "unknown-id"
        assert "`open-quote`: " in rules[0]["help"]["markdown"]
        assert rules[2]["shortDescription"]["text"] == "doel zonder geld"


def test_sarif_tells_what_was_accepted_by_whom_and_why() -> None:
    results = sarif(
        report_of(
            finding(Severity.ERROR, 1),
            suppressed=(
                Suppressed(finding(Severity.ERROR), "model", "zo afgesproken", "stad"),
                Suppressed(finding(Severity.TIP, 2), "baseline", "oud"),
            ),
        )
    )["results"]
    assert [one["suppressions"] for one in results] == [
        [{"kind": "inSource", "justification": "zo afgesproken", "properties": {"owner": "stad"}}],
        [],
        [{"kind": "external", "justification": "oud"}],
    ]


def test_sarif_texts_are_no_links_and_no_placeholders() -> None:
    text = sarif(report_of(finding(Severity.ERROR, text="[x](https://x) {0} {naam: y}")))["results"][0]["message"]["text"]
    assert text.startswith("[x] (https://x) { 0} {naam: y}")


def marks(report: Report) -> list[str]:
    return [one["fingerprint"] for one in json.loads(export("findings_gitlab", report))]


def test_a_mark_stays_when_lines_move_and_tells_everything_else_apart() -> None:
    first, second, other = finding(Severity.ERROR), finding(Severity.ERROR, 1), finding(Severity.ERROR, 2, element="y")
    moved = [finding(Severity.ERROR, 10), finding(Severity.ERROR, 20), finding(Severity.ERROR, 30, element="y")]
    assert marks(report_of(first, second, other)) == marks(report_of(*moved))
    elsewhere = finding(Severity.ERROR, path="b.yaml")
    assert len({*marks(report_of(first, second, other)), *marks(report_of(elsewhere)), *marks(report_of(first._replace(code="DIN103")))}) == 5
    accepted = report_of(second, other, suppressed=(Suppressed(first, "model", "zo"),))
    assert marks(accepted) == marks(report_of(first, second, other))[1:]
    assert [one["partialFingerprints"][findings_sarif.MARK] for one in sarif(accepted)["results"]] == marks(report_of(first, second, other))


def test_findings_of_two_models_on_one_element_have_marks_of_their_own_and_the_first_keeps_its() -> None:
    first, second = finding(Severity.ERROR, 1), finding(Severity.ERROR, 0, text="anders mis")
    both = report_of(first, second, whose={first: Whose(("een",), apart=True), second: Whose(("twee",), apart=True)})
    assert marks(both)[1:] == marks(report_of(first)) == marks(report_of(first, whose={first: Whose(("een",))}))
    assert len(set(marks(both))) == 2
    assert marks(both)[0] == marks(report_of(second, first, whose={first: Whose(("een",)), second: Whose(("twee",))}))[0]


# JUnit


def test_a_junit_suite_per_file_and_a_passed_case_for_a_good_one() -> None:
    report = report_of(
        finding(Severity.ERROR, path="b.yaml"), finding(Severity.ERROR, 1, path="b.yaml"), finding(Severity.WARNING, 2, path="b.yaml", element=None)
    )
    root = ET.fromstring(export("findings_junit", report))
    assert [suite.attrib["name"] for suite in root] == ["b.yaml", "din.yaml"]
    assert [case.attrib["name"] for case in root.iter("testcase")] == [
        "DIN102 unknown-id: x",
        "DIN102 unknown-id: x (2)",
        "DIN102 unknown-id",
        "geen bevindingen",
    ]
    case = root[0][0]
    assert (case.attrib["file"], case.attrib["line"]) == ("b.yaml", "1")
    assert case[0].attrib == {"type": "error", "message": "DIN102: mis"}
    assert case[0].text == "b.yaml:1:1: mis (hint: hint mis)"


def test_with_strict_a_warning_fails_in_junit_and_keeps_its_word() -> None:
    found = (finding(Severity.ERROR), finding(Severity.WARNING, 1, element="y"), finding(Severity.TIP, 2, element="z"))
    for strict, failures, tags in ((False, "1", ["failure", "skipped", "skipped"]), (True, "2", ["failure", "failure", "skipped"])):
        root = ET.fromstring(export("findings_junit", report_of(*found, strict=strict)))
        for counts in (root.attrib, root[0].attrib):
            assert (counts["failures"], int(counts["skipped"])) == (failures, 3 - int(failures))
        assert [case[0].tag for case in root[0]] == tags
        assert [case[0].attrib["type"] for case in root[0]] == ["error", "warning", "tip"]


@pytest.mark.parametrize("form", sorted(set(FORMS) - {"findings_junit"}))
def test_no_other_form_gives_a_verdict_that_strict_would_change(form: str) -> None:
    assert export(form, many(30)._replace(strict=True)) == export(form, many(30))


def test_hostile_text_comes_back_out_of_junit() -> None:
    root = ET.fromstring(export("findings_junit", report_of(finding(Severity.ERROR, text="<a> \"b\" 'c' & ]]> \ufffe"))))
    assert root[0][0][0].attrib["message"] == "DIN102: <a> \"b\" 'c' & ]]> <U+FFFE>"


# GitHub


def test_a_github_annotation() -> None:
    text = export("findings_github", report_of(finding(Severity.WARNING, 1, path="a,b:c%.yaml", text="50% klaar: ja,\nnee")))
    assert text.splitlines()[0] == (
        "::warning file=a%2Cb%3Ac%25.yaml,line=2,endLine=2,col=1,endColumn=6,title=DIN102 unknown-id::50%25 klaar: ja, nee%0Ahint: hint 50%25 klaar: ja, nee"
    )
    assert text.splitlines()[1] == "dinkit: 1 waarschuwing in 2 bestanden"


def test_github_takes_no_columns_over_several_lines() -> None:
    over = finding(Severity.ERROR)._replace(location=Location("din.yaml", span_between("a: [b,\nc]\n", 3, 9)))
    (command, *_) = commands(export("findings_github", report_of(over)))
    assert command[1] == {"file": "din.yaml", "line": "1", "endLine": "2", "title": "DIN102 unknown-id"}


def test_the_tenth_annotation_counts_what_github_would_drop() -> None:
    told = commands(export("findings_github", report_of(*(finding(Severity.ERROR, number) for number in range(25)))))
    assert [name for name, _, _ in told] == ["error"] * 10 + ["group", "endgroup"]
    assert told[9][2] == "en nog 16 fouten; ze staan in het log van deze stap"
    assert len(commands(export("findings_github", report_of(*(finding(Severity.ERROR, number) for number in range(10)))))) == 10


def test_an_endless_message_fits_in_an_annotation() -> None:
    (command,) = commands(export("findings_github", report_of(finding(Severity.ERROR, text="%" * 100_000))))
    assert len(command[2]) < 5_000


# GitLab


def test_a_gitlab_issue() -> None:
    (issue,) = json.loads(export("findings_gitlab", report_of(finding(Severity.TIP, 4), language="en")))
    assert len(issue.pop("fingerprint")) == 64
    assert issue == {
        "description": "mis in English",
        "check_name": "DIN102",
        "severity": "info",
        "location": {"path": "din.yaml", "lines": {"begin": 5, "end": 5}},
    }
    assert export("findings_gitlab", report_of()) == "[]\n"


# Markdown


def test_a_markdown_summary() -> None:
    mended = finding(Severity.ERROR, 2, path="map/a b.yaml")._replace(fix=Fix(Text("doe", "do"), ()))
    accepted = (Suppressed(finding(Severity.ERROR, 4), "model", "zo afgesproken", "stad"),)
    report = report_of(mended, finding(Severity.TIP)._replace(hint=None), suppressed=accepted, links="https://example.org/blob/1/")
    assert export("findings_markdown", report).split("\n") == [
        "## dinkit",
        "",
        "1 fout, 1 tip in 2 bestanden; 1 bevinding aanvaard en niet geteld",
        "",
        "### 1 fout",
        "",
        "| plaats | code | bevinding |",
        "| --- | --- | --- |",
        "| [map/a b.yaml:3](https://example.org/blob/1/map/a%20b.yaml#L3) | DIN102 | mis<br>hint: hint mis<br>kan vanzelf: dinkit fix |",
        "",
        "<details><summary>1 tip</summary>",
        "",
        "| plaats | code | bevinding |",
        "| --- | --- | --- |",
        "| [din.yaml:1](https://example.org/blob/1/din.yaml#L1) | DIN102 | mis |",
        "",
        "</details>",
        "",
        "<details><summary>1 bevinding aanvaard en niet geteld</summary>",
        "",
        "| plaats | code | bevinding | reden | wie |",
        "| --- | --- | --- | --- | --- |",
        "| [din.yaml:5](https://example.org/blob/1/din.yaml#L5) | DIN102 | mis | zo afgesproken | stad |",
        "",
        "</details>",
        "",
    ]


def test_markdown_says_what_it_left_out_and_keeps_errors_longest() -> None:
    text = export(
        "findings_markdown", report_of(*(finding(severity, number, text="x" * 250) for severity in reversed(Severity) for number in range(100)))
    )
    assert 64_000 < len(text) <= 65_000
    assert text.count("| DIN102 |") > 100
    assert "... en nog 100 tips." in text
    assert re.search(r"\.\.\. en nog [0-9]+ waarschuwingen\.", text)
    assert not re.search(r"en nog [0-9]+ fout", text)


def test_a_table_without_rows_has_no_head() -> None:
    text = export("findings_markdown", report_of(*(finding(Severity.ERROR, number, text="x" * 290) for number in range(200)), finding(Severity.TIP)))
    assert text.endswith(" fouten.\n\n<details><summary>1 tip</summary>\n\n\n... en nog 1 tip.\n\n</details>\n")
    assert text.count("| plaats |") == text.count("| --- | --- | --- |") == 1


def test_a_joiner_between_emoji_stays_and_others_are_shown() -> None:
    family, cook, heart = "👩\u200d👩\u200d👧", "👩🏽\u200d🍳", "❤\ufe0f\u200d🔥"
    for kept in (family, cook, heart):
        for form in ("findings_github", "findings_markdown", "findings_text"):
            assert f"gezin {kept} hier" in export(form, report_of(finding(Severity.ERROR, text=f"gezin {kept} hier")))
    lost = "a\u200db 👩\u200d \u200d👩 👩\u200d\u200d👩 a\ufe0f\u200d👩 👩\u200d\u202e👩"
    shown = "a<U+200D>b 👩<U+200D> <U+200D>👩 👩<U+200D><U+200D>👩 a\ufe0f<U+200D>👩 👩<U+200D><U+202E>👩"
    assert shown in export("findings_github", report_of(finding(Severity.ERROR, text=lost)))


def test_markdown_holds_no_html_of_a_user_and_calls_nobody() -> None:
    text = export("findings_markdown", hostile())
    assert {tag.lower() for tag in re.findall(r"(?<!\\)</?([a-zA-Z]+)", text)} == {"br", "details", "summary"}
    assert "@stad" not in text
    assert "](javascript:" not in text.replace("\\]", "")


def test_a_text_from_standard_input_has_no_link() -> None:
    assert r"| \<stdin\>:1 | DIN102 |" in export("findings_markdown", report_of(finding(Severity.ERROR, path="<stdin>")))


# The files that a report names


def test_links_and_uris_lead_back_to_the_path() -> None:
    path = "map/é b#c?d%.yaml"
    assert (
        unquote(sarif(report_of(finding(Severity.ERROR, path=path)))["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        == path
    )
    address = re.search(r"\]\(([^)]*)#L1\)", export("findings_markdown", report_of(finding(Severity.ERROR, path=path))))
    assert address is not None
    assert unquote(address[1]) == path


@pytest.mark.parametrize("module", [findings_compact, findings_github, findings_gitlab, findings_junit, findings_markdown, findings_sarif])
def test_the_findings_of_a_broken_model_come_out(module: Any) -> None:
    result = loaded("doelen: {a: {naam: A, draagt_bij_aan: weg}}\n")
    assert "DIN102" in module.EXPORTER.export(Report(result.network, (), check(result), result.network.files))
