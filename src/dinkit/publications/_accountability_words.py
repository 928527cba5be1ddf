"""Dates, plans, values and sources as people outside the organisation read them, in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from dinkit.analyses import _words as words
from dinkit.analyses._account_words import coded
from dinkit.analyses._plans import Plan, known, says_something
from dinkit.analyses._quantities import spoken
from dinkit.analysis import Cell, Table
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Element, Result
from dinkit.model.values import OPEN, Evidence, Planning, Quantity
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network

NOTHING = Text("", "")
NO_YEAR = Text("jaar niet genoemd", "year not named")
SILENT = "○"
"""The sign of what was not reported, as in the report on progress."""

_MONTHS = Text(
    "januari februari maart april mei juni juli augustus september oktober november december",
    "January February March April May June July August September October November December",
)
_PARTS: dict[str, Text] = {
    word: Text(dutch, english)
    for known_as, dutch, english in (
        ("voorjaar lente spring", "voorjaar", "spring"),
        ("zomer summer", "zomer", "summer"),
        ("najaar herfst autumn", "najaar", "autumn"),
        ("winter", "winter", "winter"),
        ("H1", "eerste helft", "first half of"),
        ("H2", "tweede helft", "second half of"),
        ("Q1", "eerste kwartaal", "first quarter of"),
        ("Q2", "tweede kwartaal", "second quarter of"),
        ("Q3", "derde kwartaal", "third quarter of"),
        ("Q4", "vierde kwartaal", "fourth quarter of"),
    )
    for word in known_as.split()
}
_STANDINGS = {"realised": Text("gerealiseerd", "realised"), "expected": Text("verwacht", "expected"), "planned": Text("gepland", "planned")}
_COUNTINGS = {
    "in_period": Text("in die periode", "in that period"),
    "cumulative": Text("opgeteld", "added up"),
    "at_moment": Text("op dat moment", "at that moment"),
    UNKNOWN: Text("telling niet vermeld", "count not said"),
}


def same(text: str) -> Text:
    """Return a text of the model: it has one language."""
    return Text(text, text)


def date_words(date: ImpreciseDate) -> Text:
    """Return a date, as exact as the source has it.

    >>> from dinkit.model.dates import parse_date
    >>> [date_words(parse_date(text)).nl for text in ("2019", "2019-05-14", "2019-Q3", "2019-W12", "2019-najaar")]
    ['2019', '14 mei 2019', 'derde kwartaal 2019', 'week 12 van 2019', 'najaar 2019']
    """
    year, _, part = date.text.partition("-")
    month, _, day = part.partition("-")
    if part in _PARTS:
        return Text(f"{_PARTS[part].nl} {year}", f"{_PARTS[part].en} {year}")
    if part.startswith("W"):
        return Text(f"week {int(part[1:])} van {year}", f"week {int(part[1:])} of {year}")
    if not month.isdigit():
        return same(date.text)
    before = f"{int(day)} " if day else ""
    dutch, english = (names.split()[int(month) - 1] for names in _MONTHS)
    return Text(f"{before}{dutch} {year}", f"{before}{english} {year}")


def when_words(given: ImpreciseDate | str | None) -> Text:
    """Return when something happened, or that no year is named."""
    found = known(given)
    return date_words(found) if found else NO_YEAR


def years_words(first: int | None, last: int | None) -> Text:
    """Return the years of an amount; nothing where none is named.

    >>> years_words(2017, None).nl, years_words(2018, 2022).nl, years_words(2019, 2019).nl
    ('vanaf 2017', '2018 tot en met 2022', '2019')
    """
    if first is None or last is None:
        begun = Text(f"vanaf {first}", f"from {first}") if first is not None else NOTHING
        return Text(f"tot en met {last}", f"up to and including {last}") if last is not None else begun
    return same(str(first)) if first == last else Text(f"{first} tot en met {last}", f"{first} up to and including {last}")


def planning_words(planning: Planning | None) -> Text:
    """Return when work runs; "derived" behind it where that is our reading of the source."""
    if planning is None:
        return Text("geen planning", "no planning")
    if not says_something(planning):
        return Text("tijd niet bekend", "time not known")
    recurring = coded("recurrence")[planning.recurrence] if planning.recurrence not in (None, UNKNOWN) else None
    said = words.joined((text for text in (recurring, _period(planning)) if text is not None), ", ")
    mark = words.PROVENANCE_WORDS[planning.provenance] if planning.provenance in ("derived", "added") else None
    return Text(f"{said.nl} ({mark.nl})", f"{said.en} ({mark.en})") if mark else said


def plan_words(plan: Plan) -> Text:
    """Return the plan of a piece of work, with a mark where it is that of the effort above."""
    said = planning_words(plan.planning)
    return Text(f"{said.nl}, zoals de inspanning", f"{said.en}, like the effort") if plan.inherited else said


def _period(planning: Planning) -> Text | None:
    start, end = known(planning.start), known(planning.end)
    if start and end:
        first, last = date_words(start), date_words(end)
        return first if start.text == end.text else Text(f"{first.nl} tot en met {last.nl}", f"{first.en} up to and including {last.en}")
    if start:
        return Text(f"vanaf {date_words(start).nl}", f"from {date_words(start).en}")
    if end:
        return Text(f"tot en met {date_words(end).nl}", f"up to and including {date_words(end).en}")
    return Text("zonder einde", "without an end") if planning.end == OPEN else None


def value_words(value: Quantity | None, unit: str | None = None, scale: tuple[str, ...] = ()) -> Text:
    """Return a value with its unit, how exact it is and of whom: "circa 50 inwoners (met een beperking)"."""
    if value is None:
        return NOTHING
    said = spoken(value, unit, scale)
    return Text(f"{said.nl} ({value.group})", f"{said.en} ({value.group})") if value.group else said


def state_words(result: Result) -> Text:
    """Return whether a result is realised, and how its value was counted."""
    said = [_STANDINGS.get(result.standing or UNKNOWN, Text("stand niet vermeld", "standing not said"))]
    if result.value is not None and result.counting is not None:
        said.append(_counted(result))
    return words.joined(said, ", ")


def _counted(result: Result) -> Text:
    counting, since = _COUNTINGS[result.counting or UNKNOWN], known(result.since)
    if since is None:
        return counting
    begun = date_words(since)
    return Text(f"{counting.nl} sinds {begun.nl}", f"{counting.en} since {begun.en}")


def told(element: Element) -> Text:
    """Return the name of something with what the model tells about it, in one or two sentences."""
    name, more = element.name.strip(), (element.description or "").strip()
    if not name or not more:
        return same(name or more or element.id)
    return same(f"{name}{'' if name[-1] in '.!?:;' else '.'} {more}")


def source_words(found: Evidence, *otherwise: Evidence) -> Text:
    """Return where something stands and whether that says so itself: "jaarverslag-2019 § I/1 (vermeld)"."""
    first = next((one for one in (found, *otherwise) if one.source), found)
    provenance = words.PROVENANCE_WORDS[next((one.provenance for one in (found, *otherwise) if one.provenance), UNKNOWN)]
    places = places_words(first.source)
    if not places:
        return Text(f"herkomst {provenance.nl}", f"provenance {provenance.en}")
    return Text(f"{places} ({provenance.nl})", f"{places} ({provenance.en})")


def places_words(places: Iterable[str]) -> str:
    """Return places with every document named once.

    >>> places_words(["contract § 3", "contract § 3.1", "nota § 2"])
    'contract § 3, § 3.1; nota § 2'
    """
    by_document: dict[str, list[str]] = {}
    for place in places:
        document, _, where = place.partition(" ")
        by_document.setdefault(document, []).extend([where] if where else [])
    return "; ".join(f"{document} {', '.join(where)}".strip() for document, where in by_document.items())


def compact(table: Table, *columns: str) -> Table:
    """Return a table without those of the named columns in which nothing stands."""
    empty = {at for at, column in enumerate(table.columns) if column.key in columns and not any(_says(row[at]) for row in table.rows)}
    return without(table, *(table.columns[at].key for at in empty))


def without(table: Table, *left_out: str) -> Table:
    """Return a table without some of its columns."""
    kept = [at for at, column in enumerate(table.columns) if column.key not in left_out]
    return table._replace(columns=tuple(table.columns[at] for at in kept), rows=tuple(tuple(row[at] for at in kept) for row in table.rows))


def _says(cell: Cell) -> bool:
    return cell not in ("", (), NOTHING)


def share(count: int, total: int, word: Text) -> Text:
    """Return "alle 15 inspanningen", "geen van de 15 inspanningen", "3 van de 15 inspanningen", or of one "de enige inspanning".

    >>> share(3, 3, Text("doelen", "goals")).nl, share(0, 1, Text("doel", "goal")).nl, share(1, 1, Text("doel", "goal")).nl
    ('alle 3 doelen', 'geen enkel doel', 'het enige doel')
    """
    neuter = word.nl in ("doel", "onderdeel")
    if total == 1:
        only = Text(f"{'het' if neuter else 'de'} enige {word.nl}", f"the only {word.en}")
        return only if count else Text(f"geen enkel{'' if neuter else 'e'} {word.nl}", f"no {word.en}")
    if count in (0, total):
        return Text(f"{'alle' if count else 'geen van de'} {total} {word.nl}", f"{'all' if count else 'none of the'} {total} {word.en}")
    return Text(f"{count} van de {total} {word.nl}", f"{count} of the {total} {word.en}")


def quoted(names: Iterable[str]) -> Text:
    """Return every name between quotation marks, with "and" before the last; unlike a listing it leaves none out."""
    marked = [f"'{name}'" for name in names]
    if len(marked) < 2:
        return same("".join(marked))
    return Text(f"{', '.join(marked[:-1])} en {marked[-1]}", f"{', '.join(marked[:-1])} and {marked[-1]}")


def numbered_name(network: Network, element: str) -> Text:
    """Return the printed number and the name of an element: "3. Experiment tegen de armoedeval"."""
    found = network.elements[element]
    name = found.name or found.id
    return same(f"{found.number}. {name}" if found.number else name)
