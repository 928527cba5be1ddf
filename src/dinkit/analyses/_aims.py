"""How far an indicator is on its way to each of its targets, and how that compares with the straight line: computed; words elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from dinkit.analyses._line import Moment, Stance, stance
from dinkit.analyses._quantities import margin, step_of
from dinkit.analyses._series import Point, Series, base_year, group_key, is_open, relative_key
from dinkit.model.dates import ImpreciseDate, parse_date
from dinkit.model.records import Goal
from dinkit.model.units import PERCENT, is_other_unit, plain_unit
from dinkit.model.values import Quantity, number_of, unit_of
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network

_BASELINE_WORDS = frozenset(("nulmeting", "de nulmeting", "baseline", "the baseline"))
_MORE = {"higher": 1, "lower": -1}


class Aim(NamedTuple):
    """One target of an indicator, and how far it is."""

    series: Series
    target: Quantity | None
    """None for an indicator that measures something and has no target."""
    edition: str = ""
    date: ImpreciseDate | None = None
    """Of the target itself, else of the goal that the indicator measures."""
    wanted: Decimal | None = None
    """The target as a number: of a relative one its base with the change."""
    start: Decimal | None = None
    started: ImpreciseDate | None = None
    latest: Point | None = None
    progress: Decimal | None = None
    """The way gone, as a part of the way from baseline to target; not rounded."""
    why_no_progress: str = ""
    to_go: Decimal | None = None
    steps_to_go: int | None = None
    reached: bool | None = None
    stance: Stance = Stance()


def all_aims(network: Network, series: Sequence[Series]) -> tuple[Aim, ...]:
    """Return an aim per target of every indicator, and one without target for an indicator that measures something and has none.

    Args:
        network: the network of the indicators.
        series: their series, which are in this order.
    """
    by_name = {one.indicator.id: one for one in series}
    return tuple(aim for one in series for aim in _aims(network, one, by_name))


def _aims(network: Network, series: Series, by_name: Mapping[str, Series]) -> Iterator[Aim]:
    measured = [relation.target for relation in network.outgoing(series.indicator.id, "measures")]
    if not series.targets and measured:
        yield Aim(series, None, why_no_progress="no_target", stance=Stance(why="no_target"))
    goals = {goal.target_date for goal in map(network.elements.get, measured) if isinstance(goal, Goal)}
    due = next((date for date in goals if isinstance(date, ImpreciseDate)), None) if len(goals) == 1 else None
    for target in series.targets:
        date = target.value.date if isinstance(target.value.date, ImpreciseDate) else due if target.value.date is None else None
        aim = Aim(series, target.value, target.edition, date)
        base = _base(by_name.get(target.value.relative_to or "", series), target.value)
        yield _ordinal(aim, target.value) if series.indicator.scale else _numeric(aim, target.value, base)


def _ordinal(aim: Aim, target: Quantity) -> Aim:
    """Steps of a scale have an order but no distance: no part of a way, only how many are to go."""
    scale = aim.series.indicator.scale
    why = _open_target(target) or ("target_off_scale" if step_of(target, scale) is None else "")
    latest, missing = _latest(aim.series, target, None)
    aim = aim._replace(latest=latest, why_no_progress=why or "steps", stance=Stance(why=why or missing or "steps"))
    now, wanted = step_of(latest.value, scale) if latest else None, step_of(target, scale)
    if why or now is None or wanted is None:
        return aim
    side = _MORE.get(aim.series.indicator.direction or "", 0)
    beyond = (now - wanted) * side > 0
    return aim._replace(steps_to_go=0 if beyond else abs(wanted - now), reached=beyond or now == wanted)


def _numeric(aim: Aim, target: Quantity, base: Point | None) -> Aim:
    series = aim.series
    wanted, why = _wanted(series, target, base)
    start = _start(series, target, base)
    latest, missing = _latest(series, target, start.date if start else None)
    begun, now = start.value if start else None, number_of(latest.value) if latest else None
    aim = aim._replace(wanted=wanted, start=begun, started=start.date if start else None, latest=latest)
    if wanted is not None and now is not None:
        aim = aim._replace(to_go=wanted - now, reached=_is_reached(series, target, now, wanted, begun))
    why = why or _no_direction(series, begun, wanted) or ("" if start else _no_start(series, target)) or missing
    if not why and begun == wanted:
        why = "target_is_baseline"
    if why or start is None or wanted is None or now is None or latest is None:
        return aim._replace(why_no_progress=why, stance=Stance(why=why))
    progress = (now - start.value) / (wanted - start.value)
    found = stance(start, Moment(latest.date, now), Moment(aim.date, wanted), margin=margin(latest.value))
    return aim._replace(progress=progress, stance=found)


def _open_target(target: Quantity) -> str:
    if not is_open(target):
        return ""
    return "target_unknown" if target.value == UNKNOWN else "target_pm"


def _wanted(series: Series, target: Quantity, base: Point | None) -> tuple[Decimal | None, str]:
    """Return the target as a number on the line of the series, or why there is none."""
    number = number_of(target)
    if number is None:
        return None, _open_target(target) or "target_in_words"
    key, unit = relative_key(target), plain_unit(unit_of(target))
    if key == series.against:
        return (None, "target_unit") if is_other_unit(unit, series.unit, change=False) else (number, "")
    if key is None or series.against is not None:
        return None, "target_other_base"
    if unit == plain_unit(series.unit) == PERCENT:
        return None, "percent_of_percent"
    if is_other_unit(unit, series.unit, change=True):
        return None, "target_unit"
    start = number_of(base.value) if base else None
    if start is None:
        return None, "no_base"
    return (start + start * number / 100 if unit == PERCENT else start + number), ""


def _base(series: Series, target: Quantity) -> Point | None:
    """Return what a relative target starts from: the baseline, or what was measured in its base year; None where there is not exactly one.

    Args:
        series: the series that it is compared with, mostly its own.
        target: any target.
    """
    if relative_key(target) is None or series.against is not None:
        return None
    year = base_year(target)
    found = [point for point in series.points if not point.marks and group_key(point.value) == group_key(target)]
    if year is None:
        wanted = [point for point in found if point.kind == "baseline" and (target.relative_to or "").lower() in _BASELINE_WORDS]
    else:
        of_year = [point for point in found if point.date and point.date.first.year == point.date.last.year == int(year)]
        wanted = [point for point in of_year if point.kind == "baseline"] or of_year
    return wanted[-1] if len({number_of(point.value) for point in wanted}) == 1 else None


def _start(series: Series, target: Quantity, base: Point | None) -> Moment | None:
    """Return where the way to a target begins: the baseline of its group, else for a relative target what it starts from."""
    if series.baseline is not None and not is_open(series.baseline.value):
        baseline = next(point for point in series.points if point.kind == "baseline")
        number = number_of(baseline.value)
        fits = not baseline.marks and group_key(baseline.value) == group_key(target) and number is not None
        return Moment(baseline.date, number) if fits and number is not None else None
    if series.against is not None:  # differences begin at none
        return Moment(parse_date(series.against) if series.against.isdigit() else None, Decimal(0))
    number = number_of(base.value) if base else None
    return Moment(base.date, number) if base and number is not None else None


def _no_start(series: Series, target: Quantity) -> str:
    """Return why there is no baseline to start from."""
    baseline = series.baseline
    if baseline is None:
        return "no_baseline"
    if is_open(baseline.value):
        return "baseline_unknown" if baseline.value.value == UNKNOWN else "baseline_pm"
    marks = next(point.marks for point in series.points if point.kind == "baseline")
    if "unit" in marks:
        return "baseline_unit"
    return "baseline_group" if group_key(baseline.value) != group_key(target) else "baseline_unusable"


def _no_direction(series: Series, start: Decimal | None, wanted: Decimal | None) -> str:
    direction = series.indicator.direction
    if direction == UNKNOWN:
        return "no_direction"
    if direction in _MORE and start is not None and wanted is not None and (wanted - start) * _MORE[direction] < 0:
        return "wrong_direction"
    return ""


def _latest(series: Series, target: Quantity, since: ImpreciseDate | None) -> tuple[Point | None, str]:
    """Return the latest point of the target's group, measured after its baseline; or why there is none."""
    measured = [point for point in series.points if point.kind != "baseline"]
    if not measured:
        return None, "no_measurement"
    usable = [point for point in measured if not point.marks and group_key(point.value) == group_key(target)]
    if not usable:
        return None, "only_later" if all(point.marks == ("later",) for point in measured) else "other_measure"
    dated = [(point.date.last, point.date.first, point) for point in usable if point.date is not None]
    if not dated:
        return None, "measurement_undated"
    newest = max(found[:2] for found in dated)
    if since is not None and newest[0] <= since.last:
        return None, "nothing_since"
    latest = [point for *when, point in dated if tuple(when) == newest]
    if len({point.value.value[0] if not isinstance(point.value.value, str) else point.value.value for point in latest}) > 1:
        return None, "contradiction"
    return latest[0], ""


def _is_reached(series: Series, target: Quantity, now: Decimal, wanted: Decimal, start: Decimal | None) -> bool | None:
    """Say whether a value is what a target asks for; None where nobody says which way is better."""
    if target.qualifier == "more_than":
        return now > wanted
    if target.qualifier in ("at_least", "at_most"):
        return now >= wanted if target.qualifier == "at_least" else now <= wanted
    direction = series.indicator.direction
    if direction == "equal":
        return now == wanted
    side = _MORE.get(direction or "", 0)
    if not side and direction is None and start is not None and start != wanted:
        side = 1 if wanted > start else -1
    return (now - wanted) * side >= 0 if side else None
