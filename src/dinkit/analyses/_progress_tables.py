"""The tables of the `progress` analysis; the publications use the same rows."""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.analyses import _progress as progress
from dinkit.analyses import _words as words
from dinkit.analyses._order import outer
from dinkit.analyses._phrases import NOWHERE, PART_OF, date_text
from dinkit.analyses._progress import ASPECTS, NOT_REPORTED, STATES, STATUSES, Moment, Progressed
from dinkit.analyses._progress_lines import dropped_table, exceptions_table, explanations_table
from dinkit.analyses._progress_words import ASPECT_WORDS, AUTHOR, DATE, STATE_WORDS, STATUS_WORDS, aspects_text
from dinkit.analysis import Cell, Column, Table
from dinkit.finding import Text


def tables_of(seen: Progressed) -> tuple[Table, ...]:
    """Return all tables, exceptions first."""
    return (
        exceptions_table(seen),
        explanations_table(seen),
        goals_table(seen),
        _goal_aspects(seen),
        efforts_table(seen),
        others_table(seen),
        silent_table(seen),
        dropped_table(seen),
        _history(seen),
    )


_STATE_MEANINGS = {
    "red": Text("met iets op rood, in de inspanning zelf of een onderdeel", "with something at red, in the effort itself or a part"),
    "orange": Text("met iets op oranje en niets op rood", "with something at orange and nothing at red"),
    "not_reported": Text("waarvan niets gemeld is; dat is niet: geen probleem", "of which nothing was reported; which is not: no problem"),
    "incomplete": Text(
        "zonder rood of oranje, maar niet over alle zeven aspecten gemeld", "without red or orange, but not all seven aspects reported"
    ),
    "unknown": Text("alles gemeld, van iets is de stand niet bekend", "all reported, of something the status is not known"),
    "green": Text("alles gemeld en groen, of deels grijs", "all reported and green, or partly grey"),
    "grey": Text("alles grijs: nog niet begonnen of niet van toepassing", "all grey: not begun yet or not applicable"),
}


def goals_table(seen: Progressed) -> Table:
    """Return how the efforts that reach each goal stand, counted and never averaged."""
    columns = (
        words.ID,
        words.NAME,
        Column("level", Text("niveau", "level"), Text("plaats in de doelenboom", "place in the goal tree"), words.level_words(seen.network)),
        Column(
            "efforts",
            Text("inspanningen", "efforts"),
            Text("die het doel bereiken, elk met haar onderdelen", "that reach the goal, each with its parts"),
        ),
        *(Column(one, STATE_WORDS[one], _STATE_MEANINGS[one]) for one in STATES),
        Column("worst", Text("zwaarste", "worst"), Text("het zwaarste dat voorkomt", "the worst that occurs"), STATE_WORDS),
        Column(
            "own", Text("doel zelf", "goal itself"), Text("wat over het doel zelf gemeld is", "what was reported on the goal itself"), STATE_WORDS
        ),
    )
    return Table("goals", Text("Per doel", "Per goal"), columns, tuple(_goal_rows(seen)))


def _goal_rows(seen: Progressed) -> Iterator[tuple[Cell, ...]]:
    for cover in seen.covers:
        states = [seen.overall[unit].state for unit in cover.carriers]
        own = progress.own_state(seen.reported, cover.element.id)
        counts = (states.count(one) for one in STATES)
        yield (cover.element.id, cover.element.name, cover.level, len(states), *counts, progress.worst(states, STATES) or "none", own)


def _goal_aspects(seen: Progressed) -> Table:
    rows = tuple(
        (
            cover.element.id,
            cover.element.name,
            *(progress.worst((seen.overall[unit].aspects[aspect] for unit in cover.carriers), STATUSES) or "none" for aspect in ASPECTS),
        )
        for cover in seen.covers
    )
    meaning = Text("het zwaarste van de inspanningen die het doel bereiken", "the worst of the efforts that reach the goal")
    columns = (words.ID, words.NAME, *(Column(one, ASPECT_WORDS[one], meaning, STATE_WORDS) for one in ASPECTS))
    return Table("goal_aspects", Text("Per doel en aspect het zwaarste", "The worst per goal and aspect"), columns, rows)


