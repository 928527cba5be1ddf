"""Rows of a CSV file -> measurements to add to a model, with everything that keeps a row out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from dinkit.editing import refusals
from dinkit.editing.notation import EitherNumberError, NoDateError, NoNumberError, Style, is_either, read_date, read_number, style_of
from dinkit.editing.table import Complaint, CsvTable, Row
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import LONGEST_ID, Indicator, Measurement
from dinkit.model.units import plain_unit
from dinkit.model.values import Quantity, number_of, unit_of
from dinkit.network import Network


class Addition(NamedTuple):
    """One measurement to add: the row that it comes from, its id and what it says."""

    row: int
    id: str
    indicator: str
    value: Decimal | str
    """A number, or a step of the scale."""
    date: ImpreciseDate
    unit: str | None = None
    qualifier: str | None = None
    group: str | None = None
    verbatim: str | None = None
    source: str | None = None
    note: str | None = None


class Batch(NamedTuple):
    """A CSV file as understood against a model: what to add, what is there already, and what is wrong."""

    additions: tuple[Addition, ...]
    skipped: tuple[Complaint, ...]
    complaints: tuple[Complaint, ...]
    notes: tuple[Text, ...]


class _Known(NamedTuple):
    """A value that is there already: of which element or row, and what it is."""

    where: Text
    value: Decimal | str
    unit: str | None


_Key = tuple[str, ImpreciseDate, str]


def understood(network: Network, table: CsvTable) -> Batch:
    """Check every row of a CSV file against a model.

    Args:
        network: the model; measurements of its earlier editions count as there already.
        table: the file as read; its own complaints and notes are kept.
    """
    reading = _Reading(network, table)
    for row in table.rows:
        reading.row(row)
    complaints = sorted([*table.complaints, *reading.complaints], key=lambda one: one.row)
    return Batch(tuple(reading.additions), tuple(reading.skipped), tuple(complaints), (*table.notes, *reading.notes()))


class _Reading:
    """The rows of one file while they are read."""

    def __init__(self, network: Network, table: CsvTable) -> None:
        self.table = table
        self.style = style_of((row.cells.get("value", "") for row in table.rows), table.delimiter)
        self.indicators = {one.id: one for one in network.of(Indicator)}
        self.network = network
        self.known = dict(_measured(network))
        self.taken = {name for edition in network.editions() for name in (*edition.elements, *edition.origins)}
        self.prefix = _prefix(network)
        self.additions: list[Addition] = []
        self.skipped: list[Complaint] = []
        self.complaints: list[Complaint] = []
        self.assumed: list[tuple[str, Decimal]] = []

    def complain(self, row: Row, column: str, message: Text) -> None:
        self.complaints.append(Complaint(row.number, self.table.columns.get(column, ""), message))

    def notes(self) -> Iterator[Text]:
        """Yield what the reader of the preview should look at."""
        if self.assumed:
            cell, number = self.assumed[0]
            more = len(self.assumed) - 1
            yield Text(
                f"'{cell}' is gelezen als {number:f}{f' (en zo nog {more})' if more else ''}: klopt dat?",
                f"'{cell}' was read as {number:f}{f' (and so were {more} more)' if more else ''}: is that right?",
            )

    def row(self, row: Row) -> None:
        """Turn one row into a measurement, or say all that is wrong with it."""
        indicator, date = self.indicator(row), self.date(row)
        value = self.value(row, indicator) if indicator is not None else None
        if indicator is None or date is None or value is None:
            return
        addition = Addition(
            row.number,
            "",
            indicator.id,
            value.value,
            date,
            value.unit,
            value.qualifier,
            *(row.cells.get(name) or None for name in ("group", "verbatim", "source", "note")),
        )
        if self.is_new(row, addition):
            name = self.new_id(addition)
            self.taken.add(name)
            self.additions.append(addition._replace(id=name))

    def indicator(self, row: Row) -> Indicator | None:
        given = row.cells.get("indicator")
        if given is None:
            return None
        found = self.indicators.get(given)
        if found is None:
            self.complain(row, "indicator", refusals.no_indicator(self.network, self.indicators, given))
        return found

    def date(self, row: Row) -> ImpreciseDate | None:
        given = row.cells.get("date")
        if given is None:
            return None
        try:
            return read_date(given)
        except NoDateError as error:
            self.complain(row, "date", refusals.no_date(given, in_grammar=error.in_grammar))
            return None

    def value(self, row: Row, indicator: Indicator) -> _Value | None:
        given = row.cells.get("value")
        if given is None:
            return None
        if indicator.scale:
            step = next((one for one in indicator.scale if one.lower() == given.lower()), None)
            if step is None:
                self.complain(row, "value", refusals.no_step(given, indicator.scale))
            return _Value(step) if step is not None else None
        try:
            amount = read_number(given, self.style)
        except EitherNumberError as error:
            self.complain(row, "value", refusals.either(given, error))
            return None
        except NoNumberError:
            self.complain(row, "value", refusals.no_number(given))
            return None
        if is_either(given) and _is_assumed(self.style):
            self.assumed.append((given, amount.value))
        return self.in_unit(row, indicator, _Value(amount.value, amount.unit, amount.qualifier))

    def in_unit(self, row: Row, indicator: Indicator, value: _Value) -> _Value | None:
        """Return the value with its unit as the indicator spells it, or complain that it has another one."""
        cell = row.cells.get("unit") or None
        if value.unit and cell and plain_unit(value.unit) != plain_unit(cell):
            message = Text(f"de waarde is in '{value.unit}', de kolom zegt '{cell}'", f"the value is in '{value.unit}', the column says '{cell}'")
            self.complain(row, "value", message)
            return None
        given = cell or value.unit
        own = list(_units(self.network, indicator))
        fitting = next((unit for unit in own if plain_unit(unit) == plain_unit(given)), None)
        if given and own and fitting is None:
            message = Text(
                f"'{given}' is niet de eenheid van '{indicator.id}': die is '{own[0]}'; dinkit rekent niets om",
                f"'{given}' is not the unit of '{indicator.id}', which is '{own[0]}'; dinkit converts nothing",
            )
            self.complain(row, "unit" if cell else "value", message)
            return None
        return value._replace(unit=(fitting or given) if given else None)

    def is_new(self, row: Row, addition: Addition) -> bool:
        """Say whether a measurement is to be added: the same value is skipped, another one for the same date is wrong."""
        key = (addition.indicator, addition.date._replace(text=""), _group(addition.group))
        known = self.known.get(key)
        if known is None or not self.is_same_measure(addition, known):
            where = Text(f"rij {row.number}", f"row {row.number}")
            self.known[key] = _Known(where, addition.value, addition.unit)
            return True
        if known.value == addition.value:
            message = Text(f"staat er al ({known.where.nl}) en wordt overgeslagen", f"is already there ({known.where.en}) and is skipped")
            self.skipped.append(Complaint(row.number, "", message))
            return False
        group = f" ({addition.group})" if addition.group else ""
        shown, there = refusals.shown(addition.value), refusals.shown(known.value)
        message = Text(
            f"'{addition.indicator}' heeft voor {addition.date.text}{group} al {there.nl} ({known.where.nl}), hier staat {shown.nl}",
            f"'{addition.indicator}' has {there.en} for {addition.date.text}{group} already ({known.where.en}), here it is {shown.en}",
        )
        self.complain(row, "value", message)
        return False

    def is_same_measure(self, addition: Addition, known: _Known) -> bool:
        """Say whether a value that is there already is in the unit of its indicator; one in another unit contradicts nothing."""
        own = next(_units(self.network, self.indicators[addition.indicator]), None)
        return known.unit is None or own is None or plain_unit(known.unit) == plain_unit(own)

    def new_id(self, addition: Addition) -> str:
        """Return an id that no element of any edition has."""
        words = [addition.indicator.removeprefix("indicator-"), addition.date.text, addition.group or ""]
        name = f"{self.prefix}{'-'.join(slug for slug in map(refusals.slug, words) if slug)}"[:LONGEST_ID].rstrip("-")
        candidate, number = name, 1
        while candidate in self.taken:
            number += 1
            candidate = f"{name[: LONGEST_ID - len(str(number)) - 1]}-{number}"
        return candidate


class _Value(NamedTuple):
    value: Decimal | str
    unit: str | None = None
    qualifier: str | None = None


def _is_assumed(style: Style) -> bool:
    return not style.dutch and not style.english


def _measured(network: Network) -> Iterator[tuple[_Key, _Known]]:
    """Yield what is measured already, in this edition and in earlier ones; the latest edition comes last and wins."""
    for edition in reversed(list(network.editions())):
        for found in edition.of(Measurement):
            value = found.value
            if value is None or value.relative_to is not None or not isinstance(found.date, ImpreciseDate):
                continue
            number = number_of(value)
            known = _Known(Text(f"'{found.id}'", f"'{found.id}'"), number if number is not None else str(value.value), unit_of(value))
            for relation in edition.outgoing(found.id, "of"):
                yield (relation.target, found.date._replace(text=""), _group(value.group)), known


def _group(group: str | None) -> str:
    return " ".join((group or "").lower().split())


def _units(network: Network, indicator: Indicator) -> Iterator[str]:
    """Yield the unit of an indicator; of one that has none, those of its values."""
    if indicator.unit is not None and plain_unit(indicator.unit):
        yield indicator.unit
        return
    measured = [network.elements[relation.source] for relation in network.incoming(indicator.id, "of")]
    values: list[Quantity | None] = [indicator.baseline, *indicator.targets, *(one.value for one in measured if isinstance(one, Measurement))]
    for value in values:
        unit = unit_of(value) if value is not None and value.relative_to is None else None
        if unit is not None and plain_unit(unit):
            yield unit


def _prefix(network: Network) -> str:
    """Return how the ids of measurements begin in this model, where all of them do so."""
    ids = [found.id for found in network.of(Measurement)]
    return next((prefix for prefix in ("meting-", "measurement-") if ids and all(name.startswith(prefix) for name in ids)), "")
