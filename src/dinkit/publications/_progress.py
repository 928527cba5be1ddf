"""What the two reports on progress share: signs beside the colours, and the sections that both have."""

from __future__ import annotations

from collections.abc import Sequence

from dinkit.analyses import _progress as progress
from dinkit.analyses import _words as words
from dinkit.analyses._phrases import date_text
from dinkit.analyses._progress import Progressed
from dinkit.analyses._progress_lines import Line, dropped, dropped_table, lines, texts_of
from dinkit.analyses._progress_tables import silent_table
from dinkit.analyses._progress_words import ASPECT, ASPECT_WORDS, AUTHOR, DATE, FIELD_WORDS, STATE_WORDS, STATUS, STATUS_WORDS
from dinkit.analysis import Column, Table
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Goal, Progress
from dinkit.network import Network, programme_of
from dinkit.publication import Section

SIGNS = {
    "red": "✗",
    "orange": "!",
    "not_reported": "○",
    "incomplete": "◐",
    "unknown": "?",
    "green": "✓",
    "grey": "–",
    "none": "·",
}
"""One sign per colour, so that no colour has to be seen; the word always stands beside it."""

SIGNED = {code: Text(f"{SIGNS[code]} {word.nl}", f"{SIGNS[code]} {word.en}") for code, word in STATE_WORDS.items()}

LEGEND = Text(
    f"Tekens: {', '.join(SIGNED[code].nl for code in progress.STATES)}. Grijs is: nog niet begonnen of niet van toepassing.",
    f"Signs: {', '.join(SIGNED[code].en for code in progress.STATES)}. Grey is: not begun yet or not applicable.",
)
NO_EXCEPTIONS = Text(
    "Niets is op rood of oranje gemeld. Over wat niet gemeld is zegt dat niets.",
    "Nothing was reported as red or orange. That says nothing about what was not reported.",
)


def anything(network: Network) -> bool:
    """Say whether anything was reported at all, on whatever date."""
    return next(network.of(Progress), None) is not None


def title(network: Network) -> Text:
    """Return what a report on progress is called."""
    programme = programme_of(network)
    return Text(f"Voortgang van {programme.name}", f"Progress of {programme.name}") if programme else Text("Voortgang", "Progress")


def subtitle(network: Network) -> Text:
    """Return of which date a report tells, and of which edition."""
    on, edition = network.head.reference_date, network.head.edition
    date = (
        Text(f"Stand op peildatum {on.text}", f"As on reference date {on.text}")
        if isinstance(on, ImpreciseDate)
        else Text("Zonder peildatum: van alles telt de laatste melding", "Without a reference date: the latest report of everything counts")
    )
    return Text(f"{date.nl} ({edition})", f"{date.en} ({edition})") if edition else date


def signed(table: Table, *, without: Sequence[str] = ()) -> Table:
    """Return a table for people to read: a sign beside every colour, and some columns left out."""
    kept = [at for at, column in enumerate(table.columns) if column.key not in without]
    columns = tuple(_signed(table.columns[at]) for at in kept)
    return table._replace(columns=columns, rows=tuple(tuple(row[at] for at in kept) for row in table.rows))


def named(seen: Progressed, table: Table) -> Table:
    """Say of what a sub-effort is part by name: people do not know the ids."""
    at = [column.key for column in table.columns].index("part_of")
    names = {one.id: one.name for one in seen.efforts}
    return table._replace(rows=tuple((*row[:at], names.get(str(row[at]), row[at]), *row[at + 1 :]) for row in table.rows))


def _signed(column: Column) -> Column:
    if column.words is not None and "red" in column.words:
        return column._replace(words={code: SIGNED[code] for code in column.words})
    return column._replace(title=SIGNED[column.key]) if column.key in SIGNED else column


def exception(line: Line, *, author: bool, fields: Sequence[str] = ("explanation", *FIELD_WORDS)) -> Section:
    """Return one exception as a section.

    Args:
        line: the aspect that is red or orange.
        author: whether to name who reported it.
        fields: which of explanation, cause, effect and response to tell; a cause, effect or response that lacks is told as well.
    """
    colour, aspect, name = SIGNED[line.said.aspect.status], ASPECT_WORDS[line.aspect], words.listing([line.element.name])
    heading = Text(f"{colour.nl}: {aspect.nl} van {name.nl}", f"{colour.en}: {aspect.en} of {name.en}")
    texts = dict(zip(("explanation", *FIELD_WORDS), texts_of(line.said), strict=True))
    about = [Text(texts["explanation"], texts["explanation"])] if texts["explanation"] and "explanation" in fields else []
    told = [_field(field, texts[field]) for field in FIELD_WORDS if field in fields]
    return Section(heading, (_way(line), *about, *told, _reported(line, author=author)))


