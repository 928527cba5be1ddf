"""What a timeline says in words: dates and plannings as people say them, in Dutch and English."""

from __future__ import annotations

from functools import partial
from typing import Literal

from dinkit.drawing.words import in_language, plain, worded
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.values import OPEN, Planning
from dinkit.model.vocabulary import UNKNOWN, spell_value

WORDS: dict[str, Text] = {
    "timeline": Text("Tijdlijn van de inspanningen", "Timeline of the efforts"),
    "wording": Text("In de bron", "In the source"),
    "moments": Text("Mijlpalen en besluiten", "Milestones and decisions"),
    "again": Text("vervolg", "continued"),
    "rest": Text("Overige inspanningen", "Other efforts"),
    "part": Text("onderdeel", "part"),
    "none": Text("geen planning", "no planning"),
    "unknown": Text("planning onbekend", "planning unknown"),
    "not-known": Text("onbekend", "unknown"),
    "contradictory": Text("eindigt vóór het begin", "ends before it begins"),
    "once": Text("eenmalig, datum onbekend", "once, date unknown"),
    "outside": Text("buiten de tijdas: {date}", "outside the axis: {date}"),
    "late": Text("later", "later"),
    "early": Text("eerder", "earlier"),
    "empty": Text("Er staan nog geen inspanningen in dit model.", "This model has no efforts yet."),
    "undated": Text("Geen van deze inspanningen heeft een datum.", "None of these efforts has a date."),
    "summary": Text("Tijdlijn van {what}{when}.", "Timeline of {what}{when}."),
    "and": Text("{one} en {other}", "{one} and {other}"),
    "effort-count": Text("{count} inspanningen", "{count} efforts"),
    "effort-count-one": Text("1 inspanning", "1 effort"),
    "over-years": Text(", van {first} tot en met {last}", ", from {first} through {last}"),
    "over-year": Text(" in {first}", " in {first}"),
    "hidden-efforts": Text("{count} inspanningen niet getoond", "{count} efforts not shown"),
    "hidden-efforts-one": Text("1 inspanning niet getoond", "1 effort not shown"),
    "hidden-flags": Text("{count} mijlpalen en besluiten niet getoond", "{count} milestones and decisions not shown"),
    "hidden-flags-one": Text("1 mijlpaal of besluit niet getoond", "1 milestone or decision not shown"),
    "hidden-years": Text("Buiten de tijdas: {dates}", "Outside the axis: {dates}"),
    "legend-certain": Text("loopt zeker", "certainly runs"),
    "legend-begin": Text("begint ergens hierin", "begins somewhere in here"),
    "legend-end": Text("eindigt ergens hierin", "ends somewhere in here"),
    "legend-either": Text("begint en eindigt ergens hierin", "begins and ends somewhere in here"),
    "legend-unknown": Text("begin of einde onbekend", "begin or end unknown"),
    "legend-open": Text("loopt door, zonder einde", "goes on, without an end"),
    "legend-continuous": Text("doorlopend", "continuous"),
    "legend-yearly": Text("elk jaar, dag onbekend", "every year, day unknown"),
    "legend-inherited": Text("planning van de inspanning erboven", "planning of the effort above"),
    "legend-parts": Text("zelf geen planning: eerste begin tot laatste eind van de onderdelen", "no planning itself: first begin to last end of its parts"),
    "legend-earlier": Text("planning in een eerdere editie", "planning in an earlier edition"),
    "legend-start": Text("begin gemeld", "reported: begun"),
    "legend-completion": Text("afronding gemeld", "reported: completed"),
    "legend-expected": Text("begin of afronding verwacht", "begin or completion expected"),
    "legend-ended": Text("beëindigd", "ended"),
    "legend-days": Text("ergens tussen deze dagen", "somewhere between these days"),
    "legend-late": Text("later dan gepland", "later than planned"),
    "legend-early": Text("eerder dan gepland", "earlier than planned"),
    "legend-milestone": Text("mijlpaal", "milestone"),
    "legend-decision": Text("besluit", "decision"),
    "legend-cut": Text("gaat verder buiten de tijdas", "goes on outside the axis"),
    "legend-reference": Text("peildatum", "reference date"),
    "says-planning": Text("planning: {planning}", "planning: {planning}"),
    "says-inherited": Text("planning van de inspanning erboven: {planning}", "planning of the effort above: {planning}"),
    "says-earlier": Text("planning in een eerdere editie: {planning}", "planning in an earlier edition: {planning}"),
    "says-parts": Text("zelf geen planning", "no planning itself"),
    "says-start": Text("begin gemeld {date}", "reported begun {date}"),
    "says-completion": Text("afronding gemeld {date}", "reported completed {date}"),
    "says-ended": Text("beëindigd {date}", "ended {date}"),
    "says-start-expected": Text("begin verwacht {date}", "begin expected {date}"),
    "says-completion-expected": Text("afronding verwacht {date}", "completion expected {date}"),
    "says-late": Text("later dan gepland ({planned})", "later than planned ({planned})"),
    "says-early": Text("eerder dan gepland ({planned})", "earlier than planned ({planned})"),
    "begins": Text("begint {date}", "begins {date}"),
    "ends": Text("eindigt {date}", "ends {date}"),
    "both": Text("begint en eindigt {date}", "begins and ends {date}"),
    "goes-on": Text("loopt door", "goes on"),
    "no-end": Text("einde onbekend", "end unknown"),
    "no-begin": Text("begin onbekend", "begin unknown"),
    "conclusion": Text("onze lezing", "our reading"),
}  # fmt: skip

