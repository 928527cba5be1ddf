"""Laws of reading: what holds for every document, and for every text and every byte."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dinkit.finding import Finding
from dinkit.reading.load import Loaded
from dinkit.reading.messages import MESSAGES
from reading_support import facts, read, token
from strategies import HOSTILE, SNIPPETS, Style, broken, documents, names, random_yaml, render, styles, tame_names

law = settings(derandomize=True, deadline=None, database=None, max_examples=150, suppress_health_check=list(HealthCheck))

AT_NOTHING = {"empty", "utf-16", "binary", "missing", "empty-item", "number", "syntax", "tag", "id", "unknown-key", "open-quote", "conflict"}
"""Findings that may point between two characters: where something is missing, or in a file that has no text."""


def ids_of(elements: dict) -> set[str]:
    return set(elements) | {inner for one in elements.values() for inner in ids_of(one.get("subgoals", {}))}


@law
@given(documents(), styles, styles)
def test_every_way_to_write_a_document_gives_the_same_network(document, one, other):
    first, second = read(render(document, one)), read(render(document, other))
    assert {found.slug for found in first.findings} <= {"hidden-direction"}
    assert facts(first.network) == facts(second.network)


@law
@given(documents(), styles)
def test_nothing_of_a_document_is_lost(document, style):
    network = read(render(document, style)).network
    assert set(network.elements) == set().union(*(ids_of(elements) for elements in document.values()))
    for elements in document.values():
        for name, fields in elements.items():
            assert network.elements[name].name == fields["name"]
    links = sum(
        len(links.targets) for effort in document["efforts"].values() for key, links in effort.items() if key in ("contributes_to", "stakeholders")
    )
    assert sum(1 for one in network.relations if one.type in ("contributes_to", "involved_in")) == links


@law
@given(documents(tame_names), st.permutations(["goals", "efforts", "stakeholders"]))
def test_the_order_of_elements_is_the_order_of_the_network(document, order):
    ordered = {key: document[key] for key in order}
    network = read(render(ordered, Style())).network
    tops = [name for key in order for name in ordered[key]]
    assert [name for name in network.elements if name in tops] == tops


@law
@given(documents(names), styles)
def test_line_endings_and_a_byte_order_mark_change_nothing(document, style):
    text = render(document, style)
    same = facts(read(text).network)
    assert facts(read(text.replace("\n", "\r\n").encode()).network) == same
    assert facts(read(text.replace("\n", "\r").encode()).network) == same
    assert facts(read(b"\xef\xbb\xbf" + text.encode()).network) == same


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_what_it_is(name):
    document = {"goals": {"x-a": {"name": name}}}
    for style in (Style(), Style("en", flow=True)):
        assert read(render(document, style)).network.elements["x-a"].name == name


@settings(law, max_examples=500)
@given(broken())
@example("doelen:\n  x:\n    naam: A\n    trefwoorden:\n")
@example("delen:\n")
@example("programma: {naam: 'x\n")
@example("doelen: {x: &a {naam: *a}}\n")
def test_a_broken_document_gives_a_network_and_findings_inside_the_file(text):
    check(read(text), text)


@law
@given(random_yaml)
def test_any_text_gives_a_network(text):
    check(read(text), text)
    check(read("doelen:\n  " + text), "doelen:\n  " + text)


@settings(law, max_examples=300)
@given(st.binary(max_size=80))
def test_any_bytes_give_a_network(data):
    check(read(data), None)


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_every_snippet_at_every_place(snippet):
    text = "taal: nl\ndoelen:\n  a: {naam: A, streefdatum: 2019}\n  b:\n    naam: 'B'\n    bron: [c 1, c 2]\ninspanningen:\n  w:\n    draagt_bij_aan: {a: ++}\n"
    for at in range(len(text) + 1):
        changed = text[:at] + snippet + text[at:]
        check(read(changed), changed)


def check(result: Loaded, text: str | None) -> None:
    """Every finding is in our words, in both languages, on a token inside its file; reading again says the same."""
    network = result.network
    assert [file.path for file in network.files] == ["din.yaml"]
    content = network.files[0].text
    for found in result.findings:
        span = found.location.span
        assert 0 <= span.start <= span.end <= len(content)
        assert (span.line, span.column) == place(content, span.start)
        if not token(found, network).strip():
            assert found.slug in AT_NOTHING or token(found, network) or span.start >= len(content.rstrip()), found
        assert_worded(found)
    if text is not None and not text.startswith("\ufeff"):
        assert content == text or any(found.slug in ("binary", "utf-16") for found in result.findings)
    assert len({(found.location, found.code, found.message) for found in result.findings}) == len(result.findings)
    assert all(relation.source in network.elements and relation.target in network.elements for relation in network.relations)


def assert_worded(found: Finding) -> None:
    assert found.code == MESSAGES[found.slug].code
    for text in (found.message, found.hint):
        assert text is None or (text.nl and text.en and text.nl.isprintable() and text.en.isprintable())


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column by counting, as a second opinion."""
    line, column = 1, 1
    for at, character in enumerate(text[:offset]):
        ends = character == "\n" or (character == "\r" and text[at + 1 : at + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)
    return line, column
