"""The second question: what was done, heading by heading and effort by effort, in the order in which documents print them."""

from __future__ import annotations

from collections import Counter

from dinkit.analyses import _words as words
from dinkit.analyses._account_words import numbered
from dinkit.analyses._results import not_reported
from dinkit.analysis import Cell, Column, Table
from dinkit.finding import Text
from dinkit.network import Network
from dinkit.publication import Section
from dinkit.publications import _accountability_done as done
from dinkit.publications import _accountability_words as say
from dinkit.publications._accountability import NOWHERE, Accounted, at_home, edition, home_of
from dinkit.publications._accountability_effort import Printed, is_silent, silent_table
from dinkit.publications._accountability_effort import section as effort_section
from dinkit.publications._accountability_groups import Group, counts_any, has_goals, printed_order
from dinkit.publications._accountability_plans import deviations, gone_silently, told_timings

TITLE = Text("Wat hebben we gedaan?", "What did we do?")


def section(seen: Accounted) -> Section:
    """Return everything that was done."""
    printed = Printed(tuple(printed_order(seen.network)), deviations(seen))
    groups = [_group(seen, printed, group) for group in seen.groups]
    tables = (_overview(seen),) if len(seen.groups) > 1 else ()
    return Section(TITLE, tuple(_paragraphs(seen)), tables, (*groups, *_rest(seen)))


def _paragraphs(seen: Accounted) -> list[Text]:
    said = []
    if not seen.results:
        said.append(
            Text(f"Over {seen.year} melden de bronnen geen enkel resultaat.", f"The sources report no result for {seen.year}.")
            if seen.year
            else Text("De bronnen melden geen enkel resultaat.", "The sources report no result.")
        )
    silent = [seen.network.elements[one.work].name for one in not_reported(seen.accounts.values()) if one.planned == "planned"]
    if silent:
        names = words.listing(silent)
        said.append(Text(f"Gepland, maar niets gemeld: {names.nl}.", f"Planned, but nothing reported: {names.en}."))
    return [*said, *_doubtful(seen), *_all_counted(seen)]


def _doubtful(seen: Accounted) -> list[Text]:
    doubtful = sum(one.result.standing != "realised" for one in seen.results)
    count = numbered(doubtful, ("resultaat", "resultaten"), ("result", "results"))
    nl = f"Van {count.nl} staat er niet bij of het gerealiseerd is; dat telt niet als gedaan."
    return [Text(nl, f"Of {count.en} it is not said whether it is realised; that does not count as done.")] if doubtful else []


def _all_counted(seen: Accounted) -> list[Text]:
    if not any(group.kind == "goal" and group.efforts for group in seen.groups) or not counts_any(seen.network):
        return []
    return [
        Text(
            "Van geen enkele bijdrage aan een doel staat er dat een bron haar vermeldt; alle bijdragen tellen daarom mee.",
            "Of no contribution to a goal it is said that a source states it; so all contributions count.",
        )
    ]


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
        Column("early", Text("eerder dan gepland", "early"), Text("eerder klaar dan gepland", "completed earlier than planned")),
        Column("late", Text("later dan gepland", "late"), Text("later klaar dan gepland", "completed later than planned")),
    )
    rows = tuple((words.capital(heading(seen.network, group)), *_counts(seen, group)) for group in seen.groups)
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


def _group(seen: Accounted, printed: Printed, group: Group) -> Section:
    numbers = Counter(seen.network.elements[effort].number for effort in group.efforts)
    silent = [effort for effort in group.efforts if is_silent(seen, printed, effort)]
    sections = [
        effort_section(seen, printed, effort, numbered=numbers[seen.network.elements[effort].number] == 1, read=group.kind == "unstated")
        for effort in group.efforts
        if effort not in silent
    ]
    if silent:
        said = _silent_words(seen, len(silent), len(group.efforts))
        sections.append(Section(Text("Niets gemeld", "Nothing reported"), (said,), (silent_table(seen, printed, silent),)))
    return Section(_group_title(seen, group), tuple(_group_words(seen, group)), (), tuple(sections))


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


def _group_words(seen: Accounted, group: Group) -> list[Text]:
    description = seen.network.elements[group.element].description if group.kind == "theme" else None
    said = [say.same(description)] if description else []
    if group.elsewhere:
        names = say.quoted(seen.network.elements[effort].name for effort in group.elsewhere)
        be = words.verb(len(group.elsewhere), ("hoort", "horen"), ("belongs", "belong"))
        said.append(Text(f"Hier {be.nl} ook bij, maar elders beschreven: {names.nl}.", f"Here {be.en} too, but told elsewhere: {names.en}."))
    return said


def _silent_words(seen: Accounted, silent: int, total: int) -> Text:
    share = say.share(silent, total, words.kind_word(seen.network, "effort", count=total))
    when = Text(f"over {seen.year} ", f" for {seen.year}") if seen.year else say.NOTHING
    return Text(
        f"Van {share.nl} is {when.nl}niets gemeld. Dat zegt niet dat er niets gebeurd is.",
        f"Of {share.en} nothing was reported{when.en}. That does not say that nothing happened.",
    )


def _rest(seen: Accounted) -> list[Section]:
    """Return what belongs to no effort or no year, what is no longer named, and the rules."""
    sections = [_loose(seen), _others(seen), _gone(seen), _rules(seen)]
    return [one for one in sections if one.tables or one.paragraphs]


def _loose(seen: Accounted) -> Section:
    loose, hoped = at_home(seen, seen.results, NOWHERE), seen.awaited.get(NOWHERE, ())
    tables = [*([done.loose_table(seen, loose)] if loose else []), *([done.expectations_table(seen, hoped)] if hoped else [])]
    return Section(Text("Niet bij een inspanning", "Not at an effort"), tables=tuple(tables))


def _others(seen: Accounted) -> Section:
    title = Text(f"Ook gemeld, maar niet over {seen.year}", f"Reported too, but not about {seen.year}")
    return Section(title, tables=(done.others_table(seen, seen.others),) if seen.others else ())


def _gone(seen: Accounted) -> Section:
    """Return what earlier editions expected or planned of work that is no longer named."""
    gone = [edition(seen, one.history.edition).elements[one.history.work].name for one in gone_silently(seen)]
    names = say.quoted(gone)
    said = Text(
        f"Eerder gepland, nooit iets over gemeld en nu niet meer genoemd: {names.nl}.",
        f"Planned before, never reported and no longer named: {names.en}.",
    )
    tables = (done.expectations_table(seen, seen.lost),) if seen.lost else ()
    return Section(Text("Eerder genoemd, nu niet meer", "Named before, no longer now"), (said,) if gone else (), tables)


def _rules(seen: Accounted) -> Section:
    rules = done.rules_table(seen.network)
    return Section(Text("Regels en grenzen", "Rules and limits"), tables=(rules,) if rules.rows else ())
