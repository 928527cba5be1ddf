"""One effort in the report on accountability: what it is, its plan, what was done, what deviates, and what is expected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dinkit.analyses import _words as words
from dinkit.analyses._plans import plan_of, says_something
from dinkit.analysis import Column, Table
from dinkit.finding import Text
from dinkit.publication import Section
from dinkit.publications import _accountability_done as done
from dinkit.publications import _accountability_words as say
from dinkit.publications._accountability import Accounted, at_home, home_of, works_within
from dinkit.publications._accountability_groups import goals_read
from dinkit.publications._accountability_plans import Deviations


class Printed(NamedTuple):
    """What is computed once for all efforts."""

    order: tuple[str, ...]
    """All efforts as documents print them."""
    deviating: Deviations


def is_silent(seen: Accounted, printed: Printed, effort: str) -> bool:
    """Say whether there is nothing to tell of an effort and all its parts."""
    return not (at_home(seen, seen.results, effort) or seen.awaited.get(effort) or printed.deviating.get(effort) or _told_elsewhere(seen, effort))


def section(seen: Accounted, printed: Printed, effort: str, *, numbered: bool, read: bool) -> Section:
    """Return all that is told of an effort.

    Args:
        seen: everything that is told.
        printed: the order of efforts, and what deviates from plans.
        effort: the outermost effort.
        numbered: whether its number tells it from the others under its heading.
        read: whether its goals are our reading, and so have to be named.
    """
    found = seen.network.elements[effort]
    table = done.done_table(seen, effort, printed.order)
    hoped = sorted(seen.awaited.get(effort, ()), key=lambda one: -one.expectation.edition)
    alone = len(works_within(seen, effort, printed.order)) == 1
    paragraphs = [
        *([say.same(found.description)] if found.description else []),
        *(_read_goals(seen, effort) if read else []),
        *_plan(seen, effort, alone=alone),
        *([] if table else [_nothing(seen, effort)]),
        *_told_elsewhere(seen, effort),
        *printed.deviating.get(effort, []),
    ]
    tables = [*([table] if table else []), *([done.expectations_table(seen, hoped, home=effort, alone=alone)] if hoped else [])]
    title = say.numbered_name(seen.network, effort) if numbered else say.same(found.name or found.id)
    return Section(title, tuple(paragraphs), tuple(tables))


def silent_table(seen: Accounted, printed: Printed, silent: Sequence[str]) -> Table:
    """Return the efforts of which nothing was reported, with their parts and their plans."""
    columns = (
        Column("effort", Text("inspanning", "effort"), Text("de inspanning", "the effort")),
        Column("part", Text("onderdeel", "sub-effort"), Text("leeg: de inspanning zelf", "empty: the effort itself")),
        Column("plan", Text("gepland", "planned"), Text("wanneer het loopt, zo precies als de bron", "when it runs, as exact as the source")),
        Column("why", Text("gemeld", "reported"), Text("waarom er niets staat", "why nothing stands here")),
    )
    rows = tuple(
        (
            seen.network.elements[effort].name,
            seen.network.elements[work].name if work != effort else "",
            say.plan_words(plan_of(seen.network, seen.works, work)),
            done.silence(seen, work),
        )
        for effort in silent
        for work in works_within(seen, effort, printed.order)
    )
    return say.compact(Table("unreported", Text("Waarover niets gemeld is", "Of what nothing was reported"), columns, rows), "part")


def _read_goals(seen: Accounted, effort: str) -> list[Text]:
    names = say.quoted(seen.network.elements[goal].name for goal in goals_read(seen.network, seen.works, effort))
    return [Text(f"Draagt volgens onze lezing bij aan {names.nl} (afgeleid).", f"Contributes by our reading to {names.en} (derived).")]


def _plan(seen: Accounted, effort: str, *, alone: bool) -> list[Text]:
    """Return the plan of the effort itself; where it has parts only when it has one."""
    plan = plan_of(seen.network, seen.works, effort)
    if not alone and not says_something(plan.planning):
        return []
    said = say.plan_words(plan)
    return [Text(f"Gepland: {said.nl}.", f"Planned: {said.en}.")]


def _nothing(seen: Accounted, effort: str) -> Text:
    said = done.silence(seen, effort)
    return Text(f"Over {seen.year}: {said.nl}.", f"In {seen.year}: {said.en}.") if seen.year else words.capital(Text(f"{said.nl}.", f"{said.en}."))


def _told_elsewhere(seen: Accounted, effort: str) -> list[Text]:
    """Return the results that are about this effort too, and are told at another."""
    said = []
    for one in seen.results:
        homes = {seen.works.home[seen.works.original[other]] for other in one.efforts}
        if effort in homes and home_of(seen, one) != effort:
            at = seen.network.elements[home_of(seen, one)].name
            said.append(Text(f"Zie ook bij '{at}': '{one.result.name}'.", f"See also at '{at}': '{one.result.name}'."))
    return said
