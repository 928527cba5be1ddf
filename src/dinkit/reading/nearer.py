"""A problem -> the same one told nearer, by the text around it: what was meant there, and how that is written.

Who reads a value sees no more than that value; here its key and its neighbours are seen as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from dinkit.finding import Text
from dinkit.model.dates import parse_date
from dinkit.model.vocabulary import ENGLISH_KEY, ENGLISH_VALUE, spell_value
from dinkit.pattern import pattern
from dinkit.reading.instead import dated
from dinkit.reading.near_words import value_for
from dinkit.reading.problem import Change, Problem, Repair, shown
from dinkit.reading.proposals import amounts, periods
from dinkit.reading.slips import pairs_in_line
from dinkit.reading.spelling import language_of

_KEY = pattern(r"(?<![\w-])([a-z_]+):(?=\s)")
_FAR = 500
"""The key of a value is looked for in so many characters before it: it may be one of a list."""
_KEY_BEFORE = pattern(r"([\"']?)([a-z_]+)\1: +\Z")
_PARTIES = pattern(r"^stakeholders:(?:[^\r\n]*(?:\r\n|\n|\r|\Z))(?:[ \t#][^\r\n]*(?:\r\n|\n|\r|\Z)|(?:\r\n|\n|\r))*", re.MULTILINE)
_ID = pattern("[a-z][a-z0-9-]*")
_ITEM = pattern(r"[^\s,\[\]]+")


def nearer(problem: Problem, text: str) -> Problem:
    """Return the problem as what stands around it tells it, else the problem itself."""
    look = _LOOKING.get(problem.slug)
    return (look(problem, text) if look is not None else None) or problem


def _pairs(problem: Problem, text: str) -> Problem | None:
    """A colon too many behind a key that takes ids is never part of a text."""
    return pairs_in_line(problem.start, text)


def _with_its_year(problem: Problem, text: str) -> Problem | None:
    """Return the problem of a value that says when it holds with how that is written: its key tells which keys it needs."""
    meant = dated(_given(problem, text), ENGLISH_KEY.get(_key_above(problem, text), ""), language_of(text))
    return problem._replace(slug="wordy-number", words=(problem.words[0], meant)) if meant is not None else None


def _amount(problem: Problem, text: str) -> Problem | None:
    """Return the problem of an amount that lacks its sign only, or that has a word that dinkit spells otherwise, with how it is written."""
    meant = amounts(_given(problem, text))
    return problem._replace(slug="wordy-number", words=(problem.words[0], meant[0])) if len(meant) == 1 else None


def _running(problem: Problem, text: str) -> Problem | None:
    """Return the problem of a planning in a word for what goes on, which may also come back every year."""
    said, language = value_for("recurrence", _given(problem, text)), language_of(text)
    if said is None or ENGLISH_KEY.get(_key_above(problem, text)) != "planning":
        return None
    written = [spell_value("recurrence", one, language) for one in dict.fromkeys((said, "yearly"))]
    return problem._replace(slug="wordy-period", words=(problem.words[0], Text(" of ".join(written), " or ".join(written))))


def _dates(problem: Problem, text: str) -> Problem | None:
    """Return the problem of a planning that is a list of dates with the period from the first to the last of them."""
    listed = text[problem.start : problem.end]
    meant = _over(_ITEM.findall(listed)) if ENGLISH_KEY.get(str(problem.words[0])) == "planning" else None
    return problem._replace(slug="wordy-period", words=(shown(listed), meant)) if meant is not None else None


def _over(listed: list[str]) -> str | None:
    """Return the period of a list of dates: of two of them, or of years that follow each other; None of any other list."""
    dates = [one for one in listed if one != "-"]
    if not dates or not all(one[0].isdigit() and periods(one, period=False) == [one] for one in dates):
        return None
    follow = all(one.isdigit() and other == str(int(one) + 1) for one, other in pairwise(dates))
    in_order = parse_date(dates[0]).first <= parse_date(dates[-1]).last
    return "..".join(dict.fromkeys((dates[0], dates[-1]))) if in_order and (follow or len(dates) == 2) else None


def _turned(problem: Problem, text: str) -> Problem | None:
    """Return the problem of a party behind its role, `trekker: politie`, with the two the right way round."""
    before, party = _KEY_BEFORE.search(text[max(problem.start - _FAR, 0) : problem.start]), _given(problem, text)
    if before is None or before[2] not in ENGLISH_VALUE["role"] or not _ID.fullmatch(party) or _is_party(before[2], text):
        return None
    start, role = problem.start - len(before[0]), before[2]
    changes = (Change(start, start + len(f"{before[1] * 2}{role}"), party), Change(problem.start, problem.end, role))
    repair = Repair(Text("draai ze om", "turn them round"), changes) if _is_party(party, text) else None
    return problem._replace(slug="turned-role", words=(party, role), repair=repair)


def _is_party(word: str, text: str) -> bool:
    """Say whether a word is an id among the stakeholders of a file."""
    parties = _PARTIES.search(text)
    return parties is not None and word not in ENGLISH_KEY and re.search(rf"(?:^ +|[{{,] *){word}:(?=\s)", parties[0], re.MULTILINE) is not None


def _key_above(problem: Problem, text: str) -> str:
    return next(reversed(_KEY.findall(text[max(problem.start - _FAR, 0) : problem.start])), "")


def _given(problem: Problem, text: str) -> str:
    return text[problem.start : problem.end].strip("'\"")


_LOOKING: dict[str, Callable[[Problem, str], Problem | None]] = {
    "colon": _pairs,
    "euros": _amount,
    "flow-colon": _pairs,
    "mapping": _dates,
    "near-value": _turned,
    "number": _with_its_year,
    "period": _running,
    "value-of": _turned,
    "wordy-number": _with_its_year,
}
