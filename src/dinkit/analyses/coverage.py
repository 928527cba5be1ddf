"""Coverage: which goals have efforts, of how many, and how sure and how well steered that is.

Definition:
    An effort carries a goal when one of its own contributions, or of what is nested in it, leads there: straight, through
    benefits and capabilities, or through a goal below it. Cover flows up only: work for a main goal says nothing about the goals
    below it. It is *direct* when no other goal stands between, otherwise *inherited*. A goal without goals below it
    is a leaf. A goal is covered in **full** when every leaf below it has a direct effort (a leaf: when it has one itself), in
    **part** when something reaches it but not every leaf, and otherwise **not**; a goal that says why it has no effort on
    purpose is **deliberate** as long as nothing reaches it. Benefits and capabilities, where there are any, are judged alike, each
    among its own kind.

    Counted are distinct efforts: one with everything nested in it is one, and work that is listed twice (`same_as`) counts
    with the effort of its first listing. Work that is part of a second effort counts with the effort that it is nested in. With level
    "sub_effort" the pieces of work without parts are counted, each with the contributions of what it is part of.
    Stopped work carries nothing.

    *Evidence* of an effort for a goal: a path is as strong as its weakest contribution, and the strongest path counts. So the
    number of efforts that are `stated` is exactly what remains with evidence "stated". Nesting and `same_as` say what things are; they
    are not filtered. *Steering*: commissioning and directing are steered, aligning is aligned, everything else unknown; work
    that does not say is steered as what it is nested in.

Limits:
    A contribution counts or it does not: weights play no part, and nothing is said about whether the efforts suffice. A goal that
    hangs on one effort is a place to look, not a fault. Elements that could not be read are missing from the count.

Order:
    Goals as in the printed tree: siblings by number, then by id; benefits and capabilities after them.

Reference:
    Prevaas & Van Loon, *Werken aan Programma's*, §11.1 (reasoning back and forth between goals and efforts); white spots: Gemeente
    Vechtstromen, programmabegroting 2020.

Example:
    >>> from dinkit.analysis import Options
    >>> from dinkit.reading.load import load
    >>> from dinkit.source import Memory
    >>> text = '''
    ... doelen:
    ...   welvaart: {naam: Meer welvaart, subdoelen: {banen: Meer banen, scholing: Betere scholing}}
    ... inspanningen:
    ...   loket: {naam: Loket openen, draagt_bij_aan: banen}
    ... '''
    >>> fact = ANALYSIS.run(load("din.yaml", Memory({"din.yaml": text})).network, Options())
    >>> fact.answer.nl.split(". ")[0]
    "1 van de 3 doelen heeft geen inspanning: 'Betere scholing'"
    >>> [row[:4] for row in fact.tables[0].rows]  # doctest: +NORMALIZE_WHITESPACE
    [('welvaart', 'Meer welvaart', 'main', 'partial'), ('banen', 'Meer banen', 'sub', 'full'),
     ('scholing', 'Betere scholing', 'sub', 'none')]
"""

from __future__ import annotations

from collections.abc import Iterable

from dinkit.analyses import _flow as flow
from dinkit.analyses import _words as words
from dinkit.analyses._cover import Cover, covers
from dinkit.analyses._works import Works, works_of
from dinkit.analysis import Analysis, Cell, Column, Fact, Options, Table
from dinkit.finding import Text
from dinkit.model.records import Goal
from dinkit.network import Network


def run(network: Network, options: Options) -> Fact:
    """Say which goals have efforts."""
    found = covers(network, options)
    works = works_of(network)
    tables = (_goals(network, found), _evidence(found), _steering(found), _levels(network, found))
    return Fact("coverage", _answer(network, found, options), tables, _notes(network, works, options), options)


def _goals(network: Network, found: Iterable[Cover]) -> Table:
    rows = tuple(
        (
            *_named(cover),
            cover.level,
            cover.state,
            len(cover.carriers),
            len(cover.direct),
            len(cover.carriers - cover.direct),
            cover.leaves_direct,
            cover.leaves,
            next(iter(cover.carriers)) if len(cover.carriers) == 1 else "",
            (cover.element.deliberately_no_effort or "") if isinstance(cover.element, Goal) else "",
        )
        for cover in found
    )
    columns = (
        words.ID,
        words.NAME,
        Column("level", Text("niveau", "level"), Text("plaats in de doelenboom", "place in the goal tree"), words.level_words(network)),
        Column(
            "state",
            Text("dekking", "cover"),
            Text(
                "volledig: elk onderste doel eronder heeft een rechtstreekse inspanning; deels: niet elk; geen: er leidt niets heen",
                "full: every leaf goal below has a direct effort; partial: not every one; none: nothing leads there",
            ),
            _STATES,
        ),
        Column("efforts", Text("inspanningen", "efforts"), Text("verschillende inspanningen die het bereiken", "distinct efforts that reach it")),
        Column("direct", Text("direct", "direct"), Text("waarvan rechtstreeks", "of which straight")),
        Column(
            "inherited",
            Text("via lager", "inherited"),
            Text("waarvan alleen via een doel eronder", "of which only through a goal below"),
        ),
        Column(
            "leaves_direct",
            Text("onderste gedekt", "leaves covered"),
            Text("onderste doelen met een rechtstreekse inspanning", "leaf goals with a direct effort"),
        ),
        Column("leaves", Text("onderste", "leaves"), Text("onderste doelen hieronder, of het doel zelf", "leaf goals below, or the goal itself")),
        Column("single", Text("hangt aan", "hangs on"), Text("de enige inspanning die het bereikt", "the only effort that reaches it")),
        Column(
            "deliberate",
            Text("bewust geen inspanning", "deliberately no effort"),
            Text("de reden die het doel zelf geeft", "the reason that the goal itself gives"),
        ),
    )
    return Table("goals", Text("Dekking per doel", "Cover per goal"), columns, rows)


