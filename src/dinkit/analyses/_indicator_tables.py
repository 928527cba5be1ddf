"""The tables of the `indicators` analysis."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context

from dinkit.analyses import _indicator_words as say
from dinkit.analyses import _words as words
from dinkit.analyses._aims import Aim
from dinkit.analyses._frequency import is_stale, missing, parse_frequency
from dinkit.analyses._quantities import spoken, two_digits
from dinkit.analyses._series import Series
from dinkit.analysis import Cell, Column, Table
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.values import number_of
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network

_TARGET = Column("target", Text("streefwaarde", "target"), Text("de waarde waarnaar gestreefd wordt", "the value aimed for"))
_DUE = Column("due", Text("voor", "by"), Text("wanneer zij bereikt moet zijn", "when it must be reached"))
_GROUP = Column("group", Text("groep", "group"), Text("de deelgroep waarvoor de waarde geldt", "the subgroup that the value holds for"))
_VALUE = Column("value", Text("waarde", "value"), Text("de laatste meting die meetelt", "the latest measurement that counts"))
_MEASURED = Column("measured", Text("gemeten", "measured"), Text("de datum daarvan", "its date"))
_EDITION = Column("edition", Text("editie", "edition"), Text("de oudste editie die het geeft", "the earliest edition that gives it"))
_SOURCE = Column("sources", Text("bron", "source"), Text("waar het op rust", "what it rests on"))

_SIX_DIGITS = Context(prec=6)


def indicators_table(network: Network, series: Sequence[Series]) -> Table:
    """Return one row per indicator: how it is measured, and how that is kept up."""
    columns = (
        words.ID,
        words.NAME,
        Column("measures", Text("meet", "measures"), Text("ids van wat ermee gemeten wordt", "ids of what is measured with it")),
        Column("unit", Text("eenheid", "unit"), Text("waarin gemeten wordt", "what it is measured in")),
        Column("direction", Text("richting", "direction"), Text("welke kant beter is", "which way is better"), say.DIRECTIONS),
        Column("baseline", Text("nulmeting", "baseline"), Text("de waarde bij het begin", "the value at the start")),
        Column("started", Text("op", "on"), Text("de datum van de nulmeting", "the date of the baseline")),
        Column(
            "points", Text("metingen", "measurements"), Text("waarden die meetellen, zonder de nulmeting", "values that count, without the baseline")
        ),
        Column(
            "left_out",
            Text("tellen niet", "left out"),
            Text("waarden die niet meetellen; waarom, staat in de reeks", "values that do not count; the series says why"),
        ),
        Column("latest", Text("laatste", "latest"), Text("datum van de laatste waarde die meetelt", "date of the latest value that counts")),
        Column("frequency", Text("frequentie", "frequency"), Text("hoe vaak gemeten zou worden", "how often it should be measured")),
        Column(
            "upkeep",
            Text("bijgehouden", "upkeep"),
            Text("verouderd: ouder dan anderhalf keer de frequentie", "stale: older than one and a half times the frequency"),
            say.UPKEEP,
        ),
        Column("missing", Text("ontbreekt", "missing"), Text("perioden zonder meting", "periods without a measurement")),
    )
    return Table("indicators", Text("Indicatoren", "Indicators"), columns, tuple(_indicator(network, one) for one in series))


def _indicator(network: Network, series: Series) -> tuple[Cell, ...]:
    found, baseline = series.indicator, series.baseline
    measured = [point for point in series.points if point.kind != "baseline"]
    counted = [point for point in measured if not point.marks]
    return (
        found.id,
        found.name,
        tuple(relation.target for relation in network.outgoing(found.id, "measures")),
        series.unit or "",
        found.direction or "",
        spoken(baseline.value, series.unit, found.scale) if baseline else None,
        _when(baseline.date) if baseline else "",
        len(counted),
        len(measured) - len(counted),
        _when(max((point.date for point in counted if point.date), key=lambda date: date[:2][::-1], default=None)),
        found.frequency if found.frequency != UNKNOWN else Text("onbekend", "unknown"),
        upkeep(series),
        _missing(series),
    )


def upkeep(series: Series) -> str:
    """Return how the measuring of an indicator is kept up: a code of `UPKEEP`."""
    measured = [point for point in series.points if not point.marks]
    frequency = parse_frequency(series.indicator.frequency)
    if not measured:
        return "never"
    if series.indicator.frequency in (None, UNKNOWN):
        return "no_frequency"
    if frequency is None:
        return "unclear_frequency"
    if series.at is None:
        return "no_reference_date"
    dates = [point.date.last for point in measured if point.date]
    if not dates:
        return "undated"
    return "stale" if is_stale(frequency, max(dates), series.at) else "fresh"


def _missing(series: Series) -> tuple[str, ...]:
    frequency = parse_frequency(series.indicator.frequency)
    dates = [point.date for point in series.points if point.date and not point.marks]
    return missing(frequency, dates, series.at) if frequency else ()


def targets_table(aims: Sequence[Aim]) -> Table:
    """Return one row per target: how far it is."""
    columns = (
        words.ID,
        words.NAME,
        _TARGET,
        _GROUP,
        _DUE,
        Column("wanted", Text("als getal", "as number"), Text("wat dat in dezelfde maat is", "what that is in the same measure")),
        Column("baseline", Text("nulmeting", "baseline"), Text("waar de weg begint", "where the way begins")),
        _VALUE,
        _MEASURED,
        Column(
            "percent",
            Text("% van de weg", "% of the way"),
            Text("(waarde - nulmeting) / (streefwaarde - nulmeting), in twee cijfers", "(value - baseline) / (target - baseline), in two digits"),
        ),
        Column(
            "why",
            Text("niet te berekenen omdat", "cannot be computed because"),
            Text("waarom er geen percentage is", "why there is no percentage"),
            say.WHY,
        ),
        Column(
            "to_go",
            Text("te gaan", "to go"),
            Text("streefwaarde min waarde, of de stappen daartussen", "target minus value, or the steps between them"),
        ),
        Column("reached", Text("bereikt", "reached"), Text("of de waarde voldoet aan de streefwaarde", "whether the value meets the target")),
        _EDITION,
        _SOURCE,
    )
    return Table("targets", Text("Streefwaarden", "Targets"), columns, tuple(_target(aim) for aim in aims))


def _target(aim: Aim) -> tuple[Cell, ...]:
    found, value = aim.series.indicator, aim.latest.value if aim.latest else None
    return (
        found.id,
        found.name,
        wanted_words(aim),
        (aim.target.group or "") if aim.target else "",
        _when(aim.date),
        aim.wanted,
        aim.start,
        spoken(value, aim.series.unit, found.scale) if value else None,
        _when(aim.latest.date) if aim.latest else "",
        two_digits(aim.progress * 100) if aim.progress is not None else None,
        aim.why_no_progress,
        say.steps_to_go(aim.steps_to_go) if aim.steps_to_go is not None else aim.to_go,
        aim.reached,
        aim.edition,
        (aim.target.source or found.source) if aim.target else (),
    )


def wanted_words(aim: Aim) -> Text | None:
    """Return the target of an aim in words."""
    return spoken(aim.target, aim.series.unit, aim.series.indicator.scale) if aim.target else None


def line_table(aims: Sequence[Aim]) -> Table:
    """Return one row per target: on which side of the straight line it is."""
    columns = (
        words.ID,
        _TARGET,
        _DUE,
        _MEASURED,
        Column(
            "status",
            Text("stand", "status"),
            Text("tegen de rechte lijn van nulmeting naar streefwaarde", "against the straight line from baseline to target"),
            say.STATES,
        ),
        Column("why", Text("niet te zeggen omdat", "cannot tell because"), Text("waarom er geen stand is", "why there is no status"), say.WHY),
        _VALUE,
        Column("expected", Text("volgens de lijn", "by the line"), Text("wat de lijn dan vraagt", "what the line asks for then")),
        Column(
            "tempo",
            Text("tempo", "tempo"),
            Text(
                "afgelegde weg gedeeld door de weg volgens de lijn, in twee cijfers",
                "way gone divided by the way that the line asks for, in two digits",
            ),
        ),
    )
    return Table("line", Text("Tegen de lijn", "Against the line"), columns, tuple(_line(aim) for aim in aims if aim.target is not None))


def _line(aim: Aim) -> tuple[Cell, ...]:
    stance = aim.stance
    return (
        aim.series.indicator.id,
        wanted_words(aim),
        _when(aim.date),
        _when(aim.latest.date) if aim.latest else "",
        stance.state or "cannot_tell",
        stance.why,
        number_of(aim.latest.value) if aim.latest else None,
        _SIX_DIGITS.plus(stance.expected).normalize() + 0 if stance.expected is not None else None,
        two_digits(stance.tempo) if stance.tempo is not None else None,
    )


def series_table(series: Sequence[Series]) -> Table:
    """Return one row per value that was measured, with why it does not count where it does not."""
    columns = (
        words.ID,
        Column("point", Text("waarde-id", "value id"), Text("de id van meting of resultaat", "the id of the measurement or result")),
        Column("kind", Text("soort", "kind"), Text("wat voor waarde het is", "what sort of value it is"), say.KINDS),
        Column("date", Text("datum", "date"), Text("het moment of de periode", "the moment or the period")),
        _GROUP,
        Column("value", Text("waarde", "value"), Text("zoals gemeten, met eenheid", "as measured, with its unit")),
        Column("number", Text("getal", "number"), Text("de waarde zonder eenheid", "the value without its unit")),
        Column("counting", Text("telling", "counting"), Text("hoe het geteld is", "how it was counted"), say.COUNTINGS),
        Column(
            "not_same",
            Text("niet dezelfde maat", "not the same measure"),
            Text("waarom de waarde niet meetelt", "why the value does not count"),
            say.MARK_WORDS,
        ),
        _EDITION,
        _SOURCE,
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.indicator.id,
            point.element if point.kind != "baseline" else "",
            point.kind,
            _when(point.date),
            point.value.group or "",
            spoken(point.value, one.unit, one.indicator.scale),
            number_of(point.value),
            point.counting[0] if point.counting else "",
            point.marks,
            point.edition,
            point.sources,
        )
        for one in series
        for point in one.points
    )
    return Table("series", Text("Reeksen", "Series"), columns, rows)


def _when(date: ImpreciseDate | None) -> str:
    return date.text if date else ""
