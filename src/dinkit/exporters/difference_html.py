"""Comparisons as one page: what happened, what follows from it, and every change with old beside new; complete without scripts, and on paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dinkit.comparing.comparison import Comparison, Consequence
from dinkit.comparing.difference import is_empty
from dinkit.exporter import Exporter
from dinkit.exporters._cells import say
from dinkit.exporters._consequences import CHANGES, CONSEQUENCES, NOTHING, again, told
from dinkit.exporters._difference import SIGNS, STATES, Entry, entries, parted, settings
from dinkit.exporters._field_words import ABSENT
from dinkit.exporters._pages import template
from dinkit.exporters._plain import plain
from dinkit.finding import Text
from dinkit.report import Report

_WORDS = {
    "title": Text("Wat er veranderde", "What changed"),
    "contents": Text("Inhoud", "Contents"),
    "consequences": Text("Gevolgen", "Consequences"),
    "apart": Text("gevolgen een voor een", "consequences one by one"),
    "settings": Text("Het model zelf", "The model itself"),
    "still": Text("Geen verschil:", "No difference:"),
    "consequences_id": "c",
}
_MARKS = {"worse": "▲", "other": "●", "better": "✓"}
"""What stands before a heading of consequences, so that no colour is needed to tell them apart."""
_SIGNS = {**SIGNS, "removed": "\u2212"}
_GONE = Text("niet meer genoemd", "no longer named")
_KEPT_TOGETHER = re.compile(r"([§€]) ")
_SENTENCE = re.compile(r"(?<=[a-z)'’]\.) (?=[A-Z])")


def export(report: Report) -> str:
    """Return the comparisons of a report as an HTML page; of several those without a difference in a line at the end."""
    language = report.language
    shown, still = parted(report.comparisons, lambda one: entries(one, language))
    made = [_comparison(number, *each, language) for number, each in enumerate(shown, 1)]
    return template("_difference.html", _typeset).render(
        comparisons=made,
        still=[plain(one.model) for one in still],
        language=language,
        say=lambda text: plain(say(text, language)),
        words=_WORDS,
        states=STATES,
        signs=_SIGNS,
        marks=_MARKS,
        nothing=NOTHING,
        absent=say(ABSENT, language),
    )


def _comparison(
    number: int, one: Comparison, consequences: tuple[list[Consequence], int], changes: tuple[list[Entry], int], language: str
) -> dict[str, Any]:
    listed, before = changes
    states = {state: say(_GONE if state == "removed" and one.difference.editions else word, language) for state, word in STATES.items()}
    counts = Counter(entry.state for entry in listed)
    repeated = [(consequences[1], CONSEQUENCES), (before, CHANGES)]
    return {
        "key": f"m{number}",
        "model": plain(one.model),
        "then": plain(say(one.then.name, language)),
        "now": plain(say(one.now.name, language)),
        "story": _SENTENCE.split(plain(say(one.story, language))),
        "changed": bool(one.consequences) or not is_empty(one.difference),
        "states": states,
        "counts": [(state, counts[state]) for state in STATES if counts[state]],
        "told": told(consequences[0], language),
        "before": consequences[1],
        "kinds": [_kind(one, kind, listed, states, language) for kind in dict.fromkeys(entry.kind for entry in listed)],
        "settings": settings(one, language),
        "again": [say(again(count, words), language) for count, words in repeated if count],
    }


def _kind(one: Comparison, kind: str, listed: Sequence[Entry], states: Mapping[str, str], language: str) -> tuple[str, str, list[Entry]]:
    """Return the changes of one kind, with what it is called and how many there are of each sort."""
    found = [entry for entry in listed if entry.kind == kind]
    title = plain(one.now.network.name_of(kind, language, plural=True))
    return title[:1].upper() + title[1:], _counts(found, states), found


def _counts(found: Iterable[Entry], words: Mapping[str, str]) -> str:
    states = Counter(entry.state for entry in found)
    return ", ".join(f"{states[state]} {word}" for state, word in words.items() if states[state])


def _typeset(value: Any) -> Any:
    """Keep a sign and its number on one line; what is HTML already is left as it is."""
    return _KEPT_TOGETHER.sub("\\1\u00a0", value) if type(value) is str else value


EXPORTER: Exporter[Report] = Exporter("difference", "html", ".html", export)