_STATES = {
    "full": Text("volledig", "full"),
    "partial": Text("deels", "partial"),
    "none": Text("geen", "none"),
    "deliberate": Text("bewust geen", "deliberately none"),
}


def _named(cover: Cover) -> tuple[str, str]:
    return cover.element.id, cover.element.name


def _evidence(found: Iterable[Cover]) -> Table:
    meanings = {
        "stated": Text("inspanningen die er langs alleen vermelde bijdragen komen", "efforts that get there along stated contributions only"),
        "derived": Text("inspanningen waarvoor ook een afgeleide bijdrage nodig is", "efforts that also need a derived contribution"),
        "added": Text("inspanningen waarvoor ook een aangevulde bijdrage nodig is", "efforts that also need an added contribution"),
        "unknown": Text("inspanningen waarvoor een bijdrage zonder herkomst nodig is", "efforts that need a contribution of unknown provenance"),
    }
    columns = (words.ID, words.NAME, *(Column(one, words.PROVENANCE_WORDS[one], meanings[one]) for one in flow.PROVENANCES))
    rows: tuple[tuple[Cell, ...], ...] = tuple((*_named(cover), *cover.evidence) for cover in found)
    return Table("evidence", Text("Waar de dekking op rust", "What the cover rests on"), columns, rows)


