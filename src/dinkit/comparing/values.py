"""When two values say the same, however they are written: the field-level comparison that diff and merge share.

`canonical` gives every value of a field one form that does not depend on its spelling, so that two values say the same exactly when their
forms are equal. What it looks through:

- white space and line breaks in a text (folded, literal, quoted or on one line), and how its accents are composed;
- the short form of a value and the long one, also where a unit or a qualifier stands in the text ("circa 50 deelnemers") or beside it;
- an absent field and one that is empty, or that has the value which absent stands for;
- the order of a list, except of a scale, of which the order is the meaning;
- two names of the same unit ("procent", "%"), and two spellings of the same date ("2019-lente", "2019-voorjaar") or number ("1.0", "1").

What it keeps apart: "unknown" (the source does not say) and absent (nobody looked). It takes typed values (records, dates, amounts) as reading
makes them; of plain data (texts, lists and mappings with English keys) it only sees through what plain data shows.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from dinkit.model.contract import Record, fields_of
from dinkit.model.dates import ImpreciseDate, Period
from dinkit.model.numbers import Amount
from dinkit.model.units import plain_unit
from dinkit.model.values import Money, Quantity, Weight

Canonical = str | tuple[Any, ...] | None
"""A form that can be compared, hashed and sorted by its `repr`; None for what is absent."""

ORDERED = frozenset(("scale",))
"""The fields of which the order of the items means something."""

_IDENTITY = frozenset(("id",))


class FieldChange(NamedTuple):
    """One field that says something else: its English name, and what it said and says (None where it was or is absent)."""

    field: str
    old: Any
    new: Any


class ItemChange(NamedTuple):
    """One item of a list, or one entry of a mapping, that says something else; None where there was or is none."""

    key: str
    """Of a mapping the key; of a list nothing."""
    old: Any
    new: Any


def canonical(value: Any, *, ordered: bool = False) -> Canonical:
    r"""Return the one form of a value that does not depend on its spelling.

    Args:
        value: the value of a field, typed or plain.
        ordered: the order of its items means something.

    >>> canonical("Meer\n  banen ") == canonical("Meer banen")
    True
    >>> canonical(("b", "a")) == canonical(("a", "b"))
    True
    """
    if value is None or isinstance(value, str):
        return _text(value or "") or None
    if isinstance(value, Record):
        return _record(value)
    if isinstance(value, ImpreciseDate):
        return f"{value.first.isoformat()}/{value.last.isoformat()}"
    if isinstance(value, Period):
        return ("period", canonical(value.start), canonical(value.end))
    if isinstance(value, Amount):
        return ("amount", _number(value.value), plain_unit(value.unit), value.qualifier)
    if isinstance(value, Weight):
        return ("weight", value.scale, _number(value.value))
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, Mapping):
        return tuple(sorted((key, form) for key, held in value.items() if (form := canonical(held)) is not None)) or None
    if isinstance(value, (tuple, list)):
        forms = [form for held in value if (form := canonical(held)) is not None]
        return tuple(forms if ordered else sorted(forms, key=repr)) or None
    return str(value)


def forms_of(record: Record, *, without: frozenset[str] = _IDENTITY) -> dict[str, Canonical]:
    """Return the canonical form of every field of a record that says something, fields in the order of the record.

    Args:
        record: an element, a link or a value.
        without: fields that are left out; by default the id, which says which element it is and not what is said of it.
    """
    found = {name: _field(name, getattr(record, name)) for name in fields_of(type(record)) if name not in without}
    return {name: form for name, form in found.items() if form is not None}


def field_changes(old: Record, new: Record) -> tuple[FieldChange, ...]:
    """Return the fields in which two records differ, in the order of the fields (of two kinds: by name); nothing when they only are written differently."""
    then, now = forms_of(old), forms_of(new)
    names = list(fields_of(type(old))) if type(old) is type(new) else sorted(fields_of(type(old)) | fields_of(type(new)))
    return tuple(FieldChange(name, _held(old, name), _held(new, name)) for name in names if then.get(name) != now.get(name))


def item_changes(change: FieldChange) -> tuple[ItemChange, ...]:
    """Return what changed inside a list or a mapping: items that are only in one of the two, those that are most alike beside each other.

    A field of another sort comes back whole, as its only item.
    """
    if isinstance(change.old, Mapping) or isinstance(change.new, Mapping):
        old, new = (held if isinstance(held, Mapping) else {} for held in (change.old, change.new))
        return tuple(
            ItemChange(key, old.get(key), new.get(key)) for key in dict.fromkeys((*old, *new)) if canonical(old.get(key)) != canonical(new.get(key))
        )
    if change.field in ORDERED or not (_is_list(change.old) or _is_list(change.new)):
        return (ItemChange("", change.old, change.new),)
    return tuple(ItemChange("", one, other) for one, other in _paired(*_only(change.old or (), change.new or ())))


def _field(name: str, value: Any) -> Canonical:
    if name == "unit" and isinstance(value, str):
        return plain_unit(value) or canonical(value)
    return canonical(value, ordered=name in ORDERED)


def _is_list(value: Any) -> bool:
    return isinstance(value, (tuple, list)) and not hasattr(value, "_fields")


def _held(record: Record, name: str) -> Any:
    """Return what a record says under a name; None where it says nothing, or has no such field."""
    value = getattr(record, name, None)
    return None if canonical(value) is None else value


def _text(text: str) -> str:
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    return " ".join(plain.split())


def _number(number: Decimal) -> str:
    return f"{number.normalize() + 0:f}"


def _record(record: Record) -> Canonical:
    forms = forms_of(record, without=frozenset())
    if isinstance(record, (Quantity, Money)):
        field = "value" if isinstance(record, Quantity) else "amount"
        forms = _beside(forms, field, getattr(record, field))
    return tuple(sorted(forms.items())) or None


def _beside(forms: dict[str, Canonical], field: str, amount: Amount | str) -> dict[str, Canonical]:
    """Put the unit and the qualifier of an amount beside its number, unless something else stands there."""
    if not isinstance(amount, Amount):
        return forms
    inside = {"unit": plain_unit(amount.unit), "qualifier": amount.qualifier}
    inside = {name: text for name, text in inside.items() if text is not None}
    kept = {name: text for name, text in inside.items() if forms.get(name, text) != text}
    within = tuple(sorted(kept.items()))
    return {**inside, **forms, field: ("number", _number(amount.value), *within)}


def _only(old: Any, new: Any) -> tuple[list[Any], list[Any]]:
    """Return the items of each list that the other does not have, as often as it does not have them."""
    then, now = Counter(map(canonical, old)), Counter(map(canonical, new))
    return _beyond(old, then - now), _beyond(new, now - then)


def _beyond(items: Any, more: Counter[Canonical]) -> list[Any]:
    """Return the last items of each form, as many of them as there are more."""
    found = []
    for held in reversed(items):
        if more[canonical(held)] > 0:
            more[canonical(held)] -= 1
            found.append(held)
    return found[::-1]


_COMMON = 50
"""What more items than this say, tells nothing of which is which."""


def _paired(gone: list[Any], come: list[Any]) -> list[tuple[Any, Any]]:
    """Put items of which most is the same beside each other, the most alike first; the others stand alone, unless there is only one of each."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, place in sorted(_likenesses(gone, come)):
        if at not in pairs and place not in taken:
            pairs[at] = place
            taken.add(place)
    if len(gone) == len(come) == 1:
        pairs, taken = {0: 0}, {0}
    made = [(one, come[pairs[at]] if at in pairs else None) for at, one in enumerate(gone)]
    return made + [(None, other) for place, other in enumerate(come) if place not in taken]


def _likenesses(gone: list[Any], come: list[Any]) -> Iterator[tuple[float, int, int]]:
    """Yield how alike two records are that have something in common, as minus the part that is the same; texts are never alike."""
    then, now = ([set(forms_of(one).items()) if isinstance(one, Record) else set() for one in items] for items in (gone, come))
    by_mark: dict[Any, list[int]] = {}
    for place, marks in enumerate(now):
        for mark in marks:
            by_mark.setdefault(mark, []).append(place)
    for at, marks in enumerate(then):
        near = {place for mark in marks if len(found := by_mark.get(mark, ())) <= _COMMON or len(come) <= _COMMON for place in found}
        yield from ((-len(marks & now[place]) / len(marks | now[place]), at, place) for place in near)
