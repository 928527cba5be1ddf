"""The tables of the `planning` analysis."""

from __future__ import annotations

from collections.abc import Iterable

from dinkit.analyses import _account_words as say
from dinkit.analyses._editions_words import edition_name
from dinkit.analyses._order import in_tree_order, outer
from dinkit.analyses._planning import VERDICTS, Replanned, Timing
from dinkit.analyses._plans import Plan, coverage, known, period_text, plan_of, says_something, years_of
from dinkit.analyses._works import works_of
from dinkit.analysis import Cell, Column, Table
from dinkit.finding import Text
from dinkit.model.records import Effort, Result
from dinkit.model.values import OPEN
from dinkit.network import Network, programme_of

VERDICT_WORDS = {
    "early": Text("eerder dan gepland", "early"),
    "on_time": Text("op tijd", "on time"),
    "late": Text("later dan gepland", "late"),
    "cannot_tell": Text("niet te zeggen", "cannot tell"),
    "not_due": Text("nog niet begonnen", "not due yet"),
    "running": Text("loopt", "running"),
    "continuous": Text("doorlopend", "continuous"),
    "not_completed": Text("voorbij, afronding niet gemeld", "passed, completion not reported"),
    "unreported": Text("voorbij, niets gemeld", "passed, nothing reported"),
    "silent": Text("stil verdwenen", "silently gone"),
    "dropped": Text("niet meer genoemd", "no longer named"),
    "no_plan": Text("geen planning", "no planning"),
    "no_date": Text("zonder peildatum niet te zeggen", "cannot tell without a reference date"),
}
_VERDICT_MEANING = Text(
    "gemeld tegen gepland; voorbij: de geplande tijd is om; stil verdwenen: voorbij, nooit iets gemeld en niet meer genoemd",
    "reported against planned; passed: the planned time is over; silently gone: passed, never reported and no longer named",
)
_COMPARED_WORDS = {
    "end": Text("eind met afronding", "end with completion"),
    "start": Text("begin met begin", "begin with begin"),
    "start_completion": Text("begin met afronding", "begin with completion"),
}
_COVERED_WORDS = {"planned": Text("ja", "yes"), "perhaps": Text("?", "?"), "continuous": Text("door", "on"), "no": Text("", "")}
_MOST_YEARS = 12
"""How many years the table of periods has side by side; what lies outside is told in the columns before and after."""

_VERDICT = Column("verdict", Text("oordeel", "verdict"), _VERDICT_MEANING, VERDICT_WORDS)


def name_of(network: Network, timing: Timing) -> str:
    """Return the name of a piece of work in the latest edition that has it."""
    return _edition(network, timing.history.edition).elements[timing.history.work].name


def _edition(network: Network, number: int) -> Network:
    return tuple(network.editions())[number]


def verdicts(shown: Iterable[Timing]) -> Table:
    """Return how often each verdict was given."""
    found = list(shown)
    columns = (
        _VERDICT,
        Column("number", Text("aantal", "number"), Text("hoeveel inspanningen en onderdelen", "how many efforts and sub-efforts")),
        Column(
            "inherited",
            Text("waarvan geërfd", "of which inherited"),
            Text("met de planning van de inspanning erboven", "with the planning of the effort above"),
        ),
    )
    rows = []
    for code in VERDICTS:
        here = [one for one in found if one.verdict == code]
        if here:
            rows.append((code, len(here), sum(one.plan.inherited for one in here)))
    return Table("verdicts", Text("Samenvatting", "Summary"), columns, tuple(rows))


def timings(network: Network, shown: Iterable[Timing]) -> Table:
    """Return what was planned and reported per piece of work, and the verdict."""
    columns = (
        say.ELEMENT,
        say.ELEMENT_NAME,
        say.WITHIN,
        Column("still_named", Text("nog genoemd", "still named"), Text("of deze editie het nog noemt", "whether this edition still names it")),
        Column("planned_start", Text("gepland begin", "planned begin"), Text("zo precies als de bron", "as exact as the source"), say.UNKNOWN_WORDS),
        Column("planned_end", Text("gepland eind", "planned end"), Text("zo precies als de bron", "as exact as the source"), say.UNKNOWN_WORDS),
        Column("recurrence", Text("herhaling", "recurrence"), Text("jaarlijks of doorlopend", "yearly or continuous"), say.coded("recurrence")),
        say.WORDING,
        Column(
            "inherited_from",
            Text("planning van", "planning of"),
            Text(
                "de inspanning waarvan de planning komt, als het niet de eigen is", "the effort that the planning comes from, when it is not its own"
            ),
        ),
        Column("plan_edition", Text("gepland in", "planned in"), Text("de editie met deze planning", "the edition with this planning")),
        Column("started", Text("gemeld begin", "reported begin"), Text("wanneer het volgens een resultaat begon", "when it began, by a result")),
        Column(
            "completed",
            Text("gemelde afronding", "reported completion"),
            Text("wanneer het volgens een resultaat klaar was", "when it was completed, by a result"),
        ),
        Column("results", Text("resultaten", "results"), Text("de resultaten die dat melden", "the results that report it")),
        Column("compared", Text("vergeleken", "compared"), Text("wat met wat vergeleken is", "what was compared with what"), _COMPARED_WORDS),
        _VERDICT,
    )
    title = Text("Gepland en gemeld", "Planned and reported")
    return Table("timings", title, columns, tuple(_timing_row(network, one) for one in shown))


