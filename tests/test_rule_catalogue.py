"""Every rule has a code of its own and two manuals, and its manual's examples do what they say."""

from __future__ import annotations

import importlib
import re
import textwrap
from pathlib import Path

import pytest

from dinkit.checking.manual import rules_page
from dinkit.finding import Finding, Severity
from rules_support import rules
from support import findings_of, loaded

RULES = rules()
ROOT = Path(__file__).parent.parent
PARTS = ("Why", "Good", "Bad", "Source")
DUTCH_PARTS = ("Wat", "Waarom", "Goed", "Fout", "Bron")


def manual(slug: str) -> str:
    text = importlib.import_module(f"dinkit.rules.{slug.replace('-', '_')}").__doc__
    assert text is not None
    return text


def example(slug: str, part: str) -> str:
    match = re.search(rf"^{part}:\n((?:    .*\n|\n)+)", manual(slug), re.MULTILINE)
    assert match is not None
    return textwrap.dedent(match[1])


def files_of(example: str) -> tuple[str, dict[str, str]]:
    """The model file of an example, and its further files: each begins with a comment that is its name."""
    first, *rest = re.split(r"^# (\w+)\.yaml\n", example, flags=re.MULTILINE)
    return first, dict(zip(rest[::2], rest[1::2], strict=True))


def findings_in(slug: str, part: str) -> tuple[Finding, ...]:
    text, parts = files_of(example(slug, part))
    return findings_of(text, **parts)


def test_codes_are_unique_and_well_formed() -> None:
    codes = [rule.code for rule in RULES.values()]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"DIN[1-9][0-9]{2}", code) for code in codes)


def test_the_rules_of_the_first_catalogue_are_there() -> None:
    assert {rule.code for rule in RULES.values()} >= {
        *(f"DIN1{number:02}" for number in range(1, 13)),
        *("DIN302", "DIN303", "DIN401", "DIN408", "DIN409", "DIN501", "DIN503", "DIN601", "DIN603"),
        *(f"DIN80{number}" for number in range(1, 6)),
    }


@pytest.mark.parametrize("slug", RULES)
def test_the_english_manual_is_whole(slug: str) -> None:
    text = manual(slug)
    first, rest = text.split("\n\n", 1)
    assert first.endswith(".")
    assert re.findall(r"^(\w+):$", rest, re.MULTILINE) == list(PARTS)


@pytest.mark.parametrize("slug", RULES)
def test_the_dutch_manual_is_whole(slug: str) -> None:
    text = (ROOT / f"src/dinkit/rules/{slug.replace('-', '_')}.nl.md").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert re.findall(r"^\*\*(\w+)\*\*: \S", text, re.MULTILINE) == list(DUTCH_PARTS)


def test_no_manual_is_left_behind() -> None:
    manuals = {path.name.removesuffix(".nl.md").replace("_", "-") for path in (ROOT / "src/dinkit/rules").glob("*.nl.md")}
    assert manuals == set(RULES)


@pytest.mark.parametrize("slug", RULES)
def test_the_good_example_is_good(slug: str) -> None:
    findings = findings_in(slug, "Good")
    assert [finding for finding in findings if finding.code == RULES[slug].code or finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("slug", RULES)
def test_the_bad_example_shows_this_fault_and_no_other_error(slug: str) -> None:
    text, parts = files_of(example(slug, "Bad"))
    assert loaded(text, **parts).findings == ()
    findings = findings_of(text, **parts)
    (finding,) = [finding for finding in findings if finding.code == RULES[slug].code]
    assert finding.slug == slug
    assert [other.code for other in findings if other.severity is Severity.ERROR and other != finding] == []


@pytest.mark.parametrize("slug", RULES)
def test_a_finding_speaks_two_languages(slug: str) -> None:
    (finding,) = [finding for finding in findings_in(slug, "Bad") if finding.slug == slug]
    for text in (finding.message, finding.hint, *(place.why for place in finding.related)):
        assert text is None or (text.nl.strip() and text.en.strip() and text.nl != text.en)
    assert finding.hint is not None
    assert not finding.message.nl.endswith(".")


def test_the_page_of_the_rules_is_fresh() -> None:
    again = """python -c "from dinkit.checking.manual import rules_page; open('docs/rules.md', 'wb').write(rules_page().encode())\""""
    assert (ROOT / "docs/rules.md").read_text(encoding="utf-8") == rules_page(), f"write it again: {again}"
