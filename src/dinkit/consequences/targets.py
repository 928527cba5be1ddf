"""Indicators of which a target, the baseline or the direction moved, and goals that are to be reached at another moment."""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.analyses import _words as words
from dinkit.analyses._quantities import spoken
from dinkit.comparing.comparison import Consequence, Gist
from dinkit.comparing.difference import Difference
from dinkit.comparing.values import FieldChange, item_changes
from dinkit.consequences.naming import called, name_of
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Element, Indicator
from dinkit.model.units import plain_unit
from dinkit.model.values import Quantity, number_of, unit_of
from dinkit.model.vocabulary import UNKNOWN, VALUES
from dinkit.naming import named
from dinkit.network import Network

_NOTHING = Text("", "")


def target_consequences(difference: Difference) -> Iterator[Consequence]:
    """Yield a consequence per target, baseline, unit, direction or aim of an indicator that changed, and per target date of a goal or benefit.

    An indicator that went took its targets along. Of what could not be read nothing is told.
    """
    for change in difference.elements:
        if change.sure and change.old is not None and change.new is not None:
            moved = {field.field for field in change.fields}
            for field in change.fields:
                if field.field == "unit" and "targets" in moved:  # told with the targets
                    continue
                yield from _consequences(difference.found.later, change.old, change.new, field)
        elif change.sure and isinstance(change.old, Indicator) and change.old.targets and not change.after:
            yield _lost(difference, change.old)
    yield from _unmeasured(difference)


def _consequences(network: Network, old: Element, new: Element, field: FieldChange) -> Iterator[Consequence]:
    if isinstance(old, Indicator) and isinstance(new, Indicator):
        yield from _of_indicator(called(network, new.id), old, new, field)
    elif field.field == "target_date":
        who = called(network, new.id)
        was, now = _date(field.old), _date(field.new)
        said = Text(f"{who.nl}: de streefdatum gaat van {was.nl} naar {now.nl}.", f"{who.en}: the target date goes from {was.en} to {now.en}.")
        yield _moved(new, said, _arrow(was, now))


def _of_indicator(who: Text, old: Indicator, new: Indicator, field: FieldChange) -> Iterator[Consequence]:
    """Yield what a field of an indicator means; each value has the unit of its own version."""
    if field.field == "targets":
        for item in item_changes(field):
            yield from _target((old, new), who, item.old, item.new)
    elif field.field == "baseline":
        was, now = _value(field.old, old), _value(field.new, new)
        if was != now:
            said = Text(f"{who.nl}: de nulmeting gaat van {was.nl} naar {now.nl}.", f"{who.en}: the baseline goes from {was.en} to {now.en}.")
            yield _moved(new, said, _arrow(was, now, Text("nulmeting ", "baseline ")))
    elif field.field == "direction":
        was, now = (_direction(value) for value in (field.old, field.new))
        said = Text(f"{who.nl}: beter is nu {now.nl} (was {was.nl}).", f"{who.en}: better is {now.en} now (was {was.en}).")
        yield _moved(new, said, _arrow(was, now))
    elif field.field == "unit" and any(unit_of(value) is None for value in new.targets):
        was, now = (_in(value) for value in (field.old, field.new))
        said = Text(
            f"{who.nl}: de eenheid gaat van {was.nl} naar {now.nl}, ook die van de streefwaarde.",
            f"{who.en}: the unit goes from {was.en} to {now.en}, that of the target too.",
        )
        yield _moved(new, said, _arrow(was, now, Text("eenheid ", "unit ")))


def _in(unit: str | None) -> Text:
    return Text(f"'{unit}'", f"'{unit}'") if unit and unit != UNKNOWN else Text("niets", "nothing")


def _lost(difference: Difference, indicator: Indicator) -> Consequence:
    """Tell of an indicator that went, and so of its targets."""
    who = called(difference.found.earlier, indicator.id)
    targets = words.joined(
        [Text(_value(one, indicator).nl + _for(one).nl, _value(one, indicator).en + _for(one).en) for one in indicator.targets], ", "
    )
    gone = Text("wordt niet meer genoemd", "is no longer named") if difference.editions else Text("is weg", "is gone")
    said = Text(f"{who.nl} {gone.nl}, met de streefwaarde {targets.nl}.", f"{who.en} {gone.en}, with the target {targets.en}.")
    return _moved(indicator, said, Text(f"{targets.nl} {gone.nl}", f"{targets.en} {gone.en}"))


