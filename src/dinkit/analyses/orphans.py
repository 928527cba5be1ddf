"""Orphans: efforts that reach no goal, goals without efforts, stakeholders without a role, and what nothing uses.

Definition:
    An effort is *loose* when neither its own contributions, nor those of its parts, nor those of what it is part of lead to a goal; a
    sub-effort alike. Work that is listed twice (`same_as`) is one piece of work. A goal is without effort when no effort reaches it,
    straight or through a goal below it (as in `coverage`; stopped work does not count).
    A stakeholder has a *role* when it is involved in something, finances something, pays an amount, or measures an
    indicator. Being a member of a larger body is no role. A body without a role of its own of which others are part is counted
    apart: it is named to place its members. So is a party of a shared register that comes from documents on which nothing else of this
    model rests: it belongs to another edition or programme.
    *Unused* is an indicator that measures nothing, a risk that threatens nothing, a source that no element or link cites, and an
    agreement or assumption that nothing rests on.

    With evidence "stated" (or "derived", "added") only contributions of at least that provenance lead anywhere.

Limits:
    Nothing here is a fault: a register may know parties that only a later edition gives a role. What could not be read is missing from
    the count, and may leave something else without a link.

Order:
    Efforts and goals as in the printed tree, everything else by id.

Reference:
    Prevaas & Van Loon, *Werken aan Programma's*, §11.1: reasoning from effort to goal and back, so that nothing stands loose.

Example:
    >>> from dinkit.analysis import Options
    >>> from dinkit.reading.load import load
    >>> from dinkit.source import Memory
    >>> text = '''
    ... doelen: {banen: Meer banen}
    ... inspanningen:
    ...   loket: {naam: Loket openen, draagt_bij_aan: banen, stakeholders: gemeente}
    ...   krant: Krant maken
    ... stakeholders: {gemeente: Gemeente, drukker: Drukker}
    ... '''
    >>> fact = ANALYSIS.run(load("din.yaml", Memory({"din.yaml": text})).network, Options())
    >>> fact.answer.nl
    "1 van de 2 inspanningen bereikt geen doel ('Krant maken'); geen doelen zonder inspanning; 1 van de 2 stakeholders heeft geen rol."
    >>> fact.tables[1].rows
    (('krant', 'Krant maken', ''),)
"""

from __future__ import annotations

from dinkit.analyses import _words as words
from dinkit.analyses._alone import UNUSED, Orphans, orphans_of
from dinkit.analyses._order import outer
from dinkit.analysis import Analysis, Column, Fact, Options, Table
from dinkit.finding import Text
from dinkit.network import Network


def run(network: Network, options: Options) -> Fact:
    """Say what stands alone."""
    found = orphans_of(network, options)
    tables = (_summary(network, found), _efforts(network, found), _goals(network, found), _stakeholders(found), _unused_table(network, found))
    return Fact("orphans", _answer(network, found, options), tables, _notes(network, found), Options(options.evidence))


_WHY = {
    "measures_nothing": Text("meet niets", "measures nothing"),
    "threatens_nothing": Text("bedreigt niets", "threatens nothing"),
    "not_cited": Text("wordt nergens aangehaald", "is cited nowhere"),
    "nothing_rests_on_it": Text("niets steunt erop", "nothing rests on it"),
}


def _summary(network: Network, found: Orphans) -> Table:
    kinds = {kind: words.kind_word(network, kind) for kind in ("effort", "goal", "stakeholder", *UNUSED)}
    kinds["sub_effort"] = Text("onderdelen", "sub-efforts")
    columns = (
        Column("kind", Text("soort", "kind"), Text("soort element", "kind of element"), kinds),
        Column("orphans", Text("los", "loose"), Text("hoeveel er los staan", "how many stand alone")),
        Column("total", Text("van", "of"), Text("hoeveel er zijn", "how many there are")),
    )
    rows = [
        ("effort", len(found.efforts), found.effort_total),
        ("sub_effort", len(found.parts), found.part_total),
        ("goal", len(found.goals), found.goal_total),
        ("stakeholder", len(found.stakeholders), found.stakeholder_total),
    ]
    for kind in UNUSED:
        total = sum(element.kind == kind for element in network.elements.values())
        rows.append((kind, sum(element.kind == kind for element in found.unused), total))
    return Table("summary", Text("Samenvatting", "Summary"), columns, tuple(row for row in rows if row[2]))


def _efforts(network: Network, found: Orphans) -> Table:
    within = Column("part_of", Text("onderdeel van", "part of"), Text("de inspanning waar het in staat", "the effort that it is nested in"))
    rows = tuple((effort.id, effort.name, outer(network, effort.id) or "") for effort in (*found.efforts, *found.parts))
    title = Text("Inspanningen en onderdelen die geen doel bereiken", "Efforts and sub-efforts that reach no goal")
    return Table("efforts", title, (words.ID, words.NAME, within), rows)


def _goals(network: Network, found: Orphans) -> Table:
    columns = (
        words.ID,
        words.NAME,
        Column("level", Text("niveau", "level"), Text("plaats in de doelenboom", "place in the goal tree"), words.LEVEL_WORDS),
        Column(
            "deliberate",
            Text("bewust, omdat", "on purpose, because"),
            Text("de reden die het doel zelf geeft", "the reason that the goal itself gives"),
        ),
    )
    rows = tuple((goal.id, goal.name, network.level(goal.id), goal.deliberately_no_effort or "") for goal in found.goals)
    return Table("goals", Text("Doelen zonder inspanning", "Goals without effort"), columns, rows)


