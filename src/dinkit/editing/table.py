"""A CSV file as spreadsheets save it: bytes -> rows of named cells, and everything that is wrong with it in one go."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import NamedTuple

from dinkit.finding import Text
from dinkit.model.vocabulary import spell_key
from dinkit.nearby import nearest_word

REQUIRED = ("indicator", "date", "value")
OPTIONAL = ("unit", "group", "source", "note", "verbatim")
_ALSO = {"perioden": "date", "periode": "date", "period": "date", "periods": "date"}
"""What statistics offices call the column of the date."""
_NAMES: dict[str, str] = {spell_key(key, language): key for key in (*REQUIRED, *OPTIONAL) for language in ("nl", "en")} | _ALSO
_DELIMITERS = (";", ",", "\t")
_SEPARATOR = re.compile(r"\s*sep=([;,|\t])[ \t]*(?:\r\n|\n|\r)", re.IGNORECASE)
"""A first line by which Excel knows the sign between the columns."""

_WINDOWS = Text(
    "gelezen als Windows-tekst (cp1252): kijk of letters met accenten kloppen",
    "read as Windows text (cp1252): see whether letters with accents are right",
)


class Complaint(NamedTuple):
    """What is wrong in a CSV file: the row (1 is the first of the file, 0 the file as a whole), the column as the file names it, and what."""

    row: int
    column: str
    message: Text


class Row(NamedTuple):
    """One row: its number in the file, and its cells by English column name, without white space around them."""

    number: int
    cells: Mapping[str, str]


class CsvTable(NamedTuple):
    """A CSV file as read. With complaints the rows are those that could be read."""

    rows: tuple[Row, ...]
    columns: Mapping[str, str]
    """English column name -> as the file writes it."""
    delimiter: str
    complaints: tuple[Complaint, ...]
    notes: tuple[Text, ...]


class _Raw(NamedTuple):
    number: int
    cells: list[str]


def read_csv(data: bytes) -> CsvTable:
    """Read a CSV file of measurements in any of the usual dialects."""
    text, notes, complaint = _decoded(data)
    if complaint is not None:
        return CsvTable((), {}, "", (Complaint(0, "", complaint),), ())
    skipped = _SEPARATOR.match(text)
    body = text[skipped.end() :] if skipped else text
    delimiter = skipped[1] if skipped else _delimiter(body)
    complaints: list[Complaint] = []
    raws = list(_records(body, delimiter, complaints, 1 if skipped else 0))
    if not raws:
        complaints = complaints or [Complaint(0, "", Text("het bestand is leeg", "the file is empty"))]
        return CsvTable((), {}, delimiter, tuple(complaints), notes)
    head, *rest = raws
    columns = list(_columns(head, rest, complaints))
    names = {name: written.strip() for name, written in zip(columns, head.cells, strict=True) if name}
    rows = tuple(row for raw in rest for row in _row(raw, columns, delimiter, complaints))
    return CsvTable(rows, names, delimiter, tuple(sorted(complaints, key=lambda one: one.row)), notes)


def _decoded(data: bytes) -> tuple[str, tuple[Text, ...], Text | None]:
    """Return the text, what to tell about how it was read, and why it is none."""
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        why = Text("dit is een werkmap van Excel; sla het blad op als CSV", "this is an Excel workbook; save the sheet as CSV")
        return "", (), why
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: dict[str, tuple[Text, ...]] = {"utf-16": (Text("gelezen als UTF-16", "read as UTF-16"),)}
    else:
        encodings = {} if b"\0" in data else {"utf-8-sig": (), "cp1252": (_WINDOWS,)}
    for encoding, notes in encodings.items():
        try:
            return data.decode(encoding), notes, None
        except UnicodeDecodeError:
            continue
    return "", (), Text("dit is geen leesbare tekst; sla het op als 'CSV UTF-8'", "this is no readable text; save it as 'CSV UTF-8'")


def _delimiter(text: str) -> str:
    """Return the sign between the columns: the one by which the first filled line has most names that we know."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=lambda one: (sum(_name(cell) in _NAMES for cell in first.split(one)), first.count(one)))


def _name(cell: str) -> str:
    return "_".join(cell.strip().strip("\"'").strip(": ").lower().split())


def _records(text: str, delimiter: str, complaints: list[Complaint], before: int) -> Iterator[_Raw]:
    """Yield the records that hold anything, with their numbers; one that breaks off the quotes is complained about and left out."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = before
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            message = Text(
                'de aanhalingstekens in deze rij kloppen niet; binnen aanhalingstekens staat een " dubbel',
                'the quotes in this row are not right; inside quotes a " is doubled',
            )
            complaints.append(Complaint(number, "", message))
            continue
        if any(cell.strip() for cell in cells):
            yield _Raw(number, cells)


def _columns(head: _Raw, rest: list[_Raw], complaints: list[Complaint]) -> Iterator[str]:
    """Yield the English name of each column, empty for one that is left out; complain about what is missing, doubled or unknown."""
    seen: dict[str, str] = {}
    for at, written in enumerate(head.cells):
        name = _NAMES.get(_name(written), "")
        shown = written.strip()
        if not shown and any(raw.cells[at].strip() for raw in rest if at < len(raw.cells)):
            message = Text(f"kolom {at + 1} heeft geen naam", f"column {at + 1} has no name")
            complaints.append(Complaint(head.number, "", message))
        elif shown and not name:
            complaints.append(Complaint(head.number, shown, _unknown(shown)))
        elif name in seen:
            message = Text(f"deze kolom staat er al, als '{seen[name]}'", f"this column is there already, as '{seen[name]}'")
            complaints.append(Complaint(head.number, shown, message))
            name = ""
        if name:
            seen[name] = shown
        yield name
    for name in REQUIRED:
        if name not in seen:
            message = Text(f"de kolom '{_dutch(name)}' ontbreekt", f"the column '{name}' is missing")
            complaints.append(Complaint(head.number, "", message))


def _dutch(name: str) -> str:
    return spell_key(name, "nl")


def _unknown(shown: str) -> Text:
    near = nearest_word(_name(shown), _NAMES)
    guess = Text(f"; bedoelt u '{near}'?", f"; did you mean '{near}'?") if near else Text("", "")
    known = (*REQUIRED, *OPTIONAL)
    return Text(
        f"deze kolom is niet bekend{guess.nl} (bekend zijn: {', '.join(map(_dutch, known))})",
        f"this column is not known{guess.en} (known are: {', '.join(known)})",
    )


def _row(raw: _Raw, columns: list[str], delimiter: str, complaints: list[Complaint]) -> Iterator[Row]:
    """Yield the row, or complain that it has too few or too many cells; a column without a name at the end may be left out."""
    named = max((at + 1 for at, name in enumerate(columns) if name), default=0)
    extra = [cell for cell in raw.cells[len(columns) :] if cell.strip()]
    if extra or len(raw.cells) < named:
        complaints.append(Complaint(raw.number, "", _broken(len(raw.cells), len(columns), delimiter)))
        return
    yield Row(raw.number, {name: cell.strip() for name, cell in zip(columns, raw.cells, strict=False) if name})


def _broken(cells: int, columns: int, delimiter: str) -> Text:
    comma = cells > columns and delimiter == ","
    hint = Text("; staat er een komma in een getal of tekst, zet die cel dan tussen aanhalingstekens", "; put a cell with a comma in it in quotes")
    return Text(
        f"deze rij heeft {cells} cellen en de kop {columns}{hint.nl if comma else ''}",
        f"this row has {cells} cells and the heading {columns}{hint.en if comma else ''}",
    )
