"""Tests on fields in a project's own rules: plain data with positions -> tests, each checked against what the field can hold."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from collections.abc import Mapping as AnyMapping
from typing import Any, NamedTuple

from dinkit.finding import Text
from dinkit.model.node import Mapping, Sequence, Stretch, item_stretch, key_stretch, trimmed, value_stretch
from dinkit.model.project_rules import (
    DIRECTIONS,
    KIND_WORDS,
    MOMENTS,
    PRESENCES,
    RULE_ENGLISH,
    RULE_WORDS,
    Among,
    AttributeTest,
    Between,
    Inside,
    Presence,
)
from dinkit.model.records import NOTHING
from dinkit.model.shapes import Shape, shapes_of
from dinkit.model.values import read_date, read_euros, read_step, read_value, read_weight, read_whole
from dinkit.model.vocabulary import ENGLISH_VALUE, UNKNOWN, spell_key, spell_value
from dinkit.nearby import nearest_word
from dinkit.reading.bounds import bound_of, compared
from dinkit.reading.changing import replaced
from dinkit.reading.near_words import value_for
from dinkit.reading.problem import Problem
from dinkit.reading.records import wrong_value
from dinkit.reading.spelling import clearly_meant, nearest_key

_SIZED = (read_date, read_whole, read_step, read_value, read_euros, read_weight)
_BOUNDS = ("at_least", "at_most", "not")
_LONGEST = 40
"""More of what a file says does not help in a message."""
_COUNTED = Text(", dat de waarde zelf meetelt", ", which counts the value itself")
_DUTCH = {word.english: word.dutch for word in RULE_WORDS}


class Said(NamedTuple):
    """One pair of a mapping: what its key means, in English; how the file spells it; and what holds it."""

    word: str
    shown: str
    holder: Mapping
    key: str


class FieldTests:
    """Reads the tests of one file and gathers what is wrong with them; what is wrong is left out."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.problems: dict[tuple[int, str], Problem] = {}
        """By place and sort: what is read for several kinds is told once."""
        self.faults = 0
        """How often something was wrong so far: also what was told already, and what could not be had and is told elsewhere."""

    def problem(self, slug: str, stretch: Stretch, *words: str | Text) -> None:
        self.faults += 1
        start, end = trimmed(self.text, stretch)
        self.problems.setdefault((start, slug), Problem(slug, start, max(end, start + 1), words))

    def spelled(self, word: str) -> str:
        """Return a word as this file would spell it."""
        if word in DIRECTIONS:
            return DIRECTIONS[word].dutch if self.language == "nl" else DIRECTIONS[word].english
        return _DUTCH.get(word, word) if word in _DUTCH and self.language == "nl" else spell_key(word, self.language)

    def pairs(self, holder: Mapping, empty: AnyMapping[str, str] = NOTHING) -> Iterator[Said]:
        """Yield the pairs of a mapping; a word that stands there in two languages is told, and the first counts.

        Args:
            holder: the mapping.
            empty: what to say of a word with nothing behind it, where that is not that there is nothing to test.
        """
        seen: dict[str, str] = {}
        for key in holder.marks:
            stretch = key_stretch(holder, key)
            said = Said(meaning(key), self.text[stretch.start : stretch.end].strip("'\""), holder, key)
            if key not in holder:
                self.faults += 1
            elif said.word in seen:
                self.problem("same-key", stretch, said.shown, seen[said.word])
            elif holder[key] is None and said.word not in KIND_WORDS:
                self.problem(empty.get(said.word, "rule-empty"), stretch, said.shown)
            else:
                seen[said.word] = said.shown
                yield said

    def items(self, given: Sequence) -> Sequence:
        """Return a list as it is; where an item of it could not be had, what stands around it is of no use."""
        self.faults += getattr(given, "lost", False)
        return given

    def shown(self, stretch: Stretch) -> str:
        """Return what the file says somewhere, in a line that is not too long."""
        line = " ".join(self.text[stretch.start : stretch.end].split())
        return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}..."

    def unknown(self, slug: str, said: Said, known: Iterable[str], *words: str | Text, instead: str | None = None) -> None:
        """Report a key that is none here, with what to write instead: as told, or else the nearest of those that may stand here."""
        known = tuple(known)
        stretch = key_stretch(said.holder, said.key)
        if instead is not None:
            self.problem(slug, stretch, said.shown, Text(f"schrijf '{instead}'", f"write '{instead}'"), *words)
            return
        near = nearest_key(said.shown, [self.spelled(one) for one in known], self.language)
        hint = self.nearest_bound(said.shown, known) or self.guess(near, known)
        meant = clearly_meant(said.shown, [self.spelled(one) for one in known if one not in said.holder])
        repair = replaced(self.text, *stretch, said.shown, meant) if meant else None
        self.problem(slug, stretch, said.shown, hint, *words)
        if repair is not None:
            self.problems[stretch.start, slug] = self.problems[stretch.start, slug]._replace(repair=repair)

    def guess(self, near: str | None, known: Iterable[str]) -> Text:
        """Return a hint: the nearest word, else all that can stand there."""
        if near:
            return Text(f"bedoelt u '{near}'?", f"did you mean '{near}'?")
        all_known = ", ".join(dict.fromkeys(self.spelled(one) for one in known))
        return Text(f"mogelijk: {all_known}", f"possible: {all_known}")

    def nearest_bound(self, word: str, known: Collection[str]) -> Text | None:
        """Return a hint for a word that compares, where a bound can stand."""
        bound = bound_of(word)
        if bound is None or bound.word not in known:
            return None
        near, every = self.spelled(bound.word), self.guess(None, known)
        if bound.included:
            return self.guess(near, ())
        return Text(f"{every.nl}; het dichtst bij komt '{near}'{_COUNTED.nl}", f"{every.en}; the nearest is '{near}'{_COUNTED.en}")

    def comparison(self, given: str, said: Said, read: Callable[[Any], Any]) -> Text | None:
        """Return a hint for a text that compares, such as "> 2028"; None for any other."""
        meant = compared(given, read)
        if meant is None:
            return None
        if said.word == "not":
            return self.guess(None, _BOUNDS[:2])
        pair = f"{self.spelled(meant.bound.word)}: {meant.value or '...'}"
        written = pair if said.word in _BOUNDS else f"{said.shown}: {{{pair}}}"
        counted = Text("", "") if meant.bound.included else _COUNTED
        return Text(f"schrijf '{written}'{counted.nl}", f"write '{written}'{counted.en}")

    def tests(self, said: Said, shape: Shape) -> list[AttributeTest]:
        """Read what a field must be: a value, a list of them, bounds, or tests on what is inside it."""
        value = _single(said.holder[said.key])
        if not isinstance(value, Mapping):
            values = self.values(said, shape)
            return [AttributeTest(said.word, Among(values))] if values else []
        bounds = [meaning(key) in _BOUNDS for key in value.marks]
        if _is_sized(shape) or (any(bounds) and (all(bounds) or not inner_shapes(shape))):
            return self.bounds(said, value, shape)
        return self.inside(said, value, shape)

    def bounds(self, field: Said, holder: Mapping, shape: Shape) -> list[AttributeTest]:
        """Read `not`, `at_least` and `at_most`."""
        found: list[AttributeTest] = []
        for said in self.pairs(holder):
            if said.word == "not":
                found += [AttributeTest(field.word, Among(values, negated=True)) for values in [self.values(said, shape)] if values]
            elif said.word not in _BOUNDS:
                self.unknown("rule-word", said, _BOUNDS if _is_sized(shape) else ("not",))
            elif inner := inner_shapes(shape):
                self.unknown("rule-word", said, inner)
            elif not _is_sized(shape):
                self.problem("rule-bound", key_stretch(holder, said.key), said.shown, self.spelled(field.word))
            elif (bound := self.plain_value(said, shape)) is not None:
                found.append(AttributeTest(field.word, Between(least=bound) if said.word == "at_least" else Between(most=bound)))
        if not holder.marks:
            self.problem("rule-empty", key_stretch(field.holder, field.key), field.shown)
        return found

    def plain_value(self, said: Said, shape: Shape) -> Any:
        """Read one value that is a size; None where it is none."""
        values = self.values(said, shape)
        if len(values) == 1 and not isinstance(values[0], (Presence, str)):
            return values[0]
        if values:
            self.problem("rule-bound", key_stretch(said.holder, said.key), said.shown, self.shown(value_stretch(said.holder, said.key)))
        return None

    def inside(self, said: Said, holder: Mapping, shape: Shape) -> list[AttributeTest]:
        """Read tests on the fields of a record, or on what a mapping holds by name."""
        inner = inner_shapes(shape)
        if not inner:
            self.problem("rule-flat", key_stretch(said.holder, said.key), said.shown)
            return []
        found: list[AttributeTest] = []
        for one in self.pairs(holder):
            if one.word in inner:
                found += self.tests(one, inner[one.word])
            else:
                self.unknown("rule-word", one, inner)
        if not holder.marks:
            self.problem("rule-empty", key_stretch(said.holder, said.key), said.shown)
        return [AttributeTest(said.word, Inside(tuple(found)))] if found else []

    def values(self, said: Said, shape: Shape) -> tuple[Any, ...]:
        """Read one value, or each of a list."""
        given = said.holder[said.key]
        whole = value_stretch(said.holder, said.key)
        if isinstance(given, Sequence):
            read = self.each(self.items(given), said, shape)
        else:
            read = [self.value(one, whole, said, shape) for one in (given if isinstance(given, tuple) else (given,))]
        if not read and not getattr(given, "lost", False):
            self.problem("rule-empty", key_stretch(said.holder, said.key), said.shown)
        return tuple(one for one in read if one is not None)

    def each(self, given: Sequence, said: Said, shape: Shape) -> list[Any]:
        """Read the values of a list."""
        if any(isinstance(one, (Mapping, Sequence)) for one in given):
            self.problem("rule-options", key_stretch(said.holder, said.key), said.shown)
            return [None]
        return [self.value(one, item_stretch(given, index), said, shape) for index, one in enumerate(given)]

    def value(self, given: Any, stretch: Stretch, said: Said, shape: Shape) -> Any:
        """Read one value of a field; None where it is none."""
        if not isinstance(given, str):
            self.problem("rule-flat" if given is not None else "rule-empty", stretch, said.shown)
            return None
        presence = PRESENCES.get(given)
        if presence is not None and (presence is not Presence.UNKNOWN or shape.sort != "word" or UNKNOWN in shape.words):
            return presence
        if shape.sort == "word":
            return self.word(given, stretch, said, shape)
        if given.lower() in PRESENCES and given not in PRESENCES:
            self.problem("rule-slip", stretch, given, given.lower())
            return None
        if shape.read is read_date and given in MOMENTS:
            return MOMENTS[given]
        if shape.sort == "text":
            return ENGLISH_VALUE.get(said.word, {}).get(given, str(given))
        if shape.read is not None and _is_sized(shape) and (hint := self.comparison(given, said, shape.read)):
            self.problem("rule-word", stretch, given, hint)
            return None
        return self.by_grammar(given, stretch, said, shape)

    def by_grammar(self, given: str, stretch: Stretch, said: Said, shape: Shape) -> Any:
        """Read a value as the field itself reads it; None where it is none, which may be a typing error in a word such as 'given'."""
        words: tuple[str | Text, ...] = (said.shown, given)
        slug = "rule-presence"
        if shape.read is not None:
            try:
                return shape.read(given)
            except ValueError as error:
                slug, words = wrong_value(error, given)
        if meant := clearly_meant(given, PRESENCES):
            slug, words = "rule-slip", (given, meant)
        self.problem(slug, stretch, *words)
        return None

    def word(self, given: str, stretch: Stretch, said: Said, shape: Shape) -> str | None:
        """Read one of the fixed values of a field."""
        found = ENGLISH_VALUE[shape.key].get(given)
        if found in shape.words:
            return found
        shown = self.text[stretch.start : stretch.end].strip("'\"")
        possible = [spell_value(shape.key, one, self.language) for one in shape.words] + _presences(self.language)
        meant = spell_value(shape.key, value_for(shape.key, given) or "", self.language)
        near = meant if meant in possible else nearest_word(given.lower().replace(" ", "_"), possible)
        words = (said.shown, shown, ", ".join(dict.fromkeys(possible)))
        self.problem("near-value" if near else "value-of", stretch, *words, *([near] if near else []))
        return None


def meaning(key: str) -> str:
    """Return what a key means, in English; the reader knows the words of the file format already."""
    return DIRECTIONS[key].english if key in DIRECTIONS else RULE_ENGLISH.get(key, key)


def inner_shapes(shape: Shape) -> AnyMapping[str, Shape]:
    """Return the fields of the record in a field, or the names of what it maps, with their shapes; of any other field nothing."""
    if shape.sort == "record" and shape.record is not None:
        return shapes_of(shape.record)
    return dict.fromkeys(shape.words, shape.inner) if shape.sort == "map" else {}


def _is_sized(shape: Shape) -> bool:
    """Say whether a field holds one number or date."""
    return shape.read in _SIZED and not shape.many


def _presences(language: str) -> list[str]:
    return ["gegeven", "ontbreekt"] if language == "nl" else ["given", "absent"]


def _single(value: Any) -> Any:
    """Return the one mapping that reading wrapped as a list, since its key may hold several."""
    return value[0] if isinstance(value, Sequence) and len(value) == 1 and isinstance(value[0], Mapping) else value
