"""Splicing: bytes and edits in, and every other byte stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinkit.editing.scalars import scalar
from dinkit.editing.splice import ChangedError, fingerprint, splice
from dinkit.finding import Edit
from dinkit.reading.load import load
from dinkit.reading.text import decode
from dinkit.source import Memory

texts = st.text(st.sampled_from("ab: #\n\r-é😀\t"), max_size=40)


@st.composite
def spliced(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text and edits of it that do not overlap."""
    text = draw(texts)
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return text, [Edit("din.yaml", start, end, draw(st.text(st.sampled_from("xy z"), max_size=4))) for start, end in pairs]


@given(spliced(), st.booleans())
def test_only_what_is_edited_changes(case: tuple[str, list[Edit]], marked: bool) -> None:
    text, edits = case
    mark = b"\xef\xbb\xbf" if marked else b""
    data = mark + text.encode()
    wanted, shift = text, 0
    for edit in edits:
        wanted = wanted[: edit.start + shift] + edit.text + wanted[edit.end + shift :]
        shift += len(edit.text) - (edit.end - edit.start)
    assert splice(data, reversed(edits), loaded=fingerprint(data)) == mark + wanted.encode()


@given(texts, st.booleans())
def test_no_edits_change_nothing(text: str, marked: bool) -> None:
    data = (b"\xef\xbb\xbf" if marked else b"") + text.encode()
    assert splice(data, (), loaded=fingerprint(data)) == data


@pytest.mark.parametrize(
    ("data", "at", "wanted"),
    [
        (b"a\r\nb\r\n", 3, b"a\r\nx\r\nb\r\n"),
        (b"a\nb\r\n", 2, b"a\nx\nb\r\n"),
        (b"a\rb\r", 2, b"a\rx\rb\r"),
        (b"a\r\nb", 0, b"x\r\na\r\nb"),
        (b"a", 0, b"x\na"),
        (b"\xef\xbb\xbfa\r\n", 3, b"\xef\xbb\xbfa\r\nx\r\n"),
    ],
)
def test_a_new_line_ends_like_the_one_before_it(data: bytes, at: int, wanted: bytes) -> None:
    assert splice(data, [Edit("din.yaml", at, at, "x\n")], loaded=fingerprint(data)) == wanted


def test_edits_of_one_place_keep_their_order() -> None:
    edits = [Edit("din.yaml", 1, 1, "x"), Edit("din.yaml", 1, 1, "y")]
    assert splice(b"ab", edits, loaded=fingerprint(b"ab")) == b"axyb"


def test_another_file_is_refused_and_named() -> None:
    with pytest.raises(ChangedError) as refused:
        splice(b"b: 1\n", [Edit("deel.yaml", 0, 0, "x")], loaded=fingerprint(b"a: 1\n"))
    assert refused.value.path == "deel.yaml"


@pytest.mark.parametrize("edits", [[Edit("d", 0, 2, ""), Edit("d", 1, 3, "")], [Edit("d", 2, 1, "")], [Edit("d", 0, 9, "")]])
def test_edits_that_make_no_sense_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlap or lie outside"):
        splice(b"abc", edits, loaded=fingerprint(b"abc"))


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=30).filter(
        lambda text: text.strip() not in ("", "onbekend")
    )
)
def test_a_text_is_read_back_as_it_was(text: str) -> None:
    for model in (f"doelen:\n  d:\n    naam: D\n    omschrijving: {scalar(text)}\n", f"doelen: {{d: {{naam: D, omschrijving: {scalar(text)}}}}}\n"):
        network = load("din.yaml", Memory({"din.yaml": model})).network
        assert network.elements["d"].description == text
        assert decode(model.encode())[0] == model
