"""The tables of the `results` analysis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dinkit.analyses import _account_words as say
from dinkit.analyses._order import in_tree_order, outer
from dinkit.analyses._plans import period_text
from dinkit.analyses._results import Account, Reported
from dinkit.analysis import Cell, Column, Table
from dinkit.finding import Text
from dinkit.model.numbers import Amount
from dinkit.model.records import Agreement, Effort, Result
from dinkit.model.values import unit_of
from dinkit.network import Network

PLANNED_WORDS = {
    "planned": Text("gepland", "planned"),
    "perhaps": Text("misschien", "perhaps"),
    "continuous": Text("doorlopend", "continuous"),
    "unknown": Text("onbekend", "unknown"),
    "no": Text("nee", "no"),
}
STATE_WORDS = {
    "own": Text("ja", "yes"),
    "parts": Text("bij onderdelen", "of its parts"),
    "above": Text("bij de inspanning", "at the effort"),
    "none": Text("nee", "no"),
}

RESULT = Column("result", Text("resultaat", "result"), Text("de vaste naam van het resultaat", "the stable name of the result"))
NAME = Column("name", Text("wat", "what"), Text("wat er gedaan of bereikt is", "what was done or reached"))
TYPE = Column(
    "type",
    Text("aard", "type"),
    Text("begonnen, afgerond, gedaan (prestatie) of bereikt (effect)", "begun, completed, done (output) or reached (outcome)"),
    say.coded("type"),
)
VALUE = Column("value", Text("waarde", "value"), Text("het getal of de stand", "the number or the step"), say.UNKNOWN_WORDS)
UNIT = Column("unit", Text("eenheid", "unit"), Text("waarvan", "of what"))
QUALIFIER = Column(
    "qualifier",
    Text("hoe precies", "how exact"),
    Text("circa, ruim, minstens: niet exact", "about, over, at least: not exact"),
    say.coded("qualifier"),
)
DATE = Column(
    "date", Text("wanneer", "when"), Text("moment of periode, zo precies als de bron", "moment or period, as exact as the source"), say.UNKNOWN_WORDS
)
STANDING = Column(
    "standing",
    Text("stand", "standing"),
    Text("gerealiseerd, verwacht of gepland; onbekend telt niet als gedaan", "realised, expected or planned; unknown does not count as done"),
    say.coded("standing"),
)


def results(network: Network, reported: Iterable[Reported]) -> Table:
    """Return what was reported, expected and planned, one row per result."""
    return Table("results", Text("Resultaten", "Results"), _result_columns(network), tuple(_result_row(network, one) for one in reported))


def undated(network: Network, reported: Iterable[Reported]) -> Table:
    """Return the results of which the year is not known."""
    title = Text("Resultaten zonder jaar", "Results without a year")
    return Table("undated", title, _result_columns(network), tuple(_result_row(network, one) for one in reported))


def _result_columns(network: Network) -> tuple[Column, ...]:
    return (
        say.ELEMENT,
        say.ELEMENT_NAME,
        say.kind_column(network),
        RESULT,
        NAME,
        TYPE,
        VALUE,
        UNIT,
        QUALIFIER,
        Column("group", Text("groep", "group"), Text("welk deel van het geheel", "which part of the whole")),
        DATE,
        STANDING,
        Column(
            "counting",
            Text("telling", "counting"),
            Text("in de periode, opgeteld sinds een begin, of op één moment", "in the period, added up since a begin, or at one moment"),
            say.coded("counting"),
        ),
        Column(
            "since",
            Text("sinds", "since"),
            Text("vanaf wanneer een opgetelde telling loopt", "since when a cumulative count runs"),
            say.UNKNOWN_WORDS,
        ),
        Column("also", Text("ook van", "also of"), Text("waar het resultaat nog meer bij hoort", "what else the result is about")),
        say.SOURCE,
    )


def _result_row(network: Network, one: Reported) -> tuple[Cell, ...]:
    result = one.result
    first = next(iter((*one.efforts, *one.of)), "")
    also = tuple(other for other in dict.fromkeys((*one.efforts, *one.of)) if other != first)
    return (
        *say.named(network, first),
        say.kind_of(network, first) if first else "",
        result.id,
        result.name,
        result.type or "",
        *value_cells(result),
        result.value.group or "" if result.value else "",
        say.date_cell(result.date),
        result.standing or "unknown",
        result.counting or "",
        say.date_cell(result.since),
        also,
        result.source,
    )


def value_cells(result: Result) -> tuple[Cell, Cell, Cell]:
    """Return the value of a result, its unit and how exact it is."""
    if result.value is None:
        return "", "", ""
    value = result.value.value
    number = value if isinstance(value, Amount) else None
    qualifier = result.value.qualifier or (number.qualifier if number else None)
    return number.value if number else str(value), unit_of(result.value) or "", qualifier or ""


def missing(network: Network, accounts: Iterable[Account], undated: Iterable[Reported]) -> Table:
    """Return the work that was planned, or may have been, and of which nothing was reported; `undated` are the results without a year."""
    without_year = _by_effort(undated)
    columns = (
        say.ELEMENT,
        say.ELEMENT_NAME,
        say.kind_column(network),
        say.WITHIN,
        Column(
            "planned",
            Text("gepland", "planned"),
            Text(
                "of de planning dit jaar beslaat, of doorloopt, of niet bekend is", "whether the planning covers this year, goes on, or is not known"
            ),
            PLANNED_WORDS,
        ),
        Column("period", Text("planning", "planning"), Text("begin en eind, zo precies als de bron", "begin and end, as exact as the source")),
        say.WORDING,
        Column(
            "inherited_from",
            Text("planning van", "planning of"),
            Text(
                "de inspanning waarvan de planning komt, als het niet de eigen is", "the effort that the planning comes from, when it is not its own"
            ),
        ),
        Column(
            "undated",
            Text("zonder jaar", "without a year"),
            Text(
                "gerealiseerde resultaten van dit werk waarvan het jaar niet bekend is",
                "realised results of this work of which the year is not known",
            ),
        ),
        say.SOURCE,
    )
    title = Text("Gepland maar niet gemeld", "Planned but not reported")
    return Table("not_reported", title, columns, tuple(_missing_row(network, one, without_year) for one in accounts))


def _by_effort(reported: Iterable[Reported]) -> dict[str, list[str]]:
    """Return per effort the realised ones."""
    found: dict[str, list[str]] = {}
    for one in reported:
        for effort in one.efforts if one.result.standing == "realised" else ():
            found.setdefault(effort, []).append(one.result.id)
    return found


def _missing_row(network: Network, one: Account, without_year: Mapping[str, list[str]]) -> tuple[Cell, ...]:
    planning = one.plan.planning
    return (
        *say.named(network, one.work),
        say.kind_of(network, one.work),
        outer(network, one.work) or "",
        one.planned,
        period_text(planning),
        (planning.verbatim or "") if planning else "",
        one.plan.at if one.plan.inherited else "",
        tuple(without_year.get(one.work, ())),
        (planning.source if planning else ()) or network.elements[one.work].source,
    )


def accounts(network: Network, found: Iterable[Account]) -> Table:
    """Return every effort and sub-effort with what was planned and how much was reported."""
    columns = (
        say.ELEMENT,
        say.ELEMENT_NAME,
        say.kind_column(network),
        say.WITHIN,
        Column(
            "planned", Text("gepland", "planned"), Text("of de planning dit jaar beslaat", "whether the planning covers this year"), PLANNED_WORDS
        ),
        Column(
            "reported",
            Text("gemeld", "reported"),
            Text("of er een gerealiseerd resultaat is, en waar dat staat", "whether there is a realised result, and where it stands"),
            STATE_WORDS,
        ),
        Column("own", Text("eigen", "own"), Text("gerealiseerde resultaten van het werk zelf", "realised results of the work itself")),
        Column("parts", Text("onderdelen", "parts"), Text("gerealiseerde resultaten van zijn onderdelen", "realised results of its parts")),
    )
    rows = tuple(
        (
            *say.named(network, one.work),
            say.kind_of(network, one.work),
            outer(network, one.work) or "",
            one.planned,
            one.state,
            len(one.own),
            len(one.parts),
        )
        for one in found
    )
    return Table("efforts", Text("Per inspanning en onderdeel", "Per effort and sub-effort"), columns, rows)


def years(reported: Iterable[Reported]) -> Table:
    """Return per year how many results there are of each standing, and how many efforts have a realised one."""
    by_year: dict[int, list[Reported]] = {}
    for one in reported:
        by_year.setdefault(one.year or 0, []).append(one)
    codes = ("realised", "expected", "planned", "unknown")
    titles: Mapping[str, Text] = say.coded("standing")
    columns = (
        Column("year", Text("jaar", "year"), Text("het jaar waarin het gebeurde of zou gebeuren", "the year in which it happened or would happen")),
        *(Column(code, titles[code], Text(f"resultaten met de stand '{titles[code].nl}'", f"results that are {titles[code].en}")) for code in codes),
        Column(
            "efforts",
            Text("inspanningen", "efforts"),
            Text("inspanningen en onderdelen met een gerealiseerd resultaat", "efforts and sub-efforts with a realised result"),
        ),
    )
    return Table("years", Text("Per jaar", "Per year"), columns, tuple(_year_row(year, by_year[year], codes) for year in sorted(by_year)))


def _year_row(year: int, reported: list[Reported], codes: tuple[str, ...]) -> tuple[Cell, ...]:
    standings = [one.result.standing or "unknown" for one in reported]
    efforts = {effort for one in reported if one.result.standing == "realised" for effort in one.efforts}
    return (year, *(standings.count(code) for code in codes), len(efforts))


def conditions(network: Network) -> Table:
    """Return the rules and limits of efforts and agreements: what is no result."""
    columns = (
        say.ELEMENT,
        say.ELEMENT_NAME,
        say.kind_column(network),
        Column("text", Text("voorwaarde", "condition"), Text("de regel of de grens", "the rule or the limit")),
        say.WORDING,
        say.SOURCE,
    )
    title = Text("Voorwaarden: regels en grenzen, geen resultaten", "Conditions: rules and limits, no results")
    return Table("conditions", title, columns, tuple(_condition_rows(network)))


def _condition_rows(network: Network) -> Iterator[tuple[Cell, ...]]:
    holders: list[Effort | Agreement] = [*in_tree_order(network, Effort), *sorted(network.of(Agreement), key=lambda one: one.id)]
    for holder in holders:
        for condition in holder.conditions:
            where = condition.source or holder.source
            yield (*say.named(network, holder.id), say.kind_of(network, holder.id), condition.text, condition.verbatim or "", where)