def _steering(found: Iterable[Cover]) -> Table:
    columns = (
        words.ID,
        words.NAME,
        Column(
            "steered",
            Text("gestuurd", "steered"),
            Text("inspanningen in opdracht of onder regie van het programma", "efforts that the programme commissions or directs"),
        ),
        Column(
            "aligned",
            Text("afgestemd", "aligned"),
            Text("inspanningen waarmee het programma alleen afstemt", "efforts that the programme only aligns with"),
        ),
        Column(
            "unknown",
            Text("onbekend", "unknown"),
            Text("inspanningen waarvan de sturing niet bekend is", "efforts of which the steering is not known"),
        ),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple((*_named(cover), *cover.steered) for cover in found)
    return Table("steering", Text("Hoe de dekking gestuurd wordt", "How the cover is steered"), columns, rows)


def _levels(network: Network, found: tuple[Cover, ...]) -> Table:
    columns = (
        Column("level", Text("niveau", "level"), Text("plaats in de doelenboom", "place in the goal tree"), words.level_plurals(network)),
        Column("total", Text("aantal", "number"), Text("hoeveel er zijn", "how many there are")),
        Column("direct", Text("direct", "direct"), Text("met een rechtstreekse inspanning", "with a direct effort")),
        Column("full", _STATES["full"], Text("volledig gedekt", "covered in full")),
        Column("partial", _STATES["partial"], Text("deels gedekt", "covered in part")),
        Column("none", _STATES["none"], Text("niet gedekt", "not covered")),
        Column("deliberate", _STATES["deliberate"], Text("bewust zonder inspanning", "without effort on purpose")),
        Column("single", Text("aan één", "on one"), Text("hangt aan één inspanning", "hangs on a single effort")),
    )
    return Table("levels", Text("Dekking per niveau", "Cover per level"), columns, tuple(_level_row(level, found) for level in _levels_of(found)))


def _levels_of(found: Iterable[Cover]) -> list[str]:
    present = {cover.level for cover in found}
    return [level for level in ("main", "sub", "operational", "benefit", "capability") if level in present]


def _level_row(level: str, found: Iterable[Cover]) -> tuple[str | int, ...]:
    here = [cover for cover in found if cover.level == level]
    states = [cover.state for cover in here]
    single = sum(len(cover.carriers) == 1 for cover in here)
    return (level, len(here), sum(bool(cover.direct) for cover in here), *(states.count(state) for state in _STATES), single)


def _answer(network: Network, found: tuple[Cover, ...], options: Options) -> Text:
    goals = [cover for cover in found if isinstance(cover.element, Goal)]
    if not goals:
        return _no_goals(network)
    first = words.joined((words.evidence_prefix(options), _missing(network, goals)))
    return words.joined(
        (words.capital(first), _unstated(network, goals), _deliberate(network, goals), _direct(network, goals), _single(network, goals, options))
    )


def _no_goals(network: Network) -> Text:
    said = network.without.get("goal")
    word = words.kind_word(network, "goal")
    reason = f": {said.none}" if said else ""
    return Text(f"Er zijn geen {word.nl}{reason}.", f"There are no {word.en}{reason}.")


def _missing(network: Network, goals: list[Cover]) -> Text:
    missing = [cover.element.name for cover in goals if cover.state == "none"]
    effort = words.kind_word(network, "effort", count=1)
    if not missing:
        having = sum(cover.state != "deliberate" for cover in goals)
        share, have = (
            words.share(having, len(goals), words.kind_word(network, "goal", count=len(goals))),
            words.verb(having, ("heeft", "hebben"), ("has", "have")),
        )
        if having == len(goals) > 1:
            goal = words.kind_word(network, "goal")
            share = Text(f"alle {having} {goal.nl}", f"all {having} {goal.en}")
        return Text(f"{share.nl} {have.nl} een {effort.nl}.", f"{share.en} {have.en} an {effort.en}.")
    share, names = words.share(len(missing), len(goals), words.kind_word(network, "goal", count=len(goals))), words.listing(missing)
    have = words.verb(len(missing), ("heeft", "hebben"), ("has", "have"))
    return Text(f"{share.nl} {have.nl} geen {effort.nl}: {names.nl}.", f"{share.en} {have.en} no {effort.en}: {names.en}.")


def _unstated(network: Network, goals: list[Cover]) -> Text | None:
    """Say for how many goals the cover is only our reading; silent where the model marks nothing as stated."""
    covered = [cover for cover in goals if cover.carriers]
    count = sum(not cover.evidence[0] for cover in covered)
    if not count or count == len(covered):
        return None
    effort, goals_word = words.kind_word(network, "effort", count=1), words.kind_word(network, "goal", count=len(covered))
    return Text(
        f"Van de {len(covered)} {goals_word.nl} met een {effort.nl} rust dat bij {count} op geen enkel verband dat een bron vermeldt.",
        f"Of the {len(covered)} {goals_word.en} with an {effort.en}, {count} rest on no link that a source states.",
    )


def _deliberate(network: Network, goals: list[Cover]) -> Text | None:
    names = [cover.element.name for cover in goals if cover.state == "deliberate"]
    if not names:
        return None
    listed, effort = words.listing(names), words.kind_word(network, "effort", count=1)
    return Text(f"Bewust zonder {effort.nl}: {listed.nl}.", f"Without {effort.en} on purpose: {listed.en}.")


def _direct(network: Network, goals: list[Cover]) -> Text:
    effort, plurals = words.kind_word(network, "effort", count=1), words.level_plurals(network)
    counts = [
        (plurals[level], sum(bool(cover.direct) for cover in goals if cover.level == level), sum(cover.level == level for cover in goals))
        for level in _levels_of(goals)
    ]
    return Text(
        f"Een rechtstreekse {effort.nl} hebben: {', '.join(f'{word.nl} {count} van {total}' for word, count, total in counts)}.",
        f"Have a direct {effort.en}: {', '.join(f'{word.en} {count} of {total}' for word, count, total in counts)}.",
    )


def _single(network: Network, goals: list[Cover], options: Options) -> Text | None:
    names = [cover.element.name for cover in goals if len(cover.carriers) == 1]
    if not names:
        return None
    listed, effort = words.listing(names), words.unit_word(network, options.level, count=1)
    hang = words.verb(len(names), ("hangt", "hangen"), ("hangs", "hang"))
    return Text(f"Aan één {effort.nl} {hang.nl}: {listed.nl}.", f"What {hang.en} on a single {effort.en}: {listed.en}.")


def _notes(network: Network, works: Works, options: Options) -> tuple[Text, ...]:
    unit = (
        Text(
            "Geteld zijn inspanningen, elk met haar onderdelen als één; werk dat twee keer genoemd is telt één keer.",
            "Counted are efforts, each with its parts as one; work that is listed twice counts once.",
        )
        if options.level == "effort"
        else Text(
            "Geteld zijn onderdelen, en inspanningen zonder onderdelen; een onderdeel heeft ook de bijdragen van zijn inspanning.",
            "Counted are sub-efforts, and efforts without any; a sub-effort also has the contributions of its effort.",
        )
    )
    up = Text("Dekking telt omhoog door, nooit omlaag.", "Cover flows up, never down.")
    return (unit, up, *words.shared_notes(network, len(works.stopped)))


ANALYSIS = Analysis(Text("Dekking van de doelen", "Cover of the goals"), run, ("evidence", "level"))