_MONTHS = Text(
    "januari februari maart april mei juni juli augustus september oktober november december",
    "January February March April May June July August September October November December",
)
_SEASONS: dict[str, Text] = {
    word: Text(f"{dutch} van", f"the {english} of")
    for words, dutch, english in (
        ("voorjaar lente spring", "het voorjaar", "spring"),
        ("zomer summer", "de zomer", "summer"),
        ("najaar herfst autumn", "het najaar", "autumn"),
        ("winter", "de winter", "winter"),
    )
    for word in words.split()
}
_PARTS: dict[str, Text] = {
    "H1": Text("de eerste helft van", "the first half of"),
    "H2": Text("de tweede helft van", "the second half of"),
    "Q1": Text("het eerste kwartaal van", "the first quarter of"),
    "Q2": Text("het tweede kwartaal van", "the second quarter of"),
    "Q3": Text("het derde kwartaal van", "the third quarter of"),
    "Q4": Text("het vierde kwartaal van", "the fourth quarter of"),
}

say = partial(worded, WORDS)


def on(date: ImpreciseDate, language: str) -> str:
    """Return when, as a part of a sentence.

    >>> from dinkit.model.dates import parse_date
    >>> [on(parse_date(text), "nl") for text in ("2019", "2019-05-14", "2019-H2", "2019-W12")]
    ['in 2019', 'op 14 mei 2019', 'in de tweede helft van 2019', 'in week 12 van 2019']
    """
    year, _, part = date.text.partition("-")
    month, _, day = part.partition("-")
    if not part:
        return f"in {year}"
    if part in _PARTS or part in _SEASONS:
        return f"in {in_language((_PARTS | _SEASONS)[part], language)} {year}"
    if part.startswith("W"):
        return f"in week {int(part[1:])} {'van' if language == 'nl' else 'of'} {year}"
    named = f"{in_language(_MONTHS, language).split()[int(month) - 1]} {year}"
    return f"{'op' if language == 'nl' else 'on'} {int(day)} {named}" if day else f"in {named}"


def planning_words(planning: Planning, language: str, *, with_reason: bool = True) -> str:
    """Return a planning as a sentence without its first word, with the wording of the source behind it."""
    parts = _dates(planning, language)
    if planning.recurrence and planning.recurrence != UNKNOWN:
        parts.insert(0, spell_value("recurrence", planning.recurrence, language))
    said = ", ".join(parts) or say("not-known", language)
    said += f" (“{plain(planning.verbatim)}”)" if planning.verbatim else ""
    if planning.provenance in ("derived", "added") and with_reason:
        said += f", {say('conclusion', language)}" + (f": {plain(planning.reason).rstrip('.')}" if planning.reason else "")
    return said


def _dates(planning: Planning, language: str) -> list[str]:
    """Return what is said of begin and end; of neither when neither is known."""
    start, end = planning.start, planning.end
    if isinstance(start, ImpreciseDate) and isinstance(end, ImpreciseDate) and start.text == end.text:
        return [say("both", language, date=on(start, language))]
    known = isinstance(start, ImpreciseDate), isinstance(end, ImpreciseDate)
    if not any(known):
        return []
    parts = [say("begins", language, date=on(start, language)) if isinstance(start, ImpreciseDate) else _missing(start, "no-begin", language)]
    parts += [say("ends", language, date=on(end, language)) if isinstance(end, ImpreciseDate) else _missing(end, "no-end", language)]
    if planning.recurrence in ("yearly", "continuous"):
        return [part for part, is_known in zip(parts, known, strict=True) if is_known]
    return parts


def _missing(value: str | None, key: Literal["no-begin", "no-end"], language: str) -> str:
    return say("goes-on", language) if value == OPEN and key == "no-end" else say(key, language)
