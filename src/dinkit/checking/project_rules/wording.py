"""Conditions in words, as a finding and an explanation tell them, in either language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.numbers import Amount
from dinkit.model.project_rules import (
    KIND_WORDS,
    Among,
    AnyOf,
    AttributeTest,
    Between,
    Case,
    Condition,
    End,
    Moment,
    Not,
    Part,
    Presence,
    RelationTest,
)
from dinkit.model.values import Weight
from dinkit.model.vocabulary import spell_key, spell_value

_PRESENCES = {
    Presence.GIVEN: Text("gegeven", "given"),
    Presence.UNKNOWN: Text("onbekend", "unknown"),
    Presence.ABSENT: Text("ontbreekt", "absent"),
}
_GROUPED = 10_000
_DUTCH = str.maketrans(",.", ".,")
_INVOLVING = Text("heeft", "has")
_STAKEHOLDER = End("stakeholders", "stakeholder", ())
_ELEMENT = End("elements", None, ())
_NOTHING = Text("(niets)", "(nothing)")


@lru_cache(maxsize=256)
def told(condition: Condition) -> Text:
    """Return a condition in words, in both languages."""
    only = condition[0] if len(condition) == 1 else None
    if isinstance(only, AnyOf):
        return Text(_options(only, "nl"), _options(only, "en"))
    return Text(_condition(condition, "nl"), _condition(condition, "en"))


def selected(case: Case) -> Text:
    """Return in words which elements a rule looks at."""
    return Text(*(_sort(End(case.word, case.kind, case.selection), language, several=True) for language in ("nl", "en")))


def sorts(test: RelationTest, count: int) -> Text:
    """Return what a test counts, whatever its condition, in the number that goes with a count."""
    return Text(*(_sorts(test._replace(ends=_plain_ends(test)), language, several=count != 1).strip() for language in ("nl", "en")))


def listed(words: Sequence[str], last: str) -> str:
    """Join words to a list for people.

    >>> listed(["a", "b", "c"], "of")
    'a, b of c'
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def value_words(name: str, value: Any, language: str) -> str:
    """Return a value of a field, or that it is absent or unknown, in one language."""
    if isinstance(value, Presence):
        return _say(language, *_PRESENCES[value])
    if isinstance(value, Moment):
        return _say(language, "peildatum", "reference date")
    if isinstance(value, (ImpreciseDate, Weight)):
        return value.text
    if isinstance(value, Amount):
        return _amount(value, language)
    return _plain(spell_value(name, value, language)) if isinstance(value, str) else str(value)


def _say(language: str, dutch: str, english: str) -> str:
    return dutch if language == "nl" else english


def _condition(condition: Sequence[Part], language: str) -> str:
    words = [_part(part, language) for part in condition]
    return listed(words, _say(language, "en", "and")) if words else _say(language, *_NOTHING)


def _part(part: Part, language: str) -> str:
    if isinstance(part, AttributeTest):
        return _field(part, language)
    if isinstance(part, RelationTest):
        return _relation(part, language)
    if isinstance(part, Not):
        return f"{_say(language, 'niet', 'not')} ({_inner(part.condition, language)})"
    return f"({_options(part, language)})"


def _inner(condition: Sequence[Part], language: str) -> str:
    """Say a condition that stands between brackets already."""
    only = condition[0] if len(condition) == 1 else None
    if isinstance(only, AnyOf):
        return _options(only, language)
    if isinstance(only, Not):
        return f"{_say(language, 'niet', 'not')}: {_condition(only.condition, language)}"
    return _condition(condition, language)


def _options(part: AnyOf, language: str) -> str:
    options = [_condition(option, language) for option in part.options]
    return _say(language, " of ", " or ").join(options)


def _field(test: AttributeTest, language: str) -> str:
    name = _plain(spell_key(test.name, language))
    if isinstance(test.test, Among):
        words = [value_words(test.name, one, language) for one in test.test.values]
        opposite = _say(language, "niet ", "not ") if test.test.negated else ""
        return f"{name} {opposite}{listed(words, _say(language, 'of', 'or'))}"
    if isinstance(test.test, Between):
        least, most = value_words(test.name, test.test.least, language), value_words(test.name, test.test.most, language)
        bounds = [_say(language, f"minstens {least}", f"at least {least}")] if test.test.least is not None else []
        bounds += [_say(language, f"hoogstens {most}", f"at most {most}")] if test.test.most is not None else []
        return f"{name} {' '.join(bounds)}"
    return f"{name} ({_inner(test.test.tests, language)})"


def _amount(amount: Amount, language: str) -> str:
    """Return a number with its unit, in the notation of the language: with its thousands apart from 10.000 on.

    >>> from decimal import Decimal
    >>> _amount(Amount(Decimal("500000"), "€", None), "nl"), _amount(Amount(Decimal("7.5"), "%", None), "nl")
    ('€ 500.000', '7,5%')
    """
    size = amount.value
    number = f"{size:,f}" if abs(size) >= _GROUPED else f"{size:f}"
    number = number.translate(_DUTCH) if language == "nl" else number
    if amount.unit == "€":
        return f"€ {number}"
    return f"{number}{amount.unit}" if amount.unit == "%" else f"{number} {amount.unit or ''}".rstrip()


def _relation(test: RelationTest, language: str) -> str:
    label = _say(language, *(_INVOLVING if test.direction.english == "stakeholders" else test.direction.label))
    return f"{label} {_count(test, language)}{_link(test, language)}{_distance(test, language)}"


def _count(test: RelationTest, language: str) -> str:
    """Say how many of what, such as "minstens 1 inspanning (geld gegeven)"."""
    if test.most == 0:
        return f"{_say(language, 'geen', 'no')}{_sorts(test, language, several=False)}"
    if test.least == test.most:
        return f"{_say(language, 'precies', 'exactly')} {test.least}{_sorts(test, language, several=test.least != 1)}"
    least = [_say(language, f"minstens {test.least}", f"at least {test.least}")] if test.least or test.most is None else []
    most = [_say(language, f"hoogstens {test.most}", f"at most {test.most}")] if test.most is not None else []
    number = test.least if test.most is None else test.most
    return f"{_say(language, ' en ', ' and ').join(least + most)}{_sorts(test, language, several=number != 1)}"


def _sorts(test: RelationTest, language: str, *, several: bool) -> str:
    ends = test.ends or (_STAKEHOLDER if test.direction.english == "stakeholders" else _ELEMENT,)
    return " " + listed([_sort(end, language, several=several) for end in ends], _say(language, "of", "or"))


def _plain_ends(test: RelationTest) -> tuple[End, ...]:
    return tuple(dict.fromkeys(end._replace(condition=KIND_WORDS[end.word].condition) for end in test.ends))


def _sort(end: End, language: str, *, several: bool) -> str:
    known = KIND_WORDS[end.word]
    more = end.condition[len(known.condition) :]
    words = _say(language, *(known.several if several else known.one))
    return f"{words} ({_inner(more, language)})" if more else words


def _link(test: RelationTest, language: str) -> str:
    return f" {_say(language, 'met', 'with')} {_condition(test.link, language)}" if test.link else ""


def _distance(test: RelationTest, language: str) -> str:
    if test.steps is None:
        return _say(language, ", hoe ver ook", ", however far")
    return _say(language, f" binnen {test.steps} stappen", f" within {test.steps} steps") if test.steps > 1 else ""


def _plain(word: str) -> str:
    return word.replace("_", " ")
