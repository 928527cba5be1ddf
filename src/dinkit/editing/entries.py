"""Measurements to add -> edits of the files of a model, in the language, indentation and style of each file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from dinkit.editing.layout import Item, Layout, behind, is_block, is_empty, is_quoted, is_spaced, items_of, read_layout
from dinkit.editing.measurements import Addition
from dinkit.editing.nodes import ends_in_text
from dinkit.editing.scalars import scalar
from dinkit.finding import Edit, Text
from dinkit.model.vocabulary import ENGLISH_KEY, spell_key, spell_value
from dinkit.network import Network
from dinkit.reading.changing import line_start
from dinkit.reading.spelling import language_of

_COLLECTION = "measurements"
_STEP = 2
_AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}\Z")
_MENTIONED = re.compile("metingen|measurements")


class UnplaceableError(ValueError):
    """A file has no place for a measurement; `path` names it and `why` says why."""

    def __init__(self, path: str, why: Text) -> None:
        self.path, self.why = path, why
        super().__init__(f"{path}: {why.en}")


class _Style(NamedTuple):
    """How one file writes its measurements."""

    language: str
    column: int
    step: int
    braces: bool
    quoted: bool
    spaced: bool


def edits_for(network: Network, additions: Sequence[Addition], to: str | None = None) -> tuple[Edit, ...]:
    """Return the edits that add measurements, each behind the last measurement of a file.

    That file is the one in which the indicator stands, as far as it has measurements; else the last that has any, and of those rather one
    that no earlier edition shares; where no file has any, the one of the indicator, at its end.

    Args:
        network: the model.
        additions: what to add.
        to: the path of one of its files, to put everything there.

    Raises:
        UnplaceableError: a file says that there are no measurements, or holds something else under that key.
    """
    layouts = {at: read_layout(file.text) for at, file in enumerate(network.files) if _MENTIONED.search(file.text)}
    holders = [at for at, layout in layouts.items() if layout is not None and layout.find(_COLLECTION)]
    by_file: dict[int, list[Addition]] = {}
    for addition in additions:
        at = _file_of(network, addition, holders) if to is None else [file.path for file in network.files].index(to)
        by_file.setdefault(at, []).append(addition)
    return tuple(edit for at, some in sorted(by_file.items()) for edit in _edits(network, at, layouts.get(at), some))


def _file_of(network: Network, addition: Addition, holders: Sequence[int]) -> int:
    own = network.origins[addition.indicator].file
    earlier = {file.path for edition in network.editions() if edition is not network for file in edition.files}
    fresh = [at for at in holders if network.files[at].path not in earlier] or holders
    return own if own in fresh or not fresh else fresh[-1]


def _edits(network: Network, at: int, layout: Layout | None, additions: Sequence[Addition]) -> Iterator[Edit]:
    path, text = network.files[at]
    layout = layout or read_layout(text)
    if layout is None:
        raise UnplaceableError(path, Text("hier staat geen model in", "it holds no model"))
    collection = layout.find(_COLLECTION)
    style = _style(layout, collection)
    if collection is None:
        yield _new_collection(path, layout, style, additions)
        return
    value, items = collection.value, items_of(collection.value)
    if any(ENGLISH_KEY.get(item.key.said) == "none" for item in items):
        why = Text("hier staat dat er geen metingen zijn ('geen:'); haal dat eerst weg", "it says that there are none ('none:'); remove that first")
        raise UnplaceableError(path, why)
    if not items and not is_empty(value):
        raise UnplaceableError(path, Text("hier staan geen metingen onder die sleutel", "that key holds no measurements"))
    if is_block(value):
        last, written = items[-1], _entries(style, additions)
        if ends_in_text(value):  # an empty line behind it could become part of it
            written = written.removeprefix("\n")
        yield _lines(path, text, behind(text, value, last.key.column), written)
    elif items or layout.root.flow:
        yield _between_braces(path, text, collection, style, additions)
    else:
        if value.end > value.start:
            yield Edit(path, value.start, value.end, "")
        yield _lines(path, text, behind(text, value, collection.key.column), _entries(style, additions).removeprefix("\n"))


def _style(layout: Layout, collection: Item | None) -> _Style:
    language = _language(layout, collection)
    items = items_of(collection.value) if collection is not None else ()
    if not items:
        indented = next((items_of(one.value)[0] for one in layout.collections if is_block(one.value)), None)
        step = indented.key.column - layout.root.column if indented and indented.key.column > layout.root.column else _STEP
        quoted = any(is_quoted(one.key) for one in layout.collections)
        spaced = any(is_spaced(layout.text, items_of(one.value)) for one in layout.collections)
        return _Style(language, layout.root.column + step, step, layout.root.flow, quoted, spaced)
    last = items[-1]
    column, below = last.key.column, last.value.column if is_block(last.value) else 0
    step = below - column if below > column else _STEP
    return _Style(language, column, step, last.value.flow and not is_empty(last.value), is_quoted(last.key), is_spaced(layout.text, items))


def _language(layout: Layout, collection: Item | None) -> str:
    """Return the language of a file: of the key itself, else of the first top-level key that has one, else of most keys."""
    words = [collection.key.said] if collection is not None else [one.key.said for one in layout.collections]
    known = [word for word in words if spell_key(ENGLISH_KEY.get(word, word), "nl") != ENGLISH_KEY.get(word, word)]
    return ("en" if ENGLISH_KEY[known[0]] == known[0] else "nl") if known else language_of(layout.text)


def _entries(style: _Style, additions: Sequence[Addition]) -> str:
    gap = "\n" if style.spaced else ""
    return "".join(gap + _entry(addition, style) for addition in additions)


def _lines(path: str, text: str, at: int, written: str) -> Edit:
    """Return lines as an edit, at a place that begins a line or ends the file; a last line without an end keeps having none."""
    if at and text[at - 1] not in "\r\n":
        written = "\n" + written.removesuffix("\n")
    return Edit(path, at, at, written)


def _new_collection(path: str, layout: Layout, style: _Style, additions: Sequence[Addition]) -> Edit:
    key = spell_key(_COLLECTION, style.language)
    if layout.root.flow:
        at = layout.collections[-1].value.end if layout.collections else layout.root.start + 1
        written = f"{_key(key, style)}: {{{', '.join(_braced(addition, style) for addition in additions)}}}"
        return Edit(path, at, at, f", {written}" if layout.collections else written)
    gap = "" if ends_in_text(layout.root) else "\n"
    heading = f"{gap}{' ' * layout.root.column}{_key(key, style)}:\n"
    return _lines(path, layout.text, layout.end, heading + _entries(style, additions).removeprefix("\n"))


def _between_braces(path: str, text: str, collection: Item, style: _Style, additions: Sequence[Addition]) -> Edit:
    written = [_braced(addition, style) for addition in additions]
    items = items_of(collection.value)
    if not items:
        at = collection.value.start + 1
        return Edit(path, at, at, ", ".join(written))
    last = items[-1]
    indent = text[line_start(text, last.key.start) : last.key.start]
    between = ", " if indent.strip() else f",\n{indent}"
    return Edit(path, last.value.end, last.value.end, "".join(between + one for one in written))


def _entry(addition: Addition, style: _Style) -> str:
    """Return one measurement as lines."""
    outer = " " * style.column
    if style.braces:
        return f"{outer}{_braced(addition, style)}\n"
    inner = outer + " " * style.step
    fields = "".join(f"{inner}{key}: {value}\n" for key, value in _fields(addition, style))
    return f"{outer}{_key(addition.id, style)}:\n{fields}"


def _braced(addition: Addition, style: _Style) -> str:
    fields = ", ".join(f"{key}: {value}" for key, value in _fields(addition, style))
    return f"{_key(addition.id, style)}: {{{fields}}}"


def _fields(addition: Addition, style: _Style) -> Iterator[tuple[str, str]]:
    fields = {"of": addition.indicator, "value": None, "date": addition.date.text, "source": addition.source, "note": addition.note}
    for name, text in fields.items():
        key = _key(spell_key(name, style.language), style)
        if name == "value":
            yield key, _value(addition, style)
        elif text is not None:
            yield key, _text(text, style)


def _value(addition: Addition, style: _Style) -> str:
    """Return the value alone where that says it all, else with what belongs to it."""
    number = _text(value_text(addition.value), style)
    qualifier = spell_value("qualifier", addition.qualifier, style.language) if addition.qualifier else None
    beside = {"unit": addition.unit, "qualifier": qualifier, "group": addition.group}
    given = [(name, _text(text, style)) for name, text in beside.items() if text is not None]
    if addition.verbatim is None and not given:
        return number
    wording = [("verbatim", _text(addition.verbatim, style))] if addition.verbatim is not None else []
    return "{" + ", ".join(f"{_key(spell_key(name, style.language), style)}: {text}" for name, text in (*wording, ("value", number), *given)) + "}"


def value_text(value: Decimal | str) -> str:
    """Return a value as files write it; a nought keeps "1.234" from being taken for 1234.

    >>> value_text(Decimal("1.234")), value_text(Decimal("2200")), value_text("krap")
    ('1.2340', '2200', 'krap')
    """
    shown = value if isinstance(value, str) else f"{value:f}"
    return f"{shown}0" if _AMBIGUOUS.match(shown) and not isinstance(value, str) else shown


def _key(word: str, style: _Style) -> str:
    return f'"{word}"' if style.quoted else word


def _text(text: str, style: _Style) -> str:
    written = scalar(text)
    return f'"{written}"' if style.quoted and written[:1] not in "'\"" else written
