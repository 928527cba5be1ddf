"""Random models with faults in them, and what has to hold of every fix in one: it changes its own tokens and nothing else, and mends its finding."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import yaml
from hypothesis import assume
from hypothesis import strategies as st

from dinkit.checking.run import check
from dinkit.editing.fixes import edits_of, places_after
from dinkit.editing.splice import fingerprint, splice
from dinkit.finding import Edit, Finding, Severity
from dinkit.reading.load import load
from dinkit.reading.text import decode
from dinkit.source import Memory
from mutations import content, mistyped
from strategies import documents, render, styles, tame_names


class Faulty(NamedTuple):
    """A model without a fault, and the same with one to three."""

    sound: str
    text: str


class Applied(NamedTuple):
    """One fix of a faulty model, applied alone: what is wrong with the outcome, if anything."""

    finding: Finding
    wrong: tuple[str, ...]


@st.composite
def faulty(draw: st.DrawFn) -> Faulty:
    """A document in any style, with faults at places in it."""
    sound = text = render(draw(documents(tame_names)), draw(styles))
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    rng = random.Random(draw(st.integers(0, 2**32)))
    for _ in range(draw(st.integers(1, 3))):
        text = rng.choice(FAULTS)(text, rng)
    assume(text != sound)
    return Faulty(sound.replace("\n", ending), text.replace("\n", ending))


def findings(text: str | bytes) -> tuple[Finding, ...]:
    return check(load("din.yaml", Memory({"din.yaml": text})))


def applied(case: Faulty) -> Iterator[Applied]:
    """Apply every fix of a faulty model, each alone, and look at what came of it."""
    before = findings(case.text)
    for one in before:
        if one.fix is not None:
            data = case.text.encode()
            after = splice(data, one.fix.edits, loaded=fingerprint(data))
            yield Applied(one, tuple(_wrong(one, case, before, after)))


def _wrong(one: Finding, case: Faulty, before: tuple[Finding, ...], data: bytes) -> Iterator[str]:
    edits, after = one.fix.edits if one.fix else (), decode(data)[0]
    if not _only_edited(case.text, after, edits):
        yield "other characters changed"
    if not _same_but_for(case.text, after, edits):
        yield "another text is read otherwise"
    yield from _unmended(one, case, before, findings(data), after)


def _word(pattern: str, text: str, rng: random.Random, change: Callable[[str], str]) -> str:
    """Change one match of the group of a pattern, if there is any."""
    found = list(re.finditer(pattern, text, re.MULTILINE))
    if not found:
        return text
    match = rng.choice(found)
    return text[: match.start(1)] + change(match[1]) + text[match.end(1) :]


def _mistyped_key(text: str, rng: random.Random) -> str:
    return _word(r"([a-z_]{5,}):(?= )", text, rng, lambda word: mistyped(word, rng.choice(HOW), rng))


def _mistyped_value(text: str, rng: random.Random) -> str:
    return _word(r": \"?([a-z_]{5,})\b", text, rng, lambda word: mistyped(word, rng.choice(HOW), rng))


def _mistyped_id(text: str, rng: random.Random) -> str:
    return _word(r"[\[:,{] \"?(x-[a-z]+)\b", text, rng, lambda word: mistyped(word, rng.choice(HOW), rng))


def _twice(text: str, rng: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    at = rng.randrange(len(lines))
    return "".join([*lines[: at + 1], lines[at], *lines[at + 1 :]])


def _no_space(text: str, rng: random.Random) -> str:
    return _word(r"[a-z_]:( )(?=[^\s\"\[{])", text, rng, lambda _: "")


def _fixed_space(text: str, rng: random.Random) -> str:
    return _word(r"[a-z_]:( )", text, rng, lambda _: "\xa0")


def _dutch(text: str, rng: random.Random) -> str:
    return _word(r"(?:waarde|value): (\S*?)[,}]", text, rng, lambda _: rng.choice(["1,22%", "circa 2.000 banen", "12,5"]))


def _date(text: str, rng: random.Random) -> str:
    return _word(r"(?:datum|date|planning): (\S*?)(?:$|[,}])", text, rng, lambda _: rng.choice(["31-12-2019", "mei 2019", "najaar 2020"]))


def _text(text: str, rng: random.Random) -> str:
    wrong = ["Nu: groen", "@nu", "'s-Gravenhage groen", "actie #3", '"Groen" nu', "a\u200eb", "a\x07b"]
    return _word(r"(?:naam|name): (N\w*n)$", text, rng, lambda _: rng.choice(wrong))


def _link_twice(text: str, rng: random.Random) -> str:
    return _word(r"\[(x-[a-z]+)[\],]", text, rng, lambda word: f"{word}, {word}")


HOW = ("delete", "swap", "insert", "replace")
FAULTS = [_mistyped_key, _mistyped_value, _mistyped_id, _twice, _no_space, _fixed_space, _dutch, _date, _text, _link_twice]


def _only_edited(text: str, after: str, edits: tuple[Edit, ...]) -> bool:
    """Compare both texts character by character, all that lies between the edits."""
    at = shift = 0
    for edit in sorted(edits):
        if text[at : edit.start] != after[at + shift : edit.start + shift]:
            return False
        at, shift = edit.end, shift + len(edit.text) - (edit.end - edit.start)
    return text[at:] == after[at + shift :] and len(after) == len(text) + shift


def _same_but_for(text: str, after: str, edits: tuple[Edit, ...]) -> bool:
    """Let PyYAML read both: every scalar that the edits do not touch stands there as it was. What it cannot read it must read now, or later."""
    old, new = _scalars(text), _scalars(after)
    if isinstance(old, int):
        first = min(edit.start for edit in edits)
        return not isinstance(new, int) or (new == old if old < first else new > first)
    if isinstance(new, int):
        return False
    untouched = [value for start, end, value in old if not any(edit.start <= end and start <= edit.end for edit in edits)]
    kept, left = Counter(value for _, _, value in new), Counter(untouched)
    return left <= kept and kept.total() - left.total() <= 2 * len(edits) + sum(edit.text.count(",") for edit in edits)


def _scalars(text: str) -> list[tuple[int, int, str]] | int:
    """Every scalar that takes room, with its place; or the place where PyYAML's own parser got stuck."""
    try:
        events = list(yaml.parse(text, Loader=yaml.SafeLoader))
    except yaml.reader.ReaderError as error:
        return int(error.position)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return mark.index if mark is not None else 0
    found: list[tuple[Any, Any, str]] = [(one.start_mark, one.end_mark, one.value) for one in events if isinstance(one, yaml.ScalarEvent)]
    return [(start.index, end.index, value) for start, end, value in found if start.index < end.index]


