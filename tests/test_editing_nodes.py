"""Nodes with their places: a text in, and where each node starts and ends."""

from __future__ import annotations

import pytest
from yaml import YAMLError

from dinkit.editing.nodes import Node, ends_in_text, last_of, read_nodes


def root_of(text: str) -> Node:
    tree = read_nodes(text, 9)
    assert tree is not None
    return tree.root


def places(text: str, node: Node) -> list[tuple[str, str]]:
    """The sort of a node and its text, then those of what is in it."""
    inside = [one for pair in node.pairs for part in pair if part is not None for one in places(text, part)]
    return [(node.kind, text[node.start : node.end]), *inside]


def test_a_block_ends_where_its_last_value_ends() -> None:
    text = "a:\n  b: 1  # een\n\n# twee\nc:\n- x\n- {d: [e: f]}\n# drie\n"
    assert places(text, root_of(text)) == [
        ("map", text[: text.index("\n# drie")]),
        ("scalar", "a"),
        ("map", "b: 1"),
        ("scalar", "b"),
        ("scalar", "1"),
        ("scalar", "c"),
        ("list", "- x\n- {d: [e: f]}"),
        ("scalar", "x"),
        ("map", "{d: [e: f]}"),
        ("scalar", "d"),
        ("list", "[e: f]"),
        ("pair", "e: f"),
        ("scalar", "e"),
        ("scalar", "f"),
    ]


def test_a_scalar_says_how_it_is_written() -> None:
    values = [value for _, value in root_of("a: b\nc: 'd'\ne: &x !!str f\ng: *x\nh: |\n  i\n\nj:\n").pairs]
    assert [(one.said, one.style, one.marks, one.column) for one in values] == [
        ("b", "", "", 3),
        ("d", "'", "", 3),
        ("f", "", "&x tag:yaml.org,2002:str ", 3),
        ("*x", "*", "", 3),
        ("i\n", "|", "", 3),
        ("", "", "", 2),
    ]


@pytest.mark.parametrize(
    ("text", "last", "in_text"),
    [("a:\n  b:\n  - c: |\n      d\n\n", "|\n      d\n\n", True), ("a:\n  b: {c: d}\n\n", "{c: d}", False), ("{a: b}\n", "{a: b}", False)],
)
def test_what_a_node_ends_with(text: str, last: str, *, in_text: bool) -> None:
    root = root_of(text)
    found = last_of(root)
    assert (text[found.start : found.end], ends_in_text(root)) == (last, in_text)


@pytest.mark.parametrize(
    ("text", "begin", "end"), [("a: 1\n# b\n", 0, 9), ("# a\n---\na: 1\n...\n# b\n", 7, 13), ("--- # a\na: 1\n", 3, 13), ("---\n...\n", 3, 4)]
)
def test_where_the_document_begins_and_ends(text: str, begin: int, end: int) -> None:
    tree = read_nodes(text, 9)
    assert tree is not None
    assert (tree.begin, tree.end) == (begin, end)


def test_a_text_without_a_document_has_no_nodes() -> None:
    assert read_nodes("# niets\n", 9) is None


@pytest.mark.parametrize("text", ["a: 1\n---\nb: 2\n", "a: [\n", "[[[[]]]]", "a:\n- - - b\n"])
def test_a_fault_a_second_document_and_what_is_too_deep_are_refused(text: str) -> None:
    with pytest.raises(YAMLError):
        read_nodes(text, 2)


def test_no_depth_is_too_much_for_python() -> None:
    text = "[" * 3_000 + "]" * 3_000
    tree = read_nodes(text, 2_999)
    assert tree is not None
    assert tree.root.end == 6_000
    with pytest.raises(YAMLError, match="too deep"):
        read_nodes(text, 2_998)
