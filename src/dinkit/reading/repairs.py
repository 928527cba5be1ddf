"""Problems -> their repairs, as far as the words of the problem and its place make one certain: what is done says what was meant, no more.

Nothing is ever invented: a repair writes what the file says in the grammar, or a word for which the file has a typing error. What
can be meant in two ways has no repair.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dinkit.finding import Text
from dinkit.model.dates import parse_date, parse_period
from dinkit.model.numbers import unquoted
from dinkit.model.values import Quoted, read_value
from dinkit.model.vocabulary import ENGLISH_KEY, VALUES, spell_value
from dinkit.pattern import pattern
from dinkit.reading.changing import line_start, removed, replaced, written
from dinkit.reading.problem import Change, Problem, Repair
from dinkit.reading.quoting import cut_by_hash, cut_in_brackets, in_quotes, second_colon
from dinkit.reading.spelling import clearly_meant, language_of

_LIGHTS = ("green", "orange", "red", "grey", "unknown")
_NO_SPACE = pattern(r"([a-z_]+):(?=[^\s:])")
_APOSTROPHE = pattern(r"'(?:s|t|n|k|m|r)(?=[ -])")
_PAIR_OF = pattern(r"(?:^|[{,]) *(?:- +)*([a-z_]+): +\Z", re.MULTILINE)
_KEY_ABOVE = pattern(r"(?:^|[\r\n]) *(?:- +)?[a-z_]+:[ \t]*(?:\r\n|\n|\r) *\Z")
_COLON = pattern(r" *:(?=\s)")
_FAR = 200
"""More white space than this before a value is not looked through."""
_THOUSANDS = pattern(r"(?<![0-9.,])[0-9]{1,3},[0-9]{3}(?![0-9,])")
_SLASHES = pattern(r"[0-9]/[0-9]+/[0-9]")
_MORE = pattern(r",[0-9-]")
_IN_LIST = pattern(r"\[[^\[\]{}]*\Z")
_CONTROL = pattern("[\x00-\x08\x0e-\x1f\x7f]")
_SPACE = Text("zet een spatie achter de dubbele punt", "put a space behind the colon")


def repair_of(problem: Problem, text: str) -> Repair | None:
    """Return how a problem in this text is mended; None where that is not certain."""
    made = problem.repair or (_REPAIRS[problem.slug](problem, text) if problem.slug in _REPAIRS else None)
    return made if made and all(text[one.start : one.end] != one.text for one in made.changes) else None


def _value(problem: Problem, text: str) -> Repair | None:
    """Write the number that was proposed, if it reads; "1,234" may be English thousands, and behind a comma the number may go on."""
    if _THOUSANDS.search(_word(problem, 0)) or _is_told(problem) or _MORE.match(text, problem.end):
        return None
    proposed = _word(problem, 1)
    try:
        read_value(Quoted(unquoted(proposed)) if proposed[:1] in ("'", '"') else proposed)
    except ValueError:
        return None
    return _whole(problem, text, proposed)


def _date(problem: Problem, text: str) -> Repair | None:
    """Write a date whose parts were turned, or that stands in words with one meaning; between slashes an English one may begin with the month."""
    given, proposed = _word(problem, 0), _word(problem, 1)
    month_first = _SLASHES.search(given) and language_of(text) == "en"
    if _is_told(problem) or text[problem.start] in "[-":  # of a list of dates each may have been meant alone
        return None
    try:
        (parse_period if problem.slug == "wordy-period" else parse_date)(proposed)
    except ValueError:
        return None
    return None if month_first else _whole(problem, text, proposed)


def _enumerated(problem: Problem, text: str) -> Repair | None:
    allowed = _word(problem, 2).split(", ")
    return _nearest(problem, text, _word(problem, 1), allowed)


def _light(problem: Problem, text: str) -> Repair | None:
    language = language_of(text)
    return _nearest(problem, text, _word(problem, 0), [spell_value("status", one, language) for one in _LIGHTS])


def _severity(problem: Problem, text: str) -> Repair | None:
    language = language_of(text)
    return _nearest(problem, text, _word(problem, 0), [spell_value("severity", one, language) for one in VALUES["severity"]])


def _nearest(problem: Problem, text: str, given: str, allowed: list[str]) -> Repair | None:
    meant = clearly_meant(given, allowed)
    return replaced(text, problem.start, problem.end, given, meant) if meant else None


def _space(problem: Problem, text: str) -> Repair | None:
    """Put a space behind the first colon of a token, or of the line that it begins."""
    found = re.compile(r"[A-Za-z0-9_-]+:(?=[^\s:/])").match(text, problem.start)
    return Repair(_SPACE, (Change(found.end(), found.end(), " "),)) if found and found.end() <= problem.end + 1 else None


def _key_space(problem: Problem, text: str) -> Repair | None:
    """The same where the word before the colon is a key."""
    found = _NO_SPACE.match(text, problem.start)
    return _space(problem._replace(end=found.end()), text) if found and found[1] in ENGLISH_KEY else None


def _fixed_space(problem: Problem, text: str) -> Repair:
    """Make ordinary spaces of this fixed space and of those right behind it: one problem stands for them."""
    blank = re.compile("[ \xa0]*").match(text, problem.start)
    found = re.compile("\xa0+").finditer(text, problem.start, blank.end() if blank else problem.end)
    changes = [Change(*one.span(), " " * len(one[0])) for one in found]
    return Repair(Text("maak er gewone spaties van", "make ordinary spaces of it"), tuple(changes))


def _controls(problem: Problem, text: str) -> Repair | None:
    """Take out a control character that stands for nothing; some stand for a letter or a line of another program."""
    return _without(problem, text, _CONTROL) if _CONTROL.match(text, problem.start) else None


def _marks(problem: Problem, text: str) -> Repair | None:
    return _without(problem, text, re.compile(re.escape(text[problem.start : problem.end])))


def _without(problem: Problem, text: str, pattern: re.Pattern[str]) -> Repair:
    """Take out all characters of a sort from a line: one problem stands for them."""
    end = re.compile(r"[^\r\n]*").match(text, problem.start)
    changes = [Change(*found.span(), "") for found in pattern.finditer(text, problem.start, end.end() if end else problem.end)]
    return Repair(Text("haal het weg", "remove it"), tuple(changes))


def _several(problem: Problem, text: str) -> Repair | None:
    """Write a list for several ids in one text, which is no key; in a list between brackets they become items of it."""
    before = text[line_start(text, problem.start) : problem.start]
    if _COLON.match(text, problem.end):
        return None
    if not before.strip(" ") and _KEY_ABOVE.search(text[max(problem.start - _FAR, 0) : problem.start]):
        return _whole(problem, text, _word(problem, 1))
    if _IN_LIST.search(before):
        return _whole(problem, text, _word(problem, 1)[1:-1])
    return _whole(problem, text, _word(problem, 1)) if _PAIR_OF.search(before) else None


def _unknown(problem: Problem, text: str) -> Repair | None:
    """Write `unknown` for a question mark that is the whole of a value; a name cannot be unknown."""
    key = _PAIR_OF.search(text, line_start(text, problem.start), problem.start)
    alone = re.compile(r"\?[ \t]*(?=[\r\n,}]|\Z)").match(text, problem.start)
    if key is None or alone is None or ENGLISH_KEY.get(key[1], "name") in ("name", "id", "text"):
        return None
    return written(problem.start, problem.end, "onbekend" if language_of(text) == "nl" else "unknown")


def _apostrophe(problem: Problem, text: str) -> Repair | None:
    return in_quotes(text, problem.start) if _APOSTROPHE.match(text, problem.start) else None


def _sign(problem: Problem, text: str) -> Repair | None:
    """Quote a text that begins with a sign that no value begins with."""
    return in_quotes(text, problem.start) if text[problem.start : problem.start + 1] in ("@", "`", "%") else None


def _empty_item(problem: Problem, text: str) -> Repair | None:
    dash = re.compile(r"([ ]*-)[ \t]*(?=[\r\n]|\Z)").match(text, line_start(text, problem.start))
    return removed(text, dash.end(1) - 1, dash.end(1)) if dash else None


def _whole(problem: Problem, text: str, new: str) -> Repair | None:
    """Write something for the whole token, which must be what the problem names."""
    token, given = text[problem.start : problem.end], _word(problem, 0)
    return written(problem.start, problem.end, new) if token in (given, f"'{given}'", f'"{given}"') else None


def _is_told(problem: Problem) -> bool:
    """Say whether a problem tells what to write, in words of each language, and not just that itself."""
    return isinstance(problem.words[1], Text) and problem.words[1].nl != problem.words[1].en


def _word(problem: Problem, index: int) -> str:
    word = problem.words[index]
    return word.nl if isinstance(word, Text) else word


_REPAIRS: dict[str, Callable[[Problem, str], Repair | None]] = {
    "apostrophe": _apostrophe,
    "colon": lambda problem, text: second_colon(text, problem.start),
    "dutch-date": _date,
    "dutch-number": _value,
    "empty-item": _empty_item,
    "euro-sign": _value,
    "fixed-space": _fixed_space,
    "hash-bracket": lambda problem, text: cut_in_brackets(text, problem.start),
    "hash-comment": lambda problem, text: cut_by_hash(text, problem.start),
    "hidden-direction": _marks,
    "light": _light,
    "missing-colon": _key_space,
    "near-value": _enumerated,
    "no-colon": _key_space,
    "no-space": _space,
    "question": _unknown,
    "several-ids": _several,
    "severity": _severity,
    "sign": _sign,
    "unprintable": _controls,
    "wordy-date": _date,
    "wordy-number": _value,
    "wordy-period": _date,
}
