"""The wording of a source says something else than how it is read.

Why:
    A fault of a source stays visible: its wording stands in `letterlijk`, our reading beside it. Where a year in the wording lies
    outside the reading, or the reading is none of the numbers in the wording, one of the two is wrong: the source, or a typing error in
    the model. Only years and numbers are compared; what is not read at all contradicts nothing. A fall of 15% may be read as -15,
    and "3 x € 50.000" as 150000.

Good:
    inspanningen:
      kader: {naam: Kader opstellen, planning: {letterlijk: 2019 t/m 2022, start: 2019, eind: 2022}}

Bad:
    inspanningen:
      kader: {naam: Kader opstellen, planning: {letterlijk: 2019 t/m 1922, start: 2019, eind: 2022}}

Source:
    Own practice with municipal programmes; reports that quote figures with their source (Drimmelen, annual report 2022).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR
from decimal import Decimal
from itertools import pairwise

from dinkit.finding import Severity, Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.numbers import Amount
from dinkit.model.records import Element
from dinkit.model.values import Evidence, Money, Planning, Quantity
from dinkit.network import Network
from dinkit.pattern import pattern
from dinkit.rule import Fault, Rule
from dinkit.rules._evidence import values_of
from dinkit.rules._gaps import doubtful, is_damaged_in
from dinkit.rules._places import place

_YEAR = pattern(r"(?<![0-9.,])(?:1[5-9]|20)[0-9]{2}(?![0-9])(?![.,][0-9])")
_NUMBER = pattern(
    r"(?P<number>[0-9](?:[0-9.,]*[0-9])?)\s*(?P<scale>duizend|miljoen|mln|miljard|mrd|thousand|million|billion|(?:ton|k)(?![a-z]))?", re.IGNORECASE
)
_SCALES = {
    **dict.fromkeys(("duizend", "thousand"), (3,)),
    **dict.fromkeys(("miljoen", "mln", "million"), (6,)),
    **dict.fromkeys(("miljard", "mrd", "billion"), (9,)),
    "ton": (0, 5),
    "k": (0, 3),
}
"""Word behind a number -> the zeros that it stands for; "3 ton" is a weight or 300000 euros."""
_TIMES = pattern(r"[×*]|(?<![a-z])x(?![a-z])|\b(?:maal|keer|times)\b", re.IGNORECASE)
_FALL = pattern(
    r"daling|\bda(?:alt|len)\b|afname|vermindering|verlaging|krimp|\b(?:minder|lager|decrease|decline|drop|fall|reduction|less|fewer)\b"
    r"|(?<![0-9])(?<![0-9]\s)[-−–](?=[0-9])",
    re.IGNORECASE,
)
"""Words, or a minus sign, with which a wording may say a number that is read as negative."""


_TELLING = ("name", "description", "also_known_as", "date", "target_date", "ended", "planning")
"""Fields in which an element itself may say the years of its wording."""


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per wording that its reading contradicts."""
    doubted = doubtful(network, *_TELLING)
    for element in network.elements.values():
        if element.verbatim and element.id not in doubted and (years := _YEAR.findall(element.verbatim)):
            told = _told(element)
            stray = [year for year in years if year not in told]
            if stray:
                yield _fault(network, element, (), element, stray[0])
    for held in values_of(network):
        if (
            held.record.verbatim
            and not is_damaged_in(network, held.element.id, *held.path)
            and (stray_word := _stray(held.record, held.record.verbatim))
        ):
            yield _fault(network, held.element, held.path, held.record, stray_word)


def _told(element: Element) -> str:
    """Return what the model itself says of an element, years of its dates included; not its reason, which may quote the fault."""
    fields = element.__dict__
    dates = [fields.get("date"), fields.get("target_date"), element.ended]
    planning = fields.get("planning")
    texts = [element.name, element.description or "", *element.also_known_as, *(one.text for one in dates if isinstance(one, ImpreciseDate))]
    if planning is not None:
        texts += [one.text for one in (planning.start, planning.end) if isinstance(one, ImpreciseDate)]
    return " ".join(texts)


def _stray(record: Evidence, wording: str) -> str | None:
    """Return what in the wording its reading does not have: a year of a planning, or the number of an amount."""
    if isinstance(record, Planning):
        first, last = _years(record)
        return next((year for year in _YEAR.findall(wording) if not first <= int(year) <= last), None)
    given = record.value if isinstance(record, Quantity) else record.amount if isinstance(record, Money) else None
    if not isinstance(given, Amount):
        return None
    wanted = abs(given.value) if given.value < 0 and _FALL.search(wording) else given.value
    numbers = [(match.group().strip(), _readings(match)) for match in _NUMBER.finditer(wording)]
    if any(wanted in readings for _, readings in numbers):
        return None
    if _TIMES.search(wording) and any(wanted == left * right for (_, one), (_, other) in pairwise(numbers) for left in one for right in other):
        return None
    return numbers[0][0] if numbers else None


def _years(planning: Planning) -> tuple[int, int]:
    """Return the first and the last year of a planning; what is open or not read sets no bound, and neither does an end before its start."""
    start, end = planning.start, planning.end
    first = start.first.year if isinstance(start, ImpreciseDate) else MINYEAR
    last = end.last.year if isinstance(end, ImpreciseDate) else MAXYEAR
    return (first, last) if first <= last else (MINYEAR, MAXYEAR)


def _readings(match: re.Match[str]) -> tuple[Decimal, ...]:
    """Return what a number in a wording may stand for, in Dutch and in English notation."""
    number, exponents = match["number"], _SCALES.get((match["scale"] or "").lower(), (0,))
    spelled = (number,) if number.isdigit() else (number.replace(".", "").replace(",", "."), number.replace(",", ""))
    return tuple(Decimal(one).scaleb(exponent) for one in spelled if one.count(".") <= 1 for exponent in exponents)


def _fault(network: Network, element: Element, path: tuple[str | int, ...], record: Evidence, stray: str) -> Fault:
    read = _reading(record)
    return Fault(
        Text(
            f"de bron schrijft '{stray}' ('{record.verbatim}'), maar dat is niet hoe het hier gelezen is{read}",
            f"the source writes '{stray}' ('{record.verbatim}'), but that is not how it is read here{read}",
        ),
        place(network, element.id, *path, "verbatim"),
        element.id,
        _hint(record),
    )


def _reading(record: Evidence) -> str:
    """Return the reading as the file has it, where that is one value."""
    if isinstance(record, Planning):
        start, end = (one.text if isinstance(one, ImpreciseDate) else "" for one in (record.start, record.end))
        return f" ({start}..{end})"
    given = record.value if isinstance(record, Quantity) else record.amount if isinstance(record, Money) else None
    return f" ({given.value:f})" if isinstance(given, Amount) else ""


def _hint(record: Evidence) -> Text:
    if record.reason:
        return Text(f"het model zegt waarom: {record.reason}", f"the model says why: {record.reason}")
    return Text(
        "is dit een fout van de bron, zeg dat dan met 'herkomst: afgeleid' en een 'reden'; verbeter anders de lezing",
        "if this is a fault of the source, say so with 'provenance: derived' and a 'reason'; else correct the reading",
    )


RULE = Rule("DIN801", Severity.WARNING, check)