def aspect_columns() -> tuple[Column, ...]:
    """Return one column per aspect."""
    meaning = Text("zoals over dit element zelf gemeld", "as reported on this very element")
    return tuple(Column(one, ASPECT_WORDS[one], meaning, STATUS_WORDS) for one in ASPECTS)


def efforts_table(seen: Progressed) -> Table:
    """Return every effort and sub-effort with its seven aspects."""
    columns = (
        words.ID,
        words.NAME,
        PART_OF,
        DATE,
        AUTHOR,
        *aspect_columns(),
        Column(
            "state",
            Text("als geheel", "as a whole"),
            Text("het zwaarste van de inspanning en haar onderdelen", "the worst of the effort and its parts"),
            STATE_WORDS,
        ),
    )
    rows = tuple((effort.id, effort.name, part_of(seen, effort.id), *_now(seen, effort.id), seen.overall[effort.id].state) for effort in seen.efforts)
    return Table("efforts", Text("Alle inspanningen en onderdelen", "All efforts and sub-efforts"), columns, rows)


def part_of(seen: Progressed, effort: str) -> str:
    """Return the effort in which an effort is nested, or nothing."""
    above = outer(seen.network, effort)
    return seen.works.original.get(above, above) if above is not None else ""


def _now(seen: Progressed, element: str) -> tuple[Cell, ...]:
    moments = seen.reported.moments.get(element, ())
    return _moment(moments[0]) if moments else (NOWHERE, "", *(NOT_REPORTED for _ in ASPECTS))


def _moment(moment: Moment) -> tuple[Cell, ...]:
    statuses = (moment.aspects[one].aspect.status if one in moment.aspects else NOT_REPORTED for one in ASPECTS)
    return (date_text(moment.date), ", ".join(moment.authors), *statuses)


def others_table(seen: Progressed) -> Table:
    """Return what was reported on goals and anything else that is no effort."""
    kinds = {one.kind: words.kind_word(seen.network, one.kind, count=1) for one in seen.others}
    columns = (
        words.ID,
        words.NAME,
        Column("kind", Text("soort", "kind"), Text("soort element", "kind of element"), kinds),
        DATE,
        AUTHOR,
        *aspect_columns(),
    )
    rows = tuple((one.id, one.name, one.kind, *_now(seen, one.id)) for one in seen.others)
    return Table("others", Text("Gemeld over doelen en andere elementen", "Reported on goals and other elements"), columns, rows)


def silent_table(seen: Progressed) -> Table:
    """Return what was not reported, each tree of efforts once."""
    columns = (
        words.ID,
        words.NAME,
        PART_OF,
        Column(
            "missing",
            Text("niet gemeld", "not reported"),
            Text("niet door de inspanning, niet erboven en niet in een onderdeel", "not by the effort, not above it and not in a part"),
        ),
        Column(
            "date", Text("laatste melding", "last report"), Text("wanneer er iets gemeld is, als dat zo is", "when something was reported, if it was")
        ),
    )
    found = progress.silent(seen)
    rows = tuple(
        (effort.id, effort.name, part_of(seen, effort.id), aspects_text(found[effort.id]), _now(seen, effort.id)[0])
        for effort in seen.efforts
        if effort.id in found
    )
    return Table("silent", Text("Niet gemeld", "Not reported"), columns, rows)


def _history(seen: Progressed) -> Table:
    rows = tuple(
        (element.id, element.name, *_moment(moment))
        for element in (*seen.efforts, *seen.others)
        for moment in seen.reported.moments.get(element.id, ())[1:]
    )
    columns = (words.ID, words.NAME, DATE, AUTHOR, *aspect_columns())
    return Table("history", Text("Eerdere meldingen", "Earlier reports"), columns, rows)
