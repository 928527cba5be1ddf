"""The tables on what was done and what was expected, as the report on accountability has them at each effort."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dinkit.analyses._editions_words import edition_name
from dinkit.analyses._expectations import Expectation
from dinkit.analyses._order import in_tree_order, outer
from dinkit.analyses._plans import plan_of
from dinkit.analyses._results import Account, Reported
from dinkit.analyses._works import walk
from dinkit.analysis import Cell, Column, Table
from dinkit.finding import Text
from dinkit.model.records import Agreement, Effort
from dinkit.network import Network
from dinkit.publications import _accountability_words as say
from dinkit.publications._accountability import Accounted, Awaited, edition, work_of, works_within

ITSELF = Text("de inspanning zelf", "the effort itself")
_WORK = Column("work", Text("onderdeel", "sub-effort"), Text("waar het over gaat, met de planning ernaast", "what it is about, with its planning"))
_EFFORT = Column("work", Text("inspanning of onderdeel", "effort or sub-effort"), Text("waar het over gaat", "what it is about"))
_PLAN = Column("plan", Text("gepland", "planned"), Text("wanneer het loopt, zo precies als de bron", "when it runs, as exact as the source"))
_DONE = Column("what", Text("wat er gedaan is", "what was done"), Text("het resultaat in gewone woorden", "the result in plain words"))
_VALUE = Column("value", Text("hoeveel", "how much"), Text("de waarde met haar eenheid, en van wie", "the value with its unit, and of whom"))
_WHEN = Column("when", Text("wanneer", "when"), Text("moment of periode, zo precies als de bron", "moment or period, as exact as the source"))
_STATE = Column(
    "state",
    Text("stand en telling", "standing and count"),
    Text(
        "gerealiseerd of niet vermeld; opgeteld telt ook eerdere jaren, in die periode niet",
        "realised or not said; added up counts earlier years too, in that period does not",
    ),
)
SOURCE = Column(
    "source",
    Text("bron", "source"),
    Text("waar het staat, en of het daar zo staat (vermeld) of onze lezing is (afgeleid)", "where it stands; stated there, or derived by us"),
)


def done_table(seen: Accounted, home: str, order: Sequence[str]) -> Table | None:
    """Return what was done at an effort, sub-effort by sub-effort; None where nothing was and it has no parts."""
    works = works_within(seen, home, order)
    parts = len(works) > 1
    rows = [row for work in works for row in _work_rows(seen, work, home, parts=parts)]
    rows += [(*_repeat(seen, listing),) for listing in _repeats(seen, home, order)]
    if not rows:
        return None
    columns = (_WORK, _PLAN, _DONE, _VALUE, _WHEN, _STATE, SOURCE) if parts else (_DONE, _VALUE, _WHEN, _STATE, SOURCE)
    when = Text(f"Gedaan in {seen.year}", f"Done in {seen.year}") if seen.year else Text("Gedaan", "Done")
    return Table("done", when, columns, tuple(row if parts else row[2:] for row in rows))


def _work_rows(seen: Accounted, work: str, home: str, *, parts: bool) -> list[tuple[Cell, ...]]:
    own = [one for one in seen.results if work_of(seen, one) == work]
    name = ITSELF if work == home else say.numbered_name(seen.network, work)
    plan = say.plan_words(plan_of(seen.network, seen.works, work))
    if own:
        return [(name, plan, *_result_cells(seen, one)) for one in own]
    if work == home:
        return []
    silent = silence(seen, work)
    return [(name, plan, silent, "", "", "", "")] if parts else []


def _result_cells(seen: Accounted, one: Reported) -> tuple[Cell, ...]:
    result = one.result
    return (
        _with_others(seen.network, one),
        say.value_words(result.value),
        say.when_words(result.date),
        say.state_words(result),
        say.source_words(result),
    )


def _with_others(network: Network, one: Reported) -> Text:
    """Return a result in words, with what else it is about."""
    also = [network.elements[other].name for other in dict.fromkeys((*one.efforts, *one.of)) if other != (*one.efforts, *one.of)[0]]
    said, names = say.told(one.result), say.quoted(also)
    if not also:
        return said
    stop = "" if said.nl[-1:] in ".!?" else "."
    return Text(f"{said.nl}{stop} Ook van: {names.nl}.", f"{said.en}{stop} Also of: {names.en}.")


def _repeats(seen: Accounted, home: str, order: Sequence[str]) -> list[str]:
    """Return the efforts listed under this one that are work of elsewhere."""
    original = seen.works.original
    return [effort for effort in order if original[effort] != effort and outer(seen.network, effort) is not None and _outermost(seen, effort) == home]


def _outermost(seen: Accounted, effort: str) -> str:
    def above(one: str) -> list[str]:
        found = outer(seen.network, one)
        return [found] if found is not None else []

    return walk([effort], above)[-1]


def _repeat(seen: Accounted, listing: str) -> tuple[Cell, ...]:
    name = say.quoted([seen.network.elements[seen.works.original[listing]].name])
    text = Text(f"zelfde werk als {name.nl}; het staat daar", f"the same work as {name.en}; it is told there")
    return say.numbered_name(seen.network, listing), "", text, "", "", "", ""


def silence(seen: Accounted, work: str) -> Text:
    """Say why nothing stands at a piece of work: it was not planned, it stopped, it is told elsewhere, or nothing was reported."""
    account = seen.accounts.get(work)
    if account is None:
        stopped = work in seen.works.stopped
        return Text("gestopt", "stopped") if stopped else Text("eerder beëindigd", "ended before")
    if account.state == "own":
        at = say.quoted(dict.fromkeys(seen.network.elements[work_of(seen, one)].name for one in account.own))
        return Text(f"gemeld bij {at.nl}", f"reported at {at.en}")
    if account.state == "parts":
        return Text("zie de onderdelen hiervan", "see the parts of this")
    if account.planned == "no":
        return Text(f"niet gepland voor {seen.year}", f"not planned for {seen.year}")
    if any(work in {seen.works.original[effort] for effort in one.efforts} for one in seen.others):
        return Text(f"{say.SILENT} niets van dit jaar, wel eerder of zonder jaar", f"{say.SILENT} nothing of this year, but before or undated")
    if account.state == "above":
        return Text("niets apart gemeld, wel bij de inspanning zelf", "nothing reported apart, but at the effort itself")
    return _unreported(account)


def _unreported(account: Account) -> Text:
    said = {
        "planned": Text("gepland, maar niets gemeld", "planned, but nothing reported"),
        "continuous": Text("loopt door, niets gemeld", "goes on, nothing reported"),
        "perhaps": Text("misschien gepland, niets gemeld", "perhaps planned, nothing reported"),
    }.get(account.planned, Text("geen planning, niets gemeld", "no planning, nothing reported"))
    return Text(f"{say.SILENT} {said.nl}", f"{say.SILENT} {said.en}")


def others_table(seen: Accounted, some: Iterable[Reported]) -> Table:
    """Return the results of other years, and those without a year."""
    about = Column("work", Text("van", "of"), Text("waar het over gaat", "what it is about"))
    rows = tuple((_about(seen, one), *_result_cells(seen, one)) for one in some)
    title = Text("Wat er gemeld is", "What was reported")
    return Table("elsewhere", title, (about, _DONE, _VALUE, _WHEN, _STATE, SOURCE), rows)


def loose_table(seen: Accounted, some: Iterable[Reported]) -> Table:
    """Return the results of the year that are of no effort."""
    found = others_table(seen, some)
    return found._replace(title=Text("Gedaan, maar niet als deel van een inspanning", "Done, but not as a part of an effort"))


def _about(seen: Accounted, one: Reported) -> Text:
    first = next(iter((*one.efforts, *one.of)), "")
    return say.same(seen.network.elements[first].name) if first else Text("staat er niet", "not said")


def expectations_table(seen: Accounted, found: Iterable[Awaited], *, home: str = "", alone: bool = False) -> Table:
    """Return what was expected and what became of it.

    Args:
        seen: everything that is told.
        found: the expectations.
        home: the effort at which they are told; the names of its parts stand before them.
        alone: whether that effort has no parts, so that nothing has to be named.
    """
    columns = (
        _WORK if home else _EFFORT,
        Column("what", Text("verwacht of gepland", "expected or planned"), Text("wat er zou komen", "what was to come")),
        Column("when", Text("voor", "by"), Text("wanneer dat zou zijn", "when that was to be")),
        Column("said", Text("gezegd in", "said in"), Text("de editie die het verwacht", "the edition that expects it")),
        Column(
            "became",
            Text("wat werd het", "what became of it"),
            Text("wat er daarna over gemeld is, tot en met de peildatum", "what was reported of it since, up to the reference date"),
        ),
        SOURCE,
    )
    rows = tuple(_expectation_row(seen, one, home) for one in found)
    made = Table("expected", Text("Verwacht en gepland, en wat het werd", "Expected and planned, and what became of it"), columns, rows)
    return say.without(made, "work") if alone and all(row[0] == ITSELF for row in rows) else made


def _expectation_row(seen: Accounted, awaited: Awaited, home: str) -> tuple[Cell, ...]:
    one = awaited.expectation
    network, result = edition(seen, one.edition), one.reported.result
    value, said = say.value_words(result.value), say.told(result)
    if value.nl:
        said = Text(f"{said.nl} ({value.nl})", f"{said.en} ({value.en})")
    name = _awaited_name(seen, awaited, home)
    return name, said, say.when_words(result.date), edition_name(network), became_words(one), say.source_words(result)


def _awaited_name(seen: Accounted, awaited: Awaited, home: str) -> Text:
    """Return what an expectation is about, by its name of now, or else by the name that it had then."""
    if awaited.work:
        return ITSELF if awaited.work == home else say.same(seen.network.elements[awaited.work].name)
    reported = awaited.expectation.reported
    about = next(iter((*reported.efforts, *reported.of)), "")
    return say.same(edition(seen, awaited.expectation.edition).elements[about].name) if about else Text("staat er niet", "not said")


def became_words(one: Expectation) -> Text:
    """Return what became of an expectation, in plain words."""
    if one.by is not None:
        name, when = say.quoted([one.by.name]), say.when_words(one.by.date)
        return {
            "met": Text(f"✓ gebeurd: {name.nl} ({when.nl})", f"✓ happened: {name.en} ({when.en})"),
            "perhaps": Text(f"? misschien, kijk zelf: {name.nl} ({when.nl})", f"? perhaps, look: {name.en} ({when.en})"),
            "moved": Text(f"→ verschoven: {name.nl} ({when.nl})", f"→ moved: {name.en} ({when.en})"),
        }[one.became]
    if one.became == "unknown":
        dated = say.when_words(one.reported.result.date) != say.NO_YEAR
        return (
            Text("niet te zeggen zonder peildatum", "cannot tell without a reference date") if dated else Text("geen datum genoemd", "no date named")
        )
    if one.became == "open":
        return Text("nog te verwachten", "still to be expected")
    return Text(f"{say.SILENT} datum voorbij, niets gemeld", f"{say.SILENT} date passed, nothing reported")


def rules_table(network: Network) -> Table:
    """Return the rules and limits of efforts and agreements: what is no result."""
    columns = (
        Column("work", Text("van", "of"), Text("de inspanning of afspraak", "the effort or agreement")),
        Column("what", Text("regel of grens", "rule or limit"), Text("wat er geldt", "what holds")),
        SOURCE,
    )
    holders: list[Effort | Agreement] = [*in_tree_order(network, Effort), *sorted(network.of(Agreement), key=lambda one: one.id)]
    rows = tuple((holder.name, rule.text, say.source_words(rule, holder)) for holder in holders for rule in holder.conditions)
    return Table("rules", Text("Regels, geen resultaten", "Rules, no results"), columns, rows)
