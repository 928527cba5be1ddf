"""The table of expectations of the `results` analysis."""

from __future__ import annotations

from collections.abc import Iterable

from dinkit.analyses import _account_words as say
from dinkit.analyses._editions_words import edition_name
from dinkit.analyses._expectations import Expectation
from dinkit.analyses._results_tables import DATE, NAME, QUALIFIER, RESULT, STANDING, TYPE, UNIT, VALUE, value_cells
from dinkit.analysis import Cell, Column, Table
from dinkit.finding import Text
from dinkit.network import Network

BECAME_WORDS = {
    "met": Text("ingelost", "met"),
    "perhaps": Text("mogelijk ingelost", "perhaps met"),
    "moved": Text("verschoven", "moved"),
    "open": Text("open", "open"),
    "unkept": Text("niet ingelost", "unkept"),
    "unknown": Text("niet te zeggen", "cannot tell"),
}


def expectation_table(network: Network, found: Iterable[Expectation]) -> Table:
    """Return what was expected, and what became of it."""
    columns = (
        say.ELEMENT,
        say.ELEMENT_NAME,
        RESULT,
        NAME,
        TYPE,
        VALUE,
        UNIT,
        QUALIFIER,
        DATE,
        STANDING,
        say.EDITION,
        Column(
            "became",
            Text("wat werd het", "what became of it"),
            Text(
                "ingelost: hetzelfde resultaat is gerealiseerd; mogelijk: iets dergelijks van hetzelfde element, kijk zelf; verschoven: later opnieuw verwacht; niet ingelost: de datum is voorbij en er is niets van dien aard gemeld",
                "met: the same result is realised; perhaps: something like it of the same element, look; moved: expected again for later; unkept: the date has passed and nothing of the kind was reported",
            ),
            BECAME_WORDS,
        ),
        Column("by", Text("door", "by"), Text("het resultaat dat dat zegt", "the result that says so")),
        Column("by_name", Text("wat dat is", "what that is"), Text("hoe dat resultaat heet", "what that result is called")),
        Column("by_date", Text("wanneer dat", "when that"), Text("de datum van dat resultaat", "the date of that result"), say.UNKNOWN_WORDS),
        say.SOURCE,
    )
    rows = tuple(_expectation_row(tuple(network.editions())[one.edition], one) for one in found)
    return Table("expectations", Text("Verwachtingen", "Expectations"), columns, rows)


def _expectation_row(edition: Network, one: Expectation) -> tuple[Cell, ...]:
    result, by = one.reported.result, one.by
    return (
        *say.named(edition, next(iter((*one.reported.efforts, *one.reported.of)), "")),
        result.id,
        result.name,
        result.type or "",
        *value_cells(result),
        say.date_cell(result.date),
        result.standing or "",
        edition_name(edition),
        one.became,
        *((by.id, by.name, say.date_cell(by.date)) if by else ("", "", "")),
        result.source,
    )
