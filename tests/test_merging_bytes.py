"""Merges of files as they lie on disks: other line ends, a byte order mark, no end of the last line, one side empty."""

from __future__ import annotations

import pytest

from dinkit.merging.run import merge

BASE = b"model: m\ndoelen:\n  a: A\nstakeholders:\n  p: P\n"
OURS = BASE.replace(b"a: A", b"a: AA")
THEIRS = BASE.replace(b"p: P", b"p: PP")
BOTH = OURS.replace(b"p: P", b"p: PP")
CLASH = BASE.replace(b"a: A", b"a: XX")
_BOM = b"\xef\xbb\xbf"


def crlf(data: bytes) -> bytes:
    return data.replace(b"\n", b"\r\n")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "wanted"),
    [
        (BASE, crlf(OURS), THEIRS, crlf(BOTH)),
        (BASE, OURS, crlf(THEIRS), BOTH),
        (crlf(BASE), crlf(OURS), crlf(THEIRS), crlf(BOTH)),
        (crlf(BASE), OURS, THEIRS, BOTH),
        (BASE, _BOM + OURS, THEIRS, _BOM + BOTH),
        (BASE, OURS, _BOM + THEIRS, BOTH),
        (BASE, OURS.rstrip(), THEIRS, BOTH.rstrip()),
        (BASE, OURS, THEIRS.rstrip(), BOTH),
        (BASE.rstrip(), OURS.rstrip(), THEIRS.rstrip(), BOTH.rstrip()),
        (BASE, crlf(OURS).rstrip(), _BOM + THEIRS, crlf(BOTH).rstrip()),
        (BASE, OURS.replace(b"\n", b"\r"), THEIRS, BOTH.replace(b"\n", b"\r")),
        (BASE, crlf(BASE), THEIRS, crlf(THEIRS)),
    ],
)
def test_ours_gives_the_form(base, ours, theirs, wanted):
    assert merge(base, ours, theirs).data == wanted


def test_a_line_that_ends_otherwise_than_its_neighbours_keeps_its_end():
    ours = OURS.replace(b"model: m\n", b"model: m\r\n")
    assert merge(BASE, ours, THEIRS).data == BOTH.replace(b"model: m\n", b"model: m\r\n")


@pytest.mark.parametrize("form", [bytes, crlf, lambda data: _BOM + data, bytes.rstrip])
def test_markers_end_as_the_lines_of_ours(form):
    result = merge(BASE, form(OURS), CLASH)
    assert result.data == form(BASE.replace(b"  a: A\n", b"<<<<<<< ours\n  a: AA\n=======\n  a: XX\n>>>>>>> theirs\n"))


def test_a_conflict_at_the_end_of_a_file_without_a_last_line_end_has_whole_markers():
    result = merge(BASE, BASE.replace(b"p: P\n", b"p: X"), BASE.replace(b"p: P\n", b"p: Y"))
    assert result.data == BASE.replace(b"  p: P\n", b"<<<<<<< ours\n  p: X\n=======\n  p: Y\n>>>>>>> theirs\n")


def test_a_side_that_was_emptied_is_a_conflict_with_what_the_other_changed():
    for ours, theirs in ((b"", THEIRS), (THEIRS, b"")):
        result = merge(BASE, ours, theirs)
        assert b"p: PP" in result.data
        assert [(one.sort[:7], one.element) for _, one in result.conflicts] == [("removed", "p")]


def test_a_side_that_was_emptied_stays_empty_when_the_other_changed_nothing():
    assert merge(BASE, b"", BASE).data == b""
    assert merge(BASE, BASE, b"").data == b""


@pytest.mark.parametrize("comment", [b"# over dit bestand\n", b"\n\n# x\n\n"])
def test_comments_around_everything_stay(comment):
    assert merge(comment + BASE + comment, comment + OURS + comment, comment + THEIRS + comment).data == comment + BOTH + comment
    assert merge(BASE, comment + OURS, THEIRS + comment).data == comment + BOTH + comment


@pytest.mark.parametrize("side", [THEIRS, crlf(THEIRS), _BOM + THEIRS, THEIRS.rstrip(), b"", b"\0\1", b"a: [", b"\xff"])
def test_what_only_one_side_changed_comes_out_to_the_byte_whatever_it_is(side):
    for base in (BASE, b"", b"\0\2"):
        assert [merge(*three).data for three in ((base, base, side), (base, side, base), (base, side, side))] == [side] * 3
