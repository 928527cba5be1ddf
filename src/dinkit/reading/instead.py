"""What to write instead of a word that is no key, where its value is written in another way than behind the key that says it: a hint, no reading."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from dinkit.finding import Text
from dinkit.model.dates import parse_date, parse_period
from dinkit.model.node import Mapping
from dinkit.model.numbers import DutchNumberError, quoted
from dinkit.model.values import Quoted, read_euros
from dinkit.model.vocabulary import ENGLISH_KEY, ENGLISH_VALUE, spell_key, spell_value
from dinkit.reading.near_words import END, MONEY, START, TIME, role_for
from dinkit.reading.problem import shown

_SORTS = frozenset(("categorie", "category", "soort", "type"))
_THEMES = frozenset(("thema", "theme", "pijler", "programmalijn", "cluster", "domein", "domain"))
_LIGHTS = frozenset(("status", "kleur", "stoplicht", "colour", "light"))
_ROLE_WORDS = frozenset(("rol", "role", "functie", "function"))
_OTHER: dict[str, str] = {
    "author": "organisation",
    "by": "author",
    "explanation": "description",
    "level": "current_level",
    "organisation": "part_of",
    "phase": "status",
    "severity": "impact",
    "text": "description",
}
"""A key of another kind -> the key that says it here."""
_APART: dict[str, tuple[str, str]] = {
    "indicator": ("indicators", "measures"),
    "kpi": ("indicators", "measures"),
    "risico": ("risks", "threatens"),
    "risk": ("risks", "threatens"),
    "resultaat": ("results", "of"),
    "result": ("results", "of"),
    "mijlpaal": ("milestones", "of"),
    "milestone": ("milestones", "of"),
    "meting": ("measurements", "of"),
    "huidige_waarde": ("measurements", "of"),
    "realisatie": ("measurements", "of"),
    "status": ("progress", "of"),
    "voortgang": ("progress", "of"),
    "progress": ("progress", "of"),
}
"""A word for what is an element of its own -> the collection that it stands in, and the key by which it points here."""
_LONGEST = 40
"""A longer value is not repeated in a hint."""


def instead(word: str, given: str, holder: Any, keys: Collection[str], language: str) -> Text | None:
    """Return what to write in place of a word for what another key says, with the values that the file gives.

    Args:
        word: the key that is none here, in small letters with underscores.
        given: what stands behind it.
        holder: the mapping that it stands in.
        keys: the English keys that may stand there.
        language: the language of the file.
    """
    role = role_for(word)
    if role is not None:
        return _party(role, given, keys, language)
    if word in MONEY:
        return _money(given, keys, language)
    if word in TIME and (found := _time(word, given, holder, keys, language)) is not None:
        return found
    if word in _THEMES and "touches" in keys:
        return _write(f"{spell_key('touches', language)}: {_id(given, 'thema-id' if language == 'nl' else 'theme-id')}")
    if word in _SORTS:
        return _sort(given, keys, language)
    if word in _LIGHTS and "aspects" in keys:
        return _write(f"{spell_key('aspects', language)}: {{planning: {_value(given, 'status')}}}")
    other = _OTHER.get(ENGLISH_KEY.get(word, ""), "")
    if other in keys:
        return _write(f"{spell_key(other, language)}: {_value(given, other)}")
    return _apart(word, language)


def _party(role: str, given: str, keys: Collection[str], language: str) -> Text:
    written = f"stakeholders: {{{_id(given, 'gemeente')}: {spell_value('role', role, language)}}}"
    if "stakeholders" in keys:
        return _write(written)
    if "measured_by" in keys:
        key = spell_key("measured_by", language)
        return Text(f"wie meet, is '{key}: {_id(given, 'gemeente')}'", f"who measures is '{key}: {_id(given, 'gemeente')}'")
    return Text(f"wie betrokken is, staat bij een doel of inspanning: '{written}'", f"who is involved stands with a goal or effort: '{written}'")


def _money(given: str, keys: Collection[str], language: str) -> Text:
    written = f"{spell_key('money', language)}: {_euros(given)}"
    if "money" in keys:
        return _write(written)
    return Text(f"geld staat bij een inspanning of een middel: '{written}'", f"money stands with an effort or a resource: '{written}'")


def _time(word: str, given: str, holder: Any, keys: Collection[str], language: str) -> Text | None:
    """Return how a time is written: as a planning, or where there is none as the one date that there is."""
    if "planning" in keys:
        return _write(f"planning: {_running(word, given, holder)}")
    if "target_date" in keys and word in START:
        key = spell_key("target_date", language)
        return Text(f"een doel of baat heeft alleen een eind: '{key}'", f"a goal or benefit has an end only: '{key}'")
    if "targets" in keys:
        target = f"{spell_key('targets', language)}: [{{{spell_key('value', language)}: 12, {spell_key('date', language)}: {_last_date(given)}}}]"
        return Text(f"een datum hoort bij een streefwaarde: '{target}'", f"a date belongs to a target: '{target}'")
    date = next((key for key in ("target_date", "date", "test_date") if key in keys), None)
    return _write(f"{spell_key(date, language)}: {_last_date(given)}") if date else None


def _sort(given: str, keys: Collection[str], language: str) -> Text:
    """Return how a category is written: as the sort of an element where it is one of those, else as a word to find it by."""
    if "type" in keys and given in ENGLISH_VALUE["type"]:
        return _write(f"{spell_key('type', language)}: {given}")
    return _write(f"{spell_key('tags', language)}: {_repeated(given)}")


def _apart(word: str, language: str) -> Text | None:
    """Return where a role stands, or what is an element of its own."""
    if word in _ROLE_WORDS:
        return Text(
            "een rol staat bij het element waar iemand bij betrokken is: 'stakeholders: {gemeente: trekker}'",
            "a role stands with the element that somebody is involved in: 'stakeholders: {municipality: lead}'",
        )
    if word not in _APART:
        return None
    top, back = (spell_key(key, language) for key in _APART[word])
    return Text(
        f"zet dit bovenaan in een bestand onder '{top}:', met '{back}:' en de id van dit element",
        f"put this at the top of a file under '{top}:', with '{back}:' and the id of this element",
    )


def _write(what: str) -> Text:
    return Text(f"schrijf '{what}'", f"write '{what}'")


def _repeated(given: str) -> str:
    """Return a value as it can be repeated in a hint."""
    return given if given and shown(given) == given and len(given) <= _LONGEST and given[0] not in "[{" else "..."


def _value(given: str, key: str) -> str:
    """Return a value as a key takes it, as far as it does."""
    return _repeated(given) if given in ENGLISH_VALUE.get(key, (given,)) else "..."


def _id(given: str, example: str) -> str:
    """Return an id that a file gives, else an example of one."""
    return given if re.fullmatch("[a-z][a-z0-9-]*", given) else example


def _euros(given: str) -> str:
    """Return how an amount is written: the one that the file gives, else an example."""
    try:
        read_euros(Quoted(given))
    except DutchNumberError as error:
        return error.plain
    except ValueError:
        return '"€ 200.000"'
    return given if given.isdigit() else quoted(given)


def _running(word: str, given: str, holder: Any) -> str:
    """Return a planning of the period that is given, or of the dates that stand beside each other in an element, else an example."""
    if word not in (*START, *END) and _reads(given):
        return given
    values = {str(key).lower(): value for key, value in holder.items()} if isinstance(holder, Mapping) else {}
    ends = [_date(next((values[one] for one in words if one in values), "")) for words in (START, END)]
    return "..".join(ends) if any(ends) else "2027..2028"


def _reads(period: str) -> bool:
    try:
        parse_period(period)
    except ValueError:
        return False
    return True


def _date(given: Any) -> str:
    """Return a date as it is written; nothing where it is none."""
    try:
        return parse_date(given).text if isinstance(given, str) else ""
    except ValueError:
        return ""


def _last_date(given: str) -> str:
    """Return the last date of what is a date or a period, else an example."""
    try:
        end = parse_period(given).end
    except ValueError:
        end = None
    return end.text if end is not None else "2028"
