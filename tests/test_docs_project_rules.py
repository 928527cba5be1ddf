"""docs/project-rules.md against the code: its examples find what it says, and its tables hold every word of the language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from dinkit.checking.project_rules.soundness import conflicts, idle
from dinkit.checking.run import Decisions, check
from dinkit.finding import Finding
from dinkit.model.project_rules import DIRECTIONS, MOMENTS, PRESENCES, RULE_WORDS, UNLIMITED
from dinkit.model.schema import json_schema
from dinkit.model.vocabulary import VALUES
from dinkit.reading.load import load
from dinkit.reading.settings import load_settings
from dinkit.source import Memory

PAGE = (Path(__file__).parent.parent / "docs" / "project-rules.md").read_text(encoding="utf-8")
MODEL, *RULES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
TOLD = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)


def found(settings: str) -> list[Finding]:
    files = Memory({"din.yaml": MODEL, "dinkit.yaml": settings})
    read = load_settings(files)
    assert [one.message.nl for one in read.findings] == []
    return [one for one in check(load("din.yaml", files), Decisions(read)) if one.code.startswith(("DIN9", "DIN04"))]


def test_there_are_six_examples() -> None:
    assert MODEL.startswith("# model\n")
    assert len(RULES) == len(TOLD) == 6
    assert re.findall(r"DIN9[0-9]{2}", "".join(RULES)) == [f"DIN90{number}" for number in range(1, 7)]


@pytest.mark.parametrize(("rule", "told"), list(zip(RULES, TOLD, strict=True)))
def test_an_example_finds_what_the_page_says(rule: str, told: str) -> None:
    assert sorted(f"{one.code} {one.element}: {one.message.nl}" for one in found(rule)) == sorted(told.splitlines())


def test_an_editor_knows_the_examples() -> None:
    known = [Draft202012Validator(json_schema(language)) for language in ("nl", "en")]
    for rule in RULES:
        assert sum(one.is_valid(yaml.safe_load(rule)) for one in known) == 1
    assert not any(one.is_valid(yaml.safe_load(RULES[0].replace("eis:", "eisen:"))) for one in known)
    assert not any(one.is_valid(yaml.safe_load(RULES[0].replace("DIN901", "DIN900"))) for one in known)


def test_the_hint_of_the_first_example_is_the_one_on_the_page() -> None:
    (one,) = found(RULES[0])
    assert one.hint is not None
    told = next(part for part in one.hint.nl.split("; ") if part.startswith("gevonden"))
    assert f"`{told}`" in " ".join(PAGE.split())


def test_the_first_example_looks_at_nothing_in_a_flat_model_as_the_page_says() -> None:
    (one,) = [one for one in check(load("din.yaml", Memory({"din.yaml": f"doelen: {{werk: Werk}}\n{RULES[0]}"}))) if one.slug == "resting-rule"]
    assert f"```console\n{one.severity} {one.code} {one.message.nl}\n```" in PAGE


def test_the_first_example_takes_eight_lines() -> None:
    assert len(RULES[0].splitlines()) == 8


def test_the_examples_go_together() -> None:
    body = "".join(rule.partition("\n")[2] for rule in RULES if rule.startswith("projectregels"))
    files = Memory({"dinkit.yaml": f"projectregels:\n{body}"})
    rules = list(load_settings(files).record.project_rules.values())
    assert len(rules) == 5
    assert list(idle(rules)) == []
    assert list(conflicts(rules)) == []


def test_every_word_of_the_language_stands_on_the_page() -> None:
    words = {spelling for word in RULE_WORDS for spelling in (word.dutch, word.english)}
    words |= {*DIRECTIONS, *PRESENCES, *MOMENTS, *UNLIMITED, "hoofddoelen", "main_goals", "operationele_doelen", "operational_goals"}
    words |= set(VALUES["severity"]) | set(VALUES["severity"].values())
    assert {word for word in words if f"`{word}`" not in PAGE} == set()


def test_every_way_of_writing_on_the_page_reads() -> None:
    cells = re.findall(r"^\| (`[^|]*`(?:, `[^|]*`)*)(?:, both)? \|", PAGE, re.MULTILINE)
    tests = [test for cell in cells for test in re.findall(r"`([a-z_]+: [^`]+)`", cell)]
    assert len(tests) > 15
    for test in tests:
        kind = next(one for one, keys in KINDS.items() if test.partition(":")[0] in keys)
        inner = f"planning: {{{test}}}" if test.startswith("eind:") else test
        read = load_settings(Memory({"dinkit.yaml": f"projectregels: {{DIN901: {{voor: {kind}, eis: {{{inner}}}}}}}\n"}))
        assert [one.message.nl for one in read.findings] == [], test


KINDS = {
    "inspanningen": ("geld", "status", "planning", "eind", "vereist", "heeft", "stakeholders"),
    "stakeholders": ("macht",),
    "doelen": ("krijgt_bijdrage_van", "streefdatum"),
}
