"""What to write instead of a word that is no key, or of a value with its year, where dinkit writes that in another way: a hint, no reading.

What a hint repeats is what the file says, never another amount, date or party: what cannot be read as one is left blank.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any

from dinkit.finding import Text
from dinkit.model.dates import parse_period
from dinkit.model.node import Mapping
from dinkit.model.numbers import quoted
from dinkit.model.relations import RELATION_BY_KEY
from dinkit.model.vocabulary import ENGLISH_KEY, ENGLISH_VALUE, spell_key, spell_value
from dinkit.pattern import pattern
from dinkit.reading.near_words import END, MONEY, START, TIME, is_below, role_for
from dinkit.reading.problem import shown
from dinkit.reading.proposals import amounts, as_key, numbers, periods

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
    "indicators": ("indicators", "measures"),
    "inspanning": ("efforts", "contributes_to"),
    "effort": ("efforts", "contributes_to"),
    "efforts": ("efforts", "contributes_to"),
    "project": ("efforts", "contributes_to"),
    "risico": ("risks", "threatens"),
    "risk": ("risks", "threatens"),
    "risks": ("risks", "threatens"),
    "resultaat": ("results", "of"),
    "result": ("results", "of"),
    "results": ("results", "of"),
    "mijlpaal": ("milestones", "of"),
    "milestone": ("milestones", "of"),
    "milestones": ("milestones", "of"),
    "meting": ("measurements", "of"),
    "measurements": ("measurements", "of"),
    "huidige_waarde": ("measurements", "of"),
    "realisatie": ("measurements", "of"),
    "status": ("progress", "of"),
    "voortgang": ("progress", "of"),
    "progress": ("progress", "of"),
}
"""A word, or the English key, for what is an element of its own -> the collection that it stands in, and the key by which it points here."""
_DATED_KEYS = ("targets", "baseline", "value", "money", "amount")
_DATED = pattern(r"(.*\S)\s+(?:in|by)\s+([12][0-9]{3})", re.IGNORECASE)
_PLAIN = pattern(r"\w[^:#,\[\]{}]*")
_PARTY = "<stakeholder-id>"
_LONGEST = 40
"""A longer value is not repeated in a hint."""


def instead(word: str, given: str, holder: Any, kind: str, keys: Collection[str], language: str) -> Text | None:
    """Return what to write in place of a word for what another key says, with the values that the file gives.

    Args:
        word: the key that is none here, in small letters with underscores.
        given: what stands behind it.
        holder: the mapping that it stands in.
        kind: the kind of element that it is a key of.
        keys: the English keys that may stand there.
        language: the language of the file.
    """
    role = role_for(word)
    if role is not None:
        return _party(role, given, keys, language)
    if is_below(word, keys):
        return _below(given, language)
    if word in MONEY:
        return _money(given, keys, language)
    if word in TIME and (found := _time(word, given, holder, keys, language)) is not None:
        return found
    if word in _THEMES and "touches" in keys:
        return _write(f"{spell_key('touches', language)}: {_id(given, '<thema-id>' if language == 'nl' else '<theme-id>')}")
    if word in _SORTS:
        return _sort(given, keys, language)
    if word in _LIGHTS and "aspects" in keys:
        return _write(f"{spell_key('aspects', language)}: {{planning: {_value(given, 'status')}}}")
    other = _OTHER.get(ENGLISH_KEY.get(word, ""), "")
    if other in keys:
        return _write(f"{spell_key(other, language)}: {_value(given, other)}")
    return _apart(word, given, kind, language)


def dated(text: str, key: str, language: str) -> Text | None:
    """Return how a value is written that has the year behind it that it belongs to; None where a text says no such thing.

    Args:
        text: the value.
        key: the key, in English, behind which it stands.
        language: the language of the file.

    >>> dated("55% in 2028", "targets", "nl").nl
    '{waarde: "55%", datum: 2028}'
    >>> dated("3 by 2028", "value", "en").en
    "'value: 3' and beside it 'date: 2028'"
    >>> dated("€ 2.000 in 2028", "money", "nl").nl
    '{bedrag: "€ 2.000", periode: 2028}'
    """
    found = _DATED.fullmatch(text) if key in _DATED_KEYS else None
    is_money = key in ("money", "amount")
    readings = [] if found is None else amounts(found[1]) if is_money else numbers(found[1])
    if found is None or not readings:
        return None
    what, when = (spell_key(one, language) for one in (("amount", "period") if is_money else ("value", "date")))
    if key not in ("value", "amount"):
        written = [f"{{{what}: {one}, {when}: {found[2]}}}" for one in readings]
        return Text(" of ".join(written), " or ".join(written))
    told, date = _either(f"{what}: {one}" for one in readings), f"{when}: {found[2]}"
    return Text(f"{told.nl} en daarnaast '{date}'", f"{told.en} and beside it '{date}'")


def with_date(value: str, date: str, language: str) -> str:
    """Return a value and the date that it belongs to as fields; without a value its place is left blank.

    >>> with_date("120", "2027", "nl"), with_date("", "2027", "en")
    ('{waarde: 120, datum: 2027}', '{value: <value>, date: 2027}')
    """
    return f"{{{spell_key('value', language)}: {value or _blank('value', language)}, {spell_key('date', language)}: {date}}}"


def _party(role: str, given: str, keys: Collection[str], language: str) -> Text:
    party = _id(given, _PARTY)
    written = f"stakeholders: {{{party}: {spell_value('role', role, language)}}}"
    if "stakeholders" in keys:
        return _write(written)
    if "measured_by" in keys:
        key = spell_key("measured_by", language)
        return Text(f"wie meet, is '{key}: {party}'", f"who measures is '{key}: {party}'")
    return Text(f"wie betrokken is, staat bij een doel of inspanning: '{written}'", f"who is involved stands with a goal or effort: '{written}'")


def _below(given: str, language: str) -> Text:
    """Return how a goal below another is written: with its name, or with the id that the file gives and a blank."""
    made = as_key(given) if _repeated(given) == given else None
    name = given if made not in (None, given) else _blank("name", language)
    written = f"{spell_key('subgoals', language)}: {{{made or '<id>'}: {name}}}"
    return Text(
        f"een subdoel staat met zijn naam onder dit doel: '{written}'; staat het al elders, verplaats het dan",
        f"a subgoal stands with its name below this goal: '{written}'; if it stands elsewhere already, move it",
    )


def _money(given: str, keys: Collection[str], language: str) -> Text:
    written = [f"{spell_key('money', language)}: {one}" for one in amounts(given) or [_blank("amount", language)]]
    if "money" in keys:
        return _write(*written)
    told = _either(written)
    return Text(f"geld staat bij een inspanning of een middel: {told.nl}", f"money stands with an effort or a resource: {told.en}")


def _time(word: str, given: str, holder: Any, keys: Collection[str], language: str) -> Text | None:
    """Return how a time is written: as a planning, or where there is none as the one date that there is."""
    if "planning" in keys:
        return _write(*(f"planning: {one}" for one in _running(word, given, holder, language)))
    if "target_date" in keys and word in START:
        key = spell_key("target_date", language)
        return Text(f"een doel of baat heeft alleen een eind: '{key}'", f"a goal or benefit has an end only: '{key}'")
    if "targets" in keys:
        told = _either(f"{spell_key('targets', language)}: [{with_date('', one, language)}]" for one in _last_dates(given, language))
        return Text(f"een datum hoort bij een streefwaarde: {told.nl}", f"a date belongs to a target: {told.en}")
    date = next((key for key in ("target_date", "date", "test_date") if key in keys), None)
    return _write(*(f"{spell_key(date, language)}: {one}" for one in _last_dates(given, language))) if date else None


def _sort(given: str, keys: Collection[str], language: str) -> Text:
    """Return how a category is written: as the sort of an element where it is one of those, else as a word to find it by."""
    if "type" in keys and given in ENGLISH_VALUE["type"]:
        return _write(f"{spell_key('type', language)}: {given}")
    return _write(f"{spell_key('tags', language)}: {_repeated(given)}")


def _apart(word: str, given: str, kind: str, language: str) -> Text | None:
    """Return where a role stands, or what is an element of its own that can point at this kind."""
    if word in _ROLE_WORDS:
        role = spell_value("role", role_for(given.lower()) or _blank("role", language), language)
        written = f"'stakeholders: {{{_PARTY}: {role}}}'"
        return Text(
            f"een rol staat bij het element waar iemand bij betrokken is: {written}",
            f"a role stands with the element that somebody is involved in: {written}",
        )
    collection, key = _APART.get(word) or _APART.get(ENGLISH_KEY.get(word, ""), ("", ""))
    if not key or kind not in RELATION_BY_KEY[key].targets:
        return None
    top, back = spell_key(collection, language), spell_key(key, language)
    return Text(
        f"zet dit bovenaan in een bestand onder '{top}:', met '{back}:' en de id van dit element",
        f"put this at the top of a file under '{top}:', with '{back}:' and the id of this element",
    )


def _write(*what: str) -> Text:
    told = _either(what)
    return Text(f"schrijf {told.nl}", f"write {told.en}")


def _either(what: Iterable[str]) -> Text:
    """Return what can be written, each in quotes."""
    told = [f"'{one}'" for one in what]
    return Text(" of ".join(told), " or ".join(told))


def _blank(key: str, language: str) -> str:
    """Return what stands for a value that the file does not give: never one that could be taken for its own."""
    return f"<{spell_key(key, language)}>"


def _repeated(given: str) -> str:
    """Return a value as it can be repeated in a hint: in quotes where a sign in it would be none of the text."""
    if not given or shown(given) != given or len(given) > _LONGEST or given[0] in "[{":
        return "..."
    return given if _PLAIN.fullmatch(given) else quoted(given)


def _value(given: str, key: str) -> str:
    """Return a value as a key takes it, as far as it does."""
    return _repeated(given) if given in ENGLISH_VALUE.get(key, (given,)) else "..."


def _id(given: str, blank: str) -> str:
    """Return an id that a file gives, else what stands for one."""
    return given if re.fullmatch("[a-z][a-z0-9-]*", given) else blank


def _running(word: str, given: str, holder: Any, language: str) -> list[str]:
    """Return a planning of the period that is given, or of the dates that stand beside each other in an element; a blank where there are none."""
    blank = [_blank("period", language)]
    if word not in (*START, *END):
        return periods(given) or blank
    values = {str(key).lower(): value for key, value in holder.items()} if isinstance(holder, Mapping) else {}
    ends = [_date(next((values[one] for one in words if one in values), None), language) for words in (START, END)]
    made = "..".join(ends)
    return [made] if any(ends) and ("<" in made or made in periods(made)) else blank


def _date(given: Any, language: str) -> str:
    """Return the one date that a value means, a blank where it means none or several; nothing where there is no value."""
    found = periods(given, period=False) if isinstance(given, str) else []
    return found[0] if len(found) == 1 else _blank("date", language) if given else ""


def _last_dates(given: str, language: str) -> list[str]:
    """Return the last date of what is a date or a period, in each way in which it can be meant; a blank where it is none."""
    return list(dict.fromkeys(end for one in periods(given) if (end := _last(one)))) or [_blank("date", language)]


def _last(period: str) -> str:
    """Return the last date of a period; nothing of one with an open end."""
    try:
        end = parse_period(period).end
    except ValueError:
        return period  # that it is unknown
    return end.text if end is not None else ""
