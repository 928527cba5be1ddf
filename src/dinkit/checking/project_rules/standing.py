"""What there is, where a rule of a project asks for something else: how many of what it counts and which, or what a field says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dinkit.checking.project_rules.evaluation import Evaluation
from dinkit.checking.project_rules.fields import presence
from dinkit.checking.project_rules.wording import listed, sorts, value_words
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.numbers import Amount
from dinkit.model.project_rules import KIND_WORDS, AttributeTest, Inside, Part, Presence, RelationTest
from dinkit.model.values import Weight
from dinkit.model.vocabulary import spell_key
from dinkit.rules._words import quoted_name

_MOST = 3
"""More elements, records or words than this are not named."""
_LONGEST = 60
"""A longer text is not repeated."""
_AND = {"nl": "en", "en": "and"}
_MORE = {"nl": "en nog {}", "en": "and {} more"}


def standing(evaluation: Evaluation, name: str, parts: Sequence[Part]) -> Text | None:
    """Return what there is of what some parts of a condition ask of an element; None where that is in the question already."""
    found = [one for part in parts for one in [_told(evaluation, name, part)] if one is not None]
    if not found:
        return None
    return Text(f"gevonden: {', '.join(one.nl for one in found)}", f"found: {', '.join(one.en for one in found)}")


def in_the_way(evaluation: Evaluation, name: str, parts: Sequence[Part], *, forbidden: bool) -> list[str]:
    """Return the elements at the other end that should not be there, or of which there are too many; the first few."""
    for part in parts:
        if isinstance(part, RelationTest):
            found = evaluation.counted(name, part)
            return found[:_MOST] if forbidden or (part.most is not None and len(found) > part.most) else []
    return []


def _told(evaluation: Evaluation, name: str, part: Part) -> Text | None:
    if isinstance(part, RelationTest):
        return _count(evaluation, name, part)
    return _field(evaluation, name, part) if isinstance(part, AttributeTest) else None


def _count(evaluation: Evaluation, name: str, test: RelationTest) -> Text | None:
    """Say how many there are, of how many that would count but for a condition on them; and which."""
    found = evaluation.counted(name, test)
    every = evaluation.counted(name, _plain(test))
    if not found and len(every) == 1:
        only = quoted_name(evaluation.network, every[0])
        fails = Text(", dat niet voldoet", ", which does not pass") if test.least == 1 else Text("", "")
        return Text(f"alleen {only}{fails.nl}", f"only {only}{fails.en}")
    if not every and test.least < 2:  # that there is none is what the rule says already
        return None
    number = _number(len(found), len(every), test)
    names = _names(evaluation, found or every)
    return Text(f"{number.nl} ({names.nl})", f"{number.en} ({names.en})") if every else number


def _number(found: int, every: int, test: RelationTest) -> Text:
    """Say how many of how many, and of what."""
    what = sorts(test, max(found, every))
    if every > found:
        return Text(f"{found or 'geen'} van de {every} {what.nl}", f"{found or 'none'} of {every} {what.en}")
    return Text(f"{found or 'geen'} {what.nl}", f"{found or 'no'} {what.en}")


def _names(evaluation: Evaluation, found: list[str]) -> Text:
    """Name the first few."""
    names = ", ".join(quoted_name(evaluation.network, one) for one in found[:_MOST])
    more = len(found) - _MOST
    return Text(f"{names} en nog {more}", f"{names} and {more} more") if more > 0 else Text(names, names)


def _plain(test: RelationTest) -> RelationTest:
    """Return a test that counts whatever is of the same sort."""
    ends = tuple(end._replace(condition=KIND_WORDS[end.word].condition) for end in test.ends)
    return test._replace(link=(), ends=tuple(dict.fromkeys(ends)))


def _field(evaluation: Evaluation, name: str, asked: AttributeTest) -> Text | None:
    element = evaluation.network.elements[name]
    is_level = asked.name == "level" and element.kind == "goal"
    value: Any = evaluation.network.level(name) if is_level else getattr(element, asked.name)
    dutch, english = (_said(asked, value, language) for language in ("nl", "en"))
    return Text(dutch, english) if dutch and english else None


def _said(asked: AttributeTest, value: Any, language: str) -> str | None:
    """Say what a field says, of what is inside it only what was asked for; None where that is not short."""
    key = spell_key(asked.name, language).replace("_", " ")
    if isinstance(asked.test, Inside) and presence(value) is not Presence.ABSENT:
        inside = _inside(asked.test.tests, value, language)
        return f"{key} ({inside})" if inside else None
    words = _value(asked.name, value, language)
    return f"{key} {words}" if words else None


def _inside(tests: Sequence[AttributeTest], value: Any, language: str) -> str:
    """Say what stands in a record, or in the first few of several."""
    records = value if isinstance(value, tuple) and not hasattr(value, "_fields") else (value,)
    said = [[words for one in tests if (words := _said(one, _part_of(record, one.name), language))] for record in records]
    told = [listed(words, _AND[language]) for words in said if words]
    left = [_MORE[language].format(len(told) - _MOST)] if len(told) > _MOST else []
    return "; ".join(told[:_MOST] + left)


def _part_of(record: Any, name: str) -> Any:
    return record.get(name) if isinstance(record, Mapping) else getattr(record, name, None)


def _value(name: str, value: Any, language: str) -> str | None:
    """Return a word, a number, a date or a few words, or that there is nothing; None for what is longer."""
    stands = presence(value)
    if stands is not Presence.GIVEN:
        return value_words(name, stands, language)
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        several = [words for one in value if (words := _value(name, one, language))]
        return listed(several, _AND[language]) if len(several) == len(value) <= _MOST else None
    if not isinstance(value, (str, int, ImpreciseDate, Amount, Weight)) or (isinstance(value, str) and len(value) > _LONGEST):
        return None
    return value_words(name, value, language)
