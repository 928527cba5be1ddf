"""Fields and their values as people read them, in either language: what was and what is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from dinkit.analyses._account_words import euros
from dinkit.comparing.values import FieldChange, ItemChange, canonical, item_changes
from dinkit.exporters._cells import number_text, say
from dinkit.exporters._plain import plain
from dinkit.finding import Text
from dinkit.model.contract import Record, fields_of
from dinkit.model.dates import ImpreciseDate, Period
from dinkit.model.document import NoneStated, RuleSetting
from dinkit.model.numbers import Amount
from dinkit.model.units import PERCENT, plain_unit
from dinkit.model.values import OPEN, Acceptance, Aspect, Money, Planning, Quantity, Statement, Weight
from dinkit.model.vocabulary import UNKNOWN, VALUES, spell_key, spell_value

ABSENT = Text("(leeg)", "(empty)")
_UNKNOWN = Text("onbekend", "unknown")

_MAIN: Mapping[type[Record], str] = {
    Quantity: "value",
    Money: "amount",
    Statement: "text",
    Acceptance: "reason",
    Aspect: "status",
    NoneStated: "none",
    RuleSetting: "severity",
}
"""What a value is by itself: the field of its short form."""
_BESIDE = frozenset(("provenance", "source", "verbatim", "reason", "note"))
"""Where a value comes from: only told where that is what changed."""
_INSIDE = frozenset(("unit", "qualifier"))
"""Told with the number."""

_LONG = 60
_AROUND = 4
"""Of a long text, so many words are shown around what changed."""


class Part(NamedTuple):
    """One thing that changed in a field: its name, what it was and what it is; None where a list did not or does not have it."""

    name: str
    old: str | None
    new: str | None


def label(field: str, language: str) -> str:
    """Return what a field is called.

    >>> label("target_date", "nl")
    'streefdatum'
    """
    return spell_key(field, language).replace("_", " ")


def field_lines(change: FieldChange, language: str) -> Iterator[str]:
    """Yield a line per thing that changed in a field: its name, what it was, and what it is."""
    yield from (part_line(part) for part in field_parts(change, language))


def part_line(part: Part) -> str:
    """Return a part in a line.

    >>> part_line(Part("naam", "Oud", "Nieuw"))
    'naam: Oud → Nieuw'
    """
    old, new = part.old, part.new
    return f"{part.name}: {f'+ {new}' if old is None else f'- {old}' if new is None else f'{old} → {new}'}"


def field_parts(change: FieldChange, language: str, *, evidence: bool = True) -> Iterator[Part]:
    """Yield the same as `field_lines`, in parts."""
    name = label(change.field, language)
    for item in item_changes(change):
        key = f" {_key(change.field, item.key, language)}" if item.key else ""
        if evidence or not _only_evidence(item):
            yield Part(f"{name}{key}", *_sides(change, item, language, evidence=evidence))


def _only_evidence(item: ItemChange) -> bool:
    changed = _differing(item.old, item.new)
    return bool(changed) and changed <= _BESIDE


def _key(field: str, key: str, language: str) -> str:
    return spell_key(key, language).replace("_", " ") if field in ("announced", "aspects", "labels") else plain(key)


def _sides(change: FieldChange, item: ItemChange, language: str, *, evidence: bool) -> tuple[str | None, str | None]:
    """Return what something was and is in words; None where a list did not or does not have it."""
    field = change.field
    if isinstance(item.old, str) and isinstance(item.new, str) and min(len(item.old), len(item.new)) > _LONG:
        old, new = _around(item.old, item.new)
        return plain(old), plain(new)
    shown = _differing(item.old, item.new) - (frozenset() if evidence else _BESIDE)
    old, new = (value_text(field, value, language, shown) for value in (item.old, item.new))
    whole = change.new if change.old is None else change.old
    if isinstance(whole, tuple) and not hasattr(whole, "_fields") and None in item:
        return (None, new) if item.old is None else (old, None)
    return old, new


def _differing(old: Any, new: Any) -> frozenset[str]:
    """Return the fields in which two records of a kind differ, so that these are shown whatever they are."""
    if type(old) is not type(new) or not isinstance(old, Record):
        return frozenset()
    return frozenset(name for name in fields_of(type(old)) if canonical(getattr(old, name)) != canonical(getattr(new, name)))


def _around(old: str, new: str) -> tuple[str, str]:
    """Return two long texts without what they begin and end with in common, except a few words of it."""
    then, now = old.split(), new.split()
    start = 0
    while start < min(len(then), len(now)) and then[start] == now[start]:
        start += 1
    end = 0
    while end < min(len(then), len(now)) - start and then[-1 - end] == now[-1 - end]:
        end += 1
    first, last = max(start - _AROUND, 0), max(end - _AROUND, 0)
    return _cut(then, first, last), _cut(now, first, last)


def _cut(words: list[str], first: int, last: int) -> str:
    return f"{'… ' if first else ''}{' '.join(words[first : len(words) - last])}{' …' if last else ''}"


def value_text(field: str, value: Any, language: str, shown: frozenset[str] = frozenset()) -> str:
    """Return a value in words; nothing of it can end the line, or do anything to a terminal.

    Args:
        field: the field that it stands under.
        value: the value, typed.
        language: "nl" or "en".
        shown: the fields of a record that are shown though they say where it comes from.
    """
    if value is None or value in ((), ""):
        return say(ABSENT, language)
    if isinstance(value, Record):
        return _record_text(value, language, shown)
    if isinstance(value, ImpreciseDate):
        return value.text
    if isinstance(value, Period):
        start, end = (one.text if one else "" for one in value)
        return start if start == end else f"{start}..{end}"
    if isinstance(value, Amount):
        return _amount_text(value, None, None, language)
    if isinstance(value, Weight):
        return value.text
    if isinstance(value, (int, Decimal)):
        return number_text(Decimal(value), language)
    if isinstance(value, Mapping):
        return ", ".join(f"{_key(field, key, language)}: {value_text('', held, language)}" for key, held in sorted(value.items()))
    if isinstance(value, tuple):
        return "; ".join(value_text(field, one, language) for one in value)
    return _words(field, str(value), language)


def _words(field: str, text: str, language: str) -> str:
    if text == UNKNOWN:
        return say(_UNKNOWN, language)
    return spell_value(field, text, language).replace("_", " ") if text in VALUES.get(field, {}) else plain(" ".join(text.split()))


def _record_text(record: Record, language: str, shown: frozenset[str]) -> str:
    if isinstance(record, Planning):
        return _planning_text(record, language, shown)
    main = _MAIN.get(type(record), "")
    if isinstance(record, Quantity):
        head = _amount_text(record.value, record.unit, record.qualifier, language)
    elif isinstance(record, Money):
        head = _amount_text(record.amount, "€", record.qualifier, language)
    else:
        head = value_text(main, getattr(record, main, None), language)
    inside = {main} | (_INSIDE if isinstance(record, (Quantity, Money)) else set())
    rest = list(_details(record, frozenset(inside), language, shown))
    return f"{head} ({', '.join(rest)})" if rest else head


def _details(record: Record, inside: frozenset[str], language: str, shown: frozenset[str]) -> Iterator[str]:
    for name in sorted(fields_of(type(record)), key=lambda one: one in _BESIDE):
        value = getattr(record, name)
        usual = value == UNKNOWN and (name not in shown or getattr(type(record), name, None) == UNKNOWN)
        if name in inside or (name in _BESIDE and name not in shown) or canonical(value) is None or usual:
            continue
        words = value_text(name, value, language)
        bare = name in ("date", "period", "group", "type", "nature", "description") or (name == "per" and value == "inhabitant")
        yield words if bare else f"{label(name, language)} {words}"


def _planning_text(planning: Planning, language: str, shown: frozenset[str]) -> str:
    start, end = (value_text("date", value, language) if value else "" for value in (planning.start, planning.end))
    if start and end:
        told = [start if start == end else f"{start}..{'' if planning.end == OPEN else end}"]
    else:  # that an end is not given is something else than that it is open
        told = [f"{label(name, language)} {words}" for name, words in (("start", start), ("end", end)) if words]
    told += [_words("recurrence", planning.recurrence, language)] if planning.recurrence else []
    told += list(_details(planning, frozenset(("start", "end", "recurrence")), language, shown))
    return ", ".join(told) or say(ABSENT, language)


def _amount_text(value: Amount | str, unit: str | None, qualifier: str | None, language: str) -> str:
    if isinstance(value, str):
        return _words("value", value, language)
    own, number = unit or value.unit, number_text(value.value, language)
    plain_own = plain_unit(own)
    if plain_own == "€":
        number = say(euros(value.value), language)
    elif plain_own:
        number = f"{number}%" if plain_own == PERCENT else f"{number} {plain(own or '')}"
    how = qualifier or value.qualifier
    return f"{_words('qualifier', how, language)} {number}" if how else number
