"""Which key somebody meant: by another spelling, by a near word of the trade, or with a typing error."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import dropwhile, takewhile
from typing import Any

from dinkit.finding import Text
from dinkit.model.contract import Record, fields_of
from dinkit.model.kinds import NESTED, label
from dinkit.model.node import Mapping, Sequence, Stretch, item_stretch, key_stretch, value_stretch
from dinkit.model.numbers import DutchNumberError, quoted
from dinkit.model.records import RECORDS, Element, Measurement, Result
from dinkit.model.relations import RELATION_BY_KEY, RELATIONS
from dinkit.model.values import Money, Planning, Quantity, Quoted, read_euros, read_value
from dinkit.model.vocabulary import DUTCH_KEY, ENGLISH_KEY, spell_key
from dinkit.pattern import pattern
from dinkit.reading.changing import replaced, written
from dinkit.reading.instead import instead, with_date
from dinkit.reading.near_words import END, START, TIME, collection_for, is_of_the_trade, key_for
from dinkit.reading.problem import Change, Repair, shown
from dinkit.reading.proposals import numbers, periods
from dinkit.reading.quoting import quoting
from dinkit.reading.spelling import clearly_meant, language_of, nearest_key
from dinkit.tuples import NamedTuple

_NAMED = pattern(r"\{?\s*(?:naam|name)\s*:")
_ID = pattern("[a-z][a-z0-9-]*")
_KEY_ABOVE = pattern(r"([a-z_]+):\s*\Z")
_MORE = pattern(r"\s*,\s*[0-9]")
"""What comes behind a number that goes on: a second `22%` in `1,22%,22%`, which is no key of its own."""
_IN_QUOTES = Text("zet de waarde tussen aanhalingstekens en met haar eenheid", "put the value in quotes and with its unit")
_FAR = 200
"""More white space than this behind a key is not looked through."""
_MOST = 60
"""In a mapping with more keys than this no comma is looked into; no model has one."""
_HOLDING: dict[str, type[Record]] = {"money": Money, "planning": Planning, "baseline": Quantity, "targets": Quantity}
"""Keys of elements that hold fields of their own."""
_DATED: tuple[type[Record], ...] = (Quantity, Measurement, Result)
_FEW_KEYS = 8
"""A record with so few keys has them all named where one is wrong."""


class Context(NamedTuple):
    """Where a record stands: the text of its file, and the element that it is or belongs to."""

    text: str
    element: str | None

    @property
    def language(self) -> str:
        return language_of(self.text)


class Place(NamedTuple):
    """Where an error is: the stretches of key and value, the key as the file spells it, and what holds it."""

    key: Stretch
    value: Stretch
    shown: str
    holder: Any


def place_at(path: tuple[int | str, ...], data: Mapping, text: str) -> Place:
    """Return the place at the end of a path, as far as the file goes."""
    own = own_stretch(data)
    key, stretch = own, own
    holder: Any = data
    value: Any = data
    for step in path:
        if isinstance(value, Mapping) and isinstance(step, str) and step in value.marks:
            holder = value
            key, stretch, value = key_stretch(value, step), value_stretch(value, step), value.get(step)
        elif isinstance(value, Sequence) and isinstance(step, int) and step < len(value.marks):
            holder = value
            stretch, value = item_stretch(value, step), value[step]
    return Place(key, stretch, text[key.start : key.end], holder)


def own_stretch(data: Mapping) -> Stretch:
    """Return where a mapping says what it is: the id of an element, else the first key that is there."""
    first = "id" if "id" in data.marks else next(iter(data.marks), None)
    return key_stretch(data, first) if first is not None else Stretch(data.start, data.start)


def meant_key(kind: str | None, given: str, language: str) -> str | None:
    """Return the English key that a word stands for in an element of a kind (at the top of a file: None), if that is beyond doubt.

    Beyond doubt are another spelling of the key itself, a near word, and a typing error in the key of a relation.
    """
    plain = _plain(given)
    if kind is None:
        return collection_for(plain)
    keys = _keys_of(kind)
    if ENGLISH_KEY.get(plain) in keys:
        return ENGLISH_KEY[plain]
    found = key_for(plain, keys)
    near = None if found or given in ENGLISH_KEY else ENGLISH_KEY.get(nearest_key(given, keys, language) or "")
    return found or (near if near in RELATION_BY_KEY else None)


def is_field_of(kind: str, key: str) -> bool:
    """Say whether an element of a kind may have a field or link of this key."""
    return key in _keys_of(kind) and key not in NESTED and key != "id"


def begins_element(text: str, start: int) -> bool:
    """Say whether the fields that begin at an offset are those of an element: its name comes first."""
    return _NAMED.match(text, start) is not None


def is_id_beside(kind: str, given: str, language: str) -> bool:
    """Say whether a key of an element is nothing but an id: no word of the trade, and none with a typing error in it."""
    return _ID.fullmatch(given) is not None and not is_of_the_trade(given) and not nearest_key(given, _keys_of(kind), language)


class Told(NamedTuple):
    """What there is to say of a fault: its slug, the words for its message, and how it is mended, where that is certain."""

    slug: str
    words: tuple[str | Text, ...]
    repair: Repair | None = None


def owner_above(key: str, place: Place, text: str) -> str | None:
    """Return the key right above, with nothing behind it, that a key belongs under but stands beside; others that belong there may come between.

    Args:
        key: the key, in English.
        place: where it stands.
        text: the text of the file.
    """
    holder = place.holder
    for one in reversed(list(takewhile(lambda name: name != key, holder.marks))):
        mine = _HOLDING.get(one)
        if mine is not None and holder.get(one) is None and key in fields_of(mine):
            return text[slice(*key_stretch(holder, one))]
        if mine is not None or not any(one in fields_of(record) for record in _HOLDING.values()):
            return None
    return None


def unknown_key(record: type[Record], key: str, place: Place, context: Context) -> Told:
    """Return what there is to say of a key that a record does not have."""
    few = len(place.holder.marks) <= _MOST
    bare = place.holder.get(key) is None and place.value.start == place.value.end
    if bare and place.shown[:1].isdigit():
        whole = _with_comma(place.holder, key, context.text) if few else None
        return _cut_number(place, whole)
    word, _, rest = place.shown.partition(":")
    if bare and rest and word in ENGLISH_KEY:
        return Told("no-space", (place.shown, f"{word}: {rest}"))
    kind = record.kind if issubclass(record, Element) else None
    hint = _hint(kind, place, context) if kind else None
    if hint is not None:
        return Told("near-word", (place.shown, hint))
    if key in DUTCH_KEY and kind:
        return Told("stray-key", (place.shown, Text(label(kind, "nl"), label(kind, "en"))))
    keys = _keys_of(kind) if kind else tuple(sorted(fields_of(record)))
    near = _near(record, place, keys, context)
    if near is not None:
        return near
    if _is_date(key) and record in _DATED:
        return Told("near-word", (place.shown, _by_date(key, place, context, is_element=record is not Quantity)))
    meant = key_for(_plain(place.shown), keys)
    if meant:
        return Told("near-key", (place.shown, spell_key(meant, context.language)))
    whole = _with_words(place, key, context.text) if bare and few else None
    if whole:
        return Told("comma-text", (place.shown, shown(whole.text)), quoting(whole))
    if len(keys) <= _FEW_KEYS:
        return Told("one-of-keys", (place.shown, ", ".join(spell_key(one, context.language) for one in keys)))
    return Told("unknown-key", (place.shown,))


def _near(record: type[Record], place: Place, keys: Iterable[str], context: Context) -> Told | None:
    """Return what there is to say of a word for a time, or of a key with a typing error, as the file spells it; None of any other."""
    timed = _timed(record, _plain(place.shown))
    if timed:
        return Told("near-key", (place.shown, spell_key(timed, context.language)))
    given = place.shown.strip("'\"")
    own = issubclass(record, Element) and _plain(given) in (label(record.kind, "nl"), label(record.kind, "en"))
    near = None if own else nearest_key(given, keys, context.language)  # "inspanning" looks like "planning", and is no typing error
    return Told("near-key", (place.shown, near), _meant(given, place, keys, context)) if near else None


def _timed(record: type[Record], word: str) -> str | None:
    """Return the key of a record for what a word for a time says; None where it has none, or the word is none."""
    if record is Planning:
        return "start" if word in START else "end" if word in END else None
    date = "date" if record is Quantity else "period" if record is Money else None
    return date if word in TIME else None


def _meant(given: str, place: Place, keys: Iterable[str], context: Context) -> Repair | None:
    """Return the repair of a key with a typing error: the one key that it stands for, unless that is there already."""
    meant = clearly_meant(given, [spell_key(key, language) for key in keys if key not in place.holder.marks for language in ("nl", "en")])
    return replaced(context.text, *place.key, given, meant) if meant else None


@cache
def _keys_of(kind: str) -> tuple[str, ...]:
    """Return the keys of fields, of relations and of nested elements that a kind may have."""
    links = [one.key for one in RELATIONS if kind in (one.sources if one.written_at == "source" else one.targets)]
    return (*sorted(fields_of(RECORDS[kind])), *links, *(key for key, nested in NESTED.items() if nested == kind))


def _hint(kind: str, place: Place, context: Context) -> Text | None:
    """Return what to write in place of a word for what another key says, with the values that the file gives."""
    given = "" if _is_cut(place.holder) else _given(place.value, context.text)
    return instead(_plain(place.shown), given, place.holder, kind, _keys_of(kind), context.language)


def _by_date(key: str, place: Place, context: Context, *, is_element: bool) -> Text:
    """Return how values under their years are written: each as fields (of an element as its own), and several targets as a list."""
    language = context.language
    dates = [one for one in place.holder.marks if _is_date(one)]
    above = _KEY_ABOVE.search(context.text[: place.holder.start][-_FAR:])
    if above is not None and ENGLISH_KEY.get(above[1]) == "targets" and 1 < len(dates) <= _FEW_KEYS:
        each = {one: _numbers(one, place.holder, context.text) for one in dates}
        written = [with_date(found[0] if len(found) == 1 else "", one, language) for one, found in each.items()]
        return Text(f"schrijf [{', '.join(written)}]", f"write [{', '.join(written)}]")
    written = [with_date(one, key, language) for one in _numbers(key, place.holder, context.text) or [""]]
    written = [f"'{one[1:-1]}'" for one in written] if is_element else written
    return Text(f"schrijf {' of '.join(written)}", f"write {' or '.join(written)}")


def _numbers(key: str, holder: Mapping, text: str) -> list[str]:
    """Return how the value of a key is written, in each way in which it can mean a number."""
    return numbers(_given(value_stretch(holder, key), text)) if isinstance(holder.get(key), str) and not _is_cut(holder) else []


def _is_date(key: str) -> bool:
    return key[:1].isdigit() and periods(key, period=False) == [key]


def _given(value: Stretch, text: str) -> str:
    return text[value.start : value.end].strip().strip("'\"")


def _is_cut(holder: Mapping) -> bool:
    """Say whether a comma cut off a part of some value in a mapping: none is told as the whole of what it was."""
    return any(_is_rest(holder, one) for one in holder.marks)


def _plain(word: str) -> str:
    return word.lower().replace(" ", "_").replace("-", "_")


def _cut_number(place: Place, whole: Change | None) -> Told:
    """Return what there is to say of what a comma left of a number: to write the whole of it, in quotes where it needs them."""
    if whole is None:
        return Told("comma-value", (place.shown, _IN_QUOTES))
    meant = shown(whole.text)
    if meant.startswith(("'", '"')):
        return Told("comma-value", (place.shown, Text(*(f"{said}: {meant}" for said in _IN_QUOTES))), quoting(whole))
    return Told("comma-value", (place.shown, Text(f"schrijf {meant}", f"write {meant}")), written(*whole))


def _with_comma(holder: Mapping, key: str, text: str) -> Change | None:
    """Return how to write a number that its comma cut in two: the whole of it, or nothing where that is not certain."""
    before = list(takewhile(lambda one: one != key, holder.marks))
    start = next((one for one in reversed(before) if not _is_rest(holder, one)), None)
    if start is None:
        return None
    rest = list(takewhile(lambda one: _is_rest(holder, one), list(dropwhile(lambda one: one != start, holder.marks))[1:]))
    last = holder.marks[rest[-1] if rest else key][0].end_mark.index
    begin = value_stretch(holder, start).start
    whole = " ".join(text[begin:last].strip("'\"").split())
    if _MORE.match(text, last):
        return None
    try:
        (read_euros if start == "amount" else read_value)(Quoted(whole))
        written = quoted(whole)
    except DutchNumberError as error:
        written = error.plain
    except ValueError:
        return None
    return Change(begin, last, written)


def _is_rest(holder: Mapping, key: str) -> bool:
    """Say whether a key is what a comma left of a number."""
    return key[:1].isdigit() and holder.get(key) is None


def _with_words(place: Place, key: str, text: str) -> Change | None:
    """Return the whole of a text that its comma cut in two, in quotes; None where no text stands before the key."""
    keys = list(place.holder.marks)
    at = keys.index(key)
    before = value_stretch(place.holder, keys[at - 1]) if at else None
    if before is None or text[before.end : place.key.start].strip() != "," or not isinstance(place.holder.get(keys[at - 1]), str):
        return None
    whole = text[before.start : place.key.end]
    return Change(before.start, place.key.end, quoted(whole)) if whole[:1] not in "'\"" else None
