"""Bytes, files and parts: what is no text, cannot be had, lies outside the project or goes round in a circle."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from dinkit.reading.load import load
from dinkit.source import LARGEST, Folder, UnreadableError
from reading_support import dutch, read, told

MODEL = "doelen:\n  a: A\n  b: [B]\ninspanningen:\n  w: {naam: W, draagt_bij_aan: a}\n"
FAULT = ["3:6 no-element ["]


@pytest.mark.parametrize(
    "data", [MODEL.encode(), b"\xef\xbb\xbf" + MODEL.encode(), MODEL.replace("\n", "\r\n").encode(), MODEL.replace("\n", "\r").encode()]
)
def test_marks_and_line_endings_move_no_column(data):
    result = read(data)
    assert told(result) == FAULT
    assert [finding.location.span[:4] for finding in result.findings] == [(3, 6, 3, 7)]


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (MODEL.encode("utf-16"), "utf-16"),
        (MODEL.encode("utf-16-le"), "utf-16"),
        (MODEL.encode("utf-16-be"), "utf-16"),
        (b"\x00\x01\x02\xff" * 100, "binary"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + bytes(range(256)), "binary"),
        (b"\x00" * 1000, "binary"),
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b" \n\n", "empty"),
    ],
)
def test_what_is_no_text_is_one_finding_at_the_top(data, slug):
    assert [(found.slug, found.location.span[:2]) for found in read(data).findings] == [(slug, (1, 1))]
    result = read("delen: [deel.yaml]\ninspanningen: {w: {naam: W, draagt_bij_aan: kwijt}}\n", deel=data)
    assert [(found.slug, found.location.file) for found in result.findings] == [(slug, "deel.yaml")]
    assert not result.network.complete


def test_another_encoding_is_one_finding_and_the_rest_is_read():
    text = "doelen:\n  a: Café\n  b: [B]\n  c: Coördinatie één\n"
    result = read(text.encode("cp1252"))
    assert [(found.slug, found.location.span[:2]) for found in result.findings] == [("encoding", (2, 9)), ("no-element", (3, 6))]
    assert result.network.elements["a"].name == "Caf\ufffd"
    assert result.network.complete
    assert dutch(text.encode("cp1252"))[0] == (
        "dit teken is niet opgeslagen als UTF-8 (byte 0xe9; in Windows zou het 'é' zijn) | "
        "sla het bestand op met de codering UTF-8; wat er verder in staat, is wel gelezen"
    )


def test_parts_that_cannot_be_had_are_told_at_their_name():
    text = "delen:\n  - weg.yaml\n  - ../buiten.yaml\n  - /etc/passwd\n  - C:/x.yaml\n  - din\\doelen.yaml\n  - http://almelo.nl/x.yaml\n  - ''\n  - deel.yaml\n"
    result = read(text, deel="doelen: {a: A}\n")
    assert told(result) == [
        "2:5 part-missing weg.yaml",
        "3:5 part-outside ../buiten.yaml",
        "4:5 part-outside /etc/passwd",
        "5:5 part-outside C:/x.yaml",
        "6:5 part-slash din\\doelen.yaml",
        "7:5 part-missing http://almelo.nl/x.yaml",
        "8:5 part-missing ''",
    ]
    assert list(result.network.elements) == ["a"]
    assert not result.network.complete


def test_circles_of_parts_end():
    parts = {"een": "delen: [twee.yaml, een.yaml]\ndoelen: {a: A}\n", "twee": "delen: [een.yaml, din.yaml]\ndoelen: {b: B}\n"}
    result = read("delen: [een.yaml, ./twee.yaml]\ndoelen: {c: C}\n", **parts)
    assert told(result) == [
        "1:19 part-cycle ./twee.yaml",
        "een.yaml:1:20 part-cycle een.yaml",
        "twee.yaml:1:9 part-cycle een.yaml",
        "twee.yaml:1:19 part-cycle din.yaml",
    ]
    assert list(result.network.elements) == ["c", "a", "b"]
    assert result.network.complete


def test_parts_of_parts_may_go_on_for_long():
    parts = {f"p{index}": f"delen: [p{index + 1}.yaml]\ndoelen: {{d{index}: D}}\n" for index in range(3000)} | {"p3000": "doelen: {laatste: Z}\n"}
    result = read("delen: [p0.yaml]\n", **parts)
    assert told(result) == []
    assert len(result.network.elements) == 3001


def test_a_part_has_no_head_of_a_model():
    part = (
        "model: m\ntaal: en\npeildatum: 2019\nlabels: {doel: x}\nvorige_editie: x.yaml\nformaat: 1\nstandaard: {herkomst: vermeld}\ndoelen: {a: A}\n"
    )
    result = read("delen: [deel.yaml]\n", deel=part)
    assert [found.split()[1:] for found in told(result)] == [["part-key", key] for key in ("model", "taal", "peildatum", "labels", "vorige_editie")]
    assert result.network.head.language == "nl"
    assert result.network.elements["a"].provenance == "stated"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "map").mkdir(parents=True)
    (tmp_path / "buiten.yaml").write_text("doelen: {geheim: Geheim}\n")
    (root / "goed.yaml").write_text("doelen: {goed: Goed}\n")
    return root


def test_only_ordinary_files_inside_the_project_are_opened(project):
    (project / "link.yaml").symlink_to(project.parent / "buiten.yaml")
    (project / "omhoog").symlink_to(project.parent)
    (project / "rond").symlink_to(project / "rond")
    (project / "binnen.yaml").symlink_to(project / "goed.yaml")
    (project / "nul.yaml").symlink_to("/dev/zero")
    os.mkfifo(project / "pijp.yaml")
    with (project / "groot.yaml").open("wb") as file:
        file.truncate(LARGEST + 1)
    names = [
        "link.yaml",
        "omhoog/buiten.yaml",
        "rond",
        "nul.yaml",
        "pijp.yaml",
        "groot.yaml",
        "map",
        "x" * 300,
        '"a\\0b"',
        "goed.yaml/x",
        "binnen.yaml",
        "goed.yaml",
    ]
    (project / "din.yaml").write_text("delen:\n" + "".join(f"  - {name}\n" for name in names))
    result = load("din.yaml", Folder(project))
    told_now = [(found.location.span.line - 2, found.slug, found.message.nl.rpartition(": ")[2]) for found in result.findings]
    assert told_now == [
        (0, "part-outside", "het deel 'link.yaml' ligt buiten het project"),
        (1, "part-outside", "het deel 'omhoog/buiten.yaml' ligt buiten het project"),
        (2, "part-missing", "geen toegang"),
        (3, "part-outside", "het deel 'nul.yaml' ligt buiten het project"),
        (4, "part-missing", "het is geen gewoon bestand"),
        (5, "part-missing", "het is te groot (meer dan 64 MB)"),
        (6, "part-missing", "het is een map"),
        (7, "part-missing", "geen toegang"),
        (8, "part-missing", "geen toegang"),
        (9, "part-missing", "het bestand bestaat niet"),
        (11, "part-cycle", told_now[10][2]),
    ]
    assert list(result.network.elements) == ["goed"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(project):
    (project / "goed.yaml").chmod(0)
    with pytest.raises(UnreadableError) as caught:
        load("goed.yaml", Folder(project))
    assert caught.value.why == "refused"


@pytest.mark.parametrize(("path", "why"), [("weg.yaml", "missing"), ("map", "folder"), ("../buiten.yaml", "outside"), ("a\0b", "refused")])
def test_a_model_file_that_cannot_be_had_is_an_error_of_the_call(project, path, why):
    with pytest.raises(UnreadableError) as caught:
        load(path, Folder(project))
    assert caught.value.why == why


def test_a_folder_never_reads_outside_itself(project):
    for path in ("../buiten.yaml", "/etc/hostname", "map/../../buiten.yaml"):
        with pytest.raises(UnreadableError):
            Folder(project).read(path)


def test_reading_opens_no_connection(monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("reading went to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    read(
        "delen: ['http://example.org/din.yaml', 'file:///etc/passwd']\ndoelen: {a: !!python/object/apply:urllib.request.urlopen ['http://example.org']}\n"
    )