def _unmeasured(difference: Difference) -> Iterator[Consequence]:
    """Tell what an indicator with targets no longer measures, where both of them are left."""
    left = difference.same.values()
    for change in difference.relations:
        old = change.old
        if change.state == "removed" and change.sure and old is not None and old.type == "measures" and not change.because:
            source, target = (difference.same.get(one) for one in (old.source, old.target))
            indicator = difference.found.later.elements.get(source or "")
            if isinstance(indicator, Indicator) and indicator.targets and source in left and target in left and target is not None:
                who, what = called(difference.found.later, target), name_of(difference.found.later, indicator.id)
                said = Text(f"{who.nl} wordt niet meer gemeten met '{what}'.", f"{who.en} is no longer measured by '{what}'.")
                yield _moved(indicator, said, Text("meet iets anders of niets", "measures something else or nothing"))


def _moved(element: Element, said: Text, what: Text) -> Consequence:
    """Return a consequence; among others it is told by the name of what it is about, and what moved."""
    name = words.quoted(named(element))
    head = Text("Streefwaarden of streefdata veranderd", "Targets or target dates moved")
    return Consequence("target-moved", said, element.id, Gist("", head, Text(f"{name} ({what.nl})", f"{name} ({what.en})"), alone=5))


def _arrow(was: Text, now: Text, before: Text = _NOTHING) -> Text:
    return Text(f"{before.nl}{was.nl} → {now.nl}", f"{before.en}{was.en} → {now.en}")


def _target(indicators: tuple[Indicator, Indicator], who: Text, old: Quantity | None, new: Quantity | None) -> Iterator[Consequence]:
    was, now = (_value(value, indicator) for value, indicator in zip((old, new), indicators, strict=True))
    on, then = (_for(value) for value in (new or old, old or new))
    if old is None:
        said = Text(f"{who.nl}: nieuwe streefwaarde{on.nl}: {now.nl}.", f"{who.en}: new target{on.en}: {now.en}.")
    elif new is None:
        said = Text(f"{who.nl}: de streefwaarde{on.nl} vervalt: {was.nl}.", f"{who.en}: the target{on.en} is dropped: {was.en}.")
    elif on != then:
        said = Text(
            f"{who.nl}: de streefwaarde gaat van {was.nl}{then.nl} naar {now.nl}{on.nl}{_bar(indicators, old, new).nl}.",
            f"{who.en}: the target goes from {was.en}{then.en} to {now.en}{on.en}{_bar(indicators, old, new).en}.",
        )
    elif was != now:
        bar = _bar(indicators, old, new)
        said = Text(
            f"{who.nl}: de streefwaarde{on.nl} gaat van {was.nl} naar {now.nl}{bar.nl}.",
            f"{who.en}: the target{on.en} goes from {was.en} to {now.en}{bar.en}.",
        )
    else:  # only where it comes from, or how the source has it
        return
    yield _moved(
        indicators[1], said, _arrow(was, now) if on == then else _arrow(*(Text(a.nl + b.nl, a.en + b.en) for a, b in ((was, then), (now, on))))
    )


def _bar(indicators: tuple[Indicator, Indicator], old: Quantity, new: Quantity) -> Text:
    """Say whether the target is further away than before, where the direction says so and both are in one unit."""
    was, now, direction = number_of(old), number_of(new), indicators[1].direction
    units = [plain_unit(unit_of(value) or indicator.unit) for value, indicator in zip((old, new), indicators, strict=True)]
    comparable = units[0] == units[1] and old.relative_to == new.relative_to and indicators[0].direction == direction
    if was is None or now is None or was == now or not comparable or direction not in ("higher", "lower"):
        return Text("", "")
    harder = (now > was) == (direction == "higher")
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
    return Text(VALUES["direction"][value], value) if value else Text("niet gezegd", "not said")
