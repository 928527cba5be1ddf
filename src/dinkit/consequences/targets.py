"""Indicators of which a target, the baseline or the direction moved, and goals that are to be reached at another moment."""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.analyses import _words as words
from dinkit.analyses._quantities import spoken
from dinkit.comparing.comparison import Consequence, Gist
from dinkit.comparing.difference import Difference
from dinkit.comparing.values import FieldChange, item_changes
from dinkit.consequences.naming import called
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Element, Indicator
from dinkit.model.units import plain_unit
from dinkit.model.values import Quantity, number_of, unit_of
from dinkit.model.vocabulary import UNKNOWN, VALUES
from dinkit.network import Network

_NOTHING = Text("", "")


def target_consequences(difference: Difference) -> Iterator[Consequence]:
    """Yield a consequence per target, baseline or direction of an indicator that changed, and per target date of a goal or benefit."""
    for change in difference.elements:
        if change.state == "changed" and change.new is not None:
            for field in change.fields:
                yield from _consequences(difference.found.later, change.new, field)


def _consequences(network: Network, element: Element, field: FieldChange) -> Iterator[Consequence]:
    who = called(network, element.id)
    indicator = element if isinstance(element, Indicator) else None
    if field.field == "target_date":
        was, now = _date(field.old), _date(field.new)
        said = Text(f"{who.nl}: de streefdatum gaat van {was.nl} naar {now.nl}.", f"{who.en}: the target date goes from {was.en} to {now.en}.")
        yield _moved(element, said, _arrow(was, now))
    elif indicator and field.field == "targets":
        for item in item_changes(field):
            yield from _target(indicator, who, item.old, item.new)
    elif indicator and field.field == "baseline":
        was, now = (_value(value, indicator) for value in (field.old, field.new))
        if was != now:
            said = Text(f"{who.nl}: de nulmeting gaat van {was.nl} naar {now.nl}.", f"{who.en}: the baseline goes from {was.en} to {now.en}.")
            yield _moved(indicator, said, _arrow(was, now, Text("nulmeting ", "baseline ")))
    elif indicator and field.field == "direction":
        was, now = (_direction(value) for value in (field.old, field.new))
        said = Text(f"{who.nl}: beter is nu {now.nl} (was {was.nl}).", f"{who.en}: better is {now.en} now (was {was.en}).")
        yield _moved(indicator, said, _arrow(was, now))


def _moved(element: Element, said: Text, what: Text) -> Consequence:
    """Return a consequence; among others it is told by the name of what it is about, and what moved."""
    name = words.quoted(element.name or element.id)
    head = Text("Streefwaarden of streefdata veranderd", "Targets or target dates moved")
    return Consequence("target-moved", said, element.id, Gist("", head, Text(f"{name} ({what.nl})", f"{name} ({what.en})"), alone=5))


def _arrow(was: Text, now: Text, before: Text = _NOTHING) -> Text:
    return Text(f"{before.nl}{was.nl} → {now.nl}", f"{before.en}{was.en} → {now.en}")


def _target(indicator: Indicator, who: Text, old: Quantity | None, new: Quantity | None) -> Iterator[Consequence]:
    was, now = (_value(value, indicator) for value in (old, new))
    on, then = (_for(value) for value in (new or old, old or new))
    if old is None:
        said = Text(f"{who.nl}: nieuwe streefwaarde{on.nl}: {now.nl}.", f"{who.en}: new target{on.en}: {now.en}.")
    elif new is None:
        said = Text(f"{who.nl}: de streefwaarde{on.nl} vervalt: {was.nl}.", f"{who.en}: the target{on.en} is dropped: {was.en}.")
    elif on != then:
        said = Text(
            f"{who.nl}: de streefwaarde gaat van {was.nl}{then.nl} naar {now.nl}{on.nl}{_bar(indicator, old, new).nl}.",
            f"{who.en}: the target goes from {was.en}{then.en} to {now.en}{on.en}{_bar(indicator, old, new).en}.",
        )
    elif was != now:
        bar = _bar(indicator, old, new)
        said = Text(
            f"{who.nl}: de streefwaarde{on.nl} gaat van {was.nl} naar {now.nl}{bar.nl}.",
            f"{who.en}: the target{on.en} goes from {was.en} to {now.en}{bar.en}.",
        )
    else:  # only where it comes from, or how the source has it
        return
    yield _moved(indicator, said, _arrow(was, now) if on == then else _arrow(*(Text(a.nl + b.nl, a.en + b.en) for a, b in ((was, then), (now, on)))))


def _bar(indicator: Indicator, old: Quantity, new: Quantity) -> Text:
    """Say whether the target is further away than before, where the direction says so."""
    was, now = number_of(old), number_of(new)
    comparable = plain_unit(unit_of(old)) == plain_unit(unit_of(new)) and old.relative_to == new.relative_to
    if was is None or now is None or was == now or not comparable or indicator.direction not in ("higher", "lower"):
        return Text("", "")
    harder = (now > was) == (indicator.direction == "higher")
    return Text(" (de lat gaat omhoog)", " (the bar is raised)") if harder else Text(" (de lat gaat omlaag)", " (the bar is lowered)")


def _value(value: Quantity | None, indicator: Indicator) -> Text:
    return Text("niets", "nothing") if value is None else spoken(value, indicator.unit, indicator.scale)


def _for(value: Quantity | None) -> Text:
    """Return for when and for whom a target holds."""
    if value is None:
        return Text("", "")
    when = Text(f" voor {value.date.text}", f" for {value.date.text}") if isinstance(value.date, ImpreciseDate) else Text("", "")
    group = f" ({value.group})" if value.group and value.group != UNKNOWN else ""
    return Text(when.nl + group, when.en + group)


def _date(value: ImpreciseDate | str | None) -> Text:
    if isinstance(value, ImpreciseDate):
        return Text(value.text, value.text)
    return Text("onbekend", "unknown") if value == UNKNOWN else Text("open", "open") if value else Text("geen", "none")


def _direction(value: str | None) -> Text:
    return Text(VALUES["direction"][value], value) if value else words.joined([Text("niet gezegd", "not said")])
