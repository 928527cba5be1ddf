"""The first question: what we want to reach, goal by goal, and how far it is; the definitions are those of the `indicators` analysis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dinkit.analyses import _indicator_words as codes
from dinkit.analyses import _words as words
from dinkit.analyses._account_words import numbered
from dinkit.analyses._aims import Aim, all_aims
from dinkit.analyses._indicator_tables import wanted_words
from dinkit.analyses._quantities import number_in_words, two_digits
from dinkit.analyses._series import Point, Series, all_series, reference_day
from dinkit.analysis import Cell, Column, Table
from dinkit.finding import Text
from dinkit.model.records import Goal
from dinkit.network import Network
from dinkit.publication import Section
from dinkit.publications import _accountability_words as say
from dinkit.publications._accountability import Accounted
from dinkit.publications._accountability_done import SOURCE
from dinkit.publications._accountability_groups import goals_below, main_goals

TITLE = Text("Wat willen we bereiken?", "What do we want to reach?")

_GOAL = Column("goal", Text("doel", "goal"), Text("subdoel of operationeel doel, met het gedrukte nummer", "sub-goal or operational goal, numbered"))
_MEASURES = Column("goal", Text("meet", "measures"), Text("waarvan het iets zegt", "of what it says something"))
_COLUMNS = (
    Column("indicator", Text("indicator", "indicator"), Text("waaraan men het afmeet", "what it is measured by")),
    Column("start", Text("nulmeting", "baseline"), Text("de waarde bij het begin", "the value at the start")),
    Column("target", Text("streefwaarde", "target"), Text("de waarde die er moet komen, en wanneer", "the value aimed for, and by when")),
    Column("now", Text("laatste meting", "latest measurement"), Text("tot en met de peildatum", "up to the reference date")),
    Column("progress", Text("voortgang", "progress"), Text("het deel van de weg van nulmeting naar streefwaarde", "the part of the way gone")),
    SOURCE,
)


def section(seen: Accounted) -> Section:
    """Return the goal tree with how far each goal is, then what is measured beside it."""
    network = seen.network
    series = all_series(network)
    aims = all_aims(network, series)
    tops = main_goals(network)
    sections = [_main_goal(network, top, series, aims) for top in tops]
    other = _others(network, series, aims)
    closing = [Section(Text("Wat er nog meer gemeten wordt", "What else is measured"), tables=(other,))] if other.rows else []
    said = [_counted(network), *_due(network, aims)] if tops else [_no_goals(network)]
    return Section(TITLE, tuple(said), (), (*sections, *closing))


def _no_goals(network: Network) -> Text:
    """Say that there are no goals, and why where a source says so."""
    said = network.without.get("goal")
    if said is None:
        return Text("De bronnen noemen geen doelen.", "The sources name no goals.")
    places = f" ({say.places_words(said.source)})" if said.source else ""
    return say.same(f"{said.none.rstrip('.')}{places}.")


def measured_goals(network: Network) -> tuple[list[str], list[str]]:
    """Return the goals with a measured value that counts, and those without, in printed order."""
    known = {point_of for one in all_series(network) if _last(one) for point_of in _measured(network, one)}
    goals = [goal for top in main_goals(network) for goal in goals_below(network, top)]
    return [goal for goal in goals if goal in known], [goal for goal in goals if goal not in known]


def _counted(network: Network) -> Text:
    """Say plainly of how many goals nothing was measured, and of which something was."""
    known, without = measured_goals(network)
    total = len(known) + len(without)
    word = words.kind_word(network, "goal", count=total)
    if not without:
        share = say.share(total, total, word)
        return Text(f"Van {share.nl} is een waarde gemeten.", f"Of {share.en} a value was measured.")
    share, names = say.share(len(without), total, word), words.listing([network.elements[goal].name for goal in known])
    also = Text(f"; wel van {names.nl}", f"; but of {names.en} it was") if known else say.NOTHING
    return Text(f"Van {share.nl} is niets gemeten{also.nl}.", f"Of {share.en} nothing was measured{also.en}.")


def _due(network: Network, aims: Sequence[Aim]) -> list[Text]:
    """Say of the targets whose date has passed how many were reached."""
    at = reference_day(network)
    due = [aim for aim in aims if aim.target is not None and aim.date is not None and at is not None and aim.date.last <= at]
    if not due:
        return []
    yes, no, nobody = (sum(aim.reached is state for aim in due) for state in (True, False, None))
    of = numbered(len(due), ("streefwaarde", "streefwaarden"), ("target", "targets"))
    said = Text(f"Van {of.nl} is de streefdatum voorbij", f"The date of {of.en} has passed")
    if not yes and not no:
        each = Text("die gehaald is" if nobody == 1 else "zij gehaald zijn", "it was reached" if nobody == 1 else "they were reached")
        return [Text(f"{said.nl}; of {each.nl}, is niet te zeggen.", f"{said.en}; whether {each.en} cannot be told.")]
    return [
        Text(
            f"{said.nl}: gehaald {yes}, niet gehaald {no}, niet te zeggen {nobody}.",
            f"{said.en}: reached {yes}, not reached {no}, cannot tell {nobody}.",
        )
    ]


def _main_goal(network: Network, top: str, series: Sequence[Series], aims: Sequence[Aim]) -> Section:
    goal = network.elements[top]
    level = words.capital(words.LEVEL_WORDS[network.level(top)])
    number = f" {goal.number}" if goal.number else ""
    rows = [row for one in goals_below(network, top) for row in _goal_rows(network, one, top, series, aims)]
    paragraphs = [say.same(goal.description)] if goal.description else []
    table = Table("aims", Text("Doelen en hoe ver ze zijn", "Goals and how far they are"), (_GOAL, *_COLUMNS), tuple(rows))
    return Section(Text(f"{level.nl}{number}: {goal.name}", f"{level.en}{number}: {goal.name}"), tuple(paragraphs), (table,) if rows else ())


def _goal_rows(network: Network, goal: str, top: str, series: Sequence[Series], aims: Sequence[Aim]) -> list[tuple[Cell, ...]]:
    """Return a row per target of a goal; one that has no indicator says so, but a goal at the top need not have one of its own."""
    own = [one for one in series if goal in _measured(network, one)]
    name = _goal_name(network, goal)
    if own:
        return [(name, *cells) for one in own for cells in _indicator_rows(one, aims)]
    found = network.elements[goal]
    if goal == top and network.children(top):
        return []
    return [(name, Text("geen indicator", "no indicator"), "", "", "", "", say.source_words(found))]


def _goal_name(network: Network, goal: str) -> Text:
    found = network.elements[goal]
    level = words.LEVEL_WORDS[network.level(goal)] if isinstance(found, Goal) else Text("", "")
    number = f" {found.number}" if found.number else ""
    return Text(f"{words.capital(level).nl}{number}: {found.name}", f"{words.capital(level).en}{number}: {found.name}")


def _measured(network: Network, series: Series) -> list[str]:
    return [relation.target for relation in network.outgoing(series.indicator.id, "measures")]


def _indicator_rows(series: Series, aims: Sequence[Aim]) -> list[tuple[Cell, ...]]:
    """Return a row per target of an indicator, or one where it has none."""
    own = [aim for aim in aims if aim.series.indicator.id == series.indicator.id] or [Aim(series, None, why_no_progress="no_target")]
    return [_aim_row(series, aim) for aim in own]


def _aim_row(series: Series, aim: Aim) -> tuple[Cell, ...]:
    indicator = series.indicator
    source = say.source_words(aim.target, indicator) if aim.target is not None else say.source_words(indicator)
    return (indicator.name, _start(series), _wanted(aim), _now(series, aim), _progress(aim), source)


def _start(series: Series) -> Text:
    baseline = series.baseline
    if baseline is None:
        return Text("geen", "none")
    said = say.value_words(baseline.value, series.unit, series.indicator.scale)
    return _dated(said, baseline)


def _dated(said: Text, point: Point) -> Text:
    if point.date is None:
        return said
    when = say.when_words(point.date)
    return Text(f"{said.nl} ({when.nl})", f"{said.en} ({when.en})")


def _wanted(aim: Aim) -> Text:
    said = wanted_words(aim)
    if said is None or aim.target is None:
        return Text("geen", "none")
    group = f", {aim.target.group}" if aim.target.group else ""
    by = Text(f" ({say.date_words(aim.date).nl})", f" ({say.date_words(aim.date).en})") if aim.date else Text("", "")
    return Text(f"{said.nl}{group}{by.nl}", f"{said.en}{group}{by.en}")


def _now(series: Series, aim: Aim) -> Text:
    """Return the latest value that counts; where none does, what was measured and why it does not count."""
    point = aim.latest or _last(series)
    if point is not None:
        said = say.value_words(point.value, series.unit, series.indicator.scale)
        return _dated(said, point) if point.date else Text(f"{said.nl} (zonder datum)", f"{said.en} (no date)")
    left_out = [one for one in series.points if one.kind != "baseline" and one.marks]
    if not left_out:
        return Text("niets gemeten", "nothing measured")
    said, why = say.value_words(left_out[-1].value, series.unit, series.indicator.scale), codes.MARK_WORDS[left_out[-1].marks[0]]
    return Text(f"telt niet mee: {said.nl} ({why.nl})", f"does not count: {said.en} ({why.en})")


def _last(series: Series) -> Point | None:
    """Return the latest measured value that counts, apart from the baseline."""
    found = [point for point in series.points if point.kind != "baseline" and not point.marks]
    dated = [point for point in found if point.date is not None]
    return max(dated, key=lambda point: point.date[:2][::-1] if point.date else ()) if dated else found[-1] if found else None


def _progress(aim: Aim) -> Text:
    if aim.target is None:
        return Text("geen streefwaarde", "no target")
    if aim.steps_to_go is not None:
        return codes.steps_to_go(aim.steps_to_go)
    if aim.progress is None:
        why = codes.WHY[aim.why_no_progress]
        return Text(f"niet te berekenen omdat {why.nl}", f"cannot be computed because {why.en}")
    share = number_in_words(two_digits(aim.progress * 100))
    state = codes.STATES.get(aim.stance.state)
    reached = Text("bereikt, ", "reached, ") if aim.reached else Text("", "")
    line = Text(f"; {state.nl} op de lijn" if aim.stance.state != "on_plan" else f"; {state.nl}", f"; {state.en}") if state else Text("", "")
    return Text(f"{reached.nl}{share.nl}% van de weg{line.nl}", f"{reached.en}{share.en}% of the way{line.en}")


def _others(network: Network, series: Sequence[Series], aims: Sequence[Aim]) -> Table:
    """Return the indicators that measure no goal: of efforts, of the programme, or of nothing."""
    rows = []
    for one in series:
        about = _measured(network, one)
        if not any(network.elements[target].kind == "goal" for target in about):
            names = say.same(", ".join(network.elements[target].name for target in about))
            rows += [(names if about else Text("staat er niet", "not said"), *cells) for cells in _indicator_rows(one, aims)]
    title = Text("Andere indicatoren", "Other indicators")
    return Table("aims", title, (_MEASURES, *_COLUMNS), tuple(rows))


def told_aims(aims: Iterable[Aim]) -> tuple[int, int]:
    """Return how many targets there are, and of how many progress can be told."""
    listed = [aim for aim in aims if aim.target is not None]
    return len(listed), sum(aim.progress is not None or aim.steps_to_go is not None for aim in listed)
