"""A year lies far from all others in the model.

Why:
    A contract that prints "2019 t/m 1922" means 2022: a slip in the century or a digit makes a date that no reader believes and every calculation takes.
    A year more than 50 years from the middle one of all years in the model is such a slip. The wording of the source stays in `letterlijk`, the
    reading beside it. Sources and agreements are not asked (a law may be old), nor a decision that is simply old, and a planning that ends
    before it starts has a finding already (DIN501).

Good:
    inspanningen:
      loket: {naam: Loket openen, planning: 2019}
      beurs: {naam: Beurs houden, planning: 2020}
      kader: {naam: Kader opstellen, planning: 2022}

Bad:
    inspanningen:
      loket: {naam: Loket openen, planning: 2019}
      beurs: {naam: Beurs houden, planning: 2020}
      kader: {naam: Kader opstellen, planning: 1922}

Source:
    Programme contract Economie en Participatie, Almelo 2019, § 3.1.3/7 (a year that cannot be right); the distance is our own.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.dates import ImpreciseDate, Period
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._places import place
from dinkit.rules._words import quoted_name
from dinkit.tuples import NamedTuple

FAR = 50
"""Years from the middle one."""
_NEAR = 10
"""So many years from the middle one an old decision may be meant, when its century is wrong."""
LEAST = 3
"""Fewer dates than this have no middle."""
_DATES = {
    "programme": ("date", "ended"),
    "goal": ("target_date", "ended"),
    "benefit": ("target_date", "ended"),
    "effort": ("ended",),
    "measurement": ("date",),
    "result": ("date", "since"),
    "progress": ("date",),
    "resource": (),
    "assumption": ("test_date",),
    "milestone": ("date",),
    "decision": ("date",),
}
"""Kind -> its dates, beside a planning and the period of money."""


class Dated(NamedTuple):
    """One date: its element, where in it, and the date."""

    element: str
    path: tuple[str | int, ...]
    date: ImpreciseDate


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per date in another age."""
    dates = list(_dates(network))
    if len(dates) < LEAST or not network.complete:
        return
    years = sorted(one.date.first.year for one in dates)
    middle = years[len(years) // 2]
    if years[-1] - middle <= FAR and middle - years[0] <= FAR:
        return
    for one in dates:
        if abs(one.date.first.year - middle) > FAR and not _is_old_decision(network, one, middle):
            yield _fault(network, one, middle)


def _dates(network: Network) -> Iterator[Dated]:
    for element in network.elements.values():
        names = _DATES.get(element.kind)
        if names is None:
            continue
        fields = element.__dict__
        for name in names:
            date = fields.get(name)
            if date.__class__ is ImpreciseDate:
                yield Dated(element.id, (name,), date)
        planning = fields.get("planning")
        if planning is not None:
            yield from _ends(element.id, ("planning",), planning.start, planning.end)
        for index, money in enumerate(fields.get("money", ())):
            if money.period.__class__ is Period:
                yield from _ends(element.id, ("money", index, "period"), money.period.start, money.period.end)


def _ends(element: str, path: tuple[str | int, ...], start: ImpreciseDate | str | None, end: ImpreciseDate | str | None) -> Iterator[Dated]:
    """Yield both ends of a period once each; none when they contradict each other already."""
    if isinstance(start, ImpreciseDate) and isinstance(end, ImpreciseDate):
        if start == end:
            yield Dated(element, path, start)
        elif end.last >= start.first:
            yield from (Dated(element, (*path, "start"), start), Dated(element, (*path, "end"), end))
    elif isinstance(start, ImpreciseDate):
        yield Dated(element, (*path, "start"), start)
    elif isinstance(end, ImpreciseDate):
        yield Dated(element, (*path, "end"), end)


def _is_old_decision(network: Network, found: Dated, middle: int) -> bool:
    """Say whether a date may well be that of a decision of long ago, such as a law, and not of one with a slip in the century."""
    year = found.date.first.year
    return network.elements[found.element].kind == "decision" and year < middle and abs(_meant(year, middle) - middle) > _NEAR


def _meant(year: int, middle: int) -> int:
    """Return the year of this century, as the model has it, that ends in the same two digits."""
    meant = middle // 100 * 100 + year % 100
    return meant + (100 if middle - meant > FAR else -100 if meant - middle > FAR else 0)


def _fault(network: Network, found: Dated, middle: int) -> Fault:
    name, year = quoted_name(network, found.element), found.date.first.year
    meant = _meant(year, middle)
    return Fault(
        Text(
            f"{name} noemt {year}, {abs(year - middle)} jaar van de andere jaren in dit model",
            f"{name} names {year}, {abs(year - middle)} years from the other years in this model",
        ),
        place(network, found.element, *found.path),
        found.element,
        Text(
            f"bedoelt u {meant}? Staat het zo in de bron, zet dat dan in 'letterlijk' en uw lezing ernaast",
            f"did you mean {meant}? If the source has it so, put that in 'verbatim' and your reading beside it",
        ),
    )


RULE = Rule("DIN510", Severity.WARNING, check)