def _stakeholders(found: Orphans) -> Table:
    columns = (
        words.ID,
        words.NAME,
        Column(
            "body",
            Text("geheel", "body"),
            Text("er zijn andere stakeholders onderdeel van; telt niet mee", "other stakeholders are part of it; not counted"),
        ),
    )
    bodies = {one.id for one in found.bodies}
    rows = tuple((one.id, one.name, one.id in bodies) for one in (*found.stakeholders, *found.bodies))
    return Table("stakeholders", Text("Stakeholders zonder rol", "Stakeholders without a role"), columns, rows)


def _unused_table(network: Network, found: Orphans) -> Table:
    columns = (
        words.ID,
        words.NAME,
        Column(
            "kind",
            Text("soort", "kind"),
            Text("soort element", "kind of element"),
            {kind: words.kind_word(network, kind, count=1) for kind in UNUSED},
        ),
        Column("why", Text("waarom", "why"), Text("wat eraan ontbreekt", "what it lacks"), _WHY),
    )
    rows = tuple((element.id, element.name, element.kind, UNUSED[element.kind]) for element in found.unused)
    return Table("unused", Text("Niet gebruikt", "Not used"), columns, rows)


def _answer(network: Network, found: Orphans, options: Options) -> Text:
    clauses = (_efforts_clause(network, found), _goals_clause(network, found), _stakeholders_clause(network, found), _unused_clause(network, found))
    sentence = words.joined((words.evidence_prefix(options), words.joined(clauses, "; ")))
    return words.capital(Text(f"{sentence.nl}.", f"{sentence.en}."))


def _efforts_clause(network: Network, found: Orphans) -> Text:
    effort, goal = words.kind_word(network, "effort"), words.kind_word(network, "goal", count=1)
    if "goal" in network.without and not found.goal_total:
        goals, one = words.kind_word(network, "goal"), words.kind_word(network, "effort", count=1)
        return Text(f"de bron heeft geen {goals.nl}, dus geen {one.nl} bereikt er een", f"the source has no {goals.en}, so no {one.en} reaches one")
    loose = [*found.efforts, *found.parts]
    if not loose:
        return Text(f"geen losse {effort.nl}", f"no loose {effort.en}")
    counted = [
        words.share(len(some), total, words.unit_word(network, level, count=total))
        for some, total, level in ((found.efforts, found.effort_total, "effort"), (found.parts, found.part_total, "sub_effort"))
        if some
    ]
    share, reach = words.both(counted), words.verb(len(loose), ("bereikt", "bereiken"), ("reaches", "reach"))
    names = words.listing([effort.name for effort in loose])
    return Text(f"{share.nl} {reach.nl} geen {goal.nl} ({names.nl})", f"{share.en} {reach.en} no {goal.en} ({names.en})")


def _goals_clause(network: Network, found: Orphans) -> Text | None:
    goal, effort = words.kind_word(network, "goal"), words.kind_word(network, "effort", count=1)
    if not found.goal_total and "goal" in network.without:
        return None
    if not found.goals:
        return Text(f"geen {goal.nl} zonder {effort.nl}", f"no {goal.en} without {effort.en}")
    share, have = (
        words.share(len(found.goals), found.goal_total, words.kind_word(network, "goal", count=found.goal_total)),
        words.verb(len(found.goals), ("heeft", "hebben"), ("has", "have")),
    )
    deliberate = sum(bool(goal.deliberately_no_effort) for goal in found.goals)
    purpose = Text(f", {deliberate} daarvan bewust", f", {deliberate} of them on purpose") if deliberate else Text("", "")
    return Text(f"{share.nl} {have.nl} geen {effort.nl}{purpose.nl}", f"{share.en} {have.en} no {effort.en}{purpose.en}")


def _stakeholders_clause(network: Network, found: Orphans) -> Text:
    count = len(found.stakeholders)
    if not count:
        word = words.kind_word(network, "stakeholder")
        return Text(f"geen {word.nl} zonder rol", f"no {word.en} without a role")
    share, have = (
        words.share(count, found.stakeholder_total, words.kind_word(network, "stakeholder", count=found.stakeholder_total)),
        words.verb(count, ("heeft", "hebben"), ("has", "have")),
    )
    return Text(f"{share.nl} {have.nl} geen rol", f"{share.en} {have.en} no role")


def _unused_clause(network: Network, found: Orphans) -> Text | None:
    counts = [(kind, sum(element.kind == kind for element in found.unused)) for kind in UNUSED]
    named = [
        Text(f"{count} {word.nl}", f"{count} {word.en}") for kind, count in counts if count for word in [words.kind_word(network, kind, count=count)]
    ]
    listed = words.joined(named, ", ")
    return Text(f"niet gebruikt: {listed.nl}", f"not used: {listed.en}") if named else None


def _notes(network: Network, found: Orphans) -> tuple[Text, ...]:
    notes = [
        Text(
            "Een rol is: betrokken zijn, financieren, betalen of meten; onderdeel zijn van een groter geheel is geen rol.",
            "A role is: being involved, financing, paying or measuring; being part of a larger body is none.",
        )
    ]
    if found.bodies:
        count = len(found.bodies)
        notes.append(
            Text(
                f"Niet meegeteld: {count} zonder eigen rol waar wel andere stakeholders onderdeel van zijn.",
                f"Not counted: {count} without a role of their own of which other stakeholders are part.",
            )
        )
    if found.elsewhere:
        count = len(found.elsewhere)
        notes.append(
            Text(
                f"Niet meegeteld: {count} uit het gedeelde register, die alleen in documenten staan waar dit model verder niet op rust.",
                f"Not counted: {count} of the shared register, which only stand in documents that nothing else of this model rests on.",
            )
        )
    return (*notes, *words.shared_notes(network))


ANALYSIS = Analysis(Text("Losse elementen", "What stands alone"), run, ("evidence",))