def _unmended(one: Finding, case: Faulty, before: tuple[Finding, ...], after: tuple[Finding, ...], text: str) -> Iterator[str]:
    """The finding is gone; what is new was hidden by it: it is there without the faults too, or on what is read now of the same element.

    An opinion counts by its code: the name of one goal, as it is read now, changes what is said of all goals together.
    """
    edits = edits_of([one])["din.yaml"]
    if one.code == "DIN004":
        others = {found.location.span.start for found in before if found.code == "DIN004"} - {one.location.span.start}
        faults = [found for found in after if found.code == "DIN004" and found.location.span.start <= edits[0].start]
        yield from (f"still there: {found}" for found in faults if found.location.span.start not in others)
        return
    known, left = Counter(map(content, before)), Counter(map(content, after))
    if left[content(one)] != known[content(one)] - 1:
        yield "the finding is not gone"
    if not any(found.code == "DIN004" for found in before):
        expected = {_said(found) for found in (*before, *findings(case.sound))}
        new = [found for found in after if _said(found) not in expected]
        yield from (f"new: {found}" for found in new if found.element != one.element or _is_made(found, edits, text))


def _said(found: Finding) -> tuple[Any, ...]:
    return content(found) if found.severity is Severity.ERROR else (found.code,)


def _is_made(found: Finding, edits: list[Edit], text: str) -> bool:
    """Say whether a finding is a fault of what a fix wrote."""
    places = places_after(edits, text).values()
    return found.severity is Severity.ERROR and any(place.start <= found.location.span.start < place.end for place in places)
