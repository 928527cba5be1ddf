"""The aspects that were reported, one by one: what stands out, what was told about it and what is no longer reported."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.analyses import _progress as progress
from dinkit.analyses import _words as words
from dinkit.analyses._phrases import NOWHERE, comma, date_text, told
from dinkit.analyses._progress import ASPECTS, STATUSES, Progressed, Said
from dinkit.analyses._progress_words import ASPECT, AUTHOR, DATE, DIRECTION, FIELD_WORDS, STATUS, STATUS_WORDS
from dinkit.analysis import Column, Table
from dinkit.finding import Text
from dinkit.model.records import Element


class Line(NamedTuple):
    """One aspect of one element, as it was reported."""

    element: Element
    aspect: str
    said: Said
    before: Said | None
    direction: str


def lines(seen: Progressed) -> list[Line]:
    """Return every aspect that counts now: efforts and goals as in the printed tree, then other elements."""
    return [
        Line(element, aspect, found.said, found.before, found.direction)
        for element in (*seen.efforts, *seen.others)
        for aspect in ASPECTS
        for found in [progress.standing(seen.reported.moments.get(element.id, ()), aspect)]
        if found.said is not None
    ]


def exceptions(seen: Progressed) -> list[Line]:
    """Return the orange and red aspects, red first."""
    found = [line for line in lines(seen) if line.said.aspect.status in progress.EXCEPTIONS]
    return sorted(found, key=lambda line: progress.EXCEPTIONS.index(line.said.aspect.status))


def dropped(seen: Progressed) -> list[tuple[Element, str, Said]]:
    """Return every aspect that was reported before and is not in the latest report, with what was said last; red and orange first."""
    found = [
        (element, aspect, where.before)
        for element in (*seen.efforts, *seen.others)
        for aspect in ASPECTS
        for where in [progress.standing(seen.reported.moments.get(element.id, ()), aspect)]
        if where.direction == "dropped" and where.before is not None
    ]
    return sorted(found, key=lambda one: STATUSES.index(one[2].aspect.status))


def exceptions_table(seen: Progressed) -> Table:
    """Return the exceptions, each with where it came from and what it lacks."""
    columns = (
        words.ID,
        words.NAME,
        ASPECT,
        STATUS,
        DIRECTION,
        Column("before", Text("vorige keer", "last time"), Text("de stand daarvoor, met de datum", "the status before it, with its date")),
        DATE,
        AUTHOR,
        Column(
            "lacks",
            Text("ontbreekt", "lacks"),
            Text("rood en oranje vragen om oorzaak, gevolg en maatregel", "orange and red need cause, consequence and measure"),
        ),
    )
    rows = tuple((*_stands(line), line.direction, _before(line.before), *_by(line.said), lacks_text(line.said)) for line in exceptions(seen))
    return Table("exceptions", Text("Uitzonderingen, rood eerst", "Exceptions, red first"), columns, rows)


def explanations_table(seen: Progressed) -> Table:
    """Return what was told about aspects, that of the exceptions first."""
    rest = [line for line in lines(seen) if line.said.aspect.status not in progress.EXCEPTIONS]
    columns = (
        words.ID,
        ASPECT,
        STATUS,
        Column("explanation", Text("toelichting", "explanation"), Text("wat erachter zit", "what lies behind it")),
        Column("cause", Text("oorzaak", "cause"), Text("waardoor het komt", "what brings it about")),
        Column("effect", Text("gevolg", "consequence"), Text("wat ervan komt", "what follows from it")),
        Column("response", Text("maatregel", "measure"), Text("wat eraan gedaan wordt", "what is done about it")),
    )
    rows = tuple(
        (line.element.id, line.aspect, line.said.aspect.status, *texts) for line in (*exceptions(seen), *rest) if any(texts := texts_of(line.said))
    )
    return Table("explanations", Text("Wat erbij verteld is", "What was told about it"), columns, rows)


def dropped_table(seen: Progressed) -> Table:
    """Return what is no longer reported."""
    columns = (
        words.ID,
        words.NAME,
        ASPECT,
        Column(
            "before",
            Text("stond op", "stood at"),
            Text("de stand toen het voor het laatst gemeld is", "the status when it was last reported"),
            STATUS_WORDS,
        ),
        DATE,
    )
    rows = tuple((element.id, element.name, aspect, said.aspect.status, date_text(said.date)) for element, aspect, said in dropped(seen))
    return Table("dropped", Text("Eerder gemeld, nu niet meer", "Reported before, not any more"), columns, rows)


def lacks_text(said: Said) -> Text:
    """Return which of cause, consequence and measure an exception does not tell, in words."""
    return comma([FIELD_WORDS[field] for field in progress.lacking(said.aspect)])


def texts_of(said: Said) -> tuple[str, str, str, str]:
    """Return explanation, cause, effect and response; empty where nothing is told."""
    found = said.aspect
    return told(found.explanation), told(found.cause), told(found.effect), told(found.response)


def _stands(line: Line) -> tuple[str, str, str, str]:
    return line.element.id, line.element.name, line.aspect, line.said.aspect.status


def _by(said: Said) -> tuple[Text, str]:
    return date_text(said.date), said.author or ""


def _before(said: Said | None) -> Text:
    if said is None:
        return NOWHERE
    word, date = STATUS_WORDS[said.aspect.status], date_text(said.date)
    return Text(f"{word.nl} ({date.nl})", f"{word.en} ({date.en})")
