"""A second opinion on project rules: a slow evaluator that reads its answers off plain data.

It knows nothing of sets of bits, memory or the relation table: it walks every path.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from dinkit.model.dates import parse_date
from project_rules_support import COLLECTION, REFERENCE, RELATIONS, Condition, Plain

Answer = bool | None


def brute(plain: Plain, rule: dict[str, Any]) -> set[str]:
    """Return the elements that a rule reports, read off the data one by one."""
    ((collection, selection),) = rule["for"].items()
    kind = next(one for one, name in COLLECTION.items() if name == collection)
    found = set()
    for name in (one for one, its in plain.kinds.items() if its == kind):
        if holds(plain, name, selection or {}) is True:
            lacks = "demand" in rule and holds(plain, name, rule["demand"]) is False
            has = "forbid" in rule and holds(plain, name, rule["forbid"]) is True
            found |= {name} if lacks or has else set()
    return found


def every(answers: list[Answer]) -> Answer:
    return False if False in answers else None if None in answers else True


def some(answers: list[Answer]) -> Answer:
    return True if True in answers else None if None in answers else False


def holds(plain: Plain, name: str, condition: Condition) -> Answer:
    """Say whether one element passes a condition."""
    answers: list[Answer] = []
    for word, test in condition.items():
        if word == "not":
            answer = holds(plain, name, test)
            answers.append(None if answer is None else not answer)
        elif word == "any_of":
            answers.append(some([holds(plain, name, option) for option in test]))
        elif word in RELATIONS[plain.kinds[name]]:
            answers.append(_relation(plain, name, word, test))
        else:
            answers.append(_field(_value(plain, name, word), _dated(test, plain.reference)))
    return every(answers)


def _dated(test: Any, reference: str | None) -> Any:
    return json.loads(json.dumps(test).replace(f'"{REFERENCE}"', f'"{reference or REFERENCE}"'))


def _value(plain: Plain, name: str, field: str) -> Any:
    fields = plain.fields[name]
    if field == "level" and "level" not in fields:
        depth, here = 0, name
        while (above := [link.target for link in plain.links if link.type == "part_of" and link.source == here]) and depth < 2:
            depth, here = depth + 1, above[0]
        return ("main", "sub", "operational")[depth]
    if field == "planning":
        given = fields.get("planning")
        start, _, end = (given or "").partition("..")
        return None if given is None else {"start": start, "end": end or start}
    if field == "money" and not isinstance(fields.get("money"), list):
        return [{"amount": fields["money"]}] if "money" in fields else []
    return name if field == "name" else fields.get(field)


def _field(value: Any, test: Any) -> Answer:
    if isinstance(test, list):
        return some([_field(value, one) for one in test])
    if isinstance(test, dict) and isinstance(value, list) and "not" not in test:
        return some([_field(one, test) for one in value])
    if isinstance(test, dict):
        return every([_inner(value, word, one) for word, one in test.items()])
    if test in ("given", "absent", "unknown"):
        return _presence(value) == test
    if value is None or value == "unknown":
        return False
    if test == REFERENCE:
        return None
    if str(test)[:2] == "20":
        if _last(value) < _first(test) or _last(test) < _first(value):
            return False
        return True if _first(test) <= _first(value) and _last(value) <= _last(test) else None
    return str(value) == str(test)


def _inner(value: Any, word: str, test: Any) -> Answer:
    if word == "not":
        answer = _field(value, test)
        return None if answer is None else not answer
    if word in ("at_least", "at_most"):
        return _bound(value, word, test)
    return _field((value or {}).get(word, "unknown" if isinstance(value, dict) and word in ("amount", "stream") else None), test)


def _bound(value: Any, word: str, test: Any) -> Answer:
    if value in (None, "unknown"):
        return False
    if test == REFERENCE:
        return None
    if str(test)[:2] == "20":
        limit = _first(test) if word == "at_least" else _last(test)
        return _dates(value, lambda day: day >= limit if word == "at_least" else day <= limit)
    return float(value) >= float(test) if word == "at_least" else float(value) <= float(test)


def _presence(value: Any) -> str:
    if value in (None, []):
        return "absent"
    inner = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else [value]
    return "given" if any((one.get("amount") if isinstance(one, dict) else one) != "unknown" for one in inner) else "unknown"


def _dates(value: str, passes: Any) -> Answer:
    answers = {passes(_first(value)), passes(_last(value))}
    return answers.pop() if len(answers) == 1 else None


def _first(text: str) -> date:
    return parse_date(text).first


def _last(text: str) -> date:
    return parse_date(text).last


def _relation(plain: Plain, name: str, word: str, test: Any) -> Answer:
    if test in ("given", "absent"):
        test = {"at_least": 1} if test == "given" else {"at_most": 0}
    most = test.get("at_most", 99)
    least = test.get("at_least", 0 if "at_most" in test else 1)
    names, backwards, _ = RELATIONS[plain.kinds[name]][word]
    steps = test.get("steps", 1)
    reached = _walk(plain, name, names, backwards, test.get("role"), 9 if steps == "unlimited" else steps) - {name}
    kinds = {kind: test[collection] or {} for kind, collection in COLLECTION.items() if collection in test}
    answers = [True if not kinds else holds(plain, one, kinds[plain.kinds[one]]) if plain.kinds[one] in kinds else False for one in reached]
    sure, possible = answers.count(True), len(answers) - answers.count(False)
    if least <= sure and possible <= most:
        return True
    return False if possible < least or sure > most else None


def _walk(plain: Plain, name: str, names: tuple[str, ...], backwards: bool, role: Any, steps: int) -> set[str]:
    if not steps:
        return set()
    found = set()
    for link in plain.links:
        here, there = (link.target, link.source) if backwards else (link.source, link.target)
        if here == name and link.type in names and (role is None or _field(link.role, role) is True):
            found |= {there} | _walk(plain, there, names, backwards, role, steps - 1)
    return found
