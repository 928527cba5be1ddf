"""What the tests of the analyses of results, planning and money share: editions from text, and tables as dictionaries."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import ModuleType

from dinkit.analysis import Cell, Fact, Options, Table
from dinkit.finding import Text
from dinkit.model.dates import parse_date
from dinkit.network import Network
from dinkit.reading.load import load
from dinkit.source import Folder, Memory

ROOT = Path(__file__).parent.parent
ALL = Options()


@cache
def shipped(name: str) -> Network:
    """Load a model of the project by the name of its file."""
    return load(f"models/{name}.yaml", Folder(ROOT)).network


def editions(*texts: str) -> Network:
    """Load editions, latest first, as models e0, e1, ...; each names the next as its previous edition."""
    files = {}
    for number, text in enumerate(texts):
        head = f"model: e{number}\neditie: editie {number}\n"
        before = f"vorige_editie: e{number + 1}.yaml\n" if number + 1 < len(texts) else ""
        files[f"e{number}.yaml"] = head + before + text
    result = load("e0.yaml", Memory(files))
    assert result.findings == ()
    return result.network


def at(network: Network, date: str) -> Network:
    """Return the network as seen on a date."""
    return network.at(parse_date(date))


def fact_of(analysis: ModuleType, network: Network, year: int | None = None) -> Fact:
    fact: Fact = analysis.ANALYSIS.run(network, Options(year=year))
    return fact


def table(fact: Fact, key: str) -> Table:
    return next(one for one in fact.tables if one.key == key)


def records(fact: Fact, key: str) -> list[dict[str, Cell]]:
    """Return the rows of a table by the keys of its columns; words in both languages as the Dutch ones."""
    found = table(fact, key)
    keys = [column.key for column in found.columns]
    assert len(set(keys)) == len(keys), f"{key}: a column twice"
    return [{name: cell.nl if isinstance(cell, Text) else cell for name, cell in zip(keys, row, strict=True)} for row in found.rows]


def by(fact: Fact, key: str, column: str = "element") -> dict[str, dict[str, Cell]]:
    """Return the rows of a table by one column, which must be different in each."""
    rows = records(fact, key)
    found = {str(row[column]): row for row in rows}
    assert len(found) == len(rows)
    return found


def well_formed(fact: Fact) -> None:
    """Every row has a cell per column, and every code has a word."""
    for one in fact.tables:
        for row in one.rows:
            assert len(row) == len(one.columns)
            for cell, column in zip(row, one.columns, strict=True):
                if (
                    column.words is not None
                    and isinstance(cell, str)
                    and cell
                    and column.key not in ("payer", "party", "value", "started", "completed")
                ):
                    assert cell in column.words or column.key in (
                        "date",
                        "by_date",
                        "since",
                        "planned_start",
                        "planned_end",
                        "amount",
                        "then",
                        "now",
                    ), (
                        one.key,
                        column.key,
                        cell,
                    )