def _timing_row(network: Network, one: Timing) -> tuple[Cell, ...]:
    edition, planning = _edition(network, one.history.edition), one.plan.planning
    return (
        *say.named(edition, one.history.work),
        outer(edition, one.history.work) or "",
        one.history.edition == 0,
        say.date_cell(planning.start) if planning else "",
        say.date_cell(planning.end) if planning else "",
        (planning.recurrence or "") if planning else "",
        (planning.verbatim or "") if planning else "",
        one.plan.at if one.plan.inherited else "",
        edition_name(_edition(network, one.plan_edition)) if planning else "",
        _dates(one.starts),
        _dates(one.completions),
        tuple(result.id for result in (*one.starts, *one.completions)),
        one.compared,
        one.verdict,
    )


def _dates(results: Iterable[Result]) -> tuple[str, ...]:
    return tuple(date.text for result in results if (date := known(result.date)) is not None)


def replanned(network: Network, found: Iterable[Replanned]) -> Table:
    """Return where two editions give the same work other dates."""
    columns = (
        say.ELEMENT,
        say.ELEMENT_NAME,
        Column("then", Text("eerst", "first"), Text("de planning in de eerdere editie", "the planning in the earlier edition")),
        Column("then_edition", Text("in", "in"), Text("welke editie dat is", "which edition that is")),
        Column("now", Text("later", "later"), Text("de planning in de latere editie", "the planning in the later edition")),
        Column("now_edition", Text("in", "in"), Text("welke editie dat is", "which edition that is")),
    )
    rows = []
    for one in found:
        (then, earlier), (now, later) = one.earlier, one.later
        name = say.named(_edition(network, one.history.edition), one.history.work)
        rows.append((*name, _shown(earlier), edition_name(_edition(network, then)), _shown(later), edition_name(_edition(network, now))))
    return Table("replanned", Text("Per editie anders gepland", "Planned otherwise per edition"), columns, tuple(rows))


def _shown(plan: Plan) -> Cell:
    planning = plan.planning
    recurring = say.coded("recurrence")[planning.recurrence] if planning and planning.recurrence else Text("", "")
    return Text(f"{period_text(planning)} {recurring.nl}".strip(), f"{period_text(planning)} {recurring.en}".strip())


def periods(network: Network) -> Table:
    """Return which work of this edition runs in which years: for certain, perhaps, or by going on."""
    works = works_of(network)
    listed = [effort.id for effort in in_tree_order(network, Effort) if works.original[effort.id] == effort.id and effort.id not in works.stopped]
    plans = {work: plan for work in listed if says_something((plan := plan_of(network, works, work)).planning)}
    years = _window(network, plans)
    outside = Text("of het ook buiten deze jaren loopt", "whether it also runs outside these years")
    marks = Text("ja: zeker; ?: misschien; door: doorlopend", "yes: certainly; ?: perhaps; on: continuous")
    columns = (
        say.ELEMENT,
        say.ELEMENT_NAME,
        Column("inherited", Text("geërfd", "inherited"), Text("met de planning van de inspanning erboven", "with the planning of the effort above")),
        *([Column("before", Text("eerder", "before"), outside, _COVERED_WORDS)] if years else []),
        *(Column(f"year_{year}", Text(str(year), str(year)), marks, _COVERED_WORDS) for year in years),
        *([Column("after", Text("later", "after"), outside, _COVERED_WORDS)] if years else []),
    )
    rows = tuple((*say.named(network, work), plan.inherited, *_marks(plan, years)) for work, plan in plans.items())
    return Table("periods", Text("Wat loopt in welk jaar", "What runs in which year"), columns, rows)


def _window(network: Network, plans: dict[str, Plan]) -> range:
    """Return the years to show: those of the programme, else those that plans name; of too many the last ones until the reference date."""
    programme = programme_of(network)
    own = years_of(programme.planning) if programme else range(0)
    named = [year for plan in plans.values() for year in (*years_of(plan.planning)[:1], *years_of(plan.planning)[-1:])]
    years = own if 0 < len(own) <= _MOST_YEARS else range(min(named), max(named) + 1) if named else range(0)
    if len(years) <= _MOST_YEARS:
        return years
    reference = known(network.head.reference_date)
    last = min(max(reference.last.year if reference else years[-1], years[0] + _MOST_YEARS - 1), years[-1])
    return range(last - _MOST_YEARS + 1, last + 1)


def _marks(plan: Plan, years: range) -> tuple[Cell, ...]:
    planning = plan.planning
    if planning is None or not years:
        return ()
    start, end = known(planning.start), known(planning.end)
    before = start is not None and start.first.year < years[0]
    after = planning.end == OPEN or (end is not None and end.last.year > years[-1])
    return ("planned" if before else "no", *(coverage(planning, year) for year in years), "planned" if after else "no")