def _way(line: Line) -> Text:
    if line.before is None:
        return Text("Voor het eerst gemeld.", "Reported for the first time.")
    old, date = STATUS_WORDS[line.before.aspect.status], date_text(line.before.date)
    if line.direction == "same":
        return Text(f"Net als de vorige keer ({date.nl}).", f"As the last time ({date.en}).")
    way = {"better": Text("Beter", "Better"), "worse": Text("Slechter", "Worse")}.get(line.direction, Text("Anders", "Different"))
    return Text(f"{way.nl} dan de vorige keer: toen {old.nl} ({date.nl}).", f"{way.en} than the last time: {old.en} then ({date.en}).")


def _field(field: str, text: str) -> Text:
    word = words.capital(FIELD_WORDS[field])
    if not text:
        return Text(f"{word.nl}: niet gemeld, moet nog.", f"{word.en}: not reported, still to be given.")
    return Text(f"{word.nl}: {text}", f"{word.en}: {text}")


def _reported(line: Line, *, author: bool) -> Text:
    date = date_text(line.said.date)
    by = line.said.author if author else None
    if by is None:
        return Text(f"Gemeld: {date.nl}.", f"Reported: {date.en}.")
    return Text(f"Gemeld door {by}, {date.nl}.", f"Reported by {by}, {date.en}.")


def explained(line: Line) -> bool:
    """Say whether anything was told about an aspect beside its colour."""
    return any(texts_of(line.said))


def told_table(found: Sequence[Line], *, authors: bool = True) -> Table:
    """Return what was told about some aspects."""
    text = Column("explanation", Text("toelichting", "explanation"), Text("wat erbij verteld is", "what was told about it"))
    columns = (words.NAME, ASPECT, STATUS, text, DATE, AUTHOR)
    rows = tuple(
        (line.element.name, line.aspect, line.said.aspect.status, _all_told(line), date_text(line.said.date), line.said.author or "")
        for line in found
    )
    return signed(Table("told", Text("Toelichting", "Explanation"), columns, rows), without=() if authors else ("author",))


def _all_told(line: Line) -> Text:
    explanation, *rest = texts_of(line.said)
    told = [_field(field, text) for field, text in zip(FIELD_WORDS, rest, strict=True) if text]
    return words.joined([*([Text(explanation, explanation)] if explanation else []), *told])


def developments(seen: Progressed, *, authors: bool = True) -> Section:
    """Return what is coming, as far as somebody told."""
    found = [line for line in lines(seen) if line.aspect == "developments" and explained(line)]
    heading = Text("Wat eraan komt", "What is coming")
    if not found:
        return Section(heading, (Text("Over toekomstige ontwikkelingen is niets verteld.", "Nothing was told about developments to come."),))
    return Section(heading, tables=(signed(told_table(found, authors=authors), without=("aspect",)),))


def silent(seen: Progressed) -> Section:
    """Return what was not reported, and what was reported before but not any more."""
    without, gone = silent_table(seen), dropped(seen)
    goals = [cover.element.id for cover in seen.covers if isinstance(cover.element, Goal)]
    quiet = [goal for goal in goals if goal not in seen.reported.moments]
    paragraphs = [_silence(seen)] if seen.efforts else []
    if quiet:
        paragraphs.append(_quiet_goals(seen, len(quiet), len(goals)))
    tables = [signed(named(seen, without), without=("id",))] if without.rows else []
    if gone:
        tables.append(signed(dropped_table(seen), without=("id",)))
    return Section(Text("Wat niet gemeld is", "What was not reported"), tuple(paragraphs), tuple(tables))


def _silence(seen: Progressed) -> Text:
    if not silent_table(seen).rows:
        return Text("Over elke inspanning zijn alle zeven aspecten gemeld.", "On every effort all seven aspects were reported.")
    return Text("Wat hier staat kan goed gaan of slecht: het is niet gemeld.", "What stands here may go well or badly: it was not reported.")


def _quiet_goals(seen: Progressed, quiet: int, total: int) -> Text:
    word = words.kind_word(seen.network, "goal", count=total)
    if quiet == total > 1:
        return Text(f"Over geen van de {total} {word.nl} zelf is iets gemeld.", f"Nothing was reported on any of the {total} {word.en} as such.")
    share = words.share(quiet, total, word)
    return Text(f"Over {share.nl} zelf is niets gemeld.", f"Nothing was reported on {share.en} as such.")
