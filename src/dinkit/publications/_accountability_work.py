"""The second question: what was done, heading by heading and effort by effort, in the order in which documents print them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dinkit.analyses import _words as words
from dinkit.analyses._account_words import numbered
from dinkit.analyses._plans import plan_of, says_something
from dinkit.analyses._results import not_reported
from dinkit.analysis import Cell, Column, Table
from dinkit.finding import Text
from dinkit.model.records import Effort
from dinkit.network import Network
from dinkit.publication import Section
from dinkit.publications import _accountability_done as done
from dinkit.publications import _accountability_words as say
from dinkit.publications._accountability import NOWHERE, Accounted, at_home, edition, home_of, works_within
from dinkit.publications._accountability_groups import Group, counts_any, goals_read, has_goals, printed_order
from dinkit.publications._accountability_plans import Deviations, deviations, gone_silently, told_timings

TITLE = Text("Wat hebben we gedaan?", "What did we do?")


def section(seen: Accounted) -> Section:
    """Return everything that was done."""
    order, deviating = printed_order(seen.network), deviations(seen)
    groups = [_group(seen, group, order, deviating) for group in seen.groups]
    tables = (_overview(seen),) if len(seen.groups) > 1 else ()
    return Section(TITLE, tuple(_paragraphs(seen)), tables, (*groups, *_rest(seen)))


def _paragraphs(seen: Accounted) -> list[Text]:
    doubtful = sum(one.result.standing != "realised" for one in seen.results)
    said = []
    if not seen.results:
        when = Text(f"Over {seen.year} staat", f"For {seen.year} no") if seen.year else Text("Er staat", "No")
        said.append(Text(f"{when.nl} geen enkel resultaat in de bronnen.", f"{when.en} result stands in the sources."))
    if doubtful:
        count = numbered(doubtful, ("resultaat", "resultaten"), ("result", "results"))
        said.append(
            Text(
                f"Van {count.nl} staat er niet bij of het gerealiseerd is; dat telt niet als gedaan.",
                f"Of {count.en} it is not said whether it is realised; that does not count as done.",
            )
        )
    if seen.groups and has_goals(seen.network) and counts_any(seen.network) and any(group.kind == "goal" and group.efforts for group in seen.groups):
        said.append(
            Text(
                "Van geen enkele bijdrage aan een doel staat er of een bron haar noemt; alle bijdragen tellen daarom mee.",
                "Of no contribution to a goal it is said whether a source states it; so all contributions count.",
            )
        )
    return said


def _overview(seen: Accounted) -> Table:
    """Return per heading how much was planned, done and not reported."""
    columns = (
        Column("heading", Text("voor", "for"), Text("het doel of thema", "the goal or theme")),
        Column("efforts", Text("inspanningen", "efforts"), Text("hoeveel inspanningen", "how many efforts")),
        Column("parts", Text("onderdelen", "sub-efforts"), Text("hoeveel onderdelen die inspanningen hebben", "how many sub-efforts those have")),
        Column("results", Text("resultaten", "results"), Text("gerealiseerde resultaten", "realised results")),
        Column(
            "silent",
            Text("gepland, niets gemeld", "planned, not reported"),
            Text(
                "inspanningen en onderdelen die zeker gepland waren en waarvan niets gerealiseerds gemeld is",
                "efforts and sub-efforts that were planned for certain and of which nothing realised was reported",
            ),
        ),
        Column("early", Text("eerder", "early"), Text("eerder klaar dan gepland", "completed earlier than planned")),
        Column("late", Text("later", "late"), Text("later klaar dan gepland", "completed later than planned")),
    )
    rows = tuple((heading(seen.network, group), *_counts(seen, group)) for group in seen.groups)
    return Table("overview", Text("In het kort", "In brief"), columns, rows)


def _counts(seen: Accounted, group: Group) -> tuple[Cell, ...]:
    works = [work for work in seen.works.listings if seen.works.home[work] in group.efforts]
    results = [one for one in seen.results if home_of(seen, one) in group.efforts and one.result.standing == "realised"]
    silent = [one for one in not_reported(seen.accounts.values()) if one.work in works and one.planned == "planned"]
    timed = [[one for one in told_timings(seen, verdict) if one.history.work in works] for verdict in ("early", "late")]
    return len(group.efforts), len(works) - len(group.efforts), len(results), len(silent), *(len(found) for found in timed)


def heading(network: Network, group: Group) -> Text:
    """Return what a heading stands for: "hoofddoel I: Meer werk", a theme, or that there is neither."""
    if group.kind == "goal":
        goal = network.elements[group.element]
        level = words.LEVEL_WORDS[network.level(group.element)]
        number = f" {goal.number}" if goal.number else ""
        return Text(f"{level.nl}{number}: {goal.name}", f"{level.en}{number}: {goal.name}")
    if group.kind == "theme":
        return say.same(network.elements[group.element].name)
    if group.kind == "unstated":
        return Text("doel niet vermeld", "goal not stated")
    if group.kind == "loose":
        return Text("zonder doel", "without a goal") if has_goals(network) else Text("zonder thema", "without a theme")
    return Text("alles", "everything")


def _group(seen: Accounted, group: Group, order: Sequence[str], deviating: Deviations) -> Section:
    names = Counter(seen.network.elements[effort].number for effort in group.efforts)
    telling = [effort for effort in group.efforts if not _is_silent(seen, effort, deviating)]
    silent = [effort for effort in group.efforts if effort not in telling]
    sections = [_effort(seen, group, effort, order, deviating, bare=names[seen.network.elements[effort].number] > 1) for effort in telling]
    tables = (_silent_table(seen, silent, order),) if silent else ()
    closing = (Section(Text("Niets gemeld", "Nothing reported"), _silent_words(seen, len(silent), len(group.efforts)), tables),) if silent else ()
    return Section(_group_title(seen, group), _group_words(seen, group), (), (*sections, *closing))


def _group_title(seen: Accounted, group: Group) -> Text:
    count = len(group.efforts)
    word, name = words.kind_word(seen.network, "effort", count=count), heading(seen.network, group)
    if group.kind == "goal":
        some = Text(str(count), str(count)) if count else Text("Geen", "No")
        return Text(f"{some.nl} {word.nl} voor {name.nl}", f"{some.en} {word.en} for {name.en}")
    if group.kind == "unstated":
        return Text(f"{count} {word.nl} waarvan geen bron het doel noemt", f"{count} {word.en} of which no source names the goal")
    if group.kind == "all":
        return Text(f"{count} {word.nl}", f"{count} {word.en}")
    return Text(f"{words.capital(name).nl}: {count} {word.nl}", f"{words.capital(name).en}: {count} {word.en}")


def _group_words(seen: Accounted, group: Group) -> tuple[Text, ...]:
    said = []
    description = seen.network.elements[group.element].description if group.element else None
    if description:
        said.append(say.same(description))
    if group.elsewhere:
        names = say.quoted(seen.network.elements[effort].name for effort in group.elsewhere)
        be = words.verb(len(group.elsewhere), ("hoort", "horen"), ("belongs", "belong"))
        said.append(
            Text(f"Hier {be.nl} ook bij, en elders beschreven: {names.nl}.", f"Also {be.en} here, and is told elsewhere: {names.en}.")
            if len(group.elsewhere) == 1
            else Text(f"Hier {be.nl} ook bij, en elders beschreven: {names.nl}.", f"Also {be.en} here, and are told elsewhere: {names.en}.")
        )
    return tuple(said)


def _is_silent(seen: Accounted, effort: str, deviating: Deviations) -> bool:
    """Say whether there is nothing to tell of an effort and all its parts."""
    return not (at_home(seen, seen.results, effort) or seen.expectations.get(effort) or deviating.get(effort) or _told_elsewhere(seen, effort))


def _effort(seen: Accounted, group: Group, effort: str, order: Sequence[str], deviating: Deviations, *, bare: bool) -> Section:
    """Return an effort: what it is, its plan, what was done, what deviates, and what is expected.

    Args:
        seen: everything that is told.
        group: the heading that it stands under.
        effort: the outermost effort.
        order: all efforts in printed order.
        deviating: what deviates from plans.
        bare: whether to leave out its number, because the document gives another effort the same.
    """
    network = seen.network
    found = network.elements[effort]
    title = say.same(found.name or found.id) if bare else say.numbered_name(network, effort)
    table = done.done_table(seen, effort, order)
    hoped = seen.expectations.get(effort, ())
    paragraphs = [
        *([say.same(found.description)] if found.description else []),
        *_read_goals(seen, group, effort),
        *_plan(seen, effort, alone=len(works_within(seen, effort, order)) == 1),
        *([] if table else [_nothing(seen, effort)]),
        *_told_elsewhere(seen, effort),
        *deviating.get(effort, []),
    ]
    tables = [*([table] if table else []), *([done.expectations_table(seen, hoped, home=effort)] if hoped else [])]
    return Section(title, tuple(paragraphs), tuple(tables))


def _read_goals(seen: Accounted, group: Group, effort: str) -> list[Text]:
    if group.kind != "unstated":
        return []
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


def _silent_words(seen: Accounted, silent: int, total: int) -> tuple[Text, ...]:
    share = words.share(silent, total, words.kind_word(seen.network, "effort", count=total))
    when = Text(f"over {seen.year} ", f"for {seen.year} ") if seen.year else Text("", "")
    return (
        Text(
            f"Van {share.nl} is {when.nl}niets gemeld. Dat zegt niet dat er niets gebeurd is.",
            f"Of {share.en} nothing was reported {when.en}". rstrip() + ". That does not say that nothing happened.",
        ),
    )


def _silent_table(seen: Accounted, silent: Sequence[str], order: Sequence[str]) -> Table:
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
        for work in works_within(seen, effort, order)
    )
    return Table("silent", Text("Waarover niets gemeld is", "Of what nothing was reported"), columns, rows)


def _rest(seen: Accounted) -> list[Section]:
    """Return what belongs to no effort or no year, what is no longer named, and the rules."""
    loose, hoped = at_home(seen, seen.results, NOWHERE), seen.expectations.get(NOWHERE, ())
    rules = done.rules_table(seen.network)
    tables = [*([done.loose_table(seen, loose)] if loose else []), *([done.expectations_table(seen, hoped)] if hoped else [])]
    sections = [Section(Text("Niet bij een inspanning", "Not at an effort"), tables=tuple(tables))] if tables else []
    if seen.others:
        title = Text(f"Niet over {seen.year}", f"Not about {seen.year}") if seen.year else Text("Zonder jaar", "Without a year")
        sections.append(Section(title, tables=(done.others_table(seen, seen.others),)))
    gone = list(gone_silently(seen))
    if seen.lost or gone:
        sections.append(_gone(seen, [edition(seen, one.history.edition).elements[one.history.work] for one in gone]))
    if rules.rows:
        sections.append(Section(Text("Regels die golden", "Rules that held"), tables=(rules,)))
    return sections


def _gone(seen: Accounted, silent: Sequence[object]) -> Section:
    names = say.quoted(one.name for one in silent if isinstance(one, Effort))
    said = [
        Text(
            f"Eerder gepland, nooit iets over gemeld en nu niet meer genoemd: {names.nl}.",
            f"Planned before, never reported and no longer named: {names.en}.",
        )
    ]
    tables = (done.expectations_table(seen, seen.lost),) if seen.lost else ()
    return Section(Text("Eerder genoemd, nu niet meer", "Named before, no longer now"), tuple(said) if silent else (), tables)

